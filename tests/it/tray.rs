//! The evidence tray: changes and their undoing, the file it is kept in, its keys, its commands.

mod changes;
mod kept;
mod panes;
mod pipe;
