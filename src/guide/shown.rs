//! What a terminal shows: response codes and messages, and whose codes they are.

use super::{Entry, Id, Likelihood, Place, Response, Target, Text, Who};

/// Whose cards: codes mean different things on cards of different schemes.
#[derive(Clone, Debug, Default)]
pub struct Scheme {
    /// Stable name, for example `unionpay`.
    pub id: Id,
    /// What people call it.
    pub title: Text,
    /// How to tell such a card.
    pub how: Text,
    /// Where the scheme is written.
    pub place: Place,
}

/// What a terminal shows in words, and where it leads.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Stable name.
    pub id: Id,
    /// What the screen or the slip says.
    pub say: Text,
    /// Other wordings, and what people half remember of it.
    pub words: Vec<String>,
    /// What it means.
    pub meaning: Text,
    /// What to do.
    pub action: Text,
    /// Who must act.
    pub who: Who,
    /// Whether the sale may be tried again, where it is about a sale.
    pub retry: Option<Retry>,
    /// Where the guide goes on.
    pub go: Target,
    /// Facts it rests on.
    pub sources: Vec<Target>,
    /// Where the message is written.
    pub place: Place,
}

/// A response code (ISO 8583 field 39) and where it leads.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Two characters, upper case, for example `51` or `A0`.
    pub code: String,
    /// Whose meaning this is: the id of a scheme, for example `unionpay`.
    pub scheme: Target,
    /// Further schemes where it means the same.
    pub also: Vec<Target>,
    /// What the code means.
    pub meaning: Text,
    /// Further words in which terminals say it.
    pub words: Vec<String>,
    /// What to do.
    pub action: Text,
    /// Who must act.
    pub who: Who,
    /// Whether the sale may be tried again.
    pub retry: Retry,
    /// Where the guide goes on.
    pub go: Target,
    /// How often it comes, as a weight beside the other codes.
    pub likelihood: Likelihood,
    /// Facts it rests on.
    pub sources: Vec<Target>,
    /// Where the code is written.
    pub place: Place,
}

/// Something that a terminal showed, and that a session began with or was answered by.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'g> {
    /// A response code.
    Code(&'g Code),
    /// A message.
    Message(&'g Message),
}

impl Code {
    /// Whether this is what the code means on the cards of a scheme.
    pub fn is_of(&self, scheme: &str) -> bool {
        self.scheme.id == scheme || self.also.iter().any(|also| also.id == scheme)
    }

    /// The code as a way in.
    pub fn entry(&self) -> Entry {
        Entry::Code { code: self.code.clone(), scheme: self.scheme.id.to_string() }
    }

    /// The code as the answer to a question that asks for one.
    pub fn response(&self) -> Response {
        Response::Code { code: self.code.clone(), scheme: self.scheme.id.to_string() }
    }

    /// All schemes where it means this.
    pub fn schemes(&self) -> impl Iterator<Item = &Target> {
        std::iter::once(&self.scheme).chain(&self.also)
    }

    /// The form in which codes are compared: half-width, upper case, no blanks, and a single digit
    /// led by a zero, as terminals print it.
    ///
    /// ```
    /// use tilldoc::guide::Code;
    ///
    /// assert_eq!(Code::normalise("５ 1"), "51");
    /// assert_eq!(Code::normalise("a0"), "A0");
    /// assert_eq!(Code::normalise("5"), "05");
    /// ```
    pub fn normalise(typed: &str) -> String {
        let code: String = typed
            .chars()
            .map(super::amount::half_width)
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_uppercase)
            .collect();
        match code.len() {
            1 if code.as_bytes()[0].is_ascii_digit() => format!("0{code}"),
            3 if code.starts_with('0') => code[1..].to_owned(),
            _ => code,
        }
    }
}

/// Whether a declined sale may be tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Retry {
    /// Not with this card.
    #[default]
    Never,
    /// Once the cause is mended.
    AfterFix,
    /// After a while.
    Later,
}

impl Retry {
    /// Every answer with its name in the guide's TOML and in exports.
    pub const NAMES: [(&'static str, Self); 3] =
        [("never", Self::Never), ("after-fix", Self::AfterFix), ("later", Self::Later)];

    /// Its name in the guide's TOML and in exports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}
