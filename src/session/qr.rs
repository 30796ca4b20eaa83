//! A QR code that fits into a window, drawn with characters.

use qrcode::{Color, EcLevel, QrCode, Version, bits::Bits, types::QrResult};

/// Light modules that a code has around it where there is room, by the standard.
const QUIET: usize = 4;

/// Light modules that do in a small window: phones read it, and a larger code says more.
const QUIET_SMALL: usize = 2;

/// The side of a window, in modules, from which on there is room. Version 6, the smallest that holds
/// all that matters in Chinese, has 41 modules.
const ROOMY: usize = 41 + 2 * QUIET;

/// Modules on a side of version 1, and how many each further version adds.
const SMALLEST: usize = 21;
const STEP: usize = 4;

/// The number of UTF-8 among the character sets that a QR code can name.
const UTF_8: u32 = 26;

/// How modules are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Two modules, one above the other, a character: `▀`, `▄`, `█` and blanks.
    HalfBlocks,
    /// A module as two characters: `##` and blanks.
    Ascii,
}

/// Which modules the characters draw, blanks standing for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The dark ones: for black on white, which is what all readers know.
    Dark,
    /// The light ones: for light characters on a dark ground that can't be changed.
    Light,
}

/// A QR code with the light margin that it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
    text: String,
    whole: bool,
}

impl Qr {
    /// The code that says as many of the lines as fit, the first ones first, into a window of
    /// `columns` x `rows` characters. A line that does not fit is cut, and the rest left out.
    /// Nothing where not even a few words fit.
    pub fn fit(lines: &[String], columns: usize, rows: usize, drawing: Drawing) -> Option<Self> {
        let room = match drawing {
            Drawing::HalfBlocks => columns.min(rows * 2),
            Drawing::Ascii => (columns / 2).min(rows),
        };
        let quiet = if room < ROOMY { QUIET_SMALL } else { QUIET };
        let inner = room.checked_sub(2 * quiet + SMALLEST)?;
        let largest = i16::try_from(inner / STEP + 1).unwrap_or(40).min(40);
        let most = capacity(largest, EcLevel::L)?;
        let (text, whole) = cut(lines, most);
        if text.is_empty() {
            return None;
        }
        // The better correction where there is room for it, then the smaller code.
        let levels = [EcLevel::M, EcLevel::L].into_iter();
        let mut ways = levels.flat_map(|level| (1..=largest).map(move |version| (version, level)));
        let fits = |(version, level): &(i16, EcLevel)| {
            capacity(*version, *level).is_some_and(|most| text.len() <= most)
        };
        let (version, level) = ways.find(fits)?;
        let code = encode(&text, version, level).ok()?;
        Some(Self::with_margin(&code, quiet, text, whole))
    }

    fn with_margin(code: &QrCode, quiet: usize, text: String, whole: bool) -> Self {
        let width = code.width();
        let side = width + 2 * quiet;
        let mut dark = vec![false; side * side];
        for (at, color) in code.to_colors().into_iter().enumerate() {
            dark[(at / width + quiet) * side + at % width + quiet] = color == Color::Dark;
        }
        Self { side, dark, text, whole }
    }

    /// Modules on each side, the margin included.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Whether the module in this column and row is dark; outside of the code all is light.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && row < self.side && self.dark[row * self.side + column]
    }

    /// What the code says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether that is everything there is to say.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The code as rows of characters, each as wide as the code.
    ///
    /// With [`Ink::Dark`] the caller sets the colours, black on white, whatever the terminal's are.
    pub fn rows(&self, drawing: Drawing, ink: Ink) -> Vec<String> {
        let drawn = |column, row| self.is_dark(column, row) == (ink == Ink::Dark);
        let columns = 0..self.side;
        match drawing {
            Drawing::HalfBlocks => (0..self.side.div_ceil(2))
                .map(|row| {
                    let half = |column| match (drawn(column, row * 2), drawn(column, row * 2 + 1)) {
                        (true, true) => '█',
                        (true, false) => '▀',
                        (false, true) => '▄',
                        (false, false) => ' ',
                    };
                    columns.clone().map(half).collect()
                })
                .collect(),
            Drawing::Ascii => (0..self.side)
                .map(|row| {
                    let pair = |column| if drawn(column, row) { "##" } else { "  " };
                    columns.clone().map(pair).collect()
                })
                .collect(),
        }
    }
}

/// The text in byte mode, as UTF-8 by name.
///
/// Not the mode that takes the least room: that finds Japanese characters in the bytes of Chinese
/// ones, and readers then show those.
fn encode(text: &str, version: i16, level: EcLevel) -> QrResult<QrCode> {
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_eci_designator(UTF_8)?;
    bits.push_byte_data(text.as_bytes())?;
    bits.push_terminator(level)?;
    QrCode::with_bits(bits, level)
}

/// How many bytes a code of this version holds.
fn capacity(version: i16, level: EcLevel) -> Option<usize> {
    let mut head = Bits::new(Version::Normal(version));
    head.push_eci_designator(UTF_8).ok()?;
    head.push_byte_data(&[]).ok()?;
    Some((head.max_len(level).ok()?.checked_sub(head.len())?) / 8)
}

/// As much of the lines as has room in so many bytes, and whether that is everything.
fn cut(lines: &[String], most: usize) -> (String, bool) {
    /// Less of a line than this is not worth its beginning.
    const LEAST: usize = 4;
    const CUT: char = '…';
    let mut text = String::new();
    for line in lines {
        let joint = usize::from(!text.is_empty());
        let room = most.saturating_sub(text.len() + joint);
        let whole = line.len() <= room;
        let kept =
            if whole { line.as_str() } else { start(line, room.saturating_sub(CUT.len_utf8())) };
        if !whole && kept.chars().count() < LEAST {
            return (text, false);
        }
        if joint > 0 {
            text.push('\n');
        }
        text.push_str(kept);
        if !whole {
            text.push(CUT);
            return (text, false);
        }
    }
    (text, true)
}

/// The longest beginning that has at most so many bytes.
fn start(text: &str, bytes: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.take_while(|end| *end <= bytes).last().unwrap_or(0);
    text[..end].trim_end()
}
