//! What the names of elements say of the words in them: where a line of text ends, what is never shown, what is no article.
//!
//! The lists are those of the HTML standard (phrasing content, metadata content, sectioning); class names are not looked at here.

use super::hints::Junk;

/// How an element of some name stands in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Inside a line of text, which it does not end (phrasing content of the HTML standard).
    Inline,
    /// The same without content and without an end tag.
    InlineVoid,
    /// The same, with words that browsers do not show.
    InlineUnseen,
    /// Without content and without an end tag.
    Void,
    /// Browsers show its words nowhere, or as a control and not as text.
    Unseen,
    /// Everything else: a box that text stands in.
    Box,
}

impl Kind {
    /// How an element called `name` stands in a page.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "img" | "input" | "source" | "wbr" => Self::InlineVoid,
            "rp" | "rt" => Self::InlineUnseen,
            "a" | "abbr" | "acronym" | "amp-img" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del" | "dfn"
            | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "meter" | "nobr" | "output" | "picture" | "q" | "rb"
            | "ruby" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" => {
                Self::Inline
            }
            "area" | "base" | "br" | "col" | "embed" | "frame" | "hr" | "keygen" | "link" | "meta" | "param" | "track" => {
                Self::Void
            }
            "audio" | "button" | "canvas" | "datalist" | "dialog" | "iframe" | "math" | "noembed" | "noframes" | "noscript"
            | "object" | "progress" | "script" | "select" | "style" | "svg" | "template" | "textarea" | "title" | "video" => {
                Self::Unseen
            }
            _ => Self::Box,
        }
    }

    /// Whether it does not end the line of text that it stands in.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::InlineVoid | Self::InlineUnseen)
    }

    /// Whether its words are not shown as text.
    pub(super) fn is_unseen(self) -> bool {
        matches!(self, Self::Unseen | Self::InlineUnseen)
    }
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
