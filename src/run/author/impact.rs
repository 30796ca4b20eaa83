//! What a change of a guide does to what was played before.

use crate::{
    cli::Impact as Asked,
    guide::{Guide, Tally, builtin_scenarios, builtin_sources, read},
    guide_dir,
    run::{Exit, complain, print::print, refuse},
    save,
    session::impact::{self, Impact, Run, RunKind},
    store::{Filter, Place, Store, StoreError},
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The word for the guide that is built in.
const BUILT_IN: &str = "built-in";

/// How many sessions are read at once.
const PAGE: usize = 500;

/// Compares two guides. What can be played of one with errors is played.
pub(super) fn impact(asked: &Asked, texts: &Texts) -> Exit {
    let beside = asked.cases.as_ref().and_then(Option::as_ref);
    let mut errors = 0;
    let mut guides = Vec::new();
    for path in [&asked.old, &asked.new] {
        match guide(path, beside, texts) {
            Ok((guide, own)) => {
                errors += own;
                guides.push(guide);
            }
            Err(exit) => return exit,
        }
    }
    let [old, new] = &guides[..] else { return Exit::Environment };
    let mut impact = Impact::new(Arc::clone(old), Arc::clone(new));
    if asked.cases.is_some() || asked.sessions.is_none() && asked.codes.is_empty() {
        take(&mut impact, RunKind::Case, Run::cases(old, new));
        take(&mut impact, RunKind::Scenario, Run::scenarios(old, new));
    }
    for typed in &asked.codes {
        match Run::of_code(typed, old) {
            Ok(run) => impact.take(run),
            Err(error) => {
                complain(&error.message(texts, old));
                return Exit::Usage;
            }
        }
    }
    if let Some(path) = &asked.sessions
        && let Err(error) = sessions(path, [old, new], &mut impact)
    {
        complain(&error.message(texts));
        complain(&error.help(texts));
        return Exit::Environment;
    }
    let impact = impact.done();
    let text = if asked.json { impact::json(&impact) } else { impact::text(&impact, texts) };
    match print(&text) {
        Exit::Fine if !impact.is_fine() || errors > 0 => Exit::Findings,
        exit => exit,
    }
}

/// Plays what the guides have of a kind; what they can't play themselves is only counted.
fn take(impact: &mut Impact, kind: RunKind, (runs, broken): (Vec<Run>, usize)) {
    for run in runs {
        impact.take(run);
    }
    for _ in 0..broken {
        impact.apart(kind);
    }
}

/// A guide, with the path cases of a folder beside it, and how many errors it has.
fn guide(
    path: &Path,
    beside: Option<&PathBuf>,
    texts: &Texts,
) -> Result<(Arc<Guide>, usize), Exit> {
    let built_in = path.as_os_str() == BUILT_IN;
    let sources = || [builtin_sources(), builtin_scenarios()].concat();
    let own = if built_in { Ok(sources()) } else { guide_dir::load(path) };
    let cases = beside.map_or_else(|| Ok(Vec::new()), |dir| guide_dir::load_more(dir));
    let files = own.and_then(|own| Ok([own, cases?].concat()));
    let reading = read(&files.map_err(|error| refuse(&error, texts))?);
    let errors = Tally::of(&reading.findings).errors;
    if errors > 0 {
        let path = save::shown(path);
        complain(&tr!(texts, "impact-errors", guide = path, count = errors));
    }
    Ok((Arc::new(reading.guide), errors))
}

/// Plays the sessions of a database. Those of other guides are only counted.
fn sessions(path: &Path, guides: [&Arc<Guide>; 2], impact: &mut Impact) -> Result<(), StoreError> {
    // A folder is a place as `--data` names it.
    let place = if path.is_dir() { Place::new(Some(path))? } else { Place::of_database(path)? };
    let store = Store::view(&place, &TimeZone::UTC)?;
    let mut before = None;
    loop {
        let page = store.page(&Filter::default(), before, PAGE)?;
        for head in page.heads {
            if !guides.iter().any(|guide| guide.id.as_str() == head.guide.id) {
                impact.apart(RunKind::Session);
                continue;
            }
            let Some(stored) = store.session(head.id)? else { continue };
            let name = head.id.to_string();
            impact.take(Run { kind: RunKind::Session, name, transcript: stored.transcript });
        }
        match page.next {
            Some(next) => before = Some(next),
            None => return Ok(()),
        }
    }
}
