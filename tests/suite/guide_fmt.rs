//! `tilldoc guide fmt`: our content is laid out, comments and meaning stay, files are written whole.

use super::binary::tilldoc;
use proptest::prelude::*;
use std::{fmt::Write as _, fs, sync::LazyLock};
use tilldoc::{
    guide::{Guide, SourceFile, builtin_scenarios, builtin_sources, fmt, read},
    guide_new::new_guide_sources,
};

const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Every file of our content, but for the card terminal's facts, which are many and all alike.
static CONTENT: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let all = builtin_sources().into_iter().chain(new_guide_sources());
    // Scenarios are many and all alike, too.
    let all = all.chain(builtin_scenarios().into_iter().take(2));
    all.filter(|file| !file.name.contains("facts")).collect()
});

#[test]
fn our_content_is_laid_out() {
    let all = builtin_sources().into_iter().chain(new_guide_sources());
    for file in all.chain(builtin_scenarios()) {
        let laid = fmt(&file.text, &LANGUAGES).expect("it can be read");
        assert_eq!(laid, file.text, "{}: tilldoc guide fmt lays it out", file.name);
    }
}

/// A guide without the places at which it is written.
fn said(guide: &Guide) -> String {
    let places = regex::Regex::new(r"Place \{[^}]*\}|start: \d+|end: \d+").expect("a pattern");
    let all = format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
        guide.steps,
        guide.symptoms,
        guide.contacts,
        guide.drawings,
        guide.codes,
        guide.messages,
        guide.nodes,
        guide.cases,
        guide.scenarios,
    );
    places.replace_all(&all, "").into_owned()
}

/// A file with its lines as an author may leave them: `changes` say at which line what is done.
fn untidy(text: &str, changes: &[(prop::sample::Index, u8)]) -> (String, usize) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut comments = 0;
    for (at, what) in changes {
        let at = at.index(lines.len());
        let line = lines[at].clone();
        match what {
            0 => lines.insert(at, String::new()),
            1 => lines[at] = format!("   {line}  "),
            2 => lines[at] = line.replacen(" = ", "=", 3),
            3 => lines[at] = line.replace("{ ", "{").replace(" }", "   }").replace(", ", " ,"),
            // Two lines change places; where that tears something apart, the file can't be read.
            4 if at > 0 => lines.swap(at - 1, at),
            5 => {
                lines[at] = format!("{line} #remark{comments}#");
                comments += 1;
            }
            6 => lines[at] = line.replace("[ {", "[\n{"),
            7 => lines[at] = line.replace("\", ", "\" , \n"),
            8 => drop(lines.remove(at)),
            _ => {
                lines.insert(at, format!("\t#remark{comments}#"));
                comments += 1;
            }
        }
    }
    (lines.join("\n"), comments)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn laying_out_keeps_comments_and_meaning_and_is_done_once(
        file in 0..CONTENT.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..12), 1..40),
        windows in any::<bool>(),
    ) {
        let (text, comments) = untidy(&CONTENT[file].text, &changes);
        let text = if windows { text.replace('\n', "\r\n") } else { text };
        let Ok(laid) = fmt(&text, &LANGUAGES) else {
            prop_assert!(toml::from_str::<toml::Table>(&text).is_err(), "refused: {text}");
            return Ok(());
        };
        prop_assert_eq!(&fmt(&laid, &LANGUAGES).expect("still read"), &laid);
        let table = |text: &str| toml::from_str::<toml::Table>(text).expect("it was read");
        prop_assert_eq!(table(&laid), table(&text));
        for comment in 0..comments {
            let remark = format!("#remark{comment}#");
            prop_assert_eq!(laid.matches(&remark).count(), text.matches(&remark).count());
        }
    }
}

/// The whole guide is the same one, however untidy its files were.
#[test]
fn the_guide_read_is_the_same_one() {
    for sources in [builtin_sources(), new_guide_sources()] {
        let untidy = |text: &str| {
            let mut out = String::new();
            for line in text.lines() {
                let line = line.replacen(" = ", "=", 1).replace("{ ", "{").replace(" }, ", "},");
                let _ = write!(out, "  {line}  \n\n");
            }
            out
        };
        let laid = |file: &SourceFile| {
            let text = untidy(&file.text);
            // Rows of a drawing would be others with other blanks.
            let text = if text.contains("'''") { file.text.to_string() } else { text };
            let laid = fmt(&text, &LANGUAGES).expect("it can be read");
            assert_ne!(laid, text.replace("'''", ""));
            SourceFile::new(file.name.clone(), laid)
        };
        let files: Vec<SourceFile> = sources.iter().map(laid).collect();
        let (before, after) = (read(&sources), read(&files));
        assert_eq!(before.findings.len(), after.findings.len());
        assert_eq!(before.guide.fingerprint(), after.guide.fingerprint());
        assert!(said(&before.guide) == said(&after.guide));
    }
}

#[test]
fn files_are_named_and_written_and_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let tidy = "format = 1\nid = \"a\"\nlanguages = [\"en\"]\n";
    fs::write(path("guide.toml"), "id=\"a\"\nformat=1\nlanguages=['en']\n").expect("written");
    fs::write(path("tidy.toml"), "# Nothing.\n").expect("written");
    fs::write(path("torn.toml"), "a = \n").expect("written");
    let run = |arguments: &[&str]| tilldoc(folder.path(), arguments, "");
    let torn = "------- stderr\ntilldoc: ./torn.toml can't be read, so it stays as it is; \
                tilldoc guide check names the line.\n------- exit 1";
    assert_eq!(run(&["guide", "fmt", "--check", "."]), format!("./guide.toml\n{torn}"));
    assert_eq!(run(&["guide", "fmt", "."]), format!("./guide.toml\n{torn}"));
    let written = fs::read_to_string(path("guide.toml")).expect("it is there");
    assert_eq!(written, tidy.replace("[\"en\"]", "['en']"));
    fs::remove_file(path("torn.toml")).expect("it was there");
    assert_eq!(run(&["guide", "fmt", "--check", "."]), "------- exit 0");
    assert_eq!(run(&["--guide", ".", "guide", "fmt"]), "------- exit 0");
    assert_eq!(run(&["guide", "fmt"]), "------- exit 0", "this folder is a guide");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let lost = tilldoc(elsewhere.path(), &["guide", "fmt"], "");
    assert!(lost.ends_with("exit 2"), "the built-in guide is no folder: {lost}");
    assert!(run(&["guide", "fmt", "nowhere"]).ends_with("exit 3"));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("guide")).expect("made");
    fs::write(path("own.toml"), "format=1\n").expect("written");
    fs::set_permissions(path("own.toml"), fs::Permissions::from_mode(0o664)).expect("set");
    symlink("../own.toml", path("guide/guide.toml")).expect("linked");
    assert!(tilldoc(folder.path(), &["guide", "fmt", "guide"], "").ends_with("exit 0"));
    assert_eq!(fs::read_to_string(path("own.toml")).expect("there"), "format = 1\n");
    let mode = fs::metadata(path("own.toml")).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o664);
    assert!(fs::symlink_metadata(path("guide/guide.toml")).expect("there").is_symlink());
    // A file that may not be written to is left alone, and said so.
    fs::write(path("own.toml"), "format=1\n").expect("written");
    fs::set_permissions(path("own.toml"), fs::Permissions::from_mode(0o444)).expect("set");
    assert!(tilldoc(folder.path(), &["guide", "fmt", "guide"], "").ends_with("exit 3"));
    assert_eq!(fs::read_to_string(path("own.toml")).expect("there"), "format=1\n");
}
