//! The commands of those who write guides: `tilldoc guide ...`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else this folder if it is one, else the built-in guide]
        dir: Option<PathBuf>,
        /// How to print findings
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        format: CheckFormat,
        /// What counts as a failure beside errors (notes: warnings, too)
        #[arg(long, value_name = "WHAT", value_enum)]
        deny: Option<Deny>,
    },
    /// Say what a rule of `guide check` asks, why, and how to mend what breaks it
    Explain {
        /// The rule's name, for example same-wording [default: list all rules]
        rule: Option<String>,
    },
    /// Tell how good the order of the questions is: what each symptom takes, and where another order
    /// would take less
    Order(Order),
    /// Print the JSON Schema of a guide's files, for completion and hints in an editor
    ///
    /// A file that begins with `#:schema ./guide.schema.json` is completed and checked by the
    /// editors' TOML servers (taplo, tombi).
    Schema {
        /// The guide whose languages the texts are in [default: as for `guide check`]
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
    /// Lay a guide's files out: the order of keys, blanks and lines; comments stay
    Fmt(Fmt),
    /// Play recorded sessions, path cases and scenarios through two versions of a guide, and list
    /// those that now end elsewhere
    Impact(Impact),
    /// Play a guide at random, and report dead ends, loops, the longest way and what was never met
    Walk(Walk),
    /// A guide as a tree to fold, from which it can be played at any place; as indented lines where
    /// the output is no terminal
    Tree {
        /// The guide's folder [default: --guide, else this folder if it is one, else the built-in guide]
        dir: Option<PathBuf>,
        /// Print indented lines in a terminal, too
        #[arg(long)]
        text: bool,
    },
    /// Play a guide while it is written: each save is taken in at once, with the findings beside
    Watch {
        /// The guide's folder [default: --guide, else this folder]
        dir: Option<PathBuf>,
    },
}

/// What is asked of the order of questions.
#[derive(Debug, Args)]
pub struct Order {
    /// The guide's folder [default: --guide, else this folder if it is one, else the built-in guide]
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
    /// The guide's folder [default: --guide, else this folder if it is one, else the built-in guide]
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
    /// The guide's folder [default: --guide, else this folder if it is one, else the built-in guide]
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

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With the lines of the files, for people
    #[default]
    Human,
    /// One line each, for editors: `file:line:column: severity[rule]: text`
    Short,
    /// One object, for scripts
    Json,
    /// SARIF 2.1.0, for code hosts
    Sarif,
}

/// What counts as a failure beside errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings
    Warnings,
    /// Warnings and notes
    Notes,
}

/// Which files are laid out.
#[derive(Debug, Args)]
pub struct Fmt {
    /// The guide's folder [default: --guide, else this folder if it is one]
    pub dir: Option<PathBuf>,
    /// Change nothing; print the names of the files that are not laid out, and fail if there are any
    #[arg(long)]
    pub check: bool,
}

/// What is compared, and by what.
#[derive(Debug, Args)]
pub struct Impact {
    /// The guide as it was: its folder, or `built-in`
    pub old: PathBuf,
    /// The guide as it is to be: its folder, or `built-in`
    pub new: PathBuf,
    /// Replay the sessions of this database, or of the one in this folder; it is only read
    #[arg(long, value_name = "DB")]
    pub sessions: Option<PathBuf>,
    /// Replay the path cases and scenarios of both guides [default: where nothing else is named];
    /// with a folder, those in its files, too
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true)]
    pub cases: Option<Option<PathBuf>>,
    /// Replay this session code of the old guide, too; may be given several times
    #[arg(long = "code", value_name = "CODE")]
    pub codes: Vec<String>,
    /// Print JSON, for scripts
    #[arg(long)]
    pub json: bool,
}
