//! Man pages and completions, as a release has them: they name everything, and shells take them.

#[path = "../../examples/generate/files.rs"]
mod files;

use clap::{Command, CommandFactory};
use std::{collections::BTreeMap, path::PathBuf};
use tilldoc::cli::Cli;

fn made() -> BTreeMap<String, String> {
    let name = |path: PathBuf| path.display().to_string().replace('\\', "/");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let files = files::files().expect("they are made");
    files.into_iter().map(|(path, bytes)| (name(path), text(bytes))).collect()
}

/// All commands with their full names: `tilldoc-guide-check`.
fn commands(command: &Command, name: &str, all: &mut Vec<(String, Command)>) {
    all.push((name.to_owned(), command.clone()));
    for below in command.get_subcommands() {
        commands(below, &format!("{name}-{}", below.get_name()), all);
    }
}

#[test]
fn each_command_has_a_page_that_names_all_its_options() {
    let made = made();
    let mut all = Vec::new();
    commands(&Cli::command(), "tilldoc", &mut all);
    assert!(all.len() > 30, "only {} commands", all.len());
    for (name, command) in all {
        let page = &made[&format!("man/{name}.1")];
        // Hyphens are escaped in a page.
        let page = page.replace("\\-", "-");
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{name}");
        for option in command.get_arguments().filter_map(clap::Arg::get_long) {
            assert!(page.contains(&format!("--{option}")), "{name}: --{option}");
        }
        for below in command.get_subcommands() {
            let below = format!("{name}-{}", below.get_name());
            assert!(page.contains(&below), "{name} does not name {below}");
        }
    }
}

#[test]
fn completions_of_every_shell_name_every_command() {
    let made = made();
    let shells = made.iter().filter(|(name, _)| name.starts_with("completions/"));
    let mut count = 0;
    for (shell, script) in shells {
        count += 1;
        let mut all = Vec::new();
        commands(&Cli::command(), "tilldoc", &mut all);
        for (name, command) in &all {
            assert!(script.contains(command.get_name()), "{shell}: {name}");
        }
    }
    assert_eq!(count, 5);
}

/// What bash offers behind these words.
#[cfg(unix)]
fn offered(script: &std::path::Path, words: &[&str]) -> Option<Vec<String>> {
    let ask = r#"source "$0" || exit 9
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        _tilldoc tilldoc "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    let mut bash = std::process::Command::new("bash");
    let done = bash.args(["--norc", "-c", ask]).arg(script).args(words).output().ok()?;
    let (said, wrong) =
        (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && wrong.is_empty(), "{said}{wrong}");
    Some(said.lines().map(str::to_owned).collect())
}

#[cfg(unix)]
#[test]
fn a_real_bash_completes_commands_and_options() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("tilldoc.bash");
    std::fs::write(&script, &made()["completions/tilldoc.bash"]).expect("written");
    for (words, wanted) in [
        (&["tilldoc", "gu"][..], "guide"),
        (&["tilldoc", "guide", "ch"], "check"),
        (&["tilldoc", "hist"], "history"),
        (&["tilldoc", "train", "rep"], "report"),
        (&["tilldoc", "--as"], "--ascii"),
        (&["tilldoc", "guide", "check", "--den"], "--deny"),
        (&["tilldoc", "--color", "ne"], "never"),
    ] {
        let Some(offered) = offered(&script, words) else {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("skipped: there is no bash");
            }
            return;
        };
        assert!(offered.iter().any(|own| own == wanted), "{words:?}: {offered:?}");
    }
}
