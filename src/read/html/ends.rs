//! Which open elements a tag ends that have no end tag, and which of them keep it from looking further.
//!
//! A page may open thousands and close none, so names are bits: an open element is compared with all of a list at once.

use super::element::Kind;

const LI: u32 = 1;
const UL: u32 = 1 << 1;
const OL: u32 = 1 << 2;
const MENU: u32 = 1 << 3;
const DT: u32 = 1 << 4;
const DD: u32 = 1 << 5;
const DL: u32 = 1 << 6;
const TR: u32 = 1 << 7;
const TABLE: u32 = 1 << 8;
const TBODY: u32 = 1 << 9;
const THEAD: u32 = 1 << 10;
const TFOOT: u32 = 1 << 11;
const TD: u32 = 1 << 12;
const TH: u32 = 1 << 13;
const OPTION: u32 = 1 << 14;
const SELECT: u32 = 1 << 15;
const A: u32 = 1 << 16;
const DIV: u32 = 1 << 17;
const P: u32 = 1 << 18;
const SECTION: u32 = 1 << 19;
const ARTICLE: u32 = 1 << 20;
const BLOCKQUOTE: u32 = 1 << 21;
const FIGURE: u32 = 1 << 22;

/// Some of these names; those of other elements are of no importance here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Names(u32);

impl Names {
    /// The name of an element.
    pub(super) fn of(name: &str) -> Self {
        Self(match name {
            "li" => LI,
            "ul" => UL,
            "ol" => OL,
            "menu" => MENU,
            "dt" => DT,
            "dd" => DD,
            "dl" => DL,
            "tr" => TR,
            "table" => TABLE,
            "tbody" => TBODY,
            "thead" => THEAD,
            "tfoot" => TFOOT,
            "td" => TD,
            "th" => TH,
            "option" => OPTION,
            "select" => SELECT,
            "a" => A,
            "div" => DIV,
            "p" => P,
            "section" => SECTION,
            "article" => ARTICLE,
            "blockquote" => BLOCKQUOTE,
            "figure" => FIGURE,
            _ => 0,
        })
    }

    /// Whether a name is one of both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What the start of this element ends, the nearest of them, unless one of the others stands before it.
    pub(super) fn implied(self, kind: Kind) -> Option<[Self; 2]> {
        let (ends, stops) = match self.0 {
            LI => (LI, UL | OL | MENU),
            DT | DD => (DT | DD, DL),
            TR => (TR, TABLE | TBODY | THEAD | TFOOT),
            TD | TH => (TD | TH, TR | TABLE),
            OPTION => (OPTION, SELECT),
            A => (A, TD | TH | DIV | P | LI | SECTION | ARTICLE),
            _ if kind == Kind::Box => (P, DIV | TD | TH | LI | SECTION | ARTICLE | BLOCKQUOTE | TABLE | FIGURE),
            _ => return None,
        };
        Some([Self(ends), Self(stops)])
    }

    /// What the end of this element does not reach over.
    pub(super) fn fences(self) -> Self {
        let cells = if matches!(self.0, TR | TABLE | TBODY) { 0 } else { TD | TH };
        let lists = if self.0 == LI { UL | OL } else { 0 };
        Self(cells | lists)
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::read::html::element::Kind;

    const NAMES: [&str; 27] = [
        "li",
        "ul",
        "ol",
        "menu",
        "dt",
        "dd",
        "dl",
        "tr",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "td",
        "th",
        "option",
        "select",
        "a",
        "div",
        "p",
        "section",
        "article",
        "blockquote",
        "figure",
        "span",
        "h1",
        "br",
        "",
    ];

    /// What the start of `name` ends, and what keeps it from that, by their names.
    fn implied(name: &str, kind: Kind) -> Option<[&'static [&'static str]; 2]> {
        Some(match name {
            "li" => [&["li"], &["ul", "ol", "menu"]],
            "dt" | "dd" => [&["dt", "dd"], &["dl"]],
            "tr" => [&["tr"], &["table", "tbody", "thead", "tfoot"]],
            "td" | "th" => [&["td", "th"], &["tr", "table"]],
            "option" => [&["option"], &["select"]],
            "a" => [&["a"], &["td", "th", "div", "p", "li", "section", "article"]],
            _ if kind == Kind::Box => [&["p"], &["div", "td", "th", "li", "section", "article", "blockquote", "table", "figure"]],
            _ => return None,
        })
    }

    #[test]
    fn bits_say_what_names_say() {
        for name in NAMES {
            let (own, kind) = (Names::of(name), Kind::of(name));
            for open in NAMES {
                let said = implied(name, kind).map(|both| both.map(|names| names.contains(&open)));
                assert_eq!(own.implied(kind).map(|both| both.map(|names| Names::of(open).meets(names))), said, "{name} {open}");
                let fence = match open {
                    "td" | "th" => !matches!(name, "tr" | "table" | "tbody"),
                    "ul" | "ol" => name == "li",
                    _ => false,
                };
                assert_eq!(Names::of(open).meets(own.fences()), fence, "{name} {open}");
            }
        }
    }
}
