//! The ways in, in the order of their numbers.

use super::input::{number, plain};
use crate::{
    guide::{Code, Group, Guide, Symptom},
    session::Entry,
    texts::Texts,
    tr,
};

/// The symptoms under their headings; those without one come last.
pub(super) fn groups(guide: &Guide) -> Vec<(Option<&Group>, Vec<&Symptom>)> {
    let of = |group: Option<&Group>| {
        let belongs = |symptom: &&Symptom| {
            let own = symptom.group.as_ref().map(|own| &own.id);
            own.and_then(|own| guide.groups.iter().find(|group| group.id == *own)).map(|g| &g.id)
                == group.map(|group| &group.id)
        };
        guide.symptoms.iter().filter(belongs).collect::<Vec<_>>()
    };
    let headings = guide.groups.iter().map(Some).chain([None]);
    headings.map(|group| (group, of(group))).filter(|(_, own)| !own.is_empty()).collect()
}

/// All ways in, in the order of their numbers: the symptoms, then "check everything".
fn entries(guide: &Guide) -> Vec<Entry> {
    let symptoms = groups(guide).into_iter().flat_map(|(_, symptoms)| symptoms);
    let symptoms = symptoms.map(|symptom| Entry::Symptom(symptom.id.clone()));
    let everything = guide.check_everything.as_ref().map(|_| Entry::CheckEverything);
    symptoms.chain(everything).collect()
}

/// What was typed at the start.
pub(super) enum Choice<'g> {
    /// One of the numbers.
    Entry(Entry),
    /// A code: all that it may be.
    Code(String, Vec<&'g Code>),
    /// Neither.
    Nothing,
}

/// What a line typed at the start means: a number, or a code behind the word for it.
pub(super) fn choice<'g>(guide: &'g Guide, texts: &Texts, typed: &str) -> Choice<'g> {
    let typed = plain(typed);
    let own_word = tr!(texts, "plain-word-code");
    let code = ["code", own_word.as_str()].into_iter().find_map(|word| typed.strip_prefix(word));
    if let Some(code) = code {
        return Choice::Code(Code::normalise(code), guide.codes(code));
    }
    let entry =
        number(&typed).and_then(|number| entries(guide).into_iter().nth(number.checked_sub(1)?));
    entry.map_or(Choice::Nothing, Choice::Entry)
}

/// The highest number.
pub(super) fn last_number(guide: &Guide) -> usize {
    entries(guide).len()
}
