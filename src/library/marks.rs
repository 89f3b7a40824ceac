//! What the user's own reading has left on articles: read, marked, and how far one came.
//!
//! An article is known by what is in it, so a file that was renamed or copied keeps its marks. Each change is a value and gives back the
//! one that undoes it; that is how marks are kept in their file, too.

use std::collections::BTreeMap;

use super::Changing;
use crate::model::ContentId;

/// What is kept of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Whether it was opened, or called read by a key.
    pub read: bool,
    /// Whether the user has marked it.
    pub marked: bool,
    /// Where one was in it: a byte of its text, never 0; none at its beginning.
    pub place: Option<u32>,
}

/// One change of an article's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// Which article.
    pub content: ContentId,
    /// What of its mark, and how it is then.
    pub to: To,
}

/// What of a mark is changed, and how it is then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum To {
    /// It was read, or is unread again.
    Read(bool),
    /// It is marked, or not any more.
    Marked(bool),
    /// This is the last place in it; 0 is none.
    Place(Option<u32>),
}

/// The marks of all articles that have any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(BTreeMap<ContentId, Mark>);

impl Marks {
    /// What is kept of the article with this content.
    pub fn get(&self, content: ContentId) -> Mark {
        self.0.get(&content).copied().unwrap_or_default()
    }

    /// How many articles have a mark.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The articles that have a mark, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (ContentId, Mark)> {
        self.0.iter().map(|(content, mark)| (*content, *mark))
    }
}

impl Mark {
    /// Makes a change; gives how it was before.
    fn set(&mut self, to: To) -> To {
        match to {
            To::Read(read) => To::Read(std::mem::replace(&mut self.read, read)),
            To::Marked(marked) => To::Marked(std::mem::replace(&mut self.marked, marked)),
            To::Place(place) => To::Place(std::mem::replace(&mut self.place, place.filter(|place| *place > 0))),
        }
    }
}

impl FromIterator<Change> for Marks {
    /// The marks that these changes lead to, made in their order: for a hundred thousand of them far quicker than one by one.
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        let mut changes: Vec<Change> = changes.into_iter().filter(|change| change.content != ContentId::default()).collect();
        // Stable, so that of two changes of one article the later one stays the later one.
        changes.sort_by_key(|change| change.content);
        let articles = changes.chunk_by(|one, other| one.content == other.content).filter_map(|own| {
            let mut mark = Mark::default();
            for change in own {
                mark.set(change.to);
            }
            Some((own.first()?.content, mark))
        });
        Self(articles.filter(|(_, mark)| *mark != Mark::default()).collect())
    }
}

impl Changing for Marks {
    type Change = Change;

    /// Nothing is kept of what was not read wholly: all such articles have one id.
    fn make(&mut self, change: &Change) -> Option<Change> {
        let content = change.content;
        if content == ContentId::default() {
            return None;
        }
        let before = self.get(content);
        let mut mark = before;
        let undo = mark.set(change.to);
        if mark == before {
            return None;
        }
        if mark == Mark::default() {
            self.0.remove(&content);
        } else {
            self.0.insert(content, mark);
        }
        Some(Change { content, to: undo })
    }
}
