//! The summary of a session: what support needs to know, in one file.
//!
//! A [`Summary`] is made once; each format only writes it.

mod brief;
mod html;
mod import;
mod json;
mod make;
mod markdown;
mod summary;
mod text;
mod told;
mod words;

pub use brief::brief;
pub use import::{IMPORT_LIMIT, ImportError, import};
pub use summary::{
    AnswerGiven, Doing, Dropped, GuideName, Labelled, LookedUp, Named, NoteTaken, NumberTold,
    Program, RemedyMet, ShopTold, Summary, TerminalTold,
};
pub use words::{entry_text, outcome_text, verdict_text};

use super::Session;
use crate::{texts::Texts, tr};
use jiff::{ZonedDateTime, tz::TimeZone};

/// A format that a summary can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For everything that people read, whatever shows it.
    Text,
    /// For chats and trackers.
    Markdown,
    /// For programs; `docs/summary-json.md` has its fields.
    Json,
    /// For a browser and for paper.
    Html,
}

impl Format {
    /// All formats in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Json, Self::Html];

    /// How names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// How names of files can end, for people: `.txt .md .json .html`.
    pub fn endings() -> String {
        Self::ALL.map(|format| format!(".{}", format.ending())).join(" ")
    }

    /// The format for a file by how its name ends.
    pub fn of_name(name: &str) -> Option<Self> {
        let (before, ending) = name.rsplit_once('.')?;
        let ending = ending.to_lowercase();
        let named = !before.is_empty() && !before.ends_with(['/', '\\']);
        let ending = if ending == "htm" { "html" } else { &ending };
        Self::ALL.into_iter().find(|format| named && format.ending() == ending)
    }
}

/// The summary of a session as a file's text, in the language of `texts`.
pub fn export(session: &Session, format: Format, texts: &Texts, zone: &TimeZone) -> String {
    Summary::new(session, texts, zone, env!("CARGO_PKG_VERSION")).write(format, texts)
}

impl Summary {
    /// The summary as a file's text. `texts` are those that it was made with.
    pub fn write(&self, format: Format, texts: &Texts) -> String {
        match format {
            Format::Markdown => markdown::write(self, texts),
            Format::Text => text::write(self, texts),
            Format::Json => json::write(self),
            Format::Html => html::write(self, texts),
        }
    }
}

/// Marks behind an answer: what was before, whether it was kept.
fn marks(answer: &AnswerGiven, texts: &Texts) -> Vec<String> {
    let before = answer.before.as_deref();
    let changed = before.map(|before| tr!(texts, "summary-changed", before = before));
    // An answer that says so in the same words needs no mark.
    let unsure = answer.unsure.then(|| tr!(texts, "summary-unsure"));
    let unsure = unsure.filter(|mark| mark.to_lowercase() != answer.answer.to_lowercase());
    let kept = answer.kept.then(|| tr!(texts, "summary-kept"));
    let from_profile = answer.from_profile.then(|| tr!(texts, "summary-from-profile"));
    [unsure, changed, kept, from_profile].into_iter().flatten().collect()
}

/// The lines at the top of a summary: label and value; what support asks first comes first.
fn head(summary: &Summary, texts: &Texts) -> Vec<(String, String)> {
    let guide = format!("{} {}", summary.guide.id, summary.guide.version);
    let program = format!("{} {}", summary.program.name, summary.program.version);
    let ended =
        if summary.closed { tr!(texts, "summary-ended") } else { tr!(texts, "summary-until") };
    let mut head = shop(summary, texts);
    let who = summary.must_act.as_ref();
    let who = who.map(|who| (tr!(texts, "summary-must-act"), who.text.clone()));
    head.push((tr!(texts, "summary-outcome"), summary.outcome.text.clone()));
    head.extend(who);
    head.extend([
        (tr!(texts, "summary-entry"), summary.entry.text.clone()),
        (tr!(texts, "summary-began"), time(&summary.began)),
        (ended, time(&summary.ended)),
        (tr!(texts, "summary-guide"), guide),
        (tr!(texts, "summary-program"), program),
    ]);
    head.push((tr!(texts, "summary-code"), summary.code.to_string()));
    head.push((tr!(texts, "summary-code-aloud"), summary.code.aloud(texts)));
    head
}

/// What is known of the shop, as lines of label and value: what support asks first.
fn shop(summary: &Summary, texts: &Texts) -> Vec<(String, String)> {
    let Some(shop) = &summary.shop else { return Vec::new() };
    let name = shop.name.clone().map(|name| (tr!(texts, "summary-shop"), name));
    let merchant = shop.merchant_number.clone();
    let merchant = merchant.map(|number| (tr!(texts, "summary-merchant-number"), number));
    let terminal = shop.terminal.as_ref().map(|own| {
        let connection = own.connection.as_ref().map(|kind| kind.text.clone());
        let parts = [Some(own.number.clone()), own.place.clone(), own.model.clone(), connection];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (tr!(texts, "summary-terminal"), parts.join(&tr!(texts, "list-joint")))
    });
    let more = shop.more.iter().map(|own| (own.label.clone(), own.value.clone()));
    let numbers = shop.numbers.iter().map(|own| {
        let label = tr!(texts, "summary-phone", contact = own.contact.text.as_str());
        (label, own.number.clone())
    });
    [name, merchant, terminal].into_iter().flatten().chain(more).chain(numbers).collect()
}

/// Whom to call, with the number where it is known.
fn called(call: &Named, remedy: &RemedyMet, texts: &Texts) -> String {
    let contact = call.text.as_str();
    match &remedy.telephone {
        Some(number) => tr!(texts, "contact-phone", contact = contact, number = number.as_str()),
        None => contact.to_owned(),
    }
}

/// How often the terminal has ended at a remedy, and when; none where that is not often.
fn recurred(remedy: &RemedyMet, texts: &Texts) -> Option<String> {
    let dates: Vec<_> = remedy.recurred.iter().map(day).collect();
    let (count, dates) = (dates.len(), dates.join(&tr!(texts, "list-joint")));
    (count > 0).then(|| tr!(texts, "summary-recurred", count = count, dates = dates))
}

/// The day of a time.
fn day(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%d").to_string()
}

/// A time as people read it, with its zone's offset.
fn time(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M %:z").to_string()
}

/// The time of day.
fn clock(time: &ZonedDateTime) -> String {
    time.strftime("%H:%M").to_string()
}
