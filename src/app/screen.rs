//! The screen as a value: what stands where, ready to be drawn or to be tested.

use super::App;
use super::event::Effect;
use super::geometry::{Area, SMALLEST, Size, is_wide};
use super::page::point::remark;
use super::page::{self, Row, Tone, width};
use super::pages::Page;
use super::reader::Pane;
use super::reader::Panes;
use crate::library::thousands;
use crate::library::tray::LineId;
use crate::model::{Restriction, Section};
use crate::text::Clean;
use crate::text::wrap::{shorten, wrap};

/// Everything on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// The size it is made for.
    pub size: Size,
    /// The first row.
    pub title: Row,
    /// Beneath it, where something stands against using the article: what. All else is a row lower then.
    pub banner: Option<Row>,
    /// The panes, or the list as one pane.
    pub panes: Panes,
    /// Above the footer, while the library is searched: what is typed. The footer explains it then.
    pub query: Option<Row>,
    /// The last row.
    pub footer: Row,
    /// What lies over the panes: its area with the frame, its heading and its rows.
    pub sheet: Option<(Area, Row, Vec<Row>)>,
    /// Where the cursor belongs.
    pub cursor: Option<(u16, u16)>,
}

/// From this width on the chosen entry's summary stands beside the list.
const PREVIEW_FROM: u16 = 140;

impl App {
    /// Lays everything out for a screen of `size`.
    pub fn fit(&mut self, size: Size) -> Screen {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            let words = shorten(&format!("too small: {}x{} at least", SMALLEST.width, SMALLEST.height), usize::from(size.width));
            return Screen { size, title: Row::of(words, Tone::Body), ..Screen::default() };
        }
        let banner = self.banner(size.width);
        let query = self.library_query(size.width);
        let foot = if query.is_some() { 2 } else { 1 };
        let area = Area { height: size.height - foot, ..Area::whole(size) }.below(if banner.is_some() { 2 } else { 1 });
        let panes = self.panes(size, area);
        self.seen = seen(&panes);
        let sheet = self.sheet_rows(area);
        let (title, footer) = (self.title(size.width), self.footer(size.width));
        let mut screen = Screen { size, title, banner, panes, query, footer, sheet, cursor: None };
        screen.cursor = self.cursor(&screen);
        screen
    }

    fn panes(&mut self, size: Size, area: Area) -> Panes {
        if let Some(reader) = self.open.as_mut().and_then(|open| open.reader.as_mut()) {
            reader.know_tray(self.tray.ids());
        }
        match self.open.as_mut().map(|open| &mut open.reader) {
            Some(Some(reader)) if is_wide(size) => reader.wide(area),
            Some(Some(reader)) => reader.narrow(area),
            Some(None) => one_pane(area, "Reading", remark("Reading ...", area.width)),
            None => match self.pages.top() {
                Some(Page::Follow(_)) => self.followed(area),
                Some(Page::Tellings(_)) => self.tellings(area),
                None => self.list(area),
            },
        }
    }

    /// The topic that is followed.
    fn followed(&mut self, area: Area) -> Panes {
        let in_tray: Vec<LineId> = self.tray.ids().collect();
        let Some(view) = self.pages.follow_mut() else { return Panes::default() };
        let (columns, height) = (area.width.saturating_sub(1), area.height.saturating_sub(1));
        let seen = view.window(&self.shelf.entries, &in_tray, columns, height);
        self.wishes.extend(seen.wish);
        let mut panes = one_pane(area, &shorten(&view.title(), usize::from(area.width.saturating_sub(6))), seen.rows);
        panes.panes.iter_mut().for_each(|pane| pane.cursor = seen.cursor);
        panes
    }

    /// The list, and beside it the chosen entry's summary where it is wide enough.
    fn list(&mut self, area: Area) -> Panes {
        let preview = area.width >= PREVIEW_FROM;
        let left = if preview { area.width * 3 / 5 } else { area.width };
        let part = Area { width: left, ..area };
        self.list_rows = usize::from(area.height.saturating_sub(1));
        let (window, wish) = self.shelf.window(left.saturating_sub(1), area.height.saturating_sub(1), &self.marks);
        self.wishes.extend(wish);
        let mut rows = window.rows;
        if rows.is_empty() {
            rows = remark(self.nothing_listed(), left);
        }
        let mut panes = one_pane(part, &Self::list_title(&self.shelf), rows);
        if let Some(pane) = panes.panes.first_mut() {
            pane.cursor = window.cursor;
        }
        if preview {
            self.wishes.extend(self.shelf.wants_preview().map(Effect::Preview));
            let side = Area { x: left + 1, width: area.width - left - 1, ..area };
            let room = usize::from(side.width.saturating_sub(4));
            let mut rows: Vec<Row> = self.shelf.preview().iter().flat_map(|line| paragraph(line, room)).collect();
            rows.truncate(usize::from(side.height.saturating_sub(1)));
            panes.panes.extend(one_pane(side, "Briefing", rows).panes.into_iter().map(|pane| Pane { focused: false, ..pane }));
            panes.rule = Some(left);
        }
        panes
    }

    /// Why no entry is listed.
    fn nothing_listed(&self) -> &'static str {
        match (self.shelf.search(), self.shelf.progress) {
            (Some(_), Some(_)) => "Nothing was found in what was read by now.",
            (Some(_), None) => "Nothing was found.",
            (None, Some(_)) => "Reading ...",
            (None, None) if self.shelf.total() > 0 => "Reading ...",
            (None, None) => "There is nothing to read here.",
        }
    }

    /// What stands against using the open article, the gravest first.
    fn banner(&self, columns: u16) -> Option<Row> {
        let restrictions = &self.reader()?.briefing().article.fields.restrictions;
        let words: Vec<Clean> = restrictions.iter().map(Restriction::words).collect();
        let words = words.iter().map(|words| &**words).collect::<Vec<_>>().join(" · ");
        let room = usize::from(columns.saturating_sub(4));
        (!words.is_empty()).then(|| {
            let mut row = Row::of("!", Tone::Alarm);
            row.push(2, shorten(&words, room), Tone::Alarm);
            row
        })
    }

    /// Headline at the left; outlet, date and place in the list at the right.
    fn title(&self, columns: u16) -> Row {
        let mut row = Row::default();
        let Some(reader) = self.reader() else {
            let name = self.open.as_ref().and_then(|open| self.shelf.entries.by_id(open.id)).map(|e| e.name.clone());
            let own = if self.name.is_empty() { "attache".into() } else { self.name.clone() };
            let progress = self.shelf.progress.map(|progress| progress.words()).unwrap_or_default();
            let room = usize::from(columns.saturating_sub(width(&progress) + 4));
            row.push(1, shorten(&name.unwrap_or(own), room), Tone::Strong);
            row.push_right(columns.saturating_sub(1), progress, Tone::Quiet);
            return row;
        };
        let head = &reader.briefing().head;
        let right = self.title_right(head, columns);
        if self.is_marked(reader.briefing().article.content) {
            row.push(1, "*", Tone::Strong);
        }
        let room = columns.saturating_sub(width(&right) + row.end() + 4);
        let headline = head.headline.as_ref().map_or_else(|| reader.briefing().article.origin.one_line(), Clean::one_line);
        row.push(1, shorten(&headline, usize::from(room)), Tone::Strong);
        row.push_right(columns.saturating_sub(1), right, Tone::Quiet);
        row
    }

    fn title_right(&self, head: &crate::model::Head, columns: u16) -> Clean {
        let mut parts: Vec<String> = Vec::new();
        if columns >= 60 {
            parts.extend(head.outlet.as_ref().map(|outlet| shorten(&outlet.one_line(), usize::from(columns / 5))));
            parts.extend(head.date.map(|date| date.strftime("%a %-d %b %Y").to_string()));
        }
        if let Some(open) = self.open.as_ref().filter(|_| self.has_list)
            && let Some(at) = self.shelf.position(open.id)
        {
            parts.push(format!("{}/{}", thousands(at + 1), thousands(self.shelf.len())));
        }
        if self.open.as_ref().is_some_and(|open| !open.whole) {
            parts.push("reading ...".to_owned());
        }
        parts.join(" | ").into()
    }

    fn sheet_rows(&mut self, area: Area) -> Option<(Area, Row, Vec<Row>)> {
        let width = area.width.saturating_sub(if area.width > 60 { 8 } else { 0 }).min(100);
        let inner = width.saturating_sub(4);
        let most = area.height.saturating_sub(2);
        let (title, filter, rows) = match (&mut self.sheet, &self.menu) {
            (Some(sheet), _) => (sheet.title.clone(), sheet.filter().cloned(), sheet.rows(&self.keymap, inner, most)),
            (None, Some(menu)) => {
                let reader = self.open.as_ref().and_then(|open| open.reader.as_ref());
                ("Export".into(), None, menu.rows(reader, inner, most))
            }
            (None, None) if self.tray.is_shown() => (self.tray.heading(), None, self.tray.rows(&self.keymap, inner, most)),
            (None, None) => return None,
        };
        let tall = u16::try_from(rows.len()).unwrap_or(most).min(most);
        let frame =
            Area { x: area.x + (area.width - width) / 2, y: area.y + (area.height - tall - 2) / 2, width, height: tall + 2 };
        let mut title = Row::of(format!(" {} ", shorten(&title, usize::from(inner.saturating_sub(2)))), Tone::Strong);
        if let Some(filter) = filter.filter(|filter| !filter.is_empty()) {
            let room = usize::from(inner.saturating_sub(title.end() + 1));
            title.push(0, format!("{} ", shorten(&filter, room)), Tone::Body);
        }
        title.runs.retain(|run| run.column.saturating_add(page::width(&run.text)) <= inner);
        Some((frame, title, rows))
    }

    /// The cursor stands on what is chosen, or behind what is typed.
    fn cursor(&self, screen: &Screen) -> Option<(u16, u16)> {
        if self.prompt.is_some() || self.tray.typing().is_some() {
            let (row, y) = screen.query.as_ref().map_or((&screen.footer, 1), |query| (query, 2));
            let typed = row.runs.get(1).map_or(2, |run| run.column + width(&run.text));
            return Some((typed.min(screen.size.width - 1), screen.size.height - y));
        }
        if let Some((frame, _, rows)) = &screen.sheet {
            let at = rows.iter().position(|row| row.selected).unwrap_or(0);
            return Some((frame.x + 2, frame.y + 1 + u16::try_from(at).unwrap_or(0)));
        }
        let pane = screen.panes.panes.iter().find(|pane| pane.focused)?;
        let row = pane.cursor.unwrap_or(0).min(pane.body.height.saturating_sub(1));
        Some((pane.body.x, pane.body.y + row))
    }
}

/// Where each pane of a briefing stands, its heading included.
fn seen(panes: &Panes) -> Vec<(Section, Area)> {
    let whole = |pane: &Pane| Area { y: pane.heading.y, height: pane.heading.height + pane.body.height, ..pane.body };
    panes.panes.iter().filter_map(|pane| Some((pane.section?, whole(pane)))).collect()
}

pub(super) fn one_pane(area: Area, title: &str, rows: Vec<Row>) -> Panes {
    let title = Row::of(format!(" {title} "), Tone::Strong).indent(2);
    let pane = Pane { heading: area.top(1), title, section: None, focused: true, body: area.below(1), rows, cursor: Some(0) };
    Panes { panes: vec![pane], rule: None, tabs: None }
}

/// A line of the preview, wrapped; an empty one is an empty row.
fn paragraph(line: &Clean, room: usize) -> Vec<Row> {
    let rows: Vec<Row> = wrap(line, room).into_iter().map(|row| Row::of(row.of(line), Tone::Body).indent(2)).collect();
    if rows.is_empty() { vec![Row::default()] } else { rows }
}
