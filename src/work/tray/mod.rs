//! The tray as it is kept: one file for all programs of a user, changed under a lock, written whole or not at all.

mod keeper;
mod store;
mod whole;
mod wire;

pub(super) use keeper::Keeper;
pub use store::{Kept, Store, StoreError};
