//! A disk that fails as a test plans it, by `tests/suite/support/faults.c`: for the program, or for a
//! test that is run once more as a child.

use rusqlite::{Connection, OpenFlags};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
    time::{Duration, Instant},
};

/// How long anything may take before a test gives up: far beyond what it needs.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The library that makes a disk fail, where there is a C compiler to make it.
pub(crate) fn library() -> Option<&'static Path> {
    static MADE: OnceLock<Option<PathBuf>> = OnceLock::new();
    let make = || {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults.so");
        let own = path.with_extension(std::process::id().to_string());
        let done = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(&own)
            .args(["tests/suite/support/faults.c", "-ldl", "-pthread"])
            .status();
        let made = done.is_ok_and(|status| status.success()) && fs::rename(&own, &path).is_ok();
        if !made {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("skipped: there is no C compiler");
            }
        }
        made.then_some(path)
    };
    MADE.get_or_init(make).as_deref()
}

/// The plan of what fails.
pub(crate) struct Plan(pub(crate) PathBuf);

impl Plan {
    pub(crate) fn new(folder: &Path) -> Self {
        let plan = Self(folder.join("plan"));
        plan.set("none");
        plan
    }

    /// Sets it in one step: it is read at any moment.
    pub(crate) fn set(&self, text: &str) {
        let new = self.0.with_extension("new");
        fs::write(&new, text).and_then(|()| fs::rename(&new, &self.0)).expect("a plan");
    }

    /// Whether a write hangs at this moment.
    pub(crate) fn hangs(&self) -> bool {
        self.0.with_extension("hanging").exists()
    }

    /// Waits until a write hangs.
    pub(crate) fn wait_until_it_hangs(&self) {
        let begun = Instant::now();
        while !self.hangs() {
            assert!(begun.elapsed() < PATIENCE, "nothing is written");
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Plan {
    /// A test that fails lets go of what hangs.
    fn drop(&mut self) {
        let _ = fs::write(&self.0, "none");
    }
}

/// Runs one of the tests below as a child whose disk fails.
pub(crate) fn in_child(name: &str) {
    let Some(library) = library() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let plan = Plan::new(folder.path());
    let done = Command::new(env::current_exe().expect("a test has a file"))
        .args(["--ignored", "--exact", "--nocapture", &format!("faults::{name}")])
        .env("LD_PRELOAD", library)
        .env("FAULTS", &plan.0)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

/// The plan that this process was begun with; none where it is no child.
pub(crate) fn own_plan() -> Option<Plan> {
    env::var_os("FAULTS").map(|path| Plan(path.into()))
}

/// Whether a database has a text, asked without changing anything there.
pub(crate) fn has(data: &Path, text: &str) -> bool {
    let db = Connection::open_with_flags(data.join("tilldoc.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let Ok(db) = db.and_then(|db| db.busy_timeout(PATIENCE).map(|()| db)) else { return false };
    let count = "SELECT count(*) FROM events WHERE event LIKE '%' || ?1 || '%'";
    db.query_row(count, [text], |row| row.get(0)).is_ok_and(|count: i64| count > 0)
}
