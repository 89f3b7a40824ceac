//! Which sentences make the summary: one that opens it, and the best behind it that do not repeat what is chosen.
//!
//! The opening is nearly always the lead. It is a later sentence where the first is a caption, a greeting or a scene and the later one
//! has the headline's words and the names; what stands before it is passed over. What follows is chosen one by one (Carbonell and
//! Goldstein 1998).

use super::score::{POINTS_BACK, Ranking, Score};

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

/// A sentence of the summary.
pub(super) struct Choice {
    /// Index of the candidate.
    pub(super) at: usize,
    pub(super) score: Score,
}

/// The opening and what follows it, in the order of choice.
pub(super) fn choose(ranking: &Ranking<'_>) -> Vec<Choice> {
    let early = (0..ranking.candidates.len()).take_while(|at| ranking.place(*at) < OPENINGS);
    let openings = early.filter_map(|at| Some(Choice { at, score: ranking.opening(at)? }));
    let Some(opening) = openings.reduce(|best, next| if next.score.total > best.score.total { next } else { best }) else {
        return Vec::new();
    };
    let mut left = shortlist(ranking, opening.at);
    let mut chosen = vec![opening];
    let wanted = (ranking.candidates.len() / SENTENCES_PER_LINE).clamp(LEAST, MOST);
    while chosen.len() < wanted {
        let last = chosen.last().map_or(0, |choice| choice.at);
        for rival in &mut left {
            rival.likeness = rival.likeness.max(likeness(ranking, rival.choice.at, last));
        }
        left.retain(|rival| rival.likeness <= REPEATS);
        let Some(best) = best(ranking, &left, &chosen) else { break };
        chosen.push(left.remove(best).choice);
    }
    chosen
}

/// One that may follow.
struct Rival {
    choice: Choice,
    /// To that of the chosen which it is most like.
    likeness: f64,
}

/// The most promising behind the opening, in text order.
fn shortlist(ranking: &Ranking<'_>, opening: usize) -> Vec<Rival> {
    let mut behind: Vec<(f64, usize)> =
        (opening + 1..ranking.candidates.len()).map(|at| (ranking.following_at_least(at), at)).collect();
    if behind.len() > SHORTLIST {
        behind.select_nth_unstable_by(SHORTLIST, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        behind.truncate(SHORTLIST);
    }
    behind.sort_unstable_by_key(|(_, at)| *at);
    let rival = |at: usize| Some(Rival { choice: Choice { at, score: ranking.following(at)? }, likeness: 0.0 });
    behind.into_iter().filter_map(|(_, at)| rival(at)).collect()
}

fn likeness(ranking: &Ranking<'_>, a: usize, b: usize) -> f64 {
    ranking.candidates.get(a).zip(ranking.candidates.get(b)).map_or(0.0, |(a, b)| a.likeness(b))
}

/// Which of `left` is worth most beside what is chosen; the first of equals.
fn best(ranking: &Ranking<'_>, left: &[Rival], chosen: &[Choice]) -> Option<usize> {
    let chosen: Vec<usize> = chosen.iter().map(|choice| choice.at).collect();
    let worth = |rival: &Rival| {
        let leans = f64::from(leans(ranking, rival.choice.at, &chosen));
        rival.choice.score.total - LIKENESS * rival.likeness - POINTS_BACK * leans
    };
    let worths = left.iter().map(worth).enumerate();
    worths.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(place, _)| place)
}

/// Whether the candidate at `at` points back to a sentence that is not chosen.
fn leans(ranking: &Ranking<'_>, at: usize, chosen: &[usize]) -> bool {
    let sentence = |at: usize| ranking.candidates.get(at).map(|candidate| candidate.sentence);
    let before = sentence(at).and_then(|sentence| sentence.checked_sub(1));
    ranking.candidates.get(at).is_some_and(|candidate| candidate.points_back)
        && !chosen.iter().any(|other| sentence(*other) == before)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::{LEAST, LIKENESS, MOST, REPEATS, SENTENCES_PER_LINE, choose, leans, likeness};
    use crate::derive::reading::Reading;
    use crate::derive::summary::score::{POINTS_BACK, Ranking};
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
        for _ in 1..(ranking.candidates.len() / SENTENCES_PER_LINE).clamp(LEAST, MOST) {
            let like = |at: usize| chosen.iter().map(|other| likeness(ranking, at, *other)).fold(0.0, f64::max);
            let worth = |at: usize| {
                let score = ranking.following(at).map_or(0.0, |score| score.total);
                score - LIKENESS * like(at) - POINTS_BACK * f64::from(leans(ranking, at, &chosen))
            };
            let left = (opening + 1..ranking.candidates.len()).filter(|at| !chosen.contains(at) && like(*at) <= REPEATS);
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
            let chosen: Vec<usize> = choose(&ranking).iter().map(|choice| choice.at).collect();
            prop_assert_eq!(chosen.first().map_or(Vec::new(), |opening| plainly(&ranking, *opening)), chosen);
        }
    }
}
