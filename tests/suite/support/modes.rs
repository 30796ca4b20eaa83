//! What a program has switched on in a terminal, read from what it wrote.

use std::collections::BTreeSet;

/// What is switched on still, by the numbers of the modes (1049 the other screen, 1000 to 1015 the
/// mouse, 1004 focus, 2004 pasting); and `-25` where the cursor is hidden.
pub(crate) fn left_on(written: &[u8]) -> BTreeSet<i32> {
    let mut on = BTreeSet::new();
    let text = String::from_utf8_lossy(written);
    for sequence in text.split("\u{1b}[?").skip(1) {
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';');
        let Some(end) = end else { continue };
        let set = match sequence.as_bytes()[end] {
            b'h' => true,
            b'l' => false,
            _ => continue,
        };
        for mode in sequence[..end].split(';').filter_map(|mode| mode.parse::<i32>().ok()) {
            // The cursor is there unless it is switched off.
            let (mode, set) = if mode == 25 { (-25, !set) } else { (mode, set) };
            if set {
                on.insert(mode);
            } else {
                on.remove(&mode);
            }
        }
    }
    on
}

#[test]
fn modes_are_read_as_a_terminal_reads_them() {
    let left = |text: &str| left_on(text.as_bytes()).into_iter().collect::<Vec<_>>();
    assert_eq!(left("\u{1b}[?1049h\u{1b}[?1000;1004hx\u{1b}[?25l"), [-25, 1000, 1004, 1049]);
    assert_eq!(left("\u{1b}[?1049h\u{1b}[?25l\u{1b}[?25h\u{1b}[?1049l"), [0_i32; 0]);
    assert_eq!(left("\u{1b}[?2004h\u{1b}[?2004$p"), [2004]);
}
