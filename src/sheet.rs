//! Tables for spreadsheets: CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it as such.
//!
//! No text in one is taken for a formula, whatever it begins with.

use crate::clean;

/// By this mark at its beginning Excel knows a file as UTF-8.
const MARK: &str = "\u{FEFF}";

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// A text.
    Text(String),
    /// Something that is counted.
    Count(usize),
    /// A number.
    Number(f64),
    /// Nothing.
    Empty,
}

impl Cell {
    /// As it is written. A number may begin with a minus, a text not.
    fn written(&self) -> String {
        match self {
            Self::Text(text) => clean::cell(&clean::line(text, usize::MAX)),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => format!("{number:?}"),
            Self::Empty => String::new(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// A table with its headings, which are stable names.
pub(crate) struct Sheet {
    writer: csv::Writer<Vec<u8>>,
}

impl Sheet {
    /// A table with these columns.
    pub(crate) fn new(headings: &[&str]) -> Self {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(MARK.as_bytes().to_vec());
        // Memory does not fail.
        let _ = writer.write_record(headings);
        Self { writer }
    }

    /// Adds a line: one cell a column.
    pub(crate) fn row<const COLUMNS: usize>(&mut self, cells: [Cell; COLUMNS]) {
        // Memory does not fail, and a line has as many cells as there are headings.
        let _ = self.writer.write_record(cells.map(|cell| cell.written()));
    }

    /// The table as text.
    pub(crate) fn text(self) -> String {
        let bytes = self.writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula_and_numbers_are_numbers() {
        let mut sheet = Sheet::new(&["what", "count"]);
        for text in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\u{200b}=1", " =1", "＝1", "a=1"]
        {
            sheet.row([text.into(), Cell::Empty]);
        }
        sheet.row([Cell::from(-1.5), Some(7).into()]);
        sheet.row(["a,\"b\"".into(), Cell::from(None::<usize>)]);
        let text = sheet.text();
        let lines: Vec<&str> = text.split("\r\n").collect();
        let expected = [
            "\u{FEFF}what,count",
            "'=1+1,",
            "'+1,",
            "'-1,",
            "'@A1,",
            "'=1,",
            "'=1,",
            "'=1,",
            "'=1,",
            "'＝1,",
            "a=1,",
            "-1.5,7",
            "\"a,\"\"b\"\"\",",
            "",
        ];
        assert_eq!(lines, expected);
    }
}
