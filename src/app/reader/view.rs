//! The panes of an open briefing laid into an area: the one step in which geometry enters the state.

use super::Reader;
use crate::app::geometry::{Area, left_width, stack, stack_place};
use crate::app::page::list::Window;
use crate::app::page::{Mark, Row, Tone, point, tension, width};
use crate::model::{NoteKind, Origin, Point, Section};
use crate::text::Span;
use crate::text::wrap::shorten;

/// One pane: its heading and what is seen of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pane {
    /// Where its heading stands, one row.
    pub heading: Area,
    /// The heading.
    pub title: Row,
    /// What of a briefing it shows.
    pub section: Option<Section>,
    /// Whether it is the chosen one.
    pub focused: bool,
    /// Where its rows stand.
    pub body: Area,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The row of the body on which the cursor belongs.
    pub cursor: Option<u16>,
}

/// The panes that are seen, and the upright rule between them where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The panes.
    pub panes: Vec<Pane>,
    /// The column of the rule.
    pub rule: Option<u16>,
    /// The row of tabs, where the panes stand one at a time.
    pub tabs: Option<Row>,
}

/// From this width on every tab has its name.
const TABS_FROM: u16 = 52;

/// The columns of a row of tabs of which one alone has its name, without the name.
const UNNAMED_TABS: u16 = 13;

/// The three sections of points, in reading order.
const LISTS: [Section; 3] = [Section::Summary, Section::Agenda, Section::Tensions];

impl Reader {
    /// The panes side by side in `area`.
    pub fn wide(&mut self, area: Area) -> Panes {
        let left = left_width(area.width);
        let text = Area { x: area.x + left + 1, width: area.width.saturating_sub(left + 1), ..area };
        self.fit(text.width, text.height.saturating_sub(1));
        let columns = left.saturating_sub(1);
        let needs = self.needs(columns, area.height);
        let tall = stack_place(self.tall.unwrap_or(Section::Agenda)).unwrap_or(1);
        let mut y = area.y;
        let mut panes = Vec::new();
        for (section, height) in LISTS.into_iter().zip(stack(area.height, needs, tall)) {
            let part = Area { x: area.x, y, width: columns, height };
            y += height;
            panes.push(self.pane(section, part));
        }
        panes.insert(1, self.pane(Section::Text, text));
        Panes { panes, rule: Some(area.x + left), tabs: None }
    }

    /// The chosen pane alone in `area`, under a row of tabs.
    pub fn narrow(&mut self, area: Area) -> Panes {
        let below = area.below(1);
        self.fit(below.width, below.height.saturating_sub(1));
        let pane = self.pane(self.here.focus, below);
        Panes { panes: vec![pane], rule: None, tabs: Some(self.tabs(area.width)) }
    }

    /// Takes in the size of the text pane; a new one keeps what is lit on the page.
    fn fit(&mut self, columns: u16, page: u16) {
        let changed = (columns, page) != (self.columns, self.page);
        self.columns = columns;
        self.page = page;
        if changed {
            self.show_lit();
        }
        let article = self.briefing.article.clone();
        self.here.top = self.layout.of(&article, columns).clamped(self.here.top, page);
    }

    fn pane(&mut self, section: Section, area: Area) -> Pane {
        let focused = section == self.here.focus;
        let heading = area.top(1);
        let mut body = area.below(1);
        let mut rows = Vec::new();
        if section == Section::Agenda && body.height > 1 {
            rows.extend(self.topics(body.width));
            rows.truncate(usize::from(body.height - 1));
        }
        let above = u16::try_from(rows.len()).unwrap_or(0);
        body.height -= above;
        let window = self.window(section, body.width, body.height);
        body = area.below(1);
        rows.extend(window.rows);
        let cursor = window.cursor.map(|row| row + above);
        Pane { heading, title: self.title(section, area.width), section: Some(section), focused, body, rows, cursor }
    }

    fn window(&mut self, section: Section, columns: u16, height: u16) -> Window {
        if section == Section::Text {
            return self.text_window(columns, height);
        }
        let count = self.count(section);
        if count == 0 {
            let remark = if self.whole { self.nothing(section) } else { "Looking ..." };
            return Window { rows: point::remark(remark, columns), cursor: Some(0) };
        }
        let mut list = self.list(section).copied().unwrap_or_default();
        let selected = list.selected;
        let window = list.window(count, height, |at| self.line_rows(section, at, columns, selected == at));
        if let Some(state) = self.list(section) {
            *state = list;
        }
        window
    }

    /// The rows of one line of a section, an unchosen pane's selection not marked as the chosen one.
    fn line_rows(&self, section: Section, at: usize, columns: u16, selected: bool) -> Vec<Row> {
        let Some(point) = self.point(section, at) else { return Vec::new() };
        let selected = selected && self.here.focus == section;
        let marks = self.hit_marks(point);
        let mut rows = match self.briefing.tensions.get(at) {
            Some(line) if section == Section::Tensions => tension::rows(&self.briefing, line, columns, selected, &marks),
            _ => point::rows(&self.briefing, point, columns, selected, &marks),
        };
        if self.is_in_tray(point) {
            point::mark_taken(&mut rows);
        }
        rows
    }

    fn hit_marks(&self, point: &Point) -> Vec<Mark> {
        let Some(anchor) = point.anchor() else { return Vec::new() };
        let span = self.briefing.article.sentence(anchor.sentence).map_or(anchor.focus, |s| s.span.cover(anchor.focus));
        let hits = self.search.iter().flat_map(|search| search.hits_in(span)).map(|hit| (*hit, Tone::Hit));
        self.seen_marks(span).chain(hits).collect()
    }

    fn text_window(&mut self, columns: u16, height: u16) -> Window {
        let article = self.briefing.article.clone();
        let lit = self.lit_sentence();
        let focused = self.here.focus == Section::Text;
        let seen = self.layout.of(&article, columns).seen(self.here.top, height);
        let marks = self.text_marks(seen);
        let selected = lit.filter(|_| focused);
        let rows = self.layout.of(&article, columns).page(self.here.top, height, &marks, selected);
        let cursor = rows.iter().position(|row| row.selected).and_then(|at| u16::try_from(at).ok());
        Window { rows, cursor }
    }

    /// What is marked in the part of the text that is seen: the evidence, its cue and terms, the hits.
    fn text_marks(&self, seen: Span) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.seen_marks(seen).collect();
        marks.extend(self.lit().map(|anchor| (anchor.focus, Tone::Lit)));
        if let Some(point) = self.chosen() {
            marks.extend(point.reason().hits.iter().map(|hit| (*hit, Tone::LitTerm)));
        }
        if self.here.focus == Section::Tensions {
            let tension = self.briefing.tensions.get(self.here.tensions.selected);
            marks.extend(tension.and_then(|t| t.cue).map(|cue| (cue, Tone::Cue)));
        }
        if let Some(search) = &self.search {
            marks.extend(search.hits_in(seen).iter().map(|hit| (*hit, Tone::Hit)));
        }
        marks.retain(|(span, _)| span.overlaps(seen));
        marks
    }

    /// How many rows each section of points would fill, counted anew only where the answer could be another.
    fn needs(&mut self, columns: u16, most: u16) -> [u16; 3] {
        let asked = (self.here.topic, columns, most);
        match self.needs {
            Some((known, needs)) if known == asked => needs,
            _ => {
                let needs = LISTS.map(|section| self.needed(section, columns, most));
                self.needs = Some((asked, needs));
                needs
            }
        }
    }

    /// How many rows a section of points would fill, no more than `most`.
    fn needed(&self, section: Section, columns: u16, most: u16) -> u16 {
        let mut rows = if section == Section::Agenda { self.topics(columns).len() } else { 0 };
        for at in 0..self.count(section) {
            rows += self.line_rows(section, at, columns, false).len();
            if rows >= usize::from(most) {
                return most;
            }
        }
        u16::try_from(rows.max(1)).unwrap_or(most)
    }

    /// The topics in rows, the chosen one in brackets.
    fn topics(&self, columns: u16) -> Vec<Row> {
        let mut rows = vec![Row::default()];
        for (at, topic) in self.briefing.agenda.iter().enumerate() {
            let chosen = at == self.here.topic;
            let from = match topic.origin {
                Origin::Text => " from the text",
                Origin::Taxonomy if self.briefing.written => " found",
                Origin::Taxonomy | Origin::Written => "",
            };
            let label = format!("{} {}{from}", topic.label.one_line(), topic.points.len());
            let label = shorten(&label, usize::from(columns.saturating_sub(4)));
            let (label, tone) = if chosen { (format!("[{label}]"), Tone::Chosen) } else { (format!(" {label} "), Tone::Body) };
            let fits = rows.last().is_some_and(|row| row.end() + 1 + width(&label) <= columns);
            if !fits && rows.last().is_some_and(|row| !row.runs.is_empty()) {
                rows.push(Row::default());
            }
            if let Some(row) = rows.last_mut() {
                row.push(1, label, tone);
            }
        }
        rows.retain(|row| !row.runs.is_empty());
        rows
    }

    /// The heading of a pane: number and name at the left, counts at the right.
    fn title(&mut self, section: Section, columns: u16) -> Row {
        let number = Section::ALL.iter().position(|s| *s == section).map_or(0, |at| at + 1);
        let mut row = Row::of(format!(" {number} {} ", section.heading()), Tone::Strong).indent(2);
        let mut right = self.counts(section);
        if section == Section::Tensions && self.is_by_strength() {
            right = format!("{right} by strength");
        }
        if let Some(search) = &self.search {
            let count = search.count(section);
            right = format!("{count} found, {right}");
        }
        let right = format!(" {right} ");
        if row.end() + width(&right) + 2 <= columns {
            row.push_right(columns.saturating_sub(2), right, Tone::Quiet);
        }
        row
    }

    fn counts(&mut self, section: Section) -> String {
        let count = self.count(section);
        let of =
            |selected: usize, count: usize| if count == 0 { "none".to_owned() } else { format!("{} of {count}", selected + 1) };
        match section {
            Section::Summary if self.here.focus == section => of(self.here.summary.selected, count),
            Section::Tensions if self.here.focus == section => of(self.here.tensions.selected, count),
            Section::Summary if self.briefing.written && self.briefing.summary.iter().all(Point::is_found) => {
                format!("{count} found")
            }
            Section::Summary | Section::Tensions => count.to_string(),
            Section::Agenda => format!("topic {}", of(self.here.topic, self.briefing.agenda.len())),
            Section::Text => self.text_counts(),
        }
    }

    fn text_counts(&mut self) -> String {
        let article = self.briefing.article.clone();
        let seen = self.layout.of(&article, self.columns).seen(self.here.top, self.page);
        let paragraphs = article.blocks.iter().rev().find_map(|b| b.number).unwrap_or(0);
        let at =
            article.blocks.iter().take_while(|b| b.span.start() < seen.end().max(1)).filter_map(|b| b.number).last().unwrap_or(0);
        let percent = (seen.end() * 100).checked_div(article.text.trim_end().len()).unwrap_or(100).min(100);
        format!("para {at} of {paragraphs} | {percent} %")
    }

    /// The row of tabs: all named where there is room, else the chosen one.
    fn tabs(&self, columns: u16) -> Row {
        let mut row = Row::default();
        for (at, section) in Section::ALL.into_iter().enumerate() {
            let chosen = section == self.here.focus;
            let name = match section {
                _ if columns >= TABS_FROM => section.heading(),
                _ if !chosen => "",
                Section::Text => "Text",
                _ => section.heading(),
            };
            let room = if chosen && columns < TABS_FROM { columns.saturating_sub(UNNAMED_TABS) } else { columns };
            let label = format!("{} {}", at + 1, shorten(name, usize::from(room)));
            let label = if chosen { format!("[{}]", label.trim_end()) } else { format!(" {} ", label.trim_end()) };
            row.push(0, label, if chosen { Tone::Chosen } else { Tone::Body });
        }
        row
    }

    /// Where one is, for the footer: `S-400 2/3`, `Summary 1/4`.
    pub fn position(&self) -> String {
        let count = self.count(self.here.focus);
        let at = |list: &super::ListState| if count == 0 { "none".to_owned() } else { format!("{}/{count}", list.selected + 1) };
        match self.here.focus {
            Section::Summary => format!("Summary {}", at(&self.here.summary)),
            Section::Tensions => format!("Tensions {}", at(&self.here.tensions)),
            Section::Agenda => {
                let topic = self.briefing.agenda.get(self.here.topic);
                topic.map_or_else(|| "Agenda".to_owned(), |t| format!("{} {}", t.label.one_line(), at(&self.here.agenda)))
            }
            Section::Text => format!("Text {}", self.briefing.article.reference(self.here.sentence)),
        }
    }
}

impl Reader {
    /// What an empty pane says; where less was looked for than elsewhere, it says so.
    fn nothing(&self, section: Section) -> &'static str {
        let foreign = self.briefing.notes.iter().any(|note| note.kind == NoteKind::Language);
        match section {
            Section::Summary => "No summary: the article has no sentence to show.",
            Section::Agenda if foreign => "No topic was found; the notes say what was looked for.",
            Section::Agenda => "No topic of the taxonomy was found in this article.",
            Section::Tensions if foreign => "No tension was found; the notes say what was looked for.",
            Section::Tensions => "No tension was found in this article.",
            Section::Text => "The article is empty.",
        }
    }
}
