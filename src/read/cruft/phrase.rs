//! A phrase of a rule, and whether it stands in a line.
//!
//! Words stand for themselves, `#` for a number, `icon-*` for every word that begins so, `...` for any words or none; a word
//! written `photo:` or `(photo` needs that mark.

use super::term::{Stretch, Term, Terms};

/// A phrase, compiled: stretches of parts with a gap between each two; the first or last is empty where a gap is at that end.
#[derive(Clone, Debug)]
pub(super) struct Phrase(Vec<Vec<Part>>);

#[derive(Clone, Debug)]
struct Part {
    kind: Kind,
    opened: bool,
    colon: bool,
}

#[derive(Clone, Debug)]
enum Kind {
    Word(Box<str>),
    Prefix(Box<str>),
    Number,
}

/// What a phrase begins with.
pub(super) enum Opening<'a> {
    /// A plain word.
    Word(&'a str),
    /// A pattern, and which bytes a word may begin with to meet it.
    Pattern(Box<dyn Fn(u8) -> bool>),
}

impl Phrase {
    /// The phrase that is written `text`; `None` where it holds no word.
    pub(super) fn new(text: &str) -> Option<Self> {
        let written: Vec<&str> = text.split_whitespace().collect();
        let stretches: Vec<Vec<Part>> = written
            .split(|word| matches!(*word, "..." | "…"))
            .map(|stretch| stretch.iter().filter_map(|word| Part::new(word)).collect())
            .collect();
        stretches.iter().any(|s| !s.is_empty()).then_some(Self(stretches))
    }

    /// What it begins with.
    pub(super) fn opening(&self) -> Opening<'_> {
        match self.0.first().and_then(|stretch| stretch.first()).map(|part| &part.kind) {
            Some(Kind::Word(word)) => Opening::Word(word),
            Some(Kind::Prefix(start)) => {
                let first = start.bytes().next();
                Opening::Pattern(Box::new(move |byte| Some(byte) == first))
            }
            Some(Kind::Number) => Opening::Pattern(Box::new(|byte| byte.is_ascii_digit())),
            None => Opening::Pattern(Box::new(|_| true)),
        }
    }

    /// Whether `line` may begin with it; `first`, in small letters, is the line's first word.
    pub(super) fn may_open(&self, line: &str, first: &str) -> bool {
        let opening = self.0.first().and_then(|stretch| stretch.first());
        let holds = |word: &str| {
            let (first, word) = (word.as_bytes().first(), word.as_bytes());
            let opens = |at: &[u8]| at.first().zip(first).is_none_or(|(a, b)| a.eq_ignore_ascii_case(b));
            line.as_bytes().windows(word.len()).any(|at| opens(at) && at.eq_ignore_ascii_case(word))
        };
        opening.is_none_or(|part| part.stands_for(first)) && self.longest_word().is_none_or(holds)
    }

    /// The longest of its words in ASCII letters: where the phrase stands, this stands.
    pub(super) fn longest_word(&self) -> Option<&str> {
        let words = self.0.iter().flatten().filter_map(|part| match &part.kind {
            Kind::Word(word) | Kind::Prefix(word) => Some(&**word).filter(|word| word.is_ascii()),
            Kind::Number => None,
        });
        words.reduce(|longest, word| if word.len() > longest.len() { word } else { longest })
    }

    /// Whether it may stand for more than so many terms.
    pub(super) fn may_be_longer(&self, terms: usize) -> bool {
        self.0.len() > 1 || self.0.iter().any(|stretch| stretch.len() > terms)
    }

    /// Whether it is all of `terms`.
    pub(super) fn is(&self, terms: Stretch<'_>) -> bool {
        match self.0.split_last() {
            Some((only, [])) => only.len() == terms.len() && meets(only, terms),
            Some((last, before)) => take(before, terms).is_some_and(|taken| {
                let rest = terms.from(taken);
                rest.len() >= last.len() && meets(last, rest.from(rest.len() - last.len()))
            }),
            None => false,
        }
    }

    /// How many of `terms` it takes from the first on, if it stands there.
    pub(super) fn begins(&self, terms: Stretch<'_>) -> Option<usize> {
        take(&self.0, terms)
    }
}

/// How many of `terms` the stretches take: the first stands at the beginning, each other as early as it can.
fn take(stretches: &[Vec<Part>], terms: Stretch<'_>) -> Option<usize> {
    let (first, others) = stretches.split_first()?;
    let mut taken = meets(first, terms).then_some(first.len())?;
    for stretch in others {
        let skipped = (0..=terms.len() - taken).find(|skip| meets(stretch, terms.from(taken + skip)))?;
        taken += skipped + stretch.len();
    }
    Some(taken)
}

/// Whether `terms` begin with what the parts stand for.
fn meets(parts: &[Part], terms: Stretch<'_>) -> bool {
    parts.len() <= terms.len() && parts.iter().zip(terms.iter()).all(|(part, term)| part.meets(term))
}

impl Part {
    fn new(written: &str) -> Option<Self> {
        if written == "#" {
            return Some(Self { kind: Kind::Number, opened: false, colon: false });
        }
        if let Some(start) = written.strip_suffix('*').filter(|start| start.starts_with(char::is_alphanumeric)) {
            return Some(Self { kind: Kind::Prefix(start.to_lowercase().into()), opened: false, colon: false });
        }
        let terms = Terms::new(written);
        let term = terms.all().iter().next()?;
        Some(Self { kind: Kind::Word(term.word.into()), opened: term.opened, colon: term.colon })
    }

    fn stands_for(&self, word: &str) -> bool {
        match &self.kind {
            Kind::Word(only) => **only == *word,
            Kind::Prefix(start) => word.starts_with(&**start),
            Kind::Number => word.starts_with(|c: char| c.is_ascii_digit()),
        }
    }

    fn meets(&self, term: Term<'_>) -> bool {
        self.stands_for(term.word) && (!self.opened || term.opened) && (!self.colon || term.colon)
    }
}

#[cfg(test)]
mod tests {
    use super::super::term::Terms;
    use super::Phrase;

    #[track_caller]
    fn check(phrase: &str, line: &str, is: bool, begins: bool) {
        let terms = Terms::new(line);
        let phrase = Phrase::new(phrase).unwrap();
        assert_eq!((phrase.is(terms.all()), phrase.begins(terms.all()).is_some()), (is, begins), "{line}");
    }

    #[test]
    fn marks_and_case_are_forgiven_unless_asked_for() {
        check("read also", "READ ALSO:", true, true);
        check("read also", "Read also: who pays", false, true);
        check("photo:", "Photo: AP", false, true);
        check("photo:", "Photo evidence", false, false);
        check("(reporting by", "(Reporting by A. Writer)", false, true);
        check("(reporting by", "Reporting by night", false, false);
    }

    #[test]
    fn patterns_stand_for_numbers_beginnings_and_gaps() {
        check("# min read", "3 min read", true, true);
        check("icon-*", "icon-whatsapp", true, true);
        check("icon-*", "iconic", false, false);
        check("sign up ... newsletter", "Sign up for our newsletter", true, true);
        check("sign up ... newsletter", "Sign up for the army", false, false);
    }

    #[test]
    fn marks_alone_are_no_phrase() {
        assert!(Phrase::new("... ---").is_none());
    }
}
