//! What the screen on top shows: which lines can be chosen, what can be typed, and its page.

use super::{
    app::App,
    screens::{
        Body, Field, Item, Kind,
        drill::{self, Part},
        end, export, filters, help, history, home, lookup, note, picker, question, remedy, review,
        setup, stats, terminals, tree, watch,
    },
};
use crate::{guide::Question, session::Place};

impl App {
    /// The question on the screen.
    pub(super) fn question(&self) -> Option<&Question> {
        match &self.top().kind {
            Kind::Change(id, _) => self.context().guide?.question(id),
            Kind::Drill(Part::Question(_)) => match self.shown_session()?.place() {
                Place::Question(question) => Some(question),
                Place::Remedy(_) | Place::End(_) => None,
            },
            Kind::Session(_) => match self.session.as_ref()?.place() {
                Place::Question(question) => Some(question),
                Place::Remedy(_) | Place::End(_) => None,
            },
            _ => None,
        }
    }

    /// What can be typed here.
    pub(super) fn field(&self) -> Field {
        match &self.top().kind {
            Kind::Lookup(_) | Kind::History(_) | Kind::TreeFind(_) => Field::Search,
            Kind::Path(..) | Kind::Drill(Part::Name(_)) => Field::Line,
            Kind::Note(_) | Kind::Support(..) => Field::Editor,
            Kind::Setup(_) => Field::Form,
            _ => self.question().map_or(Field::None, question::field),
        }
    }

    /// The lines that can be chosen here.
    pub(super) fn items(&self) -> Vec<Item> {
        let typing = self.field() != Field::None;
        let mut items = self.lines();
        for item in &mut items {
            item.label.unnumbered = typing;
        }
        items
    }

    fn lines(&self) -> Vec<Item> {
        let context = self.context();
        match &self.top().kind {
            Kind::Home => home::items(&context),
            Kind::Drill(part) => drill::items(&context, part),
            Kind::Groups => picker::group_items(&context),
            Kind::Symptoms(group) => picker::symptom_items(&context, group.as_ref()),
            Kind::Session(draft) => match context.session.map(|session| (session, session.place()))
            {
                Some((_, Place::Question(question))) => question::items(&context, question, draft),
                Some((session, Place::Remedy(remedy))) => remedy::items(&context, session, remedy),
                Some((session, Place::End(outcome))) => end::items(&context, session, outcome),
                None => Vec::new(),
            },
            Kind::Change(_, draft) => self
                .question()
                .map_or_else(Vec::new, |question| question::items(&context, question, draft)),
            Kind::Review => {
                context.session.map_or_else(Vec::new, |session| review::items(&context, session))
            }
            Kind::Lookup(typed) => {
                let code = lookup::code(&context, self.guide_of_codes(), typed);
                lookup::items(&context, typed, code.as_ref())
            }
            Kind::Formats => export::format_items(&context),
            Kind::Path(format, editor) => export::path_items(&context, *format, editor),
            Kind::Confirm(confirm) => home::confirm_items(&context, confirm),
            Kind::Setup(form) => setup::items(&context, form),
            Kind::Terminals(_) => terminals::items(&context),
            Kind::History(own) => history::items(&context, own),
            Kind::Filters => {
                self.history().map_or_else(Vec::new, |own| filters::items(&context, own))
            }
            Kind::Facet(facet) => self
                .history()
                .map_or_else(Vec::new, |own| filters::facet_items(&context, own, *facet)),
            Kind::Kept(stored) => history::kept_items(&context, stored),
            Kind::Tree(grown) => tree::items(grown),
            Kind::TreeFind(typed) => tree::find_items(&context, typed),
            Kind::Note(_)
            | Kind::Support(..)
            | Kind::Stats(_)
            | Kind::Qr
            | Kind::Help
            | Kind::Findings
            | Kind::Drawing(_) => Vec::new(),
        }
    }

    /// What the screen on top shows in this many columns.
    pub(super) fn body(&self, width: usize) -> Body {
        let context = self.context();
        let (items, cursor) = (self.items(), self.top().cursor);
        match &self.top().kind {
            Kind::Home => home::body(&context, &items, cursor, width),
            Kind::Drill(part) => drill::body(&context, part, &items, cursor, width),
            Kind::Groups => picker::body(&context, None, &items, cursor, width),
            Kind::Symptoms(group) => picker::body(&context, group.as_ref(), &items, cursor, width),
            Kind::Session(draft) => match context.session.map(|session| (session, session.place()))
            {
                Some((_, Place::Question(question))) => {
                    question::body(&context, question, draft, &items, cursor, width)
                }
                Some((_, Place::Remedy(remedy))) => {
                    remedy::body(&context, remedy, &items, cursor, width)
                }
                Some((session, Place::End(outcome))) => {
                    end::body(&context, session, outcome, &items, cursor, width)
                }
                None => Body::default(),
            },
            Kind::Change(_, draft) => self.question().map_or_else(Body::default, |question| {
                question::body(&context, question, draft, &items, cursor, width)
            }),
            Kind::Review => context.session.map_or_else(Body::default, |session| {
                review::body(&context, session, &items, cursor, width)
            }),
            Kind::Note(_) => note::body(&context, width),
            Kind::Help => help::body(&context, width),
            Kind::Lookup(typed) => {
                let code = lookup::code(&context, self.guide_of_codes(), typed);
                lookup::body(&context, (typed, code.as_ref()), &items, cursor, width)
            }
            Kind::Formats => export::format_body(&context, &items, cursor, width),
            Kind::Path(..) => export::path_body(&context, &items, cursor, width),
            Kind::Drawing(id) => {
                let page = question::drawing(&context, id).unwrap_or_default();
                Body { page, ..Body::default() }
            }
            Kind::Confirm(confirm) => home::confirm_body(&context, confirm, &items, cursor, width),
            Kind::History(own) => history::body(&context, own, &items, cursor, width),
            Kind::Filters => self.history().map_or_else(Body::default, |own| {
                filters::body(&context, own, None, &items, cursor, width)
            }),
            Kind::Facet(facet) => self.history().map_or_else(Body::default, |own| {
                filters::body(&context, own, Some(*facet), &items, cursor, width)
            }),
            Kind::Kept(stored) => {
                let guide = self.guide_at_hand();
                history::kept_body(&context, guide, stored, &items, cursor, width)
            }
            Kind::Support(..) => history::support_body(&context, width),
            Kind::Qr => Body::default(),
            Kind::Stats(own) => stats::body(&context, own, width),
            Kind::Setup(form) => setup::body(&context, form, cursor, width),
            Kind::Tree(grown) => tree::body(&context, grown, cursor, width),
            Kind::TreeFind(typed) => tree::find_body(&context, typed, &items, cursor, width),
            Kind::Terminals(_) => terminals::body(&context, &items, cursor, width),
            Kind::Findings => watch::body(&context, width),
        }
    }
}
