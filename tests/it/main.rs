//! What attache does, feature by feature: articles in, briefings out; keys in, screens out; the real binary in a terminal.

#![expect(unreachable_pub, reason = "a test crate exports nothing; what its modules share is marked pub")]

mod derive;
mod docs;
mod floors;
mod read;
mod screen;
mod support;
mod terminal;
