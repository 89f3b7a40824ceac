//! A line that speaks of the article and not of its subject: who wrote it, when, for whom, where it stands.
//!
//! A line is read whole or not at all: what holds words that none of these explain is no such line.

use super::date::{Dated, date};
use super::names::{divide, is_outlet_beside_date, is_people};
use crate::text::Span;

/// The longest such line, in bytes; addresses can be long.
const META_BYTES: usize = 400;

/// The most words that may stand unexplained in a part of a line that a date explains.
const STRAY_WORDS: usize = 4;

/// The longest label, in bytes; none of those that are known is half as long.
const LABEL_BYTES: usize = 50;

/// The most words of an outlet or of authors behind a label.
const VALUE_WORDS: usize = 10;

/// What a line says; all places count in the line.
#[derive(Clone, Debug, Default)]
pub(super) struct Meta {
    pub(super) headline: Option<Span>,
    pub(super) byline: Option<Span>,
    pub(super) outlet: Option<Span>,
    pub(super) url: Option<Span>,
    pub(super) dates: Vec<(Rank, Dated)>,
    /// Everything in it has a label or is an address, so that it may stand at the end of a text, too.
    pub(super) labelled: bool,
}

/// What a date is the date of, the better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Published,
    Plain,
    Updated,
}

/// What `line` says, if it is such a line.
pub(super) fn meta(line: &str) -> Option<Meta> {
    if line.len() > META_BYTES {
        return None;
    }
    let mut reader = Reader { line, meta: Meta { labelled: true, ..Meta::default() }, strays: Vec::new(), understood: false };
    let mut from = 0;
    for at in dividers(line) {
        reader.part(Span::new(from, at).trim(line));
        from = at + line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    reader.part(Span::new(from, line.len()).trim(line));
    reader.finish()
}

/// The places of the marks that divide a line, told by their first bytes; a space stands before each.
fn dividers(line: &str) -> impl Iterator<Item = usize> {
    // Few lines have a byte that may lead in such a mark, and all of a line is looked at together for that.
    let leads = line.bytes().fold(false, |any, byte| any | matches!(byte, b'|' | 0xC2 | 0xE2));
    let bytes = if leads { line.as_bytes() } else { &[] }.windows(2).zip(1..);
    let places = bytes.filter(|(two, _)| matches!(two, [b' ', b'|' | 0xC2 | 0xE2])).map(|(_, at)| at);
    places.filter(|&at| line.get(at..).is_some_and(|rest| rest.starts_with(['|', '•', '·'])))
}

/// Whether `text` is an address and nothing else.
pub(super) fn is_url(text: &str) -> bool {
    if !text.starts_with(['h', 'H', 'w', 'W']) {
        return false;
    }
    let scheme = ["https://", "http://", "www."].iter().any(|s| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s)));
    scheme && text.contains('.') && !text.contains(char::is_whitespace)
}

struct Reader<'a> {
    line: &'a str,
    meta: Meta,
    /// Parts that nothing explains.
    strays: Vec<Span>,
    understood: bool,
}

impl Reader<'_> {
    fn finish(mut self) -> Option<Meta> {
        let short = |span: &Span| span.of(self.line).split_whitespace().count() <= STRAY_WORDS;
        if !self.understood || self.strays.len() > 2 || !self.strays.iter().all(short) {
            return None;
        }
        let beside_date = self.strays.iter().find(|s| is_outlet_beside_date(s.of(self.line)));
        self.meta.outlet = self.meta.outlet.or(beside_date.copied());
        self.meta.labelled &= self.strays.is_empty();
        Some(self.meta)
    }

    /// Reads one part of the line: things said one behind the other.
    fn part(&mut self, part: Span) {
        let mut rest = part;
        let mut first = true;
        while !rest.is_empty() {
            let Some(used) = self.one(rest, first) else {
                if first || !is_update(rest.of(self.line)) {
                    self.strays.push(rest);
                }
                return;
            };
            self.understood = true;
            let left = Span::new(rest.start() + used.max(1), rest.end());
            let trimmed = left.of(self.line).trim_start_matches([' ', ',', ';', '-', '–', '—', '(', ')', '.', '/']);
            rest = Span::new(left.end() - trimmed.len(), left.end());
            first = false;
        }
    }

    /// Reads what `rest` begins with, and says how much of it that is.
    fn one(&mut self, rest: Span, first: bool) -> Option<usize> {
        let text = rest.of(self.line);
        if let Some((rank, dated)) = dated(text) {
            self.meta.labelled &= rank != Rank::Plain;
            self.meta.dates.push((rank, Dated { span: dated.span.shift(rest.start()), ..dated }));
            return Some(dated.end);
        }
        if let Some(by) = text.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")) {
            return self.people(rest, by.len());
        }
        if is_url(text) {
            self.meta.url.get_or_insert(rest);
            return Some(text.len());
        }
        first.then(|| self.value(rest)).flatten()
    }

    /// Reads `Label: value`.
    fn value(&mut self, rest: Span) -> Option<usize> {
        let (label, value) = rest.of(self.line).split_once(':')?;
        let place = Span::new(rest.end() - value.len(), rest.end()).trim(self.line);
        let text = place.of(self.line);
        let label = label.trim();
        if label.len() > LABEL_BYTES {
            return None;
        }
        let few = !text.is_empty() && text.split_whitespace().nth(VALUE_WORDS).is_none();
        match label.to_lowercase().as_str() {
            "url" | "link" | "original" | "original article" | "source" if is_url(text) => self.meta.url = Some(place),
            "source" | "outlet" | "publisher" | "publication" | "agency" if few => self.meta.outlet = Some(place),
            "author" | "authors" | "byline" | "written by" if few => {
                self.people(Span::new(place.start(), rest.end()), 0)?;
            }
            "headline" | "title" if !text.is_empty() => self.meta.headline = Some(place),
            _ => return None,
        }
        Some(rest.len())
    }

    /// Reads names from `skip` on, up to a date or the end.
    fn people(&mut self, rest: Span, skip: usize) -> Option<usize> {
        let text = rest.of(self.line);
        let starts = text.match_indices(' ').map(|(at, _)| at + 1);
        let end = starts.into_iter().find(|&at| text.get(at..).is_some_and(|t| dated(t).is_some())).unwrap_or(text.len());
        let names = text.get(skip..end)?.trim_end_matches([' ', ',', '-', '–', '—', ';']);
        let names = names.strip_suffix(" on").unwrap_or(names);
        let (people, outlet) = divide(names);
        if !is_people(people.of(names)) {
            return None;
        }
        let base = rest.start() + skip;
        self.meta.byline.get_or_insert(people.shift(base));
        self.meta.outlet = self.meta.outlet.or(outlet.map(|o| o.shift(base)));
        self.meta.labelled = false;
        Some(end)
    }
}

const LABELS: [(&str, Rank); 13] = [
    ("first published", Rank::Published),
    ("published", Rank::Published),
    ("publication date", Rank::Published),
    ("posted", Rank::Published),
    ("issued", Rank::Published),
    ("released", Rank::Published),
    ("release date", Rank::Published),
    ("date", Rank::Published),
    ("last updated", Rank::Updated),
    ("last modified", Rank::Updated),
    ("updated", Rank::Updated),
    ("modified", Rank::Updated),
    ("edited", Rank::Updated),
];

/// The date that `text` begins with, behind a label or without one; places count in `text`.
fn dated(text: &str) -> Option<(Rank, Dated)> {
    let label = LABELS.iter().find(|(label, _)| text.get(..label.len()).is_some_and(|t| t.eq_ignore_ascii_case(label)));
    let (skip, rank) = match label {
        Some((label, rank)) => (label.len() + connective(text.get(label.len()..)?)?, *rank),
        None => (0, Rank::Plain),
    };
    let found = date(text.get(skip..)?)?;
    Some((rank, Dated { span: found.span.shift(skip), end: found.end + skip, ..found }))
}

/// Whether `text` tells when the article was changed, in words that hold no whole date.
fn is_update(text: &str) -> bool {
    LABELS
        .iter()
        .any(|(label, rank)| *rank == Rank::Updated && text.get(..label.len()).is_some_and(|t| t.eq_ignore_ascii_case(label)))
}

/// The length of what stands between a label and its date.
fn connective(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([':', ' ']);
    let rest = ["on ", "at "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    (rest.len() < text.len()).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::meta;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let found = meta(line).map(|m| {
            let said = [("by", m.byline), ("outlet", m.outlet), ("url", m.url), ("headline", m.headline)];
            let mut all: Vec<String> = said.iter().filter_map(|(k, s)| s.map(|s| format!("{k}={}", s.of(line)))).collect();
            all.extend(m.dates.iter().map(|(rank, d)| format!("{rank:?}={}", d.span.of(line))));
            all.join("; ")
        });
        assert_eq!(found.unwrap_or_else(|| "none".to_owned()), expected, "{line}");
    }

    #[test]
    fn who_when_and_for_whom() {
        check("By Corin Vale, The Sample Wire", "by=Corin Vale; outlet=The Sample Wire");
        check(
            "By Dagny Hale and Ibrahim Sorel | Meridian Energy Desk (sample)",
            "by=Dagny Hale and Ibrahim Sorel; outlet=Meridian Energy Desk (sample)",
        );
        check(
            "12 September 2025 | By Edda Lorne, Circuit & State (sample)",
            "by=Edda Lorne; outlet=Circuit & State (sample); Plain=12 September 2025",
        );
        check("Harbour Monitor | 14 Oct 2025", "outlet=Harbour Monitor; Plain=14 Oct 2025");
        check("By Ana Ruiz, 14 October 2025", "by=Ana Ruiz; Plain=14 October 2025");
        check("Jane Doe | 14 Oct 2025", "Plain=14 Oct 2025");
    }

    #[test]
    fn labels() {
        check("Published: 2025-09-30T08:15:00Z", "Published=2025-09-30");
        check("Updated 29 Nov 2025, 10:00 | Published 28 Nov 2025", "Updated=29 Nov 2025; Published=28 Nov 2025");
        check(
            "By Ana Ruiz | November 18, 2019 at 2:26 PM HST - Updated November 18 at 4:46 PM",
            "by=Ana Ruiz; Plain=November 18, 2019",
        );
        check("Nov 28, 2025 (Updated Nov 29, 2025)", "Plain=Nov 28, 2025; Updated=Nov 29, 2025");
        check("Source: Harbour Monitor (sample)", "outlet=Harbour Monitor (sample)");
        check("Source: https://example.org/a", "url=https://example.org/a");
        check("URL: https://example.org/a?b=c|d", "url=https://example.org/a?b=c|d");
        check("Title: Border talks end", "headline=Border talks end");
        check("https://example.org/a", "url=https://example.org/a");
    }

    #[test]
    fn other_lines_are_not_read() {
        for line in [
            "By 2040 the country will have left gas.",
            "Dated 14 October",
            "A line",
            "28 November 2025 was the day on which talks began",
            "",
        ] {
            check(line, "none");
        }
    }
}
