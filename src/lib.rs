//! attache reads an article or a briefing file and gives its summary, agenda and tensions, each line a place in the text.
//!
//! The floors, from the ground up: [`text`], [`form`] and [`model`] hold data; [`read`] and [`derive`](mod@derive) turn bytes into an article and
//! an article into a briefing; `export` turns a briefing into words; `app`, `work`, `tui` and `cli` are the program around them.
//! ARCHITECTURE.md has the map.

pub mod app;
#[cfg(feature = "terminal")]
pub mod cli;
pub mod derive;
pub mod export;
pub mod form;
pub mod library;
pub mod model;
pub mod read;
pub mod text;
#[cfg(feature = "terminal")]
pub mod tui;
pub mod work;
