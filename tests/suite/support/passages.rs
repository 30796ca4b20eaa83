//! Every text that tells somebody to do something: the guide's, and the program's own.

use std::fs;
use tilldoc::guide::{Guide, advice::Spoken, each_passage};

/// Every text of a guide that tells somebody to do something, and what it tells never to do, in
/// every language.
pub(crate) fn guide_passages(guide: &Guide) -> Vec<Spoken> {
    let mut all = Vec::new();
    each_passage(guide, &mut |passage| {
        let languages = (0..guide.languages.len()).filter(|_| passage.advice);
        all.extend(languages.map(|at| Spoken::of(passage, &guide.languages, at)));
    });
    all
}

/// The program's own texts in one language, each line of them.
pub(crate) fn wording(lang: &str) -> Vec<Spoken> {
    let path = format!("assets/i18n/{lang}/tilldoc.ftl");
    let ftl = fs::read_to_string(path).expect("the texts of a language");
    let mut id = String::new();
    let mut passages = Vec::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        let named = line.split_once(" =").filter(|_| !line.starts_with(' '));
        if let Some((name, _)) = named {
            name.clone_into(&mut id);
        }
        passages.push(Spoken {
            node: format!("tilldoc.ftl {id}"),
            key: "wording",
            lang: lang.to_owned(),
            text: named.map_or(line, |(_, text)| text).trim().to_owned(),
            earlier: String::new(),
        });
    }
    passages
}
