//! The evidence tray: changes and their undoing, the file it is kept in, its keys, its commands.

mod changes;
mod ended;
mod kept;
mod panes;
mod pipe;
