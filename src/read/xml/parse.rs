//! Characters to a tree, whatever is wrong with them.
//!
//! End tags that fit nothing are passed over, those that are missing are thought where the next that fits stands, and where a file breaks
//! off all that is open ends. Entities are those of XML and of HTML, which the DTDs of news formats declare, too; any other is shown
//! as it is written.

use std::borrow::Cow;
use std::ops::Range;

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
    let all = Entry { kind: Kind::Element, from: 0, to: 0, end: 0, line: 1 };
    let mut parser = Parser {
        text,
        at: 0,
        line: 1,
        tree: Tree { text, own: Vec::new(), entries: vec![all] },
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
            self.words(start..start + 1);
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
                self.broken(base + start);
                return None;
            };
            let end = usize::try_from(reader.buffer_position()).ok()?;
            let (source, here) = (rest.get(start..end).unwrap_or_default(), base + start..base + end);
            match event {
                Event::Eof => return None,
                Event::Start(_) => self.opens(here),
                Event::Empty(_) => {
                    self.opens(here);
                    self.close_last();
                }
                Event::End(_) => self.closes(source.trim_start_matches("</").trim_end_matches('>').trim_end()),
                Event::Text(_) => self.words(here),
                Event::CData(_) => self.words(self.within(here, "<![CDATA[", "]]>")),
                Event::GeneralRef(_) => {
                    let words = self.entity(source.trim_start_matches('&').trim_end_matches(';'));
                    self.own_words(&words);
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

    /// What stands between these two at the edges of a stretch of the file, each where it is there.
    fn within(&self, stretch: Range<usize>, head: &str, tail: &str) -> Range<usize> {
        let source = self.text.get(stretch.clone()).unwrap_or_default();
        let inside = source.strip_prefix(head).unwrap_or(source);
        let start = stretch.end - inside.len();
        start..start + inside.strip_suffix(tail).unwrap_or(inside).len()
    }

    /// Takes what stands where the file breaks off, at byte `from`, if that is text that was to be closed by a mark.
    fn broken(&mut self, from: usize) {
        let (mark, rest) = ("<![CDATA[", from..self.text.len());
        if self.text.get(rest.clone()).is_some_and(|rest| rest.starts_with(mark)) {
            self.words(self.within(rest, mark, ""));
            self.count_lines(self.text.len());
        }
        self.faults.broken = Some(self.line);
    }

    /// An element whose start tag stands here.
    fn opens(&mut self, tag: Range<usize>) {
        if self.open.len() > DEPTH {
            self.deeper += 1;
            self.faults.deep.get_or_insert(self.line);
            return;
        }
        let inside = self.within(self.within(tag, "<", ">"), "", "/");
        self.joins = false;
        self.open.push(self.tree.entries.len());
        self.tree.entries.push(Entry {
            kind: Kind::Element,
            from: number(inside.start),
            to: number(inside.end),
            end: 0,
            line: self.line,
        });
    }

    /// The end tag of the innermost open element of this name, and of all inside it.
    fn closes(&mut self, name: &str) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let tag = |at: &usize| {
            self.tree.entries.get(*at).filter(|entry| entry.kind == Kind::Element).map(|entry| self.tree.characters(*entry))
        };
        let fits = |at: &usize| tag(at).is_some_and(|tag| is_named(tag, name));
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
        let end = number(self.tree.entries.len());
        if let Some(entry) = self.open.pop().and_then(|at| self.tree.entries.get_mut(at)) {
            entry.end = end;
        }
    }

    /// Characters that stand here: they join those that stand right before them.
    fn words(&mut self, here: Range<usize>) {
        let Some(words) = self.text.get(here.clone()).filter(|words| !words.is_empty()) else { return };
        if self.joins {
            self.own_words(words);
        } else {
            self.text_entry(Kind::Text, here);
        }
    }

    /// The same with characters that do not stand in the file as they are.
    fn own_words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let number_of_own = self.tree.own.len();
        if !self.joins {
            self.tree.own.push(words.to_owned());
            self.text_entry(Kind::OwnText, number_of_own..number_of_own);
            return;
        }
        let Some(before) = self.tree.entries.last_mut() else { return };
        if before.kind == Kind::Text {
            let (here, own) = (*before, number(number_of_own));
            *before = Entry { kind: Kind::OwnText, from: own, to: own, ..here };
            self.tree.own.push(self.tree.characters(here).to_owned());
        }
        if let Some(own) = self.tree.own.last_mut() {
            own.push_str(words);
        }
    }

    /// A run of text; what comes next joins it.
    fn text_entry(&mut self, kind: Kind, of: Range<usize>) {
        self.joins = true;
        let end = number(self.tree.entries.len() + 1);
        self.tree.entries.push(Entry { kind, from: number(of.start), to: number(of.end), end, line: self.line });
    }

    /// What `&name;` stands for.
    fn entity(&mut self, name: &str) -> String {
        let known = resolved(name);
        if known.is_none() {
            self.faults.unknown.get_or_insert_with(|| (self.line, name.chars().take(40).collect()));
        }
        known.unwrap_or_else(|| format!("&{name};"))
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

/// A place in a file, or the number of an entry; files that are opened are not so long that there are others.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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
