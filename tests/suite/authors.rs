//! The walk for new authors, done literally as it is written, in both languages.
//!
//! Everything in the document that is typed or copied stands in a fenced block:
//!
//! - `sh`: one command a line, and behind `#` what is then seen: lines of the output, in this order
//!   (`…` stands for the rest), the exit code where it is not 0, and the keys that are pressed where
//!   the command takes the terminal;
//! - `text`: what is now seen in the window that is still open;
//! - `diff`: changes of files that are there, each after `+++` and the file's name;
//! - `end=FILE`, `top=FOLDER`, `file=FILE` behind the language: what is put at the end of a file or at
//!   the top of all files of a guide, and a whole file.

use crate::support::pty::Window;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const ENGLISH: &str = "docs/authors.md";
const CHINESE: &str = "docs/authors.zh-CN.md";

/// How each document writes "keys" and "exit code".
const KEYS: [&str; 2] = ["keys: ", "按键："];
const EXIT: [&str; 2] = ["exit code ", "退出码 "];

/// A fenced block.
struct Block {
    /// Where it stands, for messages.
    place: String,
    language: String,
    /// What stands behind the language: what is to be done with it, and which file it is about.
    info: String,
    text: String,
}

impl Block {
    fn is_about(&self, name: &str) -> Option<&str> {
        self.info.strip_prefix(name)?.strip_prefix('=')
    }

    /// What is the same in all languages: what is typed and copied.
    fn typed(&self) -> String {
        let lines = self.text.lines();
        let typed = lines.filter(|line| !(self.language == "sh" && line.starts_with("# ")));
        typed.collect::<Vec<_>>().join("\n")
    }
}

/// The blocks of a document. What an edit is about must be said before it to those who only read.
fn blocks(document: &str) -> Vec<Block> {
    let text = fs::read_to_string(document).expect(document);
    let mut blocks = Vec::new();
    let mut said = String::new();
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let Some(fence) = line.strip_prefix("```") else {
            said += line;
            continue;
        };
        let place = format!("{document}:{}", at + 1);
        let (language, info) = fence.split_once(' ').unwrap_or((fence, ""));
        let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
        let text: String = inside.flat_map(|line| [line, "\n"]).collect();
        if let Some((_, file)) = info.split_once('=') {
            assert!(said.contains(&format!("`{file}`")), "{place}: nobody is told of {file}");
        }
        blocks.push(Block { place, language: language.into(), info: info.into(), text });
    }
    blocks
}

/// Somebody who does what the document says.
struct Walk {
    language: &'static str,
    folder: tempfile::TempDir,
    /// Where the next command is typed.
    here: PathBuf,
    window: Option<Window>,
}

impl Walk {
    fn new(language: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path().join("work");
        fs::create_dir(&here).expect("a folder");
        Self { language, folder, here, window: None }
    }

    fn take(&mut self, block: &Block) {
        if let Some(file) = block.is_about("file") {
            let path = self.here.join(file);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("made");
            fs::write(path, &block.text).expect("written");
        } else if let Some(file) = block.is_about("end") {
            let path = self.here.join(file);
            let text = fs::read_to_string(&path).expect(file) + &block.text;
            fs::write(path, text).expect("written");
        } else if let Some(folder) = block.is_about("top") {
            for entry in fs::read_dir(self.here.join(folder)).expect(folder) {
                let path = entry.expect("an entry").path();
                if path.extension().is_some_and(|ending| ending == "toml") {
                    let text = fs::read_to_string(&path).expect("a file of the guide");
                    fs::write(&path, block.text.clone() + &text).expect("written");
                }
            }
        } else {
            match block.language.as_str() {
                "sh" => self.type_in(block),
                "diff" => self.change(block),
                "text" => self.look(block.text.lines(), &block.place),
                other => panic!("{}: nobody is told what to do with {other}", block.place),
            }
        }
    }

    /// Types the commands of a block, each with what is seen after it.
    fn type_in(&mut self, block: &Block) {
        // A program that was left open for the edits above.
        self.press("q", &block.place);
        let mut lines = block.text.lines().peekable();
        while let Some(command) = lines.next() {
            let mut seen = Vec::new();
            while let Some(line) = lines.next_if(|line| line.starts_with("# ")) {
                seen.push(line[2..].trim());
            }
            let said = |words: [&str; 2]| {
                let found = |line: &str| {
                    words.iter().find_map(|own| line.strip_prefix(own)).map(str::to_owned)
                };
                seen.iter().find_map(|line| found(line))
            };
            let (keys, exit) = (said(KEYS), said(EXIT));
            seen.retain(|line| {
                ![KEYS, EXIT].as_flattened().iter().any(|own| line.starts_with(own))
            });
            if let Some(keys) = keys {
                self.open(command);
                self.press(&keys, &block.place);
                self.look(seen.into_iter(), &block.place);
            } else {
                let printed = self.run(command, exit.as_deref().unwrap_or("0"), &block.place);
                let mut rest = printed.as_str();
                for line in seen.into_iter().filter(|line| *line != "…") {
                    let at = rest.find(line).unwrap_or_else(|| {
                        panic!("{}: no “{line}” after {command}, but\n{printed}", block.place)
                    });
                    rest = &rest[at + line.len()..];
                }
            }
        }
    }

    /// Runs a command in a shell that has no terminal, and gives what it printed.
    fn run(&mut self, command: &str, exit: &str, place: &str) -> String {
        let now = self.folder.path().join("now");
        let programs = Path::new(env!("CARGO_BIN_EXE_tilldoc")).parent().expect("a folder");
        let paths = env::var_os("PATH").unwrap_or_default();
        let paths = [programs.to_owned()].into_iter().chain(env::split_paths(&paths));
        let script =
            format!("exec 2>&1\n{command}\ncode=$?\npwd > '{}'\nexit $code", now.display());
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(&self.here)
            .env_clear()
            .env("PATH", env::join_paths(paths).expect("paths"))
            .env("HOME", self.folder.path())
            .env("TILLDOC_LANG", self.language)
            // Who uses git has told it once who they are.
            .envs([("GIT_AUTHOR_NAME", "An author"), ("GIT_AUTHOR_EMAIL", "author@example.com")])
            .envs([("GIT_COMMITTER_NAME", "An author"), ("GIT_COMMITTER_EMAIL", "a@example.com")])
            .output()
            .expect("a shell is there");
        let printed = String::from_utf8(output.stdout).expect("text");
        let code = output.status.code().expect("an exit code").to_string();
        assert_eq!(code, exit, "{place}: the exit code of {command}\n{printed}");
        let here = fs::read_to_string(now).expect("it is known where it ended");
        self.here = PathBuf::from(here.trim_end());
        printed
    }

    /// Starts the program in a window.
    fn open(&mut self, command: &str) {
        let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
        let environment = [("TILLDOC_LANG", self.language)];
        self.window = Some(Window::open(&self.here, &arguments, &environment, (120, 30)));
    }

    /// Presses keys in the window, if there is one. A `q` at the end ends the program.
    fn press(&mut self, keys: &str, place: &str) {
        let Some(window) = &mut self.window else { return };
        window.wait_until(|window| window.text().trim().lines().count() > 2);
        for key in keys.split(' ') {
            window.press(if key == "Enter" { "\r" } else { key });
        }
        if keys.trim_end_matches(" Enter").ends_with('q') {
            let code = window.end();
            assert_eq!(code, 0, "{place}: {keys} ends it in good order\n{}", window.text());
            self.window = None;
        }
    }

    /// Waits until all lines stand in the window.
    fn look<'a>(&mut self, lines: impl Iterator<Item = &'a str>, place: &str) {
        for line in lines {
            let window = self.window.as_mut().unwrap_or_else(|| panic!("{place}: no window"));
            window.wait_for(line);
        }
    }

    /// Makes the changes of a block: in each file what goes must be there exactly once.
    fn change(&self, block: &Block) {
        let files = block.text.split("+++ ").skip(1);
        for (file, lines) in files.filter_map(|own| own.split_once('\n')) {
            let path = self.here.join(file);
            let mut text = fs::read_to_string(&path).expect(file);
            for (old, new) in hunks(lines) {
                assert_eq!(text.matches(&old).count(), 1, "{}: how often {old}", block.place);
                text = text.replace(&old, &new);
            }
            fs::write(path, text).expect("written");
        }
    }
}

/// What goes and what comes. A change ends where something comes and the next line does not.
fn hunks(lines: &str) -> Vec<(String, String)> {
    let mut hunks: Vec<(String, String)> = Vec::new();
    let mut comes = true;
    for line in lines.lines() {
        let (sign, rest) = line.split_at(1);
        if comes && sign != "+" {
            hunks.push((String::new(), String::new()));
        }
        comes = sign == "+";
        let (old, new) = hunks.last_mut().expect("it begins with what is there");
        for side in [(old, "-"), (new, "+")] {
            if sign == " " || sign == side.1 {
                side.0.extend([rest, "\n"]);
            }
        }
    }
    hunks
}

/// Does everything that a document says, from top to bottom.
fn walk(document: &str, language: &'static str) {
    let blocks = blocks(document);
    assert!(blocks.len() > 20, "{document} says more than that");
    let mut walk = Walk::new(language);
    for block in &blocks {
        walk.take(block);
    }
}

#[test]
fn the_walk_is_done_as_it_is_written_in_english() {
    walk(ENGLISH, "en");
}

#[test]
fn the_walk_is_done_as_it_is_written_in_chinese() {
    walk(CHINESE, "zh");
}

#[test]
fn both_languages_have_the_same_typed() {
    let [english, chinese] = [blocks(ENGLISH), blocks(CHINESE)];
    assert_eq!(english.len(), chinese.len());
    for (own, other) in english.iter().zip(&chinese) {
        assert_eq!((&own.language, &own.info), (&other.language, &other.info), "{}", other.place);
        if own.language != "text" {
            assert_eq!(own.typed(), other.typed(), "{}", other.place);
        }
    }
}

#[test]
fn what_is_quoted_are_the_examples() {
    for document in [ENGLISH, CHINESE] {
        for (file, example) in [
            (".git/hooks/pre-commit", "pre-commit"),
            (".github/workflows/check-guide.yml", "check-guide.yml"),
        ] {
            let blocks = blocks(document);
            let quoted = blocks.iter().find(|block| block.is_about("file") == Some(file));
            let text = fs::read_to_string(Path::new("docs/examples").join(example)).expect(example);
            assert_eq!(quoted.map(|block| block.text.as_str()), Some(text.as_str()), "{document}");
        }
    }
}
