//! How often a note without card data is changed: `cargo test false_alarms -- --nocapture` prints it.

use crate::support::notes::{Numbers, note};
use tilldoc::session::redact;

/// Notes that are made; of a thousand at most one may change.
const NOTES: usize = 50_000;

#[test]
#[expect(clippy::print_stdout, reason = "the figure is what a reader wants to see")]
fn of_a_thousand_notes_without_card_data_less_than_one_changes() {
    let mut numbers = Numbers(20_261_123);
    let mut changed = Vec::new();
    for _ in 0..NOTES {
        let note = note(&mut numbers);
        let redacted = redact(&note);
        if redacted.masked {
            changed.push(format!("{note:?}\n    {:?}", redacted.text));
        }
    }
    let share = changed.len() as f64 * 100.0 / NOTES as f64;
    println!("false alarms: {} of {NOTES} notes ({share:.2} %)", changed.len());
    println!("{}", changed.join("\n"));
    assert!(changed.len() * 1_000 < NOTES, "{share:.2} %:\n{}", changed.join("\n"));
}
