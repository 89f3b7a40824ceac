//! What mail programs, lists and newsletters put under a mail, and above it: signatures, how to unsubscribe, whom it was meant for.

use super::body::Unit;
use super::sort::{Fate, set};

/// A signature is no longer than this many lines.
const SIGNATURE_LINES: usize = 20;

/// So many units from either end can be a newsletter's own; at the end those of the last half only.
const EDGE: usize = 40;

/// A longer unit is no foot, whatever stands in it.
const FOOT_BYTES: usize = 16 * 1024;

/// Words that only the foot of a newsletter, a list or an office has.
const FOOT: [&str; 16] = [
    "unsubscribe",
    "manage your preferences",
    "manage your subscription",
    "update your preferences",
    "email preferences",
    "you received this email because",
    "you received this message because",
    "you are receiving this",
    "you're receiving this",
    "this email was sent to",
    "mailing list\n",
    "abmelden",
    "se désabonner",
    "se désinscrire",
    "darse de baja",
    "intended recipient",
];

/// Words that only the head of a newsletter has.
const HEAD: [&str; 6] = [
    "view this email in your browser",
    "view in browser",
    "view in your browser",
    "view online",
    "read online",
    "trouble viewing this email",
];

/// Sets apart what stands under and above the article; `fates` says what was set apart already.
pub(super) fn tail(units: &[Unit], fates: &mut [Fate]) {
    armour(units, fates);
    let own = |at: &usize| matches!(fates.get(*at), Some(Fate::Body | Fate::Quoted));
    let body: Vec<usize> = (0..units.len()).filter(own).collect();
    let text = |at: usize| units.get(at).map_or("", |unit| unit.text.trim());
    let dashes = body.iter().rposition(|&at| text(at) == "--");
    if let Some(from) = dashes {
        let below = body.get(from..).unwrap_or_default();
        if below.len() <= SIGNATURE_LINES + 1
            && body.get(..from).is_some_and(|above| above.iter().any(|&at| !text(at).is_empty()))
        {
            out(fates, below, "signature");
        }
    }
    let own = |at: &usize| matches!(fates.get(*at), Some(Fate::Body | Fate::Quoted));
    let body: Vec<usize> = (0..units.len()).filter(|at| own(at) && !text(*at).is_empty()).collect();
    let first = body.len().saturating_sub(EDGE).max(body.len() / 2).max(1);
    let foot = body.iter().skip(first).position(|&at| is_foot(text(at))).map(|at| first + at);
    if let Some(foot) = foot {
        out(fates, body.get(foot..).unwrap_or_default(), "mail footer");
    }
    let heads: Vec<usize> =
        body.iter().take(6.min(foot.unwrap_or(body.len()))).copied().filter(|&at| is_head(text(at))).collect();
    out(fates, &heads, "mail header");
}

/// Sets apart the units at these places.
fn out(fates: &mut [Fate], places: &[usize], rule: &'static str) {
    for &at in places {
        set(fates, at..at + 1, Fate::Out(rule));
    }
}

fn is_foot(text: &str) -> bool {
    if text.len() > FOOT_BYTES {
        return false;
    }
    let drawn = text.len() >= 20 && text.bytes().all(|byte| byte == b'_');
    let lower = text.to_lowercase();
    drawn || FOOT.iter().any(|words| lower.contains(words)) || lower.ends_with("mailing list")
}

fn is_head(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.split_whitespace().count() <= 20 && HEAD.iter().any(|words| lower.contains(words))
}

/// Sets apart what signs a mail in its text (RFC 4880, 7): the lines around the words, and the signature itself.
fn armour(units: &[Unit], fates: &mut [Fate]) {
    let begins = |words: &str| units.iter().position(|unit| unit.text.trim() == words);
    if let Some(at) = begins("-----BEGIN PGP SIGNED MESSAGE-----") {
        let end = units.iter().skip(at).position(Unit::is_blank).map_or(at + 1, |blank| at + blank);
        set(fates, at..end, Fate::Out("signature"));
    }
    if let Some(at) = begins("-----BEGIN PGP SIGNATURE-----") {
        let last = units.iter().position(|unit| unit.text.trim() == "-----END PGP SIGNATURE-----");
        set(fates, at..last.map_or(units.len(), |last| last.max(at) + 1), Fate::Out("signature"));
    }
}
