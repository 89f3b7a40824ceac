//! Which entries of a library tell one story, found again as files come and go.
//!
//! To compare an entry with the others, what was kept of all of them has to be in memory. Where few files have changed, their entries stay
//! as they stood at first, and are compared when all else is done.

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Held, article};
use super::syncing::Syncing;
use crate::library::alike::{Groups, Signature};
use crate::library::{Card, Entry, EntryId, Fold};
use crate::work::Origin;

impl Syncing<'_> {
    /// Which entries tell the story of this one too, and whether that is yet to be found. A briefing file is never a copy: somebody has
    /// written it.
    pub(super) fn fold(&mut self, id: EntryId, card: &Card, signature: Signature) -> (Fold, bool) {
        if card.written {
            self.unfold(id);
            return (Fold::Alone, false);
        }
        let Some(groups) = &mut self.library.groups else {
            self.open.insert(id, (card.date, signature));
            return (self.stale.get(&id).copied().unwrap_or_default(), true);
        };
        groups.add(id, card.date, signature);
        (groups.fold(id), false)
    }

    /// Takes an entry out that is nobody's copy any more.
    pub(super) fn unfold(&mut self, id: EntryId) {
        if let Some(groups) = &mut self.library.groups {
            groups.remove(id);
        }
    }

    /// Lets nobody follow an entry that is gone.
    pub(super) fn free(&mut self) {
        if self.stale.values().any(|fold| *fold != Fold::Alone) {
            self.library.catalogue.free(|news| self.news.push(news));
        }
    }

    /// Finds which entries are copies, where that was not done yet: what was kept of all of them is read.
    pub(super) fn find_copies(&mut self) {
        if self.library.groups.is_some() {
            return;
        }
        let kept = self.library.list.as_ref().map(|list| list.signed(&self.stale)).unwrap_or_default();
        let found = kept.iter().filter(|signed| !signed.open);
        let mut groups = Groups::restored(found.map(|signed| (signed.id, signed.date, signed.signature, signed.leader)));
        let open = kept.iter().filter(|signed| signed.open).map(|signed| (signed.id, (signed.date, signed.signature)));
        for (id, (date, signature)) in open.chain(std::mem::take(&mut self.open)) {
            groups.add(id, date, signature);
        }
        self.library.groups = Some(groups);
    }

    /// Takes over how all entries stand to each other now, and tells of those that stood otherwise.
    pub(super) fn refold(&mut self) {
        let Some(groups) = &self.library.groups else { return };
        for (origin, known) in &mut self.library.catalogue.files {
            let several = known.entries.len() > 1;
            for held in &mut known.entries {
                let fold = groups.fold(held.id);
                let is_other = std::mem::replace(&mut held.fold, fold) != fold;
                if std::mem::take(&mut held.open) || is_other {
                    self.touched.add(origin);
                }
                if is_other {
                    self.news.push(told(origin, several, held));
                }
            }
        }
    }
}

impl Catalogue {
    /// Lets nobody follow who leads nobody any more, counts anew whom each leads, and tells of those that stood otherwise.
    pub(super) fn free(&mut self, mut tell: impl FnMut((Entry, Origin))) {
        let held = || self.files.values().flat_map(|known| &known.entries);
        let leading = held().filter(|held| matches!(held.fold, Fold::Leads(_)));
        let mut leaders: BTreeMap<EntryId, u32> = leading.map(|held| (held.id, 0)).collect();
        for held in held() {
            if let Fold::Follows(leader) = held.fold
                && let Some(others) = leaders.get_mut(&leader)
            {
                *others += 1;
            }
        }
        for (origin, known) in &mut self.files {
            let several = known.entries.len() > 1;
            for held in &mut known.entries {
                let fold = match held.fold {
                    Fold::Follows(leader) if !leaders.contains_key(&leader) => Fold::Alone,
                    Fold::Leads(_) => Fold::leading(leaders.get(&held.id).copied().unwrap_or_default()),
                    as_it_stood => as_it_stood,
                };
                if fold != held.fold {
                    held.open |= matches!(held.fold, Fold::Follows(_));
                    held.fold = fold;
                    tell(told(origin, several, held));
                }
            }
        }
    }
}

/// What is told of an entry of the file at `origin`, which has `several` or not.
fn told(origin: &Origin, several: bool, held: &Held) -> (Entry, Origin) {
    let own = article(origin, several, held.at);
    (held.entry(&own), own)
}
