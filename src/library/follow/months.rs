//! How many lines there are month by month, and the same as a row of bars for any width.

use super::Month;
use crate::library::Count;
use crate::text::Clean;

/// Lines and articles of each month from the first that has some to the last, months without any included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    first: Month,
    counts: Vec<Count>,
}

/// What one bar stands for: as many months as the width asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its first month, which may be before the first that has a line: cells of a year begin in January.
    pub first: Month,
    /// What is counted in it.
    pub count: Count,
}

/// The months that can make one cell: a year, its parts, and years.
const STEPS: [i32; 12] = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200];

/// The bars from the lowest to the highest. They are patterns of dots (U+2800 and on), each one column wide on every terminal; block
/// elements, which would look better, are of ambiguous width (UAX #11) and take two columns on a terminal set up for Chinese or
/// Japanese, where they would push the month at the end of the row out of it.
const BARS: [char; 7] = ['⣀', '⣄', '⣤', '⣦', '⣶', '⣷', '⣿'];

impl Months {
    /// The counts of these months, which are in order; a month may come more than once.
    pub(super) fn new(counted: impl IntoIterator<Item = (Month, Count)>) -> Self {
        let mut months = Self::default();
        for (month, count) in counted {
            if months.counts.is_empty() {
                months.first = month;
            }
            let at = usize::try_from(month.since(months.first)).unwrap_or_default();
            if months.counts.len() <= at {
                months.counts.resize(at + 1, Count::default());
            }
            if let Some(own) = months.counts.get_mut(at) {
                own.points += count.points;
                own.articles += count.articles;
            }
        }
        months
    }

    /// Each month with its counts, in order and without a gap.
    pub fn all(&self) -> impl Iterator<Item = (Month, Count)> {
        (0i32..).zip(&self.counts).map(|(by, count)| (self.first.plus(by), *count))
    }

    /// The number of months.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether no month has a line.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// At most `most` cells (at least 1) over all months, and how many months each stands for.
    pub fn cells(&self, most: usize) -> (Vec<Cell>, i32) {
        let Some((last, _)) = self.all().last() else { return (Vec::new(), 1) };
        let needed = |step: i32| usize::try_from(last.cell(step) - self.first.cell(step) + 1).unwrap_or(usize::MAX);
        // The last step makes a handful of cells of any calendar; a narrower row than that shows the newest of them.
        let step = STEPS.into_iter().find(|step| needed(*step) <= most.max(1)).unwrap_or(1200);
        let mut cells: Vec<Cell> = Vec::new();
        for (month, count) in self.all() {
            let first = month.plus(-(month.cell(1) - month.cell(step) * step));
            if cells.last().is_none_or(|cell| cell.first != first) {
                cells.push(Cell { first, count: Count::default() });
            }
            if let Some(cell) = cells.last_mut() {
                cell.count.points += count.points;
                cell.count.articles += count.articles;
            }
        }
        let over = cells.len().saturating_sub(most.max(1));
        (cells.split_off(over), step)
    }
}

/// One character for each cell, high as its lines are beside the most that a cell has; a cell without a line is blank.
pub fn bars(cells: &[Cell]) -> Clean {
    let most = cells.iter().map(|cell| cell.count.points).max().unwrap_or_default().max(1);
    let bar = |cell: &Cell| {
        let level = (cell.count.points * BARS.len()).div_ceil(most);
        level.checked_sub(1).and_then(|at| BARS.get(at)).copied().unwrap_or(' ')
    };
    Clean::from(cells.iter().map(bar).collect::<String>())
}
