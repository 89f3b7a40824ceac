//! The summary: a few whole sentences of the article, in text order, the first of which opens it.
//!
//! Sentences are scored by what is on their surface (`score`) and chosen one by one (`choice`). It counts words and knows no meaning.

mod candidate;
mod choice;
mod definition;
mod score;
mod signs;
mod words;

use candidate::Candidate;
use choice::choose;
use score::{Part, Ranking, merits};

use super::reading::Reading;
use crate::model::{Anchor, Point, Reason};
use crate::text::Clean;

/// The sentences that sum up an article, in text order.
pub(super) fn summary(reading: &Reading<'_>) -> Vec<Point> {
    let ranking = Ranking::new(reading);
    let mut chosen: Vec<(usize, usize)> = choose(&ranking).into_iter().enumerate().collect();
    chosen.sort_unstable_by_key(|(_, at)| *at);
    let all = ranking.candidates().len();
    let line = |(rank, at): (usize, usize)| {
        let candidate = ranking.candidates().get(at)?;
        let merits = if rank == 0 { merits(ranking.opening(at, candidate)) } else { merits(ranking.following(at, candidate)) };
        Some(point(candidate, &because(rank, at, all, &merits)))
    };
    chosen.into_iter().filter_map(line).collect()
}

fn point(candidate: &Candidate<'_>, because: &str) -> Point {
    let anchor = Anchor { sentence: candidate.sentence, focus: candidate.span };
    Point::Found { anchor, reason: Reason { because: Clean::from(because), rule: None, hits: Vec::new() } }
}

/// Its rank among `all` whole sentences, from 0, its place among them, and what made it.
fn because(rank: usize, at: usize, all: usize, merits: &[Part]) -> String {
    let merits: Vec<String> = merits.iter().map(|(worth, name)| format!("{name} {worth:.2}")).collect();
    let merits = match merits.as_slice() {
        [] => "nothing that others have more of".to_owned(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    };
    match (rank, at) {
        (0, 0) => format!("the opening, first of {all} whole sentences: {merits}"),
        (0, passed) => format!("the opening, before which {passed} of {all} whole sentences are passed over: {merits}"),
        _ => format!("rank {} of {all} whole sentences: {merits}", rank + 1),
    }
}
