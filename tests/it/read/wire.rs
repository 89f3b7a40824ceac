//! What agencies send: ninjs, NewsML and NITF, as they are meant to be and as they arrive.

use attache::read::{File, Format, recognise};
use insta::assert_snapshot;
use proptest::prelude::*;

use super::opened::opened;

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../../samples/wire/", $name))
    };
}

/// All samples, for what is true of any file.
const SAMPLES: &[(&str, &[u8])] = &[
    ("ninjs-1.json", sample!("ninjs-1.json")),
    ("ninjs-2.json", sample!("ninjs-2.json")),
    ("superdesk.json", sample!("superdesk.json")),
    ("nitf-usual.xml", sample!("nitf-usual.xml")),
    ("nitf-rich.xml", sample!("nitf-rich.xml")),
    ("g2-item.xml", sample!("g2-item.xml")),
    ("g2-message.xml", sample!("g2-message.xml")),
    ("newsml-1.xml", sample!("newsml-1.xml")),
];

#[test]
fn ninjs_of_every_version_and_dialect_opens() {
    assert_snapshot!("ninjs-1", opened("a.json", sample!("ninjs-1.json")));
    assert_snapshot!("ninjs-2", opened("a.json", sample!("ninjs-2.json")));
    assert_snapshot!("superdesk", opened("a.json", sample!("superdesk.json")));
}

#[test]
fn ninjs_that_is_broken_opens_as_far_as_it_goes() {
    let whole = sample!("ninjs-1.json");
    let cut = whole.windows(8).position(|bytes| bytes == b"Who pays").unwrap();
    let inside = whole.windows(8).position(|bytes| bytes == b"genre:Cu").unwrap();
    let lines = br#"{"headline": "One", "body_text": "The first item of a list of lines, which is one object a line."}
{"headline": "Two", "body_text": "The second item of the list.\n\nIt has two paragraphs, and so does nobody else here."}"#;
    let wrong = br#"{"headline": [1], "body_text": {"a": null}, "uri": 7, "urgency": 99, "versioncreated": "soon"}"#;
    let odd =
        br#"{"headline": "x", "headline": "y", "versioncreated": "soon", "urgency": 99, "subject": 3, "associations": [[]]}"#;
    let latin = b"{\"headline\": \"Caf\xE9 talks\", \"body_text\": \"They met in the caf\xE9 d\xE9j\xE0 vu, officials said.\"}";
    let all: [(&str, &[u8]); 7] = [
        ("in the text", &whole[..cut]),
        ("among the fields", &whole[..inside]),
        ("lines", lines),
        ("wrong kinds", wrong),
        ("odd values", odd),
        ("another encoding", latin),
        ("wrapped", br#"{"data": {"items": [{"item": {"headline": "Deep", "pubstatus": "usable"}}]}}"#),
    ];
    let shown = all.map(|(what, bytes)| format!("== {what}: {}", opened("a.json", bytes))).concat();
    assert_snapshot!("ninjs-broken", shown);
}

#[test]
fn ninjs_is_told_however_far_behind_it_begins() {
    let ahead = "x".repeat(100_000);
    let item = r#"{"uri": 1, "headline": "Ferry Deal", "body_text": "The boards signed."}"#;
    for wrapped in [
        format!(r#"{{"about": "{ahead}", "items": [{item}]}}"#),
        format!(r#"[{item}, "{ahead}"]"#),
        format!(r#"[{item}, {{"about": "{ahead}"#),
    ] {
        assert_eq!(recognise(&File::new("a.json", wrapped.as_bytes())), Format::Ninjs);
        assert!(opened("a.json", &wrapped).contains("Ferry Deal"));
    }
}

#[test]
fn json_of_another_kind_is_text() {
    for other in
        ["{}", "[]", "42", "\"headline\"", "{\"headline\": \"only\"}", "{\"name\": \"body_text\"}", "[{\"title\": \"x\"}]", ""]
    {
        assert!(opened("a.json", other.as_bytes()).starts_with("text\n"), "{other}");
    }
    assert!(opened("a.json", "[".repeat(100_000).as_bytes()).starts_with("text\n"));
}

#[test]
fn nitf_opens() {
    assert_snapshot!("nitf-usual", opened("a.xml", sample!("nitf-usual.xml")));
    assert_snapshot!("nitf-rich", opened("a.xml", sample!("nitf-rich.xml")));
}

#[test]
fn newsml_of_both_generations_opens() {
    assert_snapshot!("g2-item", opened("a.xml", sample!("g2-item.xml")));
    assert_snapshot!("g2-message", opened("a.xml", sample!("g2-message.xml")));
    assert_snapshot!("newsml-1", opened("a.xml", sample!("newsml-1.xml")));
}

/// Up to where `words` stand in `bytes`.
fn until<'a>(bytes: &'a [u8], words: &str) -> &'a [u8] {
    &bytes[..bytes.windows(words.len()).position(|window| window == words.as_bytes()).unwrap()]
}

#[test]
fn xml_that_is_broken_opens_as_far_as_it_goes() {
    let usual = String::from_utf8(sample!("nitf-usual.xml").to_vec()).unwrap();
    let crossed = "<nitf><body><body.content><p>One <b>and</p><p>two</b> more.</p></body></nitf></nitf>";
    let declared = "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>\
        <nitf><body><body.head><hedline><hl1>Laughs &b; &amp; &eacute; &#x41;</hl1></hedline></body.head>\
        <body.content><p>AT&T met &b;, a & b &nosuch; said.</p></body.content></body></nitf>";
    let lie = "<?xml version='1.0' encoding='iso-8859-1'?><nitf><body><body.content><p>Déjà vu in the café, again.</p></body.content></body></nitf>";
    let legacy = b"<?xml version='1.0' encoding='windows-1251'?><nitf><body><body.content><p>\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0.</p></body.content></body></nitf>";
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(usual.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let twice = usual.replace("<nitf version", "<nitf version='a' version");
    let all: [(&str, &[u8]); 9] = [
        ("cut in a paragraph", until(usual.as_bytes(), "told reporters")),
        ("cut in a tag", until(usual.as_bytes(), "id=\"h\"")),
        ("tags that cross", crossed.as_bytes()),
        ("entities of its own", declared.as_bytes()),
        ("a declaration that is wrong", lie.as_bytes()),
        ("a declaration that is right", legacy),
        ("an empty story", b"<nitf><head/><body/></nitf>"),
        ("another encoding", until(&wide, "n\0s\0u\0r\0a\0n\0c\0e\0")),
        ("an attribute twice", until(twice.as_bytes(), "Insurance")),
    ];
    let shown = all.map(|(what, bytes)| format!("== {what}: {}", opened("a.xml", bytes))).concat();
    assert_snapshot!("xml-broken", shown);
}

#[test]
fn monstrous_xml_opens_with_a_note() {
    let story = |inside: &str| format!("<nitf><body><body.content>{inside}</body.content></body></nitf>");
    let deep = opened("a.xml", story(&("<x>".repeat(200_000) + "Deep words." + &"</x>".repeat(200_000))).as_bytes());
    assert!(deep.contains("Deep words.") && deep.contains("nested deeper than 128"), "{deep}");
    let many = opened(
        "a.xml",
        story(&"<p/>".repeat(2_100_000)).replace("<body.content>", "<body.content><p>First words.</p>").as_bytes(),
    );
    assert!(many.contains("First words.") && many.contains("more than 2000000 elements"), "{many}");
    let wide = format!("<nitf {}><body><body.content><p>Words.</p></body.content></body></nitf>", "a='1' ".repeat(100_000));
    assert!(opened("a.xml", wide.as_bytes()).contains("Words."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_to_a_file_does_harm(
        which in 0..SAMPLES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 0..6), 0..40_usize), 0..8),
        end in any::<prop::sample::Index>(),
    ) {
        let (name, sample) = SAMPLES[which];
        let mut bytes = sample.to_vec();
        for (at, new, old) in changes {
            let at = at.index(bytes.len());
            let until = (at + old).min(bytes.len());
            bytes.splice(at..until, new);
        }
        let kept = if end.index(4) == 0 { end.index(bytes.len() + 1) } else { bytes.len() };
        bytes.truncate(kept);
        let once = opened(name, &bytes);
        let is_clean = !once.contains(['\u{1b}', '\u{202e}', '\u{200b}']);
        prop_assert!(is_clean, "{}", once);
    }
}
