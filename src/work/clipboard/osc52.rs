//! OSC 52, the sequence that asks a terminal to take words to its clipboard, wrapped for what stands between.
//!
//! The words go as base64: nothing in them can act on a terminal.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Surroundings;

/// Past this many bytes many terminals cut the sequence (100,000 characters of base64 and what stands around them).
pub(super) const TERMINAL_BYTES: usize = 74_994;

/// The characters of one piece inside screen, which cuts a string at 768 bytes, at 256 before version 4.2.
const PIECE: usize = 240;

/// The bytes that ask the terminal around `surroundings` for a copy of `words`.
///
/// tmux takes the sequence itself or hands it on as it stands, by its settings, and does not say which: it gets both. Two in a row do
/// the same as one.
pub(super) fn sequence(words: &str, surroundings: &Surroundings) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(words));
    match () {
        () if surroundings.tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        () if surroundings.screen => pieces(&plain),
        () => plain,
    }
    .into_bytes()
}

/// `sequence` in pieces that screen hands on one by one.
fn pieces(sequence: &str) -> String {
    let mut out = String::with_capacity(sequence.len() + sequence.len() / PIECE * 4 + 4);
    let mut rest = sequence;
    while !rest.is_empty() {
        // All of it is ASCII.
        let (piece, behind) = rest.split_at_checked(PIECE).unwrap_or((rest, ""));
        out.extend(["\x1bP", piece, "\x1b\\"]);
        rest = behind;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Surroundings, sequence};

    fn of(words: &str, tmux: bool, screen: bool) -> String {
        String::from_utf8(sequence(words, &Surroundings { tmux, screen, ..Surroundings::default() })).unwrap()
    }

    #[test]
    fn the_words_go_as_base64() {
        assert_eq!(of("Grüße\n", false, false), "\x1b]52;c;R3LDvMOfZQo=\x07");
    }

    #[test]
    fn in_tmux_each_escape_inside_is_doubled() {
        assert_eq!(of("a", true, false), "\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn in_screen_no_piece_is_longer_than_it_takes() {
        let plain = of(&"word ".repeat(500), false, false);
        let wrapped = of(&"word ".repeat(500), false, true);
        let pieces: Vec<&str> = wrapped.split_terminator("\x1b\\").map(|piece| piece.strip_prefix("\x1bP").unwrap()).collect();
        assert!(pieces.len() > 10 && pieces.iter().all(|piece| piece.len() < 256));
        assert_eq!(pieces.concat(), plain);
        assert_eq!(of("a", false, true), "\x1bP\x1b]52;c;YQ==\x07\x1b\\");
    }
}
