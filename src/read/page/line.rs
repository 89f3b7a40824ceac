//! What a line of a page looks like: a sentence, an item, a headline of another story, a date. Judged by length and marks, in any
//! script; what the cruft rules say of it is its [`Verdict`].

use super::Verdict;
use crate::read::shape::{ends_sentence, item_mark, words};

/// The fewest words of a sentence of the article, and of the headline of another story.
const SENTENCE_WORDS: usize = 6;
const TITLE_WORDS: usize = 9;

/// From so many words on a line without an end mark is prose more often than a headline.
const PROSE_WORDS: usize = 20;
const LONG_WORDS: usize = 30;

/// The most words of a line that is no more than a label, and of one that is no more than a date.
const LABEL_WORDS: usize = 8;
const DATE_WORDS: usize = 6;

/// What a line that is no prose speaks against its stretch, in words of prose; and one behind which the article is over.
const STRAY: i64 = 8;
const BARRIER: i64 = 500;

/// A line and what was found out about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) verdict: Verdict,
    /// Its words, as far as anybody counts.
    pub(super) words: usize,
    /// It ends as sentences do.
    ends: bool,
    /// It goes on in the next line, or is an item of a list.
    listed: bool,
}

impl<'a> Line<'a> {
    /// `text` looked at.
    pub(super) fn new(text: &'a str, verdict: Verdict) -> Self {
        let listed =
            item_mark(text).is_some() || text.starts_with(['–', '—']) || text.ends_with([':', '：', ',', ';', '(', '，', '、']);
        Self { text, verdict, words: words(text), ends: ends_sentence(text), listed }
    }

    /// Whether some rule takes it.
    pub(super) fn is_cruft(&self) -> bool {
        self.verdict != Verdict::Kept
    }

    /// Whether it is a sentence of more than a few words that no rule takes.
    pub(super) fn is_sentence(&self) -> bool {
        self.ends && self.words >= SENTENCE_WORDS && !self.is_cruft()
    }

    /// Whether it is a sentence, or as long as one.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= SENTENCE_WORDS && (self.ends || self.words >= PROSE_WORDS)
    }

    /// Whether it ends as sentences do and no rule takes it.
    pub(super) fn ends_kept(&self) -> bool {
        self.ends && !self.is_cruft()
    }

    /// Whether it is a few words and nothing more.
    pub(super) fn is_label(&self) -> bool {
        self.words <= LABEL_WORDS && !self.ends && !self.listed
    }

    /// How much it speaks for the stretch it stands in.
    pub(super) fn score(&self) -> i64 {
        let words = i64::try_from(self.words).unwrap_or_default();
        match self.verdict {
            Verdict::End => -BARRIER,
            Verdict::Kept if self.is_sentence() => words,
            Verdict::Kept if self.ends => 1,
            Verdict::Kept if self.listed => words / 4,
            Verdict::Kept if self.words >= PROSE_WORDS => words / 2,
            Verdict::Kept | Verdict::Cruft | Verdict::Credit => -STRAY,
        }
    }

    /// Whether it reads as the headline of another story: too long for a heading or in capitals, and no sentence.
    pub(super) fn is_other_title(&self) -> bool {
        let fits = (SENTENCE_WORDS..LONG_WORDS).contains(&self.words) && !self.ends && !self.listed;
        if fits && self.text.contains(char::is_uppercase) && !self.text.contains(char::is_lowercase) {
            return true;
        }
        fits && self.words >= TITLE_WORDS
            && !self.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || is_opening(c))
    }

    /// Whether it is little more than a date or a time of day: `28.04.2024`, `14 May 2024`, `10:17`.
    pub(super) fn is_date(&self) -> bool {
        self.words <= DATE_WORDS && self.is_label() && has_date(self.text.as_bytes())
    }
}

/// A mark that a quotation, a bracket or a numbered thing begins with.
fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '„' | '‘' | '«' | '»' | '‹' | '「' | '#' | '(' | '[')
}

/// Whether a year of four digits, or two numbers as in a date or a time of day, stand in `text`.
fn has_date(text: &[u8]) -> bool {
    let parts = |w: &[u8]| matches!(w, [a, b':' | b'.' | b'h' | b'/', c, d] if [a, c, d].iter().all(|d| d.is_ascii_digit()));
    let mut numbers = text.split(|byte| !byte.is_ascii_alphanumeric());
    text.windows(4).any(parts)
        || numbers.any(|n| matches!(n, [b'1', b'9', a, b] | [b'2', b'0', a, b] if a.is_ascii_digit() && b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Line, Verdict};

    fn line(text: &str) -> Line<'_> {
        Line::new(text, Verdict::Kept)
    }

    #[test]
    fn dates_and_times_are_told_by_their_digits() {
        for date in ["Mo 28.04.2024 um 10:17 Uhr", "14 May 2024", "3/05/24", "2024年5月3日 14:00"] {
            assert!(line(date).is_date(), "{date}");
        }
        for other in ["Route 66", "A heading", "In 2024 the pier was closed for good.", "5 reasons"] {
            assert!(!line(other).is_date(), "{other}");
        }
    }

    #[test]
    fn headlines_of_other_stories_are_long_and_end_without_a_mark() {
        assert!(line("Minister says the old harbour wall will have to go this spring").is_other_title());
        for other in [
            "What the wall cost",
            "The old harbour wall will have to go this spring, the minister said.",
            "and the old harbour wall will have to go this spring",
            "- The old harbour wall will have to go this spring",
            "“The old harbour wall will have to go this spring, all of it”",
        ] {
            assert!(!line(other).is_other_title(), "{other}");
        }
    }
}
