//! The full screen with hands that look before they press: the real loop on a window that can be read
//! between two frames, with the journal and the desk in threads of their own.

use super::picture::rows;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ratatui::{
    Terminal,
    backend::{Backend, ClearType, TestBackend, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};
use std::{
    cell::{Ref, RefCell},
    collections::BTreeMap,
    convert::Infallible,
    io,
    path::{Path, PathBuf},
    rc::Rc,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, Sender},
    },
    time::{Duration, Instant},
};
use tilldoc::{
    clipboard::Reach,
    drilling::Trainer,
    guide::Guide,
    profile::Profile,
    save::SaveError,
    shelf::{Desk, Request, Shelf},
    store::{Journal, Opening, Place, Report, SessionId},
    texts::Texts,
    tui::{App, First, Input, ProfileSaved, Shell, ShopStart, Source, Start, Theme, run},
};
use unicode_width::UnicodeWidthStr;

/// A window of which both the loop and the hands hold a part.
#[derive(Clone)]
pub(crate) struct Glass(Rc<RefCell<TestBackend>>);

type Done<T = ()> = Result<T, Infallible>;

impl Backend for Glass {
    type Error = Infallible;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> Done {
        // A wide character covers what stands behind it, for good: a test backend would keep it.
        let blank = Cell::default();
        let content = content.flat_map(|(x, y, cell)| {
            let wide = UnicodeWidthStr::width(cell.symbol()) > 1;
            [Some((x, y, cell)), wide.then_some((x + 1, y, &blank))].into_iter().flatten()
        });
        let mut window = self.0.borrow_mut();
        let width = window.size()?.width;
        window.draw(content.filter(|(x, ..)| *x < width))
    }

    fn hide_cursor(&mut self) -> Done {
        self.0.borrow_mut().hide_cursor()
    }

    fn show_cursor(&mut self) -> Done {
        self.0.borrow_mut().show_cursor()
    }

    fn get_cursor_position(&mut self) -> Done<Position> {
        self.0.borrow_mut().get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Done {
        self.0.borrow_mut().set_cursor_position(position)
    }

    fn clear(&mut self) -> Done {
        self.0.borrow_mut().clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Done {
        self.0.borrow_mut().clear_region(clear_type)
    }

    fn size(&self) -> Done<Size> {
        self.0.borrow().size()
    }

    fn window_size(&mut self) -> Done<WindowSize> {
        self.0.borrow_mut().window_size()
    }

    fn flush(&mut self) -> Done {
        self.0.borrow_mut().flush()
    }
}

/// How many events of each session the journal has told to be kept.
pub(crate) type Ledger = Arc<Mutex<BTreeMap<SessionId, usize>>>;

/// The world outside of the screen.
struct Outside {
    data: PathBuf,
    wake: Sender<Input>,
    ledger: Ledger,
    desk: Desk,
    now: std::cell::Cell<Timestamp>,
    /// By how much each reading of the clock goes on.
    step: SignedDuration,
}

impl Shell for Outside {
    fn now(&self) -> Timestamp {
        self.now.set(self.now.get() + self.step);
        self.now.get()
    }

    fn first_frame(&mut self) -> Option<Journal> {
        let (wake, ledger) = (self.wake.clone(), Arc::clone(&self.ledger));
        let tell = move |report| {
            if let Report::Kept { session, events, .. } = &report {
                let mut ledger = ledger.lock().expect("no other thread panics");
                let most = ledger.entry(*session).or_default();
                *most = (*most).max(*events);
            }
            let _ = wake.send(Input::Journal(Arc::new(report)));
        };
        let opening = Opening { look: true, keep_days: None };
        let place = Place::new(Some(&self.data));
        Some(Journal::open(place, TimeZone::UTC, self.now.get(), opening, tell))
    }

    fn save(&mut self, _: &str, _: &str, _: bool) -> Result<PathBuf, SaveError> {
        Err(SaveError::NoConfigFolder)
    }

    fn save_profile(&mut self, _: &Profile) -> Result<ProfileSaved, SaveError> {
        Err(SaveError::NoConfigFolder)
    }

    fn ask(&mut self, request: Request) {
        self.desk.ask(request);
    }

    fn copy(&mut self, _: &str) -> Option<Reach> {
        None
    }

    fn mouse(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn ask_to_sleep(&mut self) {}

    fn suspend(&mut self, _: tilldoc::tui::Sleep) -> io::Result<()> {
        Ok(())
    }
}

/// What the hands see.
pub(crate) struct Seen {
    glass: Glass,
    inbox: Receiver<Input>,
    /// How long the frames took that were drawn since this was emptied, with what came before them.
    pub(crate) frames: Vec<Duration>,
}

impl Seen {
    /// The window's rows.
    pub(crate) fn rows(&self) -> Vec<String> {
        rows(self.window().buffer())
    }

    /// Whether a text stands in a row.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// All rows in one.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    fn window(&self) -> Ref<'_, TestBackend> {
        self.glass.0.borrow()
    }

    /// Gives the window another size, and what tells of it.
    pub(crate) fn resize(&self, width: u16, height: u16) -> Input {
        self.glass.0.borrow_mut().resize(width, height);
        Input::Resize(width, height)
    }

    /// What the journal and the desk have to tell by now.
    pub(crate) fn told(&self) -> Vec<Input> {
        self.inbox.try_iter().collect()
    }

    /// What they tell next; none where they have nothing to tell for so long.
    pub(crate) fn wait(&self, patience: Duration) -> Option<Input> {
        self.inbox.recv_timeout(patience).ok()
    }
}

struct Hands<F> {
    seen: Seen,
    next: F,
    given: Option<Instant>,
}

impl<F: FnMut(&mut Seen) -> Option<Vec<Input>>> Source for Hands<F> {
    fn next(&mut self, _: Option<Duration>) -> io::Result<Option<Vec<Input>>> {
        if let Some(given) = self.given {
            self.seen.frames.push(given.elapsed());
        }
        let inputs = (self.next)(&mut self.seen);
        self.given = Some(Instant::now());
        Ok(inputs)
    }
}

/// A screen for hands.
pub(crate) struct Room {
    pub(crate) lang: &'static str,
    pub(crate) guide: Arc<Guide>,
    pub(crate) trainer: Trainer,
    pub(crate) first: First,
    /// By how much each reading of the clock goes on.
    pub(crate) step: SignedDuration,
}

impl Room {
    /// Runs the full screen; sessions are kept in a folder. The hands are asked after each frame what
    /// they do next; none ends it. Gives what was told to be kept.
    pub(crate) fn run(
        self,
        data: &Path,
        hands: impl FnMut(&mut Seen) -> Option<Vec<Input>>,
    ) -> BTreeMap<SessionId, usize> {
        let size = Size { width: 80, height: 24 };
        let glass = Glass(Rc::new(RefCell::new(TestBackend::new(size.width, size.height))));
        let mut terminal = Terminal::new(glass.clone()).expect("a test backend never fails");
        let now: Timestamp = super::stage::first_time();
        let guide = self.guide;
        let start = Start {
            texts: Texts::new(self.lang),
            theme: Theme { color: true, ascii: false },
            guide: Some(Arc::clone(&guide)),
            loader: Box::new(move || guide),
            mouse: true,
            zone: TimeZone::UTC,
            shop: ShopStart {
                shop: tilldoc::session::Shop::default(),
                profile: Box::new(|_| (Profile::default(), None)),
                trouble: None,
                setup: false,
                now,
            },
            trainer: self.trainer,
            first: self.first,
            tree: false,
            watch: None,
        };
        let (wake, inbox) = mpsc::channel();
        let answers = wake.clone();
        let kept = Shelf::new(Place::new(Some(data)).ok(), TimeZone::UTC);
        let ledger = Ledger::default();
        let mut outside = Outside {
            data: data.to_owned(),
            wake,
            ledger: Arc::clone(&ledger),
            desk: Desk::open(kept, move |answer| {
                let _ = answers.send(Input::Answer(Arc::new(answer)));
            }),
            now: std::cell::Cell::new(now),
            step: self.step,
        };
        let mut app = App::new(start, size);
        let seen = Seen { glass, inbox, frames: Vec::new() };
        let mut hands = Hands { seen, next: hands, given: None };
        run(&mut terminal, &mut app, &mut hands, &mut outside).expect("no window fails here");
        drop(app);
        ledger.lock().expect("no other thread panics").clone()
    }
}
