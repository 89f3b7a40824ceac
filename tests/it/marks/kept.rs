//! The file of marks: a line for each change, shared by all, never lost to what can't be read.

use std::fs;
use std::path::{Path, PathBuf};

use attache::library::marks::{Change, Mark, Marks, To};
use attache::library::{Changing, History};
use attache::model::ContentId;
use attache::work::marks::{Held, Kept, Store, StoreError};
use proptest::prelude::*;

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attache");
    (folder, path)
}

fn change(article: u64, to: To) -> Change {
    Change { content: ContentId(article), to }
}

fn read(article: u64) -> Change {
    change(article, To::Read(true))
}

fn all(kept: Kept) -> Marks {
    match kept.held {
        Held::All(marks) => marks,
        Held::New(changes) => panic!("{changes:?}"),
    }
}

fn new(kept: Kept) -> Vec<Change> {
    match kept.held {
        Held::New(changes) => changes,
        Held::All(marks) => panic!("{marks:?}"),
    }
}

/// Makes `changes` in their order.
fn make<'a>(marks: &mut Marks, changes: impl IntoIterator<Item = &'a Change>) {
    for change in changes {
        marks.make(change);
    }
}

/// What a program that starts now finds.
fn found(folder: &Path) -> Kept {
    Store::new(folder).change(&[]).unwrap()
}

fn journal(folder: &Path) -> String {
    fs::read_to_string(folder.join("marks")).unwrap()
}

/// The lines behind the head.
fn lines(folder: &Path) -> Vec<String> {
    journal(folder).lines().skip(1).map(ToOwned::to_owned).collect()
}

#[test]
fn a_change_is_a_line_behind_the_others_and_its_owners_alone() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let (_guard, folder) = folder();
    let mut store = Store::new(&folder);
    assert_eq!(all(store.change(&[]).unwrap()), Marks::default());
    assert!(!folder.exists(), "looking makes nothing");
    store.change(&[read(1), change(2, To::Marked(true))]).unwrap();
    let (before, meta) = (journal(&folder), fs::metadata(folder.join("marks")).unwrap());
    assert_eq!(meta.permissions().mode() & 0o777, 0o600);
    store.change(&[change(2, To::Place(Some(4711))), change(1, To::Read(false))]).unwrap();
    let after = journal(&folder);
    assert_eq!(after.strip_prefix(&before), Some("0000000000000002 at 4711\n0000000000000001 unread\n"));
    assert_eq!(fs::metadata(folder.join("marks")).unwrap().ino(), meta.ino());
    let marks = all(found(&folder));
    assert_eq!(marks.iter().collect::<Vec<_>>(), [(ContentId(2), Mark { read: false, marked: true, place: Some(4711) })]);
}

#[test]
fn what_was_not_read_wholly_is_never_kept() {
    let mut marks = Marks::default();
    assert_eq!(marks.make(&change(0, To::Read(true))), None);
    assert_eq!(marks.make(&change(1, To::Place(Some(0)))), None, "the beginning is no place");
    assert!(marks.is_empty());
}

#[test]
fn each_of_two_sees_what_the_other_adds() {
    let (_guard, folder) = folder();
    let (mut one, mut other) = (Store::new(&folder), Store::new(&folder));
    one.change(&[read(1)]).unwrap();
    assert_eq!(all(other.change(&[read(2)]).unwrap()).len(), 2);
    assert_eq!(new(one.change(&[read(3)]).unwrap()), [read(2)]);
    assert_eq!(new(other.change(&[]).unwrap()), [read(3)]);
    assert_eq!(new(other.change(&[]).unwrap()), []);
    fs::remove_file(folder.join("marks")).unwrap();
    assert_eq!(all(one.change(&[read(4)]).unwrap()).len(), 1, "the user may throw it away");
    assert_eq!(all(other.change(&[]).unwrap()).len(), 1);
}

#[test]
fn many_at_once_lose_nothing() {
    let (_guard, folder) = folder();
    std::thread::scope(|scope| {
        for own in 0..4 {
            let folder = &folder;
            scope.spawn(move || {
                let mut store = Store::new(folder);
                (1..9).for_each(|number| drop(store.change(&[read(own * 8 + number)]).unwrap()));
            });
        }
    });
    assert_eq!(all(found(&folder)).len(), 32);
}

#[test]
fn a_line_that_breaks_off_is_no_line() {
    let (_guard, folder) = folder();
    Store::new(&folder).change(&[read(1)]).unwrap();
    for torn in ["0000000000000002 rea", "0000000000000002 read", "\0\0\0"] {
        let whole = journal(&folder);
        fs::write(folder.join("marks"), format!("{whole}{torn}")).unwrap();
        let kept = found(&folder);
        assert_eq!((kept.bad, all(kept).len()), (0, 1), "{torn:?}");
        let mut store = Store::new(&folder);
        store.change(&[change(1, To::Marked(true))]).unwrap();
        store.change(&[change(1, To::Marked(false))]).unwrap();
        assert_eq!(lines(&folder).len(), whole.lines().count() + 1, "{torn:?}");
        assert_eq!(found(&folder).bad, 0);
    }
    fs::write(folder.join("marks"), "attache ma").unwrap();
    assert!(all(Store::new(&folder).change(&[]).unwrap()).is_empty(), "the head, too");
    Store::new(&folder).change(&[read(5)]).unwrap();
    assert_eq!(lines(&folder), ["0000000000000005 read"]);
}

#[test]
fn lines_that_cant_be_read_are_counted_and_a_copy_kept() {
    let (_guard, folder) = folder();
    let mut store = Store::new(&folder);
    store.change(&[read(1)]).unwrap();
    let head = journal(&folder).lines().next().unwrap().to_owned();
    let wrong = [
        "0000000000000002",
        "2 read",
        "000000000000000g read",
        "+000000000000002 read",
        "0000000000000002 read eaten",
        "0000000000000002 at",
        "0000000000000002 at -1",
        "0000000000000002 at 99999999999",
        "",
        "<<<<<<< HEAD",
    ];
    for (number, line) in (1..).zip(wrong) {
        let broken = format!("{head}\n0000000000000001 read\n{line}\n0000000000000003 marked at 7\n");
        fs::write(folder.join("marks"), &broken).unwrap();
        // Every other one is found by a program that runs already.
        let kept = if number % 2 == 0 { store.change(&[]).unwrap() } else { found(&folder) };
        let name = format!("marks.unreadable-{number}");
        assert_eq!((kept.bad, kept.aside.as_deref()), (1, Some(&*name)), "{line:?}");
        assert_eq!(all(kept).len(), 2, "{line:?}");
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), broken);
        assert_eq!(lines(&folder), ["0000000000000001 read", "0000000000000003 marked at 7"]);
        store.change(&[]).unwrap();
    }
    fs::write(folder.join("marks"), "0000000000000001 read\n").unwrap();
    let kept = found(&folder);
    assert_eq!((kept.bad, all(kept).len()), (0, 1), "a head can be given back");
    assert!(journal(&folder).starts_with("attache marks 1 "));
}

#[test]
fn the_file_of_a_newer_attache_is_left_alone() {
    let (_guard, folder) = folder();
    fs::create_dir_all(&folder).unwrap();
    for newer in ["attache marks 2\nentirely otherwise", "attache marks 7 00 zstd\n\u{1}\u{2}"] {
        fs::write(folder.join("marks"), newer).unwrap();
        let mut store = Store::new(&folder);
        for changes in [&[][..], &[read(1)]] {
            assert!(matches!(store.change(changes), Err(StoreError::Newer(2 | 7))), "{newer}");
        }
        assert_eq!(journal(&folder), newer);
    }
}

#[test]
fn what_could_not_be_kept_is_kept_when_it_can_be() {
    let (guard, folder) = folder();
    let mut store = Store::new(&folder);
    fs::write(guard.path().join("attache"), "a file where the folder should be").unwrap();
    assert!(matches!(store.change(&[read(1)]), Err(StoreError::Disk(_))));
    fs::remove_file(&folder).unwrap();
    assert_eq!(all(store.change(&[read(1), read(2)]).unwrap()).len(), 2);
    fs::remove_file(folder.join("marks")).unwrap();
    fs::create_dir(folder.join("marks")).unwrap();
    assert!(matches!(store.change(&[read(3)]), Err(StoreError::File(_))));
    assert!(matches!(store.change(&[]), Err(StoreError::File(_))));
}

#[test]
fn a_journal_that_has_grown_long_is_written_anew_at_a_start() {
    let (_guard, folder) = folder();
    let mut store = Store::new(&folder);
    for turn in 0..100 {
        store.change(&[change(1, To::Place(Some(turn + 1))), change(2, To::Marked(turn % 2 == 0))]).unwrap();
    }
    assert_eq!(lines(&folder).len(), 200);
    let marks = all(found(&folder));
    assert_eq!(lines(&folder), ["0000000000000001 at 100"]);
    assert_eq!(all(found(&folder)), marks);
    assert_eq!(all(store.change(&[read(3)]).unwrap()).len(), 2, "who runs already goes on in the new one");
    let names = fs::read_dir(&folder).unwrap().count();
    assert_eq!(names, 2, "nothing but the file and its lock");
}

fn changes() -> impl Strategy<Value = Change> {
    let to = prop_oneof![
        any::<bool>().prop_map(To::Read),
        any::<bool>().prop_map(To::Marked),
        prop::option::of(0u32..9).prop_map(To::Place),
    ];
    (0u64..4, to).prop_map(|(article, to)| change(article, to))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_programs_and_their_file_agree(steps in prop::collection::vec((any::<bool>(), prop::collection::vec(changes(), 0..4)), 0..16)) {
        let (_guard, folder) = folder();
        let mut programs = [(); 2].map(|()| (Store::new(&folder), Marks::default()));
        let mut plain = Marks::default();
        for (which, step) in &steps {
            make(&mut plain, step);
            let (store, marks) = &mut programs[usize::from(*which)];
            match store.change(step).unwrap().held {
                Held::All(all) => *marks = all,
                Held::New(new) => make(marks, new.iter().chain(step)),
            }
            prop_assert_eq!(&*marks, &plain);
        }
        prop_assert_eq!(all(found(&folder)), plain);
    }

    #[test]
    fn any_bytes_are_a_file_of_marks(bytes in prop::collection::vec(any::<u8>(), 0..200), after_head in any::<bool>(), own in "([0-9a-f]{15,16} (read|marked|at 5| )\n){0,5}") {
        let (_guard, folder) = folder();
        fs::create_dir_all(&folder).unwrap();
        let head = if after_head { "attache marks 1 0000000000000001\n" } else { "" };
        let whole = [head.as_bytes(), own.as_bytes(), &bytes, b"\n", own.as_bytes()].concat();
        fs::write(folder.join("marks"), whole).unwrap();
        let first = all(found(&folder));
        let second = found(&folder);
        prop_assert_eq!(second.bad, 0, "it is mended");
        prop_assert_eq!(all(second), first);
    }

    #[test]
    fn what_is_undone_is_as_it_was(steps in prop::collection::vec(changes(), 0..20)) {
        let (mut marks, mut history, mut states) = (Marks::default(), History::default(), Vec::new());
        for (number, step) in (0..).zip(&steps) {
            let before = marks.clone();
            history.make(&mut marks, &[*step], number);
            if marks != before {
                states.push(before);
            }
        }
        let last = marks.clone();
        let count = states.len();
        while let Some(state) = states.pop() {
            prop_assert!(history.undo(&mut marks, 0).is_some());
            prop_assert_eq!(&marks, &state);
        }
        prop_assert!(history.undo(&mut marks, 0).is_none());
        (0..count).for_each(|_| drop(history.redo(&mut marks, 0)));
        prop_assert_eq!(marks, last);
    }
}

#[test]
fn what_stands_in_the_place_of_the_lock_is_named_and_not_waited_for() {
    let (_holder, folder) = folder();
    fs::create_dir_all(&folder).unwrap();
    let lock = folder.join("marks.lock");
    let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mknodat(rustix::fs::CWD, &lock, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    let error = Store::new(&folder).change(&[read(1)]).unwrap_err().to_string();
    assert!(error.ends_with("marks.lock is a named pipe, not a file: remove it"), "{error}");
    fs::remove_file(&lock).unwrap();
    fs::write(folder.join("marks.7.part"), "").unwrap();
    Store::new(&folder).change(&[read(1)]).unwrap();
    assert!(!folder.join("marks.7.part").exists(), "what another began under the lock and did not finish");
}
