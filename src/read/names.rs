//! Whether a few words are the name of a person, an outlet or an agency.
//!
//! Names are told by capitals and by the words that outlets call themselves. What is not clear is no name: an absent field is
//! better than a wrong one.

use crate::text::Span;

/// Words that occur in the names of outlets and agencies and hardly ever in those of people, roles and places.
const OUTLET: &[&str] = &[
    "aap",
    "abc",
    "afp",
    "agency",
    "agence",
    "ani",
    "ansa",
    "ap",
    "bbc",
    "bloomberg",
    "broadcasting",
    "bulletin",
    "cbs",
    "chronicle",
    "cnbc",
    "cnn",
    "courier",
    "daily",
    "desk",
    "dispatch",
    "dpa",
    "economist",
    "efe",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "ians",
    "independent",
    "interfax",
    "journal",
    "kyodo",
    "magazine",
    "mail",
    "monitor",
    "nbc",
    "news",
    "newsroom",
    "npr",
    "observer",
    "politico",
    "post",
    "press",
    "pti",
    "quarterly",
    "radio",
    "reuters",
    "review",
    "tass",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "upi",
    "weekly",
    "wire",
    "xinhua",
];

/// Words of a role, which stands where an outlet might.
const ROLE: &[&str] = &[
    "analyst",
    "chief",
    "columnist",
    "contributor",
    "correspondent",
    "director",
    "editor",
    "fellow",
    "journalist",
    "producer",
    "professor",
    "reporter",
    "staff",
    "writer",
];

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "al", "and", "at", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "et", "for", "in", "la", "le", "of",
    "on", "the", "ter", "und", "van", "von", "y",
];

/// Whether `text` names an outlet or agency: capitals, and a word that such names have.
pub(super) fn is_outlet(text: &str) -> bool {
    is_capitalised(text, 7) && has(text, OUTLET) && !has(text, ROLE)
}

/// Whether `text`, alone beside a date, names an outlet: also by its initials, its article or its address.
pub(super) fn is_outlet_beside_date(text: &str) -> bool {
    let initials = (2..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
    let address = !text.contains(' ') && [".com", ".org", ".net"].iter().any(|end| text.ends_with(end));
    is_outlet(text) || initials || address || text.starts_with("The ") && is_capitalised(text, 5) || text.contains(" & ")
}

/// Whether `text` can be a list of people, or a desk: `Dagny Hale and Ibrahim Sorel`, `the foreign desk`.
pub(super) fn is_people(text: &str) -> bool {
    let desk = text.starts_with("the ") && words(text).count() <= 6 && (has(text, OUTLET) || has(text, ROLE));
    desk || is_capitalised(text, 16)
}

/// `people, outlet` or `people (outlet)` divided; the outlet is empty where there is none.
pub(super) fn divide(text: &str) -> (Span, Option<Span>) {
    let whole = Span::new(0, text.len());
    let closed = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
    if let Some((people, inside)) = closed
        && is_capitalised(inside, 4)
    {
        return (Span::new(0, people.len()).trim(text), Some(Span::new(text.len() - 1 - inside.len(), text.len() - 1)));
    }
    for mark in [", ", " for ", " / "] {
        let Some((people, outlet)) = text.rsplit_once(mark) else { continue };
        if is_outlet(outlet) || (mark == ", " && outlet.contains(" & ")) {
            return (Span::new(0, people.len()).trim(text), Some(Span::new(text.len() - outlet.len(), text.len())));
        }
    }
    (whole, is_outlet(text).then_some(whole))
}

/// Whether all of at most `most` words begin with a capital or are small words inside a name, the first and one more character
/// at least being letters.
pub(super) fn is_capitalised(text: &str, most: usize) -> bool {
    let starts = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    starts
        && !text.ends_with([':', ';', '!', '?'])
        && words(text).count() <= most
        && text.split([' ', '-', '/']).filter(|w| !w.is_empty()).all(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = PARTICLES.contains(&bare) || word.starts_with('(') || word.ends_with(')');
            bare.is_empty() || small || !bare.starts_with(char::is_lowercase)
        })
}

/// Whether `text` names what somebody is: `Diplomatic Editor`.
pub(super) fn is_role(text: &str) -> bool {
    has(text, ROLE)
}

fn has(text: &str, known: &[&str]) -> bool {
    words(text).any(|word| known.contains(&word.to_lowercase().as_str()))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’')
        .map(|w| w.trim_matches('.'))
        .filter(|w| !w.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{divide, is_outlet, is_people};

    #[track_caller]
    fn check(text: &str, people: &str, outlet: &str) {
        let (names, agency) = divide(text);
        assert_eq!((names.of(text), agency.map_or("", |s| s.of(text))), (people, outlet));
    }

    #[test]
    fn an_agency_behind_a_name_is_the_outlet() {
        check("Marta Elvin, Sample Press Agency", "Marta Elvin", "Sample Press Agency");
        check("Edda Lorne, Circuit & State (sample)", "Edda Lorne", "Circuit & State (sample)");
        check("Ana Ruiz (Reuters)", "Ana Ruiz", "Reuters");
        check("Ana Ruiz, Diplomatic Editor", "Ana Ruiz, Diplomatic Editor", "");
        check("Ana Ruiz, Bo Lind and Carl Day", "Ana Ruiz, Bo Lind and Carl Day", "");
    }

    #[test]
    fn people_and_outlets_have_capitals() {
        assert!(
            is_people("Dagny Hale and Ibrahim Sorel") && is_people("Jan van der Meer") && is_people("the attache sample desk")
        );
        assert!(!is_people("2040 the country will") && !is_people("land and by sea"));
        assert!(is_outlet("The Sample Wire") && is_outlet("Hill Courier (sample)"));
        assert!(!is_outlet("The Hague") && !is_outlet("Parliamentary Press Reporter") && !is_outlet("the press was there"));
    }
}
