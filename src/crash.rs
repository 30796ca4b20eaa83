//! Crash reports, with card data hidden before they reach the screen.

use crate::{clean, redact};
use std::{
    backtrace::{Backtrace, BacktraceStatus},
    cell::Cell,
    env, fmt, fs,
    io::{self, Write},
    mem,
    panic::{AssertUnwindSafe, PanicHookInfo},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
};

/// The text of a panic without card data. Such a text often quotes another as Rust writes it, with
/// line breaks and what can't be seen as escapes; these hide no number either.
fn shown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let code = rest.strip_prefix("u{").and_then(|code| code.split_once('}'));
        if let Some((_, after)) = code {
            rest = after;
        } else if let Some(after) = rest.strip_prefix(['n', 'r', 't', '0']) {
            plain.push(' ');
            rest = after;
        } else {
            plain.push('\\');
        }
    }
    plain.push_str(rest);
    let plain = redact::redact(&clean::block(&plain, usize::MAX));
    if plain.masked { plain.text } else { redact::safe(text) }
}

/// What a panic leaves behind.
struct Report<'a, 'b> {
    panic: &'a PanicHookInfo<'b>,
    backtrace: &'a Backtrace,
}

impl fmt::Display for Report<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let payload = self.panic.payload();
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        writeln!(f, "tilldoc stopped because of a defect in it: {}", shown(text))?;
        if let Some(place) = self.panic.location() {
            writeln!(f, "at {place}")?;
        }
        writeln!(f, "The terminal and your payments are not affected. Start tilldoc again.")?;
        if self.backtrace.status() == BacktraceStatus::Captured {
            write!(f, "\n{}", self.backtrace)
        } else {
            write!(f, "\nRUST_BACKTRACE=1 in the environment tells how it came to that.")
        }
    }
}

/// Installs the report of panics.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        report(Report { panic, backtrace: &Backtrace::capture() }.to_string());
    }));
}

/// The full screen, as long as it stands: nothing may be printed into it.
struct Standing {
    /// The thread that it belongs to.
    thread: ThreadId,
    /// Gives the terminal back.
    give_back: fn(),
    /// Tells that thread to end, because another one can't go on.
    end: Box<dyn Fn() + Send>,
}

#[derive(Default)]
struct Reports {
    screen: Option<Standing>,
    /// Reports that wait until the screen is gone.
    waiting: Vec<String>,
    /// Whether a thread is lost that the program can't do without.
    lost: bool,
}

static REPORTS: Mutex<Reports> =
    Mutex::new(Reports { screen: None, waiting: Vec::new(), lost: false });

thread_local! {
    /// Whether this thread goes on after a panic.
    static SURVIVING: Cell<bool> = const { Cell::new(false) };
    /// Whether this thread draws the full screen now.
    static DRAWING: Cell<bool> = const { Cell::new(false) };
}

fn reports() -> MutexGuard<'static, Reports> {
    REPORTS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn report(text: String) {
    let mut reports = reports();
    match &reports.screen {
        // The screen goes down with the thread that draws it.
        Some(screen) if DRAWING.get() || screen.thread == thread::current().id() => {
            (screen.give_back)();
        }
        Some(screen) => {
            let lost = !SURVIVING.get();
            if lost {
                (screen.end)();
            }
            reports.lost |= lost;
            reports.waiting.push(text);
            return;
        }
        None => {}
    }
    drop(reports);
    let _ = writeln!(io::stderr(), "{text}");
}

/// From now on a full screen belongs to this thread. Where it panics, `give_back` comes before the report;
/// where another thread does, `end` is called and the report waits for [`screen_is_gone`].
pub fn screen_stands(give_back: fn(), end: impl Fn() + Send + 'static) {
    let thread = thread::current().id();
    reports().screen = Some(Standing { thread, give_back, end: Box::new(end) });
}

/// Does something with the full screen, in whichever thread: a panic in it is one of the screen.
pub fn drawing<T>(work: impl FnOnce() -> T) -> T {
    let before = DRAWING.replace(true);
    let done = work();
    DRAWING.set(before);
    done
}

/// The screen is gone: prints what has been waiting for that. Where a thread is lost that the program
/// could not do without, it ends here as after any panic.
pub fn screen_is_gone() {
    let mut reports = reports();
    reports.screen = None;
    let (waiting, lost) = (mem::take(&mut reports.waiting), mem::take(&mut reports.lost));
    drop(reports);
    for text in waiting {
        let _ = writeln!(io::stderr(), "{text}");
    }
    if lost {
        std::panic::resume_unwind(Box::new("another thread panicked"));
    }
}

/// Does something that may panic and that the program can do without: none where it did. The report
/// comes all the same, once it disturbs nothing.
pub fn survive<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = SURVIVING.replace(true);
    let done = std::panic::catch_unwind(AssertUnwindSafe(work));
    SURVIVING.set(before);
    done.ok()
}

/// Lets a test see what a panic leaves behind. A release does not know it.
///
/// # Panics
///
/// At the place that `TILLDOC_TEST_PANIC_AT` names; where `TILLDOC_TEST_PANIC_WHEN` names a file, once
/// that is there, which is taken away then.
pub fn on_request(place: &str) {
    if !cfg!(debug_assertions) {
        return;
    }
    let Ok(text) = env::var("TILLDOC_TEST_PANIC") else { return };
    let at = env::var("TILLDOC_TEST_PANIC_AT");
    if at.as_deref().unwrap_or("guide") != place {
        return;
    }
    let when = env::var_os("TILLDOC_TEST_PANIC_WHEN");
    let asked = when.is_none_or(|file| fs::remove_file(file).is_ok());
    assert!(!asked, "{text}");
}
