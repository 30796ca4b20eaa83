//! The home screen, and the questions asked before something is lost.

use super::{Body, Confirm, Context, Intent, Item, drill::Wish, list, notices};
use crate::{
    guide::BUILTIN_ID,
    save,
    session::{Entry, Place, Session},
    store::Head,
    tr,
    tui::theme::Role,
};

/// The lines of the home screen.
pub(crate) fn items(context: &Context) -> Vec<Item> {
    let texts = context.texts;
    let mut items = Vec::new();
    if let Some(session) = context.session {
        let here = match session.place() {
            Place::Question(question) => question.ask.get(context.lang),
            Place::Remedy(remedy) => remedy.cause.get(context.lang),
            Place::End(_) => "",
        };
        items.push(Item::new(tr!(texts, "home-resume"), Intent::Resume).aside(here));
    }
    if let Some(head) = context.unfinished {
        let item = Item::new(tr!(texts, "home-resume"), Intent::GoOn);
        items.push(item.aside(when_and_where(context, head)));
    }
    items.push(Item::new(tr!(texts, "home-start"), Intent::Pick));
    // A guide that is not there yet is the built-in one, which has both.
    if context.guide.is_none_or(|guide| guide.check_everything.is_some()) {
        let everything = Intent::Begin(Entry::CheckEverything);
        items.push(Item::new(tr!(texts, "home-check-everything"), everything));
    }
    if context.guide.is_none_or(|guide| !guide.codes.is_empty()) {
        items.push(Item::new(tr!(texts, "home-lookup"), Intent::Lookup));
    }
    // Who writes a guide has no shop.
    if context.watch.is_none() {
        items.push(Item::new(tr!(texts, "home-history"), Intent::History));
        items.push(Item::new(tr!(texts, "home-stats"), Intent::Stats));
        items.push(Item::new(tr!(texts, "home-setup"), Intent::Setup));
    }
    let trains = context.guide.is_none_or(|own| own.id == BUILTIN_ID || !own.scenarios.is_empty());
    if context.watch.is_none() && trains {
        items.push(Item::new(tr!(texts, "home-training"), Intent::Drill(Wish::Open)));
    }
    items.push(Item::new(tr!(texts, "home-language"), Intent::Language));
    items.push(Item::new(tr!(texts, "home-help"), Intent::Help));
    items.push(Item::new(tr!(texts, "home-quit"), Intent::Quit));
    items
}

/// When a kept session was under way last, and at which step.
fn when_and_where(context: &Context, head: &Head) -> String {
    let last = context.zone.to_datetime(head.last);
    let today = context.zone.to_datetime(context.now).date() == last.date();
    let when = last.strftime(if today { "%H:%M" } else { "%m-%d %H:%M" }).to_string();
    let step = head.step.title(context.texts);
    tr!(context.texts, "home-resume-when", when = when, step = step)
}

/// The page of the home screen.
pub(crate) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let other = context.guide.filter(|guide| guide.id != BUILTIN_ID);
    let title = other.map(|guide| guide.title.get(context.lang).to_owned());
    let title = title.unwrap_or_else(|| tr!(context.texts, "home-title"));
    let mut body = Body::titled(context, &title, width);
    let page = &mut body.page;
    notices(page, context, None, width);
    list(page, items, 0, cursor, context, width);
    for trouble in context.trouble.into_iter().flatten() {
        page.gap();
        page.text(trouble, Role::Warning, context.theme, width);
    }
    if !context.guide.is_some_and(|guide| guide.no_payments) {
        page.gap();
        page.text(&tr!(context.texts, "home-money"), Role::Notice, context.theme, width);
    }
    body
}

/// The lines of a question before something is lost; the harmless one first.
pub(crate) fn confirm_items(context: &Context, confirm: &Confirm) -> Vec<Item> {
    let texts = context.texts;
    match confirm {
        Confirm::Quit => vec![
            Item::new(tr!(texts, "quit-stay"), Intent::Close),
            Item::new(tr!(texts, "quit-save"), Intent::Export),
            Item::new(tr!(texts, "quit-leave"), Intent::QuitAnyway),
        ],
        Confirm::Begin(entry) => vec![
            Item::new(tr!(texts, "begin-resume"), Intent::Resume),
            Item::new(tr!(texts, "begin-save"), Intent::Export),
            Item::new(tr!(texts, "begin-anew"), Intent::BeginAnyway(entry.clone())),
        ],
        Confirm::Open(code) => vec![
            Item::new(tr!(texts, "begin-resume"), Intent::Resume),
            Item::new(tr!(texts, "begin-save"), Intent::Export),
            Item::new(tr!(texts, "lookup-code-anyway"), Intent::OpenAnyway(code.clone())),
        ],
        Confirm::LeaveForm(quit) => vec![
            Item::new(tr!(texts, "setup-leave-stay"), Intent::Close),
            Item::new(tr!(texts, "setup-leave-save"), Intent::SaveForm(*quit)),
            Item::new(tr!(texts, "setup-leave-drop"), Intent::DropForm(*quit)),
        ],
        Confirm::Overwrite(form) => vec![
            Item::new(tr!(texts, "overwrite-no"), Intent::Close),
            Item::new(tr!(texts, "overwrite-yes"), Intent::Save(form.clone(), true)),
        ],
    }
}

/// The page of a question before something is lost.
pub(crate) fn confirm_body(
    context: &Context,
    confirm: &Confirm,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let texts = context.texts;
    let answers = context.session.map_or(0, Session::entries);
    let ask = match confirm {
        Confirm::Quit => tr!(texts, "quit-ask", count = answers),
        Confirm::Begin(_) | Confirm::Open(_) => tr!(texts, "begin-ask", count = answers),
        Confirm::LeaveForm(_) => tr!(texts, "setup-leave-ask"),
        Confirm::Overwrite(form) => {
            tr!(texts, "overwrite-ask", path = save::shown(form.path.as_ref()))
        }
    };
    let mut body = Body::titled(context, &ask, width);
    list(&mut body.page, items, 0, cursor, context, width);
    body
}
