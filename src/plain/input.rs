//! What was typed: a line, and whether it is a command.

use crate::{clean, guide::half_width, limits::LINE_BYTES, redact};
use std::io::{self, BufRead, ErrorKind};

/// The next line, cleaned, or nothing at the end of the input.
pub(super) fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut kept = Vec::new();
    let (mut any, mut cut) = (false, false);
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            break;
        }
        any = true;
        let end = bytes.iter().position(|&byte| byte == b'\n');
        let part = &bytes[..end.unwrap_or(bytes.len())];
        let room = LINE_BYTES - kept.len();
        kept.extend_from_slice(&part[..part.len().min(room)]);
        cut |= part.len() > room;
        let used = end.map_or(bytes.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    let line = clean::line(&String::from_utf8_lossy(&kept), usize::MAX);
    // Of a number that is cut in two nobody could tell that it is a card's.
    let line = if cut { redact::without_last_number(&line) } else { &line };
    Ok(any.then(|| line.to_owned()))
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Back,
    How,
    Review,
    Change,
    Note,
    Export,
    Tick,
    GiveUp,
    New,
    Lookup,
    Language,
    Help,
    Quit,
}

/// Every command with its letter. Other letters are free for answers.
const VERBS: [(char, Verb); 13] = [
    ('b', Verb::Back),
    ('h', Verb::How),
    ('r', Verb::Review),
    ('c', Verb::Change),
    ('n', Verb::Note),
    ('e', Verb::Export),
    ('t', Verb::Tick),
    ('g', Verb::GiveUp),
    ('s', Verb::New),
    ('/', Verb::Lookup),
    ('l', Verb::Language),
    ('?', Verb::Help),
    ('q', Verb::Quit),
];

/// What people type before they have read the help.
const ALSO: [(&str, Verb); 4] =
    [("back", Verb::Back), ("help", Verb::Help), ("quit", Verb::Quit), ("exit", Verb::Quit)];

impl Verb {
    /// Whether something belongs to it.
    fn takes_rest(self) -> bool {
        matches!(self, Self::Change | Self::Note | Self::Export | Self::Tick | Self::Lookup)
    }

    /// Whether those are numbers, which may stand right behind the letter.
    fn takes_numbers(self) -> bool {
        matches!(self, Self::Change | Self::Tick)
    }
}

/// A typed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'l> {
    /// A command with what belongs to it.
    Command(Verb, &'l str),
    /// Anything else.
    Answer(&'l str),
}

impl<'l> Line<'l> {
    /// Tells commands from answers. Where codes are asked for, `c2` is a code and `c 2` a command;
    /// elsewhere both are.
    pub(super) fn parse(line: &'l str, codes: bool) -> Self {
        let line = line.trim();
        // What is looked up may stand right behind the stroke.
        if let Some(rest) = line.strip_prefix(['/', '／']) {
            return Self::Command(Verb::Lookup, rest.trim_start());
        }
        let (head, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim_start();
        match verb(head) {
            Some(verb) if rest.is_empty() || verb.takes_rest() => Self::Command(verb, rest),
            None if rest.is_empty() && !codes => Self::glued(line).unwrap_or(Self::Answer(line)),
            _ => Self::Answer(line),
        }
    }

    /// A command with its numbers right behind it.
    fn glued(line: &'l str) -> Option<Self> {
        let (at, _) = line.char_indices().nth(1)?;
        let (letter, rest) = line.split_at(at);
        let verb = verb(letter).filter(|verb| verb.takes_numbers())?;
        numbers(rest).map(|_| Self::Command(verb, rest))
    }
}

fn verb(head: &str) -> Option<Verb> {
    let head = plain(head);
    let by_letter = VERBS.iter().find(|(letter, _)| head.chars().eq([*letter]));
    let by_word = || ALSO.iter().find(|(word, _)| *word == head).map(|(_, verb)| *verb);
    by_letter.map(|(_, verb)| *verb).or_else(by_word)
}

/// The text in half-width small letters.
pub(super) fn plain(text: &str) -> String {
    text.trim().chars().map(half_width).flat_map(char::to_lowercase).collect()
}

/// One number.
pub(super) fn number(text: &str) -> Option<usize> {
    let text = plain(text);
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Numbers with commas or blanks between them; at least one.
pub(super) fn numbers(text: &str) -> Option<Vec<usize>> {
    let parts =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；'));
    let numbers: Option<Vec<_>> = parts.filter(|part| !part.is_empty()).map(number).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Cursor};

    fn lines(bytes: &[u8]) -> Vec<String> {
        let mut input = BufReader::with_capacity(7, Cursor::new(bytes));
        std::iter::from_fn(|| read_line(&mut input).expect("memory never fails")).collect()
    }

    #[test]
    fn reads_lines_of_any_bytes() {
        assert_eq!(
            lines(b"1\r\n\nn caf\xff\xfe\x1b[2J\n2"),
            ["1", "", "n caf\u{fffd}\u{fffd}", "2"]
        );
        assert_eq!(lines(b""), Vec::<String>::new());
    }

    #[test]
    fn a_flood_is_one_line() {
        let mut flood = vec![b'7'; 1_000_000];
        flood.extend_from_slice(b"\n1\n");
        let lines = lines(&flood);
        assert_eq!(lines.len(), 2);
        // The last digits could be the beginning of a card number.
        assert_eq!(lines[0].len(), LINE_BYTES - 19);
        assert_eq!(lines[1], "1");
    }

    #[test]
    fn a_line_means_one_thing() {
        use Line::{Answer, Command};
        for (line, codes, meaning) in [
            ("b", false, Command(Verb::Back, "")),
            ("Ｂ", true, Command(Verb::Back, "")),
            ("？", false, Command(Verb::Help, "")),
            ("HELP", false, Command(Verb::Help, "")),
            ("c 2", true, Command(Verb::Change, "2")),
            ("c2", false, Command(Verb::Change, "2")),
            ("Ｔ１２", false, Command(Verb::Tick, "１２")),
            ("t1,2", false, Command(Verb::Tick, "1,2")),
            ("c2", true, Answer("c2")),
            ("n\u{3000}客人说 2", false, Command(Verb::Note, "客人说 2")),
            ("N", false, Command(Verb::Note, "")),
            ("n7", false, Answer("n7")),
            ("b 2", false, Answer("b 2")),
            ("1", false, Answer("1")),
            ("u", true, Answer("u")),
            ("", false, Answer("")),
            ("c", false, Command(Verb::Change, "")),
            ("c二", false, Answer("c二")),
        ] {
            assert_eq!(Line::parse(line, codes), meaning, "{line}");
        }
    }

    #[test]
    fn reads_numbers_however_they_are_typed() {
        assert_eq!(numbers("1,3"), Some(vec![1, 3]));
        assert_eq!(numbers(" １、３ "), Some(vec![1, 3]));
        assert_eq!(numbers("1， 12"), Some(vec![1, 12]));
        for none in ["", ",", "1a", "-1", "+1", "99999999999999999999999"] {
            assert_eq!(numbers(none), None, "{none}");
        }
    }
}
