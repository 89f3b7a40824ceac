//! The one door through which the state changes: an event comes in, wishes go out.

use super::action::Action;
use super::event::{Effect, Event};
use super::key::Key;
use super::keymap::Context;
use super::marks::Visit;
use super::prompt::{Typed, pasted, typed};
use super::reader::Reader;
use super::reload::Reload;
use super::sheet::{Chosen, Sheet};
use super::{App, Changed, Open, Prompt};
use crate::library::{Entry, EntryId, State};
use crate::model::{Note, Section};
use crate::text::Clean;

use super::reader::Way;

impl App {
    /// Takes in what happened.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Pasted(text) => return self.paste(&text),
            Event::Pointed(pointer, column, row) => return self.point(pointer, column, row),
            Event::Redraw => return vec![Effect::Redraw],
            Event::Resized => {}
            Event::Opened { id, briefing, whole } => return self.opened(id, briefing, whole),
            Event::Unopened { id, reason } => self.unopened(id, reason),
            Event::Changed { id, name, is_gone } => self.changed(id, &name, is_gone),
            Event::Divided { id, count, left_out } => self.divided(id, count, left_out),
            Event::Previewed { id, briefing } => self.shelf.previewed(id, briefing),
            Event::Listed(news) => {
                self.pages.forget(&news.iter().map(|entry| entry.id).collect::<Vec<_>>());
                self.shelf.learn(news, &self.marks);
            }
            Event::Followed { stamp, read } => {
                if let Some(view) = self.pages.follow_mut() {
                    view.learn(stamp, read);
                }
            }
            Event::Compared { stamp, comparison } => {
                if let Some(view) = self.pages.tellings_mut() {
                    view.learn(stamp, comparison);
                }
            }
            Event::Reading(progress) => self.reading(progress),
            Event::Searchable => return self.shelf.ask_again().into_iter().chain(self.look_for_seen()).collect(),
            Event::Seen { id, seen, sought } => self.seen_earlier(id, seen, sought),
            Event::Found { stamp, found } => self.shelf.found(stamp, found, &self.marks),
            Event::Hits { stamp, hits } => self.shelf.hits(stamp, hits),
            Event::Unstopped => self.alarm("there is no shell that could let attache go on: it is not stopped"),
            Event::Library(words) => self.library_fault(words),
            Event::Delivered(Ok(words)) => self.tell(words),
            Event::Complained(notes) => {
                self.complain(&notes);
                self.rule_complaints = notes;
            }
            Event::Reloaded(reloaded) => return self.reloaded(reloaded),
            Event::Tray(news) => self.tray_news(news),
            Event::Marks(news) => return self.marks_news(news),
            Event::Delivered(Err(words)) => self.alarm(words),
            Event::Edited(Ok(())) => return self.open.as_ref().map_or_else(Vec::new, |open| vec![Effect::Open(open.id)]),
            Event::Edited(Err(reason)) => self.alarm(reason),
        }
        Vec::new()
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.status = None;
        self.stay();
        if std::mem::take(&mut self.laid) {
            return vec![Effect::TakeUp];
        }
        if self.prompt.is_some() {
            return self.type_query(key);
        }
        if let Some(line) = self.tray.typing() {
            return self.type_for_tray(typed(line, key));
        }
        if self.sheet.as_ref().is_some_and(Sheet::takes_typing)
            && let Some(effects) = self.type_filter(key)
        {
            return effects;
        }
        match self.keymap.action(self.context(), key) {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    fn paste(&mut self, text: &Clean) -> Vec<Effect> {
        if let Some(Typed::Changed(line)) = self.prompt.as_ref().map(|prompt| pasted(&prompt.line, text)) {
            return self.look_for(line);
        }
        if let Some(line) = self.tray.typing() {
            return self.type_for_tray(pasted(line, text));
        }
        Vec::new()
    }

    /// A key while a query is typed: the search follows each character.
    fn type_query(&mut self, key: Key) -> Vec<Effect> {
        let line = self.prompt.as_ref().map(|prompt| prompt.line.clone()).unwrap_or_default();
        match typed(&line, key) {
            Typed::Changed(line) => return self.look_for(line),
            Typed::Sent => self.prompt = None,
            Typed::GivenUp => self.give_up_query(),
            Typed::Unknown => {}
        }
        Vec::new()
    }

    /// A key in a sheet that is filtered by typing; `None` where the key is none of the filter's.
    fn type_filter(&mut self, key: Key) -> Option<Vec<Effect>> {
        let filter = self.sheet.as_ref()?.filter()?.clone();
        match typed(&filter, key) {
            Typed::Changed(line) => {
                self.sheet.as_mut()?.set_filter(line);
                Some(Vec::new())
            }
            Typed::Sent => {
                let chosen = self.sheet.as_ref()?.chosen(&self.keymap);
                self.sheet = None;
                Some(match chosen {
                    Some(Chosen::Action(action)) => self.act(action),
                    Some(Chosen::Topic(topic, tensions)) => self.follow(&topic, tensions),
                    None => Vec::new(),
                })
            }
            Typed::GivenUp => {
                self.sheet = None;
                Some(Vec::new())
            }
            Typed::Unknown => None,
        }
    }

    /// Does what a key, or a choice among all actions, asks for.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Help => self.sheet = Some(Sheet::actions("Keys (type to filter)", self.context_below())),
            Action::Actions => self.sheet = Some(Sheet::actions("Actions (type to filter, enter to do)", self.context_below())),
            Action::Reload => return self.reload(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Notes => self.sheet = Some(self.notes()),
            Action::Tray => return self.show_tray(),
            _ if self.sheet.is_some() => self.act_on_sheet(action),
            _ if self.menu.is_some() => return self.act_on_menu(action),
            _ if self.tray.is_shown() => return self.act_on_tray(action),
            _ if self.open.is_some() => return self.act_on_reader(action),
            _ => {
                return match self.context_of_pages() {
                    Context::Follow => self.act_on_follow(action),
                    Context::Tellings => self.act_on_tellings(action),
                    _ => self.act_on_list(action),
                };
            }
        }
        Vec::new()
    }

    /// What lies under a sheet.
    fn context_below(&self) -> Context {
        if self.tray.is_shown() { Context::Tray } else { self.context_of_page() }
    }

    fn act_on_sheet(&mut self, action: Action) {
        let Some(sheet) = &mut self.sheet else { return };
        let rows = match action {
            Action::Down | Action::ScrollDown => 1,
            Action::Up | Action::ScrollUp => -1,
            Action::PageDown => 10,
            Action::PageUp => -10,
            Action::Top => -100_000,
            Action::Bottom => 100_000,
            Action::Close => {
                self.sheet = None;
                return;
            }
            _ => return,
        };
        sheet.step(rows, &self.keymap);
    }

    /// Opens an entry; what is open already stays on screen until it comes.
    pub(super) fn open(&mut self, id: EntryId) -> Vec<Effect> {
        self.reload = Reload::default();
        let left = self.leave();
        self.open = Some(Open { id, reader: None, whole: false, visit: Visit::default(), changed: None });
        left.into_iter().chain([Effect::Open(id)]).collect()
    }

    fn opened(&mut self, id: EntryId, briefing: std::sync::Arc<crate::model::Briefing>, whole: bool) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.id == id) else { return Vec::new() };
        (open.whole, open.changed) = (whole, None);
        let first_note = briefing.notes.first().map(|note| note.message.lines().next().unwrap_or_default().to_owned());
        let notes = briefing.notes.len();
        let is_new = open.reader.is_none();
        match &mut open.reader {
            Some(reader) => {
                if let Some(before) = self.prompt.as_mut().and_then(|prompt| prompt.before.as_mut()) {
                    before.renew(briefing.clone(), whole);
                }
                let before = reader.briefing().clone();
                reader.renew(briefing, whole);
                self.tell_changes(id, &before);
            }
            None => open.reader = Some(Reader::new(briefing, whole)),
        }
        if is_new {
            self.land_on_hit(id);
        }
        if let (Some(note), None, true) = (first_note, &self.status, whole) {
            let key = self.keymap.key(Context::Reader, Action::Notes).map(|k| k.to_string()).unwrap_or_default();
            let more = if notes > 1 { format!(" and {} more", notes - 1) } else { String::new() };
            self.tell(format!("note: {note}{more} ({key} shows)"));
        }
        self.arrive(id);
        self.arrive_at_followed(id);
        self.arrive_at_telling(id);
        if whole { self.settle().into_iter().chain(self.look_for_seen()).collect() } else { vec![Effect::Finish(id)] }
    }

    /// Shows the list, where the articles of a file will stand, to who has opened it.
    fn divided(&mut self, id: EntryId, count: usize, left_out: Option<Note>) {
        if self.open.as_ref().is_some_and(|open| open.id == id) {
            self.open = None;
            self.has_list = true;
            self.tell(format!("{count} articles in this file"));
        }
        if let Some(note) = left_out {
            self.library_fault(note.message);
        }
    }

    fn unopened(&mut self, id: EntryId, reason: Clean) {
        if self.open.as_ref().is_some_and(|open| open.id == id) {
            self.open = None;
            self.alarm(reason.clone());
        }
        if let Some(name) = self.shelf.entries.by_id(id).map(|entry| entry.name.clone()) {
            self.shelf.learn(vec![Entry { state: State::Bad(reason), ..Entry::waiting(id, name) }], &self.marks);
        }
    }

    /// Tells that the open article's file is another now. What is read stays under the eyes of who reads it.
    fn changed(&mut self, id: EntryId, name: &Clean, is_gone: bool) {
        let key = self.keymap.key(Context::Reader, Action::Reload).map(|key| key.to_string()).unwrap_or_default();
        let Some(open) = self.open.as_mut().filter(|open| open.id == id) else { return };
        let words = Clean::from(if is_gone {
            format!("{name} is not there any more; what was read of it stays")
        } else {
            format!("{name} has changed on the disk: {key} reads it again")
        });
        open.changed = Some(Changed { words: words.clone(), is_gone });
        self.alarm(words);
    }

    /// Reads the open article again where its file is another now, else the rules, which are read of themselves as a rule.
    fn reload(&mut self) -> Vec<Effect> {
        let changed = self.open.as_ref().filter(|open| open.changed.as_ref().is_some_and(|changed| !changed.is_gone));
        match changed.map(|open| open.id) {
            Some(id) => vec![Effect::Finish(id)],
            None => self.ask_to_reload(),
        }
    }

    fn notes(&self) -> Sheet {
        let notes = self.reader().map_or(&[][..], |reader| &reader.briefing().notes);
        let changed = self.open.as_ref().and_then(|open| open.changed.as_ref());
        let mut lines: Vec<Clean> = changed.iter().flat_map(|changed| [changed.words.clone(), Clean::default()]).collect();
        for Note { message, .. } in self.complaints.iter().chain(&self.rule_complaints).chain(notes) {
            lines.extend([message.clone(), Clean::default()]);
        }
        if lines.is_empty() {
            lines.push("Nothing went less than well.".into());
        }
        Sheet::new("Notes", lines)
    }

    fn act_on_reader(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Back => return self.back(),
            Action::NextBriefing => return self.followed_neighbour(true).unwrap_or_else(|| self.neighbour(1)),
            Action::PreviousBriefing => return self.followed_neighbour(false).unwrap_or_else(|| self.neighbour(-1)),
            Action::Follow => return self.follow_from_reader(),
            Action::NewSince => return self.turn_new(),
            Action::Compare => return self.open.as_ref().map(|open| open.id).map_or_else(Vec::new, |id| self.compare(id)),
            _ => {}
        }
        if let Some(effects) = self.act_on_selection(action) {
            return effects;
        }
        let Some(reader) = self.reader_mut() else { return Vec::new() };
        match action {
            Action::Next | Action::Previous => {
                let way = if action == Action::Next { Way::On } else { Way::Back };
                if !reader.stop(way) {
                    self.tell(if way == Way::On { "the end of the briefing" } else { "the beginning of the briefing" });
                }
            }
            Action::Down => reader.line(Way::On),
            Action::Up => reader.line(Way::Back),
            Action::NextPane => reader.next_pane(Way::On),
            Action::PreviousPane => reader.next_pane(Way::Back),
            Action::Summary => reader.go(Section::Summary),
            Action::Text => reader.go(Section::Text),
            Action::Agenda => reader.go(Section::Agenda),
            Action::Tensions => reader.go(Section::Tensions),
            Action::SortTensions => self.sort_tensions(),
            Action::ScrollDown => reader.scroll(1),
            Action::ScrollUp => reader.scroll(-1),
            Action::PageDown => reader.page(Way::On),
            Action::PageUp => reader.page(Way::Back),
            Action::Top => reader.end(Way::Back),
            Action::Bottom => reader.end(Way::On),
            Action::Evidence => {
                if let Err(reason) = reader.evidence() {
                    self.tell(reason);
                }
            }
            Action::Why => self.sheet = Some(reader.why()),
            Action::Removed => self.sheet = Some(reader.removed()),
            Action::Search => {
                let before = reader.clone();
                self.prompt = Some(Prompt { line: Clean::default(), before: Some(before), shelf: None });
            }
            Action::NextHit | Action::PreviousHit => self.next_hit(action),
            Action::CopyPoint => return self.copy(Reader::copy_point),
            Action::CopySection => return self.copy(Reader::copy_section),
            Action::PlainPage => return self.lay(),
            Action::Edit => return self.edit(),
            Action::Export => self.open_menu(),
            Action::Take => return self.take_line(),
            Action::Mark | Action::Read => return self.mark(action),
            Action::Undo | Action::Redo => return self.turn(action),
            Action::Close => drop(reader.forget_search()),
            _ => {}
        }
        Vec::new()
    }

    fn sort_tensions(&mut self) {
        let Some(reader) = self.reader_mut() else { return };
        reader.order_tensions();
        let words =
            if reader.is_by_strength() { "tensions by strength, the strongest first" } else { "tensions in their own order" };
        self.tell(words);
    }

    fn next_hit(&mut self, action: Action) {
        let way = if action == Action::NextHit { Way::On } else { Way::Back };
        let Some(reader) = self.reader_mut() else { return };
        if reader.search().is_none() {
            self.tell("nothing is searched for");
        } else if !reader.hit(way) {
            self.tell("nothing found");
        }
    }

    /// Back along the trail, then to the topic that is followed or to the list.
    fn back(&mut self) -> Vec<Effect> {
        if self.reader_mut().is_some_and(Reader::back) {
            return Vec::new();
        }
        if self.has_list || self.pages.top().is_some() {
            return self.return_to_list();
        }
        self.tell("this is where you began");
        Vec::new()
    }
}
