//! What comes from the terminal, before it means anything.

use super::backend::told;
use crate::{guide_watch::Reread, shelf::Answer, store::Report};
use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::{
    io, mem,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

/// One thing that the terminal sent.
#[derive(Clone, Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The left button was pressed at a column and row.
    Click(u16, u16),
    /// The wheel was turned by rows, negative for up.
    Wheel(i16),
    /// The window has a new width and height.
    Resize(u16, u16),
    /// The journal has something to tell. Not from the terminal, but by a [`Waker`].
    Journal(Arc<Report>),
    /// The files of the guide were saved. By a [`Waker`], too.
    Guide(Arc<Reread>),
    /// An answer about the sessions that were kept, by a [`Waker`] too.
    Answer(Arc<Answer>),
    /// What a signal from outside asks for, by a [`Waker`] as well.
    Asked(Asked),
    /// Nothing came for as long as was waited.
    Tick,
}

/// What somebody outside asks of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To end.
    End,
    /// To sleep.
    Sleep,
    /// To go on: it was asleep without having been asked.
    GoOn,
}

/// Where inputs come from: the terminal, or a script in tests.
pub trait Source {
    /// Waits for the next input, and takes all others that are there already; no longer than `patience`
    /// where there is one, then [`Input::Tick`] is all that comes. None at the end.
    fn next(&mut self, patience: Option<Duration>) -> io::Result<Option<Vec<Input>>>;
}

/// The terminal's own events, and what else has something to say: each thread that works beside
/// the screen wakes it by a [`Waker`], so that nothing has to be asked again and again.
#[derive(Debug)]
pub struct TerminalSource {
    inputs: Receiver<io::Result<Input>>,
    waker: Waker,
    /// Whether the terminal is read already: that begins when the first frame stands.
    reads: bool,
}

/// Wakes the screen from another thread.
#[derive(Clone, Debug)]
pub struct Waker(Sender<io::Result<Input>>);

impl Waker {
    /// Gives the screen something to take in. A screen that is closed already misses it.
    pub fn wake(&self, input: Input) {
        let _ = self.0.send(Ok(input));
    }
}

impl TerminalSource {
    /// Begins to listen. What happens to the window from now on is noticed, also before the first
    /// call of [`Source::next`]: the size must be asked for after this.
    pub fn listen() -> io::Result<Self> {
        event::poll(Duration::ZERO)?;
        let (sender, inputs) = mpsc::channel();
        Ok(Self { inputs, waker: Waker(sender), reads: false })
    }

    /// What wakes this screen.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }
}

impl Source for TerminalSource {
    fn next(&mut self, patience: Option<Duration>) -> io::Result<Option<Vec<Input>>> {
        if !mem::replace(&mut self.reads, true) {
            let Waker(sender) = self.waker();
            // It ends with the program: reading can't be broken off.
            thread::spawn(move || read_events(&sender));
        }
        let first = match patience {
            None => self.inputs.recv().map_err(RecvTimeoutError::from),
            Some(patience) => self.inputs.recv_timeout(patience),
        };
        let first = match first {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => Ok(Input::Tick),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
        };
        // Everything that waits is taken before one draw: a dragged window border sends dozens of
        // sizes.
        std::iter::once(first).chain(self.inputs.try_iter()).collect::<io::Result<_>>().map(Some)
    }
}

/// Passes on what the terminal sends.
fn read_events(inputs: &Sender<io::Result<Input>>) {
    let mut unasked = Unasked::default();
    let more = || event::poll(Duration::ZERO).unwrap_or(false);
    loop {
        let (read, failed) = match event::read() {
            // What belongs to it is there already, or was not sent with it.
            Ok(event) if unasked.takes(&event, more) => (None, false),
            Ok(event) => (from_event(event).map(Ok), false),
            Err(error) => (Some(Err(error)), true),
        };
        let closed = read.is_some_and(|read| inputs.send(read).is_err());
        if closed || failed {
            return;
        }
    }
}

/// An answer of the terminal that this program did not ask for: one that was on its way when another
/// program ended, as to the question for the background's colour. The terminal library reads it as the
/// keys Alt+] and all characters of the answer, which must not be taken for answers of a clerk.
#[derive(Debug, Default)]
struct Unasked {
    under_way: bool,
}

impl Unasked {
    /// Whether an event is part of such an answer; `more` says whether another event waits.
    fn takes(&mut self, event: &Event, more: impl FnOnce() -> bool) -> bool {
        let Event::Key(key) = event else { return false };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let begins = alt && matches!(key.code, KeyCode::Char(']' | 'P' | '_' | '^' | 'X'));
        let ends = match key.code {
            KeyCode::Char('\\') => alt,
            KeyCode::Char('g') => key.modifiers.contains(KeyModifiers::CONTROL),
            _ => false,
        };
        // Somebody who pressed Alt+] by hand has nothing else waiting.
        let more = (self.under_way || begins) && more();
        let taken = self.under_way || (begins && more);
        self.under_way = taken && !ends && more;
        taken
    }
}

/// What a terminal event means to us; releases and repeats of the release kind mean nothing.
fn from_event(event: Event) -> Option<Input> {
    match event {
        // Windows reports each key twice, pressed and released; repeats are presses.
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(Key::from(key))),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(-3)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(3)),
            _ => None,
        },
        Event::Resize(width, height) => {
            let size = told(width, height);
            Some(Input::Resize(size.width, size.height))
        }
        _ => None,
    }
}

/// A key with what matters of its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself; letters as they are typed.
    pub code: KeyCode,
    /// Whether Ctrl was held. `AltGr`, which terminals send as Ctrl+Alt, does not count: it types.
    pub ctrl: bool,
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let held = |modifier| event.modifiers.contains(modifier);
        let alt_gr = held(KeyModifiers::CONTROL) && held(KeyModifiers::ALT);
        Self { code: event.code, ctrl: held(KeyModifiers::CONTROL) && !alt_gr }
    }
}

/// Keys that have a name rather than a character.
const NAMED: [(&str, KeyCode); 14] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("backspace", KeyCode::Backspace),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("tab", KeyCode::Tab),
    ("delete", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
];

impl Key {
    /// A key by its name: `a`, `?`, `enter`, `f2`, `ctrl+c`.
    pub fn parse(name: &str) -> Option<Self> {
        let (ctrl, name) = name.strip_prefix("ctrl+").map_or((false, name), |rest| (true, rest));
        let mut chars = name.chars();
        let code = match (chars.next()?, chars.next()) {
            (only, None) => KeyCode::Char(only),
            ('f', Some('1'..='9')) => KeyCode::F(name[1..].parse().ok()?),
            _ => NAMED.iter().find(|(known, _)| *known == name)?.1,
        };
        Some(Self { code, ctrl })
    }

    /// The character that the key types, where it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }

    /// Its name as in the keymap: `a`, `enter`, `f2`, `ctrl+c`.
    pub fn name(self) -> String {
        let code = match self.code {
            KeyCode::Char(' ') => "space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(n) => format!("f{n}"),
            code => {
                NAMED.iter().find(|(_, own)| *own == code).map_or("?", |(name, _)| name).to_owned()
            }
        };
        if self.ctrl { format!("ctrl+{code}") } else { code }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers))
    }

    #[test]
    fn an_answer_that_nobody_asked_for_is_no_keys() {
        let (alt, control, none) = (KeyModifiers::ALT, KeyModifiers::CONTROL, KeyModifiers::NONE);
        let left = |events: &[Event]| {
            let mut unasked = Unasked::default();
            let last = events.len() - 1;
            let taken = events.iter().enumerate().map(|(at, own)| unasked.takes(own, || at < last));
            taken.filter(|taken| !taken).count()
        };
        let text = "11;rgb:0000".chars().map(|c| key(c, none));
        let answer = |end| -> Vec<_> {
            std::iter::once(key(']', alt)).chain(text.clone()).chain([end]).collect()
        };
        assert_eq!(left(&answer(key('\\', alt))), 0);
        assert_eq!(left(&answer(key('g', control))), 0);
        let and_more = [answer(key('\\', alt)), vec![key('1', none)]].concat();
        assert_eq!(left(&and_more), 1);
        assert_eq!(left(&[key(']', alt)]), 1, "pressed by hand");
        assert_eq!(left(&[key('1', none), key('\\', alt)]), 2);
    }
}
