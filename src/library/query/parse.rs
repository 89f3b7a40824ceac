//! A typed line becomes a query; what can't be meant so becomes a fault, and is left out.

use super::Query;
use super::clause::Clause;
use super::fault::Fault;
use super::field::{Field, known};
use super::filter::{Filter, Test};
use super::pieces::{Piece, pieces};
use super::words::Words;
use crate::model::Date;
use crate::text::terms::terms;
use crate::text::{Clean, Span};

/// The bytes of a line that are read: a long sentence's worth, so that a page that was pasted costs no more.
const LONGEST: usize = 512;

/// A line while it is read.
#[derive(Default)]
struct Reading<'a> {
    line: &'a str,
    clauses: Vec<Clause>,
    filters: Vec<Filter>,
    faults: Vec<Fault>,
    /// The latest day of `after:` and the earliest of `before:`.
    bounds: [Option<Date>; 2],
}

impl Query {
    /// What `line` asks for, and what in it was not understood, in the order of the line.
    ///
    /// The last word is the beginning of a word where the line ends with it: a blank, a full stop or a closing quotation mark behind it
    /// makes it whole, and an excluded word always is.
    pub fn parse(line: &Clean) -> (Self, Vec<Fault>) {
        let end = readable(line);
        let mut reading = Reading { line, ..Reading::default() };
        pieces(line.get(..end).unwrap_or_default()).for_each(|piece| reading.take(piece));
        if end < line.len() {
            let rest = Span::new(end, line.len());
            reading.faults.push(Fault::new(rest, format!("a line is read up to byte {LONGEST}"), "the rest is not searched"));
        }
        (Self { words: Words::new(reading.clauses), filters: reading.filters.into() }, reading.faults)
    }
}

/// Where the part of `line` ends that is read: at a blank if it can be.
fn readable(line: &str) -> usize {
    if line.len() <= LONGEST {
        return line.len();
    }
    let cut = line.floor_char_boundary(LONGEST);
    line.get(..cut).and_then(|head| head.rfind(char::is_whitespace)).unwrap_or(cut)
}

impl Reading<'_> {
    fn take(&mut self, piece: Piece) {
        let Some(name) = piece.name else { return self.words(piece, piece.value) };
        let value = piece.value.of(self.line);
        if let Some(field) = Field::named(name.of(self.line)) {
            return self.field(field, piece, value);
        }
        // A colon that nothing follows, or that an address has, is only a colon.
        if !value.is_empty() && !value.starts_with('/') {
            let name = name.of(self.line);
            self.faults.push(Fault::new(piece.span, format!("no field is called {name}"), known(name)));
        }
        self.words(piece, piece.span);
    }

    fn words(&mut self, piece: Piece, words: Span) {
        let to_the_end =
            || terms(words.of(self.line)).last().is_some_and(|(last, _)| words.start() + last.end() == self.line.len());
        let prefix = !piece.not && to_the_end();
        match Clause::new(piece.not, words.of(self.line), prefix) {
            Some(clause) => self.clauses.push(clause),
            None if piece.not => {
                let help = "a word, a phrase or a field stands behind the hyphen with no blank between, such as -china";
                self.faults.push(Fault::new(piece.span, "nothing is excluded here", help));
            }
            None => {}
        }
    }

    fn field(&mut self, field: &Field, piece: Piece, value: &str) {
        let Field { name, is, example, .. } = field;
        match (field.test)(value.trim()) {
            Some(test) => {
                self.bound(piece, &test);
                self.filters.push(Filter { not: piece.not, test });
            }
            None if terms(value).next().is_none() => {
                let message = format!("nothing stands behind {name}:");
                self.faults.push(Fault::new(piece.span, message, format!("{is}, with no blank between, such as {example}")));
            }
            None => {
                let message = format!("{name} is {is}, not \"{}\"", value.trim());
                self.faults.push(Fault::new(piece.value, message, field.help(value.trim())));
            }
        }
    }

    /// Complains of the first field behind which no day is left.
    fn bound(&mut self, piece: Piece, test: &Test) {
        let [after, before] = &mut self.bounds;
        let was_possible = possible(*after, *before);
        match test {
            _ if piece.not => return,
            Test::After(day) => *after = (*after).max(Some(*day)),
            Test::Before(day) => *before = before.map_or(Some(*day), |other| Some(other.min(*day))),
            _ => return,
        }
        if let (true, false, Some(after), Some(before)) = (was_possible, possible(*after, *before), *after, *before) {
            let message = format!("no day is {after} or later and before {before}");
            self.faults.push(Fault::new(piece.span, message, "after: includes its first day, before: ends ahead of its own"));
        }
    }
}

fn possible(after: Option<Date>, before: Option<Date>) -> bool {
    after.zip(before).is_none_or(|(after, before)| after < before)
}
