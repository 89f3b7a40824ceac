//! A tree of elements and text in one list, in the order of the file.
//!
//! Names are asked for without their prefix: files of one format differ in prefixes more than in names. Attributes are taken apart when
//! they are asked for.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;

use super::parse::unescaped;

/// All of a file.
#[derive(Debug, Default)]
pub(in crate::read) struct Tree<'a> {
    /// Each element before what it holds.
    pub(super) entries: Vec<Entry<'a>>,
}

/// An element or a run of text.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) kind: Kind<'a>,
    /// The number of the first entry behind it and all that it holds.
    pub(super) end: u32,
    /// The line of the file it begins on, from 1.
    pub(super) line: u32,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// The inside of a start tag: name and attributes.
    Element(&'a str),
    /// Characters, entities resolved.
    Text(Cow<'a, str>),
}

impl Tree<'_> {
    /// What the outermost element stands in; where several files were put into one, there are several.
    pub(in crate::read) fn all(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
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
        match &self.entry()?.kind {
            Kind::Text(words) => Some(words),
            Kind::Element(_) => None,
        }
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

    /// The elements of this name anywhere inside it, in order, without those inside one another.
    pub(in crate::read) fn outermost(self, name: &str) -> Vec<Node<'a>> {
        let (mut found, mut at) = (Vec::new(), self.at + 1);
        while at < self.end() {
            let node = Node { tree: self.tree, at };
            let fits = node.name() == name;
            at = if fits { node.end() } else { at + 1 };
            found.extend(fits.then_some(node));
        }
        found
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
        let Kind::Element(tag) = self.entry()?.kind else { return None };
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
        match self.entry().map(|entry| &entry.kind) {
            Some(Kind::Element(tag)) => tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default(),
            _ => "",
        }
    }

    fn end(self) -> u32 {
        self.entry().map_or(0, |entry| entry.end)
    }

    fn entry(self) -> Option<&'a Entry<'a>> {
        self.tree.entries.get(self.at as usize)
    }
}
