//! What sessions refer to by stable names, with its texts: history needs no guide to be read, and
//! still knows what an older guide said.

use super::door;
use crate::{
    guide::{Entry, Guide, Id, Text},
    lookup::fold,
    session::redact,
    texts::Texts,
    tr,
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What sort of thing a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A way in: what the clerk sees.
    Symptom,
    /// A way in: all steps in order.
    Everything,
    /// A way in: a response code of one scheme, `51 unionpay`.
    Code,
    /// A way in: a response code that nobody could tell the scheme of, or that the guide does not
    /// list.
    UnsureCode,
    /// A way in: a message on the terminal.
    Message,
    /// A remedy.
    Remedy,
    /// A question.
    Question,
    /// A step.
    Step,
    /// One of the shop's terminals.
    Terminal,
}

impl Kind {
    const NAMES: [(&'static str, Self); 9] = [
        ("symptom", Self::Symptom),
        ("everything", Self::Everything),
        ("code", Self::Code),
        ("unsure-code", Self::UnsureCode),
        ("message", Self::Message),
        ("remedy", Self::Remedy),
        ("question", Self::Question),
        ("step", Self::Step),
        ("terminal", Self::Terminal),
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }

    fn of(name: &str) -> Self {
        let known = Self::NAMES.iter().find(|(own, _)| *own == name);
        known.map_or(Self::Symptom, |(_, kind)| *kind)
    }
}

/// Something that sessions refer to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Term {
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its stable name.
    #[serde(rename = "id")]
    pub name: String,
    /// Its text in each language of its guide, when it was last used. Empty for what has no text
    /// of its own.
    #[serde(rename = "text")]
    pub titles: BTreeMap<String, String>,
}

impl Term {
    /// Its text in the language of `texts`, else in any, else its name.
    pub fn title(&self, texts: &Texts) -> String {
        if self.kind == Kind::Everything {
            return tr!(texts, "summary-entry-everything");
        }
        let own = [texts.wanted(), texts.tag()].into_iter().find_map(|tag| self.titles.get(tag));
        own.or_else(|| self.titles.values().next()).unwrap_or(&self.name).clone()
    }

    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (kind, titles): (String, String) = (row.get("kind")?, row.get("titles")?);
        Ok(Self {
            kind: Kind::of(&kind),
            name: door::line(row, "name")?,
            titles: door::value(&titles).unwrap_or_default(),
        })
    }
}

/// The numbers of terms that were used since the database was opened.
#[derive(Debug, Default)]
pub(super) struct Terms {
    known: HashMap<(String, Kind, String), i64>,
    guide: Option<(String, String)>,
}

impl Terms {
    /// Forgets what it knows: after a failed transaction some of it may not be there.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Begins with a guide: of another version the texts may have changed.
    pub(super) fn use_guide(&mut self, guide: &Guide) {
        let own = Some((guide.id.clone(), guide.version.clone()));
        if self.guide != own {
            self.known.clear();
            self.guide = own;
        }
    }

    /// The number of a way in.
    pub(super) fn entry(
        &mut self,
        db: &Connection,
        guide: &Guide,
        entry: &Entry,
    ) -> rusqlite::Result<i64> {
        let (kind, name) = match entry {
            Entry::Symptom(id) => (Kind::Symptom, id.to_string()),
            Entry::CheckEverything => (Kind::Everything, "check-everything".to_owned()),
            Entry::Code { code, scheme } => (Kind::Code, format!("{code} {scheme}")),
            Entry::UnsureCode(code) => (Kind::UnsureCode, redact(code).text),
            Entry::Message(id) => (Kind::Message, id.to_string()),
            Entry::Call => (
                Kind::Remedy,
                guide.call.as_ref().map_or_else(String::new, |call| call.remedy.id.to_string()),
            ),
        };
        self.number(db, guide, kind, name, |name| match entry {
            Entry::Symptom(id) => {
                let own = guide.symptom(id);
                own.map(|own| Texting::new(guide, &own.say).and(&own.words)).unwrap_or_default()
            }
            Entry::Message(id) => {
                let own = guide.message(id);
                own.map(|own| Texting::new(guide, &own.say).and(&own.words)).unwrap_or_default()
            }
            Entry::Code { code, scheme } => {
                let own = guide.code(code, scheme);
                let own = own.map(|own| Texting::new(guide, &own.meaning).before(code));
                own.unwrap_or_default()
            }
            Entry::UnsureCode(_) => Texting::default().and(&[name.to_owned()]),
            Entry::Call => {
                let own = guide.remedy(name);
                own.map(|own| Texting::new(guide, &own.cause)).unwrap_or_default()
            }
            Entry::CheckEverything => Texting::default(),
        })
    }

    /// The number of a remedy, question or step.
    pub(super) fn part(
        &mut self,
        db: &Connection,
        guide: &Guide,
        kind: Kind,
        id: &Id,
    ) -> rusqlite::Result<i64> {
        self.number(db, guide, kind, id.to_string(), |_| {
            let text = match kind {
                Kind::Remedy => guide.remedy(id).map(|own| &own.cause),
                Kind::Question => guide.question(id).map(|own| &own.ask),
                _ => guide.step(id).map(|own| &own.title),
            };
            text.map(|text| Texting::new(guide, text)).unwrap_or_default()
        })
    }

    /// The number of a terminal. It belongs to the shop, not to a guide.
    pub(super) fn terminal(&mut self, db: &Connection, name: &str) -> rusqlite::Result<i64> {
        let none = Guide::default();
        self.number(db, &none, Kind::Terminal, redact(name).text, |name| {
            Texting::default().and(&[name.to_owned()])
        })
    }

    fn number(
        &mut self,
        db: &Connection,
        guide: &Guide,
        kind: Kind,
        name: String,
        texting: impl FnOnce(&str) -> Texting,
    ) -> rusqlite::Result<i64> {
        let key = (guide.id.clone(), kind, name);
        if let Some(number) = self.known.get(&key) {
            return Ok(*number);
        }
        let number = write(db, &key, &texting(&key.2))?;
        self.known.insert(key, number);
        Ok(number)
    }
}

/// Brings a term up to date and gives its number.
fn write(
    db: &Connection,
    (guide, kind, name): &(String, Kind, String),
    texting: &Texting,
) -> rusqlite::Result<i64> {
    let titles = serde_json::to_string(&texting.titles).unwrap_or_default();
    let words = texting.words();
    let mut find = db.prepare_cached(
        "SELECT id, titles, words FROM terms WHERE guide = ?1 AND kind = ?2 AND name = ?3",
    )?;
    let found = find.query_row(params![guide, kind.name(), name], |row| {
        let same = row.get_ref(1)?.as_str()? == titles && row.get_ref(2)?.as_str()? == words;
        Ok((row.get::<_, i64>(0)?, same))
    });
    match found.optional()? {
        Some((id, true)) => Ok(id),
        Some((id, false)) => {
            let update = "UPDATE terms SET titles = ?2, words = ?3 WHERE id = ?1";
            db.execute(update, params![id, titles, words])?;
            Ok(id)
        }
        None => {
            let insert = "INSERT INTO terms (guide, kind, name, titles, words)
                          VALUES (?1, ?2, ?3, ?4, ?5)";
            db.execute(insert, params![guide, kind.name(), name, titles, words])?;
            Ok(db.last_insert_rowid())
        }
    }
}

/// The texts of a term, and what else it is found by.
#[derive(Default)]
struct Texting {
    titles: BTreeMap<String, String>,
    also: Vec<String>,
}

impl Texting {
    /// The guide's text in all its languages. What an author wrote may hold card data, too.
    fn new(guide: &Guide, text: &Text) -> Self {
        let titles = guide.languages.iter().zip(text.versions());
        let titles = titles.map(|(tag, own)| (tag.clone(), redact(own).text)).collect();
        Self { titles, also: Vec::new() }
    }

    fn before(mut self, code: &str) -> Self {
        for text in self.titles.values_mut() {
            *text = format!("{code} {text}");
        }
        self
    }

    fn and(mut self, words: &[String]) -> Self {
        self.also.extend(words.iter().map(|word| redact(word).text));
        self
    }

    /// All of it, folded: one line a run of letters, so that nothing is found across two.
    fn words(&self) -> String {
        let mut words = String::new();
        for text in self.titles.values().chain(&self.also) {
            fold(text, |c, gap| {
                if gap {
                    words.push('\n');
                }
                words.push(c);
            });
        }
        words
    }
}
