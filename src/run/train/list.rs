//! Lists: scenarios, trainees.

use super::{admit, desk, done::Done, reader, refuse, trainee_name, training_guide};
use crate::{
    cli::Options,
    drill_words,
    drilling::scenarios,
    guide::{Guide, Lang, Scenario},
    json::pretty,
    run::{
        Exit, complain,
        print::{print, window_width},
    },
    store::TraineeHead,
    table::{Align, Table},
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};

/// What a list of scenarios tells beside them.
pub(super) struct Told<'t> {
    /// Whether it tells what is behind them.
    pub(super) answers: bool,
    /// Whose standing it tells.
    pub(super) trainee: Option<&'t str>,
    /// Whether it is for scripts.
    pub(super) json: bool,
}

/// Lists the scenarios. What is behind them, and what somebody has done, is for trainers.
pub(super) fn list(told: &Told<'_>, options: &Options, texts: &Texts) -> Result<Exit, Exit> {
    let name = told.trainee.map(|name| trainee_name(name, texts)).transpose()?;
    let guide = training_guide(options, texts)?;
    let mut done = None;
    if told.answers || name.is_some() {
        let desk = desk(options, texts)?;
        let store = reader(&desk)?;
        admit(&store, texts)?;
        if let Some(name) = name {
            done = Some(Done::of(&name, &guide, &store, (texts, desk.zone.clone()))?);
        }
    }
    let scenarios = scenarios(&guide);
    if told.json {
        let all = scenarios.iter().map(|own| {
            let mut about = scenario_json(&guide, own, told.answers);
            if let Some(done) = &done {
                done.add(&own.id, &mut about);
            }
            Value::Object(about)
        });
        return Ok(print(&pretty(&all.collect::<Value>())));
    }
    if scenarios.is_empty() {
        complain(&tr!(texts, "train-list-none"));
        return Ok(Exit::Findings);
    }
    let table = scenario_table(&scenarios, told.answers, done.as_ref(), (&guide, texts));
    Ok(print(&table.text(window_width())))
}

fn scenario_table(
    scenarios: &[&Scenario],
    answers: bool,
    done: Option<&Done<'_>>,
    (guide, texts): (&Guide, &Texts),
) -> Table {
    let lang = guide.lang(texts);
    // What somebody has done stands in place of what tells which to choose: a terminal is narrow.
    let mut columns = vec![(tr!(texts, "train-list-title"), Align::Cut)];
    if done.is_none() {
        columns.insert(0, (tr!(texts, "train-list-difficulty"), Align::Left));
        columns.push((tr!(texts, "train-list-minutes"), Align::Right));
    }
    columns.push((tr!(texts, "train-list-id"), Align::Left));
    if done.is_some() {
        columns.push((tr!(texts, "train-list-done"), Align::Left));
    }
    if answers {
        columns.push((tr!(texts, "train-list-step"), Align::Left));
        columns.push((tr!(texts, "train-list-truth"), Align::Cut));
    }
    let mut table = Table::new(columns);
    for own in scenarios {
        let (title, id) = (own.title.get(lang).to_owned(), own.id.to_string());
        let mut cells = if let Some(done) = done {
            vec![title, id, done.words(&own.id)]
        } else {
            let hard = drill_words::difficulty(texts, own.difficulty);
            vec![hard, title, format!("{:.0}", own.minutes), id]
        };
        if answers {
            cells.extend(truth(guide, own, lang));
        }
        table.row(&cells);
    }
    table
}

/// The step and the cause behind a scenario.
fn truth(guide: &Guide, scenario: &Scenario, lang: Lang) -> [String; 2] {
    let remedy = guide.remedy(&scenario.truth.id);
    let step = remedy.and_then(|own| guide.step(&own.step.id));
    let step = step.map(|own| own.title.get(lang).to_owned()).unwrap_or_default();
    [step, remedy.map(|own| own.cause.get(lang).to_owned()).unwrap_or_default()]
}

fn scenario_json(guide: &Guide, scenario: &Scenario, answers: bool) -> Map<String, Value> {
    let titles = guide.languages.iter().zip(scenario.title.versions());
    let titles: Map<_, _> = titles.map(|(tag, text)| (tag.clone(), json!(text))).collect();
    let mut told = Map::new();
    told.insert("id".to_owned(), json!(scenario.id));
    told.insert("title".to_owned(), titles.into());
    told.insert("difficulty".to_owned(), json!(scenario.difficulty.name()));
    told.insert("minutes".to_owned(), json!(scenario.minutes));
    if answers {
        let step = guide.remedy(&scenario.truth.id).map(|own| &own.step.id);
        told.insert("step".to_owned(), json!(step));
        told.insert("truth".to_owned(), json!(scenario.truth.id));
        told.insert("entry".to_owned(), json!(scenario.entry.name()));
        told.insert("questions".to_owned(), json!(scenario.questions));
    }
    told
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
