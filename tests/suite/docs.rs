//! Documents that can go stale: the paths they name, the keys and options they promise, and the
//! texts of all languages.

use clap::CommandFactory;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tilldoc::{cli::Cli, tui::Keymap};

const DOCUMENTS: [&str; 14] = [
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "docs/ARCHITECTURE.md",
    "docs/authors.md",
    "docs/authors.zh-CN.md",
    "docs/building.md",
    "docs/guide-format.md",
    "docs/profile.md",
    "docs/rules.md",
    "docs/rules.zh-CN.md",
    "docs/score.md",
    "docs/score.zh-CN.md",
    "docs/summary-json.md",
];

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut named = 0;
    for document in DOCUMENTS {
        let text = fs::read_to_string(document).expect(document);
        let folder = Path::new(document).parent().expect("a document is in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let inside = !link.contains("://") && !link.starts_with('#');
            let path = link.split('#').next().unwrap_or_default();
            assert!(!inside || folder.join(path).exists(), "{document}: {link}");
            named += usize::from(inside);
        }
        for code in text.split('`').skip(1).step_by(2) {
            let path = ["src/", "tests/", "content/", "assets/", "docs/", "examples/", ".ci/"];
            if path.iter().any(|start| code.starts_with(start)) && !code.contains(['*', ' ', '\n'])
            {
                assert!(Path::new(code).exists(), "{document}: {code}");
                named += 1;
            }
        }
    }
    assert!(named > 20, "only {named} paths were found");
}

#[test]
fn both_readmes_name_every_option_and_every_key_of_the_table() {
    let keymap = Keymap::builtin();
    for document in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(document).expect(document);
        for argument in Cli::command().get_arguments() {
            let Some(long) =
                argument.get_long().filter(|long| !matches!(*long, "help" | "version"))
            else {
                continue;
            };
            assert!(text.contains(&format!("--{long}")), "{document}: --{long}");
            let environment =
                argument.get_env().and_then(|name| name.to_str()).expect("each has one");
            assert!(text.contains(environment), "{document}: {environment}");
        }
        for key in ["n", "r", "e", "d", "/", "g", "F2", "l", "m", "?", "F1", "q"] {
            assert!(text.contains(&format!("`{key}`")), "{document}: {key}");
            let known =
                tilldoc::tui::Key::parse(&key.to_lowercase()).and_then(|key| keymap.verb(key));
            assert!(known.is_some(), "{document} promises {key}");
        }
    }
}

#[test]
fn all_languages_have_the_same_texts_with_the_same_arguments() {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir("assets/i18n").expect("the texts") {
        let folder = entry.expect("an entry").path();
        let text = fs::read_to_string(folder.join("tilldoc.ftl")).expect("the texts of a language");
        languages.insert(folder, texts(&text));
    }
    assert!(languages.len() >= 2);
    let (first, expected) = languages.first_key_value().expect("there is one");
    for (language, own) in &languages {
        let ids = |texts: &BTreeMap<String, BTreeSet<String>>| {
            texts.keys().cloned().collect::<BTreeSet<_>>()
        };
        let difference: Vec<_> = ids(own).symmetric_difference(&ids(expected)).cloned().collect();
        assert!(
            difference.is_empty(),
            "{} and {}: {difference:?}",
            language.display(),
            first.display()
        );
        for (id, arguments) in own {
            assert_eq!(arguments, &expected[id], "{}: the arguments of {id}", language.display());
        }
    }
}

#[test]
fn every_text_is_used() {
    let text = fs::read_to_string("assets/i18n/en/tilldoc.ftl").expect("the texts");
    let mut sources = String::new();
    gather(Path::new("src"), &mut sources);
    for id in texts(&text).keys() {
        assert!(sources.contains(&format!("\"{id}\"")), "no source uses {id}");
    }
}

fn gather(path: &Path, sources: &mut String) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of the sources") {
            gather(&entry.expect("an entry").path(), sources);
        }
    } else if let Ok(text) = fs::read_to_string(path) {
        sources.push_str(&text);
    }
}

/// The ids of a language's texts, each with the arguments that it uses.
fn texts(ftl: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in ftl.lines() {
        let is_id = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let Some((name, _)) = line.split_once(" =").filter(|_| is_id) {
            name.clone_into(&mut id);
            found.entry(id.clone()).or_default();
        }
        let arguments = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
                .collect::<String>()
        });
        if let Some(all) = found.get_mut(&id).filter(|_| !line.starts_with('#')) {
            all.extend(arguments);
        }
    }
    found
}
