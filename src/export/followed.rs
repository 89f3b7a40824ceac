//! What one article says on a topic that is followed: its lines and its tensions, each with its source.
//!
//! A tension is one of a topic where its sentence is the sentence of one of the topic's lines.

use super::extracts::{of_point, of_tension, source};
use crate::model::{Briefing, Extract, Opposed, Place, Point, Source, Tension, Voice};
use crate::text::{Clean, Span};

/// What an article says on a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The article.
    pub source: Source,
    /// The lines of the topic, in their order.
    pub points: Vec<FollowedLine>,
    /// The tensions of the topic, in their order.
    pub tensions: Vec<FollowedLine>,
}

/// One line, verbatim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedLine {
    /// The sentence it rests on, an index into those of the article; none for words that quote nothing of it.
    pub sentence: Option<u32>,
    /// Its words, on one line.
    pub words: Clean,
    /// What a rule met, in [`FollowedLine::words`]: terms of the topic, or the cue of a tension.
    pub lit: Vec<Span>,
    /// The same words with all that is to be said of them.
    pub extract: Extract,
}

impl Followed {
    /// What `briefing` has on the topic with this id.
    pub fn of(briefing: &Briefing, topic: &str) -> Self {
        let topics = || briefing.agenda.iter().filter(|own| &*own.id == topic);
        let points = topics().flat_map(|topic| topic.points.iter().map(move |point| (topic, point)));
        let points: Vec<FollowedLine> = points
            .map(|(topic, point)| {
                let extract = Extract { topic: Some(topic.label.clone()), ..of_point(briefing, point) };
                line(briefing, point, &point.reason().hits, extract)
            })
            .collect();
        let rests_here = |tension: &&Tension| {
            let sentence = tension.point.anchor().map(|anchor| anchor.sentence);
            sentence.is_some() && points.iter().any(|point| point.sentence == sentence)
        };
        let label = topics().next().map(|topic| topic.label.clone());
        let tensions = briefing.tensions.iter().filter(rests_here).map(|tension| {
            let extract = Extract { topic: label.clone(), ..of_tension(briefing, tension) };
            line(briefing, &tension.point, tension.cue.as_slice(), extract)
        });
        Self { tensions: tensions.collect(), points, source: source(briefing) }
    }
}

impl FollowedLine {
    /// What it sets against what, where it is a tension whose two poles are known.
    pub fn poles(&self) -> Option<(&Opposed, &[Clean; 2])> {
        let opposed = self.extract.opposed.as_ref()?;
        Some((opposed, opposed.poles.as_ref()?))
    }

    /// Whether it is the wording of a briefing file and not of its article.
    pub fn is_written(&self) -> bool {
        self.extract.voice == Voice::Analyst
    }

    /// Where it stands, as a list shows it: `5.2`; `-` for words that quote nothing.
    pub fn place(&self) -> Clean {
        match self.extract.place {
            Place::Sentence(reference) => reference.to_string().into(),
            _ => "-".into(),
        }
    }
}

fn line(briefing: &Briefing, point: &Point, hits: &[Span], extract: Extract) -> FollowedLine {
    let sentence = point.anchor().map(|anchor| anchor.sentence);
    let own = sentence.and_then(|at| briefing.article.sentence(at)).map(|sentence| sentence.span).filter(|_| point.is_found());
    let within = |hit: &Span| {
        own.filter(|own| own.contains(*hit)).map(|own| Span::new(hit.start() - own.start(), hit.end() - own.start()))
    };
    FollowedLine { sentence, words: extract.words.one_line(), lit: hits.iter().filter_map(within).collect(), extract }
}
