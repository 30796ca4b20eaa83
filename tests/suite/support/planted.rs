//! Card data to be planted in the program's inputs, and the search for it in what it wrote.

use super::{
    cards::{rows, seven_of},
    program::program,
};
use std::{fs, path::Path};

/// Card numbers of several schemes; nobody's.
pub(crate) const NUMBERS: [&str; 6] = [
    "6225758305943812",
    "4539578763621486",
    "5425233430109903",
    "371449635398431",
    "3566002020360505",
    "6228481739205648910",
];

/// Secrets with their labels, and their digits.
pub(crate) const SECRETS: [(&str, &str); 6] = [
    ("PIN 82649", "82649"),
    ("密码 573829", "573829"),
    ("密码是 九五一七三八", "951738"),
    ("pin: 4 7 1 9 3", "47193"),
    ("CVV 80517", "80517"),
    ("验证码 648201", "648201"),
];

/// Each number in the disguises that can be typed into one line.
pub(crate) fn disguises() -> Vec<String> {
    let fours = |number: &str, by: &str| {
        let fours: Vec<&str> = number
            .as_bytes()
            .chunks(4)
            .map(|four| std::str::from_utf8(four).expect("digits"))
            .collect();
        fours.join(by)
    };
    let wide = |number: &str| {
        number.bytes().map(|byte| char::from_u32(0xFEE0 + u32::from(byte)).expect("one")).collect()
    };
    let mut all: Vec<String> = NUMBERS.iter().map(|number| (*number).to_owned()).collect();
    all.push(fours(NUMBERS[0], " "));
    all.push(fours(NUMBERS[1], "-"));
    all.push(wide(NUMBERS[2]));
    all.push(format!("卡{}刷不了", fours(NUMBERS[4], "\u{3000}")));
    all
}

/// What was planted, as it is typed.
pub(crate) fn planted() -> Vec<String> {
    let secrets = SECRETS.iter().map(|(text, _)| (*text).to_owned());
    disguises().into_iter().chain(secrets).collect()
}

/// Asserts that nothing of what was planted can be read in these bytes.
#[track_caller]
pub(crate) fn search(bytes: &[u8], where_: &str) {
    let raw = String::from_utf8_lossy(bytes);
    // A terminal's own codes stand between what it shows: without them the text is joined again.
    let joined = without_codes(&raw);
    let texts = [&*raw, &joined];
    // Read once, and not for each number: a database is long, and a test is slow code.
    let distinct = if joined == raw { &texts[..1] } else { &texts[..] };
    for text in distinct {
        let digits = rows(text);
        for number in NUMBERS {
            assert_eq!(seven_of(number, &digits), None, "{where_}: {number} in\n{text}");
        }
        for (label, secret) in SECRETS {
            assert!(
                !text.contains(secret) && !digits.contains(secret),
                "{where_}: {label} in\n{text}"
            );
        }
    }
}

/// A text without escape sequences.
fn without_codes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\u{1b}' {
            out.push(c);
        } else if rest.next() == Some('[') {
            rest.by_ref().find(|c| ('@'..='~').contains(c));
        }
    }
    out
}

/// Searches the files in a folder, and their names.
#[track_caller]
pub(crate) fn search_files(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            count += search_files(&path);
        } else {
            search(path.file_name().expect("a name").as_encoded_bytes(), "the name of a file");
            search(&fs::read(&path).expect("it can be read"), "a file");
            count += 1;
        }
    }
    count
}

/// Runs the program, and gives all that it wrote.
pub(crate) fn written(
    folder: &Path,
    arguments: &[&str],
    environment: &[(&str, &str)],
    input: &str,
) -> Vec<u8> {
    let output = program(folder, arguments, environment, input.as_bytes());
    [output.stdout, output.stderr].concat()
}
