//! A byline taken apart: who wrote it, one by one.

use super::names::is_role;
use crate::text::Clean;

/// What stands between two names, in the languages that bylines are met in most.
const BETWEEN: [&str; 16] =
    [",", ";", " & ", " and ", " und ", " et ", " y ", " e ", " ja ", " och ", " og ", " en ", " with ", " mit ", "、", " / "];

/// The people, desks and agencies of a byline that has no "By", each once; what one of them is ("Diplomatic Editor") is left out.
pub(super) fn authors(byline: &str) -> Vec<Clean> {
    let mut rest = byline;
    let mut found: Vec<Clean> = Vec::new();
    while !rest.is_empty() {
        let next = BETWEEN.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len()))).min();
        let (name, behind) = match next {
            Some((at, length)) => (rest.get(..at), rest.get(at + length..)),
            None => (Some(rest), None),
        };
        rest = behind.unwrap_or_default();
        let name = name.unwrap_or_default().trim();
        let only_role = is_role(name) && (!found.is_empty() || next.is_some());
        if name.contains(char::is_alphabetic) && !only_role && found.iter().all(|known| **known != *name) {
            found.push(Clean::from(name));
        }
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
