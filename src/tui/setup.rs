//! The shop in the full screen: its terminals, its profile, and the form for it.

use super::{
    app::App,
    command::{Command, Effect, Verb},
    input::Key,
    screens::{
        Confirm, Intent, Kind, Screen,
        form::{Button, Form},
        setup::field_label,
    },
    typing::leaves_editor,
};
use crate::{
    clean,
    guide::Id,
    profile::{Profile, TerminalNumber},
    save::{self, SaveError},
    session::{Entry, Event, Session, Shop},
    texts::Texts,
    tr,
};
use jiff::Timestamp;
use ratatui::crossterm::event::KeyCode;
use std::{path::PathBuf, sync::Arc};

/// Gives the profile when it is needed first, and says what is wrong with its file.
pub type ProfileLoader = Box<dyn FnOnce(&Texts) -> (Profile, Option<String>) + Send>;

/// What the full screen knows of the shop when it begins.
pub struct ShopStart {
    /// What is known already: notices, and how earlier sessions came out.
    pub shop: Shop,
    /// Gives the profile, once the first frame stands.
    pub profile: ProfileLoader,
    /// What is wrong with the configuration.
    pub trouble: Option<String>,
    /// Whether the form of the profile is opened at once.
    pub setup: bool,
    /// The time, for the notices of the first frame.
    pub now: Timestamp,
}

impl Default for ShopStart {
    fn default() -> Self {
        Self {
            shop: Shop::default(),
            profile: Box::new(|_| (Profile::default(), None)),
            trouble: None,
            setup: false,
            now: Timestamp::UNIX_EPOCH,
        }
    }
}

/// A profile that was written to its file.
#[derive(Debug)]
pub struct ProfileSaved {
    /// The file.
    pub path: PathBuf,
    /// Where the old file is kept, if it had mistakes.
    pub set_aside: Option<PathBuf>,
}

impl App {
    /// Takes what is known of how earlier sessions came out: the remedy that is reached too often
    /// says so.
    pub fn remember(&mut self, past: Arc<[crate::session::Past]>) {
        self.shop.past = past;
        self.renew_shop();
    }

    /// Reads the profile, the first time that anything is wanted.
    pub(super) fn load_profile(&mut self) {
        let Some(load) = self.profile.take() else { return };
        let (profile, trouble) = load(&self.texts);
        self.shop.profile = Arc::new(profile);
        self.profile_trouble = trouble;
        self.renew_shop();
    }

    /// Tells the session what is known of the shop now.
    fn renew_shop(&mut self) {
        let shop = self.shop_of_session();
        self.session = self.session.take().map(|session| session.in_shop(shop));
    }

    /// Opens the form of the profile.
    pub(super) fn open_setup(&mut self) {
        self.load_profile();
        let form = Form::new(&self.shop.profile);
        // Not `open`: the form needs nothing from the guide, which may still be read.
        if !matches!(self.top().kind, Kind::Setup(_)) {
            self.screens.push(Screen::from(Kind::Setup(Box::new(form))));
            self.notice = self.profile_trouble.clone();
            self.settle();
        }
    }

    /// Begins a session, or asks first which terminal it is about.
    pub(super) fn begin(&mut self, entry: Entry, now: Timestamp) {
        if matches!(self.top().kind, Kind::Confirm(_)) {
            self.close();
        }
        if self.shop.asks_which_terminal() {
            self.screens.retain(|screen| !matches!(screen.kind, Kind::Terminals(_)));
            self.open(Kind::Terminals(Some(entry)));
        } else {
            self.begin_at(entry, None, now);
        }
    }

    /// Takes the terminal that was chosen: for a new session, or for the one under way.
    pub(super) fn take_terminal(&mut self, number: Option<TerminalNumber>, now: Timestamp) {
        let Kind::Terminals(entry) = &mut self.top_mut().kind else { return };
        if let Some(entry) = entry.take() {
            return self.begin_at(entry, number, now);
        }
        let known = self.session.as_ref().map(|own| own.terminal_number().cloned());
        let same = known == Some(number.clone());
        if same || self.record(Event::Terminal { number }, now) {
            self.show_session(now);
        }
    }

    /// Begins a session in place of the one under way.
    fn begin_at(&mut self, entry: Entry, terminal: Option<TerminalNumber>, now: Timestamp) {
        let guide = self.guide();
        match Session::open(guide, self.shop.clone(), entry, terminal, now) {
            Ok(session) => {
                self.take_session(session, now);
                self.say_filled_at_start();
            }
            Err(_) => self.notice = Some(tr!(self.texts, "notice-refused")),
        }
    }

    /// Says what the profile answered before anything was asked.
    fn say_filled_at_start(&mut self) {
        let Some(session) = &self.session else { return };
        let state = session.state();
        let known = |id: &&Id| state.given(id).is_some_and(|given| given.from_profile);
        let filled: Vec<Id> = state.path().iter().filter(known).cloned().collect();
        self.say_filled(&filled);
    }

    /// Says what the profile answered.
    pub(super) fn say_filled(&mut self, filled: &[Id]) {
        let context = self.context();
        let said = context.session.zip(context.words());
        let said = said.and_then(|(session, words)| words.known(session, filled));
        if said.is_some() {
            self.notice = said;
        }
    }

    /// What a key means in a form: it moves between the fields, leaves them, or is text.
    pub(super) fn form_command(&self, key: Key) -> Command {
        let moves = |verb| {
            matches!(verb, Verb::Up | Verb::Down | Verb::PageUp | Verb::PageDown)
                && key.typed().is_none()
        };
        match self.keymap.verb(key) {
            _ if key.name() == "enter" => Command::Verb(Verb::Choose),
            _ if key.code == KeyCode::BackTab => Command::Verb(Verb::Up),
            Some(verb) if moves(verb) || leaves_editor(key, verb) => Command::Verb(verb),
            _ => Command::Edit(key),
        }
    }

    /// Takes the line that was clicked; of a form's field that is only to go there.
    pub(super) fn click(&mut self, at: usize, now: Timestamp) -> Option<Effect> {
        let field = |intent: &Intent| *intent == Intent::NextField;
        if self.items().get(at).is_some_and(|item| field(&item.intent)) {
            self.top_mut().cursor = at;
            self.settle();
            return None;
        }
        self.take(at, now)
    }

    /// Moves the cursor to the next row of the form.
    pub(super) fn next_field(&mut self) {
        self.move_cursor(Verb::Down);
    }

    /// Presses a button of the form.
    pub(super) fn press(&mut self, button: Button) -> Option<Effect> {
        if button == Button::Save {
            return self.save_form();
        }
        let Kind::Setup(form) = &mut self.top_mut().kind else { return None };
        let row = form.press(button);
        self.top_mut().cursor = row;
        self.settle();
        None
    }

    /// Puts pasted text into the field at the cursor.
    /// Gives how many characters the field takes, where there was no room for all of them.
    pub(super) fn paste_into_form(&mut self, text: &str) -> Option<usize> {
        let at = self.top().cursor;
        let line = clean::line(text, usize::MAX);
        let cut = match &mut self.top_mut().kind {
            Kind::Setup(form) => form.paste(at, &line),
            _ => None,
        };
        self.settle();
        cut
    }

    /// Whether a form holds what is not saved.
    pub(super) fn form_changed(&self) -> bool {
        let changed = |screen: &Screen| matches!(&screen.kind, Kind::Setup(form) if form.changed());
        self.screens.iter().any(changed)
    }

    /// Saves the form, or goes to the first field that is wrong.
    pub(super) fn save_form(&mut self) -> Option<Effect> {
        while !matches!(self.top().kind, Kind::Setup(_)) && self.screens.len() > 1 {
            self.screens.pop();
        }
        let Kind::Setup(form) = &self.top().kind else { return None };
        let (field, flaw) = match form.draft().profile() {
            Ok(profile) => return Some(Effect::SaveProfile(Box::new(profile))),
            Err(wrong) => wrong,
        };
        let row = form.row_of(&field);
        let label = field_label(&self.context(), &field);
        let flaw = flaw.message(&self.texts);
        self.top_mut().cursor = row;
        self.settle();
        self.notice = Some(tr!(self.texts, "notice-setup-wrong", field = label, flaw = flaw));
        None
    }

    /// What the shell says of a profile that it was to save.
    pub fn profile_saved(
        &mut self,
        profile: Profile,
        result: Result<ProfileSaved, SaveError>,
        now: Timestamp,
    ) -> Option<Effect> {
        match result {
            Ok(ProfileSaved { path, set_aside }) => {
                self.shop.profile = Arc::new(profile);
                self.profile_trouble = None;
                self.renew_shop();
                self.close();
                let shown = |path: PathBuf| save::shown(&path);
                let mut said = tr!(self.texts, "notice-saved", path = shown(path));
                if let Some(old) = set_aside {
                    said.push(' ');
                    said += &tr!(self.texts, "notice-set-aside", path = shown(old));
                }
                self.notice = Some(clean::line(&said, usize::MAX));
                if std::mem::take(&mut self.leaving) {
                    return self.quit(now);
                }
            }
            Err(error) => {
                self.leaving = false;
                self.notice = Some(clean::line(&error.message(&self.texts), usize::MAX));
            }
        }
        None
    }

    /// Leaves the form, or asks first; `quit` tells whether the program is to be left with it.
    pub(super) fn leave_form(&mut self, quit: bool) {
        if self.form_changed() {
            self.screens.push(Screen::from(Kind::Confirm(Confirm::LeaveForm(quit))));
            self.settle();
        } else {
            self.close();
        }
    }

    /// Leaves the form and what was typed into it.
    pub(super) fn drop_form(&mut self, quit: bool, now: Timestamp) -> Option<Effect> {
        self.screens.retain(|screen| {
            !matches!(screen.kind, Kind::Setup(_) | Kind::Confirm(Confirm::LeaveForm(_)))
        });
        self.settle();
        if quit { self.quit(now) } else { None }
    }
}
