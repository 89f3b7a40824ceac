//! The headline of a page, by what its witnesses agree on: its heading, its data, its meta elements, its title.
//!
//! The heading is what readers see and weighs most, but two others that agree word by word weigh more: a heading may be the
//! page's, a title may be written for search engines.

use super::json_ld::{Story, plain};
use super::said::{Mark, Said};

/// What each witness weighs: heading, data, `og:title` and its like, `twitter:title`, title.
const WEIGHTS: [u32; 5] = [16, 12, 10, 5, 5];

/// What stands between a headline and the outlet's name in a title.
const BETWEEN: [&str; 10] = [" | ", "｜", "ㅣ", " - ", " – ", " — ", " · ", " :: ", " » ", " * "];

/// The most words of an outlet's name or a section's in a title.
const OUTLET_WORDS: usize = 4;

/// The headline, as readers of the page see it.
pub(super) fn headline(said: &Said, story: &Story, outlet: Option<&str>) -> Option<String> {
    let meta = |names: &[&str]| said.meta(names).map(plain).find(|words| !words.is_empty());
    let bare = |title: String| without_outlet(&title, outlet);
    let og = meta(&["og:title", "dc:title", "dcterms:title", "parsely:title", "sailthru:title", "headline"]).map(bare);
    let twitter = meta(&["twitter:title"]).map(bare);
    let title = said.marked(Mark::Title).map(plain).find(|words| !words.is_empty()).map(bare);
    let others = [story.headline.clone().map(bare), og, twitter, title];
    let headings: Vec<String> = said.marked(Mark::Headline).chain(said.marked(Mark::Heading)).map(plain).collect();
    let agreed = headings.iter().find(|heading| others.iter().flatten().any(|other| agree(heading, other)));
    let heading = agreed.map(|heading| without_kicker(heading, &others));
    let witnesses: Vec<(String, u32)> =
        [heading].into_iter().chain(others).zip(WEIGHTS).filter_map(|(words, weight)| Some((words?, weight))).collect();
    let votes = |words: &str| -> u32 {
        witnesses.iter().filter(|(other, _)| letters(other) == letters(words)).map(|(_, weight)| weight).sum()
    };
    let mut best: Option<(u32, &String)> = None;
    for (words, _) in &witnesses {
        let votes = votes(words);
        if best.is_none_or(|(most, _)| votes > most) {
            best = Some((votes, words));
        }
    }
    best.map(|(_, words)| words.clone()).or_else(|| headings.into_iter().find(|heading| !heading.is_empty()))
}

/// Whether at least half of the words of the shorter one are in the other, and those are no small part of it.
pub(super) fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let common = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && common * 2 >= short.len() && common * 4 >= long.len()
}

/// A heading without the words over the headline that stand in it, where another witness does without them.
fn without_kicker(heading: &str, others: &[Option<String>]) -> String {
    let all = letters(heading);
    let shorter = others.iter().flatten().find(|other| {
        let other_letters = letters(other);
        words(other).len() >= 3 && other_letters.len() < all.len() && all.ends_with(&other_letters)
    });
    shorter.map_or(heading, String::as_str).to_owned()
}

/// Its letters and digits alone, in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(60).map(str::to_lowercase).collect()
}

/// A title without the names of outlet and section at its end.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let mut rest = title;
    for mark in BETWEEN {
        while let Some((head, tail)) = rest.rsplit_once(mark) {
            let named = outlet.is_some_and(|outlet| agree(tail, outlet));
            if !named && (words(tail).len() > OUTLET_WORDS || words(head).len() < OUTLET_WORDS) {
                break;
            }
            rest = head.trim();
        }
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{agree, without_kicker, without_outlet};

    #[test]
    fn the_outlet_is_no_part_of_a_headline() {
        assert_eq!(without_outlet("Ferry talks end without a deal - The Harbour Post", None), "Ferry talks end without a deal");
        assert_eq!(without_outlet("Talks end | World | Harbour Post", Some("Harbour Post")), "Talks end | World");
        assert_eq!(without_outlet("Ferry talks - and what they are for", None), "Ferry talks - and what they are for");
    }

    #[test]
    fn headlines_agree_by_their_words() {
        assert!(agree("Ferry talks end without a deal", "Harbour: ferry talks end"));
        assert!(!agree("The Harbour Post", "Ferry talks end without a deal"));
        assert_eq!(without_kicker("Shipping Ferry talks end", &[Some("Ferry talks end".into())]), "Ferry talks end");
    }
}
