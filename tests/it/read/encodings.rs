//! Any bytes open, and what had to be changed is told.

use insta::assert_snapshot;

use super::{read, show, story};

#[test]
fn every_encoding_gives_the_same_article() {
    let text = "Le dégel\n\nLes pourparlers ont repris à Genève, a dit le ministère “hier”.\n\nIls durent.";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let forms: Vec<Vec<u8>> = vec![
        format!("\u{FEFF}{text}").into_bytes(),
        [vec![0xFF, 0xFE], utf16(text)].concat(),
        windows.clone(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        format!("{text}\n\n\n").into_bytes(),
    ];
    let expected = read(text);
    for form in forms {
        let article = read(&form);
        assert_eq!(article.text, expected.text);
        assert_eq!(article.blocks.len(), 3);
        assert_eq!(article.blocks.iter().map(|b| b.line).collect::<Vec<_>>(), [1, 3, 5]);
    }
    assert_snapshot!(show(&read(&windows)), @r"
    headline = Le dégel
      1 headline: Le dégel
      3 ¶1: Les pourparlers ont repris à Genève, a dit le ministère “hier”.
      5 ¶2: Ils durent.
    note encoding: not UTF-8: read as windows-1252, the likeliest of the older encodings
    ");
}

#[test]
fn what_was_changed_on_the_way_in_is_told() {
    let text = "Talks\0 resume\n\nThe \u{202E}talks\u{200B} re\u{AD}sumed \u{1b}[31mon Monday, officials said.\n\nThey ended.";
    assert_snapshot!(story(text), @r"
    headline = Talks␀ resume
      1 headline: Talks␀ resume
      3 ¶1: The �talks resumed ␛[31mon Monday, officials said.
      5 ¶2: They ended.
    note cleaned: 2 control characters shown as a sign
    note cleaned: 1 character that reorders text shown as a sign
    note cleaned: 2 hidden characters left out
    ");
    assert_snapshot!(show(&read(b"caf\xC3\xA9 \xC3\xA9t\xC3\xA9 na\xC3\xAFve \xC3\xBCber r\xC3\xB4le \xC3\xA0 l\xC3\xA0 \xC3\xA9l\xC3\xA8ve \xFF end")), @r"
      1 ¶1: café été naïve über rôle à là élève � end
    note encoding: 1 place could not be decoded and shows as �
    ");
}

#[test]
fn next_to_nothing_is_read_too() {
    assert_eq!(story(""), "");
    assert_eq!(story(" \n\t\n \r\n"), "");
    assert_eq!(story("hello"), "  1 ¶1: hello\n");
    assert_eq!(story("Advertisement"), "  1 - Advertisement [advertisement]\n");
}
