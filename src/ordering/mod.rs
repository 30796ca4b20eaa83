//! The order of a guide's questions as people read it: `tilldoc guide order`.

mod history;

pub(crate) use history::History;

use crate::{
    guide::{
        Guide, Id,
        order::{ChainOrder, OrderReport, Way},
        wrap,
    },
    table::{Align, Table},
    texts::Texts,
    tr,
};

/// Minutes that are not to be seen where they are shown with two decimals.
const ROUNDED: f64 = 0.005;

/// A share in percent, small ones with a decimal.
fn percent(share: f64) -> String {
    let of_hundred = share * 100.0;
    if of_hundred > 0.0 && of_hundred < 9.95 {
        format!("{of_hundred:.1}%")
    } else {
        format!("{of_hundred:.0}%")
    }
}

/// Minutes or questions with a decimal.
fn number(own: f64) -> String {
    format!("{own:.1}")
}

/// All ways in, and what can change places.
pub(crate) fn table(
    report: &OrderReport,
    guide: &Guide,
    texts: &Texts,
    width: Option<usize>,
) -> String {
    let lang = guide.lang(texts);
    let right = |text: String| (text, Align::Right);
    let mut table = Table::new(vec![
        (tr!(texts, "order-begins"), Align::Cut),
        right(tr!(texts, "order-share")),
        right(tr!(texts, "order-questions")),
        right(tr!(texts, "order-most")),
        right(tr!(texts, "order-least")),
        right(tr!(texts, "order-minutes")),
        right(tr!(texts, "order-most")),
        right(tr!(texts, "order-lost")),
    ]);
    let mut row = |name: &str, way: &Way, share: String| {
        table.row(&[
            name.to_owned(),
            share,
            number(way.questions),
            way.most_questions.to_string(),
            number(way.least_questions),
            number(way.minutes),
            number(way.most_minutes),
            percent(way.lost_share),
        ]);
    };
    row(&tr!(texts, "order-all"), &report.all, percent(1.0));
    if let Some(way) = &report.check_everything {
        row(&tr!(texts, "summary-entry-everything"), way, String::new());
    }
    for way in &report.symptoms {
        let name = guide.symptom(&way.id).map_or("", |own| own.say.get(lang));
        row(name, way, percent(way.share));
    }
    let mut out = table.text(width);
    out += "\n";
    line(&mut out, &tr!(texts, "order-legend"), width);
    out += "\n";
    if let Some(own) = &report.checklist {
        let title =
            |id: &Id| guide.step(id).map_or(id.as_str(), |own| own.title.get(lang)).to_owned();
        line(&mut out, &tr!(texts, "order-checklist"), width);
        out += &chain(own, title, texts, width);
    }
    if report.chains.is_empty() {
        line(&mut out, &tr!(texts, "order-no-chains"), width);
    } else {
        line(&mut out, &tr!(texts, "order-chains"), width);
        for own in &report.chains {
            out += &chain(own, Id::to_string, texts, width);
        }
    }
    if !report.stops.is_empty() {
        line(&mut out, &tr!(texts, "order-stops"), width);
    }
    for own in &report.stops {
        let (id, calls) = (own.question.to_string(), percent(own.calls));
        let (going, calling) = (number(own.going_on), number(own.calling));
        let said =
            tr!(texts, "order-stop", id = id, going = going, calling = calling, calls = calls);
        line(&mut out, &said, width);
    }
    out
}

/// A chain as it is and as it costs least.
fn chain(
    own: &ChainOrder,
    name: impl Fn(&Id) -> String,
    texts: &Texts,
    width: Option<usize>,
) -> String {
    let row = |ids: &[Id]| ids.iter().map(&name).collect::<Vec<_>>().join(" > ");
    let minutes = |own: f64| format!("{own:.2}");
    let (now, best) = (minutes(own.minutes), minutes(own.best_minutes));
    let known = own.at_least > own.best_minutes - ROUNDED;
    let (order, least) = (row(&own.present), minutes(own.at_least));
    let mut said = if own.present != own.best {
        let (better, lost) = (row(&own.best), percent(own.lost_share));
        let said = tr!(
            texts,
            "order-chain",
            order = order,
            minutes = now,
            better = better,
            best = best,
            lost = lost
        );
        if known { said } else { said + &tr!(texts, "order-at-least", least = least) }
    } else if known {
        tr!(texts, "order-chain-best", order = order, minutes = now)
    } else {
        tr!(texts, "order-chain-good", order = order, minutes = now, least = least)
    };
    if own.free_minutes < own.best_minutes - ROUNDED {
        said += &tr!(texts, "order-free", free = minutes(own.free_minutes));
    }
    let mut out = String::new();
    line(&mut out, &said, width);
    out
}

/// A paragraph, folded to the window; the further rows of an item of a list stand below its words.
fn line(out: &mut String, text: &str, width: Option<usize>) {
    let (dash, text) = text.strip_prefix("- ").map_or(("", text), |text| ("- ", text));
    let fold = |width: usize| wrap(text, width.saturating_sub(dash.len()));
    let rows = width.map_or_else(|| vec![text.to_owned()], fold);
    for (at, row) in rows.iter().enumerate() {
        out.push_str(if at == 0 { dash } else { &"  "[..dash.len()] });
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

/// The remedies that one symptom ends at.
pub(crate) fn remedies(way: &Way, guide: &Guide, texts: &Texts, width: Option<usize>) -> String {
    let lang = guide.lang(texts);
    let name = guide.symptom(&way.id).map_or("", |own| own.say.get(lang));
    let mut out = String::new();
    let bits = number(way.bits);
    let minutes = number(way.remedy_minutes);
    line(
        &mut out,
        &tr!(texts, "order-symptom", name = name, bits = bits, minutes = minutes),
        width,
    );
    out += "\n";
    let mut table = Table::new(vec![
        (tr!(texts, "order-share"), Align::Right),
        (tr!(texts, "order-remedy"), Align::Left),
        (tr!(texts, "order-cause"), Align::Cut),
    ]);
    for own in &way.remedies {
        let cause = guide.remedy(&own.id).map_or("", |remedy| remedy.cause.get(lang));
        table.row(&[percent(own.share), own.id.to_string(), cause.to_owned()]);
    }
    out + &table.text(width)
}
