//! The headline of a page, by what its witnesses agree on: its data, its meta elements, its headings, its title.

use super::json_ld::{Story, plain};
use super::said::{Mark, Said};

/// What stands between a headline and the outlet's name in a title.
const BETWEEN: [&str; 7] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » "];

/// The headline, as readers of the page see it.
pub(super) fn headline(said: &Said, story: &Story, outlet: Option<&str>) -> Option<String> {
    let meta = |names: &[&str]| said.meta(names).map(plain).find(|words| !words.is_empty());
    let data = story.headline.clone();
    let og = meta(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"])
        .map(|title| without_outlet(&title, outlet));
    let title = said.marked(Mark::Title).map(plain).find(|words| !words.is_empty()).map(|title| without_outlet(&title, outlet));
    let headings: Vec<String> =
        said.marked(Mark::Headline).chain(said.marked(Mark::Heading)).map(plain).filter(|h| !h.is_empty()).collect();
    let others: Vec<&String> = [&data, &og, &title].into_iter().flatten().collect();
    let agreed = headings.iter().find(|heading| others.iter().any(|other| agree(heading, other)));
    agreed.cloned().or(data).or(og).or_else(|| headings.first().cloned()).or(title)
}

/// Whether at least half of the words of the shorter one are in the other.
pub(super) fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let common = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && common * 2 >= short.len() && common * 4 >= long.len()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(60).map(str::to_lowercase).collect()
}

/// A title without the outlet's name at its end or beginning.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for mark in BETWEEN {
        let Some((head, tail)) = title.rsplit_once(mark) else { continue };
        let named = outlet.is_some_and(|outlet| agree(tail, outlet));
        if named || words(tail).len() <= 4 && words(head).len() >= 4 {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}
