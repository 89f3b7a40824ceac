//! Words of strain: criticism, refusal, delay, dependence. Enough of them make a sentence a tension without any cue.

mod rules;

pub(super) use rules::{StrainRules, StrainUse};

use super::cues::{CueUse, Cues};
use super::lexicon::Hit;
use crate::model::{Anchor, Article, Point, Reason, Tension, TensionKind};
use crate::text::{Clean, Span};

/// A reason quotes at most this many words of strain.
const QUOTED_WORDS: usize = 4;

/// The tension that the words of strain among `hits` make of the sentence numbered `index`, if they are strong enough.
pub(super) fn strain(article: &Article, index: u32, hits: &[Hit<'_, CueUse>], cues: &Cues) -> Option<Tension> {
    let mut met: Vec<(String, u32)> = Vec::new();
    let mut spans: Vec<(Span, u32)> = Vec::new();
    let mut rule = None;
    let mut barred = 0;
    for hit in hits {
        if hit.uses.iter().any(|used| matches!(used, CueUse::Strain(StrainUse::Not))) {
            barred = barred.max(hit.span.end());
        }
        let weighed = hit.uses.iter().find_map(|used| match used {
            CueUse::Strain(StrainUse::Term(weight, place)) if hit.span.end() > barred => Some((*weight, *place)),
            _ => None,
        });
        if let Some((weight, place)) = weighed {
            rule = rule.or_else(|| cues.files.place(place));
            met.push((article.slice(hit.span).to_lowercase(), weight));
            spans.push((hit.span, weight));
        }
    }
    met.sort();
    met.dedup();
    if spans.is_empty() || met.iter().map(|(_, weight)| weight).sum::<u32>() < cues.strain.enough {
        return None;
    }
    let cue = spans.iter().rev().max_by_key(|(_, weight)| weight).map(|(span, _)| *span)?;
    let focus = spans.iter().map(|(span, _)| *span).reduce(Span::cover)?;
    let quoted: Vec<String> = spans.iter().take(QUOTED_WORDS).map(|(span, _)| format!("\"{}\"", article.slice(*span))).collect();
    let noun = if quoted.len() == 1 { "word" } else { "words" };
    let because = Clean::from(format!("{noun} of strain {}", quoted.join(", ")));
    let reason = Reason { because, rule, hits: spans.into_iter().map(|(span, _)| span).collect() };
    Some(Tension {
        point: Point::Found { anchor: Anchor { sentence: index, focus }, reason },
        kind: TensionKind::Strain,
        cue: Some(cue),
        written_cue: None,
        poles: None,
    })
}
