//! What no text of attache's may hold, written out a second time: the tests do not trust the tables of the door that they try.

/// The first character of `text` that acts on a terminal, changes the order of what is read, or can't be seen; or that stands where only
/// its like could follow.
pub fn first_trick(text: &str) -> Option<char> {
    let (mut marks, mut last) = (0, ' ');
    text.chars().find(|&c| {
        let joins = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}');
        let joined = matches!(last, '\u{200C}' | '\u{200D}') || joins && matches!(last, '\u{FE00}'..='\u{FE0F}');
        marks = if unicode_normalization::char::is_combining_mark(c) && !joins { marks + 1 } else { 0 };
        last = c;
        is_trick(c) || joins && joined || marks > 8
    })
}

/// Whether `c` is a control other than a line end, a bidi control, or a character without a glyph (Unicode's `Default_Ignorable_Code_Point`
/// but for joiners and variation selectors, which may stand singly).
fn is_trick(c: char) -> bool {
    let code = u32::from(c);
    c != '\n' && c.is_control()
        || matches!(code, 0x61C | 0x200E | 0x200F | 0x2028..=0x202E | 0x2066..=0x206F | 0xFFF0..=0xFFFB)
        || matches!(code, 0xAD | 0x34F | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B | 0x2060..=0x2065 | 0x3164)
        || matches!(code, 0xFEFF | 0xFFA0 | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF | 0xFDD0..=0xFDEF)
        || code & 0xFFFE == 0xFFFE
}
