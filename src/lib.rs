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
//! rest: [`tui`] the full screen, [`plain`] the same as lines, [`store`] the database, [`cli`] the
//! command line; [`run`] joins the parts.
//!
//! # Where to begin
//!
//! A guide is read from its files, with what is wrong with it. A session is one run of it: answers go
//! in, and it says where it stands. Everything else is made from these two.
//!
//! ```
//! use std::sync::Arc;
//! use tilldoc::guide::{Response, SourceFile, read};
//! use tilldoc::session::{Entry, Event, Outcome, Place, Session, Verdict};
//!
//! // A guide is written like this, in as many languages and files as one likes.
//! const GUIDE: &str = r#"
//! format = 1
//! id = "lamp"
//! version = "1"
//! languages = ["en"]
//! title = { en = "A dark lamp" }
//! step = [{ id = "power", title = { en = "Power" } }]
//!
//! [[symptom]]
//! id = "dark"
//! say = { en = "It is dark" }
//! go = "power.plug"
//!
//! [[question]]
//! id = "power.plug"
//! step = "power"
//! ask = { en = "Is the plug in the socket?" }
//! minutes = 1
//! answers = [
//!   { id = "no", say = { en = "No" }, go = "remedy.plug" },
//!   { id = "yes", say = { en = "Yes" }, go = "remedy.bulb" },
//!   { id = "unsure", say = { en = "Can't tell" }, go = "remedy.bulb", unsure = true },
//! ]
//!
//! [[remedy]]
//! id = "remedy.plug"
//! step = "power"
//! cause = { en = "It has no power." }
//! who = "clerk"
//! minutes = 1
//! actions = [{ id = "plug", en = "Put the plug in." }]
//! if_failed = "remedy.bulb"
//!
//! [[remedy]]
//! id = "remedy.bulb"
//! step = "power"
//! cause = { en = "The bulb is broken." }
//! who = "vendor"
//! minutes = 5
//! escalation = true
//! actions = [{ id = "order", en = "Order a new bulb." }]
//! "#;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let file = SourceFile::new("guide.toml", GUIDE);
//! let guide = read(&[file]).into_guide().map_err(|findings| format!("{findings:?}"))?;
//!
//! // Nobody asks for the time here: it is an argument, so that all of it can be played again.
//! let now = jiff::Timestamp::UNIX_EPOCH;
//! let mut session = Session::start(Arc::new(guide), Entry::Symptom("dark".into()), now)?;
//! assert!(matches!(session.place(), Place::Question(_)));
//! session.answer(Response::Answer("no".into()), now)?;
//!
//! let remedy = session.remedy().ok_or("it leads to a remedy")?.id.clone();
//! assert_eq!(remedy.as_str(), "remedy.plug");
//! session.act(Event::Tried { remedy, verdict: Verdict::Worked }, now)?;
//! assert_eq!(session.outcome(), Outcome::Solved);
//!
//! // A session is its events: played again they come to the same.
//! let again = Session::replay(session.guide().clone(), session.transcript().to_vec())?;
//! assert_eq!(again.state(), session.state());
//! # Ok(())
//! # }
//! ```
//!
//! From there: [`guide::Guide`] is the model and [`guide::Finding`] what may be wrong; [`session::Event`]
//! is all that can happen, and [`session::State`] what follows from it; [`store::Journal`] keeps events
//! and [`tui::run`] is the loop that draws. `docs/ARCHITECTURE.md` shows the way of the data in two
//! pictures, `docs/adr/` why it is as it is.

pub mod attempts;
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
mod json;
pub mod keeping;
pub mod limits;
pub mod lookup;
mod markup;
mod ordering;
mod packed;
pub mod plain;
pub mod profile;
pub mod run;
pub mod save;
pub mod session;
mod sheet;
pub mod shelf;
pub mod store;
pub mod summary_file;
mod table;
pub mod texts;
pub mod training;
pub mod tui;
mod wording;

pub use tilldoc_redact::{self as redact, clean};
