//! XML tag by tag: elements open and close, words stand between them. No tree is built, no entity but the five of XML is known, and
//! nothing outside the text is looked up.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

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

/// Gives `take` all that stands in `xml`, and says whether it could be read to its end.
pub(super) fn tokens(xml: &str, mut take: impl FnMut(Token)) -> bool {
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
            Ok(Event::Eof) => return depth == 0,
            Ok(_) => {}
            Err(_) => return false,
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
