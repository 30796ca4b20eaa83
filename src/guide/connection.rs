//! How a terminal goes online: what the shop's profile knows and a question may ask.

use serde::{Deserialize, Serialize};

/// How a terminal goes online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Connection {
    /// By the SIM card in it.
    Sim,
    /// By the shop's Wi-Fi.
    Wifi,
    /// By a network cable.
    Cable,
    /// By the base that it stands on.
    Base,
    /// By a telephone line.
    PhoneLine,
    /// Through the till's computer.
    Pc,
    /// By Bluetooth, with an app on a telephone.
    Bluetooth,
}

impl Connection {
    /// Every kind with its name in TOML, in the order in which they are offered.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("sim", Self::Sim),
        ("wifi", Self::Wifi),
        ("cable", Self::Cable),
        ("base", Self::Base),
        ("phone-line", Self::PhoneLine),
        ("pc", Self::Pc),
        ("bluetooth", Self::Bluetooth),
    ];

    /// Its name in TOML and in exports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// What a question asks that the shop's profile may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileKey {
    /// How the terminal goes online; its answers name the [`Connection`]s that they stand for.
    Connection,
}

impl ProfileKey {
    /// Every key with its name in the guide's TOML.
    pub const NAMES: [(&'static str, Self); 1] = [("connection", Self::Connection)];
}
