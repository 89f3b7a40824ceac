//! The words of an article as people count them, each with the number of its base form: `ship`, `Ships` and `ship’s` have one.
//!
//! Most words are one token, and what is to be known of such a word is found out once per article, however often it stands there.

use std::borrow::Cow;

use super::reading::Reading;
use super::stopwords::{Emptiness, emptiness};
use super::tokens::{Token, Tokens};
use super::vocabulary::Vocabulary;
use crate::text::{Span, fold, word};

/// Endings of adjectives of origin and the like, which a capital makes no name.
const ADJECTIVES: [&str; 6] = ["al", "ean", "ese", "ian", "ican", "ish"];

/// What is known of a word wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// The number of its base form, which is equal for equal ones and says nothing else.
    pub(super) base: u32,
    pub(super) emptiness: Emptiness,
    pub(super) company: Company,
    pub(super) ending: Ending,
}

/// What stands behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    Nouns,
    Verbs,
    Any,
}

/// How the base form of a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Adjective,
    Participle,
    Other,
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) form: Form,
    pub(super) capital: bool,
    /// Whether more than a space parts it from the word before.
    pub(super) parted: bool,
}

/// What is known of the words of an article.
#[derive(Debug)]
pub(super) struct BaseForms<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    /// By number, as far as they were asked for: what is known of the words that tokens are.
    known: Vec<Known>,
    /// The base forms that are no token of the article; their numbers follow those of the tokens.
    others: Vocabulary,
}

/// What is known of a token.
#[derive(Clone, Copy, Debug)]
struct Known {
    bytes: u32,
    /// Nothing where it is not ASCII, for the lower case of a word may then hang on more than the lower case of its characters.
    form: Option<Form>,
}

impl<'a> BaseForms<'a> {
    pub(super) fn new(reading: &'a Reading<'_>) -> Self {
        let (text, tokens) = (&reading.article.text, &reading.tokens);
        Self { text, tokens, known: Vec::new(), others: Vocabulary::default() }
    }

    /// Adds the words of `sentence`, which has these tokens, to `words`.
    pub(super) fn read(&mut self, sentence: Span, tokens: &[Token], words: &mut Vec<Word>) {
        let (opened, mut before) = (words.len(), sentence.start());
        // Whether the last word is of several tokens. Its form waits for the last of them: a word may be as long as a block.
        let mut joined = false;
        for token in tokens {
            let Known { bytes, form } = self.known(*token);
            let span = Span::new(token.start(), token.start() + bytes as usize);
            let between = Span::new(before, span.start()).of(self.text);
            if let Some(word) = words.get_mut(opened..).and_then(<[Word]>::last_mut).filter(|_| joins(between)) {
                word.span = word.span.cover(span);
                joined = true;
            } else {
                if std::mem::take(&mut joined) {
                    self.settle(words);
                }
                let form = form.unwrap_or_else(|| self.form(&lower(span.of(self.text)), None));
                let capital = self.text.get(span.start()..).is_some_and(|text| text.starts_with(char::is_uppercase));
                words.push(Word { span, form, capital, parted: between != " " });
            }
            before = span.end();
        }
        if joined {
            self.settle(words);
        }
    }

    /// Finds the form of the last word.
    fn settle(&mut self, words: &mut [Word]) {
        if let Some(word) = words.last_mut() {
            word.form = self.form(&lower(word.span.of(self.text)), None);
        }
    }

    /// How many numbers of base forms there are by now.
    pub(super) fn len(&self) -> usize {
        self.tokens.vocabulary.len() + self.others.len()
    }

    /// The base form numbered `base`.
    pub(super) fn word(&self, base: u32) -> &str {
        let own = number(self.tokens.vocabulary.len());
        base.checked_sub(own).map_or_else(|| self.tokens.vocabulary.word(base), |other| self.others.word(other))
    }

    /// The number of the base form "of", if the article has that word.
    pub(super) fn of(&self) -> Option<u32> {
        self.tokens.vocabulary.find("of")
    }

    fn known(&mut self, token: Token) -> Known {
        let tokens = self.tokens;
        for id in number(self.known.len())..=token.id {
            let word = tokens.vocabulary.word(id);
            let form = word.is_ascii().then(|| self.form(word, Some(id)));
            self.known.push(Known { bytes: number(word.len()), form });
        }
        self.known.get(token.id as usize).copied().unwrap_or(Known { bytes: 0, form: None })
    }

    /// What is known of a word in lower case, which is the token numbered `own` if it is one.
    fn form(&mut self, lower: &str, own: Option<u32>) -> Form {
        let base = base(lower);
        let number = own.filter(|_| *base == *lower).unwrap_or_else(|| self.number(&base));
        Form { base: number, emptiness: emptiness(lower), company: company(&base), ending: ending(&base) }
    }

    fn number(&mut self, base: &str) -> u32 {
        let own = &self.tokens.vocabulary;
        own.find(base).unwrap_or_else(|| number(own.len()).saturating_add(self.others.enter(base)))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether two tokens are of one word that have this between them.
fn joins(between: &str) -> bool {
    let mut between = between.chars();
    between.next().is_some_and(word::joins) && between.next().is_none()
}

/// A word in lower case with plain apostrophes and hyphens.
fn lower(written: &str) -> String {
    written.to_lowercase().chars().map(|c| fold::plain(c).unwrap_or(c)).collect()
}

/// A word without the ending of a genitive or a plural.
fn base(lower: &str) -> Cow<'_, str> {
    let word = lower.strip_suffix("'s").unwrap_or(lower);
    let plural = word.len() > 4 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix("ies") {
        Some(stem) if plural => Cow::Owned(format!("{stem}y")),
        _ => Cow::Borrowed(word.strip_suffix('s').filter(|_| plural).unwrap_or(word)),
    }
}

/// Words that open a noun phrase, for a word that never stands behind one may as well be a verb; and words of grammar behind which no
/// noun stands.
fn company(base: &str) -> Company {
    match base {
        "a" | "about" | "against" | "all" | "an" | "any" | "as" | "at" | "between" | "both" | "by" | "each" | "every" | "few"
        | "for" | "from" | "her" | "his" | "in" | "into" | "its" | "many" | "more" | "most" | "my" | "no" | "of" | "on"
        | "our" | "over" | "several" | "some" | "such" | "that" | "the" | "their" | "these" | "this" | "those" | "with" => {
            Company::Nouns
        }
        "can" | "cannot" | "could" | "did" | "do" | "does" | "he" | "i" | "may" | "might" | "must" | "not" | "she" | "should"
        | "they" | "to" | "we" | "who" | "will" | "would" | "you" => Company::Verbs,
        _ => Company::Any,
    }
}

fn ending(base: &str) -> Ending {
    if base.ends_with("ed") {
        Ending::Participle
    } else if ADJECTIVES.iter().any(|end| base.ends_with(end)) {
        Ending::Adjective
    } else {
        Ending::Other
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BaseForms, base, company, ending, lower};
    use crate::derive::reading::Reading;
    use crate::derive::stopwords::emptiness;
    use crate::model::Article;
    use crate::text::word::words;
    use crate::text::{Clean, Span};

    #[test]
    fn a_word_of_many_tokens_has_one_form() {
        let text = "a-b-c-d-e".repeat(50);
        let article = Article { text: Clean::from(text.as_str()), ..Article::default() };
        let reading = Reading::new(&article);
        let (mut forms, mut words) = (BaseForms::new(&reading), Vec::new());
        forms.read(Span::new(0, text.len()), reading.tokens.all(), &mut words);
        assert_eq!((words.len(), forms.len()), (1, reading.tokens.vocabulary.len() + 1));
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_text_and_known_by_their_base_form(
            text in "(([tT]he|[mM]ights?|[cC]it(y|ies)|[a-cA-C]{1,5}|ΟΔΟΣ|οδοσ|é|İ|Kelvi|of)(s|’s|'s|ed|ian)?([ .,’'&_-]|‑| – |, )){0,30}",
        ) {
            let article = Article { text: Clean::from(text.as_str()), ..Article::default() };
            let text = &*article.text;
            let reading = Reading::new(&article);
            let (mut forms, mut found) = (BaseForms::new(&reading), Vec::new());
            forms.read(Span::new(0, text.len()), reading.tokens.all(), &mut found);
            prop_assert_eq!(found.iter().map(|word| word.span).collect::<Vec<_>>(), words(text).collect::<Vec<_>>());
            let mut end = 0;
            for word in &found {
                let lower = lower(word.span.of(text));
                let base = base(&lower);
                prop_assert_eq!(forms.word(word.form.base), &*base);
                prop_assert_eq!(word.form.emptiness, emptiness(&lower));
                prop_assert_eq!(word.form.company, company(&base));
                prop_assert_eq!(word.form.ending, ending(&base));
                prop_assert_eq!(word.parted, Span::new(end, word.span.start()).of(text) != " ");
                end = word.span.end();
            }
            for (one, other) in found.iter().zip(found.iter().skip(1)) {
                let equal = forms.word(one.form.base) == forms.word(other.form.base);
                prop_assert_eq!(one.form.base == other.form.base, equal);
            }
        }
    }
}
