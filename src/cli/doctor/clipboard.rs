//! The way of copies, and which of the others would work.

use serde::Serialize;

use super::shown;
use crate::work::clipboard::{Ladder, Way};

/// The ladder, and each way tried.
#[derive(Serialize)]
pub(super) struct Clipboard {
    way: &'static str,
    why: &'static str,
    then: Vec<&'static str>,
    ways: Vec<Tried>,
}

/// One way.
#[derive(Serialize)]
struct Tried {
    way: &'static str,
    works: bool,
    note: String,
    #[serde(skip)]
    is_file: bool,
}

impl Clipboard {
    /// Each way tried.
    pub(super) fn here(ladder: &Ladder) -> Self {
        let ways = ladder.check().into_iter().map(|rung| {
            let (Ok(note) | Err(note)) = &rung.state;
            Tried { way: rung.way.word(), works: rung.state.is_ok(), note: shown(note), is_file: rung.way.is_file_alone() }
        });
        let mut words = ladder.ways.iter().map(|way| way.word());
        let way = words.next().unwrap_or_else(|| Way::None.word());
        Self { way, why: ladder.why, then: words.collect(), ways: ways.collect() }
    }

    /// Whether a copy could go anywhere but into a file.
    pub(super) fn works(&self) -> bool {
        self.ways.iter().any(|tried| tried.works && !tried.is_file)
    }

    /// The way that was chosen, why, and what follows it, on one line.
    pub(super) fn chosen(&self) -> String {
        let then = if self.then.is_empty() { String::new() } else { format!("; then {}", self.then.join(", ")) };
        format!("{} ({}){then}", self.way, self.why)
    }

    /// Each way as a row of a page.
    pub(super) fn rows(&self) -> Vec<(String, String)> {
        let row = |tried: &Tried| (tried.way.to_owned(), format!("{}: {}", if tried.works { "yes" } else { "no" }, tried.note));
        self.ways.iter().map(row).collect()
    }
}
