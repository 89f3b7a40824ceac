//! attache with the real things around it: tmux's buffer, an X server's clipboard.
//!
//! These need tmux, Xvfb and xclip and fail without them; `cargo test` alone does not build them.

#![expect(unreachable_pub, reason = "a test crate exports nothing; what its modules share is marked pub")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; clippy knows only the functions marked as tests"
)]

mod tmux;
mod x11;
