//! Books (EPUB, ISO/IEC 23761): the chapters in the order of the spine, as one article.

use std::collections::{BTreeMap, BTreeSet};

use super::container::Container;
use super::properties::Properties;
use super::xml::{Token, tokens};
use crate::model::{BlockKind, Note, NoteKind};
use crate::read::draft::Draft;
use crate::read::format::Refusal;
use crate::read::html;

/// More chapters than any book has.
const CHAPTERS: usize = 2000;

/// The book in `container`.
pub(super) fn draft(container: &mut Container<'_>) -> Result<Draft, Refusal> {
    let about = root(&container.needed("META-INF/container.xml")?);
    let package = container.needed(&about)?;
    let mut draft = Draft { fields: Properties::new(&package).of_book(), ..Draft::default() };
    let folder = about.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut chapters, mut lost, mut room) = (0, 0, container.room());
    let paths = chapters_of(&package, folder);
    for path in paths.iter().take(CHAPTERS) {
        match container.part(path) {
            Ok(Some(chapter)) => {
                let parts = html::parts(&chapter);
                for part in &parts {
                    room.take_one(part.text.len());
                }
                room.checked()?;
                chapters += usize::from(!parts.is_empty());
                draft.parts.extend(parts);
            }
            Ok(None) | Err(_) => lost += 1,
        }
    }
    if draft.parts.is_empty() {
        return Err(
            "no chapter of this book can be read: it may be protected; convert it to text with the program that opens it".into(),
        );
    }
    if let Some(title) = &draft.fields.headline {
        let title = crate::read::draft::Part::new(BlockKind::Headline, &**title, 1);
        for part in draft.parts.iter_mut().filter(|part| part.kind == BlockKind::Headline) {
            part.kind = BlockKind::Subhead;
        }
        draft.parts.insert(0, title);
    }
    if chapters > 1 {
        draft.notes.push(Note::new(NoteKind::File, format!("a book of {chapters} parts, read as one article")));
    }
    if paths.len() > CHAPTERS {
        let said = format!("the book has more than {CHAPTERS} parts: the others were left out");
        draft.notes.push(Note::new(NoteKind::Limit, said));
    }
    if lost > 0 {
        draft.notes.push(Note::new(NoteKind::File, format!("parts of the book that could not be read: {lost}")));
    }
    Ok(draft)
}

/// The path of the package's description.
fn root(container: &str) -> String {
    let mut found = None;
    tokens(container, |token| {
        if let Token::Open(tag) = token
            && tag.name.ends_with("rootfile")
            && let Some(path) = tag.get("full-path")
        {
            found.get_or_insert(path.to_owned());
        }
    });
    found.unwrap_or_default()
}

/// The names of the chapters in the archive, in their order, each once.
fn chapters_of(package: &str, folder: &str) -> Vec<String> {
    let mut items: BTreeMap<String, String> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    tokens(package, |token| {
        let Token::Open(tag) = token else { return };
        let name = tag.name.rsplit(':').next().unwrap_or_default();
        match name {
            "item" if tag.get("properties").is_none_or(|all| !all.split(' ').any(|one| one == "nav")) => {
                if let (Some(id), Some(href)) = (tag.get("id"), tag.get("href")) {
                    items.insert(id.to_owned(), href.to_owned());
                }
            }
            "itemref" if tag.get("linear") != Some("no") => order.extend(tag.get("idref").map(str::to_owned)),
            _ => {}
        }
    });
    let mut seen = BTreeSet::new();
    let paths = order.iter().filter_map(|id| items.remove(id)).map(|href| path(folder, &href));
    paths.filter(|path| seen.insert(path.clone())).collect()
}

/// The name of the part that `href` means, seen from `folder` of the archive.
fn path(folder: &str, href: &str) -> String {
    let href = percent_decoded(href.split(['#', '?']).next().unwrap_or_default());
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    if href.starts_with('/') {
        names.clear();
    }
    for name in href.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            _ => names.push(name),
        }
    }
    names.join("/")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        let code =
            behind.get(..2).filter(|_| *byte == b'%').and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
