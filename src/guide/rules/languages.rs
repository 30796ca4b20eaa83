//! The versions of a text, held against each other.

use super::{Context, Problem, Report};
use crate::guide::{Differing, passages::Marks};
use std::borrow::Cow;

/// Reports what `find` finds in one version of a text and not in another, once a text.
pub(super) fn compare(
    context: &Context<'_>,
    report: &mut Report<'_>,
    marks: Marks,
    what: Differing,
    find: fn(&str) -> Vec<Cow<'_, str>>,
) {
    let languages = &context.guide.languages;
    context.marked(marks, &mut |passage| {
        // A missing version is reported as that.
        if passage.text.versions().any(str::is_empty) {
            return;
        }
        let found: Vec<_> = passage.text.versions().map(find).collect();
        for (at, own) in found.iter().enumerate() {
            for (other, theirs) in found.iter().enumerate() {
                let Some(lacking) = own.iter().find(|one| !theirs.contains(one)) else { continue };
                let theirs = passage.text.versions().nth(other).unwrap_or_default();
                if what == Differing::Figure && passage.is_story() && has_numerals(theirs) {
                    continue;
                }
                let Some((language, other)) = named(languages, at, other) else { return };
                let text = passage.text.versions().nth(at).unwrap_or_default();
                let place = context.place_of(passage.place, text);
                let own = lacking.clone().into_owned();
                report.add(place, Problem::LanguagesDiffer { what, own, language, other });
                return;
            }
        }
    });
}

/// Two languages by their numbers; nothing where the guide's head can't be read, whose texts have
/// versions in languages that nobody knows.
pub(super) fn named(languages: &[String], own: usize, other: usize) -> Option<(String, String)> {
    languages.get(own).cloned().zip(languages.get(other).cloned())
}

/// Whether a number may stand in a text in Chinese words, as people speak: 两千六, 九点四十.
fn has_numerals(text: &str) -> bool {
    text.contains(|c| "零一二两三四五六七八九十百千万半".contains(c))
}
