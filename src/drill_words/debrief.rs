//! What is told when a drill is over: what harmed, the points, then decision by decision.

use super::{Said, Voice, feedback::ended, feedback::why, number, part};
use crate::{
    guide::{Id, Move},
    tr,
    training::{
        AttemptEvent, Doing, Drill, Harm, HarmKind, Marked, Marking, Part, Saying, Stage, WEIGHTS,
    },
    wording::Words,
};

/// The debrief of a drill that is over, from the top.
pub(crate) fn debrief(words: &Words, drill: &Drill) -> Vec<Said> {
    let Some(marked) = drill.marked() else { return Vec::new() };
    let mut all = Vec::new();
    if let Stage::Over(ending) = drill.stage() {
        all.push(Said::new(Voice::Plain, ended(words, ending)));
    }
    all.push(verdict(words, &marked));
    all.extend(marked.harm.iter().flat_map(|own| harm(words, own)));
    points(words, drill, &marked, &mut all);
    all.push(heading(tr!(words.texts, "drill-decisions")));
    if marked.answers.is_empty() {
        all.push(Said::new(Voice::Plain, tr!(words.texts, "drill-no-answers")));
    }
    all.extend(marked.answers.iter().flat_map(|own| answer(words, drill, own)));
    in_vain(words, drill, &mut all);
    carried(words, drill, &mut all);
    better(words, drill, &mut all);
    all
}

fn heading(text: String) -> Said {
    Said::new(Voice::Heading, text)
}

/// Passed or not, and how many points.
fn verdict(words: &Words, marked: &Marked) -> Said {
    let (total, mark) = (number(marked.total), number(marked.mark));
    let texts = words.texts;
    if marked.passed {
        Said::new(Voice::Good, tr!(texts, "drill-passed", total = total, mark = mark))
    } else if marked.harm.is_empty() {
        Said::new(Voice::Bad, tr!(texts, "drill-not-passed", total = total, mark = mark))
    } else {
        Said::new(Voice::Bad, tr!(texts, "drill-not-passed-harm", total = total))
    }
}

/// What harmed, and why.
fn harm(words: &Words, own: &Harm) -> [Said; 2] {
    let tag = words.guide.languages.get(words.lang.0).map_or("", String::as_str);
    let choice = own.choice.get(tag);
    let text = match own.kind {
        HarmKind::Answer => tr!(words.texts, "drill-harm-answer", choice = choice),
        HarmKind::Action => tr!(words.texts, "drill-harm-action", choice = choice),
        HarmKind::Telling => tr!(words.texts, "drill-harm-telling", choice = choice),
    };
    [Said::point(Voice::Bad, text), why(words, own.why.get(tag), false)]
}

/// The points of each part, and what they come from.
fn points(words: &Words, drill: &Drill, marked: &Marked, all: &mut Vec<Said>) {
    let (texts, tally) = (words.texts, drill.tally());
    all.push(heading(tr!(texts, "drill-points")));
    for (own, _) in WEIGHTS {
        let share = marked.points.of(own);
        let of = match own {
            Part::Remedy | Part::Telling => String::new(),
            Part::Answers => {
                let all = tally.known + tally.never_asked;
                tr!(texts, "drill-of-answers", got = tally.agreed, all = all)
            }
            Part::Looks => {
                let (got, all) = (tally.looks_taken, tally.looks_needed);
                tr!(texts, "drill-of-looks", got = got, all = all, astray = tally.astray)
            }
            Part::Minutes => {
                let (used, best) = (number(marked.minutes), number(marked.best_minutes));
                tr!(texts, "drill-of-minutes", used = used, best = best)
            }
            Part::Actions => {
                let (got, all) = (tally.actions_in_order, tally.actions_wanted);
                tr!(texts, "drill-of-actions", got = got, all = all)
            }
        };
        let name = part(texts, own);
        let (got, most) = (number(share.got), number(share.most));
        let line = tr!(texts, "drill-share", part = name, got = got, most = most);
        let voice = if share.got >= share.most { Voice::Good } else { Voice::Plain };
        all.push(Said::point(voice, format!("{line}{of}")));
    }
    if marked.hints > 0 {
        all.push(Said::new(Voice::Plain, tr!(texts, "drill-hints-used", count = marked.hints)));
    }
}

/// One answer: what was asked and answered, what a look shows, what is right.
fn answer(words: &Words, drill: &Drill, own: &Marking) -> Vec<Said> {
    let (texts, lang) = (words.texts, words.lang);
    let ask = words.guide.question(&own.question).map_or("", |question| question.ask.get(lang));
    let mut all = vec![Said::point(Voice::Plain, ask)];
    let given = drill.written_words(&own.question, &own.given, lang);
    let looked =
        if own.looked { tr!(texts, "drill-looked-first") } else { tr!(texts, "drill-not-looked") };
    let scenario = drill.scenario();
    let known = own.right.is_some() || !own.agrees;
    let (voice, text) = match (known, own.agrees) {
        (false, _) => (Voice::Plain, tr!(texts, "drill-answered", answer = given)),
        (true, true) => (
            if own.looked { Voice::Good } else { Voice::Plain },
            tr!(texts, "drill-answered-right", answer = given, looked = looked),
        ),
        (true, false) => {
            (Voice::Bad, tr!(texts, "drill-answered-wrong", answer = given, looked = looked))
        }
    };
    all.push(Said::below(voice, text));
    let sight = scenario.sight(&own.question);
    if let Some(sight) = sight.filter(|_| !own.agrees || !own.looked) {
        all.push(Said::below(Voice::Plain, super::seen(words, sight)));
    }
    if let Some(right) = own.right.as_ref().filter(|_| !own.agrees) {
        let right = drill.written_words(&own.question, right, lang);
        all.push(Said::below(Voice::Good, tr!(texts, "drill-right-is", answer = right)));
    }
    let caught = scenario.traps.iter().find(|trap| {
        trap.question.id == own.question && !own.agrees && trap.answer.id.as_str() == own.given
    });
    all.extend(caught.map(|trap| why(words, trap.why.get(lang), trap.harm)));
    all
}

/// Looks beside the way.
fn in_vain(words: &Words, drill: &Drill, all: &mut Vec<Said>) {
    let seen = drill.seen().into_iter();
    let seen = seen.filter(|own| !drill.best().passes(&own.question.id));
    let seen: Vec<&str> = seen.map(|own| own.look.get(words.lang)).collect();
    if !seen.is_empty() {
        all.push(heading(tr!(words.texts, "drill-in-vain")));
        all.extend(seen.into_iter().map(|look| Said::point(Voice::Plain, look)));
    }
}

/// Remedies that were carried out: what was done and said, and what is right.
fn carried(words: &Words, drill: &Drill, all: &mut Vec<Said>) {
    let (texts, lang, scenario) = (words.texts, words.lang, drill.scenario());
    let mut chosen: &[Doing] = &[];
    for own in drill.events() {
        match &own.event {
            AttemptEvent::Ordered { actions, .. } => chosen = actions,
            AttemptEvent::Told { remedy, said } => {
                let Some(remedy) = words.guide.remedy(remedy) else { continue };
                all.push(heading(remedy.cause.get(lang).to_owned()));
                let (voice, text) = if scenario.is_right(&remedy.id) {
                    (Voice::Good, tr!(texts, "drill-was-right"))
                } else if scenario.fails.iter().any(|own| own.id == remedy.id) {
                    (Voice::Plain, tr!(texts, "drill-was-first"))
                } else {
                    (Voice::Bad, tr!(texts, "drill-was-wrong"))
                };
                all.push(Said::new(voice, text));
                actions(words, drill, &remedy.id, chosen, all);
                all.extend(told(words, drill, &remedy.id, *said));
                chosen = &[];
            }
            _ => {}
        }
    }
}

/// The first actions that were chosen, beside those that are right.
fn actions(words: &Words, drill: &Drill, remedy: &Id, chosen: &[Doing], all: &mut Vec<Said>) {
    let (texts, lang, scenario) = (words.texts, words.lang, drill.scenario());
    let own = words.guide.remedy(remedy).map_or(&[][..], |own| &own.actions);
    let right: Vec<&str> = own.iter().take(3).map(|own| own.say.get(lang)).collect();
    let done: Vec<&str> = chosen
        .iter()
        .filter_map(|doing| drill.doing_text(remedy, doing))
        .map(|text| text.get(lang))
        .collect();
    if right.is_empty() {
        return;
    }
    if done == right {
        return all.push(Said::new(Voice::Good, tr!(texts, "drill-actions-right")));
    }
    all.push(Said::new(Voice::Plain, tr!(texts, "drill-actions-done")));
    for doing in chosen {
        let text = drill.doing_text(remedy, doing).map_or("", |text| text.get(lang));
        all.push(Said::point(Voice::Plain, text));
        if let Doing::Temptation(at) = doing
            && let Some(own) = scenario.temptations.get(*at)
        {
            all.push(why(words, own.why.get(lang), own.harm));
        }
    }
    all.push(Said::new(Voice::Good, tr!(texts, "drill-actions-best")));
    let numbered = (1..).zip(right).map(|(number, say)| format!("{number}. {say}"));
    all.extend(numbered.map(|text| Said::below(Voice::Plain, text)));
}

/// What the customer was told, beside what is right.
fn told(words: &Words, drill: &Drill, remedy: &Id, said: Saying) -> Vec<Said> {
    let (texts, lang) = (words.texts, words.lang);
    let Saying::Telling(at) = said else {
        return vec![Said::new(Voice::Good, tr!(texts, "drill-told-right"))];
    };
    let Some(wrong) = drill.scenario().tellings.get(at) else { return Vec::new() };
    let mut all = vec![
        Said::new(Voice::Bad, tr!(texts, "drill-told-wrong", said = wrong.say.get(lang))),
        why(words, wrong.why.get(lang), wrong.harm),
    ];
    let right = drill.saying_text(remedy, Saying::Remedy).map(|text| text.get(lang));
    let right = match right {
        Some(right) => tr!(texts, "drill-told-best", said = right),
        None => tr!(texts, "drill-told-nothing"),
    };
    all.push(Said::new(Voice::Good, right));
    all
}

/// The way that the facts lead, and the remedy at its end.
fn better(words: &Words, drill: &Drill, all: &mut Vec<Said>) {
    let (texts, lang, guide) = (words.texts, words.lang, words.guide);
    let best = drill.best();
    let minutes = number(best.minutes());
    all.push(heading(tr!(texts, "drill-best", minutes = minutes)));
    for stop in &best.stops {
        let text = match (guide.question(&stop.node), guide.remedy(&stop.node)) {
            (Some(question), _) => {
                let answer = drill.move_words(&question.id, &stop.does, lang);
                let answer = match &stop.does {
                    Move::LookUp(_) if answer.is_empty() => tr!(texts, "drill-looks-up"),
                    _ => answer,
                };
                let ask = question.ask.get(lang);
                tr!(texts, "drill-best-answer", ask = ask, answer = answer)
            }
            (_, Some(remedy)) => {
                tr!(texts, "drill-best-tried", cause = remedy.cause.get(lang))
            }
            _ => continue,
        };
        all.push(Said::point(Voice::Plain, text));
    }
    if let Some(remedy) = guide.remedy(&best.remedy) {
        all.push(Said::new(
            Voice::Good,
            tr!(texts, "drill-best-remedy", cause = remedy.cause.get(lang)),
        ));
        all.extend(remedy.never.iter().map(|own| Said::point(Voice::Bad, own.get(lang))));
    }
}
