//! Which language a text is in, told from samples of it, and which language a rule file speaks of.
//!
//! English is told by its commonest function words (the short-words method: Grefenstette 1995), any other language by how frequent its
//! trigrams of letters are (Cavnar and Trenkle 1994). Where a good part of a text is English, it counts as English: the rules
//! find something there. What is short, or like nothing known, is left untold.

use std::borrow::Cow;

use crate::form::Table;
use crate::model::{Article, Language};
use crate::text::Clean;

/// The bytes of each sample; there is one at the beginning of a text, one in the middle and one at its end.
const SAMPLE_BYTES: usize = 1024;

/// Fewer bytes of letters tell nothing for sure. Bytes, because a script that needs more of them says more in a letter.
const FEWEST_BYTES: usize = 240;

/// English words that are hardly words of another language.
const FUNCTION_WORDS: [&str; 12] = ["the", "of", "and", "that", "with", "from", "this", "which", "were", "their", "been", "has"];

/// The same as numbers: no word is compared letter by letter.
const FUNCTION_KEYS: [u64; FUNCTION_WORDS.len()] = keys();

/// One word in so many is a function word where a good part of a text is English; in English prose one in seven is.
const ENGLISH_ONE_IN: usize = 20;

/// The language of `article`, if it can be told: by its text, and where that says too little, by what its file says.
///
/// The text comes first, because the tags of files name the language of a site or of an editor's desk as often as that of the text.
pub(super) fn language(article: &Article) -> Option<Language> {
    told(article).or_else(|| tagged(article.fields.language.as_deref()?))
}

/// The language of a tag such as `en-GB` (RFC 5646: what stands before the first hyphen).
fn tagged(tag: &str) -> Option<Language> {
    let code = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    Language::of_code(&code)
}

fn told(article: &Article) -> Option<Language> {
    let sample = sample(&article.text);
    if !says_enough(&sample) {
        return None;
    }
    if is_english(&sample) {
        return Some(Language::ENGLISH);
    }
    let info = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Language::of_code(info.lang().code()).filter(|language| *language != Language::ENGLISH)
}

/// The language whose texts a rule file says it is for; a code that is none is a complaint.
pub(super) fn declared(root: &Table<'_>) -> Option<Language> {
    let item = root.item("language")?;
    let (code, _) = item.text()?;
    let language = Language::of_code(&code);
    if language.is_none() {
        item.complain(
            format!("no language that attache knows has the code \"{code}\""),
            "codes are those of ISO 639, such as fr",
        );
    }
    language
}

/// Parts of `text` from its beginning, its middle and its end; all of a short one.
fn sample(text: &str) -> Cow<'_, str> {
    if text.len() <= 3 * SAMPLE_BYTES {
        return Cow::Borrowed(text);
    }
    let starts = [0, (text.len() - SAMPLE_BYTES) / 2, text.len() - SAMPLE_BYTES];
    let part = |start: usize| {
        let (from, to) = (text.floor_char_boundary(start), text.floor_char_boundary(start + SAMPLE_BYTES));
        text.get(from..to).unwrap_or_default()
    };
    Cow::Owned(starts.map(part).join(" "))
}

/// Whether there are letters enough; what comes behind them need not be read for that.
fn says_enough(sample: &str) -> bool {
    let mut bytes = 0;
    sample.chars().filter(|c| c.is_alphabetic()).any(|c| {
        bytes += c.len_utf8();
        bytes >= FEWEST_BYTES
    })
}

fn is_english(sample: &str) -> bool {
    let (mut all, mut english) = (0, 0);
    let mut key = 0;
    for c in sample.chars().chain([' ']) {
        if c.is_alphabetic() {
            key = longer(key, c);
        } else if key != 0 {
            all += 1;
            english += usize::from(FUNCTION_KEYS.contains(&key));
            key = 0;
        }
    }
    english * ENGLISH_ONE_IN >= all
}

/// The key of a word with one letter more: its last letters in small form, none of which is 0. Only words that are longer than any
/// function word, or not of ASCII, lose some.
const fn longer(key: u64, letter: char) -> u64 {
    let small = if letter.is_ascii() { letter as u64 | 0x20 } else { u8::MAX as u64 };
    key << u8::BITS | small
}

const fn keys() -> [u64; FUNCTION_WORDS.len()] {
    let mut keys = [0; FUNCTION_WORDS.len()];
    let (mut free, mut words): (&mut [u64], &[&str]) = (&mut keys, &FUNCTION_WORDS);
    while let ([first, others @ ..], [word, behind @ ..]) = (free, words) {
        let mut letters = word.as_bytes();
        while let [letter, rest @ ..] = letters {
            *first = longer(*first, *letter as char);
            letters = rest;
        }
        (free, words) = (others, behind);
    }
    keys
}

/// What a reader of a text in `language` has to know: which of the rules hold for it, `topics` and `cues` for those of the user's own.
pub(super) fn remark(language: Language, topics: bool, cues: bool) -> Option<Clean> {
    let lost = match (topics, cues) {
        (true, true) => return None,
        (false, true) => "topics are found by names alone",
        (true, false) => "no tension is looked for",
        (false, false) => "no tension is looked for, and topics are found by names alone",
    };
    let (name, code) = (language.name, language.code);
    Some(Clean::from(format!(
        "This text is in {name} as far as can be told; the cues and terms that come with attache are English, so {lost}. Rule files of \
         your own that say language = \"{code}\" hold for such texts."
    )))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ENGLISH_ONE_IN, FUNCTION_WORDS, is_english};

    proptest! {
        #[test]
        fn function_words_are_those_that_stand_there(
            text in "(([tT]he|OF|and|That|weré|frommer|xxxxxxthe|éof|ofé|[a-zé]{1,9})[ ,.’1-]{1,2}){0,40}"
        ) {
            let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
            let known = |word: &&&str| FUNCTION_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
            let english = words.iter().filter(known).count();
            prop_assert_eq!(is_english(&text), english * ENGLISH_ONE_IN >= words.len());
        }
    }
}
