//! What a spreadsheet would run: text that begins as a formula does (OWASP, "CSV Injection"). A page is pasted there too, one cell a line.

use std::borrow::Cow;

/// Whether a spreadsheet would take a cell with `text` for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// `text` with a space before each line that a spreadsheet would take for a formula; it takes a line that begins with one for text.
pub(super) fn defused<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    let text = text.into();
    if !text.split('\n').any(is_formula) {
        return text;
    }
    let line = |line: &str| if is_formula(line) { format!(" {line}") } else { line.to_owned() };
    Cow::Owned(text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn a_line_that_would_run_is_text() {
        let text = "=HYPERLINK(\"x\")\nplain = 1\n-1+2\n - as it was\n\n@SUM(1)\n＝1";
        assert_eq!(defused(text), " =HYPERLINK(\"x\")\nplain = 1\n -1+2\n - as it was\n\n @SUM(1)\n ＝1");
        assert_eq!(defused(&*defused(text)), defused(text));
    }
}
