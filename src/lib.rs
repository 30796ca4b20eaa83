//! `tilldoc` ("till doctor") leads a shop clerk from "the card terminal does not work" to the
//! right remedy.
//!
//! ```text
//!  tilldoc  Card terminal troubleshooting                 中文 F2   tui::view   bar
//!
//!   - Power            Can other devices in the shop get             tui::screens::question
//!   ✓ Display          online?
//!   ▸ Network                                          guide        the question
//!     Card             ▸ 1  Yes, they all work                       its answers
//!     Limits             2  No, nothing does
//!     Bank contact       3  Can't tell
//!                                                      session::checklist, guide::forecast
//!  about 2 more        How to check
//!  questions,          Join the shop's Wi-Fi with a phone.
//!  1 minute
//!
//!  Say to the customer: “One moment, I am checking our line.”        tui::view   customer
//!  1-3 choose  Esc back  n note  r answers  e save  ? help           tui::keymap
//! ```
//!
//! The core knows no terminal, files, clock or environment: [`guide`] is the decision tree,
//! [`session`] one run of it, [`redact`] what keeps card data out of it, [`profile`] the shop's own
//! facts, [`config`] what the shop has set, [`lookup`] the search for codes and messages, [`training`]
//! drills on the guide, [`texts`] the wording, [`clean`] what text may contain. The shell is all the
//! rest; [`run`] joins the parts.
//! `docs/ARCHITECTURE.md` has the whole picture.

pub mod attempts;
pub mod clean;
pub mod cli;
pub mod clipboard;
pub mod clock;
pub mod config;
pub mod config_dir;
pub mod crash;
mod device_name;
mod drill_words;
pub mod drilling;
pub mod flaw;
pub mod guide;
pub mod guide_dir;
pub mod guide_new;
pub mod guide_watch;
pub mod hidden_line;
pub mod history;
pub mod keeping;
pub mod limits;
pub mod lookup;
mod markup;
mod ordering;
mod packed;
pub mod plain;
pub mod profile;
pub mod redact;
pub mod run;
pub mod save;
pub mod session;
pub mod shelf;
pub mod store;
pub mod summary_file;
mod table;
pub mod texts;
pub mod training;
pub mod tui;
mod wording;
