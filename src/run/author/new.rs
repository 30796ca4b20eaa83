//! A new guide to begin with.

use crate::{
    guide_new::{NewGuideError, write_new_guide},
    run::{Exit, complain},
    save,
    texts::Texts,
    tr,
};
use std::{
    io::{self, Write},
    path::Path,
};

pub(super) fn new(dir: &Path, texts: &Texts) -> Exit {
    match write_new_guide(dir) {
        Ok(()) => {
            // As it was typed: the next commands are typed in the same place.
            let dir = save::shown(dir);
            let told = tr!(texts, "new-guide-written", dir = dir);
            let _ = writeln!(io::stdout(), "{told}");
            Exit::Fine
        }
        Err(NewGuideError::NotEmpty(dir)) => {
            complain(&tr!(texts, "new-guide-not-empty", dir = save::shown(&dir)));
            Exit::Environment
        }
        Err(NewGuideError::Save(error)) => {
            complain(&error.message(texts));
            Exit::Environment
        }
    }
}
