//! Which lines of a page's dump are the article: the stretch of lines that reads most like prose, with its head.
//!
//! The method is the best stretch (a largest sum of neighbours, Kadane's): each line speaks for or against the stretch it stands in,
//! by its length and its end mark, and what the rules call cruft speaks against it. It is asked only where a text shows that it
//! is the dump of a whole page; it knows lines and verdicts, neither rules nor an article, so that any format can ask it.

mod front;
mod line;

use std::collections::BTreeMap;
use std::ops::Range;

use front::front;
use line::Line;

use super::meta::meta;

/// The fewest words of prose in the stretch, and how much of all words they must be, in hundredths: where the prose is less, the
/// lists and tables around it may be what the text is about.
const LEAST_WORDS: usize = 100;
const LEAST_SHARE: usize = 25;

/// The fewest signs that a text is the dump of a page: lines that rules take, labels around the stretch, what is no prose inside it.
/// Where rules take nothing but credits, so many must be labels.
const LEAST_SIGNS: usize = 3;
const LEAST_LABELS: usize = 4;

/// The most lines of a page; a longer text is a book or many texts in one file, where what is repeated is no furniture.
const MOST_LINES: usize = 1000;

/// The most lines for each sign.
const LINES_A_SIGN: usize = 10;

/// How many lines at the head of the stretch may say who wrote it and when.
const HEAD_LINES: usize = 8;

/// The longest label, in bytes.
const LABEL_BYTES: usize = 80;

/// The longest sentence that can be a caption, and the longest credit beneath it, in words.
const CAPTION_WORDS: usize = 30;
const CREDIT_WORDS: usize = 8;

/// What the cruft rules say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Kept,
    /// It is cruft.
    Cruft,
    /// It is the credit of a picture.
    Credit,
    /// It is cruft, and what follows is no part of the article: comments.
    End,
}

/// What a line that no rule takes by its words is in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It stands outside the article.
    Outside,
    /// A short line that stands there more than once.
    Repeated,
    /// The headline of another story.
    Title,
    /// A date inside the article: of another story, of a comment.
    Date,
    /// The caption of a picture, above its credit.
    Caption,
}

/// Whether it is worth asking what the parts of a text with these lines are: some are so short, or taken by a rule already.
pub(super) fn may_be_page<'a>(lines: impl ExactSizeIterator<Item = (&'a str, bool)>) -> bool {
    lines.len() <= MOST_LINES && lines.filter(|(text, taken)| *taken || text.len() < LABEL_BYTES).nth(LEAST_SIGNS - 1).is_some()
}

/// What each of `lines` that is not the article's is, if this is the dump of a page; a line that a rule takes is given no part.
pub(super) fn parts(lines: &[(&str, Verdict)]) -> Option<Vec<Option<Part>>> {
    let lines: Vec<Line<'_>> = lines.iter().map(|&(text, verdict)| Line::new(text, verdict)).collect();
    let stretch = stretch(&lines);
    if !dominates(&lines, &stretch) {
        return None;
    }
    let repeated = repeated(&lines);
    let is_kept = front(&lines, &stretch, &repeated);
    let part = |(at, line): (usize, &Line<'_>)| match line.verdict {
        Verdict::Cruft | Verdict::Credit | Verdict::End => None,
        Verdict::Kept if stretch.contains(&at) && is_of_article(&lines, at, &stretch) => None,
        Verdict::Kept if stretch.contains(&at) => inside(&lines, at, repeated.get(at) == Some(&true)),
        Verdict::Kept => (!is_kept(at)).then_some(Part::Outside),
    };
    let parts: Vec<Option<Part>> = lines.iter().enumerate().map(part).collect();
    is_page(&lines, &parts).then_some(parts)
}

/// The lines next to each other with the largest sum of scores.
fn stretch(lines: &[Line<'_>]) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    let (mut from, mut sum) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if sum <= 0 {
            (from, sum) = (at, 0);
        }
        sum += line.score();
        if sum > most {
            (best, most) = (from..at + 1, sum);
        }
    }
    best
}

/// Which lines stand there more than once; sentences are not asked, they may be said again.
fn repeated(lines: &[Line<'_>]) -> Vec<bool> {
    let mut seen = BTreeMap::<&str, bool>::new();
    for line in lines.iter().filter(|line| !line.is_sentence()) {
        seen.entry(line.text).and_modify(|again| *again = true).or_default();
    }
    lines.iter().map(|line| seen.get(line.text) == Some(&true)).collect()
}

/// Whether the prose of the stretch is what the text is about.
fn dominates(lines: &[Line<'_>], stretch: &Range<usize>) -> bool {
    let prose: usize = lines.get(stretch.clone()).unwrap_or_default().iter().filter(|l| l.is_sentence()).map(|l| l.words).sum();
    let all: usize = lines.iter().filter(|line| !line.is_cruft()).map(|line| line.words).sum();
    prose >= LEAST_WORDS && prose * 100 >= all * LEAST_SHARE
}

/// Whether there are enough signs that this is a page with its furniture, and no text of its own.
fn is_page(lines: &[Line<'_>], parts: &[Option<Part>]) -> bool {
    let said = |verdicts: &[Verdict]| lines.iter().filter(|line| verdicts.contains(&line.verdict)).count();
    let (cruft, credits) = (said(&[Verdict::Cruft, Verdict::End]), said(&[Verdict::Credit]));
    let labels = lines.iter().zip(parts).filter(|(line, part)| **part == Some(Part::Outside) && line.is_label()).count();
    let inside = parts.iter().flatten().filter(|part| **part != Part::Outside).count();
    let furnished = cruft > 0 || credits > 0 && labels >= LEAST_LABELS;
    let signs = cruft + credits + labels + inside;
    furnished && signs >= LEAST_SIGNS && signs * LINES_A_SIGN >= lines.len()
}

/// Whether the line at `at` says something of the article, at the head of the stretch.
fn is_of_article(lines: &[Line<'_>], at: usize, stretch: &Range<usize>) -> bool {
    at < stretch.start + HEAD_LINES && lines.get(at).is_some_and(|line| meta(line.text).is_some())
}

/// What the line at `at` inside the stretch is, if it is not the article's.
fn inside(lines: &[Line<'_>], at: usize, again: bool) -> Option<Part> {
    let line = lines.get(at)?;
    let same = at.checked_sub(1).and_then(|above| lines.get(above)).is_some_and(|above| above.text == line.text);
    let credit = lines.get(at + 1).is_some_and(|below| below.verdict == Verdict::Credit && below.words <= CREDIT_WORDS);
    // Who speaks stands above what is said, again and again.
    let speaks = lines.get(at + 1).is_some_and(Line::ends_kept);
    if same || again && !speaks {
        Some(Part::Repeated)
    } else if line.is_other_title() {
        Some(Part::Title)
    } else if line.is_date() {
        Some(Part::Date)
    } else {
        (credit && line.is_sentence() && line.words <= CAPTION_WORDS).then_some(Part::Caption)
    }
}
