//! The bar at the top: the program, the guide, whether all is kept, how far it is.

use super::{
    app::App, command::Verb, keep::Mark, page::put, screens::help, theme::Role, view::in_session,
};
use crate::{
    drill_words,
    session::{Place, Session},
    texts::Texts,
    tr,
};
use ratatui::{Frame, layout::Rect, text::Line};
use unicode_width::UnicodeWidthStr;

/// The program, the guide, and where to change the language.
pub(super) fn bar(app: &App, frame: &mut Frame, area: Rect, beside: bool) {
    let key = app.keymap.keys(Verb::Language).first().copied();
    let key = key.map_or_else(String::new, |key| help::key(&app.texts, key));
    let next = app.next_tag();
    let known = Texts::available().contains(&next);
    let next = if known { tr!(app.texts, "language-other") } else { next };
    let language = format!("{next} {key} ");
    // Where the checklist has no column of its own, how far it is stands here.
    let session = app.shown_session().filter(|_| in_session(app) && !beside);
    let far = session.and_then(far).map_or_else(String::new, |(questions, minutes)| {
        format!("{}   ", tr!(app.texts, "far-short", questions = questions, minutes = minutes))
    });
    let mark = match app.mark().filter(|_| in_session(app)) {
        Some(Mark::Kept) => tr!(app.texts, "mark-kept") + "   ",
        Some(Mark::Soon) => tr!(app.texts, "mark-soon") + "   ",
        Some(Mark::No) => tr!(app.texts, "mark-no") + "   ",
        None => String::new(),
    };
    if app.in_training() {
        let room = usize::from(area.width).saturating_sub(language.width());
        let left = format!(" {}", drill_words::bar(&app.texts, app.drill(), app.now));
        let blank = room.saturating_sub(left.width());
        let text = format!("{left}{}{language}", " ".repeat(blank));
        return put(frame, &Line::styled(text, app.theme.style(Role::Bar)), area);
    }
    let right = format!("{mark}{far}{language}");
    let right = match terminal(app) {
        // What changes comes first; the terminal only where there is room for the title too.
        Some(own) if own.width() + right.width() + 40 <= usize::from(area.width) => {
            format!("{own}   {right}")
        }
        _ => right,
    };
    let room = usize::from(area.width).saturating_sub(right.width());
    // The title gives way to what changes.
    let left = [format!(" tilldoc  {}", app.title()), " tilldoc".to_owned()];
    let left = left.into_iter().find(|left| left.width() + 2 <= room).unwrap_or_default();
    let blank = usize::from(area.width).saturating_sub(left.width() + right.width());
    let text = format!("{left}{}{right}", " ".repeat(blank));
    put(frame, &Line::styled(text, app.theme.style(Role::Bar)), area);
}

/// The terminal that the session is about: where it stands, or its number.
fn terminal(app: &App) -> Option<String> {
    let session = app.session.as_ref().filter(|_| in_session(app))?;
    let place = session.terminal().map(|own| own.place.clone()).filter(|place| !place.is_empty());
    place.or_else(|| session.terminal_number().map(ToString::to_string))
}

/// How far it is likely to be yet: questions and minutes.
pub(super) fn far(session: &Session) -> Option<(u64, u64)> {
    let Place::Question(_) = session.place() else {
        return None;
    };
    Some(session.forecast().told())
}
