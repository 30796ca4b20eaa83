//! The commands of those who write guides: `tilldoc guide ...`.

use clap::Subcommand;
use std::path::PathBuf;

/// What to do with a guide.
#[derive(Debug, Subcommand)]
pub enum GuideCommand {
    /// Report everything that is wrong with a guide: its place, what is wrong, how to mend it
    Check {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
    },
}
