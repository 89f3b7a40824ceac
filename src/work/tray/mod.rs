//! The tray as it is kept: one file for all programs of a user, changed under a lock, written whole or not at all.

mod keep;
mod store;
mod wire;

pub(super) use keep::keep;
pub use store::{Kept, Store, StoreError};
