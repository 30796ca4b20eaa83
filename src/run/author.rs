//! The arms of `tilldoc guide ...`.

mod check;

use super::Exit;
use crate::{
    cli::{GuideCommand, Options},
    texts::Texts,
};

pub(super) fn run(command: GuideCommand, options: &Options, texts: &Texts) -> Exit {
    match command {
        GuideCommand::Check { dir, format, deny } => {
            let dir = dir.or_else(|| options.guide.clone());
            check::check(dir.as_deref(), (format, deny), options, texts)
        }
        GuideCommand::Explain { rule } => check::explain(rule.as_deref(), texts),
    }
}
