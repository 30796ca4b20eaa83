//! The guide, and what the screens are drawn from.

use super::{
    app::App,
    layout::COMFORTABLE_HEIGHT,
    screens::{Context, Screen},
};
use crate::{guide::Guide, session::Session};
use std::sync::Arc;

impl App {
    /// Gets the guide ready, waiting for it the first time.
    pub(super) fn guide(&mut self) -> Arc<Guide> {
        let loader = self.loader.take();
        let guide = self.guide.get_or_insert_with(|| loader.map(|load| load()).unwrap_or_default());
        Arc::clone(guide)
    }

    /// The guide, where it is there already.
    pub(super) fn guide_at_hand(&self) -> Option<&Arc<Guide>> {
        self.guide.as_ref()
    }

    /// What the screens are drawn from.
    pub(super) fn context(&self) -> Context<'_> {
        let training = self.in_training();
        let guide = if training { self.training.guide() } else { self.guide.as_ref() };
        let guide = guide.map(Arc::as_ref);
        Context {
            texts: &self.texts,
            theme: self.theme,
            keymap: &self.keymap,
            guide,
            lang: guide.map(|guide| guide.lang(&self.texts)).unwrap_or_default(),
            catalogue: if training { &self.training.catalogue } else { &self.catalogue }.as_ref(),
            session: self.shown_session(),
            drill: self.drill(),
            training: training.then_some(&self.training),
            mouse: self.mouse,
            low: self.size.height < COMFORTABLE_HEIGHT,
            // Neither the notices nor the numbers of the shop belong to a drill.
            shop: if training { &self.training.no_shop } else { &self.shop },
            now: self.now,
            zone: &self.zone,
            unfinished: self.keeping.offered(self.session.as_ref()),
            of_kept: self.shown_kept().is_some(),
            under_way: self.keeping.number(),
            tree: self.grown(),
            trouble: [
                self.config_trouble.as_deref(),
                self.profile_trouble.as_deref(),
                self.keeping.mended(),
            ],
            watch: self.watch.as_deref(),
        }
    }

    /// The session on the screen: the one of a drill while there is one, else the one under way.
    pub(super) fn shown_session(&self) -> Option<&Session> {
        if self.in_training() {
            return self.drill().and_then(|drill| drill.session());
        }
        self.session.as_ref()
    }

    /// The screen on top.
    pub(super) fn top(&self) -> &Screen {
        &self.screens[self.screens.len() - 1]
    }

    pub(super) fn top_mut(&mut self) -> &mut Screen {
        let last = self.screens.len() - 1;
        &mut self.screens[last]
    }
}
