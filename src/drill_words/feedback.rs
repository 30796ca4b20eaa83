//! What a trainee is told of the last decision.

use super::{Said, Voice};
use crate::{
    tr,
    training::{Agreement, Drill, Feedback, Stage},
    wording::Words,
};

/// The feedback on the last decision, and whether there is anything to learn from it; nothing in an
/// exam, and where nothing is known.
pub(crate) fn feedback(words: &Words, drill: &Drill) -> Option<(bool, Vec<Said>)> {
    let (texts, lang) = (words.texts, words.lang);
    match drill.feedback()? {
        Feedback::Answer { question, agreement, right, sight, looked, trap } => {
            let look = sight.map_or("", |own| own.look.get(lang));
            let first = match agreement {
                Agreement::Unknown => return None,
                Agreement::Agrees => return Some(good(tr!(texts, "drill-agrees"))),
                Agreement::Guessed => tr!(texts, "drill-guessed", look = look),
                Agreement::Unsure => tr!(texts, "drill-unsure", look = look),
                Agreement::Against if sight.is_some() && !looked => {
                    tr!(texts, "drill-against-blind", look = look)
                }
                Agreement::Against => tr!(texts, "drill-against"),
            };
            if agreement == Agreement::Guessed {
                return Some(good(first));
            }
            let mut all = vec![Said::new(Voice::Bad, first)];
            let seen = sight.filter(|_| looked).map(|own| super::seen(words, own));
            all.extend(seen.map(|text| Said::new(Voice::Plain, text)));
            let right = right.map(|own| drill.move_words(&question.id, &own, lang));
            let right = right.map(|own| tr!(texts, "drill-right-is", answer = own));
            all.extend(right.map(|text| Said::new(Voice::Good, text)));
            all.extend(trap.map(|own| why(words, own.why.get(lang), own.harm)));
            Some((true, all))
        }
        Feedback::Actions { in_order, of, wrong, .. } => {
            let sum = tr!(texts, "drill-actions-sum", right = in_order, all = of);
            if in_order == of && wrong.is_empty() {
                return Some(good(sum));
            }
            let mut all = vec![Said::new(Voice::Bad, sum)];
            for own in wrong {
                all.push(Said::point(Voice::Plain, own.say.get(lang)));
                all.push(why(words, own.why.get(lang), own.harm));
            }
            Some((true, all))
        }
        Feedback::Carried { sensible, worked, wrong, .. } => {
            let mut all = Vec::new();
            if !worked {
                let text = if sensible {
                    tr!(texts, "drill-tried-rightly")
                } else {
                    tr!(texts, "drill-tried-wrongly")
                };
                all.push(Said::new(if sensible { Voice::Good } else { Voice::Bad }, text));
            }
            match wrong {
                Some(own) => {
                    let said = tr!(texts, "drill-told-wrong", said = own.say.get(lang));
                    all.push(Said::new(Voice::Bad, said));
                    all.push(why(words, own.why.get(lang), own.harm));
                }
                None => all.push(Said::new(Voice::Good, tr!(texts, "drill-told-right"))),
            }
            Some((true, all))
        }
    }
}

fn good(text: String) -> (bool, Vec<Said>) {
    (false, vec![Said::new(Voice::Good, text)])
}

/// Why something is wrong, and whether it harms.
fn why(words: &Words, why: &str, harm: bool) -> Said {
    if harm {
        Said::below(Voice::Bad, tr!(words.texts, "drill-why-harm", why = why))
    } else {
        Said::below(Voice::Plain, tr!(words.texts, "drill-why", why = why))
    }
}

/// What came of the remedy that was just carried out, and of the drill.
pub(crate) fn result(words: &Words, drill: &Drill) -> Vec<Said> {
    let texts = words.texts;
    let mut all = Vec::new();
    if let Some((remedy, worked)) = drill.last_carried() {
        let cause = remedy.cause.get(words.lang);
        let (voice, text) = if worked {
            (Voice::Good, tr!(texts, "drill-worked", cause = cause))
        } else {
            (Voice::Bad, tr!(texts, "drill-failed", cause = cause))
        };
        all.push(Said::new(voice, text));
    }
    all.extend(feedback(words, drill).into_iter().flat_map(|(_, said)| said));
    let (voice, next) = match drill.stage() {
        Stage::Over(_) if !drill.harm().is_empty() => (Voice::Bad, tr!(texts, "drill-harmed")),
        Stage::Over(ending) => (Voice::Plain, ending.words(texts)),
        _ => (Voice::Plain, tr!(texts, "drill-goes-on")),
    };
    all.push(Said::new(voice, next));
    all
}
