//! What a library counts in an article while it is read is what the panes show once it is opened.

use std::sync::{Arc, LazyLock};

use attache::derive::{Rules, brief, outline};
use attache::library::{Card, blocks, searched};
use attache::model::Article;
use attache::read::{CruftRules, plain};
use attache::text::Clean;
use attache::text::decode::decode;
use attache::text::sentence::sentences;
use attache::work::{Desk, Origin, Sketch, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static RULES: LazyLock<Rules> = LazyLock::new(Rules::shipped);
static CRUFT: LazyLock<CruftRules> = LazyLock::new(CruftRules::shipped);

/// The sentences of the shipped articles.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = shipped().iter().filter(|(name, _)| name.ends_with("txt")).map(|(_, bytes)| decode(bytes).text.into_owned());
    texts.flat_map(|text| sentences(&text).into_iter().map(|span| span.of(&text).to_owned()).collect::<Vec<_>>()).collect()
});

/// Sentences without topic or cue, in which words of the text itself stand out; and some in another language.
const OTHERS: &[&str] = &[
    "The lacquer guild of Orvale keeps its recipes in a chest.",
    "Lacquer from Orvale is brushed on in nine coats.",
    "A master of the lacquer guild may teach two pupils.",
    "Although the guild is small, but for its chest, it does not fear Varn; still, Varn violated its charter.",
    "Moscow accused Kyiv of a breach, and Kyiv condemned the repeated attacks by Moscow.",
    "Le gouvernement de la région a présenté lundi un plan pour les ports, et les syndicats l’ont rejeté.",
    "Les pêcheurs disent que la taxe est trop haute, mais le ministre ne veut pas la changer cette année.",
];

fn article(text: &str) -> Article {
    plain("made.txt".into(), &decode(text.as_bytes()), &CRUFT)
}

#[track_caller]
fn check(article: &Article) {
    let briefing = brief(Arc::new(article.clone()), &RULES);
    assert_eq!(Card::outlined(article, outline(article, &RULES)), Card::of(&briefing));
    assert_eq!(blocks(article).collect::<Vec<_>>(), searched(&briefing).collect::<Vec<_>>());
}

#[test]
fn what_ships_with_attache() {
    let desk = Desk::default();
    for (name, _) in shipped() {
        let (origin, mut whole, mut counted) = (Origin::Shipped(name), Vec::new(), Vec::new());
        let opened = desk.each(&origin, |_, _, opened| {
            whole.push(Card::of(&opened.briefing));
            true
        });
        let outlined = desk.each_outlined(&origin, |sketch| {
            counted.push(match sketch {
                Sketch::Article(article, outline) => Card::outlined(&article, outline),
                Sketch::Briefing(briefing) => Card::of(&briefing),
            });
            true
        });
        assert_eq!((opened, outlined), (Ok(()), Ok(())));
        assert_eq!(counted, whole, "{name}");
        assert!(whole.iter().all(|card| !card.topics.is_empty()), "{name}");
    }
}

#[test]
fn a_text_with_topics_of_its_own_and_one_in_another_language() {
    for own in [&OTHERS[..4], &OTHERS[5..]] {
        let text: String = own.iter().cycle().take(12).flat_map(|sentence| [*sentence, "\n\n"]).collect();
        let article = article(&text);
        check(&article);
        assert!(!outline(&article, &RULES).agenda.is_empty() || own.len() < 4);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn sentences_in_any_order(
        picks in vec((any::<Index>(), select(&[" ", " ", "\n\n", "\n", ", while ", "; "])), 0..60),
        others in vec(select(OTHERS), 0..8),
        headline in "([A-Z][a-z]{2,8} ){0,6}",
    ) {
        let picked = picks.iter().flat_map(|(pick, gap)| [pick.get(&SENTENCES).as_str(), gap]);
        let others = others.iter().flat_map(|sentence| [*sentence, " "]);
        let text: String = [headline.trim(), "\n\n"].into_iter().chain(others).chain(picked).collect();
        check(&article(&text));
    }

    #[test]
    fn any_characters(text in "(\\PC{0,12}[ \n.,“”]){0,40}") {
        check(&article(&Clean::from(text)));
    }
}
