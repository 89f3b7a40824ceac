//! RTF: its text alone, as databases and old word processors write it.
//!
//! The crates for it either bring a browser's bindings or give up at the first odd group; the text takes this much. What is drawn,
//! styled, hidden or deleted is passed over. Groups are counted, not called, so depth costs nothing.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::database;
use super::draft::{Draft, Part};
use super::file::File;
use super::format::Refusal;
use super::prose::prose;
use crate::model::{BlockKind, Note, NoteKind};

/// Deeper groups are passed over.
const DEPTH: usize = 1000;

/// Groups that hold no words of the text.
const PASSED_OVER: [&str; 30] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "themedata",
    "colorschememapping",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "latentstyles",
    "datastore",
    "fldinst",
    "pntext",
    "listtext",
    "nonshppict",
    "bkmkstart",
    "bkmkend",
    "footnote",
];

/// Whether a file's content is RTF.
pub(super) fn is_rtf(file: &File<'_>) -> bool {
    file.bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// The articles of the RTF `file`: those of a database's export, else one.
pub(super) fn read(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let (text, whole) = text(file.bytes);
    let mut drafts = database::drafts(&text)
        .unwrap_or_else(|| vec![Draft { parts: prose(&text, BlockKind::Paragraph, |line| line), ..Draft::default() }]);
    if text.trim().is_empty() {
        return Err("there are no words in this RTF file: save it as text in the program that wrote it".into());
    }
    for draft in &mut drafts {
        for (part, number) in draft.parts.iter_mut().zip(1..) {
            *part = Part { line: number, text: std::mem::take(&mut part.text), kind: part.kind };
        }
    }
    if let Some(first) = drafts.first_mut().filter(|_| !whole) {
        first.notes.push(Note::new(NoteKind::File, "the RTF file ends too early: its end may be missing"));
    }
    Ok(drafts)
}

/// The words of `rtf`, paragraphs divided by blank lines, and whether all its groups are closed.
fn text(rtf: &[u8]) -> (String, bool) {
    let mut reader = Reader {
        rest: rtf,
        out: String::new(),
        bytes: Vec::new(),
        high: None,
        groups: Vec::new(),
        group: Group::default(),
        encoding: WINDOWS_1252,
        to_skip: 0,
        too_deep: 0,
    };
    while reader.step() {}
    reader.flush();
    let whole = reader.groups.is_empty();
    (reader.out, whole)
}

/// What holds until a group ends.
#[derive(Clone, Copy)]
struct Group {
    passed_over: bool,
    hidden: bool,
    /// How many characters stand in for one that is given by its number.
    stand_ins: usize,
}

impl Default for Group {
    fn default() -> Self {
        Self { passed_over: false, hidden: false, stand_ins: 1 }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    out: String,
    /// Bytes of the file's code page that are not decoded yet: a character may have two.
    bytes: Vec<u8>,
    /// The first half of a character of two numbers.
    high: Option<u16>,
    groups: Vec<Group>,
    group: Group,
    encoding: &'static Encoding,
    /// So many characters still stand in for one that came already.
    to_skip: usize,
    too_deep: usize,
}

impl<'a> Reader<'a> {
    fn step(&mut self) -> bool {
        let Some((byte, rest)) = self.rest.split_first() else { return false };
        self.rest = rest;
        match byte {
            b'{' => self.open(),
            b'}' => self.close(),
            b'\\' => self.control(),
            b'\r' | b'\n' | 0 => {}
            _ => self.byte(*byte),
        }
        true
    }

    fn open(&mut self) {
        self.to_skip = 0;
        if self.groups.len() >= DEPTH {
            self.too_deep += 1;
        } else {
            self.groups.push(self.group);
        }
    }

    fn close(&mut self) {
        self.to_skip = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(outer) = self.groups.pop() {
            self.flush();
            self.group = outer;
        }
    }

    fn control(&mut self) {
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if length == 0 {
            return self.symbol();
        }
        let word = self.taken(length);
        let minus = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(minus).take_while(|byte| byte.is_ascii_digit()).count().min(10);
        let number = if digits > 0 { self.taken(minus + digits) } else { b"" };
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i64>().ok());
        if self.rest.first() == Some(&b' ') {
            self.taken(1);
        }
        self.word(std::str::from_utf8(word).unwrap_or_default(), number);
    }

    /// The next bytes, which are taken from the rest.
    fn taken(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, b""));
        self.rest = rest;
        taken
    }

    fn symbol(&mut self) {
        match self.taken(1) {
            b"'" => {
                let code = self.rest.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
                if let Some(code) = code {
                    self.taken(2);
                    self.byte(code);
                }
            }
            b"*" => self.group.passed_over = true,
            b"~" => self.put('\u{a0}'),
            b"_" => self.put('\u{2011}'),
            b"\r" | b"\n" => self.line_end(true),
            [mark @ (b'\\' | b'{' | b'}')] => self.byte(*mark),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        match word {
            _ if PASSED_OVER.contains(&word) => self.group.passed_over = true,
            "par" | "sect" | "page" | "row" => self.line_end(true),
            "line" => self.line_end(false),
            "tab" | "cell" => self.put('\t'),
            "emdash" => self.put('—'),
            "endash" => self.put('–'),
            "lquote" => self.put('‘'),
            "rquote" => self.put('’'),
            "ldblquote" => self.put('“'),
            "rdblquote" => self.put('”'),
            "bullet" => self.put('•'),
            "emspace" | "enspace" => self.put(' '),
            "u" => self.numbered(number.unwrap_or_default()),
            "uc" => self.group.stand_ins = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).min(8),
            "v" | "deleted" => self.group.hidden = number != Some(0),
            "plain" => self.group.hidden = false,
            "bin" => {
                let count = number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default();
                self.taken(count.min(self.rest.len()));
            }
            "ansicpg" => self.encoding = number.and_then(code_page).unwrap_or(self.encoding),
            _ => {}
        }
    }

    /// A character given by its number in UTF-16, which may be written as if it were below zero.
    fn numbered(&mut self, number: i64) {
        let Some(unit) = number.checked_rem_euclid(0x1_0000).and_then(|unit| u16::try_from(unit).ok()) else { return };
        let pair = [self.high.take().unwrap_or(unit), unit];
        let units = if pair.first() == pair.last() { pair.get(1..) } else { pair.get(..) }.unwrap_or_default();
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
        } else {
            for c in char::decode_utf16(units.iter().copied()) {
                self.put(c.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        self.to_skip = self.group.stand_ins;
    }

    /// A byte of the file's code page.
    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if !self.group.passed_over && !self.group.hidden {
            self.bytes.push(byte);
        }
    }

    fn put(&mut self, c: char) {
        self.flush();
        if !self.group.passed_over && !self.group.hidden {
            self.out.push(c);
        }
    }

    fn line_end(&mut self, blank: bool) {
        self.put('\n');
        if blank {
            self.put('\n');
        }
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let (words, _) = self.encoding.decode_without_bom_handling(&self.bytes);
            self.out.push_str(&words);
            self.bytes.clear();
        }
    }
}

/// The encoding that a number of Windows' code pages means.
fn code_page(number: i64) -> Option<&'static Encoding> {
    let label = match number {
        65001 => "utf-8".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        874 | 1250..=1258 => format!("windows-{number}"),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}
