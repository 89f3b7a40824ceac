//! An article with its summary, agenda and tensions.

use std::sync::Arc;

use super::{Article, Date, Language, Note, Point, Tension, Topic};
use crate::text::Clean;

/// A briefing: what is shown in four panes.
#[derive(Clone, Debug, Default)]
pub struct Briefing {
    /// The source text.
    pub article: Arc<Article>,
    /// Headline and source, as the briefing file or else the article says them.
    pub head: Head,
    /// The language of the article, where it can be told.
    pub language: Option<Language>,
    /// Whether a briefing file was laid over it, so that found lines have to be told from written ones.
    pub written: bool,
    /// Lines that give the gist, in text order where found.
    pub summary: Vec<Point>,
    /// Topics in their order.
    pub agenda: Vec<Topic>,
    /// Tensions in text order where found.
    pub tensions: Vec<Tension>,
    /// What went less than well in the article and in the briefing file.
    pub notes: Vec<Note>,
}

/// What a source line is made of. A field that neither file nor article says is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The headline.
    pub headline: Option<Clean>,
    /// The standfirst.
    pub standfirst: Option<Clean>,
    /// Who wrote it.
    pub byline: Option<Clean>,
    /// The dateline's place.
    pub place: Option<Clean>,
    /// The outlet or agency.
    pub outlet: Option<Clean>,
    /// The publication date.
    pub date: Option<Date>,
    /// The address.
    pub url: Option<Clean>,
}

impl Head {
    /// What the article says of itself.
    pub fn of(article: &Article) -> Self {
        let fields = article.fields.clone();
        Self {
            headline: fields.headline,
            standfirst: fields.standfirst,
            byline: fields.byline,
            place: fields.place,
            outlet: fields.outlet,
            date: fields.date.map(|moment| moment.day),
            url: fields.url,
        }
    }
}

impl Briefing {
    /// A briefing of nothing but the article: before anything is derived.
    pub fn bare(article: Arc<Article>) -> Self {
        Self { head: Head::of(&article), notes: article.notes.clone(), article, ..Self::default() }
    }

    /// The words of a point: the article's for a found one, the file's for a written one.
    pub fn words<'a>(&'a self, point: &'a Point) -> &'a str {
        match point {
            Point::Found { anchor, .. } => self.article.sentence(anchor.sentence).map_or("", |s| self.article.slice(s.span)),
            Point::Written { wording, .. } => wording,
        }
    }

    /// All points of summary, agenda and tensions.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.summary.iter().chain(self.agenda.iter().flat_map(|t| &t.points)).chain(self.tensions.iter().map(|t| &t.point))
    }

    /// How many written points have a quotation that the article does not hold.
    pub fn unanchored(&self) -> usize {
        self.points().filter(|p| p.unanchored().is_some()).count()
    }
}
