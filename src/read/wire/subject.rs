//! Subjects as agencies file them: a code, a name, and the list that the code is of.

use super::super::gathered::gather;
use super::super::said::line;
use crate::model::{Fields, Subject};

/// IPTC's lists by the end of their address, and the short names by which NewsML-G2 and ninjs know them.
const LISTS: [(&str, &str); 2] = [("newscodes/mediatopic", "medtop"), ("newscodes/subjectcode", "subj")];

/// Adds a subject with this code, of the list at this address, and this name, unless it is there.
pub(in crate::read) fn file_under(fields: &mut Fields, code: Option<&str>, list: Option<&str>, name: Option<&str>) {
    let subject = Subject { code: code.and_then(|code| line(&short(code, list))), name: name.and_then(line) };
    if subject.code.is_some() || subject.name.is_some() {
        gather(&mut fields.subjects, subject);
    }
}

/// The code with the short name of its list before it, where that is known: `medtop:20000587`.
fn short(code: &str, list: Option<&str>) -> String {
    let (address, bare) = match code.trim().rsplit_once('/') {
        Some((address, bare)) if address.contains("://") => (Some(address), bare),
        _ => (list, code.trim()),
    };
    let known = LISTS.iter().find(|(end, _)| address.is_some_and(|address| address.trim_end_matches('/').ends_with(end)));
    match known {
        Some((_, name)) if !bare.contains(':') => format!("{name}:{bare}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn codes_of_known_lists_are_short() {
        let topics = "http://cv.iptc.org/newscodes/mediatopic/";
        assert_eq!(short("medtop:20000587", Some(topics)), "medtop:20000587");
        assert_eq!(short("20000587", Some(topics)), "medtop:20000587");
        assert_eq!(short(&format!("{topics}20000587"), None), "medtop:20000587");
        assert_eq!(short("11002000", Some("https://cv.iptc.org/newscodes/subjectcode")), "subj:11002000");
        assert_eq!(short("NTB-3", Some("category")), "NTB-3");
        assert_eq!(short("http://example.org/a/7", None), "http://example.org/a/7");
    }
}
