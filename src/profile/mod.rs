//! The profile: the shop's own facts. What support asks first, what need not be asked again, and
//! the right number beside "call".
//!
//! ```text
//! profile.toml --read--> Profile + findings        Draft (as typed) --check--> flaws
//!                           |    ^------------------- Draft::profile
//!                           +--write--> profile.toml, its comments kept
//! ```
//!
//! Values only: where the file lives is the shell's business. No card data gets in: what looks like
//! it is refused where it is typed, and left out where it is read.

mod draft;
mod read;
mod report;
mod told;
mod value;
mod write;

pub use draft::{Draft, FieldName, TerminalDraft};
pub use read::{keys, read};
pub use report::report;
pub use told::told;
pub(crate) use told::{connection, contact_title, terminal, terminal_name};
pub(crate) use value::{LONG, SHORT};
pub use value::{MerchantNumber, PhoneNumber, TerminalNumber, free_text};
pub use write::write;

use crate::guide::{Answer, Connection, Id, ProfileKey, Question};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whom a shop may have to call, as the built-in guide names them, in the order of the form.
pub const CONTACTS: [&str; 6] = ["acquirer", "vendor", "carrier", "isp", "issuer", "owner"];

/// The shop's own facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The name of the shop; empty where it is not given.
    #[serde(default)]
    pub shop: String,
    /// The merchant number.
    #[serde(default)]
    pub merchant_number: Option<MerchantNumber>,
    /// The terminals in the order in which they are offered.
    #[serde(default)]
    pub terminals: Vec<Terminal>,
    /// Telephone numbers by the id of the guide's contact.
    #[serde(default)]
    pub phones: BTreeMap<Id, PhoneNumber>,
    /// What else support asks.
    #[serde(default)]
    pub more: Vec<More>,
}

/// One terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminal {
    /// Its number.
    pub number: TerminalNumber,
    /// Make and model; empty where it is not given.
    #[serde(default)]
    pub model: String,
    /// How it goes online.
    #[serde(default)]
    pub connection: Option<Connection>,
    /// Where it stands; empty where it is not given.
    #[serde(default)]
    pub place: String,
}

/// Something that support asks, in the shop's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct More {
    /// What is asked.
    pub label: String,
    /// The answer.
    pub value: String,
}

impl Profile {
    /// Whether nothing is known of the shop.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The terminal with this number.
    pub fn terminal(&self, number: &TerminalNumber) -> Option<&Terminal> {
        self.terminals.iter().find(|terminal| terminal.number == *number)
    }

    /// The number of one of the guide's contacts.
    pub fn phone(&self, contact: &str) -> Option<&PhoneNumber> {
        self.phones.get(contact)
    }

    /// All numbers with their contacts, those of the usual ones first.
    pub fn numbers(&self) -> Vec<(&Id, &PhoneNumber)> {
        let mut all: Vec<_> = self.phones.iter().collect();
        let usual = |id: &Id| CONTACTS.iter().position(|own| *id == **own);
        all.sort_by_key(|(id, _)| usual(id).unwrap_or(CONTACTS.len()));
        all
    }
}

impl Terminal {
    /// The answer that the profile gives for this terminal, where the question is one that it can
    /// answer and one of the answers is meant.
    pub fn answer<'q>(&self, question: &'q Question) -> Option<&'q Answer> {
        match question.profile? {
            ProfileKey::Connection => {
                let kind = self.connection?;
                question.answers.iter().find(|answer| answer.profile.contains(&kind))
            }
        }
    }
}
