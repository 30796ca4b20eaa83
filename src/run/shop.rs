//! The arm that prints the shop's profile.

use super::{Exit, Own, color, guide, print::print};
use crate::{cli::Options, guide::unknown_names, profile, save, texts::Texts, tr};
use std::io::{self, IsTerminal, Write};

/// Prints the shop's profile, and everything that is wrong with the shop's own files.
pub(super) fn show_profile(options: &Options, texts: &Texts, own: &Own, json: bool) -> Exit {
    let loaded = own.dir.profile();
    let color = io::stderr().is_terminal() && color(options);
    let mut wrong = loaded.report(texts, color);
    let of_config = own.config.report(texts, color);
    if !wrong.is_empty() && !of_config.is_empty() {
        wrong.push('\n');
    }
    wrong += &of_config;
    // What a notice names is known only now, with the guide.
    if !own.config.value.notices.is_empty()
        && let Ok(guide) = guide(options, texts)
    {
        let notices = own.config.value.notices.iter();
        for name in notices.flat_map(|notice| unknown_names(&guide, notice)) {
            wrong += &tr!(texts, "notice-unknown-name", name = name.to_string());
            wrong.push('\n');
        }
    }
    let text = match own.dir.profile_path() {
        _ if json => crate::json::pretty(&loaded.value),
        None => tr!(texts, "save-no-config-folder") + "\n",
        Some(path) => {
            let path = save::shown(&path);
            let told = profile::told(&loaded.value, texts);
            let told = if told.is_empty() { tr!(texts, "setup-empty") + "\n" } else { told };
            format!("{}\n{told}", tr!(texts, "setup-file", path = path))
        }
    };
    let shown = print(&text);
    let _ = io::stderr().write_all(wrong.as_bytes());
    match shown {
        Exit::Fine if !wrong.is_empty() => Exit::Findings,
        exit => exit,
    }
}
