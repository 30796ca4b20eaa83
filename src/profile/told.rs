//! A profile in words, for `tilldoc setup --show`.

use super::Profile;
use crate::{guide::Connection, texts::Texts, tr};

/// The profile as lines of text.
pub fn told(profile: &Profile, texts: &Texts) -> String {
    let mut out = String::new();
    let mut line = |label: String, value: &str| {
        if !value.is_empty() {
            out += &tr!(texts, "summary-field", label = label, value = value);
            out.push('\n');
        }
    };
    line(tr!(texts, "setup-shop"), &profile.shop);
    let merchant = profile.merchant_number.as_ref();
    line(tr!(texts, "setup-merchant-number"), merchant.map_or("", |own| own.as_str()));
    for own in &profile.terminals {
        line(tr!(texts, "setup-terminal"), &terminal(own, texts));
    }
    for (contact, number) in profile.numbers() {
        line(contact_title(contact, texts), number.as_str());
    }
    for own in &profile.more {
        line(own.label.clone(), &own.value);
    }
    out
}

/// A terminal in one line, as far as it is known; where it stands comes first, because that is what
/// people know it by.
pub(crate) fn terminal(own: &super::Terminal, texts: &Texts) -> String {
    let connection = own.connection.map(|kind| connection(kind, texts)).unwrap_or_default();
    let parts = [&own.place, own.number.as_str(), &own.model, &connection];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&tr!(texts, "list-joint"))
}

/// A terminal in two words, for where it is known already which others there are.
pub(crate) fn terminal_name(own: &super::Terminal, texts: &Texts) -> String {
    let parts = [own.place.as_str(), own.number.as_str()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&tr!(texts, "list-joint"))
}

/// How a terminal goes online.
pub(crate) fn connection(kind: Connection, texts: &Texts) -> String {
    match kind {
        Connection::Sim => tr!(texts, "connection-sim"),
        Connection::Wifi => tr!(texts, "connection-wifi"),
        Connection::Cable => tr!(texts, "connection-cable"),
        Connection::Base => tr!(texts, "connection-base"),
        Connection::PhoneLine => tr!(texts, "connection-phone-line"),
        Connection::Pc => tr!(texts, "connection-pc"),
        Connection::Bluetooth => tr!(texts, "connection-bluetooth"),
    }
}

/// Whom a telephone number belongs to; of a contact that only another guide has, its id.
pub(crate) fn contact_title(contact: &str, texts: &Texts) -> String {
    match contact {
        "acquirer" => tr!(texts, "contact-acquirer"),
        "vendor" => tr!(texts, "contact-vendor"),
        "carrier" => tr!(texts, "contact-carrier"),
        "isp" => tr!(texts, "contact-isp"),
        "issuer" => tr!(texts, "contact-issuer"),
        "owner" => tr!(texts, "contact-owner"),
        other => other.to_owned(),
    }
}
