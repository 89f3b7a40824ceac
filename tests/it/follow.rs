//! A topic followed through many articles: what is counted of it, its page, its command.

mod course;
mod panes;
mod pipe;
