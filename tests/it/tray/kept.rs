//! The file of the tray: whole or not at all, never lost to another program, nothing in it obeyed.

use std::fs;

use attache::library::tray::{Change, Line, Spot, Tray};
use attache::model::{Date, Extract, Opposed, Place, Reference, Source, Voice};
use attache::work::tray::{Store, StoreError};
use proptest::prelude::*;

use super::changes::line;

fn put(number: usize) -> Change {
    Change::Put(vec![(line(number), Spot::Last)])
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("attache"));
    (folder, store)
}

#[test]
fn what_is_put_is_there_and_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, store) = store();
    assert_eq!(store.look().unwrap(), Tray::default());
    assert_eq!(store.change(&[]).unwrap().tray, Tray::default());
    assert!(!folder.path().join("attache").exists(), "looking makes nothing");
    let kept = store.change(&[put(1), put(2), Change::Title(Some("Evidence".into()))]).unwrap();
    assert_eq!(store.look().unwrap(), kept.tray);
    assert_eq!(kept.tray.lines().len(), 2);
    let path = folder.path().join("attache/tray.json");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let names = |folder: &std::path::Path| {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(path.parent().unwrap()), ["tray.json", "tray.lock"]);
}

#[test]
fn many_at_once_lose_nothing() {
    let (_folder, store) = store();
    std::thread::scope(|scope| {
        for own in 0..4 {
            let store = &store;
            scope.spawn(move || (0..8).for_each(|number| drop(store.change(&[put(own * 8 + number)]).unwrap())));
        }
    });
    assert_eq!(store.look().unwrap().lines().len(), 32);
}

#[test]
fn a_file_that_can_t_be_read_is_set_aside_and_begun_anew() {
    let (folder, store) = store();
    let path = folder.path().join("attache/tray.json");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let wrong = [
        "",
        "{",
        "[]",
        "{\"version\": 1}",
        "{\"version\": 1, \"title\": null, \"sources\": [], \"lines\": [{\"text\": \"x\", \"voice\": \"source\", \"place\": \"unquoted\", \
         \"source\": 0}]}",
        "{\"version\": 1, \"title\": null, \"lines\": [], \"sources\": [{\"file\": \"a\", \"date\": \"2025-13-01\"}]}",
    ];
    for (number, text) in (1..).zip(wrong) {
        fs::write(&path, text).unwrap();
        assert!(matches!(store.look(), Err(StoreError::Corrupt(_))), "{text}");
        let changes = if number % 2 == 0 { vec![put(1)] } else { Vec::new() };
        let kept = store.change(&changes).unwrap();
        let name = format!("tray.unreadable-{number}.json");
        assert_eq!((kept.aside.as_deref(), kept.tray.lines().len()), (Some(&*name), changes.len()), "{text}");
        assert_eq!(fs::read_to_string(path.with_file_name(name)).unwrap(), text);
    }
}

#[test]
fn the_file_of_a_newer_attache_is_left_alone() {
    let (folder, store) = store();
    store.change(&[put(1)]).unwrap();
    let path = folder.path().join("attache/tray.json");
    fs::write(&path, "{\"version\": 2, \"drawers\": []}").unwrap();
    assert!(matches!(store.change(&[put(2)]), Err(StoreError::Newer(2))));
    assert!(matches!(store.clear(), Err(StoreError::Newer(2))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\"version\": 2, \"drawers\": []}");
}

#[test]
fn a_lock_that_is_never_given_back_is_told() {
    let (folder, store) = store();
    store.change(&[put(1)]).unwrap();
    let held = fs::File::open(folder.path().join("attache/tray.lock")).unwrap();
    held.lock().unwrap();
    assert!(matches!(store.change(&[put(2)]), Err(StoreError::Held)));
    drop(held);
    assert_eq!(store.change(&[put(2)]).unwrap().tray.lines().len(), 2);
}

#[test]
fn what_stands_in_the_place_of_a_file_of_its_own_is_named_and_not_waited_for() {
    use std::os::unix::fs::symlink;
    let (folder, store) = store();
    let state = folder.path().join("attache");
    fs::create_dir_all(&state).unwrap();
    let told = |error: StoreError| error.to_string().replace(folder.path().to_str().unwrap(), "");
    let pipe = |path: &std::path::Path| {
        let (kind, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR);
        rustix::fs::mknodat(rustix::fs::CWD, path, kind, mode, 0).unwrap();
    };
    let (lock, elsewhere) = (state.join("tray.lock"), folder.path().join("elsewhere"));
    pipe(&lock);
    let expected = "/attache/tray.lock is a named pipe, not a file: remove it";
    assert_eq!(told(store.clear().unwrap_err()), expected);
    assert_eq!(told(store.change(&[put(1)]).unwrap_err()), expected);
    fs::remove_file(&lock).unwrap();
    fs::create_dir(&lock).unwrap();
    assert_eq!(told(store.change(&[put(1)]).unwrap_err()), "/attache/tray.lock is a folder, not a file: remove it");
    fs::remove_dir(&lock).unwrap();
    symlink(&elsewhere, &lock).unwrap();
    assert_eq!(told(store.change(&[put(1)]).unwrap_err()), "/attache/tray.lock is a link, not a file: remove it");
    assert!(!elsewhere.exists());
    fs::remove_file(&lock).unwrap();
    pipe(&state.join("tray.json"));
    let expected = "tray.json: it is a named pipe, not a file; move it away to begin anew";
    assert_eq!(told(store.change(&[put(1)]).unwrap_err()), expected);
}

#[test]
fn what_others_did_not_finish_goes_and_no_link_in_its_place_is_written_through() {
    let (folder, store) = store();
    let state = folder.path().join("attache");
    fs::create_dir_all(&state).unwrap();
    let elsewhere = folder.path().join("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    for name in [
        "tray.1.part",
        "tray.22.part",
        "tray.before-clear.3.part",
        "tray.mine.part",
        "trays.1.part",
        "tray..part",
        "tray.part",
        "marks.3.part",
        "tray.1.json",
    ] {
        fs::write(state.join(name), "").unwrap();
    }
    std::os::unix::fs::symlink(&elsewhere, state.join(format!("tray.{}.part", std::process::id()))).unwrap();
    assert_eq!(store.change(&[put(1)]).unwrap().tray.lines().len(), 1);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "mine");
    let mut names: Vec<_> =
        fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let own =
        ["marks.3.part", "tray..part", "tray.1.json", "tray.json", "tray.lock", "tray.mine.part", "tray.part", "trays.1.part"];
    assert_eq!(names, own);
}

#[test]
fn what_is_cleared_lies_beside_it() {
    let (folder, store) = store();
    let before = store.change(&[put(1), put(2), Change::Title(Some("Evidence".into()))]).unwrap().tray;
    let (beside, dropped) = store.clear().unwrap();
    assert_eq!((dropped, store.look().unwrap()), (2, Tray::default()));
    fs::rename(beside, folder.path().join("attache/tray.json")).unwrap();
    assert_eq!(store.look().unwrap(), before);
}

#[test]
fn a_source_of_many_lines_is_there_once_and_its_fields_are_bounded() {
    let (folder, store) = store();
    let words = "é".repeat(500_000);
    let lines: Vec<_> = (0..1000)
        .map(|number| serde_json::json!({"text": format!("Line {number}."), "voice": "source", "place": "unquoted", "source": 0}))
        .collect();
    let restrictions = vec![&words; 3];
    let source = serde_json::json!({"file": words, "outlet": words, "headline": words, "byline": words, "place": words, "url": words,
        "sha256": words, "restrictions": restrictions});
    let file = serde_json::json!({"version": 1, "title": null, "lines": lines, "sources": [source]});
    fs::create_dir_all(folder.path().join("attache")).unwrap();
    fs::write(folder.path().join("attache/tray.json"), file.to_string()).unwrap();
    let tray = store.look().unwrap();
    let first = tray.lines()[0].source();
    assert!(tray.lines().len() == 1000 && tray.lines().iter().all(|line| std::ptr::eq(line.source(), first)));
    let fields = [&first.headline, &first.outlet, &first.byline, &first.place, &first.url, &first.hash];
    let fields = fields.into_iter().flatten().chain([&first.file]).chain(&first.restrictions);
    let lengths: Vec<usize> = fields.map(|words| words.trim_end_matches('…').len()).collect();
    assert_eq!(lengths, [4096; 10]);
    // No form says much more of it than its own words, and an address beside each, however many lines there are.
    let extracts = tray.extracts();
    let all =
        attache::export::Form::ALL.map(|form| form.write(&extracts)).into_iter().chain([attache::export::tray_page(&extracts)]);
    let longest = all.map(|text| text.len()).max();
    assert!(longest < Some(6_000_000), "{longest:?}");
}

fn places() -> impl Strategy<Value = Place> {
    let reference = || {
        let paragraph = (1u32..9, 1u32..9).prop_map(|(paragraph, sentence)| Reference::Paragraph(paragraph, sentence));
        prop_oneof![Just(Reference::Headline), Just(Reference::Standfirst), Just(Reference::Aside), paragraph]
    };
    prop_oneof![
        reference().prop_map(Place::Sentence),
        (reference(), reference()).prop_map(|(first, last)| Place::Stretch(first, last)),
        (0u32..9).prop_map(Place::Whole),
        Just(Place::Unquoted),
        Just(Place::Unanchored),
    ]
}

prop_compose! {
    fn lines()(words in "\\PC{0,20}", place in places(), own in any::<bool>(), some in any::<[bool; 5]>(), file in 0u8..3) -> Line {
        let is = |at: usize, text: &str| some[at].then(|| text.into());
        let opposed = some[0].then(|| Opposed { kind: "contrast", cue: is(1, "but"), poles: some[2].then(|| ["one", "other"].map(Into::into)) });
        let voice = if own { Voice::Analyst } else { Voice::Source };
        let extract = Extract { words: words.into(), voice, place, topic: is(3, "Trade"), opposed, remark: is(4, "mine"), source: 0 };
        let date = some[1].then(|| Date::new(2025, 11, 28).unwrap());
        Line::new(extract, Source { file: format!("{file}.txt").into(), date, outlet: is(2, "Wire"), hash: is(3, "0123"), ..Source::default() })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_read_is_what_was_written(lines in prop::collection::vec(lines(), 0..8), title in prop::option::of("[a-z]{1,9}")) {
        let (_folder, store) = store();
        let lines = lines.into_iter().map(|line| (line, Spot::Last)).collect();
        let kept = store.change(&[Change::Put(lines), Change::Title(title.map(Into::into))]).unwrap();
        prop_assert_eq!(store.look().unwrap(), kept.tray);
    }

    #[test]
    fn no_control_in_the_file_comes_through(words in "(\\PC|[\\x00-\\x1f\u{202e}\u{200b}\u{9b}]){0,60}") {
        let (folder, store) = store();
        store.change(&[]).unwrap();
        let path = folder.path().join("attache/tray.json");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = serde_json::json!({
            "version": 1,
            "title": words,
            "lines": [{"text": words, "voice": "source", "place": {"sentence": {"paragraph": [1, 1]}}, "topic": words, "remark": words,
                       "opposed": {"kind": "contrast", "cue": words, "poles": [words, words]}, "source": 0}],
            "sources": [{"file": words, "outlet": words, "headline": words, "byline": words, "place": words, "url": words, "sha256": words}],
        });
        fs::write(&path, file.to_string()).unwrap();
        let extracts = store.look().unwrap().extracts();
        for form in attache::export::Form::ALL {
            let text = form.write(&extracts);
            prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{} {text:?}", form.word());
            prop_assert!(!text.contains(['\u{202e}', '\u{200b}']), "{} {text:?}", form.word());
        }
    }
}
