//! The words of a mail: which of its parts they are, in which characters, and on which lines of the file.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::flowed::{LINES, Line, fixed, flowed};
use crate::model::{BlockKind, Note, NoteKind};
use crate::read::draft::Part;
use crate::read::html;
use crate::read::meta::is_url;
use crate::read::prose::with_plain_line_ends;
use crate::read::remarks::decoding;
use crate::text::decode::{Decoded, decode};

/// A plain part with fewer words than this may be a stub that says where the mail can be read.
const STUB_WORDS: usize = 40;

/// A stretch of a mail: a line of plain text, or a part of HTML.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) text: String,
    /// How deep it is quoted.
    pub(super) depth: usize,
    /// What HTML says it is; of plain text nothing is known.
    pub(super) kind: Option<BlockKind>,
    /// The line of the file, from 1.
    pub(super) line: u32,
}

impl Unit {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What `mail`, which begins behind `above` lines of its file, says; what was wrong with it is added to `notes`.
///
/// The plain text is taken, unless it is a stub or mostly addresses and there is HTML.
pub(super) fn body(mail: &Message<'_>, above: u32, notes: &mut Vec<Note>) -> Vec<Unit> {
    let part = |id: &u32| mail.parts.get(*id as usize);
    let mut plain: Vec<&MessagePart<'_>> = mail.text_body.iter().filter_map(part).collect();
    let mut html: Vec<&MessagePart<'_>> = mail.html_body.iter().filter_map(part).collect();
    if plain.iter().chain(&html).all(|part| part.text_contents().is_none_or(|text| text.trim().is_empty())) {
        // Parts that the parser could not decode stand in neither list.
        plain = mail.parts.iter().filter(|part| part.is_text() && !is_attached(part)).collect();
        html.clear();
    }
    let (mut said, mut said_of_html) = (Vec::new(), Vec::new());
    let units = units(mail, &plain, above, &mut said);
    let has_html = html.iter().any(|part| part.is_text_html()) && !plain.iter().any(|part| part.is_text_html());
    if has_html && is_poor(&units) {
        let richer = self::units(mail, &html, above, &mut said_of_html);
        if words(&richer) > 3 * words(&units) || !is_stub(&units) && words(&richer) > 0 {
            notes.append(&mut said_of_html);
            return richer;
        }
    }
    notes.append(&mut said);
    units
}

/// Whether a part is meant to be saved and not to be read.
pub(super) fn is_attached(part: &MessagePart<'_>) -> bool {
    part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment)
}

fn words(units: &[Unit]) -> usize {
    units.iter().map(|unit| unit.text.split_whitespace().count()).sum()
}

fn is_stub(units: &[Unit]) -> bool {
    words(units) < STUB_WORDS
}

/// Whether `units` are a stub, or hold more addresses than words.
fn is_poor(units: &[Unit]) -> bool {
    let bare = |word: &&str| is_url(word.trim_matches(['<', '>', '(', ')', '[', ']']));
    let all = units.iter().flat_map(|unit| unit.text.split_whitespace());
    let (of_urls, bytes) = all.fold((0, 0), |(urls, bytes), word| {
        let len = word.len();
        (urls + if bare(&word) { len } else { 0 }, bytes + len)
    });
    is_stub(units) || of_urls * 5 > bytes * 2
}

fn units(mail: &Message<'_>, parts: &[&MessagePart<'_>], above: u32, notes: &mut Vec<Note>) -> Vec<Unit> {
    let mut all = Vec::new();
    let mut counted = Counted { at: 0, line: above.saturating_add(1) };
    for part in parts {
        let text = text(mail, part, notes);
        let places = Places::new(mail, part, counted.to(mail, part.offset_body as usize, above));
        if part.is_text_html() || part.is_content_type("text", "html") {
            all.extend(html::parts(&text).into_iter().flat_map(|part| of_html(&part, &places)));
        } else {
            let lines = of_text(part, &text, &places);
            if lines.len() >= LINES {
                let message =
                    format!("more than {LINES} lines: what stands behind them is not told into own words and quoted ones");
                notes.push(Note::new(NoteKind::Limit, message));
            }
            all.extend(lines.into_iter().map(|line| Unit { text: line.text, depth: line.depth, kind: None, line: line.number }));
        }
        all.push(Unit { text: String::new(), depth: 0, kind: None, line: places.line(1) });
    }
    all
}

fn of_text(part: &MessagePart<'_>, text: &str, places: &Places) -> Vec<Line> {
    let says = |name: &str, value: &str| {
        let said = part.content_type().and_then(|kind| kind.attribute(name));
        said.is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    let line = |number| places.line(number);
    if says("format", "flowed") { flowed(text, says("delsp", "yes"), line) } else { fixed(text, line) }
}

/// A part of HTML; one that may hold the headers of a forwarded mail line by line.
fn of_html(part: &Part, places: &Places) -> Vec<Unit> {
    let (kind, first) = (part.kind, part.line);
    let depth = usize::from(kind == BlockKind::Quotation);
    let unit = |text: &str, line| Unit { text: text.trim().to_owned(), depth, kind: Some(kind), line };
    if !part.text.lines().any(super::forward::may_open) {
        return vec![unit(&part.text, places.line(first))];
    }
    let lines = part.text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| unit(line, places.line(first))).collect()
}

/// The characters of a part. Where those that the mail speaks of do not fit, others are tried.
pub(super) fn text<'a>(mail: &Message<'_>, part: &'a MessagePart<'_>, notes: &mut Vec<Note>) -> Cow<'a, str> {
    let (PartType::Text(said) | PartType::Html(said)) = &part.body else { return Cow::Borrowed("") };
    let wrong = said.matches('\u{FFFD}').count();
    let mut text = Cow::Borrowed(&**said);
    if wrong > 0 || part.is_encoding_problem {
        let bytes = bytes(mail, part);
        let Decoded { text: other, encoding, replaced } = decode(&bytes);
        let better = replaced < wrong || part.is_encoding_problem;
        let decoded = if better {
            Decoded { text: Cow::Owned(other.into_owned()), encoding, replaced }
        } else {
            Decoded { text: Cow::Owned(said.to_string()), encoding: "UTF-8", replaced: wrong }
        };
        if part.is_encoding_problem && part.content_transfer_encoding().is_some_and(|way| !way.eq_ignore_ascii_case("8bit")) {
            notes.push(Note::new(NoteKind::Encoding, "the mail is damaged or ends too early: what could be decoded is shown"));
        }
        notes.extend(decoding(&decoded));
        text = Cow::Owned(decoded.text.into_owned());
    }
    if text.contains(is_c1) {
        text = Cow::Owned(text.chars().map(from_windows).collect());
    }
    if text.contains('\r') { Cow::Owned(with_plain_line_ends(&text).into_owned()) } else { text }
}

fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

/// What mails mean that say Latin-1 and use its control characters: windows-1252, as the WHATWG standard has it.
fn from_windows(c: char) -> char {
    let byte = u8::try_from(u32::from(c)).ok().filter(|_| is_c1(c));
    byte.and_then(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()).unwrap_or(c)
}

/// The bytes of a part, decoded as far as they go.
fn bytes(mail: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let raw = raw(mail, part);
    let way = part.content_transfer_encoding().unwrap_or_default();
    if way.eq_ignore_ascii_case("base64") {
        let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let mut digits: Vec<u8> = raw.iter().copied().filter(is_digit).collect();
        digits.truncate(digits.len() / 4 * 4);
        return base64_decode(&digits).unwrap_or_default();
    }
    if way.eq_ignore_ascii_case("quoted-printable") { printable(raw) } else { raw.to_vec() }
}

fn raw<'a>(mail: &'a Message<'_>, part: &MessagePart<'_>) -> &'a [u8] {
    mail.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default()
}

/// Quoted-printable (RFC 2045, 6.7), where what is no code stays as it is.
fn printable(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((byte, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        rest = match (byte, behind, code) {
            (b'=', _, Some(code)) => {
                out.push(code);
                behind.get(2..).unwrap_or_default()
            }
            (b'=', [b'\n', below @ ..] | [b'\r', b'\n', below @ ..], _) => below,
            _ => {
                out.push(*byte);
                behind
            }
        };
    }
    out
}

/// How far the lines of a mail were counted: those of many parts are counted once.
struct Counted {
    /// The byte of the mail, and its line in the file, from 1.
    at: usize,
    line: u32,
}

impl Counted {
    /// The line of the file on which the byte `at` of `mail` stands, which begins behind `above` lines.
    fn to(&mut self, mail: &Message<'_>, at: usize, above: u32) -> u32 {
        if at < self.at {
            *self = Self { at: 0, line: above.saturating_add(1) };
        }
        let lines = mail.raw_message.get(self.at..at).unwrap_or_default().split(|byte| *byte == b'\n').skip(1).count();
        *self = Self { at, line: self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)) };
        self.line
    }
}

/// On which lines of the file the lines of a decoded part stand.
enum Places {
    /// One behind the other from this one on.
    From(u32),
    /// All on this one: what was encoded as a whole has no lines.
    At(u32),
    /// Each on its own: some lines of the file end none of the text.
    Each(Vec<u32>),
}

impl Places {
    /// Those of `part`, which begins on the line `first` of the file.
    fn new(mail: &Message<'_>, part: &MessagePart<'_>, first: u32) -> Self {
        let way = part.content_transfer_encoding().unwrap_or_default();
        match part.encoding {
            _ if way.eq_ignore_ascii_case("quoted-printable") => {
                let lines = (first..).zip(raw(mail, part).split(|byte| *byte == b'\n'));
                let ends = |line: &[u8]| !line.trim_ascii_end().ends_with(b"=");
                let mut all = vec![first];
                all.extend(lines.filter(|(_, line)| ends(line)).map(|(number, _)| number + 1));
                Self::Each(all)
            }
            Encoding::Base64 => Self::At(first),
            _ if way.eq_ignore_ascii_case("base64") => Self::At(first),
            _ => Self::From(first),
        }
    }

    /// The line of the file on which this line of the text stands, both from 1.
    fn line(&self, number: u32) -> u32 {
        match self {
            Self::From(first) => first.saturating_add(number).saturating_sub(1),
            Self::At(line) => *line,
            Self::Each(lines) => {
                let at = (number as usize).saturating_sub(1);
                lines.get(at).or(lines.last()).copied().unwrap_or(1)
            }
        }
    }
}
