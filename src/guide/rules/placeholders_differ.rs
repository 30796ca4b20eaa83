//! The same placeholders stand in all languages of a text.

use super::{Context, Report, Rule, languages};
use crate::guide::{Differing, passages::Marks};
use std::borrow::Cow;

pub(super) static RULE: Rule = Rule::close("placeholders-differ", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    languages::compare(context, report, Marks::BRACE, Differing::Placeholder, placeholders);
}

/// What stands in braces, braces included.
fn placeholders(text: &str) -> Vec<Cow<'_, str>> {
    let starts = text.match_indices('{').map(|(start, _)| &text[start..]);
    starts.filter_map(|rest| Some(rest[..=rest.find('}')?].into())).collect()
}
