//! The summary as Markdown, for chats and trackers.

use super::{RemedyMet, Summary, called, clock, head, marks, recurred};
use crate::{texts::Texts, tr};

/// Writes a summary as Markdown.
pub(super) fn write(summary: &Summary, texts: &Texts) -> String {
    let mut out = Page { texts, out: String::new() };
    let title = tr!(texts, "summary-title", guide = summary.guide.title.as_str());
    out.line(&format!("# {}", escape(&title)));
    out.line("");
    for (label, value) in head(summary, texts) {
        out.field(&label, &value);
    }
    if !summary.answers.is_empty() {
        out.heading(&tr!(texts, "summary-answers"));
    }
    for (at, answer) in summary.answers.iter().enumerate() {
        let marks = marks(answer, texts).into_iter().map(|mark| format!(" _({})_", escape(&mark)));
        let marks: Vec<_> = marks.collect();
        let question = out.labelled(&answer.step.text, &answer.question.text);
        out.line(&format!("{}. {question}  ", at + 1));
        out.line(&format!("   **{}**{}", escape(&answer.answer), marks.concat()));
    }
    if !summary.remedies.is_empty() {
        out.heading(&tr!(texts, "summary-remedies"));
    }
    for (at, remedy) in summary.remedies.iter().enumerate() {
        if at > 0 {
            out.line("");
        }
        let cause = out.labelled(&remedy.step.text, &remedy.remedy.text);
        out.line(&format!("### {}. {cause}", at + 1));
        out.line("");
        out.remedy(remedy);
    }
    if !summary.looked_up.is_empty() {
        out.heading(&tr!(texts, "summary-looked-up"));
    }
    for own in &summary.looked_up {
        out.field(&clock(&own.at), &own.entry.text);
    }
    if !summary.notes.is_empty() {
        out.heading(&tr!(texts, "summary-notes"));
    }
    for note in &summary.notes {
        out.field(&clock(&note.at), &note.place.text);
        out.line("");
        for line in note.text.split('\n') {
            out.line(format!("  > {}", escape(line)).trim_end());
        }
    }
    if !summary.dropped.is_empty() {
        out.heading(&tr!(texts, "summary-dropped"));
    }
    for dropped in &summary.dropped {
        let (question, answer) = (escape(&dropped.question.text), escape(&dropped.answer));
        out.line(&format!("- {question} **{answer}**"));
    }
    out.out
}

struct Page<'t> {
    texts: &'t Texts,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.line(&format!("## {}", escape(heading)));
        self.line("");
    }

    fn field(&mut self, label: &str, value: &str) {
        let label = format!("**{}**", escape(label));
        let value = escape(value);
        let field = tr!(self.texts, "summary-field", label = label, value = value);
        self.line(&format!("- {field}"));
    }

    /// A label and a text on one line.
    fn labelled(&self, label: &str, value: &str) -> String {
        tr!(self.texts, "summary-field", label = escape(label), value = escape(value))
    }

    fn remedy(&mut self, remedy: &RemedyMet) {
        let texts = self.texts;
        if !remedy.current {
            self.line(&format!("_({})_", escape(&tr!(texts, "summary-left"))));
            self.line("");
        }
        for doing in &remedy.actions {
            let mark = if doing.done { 'x' } else { ' ' };
            self.line(&format!("- [{mark}] {}", escape(&doing.action.text)));
        }
        self.line("");
        let verdict = remedy.verdict.as_ref().map(|verdict| verdict.text.clone());
        let verdict = verdict.unwrap_or_else(|| tr!(texts, "summary-open"));
        self.field(&tr!(texts, "summary-result"), &verdict);
        self.field(&tr!(texts, "summary-must-act"), &remedy.who.text);
        if let Some(call) = &remedy.call {
            self.field(&tr!(texts, "summary-call"), &called(call, remedy, texts));
        }
        if let Some(number) = remedy.number.as_ref().filter(|_| remedy.telephone.is_none()) {
            self.field(&tr!(texts, "summary-number"), number);
        }
        if let Some(recurred) = recurred(remedy, texts) {
            self.line(&format!("- {}", escape(&recurred)));
        }
        if !remedy.have_ready.is_empty() {
            self.line(&format!("- **{}**", escape(&tr!(texts, "summary-have-ready"))));
        }
        for ready in &remedy.have_ready {
            self.line(&format!("  - {}", escape(ready)));
        }
    }
}

/// Text that Markdown shows as it is: no emphasis, links, tags, headings or lists come of it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at_start = true;
    let mut only_digits = true;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$'
        );
        // `1.`, `-` and the like begin a list at the start of a line and only there.
        let ends_word = rest.peek().is_none_or(|next| *next == ' ');
        let begins_list = (at_start && matches!(c, '-' | '+' | '='))
            || (only_digits && !at_start && ends_word && matches!(c, '.' | ')'));
        if special || begins_list {
            out.push('\\');
        }
        out.push(c);
        only_digits &= c.is_ascii_digit();
        at_start &= c == ' ';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn marks_are_shown_as_they_are() {
        for (text, escaped) in [
            ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
            ("[a](http://b) <b>", r"\[a\](http://b) \<b\>"),
            ("- item", r"\- item"),
            ("  + item", r"  \+ item"),
            ("1. item", r"1\. item"),
            ("12) item", r"12\) item"),
            ("1280.50 (more)", "1280.50 (more)"),
            ("# x | ~y~ &amp;", r"\# x \| \~y\~ \&amp;"),
            ("2-3 times (or 4). 停机", "2-3 times (or 4). 停机"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
