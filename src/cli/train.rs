//! The commands of trainers and trainees: `tilldoc train ...`.

use super::File;
use crate::{
    store::SessionId,
    training::{Mode, report::By},
};
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// What to do with drills.
#[derive(Debug, Subcommand)]
pub enum TrainCommand {
    /// List the scenarios of the guide, the easiest first
    List {
        /// Tell what is behind each of them, too: for trainers, asks for their PIN
        #[arg(long)]
        answers: bool,
        /// Tell what this trainee has done of them, too: for trainers, asks for their PIN
        #[arg(long, value_name = "NAME")]
        trainee: Option<String>,
        /// Print JSON, for scripts
        #[arg(long)]
        json: bool,
    },
    /// Report what attempts come to: for trainers, asks for their PIN
    Report(TrainReport),
    /// A course: an ordered list of scenarios, who has passed which, and certificates
    Course(TrainCourse),
    /// Practise codes and messages with cards; each comes again shortly before it would be forgotten
    Cards {
        /// Whose cards
        #[arg(long, value_name = "NAME")]
        trainee: String,
        /// How many new ones a day
        #[arg(long, value_name = "COUNT", default_value_t = crate::training::NEW_A_DAY)]
        new: usize,
    },
    /// Write a scenario to edit, from a session that was kept
    New {
        /// The session's number
        #[arg(long, value_name = "SESSION")]
        from: SessionId,
        /// Where it goes.
        #[command(flatten)]
        file: File,
    },
    /// List who has been trained here: for trainers, asks for their PIN
    Trainees {
        /// Print JSON, for scripts
        #[arg(long)]
        json: bool,
    },
    /// Forget a trainee with all attempts and cards, for good: for trainers, asks for their PIN
    ///
    /// On a terminal the name is to be typed again first; elsewhere `--yes` is needed.
    Forget {
        /// Name or staff number
        name: String,
        /// Do not ask again: for scripts
        #[arg(long)]
        yes: bool,
    },
    /// Set the trainer's PIN, which guards names and reports
    ///
    /// It is asked for without being shown. Elsewhere than on a terminal it is one line of the
    /// input; the PIN so far is `TILLDOC_TRAINER_PIN` in the environment, or the line before.
    Pin {
        /// Take the PIN away: names and reports are open to anybody here then
        #[arg(long)]
        remove: bool,
    },
}

/// Which attempts are reported, and how.
#[derive(Debug, Args)]
pub struct TrainReport {
    /// What each line is about [default: trainee]
    #[arg(long, value_name = "trainee|scenario|step|question", value_parser = by)]
    #[arg(default_value = "trainee", hide_default_value = true)]
    pub by: By,
    /// Only attempts of this trainee
    #[arg(long, value_name = "NAME")]
    pub trainee: Option<String>,
    /// Only exams, or only practice
    #[arg(long, value_name = "practice|exam", value_parser = super::drill::mode)]
    pub mode: Option<Mode>,
    /// The first day on which they ended, for example 2026-11-23
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// The last day
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// How to print it [default: by the name of the file, else table]
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Option<TrainFormat>,
    /// Where it goes.
    #[command(flatten)]
    pub file: File,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrainFormat {
    /// For people
    Table,
    /// For spreadsheets
    Csv,
    /// A web page with bars
    Html,
    /// xAPI 1.0.3 statements, for learning systems; one for each thing that happened, whatever the
    /// lines are about
    Xapi,
    /// For scripts
    Json,
}

/// Which course, and whose.
#[derive(Debug, Args)]
pub struct TrainCourse {
    /// How far this trainee is: for trainers, asks for their PIN
    #[arg(long, value_name = "NAME", conflicts_with = "all")]
    pub trainee: Option<String>,
    /// How far everybody is: for trainers, asks for their PIN
    #[arg(long)]
    pub all: bool,
    /// The course's file [default: course.toml in the folder of the configuration, else the built-in
    /// course]
    #[arg(long, value_name = "FILE")]
    pub course: Option<PathBuf>,
    /// Write the certificate of a trainee who has passed, as a web page
    #[arg(long, requires = "trainee", conflicts_with = "json")]
    pub certificate: bool,
    /// Print JSON, for scripts
    #[arg(long)]
    pub json: bool,
    /// Where it goes.
    #[command(flatten)]
    pub file: File,
}

fn by(name: &str) -> Result<By, String> {
    let known = By::NAMES.iter().find(|(own, _)| *own == name).map(|(_, by)| *by);
    known.ok_or_else(|| By::NAMES.map(|(name, _)| name).join(", "))
}
