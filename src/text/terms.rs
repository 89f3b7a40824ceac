//! The terms of a text: what a search compares, letters and digits alone, without case and accents.
//!
//! A term is a run of letters and digits with the marks on them; everything else divides, so `S-400` and `India's` are two terms
//! each. Scripts that are written without blanks have no runs: each of their characters is a term. A [`word`](super::word) is
//! another thing: it is what rules speak of, keeps its hyphens, and is not folded.

use std::borrow::Cow;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

use super::Span;
use super::word::{ascii_end, next_run};

/// The bytes of the longest term. A longer run is cut there, and its rest is the next term, so that nothing of it is lost and no
/// index has to hold a term without an end.
pub const LONGEST: usize = 64;

/// One term: where it stands, and how it compares.
#[derive(Clone, Debug)]
pub struct Term<'a> {
    /// Its place, marks included.
    pub span: Span,
    /// ASCII as it is written, anything else folded.
    letters: Cow<'a, str>,
}

/// The places of the terms of `text` and the terms, folded, in order.
///
/// Folded is: compatibility decomposition (NFKD), lower case, without the marks that can be left out in writing (accents, Arabic
/// and Hebrew vowels, points below); vowel signs and what makes another letter of one (virama, the voicing of kana) stay. A
/// final sigma is a sigma, and the letters with a stroke that Unicode does not decompose are their bases (`Łódź` is `lodz`).
pub fn terms(text: &str) -> impl Iterator<Item = (Span, Cow<'_, str>)> {
    each(text).map(|term| (term.span, term.folded()))
}

/// The same terms, to be compared with folded ones: nothing is copied for ASCII.
pub fn each(text: &str) -> Each<'_> {
    Each { text, at: 0 }
}

/// The terms of a text that are still to come.
#[derive(Clone, Debug)]
pub struct Each<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Each<'a> {
    type Item = Term<'a>;

    #[inline]
    fn next(&mut self) -> Option<Term<'a>> {
        loop {
            let start = next_run(self.text, self.at)?;
            let (end, letters) = plain(self.text, start).unwrap_or_else(|| gathered(self.text, start));
            self.at = end;
            if !letters.is_empty() {
                return Some(Term { span: Span::new(start, end), letters });
            }
        }
    }
}

impl<'a> Term<'a> {
    /// Whether it is this folded term.
    #[inline]
    pub fn is(&self, folded: &str) -> bool {
        self.letters.eq_ignore_ascii_case(folded)
    }

    /// Whether it begins as this folded term does.
    #[inline]
    pub fn begins_with(&self, folded: &str) -> bool {
        let head = self.letters.as_bytes().get(..folded.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(folded.as_bytes()))
    }

    /// Its letters: folded, but ASCII as it is written.
    #[inline]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Puts its folded form in the place of what `word` holds.
    #[inline]
    pub fn fold_into(&self, word: &mut String) {
        word.clear();
        word.push_str(&self.letters);
        word.make_ascii_lowercase();
    }

    /// Its folded form.
    pub fn folded(self) -> Cow<'a, str> {
        if self.letters.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(self.letters.to_ascii_lowercase());
        }
        self.letters
    }
}

/// The end and the letters of the term that begins at byte `start`, where it is all ASCII.
#[inline]
fn plain(text: &str, start: usize) -> Option<(usize, Cow<'_, str>)> {
    let run = ascii_end(text, start);
    let end = run.min(start + LONGEST);
    let goes_on = || text.get(run..).and_then(|rest| rest.chars().next()).is_some_and(belongs);
    let whole = end < run || text.as_bytes().get(run).is_none_or(u8::is_ascii) || !goes_on();
    (whole && start < end).then(|| (end, Cow::Borrowed(text.get(start..end).unwrap_or_default())))
}

/// The end and the folded letters of any term that begins at byte `start`; no letters where nothing but marks stands there.
fn gathered(text: &str, start: usize) -> (usize, Cow<'_, str>) {
    let mut folded = String::with_capacity(LONGEST / 2);
    let mut end = start;
    let mut alone = false;
    for c in text.get(start..).unwrap_or_default().chars() {
        let first = end == start;
        if first {
            alone = is_unspaced(c);
        } else if if alone { !is_mark(c) } else { !belongs(c) } {
            break;
        }
        let before = folded.len();
        fold(c, &mut folded);
        if folded.len() > LONGEST && !first {
            folded.truncate(before);
            break;
        }
        end += c.len_utf8();
    }
    (end, Cow::Owned(folded))
}

/// Whether `c` goes on with the term it stands behind, if that is not of a script without blanks.
fn belongs(c: char) -> bool {
    letter(c).is_some() || is_mark(c) || c.is_alphanumeric() && !is_unspaced(c)
}

/// Appends the folded form of `c`.
fn fold(c: char, folded: &mut String) {
    match letter(c) {
        Some(small) => folded.push(small),
        None => fold_any(c, folded),
    }
}

/// The same for any character, by Unicode's tables.
fn fold_any(c: char, folded: &mut String) {
    decompose_compatible(c, |part| {
        for small in part.to_lowercase().map(base) {
            let stays = if is_mark(small) { !folded.is_empty() && is_telling(small) } else { small.is_alphanumeric() };
            if stays {
                folded.push(small);
            }
        }
    });
}

/// The one letter that the commonest letters of scripts with blanks fold to: to ask Unicode's tables takes ten times as long.
fn letter(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Some(c.to_ascii_lowercase()),
        'α'..='ρ' | 'σ'..='ω' | 'а'..='и' | 'к'..='я' | 'א'..='ת' | 'ا'..='ي' => Some(c),
        'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='И' | 'К'..='Я' => char::from_u32(u32::from(c) + 0x20),
        _ => None,
    }
}

/// The letter that people type for one that Unicode does not decompose.
fn base(small: char) -> char {
    match small {
        'ς' => 'σ',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        _ => small,
    }
}

/// Whether `c` stands on the letter before it; the voicing marks of halfwidth kana do too.
fn is_mark(c: char) -> bool {
    c > '\u{02FF}' && (is_combining_mark(c) || matches!(c, '\u{FF9E}' | '\u{FF9F}'))
}

/// Whether a mark makes another letter: vowel signs (class 0 and alphabetic), kana voicing (class 8), viramas (class 9). UAX #44.
fn is_telling(mark: char) -> bool {
    match canonical_combining_class(mark) {
        0 => mark.is_alphabetic(),
        class => matches!(class, 8 | 9),
    }
}

/// Whether `c` is of Han, Hiragana, Katakana, Thai, Lao, Khmer or Myanmar.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{30FF}' | '\u{31F0}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, each, fold, fold_any, terms};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<String> = terms(text).map(|(_, term)| term.into_owned()).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn letters_and_digits_without_case_and_accents() {
        check("India's S-400s, U.S. R&D: 4.5% — no_one", "india s s 400s u s r d 4 5 no one");
        check("L’Élysée, straße; ÉLYSE\u{301}E CO₂ Ｓ－４００ ﬁn", "l elysee straße elysee co2 s 400 fin");
        check("Łódź Ørsted Đurić DIYARBAKIR Diyarbakır İzmir", "lodz orsted duric diyarbakir diyarbakir izmir");
        check("ЛАВРОВ Лавро́в Ёлка ΛΌΓΟΣ λόγος", "лавров лавров елка λογοσ λογοσ");
        check("كِتَاب كتاب שָׁלוֹם שלום", "كتاب كتاب שלום שלום");
        check("हिन्दी", "हिन्दी");
        check(" … “” ❤️ \u{301}", "");
    }

    #[test]
    fn scripts_without_blanks_have_a_term_a_character() {
        check("王毅visits東京2025年", "王 毅 visits 東 京 2025 年");
        check("ガ ｶﾞ ไทย", "カ\u{3099} カ\u{3099} ไ ท ย");
    }

    #[test]
    fn a_korean_word_begins_while_its_syllable_is_typed() {
        let word = each("한국").next().unwrap();
        let typed = terms("하").next().unwrap().1;
        assert!(word.begins_with(&typed) && !word.is(&typed));
    }

    #[test]
    fn a_long_run_is_cut_and_goes_on() {
        for letter in ["a", "é", "한"] {
            let run = letter.repeat(200);
            let all: Vec<_> = terms(&run).collect();
            assert!(all.len() > 1 && all.iter().all(|(_, term)| term.len() <= LONGEST));
            assert_eq!(all.iter().map(|(span, _)| span.len()).sum::<usize>(), run.len());
        }
    }

    #[test]
    fn the_commonest_letters_fold_as_the_tables_say() {
        for c in '\0'..='\u{FFFF}' {
            let [mut quickly, mut slowly] = [String::new(), String::new()];
            fold(c, &mut quickly);
            fold_any(c, &mut slowly);
            assert_eq!(quickly, slowly, "{c:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let folded = |text: &str| terms(text).map(|(_, term)| term).collect::<String>();
        for c in '\0'..='\u{1FFFF}' {
            let once = folded(c.encode_utf8(&mut [0; 4]));
            assert_eq!(folded(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn terms_stand_in_order_on_characters_and_compare_as_they_fold(text in "([a-zA-Z0-9]{0,70}|[ -’_]|\\PC|[éÉßıｶﾞ王\u{301}]){0,12}") {
            let mut at = 0;
            for (term, (span, folded)) in each(&text).zip(terms(&text)) {
                prop_assert!(span.start() >= at && !span.is_empty() && text.get(span.range()).is_some());
                prop_assert!(!folded.is_empty() && folded.len() <= LONGEST);
                prop_assert!(term.span == span && term.is(&folded) && term.begins_with(&folded) && term.begins_with(""));
                let mut again = "before".to_owned();
                term.fold_into(&mut again);
                prop_assert_eq!(&again, &folded);
                let longer = folded.into_owned() + "x";
                prop_assert!(!term.is(&longer) && !term.begins_with(&longer));
                at = span.end();
            }
        }
    }
}
