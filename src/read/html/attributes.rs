//! Tags with more attributes than any page gives them, cut down before the tokenizer sees them.
//!
//! The tokenizer compares every attribute of a tag with all before it, which is nothing for ten and minutes for a hundred thousand.

use std::borrow::Cow;

/// The most attributes of a tag.
const MOST: usize = 1000;

/// `html` with the attributes of a tag left out from the thousand-and-first on.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut from) = (0, 0);
    while let Some(at) = html.get(from..).and_then(|rest| rest.find('<')) {
        let tag = from + at + 1;
        let Some(rest) = html.get(tag..) else { break };
        // A tag that does not end is the last there is.
        let Some(end) = tag_bytes(rest) else { break };
        // Each attribute takes two bytes at least.
        if end > 2 * MOST
            && let Some(cut) = rest.get(..end).and_then(one_too_many)
        {
            out.push_str(html.get(kept..tag + cut).unwrap_or_default());
            kept = tag + end;
        }
        from = tag + end;
    }
    if kept == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// How far it is to the end of the tag that begins here; `None` where it does not end.
fn tag_bytes(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return Some(0);
    }
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'>' | b'"' | b'\''))?;
        match bytes.get(at)? {
            b'>' => return Some(at),
            &mark if bytes.get(at.checked_sub(1)?) == Some(&b'=') => at += 2 + rest.get(at + 1..)?.find(char::from(mark))?,
            _ => at += 1,
        }
    }
}

/// Where in a tag the first attribute too many begins, if there is one.
fn one_too_many(tag: &str) -> Option<usize> {
    let (mut attributes, mut quote, mut before) = (0, None, b' ');
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(mark) if mark == byte => quote = None,
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if !byte.is_ascii_whitespace() && before.is_ascii_whitespace() => {
                attributes += 1;
                if attributes > MOST {
                    return Some(at);
                }
            }
            _ => {}
        }
        before = byte;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn only_what_is_too_much_is_cut() {
        let page = "<p class=\"a > b\" id=x>One < two</p><!-- <a b c> --><script>if (a<b) { c = \"<p>\" }</script>";
        assert_eq!(bounded(page), page);
        let many = format!("<p {}>One</p><p>Two</p>", "a=b ".repeat(3000));
        let cut = bounded(&many);
        assert!(cut.len() < 5000 && cut.ends_with(">One</p><p>Two</p>"), "{cut}");
    }
}
