//! What a spreadsheet would run: text that begins as a formula does (OWASP, "CSV Injection").

/// Whether a spreadsheet would take a cell with `text` for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
