//! A guide's folder watched while its author writes: each save is read anew, and told.
//!
//! The system says when something changes; nothing is asked again and again.

use crate::{
    clean, crash,
    guide::{Change, Finding, Guide, Severity, SourceFile, Tally, changes, check},
    guide_dir::{self, LoadError},
    redact::redact,
    texts::Texts,
};
use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    time::Duration,
};

/// So long nothing may happen before files are read: an editor saves in several steps, and often
/// several files.
const QUIET: Duration = Duration::from_millis(80);

/// A guide as its files say it at one time.
#[derive(Debug, Default)]
pub struct Reread {
    /// The guide, where it can be run.
    pub guide: Option<Arc<Guide>>,
    /// What differs from the last state without errors.
    pub changes: Vec<Change>,
    files: Vec<SourceFile>,
    /// What can't be read at all.
    broken: Vec<LoadError>,
    /// What is wrong.
    findings: Vec<Finding>,
    /// File and line of each finding.
    places: Vec<String>,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How grave it is; an unreadable file is an error.
    pub severity: Severity,
    /// File and line: `nodes.toml:12`; nothing where the file is named in the message.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

impl Reread {
    /// Reads the guide in a folder.
    pub fn read(dir: &Path) -> Self {
        match guide_dir::load_all(dir) {
            Ok((files, broken)) => Self { broken, ..Self::of(files) },
            Err(error) => Self { broken: vec![error], ..Self::default() },
        }
        .checked()
    }

    /// Reads the guide in these files with the close look of `tilldoc guide check`.
    pub fn of(files: Vec<SourceFile>) -> Self {
        let reading = check(&files);
        let findings = reading.findings;
        let places = findings.iter().map(|finding| place(&files, finding)).collect();
        let guide = Some(Arc::new(reading.guide));
        Self { guide, files, findings, places, ..Self::default() }.checked()
    }

    /// Without the guide, where it can't be run.
    fn checked(mut self) -> Self {
        let runs = self.broken.is_empty() && !self.findings.iter().any(Finding::stops);
        self.guide = self.guide.take().filter(|_| runs);
        self
    }

    /// The same, with what differs from an earlier state.
    #[must_use]
    pub fn after(self, earlier: &Self) -> Self {
        let changes = if self.guide.is_some() && earlier.guide.is_some() {
            changes(&earlier.files, &self.files)
        } else {
            Vec::new()
        };
        Self { changes, ..self }
    }

    /// How many findings there are.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::of(&self.findings);
        tally.errors += self.broken.len();
        tally
    }

    /// Everything that is wrong in words, the errors first.
    pub fn told(&self, texts: &Texts) -> Vec<Told> {
        // Findings quote what is written, also what is written in escapes.
        let safe = |text: String| redact(&clean::line(&text, usize::MAX)).text;
        let broken = self.broken.iter().map(|error| Told {
            severity: Severity::Error,
            place: String::new(),
            message: safe(error.message(texts)),
            help: safe(error.help(texts)),
        });
        let found = self.findings.iter().zip(&self.places).map(|(finding, place)| Told {
            severity: finding.severity,
            place: place.clone(),
            message: safe(finding.message(texts)),
            help: safe(finding.help(texts)),
        });
        let mut told: Vec<Told> = broken.chain(found).collect();
        told.sort_by_key(|told| told.severity);
        told
    }

    /// Whether the files say the same.
    fn same(&self, other: &Self) -> bool {
        let broken = |own: &Self| format!("{:?}", own.broken);
        self.files == other.files && broken(self) == broken(other)
    }
}

/// File and line of a finding.
fn place(files: &[SourceFile], finding: &Finding) -> String {
    let file = files.get(finding.place.file as usize);
    file.map(|file| file.line_of(finding.place.start)).unwrap_or_default()
}

/// A folder that is watched.
#[derive(Debug)]
pub struct GuideWatch {
    /// The folder as it was given: findings name it so.
    dir: PathBuf,
    /// The same without links: events name it so.
    root: PathBuf,
    watcher: RecommendedWatcher,
    /// Whether the folder itself came or went, for each event that matters.
    events: Receiver<bool>,
}

impl GuideWatch {
    /// Begins to watch a folder. What happens from now on is noticed, also before
    /// [`GuideWatch::run`].
    pub fn new(dir: &Path) -> io::Result<Self> {
        let root = fs::canonicalize(dir)?;
        let (sender, events) = mpsc::channel();
        let own = root.clone();
        let heard = move |event: notify::Result<Event>| {
            if let Some(folder) = matters(&own, event) {
                // It is closed when nobody listens any more.
                let _ = sender.send(folder);
            }
        };
        let watcher = notify::recommended_watcher(heard).map_err(io::Error::other)?;
        let mut watch = Self { dir: dir.to_owned(), root, watcher, events };
        watch.watch_folder().map_err(io::Error::other)?;
        // Where the folder is set aside and put back, only the one above it tells.
        if let Some(above) = watch.root.parent() {
            let _ = watch.watcher.watch(above, RecursiveMode::NonRecursive);
        }
        Ok(watch)
    }

    fn watch_folder(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)
    }

    /// Reads the guide whenever its files have changed since `last`, which was read after the watch
    /// began, and tells it, for ever.
    pub fn run(mut self, last: Arc<Reread>, tell: impl Fn(Arc<Reread>)) {
        let (mut last, mut good) = (Arc::clone(&last), last);
        while let Some(folder) = self.wait() {
            if folder {
                drop(self.watch_folder());
            }
            crash::on_request("watch");
            let new = Reread::read(&self.dir);
            if new.same(&last) {
                continue;
            }
            last = Arc::new(new.after(&good));
            if last.guide.is_some() {
                good = Arc::clone(&last);
            }
            tell(Arc::clone(&last));
        }
    }

    /// Waits until something has happened and nothing more does, and says whether it was to the
    /// folder itself. None when nothing can happen any more.
    fn wait(&self) -> Option<bool> {
        let mut folder = self.events.recv().ok()?;
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(more) => folder |= more,
                Err(RecvTimeoutError::Timeout) => return Some(folder),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// Whether something happened in the folder (false) or to the folder itself (true); none where it
/// does not matter. Reading is an event, too: our own would have us read for ever.
fn matters(root: &Path, event: notify::Result<Event>) -> Option<bool> {
    // Some events may have been missed.
    let Ok(event) = event else { return Some(true) };
    let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
    if event.kind.is_access() && event.kind != written {
        return None;
    }
    if event.paths.is_empty() || event.paths.iter().any(|path| path == root) {
        return Some(true);
    }
    event.paths.iter().any(|path| path.starts_with(root)).then_some(false)
}
