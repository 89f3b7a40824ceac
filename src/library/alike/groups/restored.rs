//! Groups as they were when they were kept: each entry comes with its leader, so that nobody is compared with anybody.

use super::{Groups, Slot};
use crate::library::alike::Signature;
use crate::library::{EntryId, Rank};
use crate::model::Date;

impl Groups {
    /// The groups of entries with the leaders they had; those that lead or are alone with none. Who is said to follow somebody that does not
    /// lead is added as a new one is. It costs a fraction of adding them all.
    pub fn restored(entries: impl IntoIterator<Item = (EntryId, Option<Date>, Signature, Option<EntryId>)>) -> Self {
        let mut groups = Self { slots: vec![None], ..Self::default() };
        let mut following = Vec::new();
        for (id, date, signature, leader) in entries {
            let Ok(number) = u32::try_from(groups.slots.len()) else { break };
            let own = if leader.is_none() { number } else { 0 };
            following.extend(leader.map(|leader| (number, leader)));
            groups.slots.push(Some(Slot { rank: Rank::new(id, date), signature, leader: own, members: 0 }));
            groups.numbers.insert(id, number);
        }
        following.retain(|(number, leader)| groups.put_under(*number, *leader));
        let strays: Vec<Slot> = following.iter().filter_map(|(number, _)| groups.take(*number)).collect();
        groups.index_all();
        for Slot { rank, signature, .. } in strays {
            groups.add(rank.id(), rank.date(), signature);
        }
        groups
    }

    /// Puts an entry, which follows nobody, under the leader it had; whether it is still to be done.
    fn put_under(&mut self, number: u32, leader: EntryId) -> bool {
        let leader = self.numbers.get(&leader).copied().unwrap_or_default();
        let Some(rank) = self.slot(number).map(|slot| slot.rank) else { return false };
        let Some(slot) = self.slot_mut(leader).filter(|slot| slot.leader == leader) else { return true };
        slot.members += 1;
        if let Some(slot) = self.slot_mut(number) {
            slot.leader = leader;
        }
        self.folded.insert((leader, rank));
        false
    }

    /// Takes an entry out that is in no chain and follows nobody.
    fn take(&mut self, number: u32) -> Option<Slot> {
        let slot = self.slots.get_mut(number as usize)?.take()?;
        self.numbers.remove(&slot.rank.id());
        self.free.push(number);
        Some(slot)
    }

    /// Makes the chains of all entries.
    fn index_all(&mut self) {
        for (number, slot) in (0..).zip(&self.slots) {
            if let Some(slot) = slot.as_ref().filter(|slot| slot.signature.is_comparable()) {
                self.index.insert(number, &slot.signature, slot.leader == number);
            }
        }
    }
}
