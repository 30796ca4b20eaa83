//! A guide that is played while it is written: what a save does to the wizard, and that saves are
//! noticed, however an editor makes them.

use crate::support::{
    keys::inputs,
    stage::{Played, Stage},
};
use insta::assert_snapshot;
use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread,
    time::Duration,
};
use tilldoc::{
    guide::{ReportFormat, SourceFile},
    guide_dir,
    guide_new::new_guide_sources,
    guide_watch::{GuideWatch, Reread},
    texts::Texts,
    tui::Input,
};

/// How long anything may take before a test gives up: far more than it needs.
const PATIENCE: Duration = Duration::from_secs(20);

const NAMES: [&str; 3] = ["guide.toml", "nodes.toml", "shown.toml"];

fn small(name: &str) -> String {
    fs::read_to_string(Path::new("tests/guides/small").join(name)).expect("it is there")
}

/// The small guide, with this in place of that wherever it stands.
fn edited(edits: &[(&str, &str)]) -> Arc<Reread> {
    let mut files = NAMES.map(small);
    for (old, new) in edits {
        assert!(files.iter().any(|text| text.contains(old)), "{old} is not there");
        files = files.map(|text| text.replace(old, new));
    }
    let files = NAMES.into_iter().zip(files);
    Arc::new(Reread::of(files.map(|(name, text)| SourceFile::new(name, text)).collect()))
}

/// The same as it is told when `before` was saved before it.
fn saved(edits: &[(&str, &str)], before: &Reread) -> Input {
    let read = Arc::into_inner(edited(edits)).expect("nobody else has it");
    Input::Guide(Arc::new(read.after(before)))
}

/// A part of a script.
enum Part<'a> {
    Keys(&'a str),
    /// A save with these edits.
    Save(&'a [(&'a str, &'a str)]),
}
use Part::{Keys, Save};

fn play(stage: Stage, parts: &[Part]) -> Played {
    let mut good = edited(&[]);
    let mut all = Vec::new();
    for part in parts {
        match part {
            Keys(script) => all.extend(inputs(script)),
            Save(edits) => {
                all.push(saved(edits, &good));
                let read = edited(edits);
                good = if read.guide.is_some() { read } else { good };
            }
        }
    }
    stage.watch(edited(&[])).play_inputs(all)
}

fn english() -> Stage {
    Stage::new().lang("en")
}

/// Into the group of the network, to its first question.
const TO_NETWORK: &str = "111";

const ASK: (&str, &str) =
    ("Can other devices in the shop get online?", "Does a phone get online in the shop?");
/// A text that does not end.
const BROKEN: (&str, &str) =
    ("en = \"Can other devices in the shop get online?\" }", "en = \"Can other devices");

#[test]
fn a_save_shows_at_once_what_it_changed() {
    let played = play(english(), &[Keys(TO_NETWORK), Save(&[ASK])]);
    assert!(played.shows(ASK.1), "{}", played.text());
    assert!(played.shows("Saved: question network.first: ask."), "{}", played.text());
    // The message goes with the next key; the screen of all findings keeps it.
    let later = play(english(), &[Keys(TO_NETWORK), Save(&[ASK]), Keys("f")]);
    assert!(later.shows("question network.first: ask"), "{}", later.text());
    let nothing = play(english(), &[Save(&[("[[contact]]", "# A comment\n\n[[contact]]")])]);
    assert!(nothing.shows("nothing that counts has changed"), "{}", nothing.text());
}

#[test]
fn answers_that_hold_are_kept_and_those_that_do_not_are_named() {
    // Yes, they can: on to the next question.
    let answered = [Keys(TO_NETWORK), Keys("1")];
    let [start, answer] = answered;
    let before = play(english(), &[start, answer]);
    assert!(!before.shows(ASK.0), "{}", before.text());
    let kept = play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[ASK]), Keys("r")]);
    assert!(kept.shows(&format!("{} [Yes, they can]", ASK.1)), "{}", kept.text());
    let renamed =
        ("id = \"yes\", say = { zh = \"能\", en", "id = \"all\", say = { zh = \"能\", en");
    let lost = play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[renamed])]);
    assert!(lost.shows("These answers no longer fit:"), "{}", lost.text());
    assert!(lost.shows(ASK.0), "it is asked again\n{}", lost.text());
    // Taken back before anything else was answered, it is as if nothing had been.
    let again = play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[renamed]), Save(&[])]);
    assert_eq!(again.rows[3..8], before.rows[3..8]);
    let other =
        play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[renamed]), Keys("2"), Save(&[])]);
    assert!(!other.shows(ASK.0) && other.rows[3..8] != before.rows[3..8], "{}", other.text());
}

#[test]
fn with_an_error_the_last_good_guide_runs_on() {
    let played = play(english(), &[Keys(TO_NETWORK), Save(&[BROKEN])]);
    assert!(played.shows("1 error") && played.shows("nodes.toml:"), "{}", played.text());
    assert!(played.shows("The guide as it was before runs on."), "{}", played.text());
    assert!(played.shows(ASK.0), "{}", played.text());
    // It is answered as ever, and what the error did is gone with it.
    let on = play(english(), &[Keys(TO_NETWORK), Save(&[BROKEN]), Keys("1f")]);
    assert!(on.shows("this text does not end") && !on.shows("Changed by"), "{}", on.text());
    let mended = play(english(), &[Keys(TO_NETWORK), Save(&[BROKEN]), Save(&[ASK])]);
    assert!(mended.shows(ASK.1) && mended.shows("Saved: question"), "{}", mended.text());
    assert!(!mended.shows("error"), "{}", mended.text());
}

#[test]
fn one_that_begins_with_errors_is_played_once_it_has_none() {
    let read = edited(&[BROKEN]);
    let begun = english().watch(Arc::clone(&read)).play("1n/");
    assert!(begun.shows("It can be played as soon as"), "{}", begun.text());
    assert!(begun.shows("this text does not end"), "{}", begun.text());
    let mut all = vec![saved(&[], &read)];
    all.extend(inputs(TO_NETWORK));
    let played = english().watch(read).play_inputs(all);
    assert!(played.shows(ASK.0), "{}", played.text());
}

#[test]
fn what_is_gone_takes_only_its_own_screens_along() {
    // The symptom that was the way in, and its group.
    let gone = ("id = \"no-network\"", "id = \"net-fault\"");
    let played = play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[gone])]);
    assert!(played.shows("gone, and with it what was played"), "{}", played.text());
    let back = play(english(), &[Keys(TO_NETWORK), Keys("1"), Save(&[gone]), Save(&[])]);
    let before = play(english(), &[Keys(TO_NETWORK), Keys("1")]);
    assert_eq!(back.rows[3..8], before.rows[3..8], "it comes back with the way in");
    // A note under way is none of the guide's business.
    let note = play(english(), &[Keys(TO_NETWORK), Keys("nwet"), Save(&[ASK]), Keys(" floor")]);
    assert!(note.shows("wet floor"), "{}", note.text());
    // The cursor stays.
    let cursor = play(english(), &[Keys(TO_NETWORK), Keys("<down><down>"), Save(&[ASK])]);
    let row = cursor.rows.iter().find(|row| row.contains('▸') && row.contains('3'));
    assert!(row.is_some(), "{}", cursor.text());
    // A question that is being answered anew, and has another name now.
    let named = [("network.first", "network.one")];
    let change = play(english(), &[Keys(TO_NETWORK), Keys("1r1"), Save(&named)]);
    assert!(change.shows("“network.first”: yes"), "{}", change.text());
    let back = play(english(), &[Keys(TO_NETWORK), Keys("1r1"), Save(&named), Keys("<esc>")]);
    assert!(back.shows(ASK.0), "{}", back.text());
}

#[test]
fn a_shop_has_nothing_to_do_with_it_and_nobody_is_asked_at_the_end() {
    let home = play(english(), &[]);
    assert!(!home.shows("Shop details") && !home.shows("istory"), "{}", home.text());
    assert!(play(english(), &[Keys(TO_NETWORK), Keys("1q")]).left);
    // The key means nothing elsewhere.
    let without = Stage::new().lang("en").play("f");
    assert!(!without.text().contains("findings"), "{}", without.text());
}

#[test]
fn in_both_languages_and_three_sizes() {
    // A warning: a character that nobody can see.
    let warned = ("How many signal bars", "How many\u{200b} signal bars");
    for lang in ["zh", "en"] {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let stage = || Stage::new().lang(lang).size(width, height);
            let saved = play(stage(), &[Keys(TO_NETWORK), Save(&[ASK, warned])]);
            assert_snapshot!(format!("saved_{lang}_{width}x{height}"), saved.styled);
            let broken = play(stage(), &[Keys(TO_NETWORK), Save(&[BROKEN])]);
            assert_snapshot!(format!("broken_{lang}_{width}x{height}"), broken.styled);
        }
        let all = play(Stage::new().lang(lang).size(60, 20), &[Save(&[BROKEN]), Keys("f")]);
        assert_snapshot!(format!("findings_{lang}"), all.styled);
    }
}

/// A folder with the small guide that is watched, and what is told of it.
fn watched(folder: &Path) -> Receiver<Arc<Reread>> {
    for name in NAMES {
        fs::write(folder.join(name), small(name)).expect("the folder takes it");
    }
    let watch = GuideWatch::new(folder).expect("it can be watched");
    let read = Arc::new(Reread::read(folder));
    let (sender, told) = channel();
    thread::spawn(move || watch.run(read, move |read| drop(sender.send(read))));
    told
}

/// Waits until something holds of what is told.
#[track_caller]
fn wait(told: &Receiver<Arc<Reread>>, holds: impl Fn(&Reread) -> bool) {
    while !holds(&told.recv_timeout(PATIENCE).expect("it is told")) {}
}

fn changed(what: &'static str) -> impl Fn(&Reread) -> bool {
    move |read| read.changes.iter().any(|change| change.what.starts_with(what))
}

#[test]
fn saves_are_noticed_however_they_are_made() {
    // Under wine 8 a folder that is watched stays, and who removes it waits for ever. So it is left there.
    let folder = tempfile::Builder::new().disable_cleanup(cfg!(windows)).tempdir();
    let folder = folder.expect("a folder");
    let guide = folder.path().join("guide");
    fs::create_dir(&guide).expect("a folder");
    let told = watched(&guide);
    // In place.
    let nodes = guide.join("nodes.toml");
    fs::write(&nodes, small("nodes.toml").replace(ASK.0, ASK.1)).expect("written");
    wait(&told, changed("question network.first"));
    // By a file beside it that takes its name; the old one is set aside, as vim does.
    fs::rename(&nodes, guide.join("nodes.toml~")).expect("renamed");
    fs::write(guide.join("4913.tmp"), small("nodes.toml")).expect("written");
    fs::rename(guide.join("4913.tmp"), &nodes).expect("renamed");
    wait(&told, changed("question network.first"));
    // A new file, and one that goes.
    let more = "[[contact]]\nid = \"bank\"\ntitle = { zh = \"银行\", en = \"Bank\" }\n\
                where = { zh = \"卡背面。\", en = \"On the card.\" }\n";
    fs::write(guide.join("more.toml"), more).expect("written");
    wait(&told, changed("contact bank"));
    fs::remove_file(guide.join("more.toml")).expect("removed");
    wait(&told, changed("contact bank"));
    // The folder set aside and put back, with other files in it.
    fs::rename(&guide, folder.path().join("aside")).expect("renamed");
    wait(&told, |read| read.guide.is_none() && read.tally().errors == 1);
    fs::rename(folder.path().join("aside"), &guide).expect("renamed");
    wait(&told, |read| read.guide.is_some());
    fs::write(&nodes, small("nodes.toml").replace(ASK.0, ASK.1)).expect("written");
    wait(&told, changed("question network.first"));
}

/// Reading is an event for the system, too: ours must not have us read again.
#[test]
fn nothing_is_told_while_nothing_is_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = watched(folder.path());
    fs::write(folder.path().join("notes.txt"), "not the guide's").expect("written");
    fs::write(folder.path().join("nodes.toml"), small("nodes.toml")).expect("written");
    let more = told.recv_timeout(Duration::from_millis(600));
    assert!(more.is_err(), "nothing has changed: {more:?}");
}

#[cfg(unix)]
#[test]
fn a_file_edited_beside_the_running_program_is_taken_in() {
    use crate::support::pty::Window;
    let folder = tempfile::tempdir().expect("a folder");
    let guide = folder.path().join("my-guide");
    fs::create_dir(&guide).expect("a folder");
    for name in NAMES {
        fs::write(guide.join(name), small(name)).expect("written");
    }
    let arguments = ["--lang", "en", "guide", "watch", "my-guide"];
    let mut window = Window::open(folder.path(), &arguments, &[], (120, 40));
    window.wait_for("2 warnings");
    window.press(TO_NETWORK);
    window.wait_for(ASK.0);
    let nodes = guide.join("nodes.toml");
    fs::write(&nodes, small("nodes.toml").replace(ASK.0, ASK.1)).expect("written");
    window.wait_for(ASK.1);
    window.wait_for("question network.first: ask");
    fs::write(&nodes, small("nodes.toml").replace(BROKEN.0, BROKEN.1)).expect("written");
    window.wait_for("this text does not end");
    assert!(window.shows(ASK.1), "{}", window.text());
    window.press("1");
    window.wait_until(|window| !window.shows(ASK.1));
    window.press("q");
    assert_eq!(window.end(), 0, "nobody is asked");
    window.assert_given_back();
    // Nothing of it is kept.
    assert!(!folder.path().join("data").exists());
}

/// A scenario that no longer fits the guide is told, and keeps nobody from playing it.
#[test]
fn an_error_of_a_scenario_does_not_stop_the_play() {
    let mut files = new_guide_sources();
    for file in &mut files {
        let text = file.text.replace("truth = \"remedy.resume\"", "truth = \"remedy.cable\"");
        *file = SourceFile::new(file.name.clone(), text);
    }
    let read = Reread::of(files);
    assert_eq!(read.tally().errors, 1);
    assert!(read.told(&Texts::new("en")).iter().any(|told| told.message.contains("remedy.cable")));
    assert!(read.guide.is_some_and(|guide| guide.scenarios.len() == 1));
}

#[test]
fn it_finds_what_the_check_finds() {
    let (dir, texts) = (Path::new("tests/guides/small"), Texts::new("en"));
    let watched = Reread::read(dir).told(&texts);
    let checked = guide_dir::check(Some(dir), ReportFormat::Short, &texts, false);
    let checked = checked.expect("it is read").text;
    assert!(!watched.is_empty() && checked.lines().count() >= watched.len(), "{checked}");
    for own in watched {
        assert!(checked.contains(&own.message), "no {own:?} in {checked}");
    }
}

#[test]
fn what_is_no_guide_is_said_before_the_screen_is_taken() {
    #[cfg(unix)]
    {
        use crate::support::pty::Window;
        let folder = tempfile::tempdir().expect("a folder");
        let arguments = ["--lang", "en", "guide", "watch"];
        let mut window = Window::open(folder.path(), &arguments, &[], (80, 24));
        assert_eq!(window.end(), 3);
        assert!(window.shows("guide.toml"), "{}", window.text());
    }
}
