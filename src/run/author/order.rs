//! How good the order of a guide's questions is.

use super::with_guide;
use crate::{
    cli::{Options, Order},
    history::Failure,
    json::pretty,
    ordering::{History, remedies, table},
    run::{
        Exit, complain, guide,
        print::{desk, print, window_width},
    },
    texts::Texts,
    tr,
};

/// Tells it of a guide, of one symptom, or of what the kept sessions propose.
pub(super) fn order(own: Order, options: &Options, texts: &Texts) -> Exit {
    let options = with_guide(options, own.dir);
    let guide = match guide(&options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let width = window_width();
    let report = guide.order();
    if let Some(symptom) = &own.symptom {
        let Some(way) = report.symptoms.iter().find(|way| way.id == symptom.as_str()) else {
            complain(&tr!(texts, "order-no-symptom", id = symptom.as_str()));
            return Exit::Findings;
        };
        return print(&if own.json { pretty(way) } else { remedies(way, &guide, texts, width) });
    }
    if !own.from_history {
        return print(&if own.json {
            pretty(&report)
        } else {
            table(&report, &guide, texts, width)
        });
    }
    let counts = desk(&options, texts).and_then(|desk| desk.count(&guide));
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
    let shown = if own.json { pretty(&history) } else { history.text(&guide, texts, width) };
    match print(&shown) {
        Exit::Fine if history.counts.sessions == 0 => Exit::Findings,
        exit => exit,
    }
}
