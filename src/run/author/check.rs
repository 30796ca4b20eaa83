//! `tilldoc guide check` and `tilldoc guide explain`.

use super::super::{Exit, color, complain, print, refuse};
use crate::{
    cli::{CheckFormat, Deny, Options, When},
    guide::{
        ReportFormat, Tally,
        explain::{self, explain_all, explain_unknown},
        rules,
    },
    guide_dir,
    texts::Texts,
};
use std::{
    io::{self, IsTerminal},
    path::Path,
};

pub(super) fn check(
    dir: Option<&Path>,
    (format, deny): (CheckFormat, Option<Deny>),
    options: &Options,
    texts: &Texts,
) -> Exit {
    let format = match format {
        CheckFormat::Human => ReportFormat::Human,
        CheckFormat::Short => ReportFormat::Short,
        CheckFormat::Json => ReportFormat::Json,
        CheckFormat::Sarif => ReportFormat::Sarif,
    };
    let color = io::stdout().is_terminal() && color(options) || options.color == Some(When::Always);
    match guide_dir::check(dir, format, texts, color) {
        Ok(report) => {
            if format != ReportFormat::Human {
                report.broken.iter().for_each(|words| complain(words));
            }
            match print::print(&report.text) {
                Exit::Fine if fails(report.tally, deny) => Exit::Findings,
                exit => exit,
            }
        }
        Err(error) => refuse(&error, texts),
    }
}

/// Whether findings are a failure.
fn fails(tally: Tally, deny: Option<Deny>) -> bool {
    let denied = match deny {
        None => 0,
        Some(Deny::Warnings) => tally.warnings,
        Some(Deny::Notes) => tally.warnings + tally.notes,
    };
    tally.errors + denied > 0
}

pub(super) fn explain(rule: Option<&str>, texts: &Texts) -> Exit {
    let Some(name) = rule else { return print::print(&explain_all(texts)) };
    if let Some(rule) = rules().find(|rule| rule.id == name) {
        return print::print(&explain::explain(rule, texts));
    }
    let (message, help) = explain_unknown(name, texts);
    complain(&message);
    complain(&help);
    Exit::Usage
}
