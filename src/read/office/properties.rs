//! What a document says of itself in its Dublin Core elements, wherever its format keeps them.

use super::xml::{Token, tokens};
use crate::model::{Fields, Moment, Subject};
use crate::read::gathered::gathered;
use crate::read::moment::moment;
use crate::text::Clean;

/// What programs write where nobody wrote anything.
const DEFAULTS: [&str; 12] = [
    "user",
    "admin",
    "administrator",
    "author",
    "microsoft office user",
    "microsoft",
    "unknown",
    "python-docx",
    "openpyxl",
    "word document",
    "untitled",
    "untitled document",
];

/// The elements of a document's properties, in their order.
#[derive(Debug, Default)]
pub(super) struct Properties {
    said: Vec<(String, String)>,
}

impl Properties {
    /// Those in `xml`.
    pub(super) fn new(xml: &str) -> Self {
        let mut properties = Self::default();
        let mut open: Option<(String, String)> = None;
        tokens(xml, |token| match token {
            Token::Open(tag) => open = Some((tag.name, String::new())),
            Token::Words(words) => {
                if let Some((_, text)) = &mut open {
                    text.push_str(&words);
                }
            }
            Token::Close(_) => {
                if let Some((name, text)) = open.take().filter(|(_, text)| !text.trim().is_empty()) {
                    properties.said.push((name, text.trim().to_owned()));
                }
            }
        });
        properties
    }

    /// What the elements called `name` say, the defaults of programs left out.
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let said = self.said.iter().filter(move |(known, _)| known == name).map(|(_, text)| text.as_str());
        said.filter(|text| !DEFAULTS.contains(&text.to_lowercase().as_str()) && !text.starts_with("Microsoft Word - "))
    }

    fn one(&self, name: &str) -> Option<Clean> {
        self.all(name).next().map(|text| Clean::from(text).one_line())
    }

    fn moment(&self, name: &str) -> Option<Moment> {
        self.all(name).find_map(moment)
    }

    /// What a word processor's document says. When it was made is not when it was published, and often the birthday of a template.
    pub(super) fn of_document(&self, modified: &str) -> Fields {
        let mut fields = self.fields();
        fields.modified = self.moment(modified);
        fields
    }

    /// What a book says.
    pub(super) fn of_book(&self) -> Fields {
        let mut fields = self.fields();
        fields.date = self.moment("dc:date");
        fields.outlet = self.one("dc:publisher");
        fields
    }

    fn fields(&self) -> Fields {
        let authors = gathered(self.all("dc:creator").map(|name| Clean::from(name).one_line()));
        let names: Vec<&str> = authors.iter().map(|name| &**name).collect();
        let subject = |name: &str| Subject { code: None, name: Some(Clean::from(name.trim()).one_line()) };
        let keywords = ["dc:subject", "cp:keywords", "meta:keyword"]
            .into_iter()
            .flat_map(|name| self.all(name))
            .flat_map(|all| all.split([',', ';']));
        Fields {
            headline: self.one("dc:title"),
            byline: (!names.is_empty()).then(|| Clean::from(names.join(", "))),
            authors: if authors.len() > 1 { authors.clone() } else { Vec::new() },
            language: self.one("dc:language"),
            rights: self.one("dc:rights"),
            subjects: gathered(keywords.filter(|name| !name.trim().is_empty()).map(subject)),
            ..Fields::default()
        }
    }
}
