//! A library of folders, kept on disk: what is remembered, what is read anew, and what is found in it.

use std::collections::BTreeMap;
use std::fs;

use attache::library::{Rank, Sought, searched};
use attache::model::Briefing;
use attache::work::library::{Head, Learnt, Sources, look};
use attache::work::{Desk, Origin};
use proptest::prelude::*;

use super::archive::{Archive, FERRY, TARIFF, article, files, names};

#[test]
fn what_was_read_is_remembered_and_only_what_changed_is_read_anew() {
    let archive = Archive::of(&[FERRY, TARIFF]);
    let mut library = archive.current();
    assert_eq!(names(&library), ["Tariffs Rise Again", "Ferry Deal Signed in Halmar"]);
    assert_eq!(archive.sync(&mut library), [""; 0], "nothing has changed");
    drop(library);

    let (mut library, _) = archive.open();
    assert_eq!(names(&library), ["Tariffs Rise Again", "Ferry Deal Signed in Halmar"], "before anything is looked at");
    assert_eq!(archive.found(&library, "ferry"), ["2026/ferry.txt"]);
    archive.write("tariff.txt", &article("Tariffs Fall at Last", "Nobody had expected it, a ferryman said."));
    archive.write("new.txt", &article("A New Pier", "The pier is new."));
    fs::remove_file(archive.path("2026/ferry.txt")).unwrap();
    assert_eq!(archive.sync(&mut library), ["-2026/ferry.txt", "new.txt", "tariff.txt"]);
    assert_eq!(archive.found(&library, "ferry "), [""; 0]);
    assert_eq!(archive.found(&library, "ferry"), ["tariff.txt"], "a beginning");
    assert_eq!(archive.found(&library, "rise"), [""; 0]);
    drop(library);
    let mut library = archive.open().0;
    assert_eq!(names(&library).len(), 2);
    assert_eq!(archive.sync(&mut library), [""; 0]);
}

#[test]
fn other_rules_read_all_of_it_anew() {
    let archive = Archive::of(&[FERRY, TARIFF]);
    drop(archive.current());
    let over =
        attache::work::RuleFile { name: "topics.toml".into(), text: "[[topics]]\nid = \"pier\"\nterms = [\"ferry\"]\n".into() };
    let files = archive.desk.files().with(over, attache::work::RuleKind::Taxonomy);
    let archive = Archive { desk: Desk::new(files), ..archive };
    let mut library = archive.open().0;
    assert_eq!(archive.sync(&mut library), ["2026/ferry.txt", "tariff.txt"]);
    assert_eq!(archive.sync(&mut library), [""; 0]);
    let topics = library.catalogue().entries().filter_map(|entry| entry.card().cloned()).flat_map(|card| card.topics.to_vec());
    assert!(topics.map(|count| count.topic.id.to_string()).any(|id| id == "pier"));
}

#[test]
fn the_beginning_of_the_list_is_there_without_the_rest() {
    let archive = Archive::new();
    for day in 1..=28 {
        archive.write(&format!("{day}.txt"), &format!("Day {day} of the Talks\n\n{day} March 2026\n\nThe talks went on.\n"));
    }
    drop(archive.current());
    let head = Head::read(&archive.kept(), &archive.sources()).unwrap();
    assert_eq!(head.total, 28);
    assert_eq!(head.entries[0].0.card().unwrap().headline.as_ref(), "Day 28 of the Talks");
    assert_eq!(head.entries[0].1, Origin::Path(archive.path("28.txt")));
    let other = Sources::new(&[archive.cache.path().to_owned()]);
    assert!(Head::read(&archive.kept(), &other).is_none(), "the list of another library");
}

#[test]
fn a_file_of_many_articles_is_many_entries_that_come_and_go() {
    let archive = Archive::new();
    let feed = |titles: &[&str]| {
        let item = |title: &&str| format!("<item><title>{title}</title><description>On {title}.</description></item>");
        let items = titles.iter().map(item).collect::<Vec<_>>().concat();
        format!("<rss version=\"2.0\"><channel><title>Feed</title>{items}</channel></rss>")
    };
    archive.write("feed.xml", &feed(&["One", "Two", "Three"]));
    let mut library = archive.current();
    assert_eq!(names(&library), ["One", "Two", "Three"]);
    assert_eq!(archive.found(&library, "two"), ["feed.xml#2"]);
    archive.write("feed.xml", &feed(&["One", "Four"]));
    assert_eq!(archive.sync(&mut library), ["-feed.xml", "feed.xml#1", "feed.xml#2"]);
    assert_eq!(names(&library), ["One", "Four"]);
    assert_eq!(archive.found(&library, "two"), [""; 0]);
    assert_eq!(archive.found(&library, "four"), ["feed.xml#2"]);
    assert_eq!(names(&archive.open().0), ["One", "Four"]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_an_entry_with_its_reason_and_nothing_waits() {
    let archive = Archive::of(&[FERRY]);
    fs::write(archive.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let made = std::process::Command::new("mkfifo").arg(archive.path("pipe")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink(archive.articles.path(), archive.path("loop")).unwrap();
    std::os::unix::fs::symlink(archive.path("pipe"), archive.path("link")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(archive.path("socket")).unwrap();
    let library = archive.current();
    let names = names(&library);
    assert_eq!(names.len(), 4, "{names:?}");
    assert_eq!(names[0], "Ferry Deal Signed in Halmar");
    for reason in ["it is a named pipe, not a file", "it is a socket, not a file"] {
        assert!(names.contains(&format!("! {reason}")), "{names:?}");
    }
    assert_eq!(names.iter().filter(|name| name.starts_with('!')).count(), 3, "{names:?}");
}

#[test]
fn whatever_is_broken_in_what_is_kept_it_is_made_anew_and_said() {
    let archive = Archive::of(&[FERRY, TARIFF]);
    drop(archive.current());
    let all = files(&archive.kept());
    assert!(all.len() > 4, "{all:?}");
    for file in all {
        let Ok(whole) = fs::read(&file) else { continue };
        for broken in [&b""[..], b"nonsense", whole.get(..whole.len() / 2).unwrap_or_default()] {
            if !file.exists() {
                continue;
            }
            fs::write(&file, broken).unwrap();
            let (mut library, _) = archive.open();
            archive.sync(&mut library);
            let name = format!("{} of {} bytes", file.display(), broken.len());
            assert_eq!(names(&library), ["Tariffs Rise Again", "Ferry Deal Signed in Halmar"], "{name}");
        }
    }
}

#[test]
fn two_at_once_one_keeps_the_library_and_both_can_search_it() {
    let archive = Archive::of(&[FERRY]);
    let (mut first, mut second) = (archive.open().0, archive.open().0);
    archive.sync(&mut first);
    archive.write(TARIFF.0, TARIFF.1);
    // While the first one is about to write, the second can't; what it knows stays.
    let files = look(first.sources());
    let refused = first.sync(&archive.desk, &files, &mut |learnt| {
        if matches!(learnt, Learnt::Entries(_)) {
            let refused = second.sync(&archive.desk, &files, &mut |_| true);
            assert!(refused.is_err(), "two write at once");
        }
        true
    });
    refused.unwrap();
    assert_eq!(archive.found(&first, "tariffs"), ["tariff.txt"]);
    let mut third = archive.open().0;
    assert_eq!(archive.sync(&mut third), [""; 0]);
    assert_eq!(archive.found(&third, "ferry"), ["2026/ferry.txt"]);
}

#[test]
fn what_one_attache_writes_the_other_takes_in_and_goes_on_from_there() {
    let archive = Archive::of(&[FERRY]);
    let (mut first, mut second) = (archive.current(), archive.open().0);
    archive.write(TARIFF.0, TARIFF.1);
    assert_eq!(archive.sync(&mut first), ["tariff.txt"]);
    second.others().unwrap()().unwrap();
    // The second learns of it without reading anything, and is as good a keeper from then on.
    assert_eq!(archive.sync(&mut second), ["tariff.txt"]);
    assert_eq!(names(&second), names(&first));
    assert_eq!(archive.found(&second, "tariffs"), ["tariff.txt"]);
    fs::remove_file(archive.path(FERRY.0)).unwrap();
    archive.write("new.txt", &article("Quay Wall Leans", "The quay wall of Halmar leans a little further each spring."));
    assert_eq!(archive.sync(&mut second), ["-2026/ferry.txt", "new.txt"]);
    assert_eq!(archive.sync(&mut first), ["-2026/ferry.txt", "new.txt"]);
    assert_eq!(names(&first), ["Tariffs Rise Again", "Quay Wall Leans"]);
    assert_eq!(names(&archive.open().0), names(&first));
}

#[test]
fn a_phrase_whose_last_word_may_go_on_in_very_many_ways_finds_more_until_another_letter_is_typed() {
    let many: Vec<String> = (0..600).map(|number| format!("p{number:03}")).collect();
    let all = format!("The {}.", many.join(" "));
    let archive = Archive::of(&[("all.txt", &all), ("apart.txt", "The quay has p001."), ("none.txt", "The quay has nothing.")]);
    let library = archive.current();
    assert_eq!(archive.found(&library, "\"the p"), ["all.txt", "apart.txt"]);
    assert_eq!(archive.found(&library, "\"the p0"), ["all.txt"]);
    assert_eq!(archive.plainly_found("\"the p"), ["all.txt"]);
}

#[test]
fn small_changes_are_in_the_beginning_of_the_list_and_many_of_them_in_the_list() {
    let archive = Archive::new();
    let write = |day: u32, word: &str| {
        archive.write(&format!("{day}.txt"), &format!("Day {day} {word}\n\n{day} March 2026\n\nThe talks went on.\n"));
    };
    (1..=9).for_each(|day| write(day, "Begins"));
    drop(archive.current());
    let list = archive.kept().join("list");
    let whole = fs::read(&list).unwrap();
    let head = || Head::read(&archive.kept(), &archive.sources()).unwrap();
    let listed =
        |head: &Head| head.entries.iter().map(|(entry, _)| entry.card().unwrap().headline.to_string()).collect::<Vec<_>>();
    let mut turns = 0;
    while fs::read(&list).unwrap() == whole {
        turns += 1;
        assert!(turns < 200, "changes without end");
        write(5, &format!("Ends {turns}"));
        write(20 + turns % 2, "Comes");
        fs::remove_file(archive.path(&format!("{}.txt", 21 - turns % 2))).unwrap_or_default();
        let library = archive.current();
        let (head, all) = (head(), names(&library));
        assert_eq!(listed(&head), all);
        assert_eq!(head.total, all.len());
        assert_eq!(names(&archive.open().0), all, "the next start");
        assert!(all.contains(&format!("Day 5 Ends {turns}")));
    }
    assert!(turns > 50, "{turns}");
    assert!(!archive.kept().join("list.changes").exists());
}

#[test]
fn changes_that_no_index_belongs_to_are_written_over() {
    let archive = Archive::of(&[FERRY]);
    drop(archive.current());
    archive.write(TARIFF.0, TARIFF.1);
    drop(archive.current());
    let changes = archive.kept().join("list.changes");
    let whole = fs::read(&changes).unwrap();
    // An attache that ended in the midst of writing, or before its index was on the disk, leaves half a batch, or one too many.
    for behind in [&whole[..whole.len() / 2], &whole[..], b"nonsense"] {
        fs::write(&changes, [&whole, behind].concat()).unwrap();
        assert_eq!(names(&archive.open().0), ["Tariffs Rise Again", "Ferry Deal Signed in Halmar"]);
    }
    archive.write("new.txt", &article("A New Pier", "The pier is new."));
    let all = names(&archive.current());
    assert_eq!(all.len(), 3);
    assert_eq!(names(&archive.open().0), all);
}

/// A word of a small language, so that words meet.
fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "ferry", "ferries", "deal", "Ostrel", "ostrich", "S-400", "400", "Élysée", "air", "defence", "东京", "and", "a",
    ])
    .prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    let sentence = prop::collection::vec(word(), 1..8).prop_map(|words| format!("The {}.", words.join(" ")));
    prop::collection::vec(sentence, 1..6).prop_map(|sentences| sentences.join("\n\n"))
}

fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => word(),
        1 => word().prop_map(|word| format!("-{word}")),
        2 => prop::collection::vec(word(), 1..4).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => word().prop_map(|word| word.chars().take(2).collect()),
    ];
    (prop::collection::vec(word, 1..4), any::<bool>())
        .prop_map(|(words, ended)| format!("{}{}", words.join(" "), if ended { " " } else { "" }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_index_finds_what_a_plain_look_finds(texts in prop::collection::vec(text(), 1..12), lines in prop::collection::vec(line(), 8)) {
        let archive = Archive::new();
        for (at, text) in texts.iter().enumerate() {
            archive.write(&format!("{at}.txt"), &article("A Headline with Ferries", text));
        }
        let library = archive.current();
        for line in &lines {
            let line = line.as_str();
            prop_assert_eq!(archive.found(&library, line), archive.plainly_found(line), "{:?}", line);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn what_earlier_articles_have_is_what_a_plain_look_says(texts in prop::collection::vec((text(), 0u8..5), 2..12)) {
        let archive = Archive::new();
        for (at, (text, day)) in texts.iter().enumerate() {
            let date = if *day == 0 { String::new() } else { format!("{day} March 2026\n\n") };
            archive.write(&format!("{at}.txt"), &format!("A Headline with Ferries\n\n{date}{text}\n"));
        }
        let library = archive.current();
        let finder = library.finder().unwrap();
        let ids: BTreeMap<_, _> = library.catalogue().origins().map(|(id, origin, _)| (origin, id)).collect();
        let all: Vec<(Rank, Briefing)> = look(&archive.sources())
            .into_iter()
            .map(|(origin, _)| {
                let briefing = archive.desk.open(&origin).unwrap().briefing;
                (Rank::new(ids[&origin], briefing.head.date), briefing)
            })
            .collect();
        for (own, briefing) in &all {
            for Sought { words, .. } in Sought::of(&briefing.article) {
                let holds = |other: &&(Rank, Briefing)| other.0 < *own && words.holds(&searched(&other.1).collect::<Vec<_>>());
                let plainly = all.iter().filter(holds).map(|(rank, _)| *rank).min().map(Rank::id);
                prop_assert_eq!(finder.earlier(&words, *own).unwrap(), plainly, "{:?}", words);
            }
        }
    }
}
