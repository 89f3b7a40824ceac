//! attache with the real things around it: tmux's buffer, an X server's clipboard.
//!
//! These need tmux, Xvfb and xclip and fail without them; `cargo test` alone does not build them.

mod tmux;
mod x11;
