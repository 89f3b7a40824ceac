//! The memory that a file takes: no more than SECURITY.md says, whatever stands in it.
//!
//! The binary is run, and the kernel is asked for the most that it had (`VmHWM`) each time some of what it prints was taken. It can't end before
//! all of that was taken, and what comes last is printed from what is there already.

use std::io::Read;
use std::process::{Command, Stdio};

/// What is promised: so much for any file, and so many times its bytes.
const BYTES: usize = 60_000_000;
const TIMES: usize = 6;

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
    let status = format!("/proc/{}/status", child.id());
    let (mut most, mut printed, mut part) = (0, child.stdout.take().unwrap(), vec![0; 1 << 20]);
    while printed.read(&mut part).unwrap() > 0 {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
        most = most.max(kib.unwrap_or_default() * 1024);
    }
    assert!(child.wait().unwrap().success(), "{name}");
    most
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
