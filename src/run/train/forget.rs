//! Forgetting a trainee, for good: not before the name was typed once more.

use super::{admit, desk, guard::line, refuse, trainee_name, writer};
use crate::{
    cli::Options,
    run::{Exit, complain, print::print},
    save,
    store::{Store, StoreError},
    texts::Texts,
    tr,
    training::{Trainee, TraineeName},
};
use std::io::{self, IsTerminal, Write};

/// Bytes of a typed name that are read at most.
const MOST: u64 = 1024;

/// Forgets a trainee; without `yes` not before somebody at the terminal has typed the name again.
pub(super) fn forget(
    name: &str,
    yes: bool,
    options: &Options,
    texts: &Texts,
) -> Result<Exit, Exit> {
    let name = trainee_name(name, texts)?;
    if !yes && !io::stdin().is_terminal() {
        // Said before anything is looked up: it gives nobody away.
        complain(&tr!(texts, "trainee-forget-needs-yes"));
        return Err(Exit::Usage);
    }
    let desk = desk(options, texts)?;
    let mut store = writer(&desk)?;
    admit(&store, texts)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    let Some(trainee) = store.find_trainee(&name).map_err(failed)? else {
        complain(&tr!(texts, "report-no-trainee", name = name.as_str()));
        return Ok(Exit::Findings);
    };
    if !yes {
        confirm(&store, &trainee, texts)?;
    }
    let forgotten = store.forget_trainee(trainee.id).map_err(failed)?;
    let (name, count) = (trainee.name.as_str(), forgotten.attempts);
    let told = if forgotten.wholly {
        tr!(texts, "trainee-forgotten", name = name, count = count)
    } else {
        tr!(texts, "trainee-forgotten-later", name = name, count = count)
    };
    for path in desk.place.set_aside() {
        complain(&tr!(texts, "history-aside", path = save::shown(&path)));
    }
    Ok(print(&(told + "\n")))
}

/// Tells what would go, and goes on only where the same name is typed once more.
fn confirm(store: &Store, trainee: &Trainee, texts: &Texts) -> Result<(), Exit> {
    let held = store.held(trainee.id).map_err(|error| refuse(&error.into(), texts))?;
    let (name, attempts, cards) = (trainee.name.as_str(), held.attempts, held.cards);
    complain(&tr!(texts, "trainee-forget-what", name = name, attempts = attempts, cards = cards));
    let mut output = io::stderr();
    // Where the question can't be shown, no answer comes that could be right.
    let _ = write!(output, "{} ", tr!(texts, "trainee-forget-ask"));
    let _ = output.flush();
    let typed = line(io::stdin().lock(), MOST).unwrap_or_default();
    let same = TraineeName::parse(&typed).is_ok_and(|own| own.key() == trainee.name.key());
    if same {
        return Ok(());
    }
    complain(&tr!(texts, "trainee-forget-not"));
    Err(Exit::Usage)
}
