//! Places as editors count them: lines and characters, both from 1.

use crate::{
    guide::{Place, SourceFile, visible},
    redact::redact,
};
use serde::Serialize;

/// A place in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Spot {
    /// The line, from 1.
    pub(super) line: usize,
    /// The character in the line (a code point), from 1.
    pub(super) column: usize,
    /// The line of the end.
    pub(super) end_line: usize,
    /// The character after the last one, from 1.
    pub(super) end_column: usize,
}

/// Turns places into spots; each file's lines are found once.
pub(super) struct Spots<'f> {
    files: &'f [SourceFile],
    lines: Vec<Option<Vec<usize>>>,
}

impl<'f> Spots<'f> {
    pub(super) fn new(files: &'f [SourceFile]) -> Self {
        Self { files, lines: vec![None; files.len()] }
    }

    /// The file's name, without anything that steers a terminal.
    pub(super) fn file(&self, place: Place) -> String {
        let name = self.files.get(place.file as usize).map_or("", |file| &file.name);
        redact(&visible(name)).text
    }

    /// Where a place is. A place in a file that is not there is its beginning.
    pub(super) fn spot(&mut self, place: Place) -> Spot {
        let at = place.file as usize;
        let Some(file) = self.files.get(at) else {
            return Spot { line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let lines = self.lines[at].get_or_insert_with(|| {
            let breaks = file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        });
        let point = |byte: u32| {
            let byte = (byte as usize).min(file.text.len());
            let line = lines.partition_point(|&start| start <= byte);
            let start = lines[line - 1];
            let before = &file.text.as_bytes()[start..byte];
            // Bytes that begin a character.
            let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
            (line, column)
        };
        let ((line, column), (end_line, end_column)) = (point(place.start), point(place.end));
        Spot { line, column, end_line, end_column }
    }
}
