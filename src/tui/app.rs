//! The state of the full screen, and what each command does to it.

use super::{
    command::{Command, Effect, Verb},
    input::{Input, Key},
    keep::Keeping,
    keymap::Keymap,
    opened::First,
    past::Writing,
    screens::{Confirm, Field, Intent, Kind, Screen, export},
    setup::ProfileLoader,
    start::{GuideLoader, Start},
    theme::Theme,
    training::Training,
    typing::leaves_editor,
    watch::Watch,
};
use crate::{
    guide::Guide,
    lookup::Catalogue,
    redact::CardData,
    session::{Event, Session, Shop},
    shelf::Ticket,
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};
use ratatui::layout::Size;
use std::sync::Arc;

/// The full screen.
pub struct App {
    pub(super) texts: Texts,
    pub(super) theme: Theme,
    pub(super) keymap: Keymap,
    pub(super) size: Size,
    /// How large the window was when a frame was drawn last.
    pub(super) drawn: Size,
    pub(super) screens: Vec<Screen>,
    pub(super) session: Option<Session>,
    pub(super) notice: Option<String>,
    pub(super) guide: Option<Arc<Guide>>,
    pub(super) catalogue: Option<Catalogue>,
    pub(super) loader: Option<GuideLoader>,
    pub(super) mouse: bool,
    pub(super) zone: TimeZone,
    /// How many events the session had when its summary was saved last.
    pub(super) saved_events: usize,
    /// The form of a save under way, to come back to if it fails.
    pub(super) saving: Option<export::Form>,
    /// What was masked of the name of the file that is saved.
    pub(super) masked_name: Vec<CardData>,
    /// Whether leaving was wanted when the summary or the profile was to be saved first.
    pub(super) leaving: bool,
    pub(super) shop: Shop,
    pub(super) profile: Option<ProfileLoader>,
    pub(super) config_trouble: Option<String>,
    pub(super) profile_trouble: Option<String>,
    pub(super) keeping: Keeping,
    /// Drills, which are none of the shop's sessions.
    pub(super) training: Training,
    /// The guide that is watched, for those who write it.
    pub(super) watch: Option<Box<Watch>>,
    /// The number of the newest request.
    pub(super) newest: Ticket,
    pub(super) writing: Writing,
    /// The time of the last command.
    pub(super) now: Timestamp,
}

impl App {
    /// The full screen at its home screen.
    pub fn new(start: Start, size: Size) -> Self {
        let (setup, tree) = (start.shop.setup, start.tree);
        let mut app = Self {
            texts: start.texts,
            theme: start.theme,
            keymap: Keymap::builtin(),
            size,
            drawn: size,
            screens: vec![Screen::from(Kind::Home)],
            session: None,
            notice: None,
            guide: start.guide,
            catalogue: None,
            loader: Some(start.loader),
            mouse: start.mouse,
            zone: start.zone,
            saved_events: 0,
            saving: None,
            masked_name: Vec::new(),
            leaving: false,
            shop: start.shop.shop,
            profile: Some(start.shop.profile),
            config_trouble: start.shop.trouble,
            profile_trouble: None,
            keeping: Keeping::new(matches!(start.first, First::Resume)),
            training: Training::new(start.trainer),
            watch: None,
            newest: Ticket::default(),
            writing: Writing::default(),
            now: start.shop.now,
        };
        if setup {
            app.open_setup();
        }
        app.open_first(start.first);
        if tree {
            app.open_tree();
        }
        if let Some(read) = start.watch {
            app.open_watch(read);
        }
        app
    }

    /// What an input means here.
    pub fn command(&self, input: Input) -> Option<Command> {
        match input {
            Input::Journal(report) => Some(Command::Hear(report)),
            Input::Guide(read) => Some(Command::Reread(read)),
            Input::Answer(answer) => Some(Command::Told(answer)),
            Input::Resize(width, height) => Some(Command::Resize(width, height)),
            Input::Paste(text) => Some(Command::Paste(text)),
            Input::Wheel(rows) => Some(Command::Scroll(rows)),
            Input::Click(column, row) => self.item_at(column, row).map(Command::Take),
            Input::Key(key) => self.key_command(key),
            Input::Tick => Some(Command::Tick),
            // The loop's own.
            Input::Asked(_) => None,
        }
    }

    fn key_command(&self, key: Key) -> Option<Command> {
        let field = self.field();
        if field == Field::Form {
            return Some(self.form_command(key));
        }
        if matches!(field, Field::Editor | Field::Line) {
            if field == Field::Line && key.name() == "enter" {
                return Some(Command::Verb(Verb::Choose));
            }
            // Everything is text here but the keys that never type, and Esc, which ends it.
            return match self.keymap.verb(key) {
                Some(verb) if leaves_editor(key, verb) => Some(Command::Verb(verb)),
                _ => Some(Command::Edit(key)),
            };
        }
        if let Some(c) = key.typed().filter(|&c| field.takes(c)) {
            return Some(Command::Type(c));
        }
        // Also where nothing is left to erase: who holds the key down must not be thrown out.
        if key.name() == "backspace" && field != Field::None {
            return Some(Command::Erase);
        }
        match key.typed() {
            // The rows of a tree have no numbers.
            Some('0'..='9') if self.in_tree() => None,
            Some('0') => Some(Command::Number(10)),
            Some(c @ '1'..='9') => Some(Command::Number(c as usize - '0' as usize)),
            _ => self.keymap.verb(key).map(Command::Verb),
        }
    }

    /// Carries out a command. Only the shell can carry out what comes back.
    pub fn update(&mut self, command: Command, now: Timestamp) -> Option<Effect> {
        match command {
            Command::Resize(width, height) => self.size = Size { width, height },
            Command::Hear(report) => self.hear(&report, now),
            Command::Reread(read) => self.reread(read, now),
            Command::Told(answer) => return self.told(&answer),
            Command::Tick => self.tick(now),
            command => {
                let effect = self.obey(command, now).or_else(|| self.wanted());
                if self.in_drill() {
                    self.say_trouble();
                }
                self.keep();
                return effect;
            }
        }
        None
    }

    fn obey(&mut self, command: Command, now: Timestamp) -> Option<Effect> {
        self.now = now;
        self.load_profile();
        if !self.fits() && !matches!(command, Command::Verb(Verb::Quit | Verb::Suspend)) {
            // Nothing can be read: a key pressed blindly must not answer anything.
            return None;
        }
        self.notice = None;
        if self.time_is_up(now) {
            return None;
        }
        match command {
            Command::Verb(verb) => self.verb(verb, now),
            Command::Number(number) => self.take(number - 1, now),
            Command::Take(at) => self.click(at, now),
            Command::Type(c) => {
                self.type_text(&c.to_string());
                None
            }
            Command::Paste(text) => {
                self.paste(&text);
                None
            }
            Command::Erase => {
                if let Some(typed) = self.typed_mut() {
                    typed.pop();
                }
                self.top_mut().cursor = 0;
                None
            }
            Command::Edit(key) => {
                self.edit(key);
                None
            }
            Command::Scroll(rows) => {
                self.scroll(rows);
                None
            }
            Command::Resize(..)
            | Command::Hear(_)
            | Command::Told(_)
            | Command::Reread(_)
            | Command::Tick => None,
        }
    }

    fn verb(&mut self, verb: Verb, now: Timestamp) -> Option<Effect> {
        match verb {
            Verb::Export if self.shows_debrief() => return self.save_debrief(),
            verb if self.must_wait(verb) || self.tree_verb(verb) || self.drill_verb(verb, now) => {}
            Verb::Choose => return self.take(self.top().cursor, now),
            Verb::Back if matches!(self.top().kind, Kind::Support(..)) => {
                return self.keep_support();
            }
            Verb::Back => self.back(now),
            Verb::Filter => return self.open_filters(),
            Verb::ShowAll => self.show_all(),
            Verb::Play => self.play(now),
            Verb::Findings => self.show_findings(),
            Verb::Look | Verb::Hint => self.notice = Some(tr!(self.texts, "drill-only")),
            Verb::Up | Verb::Down | Verb::First | Verb::Last => self.move_cursor(verb),
            Verb::PageUp => self.scroll(-self.page_rows()),
            Verb::PageDown => self.scroll(self.page_rows()),
            Verb::Lookup => self.open_lookup(),
            Verb::Note if matches!(self.top().kind, Kind::Kept(_)) => self.open_support(),
            Verb::Note if self.session.is_some() => self.open(Kind::Note(Box::default())),
            Verb::Review if self.session.is_some() => self.open(Kind::Review),
            Verb::Export if matches!(self.top().kind, Kind::Setup(_)) => return self.save_form(),
            Verb::Export if self.session.is_some() || self.shown_kept().is_some() => {
                self.leaving = false;
                self.open(Kind::Formats);
            }
            Verb::Note | Verb::Review | Verb::Export => {
                self.notice = Some(tr!(self.texts, "notice-no-session"));
            }
            Verb::Copy => return self.copy(),
            Verb::Qr => self.open_qr(),
            Verb::Drawing => match self.drawing_id() {
                Some(id) => self.open(Kind::Drawing(id)),
                None => self.notice = Some(tr!(self.texts, "notice-no-drawing")),
            },
            Verb::GiveUp => self.give_up(now),
            Verb::Language => self.next_language(),
            Verb::Mouse => return Some(self.turn_mouse()),
            Verb::Help => self.open(Kind::Help),
            Verb::Quit => return self.quit(now),
            Verb::Suspend => return Some(Effect::Suspend),
        }
        None
    }

    /// Takes the line with this index, if there is one.
    pub(super) fn take(&mut self, at: usize, now: Timestamp) -> Option<Effect> {
        let intent = self.items().into_iter().nth(at)?.intent;
        self.top_mut().cursor = at;
        self.carry_out(intent, now)
    }

    pub(super) fn carry_out(&mut self, intent: Intent, now: Timestamp) -> Option<Effect> {
        if self.in_drill()
            && let Some(event) = Self::in_wizard(&intent)
        {
            self.drill_did(event, now);
            return None;
        }
        match intent {
            Intent::Drill(wish) => return self.wish(wish, now),
            Intent::Pick => {
                let grouped = self.guide().groups.is_empty();
                self.open(if grouped { Kind::Symptoms(None) } else { Kind::Groups });
            }
            Intent::OpenGroup(id) => self.open(Kind::Symptoms(Some(id))),
            Intent::Begin(entry) => {
                self.keep_open_note(now);
                if self.would_lose() {
                    self.open(Kind::Confirm(Confirm::Begin(entry)));
                } else {
                    self.begin(entry, now);
                }
            }
            Intent::BeginAnyway(entry) => self.begin(entry, now),
            Intent::Resume => self.show_session(now),
            Intent::GoOn => self.go_on(now),
            Intent::Respond(response) => self.respond(response, now),
            Intent::TickAnswer(id) => self.tick_answer(id),
            Intent::TickAction(remedy, action) => {
                let done = !self.session.as_ref()?.state().ticked(&remedy, &action);
                self.record(Event::Ticked { remedy, action, done }, now);
                self.move_cursor(Verb::Down);
            }
            Intent::Try(remedy, verdict) => self.try_remedy(remedy, verdict, now),
            Intent::Change(id) => self.open_change(&id),
            Intent::Export => {
                self.leaving = matches!(self.top().kind, Kind::Confirm(Confirm::Quit));
                self.open(Kind::Formats);
            }
            Intent::Format(format) => self.open_path(format),
            Intent::Save(form, overwrite) => return self.save(form, overwrite),
            Intent::Copy => return self.copy(),
            Intent::Qr => self.open_qr(),
            Intent::Review => self.open(Kind::Review),
            Intent::Note => self.open(Kind::Note(Box::default())),
            Intent::Lookup => self.open_lookup(),
            Intent::LookUp(entry) => return self.look_up(entry, now),
            Intent::OpenCode(code) => self.open_code(&code, true, now),
            Intent::OpenAnyway(code) => self.open_code(&code, false, now),
            Intent::Help => self.open(Kind::Help),
            Intent::Language => self.next_language(),
            Intent::Home => {
                // The session stays: the home screen offers to go on with it.
                self.screens.truncate(1);
                self.top_mut().cursor = 0;
            }
            Intent::Setup => self.open_setup(),
            Intent::NextField => self.next_field(),
            Intent::Press(button) => return self.press(button),
            Intent::SaveForm(quit) => {
                self.leaving = quit;
                return self.save_form();
            }
            Intent::DropForm(quit) => return self.drop_form(quit, now),
            Intent::Terminal(number) => self.take_terminal(number, now),
            Intent::Terminals => self.open(Kind::Terminals(None)),
            Intent::History => self.open_history(),
            Intent::More => return self.ask_more(),
            Intent::Facet(facet) => self.open_facet(facet),
            Intent::Narrow(choice) => self.narrow(choice),
            Intent::ShowAll => self.show_all(),
            Intent::Kept(number) => return self.open_kept(number),
            Intent::GoOnKept => self.go_on_kept(now),
            Intent::Reopen => self.reopen_kept(now),
            Intent::Support => self.open_support(),
            Intent::Stats => return Some(self.open_stats()),
            Intent::Branch(at) => self.take_branch(at, now),
            Intent::Reveal(at) => self.reveal(at),
            Intent::Close => {
                self.leaving = false;
                self.close();
            }
            Intent::Quit => return self.quit(now),
            Intent::QuitAnyway => return Some(Effect::Quit),
        }
        None
    }
}
