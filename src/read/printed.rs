//! Text that was printed to pages, as pdftotext writes it: form feeds between pages, and at their edges running heads and numbers.
//!
//! What stands at the edges is taken out, and a sentence that runs over an edge is one again. The lines keep their numbers.

use std::collections::BTreeMap;

use super::lines::Line;
use super::shape::ends_sentence;
use crate::model::{Note, NoteKind, Removed};
use crate::text::Clean;

/// So many lines at each edge of a page may be running heads or feet.
const EDGE: usize = 2;

/// Fewer lines tell nothing of columns.
const LEAST: usize = 20;

/// A text of more lines and pages than this is no print: it is read as any other, and each form feed is a line end.
const LINES: usize = 200_000;

/// A text without the edges of its pages.
#[derive(Debug)]
pub(super) struct Pages {
    pub(super) text: String,
    /// What was taken out.
    pub(super) removed: Vec<Removed>,
    /// What is said of it.
    pub(super) note: Option<Note>,
    /// The lines, counted from 1, that go on where the page before ended.
    over: Vec<u32>,
}

/// A line of a page.
#[derive(Clone, Copy)]
struct Printed<'a> {
    text: &'a str,
    number: u32,
    /// Whether nothing else stands on its line of the file.
    alone: bool,
}

impl Pages {
    /// The pages of `text`; `None` where it has none, or too many.
    pub(super) fn new(text: &str) -> Option<Self> {
        if !text.contains('\u{c}') || text.bytes().filter(|byte| matches!(byte, b'\n' | b'\x0c')).nth(LINES).is_some() {
            return None;
        }
        let pages = divided(text);
        let (heads, feet) = (repeated(&pages, Edge::Top), repeated(&pages, Edge::Bottom));
        let mut removed: BTreeMap<u32, &str> = BTreeMap::new();
        for page in &pages {
            for (edge, known) in [(Edge::Top, &heads), (Edge::Bottom, &feet)] {
                for line in edge.of(page) {
                    let rule = if !line.alone {
                        break;
                    } else if is_page_number(line.text.trim()) {
                        "page number"
                    } else if known.get(&key(line.text)).is_some_and(|at| is_running(line, at)) {
                        "running head"
                    } else {
                        break;
                    };
                    removed.insert(line.number, rule);
                }
            }
        }
        Some(Self::without(&pages, &removed, text))
    }

    /// Marks those of `lines` that go on where the page before ended.
    pub(super) fn join(&self, lines: &mut [Line]) {
        for line in lines.iter_mut().filter(|line| self.over.binary_search(&line.number).is_ok()) {
            line.beneath = true;
        }
    }

    fn without(pages: &[Vec<Printed<'_>>], taken: &BTreeMap<u32, &str>, text: &str) -> Self {
        let stays = |line: &&Printed<'_>| !line.text.trim().is_empty() && !taken.contains_key(&line.number);
        let over = pages.iter().zip(pages.iter().skip(1)).filter_map(|(page, next)| {
            let (above, below) = (page.iter().rev().find(stays)?, next.iter().find(stays)?);
            (!ends_sentence(above.text.trim())).then_some(below.number)
        });
        let lines = pages.iter().flatten();
        let removed = lines.filter_map(|line| {
            let rule = *taken.get(&line.number).filter(|_| !line.text.trim().is_empty())?;
            Some(Removed { line: line.number, text: Clean::from(line.text.trim()), rule: rule.into() })
        });
        let kept = text.split('\n').zip(1u32..).map(|(line, number)| if taken.contains_key(&number) { "" } else { line });
        let text = kept.collect::<Vec<_>>().join("\n").replace('\u{c}', " ");
        Self { over: over.collect(), removed: removed.collect(), note: blank(&text).or_else(|| columns(&text)), text }
    }
}

/// The lines of each page. A form feed stands before the first line of a page, or on a line of its own.
fn divided(text: &str) -> Vec<Vec<Printed<'_>>> {
    let mut pages = vec![Vec::new()];
    for (line, number) in text.split('\n').zip(1..) {
        let alone = line.split('\u{c}').filter(|piece| !piece.trim().is_empty()).nth(1).is_none();
        for (at, piece) in line.split('\u{c}').enumerate() {
            if at > 0 {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                page.push(Printed { text: piece.trim_end(), number, alone });
            }
        }
    }
    pages
}

#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

impl Edge {
    /// The lines at this edge of a page, the outermost first.
    fn of<'a>(self, page: &[Printed<'a>]) -> Vec<Printed<'a>> {
        let filled = |line: &&Printed<'_>| !line.text.trim().is_empty();
        match self {
            Self::Top => page.iter().filter(filled).take(EDGE).copied().collect(),
            Self::Bottom => page.iter().rev().filter(filled).take(EDGE).copied().collect(),
        }
    }
}

/// What stands at this edge of two pages or more, and the first two lines that do: numbers aside, which count pages.
fn repeated<'a>(pages: &[Vec<Printed<'a>>], edge: Edge) -> BTreeMap<String, [Printed<'a>; 2]> {
    let mut seen: BTreeMap<String, Printed<'a>> = BTreeMap::new();
    let mut twice = BTreeMap::new();
    for line in pages.iter().flat_map(|page| edge.of(page)) {
        let key = key(line.text);
        if key.is_empty() {
            continue;
        }
        match seen.get(&key) {
            Some(first) => {
                twice.entry(key).or_insert([*first, line]);
            }
            None => {
                seen.insert(key, line);
            }
        }
    }
    twice
}

/// Whether a line that is repeated is a running head. The first of its kind may be the title that the others repeat: it is none unless
/// it stands at the same place of its line.
fn is_running(line: Printed<'_>, [first, second]: &[Printed<'_>; 2]) -> bool {
    let indent = |text: &str| text.len() - text.trim_start().len();
    line.number != first.number || indent(first.text) == indent(second.text) && indent(first.text) > 0
}

/// The words of a line without the numbers that count pages; of one without any words its other numbers, such as a document's.
fn key(line: &str) -> String {
    let joined = |is_key: fn(&str) -> bool| line.split_whitespace().filter(|word| is_key(word)).collect::<Vec<_>>().join(" ");
    let words = joined(|word| word.contains(char::is_alphabetic));
    if words.is_empty() { joined(|word| word.contains(|c: char| c.is_ascii_digit()) && !is_page_number(word)) } else { words }
}

/// Whether a line counts its page and says nothing else: `3`, `- 3 -`, `Page 3 of 12`, `3/12`.
fn is_page_number(line: &str) -> bool {
    let bare = line.strip_prefix("Page ").unwrap_or(line).replace(" of ", "/");
    let bare = bare.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | ' '));
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let roman = !bare.is_empty() && bare.len() <= 6 && bare.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l'));
    match bare.split_once('/') {
        Some((at, all)) => digits(at.trim()) && digits(all.trim()),
        None => digits(bare) || roman,
    }
}

/// Says so where no page holds any text.
fn blank(text: &str) -> Option<Note> {
    let message = "the pages hold no text: if they are pictures of it, have it recognised (ocrmypdf FILE NEW.pdf)";
    text.trim().is_empty().then(|| Note::new(NoteKind::File, message))
}

/// Says so where most lines have a wide gap at one place: then sentences of two columns are mixed.
fn columns(text: &str) -> Option<Note> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let divided = lines.iter().filter(|line| line.contains("   ")).count();
    let message =
        "the text seems to stand in columns, whose lines are mixed: pdftotext without -layout reads one after the other";
    (lines.len() >= LEAST && divided * 2 > lines.len()).then(|| Note::new(NoteKind::File, message))
}
