//! The tray as it is kept: one file for all programs of a user, changed under a lock, written whole or not at all.

mod store;
mod whole;
mod wire;

pub use store::{Kept, Store, StoreError};
