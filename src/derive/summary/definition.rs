//! Sentences that say what something is: "Merida is the capital of …".
//!
//! The pattern of definition questions (Hearst 1992; Hildebrandt, Katz and Lin 2004): a name or noun phrase, perhaps with an aside,
//! a copula, an article. It knows English alone.

/// A subject is not longer than this in bytes, its aside left out.
const LONGEST_SUBJECT: usize = 60;

const COPULAS: [&str; 4] = ["is", "are", "was", "were"];
const ARTICLES: [&str; 4] = ["a", "an", "the", "one"];

/// Whether `sentence` says what its subject is.
pub(super) fn defines(sentence: &str) -> bool {
    let (subject, aside) = sentence.split_at_checked(subject_end(sentence)).unwrap_or_default();
    let mut words = subject.split_whitespace().chain(after_aside(aside).split_whitespace()).peekable();
    let mut length = 0;
    while let Some(word) = words.next() {
        if length > 0 && COPULAS.contains(&word) && words.peek().is_some_and(|next| ARTICLES.contains(next)) {
            return true;
        }
        length += word.len() + 1;
        if length > LONGEST_SUBJECT || word.ends_with([',', '.', ';', ':']) {
            return false;
        }
    }
    false
}

/// Where the first aside begins.
fn subject_end(sentence: &str) -> usize {
    sentence.find(['(', ',']).unwrap_or(sentence.len())
}

/// What follows the aside in brackets or commas that `text` opens with.
fn after_aside(text: &str) -> &str {
    let close = if text.starts_with('(') { ')' } else { ',' };
    let end = text.char_indices().skip(1).find(|(_, c)| *c == close).map(|(at, c)| at + c.len_utf8());
    let rest = end.and_then(|end| text.get(end..)).unwrap_or_default();
    rest.strip_prefix(',').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::defines;

    #[test]
    fn a_subject_a_copula_and_an_article_define() {
        for text in [
            "Lerwick is the northernmost town of the islands.",
            "Ines Sorel (born 3 May 1961, in Ankara) is a jurist.",
            "Ines Sorel, born in Ankara, is a jurist.",
            "The Vava (also Wawa), are one of two peoples.",
        ] {
            assert!(defines(text), "{text}");
        }
    }

    #[test]
    fn others_do_not() {
        for text in [
            "Is a deal near?",
            "The minister was asked.",
            "In May, as trade fell, prices rose, and that is a loss.",
            "The talks failed; it is a loss.",
            "Sorel (unclosed is a bracket",
            "",
        ] {
            assert!(!defines(text), "{text}");
        }
    }
}
