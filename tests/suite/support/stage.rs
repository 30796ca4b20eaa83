//! The full screen on a test backend: keys in as a string, the window out as text.

use super::{
    keys::inputs,
    picture::{rows, styles},
    script::{Pace, Script},
    shell::{Answers, TestShell},
};
use crate::fuzz_corpus::laws::window as window_law;
use jiff::{Timestamp, tz::TimeZone};
use ratatui::{Terminal, backend::TestBackend, layout::Size};
use std::{
    cell::RefCell,
    collections::VecDeque,
    path::PathBuf,
    rc::Rc,
    sync::{Arc, mpsc},
};
use tilldoc::{
    clock::Clock,
    config,
    drilling::{Attempts, InMemory, Trainer},
    guide::{Guide, builtin_sources, read},
    guide_watch::Reread,
    profile::{self, Profile},
    session::{Past, SessionCode, Shop},
    shelf::Shelf,
    store::{Place, Stored},
    texts::Texts,
    training::{BUILTIN_COURSE, Course, HouseRules, Mode, TraineeName},
    tui::{App, First, Input, ShopStart, Start, Theme, run},
};

/// A window in which a script is played.
#[must_use]
pub(crate) struct Stage {
    size: (u16, u16),
    believed: Option<Size>,
    lang: &'static str,
    theme: Theme,
    guide: Arc<Guide>,
    folder: Option<PathBuf>,
    later: bool,
    profile: Profile,
    trouble: Option<String>,
    shop: Shop,
    setup: bool,
    data: Option<PathBuf>,
    first: First,
    trainer: Trainer,
    pace: Pace,
    tree: bool,
    watch: Option<Arc<Reread>>,
}

/// What was to be seen at the end.
pub(crate) struct Played {
    /// The window's rows, without blanks at their ends.
    pub rows: Vec<String>,
    /// The window with its styles named.
    pub styled: String,
    /// Where the terminal's cursor was, if it was shown.
    pub caret: Option<(u16, u16)>,
    /// Whether the person left the program.
    pub left: bool,
}

impl Stage {
    /// 80x24, Chinese, with the small guide of the tests.
    pub(crate) fn new() -> Self {
        Self {
            size: (80, 24),
            believed: None,
            lang: "zh",
            theme: Theme { color: true, ascii: false },
            guide: small_guide(),
            folder: None,
            later: false,
            profile: Profile::default(),
            trouble: None,
            shop: Shop::default(),
            setup: false,
            data: None,
            first: First::Home,
            trainer: Trainer::default(),
            pace: Pace::AtOnce,
            tree: false,
            watch: None,
        }
    }

    /// Having missed the last change of the window: what it believes is another size.
    pub(crate) fn believing(mut self, width: u16, height: u16) -> Self {
        self.believed = Some(Size { width, height });
        self
    }

    /// In a shop with this profile, which has no mistakes.
    pub(crate) fn profile(mut self, toml: &str) -> Self {
        self.profile = profile(toml);
        self
    }

    /// With something wrong in the profile's file.
    pub(crate) fn trouble(mut self, text: &str) -> Self {
        self.trouble = Some(text.to_owned());
        self
    }

    /// With the notices of this configuration.
    pub(crate) fn notices(mut self, toml: &str) -> Self {
        self.shop.notices = notices(toml);
        self
    }

    /// With these earlier sessions.
    pub(crate) fn past(mut self, past: Vec<Past>) -> Self {
        self.shop.past = past.into();
        self
    }

    /// With the form of the profile open; it is saved in the folder.
    pub(crate) fn setup(mut self) -> Self {
        self.setup = true;
        self
    }

    /// Keeping sessions in this folder.
    pub(crate) fn data(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data = Some(folder.into());
        self
    }

    /// Going on at once with the session that is open still.
    pub(crate) fn resume(mut self) -> Self {
        self.first = First::Resume;
        self
    }

    /// With the place on the screen where a session stands that was opened by its code.
    pub(crate) fn opened(mut self, code: &str) -> Self {
        let code = SessionCode::parse(code).and_then(|code| code.open(&self.guide, first_time()));
        self.first = First::Session(Box::new(code.expect("it opens")));
        self
    }

    /// With a session on the screen that is kept, and a word on it.
    pub(crate) fn kept(mut self, stored: Stored, said: &str) -> Self {
        self.first = First::Kept(Box::new(stored), said.to_owned());
        self
    }

    /// With kept sessions that take long to be looked for: an answer comes only at `<answer>`, the
    /// one that was asked for first.
    pub(crate) fn slow(mut self) -> Self {
        self.pace = Pace::WhenTold;
        self
    }

    /// With the guide as a tree, for those who write it.
    pub(crate) fn tree(mut self) -> Self {
        self.tree = true;
        self
    }

    /// With a guide that is watched while it is written.
    pub(crate) fn watch(mut self, read: Arc<Reread>) -> Self {
        self.watch = Some(read);
        self
    }

    /// With training open: this scenario, or the list of them. What is kept goes to `attempts`.
    pub(crate) fn training(
        mut self,
        scenario: Option<&str>,
        mode: Option<Mode>,
        attempts: impl Attempts + 'static,
    ) -> Self {
        self.first = First::Training(scenario.map(str::to_owned), mode);
        let own: RefCell<Option<Box<dyn Attempts>>> = RefCell::new(Some(Box::new(attempts)));
        self.trainer = Trainer {
            guide: Box::new(super::trainee::guide),
            course: Box::new(|_| Some(Course::read(BUILTIN_COURSE).0)),
            // Whoever comes later is kept by nobody.
            attempts: Box::new(move |_| own.take().unwrap_or_else(|| Box::<InMemory>::default())),
            ..Trainer::default()
        };
        self
    }

    /// With attempts of whoever is trained, kept apart by their names.
    pub(crate) fn keeper(
        mut self,
        keeper: impl Fn(Option<&TraineeName>) -> Box<dyn Attempts> + Send + 'static,
    ) -> Self {
        self.trainer.attempts = Box::new(keeper);
        self
    }

    /// With what the trainer sets, and somebody who is trained.
    pub(crate) fn trained(mut self, rules: HouseRules, trainee: &str) -> Self {
        (self.trainer.rules, self.trainer.trainee) = (rules, TraineeName::parse(trainee).ok());
        self
    }

    /// With the built-in guide, which comes after the first frame.
    pub(crate) fn builtin(mut self) -> Self {
        self.guide = builtin_guide();
        self.later = true;
        self
    }

    /// With another guide.
    pub(crate) fn guide(mut self, guide: Arc<Guide>) -> Self {
        self.guide = guide;
        self
    }

    /// In a window of this width and height.
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// In this language.
    pub(crate) fn lang(mut self, lang: &'static str) -> Self {
        self.lang = lang;
        self
    }

    /// With this look.
    pub(crate) fn theme(mut self, color: bool, ascii: bool) -> Self {
        self.theme = Theme { color, ascii };
        self
    }

    /// Saving into this folder: names that are not absolute go there.
    pub(crate) fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// Plays a script through the real loop: `1<enter>n客人说..<esc>`. Besides keys by their names
    /// there are `<60x20>` for a new size, `<click:5,7>`, `<wheel:3>` and `<paste:text>`; at
    /// `<told>` the journal tells something, which is waited for, and at `<answer>` a slow shelf
    /// gives an answer.
    pub(crate) fn play(self, script: &str) -> Played {
        self.play_inputs(inputs(script))
    }

    /// Plays inputs through the real loop.
    pub(crate) fn play_inputs(self, inputs: Vec<Input>) -> Played {
        let (width, height) = self.size;
        let mut terminal =
            Terminal::new(TestBackend::new(width, height)).expect("a test backend never fails");
        let guide = self.guide;
        let start = Start {
            texts: Texts::new(self.lang),
            theme: self.theme,
            guide: (!self.later).then(|| Arc::clone(&guide)),
            loader: Box::new(move || guide),
            mouse: true,
            zone: TimeZone::UTC,
            shop: ShopStart {
                shop: self.shop,
                profile: Box::new(|_| (self.profile, self.trouble)),
                trouble: None,
                setup: self.setup,
                now: first_time(),
            },
            trainer: self.trainer,
            first: self.first,
            tree: self.tree,
            watch: self.watch,
        };
        let mut app = App::new(start, self.believed.unwrap_or(Size { width, height }));
        let (sender, told) = mpsc::channel();
        let place = self.data.as_deref().map(|folder| Place::new(Some(folder)).expect("a folder"));
        let kept = Shelf::new(place, TimeZone::UTC);
        let data = self.data.map(|folder| (folder, sender));
        let answers = Answers::default();
        let mut shell = TestShell {
            clock: fixed_clock(),
            folder: self.folder,
            data,
            shelf: kept,
            answers: Rc::clone(&answers),
        };
        let mut source =
            Script { inputs: VecDeque::new(), told, answers, pace: self.pace, ended: false };
        let mut left = false;
        // The window changes its size between two inputs, as a real one does.
        let mut parts = vec![Vec::new()];
        for input in inputs {
            if matches!(input, Input::Resize(..)) {
                parts.push(Vec::new());
            }
            parts.last_mut().expect("there is one").push(input);
        }
        for part in parts {
            if let Some(Input::Resize(width, height)) = part.first() {
                terminal.backend_mut().resize(*width, *height);
            }
            source.inputs = part.into();
            run(&mut terminal, &mut app, &mut source, &mut shell)
                .expect("the test backend never fails");
            left = !source.ended;
            if left {
                break;
            }
        }
        // A test backend keeps what a wide character covered; a real terminal does not. So the
        // last frame is drawn once more into an empty window.
        let size = terminal.size().expect("known");
        let mut window =
            Terminal::new(TestBackend::new(size.width, size.height)).expect("never fails");
        window
            .draw(|frame| {
                let _ = app.render(frame);
                window_law(frame.buffer_mut());
            })
            .expect("never fails");
        let shown = window.backend().cursor_visible();
        let caret =
            shown.then(|| window.get_cursor_position().map(|at| (at.x, at.y)).expect("known"));
        let buffer = window.backend().buffer();
        let rows = rows(buffer);
        let styled = format!("{}\n{}", rows.join("\n"), styles(buffer));
        Played { rows, styled, caret, left }
    }
}

impl Played {
    /// Whether a text stands in one row of the window. Blanks that a wide character covers are
    /// left out on both sides.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.rows.iter().any(|row| row.contains(text))
    }

    /// All rows in one.
    pub(crate) fn text(&self) -> String {
        self.rows.join("\n")
    }
}

/// The times of tests begin here and go on by a second.
pub(crate) fn fixed_clock() -> Clock {
    Clock::stepping(first_time())
}

/// The first time of tests.
pub(crate) fn first_time() -> Timestamp {
    "2026-11-23T09:41:00Z".parse().expect("a time")
}

/// A profile without mistakes.
pub(crate) fn profile(toml: &str) -> Profile {
    let (profile, findings) = profile::read(toml);
    assert!(findings.is_empty(), "{findings:?}");
    profile
}

/// The notices of a configuration without mistakes.
pub(crate) fn notices(toml: &str) -> Arc<[tilldoc::guide::Notice]> {
    let (config, findings) = config::read(toml);
    assert!(findings.is_empty(), "{findings:?}");
    config.notices.into()
}

/// The small guide of the tests.
pub(crate) fn small_guide() -> Arc<Guide> {
    let files = tilldoc::guide_dir::load("tests/guides/small".as_ref()).expect("it is there");
    Arc::new(read(&files).into_guide().expect("it has no errors"))
}

/// The built-in guide.
pub(crate) fn builtin_guide() -> Arc<Guide> {
    Arc::new(read(&builtin_sources()).into_guide().expect("it has no errors"))
}
