//! Files that are no text and that nothing here reads: each is told by its first bytes, and refused with what to do instead.
//!
//! All of them are one format to the others (`binary`), so that a kind of file more is a line here and nothing elsewhere.

use super::draft::Draft;
use super::file::File;
use super::format::Refusal;

/// What is done with pictures of text.
const PICTURE: &str = "a picture: if there is text in it, have it recognised (tesseract FILE - | attache -)";
const PACKED: &str = "packed: unpack it and open what is in it";
const SOUND: &str = "sound or film: there is no text in it";
const PROGRAM: &str = "a program: there is no text in it";

/// What a file begins with, from a byte on, and what it is.
const KINDS: [(usize, &[u8], &str); 37] = [
    (0, b"%PDF-", "a PDF: pdftotext -layout FILE - | attache - reads its text"),
    (0, b"%!PS", "PostScript: ps2ascii FILE | attache - reads its text"),
    (
        0,
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Office file (.doc, .xls, .ppt, .msg) or an encrypted one: open it in its program and save it as .docx or as text",
    ),
    (0, b"PK\x03\x04", "a zip archive, or an Office file of another kind: unpack it, or save what it shows as text"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (60, b"BOOKMOBI", "a Kindle book: convert it to EPUB"),
    (60, b"TEXtREAd", "a Palm book: convert it to EPUB"),
    (0, b"AT&TFORM", "a DjVu file: djvutxt FILE | attache - reads its text"),
    (0, b"SQLite format 3\0", "an SQLite database: export the texts in it"),
    (0, b"\x89PNG\r\n\x1A\n", PICTURE),
    (0, b"\xFF\xD8\xFF", PICTURE),
    (0, b"GIF87a", PICTURE),
    (0, b"GIF89a", PICTURE),
    (0, b"II*\0", PICTURE),
    (0, b"MM\0*", PICTURE),
    (8, b"WEBP", PICTURE),
    (4, b"ftypheic", PICTURE),
    (4, b"ftypavif", PICTURE),
    (0, b"\x1F\x8B\x08", PACKED),
    (0, b"BZh", PACKED),
    (0, b"\xFD7zXZ\0", PACKED),
    (0, b"\x28\xB5\x2F\xFD", PACKED),
    (0, b"7z\xBC\xAF\x27\x1C", PACKED),
    (0, b"Rar!\x1A\x07", PACKED),
    (257, b"ustar", PACKED),
    (4, b"ftyp", SOUND),
    (8, b"WAVE", SOUND),
    (8, b"AVI ", SOUND),
    (0, b"OggS\0", SOUND),
    (0, b"fLaC\0\0", SOUND),
    (0, b"ID3\x03", SOUND),
    (0, b"ID3\x04", SOUND),
    (0, b"\x1A\x45\xDF\xA3", SOUND),
    (0, b"\x7FELF", PROGRAM),
    (0, b"\xCF\xFA\xED\xFE", PROGRAM),
    (0, b"\xCA\xFE\xBA\xBE", PROGRAM),
    (0, b"\0asm", PROGRAM),
];

/// Whether a file's content is of a kind that nothing here reads.
pub(super) fn is_refused(file: &File<'_>) -> bool {
    kind(file.bytes).is_some()
}

/// Says what the file is and what to do.
pub(super) fn refuse(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let what = kind(file.bytes).unwrap_or("no text");
    Err(format!("this is {what}").into())
}

fn kind(bytes: &[u8]) -> Option<&'static str> {
    let begins = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    // What stands at the eighth byte is told apart by what stands before it.
    let fits = |at: usize| at != 8 || begins(0, b"RIFF");
    KINDS.into_iter().find(|(at, magic, _)| begins(*at, magic) && fits(*at) && !is_text(bytes, magic)).map(|(_, _, what)| what)
}

/// Whether a beginning made of letters alone is that of a text: `BZhev is a town`.
fn is_text(bytes: &[u8], magic: &[u8]) -> bool {
    let head = bytes.get(..512).unwrap_or(bytes);
    let letters = magic.iter().all(u8::is_ascii_graphic);
    let is_markup = magic.starts_with(b"%");
    letters && !is_markup && head.iter().all(|byte| *byte >= b' ' || byte.is_ascii_whitespace())
}
