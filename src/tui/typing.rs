//! What is typed and pasted into fields.

use super::{
    app::App,
    command::Verb,
    input::Key,
    screens::{Kind, drill::Part},
};
use crate::{
    clean,
    guide::half_width,
    redact::{Redacted, redact, redact_name},
    session::SessionCode,
    tr,
    wording::card_data,
};
use ratatui::crossterm::event::KeyCode;

/// Characters of a code, an amount and a path at most.
const CODE_LIMIT: usize = 4;
const AMOUNT_LIMIT: usize = 16;
/// Characters that are looked up at most: more than any message has, and enough for session codes,
/// which have their hyphens besides.
const SEARCH_LIMIT: usize = 60;
const SESSION_CODE_LIMIT: usize = 250;
const PATH_LIMIT: usize = 400;

impl App {
    /// What was typed into the field at hand, to be changed.
    pub(super) fn typed_mut(&mut self) -> Option<&mut String> {
        let typing = self.field() != Field::None;
        match &mut self.top_mut().kind {
            Kind::Lookup(typed) | Kind::TreeFind(typed) => Some(typed),
            Kind::History(own) => Some(&mut own.typed),
            Kind::Session(draft) | Kind::Change(_, draft) | Kind::Drill(Part::Question(draft)) => {
                typing.then_some(&mut draft.typed)
            }
            _ => None,
        }
    }

    /// Puts text into the field at hand, as far as it belongs there. Gives how many characters the
    /// field takes, where there was no room for all of them.
    pub(super) fn type_text(&mut self, text: &str) -> Option<usize> {
        let field = self.field();
        let limit = match field {
            Field::Search if self.is_code_with(text) => SESSION_CODE_LIMIT,
            Field::Code => CODE_LIMIT,
            Field::Amount => AMOUNT_LIMIT,
            Field::Search => SEARCH_LIMIT,
            _ => PATH_LIMIT,
        };
        let mut cut = None;
        let typed = self.typed_mut()?;
        for c in text.chars().filter(|&c| field.takes(c)) {
            if typed.chars().count() == limit {
                cut = Some(limit);
                break;
            }
            if field != Field::Amount || may_be_amount(typed, c) {
                typed.extend(clean::typed(c, typed, ""));
            }
        }
        self.top_mut().cursor = 0;
        self.settle();
        cut
    }

    /// Whether what stands in the look-up becomes a session code, or the most of one, with a text.
    fn is_code_with(&self, text: &str) -> bool {
        let (Kind::Lookup(typed), Some(guide)) = (&self.top().kind, self.guide_at_hand()) else {
            return false;
        };
        let code = SessionCode::typed(&format!("{typed}{text}"), guide, self.now);
        code.is_some_and(|code| code.err().is_none_or(|own| own.sure))
    }

    /// A key for the editor or the form at hand.
    pub(super) fn edit(&mut self, key: Key) {
        let at = self.top().cursor;
        if self.is_writing() {
            return;
        }
        let fits = match &mut self.top_mut().kind {
            Kind::Note(editor)
            | Kind::Path(_, editor)
            | Kind::Support(_, editor)
            | Kind::Drill(Part::Name(editor)) => editor.key(key),
            Kind::Setup(form) => {
                form.key(at, key);
                self.settle();
                true
            }
            _ => true,
        };
        if !fits {
            self.say_note_full();
        }
    }

    /// Whether the text on the screen is being written down: what were typed now would be lost.
    fn is_writing(&self) -> bool {
        self.writing.ticket.is_some() && matches!(self.top().kind, Kind::Support(..))
    }

    /// Pasted text is text and never commands. It is masked before it is cut: a number cut in two
    /// would not be known as one. What is masked, what has no room, and what has no place here is said.
    pub(super) fn paste(&mut self, text: &str) {
        if self.is_writing() {
            return;
        }
        let in_name = matches!(self.top().kind, Kind::Path(..));
        let mask = if in_name { redact_name } else { redact };
        let Redacted { text, masked, kinds } = mask(&clean::block(text, usize::MAX));
        let what = masked.then(|| card_data(&self.texts, &kinds));
        let said = what.map(|what| tr!(self.texts, "notice-paste-masked", what = what));
        let field = self.field();
        let digits = matches!(field, Field::Amount | Field::Code);
        let cut = match &mut self.top_mut().kind {
            // One character more than there is room for, so that what is missing is noticed.
            Kind::Note(editor) | Kind::Support(_, editor) => {
                let fits = editor.insert(&clean::block(&text, clean::NOTE_LIMIT + 1));
                (!fits).then_some(clean::NOTE_LIMIT)
            }
            Kind::Path(_, editor) | Kind::Drill(Part::Name(editor)) => {
                let line = clean::line(&text, usize::MAX);
                let room = PATH_LIMIT.saturating_sub(editor.text().chars().count());
                editor.insert(&line.chars().take(room).collect::<String>());
                (line.chars().count() > room).then_some(PATH_LIMIT)
            }
            Kind::Setup(_) => self.paste_into_form(&text),
            // What is left of a card number is no amount.
            _ if digits && masked => None,
            _ if field == Field::None => {
                self.notice = Some(tr!(self.texts, "notice-paste-nowhere"));
                return;
            }
            _ => self.type_text(&clean::line(&text, usize::MAX)),
        };
        let in_note = matches!(self.top().kind, Kind::Note(_) | Kind::Support(..));
        let cut = cut.map(|most| {
            if in_note {
                tr!(self.texts, "notice-note-cut", most = most)
            } else {
                tr!(self.texts, "notice-paste-cut", most = most)
            }
        });
        let said: Vec<String> = said.into_iter().chain(cut).collect();
        if !said.is_empty() {
            self.notice = Some(said.join(" "));
        }
    }
}

/// Whether an amount under way may go on with a character: none has more than eight digits before
/// its decimals, and so none is as long as a card number.
fn may_be_amount(typed: &str, next: char) -> bool {
    let plain: String = typed.chars().chain([next]).map(half_width).collect();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    digits(whole) <= 8 && digits(decimals) <= 2
}

/// Keys that mean the same in the editor as everywhere: those with a name on them, except the
/// ones that move the caret or edit.
pub(super) fn leaves_editor(key: Key, verb: Verb) -> bool {
    let function = matches!(key.code, KeyCode::F(_));
    let esc = key.name() == "esc";
    function || esc || matches!(verb, Verb::Suspend) || (verb == Verb::Quit && key.ctrl)
}

/// What can be typed into a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Nothing: every key is a command.
    None,
    /// An amount.
    Amount,
    /// A response code.
    Code,
    /// Anything that may be looked up.
    Search,
    /// A line of text.
    Line,
    /// Text in the editor.
    Editor,
    /// Fields of a form, one below the other.
    Form,
}

impl Field {
    /// Whether a character goes into the field.
    pub(super) fn takes(self, c: char) -> bool {
        let half = crate::guide::half_width(c);
        match self {
            Self::None => false,
            Self::Amount => half.is_ascii_digit() || matches!(half, '.' | ','),
            Self::Code => half.is_ascii_alphanumeric(),
            Self::Search | Self::Line | Self::Editor | Self::Form => !c.is_control(),
        }
    }
}
