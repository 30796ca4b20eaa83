//! Findings in words, in the language of the person who reads them.

mod help;
mod message;
mod scenario;

use super::{Finding, Guide, Problem, Severity, Who, characters::visible};
use crate::{texts::Texts, tr};

impl Finding {
    /// What is wrong, in one line.
    pub fn message(&self, texts: &Texts) -> String {
        visible(&message::message(&self.problem, texts)).into_owned()
    }

    /// How to mend it, in one line.
    pub fn help(&self, texts: &Texts) -> String {
        let help = match near(&self.problem) {
            Some(name) => tr!(texts, "finding-did-you-mean", name = name.to_owned()),
            None => help::help(&self.problem, texts),
        };
        visible(&help).into_owned()
    }
}

impl Severity {
    /// Its name.
    pub fn label(self, texts: &Texts) -> String {
        match self {
            Self::Error => tr!(texts, "finding-error"),
            Self::Warning => tr!(texts, "finding-warning"),
            Self::Note => tr!(texts, "finding-note"),
        }
    }
}

/// What was probably meant.
fn near(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::UnknownKey { near, .. } | Problem::UnknownWord { near, .. } => *near,
        Problem::UnknownLanguage { near, .. } | Problem::UnknownName { near, .. } => {
            near.as_deref()
        }
        _ => None,
    }
}

impl Guide {
    /// The heading of what to use meanwhile.
    pub(crate) fn meanwhile(&self, texts: &Texts) -> String {
        if self.no_payments {
            tr!(texts, "unpaid-meanwhile")
        } else {
            tr!(texts, "remedy-meanwhile")
        }
    }
}

impl Who {
    /// Who must act, in words.
    pub fn label(self, texts: &Texts) -> String {
        match self {
            Self::Clerk => tr!(texts, "summary-who-clerk"),
            Self::Owner => tr!(texts, "summary-who-owner"),
            Self::Cardholder => tr!(texts, "summary-who-cardholder"),
            Self::Acquirer => tr!(texts, "summary-who-acquirer"),
            Self::Issuer => tr!(texts, "summary-who-issuer"),
            Self::Carrier => tr!(texts, "summary-who-carrier"),
            Self::Vendor => tr!(texts, "summary-who-vendor"),
        }
    }
}
