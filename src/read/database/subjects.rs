//! The lists of subjects, regions and names under which databases file an article.

use crate::model::Subject;
use crate::read::gathered::gather;
use crate::text::Clean;

/// Adds the subjects of a Factiva field: `gdip : International Relations | gpol : Domestic Politics`.
pub(super) fn of_factiva(text: &str, subjects: &mut Vec<Subject>) {
    for one in text.split('|').map(str::trim).filter(|one| !one.is_empty()) {
        let (code, name) = match one.split_once(" : ") {
            Some((code, name)) => (Some(Clean::from(code.trim())), name.trim()),
            None => (None, one),
        };
        gather(subjects, Subject { code, name: Some(Clean::from(name)) });
    }
}

/// Adds the subjects of a Nexis field, without how sure Nexis is of each: `DIPLOMACY (91%); TREATIES (78%)`.
pub(super) fn of_nexis(text: &str, subjects: &mut Vec<Subject>) {
    for one in text.split(';').map(str::trim) {
        let sure = one.rsplit_once(" (").filter(|(_, sure)| sure.ends_with("%)"));
        let name = sure.map_or(one, |(name, _)| name).trim();
        if !name.is_empty() {
            gather(subjects, Subject { code: None, name: Some(Clean::from(name)) });
        }
    }
}
