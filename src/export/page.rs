//! A briefing as a page of plain text: what `attache show` prints, and what a pipe gets.

use std::fmt::Write;

use super::defused::defused;
use super::{Wanted, source};
use crate::model::{BlockKind, Briefing, Point, Pole, Section, Tension};
use crate::text::Clean;

/// So much is put together before it is given away: a long text is never there a second time.
const SHEET_BYTES: usize = 1024 * 1024;

/// The wanted sections of `briefing`, each under its heading, headed by the source line.
///
/// The text alone is the article's and nothing else, so that it can be piped on: no heading, no headline, which is a field and heads
/// the page, nor what the article says of itself; the standfirst is part of it.
pub fn page(briefing: &Briefing, wanted: &Wanted) -> Clean {
    let mut all = String::new();
    sheets(briefing, wanted, usize::MAX, |sheet| all.push_str(sheet));
    all.into()
}

/// The same page, given to `put` a sheet of whole lines after the other; of the text the blocks that begin in its first `most` bytes.
/// Returns how many bytes of the text are behind them.
pub fn sheets(briefing: &Briefing, wanted: &Wanted, most: usize, put: impl FnMut(&Clean)) -> usize {
    let mut page = Page { out: String::new(), most, put };
    if wanted.sections == [Section::Text] {
        let left = page.text(briefing, &[BlockKind::Meta, BlockKind::Headline, BlockKind::Caption]);
        page.put();
        return left;
    }
    let mut left = 0;
    let head = &briefing.head;
    let out = &mut page.out;
    if let Some(headline) = &head.headline {
        let _ = writeln!(out, "{headline}");
    }
    let _ = writeln!(out, "{}", source_fields(briefing));
    for restriction in &briefing.article.fields.restrictions {
        let _ = writeln!(out, "{}", restriction.words());
    }
    for section in Section::ALL.into_iter().filter(|s| wanted.has(*s)) {
        let out = &mut page.out;
        let _ = writeln!(out, "\n{}\n", section.heading().to_uppercase());
        match section {
            Section::Summary => points(out, briefing, &briefing.summary),
            Section::Text => left = page.text(briefing, &[BlockKind::Meta]),
            Section::Agenda => agenda(out, briefing, wanted),
            Section::Tensions => tensions(out, briefing),
        }
    }
    page.put();
    left
}

/// A page as it grows: what was not given away yet.
struct Page<P> {
    out: String,
    /// How much of the text is printed.
    most: usize,
    put: P,
}

impl<P: FnMut(&Clean)> Page<P> {
    /// Gives away what there is, which ends with a line.
    fn put(&mut self) {
        let sheet = std::mem::take(&mut self.out);
        (self.put)(&defused(sheet).into_owned().into());
    }

    /// The article's text without the blocks that are of one of the kinds in `without`; how much of it is left out.
    fn text(&mut self, briefing: &Briefing, without: &[BlockKind]) -> usize {
        let article = &briefing.article;
        let mut left = 0;
        let blocks = article.blocks.iter().filter(|block| !without.contains(&block.kind));
        for (at, block) in blocks.enumerate() {
            if at > 0 {
                self.out.push_str("\n\n");
                if block.span.start() >= self.most {
                    left = article.text.len() - block.span.start();
                    self.out.push_str("[the text goes on]");
                    break;
                }
                if self.out.len() >= SHEET_BYTES {
                    self.put();
                }
            }
            self.out.push_str(article.slice(block.span));
        }
        self.out.push('\n');
        left
    }
}

fn source_fields(briefing: &Briefing) -> String {
    let head = &briefing.head;
    let date = head.date.map(|date| date.to_string());
    let known = [head.outlet.as_deref(), head.byline.as_deref(), head.place.as_deref(), date.as_deref(), head.url.as_deref()];
    let known: Vec<&str> = known.into_iter().flatten().collect();
    if known.is_empty() { "[no source stated]".to_owned() } else { known.join(" | ") }
}

fn points(out: &mut String, briefing: &Briefing, points: &[Point]) {
    if points.is_empty() {
        out.push_str("  [nothing]\n");
    }
    for point in points {
        let _ = writeln!(out, "  {} [{}]", briefing.words(point), source::of_point(briefing, point).trim_matches(['[', ']']));
    }
}

fn agenda(out: &mut String, briefing: &Briefing, wanted: &Wanted) {
    let topics: Vec<_> = briefing.agenda.iter().filter(|t| wanted.has_topic(t)).collect();
    if topics.is_empty() {
        out.push_str("  [nothing]\n");
    }
    for (at, topic) in topics.into_iter().enumerate() {
        let gap = if at == 0 { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}", topic.label);
        points(out, briefing, &topic.points);
    }
}

fn tensions(out: &mut String, briefing: &Briefing) {
    if briefing.tensions.is_empty() {
        out.push_str("  [nothing]\n");
    }
    for tension in &briefing.tensions {
        points(out, briefing, std::slice::from_ref(&tension.point));
        let cue = tension.cue.map(|span| briefing.article.slice(span)).or(tension.written_cue.as_deref());
        if let Some([one, other]) = poles(briefing, tension) {
            let _ = writeln!(out, "    {}: {one} | {other}", cue.unwrap_or(tension.kind.word()));
        } else if let Some(cue) = cue {
            let _ = writeln!(out, "    {}: {cue}", tension.kind.word());
        }
    }
}

/// The two things that a tension sets against each other.
pub(super) fn poles<'a>(briefing: &'a Briefing, tension: &'a Tension) -> Option<[&'a str; 2]> {
    let words = |pole: &'a Pole| match pole {
        Pole::Found(span) => briefing.article.slice(*span),
        Pole::Written(words) => &**words,
    };
    tension.poles.as_ref().map(|[one, other]| [words(one), words(other)])
}
