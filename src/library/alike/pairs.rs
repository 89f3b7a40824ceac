//! Which of two lists' equal keys stand in the same order: the frame that the rest is set into.
//!
//! The first of a key in one list belongs to its first in the other, the second to the second. Of these pairs the longest run that rises in
//! both lists stays in place (the longest common subsequence where no key is repeated: Hunt and Szymanski 1977); the others have moved.
//! The time is that of sorting, whatever the lists are.

/// Pairs of places of equal keys, in the order of the first list, and whether both keep their place.
pub(super) fn pairs(a: &[u64], b: &[u64]) -> Vec<(u32, u32, bool)> {
    let (a, b) = (counted(a), counted(b));
    let mut equal = Vec::new();
    let mut behind = b.iter().peekable();
    for (key, at) in &a {
        while behind.next_if(|(other, _)| other < key).is_some() {}
        if let Some((_, other)) = behind.next_if(|(other, _)| other == key) {
            equal.push((*at, *other));
        }
    }
    equal.sort_unstable();
    let stays = rising(&equal.iter().map(|(_, b)| *b).collect::<Vec<_>>());
    equal.into_iter().zip(stays).map(|((a, b), stays)| (a, b, stays)).collect()
}

/// Each key with the number of the same key before it, and its place; by key.
fn counted(keys: &[u64]) -> Vec<((u64, u32), u32)> {
    let mut placed: Vec<(u64, u32)> = keys.iter().copied().zip(0..).collect();
    placed.sort_unstable();
    let runs = placed.chunk_by(|(one, _), (other, _)| one == other);
    runs.flat_map(|run| (0..).zip(run).map(|(nth, (key, at))| ((*key, nth), *at))).collect()
}

/// Which of different numbers belong to a longest run that rises.
fn rising(numbers: &[u32]) -> Vec<bool> {
    // For each length the place of the run's last number, as small as can be; for each number the place of the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers.get(end).is_some_and(|last| last < number));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        stays.get_mut(place).into_iter().for_each(|stays| *stays = true);
        at = before.get(place).copied().flatten();
    }
    stays
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::pairs;

    #[test]
    fn what_moved_is_told_from_what_stays() {
        assert_eq!(pairs(&[7, 8, 9, 7], &[9, 7, 8, 5]), [(0, 1, true), (1, 2, true), (2, 0, false)]);
    }

    proptest! {
        #[test]
        fn pairs_are_equal_and_the_kept_ones_rise(a in prop::collection::vec(0u64..9, 0..30), b in prop::collection::vec(0u64..9, 0..30)) {
            let pairs = pairs(&a, &b);
            prop_assert!(pairs.iter().all(|(x, y, _)| a[*x as usize] == b[*y as usize]));
            let kept: Vec<u32> = pairs.iter().filter(|(.., stays)| *stays).map(|(_, y, _)| *y).collect();
            prop_assert!(kept.is_sorted());
            for key in 0..9 {
                let count = |list: &[u64]| list.iter().filter(|other| **other == key).count();
                prop_assert_eq!(pairs.iter().filter(|(x, ..)| a[*x as usize] == key).count(), count(&a).min(count(&b)));
            }
        }
    }
}
