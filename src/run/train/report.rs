//! Reports for trainers.

use super::{PROGRAM, admit, desk, reader, refuse, trainee_name, training_guide};
use crate::{
    cli::{Options, TrainFormat, TrainReport},
    run::{Exit, Own, complain, print::deliver},
    store::{AttemptFilter, StoreError},
    texts::Texts,
    tr,
    training::report::{Days, Report, csv, html, table, xapi},
};

/// Reports attempts.
pub(super) fn report(
    asked: &TrainReport,
    options: &Options,
    texts: &Texts,
    own: &Own,
) -> Result<Exit, Exit> {
    let name = asked.trainee.as_deref().map(|name| trainee_name(name, texts)).transpose()?;
    let desk = desk(options, texts)?;
    let store = reader(&desk)?;
    admit(&store, texts)?;
    let guide = training_guide(options, texts)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    let mut filter =
        AttemptFilter { since: asked.since, until: asked.until, ..AttemptFilter::default() };
    if let Some(name) = name {
        let Some(trainee) = store.find_trainee(&name).map_err(failed)? else {
            complain(&tr!(texts, "report-no-trainee", name = name.as_str()));
            return Ok(Exit::Findings);
        };
        filter.trainee = Some(trainee.id);
    }
    let attempts = store.attempts(&filter).map_err(failed)?;
    let days = Days { since: asked.since, until: asked.until };
    let report = || Report::new(&attempts, asked.by, days, &guide, texts);
    let (text, any) = match format(asked) {
        TrainFormat::Table => (table(&report(), texts, desk.width), !attempts.is_empty()),
        TrainFormat::Csv => (csv(&report()), !attempts.is_empty()),
        TrainFormat::Html => (html(&report(), texts, PROGRAM), !attempts.is_empty()),
        TrainFormat::Json => (report().json(), !attempts.is_empty()),
        TrainFormat::Xapi => {
            let homepage = own.config.value.training.homepage.as_deref();
            if homepage.is_none() {
                complain(&tr!(texts, "report-no-homepage"));
            }
            let homepage = homepage.unwrap_or(xapi::HOMEPAGE);
            let source = xapi::Source { homepage, platform: "tilldoc", guide: &guide };
            let open = store.open_attempts(&filter).map_err(failed)?;
            let statements = xapi::statements(&attempts, &open, &source);
            (xapi::json(&statements), !statements.is_empty())
        }
    };
    if !any {
        complain(&tr!(texts, "report-none"));
        complain(&tr!(texts, "report-none-help"));
        if asked.file.output.is_none() && format(asked) == TrainFormat::Table {
            return Ok(Exit::Findings);
        }
    }
    let file = &asked.file;
    match deliver(&text, file.output.as_deref(), file.force, texts) {
        Exit::Fine if !any => Ok(Exit::Findings),
        exit => Ok(exit),
    }
}

/// The format that was asked for, or that the name of the file says.
fn format(asked: &TrainReport) -> TrainFormat {
    let of_name = || {
        let ending = asked.file.output.as_deref()?.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Some(TrainFormat::Csv),
            "html" | "htm" => Some(TrainFormat::Html),
            "json" => Some(TrainFormat::Json),
            _ => None,
        }
    };
    asked.format.or_else(of_name).unwrap_or(TrainFormat::Table)
}
