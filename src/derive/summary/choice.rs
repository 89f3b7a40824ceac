//! Which sentences make the summary: one that opens it, and the best behind it that do not repeat what is chosen.
//!
//! The opening is nearly always the lead. It is a later sentence where the first is a caption, a greeting or a scene and the later one
//! has the headline's words and the names; what stands before it is passed over. What follows is chosen one by one (Carbonell and
//! Goldstein 1998).

use super::score::{POINTS_BACK, Ranking, total};

/// A summary has this many sentences, and one more for so many of the article.
const LEAST: usize = 3;
const MOST: usize = 5;
const SENTENCES_PER_LINE: usize = 10;

/// So many whole sentences are looked at for the opening, beside thanks and wishes.
const OPENINGS: usize = 6;

/// So many are looked at for the lines that follow, which bounds the work on a text of any length.
const SHORTLIST: usize = 64;

/// A sentence that has more than this part of its words in common with one already chosen repeats it; less counts against it.
const REPEATS: f64 = 0.5;
const LIKENESS: f64 = 0.25;

/// The opening and what follows it, in the order of choice; by their places among the candidates.
pub(super) fn choose(ranking: &Ranking<'_>) -> Vec<usize> {
    let candidates = ranking.candidates();
    let early = candidates.iter().enumerate().take_while(|(at, _)| ranking.place(*at) < OPENINGS);
    let openings = early.map(|(at, candidate)| (at, total(ranking.opening(at, candidate))));
    let Some((opening, _)) = openings.reduce(|best, next| if next.1 > best.1 { next } else { best }) else {
        return Vec::new();
    };
    let mut left = shortlist(ranking, opening);
    let mut chosen = vec![opening];
    let mut last = opening;
    let wanted = (candidates.len() / SENTENCES_PER_LINE).clamp(LEAST, MOST);
    while chosen.len() < wanted {
        for rival in &mut left {
            rival.likeness = rival.likeness.max(ranking.likeness(rival.at, last));
        }
        left.retain(|rival| rival.likeness <= REPEATS);
        let Some(best) = best(ranking, &left, &chosen) else { break };
        last = left.remove(best).at;
        chosen.push(last);
    }
    chosen
}

/// One that may follow.
struct Rival {
    /// Index of the candidate.
    at: usize,
    score: f64,
    /// To that of the chosen which it is most like.
    likeness: f64,
}

/// The most promising behind the opening, in text order.
fn shortlist(ranking: &Ranking<'_>, opening: usize) -> Vec<Rival> {
    let candidates = ranking.candidates();
    let all = candidates.iter().enumerate().skip(opening + 1);
    let mut behind: Vec<(f64, usize)> = all.map(|(at, candidate)| (total(ranking.plain(at, candidate)), at)).collect();
    if behind.len() > SHORTLIST {
        behind.select_nth_unstable_by(SHORTLIST, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        behind.truncate(SHORTLIST);
    }
    behind.sort_unstable_by_key(|(_, at)| *at);
    let score = |at: usize| Some(total(ranking.following(at, candidates.get(at)?)));
    behind.into_iter().filter_map(|(_, at)| Some(Rival { at, score: score(at)?, likeness: 0.0 })).collect()
}

/// Which of `left` is worth most beside what is chosen; the first of equals.
fn best(ranking: &Ranking<'_>, left: &[Rival], chosen: &[usize]) -> Option<usize> {
    let worth = |rival: &Rival| {
        let leans = f64::from(leans(ranking, rival.at, chosen));
        rival.score - LIKENESS * rival.likeness - POINTS_BACK * leans
    };
    let worths = left.iter().map(worth).enumerate();
    worths.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(place, _)| place)
}

/// Whether the candidate at `at` points back to a sentence that is not chosen.
fn leans(ranking: &Ranking<'_>, at: usize, chosen: &[usize]) -> bool {
    let candidates = ranking.candidates();
    let sentence = |at: usize| candidates.get(at).map(|candidate| candidate.sentence);
    let before = sentence(at).and_then(|sentence| sentence.checked_sub(1));
    candidates.get(at).is_some_and(|candidate| candidate.points_back) && !chosen.iter().any(|other| sentence(*other) == before)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::{LEAST, LIKENESS, MOST, REPEATS, SENTENCES_PER_LINE, choose, leans};
    use crate::derive::reading::Reading;
    use crate::derive::summary::score::{POINTS_BACK, Ranking, total};
    use crate::model::{Article, Block, BlockKind, Sentence};
    use crate::text::sentence::sentences;
    use crate::text::{Clean, Span};

    fn paragraph(text: &str) -> Article {
        let text = Clean::from(text);
        let sentences: Vec<Sentence> = sentences(&text).into_iter().map(|span| Sentence { span, block: 0 }).collect();
        let all = 0..u32::try_from(sentences.len()).unwrap_or_default();
        let blocks =
            vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()), sentences: all, number: Some(1), line: 1 }];
        Article { text, blocks, sentences, ..Article::default() }
    }

    /// All that follows `opening`, each time looked at anew and in full.
    fn plainly(ranking: &Ranking<'_>, opening: usize) -> Vec<usize> {
        let mut chosen = vec![opening];
        for _ in 1..(ranking.candidates().len() / SENTENCES_PER_LINE).clamp(LEAST, MOST) {
            let like = |at: usize| chosen.iter().map(|other| ranking.likeness(at, *other)).fold(0.0, f64::max);
            let worth = |at: usize| {
                let score = total(ranking.following(at, &ranking.candidates()[at]));
                score - LIKENESS * like(at) - POINTS_BACK * f64::from(leans(ranking, at, &chosen))
            };
            let left = (opening + 1..ranking.candidates().len()).filter(|at| !chosen.contains(at) && like(*at) <= REPEATS);
            let ranked =
                left.max_by(|a, b| worth(*a).total_cmp(&worth(*b)).then(if a < b { Ordering::Greater } else { Ordering::Less }));
            chosen.extend(ranked);
        }
        chosen
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_choice_is_that_of_looking_at_all_each_time(
            text in "((The pact|It|We show that Karsan|Thanks, trade) ([a-e]{4,5} |Karsan |of ){5,9}[a-e]{4}\\. ){0,50}"
        ) {
            let article = paragraph(&text);
            let reading = Reading::new(&article);
            let ranking = Ranking::new(&reading);
            let chosen = choose(&ranking);
            prop_assert_eq!(chosen.first().map_or(Vec::new(), |opening| plainly(&ranking, *opening)), chosen);
        }
    }
}
