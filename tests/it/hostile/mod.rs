//! What strangers may write: random bytes at every door, and the tricks that terminals, readers and spreadsheets fall for.

mod corpus;
mod doors;
#[cfg(target_os = "linux")]
mod memory;
mod outputs;
mod tricks;
