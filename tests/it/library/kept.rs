//! A library of folders, kept on disk: what is remembered, what is read anew, and what is found in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use attache::library::query::Query;
use attache::library::{Entries, Entry, Rank, Sought, State, searched};
use attache::model::Briefing;
use attache::text::Clean;
use attache::work::library::{Head, Learnt, Library, ListError, Sources, Stamp, look};
use attache::work::{Desk, Origin};
use proptest::prelude::*;
use tempfile::{TempDir, tempdir};

/// A folder of articles and a place where its library is kept.
pub struct Archive {
    articles: TempDir,
    cache: TempDir,
    pub desk: Desk,
}

/// Brings `library` up to date. A program that another test has just begun is for a moment a copy of this one, and holds the lock of whatever
/// index was open: that is waited for.
pub fn patiently(
    library: &mut Library,
    desk: &Desk,
    files: &[(Origin, Stamp)],
    tell: &mut dyn FnMut(Learnt) -> bool,
) -> Result<(), ListError> {
    loop {
        match library.sync(desk, files, tell) {
            Err(ListError::Index(error)) if error.is_locked() => library.others().unwrap()().unwrap(),
            synced => return synced,
        }
    }
}

impl Archive {
    pub fn new() -> Self {
        Self { articles: tempdir().unwrap(), cache: tempdir().unwrap(), desk: Desk::default() }
    }

    pub fn of(files: &[(&str, &str)]) -> Self {
        let archive = Self::new();
        for (name, text) in files {
            archive.write(name, text);
        }
        archive
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.articles.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    pub fn sources(&self) -> Sources {
        Sources::new(&[self.articles.path().to_owned()])
    }

    pub fn kept(&self) -> PathBuf {
        self.cache.path().join("kept")
    }

    /// The library as a new start finds it, with what went wrong.
    pub fn open(&self) -> (Library, Option<String>) {
        Library::open(self.sources(), Some(self.kept()))
    }

    /// Brings `library` up to date; the names of the files that were read or are gone, in order.
    pub fn sync(&self, library: &mut Library) -> Vec<String> {
        self.sync_until(library, |_| false)
    }

    /// The same, until it learns what `enough` says is enough.
    pub fn sync_until(&self, library: &mut Library, enough: impl Fn(&Learnt) -> bool) -> Vec<String> {
        let mut names = Vec::new();
        let files = look(library.sources());
        let synced = patiently(library, &self.desk, &files, &mut |learnt| {
            let goes_on = !enough(&learnt);
            if let Learnt::Entries(news) = learnt {
                names.extend(news.iter().map(|(entry, origin)| {
                    let gone = if entry.state == State::Gone { "-" } else { "" };
                    format!("{gone}{}", self.short(&origin.name()))
                }));
            }
            goes_on
        });
        synced.unwrap();
        names.sort();
        names
    }

    /// A new start, brought up to date.
    pub fn current(&self) -> Library {
        let (mut library, fault) = self.open();
        assert_eq!(fault, None);
        self.sync(&mut library);
        library
    }

    pub fn short(&self, name: &str) -> String {
        name.strip_prefix(&*format!("{}/", self.articles.path().to_string_lossy())).unwrap_or(name).to_owned()
    }

    /// The files that the index finds, by name.
    pub fn found(&self, library: &Library, line: &str) -> Vec<String> {
        let (query, faults) = Query::parse(&Clean::from(line));
        assert_eq!(faults, []);
        let found = library.finder().unwrap().find(&query.words).unwrap();
        let names: BTreeMap<_, _> = library.catalogue().origins().map(|(id, origin, _)| (id, origin.name())).collect();
        let mut names: Vec<String> = found.iter().map(|id| self.short(&names[&id])).collect();
        names.sort();
        names
    }

    /// The files that a plain look at every article finds, by name.
    fn plainly_found(&self, line: &str) -> Vec<String> {
        let query = Query::parse(&Clean::from(line)).0;
        let mut names = Vec::new();
        for (origin, _) in look(&self.sources()) {
            let _ = self.desk.each(&origin, |own, _, opened| {
                let texts: Vec<&str> = searched(&opened.briefing).collect();
                names.extend(query.words.holds(&texts).then(|| self.short(&own.name())));
                true
            });
        }
        names.sort();
        names
    }
}

/// An article of this headline and text.
fn article(headline: &str, text: &str) -> String {
    format!("{headline}\n\n14 March 2026\n\n{text}\n")
}

pub const FERRY: (&str, &str) = (
    "2026/ferry.txt",
    "Ferry Deal Signed in Halmar\n\n14 March 2026\n\nThe two ports signed a ferry deal on Monday. While Ostrel welcomed it, Varn did not.\n",
);
pub const TARIFF: (&str, &str) = (
    "tariff.txt",
    "Tariffs Rise Again\n\n2 April 2026\n\nThe ministers agreed to raise tariffs on steel, though exporters had warned them.\n",
);

pub fn names(library: &Library) -> Vec<String> {
    let mut entries = Entries::default();
    entries.learn(library.catalogue().entries().collect());
    let name = |entry: &Entry| match &entry.state {
        State::Ready(card) => card.headline.to_string(),
        State::Bad(reason) => format!("! {}", reason.rsplit(": ").next().unwrap_or_default()),
        _ => entry.name.to_string(),
    };
    entries.listed().iter().map(name).collect()
}

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

/// Every file below `folder`.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() { all.extend(files(&entry.path())) } else { all.push(entry.path()) }
    }
    all.sort();
    all
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
