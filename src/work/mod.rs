//! The only place that waits: files, threads, processes and the clipboard.
//!
//! It takes the app's effects and answers with its events. It draws nothing and decides nothing about the briefing.

#[cfg(feature = "terminal")]
pub mod clipboard;
mod desk;
mod file;
#[cfg(feature = "terminal")]
pub mod jobs;
mod origin;
#[cfg(feature = "terminal")]
pub mod settings;
mod shipped;

pub use desk::{Desk, RuleFiles};
pub use file::{FILE_BYTES, FileError, read_file};
pub use origin::{Origin, origins};
pub use shipped::shipped;
