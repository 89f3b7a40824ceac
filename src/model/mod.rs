//! Plain data: an article, a briefing of it, and the places that lines stand for.
//!
//! Nothing here reads, finds or draws. Every text in it is [`Clean`](crate::text::Clean) or a [`Span`](crate::text::Span) of one.

pub mod anchor;
pub mod article;
pub mod briefing;
pub mod content;
pub mod date;
pub mod extract;
pub mod fields;
pub mod language;
pub mod moment;
pub mod note;
pub mod outline;
pub mod point;
pub mod section;
pub mod strength;
pub mod tension;
pub mod topic;
pub mod written;

pub use anchor::{Anchor, Reference};
pub use article::{Article, Block, BlockKind, Removed, Sentence};
pub use briefing::{Briefing, Head};
pub use content::ContentId;
pub use date::Date;
pub use extract::{Extract, Extracts, Opposed, Part, Place, Source, Voice};
pub use fields::{Fields, Restriction, Subject};
pub use language::Language;
pub use moment::Moment;
pub use note::{Note, NoteKind};
pub use outline::{Outline, Outlined};
pub use point::{Point, Reason, RulePlace};
pub use section::Section;
pub use strength::{Signs, Strength};
pub use tension::{Pole, Tension, TensionKind};
pub use topic::{Origin, Topic};
pub use written::{ArticleSource, Written, WrittenPoint, WrittenTension, WrittenTopic};
