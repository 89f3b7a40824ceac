//! The memory that a file takes: no more than SECURITY.md says, whatever stands in it.
//!
//! The binary is run, and the kernel is asked for the most that it had (`VmHWM`) each time some of what it prints was taken. It can't end before
//! all of that was taken, and what comes last is printed from what is there already.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::pty::Session;

/// What is promised: so much for any file, and so many times its bytes.
const BYTES: usize = 60_000_000;
const TIMES: usize = 6;

/// So much of the memory is the program itself and an index on disk, in a build for release; in one for tests it is twice as much.
const PROGRAM: usize = 16_000_000;

/// The most memory, in bytes, that `attache show` has while it prints a file of this name with `content` in this form.
fn peak(name: &str, content: &[u8], form: &str) -> usize {
    peak_at_home(&tempfile::tempdir().unwrap(), name, content, form)
}

/// The same in this home.
fn peak_at_home(folder: &tempfile::TempDir, name: &str, content: &[u8], form: &str) -> usize {
    std::fs::write(folder.path().join(name), content).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(["show", "--format", form, name]).current_dir(folder.path()).env_clear().env("HOME", folder.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut most, mut printed, mut part) = (0, child.stdout.take().unwrap(), vec![0; 1 << 20]);
    while printed.read(&mut part).unwrap() > 0 {
        most = most.max(peak_of(child.id()));
    }
    assert!(child.wait().unwrap().success(), "{name}");
    most
}

/// The most memory, in bytes, that a process has had until now, as if it were a build for release; 0 of one that has ended.
fn peak_of(process: u32) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let told = |name| status.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    let kib = told("VmHWM:").zip(told("RssFile:")).map(|(most, program)| most.saturating_sub(program));
    kib.map_or(0, |kib| kib * 1024 + PROGRAM)
}

/// `head`, and behind it `part` as often as it goes into `bytes`.
fn many(head: &str, part: &str, bytes: usize) -> Vec<u8> {
    [head, &part.repeat(bytes / part.len())].concat().into_bytes()
}

#[test]
fn no_file_takes_more_memory_than_is_promised() {
    const MB: usize = 1_000_000;
    let mail = "From: a@example.org\nTo: b@example.org\nSubject: Talks\nDate: Fri, 28 Nov 2025 10:00:00 +0000\n\n";
    let values = format!("<script type=\"application/ld+json\">[{}0]</script>", "0,".repeat(MB / 2 - 100));
    let data = ["<!doctype html><title>Talks</title><article>", &"<p>The talks ended.".repeat(30_000), &values.repeat(6)];
    // Of each kind so much that what it took before it was bounded is more than is promised.
    let files = [
        ("terms.txt", "text", many("", "Sanctions on trade and missile talks, said China, but Russia warned.\n\n", 5 * MB / 2)),
        ("pages.txt", "json", many("", "a\n\u{c}", 3 * MB / 2)),
        ("page.html", "text", many("<!doctype html><title>Talks</title><article>", "<p>ab", MB / 2)),
        ("list.md", "text", many("# Talks\n\n", "- a\n", 3 * MB / 2)),
        ("mail.eml", "text", many(mail, "a\n", MB)),
        ("data.html", "text", data.concat().into_bytes()),
    ];
    // Each of its lines is said with all that the article says of itself, which was 370 MB of words.
    let field = "Word ".repeat(800);
    let lines = "Sanctions on trade and missile talks, said China, but Russia warned.\\n\\n".repeat(2000);
    let fields = format!(
        r#"{{"headline": "{field}", "byline": "{field}", "located": "{field}", "infosources": [{{"name": "{field}"}}],
            "usageterms": "{field}", "versioncreated": "2024-01-01T00:00:00Z", "body_text": "{lines}"}}"#
    );
    let fields = ["csv", "html", "plain", "markdown"].map(|form| ("fields.json", form, fields.clone().into_bytes()));
    for (name, form, content) in files.into_iter().chain(fields) {
        let most = peak(name, &content, form);
        let promised = BYTES + TIMES * content.len();
        assert!((1..=promised).contains(&most), "{name}: {} MB of {} MB", most / MB, promised / MB);
    }
}

/// One thread opens articles of it, one previews them, one keeps the library, one searches, and each of them reads it.
#[test]
fn a_file_of_many_articles_takes_no_more_where_it_is_listed_and_searched_and_opened() {
    const ENTRIES: usize = 20_000;
    let entries = |entry: &dyn Fn(usize) -> String| (0..ENTRIES).map(entry).collect::<Vec<_>>();
    let item =
        |n| format!("<item><title>Talks in town {n}</title><description>{n} spoke of tariffs, they said.</description></item>\n");
    let feed = format!("<rss><channel><title>Wire</title>{}</channel></rss>", entries(&item).concat());
    let item = |n| format!(r#"{{"uri": {n}, "headline": "Talks in town {n}", "body_text": "{n} spoke of tariffs, they said."}}"#);
    let news = format!("[{}]", entries(&item).join(",\n"));
    for (name, content) in [("feed.xml", feed), ("news.json", news)] {
        let mut session =
            Session::with(&[Path::new(name)], 100, 30, |_, home| std::fs::write(home.join(name), &content).unwrap());
        session.sees("the file holds more than");
        session.keys("/tariffs");
        // Each of them is found when the index has all.
        let read = 2_000 + content.len() / 1_000;
        let all = format!("{0},{1:03} of {0},{1:03}", read / 1_000, read % 1_000);
        session.until(|shown| shown.contains(&all) && shown.contains("spoke of tariffs"));
        session.keys("\r\x1b[B\r");
        session.sees("Full text");
        session.keys("\x7f");
        session.sees(&all);
        let (most, promised) = (peak_of(session.pid()), BYTES + TIMES * content.len());
        assert!((1..=promised).contains(&most), "{name}: {} of {} MB", most / 1_000_000, promised / 1_000_000);
        session.keys("q");
        assert_eq!(session.end(), 0);
    }
}

#[test]
fn no_file_of_rules_takes_more_memory_than_is_promised() {
    const MB: usize = 1_000_000;
    // More than a pipe holds, so that it can't end before it was asked.
    let article = many("", "Sanctions on trade and missile talks, said China, but Russia warned.\n\n", MB / 4);
    // Of tables, which take the most, as many as may stand in one, and more; and as many as a disk has room for.
    for (part, bytes) in [("a.b.c.d.e.f = 1\n", MB / 10), ("{a=1},", MB / 10), ("x = 1\n", 20 * MB), ("{a=1},", 20 * MB)] {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(".config/attache");
        std::fs::create_dir_all(&folder).unwrap();
        let rules = if part.starts_with('{') {
            [many("x = [", part, bytes), b"]\n".to_vec()].concat()
        } else {
            (0..bytes / (part.len() + 5)).flat_map(|number| format!("t{number}{part}").into_bytes()).collect()
        };
        std::fs::write(folder.join("topics.toml"), &rules).unwrap();
        let most = peak_at_home(&home, "article.txt", &article, "text");
        let promised = BYTES + TIMES * (article.len() + rules.len().min(MB));
        assert!((1..=promised).contains(&most), "{part:?}: {} MB of {} MB", most / MB, promised / MB);
    }
}
