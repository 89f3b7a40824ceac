//! A zip archive whose parts are read within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::room::Room;
use crate::read::format::Refusal;
use crate::text::decode::decode_owned;

/// The text of a document unpacks to no more than this: a thousand pages of Word take half of it.
const TEXT_PART_BYTES: u64 = 24 * 1024 * 1024;

/// Any other part, and a chapter of a book.
const PART_BYTES: u64 = 4 * 1024 * 1024;

/// All parts together.
const ALL_BYTES: u64 = 40 * 1024 * 1024;

/// XML packs well, but no text packs better than this.
const RATIO: u64 = 300;

/// Small parts may pack as well as they like.
const SMALL: u64 = 1024 * 1024;

/// What a broken archive needs.
const BROKEN: &str = "the file is damaged or ends too early: open it in the program that wrote it and save it anew, or as text";

/// What an archive is, by the parts it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Writer,
    Book,
}

/// What `bytes` are, if they are a document that is read here; of a broken archive, what its beginning says.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let head = bytes.get(..200).unwrap_or(bytes);
    let says = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    if says(b"mimetypeapplication/epub+zip") {
        Some(Kind::Book)
    } else if says(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        Some(Kind::Writer)
    } else {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) if zip.index_for_name("word/document.xml").is_some() => Some(Kind::Word),
            Ok(zip) if zip.index_for_name("META-INF/container.xml").is_some() => Some(Kind::Book),
            Ok(_) => None,
            Err(_) => bytes.get(..64 * 1024).unwrap_or(bytes).windows(5).any(|window| window == b"word/").then_some(Kind::Word),
        }
    }
}

/// An archive, and how much of it may still be unpacked.
pub(super) struct Container<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    packed: usize,
}

impl<'a> Container<'a> {
    /// The archive in `bytes`.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if !bytes.starts_with(b"PK") {
            return Err("this is no document of the kind that its name says: read it with --as text".into());
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
        Ok(Self { zip, left: ALL_BYTES, packed: bytes.len() })
    }

    /// The room for what the document says.
    pub(super) fn room(&self) -> Room {
        Room::of_archive(self.packed)
    }

    /// The characters of the part called `name`; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        self.part_within(name, PART_BYTES)
    }

    fn part_within(&mut self, name: &str, most: u64) -> Result<Option<String>, Refusal> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err("the document is encrypted: open it with its password and save it as text".into());
            }
            Err(_) => return Err(BROKEN.into()),
        };
        let (packed, claimed) = (part.compressed_size(), part.size());
        let bomb = "the document unpacks to far more than any text: it was not opened";
        if claimed > most || claimed > SMALL && claimed / RATIO > packed {
            return Err(bomb.into());
        }
        let most = most.min(self.left);
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        let got = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if got > most || got > SMALL && got / RATIO > packed {
            return Err(bomb.into());
        }
        if read.is_err() && bytes.is_empty() {
            return Err(BROKEN.into());
        }
        self.left -= got;
        Ok(Some(decode_owned(bytes).text.into_owned()))
    }

    /// The same; a part that must be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, Refusal> {
        self.part(name)?.ok_or_else(|| BROKEN.into())
    }

    /// The same, of the part that has the text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Refusal> {
        self.part_within(name, TEXT_PART_BYTES)?.ok_or_else(|| BROKEN.into())
    }

    /// The same, of a part that the text can do without.
    pub(super) fn wanted(&mut self, name: &str) -> String {
        self.part(name).ok().flatten().unwrap_or_default()
    }
}
