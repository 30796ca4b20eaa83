//! Documents that can go stale: the paths they name, the keys and options they promise, and the
//! texts of all languages.

use clap::{CommandFactory, Parser, error::ErrorKind};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use tilldoc::{cli::Cli, tui::Keymap};

/// All documents: those at the top, and all in `docs`.
fn documents() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    for folder in [".", "docs", "docs/adr"] {
        let entries = fs::read_dir(folder).expect(folder);
        let paths_here = entries.map(|entry| entry.expect("an entry").path());
        paths.extend(paths_here.filter(|path| path.extension().is_some_and(|own| own == "md")));
    }
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.display().to_string().replace('\\', "/");
        name.strip_prefix("./").map_or(name.clone(), str::to_owned)
    };
    let read = |path: PathBuf| (named(path.clone()), fs::read_to_string(path).expect("text"));
    let all: Vec<_> = paths.into_iter().map(read).collect();
    assert!(all.len() > 25, "only {} documents were found", all.len());
    all
}

/// What stands as code in a text: between backticks, and line by line between fences.
fn code(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, part) in text.split("```").enumerate() {
        if at % 2 == 1 {
            // Behind the language of the fence.
            all.extend(part.lines().skip(1).map(|line| line.trim().to_owned()));
        } else {
            let spans = part.split('`').skip(1).step_by(2);
            all.extend(spans.map(|span| span.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    all
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut named = 0;
    for (document, text) in documents() {
        let folder = Path::new(&document).parent().expect("a document is in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let inside = !link.contains("://") && !link.starts_with('#');
            let path = link.split('#').next().unwrap_or_default();
            assert!(!inside || folder.join(path).exists(), "{document}: {link}");
            named += usize::from(inside);
        }
        for code in text.split('`').skip(1).step_by(2) {
            let path = [
                "src/",
                "redact/",
                "tests/",
                "content/",
                "assets/",
                "docs/",
                "examples/",
                "benches/",
                "link/",
                ".ci/",
            ];
            if path.iter().any(|start| code.starts_with(start)) && !code.contains(['*', ' ', '\n'])
            {
                assert!(Path::new(code).exists(), "{document}: {code}");
                named += 1;
            }
        }
    }
    assert!(named > 100, "only {named} paths were found");
}

#[test]
fn every_folder_of_the_sources_has_its_charter() {
    let text = fs::read_to_string("docs/ARCHITECTURE.md").expect("it is there");
    for entry in fs::read_dir("src").expect("the sources").map(|entry| entry.expect("an entry")) {
        let name = entry.file_name().into_string().expect("a name");
        let named = if entry.path().is_dir() { format!("`src/{name}/`") } else { name.clone() };
        let known = text.contains(&named) || matches!(&*name, "lib.rs" | "main.rs");
        assert!(known, "docs/ARCHITECTURE.md does not name src/{name}");
    }
}

/// A command as a shell would take it apart; none where it has what only a shell or a reader knows.
fn words(line: &str) -> Option<Vec<String>> {
    let line = line.split("  ").next().unwrap_or_default().split(" #").next().unwrap_or_default();
    if line.contains(['|', '[', '…', '$', '<', '>', '&', ';', '=', '*']) || line.contains("...") {
        return None;
    }
    let mut all = Vec::new();
    for (at, part) in line.split(['"', '\'']).enumerate() {
        if at % 2 == 1 {
            all.push(part.to_owned());
        } else {
            all.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    Some(all)
}

/// What stands for a value is given one.
fn value(word: &str) -> String {
    match word {
        "ID" | "N" | "NUMBER" => "1".to_owned(),
        "DATE" | "DAY" => "2026-11-23".to_owned(),
        "FORMAT" => "json".to_owned(),
        word => word.to_owned(),
    }
}

#[test]
fn every_command_of_the_program_in_a_document_is_one() {
    let mut tried = 0;
    for (document, text) in documents() {
        for code in code(&text) {
            let line = code.strip_prefix("$ ").unwrap_or(&code);
            let own = line.strip_prefix("cargo run -- ").map(|rest| format!("tilldoc {rest}"));
            let line = own.as_deref().unwrap_or(line);
            let Some(words) = words(line).filter(|_| line.starts_with("tilldoc ")) else {
                continue;
            };
            let words: Vec<String> = words.iter().map(|word| value(word)).collect();
            let fits = match Cli::try_parse_from(&words) {
                Ok(_) => true,
                // A group of commands is named, or help is asked for.
                Err(error) => matches!(
                    error.kind(),
                    ErrorKind::DisplayHelp
                        | ErrorKind::DisplayVersion
                        | ErrorKind::MissingRequiredArgument
                        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                ),
            };
            assert!(fits, "{document}: {code}");
            tried += 1;
        }
    }
    assert!(tried > 40, "only {tried} commands were found");
}

#[test]
fn every_cargo_command_names_what_is_there() {
    let mut sources = String::new();
    gather(Path::new("tests/suite"), &mut sources);
    gather(Path::new("src"), &mut sources);
    let mut tried = 0;
    for (document, text) in documents() {
        for code in code(&text) {
            let line = code.trim_start_matches("$ ");
            let Some(at) = line.find("cargo ") else { continue };
            let line = line[at..].split(" #").next().unwrap_or_default();
            let words: Vec<&str> = line.split_whitespace().collect();
            let after = |flag: &str| {
                let at = words.iter().position(|word| *word == flag)?;
                words.get(at + 1).copied()
            };
            if let Some(bench) = after("--bench") {
                assert!(
                    Path::new("benches").join(format!("{bench}.rs")).exists(),
                    "{document}: {code}"
                );
            }
            if let Some(example) = after("--example") {
                let path = Path::new("examples").join(example);
                let there = path.is_dir() || path.with_extension("rs").exists();
                assert!(there, "{document}: {code}");
            }
            if let Some(package) = after("-p") {
                let manifest = fs::read_to_string("redact/Cargo.toml").expect("a manifest");
                assert!(manifest.contains(&format!("name = \"{package}\"")), "{document}: {code}");
            }
            if after("test").is_some() {
                let skipped = ["suite", "tilldoc-redact"];
                let suite = after("--test").is_none_or(|name| name == "suite");
                assert!(suite, "{document}: {code}");
                // The last word that is no option is a piece of a test's or a module's name.
                let filter = words.iter().skip(2).rfind(|word| !word.starts_with('-'));
                if let Some(filter) = filter.filter(|word| !skipped.contains(word)) {
                    let module = Path::new("tests/suite").join(format!("{filter}.rs")).exists();
                    let named = sources.contains(&format!("fn {filter}"));
                    assert!(module || named, "{document}: {code}");
                }
            }
            tried += 1;
        }
    }
    assert!(tried > 15, "only {tried} commands were found");
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let text = fs::read_to_string("docs/SECURITY.md").expect("it is there");
    let mut named = 0;
    for (module, name) in text.split('`').skip(1).step_by(2).filter_map(|own| own.split_once("::"))
    {
        if module == "module" {
            continue;
        }
        let source = fs::read_to_string(format!("tests/suite/{module}.rs")).unwrap_or_default();
        let head = format!("fn {name}() {{");
        // The tests of proptest take arguments.
        let there = source.contains(&head) || source.contains(&format!("fn {name}("));
        assert!(there, "{module}::{name}");
        named += 1;
    }
    assert!(named > 20, "only {named} tests were found");
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
