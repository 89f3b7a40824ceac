//! Whether a file is a page, by its first tags.

use crate::read::file::File;

/// Tags that stand at the beginning of pages and of pieces of them, and hardly ever of anything else.
const FIRST: [&str; 12] =
    ["!doctype html", "html", "head", "body", "meta", "title", "link", "script", "style", "base", "article", "main"];

/// Whether the content of `file` begins as pages do, behind comments and declarations.
pub(in crate::read) fn is_page(file: &File<'_>) -> bool {
    let mut rest = file.head();
    loop {
        rest = rest.trim_start();
        let Some(tag) = rest.strip_prefix('<') else { return false };
        let end = if let Some(comment) = tag.strip_prefix("!--") {
            // A comment longer than what is looked at: SingleFile and browsers put theirs first.
            comment.find("-->").map(|end| end + "!--".len() + "-->".len())
        } else if tag.starts_with('?') {
            tag.find('>').map(|end| end + 1)
        } else {
            return FIRST.iter().any(|name| is_tag(tag, name));
        };
        let Some(behind) = end.and_then(|end| tag.get(end..)) else { return false };
        rest = behind;
    }
}

/// Whether `tag`, without its bracket, is called `name`.
fn is_tag(tag: &str, name: &str) -> bool {
    let Some((head, behind)) = tag.split_at_checked(name.len()) else { return false };
    head.eq_ignore_ascii_case(name) && behind.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
}
