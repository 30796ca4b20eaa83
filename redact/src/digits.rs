//! The digits of all the scripts that are neither ASCII, full-width nor ideographs.

/// The digits outside ASCII, the full-width forms and the ideographs: their first character, how many
/// follow each other, and the value of the first. All decimal digits of Unicode are among them, and
/// what is a digit in a circle, in brackets, raised or lowered.
pub(super) static RUNS: [(char, u8, u8); 110] = [
    ('²', 2, 2),
    ('¹', 1, 1),
    ('\u{660}', 10, 0),
    ('\u{6F0}', 10, 0),
    ('\u{7C0}', 10, 0),
    ('\u{966}', 10, 0),
    ('\u{9E6}', 10, 0),
    ('\u{A66}', 10, 0),
    ('\u{AE6}', 10, 0),
    ('\u{B66}', 10, 0),
    ('\u{BE6}', 10, 0),
    ('\u{C66}', 10, 0),
    ('\u{CE6}', 10, 0),
    ('\u{D66}', 10, 0),
    ('\u{DE6}', 10, 0),
    ('\u{E50}', 10, 0),
    ('\u{ED0}', 10, 0),
    ('\u{F20}', 10, 0),
    ('\u{1040}', 10, 0),
    ('\u{1090}', 10, 0),
    ('\u{1369}', 9, 1),
    ('\u{17E0}', 10, 0),
    ('\u{1810}', 10, 0),
    ('\u{1946}', 10, 0),
    ('\u{19D0}', 10, 0),
    ('\u{19DA}', 1, 1),
    ('\u{1A80}', 10, 0),
    ('\u{1A90}', 10, 0),
    ('\u{1B50}', 10, 0),
    ('\u{1BB0}', 10, 0),
    ('\u{1C40}', 10, 0),
    ('\u{1C50}', 10, 0),
    ('⁰', 1, 0),
    ('⁴', 6, 4),
    ('₀', 10, 0),
    ('①', 9, 1),
    ('⑴', 9, 1),
    ('⒈', 9, 1),
    ('⓪', 1, 0),
    ('⓵', 9, 1),
    ('⓿', 1, 0),
    ('○', 1, 0),
    ('◯', 1, 0),
    ('❶', 9, 1),
    ('➀', 9, 1),
    ('➊', 9, 1),
    ('\u{2F00}', 1, 1),
    ('\u{2F06}', 1, 2),
    ('\u{2F0B}', 1, 8),
    ('〇', 1, 0),
    ('〡', 9, 1),
    ('㆒', 4, 1),
    ('㈠', 9, 1),
    ('㊀', 9, 1),
    ('\u{A620}', 10, 0),
    ('\u{A8D0}', 10, 0),
    ('\u{A900}', 10, 0),
    ('\u{A9D0}', 10, 0),
    ('\u{A9F0}', 10, 0),
    ('\u{AA50}', 10, 0),
    ('\u{ABF0}', 10, 0),
    ('\u{F96B}', 1, 3),
    ('\u{F9B2}', 1, 0),
    ('\u{F9D1}', 1, 6),
    ('\u{F9D3}', 1, 6),
    ('\u{104A0}', 10, 0),
    ('\u{10A40}', 4, 1),
    ('\u{10D30}', 10, 0),
    ('\u{10D40}', 10, 0),
    ('\u{10E60}', 9, 1),
    ('\u{11052}', 9, 1),
    ('\u{11066}', 10, 0),
    ('\u{110F0}', 10, 0),
    ('\u{11136}', 10, 0),
    ('\u{111D0}', 10, 0),
    ('\u{112F0}', 10, 0),
    ('\u{11450}', 10, 0),
    ('\u{114D0}', 10, 0),
    ('\u{11650}', 10, 0),
    ('\u{116C0}', 10, 0),
    ('\u{116D0}', 10, 0),
    ('\u{116DA}', 10, 0),
    ('\u{11730}', 10, 0),
    ('\u{118E0}', 10, 0),
    ('\u{11950}', 10, 0),
    ('\u{11BF0}', 10, 0),
    ('\u{11C50}', 10, 0),
    ('\u{11D50}', 10, 0),
    ('\u{11DA0}', 10, 0),
    ('\u{11DE0}', 10, 0),
    ('\u{11F50}', 10, 0),
    ('\u{16130}', 10, 0),
    ('\u{16A60}', 10, 0),
    ('\u{16AC0}', 10, 0),
    ('\u{16B50}', 10, 0),
    ('\u{16D70}', 10, 0),
    ('\u{1CCF0}', 10, 0),
    ('\u{1D7CE}', 10, 0),
    ('\u{1D7D8}', 10, 0),
    ('\u{1D7E2}', 10, 0),
    ('\u{1D7EC}', 10, 0),
    ('\u{1D7F6}', 10, 0),
    ('\u{1E140}', 10, 0),
    ('\u{1E2F0}', 10, 0),
    ('\u{1E4F0}', 10, 0),
    ('\u{1E5F1}', 10, 0),
    ('\u{1E950}', 10, 0),
    ('\u{1F100}', 1, 0),
    ('\u{1F101}', 10, 0),
    ('\u{1FBF0}', 10, 0),
];

/// Where those are, a bit for each 64 characters: of most others nothing more is asked.
static NEAR_RUNS: [u64; 32] = {
    let mut bits = [0; 32];
    let mut at = 0;
    while at < RUNS.len() {
        let (first, count, _) = RUNS[at];
        let mut block = first as usize / 64;
        while block <= (first as usize + count as usize - 1) / 64 {
            bits[block / 64] |= 1 << (block % 64);
            block += 1;
        }
        at += 1;
    }
    bits
};

/// The value of a digit that is neither of ASCII, a full-width form nor an ideograph.
pub(super) fn rare_digit(c: char) -> Option<u8> {
    let block = c as usize / 64;
    if NEAR_RUNS.get(block / 64).is_none_or(|bits| bits >> (block % 64) & 1 == 0) {
        return None;
    }
    let at = RUNS.partition_point(|(first, ..)| *first <= c).checked_sub(1)?;
    let (first, count, value) = RUNS[at];
    let place = c as u32 - first as u32;
    (place < u32::from(count)).then(|| value + place as u8)
}
