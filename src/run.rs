//! One arm a subcommand: the only place that joins the parts, and the only one that knows exit
//! codes.

mod author;
mod drill;
mod handoff;
mod opened;
mod plain;
mod print;
mod shop;
mod train;

use crate::{
    cli::{self, Cli, Command, Options, When},
    clock::{self, Clock},
    config::{Color, Config},
    config_dir::{ConfigDir, Loaded},
    crash,
    guide::{self, Guide, SourceFile, builtin_guide, builtin_sources, read},
    guide_dir::{self, LoadError},
    redact, save,
    session::Shop,
    shelf::Shelf,
    store::{Journal, Opening, Place},
    texts::Texts,
    tr,
    tui::{self, Input, LastWord, ShopStart, Theme, Waker},
};
use clap::Parser;
use opened::Opened;
use print::{Asked, kept, look_up};
use std::{
    env,
    io::{self, IsTerminal, Write},
    process::ExitCode,
    sync::{Arc, mpsc},
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
    // The clerk's way in, where nothing is asked for: no time goes into all that could be.
    let asked = env::args_os().len() > 1 || env::vars_os().any(|(name, _)| cli::is_ours(&name));
    if !asked {
        return execute(Cli::default()).into();
    }
    match Cli::try_parse() {
        Ok(cli) => execute(cli).into(),
        Err(error) => {
            // Help and version are no errors; a pipe closed early is none either.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Fine };
            say_usage(&error);
            exit.into()
        }
    }
}

/// Says what is wrong with the command line, which quotes what was typed, or what was asked for.
fn say_usage(error: &clap::Error) {
    let text = error.render().to_string();
    let safe = redact::safe(&text);
    let _ = if safe.trim_end() == text.trim_end() {
        error.print()
    } else {
        writeln!(io::stderr(), "{safe}")
    };
}

fn execute(cli: Cli) -> Exit {
    let given = cli.options.lang.is_some();
    let own = Own::read(&cli.options);
    let options = own.with_options(cli.options);
    let texts = Texts::new(&language(&options));
    if let Err(exit) = known_language(&options, &texts, given) {
        return exit;
    }
    match cli.command {
        None => full_screen(&options, texts, own, Opened::Home),
        Some(Command::Resume) => full_screen(&options, texts, own, Opened::Resume),
        Some(Command::Plain) => plain::plain(&options, &texts, &own),
        Some(Command::Setup { show: true, json }) => {
            shop::show_profile(&options, &texts, &own, json)
        }
        Some(Command::Setup { show: false, .. }) => {
            full_screen(&options, texts, own, Opened::Setup)
        }
        Some(Command::Lookup { words, json, most }) => {
            let asked = Asked { typed: words.join(" "), json, most };
            look_up(&asked, &options, &texts)
        }
        Some(Command::History { list, command: None }) => {
            kept(&options, &texts, |desk| desk.list(&list))
        }
        Some(Command::History { command: Some(command), .. }) => match guide(&options, &texts) {
            Ok(guide) => {
                let profile = Arc::new(own.dir.profile().value);
                kept(&options, &texts, |desk| desk.one(&command, &guide, &profile))
            }
            Err(exit) => exit,
        },
        Some(Command::Stats { json, csv }) => kept(&options, &texts, |desk| desk.stats(json, csv)),
        Some(Command::Import { file, output }) => {
            handoff::import(&file, &output, &options, texts, own)
        }
        Some(Command::Open { code, output }) => {
            handoff::open(&code.concat(), &output, &options, texts, own)
        }
        Some(Command::Train { drill, command: None }) => drill::drill(drill, &options, texts, own),
        Some(Command::Guide(command)) => author::run(command, &options, &texts),
        Some(Command::Train { command: Some(command), .. }) => {
            train::run(command, &options, &texts, &own)
        }
    }
}

/// The shop's own files.
struct Own {
    dir: ConfigDir,
    config: Loaded<Config>,
}

impl Own {
    fn read(options: &Options) -> Self {
        let given = options.config.as_deref().map(save::folder);
        let dir = ConfigDir::new(given.as_deref());
        let config = dir.config();
        Self { dir, config }
    }

    /// The options with what the configuration says where they say nothing.
    fn with_options(&self, mut options: Options) -> Options {
        let config = &self.config.value;
        options.lang = options.lang.or_else(|| config.lang.clone());
        let guide = || config.guide.as_deref().map(|dir| self.dir.resolve(dir));
        options.guide = options.guide.or_else(guide);
        let data = || config.data.as_deref().map(|dir| self.dir.resolve(dir));
        options.data = options.data.or_else(data).map(|dir| save::folder(&dir));
        options.no_mouse |= config.no_mouse;
        options.ascii |= config.ascii;
        options.color = options.color.or_else(|| {
            config.color.map(|when| match when {
                Color::Auto => When::Auto,
                Color::Always => When::Always,
                Color::Never => When::Never,
            })
        });
        options
    }

    /// What is known of the shop before its profile is read.
    fn shop(&self) -> Shop {
        Shop { notices: self.config.value.notices.clone().into(), ..Shop::default() }
    }
}

/// The wanted language: the option, else the system's.
fn language(options: &Options) -> String {
    options.lang.clone().or_else(sys_locale::get_locale).unwrap_or_default()
}

/// A language that was asked for by name must be there, in the program or in the guide given.
fn known_language(options: &Options, texts: &Texts, given: bool) -> Result<(), Exit> {
    let mut all = Texts::available();
    // A language that only the configuration names never keeps the wizard from running.
    if !given || all.iter().any(|tag| tag == texts.wanted()) {
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

fn full_screen(options: &Options, texts: Texts, own: Own, opened: Opened) -> Exit {
    let setup = matches!(opened, Opened::Setup);
    let who = opened.trainee();
    if !is_terminal() {
        let file = own.dir.profile_path().filter(|_| setup);
        complain(&match file {
            Some(file) => {
                tr!(texts, "error-no-terminal-setup", path = file.display().to_string())
            }
            None if is_dumb() => tr!(texts, "error-dumb-terminal"),
            None => tr!(texts, "error-no-terminal"),
        });
        return Exit::Environment;
    }
    let (sender, receiver) = mpsc::sync_channel(1);
    let guide = match (opened.guide(), &options.guide) {
        (None, Some(_)) => match guide(options, &texts) {
            Ok(guide) => Some(guide),
            Err(exit) => return exit,
        },
        (read, _) => read,
    };
    // The built-in guide is read while the home screen stands already.
    let (given, shown) = (guide.clone(), guide.clone());
    let trainer = drill::trainer(guide.clone(), who, (options, &own));
    let loader = Box::new(move || {
        crash::on_request("guide");
        given.or_else(|| receiver.recv().ok()).unwrap_or_default()
    });
    let clock = Clock::from_environment();
    let (now, zone) = (clock.now(), clock::zone());
    let place = Place::new(options.data.as_deref());
    let shelf = Shelf::new(place.as_ref().ok().cloned(), zone.clone());
    let zone_shown = zone.clone();
    let opening = Opening { look: true, keep_days: own.config.value.keep_days };
    let first_frame = Box::new(move |waker: Waker| {
        let tell = move |report| waker.wake(Input::Journal(Arc::new(report)));
        Some(Journal::open(place, zone, now, opening, tell))
    });
    let before_keys = Box::new(move || {
        if guide.is_none() {
            // Whoever waited for it may be gone.
            let _ = sender.send(Arc::new(builtin_guide()));
        }
    });
    let dir = own.dir.clone();
    let shop = ShopStart {
        shop: own.shop(),
        profile: Box::new(move |texts| {
            let own = dir.profile();
            let trouble = own.trouble(texts);
            (own.value, trouble)
        }),
        trouble: own.config.trouble(&texts),
        setup,
        now,
    };
    let tag = texts.tag().to_owned();
    let theme = Theme { color: color(options), ascii: ascii(options) };
    let start = tui::Start {
        texts,
        theme,
        guide: shown,
        loader,
        mouse: !options.no_mouse,
        zone: zone_shown,
        shop,
        trainer,
        first: opened.into_first(),
        tree: false,
        watch: None,
    };
    let screen = tui::Screen { clock, config: own.dir, shelf, first_frame, before_keys };
    run_screen(start, screen, &tag)
}

/// Runs the full screen; says in the language `tag` why it could not.
fn run_screen(start: tui::Start, screen: tui::Screen, tag: &str) -> Exit {
    let tell = |word| {
        let texts = Texts::new(tag);
        complain(&match word {
            LastWord::StillKeeping => tr!(texts, "keeping-still"),
            LastWord::NotKept(error) => {
                tr!(texts, "keeping-failed", why = error.message(&texts))
            }
        });
    };
    match tui::run_on_terminal(start, screen, tell) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            complain(&tr!(Texts::new(tag), "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}

/// Whether there is a terminal for the full screen.
fn is_terminal() -> bool {
    !is_dumb() && io::stdout().is_terminal() && io::stdin().is_terminal()
}

/// Whether the terminal says of itself that it can only print lines.
fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Says why a guide's folder can't be loaded.
fn refuse(error: &LoadError, texts: &Texts) -> Exit {
    complain(&error.message(texts));
    complain(&error.help(texts));
    Exit::Environment
}

/// The files of the guide that was given, or of the built-in one.
fn guide_files(options: &Options, texts: &Texts) -> Result<Vec<SourceFile>, Exit> {
    let given = options.guide.as_deref().map(guide_dir::load);
    given.unwrap_or_else(|| Ok(builtin_sources())).map_err(|error| refuse(&error, texts))
}

/// The guide to run: a folder's, once it has no errors, or the built-in one.
fn guide(options: &Options, texts: &Texts) -> Result<Arc<Guide>, Exit> {
    guide_with_files(options, texts).map(|(guide, _)| guide)
}

/// The same with the files that it was read from.
fn guide_with_files(
    options: &Options,
    texts: &Texts,
) -> Result<(Arc<Guide>, Vec<SourceFile>), Exit> {
    let files = guide_files(options, texts)?;
    if options.guide.is_none() {
        return Ok((Arc::new(read(&files).guide), files));
    }
    match read(&files).into_guide() {
        Ok(guide) => Ok((Arc::new(guide), files)),
        Err(findings) => {
            let color = io::stderr().is_terminal() && color(options);
            let report = guide::report(&files, &findings, texts, color);
            let _ = io::stderr().write_all(report.as_bytes());
            Err(Exit::Findings)
        }
    }
}

/// Whether to use colour: `NO_COLOR` counts when it is set to anything (no-color.org).
fn color(options: &Options) -> bool {
    match options.color.unwrap_or_default() {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let refused = env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
            !refused && !is_dumb()
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

/// Says on standard error what is wrong.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "tilldoc: {}", redact::safe(text));
}
