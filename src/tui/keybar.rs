//! The keys that work on the screen on top.

use super::{
    app::App,
    command::Verb,
    input::Key,
    screens::{Confirm, Field, Kind, drill, help},
    theme::Role,
};
use crate::{session::Session, tr};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Rows of the key bar at most; what does not fit stands in the help.
const KEY_ROWS: usize = 2;

/// The keys that work here, the most needed first.
pub(super) fn key_bar(app: &App, width: usize) -> Vec<Line<'static>> {
    let field = app.field();
    let number = if app.in_tree() { 0 } else { app.items().len().min(9) };
    let mut shown: Vec<(String, String)> = Vec::new();
    let digits = field == Field::None && number > 0;
    if digits {
        let range = if number == 1 { "1".to_owned() } else { format!("1-{number}") };
        shown.push((range, tr!(app.texts, "verb-number")));
    }
    let typing = field != Field::None && field != Field::Editor && number > 1;
    let moves = typing.then_some([Verb::Down, Verb::Choose]).into_iter().flatten();
    let chosen = digits || typing;
    let wanted = verbs(app).into_iter().filter(|&verb| !(chosen && verb == Verb::Choose));
    for verb in moves.chain(wanted) {
        let keys = app.keymap.keys(verb);
        let works = |key: &&Key| key.typed().is_none_or(|c| !field.takes(c));
        if let Some(key) = keys.iter().find(works) {
            let said = match verb {
                Verb::Note if matches!(app.top().kind, Kind::Kept(_)) => {
                    tr!(app.texts, "verb-support")
                }
                Verb::GiveUp if app.in_training() => tr!(app.texts, "verb-end-drill"),
                verb => help::verb(&app.texts, verb),
            };
            shown.push((help::key(&app.texts, *key), said));
        }
    }
    let mut lines = vec![Line::default()];
    for (key, text) in shown {
        let needed = key.width() + text.width() + 3;
        let last = lines.len() - 1;
        if lines[last].width() + needed > width + 2 {
            if lines.len() == KEY_ROWS {
                break;
            }
            lines.push(Line::default());
        }
        let last = lines.len() - 1;
        lines[last].push_span(Span::styled(key, app.theme.style(Role::Key)));
        lines[last].push_span(Span::raw(format!(" {text}  ")));
    }
    lines
}

/// The verbs worth a place in the key bar of the screen on top.
fn verbs(app: &App) -> Vec<Verb> {
    let drawing = app.drawing_id().map(|_| Verb::Drawing);
    match &app.top().kind {
        Kind::Drill(part) => drill::verbs(app, part),
        Kind::Home => vec![Verb::Lookup, Verb::Language, Verb::Help, Verb::Quit],
        Kind::Findings => {
            vec![Verb::Back, Verb::PageDown, Verb::PageUp, Verb::Language, Verb::Help, Verb::Quit]
        }
        Kind::Setup(_) => vec![Verb::Export, Verb::Back, Verb::Language, Verb::Help, Verb::Quit],
        Kind::Groups | Kind::Symptoms(_) | Kind::Terminals(_) => {
            vec![Verb::Back, Verb::Lookup, Verb::Help, Verb::Quit]
        }
        Kind::Session(_) => {
            let offered = app.session.as_ref().and_then(Session::stop).map(|_| Verb::GiveUp);
            let play = app.grown().map(|_| Verb::Play);
            let first = offered.into_iter().chain([Verb::Back]).chain(play);
            let rest = [
                Verb::Note,
                Verb::Review,
                Verb::Export,
                Verb::Lookup,
                Verb::GiveUp,
                Verb::Help,
                Verb::Quit,
            ];
            let rest = rest.into_iter().filter(|verb| Some(*verb) != offered);
            first.chain(drawing).chain(rest).collect()
        }
        Kind::Tree(_) => {
            vec![Verb::Choose, Verb::Play, Verb::Lookup, Verb::Language, Verb::Help, Verb::Quit]
        }
        Kind::TreeFind(_) => vec![Verb::Choose, Verb::Back, Verb::Language, Verb::Quit],
        Kind::Change(..) | Kind::Review | Kind::Formats | Kind::Path(..) | Kind::Lookup(_) => {
            vec![Verb::Choose, Verb::Back, Verb::Help, Verb::Quit]
        }
        Kind::Confirm(Confirm::Quit) => vec![Verb::Choose, Verb::Back],
        Kind::Confirm(_) => vec![Verb::Choose, Verb::Back, Verb::Quit],
        Kind::Note(_) | Kind::Support(..) => vec![Verb::Back, Verb::Language, Verb::Help],
        Kind::History(own) => {
            let all = (!own.shows_all()).then_some(Verb::ShowAll);
            let rest = [Verb::Choose, Verb::Back, Verb::Language, Verb::Help, Verb::Quit];
            [Verb::Filter].into_iter().chain(all).chain(rest).collect()
        }
        Kind::Filters | Kind::Facet(_) => {
            vec![Verb::Choose, Verb::ShowAll, Verb::Back, Verb::Help, Verb::Quit]
        }
        Kind::Kept(_) => vec![
            Verb::PageDown,
            Verb::Back,
            Verb::Copy,
            Verb::Qr,
            Verb::Export,
            Verb::Note,
            Verb::Help,
            Verb::Quit,
        ],
        Kind::Help | Kind::Drawing(_) | Kind::Stats(_) | Kind::Qr => {
            vec![Verb::Back, Verb::PageDown, Verb::PageUp, Verb::Quit]
        }
    }
}
