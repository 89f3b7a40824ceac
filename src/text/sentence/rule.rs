//! Whether a stop ends its sentence: each rule a function, with an example of what it decides.

use super::next::Next;
use super::stop::Stop;
use crate::text::abbreviation::{Abbreviation, Name, abbreviation, name};
use crate::text::enumerated;

/// A time of day ends no sentence that has fewer words than this before it.
const SHORT_SENTENCE: usize = 5;

/// The longest word worth looking up or taking apart, in bytes.
const LONGEST_WORD: usize = 24;

/// The longest heading, in bytes.
const HEADING_BYTES: usize = 160;

/// The fewest letters of a word that is none of the abbreviations nobody listed.
const PLAIN_LETTERS: usize = 3;

/// Whether the sentence of `block` that began at `opened` ends at `stop`.
pub(super) fn ends(block: &str, opened: usize, stop: &Stop<'_>) -> bool {
    if stop.marks.chars().all(|c| !c.is_ascii() && c != '…') {
        return true;
    }
    let before = block.get(opened..stop.start).unwrap_or_default();
    let next = Next::of(block.get(stop.close..).unwrap_or_default());
    if !next.spaced {
        return space_is_missing(before, stop, &next);
    }
    let list_mark = || enumerated::mark_len(block.get(opened..).unwrap_or_default()) > before.len();
    // Dots that open a sentence stand for what is left out before it, and the full stop of a list mark belongs to the mark.
    if before.is_empty() || list_mark() || (stop.closes_quotation() && next.is_source()) {
        return false;
    }
    match next.first() {
        None => true,
        Some(c) if c.is_lowercase() => small_letter_opens(before, stop, &next),
        Some(_) if stop.marks.starts_with(['!', '?']) => exclamation_ends(before, stop, &next),
        Some(_) if stop.marks != "." => ellipsis_ends(before, stop, &next),
        Some(_) => full_stop_ends(block, before, &next),
    }
}

/// Someone forgot the space: `It was late.They left.` A word that usually opens a sentence must follow, no address.
fn space_is_missing(before: &str, stop: &Stop<'_>, next: &Next<'_>) -> bool {
    let plain = |word: &str| word.len() > 1 && word.bytes().skip(1).all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    stop.closers.is_empty()
        && stop.marks.len() == 1
        && next.is_bare()
        && next.is_joined_starter()
        && last_word(before).is_some_and(plain)
}

/// A sentence that opens with a small letter: a list item, a name or address that is always written so (`eBay`), and what people type
/// without capitals (`its good. u must read it`). Behind closing marks the sentence goes on: `"It is." he said.`
fn small_letter_opens(before: &str, stop: &Stop<'_>, next: &Next<'_>) -> bool {
    let word = last_word(before).unwrap_or_default();
    let known = known_abbreviation(word).is_some();
    let plain = word.len() >= PLAIN_LETTERS && word.bytes().all(|b| b.is_ascii_lowercase());
    let typed_small = stop.marks == "." && plain && stop.closers.is_empty();
    next.is_item() || (!known && (next.is_camel() || next.is_address() || (typed_small && next.is_bare())))
}

/// `Stop! Nobody did.`, but `“Why now?” Ms. Tolland asked.`, `Yahoo! News`, `Viva Maria! (1965)` and `a great (!) Success`.
fn exclamation_ends(before: &str, stop: &Stop<'_>, next: &Next<'_>) -> bool {
    let said = stop.closes_quotation() && next.is_saying();
    let named = || last_word(before).and_then(name) == Some(Name::Exclaimed) && !next.is_starter();
    !said && !is_bracketed(before, stop) && !next.is_year_in_brackets() && !named()
}

/// `They waited... Nobody came.` Three dots end no sentence where spaces set them off (`Seven Days ... Seven Nights`); in brackets
/// (`[...]`) they do before a word that usually opens one.
fn ellipsis_ends(before: &str, stop: &Stop<'_>, next: &Next<'_>) -> bool {
    if is_bracketed(before, stop) {
        return next.is_starter();
    }
    let few = stop.marks == "…" || stop.marks.bytes().filter(|b| *b == b'.').count() == 3;
    let set_off = few && (before.ends_with(char::is_whitespace) || stop.marks.contains(' '));
    !set_off && !next.is_pronoun_i()
}

/// A lone full stop before a capital or a number ends the sentence unless it belongs to an abbreviation.
fn full_stop_ends(block: &str, before: &str, next: &Next<'_>) -> bool {
    let Some(word) = last_word(before) else {
        return true;
    };
    match known_abbreviation(word) {
        Some(Abbreviation::Time) => time_ends(before, next),
        _ if is_initial(word) => is_labelled(before, word) || abbreviation_ends(block, before, next),
        Some(Abbreviation::Title) => false,
        Some(Abbreviation::Number) => !next.is_number(),
        Some(Abbreviation::Ending) => abbreviation_ends(block, before, next),
        None => true,
    }
}

/// `She left the U.S. The visa had run out.`, but `U.S. Officials` (no sentence is one abbreviation) and, in a heading, where capitals
/// say nothing, `Envoy Leaves U.S. After Talks`.
fn abbreviation_ends(block: &str, before: &str, next: &Next<'_>) -> bool {
    next.is_starter() && before.contains(char::is_whitespace) && !is_heading(block)
}

/// A short line that ends without any mark.
fn is_heading(block: &str) -> bool {
    block.len() <= HEADING_BYTES && block.trim_end().ends_with(char::is_alphanumeric)
}

/// `He left at 6 p.m. Mr. Orm came.`, but `At 5 a.m. Mr. Orm came.` and `at 5 a.m. Eastern time`.
fn time_ends(before: &str, next: &Next<'_>) -> bool {
    !next.is_zone() && (next.is_starter() || before.split_whitespace().nth(SHORT_SENTENCE).is_some())
}

/// A letter that numbers something is no initial: `They chose Plan B. Orm agreed.`
fn is_labelled(before: &str, word: &str) -> bool {
    let label = before.strip_suffix(word).map(str::trim_end).and_then(last_word).and_then(name);
    matches!(label, Some(Name::Label | Name::Caption))
}

/// The marks are all that the brackets hold: `[...]`, `(!)`.
fn is_bracketed(before: &str, stop: &Stop<'_>) -> bool {
    before.ends_with(['[', '(']) && stop.closers.starts_with([']', ')'])
}

/// What `word`, or its last part (`mid-Jan`, `and/or`), abbreviates.
fn known_abbreviation(word: &str) -> Option<Abbreviation> {
    let last = || word.rsplit(['-', '–', '/']).next().filter(|last| last.len() < word.len());
    abbreviation(word).or_else(|| last().and_then(abbreviation))
}

/// `J`, `J.K`, `U.N`: capitals with full stops between them.
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    })
}

/// The last word of `before` with the full stops inside it, if it is not too long to be looked up.
fn last_word(before: &str) -> Option<&str> {
    let inside = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '–' | '/' | '&' | '°' | '\'' | '’');
    let len: usize = before.chars().rev().take(LONGEST_WORD + 1).take_while(inside).map(char::len_utf8).sum();
    let word = before.get(before.len() - len..)?.trim_start_matches(['\'', '’', '.', '-', '–']);
    (1..=LONGEST_WORD).contains(&word.len()).then_some(word)
}
