//! What a program asks of its terminal, beside showing text.

use std::collections::BTreeSet;

/// Sequences and control characters of an output, and the text between them.
#[derive(Default)]
pub(crate) struct Controls {
    /// Each as it was written, in order.
    pub(crate) all: Vec<String>,
    /// What is left without them; a line end where one places the cursor.
    pub(crate) text: String,
}

impl Controls {
    /// Reads an output as a terminal does.
    pub(crate) fn of(output: &str) -> Self {
        let mut own = Self::default();
        let mut rest = output;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '\u{1b}' => sequence(rest),
                '\n' | '\r' => 0,
                _ if first.is_control() => first.len_utf8(),
                _ => 0,
            };
            let (control, after) = rest.split_at(length.max(first.len_utf8()));
            if length > 0 {
                own.all.push(control.to_owned());
                own.text.push_str(if control.ends_with('H') { "\n" } else { "" });
            } else if first != '\r' {
                own.text.push(first);
            }
            rest = after;
        }
        own
    }

    /// What sorts there are: all but for numbers of places, and each look of text by itself.
    pub(crate) fn sorts(&self) -> BTreeSet<String> {
        self.all.iter().flat_map(|own| sorts(own)).collect()
    }

    /// How often one was written.
    pub(crate) fn count(&self, control: &str) -> usize {
        self.all.iter().filter(|own| *own == control).count()
    }
}

/// Bytes of the escape sequence that a text begins with.
fn sequence(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    let whole = |end: Option<(usize, char)>| end.map_or(text.len(), |(at, c)| at + c.len_utf8());
    match chars.next() {
        Some((_, '[')) => whole(chars.find(|(_, c)| ('@'..='~').contains(c))),
        Some((_, ']' | 'P' | 'X' | '^' | '_')) => {
            whole(chars.find(|(_, c)| matches!(c, '\u{7}' | '\\' | '\u{9c}')))
        }
        Some((_, ' '..='/')) => whole(chars.find(|(_, c)| ('0'..='~').contains(c))),
        second => whole(second),
    }
}

fn sorts(control: &str) -> Vec<String> {
    let Some(own) = control.strip_prefix("\u{1b}[") else { return vec![control.to_owned()] };
    let (parameters, last) = own.split_at(own.len() - 1);
    match last {
        "m" => looks(parameters),
        "H" | "A" | "B" | "C" | "D" | "G" | "d" | "X" => {
            let plain = parameters.chars().all(|c| c.is_ascii_digit() || c == ';');
            vec![if plain { last.to_owned() } else { own.to_owned() }]
        }
        _ => vec![own.to_owned()],
    }
}

/// Each look that a sequence of them asks for: a colour by three numbers or by its place is one.
fn looks(parameters: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = parameters.split(';');
    while let Some(first) = rest.next() {
        let more = match first {
            "38" | "48" => rest.clone().next().map_or(0, |kind| if kind == "2" { 4 } else { 2 }),
            _ => 0,
        };
        let look: Vec<&str> = std::iter::once(first).chain(rest.by_ref().take(more)).collect();
        all.push(format!("{}m", look.join(";")));
    }
    all
}

#[test]
fn an_output_is_read_as_a_terminal_does() {
    let own = Controls::of(
        "a\u{1b}[1;31;38;2;1;2;3mb\u{1b}[2;4Hc\u{1b}]0;t\u{7}d\u{1b}(Be\u{1b}cf\u{9b}g\u{1b}[?25l",
    );
    assert_eq!(own.text, "ab\ncdefg");
    let sorts: Vec<String> = own.sorts().into_iter().collect();
    let expected = [
        "\u{1b}(B",
        "\u{1b}]0;t\u{7}",
        "\u{1b}c",
        "1m",
        "31m",
        "38;2;1;2;3m",
        "?25l",
        "H",
        "\u{9b}",
    ];
    assert_eq!(sorts, expected);
    assert_eq!(own.count("\u{1b}[2;4H"), 1);
}
