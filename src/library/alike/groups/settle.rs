//! How a change finds its way through the groups: whoever may have another leader is looked at again, the earliest first.
//!
//! Whether an entry leads depends on earlier ones alone, so that each is looked at once and the work ends.

use std::collections::BTreeSet;

use super::super::index::Wanted;
use super::{Groups, HUGE, Slot};
use crate::library::Rank;

impl Groups {
    /// Gives each entry in `open` its leader, and then those whose leader may be another by that.
    pub(super) fn settle(&mut self, mut open: BTreeSet<(Rank, u32)>) {
        while let Some((_, number)) = open.pop_first() {
            let Some(slot) = self.slot(number).cloned() else { continue };
            let leaders = self.alike(number, &slot, Wanted::Leaders);
            let leader = self.earliest(number, &slot, &leaders);
            if leader == slot.leader {
                continue;
            }
            self.leave(number);
            if slot.leader == number {
                open.extend(self.ranked(number));
            }
            self.follow(number, &slot, leader);
            if leader == number {
                let others = self.alike(number, &slot, Wanted::Others);
                open.extend(leaders.into_iter().chain(others).filter_map(|other| self.later(other, &slot)));
            }
        }
    }

    /// Takes an entry out from under its leader.
    pub(super) fn leave(&mut self, number: u32) {
        let Some((leader, rank)) = self.slot(number).map(|slot| (slot.leader, slot.rank)) else { return };
        if self.folded.remove(&(leader, rank))
            && let Some(leader) = self.slot_mut(leader)
        {
            leader.members -= 1;
        }
    }

    /// Puts an entry, which follows nobody, under `leader`, which may be itself.
    fn follow(&mut self, number: u32, before: &Slot, leader: u32) {
        let (new, led, leads) = (before.leader == 0, before.leader == number, leader == number);
        if let Some(slot) = self.slot_mut(number) {
            slot.leader = leader;
        }
        if before.signature.is_comparable() && (new || led != leads) {
            if !new {
                self.index.remove(number, &before.signature);
            }
            self.index.insert(number, &before.signature, leads);
        }
        if !leads {
            self.folded.insert((leader, before.rank));
            self.slot_mut(leader).into_iter().for_each(|leader| leader.members += 1);
        }
    }

    /// Of `leaders` the earliest that is before the entry or leads a huge group; the entry itself where there is none.
    fn earliest(&self, number: u32, slot: &Slot, leaders: &[u32]) -> u32 {
        if slot.leader == number && slot.members >= HUGE {
            return number;
        }
        let known = leaders.iter().filter_map(|leader| Some((self.slot(*leader)?, *leader)));
        let before = known.filter(|(leader, _)| leader.rank < slot.rank || leader.members >= HUGE);
        before.min_by_key(|(leader, _)| leader.rank).map_or(number, |(_, leader)| leader)
    }

    /// Another entry, if it is behind a new leader and so is whom it follows.
    fn later(&self, other: u32, new: &Slot) -> Option<(Rank, u32)> {
        let rank = self.slot(other)?.rank;
        let follows = self.slot(self.slot(other)?.leader)?.rank;
        (rank > new.rank && follows > new.rank).then_some((rank, other))
    }

    /// The entries that this one is like, but for itself.
    fn alike(&self, number: u32, slot: &Slot, wanted: Wanted) -> Vec<u32> {
        let mut found = self.index.sharing(&slot.signature, wanted);
        let alike = |other: u32| self.slot(other).is_some_and(|other| other.signature.is_alike(&slot.signature));
        found.retain(|&other| other != number && alike(other));
        found
    }
}
