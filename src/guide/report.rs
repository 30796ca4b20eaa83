//! Findings as a person reads them: each with its line of the file, underlined, and how to mend
//! it; then how many there are.

use super::{
    Finding, Place, Severity, SourceFile,
    characters::{Marks, push_visible, visible},
};
use crate::{
    redact::{redact, veil},
    texts::Texts,
    tr,
};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// At most so many findings are shown: nobody reads more in one sitting, and the first ones are
/// often the cause of the others.
const SHOWN: usize = 500;
/// Columns of a source line that are shown at most.
const COLUMNS: usize = 100;
/// Columns that are shown before what is underlined.
const BEFORE: usize = 40;

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings with which the guide can't be run.
    pub errors: usize,
    /// What is hardly meant so.
    pub warnings: usize,
    /// What could be better.
    pub notes: usize,
}

impl Tally {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|own| own.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}

/// All findings, in the order of the files, and a last line that counts them.
pub fn report(files: &[SourceFile], findings: &[Finding], texts: &Texts, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    // Lines are cut here, with a view to wide characters.
    let renderer = renderer.term_width(2 * COLUMNS);
    let mut sources = Sources { files, texts: vec![None; files.len()] };
    let mut out = String::new();
    for finding in findings.iter().take(SHOWN) {
        // They quote what is written, also what is written in escapes.
        let message = redact(&finding.message(texts)).text;
        let help = redact(&finding.help(texts)).text;
        let label = finding.severity.label(texts);
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let help_label = tr!(texts, "finding-help");
        let title = level.with_name(Some(label)).primary_title(message).id(finding.rule);
        let excerpt = sources.excerpt(finding.place, AnnotationKind::Primary, None);
        let first = finding.problem.first().and_then(|first| {
            let label = tr!(texts, "finding-first-here");
            sources.excerpt(first, AnnotationKind::Context, Some(label))
        });
        let excerpts: Vec<_> = excerpt.into_iter().chain(first).collect();
        let help = Level::HELP.with_name(Some(help_label)).message(help);
        let group = Group::with_title(title)
            .elements(excerpts.iter().map(|excerpt| excerpt.snippet.clone()))
            .element(help);
        let mut text = renderer.render(&[group]);
        for Excerpt { shown, written, .. } in excerpts {
            if shown != written {
                text = text.replacen(&shown, &written, 1);
            }
        }
        out += &text;
        out += "\n\n";
    }
    if findings.len() > SHOWN {
        let more = findings.len() - SHOWN;
        out += &tr!(texts, "finding-more", count = more);
        out.push('\n');
    }
    out += &summary(Tally::of(findings), files.len(), texts);
    out.push('\n');
    out
}

fn summary(tally: Tally, files: usize, texts: &Texts) -> String {
    let files = tr!(texts, "finding-files", count = files);
    let count = |count: usize, words: String| (count > 0).then_some(words);
    let findings = [
        count(tally.errors, tr!(texts, "finding-errors", count = tally.errors)),
        count(tally.warnings, tr!(texts, "finding-warnings", count = tally.warnings)),
        count(tally.notes, tr!(texts, "finding-notes", count = tally.notes)),
    ];
    let findings: Vec<String> = findings.into_iter().flatten().collect();
    if findings.is_empty() {
        return tr!(texts, "finding-summary-none", files = files);
    }
    let findings = findings.join(&tr!(texts, "finding-list-separator"));
    tr!(texts, "finding-summary", findings = findings, files = files)
}

/// The files, with what is known of their texts once that is needed.
struct Sources<'a> {
    files: &'a [SourceFile],
    texts: Vec<Option<Known>>,
}

/// What is known of a file's text.
#[derive(Clone)]
struct Known {
    /// Where each line begins.
    lines: Vec<usize>,
    /// The text under a veil, character by character, where it has card data.
    veiled: Option<String>,
}

/// One line of a file with something underlined.
struct Excerpt {
    snippet: Snippet<'static, Annotation<'static>>,
    /// Where the renderer takes it to be: it counts the columns of what is shown.
    shown: String,
    /// Where an editor finds it.
    written: String,
}

impl Sources<'_> {
    /// The line that a place is in, with the place underlined.
    fn excerpt(
        &mut self,
        place: Place,
        kind: AnnotationKind,
        label: Option<String>,
    ) -> Option<Excerpt> {
        let at = place.file as usize;
        let file = self.files.get(at)?;
        let known = self.texts[at].get_or_insert_with(|| Known {
            lines: line_starts(&file.text),
            veiled: veil(&file.text),
        });
        let lines = &known.lines;
        let start = floor(&file.text, place.start as usize);
        let end = floor(&file.text, place.end as usize).max(start);
        // The line after the last one begins beyond the place, the first one at 0.
        let number = lines.partition_point(|&line| line <= start);
        let line_start = lines.get(number.wrapping_sub(1)).copied().unwrap_or(0);
        let line_end = lines.get(number).copied().unwrap_or(file.text.len());
        let line = file.text[line_start..line_end].trim_end_matches(['\n', '\r']);
        let from = (start - line_start).min(line.len());
        // Of what goes over several lines the first one is shown.
        let to = (end - line_start).clamp(from, line.len());
        let before = || file.text[..line_start].chars().count();
        let shown = known.veiled.as_ref().map(|text| text.chars().skip(before()));
        let shown = shown.map(|text| text.take(line.chars().count()).collect::<String>());
        let (text, span) = cut(line, shown.as_deref().unwrap_or(line), from..to);
        let path = redact(&visible(&file.name)).text;
        let column = |text: &str| text.chars().count() + 1;
        let shown = format!("{path}:{number}:{}", column(&text[..span.start]));
        let written = format!("{path}:{number}:{}", column(&line[..from]));
        let mut annotation = kind.span(span);
        if let Some(label) = label {
            annotation = annotation.label(label);
        }
        let snippet = Snippet::source(text).path(path).line_start(number).annotation(annotation);
        Some(Excerpt { snippet, shown, written })
    }
}

/// Where each line begins.
fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}

/// The beginning of the character that contains this byte.
fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// What is shown of a line: its characters made visible, each as it is in `veiled`, and of a long
/// line the part around `span`; and where the span then is.
fn cut(line: &str, veiled: &str, span: Range<usize>) -> (String, Range<usize>) {
    let mut shown = String::new();
    // Where each character begins in the line and in what is shown.
    let mut places = Vec::new();
    let mut marks = Marks::default();
    for ((at, _), c) in line.char_indices().zip(veiled.chars()) {
        places.push((at, shown.len()));
        match c {
            '\t' => shown += "    ",
            _ if marks.is_too_many(c) => {}
            _ => push_visible(&mut shown, c),
        }
    }
    places.push((line.len(), shown.len()));
    let of = |byte: usize| {
        let index = places.partition_point(|&(at, _)| at < byte).min(places.len() - 1);
        (index, places[index].1)
    };
    let ((first, start), (_, end)) = (of(span.start), of(span.end));
    if shown.width() <= COLUMNS {
        return (shown, start..end);
    }
    let width = |from: usize, to: usize| shown[places[from].1..places[to].1].width();
    let mut from = first;
    while from > 0 && width(from - 1, first) <= BEFORE {
        from -= 1;
    }
    let mut to = first;
    let mut columns = width(from, first);
    while to + 1 < places.len() {
        columns += width(to, to + 1);
        if columns > COLUMNS {
            break;
        }
        to += 1;
    }
    let before = if from > 0 { "..." } else { "" };
    let after = if to + 1 < places.len() { "..." } else { "" };
    let (from, to) = (places[from].1, places[to].1);
    let offset = |byte: usize| byte.clamp(from, to) - from + before.len();
    let span = offset(start)..offset(end);
    (format!("{before}{}{after}", &shown[from..to]), span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}错{}", "中文".repeat(60), "字".repeat(80));
        let start = line.find('错').expect("it is there");
        let (shown, span) = cut(&line, &line, start..start + 3);
        assert_eq!(&shown[span], "错");
        assert!(shown.width() <= COLUMNS + 6, "{shown}");
        assert!(shown.starts_with("...") && shown.ends_with("..."));
    }

    #[test]
    fn what_would_steer_a_terminal_is_written_out() {
        let line = "a\t\u{1b}[31m\u{200b}b";
        let (shown, span) = cut(line, line, 2..3);
        assert_eq!(shown, "a    <U+001B>[31m<U+200B>b");
        assert_eq!(&shown[span], "<U+001B>");
    }
}
