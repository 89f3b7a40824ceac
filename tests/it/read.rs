//! Bytes in, articles out.

use attache::read::{CruftRules, plain};
use attache::text::Clean;
use attache::text::decode::decode;

#[test]
fn the_seed_says_what_it_says() {
    let Ok(bytes) = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/putin-modi-2025-11-28.txt")) else {
        return;
    };
    let article = plain(Clean::from("seed"), &decode(&bytes), &CruftRules::shipped());
    let fields = &article.fields;
    assert!(article.slice(fields.headline.unwrap()).ends_with("on Dec 4–5"));
    assert!(article.slice(fields.standfirst.unwrap()).starts_with("Putin’s visit highlights"));
    assert_eq!(article.slice(fields.place.unwrap()), "MOSCOW");
    assert_eq!(fields.date.unwrap().0.to_string(), "2025-11-28");
    assert_eq!((fields.byline, fields.outlet, fields.url), (None, None, None));
    assert_eq!(article.blocks.iter().filter_map(|b| b.number).max(), Some(7));
    let removed: Vec<_> = article.removed.iter().map(|r| (r.line, &*r.rule)).collect();
    assert_eq!(removed, [(6, "share icons"), (22, "share icons")]);
}
