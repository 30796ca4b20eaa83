//! Questions and remedies.

use super::{sheet::Sheet, table::Table, versions::text_of};
use crate::guide::{
    Action, Amount, Answer, Connection, Kind, Likelihood, Problem, ProfileKey, Question, Remedy,
    Role, Target, Who,
    format::{self, names},
    rules::reading,
    sorts::{Quantity, Shape},
    without_hidden,
};
use std::ops::Range;
use toml::de::DeValue;

/// The keys of a question.
pub(super) const QUESTION: &[&str] = &names(&format::QUESTION);
/// The keys of a remedy.
pub(super) const REMEDY: &[&str] = &names(&format::REMEDY);
/// The keys of an answer.
pub(super) const ANSWER: &[&str] = &names(&format::ANSWER);

/// Reads one question.
pub(super) fn question(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Question {
    let (id, place) = table.id(sheet);
    let kind = table.word(sheet, "kind", &Kind::NAMES).unwrap_or_default();
    let minutes = table.number(sheet, "minutes", Quantity::Minutes, |minutes| minutes >= 0.0);
    // What the profile knows is one of the answers, no amount and no code.
    if kind != Kind::Choice && table.has("profile") {
        let problem = Problem::MisplacedKey { key: "profile", kind: Kind::Choice.name() };
        sheet.add(&reading::MISPLACED_KEY, table.span_of_key("profile"), problem);
    }
    Question {
        id,
        place,
        kind,
        step: table.required_target(sheet, "step"),
        ask: table.required_text(sheet, "ask"),
        how: table.text(sheet, "how"),
        tell_customer: table.text(sheet, "tell_customer"),
        // A look at the device, where the author does not say.
        minutes: minutes.unwrap_or(1.0),
        likelihood: table.likelihood(sheet),
        drawing: table.target(sheet, "drawing"),
        sources: table.names(sheet, "sources"),
        aside: table.flag(sheet, "aside"),
        no_unsure: table.string(sheet, "no_unsure").map(seen),
        profile: table.word(sheet, "profile", &ProfileKey::NAMES),
        after: table.names(sheet, "after"),
        answers: answers(sheet, table, kind),
    }
}

fn answers(sheet: &mut Sheet<'_>, question: &mut Table<'_, '_>, kind: Kind) -> Vec<Answer> {
    let kind = (!question.spoilt.contains(&"kind")).then_some(kind);
    let tables = question.tables(sheet, "answers");
    let mut answers = Vec::with_capacity(tables.len());
    for (entries, span) in tables {
        let mut table = Table::new(sheet, "answer", ANSWER, entries, span);
        let (id, place) = table.id(sheet);
        let say = table.required_text(sheet, "say");
        let go = table.required_target(sheet, "go");
        let likelihood = table.likelihood(sheet);
        let role = role(sheet, &mut table, kind);
        let profile = table.words(sheet, "profile", &Connection::NAMES);
        let fine = table.flag(sheet, "fine");
        table.finish(sheet);
        // Without its link or its role nobody knows what the question lacks.
        let harmless = ["id", "say", "likelihood", "profile", "fine"];
        if table.spoilt.iter().any(|key| !harmless.contains(key)) {
            question.spoilt.push("answers");
        }
        answers.push(Answer { id, say, go, role, likelihood, profile, fine, place });
    }
    answers
}

fn role(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>, kind: Option<Kind>) -> Role {
    let mut roles = Vec::new();
    if table.flag(sheet, "unsure") {
        roles.push(("unsure", Role::Unsure));
    }
    if table.flag(sheet, "none") {
        roles.push(("none", Role::None));
    }
    if table.flag(sheet, "other") {
        roles.push(("other", Role::Other));
    }
    if let Some(limit) = table.amount(sheet, "up_to") {
        roles.push(("up_to", Role::UpTo(limit)));
    }
    for (key, own) in [("up_to", Kind::Amount), ("none", Kind::Ticks), ("other", Kind::Code)] {
        if table.has(key) && kind.is_some_and(|kind| kind != own) {
            table.spoilt.push(key);
            let problem = Problem::MisplacedKey { key, kind: own.name() };
            sheet.add(&reading::MISPLACED_KEY, table.span_of_key(key), problem);
        }
    }
    if let [(first, _), (second, _), ..] = roles[..] {
        table.spoilt.push(second);
        let problem = Problem::TwoRoles(first, second);
        sheet.add(&reading::TWO_ROLES, table.span_of_key(second), problem);
    }
    roles.first().map_or(Role::Plain, |(_, role)| *role)
}

/// Reads one remedy.
pub(super) fn remedy(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Remedy {
    let (id, place) = table.id(sheet);
    table.require("minutes");
    table.require("who");
    let minutes = table.number(sheet, "minutes", Quantity::Minutes, |minutes| minutes >= 0.0);
    Remedy {
        id,
        place,
        step: table.required_target(sheet, "step"),
        cause: table.required_text(sheet, "cause"),
        likelihood: table.likelihood(sheet).unwrap_or_default(),
        minutes: minutes.unwrap_or_default(),
        actions: actions(sheet, table),
        never: table.texts(sheet, "never"),
        who: table.word(sheet, "who", &Who::NAMES).unwrap_or_default(),
        contact: table.target(sheet, "contact"),
        tell_support: table.texts(sheet, "tell_support"),
        tell_customer: table.text(sheet, "tell_customer"),
        meanwhile: table.text(sheet, "meanwhile"),
        prevent: table.texts(sheet, "prevent"),
        drawing: table.target(sheet, "drawing"),
        if_failed: table.target(sheet, "if_failed"),
        if_worked: table.target(sheet, "if_worked"),
        escalation: table.flag(sheet, "escalation"),
        sources: table.names(sheet, "sources"),
    }
}

fn actions(sheet: &mut Sheet<'_>, remedy: &mut Table<'_, '_>) -> Vec<Action> {
    let tables = remedy.tables(sheet, "actions");
    let mut actions = Vec::with_capacity(tables.len());
    for (entries, span) in tables {
        let mut table = Table::mixed("action", entries, span.clone());
        let (id, place) = table.id(sheet);
        table.finish(sheet);
        let say = text_of(sheet, entries, span, &["id"]);
        actions.push(Action { id, say, place });
    }
    actions
}

impl Table<'_, '_> {
    /// How likely something is: a word or a weight.
    pub(super) fn likelihood(&mut self, sheet: &mut Sheet<'_>) -> Option<Likelihood> {
        if self.is_string("likelihood") {
            self.word(sheet, "likelihood", &Likelihood::NAMES)
        } else {
            let weight = self.number(sheet, "likelihood", Quantity::Weight, |weight| weight > 0.0);
            weight.map(Likelihood)
        }
    }

    /// The names of other things, with their places.
    pub(super) fn names(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Vec<Target> {
        let strings = self.strings(sheet, key).into_iter();
        strings
            .map(|(id, span)| Target { id: sheet.id(id.trim()), place: sheet.place(span) })
            .collect()
    }

    /// An amount of money, written as a number of units.
    fn amount(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Option<Amount> {
        let value = self.value(key)?;
        let amount = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => Amount::parse(number.as_str()),
            DeValue::Float(number) => Amount::parse(number.as_str()),
            DeValue::Integer(_) => None,
            _ => {
                self.wrong_type(sheet, key, Shape::Number, value);
                return None;
            }
        };
        if amount.is_none() {
            self.spoilt.push(key);
            let problem = Problem::BadNumber { key, wanted: Quantity::Amount };
            sheet.add(&reading::BAD_NUMBER, value.span(), problem);
        }
        amount
    }
}

/// Strings without their places.
pub(super) fn owned(strings: Vec<(&str, Range<usize>)>) -> Vec<String> {
    strings.into_iter().map(seen).collect()
}

/// A string that people will see, without its place and without what nobody can see in it.
pub(super) fn seen((text, _): (&str, Range<usize>)) -> String {
    without_hidden(text).into_owned()
}
