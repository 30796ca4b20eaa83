//! What the full screen needs of the world outside, on a test backend.

use super::stage::first_time;
use jiff::{Timestamp, tz::TimeZone};
use std::{
    cell::RefCell,
    collections::VecDeque,
    io,
    path::PathBuf,
    rc::Rc,
    sync::{Arc, mpsc::Sender},
};
use tilldoc::{
    clipboard::Reach,
    clock::Clock,
    config_dir::ConfigDir,
    profile::Profile,
    save::{self, SaveError},
    shelf::{Answer, Request, Shelf},
    store::{Journal, Opening, Place, Report},
    tui::{ProfileSaved, Shell, Sleep},
};

/// What was answered and is still on its way.
pub(super) type Answers = Rc<RefCell<VecDeque<Arc<Answer>>>>;

/// Saves into a folder, keeps in a journal, and answers at once.
pub(super) struct TestShell {
    pub(super) clock: Clock,
    pub(super) folder: Option<PathBuf>,
    /// Where a journal keeps sessions, and where its reports go.
    pub(super) data: Option<(PathBuf, Sender<Arc<Report>>)>,
    pub(super) shelf: Shelf,
    pub(super) answers: Answers,
}

impl Shell for TestShell {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn first_frame(&mut self) -> Option<Journal> {
        let (folder, sender) = self.data.take()?;
        let opening = Opening { look: true, keep_days: None };
        let tell = move |report| {
            let _ = sender.send(Arc::new(report));
        };
        Some(Journal::open(Place::new(Some(&folder)), TimeZone::UTC, first_time(), opening, tell))
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        let path =
            self.folder.as_ref().map_or_else(|| PathBuf::from(path), |folder| folder.join(path));
        save::save(path.to_str().expect("test paths are text"), text, overwrite)
    }

    fn save_profile(&mut self, profile: &Profile) -> Result<ProfileSaved, SaveError> {
        let folder = self.folder.as_deref().ok_or(SaveError::NoConfigFolder)?;
        ConfigDir::new(Some(folder)).save_profile(profile)
    }

    fn ask(&mut self, request: Request) {
        let told = self.shelf.ask(request.asked.clone(), request.at);
        self.answers.borrow_mut().push_back(Arc::new(Answer { request, told }));
    }

    fn copy(&mut self, text: &str) -> Option<Reach> {
        if let Some(folder) = &self.folder {
            std::fs::write(folder.join("clipboard"), text).expect("the folder takes it");
        }
        Some(Reach::Unsure)
    }

    fn mouse(&mut self, _on: bool) -> io::Result<()> {
        Ok(())
    }

    fn ask_to_sleep(&mut self) {}

    fn suspend(&mut self, _: Sleep) -> io::Result<()> {
        Ok(())
    }
}
