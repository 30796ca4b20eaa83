//! The figures as tables with bars, as JSON, as CSV.

use super::outcome_word;
use crate::{
    session::Outcome,
    sheet::{Cell, Sheet},
    store::{Row, Stats, Tally, Term},
    table::{Align, Table},
    texts::Texts,
    tr,
};
use std::fmt::Write;

/// Lines of one table that are printed; the CSV has them all.
const MOST_LINES: usize = 15;

/// Columns of the longest bar.
const BAR: usize = 20;

/// The figures as text, for a window of this width where there is one.
pub fn figures(stats: &Stats, texts: &Texts, width: Option<usize>) -> String {
    let mut out = Out { texts, width, text: String::new() };
    let all = vec![(tr!(texts, "stats-all"), &stats.all)];
    out.tallies("", &tr!(texts, "stats-all"), all);
    let symptoms = stats.symptoms.iter().map(|row| (row.what.title(texts), &row.tally));
    out.tallies(&tr!(texts, "stats-symptoms"), &tr!(texts, "history-entry"), symptoms.collect());
    out.remedies(stats);
    out.questions(stats);
    let months = stats.months.iter().map(|row| (row.what.clone(), &row.tally));
    // The newest months, in their order.
    let skipped = stats.months.len().saturating_sub(MOST_LINES);
    out.tallies(
        &tr!(texts, "stats-months"),
        &tr!(texts, "stats-month"),
        months.skip(skipped).collect(),
    );
    let terminals = stats.terminals.iter().map(|row| (terminal(row, texts), &row.tally));
    out.tallies(
        &tr!(texts, "stats-terminals"),
        &tr!(texts, "history-terminal"),
        terminals.collect(),
    );
    let _ = write!(out.text, "\n{}\n", tr!(texts, "stats-minutes-how"));
    out.text
}

fn terminal(row: &Row<Option<Term>>, texts: &Texts) -> String {
    let own = row.what.as_ref().map(|term| term.title(texts));
    own.unwrap_or_else(|| tr!(texts, "stats-no-terminal"))
}

struct Out<'t> {
    texts: &'t Texts,
    width: Option<usize>,
    text: String,
}

impl Out<'_> {
    fn tallies(&mut self, heading: &str, what: &str, rows: Vec<(String, &Tally)>) {
        let texts = self.texts;
        let outcome = |outcome| (outcome_word(texts, outcome), Align::Right);
        let most = rows.iter().map(|(_, tally)| tally.sessions).max().unwrap_or(0);
        let columns = vec![
            (what.to_owned(), Align::Cut),
            (tr!(texts, "stats-sessions"), Align::Right),
            outcome(Outcome::Solved),
            outcome(Outcome::Escalated),
            outcome(Outcome::GivenUp),
            outcome(Outcome::Unfinished),
            (tr!(texts, "stats-median"), Align::Right),
            (String::new(), Align::Left),
        ];
        let rows = rows.into_iter().map(|(name, tally)| {
            vec![
                name,
                tally.sessions.to_string(),
                tally.solved.to_string(),
                tally.escalated.to_string(),
                tally.given_up.to_string(),
                tally.unfinished.to_string(),
                minutes(tally.median_minutes),
                bar(tally.sessions, most),
            ]
        });
        self.table(heading, columns, rows.collect());
    }

    fn remedies(&mut self, stats: &Stats) {
        let texts = self.texts;
        let most = stats.remedies.first().map_or(0, |own| own.reached);
        let columns = vec![
            (tr!(texts, "stats-remedy"), Align::Cut),
            (tr!(texts, "stats-shown"), Align::Right),
            (tr!(texts, "stats-worked"), Align::Right),
            (tr!(texts, "stats-failed"), Align::Right),
            (tr!(texts, "stats-cant-try"), Align::Right),
            (tr!(texts, "stats-median"), Align::Right),
            (String::new(), Align::Left),
        ];
        let rows = stats.remedies.iter().map(|own| {
            vec![
                own.remedy.title(texts),
                own.reached.to_string(),
                own.worked.to_string(),
                own.failed.to_string(),
                own.cant_try.to_string(),
                minutes(own.median_minutes),
                bar(own.reached, most),
            ]
        });
        self.table(&tr!(texts, "stats-remedies"), columns, rows.collect());
    }

    fn questions(&mut self, stats: &Stats) {
        let texts = self.texts;
        let most = stats.questions.first().map_or(0, |own| own.unsure);
        let columns = vec![
            (tr!(texts, "stats-question"), Align::Cut),
            (tr!(texts, "stats-answered"), Align::Right),
            (tr!(texts, "stats-unsure"), Align::Right),
            (String::new(), Align::Left),
        ];
        let rows = stats.questions.iter().filter(|own| own.unsure > 0).map(|own| {
            vec![
                own.question.title(texts),
                own.answered.to_string(),
                own.unsure.to_string(),
                bar(own.unsure, most),
            ]
        });
        self.table(&tr!(texts, "stats-questions"), columns, rows.collect());
    }

    fn table(&mut self, heading: &str, columns: Vec<(String, Align)>, rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        if !heading.is_empty() {
            let _ = write!(self.text, "\n{heading}\n");
        }
        let more = rows.len().saturating_sub(MOST_LINES);
        let mut table = Table::new(columns);
        for row in rows.into_iter().take(MOST_LINES) {
            table.row(&row);
        }
        self.text += &table.text(self.width);
        if more > 0 {
            let _ = writeln!(self.text, "{}", tr!(self.texts, "stats-more", count = more));
        }
    }
}

fn bar(value: usize, most: usize) -> String {
    // What is there at all has a bar.
    let length = (value * BAR).div_ceil(most.max(1));
    "#".repeat(length)
}

fn minutes(minutes: Option<f64>) -> String {
    minutes.map_or_else(|| "-".to_owned(), |minutes| format!("{minutes:.1}"))
}

/// The figures as JSON, by stable names with their texts in all languages.
pub fn json(stats: &Stats) -> String {
    crate::json::pretty(stats)
}

/// The headings of the CSV, in the order of [`Line::cells`].
const HEADINGS: [&str; 12] = [
    "table",
    "id",
    "text",
    "sessions",
    "solved",
    "escalated",
    "given_up",
    "unfinished",
    "failed",
    "cant_try",
    "cant_tell",
    "median_minutes",
];

/// One line of the CSV.
#[derive(Default)]
struct Line<'l> {
    /// Which table it belongs to: `all`, `symptom`, `remedy`, `question`, `month`, `terminal`.
    table: &'l str,
    id: &'l str,
    text: String,
    sessions: usize,
    solved: Option<usize>,
    escalated: Option<usize>,
    given_up: Option<usize>,
    unfinished: Option<usize>,
    failed: Option<usize>,
    cant_try: Option<usize>,
    cant_tell: Option<usize>,
    median_minutes: Option<f64>,
}

impl Line<'_> {
    fn cells(self) -> [Cell; HEADINGS.len()] {
        [
            self.table.into(),
            self.id.into(),
            self.text.into(),
            self.sessions.into(),
            self.solved.into(),
            self.escalated.into(),
            self.given_up.into(),
            self.unfinished.into(),
            self.failed.into(),
            self.cant_try.into(),
            self.cant_tell.into(),
            self.median_minutes.into(),
        ]
    }
}

/// The figures as CSV: one line each, all tables in one, texts in the language of `texts`.
pub fn csv(stats: &Stats, texts: &Texts) -> String {
    let mut lines = vec![tally_line("all", "", String::new(), &stats.all)];
    for row in &stats.symptoms {
        lines.push(tally_line("symptom", &row.what.name, row.what.title(texts), &row.tally));
    }
    lines.extend(stats.remedies.iter().map(|own| Line {
        table: "remedy",
        id: &own.remedy.name,
        text: own.remedy.title(texts),
        sessions: own.reached,
        solved: Some(own.worked),
        failed: Some(own.failed),
        cant_try: Some(own.cant_try),
        median_minutes: own.median_minutes,
        ..Line::default()
    }));
    lines.extend(stats.questions.iter().map(|own| Line {
        table: "question",
        id: &own.question.name,
        text: own.question.title(texts),
        sessions: own.answered,
        cant_tell: Some(own.unsure),
        ..Line::default()
    }));
    for row in &stats.months {
        lines.push(tally_line("month", &row.what, String::new(), &row.tally));
    }
    for row in &stats.terminals {
        let id = row.what.as_ref().map_or("", |term| &term.name);
        lines.push(tally_line("terminal", id, terminal(row, texts), &row.tally));
    }
    let mut sheet = Sheet::new(&HEADINGS);
    for line in lines {
        sheet.row(line.cells());
    }
    sheet.text()
}

fn tally_line<'l>(table: &'l str, id: &'l str, text: String, tally: &Tally) -> Line<'l> {
    Line {
        table,
        id,
        text,
        sessions: tally.sessions,
        solved: Some(tally.solved),
        escalated: Some(tally.escalated),
        given_up: Some(tally.given_up),
        unfinished: Some(tally.unfinished),
        median_minutes: tally.median_minutes,
        ..Line::default()
    }
}
