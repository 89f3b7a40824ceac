//! The one door for foreign text, and the type that proves a text came through it.
//!
//! Past this door no character acts on a terminal, a clipboard, a shell or the order in which a line is read: controls
//! become visible pictures, line ends become `\n`, invisible and reordering characters are shown or dropped and counted.
//! It judges single characters and their neighbours, never meaning.

use std::fmt;
use std::ops::{AddAssign, Deref};

use unicode_normalization::char::is_combining_mark;

use super::Span;
use super::character::{has_variant, is_conjoining, is_invisible, is_joined_script, is_noncharacter, is_pictograph, picture};
use super::ordinary::ordinary;

/// How many combining marks a letter may carry; real scripts need fewer (UAX #15, Stream-Safe, allows 30).
const MARKS_PER_LETTER: u32 = 8;

/// How many joiners may make one sign of several: the largest emoji, families and couples, have three. Where a terminal does not join them,
/// a sign of thousands would run over the whole screen.
const JOINERS_PER_SIGN: u32 = 4;

/// The joiner of emoji.
const JOINER: char = '\u{200D}';

/// A text that only this module can make: no control character but `\n`, no bidi control, no invisible character.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(Box<str>);

/// What was changed on the way in, by class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Control characters shown as pictures or replacement characters.
    pub controls: usize,
    /// Characters that reorder text (bidi embeddings, overrides, isolates, marks), shown as replacement characters.
    pub reordering: usize,
    /// Characters without a glyph of their own (zero width, tags, stray selectors), dropped.
    pub invisible: usize,
    /// Combining marks past the eighth on one letter, dropped.
    pub marks: usize,
}

impl AddAssign for Cleaned {
    fn add_assign(&mut self, other: Self) {
        self.controls += other.controls;
        self.reordering += other.reordering;
        self.invisible += other.invisible;
        self.marks += other.marks;
    }
}

impl Cleaned {
    /// How many characters were changed in all.
    pub fn total(&self) -> usize {
        self.controls + self.reordering + self.invisible + self.marks
    }
}

/// The clean form of `raw`.
pub fn clean(raw: &str) -> Clean {
    clean_counted(raw).0
}

/// The clean form of `raw` and what had to be changed for it.
pub fn clean_counted(raw: &str) -> (Clean, Cleaned) {
    let mut door = Door { out: String::with_capacity(raw.len()), ..Door::default() };
    let mut rest = raw;
    while !rest.is_empty() {
        let (run, beyond) = rest.split_at_checked(ordinary(rest)).unwrap_or_default();
        door.run(run);
        let mut chars = beyond.chars();
        let odd = chars.next();
        rest = chars.as_str();
        let next = rest.chars().next();
        odd.filter(|&c| !(c == '\r' && next == Some('\n'))).into_iter().for_each(|c| door.pass(c, next));
    }
    (Clean(door.out.into()), door.counts)
}

/// The same of a text that is not needed any more: where nothing has to be changed, it is that text.
pub fn clean_owned(raw: String) -> (Clean, Cleaned) {
    if ordinary(&raw) == raw.len() { (Clean(raw.into()), Cleaned::default()) } else { clean_counted(&raw) }
}

#[derive(Default)]
struct Door {
    out: String,
    counts: Cleaned,
    /// Combining marks since the last base.
    marks: u32,
    /// Joiners in the sign that is being put together.
    joiners: u32,
    /// The last character let through.
    last: Option<char>,
}

impl Door {
    /// Lets in characters that none of the rules below speaks of.
    fn run(&mut self, run: &str) {
        if let Some(last) = run.chars().next_back() {
            self.marks = 0;
            // The first one may belong to the sign before a joiner.
            if self.last != Some(JOINER) || run.chars().nth(1).is_some() {
                self.joiners = 0;
            }
            self.last = Some(last);
            self.out.push_str(run);
        }
    }

    /// Lets in a character as it may come in, when `next` stands behind it.
    fn pass(&mut self, c: char, next: Option<char>) {
        match c {
            '\n' | ' '..='~' => self.base(c),
            '\t' => self.base(' '),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' => self.base('\n'),
            '\0'..='\u{1F}' | '\u{7F}' => self.control(picture(c)),
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                self.counts.reordering += 1;
                self.base('\u{FFFD}');
            }
            '\u{80}'..='\u{9F}' | '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => self.control('\u{FFFD}'),
            '\u{200C}' | '\u{200D}' => self.joiner(c, next),
            '\u{FE00}'..='\u{FE0F}' => self.selector(c, next),
            _ if is_invisible(c) => self.counts.invisible += 1,
            _ if is_noncharacter(c) => self.control('\u{FFFD}'),
            _ if is_combining_mark(c) || is_conjoining(c) => self.mark(c),
            '\u{1F3FB}'..='\u{1F3FF}' => self.skin(c),
            _ => self.base(c),
        }
    }

    fn base(&mut self, c: char) {
        self.marks = 0;
        if self.last != Some(JOINER) {
            self.joiners = 0;
        }
        self.let_in(c);
    }

    /// The colour of a skin belongs to the sign before it, as a mark does to a letter; it can stand alone.
    fn skin(&mut self, c: char) {
        if self.marks > 0 {
            self.counts.marks += 1;
            return;
        }
        self.marks += 1;
        self.let_in(c);
    }

    fn control(&mut self, shown: char) {
        self.counts.controls += 1;
        self.base(shown);
    }

    /// A joiner stays singly where Persian, Indic scripts and emoji families need it. Between letters of other scripts nobody sees it: what is
    /// written with joiners there is meant to be hidden.
    fn joiner(&mut self, c: char, next: Option<char>) {
        let joins = |c: Option<char>| c.is_some_and(|c| is_joined_script(c) || is_pictograph(c));
        let is_sign = self.last.is_some_and(is_pictograph);
        if joins(self.last) && joins(next) && !(is_sign && self.joiners >= JOINERS_PER_SIGN) {
            self.joiners += 1;
            self.let_in(c);
        } else {
            self.counts.invisible += 1;
        }
    }

    /// A variation selector stays once, behind a character of which it makes another sign.
    fn selector(&mut self, c: char, next: Option<char>) {
        if self.last.is_some_and(|base| has_variant(base, c, next)) {
            self.let_in(c);
        } else {
            self.counts.invisible += 1;
        }
    }

    /// A mark needs a letter to stand on: without one it gets a dotted circle.
    fn mark(&mut self, c: char) {
        if self.marks >= MARKS_PER_LETTER {
            self.counts.marks += 1;
            return;
        }
        if self.last.is_none_or(char::is_whitespace) {
            self.base('\u{25CC}');
        }
        self.marks += 1;
        self.let_in(c);
    }

    fn let_in(&mut self, c: char) {
        self.last = Some(c);
        self.out.push(c);
    }
}

impl Clean {
    /// The text on one line: line ends become spaces. For titles, labels and names.
    #[must_use]
    pub fn one_line(&self) -> Self {
        if self.0.contains('\n') { Self(self.0.replace('\n', " ").into()) } else { self.clone() }
    }

    /// The same, in place of the text itself.
    #[must_use]
    pub fn into_line(self) -> Self {
        if self.0.contains('\n') { self.one_line() } else { self }
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        clean(raw)
    }
}

impl From<String> for Clean {
    fn from(raw: String) -> Self {
        clean_owned(raw).0
    }
}

/// A clean text being put together from pieces of clean texts.
#[derive(Debug, Default)]
pub struct CleanBuf(String);

impl CleanBuf {
    /// An empty text with room for `bytes`.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Appends the piece of `from` at `span`.
    pub fn push(&mut self, from: &Clean, span: Span) {
        self.0.push_str(span.of(from));
    }

    /// Appends one space.
    pub fn space(&mut self) {
        self.0.push(' ');
    }

    /// Appends one line end.
    pub fn line_end(&mut self) {
        self.0.push('\n');
    }

    /// The number of bytes so far.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was appended yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The finished text.
    pub fn finish(self) -> Clean {
        Clean(self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ordinary::is_ordinary;
    use super::{Clean, Cleaned, Door, clean, clean_counted};

    /// Every character looked at alone.
    fn slowly_cleaned(raw: &str) -> (Clean, Cleaned) {
        let mut door = Door::default();
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            if !(c == '\r' && next == Some('\n')) {
                door.pass(c, next);
            }
        }
        (Clean(door.out.into()), door.counts)
    }

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(&*clean(raw), expected);
    }

    #[test]
    fn controls_become_visible_and_line_ends_one() {
        check("a\r\nb\rc\u{85}d\u{2028}e\tf", "a\nb\nc\nd\ne f");
        check("red \u{1b}[31m bell\u{7} nul\0 del\u{7f} c1\u{9b}", "red ␛[31m bell␇ nul␀ del␡ c1\u{FFFD}");
    }

    #[test]
    fn reordering_and_invisible_characters_never_pass() {
        check("a\u{202E}b\u{2066}c", "a\u{FFFD}b\u{FFFD}c");
        check("zero\u{200B}width\u{FEFF} soft\u{AD}hyphen tag\u{E0041}", "zerowidth softhyphen tag");
        assert_eq!(clean_counted("\u{202E}\u{200B}\u{1}").1, Cleaned { controls: 1, reordering: 1, invisible: 1, marks: 0 });
    }

    #[test]
    fn real_scripts_and_emoji_stay() {
        for text in ["العربية", "עברית", "می‌خواهم", "हिन्दी", "👩‍👩‍👧", "❤️", "S‑400 – “visit”"]
        {
            check(text, text);
        }
    }

    #[test]
    fn nothing_is_hidden_between_letters() {
        check("W\u{FE00}a\u{FE0F}r 1\u{FE0F} \u{FE0E}д\u{200D}а \u{3B1}\u{200C}\u{3B2}", "War 1 да αβ");
        assert_eq!(clean_counted("W\u{FE00}ar д\u{200D}а").1.invisible, 2);
        for text in ["1\u{FE0F}\u{20E3} ❤\u{FE0F} ☎\u{FE0E}", "神\u{FE00} ∩\u{FE00}", "क्\u{200D}ष می\u{200C}خواهم"]
        {
            check(text, text);
        }
    }

    #[test]
    fn marks_are_bounded_and_never_stand_alone() {
        let zalgo = format!("a{}", "\u{0301}".repeat(40));
        assert_eq!(clean(&zalgo).chars().count(), 9);
        check("\u{0301}x", "\u{25CC}\u{0301}x");
        assert_eq!(clean(&format!("\u{1100}{}", "\u{1161}".repeat(40))).chars().count(), 9);
        check("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}");
    }

    #[test]
    fn a_sign_of_thousands_of_signs_falls_apart() {
        let (text, counts) = clean_counted(&"👩🏽\u{200D}".repeat(40));
        assert_eq!(counts.invisible, 8, "one joiner in five");
        assert_eq!(text.matches("👩🏽").count(), 40);
        check("👩🏽🏽🏽", "👩🏽");
        check("👨‍❤️‍💋‍👨 👨‍👩‍👧‍👦", "👨‍❤️‍💋‍👨 👨‍👩‍👧‍👦");
    }

    #[test]
    fn no_ordinary_character_is_changed() {
        let all: String = ('\0'..=char::MAX).filter(|&c| is_ordinary(c)).collect();
        assert_eq!(slowly_cleaned(&all), (Clean(all.into()), Cleaned::default()));
    }

    proptest! {
        #[test]
        fn copying_runs_changes_nothing(raw in "([a-z “”’–…é\\r\\n\\t]{0,20}|\\p{M}{1,10}|\\p{C}|\u{200D}|((❤|👩)(\u{FE0F}|🏽)?\u{200D}){1,9}|\\p{L}|.){0,20}") {
            prop_assert_eq!(clean_counted(&raw), slowly_cleaned(&raw));
        }
    }
}
