//! What attache does, feature by feature: articles in, briefings out; keys in, screens out; the real binary in a terminal.

mod derive;
mod docs;
mod floors;
mod read;
mod support;
