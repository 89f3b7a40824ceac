//! The plain dump of a whole page: the article comes out of it, and a text that is no such dump stays whole.

use insta::assert_snapshot;

use super::{read, story};

/// What stands around the article of a page, and in its midst, with the article's own paragraphs.
const PAGE: &str = "\
Harbour Monitor
Home
News
Weather
Search
Sign in
The pier of Lusenia will open again in May
After nine years of repairs the town gets its longest street back, though not all of it.
Harbour desk
14 May 2026, 10:17
Share
Facebook
WhatsApp
Yachts line the new quay on the morning of the first trial.
Photo: Ana Ruiz
The pier of Lusenia, closed since the storm of 2017, will open again on the first weekend of May, the harbour office said on Monday.
Only the inner half of it will carry visitors at first; the outer half waits for new piles, which are still on their way from Ostrel.
Ferry captains of the west coast ask for a second lane
“We would rather open half a pier than promise a whole one,” said the harbour master, Mirko Dahl, in front of the new gates.
What it costs
The repairs have cost 41 million, twice what was planned, and the town council must still decide who pays for the lamps.
ADVERTISEMENT
Shopkeepers on the quay have asked for longer hours in the first weeks, and the council will vote on that on Thursday evening.
12 Comments
Old salt
14 May 2026, 11:02
I have walked that pier every day of my life, and I will believe in an opening when I see one.
Gull
14 May 2026, 12:40
Half a pier is no pier at all, as my grandmother used to say about the last one they built us.
Most read
Silos fill in the east
Who pays for the lamps?
Terms of use
Contact us";

fn page() -> String {
    PAGE.replace('\n', "\n\n")
}

#[test]
fn the_article_comes_out_of_a_page() {
    assert_snapshot!(story(&page()), @r"
    headline = The pier of Lusenia will open again in May
    standfirst = After nine years of repairs the town gets its longest street back, though not all of it.
    date = 2026-05-14
     13 headline: The pier of Lusenia will open again in May
     15 standfirst: After nine years of repairs the town gets its longest street back, though not all of it.
     19 meta: 14 May 2026, 10:17
     31 ¶1: The pier of Lusenia, closed since the storm of 2017, will open again on the first weekend of May, the harbour office said on Monday.
     33 ¶2: Only the inner half of it will carry visitors at first; the outer half waits for new piles, which are still on their way from Ostrel.
     37 ¶3: “We would rather open half a pier than promise a whole one,” said the harbour master, Mirko Dahl, in front of the new gates.
     39 subhead: What it costs
     41 ¶4: The repairs have cost 41 million, twice what was planned, and the town council must still decide who pays for the lamps.
     45 ¶5: Shopkeepers on the quay have asked for longer hours in the first weeks, and the council will vote on that on Thursday evening.
      1 - Harbour Monitor [page: outside the article]
      3 - Home [page furniture]
      5 - News [section name]
      7 - Weather [page: outside the article]
      9 - Search [page furniture]
     11 - Sign in [account]
     17 - Harbour desk [page: outside the article]
     21 - Share [share icons]
     23 - Facebook [share icons]
     25 - WhatsApp [share icons]
     27 - Yachts line the new quay on the morning of the first trial. [page: caption]
     29 - Photo: Ana Ruiz [credits]
     35 - Ferry captains of the west coast ask for a second lane [page: another story]
     43 - ADVERTISEMENT [advertisement]
     47 - 12 Comments [page: comments]
     49 - Old salt [page: outside the article]
     51 - 14 May 2026, 11:02 [page: outside the article]
     53 - I have walked that pier every day of my life, and I will believe in an opening when I see one. [page: outside the article]
     55 - Gull [page: outside the article]
     57 - 14 May 2026, 12:40 [page: outside the article]
     59 - Half a pier is no pier at all, as my grandmother used to say about the last one they built us. [page: outside the article]
     61 - Most read [related]
     63 - Silos fill in the east [related]
     65 - Who pays for the lamps? [related]
     67 - Terms of use [related]
     69 - Contact us [related]
    ");
}

#[test]
fn a_page_in_another_language() {
    let text = "\
Startseite
Nachrichten
Anmelden
Die Brücke von Ostrel bleibt noch ein Jahr gesperrt
Foto: Jo Lind
Die Brücke über den Ostrel bleibt ein weiteres Jahr gesperrt, weil die Pfeiler tiefer ausgespült sind als gedacht, sagte die Stadt.
Anzeige
Fußgänger dürfen sie ab dem Sommer wieder benutzen, Autos fahren weiter über die Umleitung im Norden, auch die Busse der Linie vier.
Lesen Sie auch: Wie die Umleitung den Norden verändert
Der Rat will im Herbst über die Kosten sprechen, die inzwischen bei neun Millionen liegen und noch einmal steigen können, hieß es am Montag.
Die Kaufleute am Markt verlangen einen Ausgleich für die Zeit der Sperrung, denn viele Kunden kommen nicht mehr in die Stadt.
Im Norden haben Anwohner Unterschriften gegen den Lärm gesammelt; der Bürgermeister will sie in der nächsten Woche treffen und anhören.
7 Kommentare
Mehr zum Thema
Fähre fährt wieder
Impressum
Datenschutz";
    assert_snapshot!(story(&text.replace('\n', "\n\n")), @r"
    headline = Die Brücke von Ostrel bleibt noch ein Jahr gesperrt
      7 headline: Die Brücke von Ostrel bleibt noch ein Jahr gesperrt
     11 ¶1: Die Brücke über den Ostrel bleibt ein weiteres Jahr gesperrt, weil die Pfeiler tiefer ausgespült sind als gedacht, sagte die Stadt.
     15 ¶2: Fußgänger dürfen sie ab dem Sommer wieder benutzen, Autos fahren weiter über die Umleitung im Norden, auch die Busse der Linie vier.
     19 ¶3: Der Rat will im Herbst über die Kosten sprechen, die inzwischen bei neun Millionen liegen und noch einmal steigen können, hieß es am Montag.
     21 ¶4: Die Kaufleute am Markt verlangen einen Ausgleich für die Zeit der Sperrung, denn viele Kunden kommen nicht mehr in die Stadt.
     23 ¶5: Im Norden haben Anwohner Unterschriften gegen den Lärm gesammelt; der Bürgermeister will sie in der nächsten Woche treffen und anhören.
      1 - Startseite [page: furniture]
      3 - Nachrichten [page: furniture]
      5 - Anmelden [page: account]
      9 - Foto: Jo Lind [credits]
     13 - Anzeige [page: advertisement]
     17 - Lesen Sie auch: Wie die Umleitung den Norden verändert [page: other stories]
     25 - 7 Kommentare [page: comments]
     27 - Mehr zum Thema [page: other stories]
     29 - Fähre fährt wieder [page: outside the article]
     31 - Impressum [page: furniture]
     33 - Datenschutz [page: furniture]
    ");
}

/// A paragraph of running text, different for each `number`.
fn paragraph(number: usize) -> String {
    format!(
        "In the week numbered {number} the council of the harbour town met again, heard the engineers on the state of the piles, and put \
         off the vote on the lamps until the price of copper is known, which nobody expects before the end of the summer."
    )
}

/// Texts that somebody wrote with short lines before, in and behind their prose.
#[test]
fn what_somebody_wrote_stays_whole() {
    let prose = (1..6).map(paragraph).collect::<Vec<_>>().join("\n\n");
    let short = |lines: &[&str]| lines.join("\n\n");
    let notes = short(&[
        "Meeting of the harbour board",
        "Present",
        "Mirko Dahl",
        "Ana Ruiz",
        "Bo Lind",
        "Jo Vale",
        "Excused",
        "Edda Lorne",
    ]);
    let todo = short(&["Ask Bo for the plans", "Lamps", "Piles", "Gate two", "Who pays", "Call Ostrel"]);
    let recipe =
        short(&["Fish soup of the coast", "1 onion", "2 carrots", "500 g of cod", "salt", "a bunch of dill", "1 l of water"]);
    let poem = short(&["The tide", "comes in", "over the stones", "of my father’s yard", "and stays", "and stays", "and stays"]);
    let agenda =
        short(&["9:30 Coffee", "10:00 Welcome", "10:15 The piles", "12:00 Lunch", "13:00 The lamps", "15:00 End of the day"]);
    let talk =
        short(&["ANA RUIZ", "Is it safe?", "MIRKO DAHL", "It is.", "ANA RUIZ", "And the lamps?", "MIRKO DAHL", "Not yet."]);
    let table = "Pier\tLength\tYear\nInner\t120 m\t1911\nOuter\t140 m\t1934\nQuay\t88 m\t1902\nMole\t310 m\t1899";
    let references = short(&[
        "Sources",
        "Harbour office, report on the piles",
        "Town council, minutes of May",
        "A. Ruiz, The pier",
        "J. Vale, Lamps",
    ]);
    let texts = [&*notes, &todo, &recipe, &poem, &agenda, &talk, table, &references];
    for text in texts {
        for whole in
            [text.to_owned(), format!("{text}\n\n{prose}"), format!("{prose}\n\n{text}"), format!("{prose}\n\n{text}\n\n{prose}")]
        {
            let removed: Vec<_> = read(&whole).removed.into_iter().filter(|r| r.rule.starts_with("page:")).collect();
            assert_eq!(removed, [], "{whole}");
        }
    }
}

#[test]
fn lists_are_not_cut_from_a_text_that_is_about_them() {
    let stops = (1..40).map(|n| format!("Stop {n}, quay {n}")).collect::<Vec<_>>().join("\n\n");
    let article = read(format!("Timetable of the ferry\n\n{}\n\n{stops}\n\nAdvertisement\n\nContact us", paragraph(1)));
    assert_eq!(article.removed.len(), 2);
}
