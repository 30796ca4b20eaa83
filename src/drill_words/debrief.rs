//! What is told when a drill is over: what harmed, the points, then decision by decision. The words
//! are those of the debrief's page.

use super::{Said, Voice};
use crate::{
    texts::Texts,
    tr,
    training::{
        Drill,
        debrief::{Debrief, Decision, DecisionWords, number},
    },
};

/// The debrief of a drill that is over, from the top.
pub(crate) fn debrief(texts: &Texts, drill: &Drill) -> Vec<Said> {
    let Some(own) = drill.debrief() else { return Vec::new() };
    let mut all = Vec::new();
    all.extend(own.ending_words(texts).map(|ending| Said::new(Voice::Plain, ending)));
    let voice = if own.marked.passed { Voice::Good } else { Voice::Bad };
    all.push(Said::new(voice, own.result(texts)));
    all.push(Said::new(Voice::Plain, own.points(texts)));
    harm(&own, texts, &mut all);
    score(&own, texts, &mut all);
    decisions(&own, texts, &mut all);
    best(&own, texts, &mut all);
    remedy(&own, texts, &mut all);
    all.push(Said::new(Voice::Heading, tr!(texts, "drill-how-scored")));
    all.push(Said::new(Voice::Plain, tr!(texts, "debrief-formula")));
    all
}

fn heading(text: String) -> Said {
    Said::new(Voice::Heading, text)
}

/// What harmed, and why: before all else.
fn harm(own: &Debrief<'_>, texts: &Texts, all: &mut Vec<Said>) {
    if own.marked.harm.is_empty() {
        return;
    }
    let lang = own.guide.lang(texts);
    let tag = own.guide.languages.get(lang.0).map_or("", String::as_str);
    all.push(heading(tr!(texts, "debrief-harm")));
    for harm in &own.marked.harm {
        let (kind, choice) = (harm.kind.words(texts), harm.choice.get(tag));
        let choice = tr!(texts, "debrief-harm-choice", kind = kind, choice = choice);
        all.push(Said::point(Voice::Bad, choice));
        all.push(Said::below(Voice::Plain, harm.why.get(tag)));
    }
}

/// The points of each part, and what they come from.
fn score(own: &Debrief<'_>, texts: &Texts, all: &mut Vec<Said>) {
    all.push(heading(tr!(texts, "debrief-score")));
    for (part, share) in own.parts() {
        let (got, most) = (number(share.got), number(share.most));
        let points = tr!(texts, "debrief-of", got = got, most = most);
        let line = tr!(texts, "drill-share", part = part.words(texts), points = points);
        let full = share.got >= share.most;
        all.push(Said::point(if full { Voice::Good } else { Voice::Plain }, line));
        if !full {
            let why = own.tally.why(part, texts).into_iter();
            all.extend(why.map(|why| Said::below(Voice::Plain, why)));
        }
    }
    let hints = own.marked.hints;
    if hints > 0 {
        let said = tr!(texts, "drill-share", part = tr!(texts, "debrief-hints"), points = hints);
        all.push(Said::point(Voice::Plain, said));
    }
}

/// Everything that was done: what it was, what the facts say, what would be better, what it cost.
fn decisions(own: &Debrief<'_>, texts: &Texts, all: &mut Vec<Said>) {
    all.push(heading(tr!(texts, "debrief-decisions")));
    for decided in &own.decisions {
        let DecisionWords { did, facts, better, why, good } = own.words(decided, texts);
        let voice = match good {
            Some(true) => Voice::Good,
            Some(false) => Voice::Bad,
            None => Voice::Plain,
        };
        let cost = if decided.cost > 0.0 {
            tr!(texts, "drill-cost", minutes = number(decided.cost))
        } else {
            String::new()
        };
        // That something is not right never rests on colour alone.
        let sign = match (good, &decided.what) {
            // A look that was not needed is no mistake of its kind; the line below says so.
            (Some(false), Decision::Looked { .. }) | (Some(true) | None, _) => String::new(),
            (Some(false), _) => tr!(texts, "drill-not-right"),
        };
        for (at, text) in did.into_iter().enumerate() {
            all.push(match at {
                0 => Said::point(voice, format!("{text}{sign}{cost}")),
                _ => Said::below(Voice::Plain, text),
            });
        }
        all.extend(facts.into_iter().map(|text| Said::below(Voice::Plain, text)));
        all.extend(better.into_iter().map(|text| Said::below(Voice::Good, text)));
        all.extend(why.into_iter().map(|text| Said::below(Voice::Bad, text)));
    }
}

/// The better path.
fn best(own: &Debrief<'_>, texts: &Texts, all: &mut Vec<Said>) {
    let minutes = number(own.marked.best_minutes);
    all.push(heading(tr!(texts, "debrief-best", minutes = minutes)));
    let stops = own.best.iter().map(|stop| own.best_words(stop, texts));
    all.extend(stops.map(|text| Said::point(Voice::Plain, text)));
    let cause = own.remedy.cause.get(own.guide.lang(texts));
    all.push(Said::point(Voice::Good, tr!(texts, "debrief-best-end", remedy = cause)));
}

/// The remedy with its why.
fn remedy(own: &Debrief<'_>, texts: &Texts, all: &mut Vec<Said>) {
    let (remedy, lang) = (own.remedy, own.guide.lang(texts));
    all.push(heading(tr!(texts, "debrief-remedy")));
    all.push(Said::new(Voice::Plain, remedy.cause.get(lang)));
    let actions = (1..).zip(&remedy.actions);
    let actions = actions.map(|(number, own)| format!("{number}. {}", own.say.get(lang)));
    all.extend(actions.map(|text| Said::below(Voice::Plain, text)));
    if let Some(say) = &remedy.tell_customer {
        let said = tr!(texts, "debrief-better-tell", said = say.get(lang));
        all.push(Said::new(Voice::Plain, said));
    }
    for (title, texts) in [
        (tr!(texts, "debrief-never"), &remedy.never),
        (tr!(texts, "debrief-prevent"), &remedy.prevent),
    ] {
        if !texts.is_empty() {
            all.push(Said::new(Voice::Plain, title));
            all.extend(texts.iter().map(|own| Said::point(Voice::Plain, own.get(lang))));
        }
    }
}
