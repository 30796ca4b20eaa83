//! The command line of drills.

use crate::training::Mode;
use clap::Args;

/// Which drill to run, and how.
#[derive(Debug, Args)]
pub struct DrillArgs {
    /// The scenario by its id [default: choose from the list]
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// practice (with hints and feedback) or exam (against the clock, without either)
    #[arg(long, value_name = "MODE", value_parser = mode)]
    pub mode: Option<Mode>,
    /// Who is trained: a name or a staff number
    #[arg(long, value_name = "NAME")]
    pub trainee: Option<String>,
    /// As numbered lines on standard input and output: for screen readers and pipes
    #[arg(long)]
    pub plain: bool,
}

pub(super) fn mode(name: &str) -> Result<Mode, String> {
    let known = Mode::NAMES.iter().find(|(own, _)| *own == name).map(|(_, mode)| *mode);
    known.ok_or_else(|| Mode::NAMES.map(|(name, _)| name).join(", "))
}
