//! What the list of kept sessions is narrowed by: outcome, step, terminal, days.

use super::{Body, Context, Intent, Item, history::History, list};
use crate::{
    guide::Id,
    history::outcome_word,
    profile::{self, TerminalNumber},
    session::Outcome,
    store::Filter,
    tr,
    tui::theme::Role,
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// One thing that the list can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    /// How a session stands.
    Outcome,
    /// The step that it stands at.
    Step,
    /// The terminal that it is about.
    Terminal,
    /// When it began.
    Days,
}

impl Facet {
    const ALL: [Self; 4] = [Self::Outcome, Self::Step, Self::Terminal, Self::Days];
}

/// What one of them can be; none stands for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// An outcome.
    Outcome(Option<Outcome>),
    /// Id of a step.
    Step(Option<Id>),
    /// Name of a terminal.
    Terminal(Option<String>),
    /// Days.
    Days(Days),
}

/// Days up to today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Days {
    /// All.
    #[default]
    All,
    /// Today.
    Today,
    /// Today and the six days before.
    Week,
    /// Today and the 29 days before.
    Month,
}

impl Days {
    const ALL: [Self; 4] = [Self::All, Self::Today, Self::Week, Self::Month];

    /// Days before today that belong to it; none where all do.
    fn before(self) -> Option<i64> {
        match self {
            Self::All => None,
            Self::Today => Some(0),
            Self::Week => Some(6),
            Self::Month => Some(29),
        }
    }
}

/// By what a list is narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Narrowed {
    outcome: Option<Outcome>,
    step: Option<Id>,
    terminal: Option<String>,
    days: Days,
}

impl Narrowed {
    /// Takes a choice.
    pub(crate) fn take(&mut self, choice: Choice) {
        match choice {
            Choice::Outcome(outcome) => self.outcome = outcome,
            Choice::Step(step) => self.step = step,
            Choice::Terminal(terminal) => self.terminal = terminal,
            Choice::Days(days) => self.days = days,
        }
    }

    /// What to look for, together with what was typed.
    pub(crate) fn filter(&self, typed: &str, now: Timestamp, zone: &TimeZone) -> Filter {
        let since = |days| {
            let day = zone.to_datetime(now).date();
            day.checked_sub(SignedDuration::from_hours(24 * days)).unwrap_or(day)
        };
        Filter {
            search: typed.to_owned(),
            outcome: self.outcome,
            step: self.step.as_ref().map(ToString::to_string),
            terminal: self.terminal.clone(),
            since: self.days.before().map(since),
            ..Filter::default()
        }
    }

    fn choice(&self, facet: Facet) -> Choice {
        match facet {
            Facet::Outcome => Choice::Outcome(self.outcome),
            Facet::Step => Choice::Step(self.step.clone()),
            Facet::Terminal => Choice::Terminal(self.terminal.clone()),
            Facet::Days => Choice::Days(self.days),
        }
    }
}

/// What the list is narrowed by, in one line.
pub(crate) fn line(context: &Context, own: &History) -> String {
    let texts = context.texts;
    let chosen = |facet: &Facet| chosen(context, &own.narrowed.choice(*facet));
    let chosen: Vec<String> = Facet::ALL.iter().filter_map(chosen).collect();
    if chosen.is_empty() {
        return tr!(texts, "filters-none");
    }
    tr!(texts, "filters-line", what = chosen.join(&tr!(texts, "filters-and")))
}

/// What is chosen, where that is not all.
fn chosen(context: &Context, choice: &Choice) -> Option<String> {
    let texts = context.texts;
    match choice {
        Choice::Outcome(outcome) => outcome.map(|own| outcome_word(texts, own)),
        Choice::Step(step) => {
            let step = step.as_ref()?;
            let own = context.guide.and_then(|guide| guide.step(step));
            Some(own.map_or_else(|| step.to_string(), |own| own.title.get(context.lang).to_owned()))
        }
        Choice::Terminal(terminal) => terminal.as_ref().map(|name| terminal_name(context, name)),
        Choice::Days(Days::All) => None,
        Choice::Days(Days::Today) => Some(tr!(texts, "filters-today")),
        Choice::Days(Days::Week) => Some(tr!(texts, "filters-week")),
        Choice::Days(Days::Month) => Some(tr!(texts, "filters-month")),
    }
}

/// A terminal as the shop calls it.
fn terminal_name(context: &Context, name: &str) -> String {
    let number = TerminalNumber::parse(name).ok();
    let own = number.and_then(|number| context.shop.profile.terminal(&number));
    own.map_or_else(|| name.to_owned(), |own| profile::terminal(own, context.texts))
}

fn facet_name(context: &Context, facet: Facet) -> String {
    let texts = context.texts;
    match facet {
        Facet::Outcome => tr!(texts, "history-outcome"),
        Facet::Step => tr!(texts, "history-step"),
        Facet::Terminal => tr!(texts, "history-terminal"),
        Facet::Days => tr!(texts, "filters-days"),
    }
}

/// The lines of all filters.
pub(crate) fn items(context: &Context, own: &History) -> Vec<Item> {
    let texts = context.texts;
    let item = |facet: &Facet| {
        let now = chosen(context, &own.narrowed.choice(*facet));
        let now = now.unwrap_or_else(|| tr!(texts, "history-all"));
        Item::new(facet_name(context, *facet), Intent::Facet(*facet)).aside(now)
    };
    let all = Item::new(tr!(texts, "filters-clear"), Intent::ShowAll);
    Facet::ALL.iter().map(item).chain([all]).collect()
}

/// The lines of one of them.
pub(crate) fn facet_items(context: &Context, own: &History, facet: Facet) -> Vec<Item> {
    let texts = context.texts;
    let choices: Vec<Choice> = match facet {
        Facet::Outcome => {
            let outcomes = Outcome::ALL.into_iter().map(Some);
            [None].into_iter().chain(outcomes).map(Choice::Outcome).collect()
        }
        Facet::Step => {
            let steps = context.guide.map(|guide| guide.steps.as_slice()).unwrap_or_default();
            let steps = steps.iter().map(|step| Some(step.id.clone()));
            [None].into_iter().chain(steps).map(Choice::Step).collect()
        }
        Facet::Terminal => {
            let names = own.terminals.iter().flatten().cloned().map(Some);
            [None].into_iter().chain(names).map(Choice::Terminal).collect()
        }
        Facet::Days => Days::ALL.into_iter().map(Choice::Days).collect(),
    };
    let now = own.narrowed.choice(facet);
    let item = |choice: Choice| {
        let said = chosen(context, &choice).unwrap_or_else(|| tr!(texts, "history-all"));
        let aside = if choice == now { tr!(texts, "filters-now") } else { String::new() };
        Item::new(said, Intent::Narrow(choice)).aside(aside)
    };
    choices.into_iter().map(item).collect()
}

/// The page of all filters, or of one.
pub(crate) fn body(
    context: &Context,
    own: &History,
    facet: Option<Facet>,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let texts = context.texts;
    let title = facet.map_or_else(|| tr!(texts, "filters-title"), |own| facet_name(context, own));
    let mut body = Body::titled(context, &title, width);
    list(&mut body.page, items, 0, cursor, context, width);
    let why = match (facet, &own.terminals) {
        (Some(Facet::Terminal), None) => Some(tr!(texts, "history-looking")),
        (Some(Facet::Terminal), Some(all)) if all.is_empty() => {
            Some(tr!(texts, "filters-no-terminal"))
        }
        _ => None,
    };
    if let Some(why) = why {
        body.page.gap();
        body.page.text(&why, Role::Muted, context.theme, width);
    }
    body
}
