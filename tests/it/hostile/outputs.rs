//! What leaves attache is inert where it arrives: in a pipe, a spreadsheet, Markdown, an error message.

#[cfg(unix)]
use std::os::unix::ffi::OsStrExt;

use crate::support::inert::first_trick;
use crate::support::run::{attache, out};

/// Formulas as spreadsheets take them, at the head of a line.
const FORMULAS: [&str; 6] =
    ["=HYPERLINK(\"http://x.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "＝1+1", "=1;2"];

#[test]
fn no_line_is_a_formula_in_any_form_of_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = FORMULAS.map(|formula| format!("{formula} met ministers on Friday in Geneva, but doubts remain.")).join("\n\n");
    std::fs::write(folder.path().join("a.txt"), format!("{}\n\n{text}\n", FORMULAS[0])).unwrap();
    for form in ["plain", "csv", "tsv", "chicago"] {
        let shown = out(&attache(folder.path(), &["show", "--format", form, "a.txt"], None));
        let cells = shown.split(if form == "plain" || form == "chicago" { &['\n'][..] } else { &['\n', '\t'][..] });
        for cell in cells.filter(|cell| !cell.starts_with("-- ")) {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '＝']), "{form}: {cell}");
        }
    }
    let page = out(&attache(folder.path(), &["show", "a.txt"], None));
    assert!(page.contains("\n =HYPERLINK") && !page.contains("\n=") && !page.contains("\n@"), "{page}");
    assert!(!out(&attache(folder.path(), &["show", "--section", "text", "a.txt"], None)).contains("\n+"));
}

#[test]
fn no_cell_is_a_formula_however_a_table_is_divided() {
    let folder = tempfile::tempdir().unwrap();
    let text: String = FORMULAS
        .map(|formula| [";", ",", ";\"", ",\"", "; \"\""].map(|before| format!(" a{before}{formula}\"")).concat())
        .concat();
    std::fs::write(folder.path().join("a.txt"), format!("Talks{text}\n\nMinisters{text} met on Friday, but doubts remain.\n"))
        .unwrap();
    for (form, own, others) in [("csv", b',', b";\t"), ("tsv", b'\t', b";,")] {
        let shown = out(&attache(folder.path(), &["show", "--format", form, "a.txt"], None));
        for (divider, quoting) in [(own, true), (others[0], true), (others[0], false), (others[1], true), (others[1], false)] {
            let mut reader = csv::ReaderBuilder::new();
            let table = reader.delimiter(divider).quoting(quoting).flexible(true).from_reader(shown.as_bytes());
            let rows: Vec<csv::StringRecord> = table.into_records().map(Result::unwrap).collect();
            let is_divided = divider != own && divider != b'\t';
            assert!(
                !rows.is_empty() && (!is_divided || rows.iter().any(|row| row.len() > 5)),
                "{form} by {}",
                char::from(divider)
            );
            for cell in rows.iter().flatten() {
                let head = if quoting { cell } else { cell.trim_start_matches('"') };
                assert!(!head.starts_with(['=', '+', '-', '@', '＝']), "{form} by {}: {cell}", char::from(divider));
            }
        }
    }
}

#[test]
fn markdown_holds_no_link_no_tag_and_no_address_that_runs() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ministers met [there](javascript:a) and <javascript:b>, <script>c</script> ](javascript:d), ![e](data:f), but doubts remain.";
    std::fs::write(folder.path().join("a.txt"), format!("Talks\n\n{text}\n")).unwrap();
    let shown = out(&attache(folder.path(), &["show", "--format", "markdown", "a.txt"], None));
    assert!(shown.contains("javascript:a") && shown.contains("script"), "{shown}");
    for bad in ["](javascript:", "<javascript:", "<script", "](data:"] {
        assert!(!shown.contains(bad), "{bad} in {shown}");
    }
}

#[test]
fn plain_text_holds_no_tag_and_no_link_that_runs() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ministers met [there](javascript:a) and <javascript:b>, <script>c</script> ](javascript:d), <i@j onclick=k>, but doubts remain.";
    std::fs::write(folder.path().join("a.txt"), format!("Talks <script>\n\n{text}\n\n[e]: javascript:f\n")).unwrap();
    for arguments in
        [&["a.txt"][..], &["--section", "text", "a.txt"], &["--format", "plain", "a.txt"], &["--format", "chicago", "a.txt"]]
    {
        let shown = out(&attache(folder.path(), &[&["show"], arguments].concat(), None));
        for bad in ["](", "<javascript:", "<script", "</script", "<i@j", "]: javascript:"] {
            assert!(!shown.contains(bad), "{bad} in {shown}");
        }
        assert!(arguments.contains(&"chicago") || shown.contains("[there] (javascript:a) and < javascript:b>"), "{shown}");
    }
}

#[test]
fn reference_managers_get_no_tag() {
    let folder = tempfile::tempdir().unwrap();
    let tags = "<img src=x onerror=alert(1)> </blockquote><script>a</script> <i@j onclick=k> <b>";
    let markdown = format!(
        "---\ntitle: 'Talks {tags}'\nauthor: 'Ana {tags}'\noutlet: 'Wire {tags}'\nurl: 'https://example.org/<script>'\n---\n\nThe talks.\n\n\
         Ministers met \\<img src=x onerror=alert(1)> \\</blockquote>\\<script>a\\</script> on Friday, but doubts \\<b> remain.\n"
    );
    std::fs::write(folder.path().join("a.md"), markdown).unwrap();
    std::fs::write(
        folder.path().join("<img onerror=b>.txt"),
        format!("Talks {tags}\n\nMinisters met {tags} but doubts remain.\n"),
    )
    .unwrap();
    let managers = ["ris", "csl-json", "bibtex"].map(|form| ["show", "--format", form, "a.md", "<img onerror=b>.txt"]);
    let explained = ["explain", "--section", "all", "a.md", "<img onerror=b>.txt"];
    for arguments in managers.into_iter().chain([explained]) {
        let shown = out(&attache(folder.path(), &arguments, None));
        let shown = shown.lines().filter(|line| !line.starts_with("==> ")).collect::<Vec<_>>().join("\n");
        assert!(shown.matches("< img").count() > 1 && shown.contains("< /blockquote>< script>a< /script>"), "{shown}");
        assert!(arguments[0] == "explain" || shown.contains("example.org/%3Cscript>"), "{shown}");
        for bad in ["<script", "</", "<img", "<i@", "<b>"] {
            assert!(!shown.contains(bad), "{bad} in {arguments:?}: {shown}");
        }
    }
    let briefing = "url = 'javascript:alert(1)'\narticle = 'a.md'\nsummary = [{ text = 'The talks ended.' }]\n";
    std::fs::write(folder.path().join("b.toml"), briefing).unwrap();
    for form in ["ris", "csl-json", "bibtex"] {
        let shown = out(&attache(folder.path(), &["show", "--format", form, "b.toml"], None));
        assert!(shown.contains("javascript%3Aalert(1)") && !shown.contains("javascript:"), "{shown}");
    }
}

#[test]
fn names_of_files_and_what_is_wrong_with_them_are_clean() {
    let folder = tempfile::tempdir().unwrap();
    let names: [&[u8]; 5] =
        [b"a\x1b]2;x\x07.txt", b"b\x9b31m.txt", "c\u{202E}txt.exe".as_bytes(), b"d\n==> e <==\n.txt", b"--\x1b[31m.toml"];
    for name in names {
        let text =
            if name.ends_with(b"toml") { "article = \"\\u001b[31m\u{202E}\"\n[\u{1b}" } else { "Ministers met on Friday.\n" };
        std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), text).unwrap();
    }
    let arguments: [&[&str]; 6] = [
        &["show", "."],
        &["check", "."],
        &["show", "no\u{1b}[31msuch\u{202E}.txt"],
        &["--no\u{1b}[31msuch"],
        &["search", "\u{1b}[31m\u{202E}", "."],
        &["show", "--topics", "no\u{9b}31m.toml", "."],
    ];
    for arguments in arguments {
        let output = attache(folder.path(), arguments, None);
        for bytes in [&output.stdout, &output.stderr] {
            let said = std::str::from_utf8(bytes).unwrap();
            assert_eq!(first_trick(said), None, "{arguments:?}: {said:?}");
            assert!(!said.contains("\n==> e <==\n"), "{said}");
        }
    }
}

#[test]
fn a_draft_says_no_name_that_acts_and_none_that_check_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let names = [
        "a\u{1b}]0;PWN\u{7}.txt",
        "b\u{202E}\u{2066}.txt",
        "c\u{9b}31m.txt",
        "d\u{E0041}.txt",
        "e\u{200B}.txt",
        "f\u{2028}.txt",
        "g\n.txt",
        "$h.txt",
        "i%.txt",
        "j\\.txt",
        "~k.txt",
        "l\"m\" 'n' é 北京 = [o].txt",
    ];
    for name in names {
        std::fs::write(folder.path().join(name), "Talks\n\nMinisters met on Friday in Geneva, but doubts remain.\n").unwrap();
        let draft = attache(folder.path(), &["draft", name], None);
        let said = [&*draft.stdout, b"\n", &*draft.stderr].concat();
        assert_eq!(first_trick(std::str::from_utf8(&said).unwrap()), None, "{name:?}");
        if draft.status.success() {
            std::fs::write(folder.path().join("draft.toml"), &draft.stdout).unwrap();
            out(&attache(folder.path(), &["check", "draft.toml"], None));
        } else {
            let said = String::from_utf8(draft.stderr).unwrap();
            assert!(said.contains("can't hold the name of this article: ") && said.ends_with("; rename it first\n"), "{said}");
        }
        assert_eq!(draft.status.success(), name.starts_with('l'), "{name:?}");
    }
}

#[test]
fn names_of_rule_files_are_clean_in_text_and_json() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Talks\n\nThe ferry met ministers on Friday in Geneva.\n").unwrap();
    for name in ["t\u{1b}]0;PWN\u{7}\u{202e}\u{200b}.toml", "--\u{9b}31m\n==> e <==\n.toml"] {
        std::fs::write(folder.path().join(name), "[[topics]]\nid = \"ferry\"\nterms = [\"ferry\"]\nx = 1\n").unwrap();
        let json = ["topics", "try", "--format", "json", "--", name, "a.txt"];
        let arguments: [&[&str]; 4] = [
            &["topics", "check", "--", name],
            &["topics", "try", "--", name, "a.txt"],
            &json,
            &["topics", "check", "--", "no\u{1b}\u{202e}"],
        ];
        for arguments in arguments {
            let output = attache(folder.path(), arguments, None);
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert_eq!(first_trick(&said), None, "{arguments:?}: {said:?}");
            assert!(!said.contains("\n==> e <==\n") && !said.contains("\\u00"), "{said}");
            assert!(said.contains(".toml") || arguments.contains(&"no\u{1b}\u{202e}"), "{said}");
        }
    }
}

#[test]
#[cfg(unix)]
fn what_is_no_file_in_a_folder_is_told_and_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Ministers met on Friday in Geneva.\n").unwrap();
    let pipe = folder.path().join("pipe.txt");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR, 0)
        .unwrap();
    let output = attache(folder.path(), &["show", "."], None);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("pipe.txt: it is a named pipe, not a file"));
    assert!(String::from_utf8(output.stdout).unwrap().contains("Ministers met"));
    assert_eq!(attache(folder.path(), &["show", "a.txt", "pipe.txt"], None).status.code(), Some(2), "that was asked for");
}
