//! What the full screen begins with.

use crate::{
    cli::DrillArgs, guide::Guide, session::Session, store::Stored, training::TraineeName,
    tui::First,
};
use std::sync::Arc;

/// What the full screen begins with.
pub(super) enum Opened {
    /// The home screen.
    Home,
    /// The session that is open still.
    Resume,
    /// Training.
    Training(DrillArgs, Option<TraineeName>),
    /// The form of the shop's profile.
    Setup,
    /// Where a session of this guide stands that comes from elsewhere.
    Session(Box<Session>),
    /// A session that is kept, and what is to be said of it.
    Kept(Arc<Guide>, Box<Stored>, String),
}

impl Opened {
    /// The guide, where it was read for this already.
    pub(super) fn guide(&self) -> Option<Arc<Guide>> {
        match self {
            Self::Session(session) => Some(Arc::clone(session.guide())),
            Self::Kept(guide, ..) => Some(Arc::clone(guide)),
            Self::Home | Self::Resume | Self::Setup | Self::Training(..) => None,
        }
    }

    /// Who is trained.
    pub(super) fn trainee(&self) -> Option<TraineeName> {
        match self {
            Self::Training(_, name) => name.clone(),
            _ => None,
        }
    }

    pub(super) fn into_first(self) -> First {
        match self {
            Self::Home | Self::Setup => First::Home,
            Self::Resume => First::Resume,
            Self::Training(args, _) => First::Training(args.scenario, args.mode),
            Self::Session(session) => First::Session(session),
            Self::Kept(_, stored, said) => First::Kept(stored, said),
        }
    }
}
