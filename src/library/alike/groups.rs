//! Which entries are one story: a row of the list with a count.
//!
//! Of all entries, the earliest first, each leads a group of its own unless it is like an earlier leader; then it is a member of the
//! earliest such. So each member is like its leader, nothing folds through a third (A like B like C), and the groups follow from what was
//! added, not from the order in which it was: an entry that comes later but is dated earlier takes over what is like it. Bounds: a group of
//! 256 members keeps its leader, and an entry is compared with at most 64 of those that share a bin, the rarest bins first; past these the order
//! may matter.

mod restored;
mod settle;

use std::collections::{BTreeMap, BTreeSet};

use super::Signature;
use super::index::Index;
use crate::library::{EntryId, Fold, Rank};
use crate::model::Date;

/// From so many members on a group keeps its leader.
const HUGE: u32 = 256;

/// One entry; its number is its place in the table of slots, from 1.
#[derive(Clone, Debug)]
struct Slot {
    rank: Rank,
    signature: Signature,
    /// The number of its leader, its own where it leads, 0 while that is open.
    leader: u32,
    /// How many others it leads.
    members: u32,
}

/// The groups of all entries that were added.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    numbers: BTreeMap<EntryId, u32>,
    /// None for what was removed; the first is none too.
    slots: Vec<Option<Slot>>,
    free: Vec<u32>,
    index: Index,
    /// Leader and member, for all that do not lead.
    folded: BTreeSet<(u32, Rank)>,
}

impl Groups {
    /// Adds an entry; one of the same id is replaced.
    pub fn add(&mut self, id: EntryId, date: Option<Date>, signature: Signature) {
        self.remove(id);
        let rank = Rank::new(id, date);
        let slot = Some(Slot { rank, signature, leader: 0, members: 0 });
        if self.slots.is_empty() {
            self.slots.push(None);
        }
        let number = self.free.pop().or_else(|| u32::try_from(self.slots.len()).ok()).unwrap_or(u32::MAX);
        match self.slots.get_mut(number as usize) {
            Some(free) => *free = slot,
            None => self.slots.push(slot),
        }
        self.numbers.insert(id, number);
        self.settle(BTreeSet::from([(rank, number)]));
    }

    /// Takes an entry out; what it led finds other leaders.
    pub fn remove(&mut self, id: EntryId) {
        let Some(number) = self.numbers.remove(&id) else { return };
        let members = self.ranked(number);
        self.leave(number);
        if let Some(slot) = self.slots.get_mut(number as usize).and_then(Option::take) {
            self.index.remove(number, &slot.signature);
        }
        self.free.push(number);
        self.settle(members);
    }

    /// The leader of the group that the entry is in, itself where it leads or is alone; none for an unknown one.
    pub fn leader(&self, id: EntryId) -> Option<EntryId> {
        let leader = self.slot(*self.numbers.get(&id)?)?.leader;
        Some(self.slot(leader)?.rank.id())
    }

    /// How an entry stands to the others of its group; alone where it is not known.
    pub fn fold(&self, id: EntryId) -> Fold {
        match self.numbers.get(&id).and_then(|number| Some((*number, self.slot(*number)?))) {
            Some((number, slot)) if slot.leader == number && slot.members > 0 => Fold::Leads(slot.members),
            Some((number, slot)) if slot.leader != number => {
                self.slot(slot.leader).map_or(Fold::Alone, |slot| Fold::Follows(slot.rank.id()))
            }
            _ => Fold::Alone,
        }
    }

    /// The signature that an entry was added with.
    pub fn signature(&self, id: EntryId) -> Option<&Signature> {
        Some(&self.slot(*self.numbers.get(&id)?)?.signature)
    }

    /// The entries of the group that this one is in: the leader, then the others by date and id.
    pub fn group(&self, id: EntryId) -> impl Iterator<Item = EntryId> + '_ {
        let leader = self.leader(id);
        let number = leader.and_then(|leader| self.numbers.get(&leader));
        leader.into_iter().chain(number.into_iter().flat_map(|number| self.members(*number)).map(Rank::id))
    }

    /// The leader and the number of entries of each group of more than one, by the leader's date and id.
    pub fn folds(&self) -> impl Iterator<Item = (EntryId, usize)> + '_ {
        let leading = self.slots.iter().flatten().filter(|slot| slot.members > 0);
        let ranked: BTreeSet<(Rank, u32)> = leading.map(|slot| (slot.rank, slot.members)).collect();
        ranked.into_iter().map(|(rank, members)| (rank.id(), members as usize + 1))
    }

    /// The ranks of all that this one leads.
    fn members(&self, leader: u32) -> impl Iterator<Item = Rank> + '_ {
        self.folded.range((leader, Rank::default())..).take_while(move |(other, _)| *other == leader).map(|(_, rank)| *rank)
    }

    /// The same with their numbers.
    fn ranked(&self, leader: u32) -> BTreeSet<(Rank, u32)> {
        self.members(leader).filter_map(|rank| Some((rank, *self.numbers.get(&rank.id())?))).collect()
    }

    fn slot(&self, number: u32) -> Option<&Slot> {
        self.slots.get(number as usize)?.as_ref()
    }

    fn slot_mut(&mut self, number: u32) -> Option<&mut Slot> {
        self.slots.get_mut(number as usize)?.as_mut()
    }
}
