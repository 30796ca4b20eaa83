//! The program's own wording, in every language under `assets/i18n`.
//!
//! A third language is a third folder there: no code names the languages.

#[cfg(test)]
mod index;
mod pieces;

use pieces::{Pieces, Wording};

include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The wording in one language.
pub struct Texts {
    pieces: Pieces,
    wanted: String,
}

impl Texts {
    /// The wording for a language tag such as `zh`, `zh-CN` or `en_GB.UTF-8`; English where there
    /// is none for it.
    pub fn new(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
        let of = |tag: &str| WORDING.iter().find(|own| own.tag == tag);
        let empty = Wording { tag: "en", source: "", index: &[] };
        // Every language has every text (tested): none falls back on another one.
        let wording = of(&primary).or_else(|| of("en")).copied().unwrap_or(empty);
        let wanted = if primary.is_empty() { wording.tag.to_owned() } else { primary };
        Self { pieces: Pieces::new(wording), wanted }
    }

    /// All languages of the program by their tags, in alphabetical order.
    pub fn available() -> Vec<String> {
        WORDING.iter().map(|own| own.tag.to_owned()).collect()
    }

    /// The tag of this language, for example `zh`.
    pub fn tag(&self) -> &str {
        self.pieces.tag()
    }

    /// The language that was asked for: a guide may have it where the program has not.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The language after this one, of the program's and the guide's own.
    pub fn next_tag(&self, of_guide: &[String]) -> String {
        let mut all = Self::available();
        all.extend(of_guide.iter().cloned());
        all.sort();
        all.dedup();
        let at = |wanted: &str| all.iter().position(|tag| tag == wanted);
        let at = at(&self.wanted).or_else(|| at(self.tag())).unwrap_or(0);
        all[(at + 1) % all.len()].clone()
    }

    /// What [`tr!`](crate::tr) reads from.
    pub fn loader(&self) -> &Pieces {
        &self.pieces
    }
}

/// A text of the program by its id and arguments, both checked when the program is compiled.
#[macro_export]
macro_rules! tr {
    ($texts:expr, $($rest:tt)*) => {
        ::i18n_embed_fl::fl!($texts.loader(), $($rest)*)
    };
}
