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
    /// Leave the mouse to the terminal
    #[arg(long, global = true, env = "TILLDOC_NO_MOUSE", value_parser = clap::builder::FalseyValueParser::new())]
    pub no_mouse: bool,
    /// Draw with ASCII characters only, for old consoles
    #[arg(long, global = true, env = "TILLDOC_ASCII", value_parser = clap::builder::FalseyValueParser::new())]
    pub ascii: bool,
    /// When to use colour
    #[arg(long, global = true, env = "TILLDOC_COLOR", value_name = "WHEN", default_value = "auto")]
    pub color: When,
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
    /// Show the session in a summary that was saved as JSON
    Import {
        /// The file, from this computer or another one
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// What to make of it.
        #[command(flatten)]
        output: Output,
    },
    /// Show where a session stands by its code, as it was dictated
    Open {
        /// The code, for example K7QM-2XFA-9D3T; blanks, hyphens and upper case do not matter
        #[arg(required = true, value_name = "CODE")]
        code: Vec<String>,
        /// What to make of it.
        #[command(flatten)]
        output: Output,
    },
    /// Check and explain guides
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

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
    },
}
