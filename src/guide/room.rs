//! How much room a text has in the smallest window that is enough: 60 columns and 20 rows.
//!
//! The full screen wraps by the same function; a test holds these figures against the real screen.

use super::{Guide, Kind, Lang, Question, Remedy, Text};
use crate::{texts::Texts, tr};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Columns of the smallest window.
pub(crate) const COLUMNS: u16 = 60;
/// Rows of the smallest window.
pub(crate) const ROWS: u16 = 20;
/// Rows of what to say to the customer at most; the rest is cut off.
pub(crate) const CUSTOMER_ROWS: usize = 3;
/// Columns of a drawing at most; the rest is cut off.
pub(crate) const DRAWING_COLUMNS: usize = 37;

/// Columns of the page: one on each side stays empty.
const PAGE_COLUMNS: usize = COLUMNS as usize - 2;
/// Columns before a numbered line and behind it.
const NUMBER_COLUMNS: usize = 6;
/// Columns of a box to tick.
const TICK_COLUMNS: usize = 4;
/// Rows that are not the page's: the bar, the checklist, an empty row above and below, two of keys.
const OTHER_ROWS: usize = 6;
/// Rows of "did it work?" with the empty row above it. With long answers it takes one more, which
/// then hides the last row of the page only.
const VERDICT_ROWS: usize = 2;

/// Breaks text into rows of at most `width` columns, by the Unicode line breaking rules: Chinese
/// breaks between characters but never before a full stop.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Rows that a text takes.
fn rows(text: &str, width: usize) -> usize {
    // No character takes more columns than bytes.
    if text.len() <= width { 1 } else { wrap(text, width).len() }
}

/// Rows that a text takes at most, told from its bytes alone.
///
/// A row ends when the next word does not fit, so each but the last is filled up to the length of the
/// longest word.
fn rows_at_most(text: &str, width: usize) -> usize {
    let bytes = text.len();
    if bytes <= width {
        return 1;
    }
    let (mut word, mut longest, mut columns) = (0_usize, 0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b' ' => {
                longest = longest.max(word);
                (word, columns) = (0, columns + 1);
            }
            0..=0x7F => (word, columns) = (word + 1, columns + 1),
            // The first byte of a wide character, between two of which a row may mostly end; four
            // that may not be parted are more than any text has.
            0xC0.. => {
                longest = longest.max(word + 8);
                (word, columns) = (0, columns + 2);
            }
            _ => {}
        }
    }
    longest = longest.max(word + 8).min(width);
    1 + columns / (width + 1 - longest)
}

/// What the program itself writes around the texts of a guide, in one language.
pub(super) struct Room {
    lang: Lang,
    /// Columns of the words around what to say to the customer.
    frame: String,
}

impl Room {
    /// The room in each language of a guide.
    pub(super) fn of(guide: &Guide) -> Vec<Self> {
        let languages = guide.languages.iter().enumerate();
        let frame = |tag: &String| tr!(Texts::new(tag), "customer", text = "");
        languages.map(|(at, tag)| Self { lang: Lang(at), frame: frame(tag) }).collect()
    }

    /// Rows of what to say to the customer.
    pub(super) fn customer_rows(&self, text: &Text) -> usize {
        let text = text.get(self.lang);
        rows(&(self.frame.clone() + text), PAGE_COLUMNS)
    }

    /// Whether what to say to the customer certainly is not cut off.
    pub(super) fn customer_fits(&self, text: &Text) -> bool {
        let text = rows_at_most(text.get(self.lang), PAGE_COLUMNS);
        text + rows_at_most(&self.frame, PAGE_COLUMNS) <= CUSTOMER_ROWS
    }

    fn customer(&self, text: Option<&Text>) -> usize {
        text.map_or(0, |text| self.customer_rows(text).min(CUSTOMER_ROWS))
    }

    /// Rows by which a question with all its answers is too tall to be seen whole.
    pub(super) fn question_beyond(&self, question: &Question) -> usize {
        // Most questions are so small that nothing need be wrapped to see it.
        let counted = self.question_rows(question, rows_at_most);
        let room = usize::from(ROWS)
            - OTHER_ROWS
            - question.tell_customer.as_ref().map_or(0, |_| CUSTOMER_ROWS);
        if counted <= room {
            return 0;
        }
        let room = usize::from(ROWS) - OTHER_ROWS - self.customer(question.tell_customer.as_ref());
        self.question_rows(question, rows).saturating_sub(room)
    }

    fn question_rows(&self, question: &Question, rows: fn(&str, usize) -> usize) -> usize {
        let ask = rows(question.ask.get(self.lang), PAGE_COLUMNS) + 1;
        let tick = if question.kind == Kind::Ticks { TICK_COLUMNS } else { 0 };
        let width = PAGE_COLUMNS - NUMBER_COLUMNS - tick;
        let answer = |own: &super::Answer| rows(own.say.get(self.lang), width);
        let answers: usize = match question.kind {
            Kind::Choice => question.answers.iter().map(answer).sum(),
            // A heading, and the line that goes on once something is ticked.
            Kind::Ticks => 2 + question.answers.iter().map(answer).sum::<usize>(),
            // The field, what was typed, and "can't tell".
            Kind::Amount | Kind::Code => 3,
        };
        ask + answers
    }

    /// Rows by which what never to do and the first action of a remedy are too tall to be seen at
    /// once. The page opens with the first action in sight: the cause may be scrolled away by then,
    /// a warning may not.
    pub(super) fn remedy_beyond(&self, remedy: &Remedy) -> usize {
        let at_most = self.remedy_rows(remedy, rows_at_most);
        let room = usize::from(ROWS) - OTHER_ROWS - VERDICT_ROWS;
        if at_most + CUSTOMER_ROWS <= room {
            return 0;
        }
        let customer = self.customer(remedy.tell_customer.as_ref());
        (self.remedy_rows(remedy, rows) + customer).saturating_sub(room)
    }

    fn remedy_rows(&self, remedy: &Remedy, rows: fn(&str, usize) -> usize) -> usize {
        let hanging = |text: &Text| rows(text.get(self.lang), PAGE_COLUMNS - 2);
        let never: usize = remedy.never.iter().map(hanging).sum();
        let never = if never > 0 { never + 1 } else { 0 };
        let width = PAGE_COLUMNS - NUMBER_COLUMNS - TICK_COLUMNS;
        let action = remedy.actions.first().map_or(0, |own| rows(own.say.get(self.lang), width));
        never + 1 + action
    }
}
