//! Which entries a list shows where copies of one story fold: of each story one, with how many more there are.

use crate::library::{Entry, EntryId, Fold};

/// An entry that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its place among all that are listed.
    pub(super) at: u32,
    /// How many others of those found tell its story and fold under it.
    pub(super) others: u32,
}

/// What of `found`, places among the `listed` in order, is shown, and how many fold; of all entries where nothing is searched for, and then none
/// where all of them are shown. The one that leads stands for its story, and where it was not found, the first that was.
pub(super) fn fold(listed: &[Entry], found: Option<Vec<u32>>) -> (Option<Vec<Shown>>, usize) {
    let folds = |at: &u32| listed.get(*at as usize).is_some_and(|entry| entry.fold != Fold::Alone);
    let all = 0..u32::try_from(listed.len()).unwrap_or(u32::MAX);
    if found.is_none() && !all.clone().any(|at| folds(&at)) {
        return (None, 0);
    }
    let found = found.unwrap_or_else(|| all.collect());
    let mut told: Vec<(EntryId, bool, u32)> = found
        .iter()
        .filter(|at| folds(at))
        .filter_map(|at| {
            let entry = listed.get(*at as usize)?;
            let leader = entry.fold.leader(entry.id);
            Some((leader, leader != entry.id, *at))
        })
        .collect();
    told.sort_unstable();
    let mut standing: Vec<Shown> = Vec::new();
    for story in told.chunk_by(|one, other| one.0 == other.0) {
        let others = u32::try_from(story.len() - 1).unwrap_or(u32::MAX);
        standing.extend(story.first().map(|(.., at)| Shown { at: *at, others }));
    }
    standing.sort_unstable_by_key(|shown| shown.at);
    let mut standing = standing.into_iter().peekable();
    let mut shown = Vec::with_capacity(found.len());
    for at in &found {
        match standing.next_if(|stands| stands.at == *at) {
            Some(stands) => shown.push(stands),
            None if !folds(at) => shown.push(Shown { at: *at, others: 0 }),
            None => {}
        }
    }
    let folded = found.len() - shown.len();
    (Some(shown), folded)
}
