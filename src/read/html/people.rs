//! Who wrote a page's article: people, and a desk or agency only where no people are named.

use super::json_ld::{Story, plain};
use super::said::{Mark, Said};
use crate::read::authors::authors as divided;
use crate::read::gathered::gather;
use crate::read::names::{is_outlet, is_people};
use crate::read::shape::ends_with_stop;

/// The longest name, in bytes.
const NAME_BYTES: usize = 80;

/// The longest byline that is read by its class name alone, and the longest sign of a colleague, in bytes.
const BYLINE_BYTES: usize = 120;
const SIGN_BYTES: usize = 4;

/// Words that stand before names.
const BEFORE: [&str; 12] =
    ["by ", "von ", "por ", "par ", "di ", "door ", "av ", "af ", "autor: ", "author: ", "written by ", "text: "];

/// The authors, in their order.
pub(super) fn people(said: &Said, story: &Story, outlet: Option<&str>) -> Vec<String> {
    const NAMES: [&str; 12] = [
        "author",
        "article:author",
        "parsely:author",
        "sailthru:author",
        "dc:creator",
        "dcterms:creator",
        "dc:contributor",
        "byl",
        "citation:author",
        "cxenseparse:author",
        "article:author:name",
        "og:article:author",
    ];
    let metas = || NAMES.iter().map(|name| said.meta(std::slice::from_ref(name)).map(plain).collect::<Vec<_>>());
    let marked = said.marked(Mark::Author).map(plain).filter(|name| is_short(name)).collect();
    let bylines = said
        .marked(Mark::Byline)
        .map(plain)
        .filter(|byline| is_people(bare(byline)) && is_short(byline))
        .map(|byline| vec![byline]);
    let witnesses = [story.authors.clone()].into_iter().chain(metas()).chain([marked]).chain(bylines);
    let mut desk = Vec::new();
    for names in witnesses {
        let named = named(&names);
        if named.iter().any(|name| !is_house(name, outlet)) {
            return named.into_iter().filter(|name| !is_outlet_itself(name, outlet)).collect();
        }
        if desk.is_empty() {
            desk = named;
        }
    }
    desk
}

/// The single names in `names`, each once.
fn named(names: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names.iter().flat_map(|names| divided(bare(names))) {
        let name = bare(&name).to_owned();
        let fits = name.len() <= NAME_BYTES && !name.contains(['/', '@', '{', '<']) && name.chars().any(char::is_alphabetic);
        if fits && found.iter().all(|known| !known.eq_ignore_ascii_case(&name)) {
            gather(&mut found, name);
        }
    }
    found
}

/// A name without what stands before it.
fn bare(name: &str) -> &str {
    let name = name.trim().trim_matches(['|', '•', ',', ';', ':']).trim();
    let before = BEFORE.iter().find(|before| name.get(..before.len()).is_some_and(|head| head.eq_ignore_ascii_case(before)));
    let name = before.and_then(|before| name.get(before.len()..)).unwrap_or(name).trim();
    // Some outlets put the sign of a colleague behind the name: `Ana Ruiz (rui.)`.
    let signed = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    signed.filter(|(_, sign)| sign.len() <= SIGN_BYTES).map_or(name, |(name, _)| name)
}

/// Whether it is as short as a byline, and no sentence on who somebody is.
fn is_short(byline: &str) -> bool {
    byline.len() <= BYLINE_BYTES && !ends_with_stop(byline)
}

/// Whether it is the outlet itself or another house, and no person.
fn is_house(name: &str, outlet: Option<&str>) -> bool {
    is_outlet_itself(name, outlet) || is_outlet(name)
}

fn is_outlet_itself(name: &str, outlet: Option<&str>) -> bool {
    outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(name))
}
