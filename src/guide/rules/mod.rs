//! The rules that a guide must keep, one file a rule.
//!
//! A rule is added by its file, its line in [`RULES`], its variant of
//! [`Problem`](super::Problem), its wording, and a bad case under `tests/guide-cases/`.

mod advice_list;
mod after;
mod amount_answers;
mod asked_again;
mod call;
mod case_misses;
mod code_answers;
mod code_unsure;
mod context;
mod control_character;
mod cycle;
mod drawing_not_ascii;
pub(super) mod duplicate_id;
mod empty_text;
mod facts;
mod figures_differ;
mod forbidden_advice;
mod gate;
mod graph;
mod invisible_character;
mod languages;
mod missing_sources;
mod never_likely;
mod no_actions;
mod no_answers;
mod no_steps;
mod no_symptoms;
mod no_unsure;
mod notice_reversed;
mod one_way_answers;
mod order_costs_more;
mod placeholders_differ;
mod profile_answers;
mod question_too_tall;
pub(super) mod reading;
mod remedy_too_tall;
mod same_wording;
mod scenario;
mod symptom_without_remedy;
mod terms_differ;
mod text_too_long;
mod ticks_answers;
mod too_many_actions;
mod too_many_answers;
mod unknown_name;
mod unreachable;
mod unused_drawing;
mod unused_text;
mod way_on;
mod way_too_long;

pub(super) use context::{Context, Notes};
pub(crate) use notice_reversed::RULE as NOTICE_REVERSED;
pub(crate) use reading::WRONG_TYPE;

use super::{Finding, Place, Problem, Severity, characters::ordinary};

/// One rule.
pub struct Rule {
    /// Its name in reports, for example `unknown-target`.
    pub id: &'static str,
    /// How grave it is to break it.
    pub severity: Severity,
    /// Whether only `tilldoc guide check` looks for it: running a guide does not wait for what is no
    /// more than unwise.
    pub close: bool,
    check: Check,
}

/// When and how a rule is checked.
enum Check {
    /// By the reader, which can't make a guide of what breaks it.
    Reading,
    /// On each text, as soon as it is read.
    Text(fn(&str) -> Option<Problem>),
    /// On the whole guide.
    Guide(fn(&Context<'_>, &mut Report<'_>)),
}

impl Rule {
    pub(crate) const fn reading(id: &'static str) -> Self {
        Self { id, severity: Severity::Error, close: false, check: Check::Reading }
    }

    const fn text(id: &'static str, check: fn(&str) -> Option<Problem>) -> Self {
        Self { id, severity: Severity::Error, close: false, check: Check::Text(check) }
    }

    const fn guide(id: &'static str, check: fn(&Context<'_>, &mut Report<'_>)) -> Self {
        Self { id, severity: Severity::Error, close: false, check: Check::Guide(check) }
    }

    /// A rule for a whole guide that only a close look finds: a warning.
    const fn close(id: &'static str, check: fn(&Context<'_>, &mut Report<'_>)) -> Self {
        Self { id, severity: Severity::Warning, close: true, check: Check::Guide(check) }
    }

    const fn error(self) -> Self {
        Self { severity: Severity::Error, ..self }
    }

    const fn closely(self) -> Self {
        Self { close: true, ..self }
    }

    const fn note(self) -> Self {
        Self { severity: Severity::Note, ..self }
    }

    pub(crate) const fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// A finding of this rule.
    pub(crate) fn finding(&self, place: Place, problem: Problem) -> Finding {
        Finding { rule: self.id, severity: self.severity, place, problem }
    }
}

/// Takes the findings of one rule.
struct Report<'f> {
    rule: &'static Rule,
    findings: &'f mut Vec<Finding>,
}

impl Report<'_> {
    fn add(&mut self, place: Place, problem: Problem) {
        self.findings.push(self.rule.finding(place, problem));
    }
}

/// Every rule.
static RULES: &[&Rule] = &[
    &reading::TOML_SYNTAX,
    &reading::NO_GUIDE_FILE,
    &reading::UNSUPPORTED_FORMAT,
    &reading::UNKNOWN_KEY,
    &reading::WRONG_TYPE,
    &reading::MISSING_KEY,
    &reading::UNKNOWN_WORD,
    &reading::BAD_NUMBER,
    &reading::BAD_ID,
    &reading::BAD_CODE,
    &reading::CARD_DATA,
    &reading::NO_LANGUAGES,
    &reading::UNKNOWN_LANGUAGE,
    &reading::MISSING_LANGUAGE,
    &reading::MISPLACED_KEY,
    &reading::TWO_ROLES,
    &reading::CASE_WAY_IN,
    &reading::BAD_TIME,
    &empty_text::RULE,
    &control_character::RULE,
    &invisible_character::RULE,
    &unknown_name::TARGET,
    &unknown_name::STEP,
    &unknown_name::GROUP,
    &unknown_name::CONTACT,
    &unknown_name::DRAWING,
    &unknown_name::SCHEME,
    &unknown_name::SOURCE,
    &duplicate_id::RULE,
    &unreachable::RULE,
    &cycle::RULE,
    &no_answers::RULE,
    &no_unsure::RULE,
    &too_many_answers::RULE,
    &amount_answers::LIMITS,
    &amount_answers::REST,
    &ticks_answers::RULE,
    &code_answers::OTHER,
    &code_answers::PLAIN,
    &code_answers::NO_CODES,
    &code_unsure::RULE,
    &no_actions::RULE,
    &too_many_actions::RULE,
    &way_on::NONE,
    &way_on::TWO,
    &no_steps::RULE,
    &no_symptoms::RULE,
    &symptom_without_remedy::RULE,
    &gate::MISSING,
    &gate::NOT_QUESTION,
    &gate::OFF_PATH,
    &drawing_not_ascii::RULE,
    &facts::NOT_USED,
    &facts::AFTER_ALL,
    &facts::NO_ENTRY,
    &case_misses::RULE,
    &notice_reversed::RULE,
    &profile_answers::RULE,
    &after::CIRCLE,
    &after::BROKEN,
    &order_costs_more::RULE,
    &call::RULE,
    &reading::ALLOWED_ERROR,
    &advice_list::RULE,
    &text_too_long::RULE,
    &question_too_tall::RULE,
    &remedy_too_tall::RULE,
    &figures_differ::RULE,
    &placeholders_differ::RULE,
    &terms_differ::RULE,
    &same_wording::RULE,
    &asked_again::RULE,
    &one_way_answers::RULE,
    &never_likely::RULE,
    &way_too_long::RULE,
    &forbidden_advice::RULE,
    &missing_sources::RULE,
    &unused_drawing::RULE,
    &unused_text::RULE,
    &scenario::scenario_misses::RULE,
    &scenario::missing_fact::RULE,
    &scenario::unknown_answer::RULE,
    &scenario::right_as_wrong::RULE,
    &scenario::no_trap::RULE,
    &scenario::idle_fails::RULE,
    &scenario::targets_differ::RULE,
    &scenario::screen_too_large::RULE,
    &scenario::cause_told::RULE,
    &scenario::answer_told::RULE,
    &scenario::no_scenario::SYMPTOM,
    &scenario::no_scenario::STEP,
    &scenario::unwritten_text::RULE,
    &reading::IDLE_ALLOW,
];

/// Every rule that a guide must keep.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied()
}

/// Checks one text against the rules for texts.
pub(super) fn check_text(text: &str, place: Place, findings: &mut Vec<Finding>) {
    if ordinary(text) {
        return;
    }
    for rule in RULES {
        if let Check::Text(check) = rule.check
            && let Some(problem) = check(text)
        {
            findings.push(rule.finding(place, problem));
        }
    }
}

/// Checks a whole guide, by the rules of a close look too where that is wanted.
pub(super) fn check_guide(context: &Context<'_>, close: bool, findings: &mut Vec<Finding>) {
    for &rule in RULES {
        if let Check::Guide(check) = rule.check
            && (close || !rule.close)
        {
            check(context, &mut Report { rule, findings });
        }
    }
}
