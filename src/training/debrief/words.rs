//! A debrief in words: what the screen, the lines and the page say alike.

use super::{BestStop, Debrief, Decided, Decision};
use crate::{
    guide::{Action, Entry, Id, Lang, Move, Question},
    session::export::entry_text,
    texts::Texts,
    tr,
    training::{Agreement, Doing, Ending, HarmKind, Mode, Part, Saying, Tally, written::in_words},
};

/// One decision in words. Each list may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionWords {
    /// What was done.
    pub did: Vec<String>,
    /// What the facts say of it.
    pub facts: Vec<String>,
    /// What would be better.
    pub better: Vec<String>,
    /// Why what was chosen is wrong.
    pub why: Vec<String>,
    /// Whether it was good; nothing where it is neither good nor bad.
    pub good: Option<bool>,
}

/// Points and minutes: whole, or with one decimal.
pub fn number(number: f64) -> String {
    // Less than nothing is never meant: a sum of no minutes has a sign.
    let number = (number * 10.0).round().max(0.0) / 10.0 + 0.0;
    if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") }
}

impl Mode {
    /// Its name, in words.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Practice => tr!(texts, "debrief-mode-practice"),
            Self::Exam => tr!(texts, "debrief-mode-exam"),
        }
    }
}

impl Part {
    /// Its name, in words.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Remedy => tr!(texts, "debrief-part-remedy"),
            Self::Answers => tr!(texts, "debrief-part-answers"),
            Self::Looks => tr!(texts, "debrief-part-looks"),
            Self::Minutes => tr!(texts, "debrief-part-minutes"),
            Self::Actions => tr!(texts, "debrief-part-actions"),
            Self::Telling => tr!(texts, "debrief-part-telling"),
        }
    }
}

impl HarmKind {
    /// Its name, in words.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Answer => tr!(texts, "debrief-harm-answer"),
            Self::Action => tr!(texts, "debrief-harm-action"),
            Self::Telling => tr!(texts, "debrief-harm-telling"),
        }
    }
}

impl Ending {
    /// The same in words.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Solved => tr!(texts, "debrief-ending-solved"),
            Self::Stuck => tr!(texts, "debrief-ending-stuck"),
            Self::GaveUp => tr!(texts, "debrief-ending-gave-up"),
            Self::TimeUp => tr!(texts, "debrief-ending-time-up"),
        }
    }
}

impl Agreement {
    /// The same in words.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Agrees => tr!(texts, "debrief-agrees"),
            Self::Guessed => tr!(texts, "debrief-guessed"),
            Self::Unsure => tr!(texts, "debrief-unsure"),
            Self::Against => tr!(texts, "debrief-against"),
            Self::Unknown => tr!(texts, "debrief-unknown"),
        }
    }
}

impl Tally {
    /// Why a part has the points that it has.
    pub fn why(&self, part: Part, texts: &Texts) -> Vec<String> {
        let needs = (!self.solved).then(|| tr!(texts, "debrief-why-needs-remedy"));
        match part {
            Part::Remedy if self.solved => vec![tr!(texts, "debrief-why-solved")],
            Part::Remedy => vec![tr!(texts, "debrief-why-not-solved")],
            Part::Answers => {
                let all = tr!(texts, "debrief-why-answers", agreed = self.agreed, of = self.known);
                let left = self.never_asked;
                let left = (left > 0).then(|| tr!(texts, "debrief-why-left-out", count = left));
                [Some(all), left].into_iter().flatten().collect()
            }
            Part::Looks => {
                let (taken, of) = (self.looks_taken, self.looks_needed);
                let all = tr!(texts, "debrief-why-looks", taken = taken, of = of);
                let astray = self.astray;
                let astray = (astray > 0).then(|| tr!(texts, "debrief-why-astray", count = astray));
                [Some(all), astray].into_iter().flatten().collect()
            }
            Part::Minutes => {
                let (used, best) = (number(self.minutes), number(self.best_minutes));
                let all = tr!(texts, "debrief-why-minutes", used = used, best = best);
                let left = number(self.minutes_left_out);
                let left = (left != "0").then(|| tr!(texts, "debrief-why-skipped", minutes = left));
                [Some(all), left, needs].into_iter().flatten().collect()
            }
            Part::Actions => {
                let (right, of) = (self.actions_in_order, self.actions_wanted);
                let all = tr!(texts, "debrief-why-actions", right = right, of = of);
                [Some(all), needs].into_iter().flatten().collect()
            }
            Part::Telling => {
                let (right, of) = (self.told_right, self.told);
                let all = tr!(texts, "debrief-why-telling", right = right, of = of);
                [Some(all), needs].into_iter().flatten().collect()
            }
        }
    }
}

impl Debrief<'_> {
    /// Whether it is passed, in words, and why not where something harms.
    pub fn result(&self, texts: &Texts) -> String {
        match (self.marked.passed, self.marked.harm.is_empty()) {
            (true, _) => tr!(texts, "debrief-passed"),
            (false, true) => tr!(texts, "debrief-failed"),
            (false, false) => tr!(texts, "debrief-failed-harm"),
        }
    }

    /// The points in words, with the pass mark.
    pub fn points(&self, texts: &Texts) -> String {
        let (total, mark) = (number(self.marked.total), number(self.marked.mark));
        tr!(texts, "debrief-total", total = total, mark = mark)
    }

    /// How it ended; nothing where a choice does harm, which is told instead: that was not handled
    /// well, however it ended.
    pub fn ending_words(&self, texts: &Texts) -> Option<String> {
        let well = self.marked.harm.is_empty() || self.ending != Ending::Solved;
        well.then(|| self.ending.words(texts))
    }

    /// A decision in words.
    pub fn words(&self, own: &Decided<'_>, texts: &Texts) -> DecisionWords {
        let lang = self.guide.lang(texts);
        match &own.what {
            Decision::Entered { entry, better } => self.entered(entry, *better, texts),
            Decision::Looked { sight, needless } => DecisionWords {
                did: vec![tr!(texts, "debrief-did-look", look = sight.look.get(lang))],
                facts: vec![sight.shows.get(lang).to_owned()],
                why: needless.then(|| tr!(texts, "debrief-needless")).into_iter().collect(),
                good: Some(!needless),
                ..DecisionWords::default()
            },
            Decision::Hinted(question) => {
                did(tr!(texts, "debrief-did-hint", question = question.ask.get(lang)))
            }
            Decision::LookedUp(entry) => {
                let entry = entry_text(self.guide, entry, texts);
                did(tr!(texts, "debrief-did-look-up", entry = entry))
            }
            Decision::WentBack => did(tr!(texts, "debrief-did-back")),
            Decision::Ended(ending) => did(ending.words(texts)),
            Decision::Answered { .. } => self.answered(&own.what, texts, lang),
            Decision::CarriedOut { .. } => self.carried_out(&own.what, texts, lang),
        }
    }

    /// A stop of the best path in words.
    pub fn best_words(&self, stop: &BestStop<'_>, texts: &Texts) -> String {
        let lang = self.guide.lang(texts);
        match stop {
            BestStop::Question { question, sight, does, .. } => {
                let answer = self.answer(question, does, lang);
                let ask = question.ask.get(lang);
                match sight {
                    Some(sight) => {
                        let (look, shows) = (sight.look.get(lang), sight.shows.get(lang));
                        let (question, answer) = (ask, answer.as_str());
                        tr!(
                            texts,
                            "debrief-best-question",
                            look = look,
                            shows = shows,
                            question = question,
                            answer = answer
                        )
                    }
                    None => tr!(texts, "debrief-did-answer", question = ask, answer = answer),
                }
            }
            BestStop::Remedy { remedy, .. } => {
                tr!(texts, "debrief-best-remedy", remedy = remedy.cause.get(lang))
            }
        }
    }

    fn entered(&self, entry: &Entry, better: Option<&Entry>, texts: &Texts) -> DecisionWords {
        let words = |entry| entry_text(self.guide, entry, texts);
        let better = better.map(|own| tr!(texts, "debrief-better-entry", entry = words(own)));
        DecisionWords {
            did: vec![tr!(texts, "debrief-did-enter", entry = words(entry))],
            good: Some(better.is_none()),
            better: better.into_iter().collect(),
            ..DecisionWords::default()
        }
    }

    fn answered(&self, what: &Decision<'_>, texts: &Texts, lang: Lang) -> DecisionWords {
        let Decision::Answered { question, given, agreement, right, sight, looked, trap, counts } =
            what
        else {
            return DecisionWords::default();
        };
        let answer = self.answer(question, given, lang);
        let ask = question.ask.get(lang);
        let shows = sight.filter(|_| !looked).map(|own| own.shows.get(lang).to_owned());
        let void = (!counts).then(|| tr!(texts, "debrief-void"));
        let better = right.as_ref().filter(|_| !agreement.agrees());
        let better = better.map(|own| self.answer(question, own, lang));
        let better = better.map(|answer| tr!(texts, "debrief-better-answer", answer = answer));
        let look = sight.filter(|_| !looked).map(|own| own.look.get(lang));
        let look = look.map(|look| tr!(texts, "debrief-better-look", look = look));
        let why = trap.map(|own| harmful(own.harm, own.why.get(lang), texts));
        let good = match agreement {
            Agreement::Agrees => Some(true),
            // A guess that was right is no mistake; its line says what it was.
            Agreement::Unknown | Agreement::Guessed => None,
            _ => Some(false),
        };
        DecisionWords {
            did: vec![tr!(texts, "debrief-did-answer", question = ask, answer = answer)],
            facts: [Some(agreement.words(texts)), shows, void].into_iter().flatten().collect(),
            better: look.into_iter().chain(better).collect(),
            why: why.into_iter().collect(),
            good: good.filter(|_| *counts),
        }
    }

    fn carried_out(&self, what: &Decision<'_>, texts: &Texts, lang: Lang) -> DecisionWords {
        let Decision::CarriedOut {
            remedy,
            actions,
            first,
            in_order,
            tempted,
            said,
            told_wrong,
            worked,
            sensible,
        } = what
        else {
            return DecisionWords::default();
        };
        let list = |all: Vec<&str>| {
            let numbered = all.iter().enumerate().map(|(at, own)| format!("{}. {own}", at + 1));
            numbered.collect::<Vec<_>>().join(" ")
        };
        let doing = |own: &Doing| self.doing(first, own, lang);
        let chosen = list(actions.iter().map(doing).collect());
        let in_right_order = list(first.iter().map(|own| own.say.get(lang)).collect());
        let own = remedy.tell_customer.as_ref().map(|own| own.get(lang));
        let told = match said {
            Saying::Remedy => own,
            Saying::Telling(at) => self.scenario.tellings.get(*at).map(|own| own.say.get(lang)),
        };
        let told = match told {
            Some(said) => tr!(texts, "debrief-did-tell", said = said),
            None => tr!(texts, "debrief-did-tell-nothing"),
        };
        let complete = *in_order == first.len();
        let actions = tr!(texts, "debrief-better-actions", actions = in_right_order);
        let say = own.map(|said| tr!(texts, "debrief-better-tell", said = said));
        let tempted = tempted.iter().map(|own| (own.say.get(lang), own.why.get(lang), own.harm));
        let wrong = told_wrong.iter().map(|own| (own.say.get(lang), own.why.get(lang), own.harm));
        let why = tempted.chain(wrong).map(|(say, why, harm)| {
            let why = harmful(harm, why, texts);
            tr!(texts, "debrief-why-not", choice = say, why = why)
        });
        let fact = match (worked, sensible) {
            (true, _) => tr!(texts, "debrief-worked"),
            (false, true) => tr!(texts, "debrief-failed-first"),
            (false, false) => tr!(texts, "debrief-not-worked"),
        };
        let better = [(!complete).then_some(actions), say.filter(|_| told_wrong.is_some())];
        DecisionWords {
            did: vec![
                tr!(texts, "debrief-did-carry-out", remedy = remedy.cause.get(lang)),
                tr!(texts, "debrief-did-actions", actions = chosen),
                told,
            ],
            facts: vec![fact],
            better: better.into_iter().flatten().collect(),
            why: why.collect(),
            good: Some(*sensible && complete && told_wrong.is_none()),
        }
    }

    fn doing<'s>(&'s self, first: &'s [Action], own: &Doing, lang: Lang) -> &'s str {
        let action = |id: &Id| first.iter().find(|own| own.id == *id).map(|own| &own.say);
        let say = match own {
            Doing::Action(id) => action(id),
            Doing::Temptation(at) => self.scenario.temptations.get(*at).map(|own| &own.say),
        };
        say.map_or("", |say| say.get(lang))
    }

    fn answer(&self, question: &Question, given: &Move, lang: Lang) -> String {
        in_words(self.guide, question, given, lang)
    }
}

/// Something that was done, of which no more is to be said.
fn did(what: String) -> DecisionWords {
    DecisionWords { did: vec![what], ..DecisionWords::default() }
}

/// Why something is wrong; that it does harm comes first.
fn harmful(harm: bool, why: &str, texts: &Texts) -> String {
    if harm { tr!(texts, "debrief-harms", why = why) } else { why.to_owned() }
}
