//! `tilldoc` ("till doctor") leads a shop clerk from "the card terminal does not work" to the
//! right remedy.

pub mod clean;
pub mod clock;
pub mod guide;
pub mod guide_dir;
pub mod plain;
pub mod save;
pub mod session;
pub mod texts;
pub mod tui;
mod wording;
