//! A term in Latin letters (`Wi-Fi`, `SIM`, `PIN`) stands in all languages of a text, where it does
//! so nearly everywhere else in the guide.
//!
//! No list of terms is needed: a term is what the guide itself keeps in most of its texts. What one
//! language mostly says in other words (`POS 机`, "terminal") is none.

use super::{Context, Problem, Report, Rule, languages::named};
use crate::guide::{
    Differing, Names,
    passages::{Marks, is_in_word},
};

pub(super) static RULE: Rule = Rule::close("terms-differ", check).note();

/// A word counts as a term when at least so many texts have it in both languages,
const LEAST: usize = 5;
/// and at least so many times as many as have it in one of them only.
const TIMES: usize = 9;

/// How often a word is in both versions of a text, and where it is in one of them only.
#[derive(Default)]
struct Uses {
    both: usize,
    alone: Vec<(usize, usize)>,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let languages = &context.guide.languages;
    let mut uses: Names<(usize, usize, &str), Uses> = Names::default();
    let mut texts = Vec::new();
    context.marked(Marks::TERM, &mut |passage| {
        let versions: Vec<&str> = passage.text.versions().collect();
        if versions.iter().any(|text| text.is_empty()) {
            return;
        }
        let at = texts.len();
        texts.push((passage.place, passage.text));
        for (own, text) in versions.iter().enumerate() {
            for (term, from) in terms(text) {
                // What the same version says twice counts once.
                if text[..from].contains(term) {
                    continue;
                }
                for (other, theirs) in versions.iter().enumerate().filter(|(at, _)| *at != own) {
                    let uses = uses.entry((own, other, term)).or_default();
                    if contains(theirs, term) {
                        uses.both += 1;
                    } else if uses.alone.len() <= LEAST.max(uses.both / TIMES) {
                        uses.alone.push((at, from));
                    }
                }
            }
        }
    });
    let mut missing: Vec<_> = uses
        .into_iter()
        .filter(|(_, own)| own.both >= LEAST && own.both >= TIMES * own.alone.len())
        .flat_map(|(key, own)| own.alone.into_iter().map(move |(at, from)| (at, from, key)))
        .collect();
    missing.sort_unstable();
    missing.dedup_by_key(|(at, ..)| *at);
    for (at, _, (own, other, term)) in missing {
        let (place, text) = texts[at];
        let text = text.versions().nth(own).unwrap_or_default();
        let place = context.place_of(place, text);
        let Some((language, other)) = named(languages, own, other) else { continue };
        let problem = Problem::LanguagesDiffer {
            what: Differing::Term,
            own: term.to_owned(),
            language,
            other,
        };
        report.add(place, problem);
    }
}

/// The words of plain letters and digits with a capital after their first character, or all in
/// capitals, and where they begin.
fn terms(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let is_word = |c: char| u8::try_from(c).is_ok_and(is_in_word);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(|c: char| c.is_ascii_alphanumeric())?;
            let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |end| start + end);
            from = end;
            let word = text[start..end].trim_end_matches('-');
            if word.len() > 1 && word.bytes().skip(1).any(|b| b.is_ascii_uppercase()) {
                return Some((word, start));
            }
        }
    })
}

/// Whether a text has a term, in letters of any size.
fn contains(text: &str, term: &str) -> bool {
    let (text, term) = (text.as_bytes(), term.as_bytes());
    text.windows(term.len()).any(|own| own.eq_ignore_ascii_case(term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Text;

    #[test]
    fn a_term_has_a_capital_within() {
        let found: Vec<_> = terms("Wi-Fi 和 SIM 卡, Press F2, eSIM, Please, A card").collect();
        let words: Vec<_> = found.iter().map(|(word, _)| *word).collect();
        assert_eq!(words, ["Wi-Fi", "SIM", "eSIM"]);
        for text in ["Wi-Fi", "按 eSIM 键", "4G", "a-B", "请看A4纸", "Press F2", "A card", "-A- 3"]
        {
            let marked = Marks::of(&Text::new([text])).any(Marks::TERM);
            assert!(marked || terms(text).next().is_none(), "{text}");
        }
        assert!(!Marks::of(&Text::new(["Press the key.", "Anders"])).any(Marks::TERM));
        assert!(contains("a wi-fi sign", "Wi-Fi") && !contains("wifi", "Wi-Fi"));
    }
}
