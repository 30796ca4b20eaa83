//! The arm of `tilldoc guide order`.

use super::{
    Exit, complain, guide,
    print::{print, window_width},
};
use crate::{
    cli::Options,
    clock::Clock,
    history::{Desk, Failure},
    ordering::{History, json, remedies, table},
    store::Place,
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;

/// What is asked of the order.
pub(super) struct Asked {
    pub(super) symptom: Option<String>,
    pub(super) from_history: bool,
    pub(super) json: bool,
}

pub(super) fn order(asked: &Asked, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let width = window_width();
    let report = guide.order();
    if let Some(symptom) = &asked.symptom {
        let Some(way) = report.symptoms.iter().find(|own| own.id == symptom.as_str()) else {
            complain(&tr!(texts, "order-no-symptom", id = symptom.as_str()));
            return Exit::Findings;
        };
        return print(&if asked.json { json(way) } else { remedies(way, &guide, texts, width) });
    }
    if !asked.from_history {
        return print(&if asked.json {
            json(&report)
        } else {
            table(&report, &guide, texts, width)
        });
    }
    let counts = Place::new(options.data.as_deref()).and_then(|place| {
        let (zone, now) = (TimeZone::system(), Clock::from_environment().now());
        Desk { place, texts, zone, now, width }.count(&guide)
    });
    let history = match counts {
        Ok(counts) => History::new(&guide, counts),
        Err(error) => {
            let failure = Failure::from(error);
            failure.lines(texts).iter().for_each(|line| complain(line));
            return Exit::Environment;
        }
    };
    if history.counts.sessions == 0 {
        complain(&tr!(texts, "order-history-none"));
    }
    let shown = if asked.json { json(&history) } else { history.text(&guide, texts, width) };
    match print(&shown) {
        Exit::Fine if history.counts.sessions == 0 => Exit::Findings,
        exit => exit,
    }
}
