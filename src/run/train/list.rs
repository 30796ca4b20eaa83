//! Lists: scenarios, trainees.

use super::{admit, desk, reader, refuse, training_guide};
use crate::{
    cli::Options,
    guide::{Difficulty, Guide, Lang, Scenario},
    run::{Exit, complain, print::print},
    store::TraineeHead,
    table::{Align, Table},
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

/// Lists the scenarios; `answers` tells what is behind them, too.
pub(super) fn list(
    (answers, as_json): (bool, bool),
    options: &Options,
    texts: &Texts,
) -> Result<Exit, Exit> {
    if answers {
        admit(&reader(&desk(options, texts)?)?, texts)?;
    }
    let guide = training_guide(options, texts)?;
    let mut scenarios: Vec<&Scenario> = guide.scenarios.iter().collect();
    // Those of one difficulty stay in the guide's order.
    scenarios.sort_by_key(|own| own.difficulty);
    if as_json {
        let all = scenarios.iter().map(|own| scenario_json(&guide, own, answers));
        return Ok(print(&pretty(&Value::Array(all.collect()))));
    }
    if scenarios.is_empty() {
        complain(&tr!(texts, "train-list-none"));
        return Ok(Exit::Findings);
    }
    let lang = guide.lang(texts);
    let mut columns = vec![
        (tr!(texts, "train-list-difficulty"), Align::Left),
        (tr!(texts, "train-list-title"), Align::Cut),
        (tr!(texts, "train-list-minutes"), Align::Right),
        (tr!(texts, "train-list-id"), Align::Left),
    ];
    if answers {
        columns.push((tr!(texts, "train-list-step"), Align::Left));
        columns.push((tr!(texts, "train-list-truth"), Align::Cut));
    }
    let mut table = Table::new(columns);
    for own in scenarios {
        let mut cells = vec![
            difficulty(own.difficulty, texts),
            own.title.get(lang).to_owned(),
            format!("{:.0}", own.minutes),
            own.id.to_string(),
        ];
        if answers {
            cells.extend(truth(&guide, own, lang));
        }
        table.row(&cells);
    }
    Ok(print(&table.text(super::window_width())))
}

/// The step and the cause behind a scenario.
fn truth(guide: &Guide, scenario: &Scenario, lang: Lang) -> [String; 2] {
    let remedy = guide.remedy(&scenario.truth.id);
    let step = remedy.and_then(|own| guide.step(&own.step.id));
    let step = step.map(|own| own.title.get(lang).to_owned()).unwrap_or_default();
    [step, remedy.map(|own| own.cause.get(lang).to_owned()).unwrap_or_default()]
}

fn scenario_json(guide: &Guide, scenario: &Scenario, answers: bool) -> Value {
    let titles = guide.languages.iter().zip(scenario.title.versions());
    let mut told = json!({
        "id": scenario.id,
        "title": titles.map(|(tag, text)| (tag.clone(), json!(text))).collect::<serde_json::Map<_, _>>(),
        "difficulty": scenario.difficulty.name(),
        "minutes": scenario.minutes,
    });
    if answers && let Some(told) = told.as_object_mut() {
        let step = guide.remedy(&scenario.truth.id).map(|own| &own.step.id);
        told.insert("step".to_owned(), json!(step));
        told.insert("truth".to_owned(), json!(scenario.truth.id));
        told.insert("entry".to_owned(), json!(scenario.entry.name()));
        told.insert("questions".to_owned(), json!(scenario.questions));
    }
    told
}

pub(super) fn difficulty(difficulty: Difficulty, texts: &Texts) -> String {
    match difficulty {
        Difficulty::Easy => tr!(texts, "difficulty-easy"),
        Difficulty::Medium => tr!(texts, "difficulty-medium"),
        Difficulty::Hard => tr!(texts, "difficulty-hard"),
        Difficulty::Nasty => tr!(texts, "difficulty-nasty"),
    }
}

/// Lists the trainees.
pub(super) fn trainees(as_json: bool, options: &Options, texts: &Texts) -> Result<Exit, Exit> {
    let desk = desk(options, texts)?;
    let store = reader(&desk)?;
    admit(&store, texts)?;
    let all = store.trainees().map_err(|error| refuse(&error.into(), texts))?;
    if as_json {
        let told = all.iter().map(|own| {
            json!({
                "name": own.trainee.name,
                "since": own.since,
                "attempts": own.attempts,
                "last": own.last,
            })
        });
        return Ok(print(&pretty(&Value::Array(told.collect()))));
    }
    if all.is_empty() {
        complain(&tr!(texts, "trainees-none"));
        return Ok(Exit::Findings);
    }
    Ok(print(&trainee_table(&all, texts, &desk.zone).text(desk.width)))
}

fn trainee_table(all: &[TraineeHead], texts: &Texts, zone: &TimeZone) -> Table {
    let day = |at: Timestamp| zone.to_datetime(at).date().to_string();
    let mut table = Table::new(vec![
        (tr!(texts, "trainees-name"), Align::Cut),
        (tr!(texts, "trainees-attempts"), Align::Right),
        (tr!(texts, "trainees-last"), Align::Left),
        (tr!(texts, "trainees-since"), Align::Left),
    ]);
    for own in all {
        table.row(&[
            own.trainee.name.to_string(),
            own.attempts.to_string(),
            own.last.map_or_else(|| "-".to_owned(), day),
            day(own.since),
        ]);
    }
    table
}

pub(super) fn pretty(value: &Value) -> String {
    // Values always are JSON.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
