//! A stretch looked through once, from its end to its beginning, so that what stands behind each of its commas is told without another
//! look at all of that: a sentence may be as long as a block and hold little but commas.

use crate::derive::grammar::{Class, Classes};
use crate::derive::stretch::{DEPTH, Kind, Stretch, Token, is_verb};

/// An element of a list has at most this many words.
const ELEMENT_WORDS: usize = 4;

/// A stretch and what stands from each of its tokens on.
#[derive(Debug)]
pub(super) struct Looked<'a> {
    whole: Stretch<'a>,
    /// One for each token, and one for the end.
    places: Vec<Place>,
}

/// What stands from a token on. What does not stand there stands at the end of the stretch.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// How many words, and how many finite verbs as the whole stretch shows them.
    words: usize,
    verbs: usize,
    /// The first word, and the first by which clauses are told apart.
    word: usize,
    opening: usize,
    /// The first comma at the outermost level of what stands there.
    comma: usize,
    /// Behind a comma: where the last element of the list begins that goes on there, and what follows it.
    list: usize,
}

/// A stretch from one of its tokens on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<'l, 'a> {
    looked: &'l Looked<'a>,
    from: usize,
}

impl<'a> Looked<'a> {
    pub(super) fn new(whole: Stretch<'a>) -> Self {
        let end = whole.tokens.len();
        let mut place = Place { words: 0, verbs: 0, word: end, opening: end, comma: end, list: end };
        let mut looked = Self { whole, places: vec![place; end + 1] };
        let (mut level, mut commas) = (DEPTH, [end; DEPTH as usize + 1]);
        for (at, token) in whole.tokens.iter().enumerate().rev() {
            level = level.min(token.depth);
            match token.kind {
                Kind::Word => {
                    place.words += 1;
                    place.verbs += usize::from(looked.is_verb(at, [0, end]));
                    place.word = at;
                    place.opening = if whole.may_open(token) { at } else { place.opening };
                }
                Kind::Comma => commas.get_mut(usize::from(token.depth)).into_iter().for_each(|comma| *comma = at),
                _ => {}
            }
            place.comma = commas.get(usize::from(level)).copied().unwrap_or(end);
            looked.set(at, place);
            if at.checked_sub(1).is_some_and(|before| looked.is(before, Kind::Comma)) {
                looked.set(at, Place { list: looked.list_end(at), ..place });
            }
        }
        looked
    }

    /// What stands behind the token numbered `at`.
    pub(super) fn behind<'l>(&'l self, at: usize) -> Rest<'l, 'a> {
        Rest { looked: self, from: at + 1 }
    }

    /// Whether a word stands before the token numbered `at`.
    pub(super) fn has_words_before(&self, at: usize) -> bool {
        self.place(0).words > self.place(at).words
    }

    /// Whether a finite verb stands before the token numbered `at`.
    pub(super) fn has_verb_before(&self, at: usize) -> bool {
        self.has_verb([0, at])
    }

    /// Whether the comma numbered `at` divides a list: a few words without a verb up to ", and" or the next comma of the list. Behind
    /// a clause, such words may as well begin the list that is the next clause's subject: then a verb stands behind its last element.
    pub(super) fn in_list(&self, at: usize) -> bool {
        let last = self.place(at + 1).list;
        let end = self.place(last).comma;
        last < self.end() && !(self.has_verb_before(at) && self.has_verb([last, end]))
    }

    /// Where the last element begins of the list that goes on at the token numbered `at`.
    fn list_end(&self, at: usize) -> usize {
        let comma = self.place(at).comma;
        let words = self.place(at).words - self.place(comma).words;
        if comma == self.end() || words > ELEMENT_WORDS || self.has_verb([at, comma]) {
            return self.end();
        }
        let rest = self.behind(comma);
        if rest.opens_with("and") || rest.opens_with("or") { comma + 1 } else { self.place(comma + 1).list }
    }

    /// Whether a finite verb stands in the tokens from the one numbered `from` to before the one numbered `to`, as those alone show it.
    fn has_verb(&self, [from, to]: [usize; 2]) -> bool {
        let Some(last) = to.checked_sub(1).filter(|last| *last >= from) else { return false };
        let inside = |at: usize| self.is_verb(at, [from, to]);
        inside(from) || inside(last) || last > from + 1 && self.place(from + 1).verbs > self.place(last).verbs
    }

    /// Whether the token numbered `at` is a finite verb between the neighbours that it has from `from` to before `to`.
    fn is_verb(&self, at: usize, [from, to]: [usize; 2]) -> bool {
        let token = |at: Option<usize>| at.filter(|at| (from..to).contains(at)).and_then(|at| self.whole.tokens.get(at));
        let classes = |at| token(at).map_or_else(Classes::default, |token| token.classes);
        let neighbours = [classes(at.checked_sub(1)), classes(at.checked_add(1))];
        token(Some(at))
            .is_some_and(|own| own.kind == Kind::Word && is_verb(self.whole.word(own), own.classes, neighbours, at == from))
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.whole.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    fn end(&self) -> usize {
        self.whole.tokens.len()
    }

    fn place(&self, at: usize) -> Place {
        let end = self.end();
        let nothing = Place { words: 0, verbs: 0, word: end, opening: end, comma: end, list: end };
        self.places.get(at).copied().unwrap_or(nothing)
    }

    fn set(&mut self, at: usize, place: Place) {
        self.places.get_mut(at).into_iter().for_each(|old| *old = place);
    }
}

impl<'l, 'a> Rest<'l, 'a> {
    /// Its words.
    pub(super) fn words(self) -> impl Iterator<Item = &'a Token> + use<'l, 'a> {
        self.numbered().map(|(_, word)| word)
    }

    /// Its words, each with what stands behind it.
    pub(super) fn numbered(self) -> impl Iterator<Item = (Rest<'l, 'a>, &'a Token)> + use<'l, 'a> {
        let Self { looked, from } = self;
        let places = std::iter::successors(Some(looked.place(from).word), |at| Some(looked.place(at + 1).word));
        places.map_while(|at| Some((looked.behind(at), looked.whole.tokens.get(at)?)))
    }

    pub(super) fn count_words(self) -> usize {
        self.looked.place(self.from).words
    }

    /// The first word by which clauses are told apart.
    pub(super) fn opening(self) -> Option<&'a Token> {
        self.looked.whole.tokens.get(self.looked.place(self.from).opening)
    }

    pub(super) fn has_verb(self) -> bool {
        self.looked.has_verb([self.from, self.looked.end()])
    }

    pub(super) fn opens(self, class: Class) -> bool {
        self.words().next().is_some_and(|token| token.classes.has(class))
    }

    pub(super) fn opens_with(self, word: &str) -> bool {
        self.words().next().is_some_and(|token| self.word(token).eq_ignore_ascii_case(word))
    }

    pub(super) fn word(self, token: &Token) -> &'a str {
        self.looked.whole.word(token)
    }
}
