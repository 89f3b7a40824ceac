//! Copies in a library on disk: they fold, and unfold as files come and go; what is kept of it is what would be made anew.

use std::collections::BTreeMap;

use attache::library::{Entries, Fold};
use attache::work::library::{Learnt, Library};
use proptest::prelude::*;

use super::alike::rewrites::families;
use super::alike::wire::Story;
use super::archive::Archive;

/// Each entry's file with that of the one that stands for it, and how many fold under it.
fn folds(archive: &Archive, library: &Library) -> BTreeMap<String, (String, u32)> {
    let names: BTreeMap<_, _> = library.catalogue().entries().map(|entry| (entry.id, archive.short(&entry.name))).collect();
    let of = |entry: attache::library::Entry| {
        let others = if let Fold::Leads(others) = entry.fold { others } else { 0 };
        (names[&entry.id].clone(), (names[&entry.fold.leader(entry.id)].clone(), others))
    };
    library.catalogue().entries().map(of).collect()
}

#[test]
fn a_briefing_file_is_no_copy_of_its_article() {
    let archive = Archive::new();
    let text = families(1).remove(0).story.text();
    archive.write("story.txt", &text);
    archive.write("story.toml", "article = \"story.txt\"\n[[summary]]\nsay = \"A line of one's own.\"\n");
    archive.write("again.txt", &format!("{text}\nOne line more at its end.\n"));
    let library = archive.current();
    let folds = folds(&archive, &library);
    assert_eq!(folds["story.toml"], ("story.toml".to_owned(), 0));
    assert_eq!(folds["again.txt"].0, folds["story.txt"].0);
}

/// Whoever is followed is there and leads as many as follow it.
fn stands(library: &Library) {
    let mut followed = BTreeMap::new();
    for entry in library.catalogue().entries() {
        if let Fold::Follows(leader) = entry.fold {
            *followed.entry(leader).or_insert(0) += 1;
        }
    }
    for entry in library.catalogue().entries() {
        let others = followed.remove(&entry.id).unwrap_or(0);
        assert_eq!(others, if let Fold::Leads(others) = entry.fold { others } else { 0 });
    }
    assert!(followed.is_empty(), "{followed:?}");
}

/// The text of a telling of this day: dates say who is the first.
fn dated((story, day): (Story, u32)) -> String {
    story.text().replacen("\n\n", &format!("\n\n{day} March 2026\n\n"), 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn what_is_kept_folds_as_what_is_made_anew(steps in prop::collection::vec((0usize..12, 0usize..5), 1..12)) {
        let archive = Archive::new();
        let stories: Vec<Vec<String>> = families(12).into_iter().map(|family| {
            std::iter::once(family.story).chain(family.rewrites.into_iter().map(|(_, story)| story)).take(4).zip(1..).map(dated).collect()
        }).collect();
        let write = |at: usize, telling: usize| archive.write(&format!("{at}-{telling}.txt"), &stories[at][telling]);
        for at in 0..6 {
            write(at, 0);
            write(at, 1);
        }
        let mut library = archive.current();
        for (at, telling) in steps {
            match telling {
                0..=3 => write(at, telling),
                _ => drop(std::fs::remove_file(archive.path(&format!("{at}-0.txt")))),
            }
            // Now by a new start, now by who runs on, now by who does not wait for copies, whom another start follows.
            match (at + telling) % 4 {
                0 => library = archive.current(),
                1 => drop(archive.sync(&mut library)),
                2 => drop(archive.sync_until(&mut library, |learnt| matches!(learnt, Learnt::Current))),
                _ => {
                    library = archive.open().0;
                    archive.sync_until(&mut library, |learnt| matches!(learnt, Learnt::Current));
                    stands(&library);
                    library = archive.open().0;
                }
            }
            stands(&library);
        }
        archive.sync(&mut library);
        let kept = folds(&archive, &library);
        drop(library);
        prop_assert_eq!(&folds(&archive, &archive.open().0), &kept, "as the next start finds it");
        let anew = Archive::new();
        for name in kept.keys() {
            anew.write(name, &std::fs::read_to_string(archive.path(name)).unwrap());
        }
        prop_assert_eq!(&folds(&anew, &anew.current()), &kept);
        let mut entries = Entries::default();
        entries.learn(anew.current().catalogue().entries().collect());
        prop_assert!(entries.listed().iter().all(|entry| entries.tellings(entry.id).len() == 1 || entry.fold != Fold::Alone));
    }
}
