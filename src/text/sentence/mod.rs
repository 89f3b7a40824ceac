//! Where sentences end.
//!
//! One pass over a block: each end mark is judged by the word before it, the marks that close behind it and the word that opens
//! after it. Rules and word lists, no model; a colon, semicolon or dash never ends a sentence, a line end is a space. What is said
//! inside quotation marks is divided like any text; what stands inside brackets in the middle of a sentence is not.

mod next;
mod rule;
mod sign;
mod stop;

use super::Span;
use super::enumerated;
use sign::{Sign, next_sign};
use stop::Stop;

/// How far behind a mark inside brackets the closing one may stand, in bytes.
const BRACKET_BYTES: usize = 300;

/// The sentences of one block of text: in order, touching nothing outside it, with only white space between them.
pub fn sentences(block: &str) -> Vec<Span> {
    let mut found = Vec::new();
    divide(block, &mut found);
    found
}

/// Adds the [`sentences`] of `block` to `found`: texts of many blocks need no list for each.
pub(crate) fn divide(block: &str, found: &mut Vec<Span>) {
    let mut division = Division::new(block, found);
    let mut items = enumerated::items(block).into_iter().peekable();
    let mut at = 0;
    while let Some((place, sign)) = next_sign(block, at) {
        while let Some(item) = items.next_if(|&item| item <= place) {
            division.end(item);
        }
        at = match sign {
            Sign::End => division.judge(place),
            Sign::Open => division.open_bracket(place),
            Sign::Close => division.close_bracket(place),
        };
    }
    for item in items {
        division.end(item);
    }
    division.end(block.len());
}

/// A block as far as it is divided.
struct Division<'a, 'f> {
    block: &'a str,
    found: &'f mut Vec<Span>,
    /// Where the sentence begins that is still open; no white space stands there.
    opened: usize,
    /// How many brackets are open, and where the outermost of them stands.
    depth: usize,
    bracket: usize,
}

impl<'a, 'f> Division<'a, 'f> {
    fn new(block: &'a str, found: &'f mut Vec<Span>) -> Self {
        Self { block, found, opened: word_at(block, 0), depth: 0, bracket: 0 }
    }

    /// Ends the open sentence at `end`.
    fn end(&mut self, end: usize) {
        let span = Span::new(self.opened, end).trim(self.block);
        if !span.is_empty() {
            self.found.push(span);
        }
        self.opened = word_at(self.block, end);
    }

    /// Ends the open sentence if the marks at `place` do; the place to go on from.
    fn judge(&mut self, place: usize) -> usize {
        let Some(stop) = Stop::at(self.block, place) else {
            return place + 1;
        };
        self.depth = self.depth.saturating_sub(stop.closed_brackets());
        if rule::ends(self.block, self.opened, &stop) && !self.is_inside_brackets(stop.close) {
            self.end(stop.close);
        }
        stop.close
    }

    /// A bracket counts where a word may begin; in `:(` it is no bracket.
    fn open_bracket(&mut self, place: usize) -> usize {
        let before = self.block.get(..place).and_then(|text| text.chars().next_back());
        if before.is_none_or(|c| !c.is_ascii_punctuation() || matches!(c, '(' | '[' | '"' | '\'')) {
            // One that was open before this sentence began is divided like any text; whether it ever closes no longer matters.
            if self.depth == 0 || self.bracket <= self.opened {
                (self.bracket, self.depth) = (place, 0);
            }
            self.depth += 1;
        }
        place + 1
    }

    fn close_bracket(&mut self, place: usize) -> usize {
        self.depth = self.depth.saturating_sub(1);
        place + 1
    }

    /// Whether `at` is inside brackets that opened in the middle of the open sentence and close soon: `the call (it was late. He
    /// was tired) ended`. A sentence or more that stand in brackets as a whole are divided like any.
    fn is_inside_brackets(&self, at: usize) -> bool {
        let before = self.block.get(self.opened..self.bracket).unwrap_or_default();
        self.depth > 0 && before.contains(char::is_alphanumeric) && closes_soon(self.block, at)
    }
}

/// The first place from `at` on that holds no white space.
fn word_at(block: &str, at: usize) -> usize {
    block.len() - block.get(at..).unwrap_or_default().trim_start().len()
}

/// Whether a bracket that is open at the byte `at` closes within [`BRACKET_BYTES`].
fn closes_soon(block: &str, at: usize) -> bool {
    let mut depth = 1usize;
    for byte in block.bytes().skip(at).take(BRACKET_BYTES) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return true;
        }
    }
    false
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
        check("It is . . . I should say . . . over. |The rest is known. |. . . The end. . . .");
        check("He wrote that “the fleet [...] Norholm needs” is late. |It is paid for [...] |However, it is late.");
        check("She played in Seven Days ... Seven Nights. |... Nobody saw it.");
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
    fn dots_and_spaces_that_people_forgot_or_added() {
        check("It was late.|They left.|That's all.");
        check("See Example.com or node.js and pay 3.The rest is free.");
        check("They came on Tuesday.|Mr. Orm did not.");
        check("its good. |u must read it soon. |they did");
        check("She sells on eBay. |eBay takes a share. |iPhones go fast.");
        check("See the annex. |https://example.org/a has it. |(www.example.org is older.)");
        check("The cost (approx. five crowns) and dept. of works, \"It is done.\" he said.");
    }

    #[test]
    fn exclamation_marks_in_names_and_titles() {
        check("She works at Yahoo! News now. |He likes Yahoo! |The rest do not.");
        check("She starred in Viva Vestra! (1965) and in Murder? (Three Sisters, 1950). |Then she left.");
        check("It was a great (!) Success by all means.");
    }

    #[test]
    fn brackets_in_the_middle_of_a_sentence() {
        check("The call (it came late. He was tired.) ended. |Nobody spoke.");
        check("He left. |(It was late. |He was tired.) |She stayed.");
        check("He was sad :( Nobody came. |They waited (for an hour).");
        check("This ( was never closed. |It goes on (and on. And on) for long. |It ends.");
        check("(It was late. |He (the envoy) was tired. |She (the mayor) was not.) |They left.");
    }

    #[test]
    fn what_stands_behind_a_quotation() {
        check("“It is open.” - Mara Orme");
        check("“It is late.“ |He left. |“Why?” Orme exclaimed. |“Why?” |The crowd asked again.");
        check("**It is open.** |She paused. |_It is late._ |He left.");
        check("We are glad!!! :-) |Come soon. ;) |Bye.");
    }

    #[test]
    fn a_letter_that_numbers_something_is_no_initial() {
        check("They chose Plan B. |Orm agreed with J. Marsh. |It lacks vitamin C. |Doctors know.");
        check("Pryce v. Halmar was heard by Hon. A. Tarn (d. 1990) in Ft. Orm. |It cost c. LUS200 a day.");
    }

    #[test]
    fn headings_and_captions() {
        check("Envoy Leaves U.S. After Talks");
        check("U.S. Officials Leave");
        check("Figure 1.3 |This map shows the grants. |It is old.");
        check("Figure 2 and Table 4 show it. |So does Figure A. |Orm drew it.");
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
