//! How far the reading of a library is.

use crate::text::Clean;

/// Files read of those that have to be, with what that means in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that were read.
    pub done: usize,
    /// Files to be read in all.
    pub total: usize,
    /// Files a second.
    pub rate: u32,
    /// Seconds that it will take on.
    pub left: u32,
}

impl Progress {
    /// One line of it: `reading 4,100 of 100,000, 3,900 a second, 25 s left`.
    pub fn words(&self) -> Clean {
        let left = match self.left {
            0..120 => format!("{} s", self.left),
            _ => format!("{} min", self.left.div_ceil(60)),
        };
        let (done, total, rate) = (thousands(self.done), thousands(self.total), thousands(self.rate as usize));
        format!("reading {done} of {total}, {rate} a second, {left} left").into()
    }
}

/// A number as people write large ones: `100,000`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Progress, thousands};

    #[test]
    fn numbers_and_times_are_as_people_write_them() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
        let progress = Progress { done: 4100, total: 100_000, rate: 390, left: 246 };
        assert_eq!(&*progress.words(), "reading 4,100 of 100,000, 390 a second, 5 min left");
    }
}
