//! Which numbers can be a card's: the schemes' ranges, their lengths, and Luhn's check.

/// A range of numbers: how they begin, and how many digits they have.
struct Range {
    /// The first digit of all of them.
    head: u8,
    /// The first and the last beginning, which have the same count of digits.
    begins: (u32, u32),
    /// How many digits a beginning has.
    width: usize,
    /// The lengths, a bit each.
    lengths: u32,
}

const fn range(begins: (u32, u32), width: usize, lengths: u32) -> Range {
    let head = (begins.0 / 10_u32.pow(width as u32 - 1)) as u8;
    Range { head, begins, width, lengths }
}

/// The bits of the lengths from `first` to `last`.
const fn lengths(first: u32, last: u32) -> u32 {
    (2 << last) - (1 << first)
}

/// `UnionPay` and all else that begins with 6: Discover, `RuPay`, Maestro, and cards that Chinese banks
/// gave out before `UnionPay` had a range of its own.
const LONG: u32 = lengths(16, 19);

/// Maestro has short numbers, too; taken for cards everywhere, these would be barcodes (69) and the
/// numbers of parcels.
const MAESTRO: u32 = lengths(13, 19);

/// The ranges, by their first digit. Those of three digits and more with a 9 are debit cards of single Chinese banks.
static RANGES: [Range; 44] = [
    range((103, 103), 3, 1 << 19),
    range((2221, 2720), 4, 1 << 16),
    range((2200, 2204), 4, LONG),
    range((34, 34), 2, 1 << 15),
    range((37, 37), 2, 1 << 15),
    range((3528, 3589), 4, LONG),
    range((300, 305), 3, 1 << 14 | LONG),
    range((3095, 3095), 4, 1 << 14 | LONG),
    range((36, 36), 2, 1 << 14 | LONG),
    range((38, 39), 2, 1 << 14 | LONG),
    range((4, 4), 1, 1 << 13 | LONG),
    range((51, 55), 2, 1 << 16),
    range((50, 50), 2, LONG),
    range((56, 59), 2, LONG),
    range((5018, 5018), 4, MAESTRO),
    range((5020, 5020), 4, MAESTRO),
    range((5038, 5038), 4, MAESTRO),
    range((5893, 5893), 4, MAESTRO),
    range((6, 6), 1, LONG),
    range((6304, 6304), 4, MAESTRO),
    range((6759, 6759), 4, MAESTRO),
    range((6761, 6763), 4, MAESTRO),
    range((690_755, 690_755), 6, 1 << 15),
    range((8100, 8171), 4, LONG),
    range((843, 843), 3, 1 << 16),
    range((870, 870), 3, 1 << 16),
    range((888, 888), 3, 1 << 16),
    range((900, 900), 3, LONG),
    range((903, 903), 3, LONG),
    range((905, 905), 3, LONG),
    range((909, 909), 3, LONG),
    range((9111, 9111), 4, LONG),
    range((920, 921), 3, LONG),
    range((940, 940), 3, LONG),
    range((9551, 9551), 4, 1 << 19),
    range((9555, 9555), 4, 1 << 16),
    range((9558, 9558), 4, 1 << 19),
    range((95590, 95592), 5, 1 << 16),
    range((95595, 95599), 5, 1 << 19),
    range((966, 966), 3, LONG),
    range((968, 968), 3, LONG),
    range((983, 985), 3, LONG),
    range((989, 990), 3, LONG),
    range((998, 999), 3, LONG),
];

/// How many digits the longest beginning has.
const WIDEST: usize = 6;

/// Where the ranges begin that have each digit as their first.
static HEADS: [usize; 11] = {
    let mut heads = [0; 11];
    let mut at = 0;
    while at < RANGES.len() {
        let mut digit = RANGES[at].head as usize + 1;
        while digit < heads.len() {
            heads[digit] = at + 1;
            digit += 1;
        }
        at += 1;
    }
    heads
};

/// For each first digit of a card number the second ones, a bit each: most other numbers are told by
/// these.
static BEGINS: [u16; 10] = {
    let mut begins = [0; 10];
    let mut at = 0;
    while at < RANGES.len() {
        let Range { head, begins: (first, last), width, .. } = &RANGES[at];
        let mut second = 0;
        while second < 10 {
            // All numbers of the range's width that begin with these two digits.
            let two = *head as u32 * 10 + second;
            let scale = 10_u32.pow(*width as u32) / 100;
            let (from, to) =
                if scale == 0 { (*first, *last) } else { (two * scale, two * scale + scale - 1) };
            if from <= *last && *first <= to {
                begins[*head as usize] |= 1 << second;
            }
            second += 1;
        }
        at += 1;
    }
    begins
};

/// The shortest and the longest card number.
pub(super) const SHORTEST: usize = 13;
/// See [`SHORTEST`].
pub(super) const LONGEST: usize = 19;

/// Whether these digits are a card number.
pub(super) fn is_card(digits: &[u8]) -> bool {
    fits(lengths_of(digits), digits.len()) && luhn(digits)
}

/// The lengths of card numbers that begin with these digits: a bit each. None for fewer digits than
/// the shortest number has.
pub(super) fn lengths_of(digits: &[u8]) -> u32 {
    let Some([first, second, ..]) = digits.get(..SHORTEST) else { return 0 };
    let head = usize::from(*first);
    if BEGINS[head] >> second & 1 == 0 {
        return 0;
    }
    // The beginnings, by how many digits they have.
    let mut begins = [0; WIDEST + 1];
    for (at, digit) in digits.iter().take(WIDEST).enumerate() {
        begins[at + 1] = begins[at] * 10 + u32::from(*digit);
    }
    RANGES[HEADS[head]..HEADS[head + 1]].iter().fold(0, |lengths, range| {
        let fits = (range.begins.0..=range.begins.1).contains(&begins[range.width]);
        lengths | if fits { range.lengths } else { 0 }
    })
}

/// Whether a length is one of those.
pub(super) fn fits(lengths: u32, length: usize) -> bool {
    length <= LONGEST && lengths >> length & 1 == 1
}

/// Whether these digits are probably meant for a card number in which one of them is wrong. That is
/// judged by the schemes of which a shop in China sees most, for less is known of the number.
pub(super) fn is_mistyped(digits: &[u8]) -> bool {
    let begin = |width: usize| value(&digits[..width]);
    match digits.len() {
        16 => digits[0] == 4 || (51..=55).contains(&begin(2)) || begin(2) == 62,
        17 | 18 => begin(2) == 62,
        19 => begin(2) == 62 || matches!(begin(4), 9558 | 9559),
        _ => false,
    }
}

/// Whether these digits may become a card number when more follow.
pub(super) fn may_become_card(digits: &[u8]) -> bool {
    let fits = |range: &Range| {
        let width = range.width.min(digits.len());
        let (begin, scale) = (value(&digits[..width]), 10_u32.pow((range.width - width) as u32));
        (range.begins.0 / scale..=range.begins.1 / scale).contains(&begin)
            && range.lengths >> digits.len() > 1
    };
    digits.len() < LONGEST && RANGES.iter().any(fits)
}

/// The check that the last digit of a card number makes possible (Luhn's), for digits that come one
/// after the other.
#[derive(Default)]
pub(super) struct Luhn {
    /// The sum where the last digit counts once, and that where it counts twice.
    sums: (u32, u32),
}

impl Luhn {
    /// Takes digits; whether all that were taken pass the check.
    pub(super) fn push(&mut self, digits: &[u8]) -> bool {
        for &digit in digits {
            let twice = TWICE[usize::from(digit)];
            self.sums = (self.sums.1 + u32::from(digit), self.sums.0 + twice);
        }
        self.sums.0.is_multiple_of(10)
    }
}

/// What a digit counts for where it counts twice: the digits of that are added.
const TWICE: [u32; 10] = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/// Whether digits pass that check.
pub(super) fn luhn(digits: &[u8]) -> bool {
    Luhn::default().push(digits)
}

/// The number that digits are.
pub(super) fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(*digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().map(|byte| byte - b'0').collect()
    }

    #[test]
    fn knows_the_schemes_test_numbers() {
        for number in [
            "6222021234567894",
            "6200000000000005",
            "4111111111111111",
            "4222222222222",
            "5555555555554444",
            "2223000048400011",
            "378282246310005",
            "3530111333300000",
            "6011111111111117",
            "30569309025904",
            "36227206271667",
            "6759649826438453",
            "2200000000000004",
        ] {
            assert!(is_card(&digits(number)), "{number}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for (number, what) in [
            ("6222021234567890", "fails the check"),
            ("1234567812345670", "no scheme's"),
            ("898310148160568", "a merchant number"),
            ("356938035643809", "an IMEI"),
            ("8986011234567890126", "a SIM card"),
            ("6901234567892", "a barcode"),
            ("411111111111", "too short"),
        ] {
            assert!(!is_card(&digits(number)), "{number}: {what}");
        }
    }

    #[test]
    fn ranges_stand_by_their_first_digit() {
        assert!(RANGES.is_sorted_by_key(|range| range.head));
        for (head, own) in HEADS.windows(2).enumerate() {
            assert!(RANGES[own[0]..own[1]].iter().all(|range| usize::from(range.head) == head));
        }
        assert_eq!(HEADS[10], RANGES.len());
    }

    #[test]
    fn knows_what_a_number_may_become() {
        for (begin, may) in [
            ("4", true),
            ("622202", true),
            ("22", true),
            ("28", false),
            ("138", false),
            ("89", false),
        ] {
            assert_eq!(may_become_card(&digits(begin)), may, "{begin}");
        }
        assert!(may_become_card(&digits("3782822463")));
        assert!(!may_become_card(&digits("378282246310005")));
    }
}
