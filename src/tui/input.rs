//! What comes from the terminal, before it means anything.

use super::{Sleep, backend::told};
use crate::{guide_watch::Reread, shelf::Answer, store::Report};
use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::{io, sync::Arc, time::Duration};

/// Events that are taken in before a frame is drawn: so many that nobody sees it, and no more, lest somebody who
/// sends without an end sees nothing.
const MOST_AT_ONCE: usize = 1000;

/// As good as no time: where none is given the library does not look whether there is something. On a busy machine it
/// is over before the library looks, and what waits gets a frame of its own.
const AT_ONCE: Duration = Duration::from_micros(1);

/// Enough for the library to look at what it has read, unless the system takes the processor away in just that moment:
/// so it is asked twice. It does not sleep for times below a millisecond, but asks the terminal again and again.
#[cfg(target_os = "linux")]
const LOOK: Duration = Duration::from_micros(20);

/// What belongs together comes within this time, and nobody notices that it is waited for.
const TOGETHER: Duration = Duration::from_millis(20);

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
    /// The journal has something to tell. Not from the terminal, but by a
    /// [`Waker`](super::Waker).
    Journal(Arc<Report>),
    /// The files of the guide were saved. By a waker, too.
    Guide(Arc<Reread>),
    /// An answer about the sessions that were kept, by a waker, too.
    Answer(Arc<Answer>),
    /// What a signal from outside asks for, by a waker as well.
    Asked(Asked),
    /// Nothing came for as long as was waited.
    Tick,
}

/// What somebody outside asks of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To end.
    End,
    /// To sleep, or to go on after it.
    Sleep(Sleep),
}

/// Where the inputs of [`run`](super::run) come from.
pub trait Source {
    /// Waits for the next input, and takes all others that are there already; no longer than `patience`
    /// where there is one, then [`Input::Tick`] is all that comes. None at the end.
    fn next(&mut self, patience: Option<Duration>) -> io::Result<Option<Vec<Input>>>;
}

/// What the terminal sends.
#[derive(Debug, Default)]
pub(super) struct Events {
    unasked: Unasked,
}

impl Events {
    /// Waits for what comes next, and takes what is there already, for one frame: a dragged border of the window
    /// sends dozens of sizes. It may be nothing that means anything to us.
    pub(super) fn next(&mut self) -> io::Result<Vec<Input>> {
        let more = |within| event::poll(within).unwrap_or(false);
        // What has been read already is with the library. Elsewhere not every system can wait for a terminal like this.
        #[cfg(target_os = "linux")]
        while !(event::poll(LOOK)? || event::poll(LOOK)?) {
            wait()?;
        }
        let mut inputs = Vec::new();
        for _ in 0..MOST_AT_ONCE {
            let event = event::read()?;
            // What belongs to an answer is there already, or was not sent with it.
            if !self.unasked.takes(&event, || more(TOGETHER)) {
                inputs.extend(from_event(event));
            }
            if !more(AT_ONCE) {
                break;
            }
        }
        Ok(inputs)
    }
}

/// Waits until the terminal has something to read, for ever if need be. One that is gone is an error: the library would
/// read nothing from it again and again, where no signal tells of that.
#[cfg(target_os = "linux")]
fn wait() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let terminal = io::stdin();
    let mut waiting = [PollFd::new(&terminal, PollFlags::IN)];
    while let Err(error) = poll(&mut waiting, None) {
        if error != rustix::io::Errno::INTR {
            return Err(error.into());
        }
    }
    let gone = waiting[0].revents().intersects(PollFlags::HUP | PollFlags::ERR);
    if gone { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
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
        // Where there are signals, one tells of it (`signals`): the library loses what comes together with a key.
        Event::Resize(width, height) if cfg!(not(unix)) => {
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
        let ctrl = held(KeyModifiers::CONTROL) && !alt_gr;
        match event.code {
            // The end of a line in a text that some terminals paste as if it were typed.
            KeyCode::Char('j') if ctrl => Self { code: KeyCode::Enter, ctrl: false },
            code => Self { code, ctrl },
        }
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
    fn alt_gr_types_and_a_line_feed_ends_a_line() {
        let control = KeyModifiers::CONTROL;
        let named =
            |code, modifiers| Key::from(KeyEvent::new(KeyCode::Char(code), modifiers)).name();
        assert_eq!(named('q', control), "ctrl+q");
        assert_eq!(named('q', control | KeyModifiers::ALT), "q");
        assert_eq!(named('j', control), "enter");
        assert_eq!(named('j', KeyModifiers::NONE), "j");
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
