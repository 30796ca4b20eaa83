//! What is drawn, on its way to the terminal: a frame is written in one piece.

use std::{
    io::{self, Write},
    mem, thread,
};

/// Collects what is drawn until it is flushed, and writes it in one go: nobody sees half a frame, and
/// the system is called once.
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
        let written = self.out.write_all(&drawn).and_then(|()| self.out.flush());
        self.gone = written.is_err();
        if thread::panicking() { Ok(()) } else { written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
