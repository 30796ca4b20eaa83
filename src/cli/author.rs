//! The commands of those who write guides: `tilldoc guide ...`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
    },
    /// Tell how good the order of the questions is: what each symptom takes, and where another order
    /// would take less
    Order(Order),
    /// Print the JSON Schema of a guide's files, for completion and hints in an editor
    ///
    /// A file that begins with `#:schema ./guide.schema.json` is completed and checked by the
    /// editors' TOML servers (taplo, tombi).
    Schema {
        /// The guide whose languages the texts are in [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
        /// Where it goes.
        #[command(flatten)]
        output: File,
    },
    /// Draw a guide, or a part of it, as a picture
    Graph(Graph),
    /// Write a small whole guide to begin with, for a label printer, into an empty folder
    New {
        /// The folder; it is made where it is not there
        dir: PathBuf,
    },
    /// Play a guide at random, and report dead ends, loops, the longest way and what was never met
    Walk(Walk),
    /// A guide as a tree to fold, from which it can be played at any place; as indented lines where
    /// the output is no terminal
    Tree {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
        /// Print indented lines in a terminal, too
        #[arg(long)]
        text: bool,
    },
}

/// What is asked of the order of questions.
#[derive(Debug, Args)]
pub struct Order {
    /// The guide's folder [default: --guide, else the built-in guide]
    pub dir: Option<PathBuf>,
    /// Show which remedies one symptom ends at
    #[arg(long, value_name = "ID")]
    pub symptom: Option<String>,
    /// Weigh the guide's likelihoods by the sessions that are kept here, and propose others
    #[arg(long)]
    pub from_history: bool,
    /// Print JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// A file that is written instead of printing.
#[derive(Debug, Args)]
pub struct File {
    /// Save it in this file instead of printing it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<String>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What is drawn, and how.
#[derive(Debug, Args)]
pub struct Graph {
    /// The guide's folder [default: --guide, else the built-in guide]
    pub dir: Option<PathBuf>,
    /// The kind of picture
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: Picture,
    /// Only this step of the checklist, with what leads into it and out of it
    #[arg(long, value_name = "ID", group = "part")]
    pub step: Option<String>,
    /// Only what this symptom can lead to, up to the first remedies
    #[arg(long, value_name = "ID", group = "part")]
    pub symptom: Option<String>,
    /// Only the ways to this remedy
    #[arg(long, value_name = "ID", group = "part")]
    pub remedy: Option<String>,
    /// Where it goes.
    #[command(flatten)]
    pub file: File,
}

/// The kinds of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Picture {
    /// Mermaid, which wikis and code hosts draw.
    Mermaid,
    /// Graphviz.
    Dot,
    /// One web page, offline, to pan, search and click.
    #[default]
    Html,
}

/// How a guide is played at random.
#[derive(Debug, Args)]
pub struct Walk {
    /// The guide's folder [default: --guide, else the built-in guide]
    pub dir: Option<PathBuf>,
    /// The same number plays the same again
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub seed: u64,
    /// How many moves to make
    #[arg(long, value_name = "COUNT", default_value_t = 100_000)]
    pub steps: usize,
    /// Print JSON, for scripts
    #[arg(long)]
    pub json: bool,
}
