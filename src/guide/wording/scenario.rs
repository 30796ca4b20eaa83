//! What is wrong with a scenario, and how to mend it, in words.

use crate::{
    guide::{Id, Miss, ScenarioFlaw},
    texts::Texts,
    tr,
};

/// What is wrong, in one line.
pub(super) fn message(flaw: &ScenarioFlaw, texts: &Texts) -> String {
    match flaw {
        ScenarioFlaw::Misses { scenario, truth, after, miss } => {
            misses((scenario, truth), after.as_deref(), miss, texts)
        }
        ScenarioFlaw::NoFact { scenario, question, after, .. } => {
            let (scenario, question) = (scenario.to_string(), question.to_string());
            match after.clone() {
                Some(after) => tr!(
                    texts,
                    "finding-scenario-no-fact",
                    scenario = scenario,
                    question = question,
                    after = after
                ),
                None => tr!(
                    texts,
                    "finding-scenario-no-first-fact",
                    scenario = scenario,
                    question = question
                ),
            }
        }
        ScenarioFlaw::UnknownAnswer { question, answer, .. } => tr!(
            texts,
            "finding-scenario-answer",
            question = question.to_string(),
            answer = answer.clone()
        ),
        ScenarioFlaw::NoQuestion(id) => {
            tr!(texts, "finding-scenario-no-question", id = id.to_string())
        }
        ScenarioFlaw::RightAsWrong(what) => {
            tr!(texts, "finding-right-as-wrong", what = what.name())
        }
        ScenarioFlaw::NoTrap(id) => tr!(texts, "finding-no-trap", id = id.to_string()),
        ScenarioFlaw::ScreenWide { language, columns } => {
            tr!(texts, "finding-screen-wide", language = language.clone(), columns = (*columns))
        }
        ScenarioFlaw::ScreenTall { language, lines } => {
            tr!(texts, "finding-screen-tall", language = language.clone(), lines = (*lines))
        }
        ScenarioFlaw::ScreenDiffers { language, other } => {
            tr!(texts, "finding-screen-differs", language = language.clone(), other = other.clone())
        }
        ScenarioFlaw::Questions { written, path } => {
            tr!(texts, "finding-target-questions", written = (*written), path = (*path))
        }
        ScenarioFlaw::Minutes { written, path, .. } => {
            tr!(texts, "finding-target-minutes", written = minutes(*written), path = minutes(*path))
        }
        ScenarioFlaw::IdleFails(id) => tr!(texts, "finding-idle-fails", id = id.to_string()),
        ScenarioFlaw::CauseTold { key, language, words } => tr!(
            texts,
            "finding-cause-told",
            key = (*key),
            language = language.clone(),
            words = words.clone()
        ),
        ScenarioFlaw::AnswerTold { key, language, words } => tr!(
            texts,
            "finding-answer-told",
            key = (*key),
            language = language.clone(),
            words = words.clone()
        ),
        ScenarioFlaw::Unwritten { keys } => {
            tr!(texts, "finding-unwritten", keys = keys.clone())
        }
        ScenarioFlaw::NoScenario { what, id } => {
            tr!(texts, "finding-no-scenario", what = what.name(), id = id.to_string())
        }
    }
}

/// Why a scenario does not reach the remedy that works.
fn misses(
    (scenario, truth): (&Id, &Id),
    after: Option<&str>,
    miss: &Miss,
    texts: &Texts,
) -> String {
    let (scenario, truth) = (scenario.to_string(), truth.to_string());
    let after = after.map(str::to_owned);
    match (miss, after) {
        (Miss::Elsewhere(node), Some(after)) => tr!(
            texts,
            "finding-scenario-elsewhere",
            scenario = scenario,
            node = node.to_string(),
            truth = truth,
            after = after
        ),
        (Miss::Elsewhere(node), None) => tr!(
            texts,
            "finding-scenario-begins-elsewhere",
            scenario = scenario,
            node = node.to_string(),
            truth = truth
        ),
        (Miss::NoAnswer { node, .. }, _) => tr!(
            texts,
            "finding-scenario-last-resort",
            scenario = scenario,
            node = node.to_string(),
            truth = truth
        ),
        (Miss::NoWayIn, _) => tr!(texts, "finding-scenario-no-way-in", scenario = scenario),
        (Miss::EndsAt(node) | Miss::NoFact(node), _) => tr!(
            texts,
            "finding-scenario-ends-at",
            scenario = scenario,
            node = node.to_string(),
            truth = truth
        ),
    }
}

/// How to mend it, in one line.
pub(super) fn help(flaw: &ScenarioFlaw, texts: &Texts) -> String {
    match flaw {
        ScenarioFlaw::Misses { miss, .. } => match miss {
            Miss::Elsewhere(node) => {
                tr!(texts, "finding-scenario-elsewhere-help", node = node.to_string())
            }
            Miss::NoWayIn => tr!(texts, "finding-scenario-no-way-in-help"),
            Miss::NoAnswer { .. } => tr!(texts, "finding-scenario-last-resort-help"),
            Miss::EndsAt(_) | Miss::NoFact(_) => tr!(texts, "finding-scenario-ends-at-help"),
        },
        ScenarioFlaw::NoFact { question, answers, .. } => tr!(
            texts,
            "finding-scenario-no-fact-help",
            question = question.to_string(),
            answers = Id::list(answers, ", ")
        ),
        ScenarioFlaw::UnknownAnswer { answers, .. } => {
            tr!(texts, "finding-scenario-answer-help", answers = Id::list(answers, ", "))
        }
        ScenarioFlaw::NoQuestion(_) => tr!(texts, "finding-scenario-no-question-help"),
        ScenarioFlaw::RightAsWrong(what) => {
            tr!(texts, "finding-right-as-wrong-help", what = what.name())
        }
        ScenarioFlaw::NoTrap(_) => tr!(texts, "finding-no-trap-help"),
        ScenarioFlaw::ScreenWide { .. } | ScenarioFlaw::ScreenTall { .. } => {
            tr!(texts, "finding-screen-large-help")
        }
        ScenarioFlaw::ScreenDiffers { .. } => tr!(texts, "finding-screen-differs-help"),
        ScenarioFlaw::Questions { path, .. } => {
            tr!(texts, "finding-target-questions-help", path = (*path))
        }
        ScenarioFlaw::Minutes { path, most, .. } => {
            tr!(texts, "finding-target-minutes-help", path = minutes(*path), most = minutes(*most))
        }
        ScenarioFlaw::IdleFails(_) => tr!(texts, "finding-idle-fails-help"),
        ScenarioFlaw::CauseTold { .. } => tr!(texts, "finding-cause-told-help"),
        ScenarioFlaw::AnswerTold { .. } => tr!(texts, "finding-answer-told-help"),
        ScenarioFlaw::Unwritten { .. } => tr!(texts, "finding-unwritten-help"),
        ScenarioFlaw::NoScenario { what, .. } => {
            tr!(texts, "finding-no-scenario-help", what = what.name())
        }
    }
}

/// Minutes with a decimal where they need one.
fn minutes(minutes: f64) -> String {
    let rounded = (minutes * 10.0).round() / 10.0;
    format!("{rounded}")
}
