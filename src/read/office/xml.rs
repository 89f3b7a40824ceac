//! XML tag by tag: elements open and close, words stand between them. No tree is built, no entity but the five of XML is known, and
//! nothing outside the text is looked up.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::model::{Note, NoteKind};

/// How many elements may be open: a hundred times as many as in the deepest tables. The reader keeps the name of each.
const DEPTH: usize = 20_000;

/// How long such a name may be; the longest of these formats has some fifty letters.
const NAME_BYTES: usize = 256;

/// How far XML could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// To its end, where nothing is open.
    Whole,
    /// Not to its end: it is damaged.
    Broken,
    /// To where it nests too deep.
    Deep,
}

impl End {
    /// What is to be said of it, where `what` is the part of a document that ended so.
    pub(super) fn note(self, what: &str) -> Option<Note> {
        match self {
            Self::Whole => None,
            Self::Broken => {
                let said = format!("the document's {what} is damaged: what stands before the damage is shown");
                Some(Note::new(NoteKind::File, said))
            }
            Self::Deep => {
                let said =
                    format!("the document nests deeper than {DEPTH} elements: what stands before that in its {what} is shown");
                Some(Note::new(NoteKind::Limit, said))
            }
        }
    }
}

/// What stands next in a text.
#[derive(Debug)]
pub(super) enum Token {
    /// An element opens.
    Open(Tag),
    /// An element with this name closes.
    Close(String),
    /// Words.
    Words(String),
}

/// An element's name, with its prefix, and its attributes.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Gives `take` all that stands in `xml`, and says how far it could be read.
pub(super) fn tokens(xml: &str, mut take: impl FnMut(Token)) -> End {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > DEPTH {
                    return End::Deep;
                }
                if tag.name().as_ref().len() > NAME_BYTES {
                    return End::Broken;
                }
                take(Token::Open(opened(&tag)));
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                take(Token::Close(String::from_utf8_lossy(tag.name().as_ref()).into_owned()));
            }
            Ok(Event::Text(words)) => take(Token::Words(words.decode().unwrap_or_default().into_owned())),
            Ok(Event::CData(words)) => take(Token::Words(words.decode().unwrap_or_default().into_owned())),
            Ok(Event::GeneralRef(reference)) => {
                let named = reference.decode().ok().and_then(|name| resolve_xml_entity(&name));
                let numbered = reference.resolve_char_ref().ok().flatten().map(String::from);
                take(Token::Words(named.map(str::to_owned).or(numbered).unwrap_or_default()));
            }
            Ok(Event::Eof) => return if depth == 0 { End::Whole } else { End::Broken },
            Ok(_) => {}
            Err(_) => return End::Broken,
        }
    }
}

fn opened(tag: &BytesStart<'_>) -> Tag {
    let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
    let mut all = tag.attributes();
    let attributes = all.with_checks(false).flatten().map(|attribute| {
        let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let raw = String::from_utf8_lossy(&attribute.value).into_owned();
        let value = quick_xml::escape::unescape(&raw).map_or_else(|_| raw.clone(), std::borrow::Cow::into_owned);
        (key, value)
    });
    Tag { name, attributes: attributes.collect() }
}
