//! What a summary tells of the shop, read back: the facts that held when it was written, which the
//! computer that reads it need not know.

use crate::{
    guide::{Connection, Id},
    profile::{
        LONG, MerchantNumber, More, PhoneNumber, Profile, SHORT, Terminal, TerminalNumber,
        free_text,
    },
    session::{Past, Shop},
};
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;

/// Entries of a list that are taken at most: no form has as many.
const MOST: usize = 100;

/// The shop that a summary was written in: what of its profile stands in the summary, and how often
/// its terminal had ended at a remedy. What a profile would refuse, card data above all, is left out.
pub(super) fn shop(summary: &Value) -> Shop {
    let own = &summary["shop"];
    let profile = Profile {
        shop: text(&own["name"], SHORT),
        merchant_number: own["merchant_number"]
            .as_str()
            .and_then(|n| MerchantNumber::parse(n).ok()),
        terminals: terminal(&own["terminal"]).into_iter().collect(),
        phones: list(&own["numbers"]).filter_map(phone).collect(),
        more: list(&own["more"]).filter_map(more).collect(),
    };
    Shop { profile: Arc::new(profile), past: past(summary).into(), ..Shop::default() }
}

fn terminal(own: &Value) -> Option<Terminal> {
    let kind = own["connection"]["id"].as_str();
    let kind = Connection::NAMES.iter().find(|(name, _)| Some(*name) == kind);
    Some(Terminal {
        number: TerminalNumber::parse(own["number"].as_str()?).ok()?,
        model: text(&own["model"], SHORT),
        connection: kind.map(|(_, kind)| *kind),
        place: text(&own["place"], SHORT),
    })
}

fn phone(own: &Value) -> Option<(Id, PhoneNumber)> {
    // Of a contact that the guide does not have the name itself is shown.
    let contact = text(&own["contact"]["id"], SHORT);
    let number = PhoneNumber::parse(own["number"].as_str()?).ok()?;
    (!contact.is_empty()).then(|| (Id::from(contact.as_str()), number))
}

fn more(own: &Value) -> Option<More> {
    let label = text(&own["label"], SHORT);
    let value = free_text(own["value"].as_str()?, LONG, &label).ok()?;
    (!label.is_empty() && !value.is_empty()).then_some(More { label, value })
}

/// How earlier sessions of the terminal came out, as far as that is told: the last time that stands
/// at a remedy is that of the session itself.
fn past(summary: &Value) -> Vec<Past> {
    let number = summary["shop"]["terminal"]["number"].as_str();
    let Some(terminal) = number.and_then(|own| TerminalNumber::parse(own).ok()) else {
        return Vec::new();
    };
    let at_one = |own: &Value| {
        let remedy = Id::from(own["remedy"]["id"].as_str()?);
        let times: Vec<Timestamp> =
            list(&own["recurred"]).filter_map(|time| time.as_str()?.parse().ok()).collect();
        let (_, before) = times.split_last()?;
        let terminal = Some(terminal.clone());
        let past =
            |at: &Timestamp| Past { terminal: terminal.clone(), remedy: remedy.clone(), at: *at };
        Some(before.iter().map(past).collect::<Vec<_>>())
    };
    list(&summary["remedies"]).filter_map(at_one).flatten().collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map_or(&[][..], Vec::as_slice).iter().take(MOST)
}

/// A text of one line; empty where there is none or a profile would refuse it.
fn text(value: &Value, most: usize) -> String {
    value.as_str().and_then(|text| free_text(text, most, "").ok()).unwrap_or_default()
}
