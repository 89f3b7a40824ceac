//! Marks: read, marked, the last place; on the screen, in their file, and at the next start.

mod kept;
mod panes;
mod pipe;
