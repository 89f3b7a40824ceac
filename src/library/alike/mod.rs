//! Which articles are one story told again, and what each telling cut or added.
//!
//! Many outlets print one agency's story: cut from the end, under a headline of their own, respelled, with a paragraph added. A
//! [`Signature`] tells such copies without their texts, [`Groups`] folds them, [`differences`] sets two of them side by side.
//! All of it goes by words as they stand: a story told anew in other words is another story here. Nothing in it knows a file, and every hash
//! is the same on every machine.

mod comparison;
mod differences;
mod groups;
mod hash;
mod index;
mod pairs;
mod reworded;
mod signature;
mod sketch;
mod words;

pub use comparison::{Comparison, Counts};
pub use differences::{Difference, differences};
pub use groups::Groups;
pub use signature::Signature;
