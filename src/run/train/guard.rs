//! The trainer's PIN: asked for before names and reports are shown, and set.

use super::{desk, refuse, writer};
use crate::{
    cli::Options,
    hidden_line,
    run::{Exit, complain, print::print},
    store::{Pin, Store, StoreError},
    texts::Texts,
    tr,
};
use std::{
    env,
    io::{self, BufRead, IsTerminal},
};

/// Where scripts put the PIN.
const VARIABLE: &str = "TILLDOC_TRAINER_PIN";

/// Lets the trainer go on, whom the right PIN tells. Without a PIN anybody may, and it is said.
pub(super) fn admit(store: &Store, texts: &Texts) -> Result<(), Exit> {
    let failed = |error: StoreError| refuse(&error.into(), texts);
    if !store.has_pin().map_err(failed)? {
        complain(&tr!(texts, "pin-none"));
        return Ok(());
    }
    check(store, &given(texts)?, texts)
}

/// Sets the PIN, or takes it away.
pub(super) fn set_pin(remove: bool, options: &Options, texts: &Texts) -> Result<Exit, Exit> {
    let desk = desk(options, texts)?;
    let mut store = writer(&desk)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    if store.has_pin().map_err(failed)? {
        check(&store, &given(texts)?, texts)?;
    }
    let pin = if remove { None } else { Some(new_pin(texts)?) };
    store.set_pin(pin.as_ref()).map_err(failed)?;
    let told = if remove { tr!(texts, "pin-removed") } else { tr!(texts, "pin-set") };
    Ok(print(&(told + "\n")))
}

fn check(store: &Store, typed: &str, texts: &Texts) -> Result<(), Exit> {
    // What can't be a PIN is not the right one either.
    let right = match Pin::parse(typed) {
        Ok(pin) => store.is_pin(&pin).map_err(|error| refuse(&error.into(), texts))?,
        Err(_) => false,
    };
    if right {
        return Ok(());
    }
    complain(&tr!(texts, "pin-wrong"));
    Err(Exit::Usage)
}

/// The PIN as it is given: in the environment, on the terminal, or as a line of the input.
fn given(texts: &Texts) -> Result<String, Exit> {
    match env::var(VARIABLE) {
        Ok(typed) if !typed.is_empty() => Ok(typed),
        _ => ask(&tr!(texts, "pin-ask"), texts),
    }
}

/// A new PIN; on a terminal it is asked for twice.
fn new_pin(texts: &Texts) -> Result<Pin, Exit> {
    let typed = ask(&tr!(texts, "pin-ask-new"), texts)?;
    let pin = Pin::parse(&typed).map_err(|flaw| {
        complain(&tr!(texts, "pin-refused", why = flaw.message(texts)));
        Exit::Usage
    })?;
    if io::stdin().is_terminal() {
        let again = ask(&tr!(texts, "pin-ask-again"), texts)?;
        if Pin::parse(&again).as_ref() != Ok(&pin) {
            complain(&tr!(texts, "pin-differ"));
            return Err(Exit::Usage);
        }
    }
    Ok(pin)
}

/// A line that is not shown while it is typed; where there is no terminal, one of the input.
fn ask(question: &str, texts: &Texts) -> Result<String, Exit> {
    let typed = if io::stdin().is_terminal() {
        hidden_line::ask(question)
    } else {
        line(io::stdin().lock()).map(Some)
    };
    match typed {
        Ok(Some(typed)) if !typed.trim().is_empty() => Ok(typed),
        _ => {
            complain(&tr!(texts, "pin-needed"));
            Err(Exit::Usage)
        }
    }
}

/// One line of the input; what comes after it is left there for whoever reads next. A PIN is short,
/// so no more than its longest is read.
fn line(input: impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    input.take(4 * Pin::MOST as u64 + 2).read_until(b'\n', &mut line)?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}
