//! attache with the real things around it: an X server, a Wayland compositor, tmux, GNU screen, a terminal that takes OSC 52.
//!
//! These need the tools that .ci/run names and fail without them; `cargo test` alone does not build them.

#![expect(unreachable_pub, reason = "a test crate exports nothing; what its modules share is marked pub")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; clippy knows only the functions marked as tests"
)]

#[expect(dead_code, reason = "only a part of it is needed here")]
#[path = "../it/support/pty.rs"]
mod pty;
mod support;
mod tmux;
mod wayland;
mod x11;
mod x_server;
mod xterm;
