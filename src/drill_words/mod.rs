//! What is said in a drill: the same on the full screen and in lines.

pub(crate) mod begin;
pub(crate) mod cards;
mod debrief;
mod feedback;

pub(crate) use debrief::debrief;
pub(crate) use feedback::{feedback, result};

use crate::{
    guide::{Difficulty, Scenario, Sight},
    texts::Texts,
    tr,
    training::{
        Drill, Hint, Refused, Standing, TraineeName, Unplayable,
        debrief::{self as pages, number},
    },
    wording::Words,
};
use jiff::{Timestamp, tz::TimeZone};
use unicode_width::UnicodeWidthStr;

/// What made the page.
pub(crate) const PROGRAM: &str = concat!("tilldoc ", env!("CARGO_PKG_VERSION"));

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Over a part.
    Heading,
    /// As it comes.
    Plain,
    /// What is right.
    Good,
    /// What is wrong, above all what harms.
    Bad,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) voice: Voice,
    /// What it begins with; the rows below are indented alike.
    pub(crate) lead: &'static str,
    pub(crate) text: String,
}

impl Said {
    pub(crate) fn new(voice: Voice, text: impl Into<String>) -> Self {
        Self { voice, lead: "", text: text.into() }
    }

    /// The same as a point of a list.
    pub(crate) fn point(voice: Voice, text: impl Into<String>) -> Self {
        Self { voice, lead: "- ", text: text.into() }
    }

    /// The same below a point.
    pub(crate) fn below(voice: Voice, text: impl Into<String>) -> Self {
        Self { voice, lead: "  ", text: text.into() }
    }
}

/// A difficulty in words.
pub(crate) fn difficulty(texts: &Texts, own: Difficulty) -> String {
    match own {
        Difficulty::Easy => tr!(texts, "difficulty-easy"),
        Difficulty::Medium => tr!(texts, "difficulty-medium"),
        Difficulty::Hard => tr!(texts, "difficulty-hard"),
        Difficulty::Nasty => tr!(texts, "difficulty-nasty"),
    }
}

/// That this is a drill, how long it has taken, and how much time an exam leaves.
pub(crate) fn bar(texts: &Texts, drill: Option<&Drill>, now: Timestamp) -> String {
    let Some(drill) = drill else { return tr!(texts, "drill-bar-none") };
    let name = drill.terms().mode.words(texts);
    let bar = tr!(texts, "drill-bar", mode = name, minutes = number(drill.minutes()));
    match drill.left(now).filter(|_| !drill.is_finished()) {
        Some(left) => {
            let seconds = left.as_secs();
            let left = format!("{}:{:02}", seconds / 60, seconds % 60);
            format!("{bar}  {}", tr!(texts, "drill-left", left = left))
        }
        None => bar,
    }
}

/// The terminal's screen as a terminal, in ASCII but for its words.
pub(crate) fn terminal(words: &Words, scenario: &Scenario) -> Vec<String> {
    let lines = scenario.screen.lines(words.lang);
    let columns = crate::guide::Screen::COLUMNS;
    let edge = format!("+{}+", "-".repeat(columns + 2));
    let row = |text: &str| {
        let blank = columns.saturating_sub(text.width());
        format!("| {text}{} |", " ".repeat(blank))
    };
    let blank = String::new();
    let shown: Vec<&String> =
        if lines.is_empty() { vec![&blank; 2] } else { lines.iter().collect() };
    let rows = shown.into_iter().map(|line| row(line));
    std::iter::once(edge.clone()).chain(rows).chain([edge]).collect()
}

/// What is said of the terminal's screen where it shows nothing.
pub(crate) fn dark(words: &Words, scenario: &Scenario) -> Option<String> {
    let dark = scenario.screen.lines(words.lang).is_empty();
    dark.then(|| tr!(words.texts, "drill-dark"))
}

/// The debrief of a drill that is over, as a web page.
pub(crate) fn page(
    texts: &Texts,
    drill: &Drill,
    trainee: Option<&TraineeName>,
    zone: &TimeZone,
) -> Option<String> {
    Some(pages::html(&drill.debrief()?, trainee.map(TraineeName::as_str), texts, zone, PROGRAM))
}

/// A name for that page.
pub(crate) fn page_name(drill: &Drill, zone: &TimeZone) -> String {
    let began = drill.began().to_zoned_datetime(zone.clone());
    format!("tilldoc-train-{}.html", began.strftime("%Y-%m-%d-%H%M"))
}

/// Who is trained, and whether the score lasts.
pub(crate) fn trainee(texts: &Texts, name: Option<&TraineeName>, lasts: bool) -> String {
    let who = name.map(|name| tr!(texts, "drill-trainee", name = name.as_str()));
    let kept = match (name, lasts) {
        (_, false) => tr!(texts, "drill-not-kept"),
        (None, true) => tr!(texts, "drill-no-trainee"),
        (Some(_), true) => String::new(),
    };
    let parts = who.into_iter().chain(Some(kept).filter(|kept| !kept.is_empty()));
    parts.collect::<Vec<_>>().join(&tr!(texts, "sentence-joint"))
}

/// A title with what is said beside it.
pub(crate) fn beside(texts: &Texts, title: &str, aside: &str) -> String {
    tr!(texts, "drill-beside", title = title, aside = aside)
}

/// How a scenario of a course stands.
pub(crate) fn standing(texts: &Texts, own: Standing, zone: &TimeZone) -> String {
    match own {
        Standing::Passed(at) => {
            tr!(texts, "course-passed", day = zone.to_datetime(at).date().to_string())
        }
        Standing::Spent => tr!(texts, "course-spent"),
        Standing::Open(None) => tr!(texts, "course-open"),
        Standing::Open(Some(count)) => tr!(texts, "course-left", count = count),
    }
}

/// What was seen.
pub(crate) fn seen(words: &Words, sight: &Sight) -> String {
    let (look, shows) = (sight.look.get(words.lang), sight.shows.get(words.lang));
    tr!(words.texts, "drill-seen", look = look, shows = shows)
}

/// What is seen of a look that was just taken.
pub(crate) fn look_minutes(words: &Words, sight: &Sight) -> String {
    tr!(words.texts, "drill-look-minutes", minutes = number(sight.minutes(words.guide)))
}

/// A hint.
pub(crate) fn hint(words: &Words, hint: Hint<'_>) -> Vec<Said> {
    let mut all = Vec::new();
    if let Some(how) = hint.how {
        all.push(Said::new(Voice::Heading, tr!(words.texts, "question-how")));
        all.push(Said::new(Voice::Plain, how.get(words.lang)));
    }
    let look = match hint.look {
        Some(sight) => tr!(words.texts, "drill-hint-look", look = sight.look.get(words.lang)),
        None => tr!(words.texts, "drill-hint-none"),
    };
    all.push(Said::new(Voice::Plain, look));
    all
}

/// Why something was refused.
pub(crate) fn refused(texts: &Texts, why: Refused) -> String {
    match why {
        Refused::NoHints => tr!(texts, "drill-no-hints"),
        Refused::NoWayBack => tr!(texts, "drill-no-way-back"),
        Refused::TimeUp => tr!(texts, "drill-time-up"),
        Refused::Over => tr!(texts, "drill-over"),
        Refused::NotNow | Refused::NotOffered => tr!(texts, "drill-not-now"),
        Refused::Session(_) => tr!(texts, "notice-refused"),
    }
}

/// Why a drill can't be begun or gone on with.
pub(crate) fn unplayable(texts: &Texts, why: &Unplayable) -> String {
    match why {
        Unplayable::NoScenario(id) => tr!(texts, "drill-no-scenario", id = id.to_string()),
        Unplayable::Misses(_) => tr!(texts, "drill-misses"),
        Unplayable::OtherGuide(_) | Unplayable::NoBeginning | Unplayable::Changed(..) => {
            tr!(texts, "drill-changed")
        }
    }
}
