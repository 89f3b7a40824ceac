//! Plain text that nothing runs where it is pasted: a spreadsheet, one cell a line; a note in Markdown; a form that takes HTML.
//!
//! A space stands where a formula, a tag or a link would begin, since each of them needs two things side by side. Nothing else is
//! changed, so that a quotation stays what its reader can check.

use std::borrow::Cow;

/// What an address that a reader may follow begins with.
const WEB: [&str; 3] = ["http:", "https:", "mailto:"];

/// Whether a spreadsheet would take a cell with `text` for a formula (OWASP, "CSV Injection").
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// `text` with a space before each line that is a formula, behind each `<` that opens a tag, and between the brackets of each link of
/// Markdown.
pub(super) fn defused<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    spaced(text.into(), is_formula)
}

/// The same for lines that attache itself puts together: they begin as they do.
pub(super) fn without_tags(text: String) -> String {
    spaced(text.into(), |_| false).into_owned()
}

fn spaced(text: Cow<'_, str>, begins: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let (mut out, mut from) = (String::new(), 0);
    let mut is_first = true;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
        let place = match c {
            _ if is_first && begins(rest) => Some(at),
            '<' if opens_tag(behind) => Some(at + 1),
            ']' if behind.starts_with('(') || defines(behind) => Some(at + 1),
            _ => None,
        };
        if let Some(place) = place {
            out.push_str(text.get(from..place).unwrap_or_default());
            out.push(' ');
            from = place;
        }
        is_first = c == '\n';
    }
    if from == 0 && out.is_empty() {
        return text;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether HTML would take a `<` before `behind` for the opening of a tag (HTML standard, "tag open state"), and it is no address in
/// brackets.
fn opens_tag(behind: &str) -> bool {
    let end = behind.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '=')).unwrap_or(behind.len());
    let (inside, close) = behind.split_at_checked(end).unwrap_or_default();
    let is_address = close.starts_with('>') && (inside.contains('@') && !inside.contains([':', '/']) || is_web(inside));
    behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) && !is_address
}

/// Whether `behind` a bracket stands an address that Markdown would give its words, and it is not one of the web.
fn defines(behind: &str) -> bool {
    let Some(address) = behind.strip_prefix(':').map(|rest| rest.trim_start_matches([' ', '\t', '\n', '<'])) else {
        return false;
    };
    scheme(address).is_some() && !is_web(address)
}

/// An address by which nothing is run: one of another kind than those of the web has no scheme, and no address a tag.
pub(super) fn inert_address(address: &str) -> String {
    let address = address.replace('<', "%3C");
    match scheme(address.trim_start()) {
        Some(_) if !is_web(address.trim_start()) => address.replacen(':', "%3A", 1),
        _ => address,
    }
}

/// What stands before the colon of an address (RFC 3986, 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')).then_some(scheme)
}

fn is_web(address: &str) -> bool {
    let begins = |scheme: &str| address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    WEB.iter().any(|scheme| begins(scheme))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{defused, inert_address};

    #[test]
    fn a_line_that_would_run_is_text() {
        let text = "=HYPERLINK(\"x\")\nplain = 1\n-1+2\n - as it was\n\n@SUM(1)\n＝1";
        assert_eq!(defused(text), " =HYPERLINK(\"x\")\nplain = 1\n -1+2\n - as it was\n\n @SUM(1)\n ＝1");
    }

    #[test]
    fn tags_and_links_that_would_run_are_text() {
        for (text, expected) in [
            ("<script>a</script>", "< script>a< /script>"),
            ("<javascript:a> <x@y onclick=a> <x@y:z>", "< javascript:a> < x@y onclick=a> < x@y:z>"),
            ("<!-- a <?php <SVG/onload=a>", "< !-- a < ?php < SVG/onload=a>"),
            ("[a](javascript:b) ![a](data:b)", "[a] (javascript:b) ![a] (data:b)"),
            ("[a]: javascript:b\n[a]:\n<data:b>", "[a] : javascript:b\n[a] :\n< data:b>"),
        ] {
            assert_eq!(defused(text), expected);
        }
    }

    #[test]
    fn what_articles_say_stays() {
        for text in [
            "Ana <ana@example.org> at <https://example.org/a> and <mailto:a@example.org>",
            "x < y, 3<4, a <- b, [sic] (Reuters), [JOURNALIST]: Is it true: yes? [1]: https://example.org",
        ] {
            assert_eq!(defused(text), text);
        }
    }

    #[test]
    fn addresses_that_would_run_have_no_scheme() {
        for (address, expected) in [
            ("javascript:a:b", "javascript%3Aa:b"),
            (" DATA:text/html,<b>", " DATA%3Atext/html,%3Cb>"),
            ("https://example.org/a:b?c=<d>", "https://example.org/a:b?c=%3Cd>"),
            ("example.org/a:b", "example.org/a:b"),
        ] {
            assert_eq!(inert_address(address), expected);
        }
    }

    proptest! {
        #[test]
        fn twice_is_once_and_only_spaces_are_added(text in "[\\]\\[<>(:@/=!a \n-]{0,40}") {
            let once = defused(&*text);
            prop_assert_eq!(defused(&*once), &*once);
            let mut given = text.chars().peekable();
            for c in once.chars() {
                if given.peek() == Some(&c) { given.next(); } else { prop_assert_eq!(c, ' '); }
            }
            prop_assert_eq!(given.next(), None);
        }
    }
}
