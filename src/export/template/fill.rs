//! A template filled with the lines of briefings.

use super::{Content, HEADING_BYTES, Template, TemplatePart};
use crate::export::counted;
use crate::export::extracts::{of_point, of_tension, of_text, of_topic, source};
use crate::model::{Briefing, Extract, Extracts, Part, Section};
use crate::text::Clean;
use crate::text::shortened::shortened;

/// What in a heading gives each article a part of its own.
const OF_ARTICLE: [&str; 3] = ["{headline}", "{outlet}", "{date}"];

/// What a template made of briefings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The page, with the sources it cites.
    pub page: Extracts,
    /// That some headings were too long and are cut.
    pub note: Option<Clean>,
}

impl Template {
    /// What this makes of `briefings`, in their order.
    pub fn fill(&self, briefings: &[&Briefing]) -> Filled {
        let mut page = Extracts { title: self.title.clone(), ..Extracts::default() };
        for part in &self.parts {
            let made = made(part, briefings, &mut page);
            page.parts.extend(made);
        }
        let mut cut = 0;
        for heading in page.parts.iter_mut().filter_map(|part| part.heading.as_mut()).filter(|words| words.len() > HEADING_BYTES)
        {
            *heading = Clean::from(&*shortened(heading, HEADING_BYTES));
            cut += 1;
        }
        let said = || format!("{} longer than {HEADING_BYTES} bytes: only the beginning is shown", counted(cut, "heading"));
        Filled { page, note: (cut > 0).then(|| said().into()) }
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

/// A heading with its names filled in, and no longer than it takes to see that it is too long. What is filled in is no template: names in
/// it are an article's own words.
fn heading_of(heading: &str, briefing: &Briefing, topic: Option<&Clean>) -> Option<Clean> {
    let head = &briefing.head;
    let date = head.date.map_or_else(|| "[date not stated]".to_owned(), |date| date.to_string());
    let said = [
        ("headline}", head.headline.as_deref().unwrap_or("[no headline]")),
        ("outlet}", head.outlet.as_deref().unwrap_or("[outlet not stated]")),
        ("date}", &*date),
        ("topic}", topic.map_or("", |topic| &**topic)),
    ];
    let (mut filled, mut rest) = (String::new(), heading);
    while filled.len() <= HEADING_BYTES
        && let Some((before, behind)) = rest.split_once('{')
    {
        filled.push_str(before);
        let named = said.iter().find_map(|(name, words)| Some((*words, behind.strip_prefix(name)?)));
        let (words, beyond) = named.unwrap_or(("{", behind));
        filled.push_str(words);
        rest = beyond;
    }
    filled.push_str(rest);
    // One more character than may be, so that it is cut, and counted, with the others.
    filled.truncate(filled.ceil_char_boundary(HEADING_BYTES + 1));
    (!filled.is_empty()).then(|| Clean::from(filled))
}
