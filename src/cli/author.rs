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
    /// Tell how good the order of the questions is: what each symptom takes, and where another order
    /// would take less
    Order {
        /// The guide's folder [default: --guide, else the built-in guide]
        dir: Option<PathBuf>,
        /// Show which remedies one symptom ends at
        #[arg(long, value_name = "ID")]
        symptom: Option<String>,
        /// Weigh the guide's likelihoods by the sessions that are kept here, and propose others
        #[arg(long)]
        from_history: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}
