//! Where the text of a script or a style ends, for those that do not want to hear it.
//!
//! As the HTML standard has it: at the element's own end tag, except that a script may hold a comment with a script of its own in it.

/// How many bytes of `text` belong to the element called `name` that has just begun; all of them where it does not end.
pub(super) fn raw_bytes(text: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(mark) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += mark;
        let rest = text.get(at..).unwrap_or_default();
        if is_tag(rest, "</", name) {
            return at;
        }
        let comment = rest.strip_prefix("<!").filter(|behind| name == "script" && behind.starts_with("--"));
        at += comment.map_or(1, |comment| "<!".len() + comment_bytes(comment, name));
    }
    text.len()
}

/// How far it is to the end of a comment in a script, or to the end tag that ends both.
fn comment_bytes(text: &str, name: &str) -> usize {
    let mut within = false;
    for (at, _) in text.match_indices(['<', '-']) {
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with("-->") || !within && is_tag(rest, "</", name) {
            return at;
        }
        within = if within { !is_tag(rest, "</", name) } else { is_tag(rest, "<", name) };
    }
    text.len()
}

/// Whether `text` begins with a tag called `name`, behind `mark`.
fn is_tag(text: &str, mark: &str, name: &str) -> bool {
    let Some((head, behind)) = text.strip_prefix(mark).and_then(|tag| tag.split_at_checked(name.len())) else { return false };
    head.eq_ignore_ascii_case(name) && behind.starts_with(['>', '/', ' ', '\n', '\t', '\r', '\x0C'])
}

#[cfg(test)]
mod tests {
    use html5ever::tokenizer::Tag;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::tokens::{Walker, walk};

    /// The tags of a page with their lines; the words only where it listens.
    #[derive(Default)]
    struct Heard {
        listens: bool,
        tags: Vec<(Tag, u32)>,
    }

    impl Walker for Heard {
        fn tag(&mut self, tag: &Tag, line: u32) {
            self.tags.push((tag.clone(), line));
        }

        fn words(&mut self, _words: &str, _line: u32) {}

        fn listens(&self) -> bool {
            self.listens
        }
    }

    const BITS: &[&str] = &[
        "<script>",
        "</script>",
        "<SCRIPT ",
        "</Script\r\n>",
        "<style a=b>",
        "</style/>",
        "<xmp>",
        "</xmp",
        "<!--",
        "-->",
        "-",
        "<",
        ">",
        "</",
        "!",
        "é",
        "\n",
        "\r",
        " ",
        "scripts",
        "<p>",
        "&amp;",
        "<scripts>",
        "</scripts>",
    ];

    proptest! {
        #[test]
        fn what_nobody_hears_ends_where_it_ends_for_listeners(bits in proptest::collection::vec(select(BITS), 0..40)) {
            let html = bits.concat();
            let heard = |listens| walk(&html, Heard { listens, ..Heard::default() }).tags;
            prop_assert_eq!(heard(true), heard(false), "{:?}", html);
        }
    }
}
