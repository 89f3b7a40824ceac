//! Why a line is here, as the rows of a sheet.

use super::Reader;
use crate::app::sheet::Sheet;
use crate::model::{Point, Section, Tension};
use crate::text::Clean;

impl Reader {
    /// The sheet that says why the chosen line is here; of a sentence, which lines rest on it.
    pub fn why(&self) -> Sheet {
        match self.chosen() {
            Some(point) => self.why_point(point, self.chosen_tension()),
            None if self.here.focus == Section::Text => self.why_sentence(),
            None => Sheet::new("Why this line is here", vec!["There is no line here.".into()]),
        }
    }

    fn why_point(&self, point: &Point, tension: Option<&Tension>) -> Sheet {
        let reason = point.reason();
        let mut lines: Vec<Clean> = vec![self.briefing.words(point).into(), Clean::default()];
        lines.push(if point.is_found() { "Found in the article." } else { "Written in the briefing file." }.into());
        lines.push(reason.because.clone());
        let hits: Vec<&str> = reason.hits.iter().map(|hit| self.briefing.article.slice(*hit)).collect();
        if !hits.is_empty() {
            lines.push(format!("Words of the article: {}", hits.join(" | ")).into());
        }
        lines.extend(tension.map(|tension| self.strength(tension)));
        if let Some(rule) = &reason.rule {
            lines.push(format!("Written in {}, line {}", rule.file, rule.line).into());
        }
        if let Some(anchor) = point.anchor() {
            lines.push(format!("Stands at {}", self.place_in_words(anchor.sentence)).into());
        }
        if let Some(quote) = point.unanchored() {
            lines.push(format!("Its quotation is not in the article: \"{quote}\"").into());
        }
        lines.retain(|line| !line.is_empty() || *line == Clean::default());
        Sheet::new("Why this line is here", lines)
    }

    /// How strong a tension is, and whom its words speak against.
    fn strength(&self, tension: &Tension) -> Clean {
        let strong = if tension.strength.is_strong() { " (strong)" } else { "" };
        let target =
            tension.target.map_or_else(String::new, |span| format!(", against \"{}\"", self.briefing.article.slice(span)));
        format!("Strength {}{strong}{target}", tension.strength.value()).into()
    }

    fn why_sentence(&self) -> Sheet {
        let rests = |point: &Point| point.anchor().is_some_and(|a| a.sentence == self.here.sentence);
        let because = |what: &str, point: &Point| Clean::from(format!("{what}: {}", point.reason().because));
        let briefing = &self.briefing;
        let mut lines: Vec<Clean> =
            vec![format!("The sentence at {}", self.place_in_words(self.here.sentence)).into(), Clean::default()];
        lines.extend(briefing.summary.iter().filter(|p| rests(p)).map(|p| because("Summary", p)));
        for topic in &briefing.agenda {
            lines.extend(topic.points.iter().filter(|p| rests(p)).map(|p| because(&topic.label, p)));
        }
        let tensions = briefing.tensions.iter().filter(|t: &&Tension| rests(&t.point));
        lines.extend(tensions.map(|t| because("Tensions", &t.point)));
        if lines.len() == 2 {
            lines.push("No line rests on it.".into());
        }
        Sheet::new("What rests on this sentence", lines)
    }

    fn place_in_words(&self, sentence: u32) -> String {
        use crate::model::Reference;
        match self.briefing.article.reference(sentence) {
            Reference::Headline => "the headline".into(),
            Reference::Standfirst => "the standfirst".into(),
            Reference::Aside => "a line beside the text".into(),
            Reference::Paragraph(paragraph, sentence) => format!("paragraph {paragraph}, sentence {sentence}"),
        }
    }
}
