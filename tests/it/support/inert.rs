//! What no text of attache's may hold, written out a second time: the tests do not trust the tables of the door that they try.

/// The first character of `text` that acts on a terminal, changes the order of what is read, or can't be seen; or that stands where only
/// its like could follow.
pub fn first_trick(text: &str) -> Option<char> {
    let (mut marks, mut joiners, mut last) = (0, 0, ' ');
    let is_selector = |c| matches!(c, '\u{FE00}'..='\u{FE0F}');
    text.chars().find(|&c| {
        let joins = matches!(c, '\u{200C}' | '\u{200D}') || is_selector(c);
        let joined = matches!(last, '\u{200C}' | '\u{200D}') || is_selector(c) && is_selector(last);
        // Signs that joiners make one of; what may stand between a sign and its joiner does not end them.
        let sign = |c| matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' | '\u{200D}');
        joiners = if sign(c) && (sign(last) || c != '\u{200D}') {
            if last == '\u{200D}' || matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}') {
                joiners + usize::from(c == '\u{200D}')
            } else {
                0
            }
        } else {
            0
        };
        let piles =
            unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}');
        marks = if piles && !joins { marks + 1 } else { 0 };
        let before = last;
        last = c;
        let hidden =
            joins && !is_selector(c) && !is_joined(before) || is_selector(c) && before.is_alphabetic() && before < '\u{1000}';
        is_trick(c) || hidden || joins && joined || marks > 8 || joiners > 4
    })
}

/// Whether joiners may stand behind `c`: a sign, or a letter or mark of Arabic, of India and its neighbours, or further on.
fn is_joined(c: char) -> bool {
    c >= '\u{600}'
        && !matches!(c, '\u{10A0}'..='\u{16FF}' | '\u{1E00}'..='\u{218F}' | '\u{3000}'..='\u{A7FF}' | '\u{AC00}'..='\u{FB4F}')
}

/// Whether `c` is a control other than a line end, a bidi control, or a character without a glyph (Unicode's `Default_Ignorable_Code_Point`
/// but for joiners and variation selectors, which may stand singly).
fn is_trick(c: char) -> bool {
    let code = u32::from(c);
    c != '\n' && c.is_control()
        || matches!(code, 0x61C | 0x200E | 0x200F | 0x2028..=0x202E | 0x2066..=0x206F | 0xFFF0..=0xFFFB)
        || matches!(code, 0xAD | 0x34F | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B | 0x2060..=0x2065 | 0x3164)
        || matches!(code, 0xFEFF | 0xFFA0 | 0x13430..=0x1343F | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF | 0xFDD0..=0xFDEF)
        || code & 0xFFFE == 0xFFFE
}
