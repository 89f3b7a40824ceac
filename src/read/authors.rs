//! A byline taken apart: who wrote it, one by one.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::gathered::gather;
use super::names::is_role;
use crate::text::Clean;

/// What stands between two names, in the languages that bylines are met in most.
const BETWEEN: [&str; 16] =
    [",", ";", " & ", " and ", " und ", " et ", " y ", " e ", " ja ", " och ", " og ", " en ", " with ", " mit ", "、", " / "];

/// The same, to be found in one pass.
static MARKS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(BETWEEN).ok());

/// The people, desks and agencies of a byline that has no "By", each once; what one of them is ("Diplomatic Editor") is left out.
pub(super) fn authors(byline: &str) -> Vec<Clean> {
    let mut found = Vec::new();
    let mut from = 0;
    // One pass over the byline: whoever writes one of a thousand names has to wait no longer for each of them.
    let marks =
        MARKS.as_ref().map(|marks| marks.find_iter(byline).map(|mark| mark.range()).collect::<Vec<_>>()).unwrap_or_default();
    for mark in marks.into_iter().map(Some).chain([None]) {
        let end = mark.as_ref().map_or(byline.len(), |mark| mark.start);
        let name = byline.get(from..end).unwrap_or_default().trim();
        let only_role = is_role(name) && (!found.is_empty() || mark.is_some());
        if name.contains(char::is_alphabetic) && !only_role {
            gather(&mut found, Clean::from(name));
        }
        from = mark.map_or(end, |mark| mark.end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::authors;

    #[test]
    fn each_name_stands_alone() {
        let named = |byline| authors(byline).iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
        assert_eq!(named("Ana Ruiz, Bo Lind and Carl Day"), "Ana Ruiz|Bo Lind|Carl Day");
        assert_eq!(named("Ana Ruiz, Diplomatic Editor"), "Ana Ruiz");
        assert_eq!(named("Sandy Anders & Yves Et"), "Sandy Anders|Yves Et");
        assert_eq!(named("Jan Mohr und Ute Ens"), "Jan Mohr|Ute Ens");
        assert_eq!(named("Foreign Staff"), "Foreign Staff");
        assert_eq!(named(" , ;"), "");
    }
}
