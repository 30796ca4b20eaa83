//! The form of the profile between two keys: its rows, and what was typed into them.

use super::note::Editor;
use crate::{
    guide::{Connection, Id},
    profile::{Draft, FieldName, Profile, TerminalDraft},
    tui::input::Key,
};
use ratatui::crossterm::event::KeyCode;

/// Characters that one field takes at most: more than any value may have, so that what is too long
/// is seen to be.
const MOST: usize = 200;
/// Terminals and further entries at most; a shop with more has somebody who edits the file.
const MOST_ENTRIES: usize = 50;

/// The rows of the form.
#[derive(Debug)]
pub(crate) struct Form {
    rows: Vec<Row>,
    saved: Draft,
}

/// A row on which the cursor can stand.
#[derive(Debug)]
pub(crate) enum Row {
    /// A field to type into.
    Text(FieldName, Box<Editor>),
    /// How the terminal with this number goes online.
    Connection(usize, Option<Connection>),
    /// Something to press.
    Button(Button),
}

/// What can be pressed. Numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Button {
    /// One terminal more.
    AddTerminal,
    /// This terminal away.
    RemoveTerminal(usize),
    /// One thing more that support asks.
    AddMore,
    /// This thing away.
    RemoveMore(usize),
    /// Save all.
    Save,
}

impl Form {
    /// The form of a profile, with an empty terminal to be filled in where there is none.
    pub(crate) fn new(profile: &Profile) -> Self {
        let mut draft = Draft::of(profile);
        if draft.terminals.is_empty() {
            draft.terminals.push(TerminalDraft::default());
        }
        Self { rows: rows(&draft), saved: draft }
    }

    /// The rows from top to bottom.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the fields hold.
    pub(crate) fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        for row in &self.rows {
            match row {
                Row::Text(field, editor) => put(&mut draft, field, editor.text()),
                Row::Connection(at, kind) => {
                    if let Some(own) = draft.terminals.get_mut(*at) {
                        own.connection = *kind;
                    }
                }
                Row::Button(_) => {}
            }
        }
        draft
    }

    /// Whether something is not saved.
    pub(crate) fn changed(&self) -> bool {
        self.draft() != self.saved
    }

    /// The row of a field.
    pub(crate) fn row_of(&self, field: &FieldName) -> usize {
        let is_it = |row: &Row| match row {
            Row::Text(own, _) => own == field,
            Row::Connection(at, _) => *field == FieldName::Connection(*at),
            Row::Button(_) => false,
        };
        self.rows.iter().position(is_it).unwrap_or(0)
    }

    /// A key for the row at the cursor.
    pub(crate) fn key(&mut self, at: usize, key: Key) {
        match self.rows.get_mut(at) {
            Some(Row::Text(_, editor)) => {
                let full = editor.text().chars().count() >= MOST;
                if !(full && key.typed().is_some()) {
                    editor.key(key);
                }
            }
            Some(Row::Connection(_, kind)) => match key.code {
                KeyCode::Left => *kind = turned(*kind, false),
                KeyCode::Right | KeyCode::Char(' ') => *kind = turned(*kind, true),
                KeyCode::Backspace | KeyCode::Delete => *kind = None,
                _ => {}
            },
            Some(Row::Button(_)) | None => {}
        }
    }

    /// Pasted text for the row at the cursor. Gives how many characters the row takes, where there was
    /// no room for all of them.
    pub(crate) fn paste(&mut self, at: usize, text: &str) -> Option<usize> {
        let Some(Row::Text(_, editor)) = self.rows.get_mut(at) else { return None };
        let room = MOST.saturating_sub(editor.text().chars().count());
        editor.insert(&text.chars().take(room).collect::<String>());
        (text.chars().count() > room).then_some(MOST)
    }

    /// Adds or takes away an entry, and gives the row where the cursor goes.
    pub(crate) fn press(&mut self, button: Button) -> usize {
        let mut draft = self.draft();
        let field = match button {
            Button::AddTerminal if draft.terminals.len() < MOST_ENTRIES => {
                draft.terminals.push(TerminalDraft::default());
                FieldName::Number(draft.terminals.len() - 1)
            }
            Button::RemoveTerminal(at) if at < draft.terminals.len() => {
                draft.terminals.remove(at);
                // The number of the one before it, or what stands there now.
                FieldName::Number(at.saturating_sub(1))
            }
            Button::AddMore if draft.more.len() < MOST_ENTRIES => {
                draft.more.push(Default::default());
                FieldName::Label(draft.more.len() - 1)
            }
            Button::RemoveMore(at) if at < draft.more.len() => {
                draft.more.remove(at);
                FieldName::Label(at.saturating_sub(1))
            }
            _ => return self.rows.len() - 1,
        };
        self.rows = rows(&draft);
        self.row_of(&field)
    }
}

/// The way of going online after this one, or before; "not given" is one of them.
fn turned(kind: Option<Connection>, forward: bool) -> Option<Connection> {
    let kinds = Connection::NAMES.map(|(_, kind)| kind);
    let all: Vec<Option<Connection>> =
        std::iter::once(None).chain(kinds.into_iter().map(Some)).collect();
    let at = all.iter().position(|own| *own == kind).unwrap_or(0);
    let step = if forward { 1 } else { all.len() - 1 };
    all[(at + step) % all.len()]
}

/// The rows of a draft.
fn rows(draft: &Draft) -> Vec<Row> {
    let text = |field, text: &str| Row::Text(field, Box::new(Editor::line(text)));
    let mut rows = vec![
        text(FieldName::Shop, &draft.shop),
        text(FieldName::MerchantNumber, &draft.merchant_number),
    ];
    for (at, own) in draft.terminals.iter().enumerate() {
        rows.extend([
            text(FieldName::Number(at), &own.number),
            text(FieldName::Model(at), &own.model),
            Row::Connection(at, own.connection),
            text(FieldName::Place(at), &own.place),
            Row::Button(Button::RemoveTerminal(at)),
        ]);
    }
    rows.push(Row::Button(Button::AddTerminal));
    let phone = |(id, number): &(Id, String)| text(FieldName::Phone(id.clone()), number);
    rows.extend(draft.phones.iter().map(phone));
    for (at, (label, value)) in draft.more.iter().enumerate() {
        rows.extend([
            text(FieldName::Label(at), label),
            text(FieldName::Value(at), value),
            Row::Button(Button::RemoveMore(at)),
        ]);
    }
    rows.extend([Row::Button(Button::AddMore), Row::Button(Button::Save)]);
    rows
}

/// Puts what was typed into its place. Rows come in the order of the draft.
fn put(draft: &mut Draft, field: &FieldName, text: String) {
    match field {
        FieldName::Shop => draft.shop = text,
        FieldName::MerchantNumber => draft.merchant_number = text,
        FieldName::Number(_) => {
            draft.terminals.push(TerminalDraft { number: text, ..TerminalDraft::default() });
        }
        FieldName::Model(at) => {
            if let Some(own) = draft.terminals.get_mut(*at) {
                own.model = text;
            }
        }
        FieldName::Place(at) => {
            if let Some(own) = draft.terminals.get_mut(*at) {
                own.place = text;
            }
        }
        FieldName::Connection(_) => {}
        FieldName::Phone(id) => draft.phones.push((id.clone(), text)),
        FieldName::Label(_) => draft.more.push((text, String::new())),
        FieldName::Value(at) => {
            if let Some((_, value)) = draft.more.get_mut(*at) {
                *value = text;
            }
        }
    }
}
