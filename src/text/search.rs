//! Finding what a reader types: letters of either case, quotation marks and dashes of any kind.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::Span;

/// Spellings tried for one query at the most; past it the rarer marks are only found as typed.
const SPELLINGS: usize = 64;

/// Spellings of so many bytes together are made ready as the kind that searches fastest; of more, its table would take longer to make than a key
/// may wait.
const FAST_BYTES: usize = 2048;

/// A query made ready, so that one of it can search many texts.
#[derive(Debug)]
pub struct Needle(Option<AhoCorasick>);

impl Needle {
    /// The needle for what was typed; white space at its ends does not count.
    pub fn new(query: &str) -> Self {
        let spellings = spellings(query.trim());
        if spellings.iter().all(String::is_empty) {
            return Self(None);
        }
        let is_long = spellings.iter().map(String::len).sum::<usize>() > FAST_BYTES;
        let kind = is_long.then_some(AhoCorasickKind::ContiguousNFA);
        let mut builder = AhoCorasick::builder();
        Self(builder.kind(kind).ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(spellings).ok())
    }

    /// Where it stands in `text`, in order, never overlapping.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        self.0.iter().flat_map(move |needle| needle.find_iter(text)).map(|hit| Span::new(hit.start(), hit.end()))
    }
}

/// The query with each mark in all its forms, in both cases where a letter is not ASCII.
fn spellings(query: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in query.chars() {
        let forms: Vec<char> = match c {
            '\'' | '’' | '‘' => vec!['\'', '’', '‘'],
            '"' | '“' | '”' => vec!['"', '“', '”'],
            '-' | '–' | '—' | '‑' => vec!['-', '–', '—', '‑'],
            _ if c.is_ascii() => vec![c],
            _ => c.to_lowercase().take(1).chain(c.to_uppercase().take(1)).collect(),
        };
        let forms = if all.len() * forms.len() > SPELLINGS { vec![c] } else { forms };
        all = all.iter().flat_map(|head| forms.iter().map(move |&c| format!("{head}{c}"))).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Needle;

    #[test]
    fn finds_any_case_and_any_mark() {
        let text = "Putin’s visit — and PUTIN'S talks; École, école";
        let find = |q: &str| Needle::new(q).find(text).map(|s| s.of(text)).collect::<Vec<_>>();
        assert_eq!(find("putin's"), ["Putin’s", "PUTIN'S"]);
        assert_eq!(find("visit - and"), ["visit — and"]);

        assert_eq!(find("ÉCOLE"), ["École", "école"]);
        assert!(find("  ").is_empty());
        // The first six letters are looked for in either case, the others as typed.
        let long = "é".repeat(100);
        assert_eq!(Needle::new(&long).find(&long.replacen('é', "É", 6)).count(), 1);
        assert_eq!(Needle::new(&long).find(&long.replacen('é', "É", 7)).count(), 0);
    }
}
