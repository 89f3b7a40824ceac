//! A tree of elements and text in one list, in the order of the file.
//!
//! Names are asked for without their prefix: files of one format differ in prefixes more than in names. Attributes are taken apart when
//! they are asked for.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;

use super::parse::unescaped;

/// All of a file.
#[derive(Debug)]
pub(in crate::read) struct Tree<'a> {
    /// The characters of the file.
    pub(super) text: &'a str,
    /// Those of runs of text that do not stand in the file in one piece, entities resolved.
    pub(super) own: Vec<String>,
    /// Each element before what it holds.
    pub(super) entries: Vec<Entry>,
}

/// An element or a run of text: there may be one for a few bytes of the file, so it is small.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// Where its characters begin and end: bytes of the file; of a run that stands elsewhere, its number there, twice.
    pub(super) from: u32,
    pub(super) to: u32,
    /// The number of the first entry behind it and all that it holds.
    pub(super) end: u32,
    /// The line of the file it begins on, from 1.
    pub(super) line: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The inside of a start tag: name and attributes.
    Element,
    /// Characters.
    Text,
    /// Characters that stand in the file in pieces.
    OwnText,
}

impl Tree<'_> {
    /// What the outermost element stands in; where several files were put into one, there are several.
    pub(in crate::read) fn all(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
    }

    /// The inside of a start tag, or the characters of a run of text.
    pub(super) fn characters(&self, entry: Entry) -> &str {
        match entry.kind {
            Kind::Element | Kind::Text => self.text.get(entry.from as usize..entry.to as usize).unwrap_or_default(),
            Kind::OwnText => self.own.get(entry.from as usize).map_or("", String::as_str),
        }
    }
}

/// A place in a tree.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Node<'a> {
    tree: &'a Tree<'a>,
    at: u32,
}

impl<'a> Node<'a> {
    /// The name without its prefix; empty for text.
    pub(in crate::read) fn name(self) -> &'a str {
        let name = self.qualified();
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    /// The prefix of the name; empty where it has none.
    pub(in crate::read) fn prefix(self) -> &'a str {
        self.qualified().split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The characters, if it is text.
    pub(in crate::read) fn words(self) -> Option<&'a str> {
        let entry = self.entry()?;
        (entry.kind != Kind::Element).then(|| self.tree.characters(entry))
    }

    /// The line of the file it begins on, from 1.
    pub(in crate::read) fn line(self) -> u32 {
        self.entry().map_or(1, |entry| entry.line)
    }

    /// What it holds: elements and text, in order.
    pub(in crate::read) fn children(self) -> impl Iterator<Item = Node<'a>> {
        let (tree, end) = (self.tree, self.end());
        let node = move |at: u32| (at < end).then_some(Node { tree, at });
        std::iter::successors(node(self.at + 1), move |node_before| node(node_before.end()))
    }

    /// The elements right inside it that have this name.
    pub(in crate::read) fn all(self, name: &'a str) -> impl Iterator<Item = Node<'a>> {
        self.children().filter(move |node| node.name() == name)
    }

    /// The first element right inside it that has this name.
    pub(in crate::read) fn child(self, name: &str) -> Option<Node<'a>> {
        self.children().find(|node| node.name() == name)
    }

    /// The element at the end of a way through elements right inside one another.
    pub(in crate::read) fn at(self, way: &[&str]) -> Option<Node<'a>> {
        way.iter().try_fold(self, |node, name| node.child(name))
    }

    /// All elements anywhere inside it, in order.
    pub(in crate::read) fn within(self) -> impl Iterator<Item = Node<'a>> {
        let tree = self.tree;
        (self.at + 1..self.end()).map(move |at| Node { tree, at }).filter(|node| node.words().is_none())
    }

    /// The elements of this name, this one or anywhere inside it, in order, without those inside one another.
    pub(in crate::read) fn outermost(self, name: &'a str) -> impl Iterator<Item = Node<'a>> {
        let (tree, end, mut at) = (self.tree, self.end(), self.at);
        std::iter::from_fn(move || {
            while at < end {
                let node = Node { tree, at };
                let fits = node.name() == name;
                at = if fits { node.end() } else { at + 1 };
                if fits {
                    return Some(node);
                }
            }
            None
        })
    }

    /// All text inside it, however deep.
    pub(in crate::read) fn text(self) -> Cow<'a, str> {
        let tree = self.tree;
        let mut words = (self.at..self.end()).filter_map(move |at| Node { tree, at }.words());
        match (words.next(), words.next()) {
            (None, _) => Cow::Borrowed(""),
            (Some(only), None) => Cow::Borrowed(only),
            (Some(first), Some(second)) => Cow::Owned([first, second].into_iter().chain(words).collect()),
        }
    }

    /// The value of the first attribute with this name, whatever its prefix.
    pub(in crate::read) fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        let tag = self.tag()?;
        let mut attributes = Attributes::new(tag, self.qualified().len());
        attributes.with_checks(false);
        let found =
            attributes.filter_map(Result::ok).find(|attribute| attribute.key.local_name().into_inner() == name.as_bytes())?;
        match found.value {
            Cow::Borrowed(value) => std::str::from_utf8(value).ok().map(unescaped),
            Cow::Owned(_) => None,
        }
    }

    fn qualified(self) -> &'a str {
        self.tag().and_then(|tag| tag.split(|c: char| c.is_ascii_whitespace()).next()).unwrap_or_default()
    }

    /// The inside of its start tag; none of text.
    fn tag(self) -> Option<&'a str> {
        let entry = self.entry()?;
        (entry.kind == Kind::Element).then(|| self.tree.characters(entry))
    }

    fn end(self) -> u32 {
        self.entry().map_or(0, |entry| entry.end)
    }

    fn entry(self) -> Option<Entry> {
        self.tree.entries.get(self.at as usize).copied()
    }
}
