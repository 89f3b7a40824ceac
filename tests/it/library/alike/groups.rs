//! Groups follow from what is in them, not from how it came there.

use std::sync::LazyLock;

use attache::library::EntryId;
use attache::library::alike::{Groups, Signature};
use attache::model::Date;
use proptest::prelude::*;

use super::rewrites::families;

/// Entries of a few families: many that are alike, by nearly every way in which they can be.
static ENTRIES: LazyLock<Vec<(EntryId, Option<Date>, Signature)>> = LazyLock::new(|| {
    let stories = families(3).into_iter().step_by(9).flat_map(|family| {
        let all = std::iter::once(family.story).chain(family.rewrites.into_iter().chain(family.others).map(|(_, story)| story));
        all.collect::<Vec<_>>()
    });
    let entry = |(id, story): (u32, super::wire::Story)| {
        let date = Date::new(2025, 11, i8::try_from(1 + id * 7 % 9).unwrap()).ok().filter(|_| id % 5 != 0);
        (EntryId(id), date, Signature::of(&story.article()))
    };
    (0..).zip(stories).map(entry).collect()
});

fn shown(groups: &Groups, entries: &[(EntryId, Option<Date>, Signature)]) -> Vec<(Option<EntryId>, Vec<EntryId>)> {
    entries.iter().map(|(id, ..)| (groups.leader(*id), groups.group(*id).collect())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_of_adding_does_not_matter(order in Just((0..ENTRIES.len()).collect::<Vec<_>>()).prop_shuffle(), gone in 0usize..40) {
        let entries = &*ENTRIES;
        let (mut plainly, mut shuffled) = (Groups::default(), Groups::default());
        for (id, date, signature) in &entries[gone..] {
            plainly.add(*id, *date, *signature);
        }
        // Some come and go again in between, under the numbers of others.
        for &at in &order {
            shuffled.add(entries[at].0, None, entries[entries.len() - 1 - at].2);
        }
        for &at in order.iter().rev() {
            let (id, date, signature) = entries[at];
            if at < gone { shuffled.remove(id) } else { shuffled.add(id, date, signature) }
        }
        prop_assert_eq!(shown(&plainly, entries), shown(&shuffled, entries));
        prop_assert_eq!(plainly.folds().collect::<Vec<_>>(), shuffled.folds().collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn groups_that_are_restored_go_on_as_they_were(kept in 1usize..200, wrong in prop::collection::vec((0usize..200, 0u32..250), 0..3)) {
        let entries = &*ENTRIES;
        let mut plainly = Groups::default();
        let (first, rest) = entries.split_at(kept.min(entries.len()));
        for (id, date, signature) in first {
            plainly.add(*id, *date, *signature);
        }
        let leader = |id| plainly.leader(id).filter(|leader| *leader != id);
        let mut with_leaders: Vec<_> = first.iter().map(|(id, date, signature)| (*id, *date, *signature, leader(*id))).collect();
        let mut restored = Groups::restored(with_leaders.clone());
        for (id, ..) in first {
            prop_assert_eq!(restored.fold(*id), plainly.fold(*id));
        }
        for (id, date, signature) in rest {
            plainly.add(*id, *date, *signature);
            restored.add(*id, *date, *signature);
        }
        first.iter().step_by(3).for_each(|(id, ..)| { plainly.remove(*id); restored.remove(*id); });
        prop_assert_eq!(shown(&plainly, entries), shown(&restored, entries));
        // Leaders that can't be are no leaders, and nothing is lost.
        for (at, leader) in wrong {
            let at = at % with_leaders.len();
            with_leaders[at].3 = Some(EntryId(leader));
        }
        let damaged = Groups::restored(with_leaders);
        prop_assert!(first.iter().all(|(id, _, signature)| damaged.leader(*id).is_some() && damaged.signature(*id) == Some(signature)));
    }
}

#[test]
fn the_earliest_leads() {
    let entries = &*ENTRIES;
    let signature = entries[0].2;
    let day = |day| Date::new(2025, 11, day).ok();
    let mut groups = Groups::default();
    groups.add(EntryId(1), None, signature);
    groups.add(EntryId(2), day(5), signature);
    groups.add(EntryId(7), day(4), signature);
    groups.add(EntryId(3), day(4), signature);
    assert_eq!(groups.leader(EntryId(1)), Some(EntryId(3)));
    assert_eq!(groups.group(EntryId(2)).collect::<Vec<_>>(), [3, 7, 2, 1].map(EntryId));
    assert_eq!(groups.folds().collect::<Vec<_>>(), [(EntryId(3), 4)]);
    groups.remove(EntryId(3));
    assert_eq!(groups.group(EntryId(1)).collect::<Vec<_>>(), [7, 2, 1].map(EntryId));
    assert_eq!(groups.leader(EntryId(3)), None);
}

#[test]
fn short_texts_never_fold() {
    let short = crate::derive::article("Headline\n\n\n\nThe figures could not be checked independently. More follows soon.");
    let signature = Signature::of(&short);
    assert!(!signature.is_comparable() && !signature.is_alike(&signature));
    let mut groups = Groups::default();
    (0..9).for_each(|id| groups.add(EntryId(id), None, signature));
    assert_eq!(groups.folds().count(), 0);
}

#[test]
fn a_library_of_one_text_stays_quick() {
    let signature = ENTRIES[0].2;
    let mut groups = Groups::default();
    // The newest first: each is earlier than all before it, and would take them all over.
    (0..20_000).rev().for_each(|id| groups.add(EntryId(id), None, signature));
    let folds: Vec<_> = groups.folds().collect();
    assert_eq!(folds.len(), 1);
    assert_eq!(folds[0].1, 20_000);
}

proptest! {
    #[test]
    fn an_article_is_alike_itself_and_kept_as_words(body in "([a-zà-ý]{1,9} ){60,200}", other in "([a-zà-ý]{1,9} ){60,200}") {
        let sign = |body: &str| Signature::of(&crate::derive::article(&format!("Headline\n\n\n\n{body}")));
        let (one, other) = (sign(&body), sign(&other));
        prop_assert!(one.is_alike(&one));
        prop_assert!(!one.is_alike(&other) && !other.is_alike(&one));
        prop_assert_eq!(Signature::from_bytes(&one.to_bytes()), one);
    }
}
