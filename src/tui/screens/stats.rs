//! The figures over all kept sessions, with bars.

use super::{Body, Context};
use crate::{
    history::outcome_word,
    session::Outcome,
    shelf::Ticket,
    store::{Stats, Tally},
    tr,
    tui::{page::Page, theme::Role},
};

/// Columns of the longest bar.
const BAR: usize = 16;

/// Lines under one heading; `tilldoc stats` prints more of them.
const MOST: usize = 12;

/// The figures, as far as they are known.
#[derive(Debug)]
pub(crate) struct Figures {
    /// The request for them.
    pub ticket: Ticket,
    /// The figures, once they are counted.
    pub stats: Option<Stats>,
    /// Why they can't be.
    pub trouble: Option<String>,
}

impl Figures {
    /// Figures that are being counted.
    pub(crate) fn counting(ticket: Ticket) -> Self {
        Self { ticket, stats: None, trouble: None }
    }
}

/// The page of the figures.
pub(crate) fn body(context: &Context, own: &Figures, width: usize) -> Body {
    let texts = context.texts;
    let mut body = Body::titled(context, &tr!(texts, "home-stats"), width);
    let Some(stats) = &own.stats else {
        let counting = || (tr!(texts, "stats-counting"), Role::Plain);
        let trouble = own.trouble.clone().map(|trouble| (trouble, Role::Warning));
        let (text, role) = trouble.unwrap_or_else(counting);
        body.page.text(&text, role, context.theme, width);
        return body;
    };
    let mut out = Out { context, page: &mut body.page, width };
    if stats.all.sessions == 0 {
        out.page.text(&tr!(texts, "stats-none"), Role::Plain, context.theme, width);
        return body;
    }
    out.tallies("", vec![(tr!(texts, "stats-all"), &stats.all)]);
    let entries = stats.symptoms.iter().map(|row| (row.what.title(texts), &row.tally));
    out.tallies(&tr!(texts, "stats-symptoms"), entries.collect());
    out.remedies(stats);
    out.questions(stats);
    let months = stats.months.iter().rev().map(|row| (row.what.clone(), &row.tally));
    out.tallies(&tr!(texts, "stats-months"), months.collect());
    let terminals = stats.terminals.iter().map(|row| {
        let name = row.what.as_ref().map(|own| own.title(texts));
        (name.unwrap_or_else(|| tr!(texts, "stats-no-terminal")), &row.tally)
    });
    out.tallies(&tr!(texts, "stats-terminals"), terminals.collect());
    out.page.gap();
    out.page.text(&tr!(texts, "stats-minutes-how"), Role::Muted, context.theme, width);
    body
}

struct Out<'o, 'c> {
    context: &'o Context<'c>,
    page: &'o mut Page,
    width: usize,
}

impl Out<'_, '_> {
    fn heading(&mut self, text: &str) {
        if !text.is_empty() {
            self.page.gap();
            self.page.heading(text, Role::Heading, self.context.theme);
        }
    }

    fn tallies(&mut self, heading: &str, rows: Vec<(String, &Tally)>) {
        let texts = self.context.texts;
        let most = rows.iter().map(|(_, tally)| tally.sessions).max().unwrap_or_default();
        self.heading(heading);
        let count = rows.len();
        for (name, tally) in rows.into_iter().take(MOST) {
            let all = [tally.solved, tally.escalated, tally.given_up, tally.unfinished];
            let parts = Outcome::ALL.iter().zip(all);
            let parts = parts.map(|(outcome, count)| (outcome_word(texts, *outcome), count));
            self.row(&name, tally.sessions, most, parts.collect(), tally.median_minutes);
        }
        self.more(count);
    }

    fn remedies(&mut self, stats: &Stats) {
        let texts = self.context.texts;
        let most = stats.remedies.first().map_or(0, |own| own.reached);
        self.heading(&tr!(texts, "stats-remedies"));
        for own in stats.remedies.iter().take(MOST) {
            let parts = vec![
                (tr!(texts, "stats-worked"), own.worked),
                (tr!(texts, "stats-failed"), own.failed),
                (tr!(texts, "stats-cant-try"), own.cant_try),
            ];
            self.row(&own.remedy.title(texts), own.reached, most, parts, own.median_minutes);
        }
        self.more(stats.remedies.len());
    }

    fn questions(&mut self, stats: &Stats) {
        let texts = self.context.texts;
        let unsure: Vec<_> = stats.questions.iter().filter(|own| own.unsure > 0).collect();
        let most = unsure.first().map_or(0, |own| own.unsure);
        if !unsure.is_empty() {
            self.heading(&tr!(texts, "stats-questions"));
        }
        let count = unsure.len();
        for own in unsure.into_iter().take(MOST) {
            let parts = vec![
                (tr!(texts, "stats-unsure"), own.unsure),
                (tr!(texts, "stats-answered"), own.answered),
            ];
            self.row(&own.question.title(texts), own.unsure, most, parts, None);
        }
        self.more(count);
    }

    /// Says how many lines are left out of so many.
    fn more(&mut self, count: usize) {
        if let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) {
            let text = tr!(self.context.texts, "stats-more-screen", count = more);
            self.page.text(&text, Role::Muted, self.context.theme, self.width);
        }
    }

    /// What it is, and below it the bar, how often, and what came of it.
    fn row(
        &mut self,
        name: &str,
        count: usize,
        most: usize,
        parts: Vec<(String, usize)>,
        minutes: Option<f64>,
    ) {
        let (context, width) = (self.context, self.width);
        self.page.text(name, Role::Plain, context.theme, width);
        let length = (count * BAR).div_ceil(most.max(1));
        let bar = format!("{}{}", "#".repeat(length), " ".repeat(BAR - length.min(BAR)));
        let parts = parts.into_iter().filter(|(_, count)| *count > 0);
        let parts = parts.map(|(word, count)| format!("{word} {count}"));
        let minutes = minutes.map(|minutes| format!("{minutes:.1}"));
        let minutes = minutes.map(|own| tr!(context.texts, "stats-took", minutes = own));
        let told: Vec<String> = parts.chain(minutes).collect();
        let lead = format!("  {bar} {count:>4}  ");
        let told = if told.is_empty() { " ".to_owned() } else { told.join("  ") };
        self.page.hanging(&lead, &told, Role::Muted, context.theme, width);
    }
}
