//! Where sentences end.
//!
//! One pass over a block: each end mark is judged by the word before it, the marks that close behind it and the word that opens
//! after it. Rules and word lists, no model; a colon, semicolon or dash never ends a sentence, a line end is a space.

use super::Span;
use super::abbreviation::{Abbreviation, abbreviation, is_starter, is_zone};
use super::enumerated;

/// A time of day ends no sentence that has fewer words than this before it.
const SHORT_SENTENCE: usize = 5;

/// How far behind a closing quotation mark the verb of saying may stand, in words.
const SAYING_WORDS: usize = 4;

/// The longest word worth looking up or taking apart, in bytes.
const LONGEST_WORD: usize = 24;

/// The sentences of one block of text: in order, touching nothing outside it, with only white space between them.
pub fn sentences(block: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |found: &mut Vec<Span>, end: usize| {
        let span = Span::new(start, end).trim(block);
        if !span.is_empty() {
            found.push(span);
        }
        start = end;
        end
    };
    let mut items = enumerated::items(block).into_iter().peekable();
    let mut opened = 0;
    let mut at = 0;
    while let Some(stop) = next_stop(block, at) {
        while let Some(item) = items.next_if(|&item| item <= stop.start) {
            opened = push(&mut found, item);
        }
        if stop.ends(block, opened) {
            opened = push(&mut found, stop.close);
        }
        at = stop.close;
    }
    for item in items {
        push(&mut found, item);
    }
    push(&mut found, block.len());
    found
}

/// One run of end marks and what closes behind it.
struct Stop<'a> {
    start: usize,
    /// The marks, spaces between full stops included.
    marks: &'a str,
    /// Closing quotation marks, brackets and reference marks.
    closers: &'a str,
    /// Where the closers end.
    close: usize,
}

fn next_stop(block: &str, from: usize) -> Option<Stop<'_>> {
    let tail = block.get(from..)?;
    let start = from + tail.find(is_end_mark)?;
    let rest = block.get(start..)?;
    let marks = rest.get(..marks_len(rest))?;
    let after = rest.get(marks.len()..)?;
    let closers = after.get(..closers_len(after))?;
    Some(Stop { start, marks, closers, close: start + marks.len() + closers.len() })
}

fn is_end_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '।' | '॥' | '‼' | '⁇' | '⁈' | '⁉')
}

/// The bytes of the end marks that `rest` opens with; full stops typed with spaces between them (`. . .`) are one run.
fn marks_len(rest: &str) -> usize {
    let mut len = 0;
    loop {
        let tail = rest.get(len..).unwrap_or_default();
        let run = tail.len() - tail.trim_start_matches(is_end_mark).len();
        len += run;
        let spaced = rest.get(len..).is_some_and(|t| t.starts_with(" .") && !t.starts_with(" .)"));
        if run == 0 || !spaced || !rest.starts_with('.') {
            return len;
        }
        len += 1;
    }
}

/// The bytes of what closes behind an end mark: quotation marks, brackets, reference marks such as `[6]`.
fn closers_len(after: &str) -> usize {
    let mut rest = after;
    loop {
        let closed = rest.trim_start_matches(['"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '》']);
        let next = closed.get(reference_len(closed)..).unwrap_or_default();
        if next.len() == rest.len() {
            return after.len() - rest.len();
        }
        rest = next;
    }
}

/// The bytes of a reference mark, a space before it included: a number, a letter or `note 3` in square brackets.
fn reference_len(text: &str) -> usize {
    let space = usize::from(text.starts_with(' '));
    let Some(inner) = text.get(space..).and_then(|t| t.strip_prefix('[')) else {
        return 0;
    };
    let len = inner.bytes().take(24).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b'-')).count();
    let is_mark = |m: &str| m.len() == 1 || m.ends_with(|c: char| c.is_ascii_digit()) || m.ends_with("needed");
    let closed = inner.get(len..).is_some_and(|t| t.starts_with(']'));
    if closed && inner.get(..len).is_some_and(is_mark) { space + len + 2 } else { 0 }
}

impl Stop<'_> {
    /// Whether a sentence that began at `opened` ends here.
    fn ends(&self, block: &str, opened: usize) -> bool {
        let rest = block.get(self.close..).unwrap_or_default();
        let next = Next::of(rest);
        if self.marks.chars().all(|c| !c.is_ascii() && c != '…') {
            return true;
        }
        if !next.spaced {
            return false;
        }
        let before = block.get(opened..self.start).unwrap_or_default();
        if self.marks == "."
            && enumerated::mark_len(block.get(opened..).unwrap_or_default().trim_start()) > before.trim_start().len()
        {
            return false;
        }
        match next.first {
            None => true,
            Some(c) if c.is_lowercase() => next.item,
            Some(_) if self.marks.starts_with(['!', '?']) => !(self.closes_quotation() && next.is_saying()),
            Some(_) if self.marks != "." => self.ellipsis_ends(before, &next),
            Some(_) => stop_ends(before, &next),
        }
    }

    fn closes_quotation(&self) -> bool {
        self.closers.contains(['"', '”', '’', '\'', '»'])
    }

    /// Three dots end a sentence unless typed with spaces or standing for words left out in brackets; four always do.
    fn ellipsis_ends(&self, before: &str, next: &Next<'_>) -> bool {
        let left_out = before.ends_with(['[', '(']) && self.closers.starts_with([']', ')']);
        let spaced = self.marks.contains(' ') && self.marks.matches('.').count() < 4;
        !left_out && !spaced && next.word != "I"
    }
}

/// Whether a lone full stop behind `before` ends the sentence that `before` is.
fn stop_ends(before: &str, next: &Next<'_>) -> bool {
    let word = last_word(before);
    if word.is_empty() || word.len() > LONGEST_WORD {
        return true;
    }
    let known = abbreviation(word).or_else(|| abbreviation(word.rsplit(['-', '–', '/']).next().unwrap_or(word)));
    match known {
        _ if is_initial(word) => next.is_starter(),
        Some(Abbreviation::Title) => false,
        Some(Abbreviation::Number) => !next.is_number(),
        Some(Abbreviation::Time) => {
            !next.is_zone() && (next.is_starter() || before.split_whitespace().nth(SHORT_SENTENCE).is_some())
        }
        Some(Abbreviation::Ending) => next.is_starter(),
        None => true,
    }
}

/// `J`, `J.K`, `U.N`: capitals with full stops between them.
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    })
}

/// The last word of `before` with the full stops inside it.
fn last_word(before: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '–' | '/' | '&' | '°' | '\'' | '’');
    let start = before
        .rfind(|c: char| !inside(c))
        .map_or(0, |at| at + before.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8));
    before.get(start..).unwrap_or_default().trim_start_matches(['\'', '’', '.', '-', '–'])
}

/// What opens behind an end mark.
struct Next<'a> {
    /// Whether white space, the end of the text or an opening quotation mark follows at once.
    spaced: bool,
    /// The first character that is no white space, bracket, quotation mark or dash.
    first: Option<char>,
    /// The text from there on.
    rest: &'a str,
    /// Its first word.
    word: &'a str,
    /// Whether a list mark follows.
    item: bool,
}

impl<'a> Next<'a> {
    fn of(rest: &'a str) -> Self {
        let tail = rest.trim_start();
        let spaced = tail.len() < rest.len() || tail.is_empty() || tail.starts_with(['“', '‘', '«', '—']);
        let rest = tail.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
        let rest = rest.trim_start();
        let word = rest.get(..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())).unwrap_or_default();
        Self { spaced, first: rest.chars().next(), rest, word, item: enumerated::mark_len(tail) > 0 }
    }

    fn after_word(&self) -> &'a str {
        self.rest.get(self.word.len()..).unwrap_or_default()
    }

    /// A single letter with a full stop is an initial, not an article or pronoun.
    fn is_starter(&self) -> bool {
        is_starter(self.word) && !(self.word.len() == 1 && self.after_word().starts_with('.'))
    }

    fn is_zone(&self) -> bool {
        is_zone(self.word)
    }

    /// A number, a Roman number or a single capital letter.
    fn is_number(&self) -> bool {
        let lone = self.word.chars().count() == 1 && !matches!(self.word, "A" | "I");
        self.first.is_some_and(char::is_numeric) || lone || self.word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
    }

    /// Whether a verb of saying comes soon: `"Why?" Ms. Orme asked.`
    fn is_saying(&self) -> bool {
        const SAYING: [&str; 9] = ["said", "says", "asked", "asks", "added", "replied", "wrote", "told", "cried"];
        let words = self.rest.split_whitespace().take(SAYING_WORDS);
        words.skip(1).any(|word| SAYING.contains(&word.trim_end_matches([',', '.', ':'])))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sentences;

    /// Sentences are divided by `|` in what is expected.
    #[track_caller]
    fn check(expected: &str) {
        let block = expected.replace('|', "");
        let found: Vec<&str> = sentences(&block).iter().map(|s| s.of(&block)).collect();
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_and_initials_keep_a_name_together() {
        check("Mr. Harlan Pryce met Gen. O. Sadek and St. Orm's mayor. |They spoke to J. K. Marsh.");
        check("The envoy, Lt. Col. A. B. Tarn, agreed. |Sen. Voss did not.");
        check("The plan was drawn up by you and I. |Did Albert I. Joness see it?");
    }

    #[test]
    fn abbreviations_end_a_sentence_before_a_word_that_opens_one() {
        check("She works for the U.S. Embassy. |He left the U.S. |The visa had run out.");
        check("Lithos Inc. Chairman Amsel sold his shares in Lithos Inc. |He kept one.");
        check("It closed at 11:20 p.m. |Most came back. |It opened at 5 a.m. Eastern time.");
        check("Talks begin on Jan. 12 in Halmar. |See Art. 5 and No. 4, para. 2. |The answer was no. |That was all.");
        check("Cargoes (gas, oil, etc.) were held, e.g. Tarvian ones, i.e. most. |Nobody paid.");
    }

    #[test]
    fn numbers_are_left_whole() {
        check("It rose 3.6 percent to $4.2 billion. |In 2.4 years it halved. |It was founded in 1995. |Ten left.");
    }

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        check("“It is open.” |She paused. |“They counted twice. |Then they stopped,” he said.");
        check("(The text is short.) |It ends here.[6] |Others disagree.[note 3][12] |So it goes.");
        check("\"Is it safe?\" said the clerk. |\"Stop!\" |Nobody did. |“Why now?” Ms. Tolland asked. |He shrugged.");
    }

    #[test]
    fn ellipses() {
        check("I would ... well, what I mean is … nothing. |They waited... |Nobody came.");
        check("It is . . . I should say . . . over. |The rest is known. . . . |The end.");
        check("He wrote that “the fleet [...] Norholm needs” is late.");
    }

    #[test]
    fn lists_typed_into_a_line() {
        check("1. The first item |2. The second item |3. The third");
        check("a) a hotline. |b) a market.");
        check("• ships |• crews and berths");
        check("1. The ceasefire holds. |It was extended.");
    }

    #[test]
    fn a_date_line_stays_with_its_sentence() {
        check("MOSCOW: The President will travel. |He has been before.");
        check("HALMAR, Oct. 14 (Sample Press) -- The Union agreed. |So it said.");
        check("VESTRA, Belmora, Nov. 3 - Observers said on Monday: it was calm; it was not fair — not quite.");
    }

    #[test]
    fn other_scripts() {
        check("他说：“好。”|会谈结束了。|明天继续！");
        check("متى تبدأ المحادثات؟| غدا.");
        check("वार्ता समाप्त हुई।| अगला दौर कल है।");
    }

    proptest! {
        #[test]
        fn sentences_partition_the_block(block in "([a-zA-Z]{0,6}|[.!?…。\"”’()\\[\\] 1-9•–—]|Mr\\.|U\\.S\\.|\\. \\. \\.|\\PC){0,60}") {
            let found = sentences(&block);
            prop_assert!(found.iter().all(|s| !s.is_empty() && *s == s.trim(&block) && block.get(s.range()).is_some()));
            prop_assert!(found.windows(2).all(|two| two[0].end() <= two[1].start()));
            let joined: String = found.iter().flat_map(|s| s.of(&block).chars()).filter(|c| !c.is_whitespace()).collect();
            let whole: String = block.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, whole);
        }
    }
}
