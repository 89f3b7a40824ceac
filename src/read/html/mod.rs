//! HTML: whole pages that somebody saved, and the pieces of it that other formats carry.

mod article;
mod attributes;
mod cards;
mod choose;
mod element;
mod encoding;
mod ends;
mod fields;
mod front;
mod hints;
mod json_ld;
mod page;
mod parts;
mod people;
mod raw;
mod said;
mod tell;
mod title;
mod tokens;
mod told;
mod walk;
mod witness;

pub(super) use article::{article, article_in};
pub(super) use parts::parts;
pub(super) use tell::is_page;
