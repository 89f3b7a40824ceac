//! How much of one article is searched: its beginning, whole sentences of it, however long the rest is.
//!
//! What is found costs many times the bytes that it stands in, so that without a bound a file of nothing but terms would take the
//! machine. Places in the beginning are places in the whole, so what is found there is found in the article.

use super::agenda::{POINTS, TERMS};
use crate::model::{Article, Block, Note, NoteKind, Sentence, Topic};
use crate::text::{CleanBuf, Span};

/// So many bytes of one article are searched: three novels, or a report of seven hundred pages.
const SEARCHED_BYTES: usize = 1536 * 1024;

/// So many sentences of it, because each costs more than its words; most texts reach the bytes first.
const SEARCHED_SENTENCES: usize = 15_000;

/// The beginning of `article` that is searched; `None` where that is all of it.
pub(super) fn begun(article: &Article) -> Option<Article> {
    let is_inside = |span: Span| span.end() <= SEARCHED_BYTES;
    let within = article.sentences.iter().take(SEARCHED_SENTENCES).take_while(|sentence| is_inside(sentence.span)).count();
    if within == article.sentences.len() {
        return None;
    }
    let sentences: Vec<Sentence> = article.sentences.get(..within).unwrap_or_default().to_vec();
    let end = sentences.last().map_or(0, |sentence| sentence.span.end());
    let last = sentences.last().map_or(0, |sentence| sentence.block as usize + 1);
    let mut text = CleanBuf::with_capacity(end);
    text.push(&article.text, Span::new(0, end));
    let count = u32::try_from(within).unwrap_or(u32::MAX);
    let cut = |block: &Block| Block {
        span: Span::new(block.span.start(), block.span.end().min(end)),
        sentences: block.sentences.start..block.sentences.end.min(count),
        ..block.clone()
    };
    Some(Article {
        text: text.finish(),
        blocks: article.blocks.iter().take(last).map(cut).collect(),
        sentences,
        fields: article.fields.clone(),
        ..Article::default()
    })
}

/// That of some topics only the first points are shown.
pub(super) fn remark(agenda: &[Topic]) -> Option<Note> {
    let message = format!("a topic in more sentences than anybody reads: its first {POINTS} points are shown");
    agenda.iter().any(|topic| topic.points.len() >= POINTS).then(|| Note::new(NoteKind::Limit, message))
}

/// That not all terms of the topics were heeded.
pub(super) fn too_many_terms() -> Note {
    let message = format!("more terms of topics than any text has: the points with the first {TERMS} of them are shown");
    Note::new(NoteKind::Limit, message)
}

/// That only the beginning was searched.
pub(super) fn note(begun: &Article) -> Note {
    let kb = begun.text.len() / 1000;
    let message = format!(
        "a long text: summary, agenda and tensions are those of its first {kb} kB, {} sentences; the rest is there to be read and searched",
        begun.sentences.len()
    );
    Note::new(NoteKind::Limit, message)
}
