//! Factiva's layout with field codes: `HD` and the headline, `PD` and the date, `LP` and `TD` and the text, one article behind the other.
//!
//! A code stands alone on its line, or before its value with a tab or a wide gap between.

use std::ops::RangeInclusive;

use super::lines::{Line, head, is_page_mark, joined, left_out, lines, parts};
use super::subjects::of_factiva;
use crate::model::{BlockKind, Note, NoteKind};
use crate::read::draft::{Draft, Part, most};
use crate::read::moment::moment;
use crate::text::Clean;

/// How many letters a code has.
const CODE_BYTES: RangeInclusive<usize> = 2..=3;

/// The codes, as Factiva's help lists them.
const CODES: [&str; 34] = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO", "IN",
    "NS", "RE", "PUB", "IPC", "IPD", "AN", "ART", "CLM", "CX", "DE", "NT", "RST", "PP", "DLN",
];

/// Codes of the head; three of them beside a headline are no accident.
const HEAD: [&str; 6] = ["WC", "PD", "SN", "SC", "LA", "CY"];

/// Whether `text` is in this layout.
pub(super) fn is_coded(text: &str) -> bool {
    let codes: Vec<&str> = lines(head(text)).filter_map(|line| code(line.text)).map(|(code, _)| code).collect();
    codes.contains(&"HD") && HEAD.iter().filter(|code| codes.contains(code)).count() >= 3
}

/// The articles of `text`.
pub(super) fn drafts(text: &str) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut record = Record::default();
    for line in lines(text) {
        let found = code(line.text);
        let begins = found.is_some_and(|(code, _)| record.is_over_at(code));
        if begins {
            drafts.extend(std::mem::take(&mut record).draft());
            if drafts.len() > most(text.len()) {
                break;
            }
        }
        match found {
            Some((code, value)) => {
                let value = Line { text: value, ..line };
                record.fields.push((code, if value.is_blank() { Vec::new() } else { vec![value] }));
            }
            None => record.take(line),
        }
    }
    drafts.extend(record.draft());
    drafts
}

/// The code that a line begins with, and what stands behind it.
fn code(line: &str) -> Option<(&'static str, &str)> {
    let bare = line.trim_start();
    let end = bare.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(bare.len());
    let (word, rest) = bare.split_at_checked(end)?;
    let code = CODES.iter().find(|code| CODE_BYTES.contains(&word.len()) && **code == word)?;
    let divided = rest.is_empty() || rest.starts_with('\t') || rest.starts_with("  ") || rest.starts_with(" \t");
    divided.then_some((code, rest.trim_start()))
}

/// An article as its fields come.
#[derive(Default)]
struct Record<'a> {
    fields: Vec<(&'static str, Vec<Line<'a>>)>,
    /// Lines that are of no field.
    outside: Vec<Line<'a>>,
}

impl<'a> Record<'a> {
    fn has(&self, wanted: &str) -> bool {
        self.fields.iter().any(|(code, _)| *code == wanted)
    }

    /// Whether a field with this code is the first of another article.
    fn is_over_at(&self, code: &str) -> bool {
        let opens = matches!(code, "HD" | "SE" | "CLM");
        opens && (self.has("AN") || self.has("HD") && (code == "HD" || self.has("LP") || self.has("TD")))
    }

    /// Takes a line without a code: it goes on with the field above. Behind the number of the document nothing does.
    fn take(&mut self, line: Line<'a>) {
        let inside = !is_page_mark(line.text);
        match self.fields.last_mut().filter(|(code, value)| inside && (*code != "AN" || value.is_empty())) {
            Some((_, value)) => value.push(line),
            None if !line.is_blank() => self.outside.push(line),
            None => {}
        }
    }

    /// The words of the first field with this code.
    fn words(&self, wanted: &str) -> Option<Clean> {
        self.fields.iter().find(|(code, _)| *code == wanted).and_then(|(_, value)| joined(value))
    }

    fn draft(self) -> Option<Draft> {
        if !self.has("HD") && !self.has("LP") && !self.has("TD") {
            return None;
        }
        let mut draft = Draft::default();
        let fields = &mut draft.fields;
        fields.headline = self.words("HD");
        fields.byline = self.words("BY").or(self.words("CR")).map(|byline| without_by(&byline));
        fields.date = self.words("PD").and_then(|date| moment(&date));
        fields.outlet = self.words("SN").or(self.words("PUB"));
        fields.section = self.words("SE").or(self.words("CLM"));
        fields.language = self.words("LA");
        fields.rights = self.words("CY");
        for code in ["CO", "IN", "NS", "RE"] {
            if let Some(list) = self.words(code) {
                of_factiva(&list, &mut fields.subjects);
            }
        }
        if let Some(number) = self.words("AN") {
            draft.notes.push(document(&number));
        }
        for (code, value) in &self.fields {
            match *code {
                "HD" if draft.parts.is_empty() => {
                    let line = value.iter().find(|line| !line.is_blank()).map_or(1, |line| line.number);
                    let headline = draft.fields.headline.as_deref().unwrap_or_default();
                    draft.parts.push(Part::new(BlockKind::Headline, headline, line));
                }
                "LP" | "TD" => draft.parts.extend(paragraphs(value)),
                "ART" => draft.parts.extend(parts(value, BlockKind::Caption)),
                _ => {}
            }
        }
        draft.removed.extend(self.outside.into_iter().map(left_out));
        Some(draft)
    }
}

/// The paragraphs of a field. Where its lines stand behind the codes' column, blank lines alone divide them.
fn paragraphs(value: &[Line<'_>]) -> Vec<Part> {
    let mut below = value.iter().skip(1).filter(|line| !line.is_blank()).peekable();
    let is_column = below.peek().is_some() && below.all(|line| line.text.starts_with("  ") || line.text.starts_with('\t'));
    if !is_column || value.first().is_none_or(Line::is_blank) {
        return parts(value, BlockKind::Paragraph);
    }
    let groups = value.split(Line::is_blank).filter_map(|group| Some((joined(group)?, group.first()?.number)));
    groups.map(|(words, line)| Part::new(BlockKind::Paragraph, &*words, line)).collect()
}

/// A byline without the word that opens it.
pub(super) fn without_by(byline: &str) -> Clean {
    let bare = byline.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).and_then(|_| byline.get(3..)).unwrap_or(byline);
    Clean::from(bare.trim())
}

/// The number under which Factiva keeps a document, for those who want to cite it.
pub(super) fn document(number: &str) -> Note {
    let number = number.trim().trim_start_matches("Document").trim();
    Note::new(NoteKind::File, format!("Factiva document {number}"))
}
