//! Training as the full screen holds it: the guide with its scenarios, and the drill under way.

use crate::{
    drilling::{Attempts, CourseOf, Drilling, GuideLoader, KeeperOf, Trainer},
    guide::Guide,
    lookup::Catalogue,
    session::Shop,
    training::{Course, Drill, HouseRules, Mode, Progress, TraineeName},
};
use std::sync::Arc;

/// Training: the guide with its scenarios, and the drill under way.
pub(super) struct Training {
    pub(super) loader: Option<GuideLoader>,
    pub(super) guide: Option<Arc<Guide>>,
    pub(super) attempts: Box<dyn Attempts>,
    keeper: KeeperOf,
    /// Who is trained, where that is known.
    pub(super) trainee: Option<TraineeName>,
    pub(super) rules: HouseRules,
    course_loader: Option<CourseOf>,
    course: Option<Course>,
    /// How far the trainee is in it.
    progress: Option<Progress>,
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
            attempts: (trainer.attempts)(trainer.trainee.as_ref()),
            keeper: trainer.attempts,
            trainee: trainer.trainee,
            rules: trainer.rules,
            course_loader: Some(trainer.course),
            course: None,
            progress: None,
            drilling: None,
            catalogue: None,
            no_shop: Shop::default(),
        }
    }

    /// The guide with its scenarios, once somebody trains.
    pub(super) fn guide(&self) -> Option<&Arc<Guide>> {
        self.guide.as_ref()
    }

    /// The course, and how far the trainee is in it.
    pub(super) fn course(&self) -> Option<(&Course, &Progress)> {
        self.course.as_ref().zip(self.progress.as_ref())
    }

    /// Looks how far the trainee is in the course.
    pub(super) fn look_at_course(&mut self) {
        if let Some((load, guide)) = self.course_loader.take().zip(self.guide.as_ref()) {
            self.course = load(guide);
        }
        let Some(course) = &self.course else { return };
        let Some(guide) = &self.guide else { return };
        self.progress = Some(Progress::new(course, &guide.id, &self.attempts.marked()));
    }

    /// Somebody else is trained. Practice of nobody in particular that is not over becomes the new
    /// trainee's; an exam does not, or only those would be kept that go well. A drill of a trainee stays
    /// theirs.
    pub(super) fn train(&mut self, trainee: Option<TraineeName>, language: &str) {
        let mut attempts = (self.keeper)(trainee.as_ref());
        let free = self.trainee.is_none() && trainee.is_some();
        self.drilling = self
            .drilling
            .take()
            .filter(|own| free && own.is_open() && own.drill().terms().mode == Mode::Practice);
        if let Some(own) = &self.drilling {
            attempts.begin(own.drill(), language);
        }
        (self.attempts, self.trainee) = (attempts, trainee);
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

    /// Whether an exam on this scenario is not over.
    pub(super) fn is_under_way(&self, scenario: &str) -> bool {
        let is = |own: &Drill| own.scenario().id == *scenario && own.terms().mode == Mode::Exam;
        self.open().is_some_and(is)
    }

    /// The drill that can be gone on with.
    pub(super) fn open(&self) -> Option<&Drill> {
        self.drilling.as_deref().filter(|own| own.is_open()).map(Drilling::drill)
    }
}
