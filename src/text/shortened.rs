//! Words that would be said again and again, cut where nobody would read on.

use std::borrow::Cow;

/// `words`, or as much of their beginning as goes into so many bytes, marked as that.
pub fn shortened(words: &str, bytes: usize) -> Cow<'_, str> {
    match words.get(..words.floor_char_boundary(bytes)) {
        // Nothing is joined to the mark.
        Some(start) if start.len() < words.len() => Cow::Owned(format!("{}…", start.trim_end_matches(['\u{200C}', '\u{200D}']))),
        _ => Cow::Borrowed(words),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(shortened("abc", 3), "abc");
        assert_eq!(shortened("abcd", 3), "abc…");
        assert_eq!(shortened("abé", 3), "ab…");
        assert_eq!(shortened("می\u{200C}خواهم", 7), "می…");
    }
}
