//! Text that a format carries inside itself, as HTML or as plain lines, to the parts of an article.

use super::dateline::dateline;
use super::draft::{Draft, Part};
use super::flow::pieces;
use super::html;
use super::lines::lines;
use super::prose::with_plain_line_ends;
use super::said::line;
use super::shape::is_prose;
use crate::model::BlockKind;
use crate::text::Clean;

/// So many letters in a row are said twice by nobody.
const SAME_CHARS: usize = 80;

/// So many labels may stand above a headline, such as keywords.
const LABELS: usize = 12;

/// A summary is looked for in so many parts.
const SAME_PARTS: usize = 8;

/// The parts of `text`, which is HTML or plain, and begins on this line of its file.
pub(super) fn parts(text: &str, line: u32) -> Vec<Part> {
    if !is_html(text) {
        return plain(text, line);
    }
    let mut parts = html::parts(text);
    for part in &mut parts {
        part.line = part.line.saturating_add(line).saturating_sub(1);
    }
    parts
}

/// The paragraphs of `text`, which is plain and begins on this line of its file; lines set to a width are joined.
pub(super) fn plain(text: &str, line: u32) -> Vec<Part> {
    let text = with_plain_line_ends(text);
    let pieces = pieces(&text, &lines(&text).lines, false);
    let part = |piece: super::flow::Piece| {
        let line = piece.line.saturating_add(line).saturating_sub(1);
        Part::new(BlockKind::Paragraph, piece.span.of(&text), line)
    };
    pieces.into_iter().map(part).collect()
}

/// Whether `text` has a tag or a character reference of HTML.
pub(super) fn is_html(text: &str) -> bool {
    let tag = |(at, _): (usize, &str)| {
        let inside = text.get(at + 1..).unwrap_or_default();
        let name = inside.strip_prefix('/').unwrap_or(inside);
        name.starts_with(|c: char| c.is_ascii_alphabetic()) || inside.starts_with("!--")
    };
    let reference = |(at, _): (usize, &str)| {
        let inside = text.get(at + 1..).unwrap_or_default();
        let name = inside.strip_prefix('#').unwrap_or(inside);
        let end = name.bytes().take(32).position(|byte| !byte.is_ascii_alphanumeric());
        end.is_some_and(|end| end > 1 && name.as_bytes().get(end) == Some(&b';'))
    };
    (text.contains('>') && text.match_indices('<').any(tag)) || text.match_indices('&').any(reference)
}

/// Makes a headline of the part that says what `headline` says, where only labels stand above it; other headlines are headings inside
/// the article.
pub(super) fn under(headline: Option<&str>, parts: &mut [Part]) {
    let is_headline = |part: &Part| headline.is_some_and(|headline| part.text.split_whitespace().eq(headline.split_whitespace()));
    let above = parts.iter().take(LABELS).take_while(|part| !is_headline(part) && !is_prose(&part.text)).count();
    let found = parts.get(above).is_some_and(is_headline).then_some(above);
    for (at, part) in parts.iter_mut().enumerate() {
        match found {
            Some(found) if at < found => part.kind = BlockKind::Meta,
            Some(found) if at == found => part.kind = BlockKind::Headline,
            _ if part.kind == BlockKind::Headline => part.kind = BlockKind::Subhead,
            _ => {}
        }
    }
}

/// Takes back what the fields say and the words say as well, or better: a standfirst that is the headline or the beginning of the text,
/// a place where the text opens with one.
pub(super) fn settle(draft: &mut Draft) {
    let Draft { parts, fields, .. } = draft;
    let same = |words: &Clean| fields.headline.as_ref() == Some(words) || repeats(parts, words);
    if fields.standfirst.as_ref().is_some_and(same) {
        fields.standfirst = None;
    }
    let mut body = parts.iter().filter(|part| part.kind == BlockKind::Paragraph).take(SAME_PARTS);
    let opening = body.find(|part| is_prose(&part.text)).and_then(|part| line(&part.text));
    if opening.is_some_and(|words| dateline(&words).is_some()) {
        fields.place = None;
    }
}

/// Whether the beginning of `parts` says what `summary` begins with: it was cut out of there.
pub(super) fn repeats(parts: &[Part], summary: &str) -> bool {
    let bare = |text: &str, most: usize| text.chars().filter(|c| c.is_alphanumeric()).take(most).collect::<String>();
    let said = bare(summary, SAME_CHARS);
    said.is_empty() || parts.iter().take(SAME_PARTS).any(|part| bare(&part.text, 20 * SAME_CHARS).contains(&said))
}
