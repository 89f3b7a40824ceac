//! What a few words look like: a title, prose, an item of a list. Judged by length and marks alone, in any script.

pub(super) use crate::text::word::is_ideograph;

/// Nobody counts further: a text of this many words is long for every purpose here.
pub(super) const MANY: usize = 60;

/// The bytes in which words of ASCII are counted together, and those of which a sum of words fits a byte.
const NEAR: usize = 1024;
const CHUNK: usize = 128;

/// The fewest words that an end mark makes a sentence of the article and not a label.
const SENTENCE_WORDS: usize = 6;

/// Words without an end mark that can only be prose.
const PROSE_WORDS: usize = 25;

/// The longest title, in words and in bytes.
const TITLE_WORDS: usize = 30;
const TITLE_BYTES: usize = 300;

/// The longest subhead, in words and in bytes.
const SUBHEAD_WORDS: usize = 12;
const SUBHEAD_BYTES: usize = 100;

/// The longest mark of an item: `(viii)`.
const MARK_BYTES: usize = 6;

/// The number of words, [`MANY`] at most. Two characters of a script without spaces count as a word.
pub(super) fn words(text: &str) -> usize {
    words_up_to(MANY, text)
}

/// The number of words, `most` at most.
fn words_up_to(most: usize, text: &str) -> usize {
    let near = text.as_bytes().get(..NEAR).unwrap_or(text.as_bytes());
    if near.is_ascii() {
        let count = ascii_words(near);
        if count >= most || near.len() == text.len() {
            return count.min(most);
        }
    }
    let mut count = 0;
    for chunk in text.split_ascii_whitespace() {
        count += if chunk.is_ascii() { 1 } else { chunk.split_whitespace().map(|word| 1 + ideographs(word) / 2).sum() };
        if count >= most {
            return most;
        }
    }
    count
}

/// The number of words of ASCII, told by what they begin behind: many bytes are compared at once.
fn ascii_words(text: &[u8]) -> usize {
    let begins = |count, (before, byte): (&u8, &u8)| count + (u8::from(is_space(*before)) & u8::from(!is_space(*byte)));
    let next = text.get(1..).unwrap_or_default();
    let chunks = text.chunks(CHUNK).zip(next.chunks(CHUNK));
    let behind: usize = chunks.map(|(before, bytes)| usize::from(before.iter().zip(bytes).fold(0, begins))).sum();
    behind + usize::from(text.first().is_some_and(|byte| !is_space(*byte)))
}

/// Whether `byte` is white space of ASCII. Without branches, as it is asked of many bytes at once.
fn is_space(byte: u8) -> bool {
    let mut any = false;
    for space in [b' ', b'\t', b'\n', 0x0C, b'\r'] {
        any |= byte == space;
    }
    any
}

/// The number of characters of scripts without spaces, as far as anybody counts.
fn ideographs(word: &str) -> usize {
    word.chars().take(2 * MANY).filter(|&c| is_ideograph(c)).count()
}

/// Whether it ends as sentences do, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    last_mark(text).is_some_and(|c| is_stop(c) || matches!(c, '!' | '?' | '！' | '？' | '؟'))
}

/// Whether it ends with a full stop, which titles do not; the one of an abbreviation such as `U.S.` is none.
pub(super) fn ends_with_stop(text: &str) -> bool {
    last_mark(text).is_some_and(is_stop) && !ends_abbreviated(text)
}

/// Whether its last word has full stops inside and at its end.
fn ends_abbreviated(text: &str) -> bool {
    let word = text.trim_end_matches(is_closing).rsplit(char::is_whitespace).next().unwrap_or_default();
    word.ends_with('.') && word.len() <= 8 && word.trim_end_matches('.').contains('.')
}

/// Whether it reads as running text: a sentence, or too long for anything else.
pub(super) fn is_prose(text: &str) -> bool {
    let least = if ends_sentence(text) { SENTENCE_WORDS } else { PROSE_WORDS };
    words_up_to(least, text) == least
}

/// Whether it could stand over an article.
pub(super) fn is_title(text: &str) -> bool {
    text.len() <= TITLE_BYTES
        && !ends_with_stop(text)
        && !text.ends_with([':', ',', ';'])
        && text.contains(char::is_alphanumeric)
        && item_mark(text).is_none()
        && words(text) <= TITLE_WORDS
}

/// Whether it could stand over a part of an article.
pub(super) fn is_subhead(text: &str) -> bool {
    text.len() <= SUBHEAD_BYTES
        && text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !text.ends_with(is_closing)
        && is_title(text)
        && words(text) <= SUBHEAD_WORDS
}

/// The length of the mark that makes it an item of a list, with the space behind it: `- `, `• `, `1. `, `a) `, `(iv) `.
pub(super) fn item_mark(text: &str) -> Option<usize> {
    let near = text.get(..text.floor_char_boundary(MARK_BYTES + 1))?;
    let mark = near.get(..near.bytes().position(|byte| byte == b' ')?)?;
    let label = mark.strip_prefix('(').unwrap_or(mark);
    let numbered = label.strip_suffix(')').or_else(|| label.strip_suffix('.').filter(|l| l.bytes().all(|b| b.is_ascii_digit())));
    let is_item = matches!(mark, "-" | "*" | "•" | "·" | "‣" | "◦" | "▪" | "■" | "●") || numbered.is_some_and(is_ordinal);
    is_item.then_some(mark.len() + 1)
}

/// `1` to `999`, one letter, or a small Roman number.
fn is_ordinal(label: &str) -> bool {
    let digits = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = label.len() <= 4 && label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    !label.is_empty() && (digits || letter || roman)
}

fn last_mark(text: &str) -> Option<char> {
    text.trim_end_matches(is_closing).chars().next_back()
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '」' | '』' | '）')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '…' | '。' | '．' | '।' | '۔')
}

#[cfg(test)]
mod tests {
    use std::ops::Add;

    use proptest::prelude::*;

    use super::{MANY, ends_with_stop, is_prose, is_subhead, is_title, item_mark, words};

    #[test]
    fn titles_have_no_full_stop() {
        for title in
            ["Border talks end", "Who pays?", "Observers call vote ‘calm’", "Talks resume with the U.S.", "北京宣布新规则"]
        {
            assert!(is_title(title) && !is_prose(title), "{title}");
        }
        for other in ["The talks ended on Sunday without a map.", "The points are:", "1. The ceasefire is extended"] {
            assert!(!is_title(other), "{other}");
        }
    }

    #[test]
    fn subheads_are_short_and_begin_like_a_title() {
        assert!(is_subhead("What it means abroad") && is_subhead("Why now?"));
        assert!(!is_subhead("and so on") && !is_subhead("“We have agreed”") && !is_subhead("Mr. Dane spoke."));
    }

    #[test]
    fn items_begin_with_a_mark_and_a_space() {
        assert_eq!(["- a", "• b", "12. c", "a) d", "(iv) e", "(2) f"].map(|t| item_mark(t).is_some()), [true; 6]);
        assert_eq!(["-a", "2023. The", "U.S. b", "— c", "a. d", "yes) e"].map(item_mark), [None; 6]);
    }

    proptest! {
        #[test]
        fn words_are_counted_as_they_are_parted(text in "([a-z.]{1,9}[ \n\t]{0,2}){0,90}([é\u{A0}][ a-z]{0,9}){0,2}") {
            let parted = text.split_ascii_whitespace().flat_map(str::split_whitespace).count();
            prop_assert_eq!(words(&text), parted.min(MANY));
        }

        #[test]
        fn words_of_a_long_text_are_counted_up_to_many(words_of in 0usize..70, length in 1usize..60) {
            let text = "a".repeat(length).add(" ").repeat(words_of);
            prop_assert_eq!(words(&text), words_of.min(MANY));
        }
    }

    #[test]
    fn words_of_any_script_are_counted() {
        assert_eq!(words("three small words"), 3);
        assert_eq!(words("北京宣布新规则出口"), 5);
        assert!(ends_with_stop("他们说。") && ends_with_stop("he said.”"));
    }
}
