//! One arm a subcommand: the only place that joins the parts, and the only one that knows exit
//! codes.

use crate::{
    clean,
    cli::{Cli, Command, FormatName, GuideCommand, Options, Output, When},
    clock::Clock,
    guide::{self, Guide, builtin_sources, read},
    guide_dir,
    lookup::{Catalogue, report},
    plain,
    save::{self, SaveError},
    session::{
        Session, SessionCode,
        export::{self, Format},
    },
    summary_file,
    texts::Texts,
    tr,
    tui::{self, Theme},
};
use clap::Parser;
use jiff::{Timestamp, tz::TimeZone};
use std::{
    env,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, mpsc},
    thread,
};

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All went well.
    Fine = 0,
    /// Findings, or no remedy reached.
    Findings = 1,
    /// The command line was wrong.
    Usage = 2,
    /// A file, a disk or the terminal failed.
    Environment = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program on the process's arguments.
pub fn run() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => execute(cli).into(),
        Err(error) => {
            // Help and version are no errors; a pipe closed early is none either.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Fine };
            let _ = error.print();
            exit.into()
        }
    }
}

fn execute(cli: Cli) -> Exit {
    let options = cli.options;
    let texts = Texts::new(&language(&options));
    if let Err(exit) = known_language(&options, &texts) {
        return exit;
    }
    match cli.command {
        None => full_screen(&options, texts),
        Some(Command::Plain) => plain(&options, &texts),
        Some(Command::Lookup { words, json, most }) => {
            let asked = Asked { typed: words.join(" "), json, most };
            look_up(&asked, &options, &texts)
        }
        Some(Command::Import { file, output }) => import(&file, &output, &options, &texts),
        Some(Command::Open { code, output }) => open(&code.concat(), &output, &options, &texts),
        Some(Command::Guide(GuideCommand::Check { dir })) => {
            let dir = dir.or_else(|| options.guide.clone());
            check(dir.as_deref(), &options, &texts)
        }
    }
}

/// The wanted language: the option, else the system's.
fn language(options: &Options) -> String {
    options.lang.clone().or_else(sys_locale::get_locale).unwrap_or_default()
}

/// A language that was asked for by name must be there, in the program or in the guide given.
fn known_language(options: &Options, texts: &Texts) -> Result<(), Exit> {
    let mut all = Texts::available();
    if options.lang.is_none() || all.iter().any(|tag| tag == texts.wanted()) {
        return Ok(());
    }
    if options.guide.is_some() {
        let guide = guide(options, texts)?;
        all.extend(guide.languages.iter().cloned());
    }
    if all.iter().any(|tag| tag == texts.wanted()) {
        return Ok(());
    }
    complain(&tr!(texts, "error-language", tag = texts.wanted(), all = all.join(" ")));
    Err(Exit::Usage)
}

fn full_screen(options: &Options, texts: Texts) -> Exit {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    if dumb || !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        complain(&tr!(texts, "error-no-terminal"));
        return Exit::Environment;
    }
    let (sender, receiver) = mpsc::sync_channel(1);
    let guide = match &options.guide {
        Some(_) => match guide(options, &texts) {
            Ok(guide) => Some(guide),
            Err(exit) => return exit,
        },
        None => None,
    };
    // The built-in guide is read while the home screen stands already.
    let (given, shown) = (guide.clone(), guide.clone());
    let loader = Box::new(move || {
        panic_on_request();
        given.or_else(|| receiver.recv().ok()).unwrap_or_default()
    });
    let first_frame = Box::new(move || {
        if guide.is_none() {
            thread::spawn(move || sender.send(Arc::new(builtin())));
        }
    });
    let tag = texts.tag().to_owned();
    let theme = Theme { color: color(options), ascii: ascii(options) };
    let start = tui::Start {
        texts,
        theme,
        guide: shown,
        loader,
        mouse: !options.no_mouse,
        zone: TimeZone::system(),
    };
    let screen = tui::Screen { clock: Clock::from_environment(), first_frame };
    match tui::run_on_terminal(start, screen) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            complain(&tr!(Texts::new(&tag), "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}

fn check(dir: Option<&Path>, options: &Options, texts: &Texts) -> Exit {
    let color = io::stdout().is_terminal() && color(options) || options.color == When::Always;
    match guide_dir::check(dir, texts, color) {
        Ok(report) => {
            let shown = io::stdout().write_all(report.text.as_bytes());
            match (shown, report.errors) {
                // Whoever reads the output may close it early: that is no failure.
                (Err(error), _) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
                (_, 0) => Exit::Fine,
                _ => Exit::Findings,
            }
        }
        Err(error) => {
            complain(&error.message(texts));
            complain(&error.help(texts));
            Exit::Environment
        }
    }
}

/// The guide to run: a folder's, once it has no errors, or the built-in one.
fn guide(options: &Options, texts: &Texts) -> Result<Arc<Guide>, Exit> {
    let Some(dir) = &options.guide else {
        return Ok(Arc::new(builtin()));
    };
    let files = guide_dir::load(dir).map_err(|error| {
        complain(&error.message(texts));
        complain(&error.help(texts));
        Exit::Environment
    })?;
    read(&files).into_guide().map(Arc::new).map_err(|findings| {
        let color = io::stderr().is_terminal() && color(options);
        let _ = io::stderr().write_all(guide::report(&files, &findings, texts, color).as_bytes());
        Exit::Findings
    })
}

fn plain(options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let echo = !io::stdin().is_terminal();
    let start =
        plain::Start { guide, texts: Texts::new(texts.wanted()), zone: TimeZone::system(), echo };
    let mut shell = PlainShell(Clock::from_environment());
    match plain::run(start, io::stdin().lock(), io::stdout().lock(), &mut shell) {
        Ok(ending) if ending.reached() => Exit::Fine,
        Ok(_) => Exit::Findings,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}

/// What is looked up, and how it is printed.
struct Asked {
    typed: String,
    json: bool,
    most: usize,
}

fn look_up(asked: &Asked, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let found = Catalogue::new(&guide).find(&guide, &asked.typed, asked.most);
    let text = if asked.json {
        report::json(&guide, texts, &found)
    } else {
        report::text(&guide, texts, &found)
    };
    if found.is_empty() {
        complain(&tr!(texts, "lookup-none"));
    }
    match print(&text) {
        Exit::Fine if found.is_empty() => Exit::Findings,
        exit => exit,
    }
}

/// Shows the session in a summary that was saved as JSON.
fn import(file: &Path, output: &Output, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let json = match summary_file::read(file) {
        Ok(json) => json,
        Err(error) => {
            complain(&error.message(texts));
            return Exit::Environment;
        }
    };
    match export::import(&json, &guide) {
        Ok(session) => {
            if let Some(theirs) = session.recorded_with().filter(|own| *own != guide.version) {
                let ours = guide.version.as_str();
                complain(&tr!(texts, "import-version", theirs = theirs, ours = ours));
            }
            show_summary(&session, output, texts)
        }
        Err(error) => {
            complain(&error.message(texts, &guide));
            Exit::Findings
        }
    }
}

/// Shows where the session behind a code stands.
fn open(code: &str, output: &Output, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let now = Clock::from_environment().now();
    let session = SessionCode::parse(code).and_then(|code| code.open(&guide, now));
    match session {
        Ok(session) => {
            complain(&tr!(texts, "open-times"));
            show_summary(&session, output, texts)
        }
        Err(error) => {
            complain(&error.message(texts, &guide));
            Exit::Findings
        }
    }
}

/// Prints a summary or saves it.
fn show_summary(session: &Session, output: &Output, texts: &Texts) -> Exit {
    let named = output.format.map(|format| match format {
        FormatName::Txt => Format::Text,
        FormatName::Md => Format::Markdown,
        FormatName::Json => Format::Json,
        FormatName::Html => Format::Html,
    });
    let by_name = || match &output.output {
        Some(name) => Format::of_name(name),
        None => Some(Format::Text),
    };
    let Some(format) = named.or_else(by_name) else {
        complain(&tr!(texts, "output-ending", endings = Format::endings()));
        return Exit::Usage;
    };
    let text = export::export(session, format, texts, &TimeZone::system());
    let Some(name) = &output.output else { return print(&text) };
    match save::save(name, &text, false) {
        Ok(path) => {
            let path = clean::line(&path.display().to_string(), usize::MAX);
            complain(&tr!(texts, "notice-saved", path = path));
            Exit::Fine
        }
        Err(error) => {
            complain(&clean::line(&error.message(texts), usize::MAX));
            Exit::Environment
        }
    }
}

/// Writes to standard output.
fn print(text: &str) -> Exit {
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads the output may close it early: that is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
        _ => Exit::Fine,
    }
}

struct PlainShell(Clock);

impl plain::Shell for PlainShell {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        save::save(path, text, overwrite)
    }
}

/// The built-in guide. Tests see to it that it has no errors.
fn builtin() -> Guide {
    read(&builtin_sources()).guide
}

/// Whether to use colour: `NO_COLOR` counts when it is set to anything (no-color.org).
fn color(options: &Options) -> bool {
    match options.color {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let refused = env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
            let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
            !refused && !dumb
        }
    }
}

/// Whether to keep to ASCII: when asked, and where nothing else is sure to be drawn.
fn ascii(options: &Options) -> bool {
    let term = env::var("TERM").unwrap_or_default();
    let poor = matches!(term.as_str(), "linux" | "dumb");
    // The legacy Windows console draws box characters two columns wide under a Chinese code page;
    // Windows Terminal, which sets WT_SESSION, does not.
    let legacy = cfg!(windows) && env::var_os("WT_SESSION").is_none() && term.is_empty();
    options.ascii || poor || legacy
}

/// Lets a test see what a panic leaves behind; not part of a release.
fn panic_on_request() {
    if cfg!(debug_assertions)
        && let Ok(text) = env::var("TILLDOC_TEST_PANIC")
    {
        panic!("{text}");
    }
}

/// Says on standard error what is wrong.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "tilldoc: {text}");
}
