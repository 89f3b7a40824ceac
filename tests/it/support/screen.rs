//! An app that is typed at without a terminal: keys in, the screen out, as text and with its tones.

use std::fmt::Write;
use std::sync::Arc;

use attache::app::App;
use attache::app::event::{Effect, Event};
use attache::app::geometry::{Area, Size};
use attache::app::keymap::Keymap;
use attache::app::page::{Row, Tone};
use attache::app::screen::Screen;
use attache::export::Followed;
use attache::library::alike::{Comparison, Groups, Signature};
use attache::library::{Card, Entries, Entry, EntryId, Hit, Rank, Sought, State, searched};
use attache::model::Briefing;
use attache::work::{Desk, Origin};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// An app and what it has wished for.
pub struct Typist {
    pub app: App,
    pub effects: Vec<Effect>,
    briefings: Vec<Arc<Briefing>>,
    size: Size,
}

impl Typist {
    /// An app over the shipped samples with these names; one alone is open, several are listed.
    pub fn open(names: &[&'static str], width: u16, height: u16) -> Self {
        let desk = Desk::default();
        let briefing = |name: &&'static str| Arc::new(desk.open(&Origin::Shipped(name)).expect("it opens").briefing);
        Self::over(names.iter().map(briefing).collect(), names.iter().map(|name| (*name).into()).collect(), width, height)
    }

    /// An app over these briefings.
    pub fn over(briefings: Vec<Arc<Briefing>>, names: Vec<attache::text::Clean>, width: u16, height: u16) -> Self {
        let known = names.clone();
        let (app, effects) = App::new(Keymap::shipped(), Entries::waiting(names), Vec::new());
        let mut typist = Self { app, effects: Vec::new(), briefings, size: Size { width, height } };
        typist.perform(effects);
        let mut groups = Groups::default();
        for (id, b) in (0..).map(EntryId).zip(&typist.briefings).filter(|(_, b)| !b.written) {
            groups.add(id, b.head.date, Signature::of(&b.article));
        }
        let cards = typist.briefings.iter().map(|b| State::Ready(Arc::new(Card::of(b))));
        let entry = |((id, name), state)| Entry { state, fold: groups.fold(id), ..Entry::waiting(id, name) };
        let news = (0..).map(EntryId).zip(known).zip(cards).map(entry).collect();
        typist.app.handle(Event::Listed(news));
        typist.look();
        typist
    }

    /// Types keys, by their names, divided by spaces; the screen is laid out after each, as it would be.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            let key = key.parse().unwrap_or_else(|_| panic!("{key:?} is no key"));
            let effects = self.app.handle(Event::Key(key));
            self.perform(effects);
            self.look();
        }
        self
    }

    /// Lays the screen out, and gives what it shows the want of.
    fn look(&mut self) {
        self.app.fit(self.size);
        let wishes = self.app.wishes();
        self.perform(wishes);
    }

    /// Types a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.keys(&if c == ' ' { "space".to_owned() } else { c.to_string() });
        }
        self
    }

    /// Makes the screen another size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = Size { width, height };
        self.look();
        self
    }

    /// The screen.
    pub fn screen(&mut self) -> Screen {
        self.app.fit(self.size)
    }

    /// The screen as text.
    pub fn shown(&mut self) -> String {
        grid(&self.screen())
    }

    /// The screen as text, then what on it has a tone of its own, by row and column.
    pub fn styled(&mut self) -> String {
        let screen = self.screen();
        let mut out = grid(&screen);
        for (area, row) in rows(&screen) {
            for run in row.runs.iter().filter(|run| !matches!(run.tone, Tone::Body | Tone::Quiet | Tone::Strong)) {
                let _ = writeln!(out, "{}:{} {:?} {:?}", area.y, area.x + run.column, run.tone, &*run.text);
            }
        }
        out
    }

    /// The words last asked to be copied.
    pub fn copied(&self) -> Option<&attache::export::Export> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Copy(export) => Some(export),
            _ => None,
        })
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let briefing = |id: EntryId| self.briefings[id.0 as usize].clone();
            let answer = match &effect {
                Effect::Open(id) => Some(Event::Opened { id: *id, briefing: briefing(*id), whole: true }),
                Effect::Preview(id) => Some(Event::Previewed { id: *id, briefing: briefing(*id) }),
                Effect::Find { stamp, words } => {
                    let holds = |b: &Arc<Briefing>| words.holds(&searched(b).collect::<Vec<_>>());
                    let found = (0..).map(EntryId).zip(&self.briefings).filter(|(_, b)| holds(b)).map(|(id, _)| id).collect();
                    Some(Event::Found { stamp: *stamp, found })
                }
                Effect::Hits { stamp, entries, words } => {
                    let hits = entries.iter().map(|id| (*id, Hit::of(&briefing(*id).article, words))).collect();
                    Some(Event::Hits { stamp: *stamp, hits })
                }
                Effect::Follow { stamp, entries, topic } => {
                    let read = |id: &EntryId| (*id, Some(Arc::new(Followed::of(&briefing(*id), topic))));
                    Some(Event::Followed { stamp: *stamp, read: entries.iter().map(read).collect() })
                }
                Effect::Seen { own, sought } => {
                    let rank = |id: EntryId| Rank::new(id, briefing(id).head.date);
                    let first = |sought: &Sought| {
                        let all = (0..self.briefings.len()).map(|at| EntryId(u32::try_from(at).unwrap()));
                        let holds = |id: &EntryId| sought.words.holds(&searched(&briefing(*id)).collect::<Vec<_>>());
                        let first = all.filter(|id| rank(*id) < *own && holds(id)).min_by_key(|id| rank(*id))?;
                        Some((sought.sentence, first))
                    };
                    Some(Event::Seen { id: own.id(), seen: sought.iter().filter_map(first).collect(), sought: sought.len() })
                }
                Effect::Compare { stamp, entries } => {
                    let [a, b] = entries.map(briefing);
                    Some(Event::Compared { stamp: *stamp, comparison: Ok(Arc::new(Comparison::of(a, b))) })
                }
                _ => None,
            };
            self.effects.push(effect);
            if let Some(answer) = answer {
                let effects = self.app.handle(answer);
                self.perform(effects);
            }
        }
    }
}

/// Every row of the screen with the area it stands in.
fn rows(screen: &Screen) -> Vec<(Area, &Row)> {
    let line = |area: Area, at: u16| Area { y: area.y + at, height: 1, ..area };
    let whole = Area::whole(screen.size);
    let mut all = vec![(line(whole, 0), &screen.title)];
    all.extend(screen.banner.iter().map(|banner| (line(whole, 1), banner)));
    let head = 1 + u16::from(screen.banner.is_some());
    all.extend(screen.panes.tabs.iter().map(|tabs| (line(whole, head), tabs)));
    for pane in &screen.panes.panes {
        if pane.heading.height > 0 {
            all.push((pane.heading, &pane.title));
        }
        all.extend(pane.rows.iter().zip(0..pane.body.height).map(|(row, at)| (line(pane.body, at), row)));
    }
    all.extend(screen.query.iter().map(|query| (line(whole, screen.size.height - 2), query)));
    all.push((line(whole, screen.size.height - 1), &screen.footer));
    if let Some((frame, title, rows)) = &screen.sheet {
        let inner = |at: u16| Area { x: frame.x + 2, y: frame.y + at, width: frame.width - 4, height: 1 };
        all.push((inner(0), title));
        all.extend((1..).zip(rows).map(|(at, row)| (inner(at), row)));
    }
    all
}

/// The screen as text: headings on their rules, sheets in their frames. Asserts that nothing is wider than its area.
fn grid(screen: &Screen) -> String {
    let (width, height) = (usize::from(screen.size.width), usize::from(screen.size.height));
    let mut cells = vec![vec![" ".to_owned(); width]; height];
    let put = |cells: &mut Vec<Vec<String>>, x: usize, y: usize, text: &str| {
        let mut x = x;
        // What is one letter, mark or picture to a reader stands in one cell, or two.
        for letter in text.graphemes(true) {
            let wide = letter.width();
            if wide == 0 {
                cells[y][x.saturating_sub(1).min(width - 1)].push_str(letter);
                continue;
            }
            if x < width {
                letter.clone_into(&mut cells[y][x]);
                (1..wide).for_each(|by| {
                    if x + by < width {
                        cells[y][x + by] = String::new();
                    }
                });
            }
            x += wide;
        }
    };
    for pane in screen.panes.panes.iter().filter(|pane| pane.heading.height > 0) {
        let rule = if pane.focused { "=" } else { "-" };
        put(&mut cells, pane.heading.x.into(), pane.heading.y.into(), &rule.repeat(pane.heading.width.into()));
    }
    if let Some(x) = screen.panes.rule {
        (1..height - 1).for_each(|y| put(&mut cells, x.into(), y, "|"));
    }
    let sheet_rows = screen.sheet.as_ref().map_or(0, |(_, _, rows)| rows.len() + 1);
    let all = rows(screen);
    let (page, sheet) = all.split_at(all.len() - sheet_rows);
    for (area, row) in page {
        assert!(row.end() <= area.width, "{:?} is wider than {} columns", row.words(), area.width);
        row.runs.iter().for_each(|run| put(&mut cells, (area.x + run.column).into(), area.y.into(), &run.text));
    }
    if let Some((frame, ..)) = &screen.sheet {
        for y in frame.y..frame.y + frame.height {
            let edge = y == frame.y || y == frame.y + frame.height - 1;
            let line =
                if edge { "-".repeat(frame.width.into()) } else { format!("|{}|", " ".repeat(usize::from(frame.width) - 2)) };
            put(&mut cells, frame.x.into(), y.into(), &line);
        }
        for (area, row) in sheet {
            assert!(row.end() <= area.width, "{:?} is wider than {} columns", row.words(), area.width);
            row.runs.iter().for_each(|run| put(&mut cells, (area.x + run.column).into(), area.y.into(), &run.text));
        }
    }
    cells.iter().fold(String::new(), |out, row| out + row.concat().trim_end() + "\n")
}
