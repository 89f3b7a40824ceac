//! Kinds of characters that the door for foreign text tells apart, by the tables of Unicode 16.
//!
//! Each kind is a question about one character, or about two that stand together; what is done about it is the door's.

/// The picture of a C0 control or DEL (block U+2400), one cell wide.
pub(super) fn picture(c: char) -> char {
    match u32::from(c) {
        0x7F => '\u{2421}',
        code => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
    }
}

/// Vowels and final consonants of Hangul that are put upon the consonant before them, as marks are upon letters.
pub(super) fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}')
}

/// Format characters that show nothing (general category Cf and kin), beyond those that the door names.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'
        | '\u{2060}'..='\u{2065}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{16FE4}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{FFF0}'..='\u{FFF8}' | '\u{13430}'..='\u{1343F}' | '\u{1D159}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

pub(super) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a letter or mark is of a script in which joiners change how letters are set: Arabic and its kin, those of India and of its
/// neighbours, Mongolian.
pub(super) fn is_joined_script(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{07FF}' | '\u{0840}'..='\u{109F}' | '\u{1700}'..='\u{18AF}' | '\u{1900}'..='\u{1CFF}'
        | '\u{A800}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10A00}'..='\u{11FFF}'
        | '\u{1E900}'..='\u{1E95F}')
}

/// Whether `selector`, with `next` behind it, makes another sign of `base` (StandardizedVariants.txt and emoji-variation-sequences.txt, by
/// blocks): emoji and keycaps in colour or not, ideographs, mathematical signs, letters of Myanmar and Phags-pa.
pub(super) fn has_variant(base: char, selector: char, next: Option<char>) -> bool {
    let is_keycap = matches!(base, '#' | '*' | '0'..='9') && next == Some('\u{20E3}');
    let is_sign = matches!(base, '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => is_keycap || is_sign,
        _ => matches!(base,
            '\u{1000}'..='\u{109F}' | '\u{2205}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}' | '\u{3400}'..='\u{9FFF}' | '\u{A840}'..='\u{A877}'
            | '\u{AA60}'..='\u{AA7F}' | '\u{20000}'..='\u{323AF}'),
    }
}

pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}')
}
