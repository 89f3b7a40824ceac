//! Two spellings of one quotation made equal: what typists and sites change when they copy words.
//!
//! White space runs become one space, quotation marks and dashes their plain forms, letters their composed form (NFC).
//! Nothing else is forgiven, letter case included: a quotation that needs more is not the article's words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// The folded form of `original`, without blanks around it.
pub fn folded(original: &str) -> String {
    let all: String = fold(original).map(|(c, _)| c).collect();
    all.trim_end().to_owned()
}

/// The characters of the folded form of `original`, each with the place that it stands for.
///
/// They are given one by one, because with their places they are many times as large as the text.
pub fn fold(original: &str) -> impl Iterator<Item = (char, Span)> + '_ {
    let mut rest = original.char_indices().peekable();
    let mut blank = true;
    let letters = std::iter::from_fn(move || {
        loop {
            let (start, base) = rest.next()?;
            let mut end = start + base.len_utf8();
            while let Some((at, mark)) = rest.next_if(|&(_, c)| is_combining_mark(c)) {
                end = at + mark.len_utf8();
            }
            let (span, space) = (Span::new(start, end), base.is_whitespace());
            if !(std::mem::replace(&mut blank, space) && space) {
                let one = if space { Some(' ') } else { plain(base) };
                return Some((one.or((span.len() == 1).then_some(base)), span));
            }
        }
    });
    letters.flat_map(|(one, span)| {
        let composed = one.is_none().then(|| span.of(original).nfc());
        one.into_iter().chain(composed.into_iter().flatten()).map(move |c| (c, span))
    })
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
    use super::{folded, lower};

    #[test]
    fn a_copied_quotation_is_the_same() {
        let same = |one: &str, other: &str| assert_eq!(folded(one), folded(other));
        same("India–Russia  “partnership”\nis Putin’s ", " India-Russia \"partnership\" is Putin's");
        same("a cafe\u{301} in Paris", "a café in Paris");
        assert_ne!(folded("the delayed delivery"), folded("the Delayed delivery"));
        assert_eq!(folded(" \n "), "");
    }

    #[test]
    fn lower_case_keeps_the_places() {
        let lowered: String = "Élysée, ЛАВРОВ, İzmir, STRASSE".chars().map(lower).collect();
        assert_eq!(lowered, "élysée, лавров, İzmir, strasse");
    }
}
