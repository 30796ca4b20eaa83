//! One question, big and alone.

use super::{Body, Context, Draft, Field, Intent, Item, drill, help, list, notices, remedy::shown};
use crate::{
    drill_words,
    guide::{Amount, Answer, Code, Drawing, Id, Kind, Question, Response, Role},
    lookup::{Found, meanings},
    session::{Place, Session},
    tr,
    training::Drill,
    tui::{command::Verb, page::Page, theme::Role as Look},
};
use ratatui::text::Line;

/// What can be typed into a question.
pub(crate) fn field(question: &Question) -> Field {
    match question.kind {
        Kind::Amount => Field::Amount,
        Kind::Code => Field::Code,
        Kind::Choice | Kind::Ticks => Field::None,
    }
}

/// The lines of a question.
pub(crate) fn items(context: &Context, question: &Question, draft: &Draft) -> Vec<Item> {
    let texts = context.texts;
    let given = context.session.and_then(|session| session.state().given(&question.id));
    let direct = |answer: &Answer| {
        let response = Response::Answer(answer.id.clone());
        let before = given.is_some_and(|given| given.response == response);
        let aside = match given.filter(|_| before) {
            Some(given) if given.from_profile => tr!(texts, "review-from-profile"),
            Some(_) => tr!(texts, "question-before"),
            None => String::new(),
        };
        Item::new(answer.say.get(context.lang), Intent::Respond(response)).aside(aside)
    };
    let beside = || question.answers.iter().filter(|answer| !counted(answer)).map(direct);
    match question.kind {
        Kind::Choice => question.answers.iter().map(direct).collect(),
        Kind::Amount => {
            let amount = Amount::parse(&draft.typed).map(|amount| {
                let text = tr!(texts, "question-amount-is", amount = amount.to_string());
                Item::new(text, Intent::Respond(Response::Amount(amount)))
            });
            amount.into_iter().chain(beside()).collect()
        }
        Kind::Code => {
            let mut items = codes(context, question, &draft.typed);
            if items.is_empty() && !draft.typed.is_empty() {
                let code = Code::normalise(&draft.typed);
                let text = tr!(texts, "question-code-unlisted", code = code.clone());
                items.push(Item::new(text, Intent::Respond(Response::UnlistedCode(code))));
            }
            items.into_iter().chain(beside()).collect()
        }
        Kind::Ticks => {
            let plain = question.answers.iter().filter(|answer| answer.role == Role::Plain);
            let tick = |answer: &Answer| {
                let ticked = draft.ticked.contains(&answer.id);
                Item::new(answer.say.get(context.lang), Intent::TickAnswer(answer.id.clone()))
                    .tick(ticked)
            };
            let go_on = (!draft.ticked.is_empty()).then(|| {
                let text = tr!(texts, "question-ticked", count = draft.ticked.len());
                Item::new(text, Intent::Respond(Response::Ticks(in_order(question, &draft.ticked))))
            });
            // Last, so that no number changes when something is ticked.
            plain.map(tick).chain(beside()).chain(go_on).collect()
        }
    }
}

/// What a typed code may mean.
fn codes(context: &Context, question: &Question, typed: &str) -> Vec<Item> {
    let Some(words) = context.words() else { return Vec::new() };
    let code = Code::normalise(typed);
    let item = |found: Found| {
        let intent = match found {
            Found::Code(code) => Intent::Respond(code.response()),
            // An earlier question can be changed to one of its answers only.
            _ if !is_here(context, question) => return None,
            found => Intent::LookUp(found.entry()),
        };
        Some(Item::new(words.found(found).0, intent))
    };
    meanings(words.guide, &code).into_iter().filter_map(item).collect()
}

/// Whether this is the question at hand and not an earlier one.
fn is_here(context: &Context, question: &Question) -> bool {
    let here = context.session.map(Session::place);
    matches!(here, Some(Place::Question(here)) if here.id == question.id)
}

/// Whether an answer is reached by typing or ticking rather than by its own line.
fn counted(answer: &Answer) -> bool {
    matches!(answer.role, Role::Plain | Role::UpTo(_) | Role::Other)
}

/// What was ticked, in the order of the guide.
fn in_order(question: &Question, ticked: &[Id]) -> Vec<Id> {
    let answers = question.answers.iter().map(|answer| &answer.id);
    answers.filter(|id| ticked.contains(id)).cloned().collect()
}

/// What a question begins with: the answer given before, where there is one.
pub(crate) fn draft(question: &Question, given: Option<&Response>) -> Draft {
    match given {
        Some(Response::Amount(amount)) => Draft { typed: amount.to_string(), ..Draft::default() },
        Some(Response::Code { code, .. } | Response::UnlistedCode(code)) => {
            Draft { typed: code.clone(), ..Draft::default() }
        }
        Some(Response::Ticks(ticked)) => {
            Draft { ticked: in_order(question, ticked), ..Draft::default() }
        }
        Some(Response::Answer(_)) | None => Draft::default(),
    }
}

/// The line at which the cursor begins: the answer given before, or the first.
pub(crate) fn first_cursor(items: &[Item], given: Option<&Response>) -> usize {
    let is_given = |item: &Item| matches!((&item.intent, given), (Intent::Respond(own), Some(given)) if own == given);
    items.iter().position(is_given).unwrap_or(0)
}

/// The page of a question.
pub(crate) fn body(
    context: &Context,
    question: &Question,
    draft: &Draft,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    page.text(question.ask.get(context.lang), Look::Title, theme, width);
    page.gap();
    if is_here(context, question) {
        notices(page, context, Some(&question.id), width);
        shown(page, context, width);
        // In a drill it would be a hint, and its key means something else.
        if context.drill.is_none() {
            stop(page, context, width);
        }
    }
    match question.kind {
        Kind::Amount => page.field(&tr!(texts, "question-amount"), &draft.typed, theme, width),
        Kind::Code => page.field(&tr!(texts, "question-code"), &draft.typed, theme, width),
        Kind::Ticks => page.text(&tr!(texts, "question-ticks"), Look::Heading, theme, width),
        Kind::Choice => {}
    }
    list(page, items, 0, cursor, context, width);
    if context.drill.is_some() {
        hint(page, context, width);
    } else if let Some(how) = &question.how {
        page.gap();
        page.heading(&tr!(texts, "question-how"), Look::Heading, theme);
        page.text(how.get(context.lang), Look::Plain, theme, width);
    }
    // How to check is a hint in a drill, and so is its drawing.
    let told = context.drill.is_none_or(|drill| drill.hint().is_some());
    let side = question.drawing.as_ref().filter(|_| told);
    body.side = side.and_then(|target| drawing(context, &target.id));
    body
}

/// The hint of a drill, once it was asked for. How to check is part of it.
fn hint(page: &mut Page, context: &Context, width: usize) {
    let hint = context.drill.and_then(Drill::hint);
    if let Some((hint, words)) = hint.zip(context.words()) {
        page.gap();
        drill::say(page, &drill_words::hint(&words, hint), context.theme, width);
    }
}

/// That a call now is likely quicker, with the key for it.
fn stop(page: &mut Page, context: &Context, width: usize) {
    let Some((words, session)) = context.words().zip(context.session) else { return };
    let key = context.keymap.keys(Verb::GiveUp).first();
    let key = key.map_or_else(String::new, |key| help::key(context.texts, *key));
    if let Some(text) = words.stop(session, &key) {
        page.text(&text, Look::Notice, context.theme, width);
        page.gap();
    }
}

/// The drawing with this id and its legend.
pub(crate) fn drawing(context: &Context, id: &str) -> Option<Page> {
    let drawing: &Drawing = context.guide?.drawing(id)?;
    let mut page = Page::default();
    page.heading(drawing.title.get(context.lang), Look::Heading, context.theme);
    let rows = if context.theme.ascii { &drawing.ascii } else { &drawing.unicode };
    for row in rows {
        page.row(Line::raw(row.clone()));
    }
    for (mark, text) in &drawing.legend {
        page.row(Line::raw(format!("{mark} {}", text.get(context.lang))));
    }
    Some(page)
}
