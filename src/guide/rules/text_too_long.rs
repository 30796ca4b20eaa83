//! No text is cut off in the smallest window that is enough: 60 columns and 20 rows.
//!
//! Most texts wrap, and the page scrolls. Cut off is what does neither: what to say to the customer
//! beyond its rows, drawings beyond their columns, the lines of a list of scenarios or of looks.

use super::{Context, Problem, Report, Rule};
use crate::guide::{
    Drawing, Lang, Node, Place, Scenario, Sight, Text,
    room::{CUSTOMER_ROWS, DRAWING_COLUMNS, Room},
};
use unicode_width::UnicodeWidthStr;

pub(super) static RULE: Rule = Rule::close("text-too-long", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let rooms = Room::of(context.guide);
    for node in &context.guide.nodes {
        let text = match node {
            Node::Question(question) => question.tell_customer.as_ref(),
            Node::Remedy(remedy) => remedy.tell_customer.as_ref(),
        };
        if let Some(text) = text {
            customer(context, report, &rooms, (node.place(), text));
        }
    }
    for drawing in &context.guide.drawings {
        check_drawing(context, report, drawing);
    }
    for scenario in &context.guide.scenarios {
        check_scenario(context, report, scenario);
    }
}

fn check_scenario(context: &Context<'_>, report: &mut Report<'_>, scenario: &Scenario) {
    let title = ("scenario", scenario.place, &scenario.title, Scenario::TITLE_COLUMNS);
    let looks =
        scenario.sights.iter().map(|own| ("look", own.place, &own.look, Sight::LOOK_COLUMNS));
    for (key, place, text, most) in looks.chain([title]) {
        for (language, version) in context.guide.languages.iter().zip(text.versions()) {
            if version.width() > most {
                let (place, language) = (context.place_of(place, version), language.clone());
                report.add(place, Problem::TextCut { key, language: Some(language) });
            }
        }
    }
}

fn customer(
    context: &Context<'_>,
    report: &mut Report<'_>,
    rooms: &[Room],
    (place, text): (Place, &Text),
) {
    for (at, room) in rooms.iter().enumerate() {
        if !room.customer_fits(text) && room.customer_rows(text) > CUSTOMER_ROWS {
            let place = context.place_of(place, text.get(Lang(at)));
            let language = context.guide.languages.get(at).cloned();
            report.add(place, Problem::TextCut { key: "tell_customer", language });
        }
    }
}

fn check_drawing(context: &Context<'_>, report: &mut Report<'_>, drawing: &Drawing) {
    for (key, rows) in [("unicode", &drawing.unicode), ("ascii", &drawing.ascii)] {
        if let Some(row) = rows.iter().find(|row| row.width() > DRAWING_COLUMNS) {
            let place = context.place_of(drawing.place, row);
            report.add(place, Problem::TextCut { key, language: None });
        }
    }
    let legend = drawing.legend.iter().map(|(mark, text)| ("legend", mark.as_str(), text));
    for (key, mark, text) in legend.chain([("title", "", &drawing.title)]) {
        for (language, version) in context.guide.languages.iter().zip(text.versions()) {
            if mark.width() + 1 + version.width() > DRAWING_COLUMNS {
                let place = context.place_of(drawing.place, version);
                report.add(place, Problem::TextCut { key, language: Some(language.clone()) });
            }
        }
    }
}
