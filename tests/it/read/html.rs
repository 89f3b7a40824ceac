//! Saved web pages: what is the article's, what is left out, what the page says of itself, and pages that are hardly any.

use std::fmt::Write as _;

use attache::model::BlockKind;
use attache::read::Format;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::opened::{articles, damaged, holds, opened};

const NEWS: &str = r##"<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour talks end without a deal | The Sorrel Courier</title>
<link rel="canonical" href="https://courier.example/world/harbour-talks">
<meta property="og:title" content="Harbour talks end without a deal"><meta property="og:site_name" content="The Sorrel Courier">
<meta name="description" content="Two ministers met for nine hours and agreed to meet again.">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"WebSite","name":"The Sorrel Courier"},
 {"@type":"NewsArticle","headline":"Harbour talks end without a deal","datePublished":"2025-11-28T09:30:00+01:00",
  "dateModified":"2025-11-28T11:00:00+01:00","author":[{"@type":"Person","@id":"#ana"},{"@type":"Person","name":"Bo Lind"}],
  "publisher":{"@type":"Organization","name":"The Sorrel Courier"},"articleSection":"World","isAccessibleForFree":"False",},
 {"@type":"Person","@id":"#ana","name":"Ana Ru&iacute;z"}]}</script>
<style>p { color: red }</style></head><body>
<div id="cookie-banner"><p>We use cookies to make this site better, and our partners do so, too. You can say no to some of them.</p>
<button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Harbour talks end without a deal</h1>
<p class="standfirst">Two ministers met for nine hours and agreed to meet again.</p>
<p class="byline">By <a rel="author" href="/ana">Ana Ruíz</a> and Bo Lind</p>
<ul class="share-bar"><li><a href="#">Facebook</a></li><li><a href="#">WhatsApp</a></li></ul>
<figure><img src="x.jpg"><figcaption>The harbour on the morning of the talks, seen from the mole. Photo: Sorrel Courier</figcaption></figure>
<p>SORREL – The ministers of Karsan and Dolmir ended nine hours of talks on Friday without an agreement on the harbour.
<p>“We will meet again,” the Karsan minister said, “and we will go on meeting until there is a <b>text</b> that both can sign.”
<div class="newsletter-box"><h3>Get the briefing</h3><p>Sign up for our newsletter and read the news before the others do.</p></div>
<h2>What each of them wants</h2>
<ul><li>Karsan wants the eastern basin for its <a href="/fleet">fishing fleet</a>.</li><li>Dolmir wants the tolls of both basins.</li></ul>
<blockquote><p>A harbour is not a line on a map; it is a thousand families.</p></blockquote>
<aside class="related"><h3>More on this</h3><a href="/1">The harbour in ten pictures</a></aside>
<p>The next round is planned for the spring, though neither side would name a day or a place for it.</p>
</article>
<section class="comments"><h2>Comments</h2><p>I have fished there for forty years and nobody ever asked me what I think of it all.</p>
<p>Neither did anybody ask the people of Dolmir, who have to pay for every crate of fish that they buy there.</p></section>
</main>
<div class="teasers"><div class="card"><a href="/2"><h3>Ferry tickets will cost more from June on</h3></a><p>The company says that fuel is dear.</p></div>
<div class="card"><a href="/3"><h3>A bridge that nobody wanted opens at last</h3></a><p>It took eleven years and three governments.</p></div>
<div class="card"><a href="/4"><h3>The lighthouse keeper who writes novels</h3></a><p>He has never been to the capital.</p></div></div>
<footer><p>© 2025 The Sorrel Courier. All rights reserved.</p></footer></body></html>
"##;

#[test]
fn a_news_page_is_its_article() {
    assert_snapshot!(opened("talks.html", NEWS), @r#"
    html
    headline = Harbour talks end without a deal
    standfirst = Two ministers met for nine hours and agreed to meet again.
    byline = Ana Ruíz, Bo Lind
    place = SORREL
    outlet = The Sorrel Courier
    section = World
    url = https://courier.example/world/harbour-talks
    language = en-GB
    date = 2025-11-28T09:30:00+01:00
    modified = 2025-11-28T11:00:00+01:00
    authors = ["Ana Ruíz", "Bo Lind"]
     18 headline: Harbour talks end without a deal
     19 standfirst: Two ministers met for nine hours and agreed to meet again.
     22 caption: The harbour on the morning of the talks, seen from the mole. Photo: Sorrel Courier
     24 ¶1: SORREL – The ministers of Karsan and Dolmir ended nine hours of talks on Friday without an agreement on the harbour.
     24 ¶2: “We will meet again,” the Karsan minister said, “and we will go on meeting until there is a text that both can sign.”
     26 subhead: What each of them wants
     27 item ¶3: Karsan wants the eastern basin for its fishing fleet.
     27 item ¶4: Dolmir wants the tolls of both basins.
     28 quotation ¶5: A harbour is not a line on a map; it is a thousand families.
     30 ¶6: The next round is planned for the spring, though neither side would name a day or a place for it.
     14 - We use cookies to make this site better, and our partners do so, too. You can say no to some of them. [page: consent]
     16 - Home [page: navigation]
     16 - World [page: navigation]
     16 - Sport [page: navigation]
     20 - By Ana Ruíz and Bo Lind [page: author]
     21 - Facebook [page: share]
     21 - WhatsApp [page: share]
     25 - Get the briefing [page: newsletter]
     25 - Sign up for our newsletter and read the news before the others do. [page: newsletter]
     29 - More on this [page: other stories]
     29 - The harbour in ten pictures [page: other stories]
     32 - Comments [page: comments]
     32 - I have fished there for forty years and nobody ever asked me what I think of it all. [page: comments]
     33 - Neither did anybody ask the people of Dolmir, who have to pay for every crate of fish that they buy there. [page: comments]
     35 - Ferry tickets will cost more from June on [page: other stories]
     35 - The company says that fuel is dear. [page: other stories]
     36 - A bridge that nobody wanted opens at last [page: other stories]
     36 - It took eleven years and three governments. [page: other stories]
     37 - The lighthouse keeper who writes novels [page: other stories]
     37 - He has never been to the capital. [page: other stories]
     38 - © 2025 The Sorrel Courier. All rights reserved. [page: aside]
    note partial: the page says that readers without a subscription see only a part of it
    "#);
}

#[test]
fn a_blog_without_any_marks_is_read_by_its_prose() {
    let page = r"<html><head><title>Notes from the mole - Bo's log</title></head><body>
<table><tr><td><a href=a>Home</a><br><a href=b>About</a><br><a href=c>Archive</a></td><td>
<h2>Notes from the mole</h2><i>3 May 2024</i><br><br>
The mole was built in 1911 and has been falling down since 1912, as everybody here will tell you.<br><br>
Yesterday the council voted to mend it once more. Eleven were for it, nine against, and one was asleep.<br><br>
I went there in the evening and counted the stones that are left above the water.
</td></tr></table><font size=1>Powered by nothing</font></body></html>";
    assert_snapshot!(opened("notes.htm", page), @r#"
    html
    headline = Notes from the mole
      3 headline: Notes from the mole
      4 ¶1: The mole was built in 1911 and has been falling down since 1912, as everybody here will tell you.
      5 ¶2: Yesterday the council voted to mend it once more. Eleven were for it, nine against, and one was asleep.
      7 ¶3: I went there in the evening and counted the stones that are left above the water.
      2 - Home About Archive [page: outside]
      3 - 3 May 2024 [page: outside]
      7 - Powered by nothing [page: outside]
    "#);
}

#[test]
fn a_readout_keeps_its_points_and_says_what_microdata_say() {
    let page = r#"<!-- Page saved with SingleFile
 url: https://ministry.example/readout
 saved date: Fri Nov 28 2025 -->
<html lang=en><meta charset=utf-8><title>Readout of the meeting of ministers</title>
<meta name="dcterms.creator" content="Press Office"><meta name="dcterms.issued" content="2025-11-28">
<style>.sf{background:url(data:image/png;base64,AAAA)}</style>
<body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Readout of the meeting of ministers</h1>
<time itemprop="datePublished" datetime="2025-11-28T12:00:00Z">today</time>
<div itemprop="articleBody"><p>The two ministers met in Sorrel today. They discussed the harbour, the tolls and the fishing fleet.</p>
<p>The ministers agreed:</p><ol><li>to open the eastern basin in March;</li><li>to share the tolls of the western basin.</li></ol>
<p>They thanked their hosts for the room and for the soup.</p></div></div>
<img src="data:image/png;base64,AAAAAAAA"></body></html>"#;
    assert_snapshot!(opened("readout.html", page), @r#"
    html
    headline = Readout of the meeting of ministers
    byline = Press Office
    url = https://ministry.example/readout
    language = en
    date = 2025-11-28
      7 headline: Readout of the meeting of ministers
      9 ¶1: The two ministers met in Sorrel today. They discussed the harbour, the tolls and the fishing fleet.
     10 ¶2: The ministers agreed:
     10 item ¶3: to open the eastern basin in March;
     10 item ¶4: to share the tolls of the western basin.
     11 ¶5: They thanked their hosts for the room and for the soup.
      8 - today [page: outside]
    "#);
}

#[test]
fn other_scripts_and_encodings_are_read_as_the_page_says() {
    let russian = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'><title>Переговоры в порту</title></head>\
        <body><h1>Переговоры в порту</h1><p>Министры встретились в пятницу и договорились встретиться снова весной.</p>\
        <p>Соглашения о восточной гавани пока нет, сказал министр после встречи с журналистами.</p></body></html>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    assert_snapshot!(opened("port.html", &*bytes), @r#"
    html
    headline = Переговоры в порту
      1 headline: Переговоры в порту
      1 ¶1: Министры встретились в пятницу и договорились встретиться снова весной.
      1 ¶2: Соглашения о восточной гавани пока нет, сказал министр после встречи с журналистами.
    note encoding: not UTF-8: read as windows-1251, as the page says
    "#);
    let chinese = "<!doctype html><html lang=zh><title>港口会谈结束</title><body><nav><a href=/>首页</a> <a href=/w>国际</a></nav>\
        <h1>港口会谈结束</h1><p>两国部长星期五举行了九个小时的会谈，没有达成协议。</p><p>下一轮会谈定于春天举行，具体日期尚未公布。</p></body></html>";
    assert_snapshot!(opened("port.html", chinese), @r#"
    html
    headline = 港口会谈结束
    language = zh
      1 headline: 港口会谈结束
      1 ¶1: 两国部长星期五举行了九个小时的会谈，没有达成协议。
      1 ¶2: 下一轮会谈定于春天举行，具体日期尚未公布。
      1 - 首页 国际 [page: navigation]
    "#);
}

#[test]
fn a_page_that_needs_its_scripts_opens_and_says_so() {
    let page = "<!doctype html><html><head><title>Loading</title></head><body><div id=root></div><noscript>Turn on scripts.</noscript>\
        <script>document.write('<p>The talks ended without a deal on Friday, the ministers said.</p>')</script></body></html>";
    assert_snapshot!(opened("app.html", page), @r#"
    html
    headline = Loading
      1 headline: Loading
    note partial: the page holds no text to read without its scripts: open it in a browser, let it load, and save it from there
    "#);
}

#[test]
fn what_the_data_say_is_the_body_is_taken_whole_and_alone() {
    let paragraph = |n: usize| {
        format!("On day {n} of the talks the ministers spoke of basin {n} and of what it costs to dredge it, and then went home.")
    };
    let told: String = (1..6).map(paragraph).collect::<Vec<_>>().join(" ");
    let mut page =
        format!("<html><script type='application/ld+json'>{{\"@type\":\"Article\",\"articleBody\":\"{told}\"}}</script><body>");
    for n in 1..6 {
        write!(page, "<div class=part><p>{}</p></div><div class=box><p>Box {n}: the harbour was built by a man who could not swim, people say.</p></div>", paragraph(n)).unwrap();
    }
    let article = &articles("data.html", page.as_bytes()).unwrap()[0];
    let kept: Vec<&str> = article.blocks.iter().filter(|b| b.kind.is_body()).map(|b| article.slice(b.span)).collect();
    assert_eq!(kept.len(), 5, "{kept:?}");
}

#[test]
fn broken_pages_open() {
    for cut in [10, 100, 700, 1500, 2500, 3500] {
        let article = &articles("cut.html", &NEWS.as_bytes()[..NEWS.floor_char_boundary(cut)]).unwrap()[0];
        assert!(article.blocks.len() < 40);
    }
    let twice = format!("{NEWS}{NEWS}");
    assert_eq!(articles("twice.html", twice.as_bytes()).unwrap().len(), 1);
    assert!(articles("empty.html", b"").unwrap()[0].blocks.is_empty());
    let piece = &articles("piece.html", b"<p>The talks ended on <b>Friday</b>.</p><p>They go on in May.</p>").unwrap()[0];
    assert_eq!(piece.text.to_string(), "The talks ended on Friday.\n\nThey go on in May.");
}

#[test]
fn no_nesting_and_no_size_does_harm() {
    let prose = "<p>The ministers met on Sunday and agreed that the talks will go on next week in the capital.</p>";
    for open in [
        "<div>",
        "<ul><li>",
        "<b>",
        "<table><tr><td>",
        "<blockquote>",
        "<a href=x>",
        "<h1>",
        "</div>",
        "<!--",
        "<p class='",
        "<svg>",
        "\0<",
    ] {
        let page = format!("<!doctype html><html><body>{}{prose}{prose}", open.repeat(20_000));
        holds("deep.html", page.as_bytes(), Format::Html);
    }
    let wide =
        format!("<html><p {}>{prose}<img src='data:image/png;base64,{}'>{prose}", "a=b ".repeat(50_000), "A".repeat(1_000_000));
    let article = &articles("wide.html", wide.as_bytes()).unwrap()[0];
    assert!(article.blocks.iter().any(|block| block.kind == BlockKind::Paragraph));
}

#[test]
fn a_list_of_what_was_left_out_stays_short() {
    let menu = "<li><a href=/part>Menu</a></li>".repeat(3000);
    let page = format!(
        "<html><nav><ul>{menu}</ul></nav>{}",
        "<p>The ministers met on Sunday and the talks will go on next week.</p>".repeat(4)
    );
    let article = &articles("menu.html", page.as_bytes()).unwrap()[0];
    assert_eq!(article.removed.len(), 500);
    assert_snapshot!(article.notes[0].message, @"2500 more pieces of the page were left out than are listed");
}

proptest! {
    #[test]
    fn any_soup_of_tags_opens(
        bits in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<div class='share nav'>", "</div>", "<article>", "</article>", "<a href=x>", "</a>", "<br>", "<br><br>",
                "<h1>", "</h1>", "<li>", "</ul>", "<ul>", "<table>", "<td>", "</table>", "<!--", "-->", "<script>", "</script>",
                "<script type='application/ld+json'>", "{\"@type\":\"Article\",\"headline\":\"A\",\"articleBody\":\"The talks ended on Friday.\"}",
                "The talks ended on Friday, and nobody could say why. ", "Menu", "&amp;", "&#x202E;", "\u{0}", "<figcaption>", "<template>",
                "<meta name=author content='Ana Ruiz'>", "<time datetime='2025-11-28'>", "<p hidden", "\"", "'", ">",
            ]),
            0..80,
        ),
    ) {
        let page = format!("<html>{}", bits.concat());
        holds("soup.html", page.as_bytes(), Format::Html);
    }

    #[test]
    fn a_damaged_page_opens(picks in prop::collection::vec(any::<(usize, u8)>(), 1..8)) {
        holds("damaged.html", &damaged(NEWS.as_bytes(), &picks), Format::Html);
    }
}
