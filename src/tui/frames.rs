//! What is drawn, on its way to the terminal: a frame is written in one piece, in colours that every
//! terminal knows.

use std::{
    io::{self, Write},
    mem, thread,
};

const ESCAPE: u8 = 0x1B;

/// Collects what is drawn until it is flushed, and writes it in one go: nobody sees half a frame, and
/// the system is called once.
///
/// The terminal library names the sixteen colours by their numbers in a palette of 256 (`38;5;9`). A
/// terminal that has sixteen takes the 5 for "blinking". Here they get the names that are older than
/// that palette (`91`), and shorter.
#[derive(Debug)]
pub(super) struct Frames<W> {
    waiting: Vec<u8>,
    out: W,
    /// Whether the terminal is gone. That is told once, and then no more: whoever clears up would
    /// complain of it to a terminal that is gone.
    gone: bool,
}

impl<W: Write> Frames<W> {
    pub(super) fn new(out: W) -> Self {
        Self { waiting: Vec::new(), out, gone: false }
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, drawn: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(drawn);
        Ok(drawn.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // What could not be written now must not come later, in the middle of something else.
        let drawn = mem::take(&mut self.waiting);
        if drawn.is_empty() || self.gone {
            return Ok(());
        }
        let written = self.out.write_all(&in_sixteen(&drawn)).and_then(|()| self.out.flush());
        self.gone = written.is_err();
        if thread::panicking() { Ok(()) } else { written }
    }
}

/// The same with the sixteen colours under their own names. Only what steers the terminal changes,
/// no text.
fn in_sixteen(drawn: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(drawn.len());
    let mut rest = drawn;
    while let Some(at) = rest.windows(2).position(|pair| pair == [ESCAPE, b'[']) {
        let (before, sequence) = rest.split_at(at + 2);
        out.extend_from_slice(before);
        let end = sequence.iter().position(|byte| matches!(byte, b'@'..=b'~'));
        let (parameters, after) = sequence.split_at(end.unwrap_or(sequence.len()));
        if after.first() == Some(&b'm') {
            out.extend_from_slice(named(parameters).as_bytes());
        } else {
            out.extend_from_slice(parameters);
        }
        rest = after;
    }
    out.extend_from_slice(rest);
    out
}

/// The parameters of a change of style, with colours below 16 under their own names.
fn named(parameters: &[u8]) -> String {
    let text = String::from_utf8_lossy(parameters);
    let all: Vec<&str> = text.split(';').collect();
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    while let Some(&one) = all.get(at) {
        let number = all.get(at + 2).and_then(|number| number.parse::<u16>().ok());
        match (one, all.get(at + 1), number) {
            ("38" | "48", Some(&"5"), Some(number)) => {
                let back = if one == "48" { 10 } else { 0 };
                out.push(match number {
                    0..8 => (30 + back + number).to_string(),
                    8..16 => (90 + back + number - 8).to_string(),
                    _ => format!("{one};5;{number}"),
                });
                at += 3;
            }
            // A colour of 24 bits has three more numbers, which may look like anything.
            ("38" | "48", Some(&"2"), _) => {
                let end = all.len().min(at + 5);
                out.push(all[at..end].join(";"));
                at = end;
            }
            _ => {
                out.push(one.to_owned());
                at += 1;
            }
        }
    }
    out.join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixteen_colours_get_their_own_names_and_no_text_changes() {
        let cases = [
            ("\u{1b}[38;5;9mred", "\u{1b}[91mred"),
            ("\u{1b}[38;5;6;49m", "\u{1b}[36;49m"),
            ("\u{1b}[1;48;5;15;38;5;0m", "\u{1b}[1;107;30m"),
            ("\u{1b}[38;5;200m", "\u{1b}[38;5;200m"),
            ("\u{1b}[38;2;5;38;5;48;5;1m", "\u{1b}[38;2;5;38;5;41m"),
            ("\u{1b}[m\u{1b}[;m\u{1b}[38m", "\u{1b}[m\u{1b}[;m\u{1b}[38m"),
            ("\u{1b}[38;5;9H客 [38;5;9m;38;5;9", "\u{1b}[38;5;9H客 [38;5;9m;38;5;9"),
            ("\u{1b}[38;5", "\u{1b}[38;5"),
        ];
        for (drawn, named) in cases {
            let sent = in_sixteen(drawn.as_bytes());
            assert_eq!(String::from_utf8_lossy(&sent), named, "{drawn:?}");
        }
    }

    #[test]
    fn nothing_is_sent_before_a_frame_is_whole() {
        let mut frames = Frames::new(Vec::new());
        frames.write_all(b"half").expect("memory");
        assert!(frames.out.is_empty());
        frames.write_all(b" and half").expect("memory");
        frames.flush().expect("memory");
        assert_eq!(frames.out, b"half and half");
    }

    #[test]
    fn a_terminal_that_is_gone_is_told_of_once() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut frames = Frames::new(Gone);
        let told: Vec<bool> = (0..3)
            .map(|_| frames.write_all(b"a frame").and_then(|()| frames.flush()).is_err())
            .collect();
        assert_eq!(told, [true, false, false]);
    }
}
