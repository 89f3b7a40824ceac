//! Markdown, with what blogs and note programs write above it (front matter in YAML or TOML).

mod front;
mod walk;
mod yaml;

use super::draft::Draft;
use super::file::File;
use super::format::Refusal;
use super::remarks::decoding;
use crate::model::{Note, NoteKind};
use crate::text::Span;

/// Whether a file's content is Markdown: by its front matter, else by headings and links that nothing else has.
pub(super) fn is_markdown(file: &File<'_>) -> bool {
    let head = file.head();
    front::front(head).is_some_and(|front| front.is_known()) || is_unmistakable(head)
}

/// Headings and links together are written by nobody who does not mean them.
fn is_unmistakable(head: &str) -> bool {
    let heading =
        |line: &str| line.strip_prefix('#').map(|rest| rest.trim_start_matches('#')).is_some_and(|rest| rest.starts_with(' '));
    head.lines().any(heading) && head.matches("](http").count() >= 2
}

/// The article in `file`.
#[expect(clippy::unnecessary_wraps, reason = "a reader may refuse a file; this one never does")]
pub(super) fn read(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let decoded = file.decoded();
    let mut notes = decoding(decoded);
    let text = &*decoded.text;
    if text.len() > walk::STRETCH {
        let message = format!(
            "longer than {} KiB: taken in stretches of that length, and links between them are none",
            walk::STRETCH / 1024
        );
        notes.push(Note::new(NoteKind::Limit, message));
    }
    let front = front::front(text);
    let body = front.as_ref().map_or(Span::new(0, text.len()), |front| Span::new(front.end, text.len()));
    let mut draft = walk::draft(text, body);
    if let Some(front) = front {
        notes.extend(front.notes());
        draft.fields = front.fields();
        walk::headline_once(&mut draft);
    }
    draft.notes.splice(0..0, notes);
    Ok(vec![draft])
}
