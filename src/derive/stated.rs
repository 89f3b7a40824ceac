//! What a text itself puts on an agenda: "talks will centre on X", "Y will top the agenda".
//!
//! A cue says on which side of it the items stand; the clause it stands in says how far they reach. It knows words, not topics.

use super::reading::Reading;
use super::stretch::{Kind, Token, tokens};
use super::topics::{StatedPart, StatedUse, Taxonomy};
use crate::model::Article;
use crate::text::Span;
use crate::text::word::words;

/// Words that open another clause, behind a comma or at the beginning.
const CLAUSE_WORDS: [&str; 22] = [
    "after", "although", "amid", "as", "because", "before", "but", "despite", "even", "given", "if", "since", "so", "that",
    "though", "when", "where", "which", "while", "who", "with", "yet",
];

/// A stretch that a cue says to be on an agenda.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated {
    pub(super) cue: Span,
    pub(super) items: Span,
}

/// What the words of a stated agenda among `uses`, which stand in the sentence numbered `index`, put on it.
pub(super) fn stated(reading: &Reading<'_>, index: u32, uses: &[(Span, StatedUse)], taxonomy: &Taxonomy) -> Vec<Stated> {
    let holds = |used: &StatedUse| {
        let alone = !taxonomy.needs_word.get(used.way).copied().unwrap_or_default();
        alone || uses.iter().any(|(_, other)| other.way == used.way && other.part == StatedPart::With)
    };
    let denied = |cue: Span| uses.iter().any(|(span, used)| used.part == StatedPart::Not && span.contains(cue));
    let is_cue = |used: &StatedUse| matches!(used.part, StatedPart::Opens | StatedPart::Closes) && holds(used);
    let cues = uses.iter().filter(|(cue, used)| is_cue(used) && !denied(*cue));
    cues.map(|&(cue, used)| Stated { cue, items: items(reading, index, cue, used.part) }).collect()
}

/// The stretch of the cue's clause that holds its items.
fn items(reading: &Reading<'_>, index: u32, cue: Span, part: StatedPart) -> Span {
    let article = reading.article;
    let unit = unit(reading, index, cue);
    if part == StatedPart::Opens {
        let rest = Span::new(cue.end(), unit.end().max(cue.end()));
        return Span::new(rest.start(), clauses(article, rest).first().map_or(rest.end(), |clause| clause.start()));
    }
    let before = Span::new(unit.start().min(cue.start()), cue.start());
    let last = clauses(article, before).last().map_or(before, |clause| Span::new(clause.start(), before.end()));
    main_clause(article, last)
}

/// What the cue may reach: the quotation or bracket it stands in, from one semicolon to the next.
fn unit(reading: &Reading<'_>, index: u32, cue: Span) -> Span {
    let sentence = reading.article.sentence(index).map_or_else(Span::default, |s| s.span);
    let tokens = tokens(reading, sentence, reading.sentence(index));
    let at = tokens.partition_point(|token| token.span.start() < cue.start());
    let depth = tokens.get(at).map_or(0, |token| token.depth);
    let ends = |token: &&Token| token.depth < depth || (token.kind == Kind::Semicolon && token.depth == depth);
    let (before, behind) = tokens.split_at_checked(at).unwrap_or_default();
    let start = before.iter().rev().find(ends).map_or(sentence.start(), |token| token.span.end());
    let end = behind.iter().find(ends).map_or(sentence.end(), |token| token.span.start());
    Span::new(start, end)
}

/// The words behind a comma in `span` that open a clause.
fn clauses(article: &Article, span: Span) -> Vec<Span> {
    let text = article.slice(span);
    let opens = |word: &Span| {
        let before = text.get(..word.start()).unwrap_or_default().trim_end();
        before.ends_with([',', '—', '–']) && is_clause_word(word.of(text))
    };
    words(text).filter(opens).map(|word| word.shift(span.start())).collect()
}

/// What follows the first comma of `span` where it opens with a subordinate clause.
fn main_clause(article: &Article, span: Span) -> Span {
    let text = article.slice(span);
    let subordinate = words(text).next().is_some_and(|word| is_clause_word(word.of(text)));
    let comma = text.find(',').filter(|_| subordinate);
    comma.map_or(span, |at| Span::new(span.start() + at + 1, span.end()))
}

fn is_clause_word(word: &str) -> bool {
    CLAUSE_WORDS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}
