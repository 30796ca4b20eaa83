//! The symptom picker: what does the clerk see?

use super::{Body, Context, Intent, Item, list};
use crate::{
    guide::{Guide, Id, Symptom},
    session::Entry,
    tr,
    tui::theme::Role,
};

/// The headings; one with a single symptom begins at once.
pub(crate) fn group_items(context: &Context) -> Vec<Item> {
    let Some(guide) = context.guide else {
        return Vec::new();
    };
    let groups = guide.groups.iter().filter_map(|group| {
        let mut members = symptoms(guide, Some(&group.id));
        let intent = match (members.next()?, members.next()) {
            (only, None) => Intent::Begin(Entry::Symptom(only.id.clone())),
            _ => Intent::OpenGroup(group.id.clone()),
        };
        Some(Item::new(group.title.get(context.lang), intent))
    });
    let everything = guide.check_everything.as_ref().map(|_| {
        let begin = Intent::Begin(Entry::CheckEverything);
        Item::new(tr!(context.texts, "picker-nothing-fits"), begin)
    });
    groups.chain(everything).collect()
}

/// The symptoms under a heading.
pub(crate) fn symptom_items(context: &Context, group: Option<&Id>) -> Vec<Item> {
    let Some(guide) = context.guide else {
        return Vec::new();
    };
    let begin = |symptom: &Symptom| Intent::Begin(Entry::Symptom(symptom.id.clone()));
    symptoms(guide, group)
        .map(|symptom| Item::new(symptom.say.get(context.lang), begin(symptom)))
        .collect()
}

/// The page of both lists.
pub(crate) fn body(
    context: &Context,
    group: Option<&Id>,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let mut body = Body::default();
    let heading =
        context.guide.zip(group).and_then(|(guide, id)| guide.groups.iter().find(|g| g.id == *id));
    let title = heading.map_or_else(
        || tr!(context.texts, "picker-title"),
        |group| group.title.get(context.lang).to_owned(),
    );
    body.page.text(&title, Role::Title, context.theme, width);
    body.page.gap();
    list(&mut body.page, items, 0, cursor, context, width);
    body
}

fn symptoms<'g>(guide: &'g Guide, group: Option<&'g Id>) -> impl Iterator<Item = &'g Symptom> {
    let belongs = move |symptom: &&Symptom| match group {
        Some(group) => symptom.group.as_ref().is_some_and(|own| own.id == *group),
        None => true,
    };
    guide.symptoms.iter().filter(belongs)
}
