//! What a briefing file says, laid over what was found: the file wins, its quotations are checked.

use std::cell::RefCell;
use std::sync::Arc;

use super::cues::kind_of_shipped;
use super::quote::{LIKENED_BYTES, Quotes};
use crate::form::{Complaint, Source};
use crate::model::{
    Anchor, Article, Briefing, Head, Note, NoteKind, Origin, Point, Pole, Reason, RulePlace, Signs, Strength, Tension,
    TensionKind, Topic, Written, WrittenPoint, WrittenTension,
};
use crate::text::word::is_edge;
use crate::text::wrap::shorten;
use crate::text::{Clean, Span};

/// The columns that a complaint shows of the sentence nearest to a quotation.
const NEAREST_COLUMNS: usize = 120;

/// Quotations listed that an article does not hold, each with what is nearest to it.
const LISTED: usize = 100;

/// `found` with what `written` says over it; each quotation that the article does not hold is added to `complaints`.
///
/// A written summary replaces the found one. Written topics and tensions come first, in the order of the file; found topics with
/// other ids and found tensions in other sentences follow.
pub fn overlay(found: Briefing, written: &Written, source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Briefing {
    let article = Arc::clone(&found.article);
    let ends = source.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let quotes = Quotes::new(&article, &quotations(written), LISTED);
    let mut layer = Layer { quotes, article: &article, source, ends, complaints, missing: 0, notes: found.notes };
    let summary = written.summary.as_ref().map(|points| points.iter().map(|point| layer.point(point, None)).collect());
    let mut agenda: Vec<Topic> = Vec::new();
    for topic in &written.topics {
        let points = topic.points.iter().map(|point| layer.point(point, None)).collect();
        agenda.push(Topic { id: topic.id.clone(), label: topic.label.clone(), points, origin: Origin::Written });
    }
    let mut tensions: Vec<Tension> = written.tensions.iter().map(|tension| layer.tension(tension, &found.tensions)).collect();
    let sentence = |tension: &Tension| tension.point.anchor().map(|anchor| anchor.sentence);
    let taken: Vec<Option<u32>> = tensions.iter().map(sentence).collect();
    agenda.extend(found.agenda.into_iter().filter(|topic| written.topics.iter().all(|w| w.id != topic.id)));
    tensions.extend(found.tensions.into_iter().filter(|tension| !taken.contains(&sentence(tension))));
    let notes = layer.notes;
    Briefing {
        written: true,
        language: found.language,
        head: head(&written.head, found.head),
        summary: summary.unwrap_or(found.summary),
        agenda,
        tensions,
        notes,
        article,
    }
}

/// All quotations that the file says, in the order in which they are looked up.
fn quotations(written: &Written) -> Vec<&str> {
    let summary = written.summary.iter().flatten();
    let topics = written.topics.iter().flat_map(|topic| &topic.points);
    let points = summary.chain(topics).chain(written.tensions.iter().map(|tension| &tension.point));
    points.filter_map(|point| point.quote.as_ref()).map(|(quote, _)| &**quote).collect()
}

/// The fields the file says; the article's where it says nothing.
fn head(written: &Head, found: Head) -> Head {
    let written = written.clone();
    Head {
        headline: written.headline.or(found.headline),
        standfirst: written.standfirst.or(found.standfirst),
        byline: written.byline.or(found.byline),
        place: written.place.or(found.place),
        outlet: written.outlet.or(found.outlet),
        date: written.date.or(found.date),
        url: written.url.or(found.url),
    }
}

struct Layer<'a> {
    quotes: Quotes<'a>,
    article: &'a Article,
    source: &'a Source<'a>,
    /// Where the lines of the file end.
    ends: Vec<usize>,
    complaints: &'a RefCell<Vec<Complaint>>,
    /// Quotations that the article does not hold, so far.
    missing: usize,
    notes: Vec<Note>,
}

impl Layer<'_> {
    /// The point with its quotation looked up; its words are the file's wording, else the article's own at the quotation, else `wording`.
    fn point(&mut self, written: &WrittenPoint, wording: Option<Clean>) -> Point {
        let (mut anchor, mut unanchored) = (None, None);
        if let Some((quote, span)) = &written.quote {
            anchor = self.quotes.find(quote);
            if anchor.is_none() {
                unanchored = Some(quote.clone());
                self.complain(quote, *span);
            }
        }
        let quoted = || match anchor {
            Some(anchor) => Some(Clean::from(self.article.slice(anchor.focus))),
            None => written.quote.as_ref().map(|(quote, _)| quote.clone()),
        };
        let wording = written.wording.clone().or_else(quoted).or(wording).unwrap_or_default();
        let line = u32::try_from(self.ends.partition_point(|end| *end < written.place.start()) + 1).unwrap_or(u32::MAX);
        let reason = Reason {
            because: Clean::from(format!("written in {}", self.source.name)),
            rule: Some(RulePlace { file: self.source.name.clone(), line }),
            hits: anchor.iter().map(|anchor| anchor.focus).collect(),
        };
        Point::Written { wording, anchor, unanchored, reason }
    }

    fn complain(&mut self, quote: &str, span: Span) {
        self.missing += 1;
        if self.missing > LISTED {
            if self.missing == LISTED + 1 {
                let message =
                    format!("more than {LISTED} quotations are not in the article: the rest are marked, and not listed");
                self.tell(Complaint::error(self.source, span, message));
            }
            return;
        }
        let mut complaint = Complaint::error(self.source, span, "this quotation is not in the article");
        if let Some(nearest) = self.quotes.nearest(quote) {
            let words = shorten(self.article.slice(nearest.focus), NEAREST_COLUMNS);
            let partly = self.article.text.len() > LIKENED_BYTES;
            let whence = if partly { format!(" in its first {} MB", LIKENED_BYTES / 1_000_000) } else { String::new() };
            complaint = complaint.help(format!("nearest{whence}: \"{words}\" ({})", self.article.reference(nearest.sentence)));
        }
        self.tell(complaint.help("the point stays, marked as unanchored"));
    }

    fn tell(&mut self, complaint: Complaint) {
        let message = Clean::from(complaint.to_string());
        self.notes.push(Note { kind: NoteKind::Unanchored, message, line: Some(complaint.line) });
        self.complaints.borrow_mut().push(complaint);
    }

    fn tension(&mut self, written: &WrittenTension, found: &[Tension]) -> Tension {
        let opposed = written.poles.as_ref().map(|[one, other]| Clean::from(format!("{one} — {other}")));
        let point = self.point(&written.point, opposed);
        let cue = written.cue.as_ref().and_then(|cue| self.locate(cue, point.anchor()?));
        let kind = written.kind.or_else(|| {
            let cue = written.cue.as_ref()?;
            let same =
                found.iter().find(|tension| tension.cue.is_some_and(|span| self.article.slice(span).eq_ignore_ascii_case(cue)));
            same.map(|tension| tension.kind).or_else(|| kind_of_shipped(cue))
        });
        let kind = kind.unwrap_or(TensionKind::Contrast);
        Tension {
            kind,
            target: None,
            strength: Strength::of(kind, Signs::default()),
            written_cue: written.cue.clone().filter(|_| cue.is_none()),
            cue,
            poles: written.poles.clone().map(|poles| poles.map(|words| self.pole(words, point.anchor()))),
            point,
        }
    }

    /// A pole: a place where its very words stand in the anchored sentence or the one before, else the file's words.
    fn pole(&self, words: Clean, anchor: Option<Anchor>) -> Pole {
        let index = anchor.map(|anchor| anchor.sentence);
        let near = index.into_iter().flat_map(|at| [Some(at), at.checked_sub(1)]).flatten();
        let mut spans = near.filter_map(|at| Some(self.article.sentence(at)?.span));
        let place = spans.find_map(|span| {
            let start = self.article.slice(span).find(&*words)? + span.start();
            Some(Span::new(start, start + words.len()))
        });
        place.map_or(Pole::Written(words), Pole::Found)
    }

    /// Where the cue stands in the sentence of `anchor`; inside the quotation if it is there.
    fn locate(&self, cue: &str, anchor: Anchor) -> Option<Span> {
        let sentence = self.article.sentence(anchor.sentence)?.span;
        let cue = cue.to_ascii_lowercase();
        [anchor.focus, sentence.cover(anchor.focus)].into_iter().find_map(|span| {
            let text = self.article.slice(span).to_ascii_lowercase();
            let places = text.match_indices(cue.as_str()).map(|(at, _)| Span::new(at, at + cue.len()));
            let mut whole = places.filter(|place| is_edge(&text, place.start()) && is_edge(&text, place.end()));
            whole.next().filter(|place| !place.is_empty()).map(|place| place.shift(span.start()))
        })
    }
}
