//! The only place that waits: files, threads, processes and the clipboard.
//!
//! It takes the app's effects and answers with its events. It draws nothing and decides nothing about the briefing.

#[cfg(feature = "terminal")]
mod aside;
mod bytes;
#[cfg(feature = "terminal")]
pub mod clipboard;
mod desk;
mod divider;
#[cfg(feature = "terminal")]
pub mod editor;
mod file;
#[cfg(feature = "terminal")]
pub mod jobs;
#[cfg(feature = "terminal")]
mod keeper;
#[cfg(feature = "terminal")]
mod librarian;
#[cfg(feature = "terminal")]
pub mod library;
#[cfg(feature = "terminal")]
mod lock;
#[cfg(feature = "terminal")]
pub mod marks;
#[cfg(feature = "terminal")]
mod opening;
mod origin;
#[cfg(feature = "terminal")]
mod origins;
#[cfg(feature = "terminal")]
mod own;
#[cfg(feature = "terminal")]
mod reload;
mod rule_files;
#[cfg(feature = "terminal")]
mod searcher;
#[cfg(feature = "terminal")]
pub mod settings;
#[cfg(feature = "terminal")]
pub mod shell;
mod shipped;
#[cfg(feature = "terminal")]
pub mod tray;
#[cfg(feature = "terminal")]
mod watch;
#[cfg(feature = "terminal")]
mod whole;

pub use desk::{Desk, Held, Opened, Sketch};
pub use file::{FILE_BYTES, FileError, read_file};
#[cfg(feature = "terminal")]
pub use opening::glance;
pub use origin::{Origin, origins};
#[cfg(feature = "terminal")]
pub use origins::Origins;
pub use rule_files::{Layers, RuleFile, RuleFiles, RuleKind};
pub use shipped::shipped;
