//! Practice with cards, as lines.

use super::{desk, refuse, trainee_name, training_guide, writer};
use crate::{
    cli::Options,
    clock::Clock,
    plain::{Sitting, sit},
    run::{Exit, complain},
    store::StoreError,
    texts::Texts,
    tr,
    training::Deck,
};
use std::io::{self, IsTerminal};

/// Why a sitting ended before its end.
#[derive(Debug, thiserror::Error)]
enum Broken {
    /// The terminal.
    #[error(transparent)]
    Terminal(#[from] io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Goes through the cards of a trainee that are due.
pub(super) fn cards(
    name: &str,
    new_a_day: usize,
    options: &Options,
    texts: &Texts,
) -> Result<Exit, Exit> {
    let name = trainee_name(name, texts)?;
    let guide = training_guide(options, texts)?;
    if Deck::new(&guide).is_empty() {
        complain(&tr!(texts, "cards-none"));
        return Ok(Exit::Findings);
    }
    let desk = desk(options, texts)?;
    let mut store = writer(&desk)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    let trainee = store.trainee(&name, desk.now).map_err(failed)?;
    let met = store.cards(trainee.id).map_err(failed)?;
    let echo = !io::stdin().is_terminal();
    let sitting = Sitting { guide: &guide, texts, zone: desk.zone.clone(), met, new_a_day, echo };
    let clock = Clock::from_environment();
    let keep = |id: &_, state: &_| store.set_card(trainee.id, id, state).map_err(Broken::Store);
    match sit(sitting, io::stdin().lock(), io::stdout().lock(), || clock.now(), keep) {
        Ok(()) => Ok(Exit::Fine),
        Err(Broken::Store(error)) => Err(failed(error)),
        // Whoever reads the output may close it early: that is no failure.
        Err(Broken::Terminal(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Fine),
        Err(Broken::Terminal(error)) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Err(Exit::Environment)
        }
    }
}
