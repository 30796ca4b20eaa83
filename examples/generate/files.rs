//! Man pages and completions, made from the command line that the program itself parses.

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use std::{io, path::PathBuf};
use tilldoc::cli::Cli;

/// A file, by its path below the folder that is asked for.
pub(crate) type File = (PathBuf, Vec<u8>);

/// All files: `man/` has a page for each command, `completions/` one file for each shell.
pub(crate) fn files() -> io::Result<Vec<File>> {
    let mut command = Cli::command();
    command.build();
    let mut all = Vec::new();
    pages(&command, "tilldoc", &mut all)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Elvish] {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "tilldoc", &mut script);
        let name = match shell {
            Shell::Zsh => "_tilldoc".to_owned(),
            Shell::PowerShell => "_tilldoc.ps1".to_owned(),
            Shell::Elvish => "tilldoc.elv".to_owned(),
            shell => format!("tilldoc.{shell}"),
        };
        all.push((PathBuf::from("completions").join(name), script));
    }
    Ok(all)
}

/// The page of a command, and those of the commands below it: `tilldoc-guide-check.1`.
fn pages(command: &Command, name: &str, all: &mut Vec<File>) -> io::Result<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    all.push((PathBuf::from("man").join(format!("{name}.1")), page));
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        pages(below, &format!("{name}-{}", below.get_name()), all)?;
    }
    Ok(())
}
