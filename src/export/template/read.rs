//! How a template is written.

use std::cell::RefCell;

use super::{Content, Form, PARTS, Template, TemplatePart};
use crate::form::{Complaint, Source, Table, document};
use crate::model::Section;

impl Template {
    /// The template that `source` holds; what is wrong in it is added to `complaints`, and the rest is taken.
    pub fn read(source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Self {
        document(source, complaints, |root| {
            let stem = source.name.rsplit(['/', '\\']).next().and_then(|name| name.split('.').next()).unwrap_or_default();
            let name = root.text("name").map_or_else(|| stem.into(), |(name, _)| name);
            let title = root.text("title").map(|(title, _)| title);
            let form = root.choice("form", &Form::ALL.map(|form| (form.word(), form)));
            let items = root.items("parts");
            if let Some(more) = items.get(PARTS) {
                more.complain(
                    format!("more than {PARTS} parts"),
                    "a page has fewer: leave some out, or make two templates of this one",
                );
            }
            let parts = items.into_iter().take(PARTS).filter_map(|item| item.table(part).flatten()).collect();
            Self { name, title, form: form.unwrap_or_default(), parts }
        })
    }
}

fn part(table: &Table<'_>) -> Option<TemplatePart> {
    let heading = table.text("heading").map(|(heading, _)| heading);
    let section = table.choice("take", &Section::ALL.map(|section| (section.word(), section)));
    let topic = table.text("topic").map(|(topic, _)| topic);
    let order = table.choice("order", &[("text", false), ("strength", true)]);
    let most = table.number("most").and_then(|most| usize::try_from(most).ok()).filter(|most| *most > 0);
    let slot = table.text("slot").map(|(slot, _)| slot);
    let content = match (section, slot) {
        (_, Some(slot)) => Content::Slot(slot),
        (Some(section), None) => {
            Content::Lines { section, topic, by_strength: order.unwrap_or_default(), most: most.unwrap_or(usize::MAX) }
        }
        (None, None) => {
            table.complain(|| {
                Complaint::error(table.source(), table.span(), "this part takes no section and has no slot")
                    .help("give it take = \"summary\", \"text\", \"agenda\" or \"tensions\", or slot = \"...\"")
            });
            return None;
        }
    };
    Some(TemplatePart { heading, content })
}
