//! What the names that a page's makers gave its elements (class, id, test id) say of what is in them.
//!
//! Names are taken apart into their words (`article-shareBar` is article, share, bar), and single words are looked for in short lists
//! that hold for pages at large. A hint is not believed alone: the scorer asks how much prose stands there.

use std::sync::LazyLock;

/// What an element holds that is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Junk {
    /// What is not shown.
    Hidden,
    /// Menus, breadcrumbs, page numbers, footers.
    Navigation,
    /// Boxes beside the article.
    Aside,
    /// Other stories.
    Related,
    /// Buttons to share and follow.
    Share,
    /// Advertisements.
    Advertisement,
    /// What readers wrote.
    Comments,
    /// Newsletters, subscriptions, accounts.
    SignUp,
    /// Cookie banners.
    Consent,
    /// Dialogs and what else lies over the page.
    Overlay,
    /// Who wrote it, and a few lines on them.
    Author,
    /// The words beneath a picture, and whose it is.
    Caption,
    /// Topics under which it was filed.
    Topics,
    /// Dates, reading time and the like.
    Stamp,
}

impl Junk {
    /// The id under which what was left out for it is listed.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Hidden => "page: hidden",
            Self::Navigation => "page: navigation",
            Self::Aside => "page: aside",
            Self::Related => "page: other stories",
            Self::Share => "page: share",
            Self::Advertisement => "page: advertisement",
            Self::Comments => "page: comments",
            Self::SignUp => "page: newsletter",
            Self::Consent => "page: consent",
            Self::Overlay => "page: dialog",
            Self::Author => "page: author",
            Self::Caption => "page: caption",
            Self::Topics => "page: topics",
            Self::Stamp => "page: date",
        }
    }
}

/// The words that speak of each, the surest first.
const WORDS: [(Junk, &[&str]); 12] = [
    (
        Junk::Comments,
        &["comment", "comments", "commentlist", "disqus", "respond", "kommentare", "commentaires", "comentarios", "livefyre"],
    ),
    (Junk::Consent, &["cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "cmp"]),
    (Junk::Overlay, &["popup", "modal", "lightbox", "overlay", "toast", "dialog"]),
    (
        Junk::Related,
        &[
            "related",
            "recommended",
            "recommendation",
            "recommendations",
            "recommend",
            "recirc",
            "recirculation",
            "readmore",
            "outbrain",
            "taboola",
            "trending",
            "popular",
            "mostread",
            "mostpopular",
            "similar",
            "upnext",
            "suggested",
            "carousel",
            "slider",
            "promo",
            "crosspromo",
            "more",
            "readalso",
            "seealso",
            "relacionadas",
            "relacionados",
            "teasers",
        ],
    ),
    (
        Junk::Share,
        &["share", "sharing", "social", "sharebar", "sharetools", "addtoany", "addthis", "socials", "sharedaddy", "follow"],
    ),
    (
        Junk::Advertisement,
        &[
            "ad",
            "ads",
            "advert",
            "advertisement",
            "advertising",
            "adslot",
            "adbox",
            "adunit",
            "sponsor",
            "sponsored",
            "dfp",
            "anzeige",
            "werbung",
            "publicidad",
            "promotion",
            "promoted",
            "affiliate",
        ],
    ),
    (
        Junk::SignUp,
        &[
            "newsletter",
            "newsletters",
            "signup",
            "subscribe",
            "subscription",
            "optin",
            "login",
            "signin",
            "register",
            "registration",
            "donate",
            "donation",
            "membership",
        ],
    ),
    (
        Junk::Navigation,
        &[
            "nav",
            "navigation",
            "navbar",
            "menu",
            "menus",
            "breadcrumb",
            "breadcrumbs",
            "footer",
            "sidebar",
            "masthead",
            "topbar",
            "toolbar",
            "pagination",
            "pager",
            "paginator",
            "skip",
            "toc",
            "search",
            "ticker",
        ],
    ),
    (
        Junk::Author,
        &["author", "authors", "bio", "byline", "autor", "autoren", "auteur", "contributor", "contributors", "biography"],
    ),
    (Junk::Caption, &["caption", "captions", "credit", "credits", "figcaption", "copyright", "legend", "photographer"]),
    (Junk::Topics, &["tags", "tag", "taglist", "keywords", "topics", "topic", "hashtags"]),
    (
        Junk::Stamp,
        &["timestamp", "datetime", "dateline", "pubdate", "date", "published", "updated", "readtime", "postmeta", "entrymeta"],
    ),
];

/// The words of names that standfirsts have.
const STANDFIRST: [&str; 14] = [
    "standfirst",
    "subtitle",
    "subheadline",
    "dek",
    "deck",
    "lede",
    "lead",
    "intro",
    "summary",
    "excerpt",
    "chapo",
    "subhead",
    "sottotitolo",
    "teaser",
];

/// A known word and its row in [`WORDS`], or behind them the standfirst's.
type Known = (&'static [u8], usize);

/// The known words by their first letter.
static KNOWN: LazyLock<[Vec<Known>; 26]> = LazyLock::new(|| {
    let junk = WORDS.iter().enumerate().flat_map(|(row, (_, words))| words.iter().map(move |word| (*word, row)));
    let mut known: [Vec<Known>; 26] = Default::default();
    for (word, row) in junk.chain(STANDFIRST.iter().map(|word| (*word, WORDS.len()))) {
        if let Some(alike) = known.get_mut(letter(word.as_bytes())) {
            alike.push((word.as_bytes(), row));
        }
    }
    known
});

/// All words that begin so are this one.
const COOKIE: &[u8] = b"cookie";

/// What the names of an element say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hints {
    /// What it holds beside the article, by the surest of the words.
    pub(super) junk: Option<Junk>,
    /// It stands between headline and body.
    pub(super) standfirst: bool,
}

/// What `names` say.
pub(super) fn hints(names: &[&str]) -> Hints {
    let mut found = WORDS.len();
    let mut standfirst = false;
    for word in names.iter().flat_map(|name| words(name)) {
        let word = word.get(..COOKIE.len()).filter(|start| start.eq_ignore_ascii_case(COOKIE)).unwrap_or(word);
        let alike = KNOWN.get(letter(word)).into_iter().flatten();
        let Some((_, row)) = alike.copied().find(|(known, _)| known.eq_ignore_ascii_case(word)) else { continue };
        standfirst |= row == WORDS.len();
        found = found.min(row);
    }
    Hints { junk: WORDS.get(found).map(|(junk, _)| *junk), standfirst }
}

/// The words of `name`: parts between marks and capitals.
fn words(name: &str) -> impl Iterator<Item = &[u8]> {
    let parts = name.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
    parts.flat_map(|part| part.chunk_by(|one, next| !(one.is_ascii_lowercase() && next.is_ascii_uppercase())))
}

/// Which letter a word begins with, from 0 on.
fn letter(word: &[u8]) -> usize {
    word.first().map_or(usize::MAX, |first| usize::from(first.to_ascii_lowercase().wrapping_sub(b'a')))
}

#[cfg(test)]
mod tests {
    use super::{Junk, hints};

    #[test]
    fn names_are_taken_apart_at_marks_and_capitals() {
        assert_eq!(hints(&["article-shareBar"]).junk, Some(Junk::Share));
        assert_eq!(hints(&["c-related_list items"]).junk, Some(Junk::Related));
        assert_eq!(hints(&["cookielaw-banner"]).junk, Some(Junk::Consent));
        assert_eq!(hints(&["header-shadow loaded"]).junk, None);
        assert!(hints(&["article__standfirst"]).standfirst);
    }
}
