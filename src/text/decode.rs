//! Bytes to characters: what encoding a file is in, and its text.
//!
//! A byte-order mark is believed first, then UTF-32 and UTF-16 told by their NUL bytes, then valid UTF-8, then a guess at the
//! legacy encoding (chardetng, the detector of a browser). It never fails; what could not be decoded is counted.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// The byte by which ISO-2022-JP switches to other characters.
const ESCAPE: u8 = 0x1B;

/// How ISO-2022-JP switches to Japanese characters (RFC 1468): the two sets of JIS X 0208. No text has it that is not in that encoding.
const JAPANESE: [&str; 2] = ["\u{1B}$B", "\u{1B}$@"];

/// The byte-order mark.
const MARK: char = '\u{FEFF}';

/// How many characters of UTF-32 tell it.
const PROBE: usize = 256;

/// How many bytes the detector of legacy encodings looks at; more changes its answer on no text that has been seen.
const DETECT_BYTES: usize = 256 * 1024;

/// What [`decode`] made of some bytes.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The characters, byte-order mark removed, not yet clean.
    pub text: Cow<'a, str>,
    /// The encoding's name in the WHATWG standard, such as `UTF-8` or `windows-1252`; or `UTF-32LE` or `UTF-32BE`.
    pub encoding: &'static str,
    /// How many replacement characters stand for bytes that could not be decoded.
    pub replaced: usize,
}

impl Decoded<'_> {
    /// The same, as it stands in another's hands.
    pub fn borrowed(&self) -> Decoded<'_> {
        Decoded { text: Cow::Borrowed(&self.text), encoding: self.encoding, replaced: self.replaced }
    }
}

/// The text in `bytes`.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    decode_declared(bytes, None)
}

/// The text in `bytes`, in their own memory where they are its characters already; else they are given back at once.
pub fn decode_owned(mut bytes: Vec<u8>) -> Decoded<'static> {
    let Decoded { text, encoding, replaced } = decode(&bytes);
    let (mark, other) = match text {
        Cow::Borrowed(text) => (bytes.len() - text.len(), None),
        Cow::Owned(text) => (0, Some(text)),
    };
    let text = other.unwrap_or_else(|| {
        bytes.drain(..mark);
        String::from_utf8(bytes).unwrap_or_default()
    });
    Decoded { text: Cow::Owned(text), encoding, replaced }
}

/// The text in `bytes`, which say of themselves that they are in the encoding that the WHATWG standard calls `label`.
///
/// What they say is believed where nothing in them says otherwise: behind a byte-order mark, and behind valid UTF-8, which no
/// other encoding looks like by accident but those that switch with an escape.
pub fn decode_declared<'a>(bytes: &'a [u8], label: Option<&str>) -> Decoded<'a> {
    let declared = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let declared = declared.filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8 || *encoding == ISO_2022_JP);
    if let Some(decoded) = utf32(bytes) {
        return decoded;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return with(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if bytes.contains(&ESCAPE) => escaped(text, declared),
        Ok(text) => Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), replaced: 0 },
        Err(_) => with(declared.unwrap_or_else(|| guess(bytes)), bytes),
    }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let replaced = if had_errors { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text, encoding: encoding.name(), replaced }
}

/// Mostly valid UTF-8 with a few broken bytes stays UTF-8: a damaged file is commoner than a legacy one that looks so.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (valid, broken) = utf8_sequences(bytes);
    if valid > 0 && broken * 10 <= valid {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let head = bytes.get(..DETECT_BYTES).unwrap_or(bytes);
    detector.feed(head, head.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// How many well-formed multi-byte characters and how many broken stretches `bytes` hold.
fn utf8_sequences(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(valid, broken), chunk| {
        let long = chunk.valid().bytes().filter(|&byte| is_lead(byte)).count();
        (valid + long, broken + usize::from(!chunk.invalid().is_empty()))
    })
}

/// Whether a character of more than one byte begins with `byte`, in valid UTF-8.
fn is_lead(byte: u8) -> bool {
    byte >= 0xC0
}

/// The text of `bytes` in UTF-32, which the WHATWG standard does not know: all of them are characters in one of the two orders, but for a
/// last one that is cut. The two low bytes of UTF-16 are hardly ever the high ones of a character.
fn utf32(bytes: &[u8]) -> Option<Decoded<'static>> {
    let (fours, rest) = bytes.as_chunks::<4>();
    let as_utf32 = |name, order: fn([u8; 4]) -> u32| {
        let is_character = |four: &[u8; 4]| char::from_u32(order(*four)).is_some_and(|c| c != '\0');
        if fours.len() < 2 || !fours.iter().take(PROBE).all(is_character) {
            return None;
        }
        let character = |four: &[u8; 4]| char::from_u32(order(*four)).unwrap_or(char::REPLACEMENT_CHARACTER);
        let mut text: String = fours.iter().map(character).skip_while(|c| *c == MARK).collect();
        text.extend((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER));
        let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
        Some(Decoded { text: Cow::Owned(text), encoding: name, replaced })
    };
    as_utf32("UTF-32LE", u32::from_le_bytes).or_else(|| as_utf32("UTF-32BE", u32::from_be_bytes))
}

/// The characters of `text`, in which something is escaped: of ISO-2022-JP, if that was declared, or if it switches to Japanese and all of
/// it is that.
fn escaped<'a>(text: &'a str, declared: Option<&Encoding>) -> Decoded<'a> {
    let decoded = || with(ISO_2022_JP, text.as_bytes());
    let whole = || Some(decoded()).filter(|decoded| decoded.replaced == 0);
    let switched = || JAPANESE.iter().any(|switch| text.contains(switch));
    let japanese = if declared == Some(ISO_2022_JP) { Some(decoded()) } else { switched().then(whole).flatten() };
    japanese.unwrap_or(Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), replaced: 0 })
}

/// Latin text in UTF-16 has a NUL in nearly every second byte of its beginning.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(512) & !1)?;
    if head.len() < 4 {
        return None;
    }
    let nul = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let most = head.len() / 2 * 7 / 10;
    match (nul(0), nul(1)) {
        (high, low) if high > most && low == 0 => Some(UTF_16BE),
        (high, low) if low > most && high == 0 => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_declared};

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let got = decode(bytes);
        assert_eq!((got.encoding, got.text.as_ref()), (encoding, text));
    }

    #[test]
    fn every_encoding_an_analyst_meets() {
        check("Qu’est-ce".as_bytes(), "UTF-8", "Qu’est-ce");
        check(b"\xEF\xBB\xBFTalks", "UTF-8", "Talks");
        check(b"\xFF\xFET\0a\0l\0k\0s\0", "UTF-16LE", "Talks");
        check(b"\xFE\xFF\0T\0a\0l\0k\0s", "UTF-16BE", "Talks");
        check(b"T\0a\0l\0k\0s\0.\0", "UTF-16LE", "Talks.");
        check(b"\xFF\xFE\0\0T\0\0\0a\0\0\0\x1D\xF4\x01\0", "UTF-32LE", "Ta\u{1F41D}");
        check(b"\0\0\xFE\xFF\0\0\0T\0\0\0a", "UTF-32BE", "Ta");
        check(b"T\0\0\0a\0\0\0\0", "UTF-32LE", "Ta\u{FFFD}");
        check(b"the \x1B$B7n\x1B(B of May", "ISO-2022-JP", "the 月 of May");
        check(b"the \x1B$B7n", "ISO-2022-JP", "the 月");
        check("the \u{1B}$B7n\u{1B}(0 of é".as_bytes(), "UTF-8", "the \u{1B}$B7n\u{1B}(0 of é");
        check(
            b"the minister\x92s \x93plan\x94 \x96 costed at \x805 million",
            "windows-1252",
            "the minister’s “plan” – costed at €5 million",
        );
        check(b"", "UTF-8", "");
    }

    #[test]
    fn what_a_file_says_of_its_encoding_is_believed_unless_it_is_wrong() {
        let said = |bytes: &'static [u8], label| decode_declared(bytes, Some(label)).text.into_owned();
        assert_eq!(said(b"\xE3\xEE\xE4", "windows-1251"), "год");
        assert_eq!(said(b"\x8C\x8E", "Shift_JIS"), "月");
        assert_eq!(said(b"\x1B$B7n\x1B(B", "iso-2022-jp"), "月");
        assert_eq!(said("год".as_bytes(), "windows-1251"), "год");
        assert_eq!(said(b"caf\xE9 noir", "utf-8"), "café noir");
        assert_eq!(said(b"caf\xE9 noir", "no such thing"), "café noir");
        assert_eq!(said(b"T\0a\0l\0k\0s\0", "windows-1252"), "Talks");
    }

    #[test]
    fn a_damaged_utf8_file_stays_utf8() {
        let got = decode(
            b"caf\xC3\xA9 \xC3\xA9t\xC3\xA9 na\xC3\xAFve \xC3\xBCber r\xC3\xB4le \xC3\xA0 l\xC3\xA0 \xC3\xA9l\xC3\xA8ve \xFF end",
        );
        assert_eq!((got.encoding, got.replaced), ("UTF-8", 1));
    }
}
