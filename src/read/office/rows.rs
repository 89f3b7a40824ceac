//! Tables of a document: a row is one item, its cells divided by strokes; a table that only lays a page out is its paragraphs.

use crate::model::BlockKind;
use crate::read::draft::Part;

/// A row with more words than this is no row of figures.
const ROW_WORDS: usize = 80;

/// The table that the walk is in, if it is in one.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// How deep in tables the walk is.
    depth: usize,
    cells: Vec<Vec<Part>>,
}

impl Rows {
    pub(super) fn open_table(&mut self) {
        self.depth += 1;
    }

    /// One that stays empty is none: nothing is kept of it.
    pub(super) fn open_cell(&mut self) {
        if self.depth == 1 && self.cells.last().is_none_or(|cell| !cell.is_empty()) {
            self.cells.push(Vec::new());
        }
    }

    /// Takes a part if it stands in a table, and gives it back if not.
    pub(super) fn take(&mut self, part: Part) -> Option<Part> {
        match self.cells.last_mut() {
            Some(cell) if self.depth > 0 => {
                cell.push(part);
                None
            }
            _ => Some(part),
        }
    }

    /// What a row says that ends here. The rows of tables in tables are of the row that they stand in.
    pub(super) fn close_row(&mut self) -> Vec<Part> {
        if self.depth > 1 {
            return Vec::new();
        }
        let mut cells = std::mem::take(&mut self.cells);
        cells.retain(|cell| cell.iter().any(|part| !part.text.trim().is_empty()));
        let words: usize = cells.iter().flatten().map(|part| part.text.split_whitespace().count()).sum();
        if cells.len() < 2 || words > ROW_WORDS {
            return cells.into_iter().flatten().collect();
        }
        let line = cells.iter().flatten().next().map_or(1, |part| part.line);
        let texts = cells.iter().map(|cell| cell.iter().map(|part| part.text.trim()).collect::<Vec<_>>().join(" "));
        vec![Part::new(BlockKind::Item, texts.collect::<Vec<_>>().join(" | "), line)]
    }

    /// What is left of a table that ends here.
    pub(super) fn close_table(&mut self) -> Vec<Part> {
        let left = self.close_row();
        self.depth = self.depth.saturating_sub(1);
        left
    }
}
