//! Narrowing the list of kept sessions.

use super::{
    app::App,
    command::Effect,
    screens::{
        Kind,
        filters::{Choice, Facet, Narrowed},
        history::History,
    },
};
use crate::shelf::Asked;

impl App {
    /// The list of kept sessions, where it is on the stack.
    pub(super) fn history(&self) -> Option<&History> {
        self.screens.iter().rev().find_map(|screen| match &screen.kind {
            Kind::History(own) => Some(&**own),
            _ => None,
        })
    }

    /// The same, to be changed.
    pub(super) fn history_mut(&mut self) -> Option<&mut History> {
        self.screens.iter_mut().rev().find_map(|screen| match &mut screen.kind {
            Kind::History(own) => Some(&mut **own),
            _ => None,
        })
    }

    /// Opens the filters of the list on the screen, and asks for what they can be.
    pub(super) fn open_filters(&mut self) -> Option<Effect> {
        if !matches!(self.top().kind, Kind::History(_)) {
            return None;
        }
        self.open(Kind::Filters);
        Some(self.ask(Asked::Terminals).1)
    }

    /// Opens what one filter can be, with the cursor at what it is now.
    pub(super) fn open_facet(&mut self, facet: Facet) {
        self.open(Kind::Facet(facet));
        let items = self.items();
        let now = items.iter().position(|item| !item.label.aside.is_empty());
        self.top_mut().cursor = now.unwrap_or_default();
        self.settle();
    }

    /// Takes a filter, and shows what it leaves.
    pub(super) fn narrow(&mut self, choice: Choice) {
        if let Some(own) = self.history_mut() {
            own.narrowed.take(choice);
        }
        self.back_to_list();
    }

    /// Takes all filters away, also what was typed, and shows all.
    pub(super) fn show_all(&mut self) {
        if !matches!(self.top().kind, Kind::History(_) | Kind::Filters | Kind::Facet(_)) {
            return;
        }
        if let Some(own) = self.history_mut() {
            (own.typed, own.narrowed) = (String::new(), Narrowed::default());
        }
        self.back_to_list();
    }

    fn back_to_list(&mut self) {
        self.screens.retain(|screen| !matches!(screen.kind, Kind::Filters | Kind::Facet(_)));
        self.top_mut().cursor = 0;
        self.settle();
    }
}
