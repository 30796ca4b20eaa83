//! Training as the full screen holds it: the guide with its scenarios, and the drill under way.

use crate::{
    drilling::{Attempts, Drilling, Trainer},
    guide::Guide,
    lookup::Catalogue,
    session::Shop,
    training::Drill,
};
use std::sync::Arc;

/// Training: the guide with its scenarios, and the drill under way.
pub(super) struct Training {
    pub(super) loader: Option<Box<dyn FnOnce() -> Arc<Guide>>>,
    pub(super) guide: Option<Arc<Guide>>,
    pub(super) attempts: Box<dyn Attempts>,
    /// Who is trained, where that is known.
    pub(super) trainee: Option<String>,
    pub(super) mark: f64,
    pub(super) drilling: Option<Box<Drilling>>,
    /// What can be looked up, once somebody looks.
    pub(super) catalogue: Option<Catalogue>,
    /// A drill is in no shop.
    pub(super) no_shop: Shop,
}

impl Training {
    /// Training that has not begun.
    pub(super) fn new(trainer: Trainer) -> Self {
        Self {
            loader: Some(trainer.guide),
            guide: None,
            attempts: trainer.attempts,
            trainee: trainer.trainee,
            mark: trainer.mark,
            drilling: None,
            catalogue: None,
            no_shop: Shop::default(),
        }
    }

    /// The guide with its scenarios, once somebody trains.
    pub(super) fn guide(&self) -> Option<&Arc<Guide>> {
        self.guide.as_ref()
    }

    /// Makes what can be looked up.
    pub(super) fn index(&mut self) {
        if let Some(guide) = &self.guide {
            self.catalogue.get_or_insert_with(|| Catalogue::new(guide));
        }
    }

    /// Whether a drill can be gone on with in another run of the program.
    pub(super) fn lasts(&self) -> bool {
        self.attempts.lasts()
    }

    /// The drill that can be gone on with.
    pub(super) fn open(&self) -> Option<&Drill> {
        self.drilling.as_deref().filter(|own| own.is_open()).map(Drilling::drill)
    }
}
