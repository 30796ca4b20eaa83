//! The shop's profile as a form.

use super::{
    Body, Context, Intent, Item,
    form::{Button, Form, Row},
};
use crate::{
    profile::{CONTACTS, Draft, FieldName, connection, contact_title},
    redact::{veil, veil_typing},
    texts::Texts,
    tr,
    tui::{
        page::{Page, wrap},
        theme::Role,
    },
};
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of the mark before a row.
const MARK: usize = 2;
/// Columns of a label, the gap behind it included.
const LABEL: usize = 19;
/// Columns of a field.
const FIELD: usize = 26;
/// What is said beside a field needs at least this; else it stands below.
const BESIDE: usize = 28;

/// The rows that the cursor can stand on: fields and buttons.
pub(crate) fn items(context: &Context, form: &Form) -> Vec<Item> {
    let item = |row: &Row| match row {
        Row::Text(..) | Row::Connection(..) => Item::new("", Intent::NextField),
        Row::Button(button) => Item::new(label(context.texts, *button), Intent::Press(*button)),
    };
    form.rows().iter().map(item).collect()
}

fn label(texts: &Texts, button: Button) -> String {
    match button {
        Button::AddTerminal => tr!(texts, "setup-add-terminal"),
        Button::RemoveTerminal(_) => tr!(texts, "setup-remove-terminal"),
        Button::AddMore => tr!(texts, "setup-add-more"),
        Button::RemoveMore(_) => tr!(texts, "setup-remove-more"),
        Button::Save => tr!(texts, "setup-save"),
    }
}

/// What a field is called; a message about it names it so too.
pub(crate) fn field_label(context: &Context, field: &FieldName) -> String {
    let texts = context.texts;
    match field {
        FieldName::Shop => tr!(texts, "setup-shop"),
        FieldName::MerchantNumber => tr!(texts, "setup-merchant-number"),
        FieldName::Number(_) => tr!(texts, "setup-number"),
        FieldName::Model(_) => tr!(texts, "setup-model"),
        FieldName::Connection(_) => tr!(texts, "setup-connection"),
        FieldName::Place(_) => tr!(texts, "setup-place"),
        FieldName::Phone(id) => {
            // The usual ones have a name of the program's, whether the guide is there or not.
            let other = context.guide.filter(|_| !CONTACTS.contains(&id.as_str()));
            let other = other.and_then(|guide| guide.contact(id));
            let title = other.map(|own| own.title.get(context.lang).to_owned());
            title.unwrap_or_else(|| contact_title(id, texts))
        }
        FieldName::Label(_) => tr!(texts, "setup-label"),
        FieldName::Value(_) => tr!(texts, "setup-value"),
    }
}

/// What to type, for the field at the cursor.
fn hint(texts: &Texts, field: &FieldName) -> Option<String> {
    Some(match field {
        FieldName::MerchantNumber => tr!(texts, "setup-hint-merchant-number"),
        FieldName::Number(_) => tr!(texts, "setup-hint-number"),
        FieldName::Connection(_) => tr!(texts, "setup-hint-connection"),
        FieldName::Place(_) => tr!(texts, "setup-hint-place"),
        FieldName::Label(_) => tr!(texts, "setup-hint-label"),
        _ => return None,
    })
}

/// The page of the form.
pub(crate) fn body(context: &Context, form: &Form, cursor: usize, width: usize) -> Body {
    let mut body = Body::titled(context, &tr!(context.texts, "setup-title"), width);
    body.page.text(&tr!(context.texts, "setup-how"), Role::Plain, context.theme, width);
    let draft = form.draft();
    let mut drawer = Drawer { context, draft: &draft, page: &mut body.page, width };
    for (at, row) in form.rows().iter().enumerate() {
        drawer.heading(row);
        let first = drawer.page.rows.len();
        drawer.row(row, at == cursor);
        let rows = first..drawer.page.rows.len();
        for own in &mut drawer.page.rows[rows.clone()] {
            own.hits = vec![(0..usize::MAX, at)];
        }
        if at == cursor {
            drawer.page.focus = Some(rows);
        }
    }
    body
}

/// Whether a text has more digits than any telephone number that a shop calls: what has fewer is
/// shown as it is typed, for the last digit matters.
fn longer_than_phone(text: &str) -> bool {
    text.chars().filter(|c| c.is_numeric()).count() > 12
}

struct Drawer<'d> {
    context: &'d Context<'d>,
    draft: &'d Draft,
    page: &'d mut Page,
    width: usize,
}

impl Drawer<'_> {
    /// The heading over a part, or the gap between parts, before its first row.
    fn heading(&mut self, row: &Row) {
        let texts = self.context.texts;
        let first_phone = self.draft.phones.first().map(|(id, _)| id);
        let heading = match row {
            Row::Text(FieldName::Number(at), _) => {
                let number: usize = at + 1;
                Some(tr!(texts, "setup-terminal-heading", number = number))
            }
            Row::Text(FieldName::Phone(id), _) if first_phone == Some(id) => {
                Some(tr!(texts, "setup-phones"))
            }
            Row::Text(FieldName::Label(0), _) => Some(tr!(texts, "setup-more")),
            Row::Text(FieldName::Shop | FieldName::Label(_), _)
            | Row::Button(Button::AddTerminal | Button::AddMore | Button::Save) => None,
            _ => return,
        };
        self.page.gap();
        if let Some(heading) = heading {
            self.page.heading(&heading, Role::Heading, self.context.theme);
        }
    }

    fn row(&mut self, row: &Row, here: bool) {
        match row {
            Row::Text(field, editor) => {
                self.field(field, &editor.text(), here.then(|| editor.caret()));
            }
            Row::Connection(at, kind) => {
                let texts = self.context.texts;
                let said = kind.map(|kind| connection(kind, texts));
                let said = said.unwrap_or_else(|| tr!(texts, "setup-connection-none"));
                let said = if here { format!("< {said} >") } else { said };
                let field = FieldName::Connection(*at);
                self.lead(
                    &field,
                    here,
                    self.styled(said, if here { Role::Selected } else { Role::Plain }),
                );
                self.beside(&field, here);
            }
            Row::Button(button) => {
                let role = if here { Role::Selected } else { Role::Plain };
                let label = format!("[{}]", label(self.context.texts, *button));
                let label = self.styled(label, role);
                self.page.row(Line::from(vec![self.mark(here), label]));
            }
        }
    }

    /// A field with what was typed, the caret in it where it stands at the cursor (in characters),
    /// and what is said of it.
    fn field(&mut self, field: &FieldName, text: &str, caret: Option<usize>) {
        let veiled =
            if longer_than_phone(text) { veil_typing(text, text.len()) } else { veil(text) };
        let text = veiled.as_deref().unwrap_or(text);
        let (shown, column) = window(text, caret.unwrap_or(0), FIELD - 1);
        let blank = FIELD.saturating_sub(shown.width());
        let value = self.styled(format!("{shown}{}", " ".repeat(blank)), Role::Field);
        if caret.is_some() {
            self.page.caret = Some((MARK + LABEL + column, self.page.rows.len()));
        }
        self.lead(field, caret.is_some(), value);
        self.beside(field, caret.is_some());
    }

    /// A row that begins with the field's label.
    fn lead(&mut self, field: &FieldName, here: bool, value: Span<'static>) {
        let label = field_label(self.context, field);
        let (label, _) = window(&label, 0, LABEL - 1);
        let blank = " ".repeat(LABEL - label.width());
        let role = if here { Role::Title } else { Role::Plain };
        let label = self.styled(label, role);
        self.page.row(Line::from(vec![self.mark(here), label, Span::raw(blank), value]));
    }

    /// What is wrong with a field, or else what to type into it: beside it where there is room, or
    /// in the rows below.
    fn beside(&mut self, field: &FieldName, here: bool) {
        let texts = self.context.texts;
        let flaw = self.draft.flaw(field).map(|flaw| (flaw.message(texts), Role::Warning));
        let hint = || hint(texts, field).filter(|_| here).map(|hint| (hint, Role::Muted));
        let Some((text, role)) = flaw.or_else(hint) else { return };
        let from = MARK + LABEL + FIELD + 1;
        if self.width >= from + BESIDE && text.width() <= self.width - from {
            let said = self.styled(text, role);
            if let Some(row) = self.page.rows.last_mut() {
                let blank = from.saturating_sub(row.line.width());
                row.line.push_span(Span::raw(" ".repeat(blank)));
                row.line.push_span(said);
            }
            return;
        }
        let indent = MARK + LABEL;
        for row in wrap(&text, self.width.saturating_sub(indent)) {
            let line = vec![Span::raw(" ".repeat(indent)), self.styled(row, role)];
            self.page.row(Line::from(line));
        }
    }

    fn mark(&self, here: bool) -> Span<'static> {
        let mark = if here { self.context.theme.cursor() } else { " " };
        Span::raw(format!("{mark} "))
    }

    fn styled(&self, text: String, role: Role) -> Span<'static> {
        Span::styled(text, self.context.theme.style(role))
    }
}

/// The part of a text around a character that fits into so many columns, and the column of that
/// character in it.
fn window(text: &str, caret: usize, columns: usize) -> (String, usize) {
    let chars: Vec<char> = text.chars().collect();
    let width = |chars: &[char]| chars.iter().filter_map(|c| c.width()).sum::<usize>();
    let caret = caret.min(chars.len());
    let mut from = 0;
    while width(&chars[from..caret]) > columns.saturating_sub(1) {
        from += 1;
    }
    let mut to = caret;
    while to < chars.len() && width(&chars[from..=to]) <= columns {
        to += 1;
    }
    (chars[from..to].iter().collect(), width(&chars[from..caret]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_the_part_around_the_caret_is_shown() {
        assert_eq!(window("幸福路店", 4, 10), ("幸福路店".to_owned(), 8));
        assert_eq!(window("abcdefgh", 8, 5), ("efgh".to_owned(), 4));
        assert_eq!(window("abcdefgh", 0, 5), ("abcde".to_owned(), 0));
        assert_eq!(window("幸福路便利店", 6, 5), ("利店".to_owned(), 4));
        assert_eq!(window("", 3, 5), (String::new(), 0));
    }
}
