//! Characters to a tree, whatever is wrong with them.
//!
//! End tags that fit nothing are passed over, those that are missing are thought where the next that fits stands, and where a file breaks
//! off all that is open ends. Entities are those of XML and of HTML, which the DTDs of news formats declare, too; any other is shown
//! as it is written.

use std::borrow::Cow;

use html5ever::data::NAMED_ENTITIES;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::tree::{Entry, Kind, Tree};
use crate::model::{Note, NoteKind};

/// Elements nested deeper than this are taken as standing beside one another; news nests a dozen deep.
const DEPTH: usize = 128;

/// Behind so many elements and runs of text nothing more is read.
const ENTRIES: usize = 2_000_000;

/// The tree in `text`, and what was wrong with it.
pub(in crate::read) fn parse(text: &str) -> (Tree<'_>, Vec<Note>) {
    let all = Entry { kind: Kind::Element(""), end: 0, line: 1 };
    let mut parser = Parser {
        text,
        at: 0,
        line: 1,
        tree: Tree { entries: vec![all] },
        open: vec![0],
        deeper: 0,
        joins: false,
        faults: Faults::default(),
    };
    parser.read();
    let notes = parser.faults.notes();
    (parser.tree, notes)
}

struct Parser<'a> {
    text: &'a str,
    /// How far the lines have been counted, in bytes, and the line there.
    at: usize,
    line: u32,
    tree: Tree<'a>,
    /// The elements that have begun.
    open: Vec<usize>,
    /// How many have begun that are nested too deep.
    deeper: usize,
    /// Whether characters that come next stand right behind the last entry, which is text.
    joins: bool,
    faults: Faults,
}

/// What was wrong, each kind with the line where it was first.
#[derive(Debug, Default)]
struct Faults {
    broken: Option<u32>,
    unmatched: Option<u32>,
    unknown: Option<(u32, String)>,
    deep: Option<u32>,
    many: Option<u32>,
}

impl<'a> Parser<'a> {
    fn read(&mut self) {
        let mut start = 0;
        while let Some(rest) = self.text.get(start..).filter(|rest| !rest.is_empty()) {
            let Some(read) = self.stretch(rest, start) else { break };
            start += read;
            // What stands here looks like a tag and is none.
            self.count_lines(start);
            self.words(Cow::Borrowed("<"));
            start += 1;
        }
        // The element that all others stand in is closed by the end of the file.
        if self.open.len() > 1 || self.deeper > 0 {
            self.faults.broken.get_or_insert(self.line);
        }
        self.deeper = 0;
        while !self.open.is_empty() {
            self.close_last();
        }
    }

    /// Reads `rest`, which begins at byte `base`, up to a `<` that begins nothing, and says how far that is; `None` where nothing
    /// more can be read.
    fn stretch(&mut self, rest: &'a str, base: usize) -> Option<usize> {
        let mut reader = Reader::from_str(rest);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let start = usize::try_from(reader.buffer_position()).ok()?;
            if rest.get(start..).is_some_and(is_bare) {
                return Some(start);
            }
            self.count_lines(base + start);
            if self.tree.entries.len() >= ENTRIES {
                self.faults.many = Some(self.line);
                return None;
            }
            let Ok(event) = reader.read_event() else {
                self.broken(rest.get(start..).unwrap_or_default());
                return None;
            };
            let source = rest.get(start..usize::try_from(reader.buffer_position()).ok()?).unwrap_or_default();
            match event {
                Event::Eof => return None,
                Event::Start(_) => self.opens(source),
                Event::Empty(_) => {
                    self.opens(source);
                    self.close_last();
                }
                Event::End(_) => self.closes(source.trim_start_matches("</").trim_end_matches('>').trim_end()),
                Event::Text(_) => self.words(Cow::Borrowed(source)),
                Event::CData(_) => {
                    let words = source.strip_prefix("<![CDATA[").unwrap_or(source);
                    self.words(Cow::Borrowed(words.strip_suffix("]]>").unwrap_or(words)));
                }
                Event::GeneralRef(_) => {
                    let words = self.entity(source.trim_start_matches('&').trim_end_matches(';'));
                    self.words(words);
                }
                Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
            }
        }
    }

    /// Counts the lines up to byte `to`.
    fn count_lines(&mut self, to: usize) {
        let lines = self.text.get(self.at..to).unwrap_or_default().matches('\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.at = self.at.max(to);
    }

    /// Takes what stands where the file breaks off, if that is text that was to be closed by a mark.
    fn broken(&mut self, rest: &'a str) {
        if let Some(words) = rest.strip_prefix("<![CDATA[") {
            self.words(Cow::Borrowed(words));
            self.count_lines(self.text.len());
        }
        self.faults.broken = Some(self.line);
    }

    /// An element with this start tag.
    fn opens(&mut self, tag: &'a str) {
        if self.open.len() > DEPTH {
            self.deeper += 1;
            self.faults.deep.get_or_insert(self.line);
            return;
        }
        let inside = tag.strip_prefix('<').unwrap_or(tag);
        let inside = inside.strip_suffix('>').unwrap_or(inside);
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        self.joins = false;
        self.open.push(self.tree.entries.len());
        self.tree.entries.push(Entry { kind: Kind::Element(inside), end: 0, line: self.line });
    }

    /// The end tag of the innermost open element of this name, and of all inside it.
    fn closes(&mut self, name: &str) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let fits = |at: &usize| matches!(self.tree.entries.get(*at).map(|entry| &entry.kind), Some(Kind::Element(tag)) if is_named(tag, name));
        match self.open.iter().rposition(fits).filter(|at| *at > 0) {
            None => {
                self.faults.unmatched.get_or_insert(self.line);
            }
            Some(at) => {
                if at + 1 < self.open.len() {
                    self.faults.unmatched.get_or_insert(self.line);
                }
                while self.open.len() > at {
                    self.close_last();
                }
            }
        }
    }

    fn close_last(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        self.joins = false;
        let end = u32::try_from(self.tree.entries.len()).unwrap_or(u32::MAX);
        if let Some(entry) = self.open.pop().and_then(|at| self.tree.entries.get_mut(at)) {
            entry.end = end;
        }
    }

    /// Characters: they join those that stand right before them.
    fn words(&mut self, words: Cow<'a, str>) {
        if words.is_empty() {
            return;
        }
        if let Some(Entry { kind: Kind::Text(before), .. }) = self.tree.entries.last_mut().filter(|_| self.joins) {
            before.to_mut().push_str(&words);
            return;
        }
        self.joins = true;
        let end = u32::try_from(self.tree.entries.len() + 1).unwrap_or(u32::MAX);
        self.tree.entries.push(Entry { kind: Kind::Text(words), end, line: self.line });
    }

    /// What `&name;` stands for.
    fn entity(&mut self, name: &str) -> Cow<'a, str> {
        let known = resolved(name);
        if known.is_none() {
            self.faults.unknown.get_or_insert_with(|| (self.line, name.chars().take(40).collect()));
        }
        Cow::Owned(known.unwrap_or_else(|| format!("&{name};")))
    }
}

impl Faults {
    fn notes(self) -> Vec<Note> {
        let at = |kind, line, message: String| Note { line: Some(line), ..Note::new(kind, message) };
        let mut notes = Vec::new();
        if let Some(line) = self.broken {
            notes.push(at(NoteKind::Partial, line, format!("the file breaks off on line {line}: what stands before is read")));
        }
        if let Some(line) = self.unmatched {
            notes.push(at(NoteKind::Partial, line, format!("tags do not match on line {line}: read as far as they make sense")));
        }
        if let Some((line, name)) = self.unknown {
            notes.push(at(NoteKind::Partial, line, format!("\"&{name};\" on line {line} stands for something that only the file itself declares: such are shown as written")));
        }
        if let Some(line) = self.deep {
            notes.push(at(
                NoteKind::Limit,
                line,
                format!("elements nested deeper than {DEPTH} on line {line}: their words are read, their order is not"),
            ));
        }
        if let Some(line) = self.many {
            notes.push(at(
                NoteKind::Limit,
                line,
                format!("more than {ENTRIES} elements: what stands behind line {line} is not read"),
            ));
        }
        notes
    }
}

/// Whether `text` begins with a `<` that is no part of a tag, as in `a < b`.
fn is_bare(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|next| !next.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '!' | '?' | '_' | ':')))
}

/// Whether the inside of a start tag begins with this name.
fn is_named(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_whitespace()))
}

/// The value of an attribute with its entities resolved; those that are unknown stand as they are.
pub(super) fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let name = behind.split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next().unwrap_or_default();
        let known = behind.strip_prefix(name).and_then(|rest| rest.strip_prefix(';')).zip(resolved(name));
        let (words, next) = known.map_or(("&".to_owned(), behind), |(next, words)| (words, next));
        out.push_str(&words);
        rest = next;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The characters that an entity of XML or HTML, or the number of a character, stands for.
fn resolved(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return Some(code.ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER).to_string());
    }
    let (first, second) = NAMED_ENTITIES.get(&format!("{name};"))?;
    let characters = [*first, *second].into_iter().filter(|code| *code != 0).filter_map(char::from_u32);
    Some(characters.collect()).filter(|words: &String| !words.is_empty())
}
