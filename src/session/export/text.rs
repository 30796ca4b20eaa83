//! The summary as plain text, for any window that takes a paste.

use super::{RemedyMet, Summary, called, clock, head, marks, recurred};
use crate::{texts::Texts, tr};

/// Writes a summary as plain text.
pub(super) fn write(summary: &Summary, texts: &Texts) -> String {
    let mut out = Lines { texts, out: String::new() };
    out.line(0, &tr!(texts, "summary-title", guide = summary.guide.title.as_str()));
    out.line(0, "");
    for (label, value) in head(summary, texts) {
        out.field(0, &label, &value);
    }
    out.details(summary);
    out.out
}

/// What a summary says after its head.
pub(super) fn details(summary: &Summary, texts: &Texts) -> String {
    let mut out = Lines { texts, out: String::new() };
    out.details(summary);
    out.out
}

struct Lines<'t> {
    texts: &'t Texts,
    out: String,
}

impl Lines<'_> {
    fn details(&mut self, summary: &Summary) {
        if !summary.answers.is_empty() {
            self.heading(&tr!(self.texts, "summary-answers"));
        }
        for (at, answer) in summary.answers.iter().enumerate() {
            self.line(0, &format!("{}. [{}] {}", at + 1, answer.step.text, answer.question.text));
            let marks = marks(answer, self.texts).into_iter().map(|mark| format!(" [{mark}]"));
            let marks: Vec<_> = marks.collect();
            self.line(3, &format!("{}{}", answer.answer, marks.concat()));
        }
        if !summary.remedies.is_empty() {
            self.heading(&tr!(self.texts, "summary-remedies"));
        }
        for (at, remedy) in summary.remedies.iter().enumerate() {
            self.line(0, &format!("{}. [{}] {}", at + 1, remedy.step.text, remedy.remedy.text));
            self.remedy(remedy);
        }
        if !summary.looked_up.is_empty() {
            self.heading(&tr!(self.texts, "summary-looked-up"));
        }
        for own in &summary.looked_up {
            self.field(0, &format!("- {}", clock(&own.at)), &own.entry.text);
        }
        if !summary.notes.is_empty() {
            self.heading(&tr!(self.texts, "summary-notes"));
        }
        for note in &summary.notes {
            self.field(0, &format!("- {}", clock(&note.at)), &note.place.text);
            self.line(2, &note.text);
        }
        if !summary.dropped.is_empty() {
            self.heading(&tr!(self.texts, "summary-dropped"));
        }
        for dropped in &summary.dropped {
            self.line(0, &format!("- {}", dropped.question.text));
            self.line(2, &dropped.answer);
        }
    }

    /// Adds a text whose every line is indented.
    fn line(&mut self, indent: usize, text: &str) {
        for line in text.split('\n') {
            if !line.is_empty() {
                self.out.extend(std::iter::repeat_n(' ', indent));
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn heading(&mut self, heading: &str) {
        self.line(0, "");
        self.line(0, heading);
    }

    fn field(&mut self, indent: usize, label: &str, value: &str) {
        self.line(indent, &tr!(self.texts, "summary-field", label = label, value = value));
    }

    fn remedy(&mut self, remedy: &RemedyMet) {
        let texts = self.texts;
        if !remedy.current {
            self.line(3, &format!("[{}]", tr!(texts, "summary-left")));
        }
        for doing in &remedy.actions {
            let mark = if doing.done { 'x' } else { ' ' };
            self.line(3, &format!("[{mark}] {}", doing.action.text));
        }
        let verdict = remedy.verdict.as_ref().map(|verdict| verdict.text.clone());
        let verdict = verdict.unwrap_or_else(|| tr!(texts, "summary-open"));
        self.field(3, &tr!(texts, "summary-result"), &verdict);
        self.field(3, &tr!(texts, "summary-must-act"), &remedy.who.text);
        if let Some(call) = &remedy.call {
            self.field(3, &tr!(texts, "summary-call"), &called(call, remedy, texts));
        }
        if let Some(number) = remedy.number.as_ref().filter(|_| remedy.telephone.is_none()) {
            self.field(3, &tr!(texts, "summary-number"), number);
        }
        if let Some(recurred) = recurred(remedy, texts) {
            self.line(3, &recurred);
        }
        if !remedy.have_ready.is_empty() {
            self.line(3, &tr!(texts, "summary-have-ready"));
        }
        for ready in &remedy.have_ready {
            self.line(3, &format!("- {ready}"));
        }
    }
}
