//! What the tests share: a reader that is typed at, and the real binary in a terminal.

pub mod inert;
pub mod pty;
pub mod run;
pub mod screen;

use std::path::PathBuf;

/// The project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the material shared beside the project, where it is there.
pub fn shared(path: &str) -> Option<Vec<u8>> {
    std::fs::read(project().join("../shared").join(path)).ok()
}
