//! One clean text and the places in it.
//!
//! The lowest floor: bytes become characters ([`decode`]), characters become harmless ([`clean`]), and everything
//! above speaks of the result in byte ranges ([`Span`]). It knows no article, no topic and no terminal.

mod abbreviation;
mod character;
pub mod clean;
pub mod decode;
mod enumerated;
pub mod fold;
mod ordinary;
pub mod search;
pub mod sections;
pub mod sentence;
pub mod shortened;
pub mod span;
pub mod terms;
pub mod word;
pub mod wrap;

pub use clean::{Clean, CleanBuf};
pub use span::Span;
