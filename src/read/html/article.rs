//! A saved page to a draft: its article's parts, what it says of itself, what was left out, and what the reader should know.

use encoding_rs::{Encoding, UTF_8};

use super::choose::{Left, choose};
use super::encoding::declared;
use super::fields::fields;
use super::front::{standfirst, title};
use super::json_ld::{Story, plain, story};
use super::page::{Block, Page, Set};
use super::said::{Mark, Said};
use super::tokens::walk;
use super::walk::Walk;
use super::witness::Witness;
use crate::model::{BlockKind, Note, NoteKind, Removed};
use crate::read::draft::{Draft, Part};
use crate::read::file::File;
use crate::read::format::Refusal;
use crate::read::remarks::decoding;
use crate::text::Clean;
use crate::text::decode::decode_declared;
use crate::text::shortened::shortened;

/// The most blocks left out that are listed, and the longest of them, in bytes.
const MOST_LISTED: usize = 500;
const LISTED_BYTES: usize = 300;

/// The article of a saved page.
#[expect(clippy::unnecessary_wraps, reason = "all readers have this form, and others refuse")]
pub(in crate::read) fn article(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let label = declared(file.bytes);
    let decoded = decode_declared(file.bytes, label.as_deref());
    let notes = told(decoding(&decoded), label.as_deref(), decoded.encoding);
    let (page, said) = walk(&decoded.text, Walk::default()).finish();
    drop(decoded);
    Ok(vec![draft(page, &said, notes)])
}

/// The article of the page that `html` is, with what was noted of it so far.
pub(in crate::read) fn article_in(html: &str, notes: Vec<Note>) -> Draft {
    let (page, said) = walk(html, Walk::default()).finish();
    draft(page, &said, notes)
}

fn draft(page: Page, said: &Said, mut notes: Vec<Note>) -> Draft {
    let (story, more_data) = story(said.marked(Mark::Data));
    let fields = fields(said, story.as_ref());
    let title = fields.headline.as_deref().and_then(|headline| title(&page, headline));
    let (left, standfirst) = chosen(&page, said, story.as_ref(), title);
    notes.extend(remarks(&page, &left, story.as_ref()));
    if said.cut || more_data {
        let message = "the page says more of itself than is looked at: of its metadata only the beginning";
        notes.push(Note::new(NoteKind::Limit, message));
    }
    let mut draft = Draft { fields, notes, out_of_page: true, ..Draft::default() };
    let title = title.map(|title| title as usize);
    let mut unlisted = 0;
    for ((at, block), left) in page.blocks.into_iter().enumerate().zip(left) {
        match left {
            _ if title == Some(at) => draft.parts.insert(0, Part::new(BlockKind::Headline, block.text, block.line)),
            None if standfirst == Some(at) => draft.parts.push(Part::new(BlockKind::Standfirst, block.text, block.line)),
            None => draft.parts.push(part(block)),
            Some(rule) if draft.removed.len() < MOST_LISTED => draft.removed.push(removed(&block, rule)),
            Some(_) => unlisted += 1,
        }
    }
    if unlisted > 0 {
        let message = format!("{unlisted} more pieces of the page were left out than are listed");
        draft.notes.push(Note::new(NoteKind::Limit, message));
    }
    draft
}

/// The notes on decoding; an encoding that the page itself says was not guessed.
fn told(mut notes: Vec<Note>, label: Option<&str>, encoding: &str) -> Vec<Note> {
    let said = label.and_then(|label| Encoding::for_label(label.as_bytes())).is_some_and(|said| said.name() == encoding);
    if said && encoding != UTF_8.name() {
        notes.retain(|note| !note.message.starts_with("not UTF-8"));
        notes.insert(0, Note::new(NoteKind::Encoding, format!("not UTF-8: read as {encoding}, as the page says")));
    }
    notes
}

/// For each block why it is left out, and the one that is the standfirst.
fn chosen(page: &Page, said: &Said, story: Option<&Story>, title: Option<u32>) -> (Vec<Left>, Option<usize>) {
    let witness = story.and_then(|story| story.body.as_deref()).map(Witness::new);
    let mut left = choose(page, title, witness.as_ref());
    let described = said.meta(&["og:description", "description", "twitter:description"]).map(plain);
    let described: Vec<String> = described.chain(story.and_then(|story| story.description.clone())).collect();
    let standfirst = standfirst(page, title, &left, &described);
    if let Some(left) = standfirst.and_then(|at| left.get_mut(at)) {
        *left = None;
    }
    (left, standfirst)
}

/// What the reader should know of the page.
fn remarks(page: &Page, left: &[Left], story: Option<&Story>) -> Vec<Note> {
    let mut notes = Vec::new();
    if left.iter().all(Option::is_some) {
        let message =
            "the page holds no text to read without its scripts: open it in a browser, let it load, and save it from there";
        notes.push(Note::new(NoteKind::Partial, message));
    }
    if story.is_some_and(|story| story.paid) {
        let message = "the page says that readers without a subscription see only a part of it";
        notes.push(Note::new(NoteKind::Partial, message));
    }
    if page.coarse {
        let message = "the page nests deeper or has more parts than any page should: some of them were read as one";
        notes.push(Note::new(NoteKind::Limit, message));
    }
    notes
}

fn part(block: Block) -> Part {
    let kind = match block.set {
        Set::Paragraph | Set::Loose | Set::Cell => BlockKind::Paragraph,
        Set::Heading(_) => BlockKind::Subhead,
        Set::Item => BlockKind::Item,
        Set::Quotation => BlockKind::Quotation,
        Set::Caption => BlockKind::Caption,
    };
    Part::new(kind, block.text, block.line)
}

fn removed(block: &Block, rule: &str) -> Removed {
    let words = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Removed { line: block.line, text: Clean::from(&*shortened(&words, LISTED_BYTES)), rule: rule.into() }
}
