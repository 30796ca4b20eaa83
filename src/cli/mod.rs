//! The command line, and nothing else.

mod author;
mod drill;
mod train;

pub use author::{CheckFormat, Deny, File, Fmt, Graph, GuideCommand, Impact, Order, Picture, Walk};
pub use drill::DrillArgs;
pub use train::{TrainCommand, TrainCourse, TrainFormat, TrainReport};

use crate::{
    session::{Outcome, export::Format},
    store::SessionId,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::{ffi::OsStr, path::PathBuf};

/// A guide through the faults of a card terminal: say what you see, answer a few questions, get
/// the remedy
///
/// Without a command it starts the full-screen wizard.
#[derive(Debug, Default, Parser)]
#[command(name = "tilldoc", version, max_term_width = 100)]
pub struct Cli {
    /// Options of all commands.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of all commands.
#[derive(Clone, Debug, Default, Args)]
pub struct Options {
    /// Language: zh or en [default: the system's]
    #[arg(long, global = true, env = "TILLDOC_LANG", value_name = "TAG")]
    pub lang: Option<String>,
    /// Use the guide in this folder instead of the built-in one
    #[arg(long, global = true, env = "TILLDOC_GUIDE", value_name = "DIR")]
    pub guide: Option<PathBuf>,
    /// Keep sessions in this folder [default: the system's folder for data]
    #[arg(long, global = true, env = "TILLDOC_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Keep the shop's profile and the configuration in this folder [default: the system's place
    /// for them]
    #[arg(long, global = true, env = "TILLDOC_CONFIG", value_name = "DIR")]
    pub config: Option<PathBuf>,
    /// Leave the mouse to the terminal
    #[arg(long, global = true, env = "TILLDOC_NO_MOUSE", value_parser = clap::builder::FalseyValueParser::new())]
    pub no_mouse: bool,
    /// Draw with ASCII characters only, for old consoles
    #[arg(long, global = true, env = "TILLDOC_ASCII", value_parser = clap::builder::FalseyValueParser::new())]
    pub ascii: bool,
    /// When to use colour [default: auto]
    #[arg(long, global = true, env = "TILLDOC_COLOR", value_name = "WHEN")]
    pub color: Option<When>,
}

/// Whether a variable of the environment may be an option.
pub fn is_ours(variable: &OsStr) -> bool {
    variable.as_encoded_bytes().to_ascii_uppercase().starts_with(b"TILLDOC_")
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal that can, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The wizard as numbered lines on standard input and output: for screen readers and pipes
    Plain,
    /// Go on with the session that is open still, in the full screen
    Resume,
    /// Look up a response code, a message on the terminal or what you see
    Lookup {
        /// A code (51), words in any of the guide's languages, or pinyin
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
        /// Print JSON, for scripts
        #[arg(long)]
        json: bool,
        /// How many to show at most
        #[arg(long, value_name = "COUNT", default_value_t = 10)]
        most: usize,
    },
    /// Sessions that were kept: list, find, show, export, forget
    #[command(args_conflicts_with_subcommands = true)]
    History {
        /// Which ones to list, or to forget.
        #[command(flatten)]
        list: HistoryList,
        /// What to do with one.
        #[command(subcommand)]
        command: Option<HistoryCommand>,
    },
    /// Figures over all kept sessions: what failed, how often, what solved it
    Stats {
        /// Print JSON, for scripts
        #[arg(long, conflicts_with = "csv")]
        json: bool,
        /// Print CSV, for spreadsheets
        #[arg(long)]
        csv: bool,
    },
    /// The shop's profile as a form: merchant number, terminals, telephone numbers
    Setup {
        /// Print the profile and what is wrong with it
        #[arg(long)]
        show: bool,
        /// Print it as JSON, for scripts
        #[arg(long, requires = "show")]
        json: bool,
    },
    /// Keep the session in a summary that was saved as JSON, and show it
    ///
    /// It goes to the history, once however often the file comes. On a terminal it stands in the full
    /// screen then; elsewhere, or with a format, its summary is printed.
    Import {
        /// The file, from this computer or another one
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// What to make of it.
        #[command(flatten)]
        output: Output,
    },
    /// Show where a session stands by its code, as it was dictated
    ///
    /// On a terminal the full screen opens there, to go on; elsewhere, or with a format, the summary is
    /// printed.
    Open {
        /// The code, for example K7QM-2XFA-9D3T; blanks, hyphens and upper case do not matter
        #[arg(required = true, value_name = "CODE")]
        code: Vec<String>,
        /// What to make of it.
        #[command(flatten)]
        output: Output,
    },
    /// Practise on made-up faults: drills with a score; scenarios, reports, courses, cards
    ///
    /// Without a command it runs a drill. Nothing of it goes to the history.
    #[command(args_conflicts_with_subcommands = true)]
    Train {
        /// Which drill to run.
        #[command(flatten)]
        drill: DrillArgs,
        /// What else to do.
        #[command(subcommand)]
        command: Option<TrainCommand>,
    },
    /// Check, order, see and play guides
    #[command(subcommand)]
    Guide(GuideCommand),
}

/// How and where a summary is written.
#[derive(Debug, Args)]
pub struct Output {
    /// Its format [default: by the name of the file, else txt]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<FormatName>,
    /// Save it in this file, which must not exist yet, instead of printing it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<String>,
}

/// The formats of a summary by the endings of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// Plain text.
    Txt,
    /// Markdown.
    Md,
    /// JSON, which `import` reads.
    Json,
    /// A web page.
    Html,
}

/// Which kept sessions to list, or which to forget.
#[derive(Debug, Args)]
pub struct HistoryList {
    /// Words in notes, in what support said, in the guide's texts, or in the terminal's name
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// How it came out: solved, escalated, given-up or unfinished
    #[arg(long, value_parser = outcome)]
    pub outcome: Option<Outcome>,
    /// The step that it stands at, for example network
    #[arg(long, value_name = "ID")]
    pub step: Option<String>,
    /// The terminal, by its name
    #[arg(long, value_name = "NAME")]
    pub terminal: Option<String>,
    /// The first day, for example 2026-11-23
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// The last day
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// Go on behind this session
    #[arg(long, value_name = "NUMBER")]
    pub before: Option<SessionId>,
    /// How many to list at most
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    pub most: usize,
    /// Print JSON, for scripts
    #[arg(long)]
    pub json: bool,
    /// Forget this session for good
    #[arg(long, value_name = "NUMBER", conflicts_with = "older_than")]
    pub forget: Option<SessionId>,
    /// Forget all sessions older than this for good
    #[arg(long, value_name = "DAYS")]
    pub older_than: Option<u16>,
}

/// What to do with one kept session.
#[derive(Debug, Subcommand)]
pub enum HistoryCommand {
    /// Show a session and what support said
    Show {
        /// Its number
        number: SessionId,
    },
    /// Write a session's summary for support to a file, or print it
    Export {
        /// Its number
        number: SessionId,
        /// md, txt or json [default: as the file's name says, else txt]
        #[arg(long, value_parser = format)]
        format: Option<Format>,
        /// The file; an existing one is not replaced
        #[arg(short, long, value_name = "FILE")]
        output: Option<String>,
    },
    /// Write down what support said
    Note {
        /// The session's number
        number: SessionId,
        /// What they said
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },
}

fn outcome(name: &str) -> Result<Outcome, String> {
    Outcome::of_name(name).ok_or_else(|| Outcome::ALL.map(Outcome::name).join(", "))
}

fn format(name: &str) -> Result<Format, String> {
    let known = Format::ALL.into_iter().find(|format| format.ending() == name);
    known.ok_or_else(|| Format::ALL.map(Format::ending).join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn where_nothing_is_asked_for_the_default_is_what_would_have_been_read() {
        let (default, asked) = (Cli::default(), env_less(["tilldoc"]));
        assert_eq!(format!("{default:?}"), format!("{asked:?}"));
        let (default, asked) = (format!("{default:?}"), env_less(["tilldoc", "--ascii"]));
        assert_ne!(default, format!("{asked:?}"));
    }

    /// What is read where no variable says anything.
    fn env_less<const N: usize>(arguments: [&str; N]) -> Cli {
        let mut all = Cli::command();
        let names: Vec<_> = all.get_arguments().map(|own| own.get_id().clone()).collect();
        for name in names {
            all = all.mut_arg(name, |own| own.env(None::<&str>));
        }
        let read = all.try_get_matches_from(arguments).expect("it is read");
        clap::FromArgMatches::from_arg_matches(&read).expect("it is understood")
    }

    #[test]
    fn every_variable_of_an_option_is_known_as_one() {
        let mut open = vec![Cli::command()];
        let mut count = 0;
        while let Some(command) = open.pop() {
            open.extend(command.get_subcommands().cloned());
            for variable in command.get_arguments().filter_map(clap::Arg::get_env) {
                assert!(is_ours(variable), "{variable:?}");
                count += 1;
            }
        }
        assert!(count >= 7, "{count}");
    }
}
