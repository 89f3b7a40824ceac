//! Tricks, made by rule: what a text can hold to act on a terminal, to hide, to change the order of reading, or to weigh heavily.

use std::fmt::Write;

/// A trick and the bytes that play it.
pub struct Trick {
    /// What it is called.
    pub name: String,
    /// What stands in the file, in the midst of a sentence.
    pub bytes: Vec<u8>,
}

/// Every trick.
pub fn all() -> Vec<Trick> {
    let mut all = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| all.push(Trick { name: name.to_owned(), bytes });
    for (name, sequence) in sequences() {
        add(&name, sequence.clone().into_bytes());
        // The same with the controls of one byte that terminals of eight bits take, and with those bytes as UTF-8.
        let eight: Vec<(&str, u8)> = vec![
            ("\u{1b}]", 0x9D),
            ("\u{1b}[", 0x9B),
            ("\u{1b}P", 0x90),
            ("\u{1b}_", 0x9F),
            ("\u{1b}^", 0x9E),
            ("\u{1b}X", 0x98),
        ];
        if let Some((seven, byte)) = eight.into_iter().find(|(seven, _)| sequence.starts_with(seven)) {
            let rest = &sequence.as_bytes()[seven.len()..];
            add(&format!("{name}, one byte"), [&[byte][..], rest].concat());
            add(&format!("{name}, C1 in UTF-8"), [&[0xC2, byte][..], rest].concat());
        }
    }
    for byte in (0..0x20).chain([0x7F]).filter(|byte| *byte != b'\n') {
        add(&format!("control {byte:02x}"), vec![byte; 3]);
    }
    for (name, bytes) in encodings() {
        add(name, bytes);
    }
    for code in unseen() {
        let c = char::from_u32(code).unwrap();
        add(&format!("U+{code:04X}"), format!("a{c}b{c}{c}c").into_bytes());
    }
    for (name, text) in heaps() {
        add(name, text.into_bytes());
    }
    all
}

/// What terminals obey: titles, the clipboard, links, notices, pictures, reports, modes, strings that are not ended.
fn sequences() -> Vec<(String, String)> {
    let bodies = [
        ("title", "\u{1b}]2;taken"),
        ("clipboard", "\u{1b}]52;c;dGFrZW4="),
        ("clipboard, asked", "\u{1b}]52;c;?"),
        ("link", "\u{1b}]8;;file:///etc/hosts"),
        ("notice", "\u{1b}]777;notify;a;b"),
        ("font", "\u{1b}]50;?"),
        ("colour, asked", "\u{1b}]11;?"),
        ("report of settings", "\u{1b}P$qm"),
        ("picture", "\u{1b}Pq#0;2;0;0;0~"),
        ("passed through", "\u{1b}Ptmux;\u{1b}\u{1b}]2;x"),
        ("application string", "\u{1b}_Ga=T;AAAA"),
        ("privacy string", "\u{1b}^hidden"),
        ("start of string", "\u{1b}Xhidden"),
        ("title of a screen", "\u{1b}kname"),
    ];
    let ends = [("BEL", "\u{7}"), ("ST", "\u{1b}\\"), ("no end", ""), ("cancelled", "\u{18}")];
    let strings =
        bodies.iter().flat_map(|(name, body)| ends.map(|(end, mark)| (format!("{name}, {end}"), format!("{body}{mark}"))));
    let codes =
        ["2J", "31m", "8m", "?1049h", "?1000h", "?2004l", "6n", "c", "21t", "5i", "H", "1;1H", "999D", "3b", ">0q", "!p", "?25l"];
    let controls = codes.map(|code| (format!("CSI {code}"), format!("\u{1b}[{code}")));
    let others = ["c", "7", "#8", "(0", "N", "Z", "=", "n", "[", "", "\u{1b}\u{1b}[31m"]
        .map(|code| (format!("ESC {code}"), format!("\u{1b}{code}")));
    strings.chain(controls).chain(others).collect()
}

/// Bytes that are something else in another encoding, or nothing in any.
fn encodings() -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |little: bool| {
        let units = "\u{FEFF}over \u{1b}[31m \u{202E} there".encode_utf16();
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    vec![
        ("overlong ESC of two bytes", b"\xC0\x9B[31m".to_vec()),
        ("overlong ESC of three bytes", b"\xE0\x80\x9B[31m".to_vec()),
        ("overlong ESC of four bytes", b"\xF0\x80\x80\x9B[31m".to_vec()),
        ("five bytes", b"\xF8\x88\x80\x80\x9B".to_vec()),
        ("six bytes", b"\xFC\x84\x80\x80\x80\x9B".to_vec()),
        ("past the last character", b"\xF4\x90\x80\x80\xF7\xBF\xBF\xBF".to_vec()),
        ("surrogates", b"\xED\xA0\x80\xED\xB0\x80".to_vec()),
        ("a control within a broken character", b"\xE2\x1b[31m\x82\xAC\xF0\x9F\x1b]2;x\x07".to_vec()),
        ("UTF-7", b"+ABs-[31m +ABsAXQAy-;x+AAc-".to_vec()),
        ("UTF-16, little", utf16(true)),
        ("UTF-16, big", utf16(false)),
        ("UTF-32", "\u{FEFF}a\u{1b}[31m".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("ISO-2022-JP", b"\x1b$B$3$l\x1b(B \x1b[31m".to_vec()),
        ("HZ and SO, SI", b"~{<:Ky~} \x0E\x0F".to_vec()),
        ("marks of order", b"\xEF\xBB\xBF\xEF\xBB\xBFa\xFF\xFEb\xFE\xFFc".to_vec()),
        ("NUL", b"a\0b\0\0c".to_vec()),
        ("returns", b"seen\rhidden\r\rseen \x08\x08\x08\x08gone".to_vec()),
    ]
}

/// Characters that can't be seen, that reorder, that divide lines, or that no one may use.
fn unseen() -> Vec<u32> {
    let reorder = (0x202A..=0x202E).chain(0x2066..=0x2069).chain([0x61C, 0x200E, 0x200F]);
    let zero = [0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x3164, 0xFEFF, 0xFFA0];
    let breaks = [0x85, 0x0B, 0x0C, 0x2028, 0x2029];
    let tags = [0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0100, 0xE01EF, 0xE0FFF, 0xFE00, 0xFE0E, 0xFE0F];
    let others = [0x13430, 0x1343F, 0x1BCA0, 0x1D173, 0x1D17A, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x0010_FFFF];
    reorder.chain(zero).chain(breaks).chain(tags).chain(others).chain(0x2060..=0x206F).collect()
}

/// What weighs heavily on whoever lays it out.
fn heaps() -> Vec<(&'static str, String)> {
    let mut heading = String::new();
    let _ = write!(heading, "a{}", "\u{0334}\u{0489}".repeat(500));
    vec![
        ("marks on a letter", heading),
        ("marks on nothing", format!("\n{}\n", "\u{301}".repeat(300))),
        ("a family without end", "👩\u{200D}".repeat(300)),
        ("colours of skin", "👍🏿".repeat(300)),
        ("half of a flag", "🇦".repeat(301)),
        ("wide letters", "漢".repeat(300)),
        ("one long word", "x".repeat(3000)),
        ("blanks", format!("a{}b", " \u{A0}\u{3000}\u{2800}".repeat(300))),
        ("Arabic ligature", "\u{FDFD}".repeat(500)),
        ("wide signs", "\u{12031}\u{A9C5}\u{1242B}".repeat(300)),
        ("Hangul by its letters", "\u{1112}\u{1161}\u{11AB}".repeat(300)),
        ("jamo without a syllable", "\u{1161}\u{11AB}".repeat(300)),
        ("syllables without end", "\u{1100}".repeat(300)),
        ("letters that join without end", "\u{915}\u{94D}".repeat(300)),
        ("signs before letters", "\u{600}\u{110BD}".repeat(300)),
        ("a couple without end", "👩🏽\u{200D}❤\u{FE0F}\u{200D}".repeat(300)),
        ("private", "\u{E000}\u{F8FF}\u{10FFFD}".repeat(300)),
        ("brackets", "[".repeat(300)),
        ("quotation marks", "“".repeat(300)),
    ]
}
