#![no_main]
//! A line that is typed to search the library, asked of an article.

use std::sync::OnceLock;

use attache::library::query::{Known, Query};
use attache::library::{Card, Hit, searched};
use attache::model::Briefing;
use attache::text::Clean;
use attache::text::decode::decode;
use attache::text::search::Needle;
use attache::work::Origin;
use attache_fuzz::{desk, inert};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static BRIEFING: OnceLock<Briefing> = OnceLock::new();
    let open = || desk().open(&Origin::Shipped("visit-new-delhi.txt")).expect("a shipped sample opens").briefing;
    let briefing = BRIEFING.get_or_init(open);
    let line = Clean::from(decode(bytes).text.into_owned()).one_line();
    let (query, faults) = Query::parse(&line);
    assert_eq!((&query, &faults), (&Query::parse(&line).0, &Query::parse(&line).1), "two runs differ");
    for fault in &faults {
        assert!(line.get(fault.span.start()..fault.span.end()).is_some(), "{:?} is no place in {line:?}", fault.span);
        inert(&fault.message);
        inert(&fault.help);
    }
    let _ = query.admits(&Card::of(briefing), Known { read: false, marked: true });
    let holds = query.words.holds(&searched(briefing).collect::<Vec<_>>());
    let hit = Hit::of(&briefing.article, &query.words);
    assert!(hit.is_none() || holds || query.words.clauses().len() > 1, "a hit of what is not there");
    for span in query.words.hits(&briefing.article.text).into_iter().chain(Needle::new(&line).find(&briefing.article.text)) {
        assert!(briefing.article.text.get(span.start()..span.end()).is_some(), "{span:?} is no place");
    }
});
