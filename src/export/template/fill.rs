//! A template filled with the lines of briefings.

use super::{Content, Template, TemplatePart};
use crate::export::extracts::{of_point, of_tension, of_text, of_topic, source};
use crate::model::{Briefing, Extract, Extracts, Part, Section};
use crate::text::Clean;

/// What in a heading gives each article a part of its own.
const OF_ARTICLE: [&str; 3] = ["{headline}", "{outlet}", "{date}"];

impl Template {
    /// The page that this makes of `briefings`, in their order, with the sources it cites.
    pub fn fill(&self, briefings: &[&Briefing]) -> Extracts {
        let mut page = Extracts { title: self.title.clone(), ..Extracts::default() };
        for part in &self.parts {
            let made = made(part, briefings, &mut page);
            page.parts.extend(made);
        }
        page
    }
}

/// The parts that one part of a template becomes.
fn made(part: &TemplatePart, briefings: &[&Briefing], page: &mut Extracts) -> Vec<Part> {
    let heading = part.heading.as_deref().unwrap_or_default();
    let Content::Lines { most, .. } = &part.content else {
        let slot = if let Content::Slot(slot) = &part.content { Some(slot.clone()) } else { None };
        return vec![Part { heading: part.heading.clone(), slot, extracts: Vec::new() }];
    };
    let apart = OF_ARTICLE.iter().any(|name| heading.contains(name));
    let mut parts: Vec<Part> = Vec::new();
    for briefing in briefings {
        let number = page.cite(&source(briefing));
        for (topic, lines) in lines(&part.content, briefing) {
            let extracts = lines.into_iter().take(*most).map(|line| Extract { source: number, ..line });
            let named = heading_of(heading, briefing, topic.as_ref());
            match parts.iter_mut().find(|part| !apart && part.heading == named) {
                Some(part) => part.extracts.extend(extracts),
                None => parts.push(Part { heading: named, slot: None, extracts: extracts.collect() }),
            }
        }
    }
    parts.retain(|part| !part.extracts.is_empty());
    parts
}

/// The lines of a section, those of each topic together.
fn lines(content: &Content, briefing: &Briefing) -> Vec<(Option<Clean>, Vec<Extract>)> {
    let Content::Lines { section, topic, by_strength, .. } = content else { return Vec::new() };
    match section {
        Section::Summary => vec![(None, briefing.summary.iter().map(|point| of_point(briefing, point)).collect())],
        Section::Text => vec![(None, vec![of_text(briefing)])],
        Section::Agenda => {
            let wanted = briefing.agenda.iter().filter(|own| topic.as_ref().is_none_or(|id| *id == own.id));
            wanted.map(|own| (Some(own.label.clone()), of_topic(briefing, own).extracts)).collect()
        }
        Section::Tensions => {
            let mut tensions: Vec<_> = briefing.tensions.iter().collect();
            if *by_strength {
                tensions.sort_by_key(|tension| std::cmp::Reverse(tension.strength));
            }
            vec![(None, tensions.into_iter().map(|tension| of_tension(briefing, tension)).collect())]
        }
    }
}

/// A heading with its names filled in.
fn heading_of(heading: &str, briefing: &Briefing, topic: Option<&Clean>) -> Option<Clean> {
    let head = &briefing.head;
    let date = head.date.map_or_else(|| "[date not stated]".to_owned(), |date| date.to_string());
    let said = [
        ("{headline}", head.headline.as_deref().unwrap_or("[no headline]")),
        ("{outlet}", head.outlet.as_deref().unwrap_or("[outlet not stated]")),
        ("{date}", &*date),
        ("{topic}", topic.map_or("", |topic| &**topic)),
    ];
    let filled = said.into_iter().fold(heading.to_owned(), |filled, (name, words)| filled.replace(name, words));
    (!filled.is_empty()).then(|| Clean::from(filled))
}
