//! A profile as it is being typed.

use super::{
    CONTACTS, MerchantNumber, More, PhoneNumber, Profile, Terminal, TerminalNumber, free_text,
    value::{LONG, SHORT},
};
use crate::{
    flaw::Flaw,
    guide::{Connection, Id},
};

/// A profile as it is being typed: every field may hold anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The name of the shop.
    pub shop: String,
    /// The merchant number.
    pub merchant_number: String,
    /// The terminals.
    pub terminals: Vec<TerminalDraft>,
    /// Telephone numbers by the id of the guide's contact.
    pub phones: Vec<(Id, String)>,
    /// What else support asks: label and value.
    pub more: Vec<(String, String)>,
}

/// One terminal as it is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TerminalDraft {
    /// Its number.
    pub number: String,
    /// Make and model.
    pub model: String,
    /// How it goes online.
    pub connection: Option<Connection>,
    /// Where it stands.
    pub place: String,
}

/// A field of the draft. Numbers count its terminals and entries from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// The name of the shop.
    Shop,
    /// The merchant number.
    MerchantNumber,
    /// The number of a terminal.
    Number(usize),
    /// The model of a terminal.
    Model(usize),
    /// How a terminal goes online.
    Connection(usize),
    /// Where a terminal stands.
    Place(usize),
    /// The telephone number of a contact.
    Phone(Id),
    /// What else is asked.
    Label(usize),
    /// The answer to that.
    Value(usize),
}

impl Draft {
    /// A draft of a profile, with an empty field for every usual contact that has no number yet.
    pub fn of(profile: &Profile) -> Self {
        let terminal = |own: &Terminal| TerminalDraft {
            number: own.number.to_string(),
            model: own.model.clone(),
            connection: own.connection,
            place: own.place.clone(),
        };
        let usual = CONTACTS.into_iter().map(Id::from);
        let others = profile.phones.keys().cloned();
        let others = others.filter(|id| !CONTACTS.contains(&id.as_str()));
        let phone = |id: Id| {
            let number = profile.phone(&id).map(ToString::to_string).unwrap_or_default();
            (id, number)
        };
        Self {
            shop: profile.shop.clone(),
            merchant_number: profile
                .merchant_number
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            terminals: profile.terminals.iter().map(terminal).collect(),
            phones: usual.chain(others).map(phone).collect(),
            more: profile.more.iter().map(|own| (own.label.clone(), own.value.clone())).collect(),
        }
    }

    /// What is wrong with what stands in a field. An empty field is fine where it may be left out.
    pub fn flaw(&self, field: &FieldName) -> Option<Flaw> {
        match field {
            FieldName::Shop => free_text(&self.shop, SHORT, "").err(),
            FieldName::MerchantNumber => unless_empty(&self.merchant_number, MerchantNumber::parse),
            FieldName::Number(at) => self.number_flaw(*at),
            FieldName::Model(at) => free_text(&self.terminals.get(*at)?.model, SHORT, "").err(),
            FieldName::Connection(_) => None,
            FieldName::Place(at) => free_text(&self.terminals.get(*at)?.place, SHORT, "").err(),
            FieldName::Phone(id) => {
                let (_, typed) = self.phones.iter().find(|(own, _)| own == id)?;
                unless_empty(typed, PhoneNumber::parse)
            }
            FieldName::Label(at) => {
                let (label, value) = self.more.get(*at)?;
                missing_beside(label, value).or_else(|| free_text(label, SHORT, "").err())
            }
            FieldName::Value(at) => {
                let (label, value) = self.more.get(*at)?;
                missing_beside(value, label).or_else(|| free_text(value, LONG, label).err())
            }
        }
    }

    fn number_flaw(&self, at: usize) -> Option<Flaw> {
        let own = self.terminals.get(at)?;
        let number = match TerminalNumber::parse(&own.number) {
            Ok(number) => number,
            // Nothing of it is filled in: it is left out.
            Err(Flaw::Missing) if *own == TerminalDraft::default() => return None,
            Err(flaw) => return Some(flaw),
        };
        let before = self.terminals.iter().take(at);
        let mut before = before.filter_map(|own| TerminalNumber::parse(&own.number).ok());
        before.any(|own| own == number).then_some(Flaw::Twice)
    }

    /// Every field in the order of the form.
    pub fn fields(&self) -> Vec<FieldName> {
        let terminal = |at| {
            [
                FieldName::Number(at),
                FieldName::Model(at),
                FieldName::Connection(at),
                FieldName::Place(at),
            ]
        };
        let terminals = (0..self.terminals.len()).flat_map(terminal);
        let phones = self.phones.iter().map(|(id, _)| FieldName::Phone(id.clone()));
        let more = (0..self.more.len()).flat_map(|at| [FieldName::Label(at), FieldName::Value(at)]);
        let first = [FieldName::Shop, FieldName::MerchantNumber];
        first.into_iter().chain(terminals).chain(phones).chain(more).collect()
    }

    /// The profile, or the first field that is wrong.
    pub fn profile(&self) -> Result<Profile, (FieldName, Flaw)> {
        for field in self.fields() {
            if let Some(flaw) = self.flaw(&field) {
                return Err((field, flaw));
            }
        }
        let text = |typed: &str| crate::clean::line(typed, LONG);
        let terminal = |own: &TerminalDraft| {
            Some(Terminal {
                number: TerminalNumber::parse(&own.number).ok()?,
                model: text(&own.model),
                connection: own.connection,
                place: text(&own.place),
            })
        };
        let phone =
            |(id, typed): &(Id, String)| Some((id.clone(), PhoneNumber::parse(typed).ok()?));
        let more = self.more.iter().map(|(label, value)| (text(label), text(value)));
        let more = more.filter(|(label, _)| !label.is_empty());
        Ok(Profile {
            shop: text(&self.shop),
            merchant_number: MerchantNumber::parse(&self.merchant_number).ok(),
            terminals: self.terminals.iter().filter_map(terminal).collect(),
            phones: self.phones.iter().filter_map(phone).collect(),
            more: more.map(|(label, value)| More { label, value }).collect(),
        })
    }
}

/// That one of two is missing which only make sense together: where there is nothing in `own` but
/// something in the `other`.
fn missing_beside(own: &str, other: &str) -> Option<Flaw> {
    let blank = |typed| crate::clean::line(typed, usize::MAX).is_empty();
    (blank(own) && !blank(other)).then_some(Flaw::Missing)
}

fn unless_empty<T>(typed: &str, parse: fn(&str) -> Result<T, Flaw>) -> Option<Flaw> {
    parse(typed).err().filter(|flaw| *flaw != Flaw::Missing)
}
