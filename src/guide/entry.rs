//! The ways into a guide.

use super::Id;
use serde::{Deserialize, Serialize};

/// A way into a guide, by stable names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// By what the clerk sees.
    Symptom(Id),
    /// Through all steps in order.
    CheckEverything,
    /// By a response code.
    Code {
        /// The code in its normal form.
        code: String,
        /// Whose meaning was chosen.
        scheme: String,
    },
    /// By a response code that means different things on different cards, where nobody can tell
    /// which card it was. Holds the code in its normal form.
    UnsureCode(String),
    /// By a message on the terminal.
    Message(Id),
    /// By the call, in place of more questions: where the guide offers it.
    Call,
}

impl Entry {
    /// What an author calls it: ids and codes as the guide has them.
    pub fn name(&self) -> String {
        match self {
            Self::Symptom(id) | Self::Message(id) => id.to_string(),
            Self::CheckEverything => "check_everything".to_owned(),
            Self::Code { code, scheme } => format!("{code} {scheme}"),
            Self::UnsureCode(code) => format!("{code} unsure"),
            Self::Call => "call".to_owned(),
        }
    }
}
