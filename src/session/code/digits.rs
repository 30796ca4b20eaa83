//! Digits of mixed bases, and the one number that they make.
//!
//! The first digit is the lowest: whatever follows after the last one that is not zero costs nothing,
//! and so a code needs no mark for its end.

/// Digits as they are written, each with its base.
#[derive(Clone, Debug, Default)]
pub(super) struct Digits(Vec<(u64, u64)>);

impl Digits {
    /// Writes one of `base` possibilities.
    pub(super) fn put(&mut self, digit: usize, base: usize) {
        debug_assert!(digit < base, "{digit} is no digit of base {base}");
        self.0.push((digit as u64, base as u64));
    }

    /// Writes yes or no.
    pub(super) fn flag(&mut self, flag: bool) {
        self.put(usize::from(flag), 2);
    }

    /// The number that the digits make.
    pub(super) fn into_number(self) -> Number {
        let mut number = Number::default();
        for (digit, base) in self.0.into_iter().rev() {
            number.push(digit, base);
        }
        number
    }
}

/// A number of any size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    /// Its digits in base 32 from the lowest to the highest, which is not zero.
    digits: Vec<u8>,
}

impl Number {
    /// The number with these values of characters, the highest first.
    pub(super) fn from_values(values: &[u8]) -> Self {
        let mut digits: Vec<u8> = values.iter().rev().copied().collect();
        trim(&mut digits);
        Self { digits }
    }

    /// The values of its characters, the highest first; none for zero.
    pub(super) fn into_values(self) -> Vec<u8> {
        self.digits.into_iter().rev().collect()
    }

    /// Takes the next digit out: one of `base` possibilities, or nothing where there are none.
    pub(super) fn take(&mut self, base: usize) -> Option<usize> {
        let base = u64::try_from(base).ok().filter(|base| *base > 0)?;
        let mut rest = 0;
        for digit in self.digits.iter_mut().rev() {
            let value = rest * 32 + u64::from(*digit);
            *digit = (value / base) as u8;
            rest = value % base;
        }
        trim(&mut self.digits);
        usize::try_from(rest).ok()
    }

    /// Takes a yes or no out.
    pub(super) fn flag(&mut self) -> bool {
        self.take(2) == Some(1)
    }

    /// Whether nothing but zeros is left.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Makes room for a digit below all others and puts it there.
    fn push(&mut self, digit: u64, base: u64) {
        let mut carry = digit;
        for own in &mut self.digits {
            let value = u64::from(*own) * base + carry;
            *own = (value % 32) as u8;
            carry = value / 32;
        }
        while carry > 0 {
            self.digits.push((carry % 32) as u8);
            carry /= 32;
        }
    }
}

fn trim(digits: &mut Vec<u8>) {
    while digits.last() == Some(&0) {
        digits.pop();
    }
}
