//! The commands of those who write guides: `tilldoc guide ...`.

use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else the built-in guide]
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
