//! What can happen to the app, and what it can wish for: both closed, both plain values.

use std::sync::Arc;

use super::key::Key;
use super::pointer::Pointer;
use crate::export::{Export, Followed};
use crate::library::alike::Comparison;
use crate::library::marks::{self, Marks};
use crate::library::query::Words;
use crate::library::tray::{Change, Tray};
use crate::library::{Entry, EntryId, EntrySet, Hit, Progress, Rank, Sought};
use crate::model::{Briefing, Note};
use crate::text::Clean;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Pasted(Clean),
    /// The mouse did something at a column and a row of the screen, from 0.
    Pointed(Pointer, u16, u16),
    /// The size of the screen changed.
    Resized,
    /// What the terminal shows is not known any more: attache came back to it.
    Redraw,
    /// An entry was opened, wholly or (`whole` false) its beginning.
    Opened {
        /// Which entry.
        id: EntryId,
        /// Its briefing.
        briefing: Arc<Briefing>,
        /// Whether more of it is to come.
        whole: bool,
    },
    /// An entry could not be opened.
    Unopened {
        /// Which entry.
        id: EntryId,
        /// Why.
        reason: Clean,
    },
    /// The file of an entry that was opened is another on the disk than it was when it was read.
    Changed {
        /// Which entry.
        id: EntryId,
        /// What the file is called.
        name: Clean,
        /// Whether it is not there any more.
        is_gone: bool,
    },
    /// An entry turned out to be a file of several articles, which will be listed.
    Divided {
        /// Which entry.
        id: EntryId,
        /// How many articles.
        count: usize,
        /// What is said where it holds more than are read.
        left_out: Option<Note>,
    },
    /// An entry was read to be shown beside the list.
    Previewed {
        /// Which entry.
        id: EntryId,
        /// Its briefing.
        briefing: Arc<Briefing>,
    },
    /// Something was found out about entries of the list, or there are new ones.
    Listed(Vec<Entry>),
    /// How far the reading of the library is; none where all of it was read.
    Reading(Option<Progress>),
    /// More can be found by a search than before.
    Searchable,
    /// What a search has found.
    Found {
        /// Which search it answers.
        stamp: u32,
        /// The entries.
        found: EntrySet,
    },
    /// The sentences that show what was searched for.
    Hits {
        /// Which search they answer.
        stamp: u32,
        /// For each entry that was asked about its sentence, if it has one.
        hits: Vec<(EntryId, Option<Hit>)>,
    },
    /// Sentences of an article were looked for in earlier ones.
    Seen {
        /// Which article.
        id: EntryId,
        /// The sentences that earlier articles have, by index, each with the first that has it.
        seen: Vec<(u32, EntryId)>,
        /// How many were looked for.
        sought: usize,
    },
    /// Two tellings of one story were set side by side.
    Compared {
        /// Which wish it answers.
        stamp: u32,
        /// What they have in common and what not; or which of them can't be read, and why.
        comparison: Result<Arc<Comparison>, Clean>,
    },
    /// Lines of a topic that is followed were read.
    Followed {
        /// Which page wished for them.
        stamp: u32,
        /// For each entry that was asked about what it says on the topic; none where it can't be read.
        read: Vec<(EntryId, Option<Arc<Followed>>)>,
    },
    /// It was asked to stop, and there is no shell that could let it go on.
    Unstopped,
    /// Something went less than well with the library.
    Library(Clean),
    /// An export has gone where it could go; what to tell of it.
    Delivered(Result<Clean, Clean>),
    /// The user's own rule files were read, and this was wrong with them.
    Complained(Vec<Note>),
    /// The user's own rule files were read anew.
    Reloaded(Reloaded),
    /// The user's editor has ended, or could not be had.
    Edited(Result<(), Clean>),
    /// The file of the tray was looked at or changed.
    Tray(TrayNews),
    /// The file of marks was looked at or changed.
    Marks(MarksNews),
}

/// What came of changes of the tray's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrayNews {
    /// It holds this now.
    Kept {
        /// The tray, with the lines that other programs have put there.
        tray: Tray,
        /// How many of the steps wished for are in it, the oldest first.
        steps: usize,
        /// How many lines it had no room for.
        refused: usize,
        /// What the file of before is called now, where it could not be read.
        aside: Option<Clean>,
    },
    /// It could not be read or written, and this is why.
    Unkept(Clean),
}

/// What came of a look at the file of marks, or of changes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarksNews {
    /// It holds this now.
    All {
        /// The marks, with those that other programs have made.
        marks: Marks,
        /// How many of the steps wished for are in it, the oldest first.
        steps: usize,
        /// How many of its lines could not be read and are left out.
        bad: usize,
        /// What the copy is called that has these lines, where there could be one.
        aside: Option<Clean>,
    },
    /// This has come to it.
    New {
        /// What other programs have changed, before the steps.
        changes: Vec<marks::Change>,
        /// How many of the steps wished for are in it, the oldest first.
        steps: usize,
    },
    /// It could not be read or written, and this is why.
    Unkept(Clean),
}

/// What came of reading the user's rule files anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reloaded {
    /// No file says anything else than before.
    Unchanged,
    /// A file can't be taken: the rules stay as they were, and this is why.
    Refused(Vec<Note>),
    /// The rules are those of the files now.
    Taken {
        /// The files that have changed.
        files: Clean,
        /// What is wrong with any of them, errors excepted.
        complaints: Vec<Note>,
    },
}

/// Something the app wishes done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open an entry; its beginning may come first.
    Open(EntryId),
    /// Read the rest of an entry whose beginning has come, and find what is in it.
    Finish(EntryId),
    /// Read an entry to be shown beside the list; only the newest wish counts.
    Preview(EntryId),
    /// Search the library for words; only the newest wish counts.
    Find {
        /// Which search it is.
        stamp: u32,
        /// What is searched for.
        words: Words,
    },
    /// Read the sentences that show what was searched for; only the newest wish counts.
    Hits {
        /// Which search it is.
        stamp: u32,
        /// In which entries.
        entries: Vec<EntryId>,
        /// What is searched for.
        words: Words,
    },
    /// Read what entries say on a topic; only the newest wish counts.
    Follow {
        /// Which page wishes for it.
        stamp: u32,
        /// Which entries.
        entries: Vec<EntryId>,
        /// The topic's id.
        topic: Clean,
    },
    /// Look for sentences of an article in earlier ones; only the newest wish counts.
    Seen {
        /// Which article it is, and where it stands in time.
        own: Rank,
        /// The sentences.
        sought: Vec<Sought>,
    },
    /// Set two tellings of one story side by side; only the newest wish counts.
    Compare {
        /// Which wish it is.
        stamp: u32,
        /// The two entries.
        entries: [EntryId; 2],
    },
    /// Read the user's rule files anew.
    Reload,
    /// Bring words to the clipboard.
    Copy(Export),
    /// Keep words as a file.
    Keep(Export),
    /// Lay words on the main screen, where the terminal's own selection takes them as they are.
    Lay(String),
    /// Take the screen again after that.
    TakeUp,
    /// Open the file of an entry in the user's editor, at a line (from 1), and read it anew.
    Edit {
        /// Which entry.
        id: EntryId,
        /// The line.
        line: u32,
    },
    /// Let attache have the mouse, or give it back to the terminal.
    Mouse(bool),
    /// Make the changes of one step to the tray's file, and tell what it holds; without any, only tell.
    Tray(Vec<Change>),
    /// Make the changes of one step to the file of marks; without any, only tell what others have changed there.
    Mark(Vec<marks::Change>),
    /// Give the terminal back until the shell says to go on.
    Suspend,
    /// Forget what the terminal shows and draw all of it.
    Redraw,
    /// End.
    Quit,
}
