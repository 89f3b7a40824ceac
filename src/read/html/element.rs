//! What the names of elements say of the words in them: where a line of text ends, what is never shown, what is no article.
//!
//! The lists are those of the HTML standard (phrasing content, metadata content, sectioning); class names are not looked at here.

use super::hints::Junk;

/// Whether an element stands inside a line of text and does not end it (phrasing content of the HTML standard).
pub(super) fn is_inline(name: &str) -> bool {
    const INLINE: [&str; 45] = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "meter", "nobr", "output", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "input", "amp-img",
    ];
    INLINE.contains(&name)
}

/// Whether an element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    const VOID: [&str; 16] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen",
        "frame",
    ];
    VOID.contains(&name)
}

/// Whether browsers show the words in an element of this name nowhere, or as a control and not as text.
pub(super) fn is_unseen(name: &str) -> bool {
    const UNSEEN: [&str; 22] = [
        "script", "style", "template", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "svg", "select",
        "button", "math", "object", "audio", "video", "canvas", "datalist", "rp", "rt", "dialog", "progress",
    ];
    UNSEEN.contains(&name)
}

/// Whether an open paragraph ends where an element of this name begins.
pub(super) fn ends_paragraph(name: &str) -> bool {
    !is_inline(name) && !is_void(name) && !is_unseen(name) || name == "hr"
}

/// What an element that is called so holds beside articles.
pub(super) fn junk(name: &str) -> Option<Junk> {
    match name {
        "nav" | "menu" => Some(Junk::Navigation),
        "footer" | "aside" | "form" | "fieldset" => Some(Junk::Aside),
        _ => None,
    }
}

/// What an ARIA role says that an element holds beside articles.
pub(super) fn junk_of_role(role: &str) -> Option<Junk> {
    match role {
        "navigation" | "menu" | "menubar" | "search" | "toolbar" | "banner" => Some(Junk::Navigation),
        "contentinfo" | "complementary" => Some(Junk::Aside),
        "dialog" | "alertdialog" | "alert" | "tooltip" => Some(Junk::Overlay),
        _ => None,
    }
}
