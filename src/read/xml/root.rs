//! The outermost element of a file, told from its beginning alone.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What the beginning of an XML file says that it is.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Root<'a> {
    /// The element's name without prefix.
    pub(in crate::read) name: &'a str,
    /// All of its start tag, where the namespaces are; empty where only the document type says the name.
    pub(in crate::read) tag: &'a str,
}

/// The outermost element of the file that begins with `head`, behind declaration, comments and document type.
pub(in crate::read) fn root(head: &str) -> Option<Root<'_>> {
    let head = head.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    if !head.starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(head);
    reader.config_mut().allow_dangling_amp = true;
    let mut document_type = None;
    loop {
        let start = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event();
        let source = head.get(start..usize::try_from(reader.buffer_position()).ok()?).unwrap_or_default();
        match event {
            Ok(Event::Start(_) | Event::Empty(_)) => {
                let name = named(source.strip_prefix('<')?);
                return (!name.is_empty()).then_some(Root { name, tag: source });
            }
            Ok(Event::DocType(_)) => document_type = document_type_of(head.get(start..)?),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
            Ok(Event::Text(_)) if source.trim().is_empty() => {}
            Err(_) => {
                let cut = head.get(start..)?;
                // The beginning ends within the document type or the first tag.
                let open = cut.strip_prefix('<').filter(|rest| rest.starts_with(char::is_alphabetic));
                return document_type.or_else(|| document_type_of(cut)).or(open.map(|tag| Root { name: named(tag), tag: cut }));
            }
            Ok(_) => return document_type,
        }
    }
}

fn document_type_of(text: &str) -> Option<Root<'_>> {
    let (mark, rest) = text.split_at_checked("<!DOCTYPE".len())?;
    let name = named(rest.trim_start());
    (mark.eq_ignore_ascii_case("<!DOCTYPE") && !name.is_empty()).then_some(Root { name, tag: "" })
}

/// The name that `text` begins with, without its prefix.
fn named(text: &str) -> &str {
    let name = text.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '[')).next().unwrap_or_default();
    name.split_once(':').map_or(name, |(_, local)| local)
}

#[cfg(test)]
mod tests {
    use super::root;

    #[track_caller]
    fn check(head: &str, name: &str) {
        assert_eq!(root(head).map_or("none", |root| root.name), name, "{head}");
    }

    #[test]
    fn a_root_stands_behind_declaration_comments_and_document_type() {
        check("<rss version=\"2.0\">", "rss");
        check("\u{FEFF}<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- <html> --><rdf:RDF xmlns=''>", "RDF");
        check("<!DOCTYPE nitf SYSTEM \"nitf.dtd\" [<!ENTITY a \"<x>\">]>\n<nitf", "nitf");
        check("<!DOCTYPE rss [<!ENTITY a \"", "rss");
        check("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='", "newsItem");
        check("<!doctype html><html>", "html");
        for head in ["", "words", "a < b", "<", "< a>", "<!-- a", "<?xml", "{\"a\": \"<rss>\"}", "<![CDATA[ <rss> ]]>"] {
            check(head, "none");
        }
    }
}
