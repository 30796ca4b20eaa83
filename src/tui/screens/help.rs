//! Keys and marks, drawn from the keymap and the theme.

use super::{Body, Context};
use crate::{
    session::StepState,
    texts::Texts,
    tr,
    tui::{
        command::Verb,
        input::Key,
        page::Page,
        theme::{Role, Theme},
    },
};
use ratatui::{
    crossterm::event::KeyCode,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

/// What a verb does, in two or three words, for the key bar and the help screen.
pub(crate) fn verb(texts: &Texts, verb: Verb) -> String {
    match verb {
        Verb::Choose => tr!(texts, "verb-choose"),
        Verb::Back => tr!(texts, "verb-back"),
        Verb::Up => tr!(texts, "verb-up"),
        Verb::Down => tr!(texts, "verb-down"),
        Verb::PageUp => tr!(texts, "verb-page-up"),
        Verb::PageDown => tr!(texts, "verb-page-down"),
        Verb::First => tr!(texts, "verb-first"),
        Verb::Last => tr!(texts, "verb-last"),
        Verb::Lookup => tr!(texts, "verb-lookup"),
        Verb::Note => tr!(texts, "verb-note"),
        Verb::Review => tr!(texts, "verb-review"),
        Verb::Export => tr!(texts, "verb-export"),
        Verb::Copy => tr!(texts, "verb-copy"),
        Verb::Qr => tr!(texts, "verb-qr"),
        Verb::Drawing => tr!(texts, "verb-drawing"),
        Verb::GiveUp => tr!(texts, "verb-give-up"),
        Verb::Filter => tr!(texts, "verb-filter"),
        Verb::ShowAll => tr!(texts, "verb-show-all"),
        Verb::Play => tr!(texts, "verb-play"),
        Verb::Findings => tr!(texts, "verb-findings"),
        Verb::Look => tr!(texts, "verb-look"),
        Verb::Hint => tr!(texts, "verb-hint"),
        Verb::Language => tr!(texts, "verb-language"),
        Verb::Mouse => tr!(texts, "verb-mouse"),
        Verb::Help => tr!(texts, "verb-help"),
        Verb::Quit => tr!(texts, "verb-quit"),
        Verb::Suspend => tr!(texts, "verb-suspend"),
    }
}

/// A key as it is printed on the keyboard.
pub(crate) fn key(texts: &Texts, key: Key) -> String {
    match key.code {
        KeyCode::Left => tr!(texts, "key-left"),
        KeyCode::Right => tr!(texts, "key-right"),
        KeyCode::Up => tr!(texts, "key-up"),
        KeyCode::Down => tr!(texts, "key-down"),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::Char(' ') => tr!(texts, "key-space"),
        KeyCode::Char(c) if key.ctrl => format!("Ctrl+{}", c.to_uppercase()),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        _ => {
            let name = key.name();
            let (first, rest) = name.split_at(1);
            format!("{}{rest}", first.to_uppercase())
        }
    }
}

/// The page of the help.
pub(crate) fn body(context: &Context, width: usize) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "help-title"), width);
    let page = &mut body.page;
    page.text(&tr!(texts, "help-how"), Role::Plain, theme, width);
    page.gap();
    page.heading(&tr!(texts, "help-keys"), Role::Heading, theme);
    entry(page, "1-9", &tr!(texts, "verb-number"), theme, width);
    // What is only of use to authors would puzzle everybody else.
    let verbs = context.keymap.verbs().filter(|own| match own {
        Verb::Play => context.tree.is_some(),
        Verb::Findings => context.watch.is_some(),
        Verb::Look | Verb::Hint => context.training.is_some(),
        _ => true,
    });
    for own in verbs {
        let keys: Vec<String> =
            context.keymap.keys(own).iter().map(|&own| key(texts, own)).collect();
        entry(page, &keys.join("  "), &meaning(context, own), theme, width);
    }
    let mouse =
        if context.mouse { tr!(texts, "help-mouse-on") } else { tr!(texts, "help-mouse-off") };
    page.text(&mouse, Role::Plain, theme, width);
    page.gap();
    page.heading(&tr!(texts, "help-marks"), Role::Heading, theme);
    for state in [
        StepState::Here,
        StepState::Fine,
        StepState::FaultFound,
        StepState::NotNeeded,
        StepState::ToDo,
    ] {
        entry(page, theme.step(state), &step_state(texts, state), theme, width);
    }
    body
}

/// What a verb does here: some do something of their own in the tree.
fn meaning(context: &Context, own: Verb) -> String {
    match own {
        Verb::GiveUp if context.training.is_some() => tr!(context.texts, "verb-end-drill"),
        Verb::Filter if context.tree.is_some() => tr!(context.texts, "verb-unfold"),
        Verb::Back if context.tree.is_some() => tr!(context.texts, "verb-fold"),
        _ => verb(context.texts, own),
    }
}

/// What a step's mark means.
pub(crate) fn step_state(texts: &Texts, state: StepState) -> String {
    match state {
        StepState::ToDo => tr!(texts, "step-to-do"),
        StepState::Here => tr!(texts, "step-here"),
        StepState::Fine => tr!(texts, "step-fine"),
        StepState::FaultFound => tr!(texts, "step-fault-found"),
        StepState::NotNeeded => tr!(texts, "step-not-needed"),
    }
}

/// Columns for the keys.
const KEYS_WIDTH: usize = 24;

fn entry(page: &mut Page, keys: &str, text: &str, theme: Theme, width: usize) {
    let blank = KEYS_WIDTH.saturating_sub(keys.width() + 2).max(2);
    for (at, row) in
        super::super::page::wrap(text, width.saturating_sub(KEYS_WIDTH)).into_iter().enumerate()
    {
        let lead =
            if at == 0 { format!("  {keys}{}", " ".repeat(blank)) } else { " ".repeat(KEYS_WIDTH) };
        page.row(Line::from(vec![Span::styled(lead, theme.style(Role::Key)), Span::raw(row)]));
    }
}
