//! JSON of any shape, to be looked through: what is missing or of another kind than expected is absent, never an error.
//!
//! A file that breaks off gives what stands before the break; several values one behind the other are several values. How much is kept is
//! bounded, and nesting is by the parser.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer as Parser;

use crate::model::{Note, NoteKind};

/// So many values are kept of any file, and one more for so many of its bytes; the rest is passed over. A value takes some hundred bytes
/// of memory however short it is, and those of news are longer than this.
const VALUES: usize = 100_000;
const BYTES_PER_VALUE: usize = 40;

/// A value. Its characters are those of the text where nothing in them is escaped.
#[derive(Debug)]
pub(super) enum Json<'a> {
    /// An object; its keys in their order, as often as they stand there.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    Array(Vec<Json<'a>>),
    Text(Cow<'a, str>),
    /// A number that is whole.
    Number(i64),
    Bool(bool),
    /// Nothing, a number that is not whole, or what was passed over.
    Null,
}

impl<'a> Json<'a> {
    /// The value of the first key with this name.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.pairs().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text of the first key with this name, if it has any.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    /// The characters, if it is text that is not empty.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(&**text).filter(|text| !text.trim().is_empty()),
            _ => None,
        }
    }

    /// The keys and values of an object.
    pub(super) fn pairs(&self) -> &[(Cow<'a, str>, Self)] {
        match self {
            Self::Object(pairs) => pairs,
            _ => &[],
        }
    }

    /// The values of an array; any other value is one of itself.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// The same with characters of its own.
    pub(super) fn into_owned(self) -> Json<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Object(pairs) => Json::Object(pairs.into_iter().map(|(key, value)| (own(key), value.into_owned())).collect()),
            Self::Array(items) => Json::Array(items.into_iter().map(Self::into_owned).collect()),
            Self::Text(text) => Json::Text(own(text)),
            Self::Number(number) => Json::Number(number),
            Self::Bool(is) => Json::Bool(is),
            Self::Null => Json::Null,
        }
    }
}

/// Room for the values of one file.
#[derive(Debug)]
pub(super) struct Room {
    most: u32,
    left: Cell<u32>,
}

impl Room {
    /// Room for the values in so many bytes.
    pub(super) fn for_bytes(bytes: usize) -> Self {
        let most = u32::try_from(VALUES + bytes / BYTES_PER_VALUE).unwrap_or(u32::MAX);
        Self { most, left: Cell::new(most) }
    }

    /// The value that stands first in `text`.
    pub(super) fn first<'a>(&self, text: &'a str) -> Option<Json<'a>> {
        let before = self.left.get();
        let value = Seed { left: &self.left }.deserialize(&mut Parser::from_str(text)).ok();
        if value.is_none() {
            self.left.set(before);
        }
        value
    }

    /// Whether there is no more, and values may have been left out.
    pub(super) fn is_full(&self) -> bool {
        self.left.get() == 0
    }
}

/// The values in `text`, one behind the other, and what was wrong.
pub(super) fn parse(text: &str) -> (Vec<Json<'_>>, Vec<Note>) {
    let text = text.trim_start_matches('\u{FEFF}');
    let room = Room::for_bytes(text.len());
    let left = &room.left;
    let (mut values, mut notes) = (Vec::new(), Vec::new());
    // Where each value ends is asked first: a parser that is asked whether it is done counts the lines from the beginning.
    let mut ends = Parser::from_str(text).into_iter::<IgnoredAny>();
    loop {
        let start = ends.byte_offset();
        let Some(whole) = ends.next() else { break };
        let rest = text.get(start..).unwrap_or_default();
        let one = if whole.is_ok() { text.get(start..ends.byte_offset()).unwrap_or(rest) } else { rest };
        let before = left.get();
        let read = (Seed { left }).deserialize(&mut Parser::from_str(one));
        let error = match (read, whole) {
            (Ok(value), whole) => {
                values.push(value);
                whole.err().map(|error| (error.line(), error))
            }
            (Err(error), _) => {
                left.set(before);
                let broken = one.get(..offset(one, error.line(), error.column())).unwrap_or(one);
                values.extend(mended(broken, &room));
                let above = text.get(..start).unwrap_or_default().matches('\n').count();
                Some((above + error.line(), error))
            }
        };
        if let Some((line, error)) = error {
            notes.push(ended(line, &error));
            break;
        }
    }
    if room.is_full() {
        notes.push(Note::new(NoteKind::Limit, format!("more than {} values: those behind are not read", room.most)));
    }
    (values, notes)
}

/// Why a text was read no further than to this line.
fn ended(line: usize, error: &serde_json::Error) -> Note {
    // The parser has no other word for it.
    let is_deep = error.to_string().starts_with("recursion limit exceeded");
    let (kind, why) = if is_deep { (NoteKind::Limit, "nests too deep") } else { (NoteKind::Partial, "breaks off") };
    let message = format!("the file {why} on line {line}, as JSON: what stands before is read");
    Note { line: u32::try_from(line).ok(), ..Note::new(kind, message) }
}

/// The byte at a column, counted in bytes from 1, of a line, counted from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        Some(before) => text.match_indices('\n').nth(before).map_or(text.len(), |(at, _)| at + 1),
        None => 0,
    };
    text.floor_char_boundary(start.saturating_add(column).min(text.len()))
}

/// The value of a text that breaks off within it: what is open is closed, what is half said is left out.
fn mended(broken: &str, room: &Room) -> Option<Json<'static>> {
    let (mut closers, mut in_text, mut escaped) = (Vec::new(), false, 0);
    let mut whole: Option<(usize, usize)> = None;
    for (at, byte) in broken.bytes().enumerate() {
        match byte {
            _ if escaped > 0 => escaped -= 1,
            b'\\' if in_text => escaped = if broken.as_bytes().get(at + 1) == Some(&b'u') { 5 } else { 1 },
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' => closers.push('}'),
            b'[' => closers.push(']'),
            b'}' | b']' => drop(closers.pop()),
            b',' => whole = Some((at, closers.len())),
            _ => {}
        }
    }
    // A character that is half written goes with its mark.
    let open = if escaped > 0 { broken.rfind('\\').and_then(|at| broken.get(..at)).unwrap_or(broken) } else { broken };
    let quote = if in_text { "\"" } else { "" };
    let closed: String = [open, quote].into_iter().map(str::to_owned).chain(closers.iter().rev().map(char::to_string)).collect();
    let cut = || {
        let (end, depth) = whole?;
        let closers = closers.get(..depth).unwrap_or(&closers);
        Some(broken.get(..end)?.to_owned() + &closers.iter().rev().collect::<String>())
    };
    let first = |text: &str| room.first(text).map(Json::into_owned);
    first(&closed).or_else(|| first(&cut()?))
}

/// Reads a value as long as any may still be kept.
#[derive(Clone, Copy)]
struct Seed<'a> {
    left: &'a Cell<u32>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        let Some(left) = self.left.get().checked_sub(1) else {
            return IgnoredAny::deserialize(deserializer).map(|IgnoredAny| Json::Null);
        };
        self.left.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(i64::try_from(value).map_or(Json::Null, Json::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        // What was begun while there was room is kept as far as it goes, so that the last one does not take with it what it stands in.
        let mut has_room = self.left.get() > 0;
        while let Some(value) = values.next_element_seed(self)? {
            if has_room {
                items.push(value);
            }
            has_room = self.left.get() > 0;
        }
        items.shrink_to_fit();
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            let has_room = self.left.get() > 0;
            let value = entries.next_value_seed(self)?;
            if has_room {
                pairs.push((key, value));
            }
        }
        pairs.shrink_to_fit();
        Ok(Json::Object(pairs))
    }
}

/// Reads the key of a value.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (values, notes) = parse(text);
        let notes = notes.iter().fold(String::new(), |all, note| all + "; " + &note.message);
        assert_eq!(format!("{values:?}{notes}"), expected, "{text}");
    }

    #[test]
    fn what_stands_before_a_break_is_read() {
        check("", "[]");
        check(" {\"a\": 1}\n[true]", "[Object([(\"a\", Number(1))]), Array([Bool(true)])]");
        let line = |line| format!("; the file breaks off on line {line}, as JSON: what stands before is read");
        check("{\"a\": \"wor", &format!("[Object([(\"a\", Text(\"wor\"))])]{}", line(1)));
        check("{\"a\": \"wor\\u00", &format!("[Object([(\"a\", Text(\"wor\"))])]{}", line(1)));
        check(
            "{}\n{\"a\": [1, 2,\n\"b",
            &format!("[Object([]), Object([(\"a\", Array([Number(1), Number(2), Text(\"b\")]))])]{}", line(3)),
        );
        check("{\"a\": {\"b\": 1},\n \"c", &format!("[Object([(\"a\", Object([(\"b\", Number(1))]))])]{}", line(2)));
        check("{\"a\": 1, oops", &format!("[Object([(\"a\", Number(1))])]{}", line(1)));
        check("words", &format!("[]{}", line(1)));
        check(&"[".repeat(100_000), "[]; the file nests too deep on line 1, as JSON: what stands before is read");
    }

    #[test]
    fn what_stands_behind_too_many_values_is_left_out_and_nothing_else() {
        let many = "0,".repeat(super::VALUES * 2);
        let text = format!("{{\"a\": [{{\"b\": 7}}, {{\"c\": [{many}0], \"d\": 8}}, 9], \"e\": 10}}");
        let (values, notes) = parse(&text);
        let most = super::VALUES + text.len() / super::BYTES_PER_VALUE;
        assert_eq!(notes[0].message.as_ref(), format!("more than {most} values: those behind are not read"));
        let [first, second] = values[0].get("a").unwrap().items() else { panic!("{:?}", values[0].pairs().len()) };
        assert!(matches!(first.get("b"), Some(super::Json::Number(7))));
        assert!(second.get("c").unwrap().items().len() > most - 20);
        assert!(second.get("d").is_none() && values[0].get("e").is_none());
    }

    proptest! {
        #[test]
        fn anything_is_read(text in r#"([\[\]{},:"\\ \n]|"a"|u00|é|1e999|null|true|-7){0,40}|\PC{0,60}"#) {
            let _ = parse(&text);
        }
    }
}
