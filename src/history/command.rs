//! What `tilldoc history` and `tilldoc stats` do.

use super::{csv, export, figures, figures_json, json, list, show, show::ShowError};
use crate::{
    clean,
    cli::{HistoryCommand, HistoryList},
    guide::Guide,
    profile::Profile,
    save::{self, SaveError, shown},
    session::{CardData, export::Format},
    store::{Filter, Forgotten, Mended, Place, SessionId, Store, StoreError, Stored},
    texts::Texts,
    tr,
    wording::card_data,
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::{path::PathBuf, sync::Arc};

/// What a command has at hand.
pub struct Desk<'d> {
    /// Where the sessions are.
    pub place: Place,
    /// The language.
    pub texts: &'d Texts,
    /// The zone of days and times.
    pub zone: TimeZone,
    /// The time now.
    pub now: Timestamp,
    /// Columns of the window, where the output goes to one.
    pub width: Option<usize>,
}

/// What a command has to say.
#[derive(Debug, Default)]
pub struct Told {
    /// Its output.
    pub text: String,
    /// What is to be said beside the output.
    pub notices: Vec<String>,
    /// Whether what was asked for was there.
    pub found: bool,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file to write.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The session does not fit the guide.
    #[error(transparent)]
    Show(#[from] ShowError),
}

impl Failure {
    /// What is wrong and what to do, in lines.
    pub fn lines(&self, texts: &Texts) -> Vec<String> {
        match self {
            Self::Store(error) => vec![error.message(texts), error.help(texts)],
            Self::Save(error) => vec![clean::line(&error.message(texts), usize::MAX)],
            Self::Show(error) => vec![error.message(texts)],
        }
    }
}

/// A mended database in words.
pub fn mended_words(mended: &Mended, texts: &Texts) -> String {
    let path = shown(&mended.aside);
    let mut words = Vec::new();
    let training = mended.training;
    if training.nameless > 0 {
        words.push(tr!(texts, "store-mended-nameless", count = training.nameless));
    }
    if training.pin_lost {
        words.push(tr!(texts, "pin-lost"));
    }
    // Last, because it ends with a path.
    words.push(tr!(texts, "store-mended", count = mended.sessions, path = path));
    words.join(" ")
}

/// That what support said is written down, and which card data was left out.
pub fn noted(texts: &Texts, masked: &[CardData]) -> String {
    if masked.is_empty() {
        return tr!(texts, "history-noted");
    }
    tr!(texts, "history-noted-masked", what = card_data(texts, masked))
}

impl Desk<'_> {
    /// Lists sessions, or forgets some.
    pub fn list(&self, asked: &HistoryList) -> Result<Told, Failure> {
        if let Some(number) = asked.forget {
            return self.forget(|store| store.forget(number), Some(number));
        }
        if let Some(days) = asked.older_than {
            let age = SignedDuration::from_hours(i64::from(days) * 24);
            let before = self.now.checked_sub(age).unwrap_or(Timestamp::MIN);
            return self.forget(|store| store.forget_before(before), None);
        }
        let filter = Filter {
            search: asked.search.clone().unwrap_or_default(),
            outcome: asked.outcome,
            step: asked.step.clone(),
            terminal: asked.terminal.clone(),
            since: asked.since,
            until: asked.until,
            ..Filter::default()
        };
        let read = |store: &Store| store.page(&filter, asked.before, asked.most);
        let (page, mut told) = self.read(read)?;
        told.found = !page.heads.is_empty();
        told.text =
            if asked.json { json(&page) } else { list(&page, self.texts, &self.zone, self.width) };
        if !told.found {
            told.notices.push(tr!(self.texts, "history-none"));
        }
        Ok(told)
    }

    /// Does something with one session: `own` is the profile of this shop.
    pub fn one(
        &self,
        command: &HistoryCommand,
        guide: &Arc<Guide>,
        own: &Arc<Profile>,
    ) -> Result<Told, Failure> {
        match command {
            HistoryCommand::Show { number } => {
                let (Some(stored), mut told) = self.stored(*number)? else {
                    return Ok(self.nothing(*number));
                };
                told.text = show(&stored, (guide, own), self.texts, &self.zone)?;
                Ok(told)
            }
            HistoryCommand::Export { number, format, output } => {
                let (Some(stored), mut told) = self.stored(*number)? else {
                    return Ok(self.nothing(*number));
                };
                let named = output.as_deref().and_then(Format::of_name);
                let format = format.or(named).unwrap_or(Format::Text);
                let exported = export(&stored, (guide, own), format, self.texts, &self.zone)?;
                if !exported.lost.is_empty() {
                    told.notices.push(tr!(self.texts, "lost-title"));
                    told.notices.extend(exported.lost);
                }
                match output {
                    Some(path) => {
                        let path: PathBuf = save::save(path, &exported.text, false)?;
                        told.text = tr!(self.texts, "notice-saved", path = shown(&path)) + "\n";
                    }
                    None => told.text = exported.text,
                }
                Ok(told)
            }
            HistoryCommand::Note { number, text } => self.note(*number, &text.join(" ")),
        }
    }

    /// Prints the figures.
    pub fn stats(&self, as_json: bool, as_csv: bool) -> Result<Told, Failure> {
        let (stats, mut told) = self.read(Store::stats)?;
        told.found = stats.all.sessions > 0;
        told.text = match (as_json, as_csv) {
            (true, _) => figures_json(&stats),
            (_, true) => csv(&stats, self.texts),
            _ if told.found => figures(&stats, self.texts, self.width),
            _ => String::new(),
        };
        if !told.found {
            told.notices.push(tr!(self.texts, "stats-none"));
        }
        Ok(told)
    }

    fn note(&self, number: SessionId, text: &str) -> Result<Told, Failure> {
        let texts = self.texts;
        let (mut store, mut told) = self.open()?;
        if store.session(number)?.is_none() {
            return Ok(self.nothing(number));
        }
        let Some(masked) = store.add_support(number, text, self.now)? else {
            told.found = false;
            told.notices.push(tr!(texts, "history-note-blank"));
            return Ok(told);
        };
        told.text = noted(texts, &masked) + "\n";
        Ok(told)
    }

    fn forget(
        &self,
        forget: impl FnOnce(&mut Store) -> Result<Forgotten, StoreError>,
        number: Option<SessionId>,
    ) -> Result<Told, Failure> {
        let texts = self.texts;
        let (mut store, mut told) = self.open()?;
        let Forgotten { sessions, wholly } = forget(&mut store)?;
        if let Some(number) = number.filter(|_| sessions == 0) {
            return Ok(self.nothing(number));
        }
        told.text = if wholly {
            tr!(texts, "history-forgotten", count = sessions)
        } else {
            tr!(texts, "history-forgotten-later", count = sessions)
        } + "\n";
        let aside = self.place.set_aside();
        told.notices
            .extend(aside.iter().map(|path| tr!(texts, "history-aside", path = shown(path))));
        Ok(told)
    }

    fn nothing(&self, number: SessionId) -> Told {
        let notice = tr!(self.texts, "history-no-session", id = number.to_string());
        Told { notices: vec![notice], ..Told::default() }
    }

    fn stored(&self, number: SessionId) -> Result<(Option<Stored>, Told), StoreError> {
        self.read(|store| store.session(number))
    }

    /// Opens the database for writing.
    pub fn open(&self) -> Result<(Store, Told), StoreError> {
        let (store, mended) = Store::open_or_mend(&self.place, &self.zone, self.now)?;
        Ok((store, self.told(mended.as_ref())))
    }

    /// Reads from the database: where it can only be read, that is enough, and where it turns out
    /// to be damaged, what is left of it is.
    pub(super) fn read<T>(
        &self,
        read: impl Fn(&Store) -> Result<T, StoreError>,
    ) -> Result<(T, Told), StoreError> {
        let (store, told) = self.reader()?;
        match read(&store) {
            Err(StoreError::Damaged(_)) if store.writable() => {
                drop(store);
                let (store, mended) = Store::mend(&self.place, &self.zone, self.now)?;
                Ok((read(&store)?, self.told(mended.as_ref())))
            }
            value => Ok((value?, told)),
        }
    }

    /// Opens the database to read from it: where it can't be written to, for reading alone.
    pub fn reader(&self) -> Result<(Store, Told), StoreError> {
        self.open().or_else(|error| {
            let Ok(store) = Store::view(&self.place, &self.zone) else { return Err(error) };
            let mut told = self.told(None);
            let why = error.message(self.texts);
            told.notices.push(tr!(self.texts, "store-view", why = why));
            Ok((store, told))
        })
    }

    fn told(&self, mended: Option<&Mended>) -> Told {
        let notices = mended.map(|mended| mended_words(mended, self.texts));
        Told { notices: notices.into_iter().collect(), found: true, ..Told::default() }
    }
}
