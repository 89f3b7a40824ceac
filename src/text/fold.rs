//! Two spellings of one quotation made equal: what typists and sites change when they copy words.
//!
//! White space runs become one space, quotation marks and dashes their plain forms, letters their composed form (NFC).
//! Nothing else is forgiven, letter case included: a quotation that needs more is not the article's words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug)]
pub struct Folded {
    text: String,
    /// For each byte of `text`: the place in the original that it stands for.
    from: Vec<Span>,
}

impl Folded {
    /// The folded form of `original`.
    pub fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), from: Vec::with_capacity(original.len()) };
        let mut rest = original.char_indices().peekable();
        while let Some((start, base)) = rest.next() {
            let mut end = start + base.len_utf8();
            while let Some((at, mark)) = rest.next_if(|&(_, c)| is_combining_mark(c)) {
                end = at + mark.len_utf8();
            }
            folded.push(base, original, Span::new(start, end));
        }
        folded
    }

    fn push(&mut self, base: char, original: &str, span: Span) {
        if base.is_whitespace() {
            if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.append(' ', span);
            }
            return;
        }
        match plain(base) {
            Some(c) => self.append(c, span),
            None => span.of(original).nfc().for_each(|c| self.append(c, span)),
        }
    }

    fn append(&mut self, c: char, span: Span) {
        self.text.push(c);
        self.from.extend(std::iter::repeat_n(span, c.len_utf8()));
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every place in the original whose folded form is the folded form of `quote`, in order; none for an empty quote.
    pub fn find<'a>(&'a self, quote: &str) -> impl Iterator<Item = Span> + 'a {
        let needle = Self::new(quote.trim()).text.trim_end().to_owned();
        let hits: Vec<usize> =
            if needle.is_empty() { Vec::new() } else { self.text.match_indices(&needle).map(|(at, _)| at).collect() };
        hits.into_iter().filter_map(move |at| Some(self.from.get(at)?.cover(*self.from.get(at + needle.len() - 1)?)))
    }
}

/// The plain form of a quotation mark or dash.
pub fn plain(c: char) -> Option<char> {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' | '´' | '‹' | '›' => Some('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        _ => None,
    }
}

/// The lower case of `c` where it is one character of as many bytes, else `c`: a text so lowered keeps its places.
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lowered = c.to_lowercase();
    match (lowered.next(), lowered.next()) {
        (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, lower};

    #[track_caller]
    fn check(text: &str, quote: &str, expected: &[&str]) {
        let found: Vec<&str> = Folded::new(text).find(quote).map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_copied_quotation_is_found_again() {
        check(
            "the India–Russia  “partnership”\nis Putin’s",
            "India-Russia \"partnership\" is Putin's",
            &["India–Russia  “partnership”\nis Putin’s"],
        );
        check("a cafe\u{301} in Paris", "café", &["cafe\u{301}"]);
        check("one two one", "one", &["one", "one"]);
    }

    #[test]
    fn lower_case_keeps_the_places() {
        let lowered: String = "Élysée, ЛАВРОВ, İzmir, STRASSE".chars().map(lower).collect();
        assert_eq!(lowered, "élysée, лавров, İzmir, strasse");
    }

    #[test]
    fn other_words_are_not() {
        check("the delayed delivery", "Delayed delivery", &[]);
        check("the delayed delivery", "delayed deliveries", &[]);
        check("the delayed delivery", "  ", &[]);
    }
}
