//! The trainer's PIN: what is shut without it, and how it is set, changed and asked for.

use crate::{
    support::program::store,
    train::{PIN, output, run, run_in, trained},
};
use rusqlite::Connection;

#[test]
fn without_the_pin_no_name_is_told() {
    let folder = trained(true);
    for guarded in [
        &["report"][..],
        &["report", "--by", "scenario"],
        &["report", "--trainee", "Ann"],
        &["report", "--trainee", "Nobody"],
        &["report", "--format", "xapi"],
        &["course", "--all"],
        &["course", "--trainee", "Ann"],
        &["course", "--trainee", "Ann", "--certificate"],
        &["trainees"],
        &["forget", "Ann", "--yes"],
        &["list", "--answers"],
        &["list", "--trainee", "Ann"],
        &["pin", "--remove"],
    ] {
        let ways = [("1357\n", None), ("", None), ("", Some("1357")), ("", Some("12"))];
        // All ways for one of them: the others go through the same door.
        let ways = if guarded.len() == 1 { &ways[..] } else { &ways[..1] };
        for &(input, pin) in ways {
            let told = run_in("en", folder.path(), guarded, input, pin);
            assert!(told.ends_with("exit 2"), "{guarded:?} {input:?} {pin:?}: {told}");
            assert!(!told.contains("李伟") && !told.contains("Ann"), "{guarded:?}: {told}");
            assert!(!told.contains("1357") && !told.contains(PIN), "{told}");
        }
        assert!(store(folder.path()).has_pin().expect("read"));
    }
    assert_eq!(store(folder.path()).trainees().expect("read").len(), 2);
    // What gives nobody away is open.
    for open in [&["list"][..], &["course"], &["course", "--json"]] {
        output(&run(folder.path(), open, None));
    }
}

#[test]
fn a_pin_is_set_changed_and_taken_away() {
    let folder = trained(false);
    let pin = |arguments: &[&str], input: &str, pin: Option<&str>| {
        let all: Vec<&str> = ["pin"].iter().chain(arguments).copied().collect();
        run_in("en", folder.path(), &all, input, pin)
    };
    let open = run(folder.path(), &["report"], None);
    assert!(open.contains("No trainer's PIN is set") && open.contains("Ann"), "{open}");
    let short = pin(&[], "123\n", None);
    assert!(short.ends_with("exit 2") && short.contains("4 characters at least"), "{short}");
    assert!(output(&pin(&[], "2468\n", None)).contains("is set"));
    assert!(run(folder.path(), &["report"], None).ends_with("exit 2"));
    // The one so far on the line before, or in the environment.
    output(&pin(&[], "2468\nlonger than that\n", None));
    output(&pin(&[], "1357\n", Some("longer than that")));
    output(&run(folder.path(), &["report"], Some("1357")));
    assert!(pin(&["--remove"], "2468\n", None).ends_with("exit 2"));
    assert!(output(&pin(&["--remove"], "1357\n", None)).contains("no trainer's PIN any more"));
    assert!(run(folder.path(), &["report"], None).contains("Ann"));
    // One that was lost with a damaged database shuts everything, and is no hindrance to a new one.
    output(&pin(&[], "2468\n", None));
    let db = Connection::open(folder.path().join("data/tilldoc.db")).expect("opens");
    db.execute("UPDATE trainer SET pin = ''", []).expect("done");
    for shut in [&["report"][..], &["pin", "--remove"]] {
        let told = run_in("en", folder.path(), shut, "2468\n", None);
        assert!(told.ends_with("exit 2") && told.contains("PIN was lost"), "{told}");
        assert!(!told.contains("Ann"), "{told}");
    }
    assert!(output(&pin(&[], "9753\n", None)).contains("is set"));
    output(&run(folder.path(), &["report"], Some("9753")));
}

#[cfg(unix)]
#[test]
fn on_a_terminal_the_pin_is_asked_for_and_not_shown() {
    use crate::support::pty::Window;
    let folder = trained(false);
    let lang = [("TILLDOC_LANG", "en")];
    let mut window = Window::open(folder.path(), &["train", "pin"], &lang, (80, 24));
    window.wait_for("New trainer's PIN");
    window.press("24680\r");
    window.wait_for("once more");
    window.press("24680\r");
    window.wait_for("is set");
    assert_eq!(window.end(), 0);
    assert!(!window.shows("24680"), "{}", window.text());
    let mut window = Window::open(folder.path(), &["train", "report"], &lang, (80, 24));
    window.wait_for("Trainer's PIN");
    // Whoever mistypes it may try twice more.
    // All at once: what is typed while the first one is judged is not shown either.
    window.press("13579\r12\r97531\r");
    for told in ["2 more tries", "1 more try", "tilldoc: That is not the trainer's PIN."] {
        window.wait_for(told);
    }
    assert_eq!(window.end(), 2);
    let shown = ["13579", "97531", "\n12"].into_iter().find(|typed| window.shows(typed));
    assert!(shown.is_none() && !window.shows("Ann"), "{}", window.text());
    let mut window = Window::open(folder.path(), &["train", "trainees"], &lang, (80, 24));
    window.wait_for("Trainer's PIN");
    window.press("24680\r");
    window.wait_for("Ann");
    assert_eq!(window.end(), 0);
    assert!(!window.shows("24680"), "{}", window.text());
}
