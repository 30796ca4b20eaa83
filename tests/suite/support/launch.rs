//! How the program is started in a window: with nothing in its environment but what is said here.

use super::pty::Window;
use portable_pty::CommandBuilder;
use std::path::Path;

/// A start that is still to be made.
#[must_use]
pub(crate) struct Launch<'a> {
    folder: &'a Path,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    size: (u16, u16),
    shell: Option<&'static str>,
    stalled: bool,
    sizeless: bool,
}

/// Starts what follows as a shell does at whose prompt it is typed: with job control. Says in a file
/// which process it is, what became of it, and wakes it once it sleeps.
const SHELL: &str = r#"set -m
sh -c 'echo $$ >pid; exec "$0" "$@"' "$0" "$@"
echo "[shell: $?]"
while [ ! -e wake ]; do sleep 0.05; done
fg >/dev/null 2>&1
echo "[shell: $?]"
"#;

/// Starts what follows, and outlives the terminal: the system tells of its end only whoever opened it.
const DEAF: &str = r#"trap "" HUP
"$0" "$@"
echo $? >ended
"#;

impl<'a> Launch<'a> {
    /// In English on 80x24, in a folder of its own.
    pub(crate) fn new(folder: &'a Path) -> Self {
        let launch = Self {
            folder,
            arguments: Vec::new(),
            environment: Vec::new(),
            size: (80, 24),
            shell: None,
            stalled: false,
            sizeless: false,
        };
        launch
            .with("TERM", "xterm-256color")
            .with("TILLDOC_LANG", "en")
            .with("TILLDOC_CLOCK", "2026-11-23T09:41:00Z")
            .with("TILLDOC_DATA", &folder.join("data").to_string_lossy())
            .with("TILLDOC_CONFIG", &folder.join("config").to_string_lossy())
    }

    /// With arguments.
    pub(crate) fn arguments(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(|&own| own.to_owned()));
        self
    }

    /// With the small guide.
    pub(crate) fn small(self) -> Self {
        let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
        self.with("TILLDOC_GUIDE", &guide)
    }

    /// With a variable in the environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without one.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self
    }

    /// In a window of this many columns and rows.
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// From a shell with job control. The program's process is in the file `pid`; once the file `wake`
    /// is there, the shell brings a stopped program back.
    pub(crate) fn under_a_shell(mut self) -> Self {
        self.shell = Some(SHELL);
        self
    }

    /// From something that hears of the terminal's end, and tells nobody. What became of the program is in the file
    /// `ended`.
    pub(crate) fn under_a_deaf_parent(mut self) -> Self {
        self.shell = Some(DEAF);
        self
    }

    /// In a terminal that takes nothing of what is written to it.
    pub(crate) fn stalled(mut self) -> Self {
        self.stalled = true;
        self
    }

    /// In a terminal that says that it has no columns and no rows, as a serial line does.
    pub(crate) fn sizeless(mut self) -> Self {
        self.sizeless = true;
        self
    }

    /// Starts it.
    pub(crate) fn open(self) -> Window {
        let program = env!("CARGO_BIN_EXE_tilldoc");
        let mut command = CommandBuilder::new(self.shell.map_or(program, |_| "sh"));
        if let Some(script) = self.shell {
            command.args(["-c", script, program]);
        }
        command.args(&self.arguments);
        command.env_clear();
        if let Some(path) = std::env::var_os("PATH").filter(|_| self.shell.is_some()) {
            command.env("PATH", path);
        }
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        command.cwd(self.folder);
        let told = if self.sizeless { (0, 0) } else { self.size };
        Window::run(command, self.size, told, self.stalled)
    }
}
