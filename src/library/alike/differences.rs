//! Two tellings of one story side by side: what each cut, added, moved or said in other words, sentence by sentence.
//!
//! Equal sentences, whatever their case, marks and punctuation, are paired first ([`pairs`]); of what is left, those that share most of
//! their words are one sentence reworded, the closest first. What still is left stands on one side only. All of it is said in places:
//! indexes of sentences, and spans of each article's text. Headlines, bylines and captions, which every outlet makes itself, are not
//! compared.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::pairs::pairs;
use super::reworded::Wording;
use super::words::all;
use crate::model::Article;
use crate::text::Span;

/// From which overlap on (in thousandths) two sentences are one reworded: half of all their words. Any two sentences of one subject share
/// a quarter to a third, mostly small words.
const REWORDED: u32 = 500;

/// So many sentences of each article that have no equal are searched for reworded ones; later ones stand alone.
const SEARCHED: usize = 400;

/// One step of the comparison of article `a` with article `b`; numbers are indexes of sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The same words at the same place in the order of both.
    Same {
        /// In the first article.
        a: u32,
        /// In the second.
        b: u32,
    },
    /// The same words at another place in the order.
    Moved {
        /// In the first article.
        a: u32,
        /// In the second.
        b: u32,
    },
    /// One sentence in two wordings.
    Reworded {
        /// In the first article.
        a: u32,
        /// In the second.
        b: u32,
        /// The places of the words that changed, in the text of the first article and in that of the second, in order.
        changed: [Box<[Span]>; 2],
    },
    /// Only in the first article.
    OnlyA(u32),
    /// Only in the second article.
    OnlyB(u32),
}

/// The sentences in which an article speaks.
struct Side<'a> {
    article: &'a Article,
    /// Index and place of each.
    sentences: Vec<(u32, Span)>,
}

/// Two sentences that belong together, by their places among those of their side.
struct Pair {
    a: u32,
    b: u32,
    difference: Difference,
}

/// What `a` and `b` have in common and what not. Each sentence in which either speaks stands in one difference, in the order of `a`; what
/// only `b` has stands behind what it follows there.
pub fn differences(a: &Article, b: &Article) -> Vec<Difference> {
    let (a, b) = (Side::new(a), Side::new(b));
    let mut paired = equal(&a, &b);
    paired.extend(reworded(&a, &b, &paired));
    let (alone_a, alone_b) = (alone(a.len(), paired.iter().map(|pair| pair.a)), alone(b.len(), paired.iter().map(|pair| pair.b)));
    paired.sort_unstable_by_key(|pair| pair.b);
    let mut placed: Vec<((Option<u32>, u32), Difference)> = Vec::new();
    placed.extend(alone_a.into_iter().map(|place| ((Some(place), 0), Difference::OnlyA(a.index(place)))));
    let mut followed = paired.iter().filter(|pair| !matches!(pair.difference, Difference::Moved { .. })).peekable();
    let mut behind = None;
    for place in alone_b {
        while let Some(pair) = followed.next_if(|pair| pair.b < place) {
            behind = Some(pair.a);
        }
        placed.push(((behind, place + 1), Difference::OnlyB(b.index(place))));
    }
    placed.extend(paired.into_iter().map(|pair| ((Some(pair.a), 0), pair.difference)));
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, difference)| difference).collect()
}

/// The pairs of equal sentences.
fn equal(a: &Side, b: &Side) -> Vec<Pair> {
    let pair = |(x, y, stays)| {
        let (first, second) = (a.index(x), b.index(y));
        let same = Difference::Same { a: first, b: second };
        Pair { a: x, b: y, difference: if stays { same } else { Difference::Moved { a: first, b: second } } }
    };
    pairs(&a.keys(), &b.keys()).into_iter().map(pair).collect()
}

/// Of the sentences without an equal, the pairs that share most of their words; the closest choose first.
fn reworded(a: &Side, b: &Side, paired: &[Pair]) -> Vec<Pair> {
    let left = |side: &Side, places: Vec<u32>| -> Vec<(u32, Wording)> {
        places.into_iter().take(SEARCHED).map(|place| (place, side.wording(place))).collect()
    };
    let left_a = left(a, alone(a.len(), paired.iter().map(|pair| pair.a)));
    let left_b = left(b, alone(b.len(), paired.iter().map(|pair| pair.b)));
    let all = left_a.iter().flat_map(|one| left_b.iter().map(move |other| (one.1.overlap(&other.1), one, other)));
    let mut close: Vec<_> = all.filter(|(overlap, ..)| *overlap >= REWORDED).collect();
    close.sort_by_key(|(overlap, one, other)| (Reverse(*overlap), one.0, other.0));
    let (mut taken_a, mut taken_b) = (BTreeSet::new(), BTreeSet::new());
    close.retain(|(_, one, other)| {
        let free = !taken_a.contains(&one.0) && !taken_b.contains(&other.0);
        free && taken_a.insert(one.0) && taken_b.insert(other.0)
    });
    let pair = |(_, one, other): (u32, &(u32, Wording), &(u32, Wording))| {
        let changed = one.1.changed(&other.1);
        Pair { a: one.0, b: other.0, difference: Difference::Reworded { a: a.index(one.0), b: b.index(other.0), changed } }
    };
    close.into_iter().map(pair).collect()
}

/// The numbers below `count` that are not among `taken`, in order.
fn alone(count: u32, taken: impl Iterator<Item = u32>) -> Vec<u32> {
    let taken: BTreeSet<u32> = taken.collect();
    (0..count).filter(|place| !taken.contains(place)).collect()
}

impl<'a> Side<'a> {
    fn new(article: &'a Article) -> Self {
        Self { article, sentences: article.spoken().map(|(index, sentence)| (index, sentence.span)).collect() }
    }

    fn len(&self) -> u32 {
        u32::try_from(self.sentences.len()).unwrap_or(u32::MAX)
    }

    fn keys(&self) -> Vec<u64> {
        self.sentences.iter().map(|(_, span)| all(self.article.slice(*span))).collect()
    }

    fn index(&self, place: u32) -> u32 {
        self.sentences.get(place as usize).map_or(0, |(index, _)| *index)
    }

    fn wording(&self, place: u32) -> Wording {
        let span = self.sentences.get(place as usize).map_or(Span::default(), |(_, span)| *span);
        Wording::new(self.article.slice(span), span.start())
    }
}
