//! A guide that is watched while it is written: each save is taken in at once, and what was
//! answered is answered again.

use super::{
    app::App,
    command::Verb,
    screens::{Kind, Screen, watch},
};
use crate::{
    guide::{Guide, Id},
    guide_watch::Reread,
    lookup::Catalogue,
    session::{Lost, Place, Recorded, Resumed, Session},
};
use jiff::Timestamp;
use std::sync::Arc;

/// The guide as it was saved last, and what that did to the session under way.
#[derive(Debug)]
pub(super) struct Watch {
    /// The files as they were saved last.
    pub read: Arc<Reread>,
    /// Whether a guide runs: this one, or the last one that had no errors.
    pub runs: bool,
    /// What was answered and fits no longer.
    pub lost: Vec<Lost>,
    /// Whether the way in of the session is gone, and the session with it.
    pub no_way_in: bool,
    /// What was played before the last save, with what no longer fitted, and how many events were
    /// taken over: as long as nothing else is played, the next save may bring the rest back.
    played: Option<(Vec<Recorded>, usize)>,
}

impl Watch {
    /// All that was played, where it is not forgotten: that of the session under way, or of one
    /// whose way in is gone.
    fn transcript(&self, session: Option<&Session>) -> Option<Vec<Recorded>> {
        let Some(session) = session else {
            return self.played.as_ref().map(|(all, _)| all.clone());
        };
        let own = session.transcript();
        let before = self.played.as_ref().filter(|(all, taken)| {
            own.len() == *taken
                && all.first().map(|first| first.at) == own.first().map(|own| own.at)
        });
        Some(before.map_or_else(|| own.to_vec(), |(all, _)| all.clone()))
    }
}

impl App {
    /// Begins with a guide that is watched; where it has errors, with these.
    pub(super) fn open_watch(&mut self, read: Arc<Reread>) {
        let runs = read.guide.is_some();
        let guide = read.guide.clone();
        self.watch =
            Some(Box::new(Watch { read, runs, lost: Vec::new(), no_way_in: false, played: None }));
        self.guide = guide;
        if !runs {
            self.screens = vec![Screen::from(Kind::Findings)];
        }
    }

    /// Whether a verb is of no use yet: there is no guide to be played.
    pub(super) fn must_wait(&self, verb: Verb) -> bool {
        let needs_guide = matches!(
            verb,
            Verb::Lookup
                | Verb::Note
                | Verb::Review
                | Verb::Export
                | Verb::Copy
                | Verb::Qr
                | Verb::Drawing
                | Verb::GiveUp
        );
        needs_guide && self.watch.as_ref().is_some_and(|watch| !watch.runs)
    }

    /// Takes in what was saved.
    pub(super) fn reread(&mut self, read: Arc<Reread>, now: Timestamp) {
        let Some(watch) = &mut self.watch else { return };
        let guide = read.guide.clone();
        watch.read = read;
        if let Some(guide) = guide {
            self.now = now;
            self.take_guide(&guide, now);
        }
        self.notice = watch::notice(self);
        // Nothing moves that need not: neither cursor nor page.
        let last = self.items().len().saturating_sub(1);
        let top = self.top_mut();
        top.cursor = top.cursor.min(last);
    }

    /// Goes on with a guide in place of the one that ran.
    fn take_guide(&mut self, guide: &Arc<Guide>, now: Timestamp) {
        self.guide = Some(Arc::clone(guide));
        if self.catalogue.is_some() {
            self.catalogue = Some(Catalogue::new(guide));
        }
        let (had_session, here) = (self.session.is_some(), self.here());
        let Some(watch) = &mut self.watch else { return };
        if !std::mem::replace(&mut watch.runs, true) {
            self.screens = vec![Screen::from(Kind::Home)];
        }
        let all = watch.transcript(self.session.as_ref());
        let resumed = all.clone().map(|all| Session::resume(Arc::clone(guide), all));
        watch.no_way_in = matches!(resumed, Some(Err(_)));
        let (session, lost) = match resumed {
            Some(Ok(Resumed { session, lost })) => (Some(session), lost),
            _ => (None, Vec::new()),
        };
        let taken = session.as_ref().map_or(0, |session| session.transcript().len());
        watch.lost = lost;
        watch.played = all.map(|all| (all, taken));
        self.session = session.map(|session| session.in_shop(self.shop.clone()));
        self.mend_screens(guide);
        if !had_session && self.session.is_some() {
            self.show_session(now);
        } else if self.here() != here {
            self.session_moved();
        }
    }

    /// Where the session is.
    fn here(&self) -> Option<Id> {
        match self.session.as_ref()?.place() {
            Place::Question(question) => Some(question.id.clone()),
            Place::Remedy(remedy) => Some(remedy.id.clone()),
            Place::End(_) => None,
        }
    }

    /// Closes the screens of what is no longer there.
    fn mend_screens(&mut self, guide: &Guide) {
        let session = self.session.as_ref();
        self.screens.retain(|screen| match &screen.kind {
            Kind::Groups => !guide.groups.is_empty(),
            Kind::Symptoms(Some(id)) => guide.groups.iter().any(|group| group.id == *id),
            Kind::Drawing(id) => guide.drawings.iter().any(|drawing| drawing.id == *id),
            Kind::Change(id, _) => {
                session.is_some_and(|own| own.state().path().contains(id))
                    && guide.question(id).is_some()
            }
            Kind::Session(_)
            | Kind::Review
            | Kind::Note(_)
            | Kind::Formats
            | Kind::Path(..)
            | Kind::Confirm(_)
            | Kind::Qr => session.is_some(),
            _ => true,
        });
        // What was ticked and is gone would be refused.
        for screen in &mut self.screens {
            if let Kind::Session(draft) | Kind::Change(_, draft) = &mut screen.kind {
                draft.ticked.retain(|id| {
                    guide.nodes.iter().any(|node| match node {
                        crate::guide::Node::Question(question) => {
                            question.answers.iter().any(|answer| answer.id == *id)
                        }
                        crate::guide::Node::Remedy(_) => false,
                    })
                });
            }
        }
    }

    /// Shows on the session's screen the other place where it now is.
    fn session_moved(&mut self) {
        let draft = self.draft_of_place();
        let Some(at) = self.screens.iter().position(|own| matches!(own.kind, Kind::Session(_)))
        else {
            return;
        };
        self.screens[at] = Screen::from(Kind::Session(draft));
        if at + 1 == self.screens.len() {
            self.cursor_to_given();
        }
    }

    /// Shows all findings, or goes back from them.
    pub(super) fn show_findings(&mut self) {
        if self.watch.is_none() {
            return;
        }
        if matches!(self.top().kind, Kind::Findings) {
            self.close();
        } else {
            self.open(Kind::Findings);
        }
    }
}
