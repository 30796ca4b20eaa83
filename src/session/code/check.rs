//! The characters of codes, and the two at the end that check the others.
//!
//! The values of the characters are elements of GF(32). A code is in order when their sum and their
//! sum weighted by powers of a generator are both zero: a Reed-Solomon code of distance 3 up to 31
//! characters. So any two wrong characters are noticed, and a single one betrays its place. In longer
//! codes the weights come round again; neighbours have different ones all the same.

/// Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many check characters there are.
pub(super) const CHECKS: usize = 2;

/// The order of the generator: with more characters than this a place can't be told.
const ORDER: usize = 31;

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// If a single character is wrong, it is the one at this place.
    At(usize),
    /// Something, nobody knows where.
    Somewhere,
}

/// The value of a character as people write it.
pub(super) fn value(c: char) -> Option<u8> {
    let plain = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|own| char::from(*own) == plain)?;
    u8::try_from(at).ok()
}

/// Values as characters.
pub(super) fn text(values: &[u8]) -> String {
    values.iter().map(|value| char::from(ALPHABET[usize::from(*value) % 32])).collect()
}

/// The characters that make a code of these values.
pub(super) fn of(values: &[u8]) -> [u8; CHECKS] {
    let mut whole = values.to_vec();
    whole.extend([0; CHECKS]);
    let (sum, weighted) = sums(&whole);
    // last + before = sum, last + generator * before = weighted.
    let before = divide(sum ^ weighted, 1 ^ power(1));
    [before, sum ^ before]
}

/// What is wrong with these values, check characters included.
pub(super) fn flaw(values: &[u8]) -> Option<Flaw> {
    let (sum, weighted) = sums(values);
    if (sum, weighted) == (0, 0) {
        return None;
    }
    let known = sum != 0 && weighted != 0 && values.len() <= ORDER;
    let from_end = || (0..values.len()).find(|at| power(*at) == divide(weighted, sum));
    let at = known.then(from_end).flatten();
    Some(at.map_or(Flaw::Somewhere, |at| Flaw::At(values.len() - 1 - at)))
}

/// The sum, and the sum weighted by the generator's powers, counted from the last value.
fn sums(values: &[u8]) -> (u8, u8) {
    let weighted = values.iter().rev().enumerate().map(|(at, value)| times(*value, power(at)));
    (values.iter().fold(0, |sum, value| sum ^ value), weighted.fold(0, |sum, value| sum ^ value))
}

/// A power of the generator.
fn power(exponent: usize) -> u8 {
    (0..exponent % ORDER).fold(1, |power, _| times(power, 2))
}

/// The product in GF(32), modulo x^5 + x^2 + 1.
fn times(a: u8, b: u8) -> u8 {
    let mut product = 0;
    let mut shifted = a;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted & 0b10_0000 != 0 {
            shifted ^= 0b10_0101;
        }
    }
    product
}

/// The quotient by a divisor that is not zero.
fn divide(a: u8, b: u8) -> u8 {
    (0..32).find(|quotient| times(*quotient, b) == a).unwrap_or(0)
}
