//! The arm of the wizard in lines.

use super::{Exit, Own, complain, guide};
use crate::{
    cli::Options,
    clock::{self, Clock},
    keeping::Keeper,
    plain,
    save::{self, SaveError},
    session::Shop,
    store::{Place, Store},
    texts::Texts,
    tr,
};
use jiff::Timestamp;
use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    sync::Arc,
};

/// Runs the wizard in lines.
pub(super) fn plain(options: &Options, texts: &Texts, own: &Own) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let profile = own.dir.profile();
    own.config.trouble(texts).iter().for_each(|trouble| complain(trouble));
    profile.trouble(texts).iter().for_each(|trouble| complain(trouble));
    let mut shell = PlainShell(Clock::from_environment());
    let (place, zone) = (Place::new(options.data.as_deref()), clock::zone());
    let now = shell.0.now();
    let past = place.as_ref().ok().and_then(|place| {
        let past = Store::view(place, &zone).and_then(|store| store.past(now)).ok()?;
        Some(past.into_iter().map(|(_, past)| past).collect())
    });
    let keeper = Keeper::new(place, zone.clone(), now, own.config.value.keep_days);
    let start = plain::Start {
        guide,
        texts: Texts::new(texts.wanted()),
        zone,
        echo: !io::stdin().is_terminal(),
        recorder: Some(Box::new(keeper)),
        shop: Shop {
            profile: Arc::new(profile.value),
            past: past.unwrap_or_default(),
            ..own.shop()
        },
    };
    match plain::run(start, io::stdin().lock(), io::stdout().lock(), &mut shell) {
        Ok(ending) if ending.reached() => Exit::Fine,
        Ok(_) => Exit::Findings,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}

/// The world outside, for lines.
pub(super) struct PlainShell(pub(super) Clock);

impl plain::Shell for PlainShell {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        save::save_typed(path, text, overwrite)
    }
}
