//! Markdown, with front matter and without.

use attache::read::Format;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::opened::{articles, damaged, holds, opened};

const POST: &str = r#"---
title: "Border talks end: a hotline, and no map"
subtitle: Karsan and Dolmir agree on how to speak # and not on more
author:
  - name: Ana Ruiz
    role: reporter
  - Bo Lind
date: 2025-11-28T09:30:00+05:30
lastmod: 2025-11-29
tags: [borders, 'peace, talks', "Karsan"]
lang: en-GB
publisher: Hill Courier
canonical: https://example.org/border
draft: false
---

# Border talks end with a hotline – and no map

SORREL PASS – The two sides [agreed on Thursday](https://example.org/text) to install
a **hotline**, and left the rest[^1] to *another* year.

## What was agreed

1. One line between the capitals,
   tested every Monday.
2. A second line:
   - for the garrisons
   - for the [ports](https://example.org/ports)

> “It is a start,” the minister said.
> “It is not more.”

![Two men at a table](a.jpg)

| Crossing | Opens |
|----------|-------|
| North    | May   |
| South    | never |

<div class="note"><p>This text was <b>corrected</b>.</p></div>

```
hotline: 1
```

Both sides meet again in March, their officials said on Friday evening.<br>Nobody said where.

[^1]: The frontier, that is.
"#;

const HUGO: &str = "\
+++
title = 'Grain corridor reopens'
authors = ['Ana Ruiz']
date = 2025-11-30T18:40:00Z
[params]
x = 1
+++
The corridor for grain reopened on Sunday after eleven days, port officials said.
";

#[test]
fn a_post_with_all_that_posts_have() {
    assert_snapshot!(opened("post.txt", POST), @r#"
    markdown
    headline = Border talks end with a hotline – and no map
    standfirst = Karsan and Dolmir agree on how to speak
    byline = Ana Ruiz, Bo Lind
    place = SORREL PASS
    outlet = Hill Courier
    url = https://example.org/border
    language = en-GB
    date = 2025-11-28T09:30:00+05:30
    modified = 2025-11-29
    authors = ["Ana Ruiz", "Bo Lind"]
    subjects = :borders, :peace, talks, :Karsan
     17 headline: Border talks end with a hotline – and no map
     19 standfirst: Karsan and Dolmir agree on how to speak
     19 ¶1: SORREL PASS – The two sides agreed on Thursday to install a hotline, and left the rest to another year.
     22 subhead: What was agreed
     24 item ¶2: One line between the capitals, tested every Monday.
     26 item ¶3: A second line:
     27 item ¶4: for the garrisons
     28 item ¶5: for the ports
     30 quotation ¶6: “It is a start,” the minister said. “It is not more.”
     33 caption: Two men at a table
     35 item ¶7: Crossing | Opens
     37 item ¶8: North | May
     38 item ¶9: South | never
     40 ¶10: This text was corrected.
     43 ¶11: hotline: 1
     46 ¶12: Both sides meet again in March, their officials said on Friday evening. Nobody said where.
     48 - The frontier, that is. [footnote]
    note file: 2 links: https://example.org/text https://example.org/ports
    "#);
}

#[test]
fn front_matter_in_toml() {
    assert_snapshot!(opened("", HUGO), @r"
    markdown
    headline = Grain corridor reopens
    byline = Ana Ruiz
    date = 2025-11-30T18:40:00Z
      8 headline: Grain corridor reopens
      8 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said.
    ");
    assert_snapshot!(opened("a.md", HUGO.replace("date = ", "date = = ")), @r"
    markdown
      8 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said.
    note file: the front matter is no TOML: extra `=`, expected nothing (line 4)
    ");
}

#[test]
fn a_clipped_page() {
    let clip = "---\ntitle: Pier to be built\nsource: https://example.org/pier\nauthor:\n  - \"[[Ana Ruiz]]\"\npublished: 2025-11-30\ncreated: 2025-12-01\ndescription: >\n  The board has found\n  the money.\ntags:\n  - \"clippings\"\n---\nThe pier is to be built next year, the harbour board said on Sunday.\n";
    assert_snapshot!(opened("Pier.md", clip), @r"
    markdown
    headline = Pier to be built
    standfirst = The board has found the money.
    byline = Ana Ruiz
    url = https://example.org/pier
    date = 2025-11-30
    subjects = :clippings
     14 headline: Pier to be built
     14 standfirst: The board has found the money.
     14 ¶1: The pier is to be built next year, the harbour board said on Sunday.
    ");
}

#[test]
fn the_name_tells_what_the_content_does_not() {
    let text = "Talks resume\n============\n\nThe talks *resumed* on Monday, officials said, and nobody knows for how long.\n";
    assert_snapshot!(opened("a.markdown", text), @r"
    markdown
    headline = Talks resume
      1 headline: Talks resume
      4 ¶1: The talks resumed on Monday, officials said, and nobody knows for how long.
    ");
    assert!(opened("a.txt", text).starts_with("text\n"));
    let linked = "# Talks resume\n\nThe [talks](https://example.org/a) resumed in [Halmar](https://example.org/b).\n";
    assert!(opened("a.txt", linked).starts_with("markdown\n"));
    for plain in [
        "---\n\nThe talks resumed.\n\n---\n",
        "---\nThe talks: a summary\n---\n",
        "# 1\n\nThe talks resumed.",
        "---\nno end: yes\n",
    ] {
        assert!(opened("a.txt", plain).starts_with("text\n"), "{plain}");
    }
}

#[test]
fn odd_files_open() {
    assert_snapshot!(opened("a.md", ""), @"markdown");
    assert_snapshot!(opened("a.md", b"The caf\xE9 is open, the owner said on Monday, to all who come."), @r"
    markdown
      1 ¶1: The café is open, the owner said on Monday, to all who come.
    note encoding: not UTF-8: read as windows-1252, the likeliest of the older encodings
    ");
    assert_snapshot!(opened("a.md", "---\ntitle: Cut off in the\ndate: 2025-11"), @r"
    markdown
    headline = Cut off in the date: 2025-11
      2 headline: title: Cut off in the date: 2025-11
    ");
    let huge = "[a](https://example.org/x) ".repeat(3000);
    assert!(articles("a.md", huge.as_bytes()).unwrap()[0].notes[0].message.starts_with("3000 links: https://example.org/x "));
    for deep in [
        "> ".repeat(3000),
        "- ".repeat(3000),
        "[".repeat(30_000),
        "*a ".repeat(20_000),
        "`".repeat(30_000),
        "<div>\n\n".repeat(5000),
        "|a".repeat(5000),
    ] {
        holds("a.md", deep.as_bytes(), Format::Markdown);
    }
}

const BITS: &[&str] = &[
    "---\n",
    "+++\n",
    "title: Talks\n",
    "title = 'Talks'\n",
    "- ",
    "  - name: Ana\n",
    "tags: [a, 'b\n",
    "date: 2025-11-28\n",
    "# ",
    "## ",
    "> ",
    "1. ",
    "\n",
    "\n\n",
    "[a](https://example.org)",
    "![b](c)",
    "[^1]",
    "[^1]: x\n",
    "| a | b |\n|---|---|\n",
    "<p>x</p>",
    "<!-- ",
    "```\n",
    "    ",
    "**",
    "é",
    "The talks resumed on Monday, officials said.\n",
    "\r\n",
    "\\",
    "\"\\u",
    "<br>",
];

proptest! {
    #[test]
    fn any_mixture_is_markdown(picks in prop::collection::vec(prop::sample::select(BITS), 0..50), noise in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut bytes = picks.concat().into_bytes();
        bytes.extend(noise);
        holds("x", &bytes, Format::Markdown);
    }

    #[test]
    fn damaged_posts_open(which in 0..2usize, picks in prop::collection::vec((any::<usize>(), any::<u8>()), 0..6)) {
        holds("x", &damaged([POST, HUGO][which].as_bytes(), &picks), Format::Markdown);
    }
}
