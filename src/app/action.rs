//! Everything a key can ask for, under the name that key tables and the list of actions use.

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $label:literal;)+) => {
        /// One thing a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[doc = $doc])+ $variant,)+ }

        impl Action {
            /// All actions.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in key tables.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Two or three words for the footer.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// One line for the help.
            pub fn describe(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii_start(),)+ }
            }
        }
    };
}

actions! {
    /// Step on in reading order: summary, text, each topic, tensions
    Next = "next", "topic";
    /// Step back in reading order
    Previous = "previous", "back a topic";
    /// The next line, or the next sentence of the text
    Down = "down", "down";
    /// The line before, or the sentence before
    Up = "up", "up";
    /// From a line to its sentence in the text; from a sentence to a line that rests on it
    Evidence = "evidence", "evidence";
    /// Back to where you came from; from a briefing to the list
    Back = "back", "back";
    /// Copy the line with its source
    CopyPoint = "copy-point", "copy";
    /// Copy the section (of the agenda: the topic) with its source
    CopySection = "copy-section", "copy section";
    /// Export: what, in which form, where to, with a preview
    Export = "export", "export";
    /// Lay the section on the main screen without frames, for the terminal's own selection
    PlainPage = "plain-page", "plain page";
    /// Open the file in your editor, at this line
    Edit = "edit", "edit";
    /// Let attache have the mouse, or give it back to the terminal
    Mouse = "mouse", "mouse";
    /// Choose a stretch of the text by sentences; the arrows extend it
    SelectSentences = "select-sentences", "select";
    /// Choose a stretch of the text by words
    SelectWords = "select-words", "by words";
    /// Let the other end of the chosen stretch move
    SwapEnds = "swap-ends", "other end";
    /// Do what is chosen in the menu
    Accept = "accept", "do it";
    /// Put the line, or the chosen stretch, into the tray
    Take = "take", "take";
    /// Why this line is here: rule, term or cue, and where the rule is written
    Why = "why", "why";
    /// Search all panes as you type
    Search = "search", "search";
    /// The next hit
    NextHit = "next-hit", "next hit";
    /// The hit before
    PreviousHit = "previous-hit", "hit before";
    /// The next pane
    NextPane = "next-pane", "next pane";
    /// The pane before
    PreviousPane = "previous-pane", "pane before";
    /// Go to Summary
    Summary = "summary", "summary";
    /// Go to Full text
    Text = "text", "text";
    /// Go to Agenda
    Agenda = "agenda", "agenda";
    /// Go to Tensions
    Tensions = "tensions", "tensions";
    /// Tensions by strength, the strongest first; again, in their own order
    SortTensions = "sort-tensions", "by strength";
    /// Scroll the text a row down, from any pane
    ScrollDown = "scroll-down", "scroll";
    /// Scroll the text a row up, from any pane
    ScrollUp = "scroll-up", "scroll up";
    /// A page down
    PageDown = "page-down", "page";
    /// A page up
    PageUp = "page-up", "page up";
    /// To the beginning
    Top = "top", "top";
    /// To the end
    Bottom = "bottom", "end";
    /// Show the lines that were removed as cruft
    Removed = "removed", "removed";
    /// Show the notes: what went less than well while reading
    Notes = "notes", "notes";
    /// Read a changed file again, or else your own rule files, and show how counts have changed
    Reload = "reload", "reload rules";
    /// Open the next briefing of the list
    NextBriefing = "next-briefing", "next briefing";
    /// Open the briefing before it in the list
    PreviousBriefing = "previous-briefing", "briefing before";
    /// Order the list by date, by outlet, by topic
    Sort = "sort", "sort";
    /// The next month, outlet or topic of the list
    NextGroup = "next-group", "next group";
    /// The month, outlet or topic before it in the list
    PreviousGroup = "previous-group", "group before";
    /// Open the selected entry
    Open = "open", "open";
    /// Follow a topic through all articles, line by line; on a tension, its tensions
    Follow = "follow", "follow";
    /// What is new: dim the sentences that earlier articles of the list have, or none
    NewSince = "new-since", "what's new";
    /// What each outlet cut or added: the tellings of one story side by side
    Compare = "compare", "compare";
    /// Set the next telling beside the first
    NextTelling = "next-telling", "next telling";
    /// Set the telling before it beside the first
    PreviousTelling = "previous-telling", "telling before";
    /// Show the sentences that both tellings have, or fold them
    Common = "common", "common";
    /// The oldest line first, or the newest
    TurnOrder = "turn-order", "turn";
    /// Show the tray: the lines you took, out of all articles
    Tray = "tray", "tray";
    /// Move the line down the tray
    MoveDown = "move-down", "move";
    /// Move the line up the tray
    MoveUp = "move-up", "move up";
    /// Write a remark of your own under the line; an empty one takes it away
    Remark = "remark", "remark";
    /// Write a title over the tray; an empty one takes it away
    Title = "title", "title";
    /// Copy the whole tray with its sources, numbered
    CopyTray = "copy-tray", "copy all";
    /// Take the line out of the tray
    Drop = "drop", "drop";
    /// Take all lines out of the tray
    Clear = "clear", "clear";
    /// Mark the article, or take the mark away
    Mark = "mark", "mark";
    /// Call the article unread, or read again
    Read = "read", "unread";
    /// Undo what was done last: to marks, or to the tray
    Undo = "undo", "undo";
    /// Do again what was undone
    Redo = "redo", "redo";
    /// Show the keys; type to filter
    Help = "help", "keys";
    /// Show every action by name; type to filter, enter to do it
    Actions = "actions", "actions";
    /// Close what lies over the page; forget the search
    Close = "close", "close";
    /// Draw the screen anew
    Redraw = "redraw", "redraw";
    /// Suspend attache; the shell's fg brings it back
    Suspend = "suspend", "suspend";
    /// Quit
    Quit = "quit", "quit";
}

impl Action {
    /// The action with this name in key tables.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }
}
