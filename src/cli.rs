//! The command line, and nothing else.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// A guide through the faults of a card terminal: say what you see, answer a few questions, get
/// the remedy
///
/// Without a command it starts the full-screen wizard.
#[derive(Debug, Parser)]
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
#[derive(Debug, Args)]
pub struct Options {
    /// Language: zh or en [default: the system's]
    #[arg(long, global = true, env = "TILLDOC_LANG", value_name = "TAG")]
    pub lang: Option<String>,
    /// Use the guide in this folder instead of the built-in one
    #[arg(long, global = true, env = "TILLDOC_GUIDE", value_name = "DIR")]
    pub guide: Option<PathBuf>,
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
    /// The shop's profile as a form: merchant number, terminals, telephone numbers
    Setup {
        /// Print the profile and what is wrong with it
        #[arg(long)]
        show: bool,
        /// Print it as JSON, for scripts
        #[arg(long, requires = "show")]
        json: bool,
    },
    /// Check and explain guides
    #[command(subcommand)]
    Guide(GuideCommand),
}

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
    },
}
