//! What commands do to the session, to the stack of screens and to fields.

use super::{
    app::App,
    command::Effect,
    layout::SMALLEST,
    screens::{Confirm, Draft, Kind, Screen, drill, question},
    view,
};
use crate::{
    clean,
    guide::{Id, Response},
    session::{Event, Outcome, Place, Refusal, Session, Verdict},
    texts::Texts,
    tr,
    wording::card_data,
};
use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

impl App {
    /// Whether the window is large enough to be read.
    pub(super) fn fits(&self) -> bool {
        self.size.width >= SMALLEST.width && self.size.height >= SMALLEST.height
    }

    /// Records an event; a refused one changes nothing and is said.
    pub(super) fn record(&mut self, event: Event, now: Timestamp) -> bool {
        let Some(session) = &mut self.session else {
            return false;
        };
        let refused = session.act(event, now).err();
        match refused {
            None => {
                let filled = session.fill(now);
                self.say_filled(&filled);
                true
            }
            Some(Refusal::AtStart) => false,
            Some(_) => {
                self.notice = Some(tr!(self.texts, "notice-refused"));
                false
            }
        }
    }

    /// Shows the place where the session is.
    pub(super) fn show_session(&mut self, now: Timestamp) {
        let shown = self.screens.iter().position(|screen| matches!(screen.kind, Kind::Session(_)));
        let kept = shown.unwrap_or_else(|| {
            let over = |screen: &Screen| !screen.is_picker();
            self.screens.iter().position(over).unwrap_or(self.screens.len())
        });
        self.close_down_to(kept, now);
        let draft = self.draft_of_place();
        self.screens.push(Screen::from(Kind::Session(draft)));
        self.cursor_to_given();
    }

    /// Closes screens; a note that was being written is kept.
    fn close_down_to(&mut self, kept: usize, now: Timestamp) {
        while self.screens.len() > kept.max(1) {
            self.keep_note(now);
            self.screens.pop();
        }
        if kept == 0 {
            self.screens[0] = Screen::from(Kind::Home);
        }
    }

    pub(super) fn draft_of_place(&self) -> Draft {
        let Some(session) = self.shown_session() else {
            return Draft::default();
        };
        match session.place() {
            Place::Question(asked) => {
                let given = session.state().given(&asked.id).map(|given| &given.response);
                question::draft(asked, given)
            }
            Place::Remedy(_) | Place::End(_) => Draft::default(),
        }
    }

    pub(super) fn cursor_to_given(&mut self) {
        let given = self.question().and_then(|asked| {
            let session = self.shown_session()?;
            session.state().given(&asked.id).map(|given| given.response.clone())
        });
        let items = self.items();
        self.top_mut().cursor = question::first_cursor(&items, given.as_ref());
        self.top_mut().scroll = 0;
        self.settle();
    }

    /// Answers the question on the screen, the one at hand or an earlier one.
    pub(super) fn respond(&mut self, response: Response, now: Timestamp) {
        let Some(question) = self.question().map(|question| question.id.clone()) else {
            return;
        };
        let event = match &self.top().kind {
            Kind::Change(..) => Event::Changed { question, response },
            _ => Event::Answered { question, response },
        };
        if self.record(event, now) {
            self.show_session(now);
            self.say_aftermath();
        }
    }

    /// Answers "did it work?".
    pub(super) fn try_remedy(&mut self, remedy: Id, verdict: Verdict, now: Timestamp) {
        let ended = |own: &Session| matches!(own.place(), Place::End(_));
        // From the end, an other verdict takes back the first one.
        if self.session.as_ref().is_some_and(ended) {
            self.record(Event::Back, now);
        }
        self.record(Event::Tried { remedy, verdict }, now);
        self.show_session(now);
    }

    /// Names the answers that were kept and those that were dropped.
    pub(super) fn say_aftermath(&mut self) {
        let context = self.context();
        let Some((session, words)) = context.session.zip(context.words()) else {
            return;
        };
        let said = words.aftermath(session.state().aftermath());
        if !said.is_empty() {
            let said: Vec<String> = said.into_iter().chain(self.notice.take()).collect();
            self.notice = Some(said.join(" "));
        }
    }

    /// Ticks an answer, or takes its tick away.
    pub(super) fn tick_answer(&mut self, id: Id) {
        let (Kind::Session(draft)
        | Kind::Change(_, draft)
        | Kind::Drill(drill::Part::Question(draft))) = &mut self.top_mut().kind
        else {
            return;
        };
        match draft.ticked.iter().position(|own| *own == id) {
            Some(at) => drop(draft.ticked.remove(at)),
            None => draft.ticked.push(id),
        }
    }

    /// Opens an earlier question to be answered anew.
    pub(super) fn open_change(&mut self, id: &Id) {
        let asked = self.session.as_ref().and_then(|session| {
            let given = session.state().given(id).map(|given| &given.response);
            Some(question::draft(session.guide().question(id)?, given))
        });
        let Some(draft) = asked else { return };
        self.open(Kind::Change(id.clone(), draft));
        self.cursor_to_given();
    }

    /// One step back: in the session, or to the screen below.
    pub(super) fn back(&mut self, now: Timestamp) {
        let in_session = matches!(self.top().kind, Kind::Session(_));
        if matches!(self.top().kind, Kind::Setup(_)) {
            self.leave_form(false);
        } else if in_session && self.record(Event::Back, now) {
            self.show_session(now);
        } else {
            self.keep_note(now);
            self.close();
        }
    }

    /// The program ends without having been left: a note that is being written is kept as it is.
    pub(super) fn keep_what_is_typed(&mut self, now: Timestamp) {
        self.keep_open_note(now);
        self.keep();
    }

    /// Keeps a note that is being written, wherever it is on the stack, and closes it.
    pub(super) fn keep_open_note(&mut self, now: Timestamp) {
        let open = self.screens.iter().position(|screen| matches!(screen.kind, Kind::Note(_)));
        if let Some(at) = open {
            let note = self.screens.remove(at);
            self.screens.push(note);
            self.keep_note(now);
            self.screens.pop();
        }
    }

    /// Keeps the note that is being written on the screen on top.
    fn keep_note(&mut self, now: Timestamp) {
        let Kind::Note(editor) = &self.top().kind else {
            return;
        };
        let text = editor.text();
        if text.trim().is_empty() {
            return;
        }
        let Some(session) = &mut self.session else { return };
        let said = match session.note_masking(&text, now) {
            Ok(masked) if masked.is_empty() => tr!(self.texts, "notice-note-added"),
            Ok(masked) => {
                tr!(self.texts, "notice-note-added-masked", what = card_data(&self.texts, &masked))
            }
            Err(_) => tr!(self.texts, "notice-refused"),
        };
        self.notice = Some(said);
    }

    /// Ends the search and shows whom to call.
    pub(super) fn give_up(&mut self, now: Timestamp) {
        match &self.session {
            None => self.notice = Some(tr!(self.texts, "notice-no-session")),
            Some(session) if matches!(session.place(), Place::End(_)) => self.show_session(now),
            Some(session) => {
                let calling = session.calling();
                if self.record(calling, now) {
                    self.show_session(now);
                }
            }
        }
    }

    /// Answers and notes that are neither kept nor in a file, if the session is still of use.
    pub(super) fn unsaved_answers(&self) -> usize {
        match &self.session {
            // What an author plays is not missed.
            Some(_) if self.grown().is_some() || self.watch.is_some() => 0,
            // What is kept, or about to be, is there to go on with.
            Some(_) if self.keeping.is_well() => 0,
            Some(session) if session.transcript().len() > self.saved_events => session.entries(),
            _ => 0,
        }
    }

    /// Whether beginning anew would lose a session under way.
    pub(super) fn would_lose(&self) -> bool {
        let solved =
            self.session.as_ref().is_some_and(|session| session.outcome() == Outcome::Solved);
        self.unsaved_answers() > 0 && !solved
    }

    /// Leaves, or asks first where answers would be lost.
    pub(super) fn quit(&mut self, now: Timestamp) -> Option<Effect> {
        self.keep_open_note(now);
        if matches!(self.top().kind, Kind::Confirm(Confirm::Quit | Confirm::LeaveForm(_))) {
            return None;
        }
        if self.fits() && self.leaves_drill() {
            return None;
        }
        if self.form_changed() && self.fits() {
            self.leave_form(true);
            return None;
        }
        if self.unsaved_answers() == 0 || !self.fits() {
            return Some(Effect::Quit);
        }
        self.open(Kind::Confirm(Confirm::Quit));
        None
    }

    /// Opens a screen on top, unless it is there already.
    pub(super) fn open(&mut self, kind: Kind) {
        self.guide();
        if std::mem::discriminant(&self.top().kind) == std::mem::discriminant(&kind)
            && !matches!(kind, Kind::Symptoms(_))
        {
            return;
        }
        self.screens.push(Screen::from(kind));
        self.settle();
    }

    /// Closes the screen on top.
    pub(super) fn close(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
        self.settle();
    }

    /// The language after this one.
    pub(super) fn next_tag(&self) -> String {
        let of_guide = self.context().guide.map_or(&[][..], |guide| &guide.languages);
        self.texts.next_tag(of_guide)
    }

    /// Takes the next language, in the same place.
    pub(super) fn next_language(&mut self) {
        self.texts = Texts::new(&self.next_tag());
        self.settle();
    }

    /// Says that a note holds no more.
    pub(super) fn say_note_full(&mut self) {
        self.notice = Some(tr!(self.texts, "notice-note-cut", most = clean::NOTE_LIMIT));
    }

    /// The drawing that belongs to what is on the screen.
    pub(super) fn drawing_id(&self) -> Option<Id> {
        let of_question = self.question().and_then(|question| question.drawing.as_ref());
        let of_remedy = || match (&self.top().kind, self.session.as_ref()?.place()) {
            (Kind::Session(_), Place::Remedy(remedy)) => remedy.drawing.as_ref(),
            _ => None,
        };
        of_question.or_else(of_remedy).map(|target| target.id.clone())
    }

    /// The line that stands at a column and row of the window.
    pub(super) fn item_at(&self, column: u16, row: u16) -> Option<usize> {
        // Of a window too small to be read nothing can be meant.
        self.fits().then(|| view::hit(self, column, row))?
    }

    /// The program's name and the guide's title, for the bar.
    pub(super) fn title(&self) -> String {
        let context = self.context();
        let guide = context.guide.map(|guide| guide.title.get(context.lang).to_owned());
        let own = guide.filter(|title| title.width() > 0);
        // A guide that can't be read yet is none for card terminals.
        own.unwrap_or_else(|| match self.watch {
            Some(_) => String::new(),
            None => tr!(self.texts, "app-for"),
        })
    }
}
