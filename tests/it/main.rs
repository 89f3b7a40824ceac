//! What attache does, feature by feature: articles in, briefings out; keys in, screens out; the real binary in a terminal.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; clippy knows only the functions marked as tests"
)]
#![expect(unreachable_pub, reason = "a test crate exports nothing; what its modules share is marked pub")]

mod command;
mod copy;
mod crates;
mod derive;
mod docs;
mod doctor;
mod export;
mod floors;
mod follow;
mod formats;
mod hostile;
mod language;
mod library;
mod marks;
mod read;
mod rules;
mod screen;
mod stopped;
mod strain;
mod support;
mod terminal;
mod tray;
