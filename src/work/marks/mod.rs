//! The marks as they are kept: one journal for all programs of a user.
//!
//! A change is a line behind the others, written under a lock, so that opening one of a hundred thousand articles writes a few bytes. At
//! the first look a journal that has grown too long is written anew, whole or not at all.

mod keep;
mod store;
mod wire;

pub(super) use keep::keep;
pub use store::{Held, Kept, Store, StoreError};
