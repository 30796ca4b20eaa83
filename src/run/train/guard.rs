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
    ops::ControlFlow,
};

/// Where scripts put the PIN.
const VARIABLE: &str = "TILLDOC_TRAINER_PIN";

/// How often it is asked for on a terminal. Whoever starts the program again has as many again: that is no
/// wall (`docs/SECURITY.md` says what a PIN is for).
const TRIES: usize = 3;

/// A PIN is short, so no more of a line is read than the longest takes, in bytes.
const LONGEST: u64 = 4 * Pin::MOST as u64 + 2;

/// Lets the trainer go on, whom the right PIN tells. Without a PIN anybody may, and it is said.
pub(super) fn admit(store: &Store, texts: &Texts) -> Result<(), Exit> {
    let failed = |error: StoreError| refuse(&error.into(), texts);
    if !store.has_pin().map_err(failed)? {
        complain(&tr!(texts, "pin-none"));
        return Ok(());
    }
    if store.is_pin_lost().map_err(failed)? {
        complain(&tr!(texts, "pin-lost"));
        return Err(Exit::Usage);
    }
    check(store, texts)
}

/// Sets the PIN, or takes it away.
pub(super) fn set_pin(remove: bool, options: &Options, texts: &Texts) -> Result<Exit, Exit> {
    let desk = desk(options, texts)?;
    let mut store = writer(&desk)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    if store.is_pin_lost().map_err(failed)? {
        // Nobody could tell the old one; but without a new one nothing opens.
        complain(&tr!(texts, "pin-lost"));
        if remove {
            return Err(Exit::Usage);
        }
    } else if store.has_pin().map_err(failed)? {
        check(&store, texts)?;
    }
    let pin = if remove { None } else { Some(new_pin(texts)?) };
    store.set_pin(pin.as_ref()).map_err(failed)?;
    let told = if remove { tr!(texts, "pin-removed") } else { tr!(texts, "pin-set") };
    Ok(print(&(told + "\n")))
}

/// What came of asking for the PIN.
enum Asked {
    Right,
    Wrong,
    Nothing,
    Failed(StoreError),
}

/// Goes on where the PIN is right. Whoever types it on a terminal may mistype it; what a script gives is
/// tried once.
fn check(store: &Store, texts: &Texts) -> Result<(), Exit> {
    let given = env::var(VARIABLE).ok().filter(|typed| !typed.is_empty());
    let asked = match given {
        Some(typed) => judge(store, &typed),
        None if io::stdin().is_terminal() => ask_on_terminal(store, texts),
        None => judge(store, &line(io::stdin().lock(), LONGEST).unwrap_or_default()),
    };
    complain(&match asked {
        Asked::Right => return Ok(()),
        Asked::Failed(error) => return Err(refuse(&error.into(), texts)),
        Asked::Wrong => tr!(texts, "pin-wrong"),
        Asked::Nothing => tr!(texts, "pin-needed"),
    });
    Err(Exit::Usage)
}

fn ask_on_terminal(store: &Store, texts: &Texts) -> Asked {
    let mut left = TRIES;
    let asked = hidden_line::ask_until(&tr!(texts, "pin-ask"), |typed| {
        left -= 1;
        match judge(store, &typed) {
            Asked::Wrong if left > 0 => {
                ControlFlow::Continue(tr!(texts, "pin-wrong-again", count = left))
            }
            asked => ControlFlow::Break(asked),
        }
    });
    asked.ok().flatten().unwrap_or(Asked::Nothing)
}

fn judge(store: &Store, typed: &str) -> Asked {
    if typed.trim().is_empty() {
        return Asked::Nothing;
    }
    // What can't be a PIN is not the right one either.
    let Ok(pin) = Pin::parse(typed) else { return Asked::Wrong };
    match store.is_pin(&pin) {
        Ok(true) => Asked::Right,
        Ok(false) => Asked::Wrong,
        Err(error) => Asked::Failed(error),
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
        line(io::stdin().lock(), LONGEST).map(Some)
    };
    match typed {
        Ok(Some(typed)) if !typed.trim().is_empty() => Ok(typed),
        _ => {
            complain(&tr!(texts, "pin-needed"));
            Err(Exit::Usage)
        }
    }
}

/// One line of the input, of `most` bytes; what comes after it is left there for whoever reads next.
pub(super) fn line(input: impl BufRead, most: u64) -> io::Result<String> {
    let mut line = Vec::new();
    input.take(most).read_until(b'\n', &mut line)?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}
