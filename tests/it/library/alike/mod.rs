//! Near copies fold into one row, two tellings are set side by side, and sentences are known again.

mod differences;
mod folding;
mod groups;
mod phrases;
pub mod rewrites;
pub mod wire;
