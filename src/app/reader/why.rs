//! Why a line is here, as the rows of a sheet.

use super::Reader;
use crate::app::sheet::Sheet;
use crate::export::{place_in_words, reasons};
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
        let mut lines: Vec<Clean> = vec![self.briefing.words(point).into(), Clean::default()];
        lines.extend(reasons(&self.briefing, point, tension));
        Sheet::new("Why this line is here", lines)
    }

    fn why_sentence(&self) -> Sheet {
        let rests = |point: &Point| point.anchor().is_some_and(|a| a.sentence == self.here.sentence);
        let because = |what: &str, point: &Point| Clean::from(format!("{what}: {}", point.reason().because));
        let briefing = &self.briefing;
        let mut lines: Vec<Clean> =
            vec![format!("The sentence at {}", place_in_words(&self.briefing, self.here.sentence)).into(), Clean::default()];
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
}
