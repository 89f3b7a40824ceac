//! What the attributes of a tag say of its element, each looked at once.

use html5ever::tokenizer::Tag;

/// The longest class, id or style that is looked at, in bytes.
const NAME_BYTES: usize = 300;

/// The names of elements that are there for those who do not see the page, or for nobody.
const HIDDEN: [&str; 7] =
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "sf-hidden", "hidden"];

/// What the attributes of a tag say of its element; what none of them says is empty.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    /// The names that the page's makers gave it, and its own where that is theirs: its class is the first.
    pub(super) names: [&'a str; 6],
    /// What assistive programs are told that it is (ARIA).
    pub(super) role: &'a str,
    /// What microdata say that it is.
    pub(super) prop: &'a str,
    /// What a link says that it leads to.
    pub(super) rel: &'a str,
    /// Of what kind a script is.
    pub(super) kind: &'a str,
    /// It says that it is not to be seen.
    pub(super) hidden: bool,
}

impl<'a> Told<'a> {
    /// What the attributes of `tag` say.
    pub(super) fn new(tag: &'a Tag) -> Self {
        let mut told = Self::default();
        let [class, id, test, component, module, own] = &mut told.names;
        for attribute in &tag.attrs {
            let value = &*attribute.value;
            match &*attribute.name.local {
                "class" => *class = value,
                "id" => *id = value,
                "data-testid" => *test = value,
                "data-component" => *component = value,
                "data-module" => *module = value,
                "role" => told.role = value,
                "itemprop" => told.prop = value,
                "rel" => told.rel = value,
                "type" => told.kind = value,
                "style" => told.hidden |= hides(value),
                "hidden" => told.hidden |= value != "until-found",
                "aria-hidden" => told.hidden |= value == "true",
                _ => {}
            }
        }
        *own = if tag.name.contains('-') { &tag.name } else { "" };
        for name in [class, id, test, component, module] {
            *name = name.get(..name.floor_char_boundary(NAME_BYTES)).unwrap_or_default();
        }
        told.hidden |= told.names.iter().any(|name| name.split_ascii_whitespace().any(|name| HIDDEN.contains(&name)));
        told
    }

    /// Its classes.
    pub(super) fn class(&self) -> &'a str {
        let [class, ..] = self.names;
        class
    }
}

/// Whether a style says that what it is for is not to be seen.
fn hides(style: &str) -> bool {
    let style: String = style.chars().take(NAME_BYTES).filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}
