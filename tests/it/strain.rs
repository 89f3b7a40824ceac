//! Words of strain: when they make a tension, whom they speak against, how strong a tension is.

use std::cell::RefCell;

use attache::derive::{Rules, brief};
use attache::form::Source;
use attache::model::{Tension, TensionKind};
use attache::text::Clean;

use crate::derive::{article, found};

/// The one tension of a sentence, with the words of its target and of its cue.
fn strain(sentence: &str) -> Option<(Tension, String, String)> {
    let briefing = found(&format!("\n\n\n\n{sentence}"));
    let tension = briefing.tensions.first()?.clone();
    let words = |span: Option<attache::text::Span>| span.map_or_else(String::new, |span| briefing.article.slice(span).to_owned());
    let (target, cue) = (words(tension.target), words(tension.cue));
    Some((tension, target, cue))
}

#[track_caller]
fn strains(sentences: &[&str]) {
    for sentence in sentences {
        let kind = strain(sentence).map(|(tension, ..)| tension.kind);
        assert_eq!(kind, Some(TensionKind::Strain), "{sentence}");
    }
}

#[track_caller]
fn strains_nothing(sentences: &[&str]) {
    for sentence in sentences {
        assert_eq!(strain(sentence).map(|(.., cue)| cue), None, "{sentence}");
    }
}

#[test]
fn open_conflict_and_a_party_to_it_make_a_tension() {
    strains(&[
        "Moscow has rejected the plan.",
        "Iran denied the charge.",
        "The seizure and the shelling went on all night.",
        "The decision is illegal.",
    ]);
    strains_nothing(&["The plan was rejected.", "The minister regrets the delay.", "Moscow regrets it."]);
}

#[test]
fn what_is_prevented_denied_or_said_to_all_sides_strains_less() {
    strains(&[
        "Moscow committed a breach of the treaty.",
        "Moscow began the eastern attacks.",
        "The attack and the threats by Moscow go on.",
    ]);
    strains_nothing(&[
        "Moscow wants to prevent a breach.",
        "Moscow sees no aggression.",
        "Moscow wrote of de-escalation.",
        "Moscow wrote of a threat to international peace and security.",
        "Moscow asked all parties to stop the attacks.",
        "Moscow thanked them for their reply to the attack.",
    ]);
}

#[test]
fn an_actor_behind_in_is_a_place() {
    strains(&["Moscow answered the attack."]);
    strains_nothing(&["The attack was in Moscow.", "An attack was heard in the eastern Ukraine."]);
}

#[test]
fn the_target_stands_where_the_grammar_puts_it() {
    for (sentence, expected) in [
        ("Ostrel accused the Union of theft.", "the Union"),
        ("The Council strongly condemns Russia's aggression.", "Russia"),
        ("Criticism of China as a bully was sharp.", "China"),
        ("China was blamed for the attack.", "China"),
        ("Moscow has again violated the treaty.", "Moscow"),
        ("Chinese forces attacked the convoy and seized it.", "Chinese"),
        ("The veto by the Russian Federation is illegal.", "Russian Federation"),
        ("Beijing's repeated violations are an outrage.", "Beijing"),
        ("Israel must cease its illegal blockade.", "Israel"),
    ] {
        assert_eq!(strain(sentence).unwrap().1, expected, "{sentence}");
    }
}

#[test]
fn no_target_is_made_up() {
    for sentence in [
        "Ukraine was attacked and shelled by gunmen.",
        "Anti-Russian propaganda and anti-Russian lies to all spread.",
        "The attack, as Moscow said, was an outrage.",
        "France is alarmed by an illegal attack.",
    ] {
        assert_eq!(strain(sentence).unwrap().1, "", "{sentence}");
    }
}

#[test]
fn strength_follows_cue_strain_target_and_parties() {
    let of = |sentence: &str| strain(sentence).unwrap().0.strength;
    let plain = of("The rice is cheap, but the bread is dear.");
    let concession = of("Although the rice is cheap, the bread is dear.");
    let strained = of("Although the rice is cheap, the breach is flagrant.");
    let parties = of("Although Moscow pays for the rice, Beijing keeps the bread.");
    assert!(plain < concession && concession < parties && concession < strained);
    assert!(!concession.is_strong() && parties.is_strong() && strained.is_strong());
    assert!(of("Moscow flagrantly violated the treaty.") > of("The violations of the treaty are an outrage."));
}

#[test]
fn a_file_of_ones_own_adds_to_classes_and_actors() {
    let tensions = |own: &str, text: &str| {
        let own = Source { name: Clean::from("own.toml"), text: own };
        let complaints = RefCell::default();
        let rules = Rules::new(&[Rules::shipped_topics()], &[Rules::shipped_cues(), own], &complaints);
        assert_eq!(complaints.into_inner(), []);
        let briefing = brief(article(&format!("\n\n\n\n{text}")), &rules);
        briefing.tensions.iter().map(|tension| tension.point.reason().because.to_string()).collect::<Vec<_>>()
    };
    let text = "Karsan welched on the pact.";
    let own = "[[strain.classes]]\nname = \"violation\"\nwords = [\"welch*\"]\n";
    assert_eq!(tensions("", text), Vec::<String>::new());
    assert_eq!(tensions(&format!("[strain]\nenough = 3\n{own}"), text), ["word of strain \"welched\" (violation, weight 3)"]);
    assert_eq!(tensions("[strain]\nenough = 4\n", "Karsan violated the pact."), Vec::<String>::new());
    assert_eq!(tensions("[strain]\nenough = 4\n[actors]\nkarsan = [\"Karsan\"]\n", "Karsan violated the pact.").len(), 1);
    assert_eq!(tensions("off = [\"violat*\"]", "Karsan violated the pact."), Vec::<String>::new());
}
