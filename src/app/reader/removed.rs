//! What was removed from the article as cruft, as the rows of a sheet.

use super::Reader;
use crate::app::sheet::Sheet;
use crate::export::counted;
use crate::text::Clean;

impl Reader {
    /// The sheet of removed lines: line number, rule, words.
    pub fn removed(&self) -> Sheet {
        let removed = &self.briefing.article.removed;
        if removed.is_empty() {
            return Sheet::new("Removed as cruft", vec!["Nothing was removed.".into()]);
        }
        let line = |r: &crate::model::Removed| Clean::from(format!("line {}  ({})  {}", r.line, r.rule, r.text));
        Sheet::new(format!("Removed as cruft: {}", counted(removed.len(), "line")), removed.iter().map(line).collect())
    }
}
