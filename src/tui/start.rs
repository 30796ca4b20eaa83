//! How the full screen begins.

use super::{opened::First, setup::ShopStart, theme::Theme};
pub use crate::drilling::GuideLoader;
use crate::{drilling::Trainer, guide::Guide, guide_watch::Reread, texts::Texts};
use jiff::tz::TimeZone;
use std::sync::Arc;

/// How the full screen begins.
pub struct Start {
    /// The wording.
    pub texts: Texts,
    /// How things look.
    pub theme: Theme,
    /// The guide, where it is there already.
    pub guide: Option<Arc<Guide>>,
    /// Gives the guide when it is needed first.
    pub loader: GuideLoader,
    /// Whether mouse capture is on.
    pub mouse: bool,
    /// The time zone for the summary.
    pub zone: TimeZone,
    /// What is known of the shop.
    pub shop: ShopStart,
    /// What drills begin with.
    pub trainer: Trainer,
    /// What is shown first.
    pub first: First,
    /// Whether the guide is shown as a tree, for those who write it, in place of the home screen.
    pub tree: bool,
    /// A guide that is watched while it is written.
    pub watch: Option<Arc<Reread>>,
}
