//! What is told before a drill begins: what an exam asks, what it spends, what is given up for it.

use super::{Said, Voice};
use crate::{
    drilling::Ahead,
    tr,
    training::{Course, Drill, Mode, Progress, Standing},
    wording::Words,
};

/// What there is beside a drill that is about to begin.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'b> {
    /// The course, and how far the trainee is in it; nothing where nobody is named.
    pub(crate) course: Option<(&'b Course, &'b Progress)>,
    /// The drill that is not over.
    pub(crate) open: Option<&'b Drill>,
}

/// What is asked.
pub(crate) fn title(words: &Words, ahead: &Ahead) -> String {
    match ahead.terms.mode {
        Mode::Exam => tr!(words.texts, "drill-begin-exam"),
        Mode::Practice => tr!(words.texts, "drill-begin-other"),
    }
}

/// What is told.
pub(crate) fn ahead(words: &Words, ahead: &Ahead, beside: Beside<'_>) -> Vec<Said> {
    let texts = words.texts;
    let plain = |text| Said::new(Voice::Plain, text);
    let title = words.guide.scenario_title(&ahead.scenario, words.lang);
    let mut all = vec![Said::new(Voice::Heading, title)];
    let terms = &ahead.terms;
    if terms.mode == Mode::Exam {
        all.push(plain(match terms.limit {
            Some(seconds) => tr!(texts, "drill-begin-time", minutes = seconds.div_ceil(60)),
            None => tr!(texts, "drill-begin-no-time"),
        }));
        all.push(plain(if terms.may_go_back() {
            tr!(texts, "drill-begin-back")
        } else {
            tr!(texts, "drill-begin-no-back")
        }));
    }
    all.extend(beside.course.and_then(|own| tries(words, ahead, own)).map(plain));
    all.extend(beside.open.map(|open| {
        let title = open.scenario().title.get(words.lang);
        Said::new(
            Voice::Bad,
            match open.terms().mode {
                Mode::Exam => tr!(texts, "drill-begin-open-exam", title = title),
                Mode::Practice => tr!(texts, "drill-begin-open", title = title),
            },
        )
    }));
    all
}

/// What the drill is in the course, where it counts there or might be thought to.
fn tries(words: &Words, ahead: &Ahead, (course, progress): (&Course, &Progress)) -> Option<String> {
    let texts = words.texts;
    let own = progress.stations.iter().find(|own| own.scenario == ahead.scenario)?;
    if !course.counts.takes(ahead.terms.mode) {
        return None;
    }
    Some(match own.standing {
        Standing::Open(Some(left)) => {
            let (number, all) = (own.tries + 1, own.tries + left);
            tr!(texts, "drill-begin-try", number = number, all = all)
        }
        Standing::Open(None) => tr!(texts, "drill-begin-counts"),
        Standing::Passed(_) => tr!(texts, "drill-begin-passed"),
        Standing::Spent => tr!(texts, "drill-begin-spent"),
    })
}
