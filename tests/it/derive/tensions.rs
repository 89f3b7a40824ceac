//! Tensions: the two poles of a sentence, and what sets them against each other.

use super::{found, opposed};

/// The tensions of paragraphs: each sentence that holds one, marked.
#[track_caller]
fn check_tensions(text: &str, expected: &[&str]) {
    let briefing = found(&format!("\n\n\n\n{text}"));
    let shown: Vec<String> = briefing.tensions.iter().map(|tension| opposed(&briefing.article, tension)).collect();
    assert_eq!(shown, expected);
}

/// The same where the marks are all that is added.
#[track_caller]
fn check_poles(marked: &str) {
    check_tensions(&marked.replace(['[', ']', '<', '>'], ""), &[marked]);
}

#[test]
fn coordinated_clauses_are_the_poles() {
    check_poles("[The report praises the count] <but> [also exposes an unfair campaign].");
    check_poles("[Norholm needs the gas — notably in winter] — <yet> [its law forbids the contract].");
    check_poles("[The visit shows how close they have grown] <yet> [leaves the missiles unmentioned].");
    check_poles("[The door is new], <but> [the letterbox is large], officials said.");
    check_poles("[Listing a ship is quick]; <but> [proving who owns it is not]; nobody denies it.");
    check_poles("“[A list of uses is harder to write], <but> [it lasts],” said Mr. Amsel.");
}

#[test]
fn subordinate_clauses_are_poles_on_either_side() {
    check_poles("<While> [Moscow, which sells the oil, gains], [Delhi pays less].");
    check_poles("<Despite> [the truce], [shelling went on].");
    check_poles("[The tone was warm], <although> [the room for progress is narrow].");
    check_poles("[Karsan moved one company], <while> [Dolmir moved two].");
    check_poles("[Work may stop] <despite> [the promise].");
}

#[test]
fn an_adverb_reaches_back_to_the_sentence_before() {
    check_poles("[Engineers call it a small work]. <However>, [it is a lever].");
    check_poles("[Engineers call it a small work]. [Downstream, <however>, it is a lever].");
    check_poles("[The matters are separate]; <nevertheless>, [the signing was put back].");
    check_poles("[The port is open]. [It has no berth, <though>, because the pier fell].");
    check_poles("[The port is open]. [It has no berth, <though>].");
    check_poles("[Counting was slow]. <Yet> [nobody complained of it].");
}

#[test]
fn a_pole_is_parallel_to_the_other() {
    check_poles("They fund a port [which they opened] <but> [never used].");
    check_poles("Envoys found [that the price is fair] <but> [that the term is short].");
    check_poles("The crew came ashore, [singing aloud] <but> [fearing the worst], and slept.");
    check_poles("Since the road was closed, [the crews took the river] <but> [lost two days].");
    check_poles("The road is closed, [so the crews took the river], <but> [they lost two days], so the cargo was late.");
    check_poles("[They must move in that direction] <but> [can talk only on that basis].");
    check_poles("[The papers are gone], <but> [when one asks for them, the clerk then says it is late].");
    check_poles("The ministry says [“the road is open”], <but> [nobody drives there].");
}

#[test]
fn the_main_clause_begins_where_its_verb_shows_it() {
    check_poles("<Although> [crews and ships, together with a tug, have been in port], [it is hard to load them].");
    check_poles("<While> [the road, the bridge, and the ferry were open], [nobody came].");
    check_poles("<Although> [it had a port], [the town’s trade, wealth, and fame had gone].");
    check_poles("Officials said that, <despite> [a cold winter], [the gas would last].");
    check_poles("For example, <while> [all ports were open], [few ships came].");
    check_tensions("The plan, though it was costly, was kept.", &["[The plan, <though> [it was costly], was kept]."]);
}

#[test]
fn a_bracket_is_set_against_its_host() {
    check_poles("[The fire broke out at six] (<but> [was put out]), which is known.");
    check_poles("[The price is high]; <though> [it will fall].");
    check_poles("[They were open], <but> [they had been empty in Halmar, Oslo; Tarn and Elma].");
}

#[test]
fn each_cue_of_a_sentence_has_its_tension_and_a_pair_has_one() {
    check_tensions(
        "The port is open, but the road is closed; crews left although nobody paid.",
        &[
            "[The port is open], <but> [the road is closed]; crews left although nobody paid.",
            "The port is open, but the road is closed; [crews left] <although> [nobody paid].",
        ],
    );
    check_poles("[The port is closed]. <However>, [despite the frost, ships come].");
    check_poles("[Trade was discussed], <but> [without reform it stagnates despite the warm words].");
    check_poles("<Although> [the road was closed], [the convoy nevertheless arrived].");
    check_poles("[The cargo was late] <but> [nevertheless arrived].");
}

#[test]
fn paired_cues_reach_over_two_sentences() {
    check_tensions(
        "On the one hand, the port is open. On the other hand, nobody sails.",
        &[
            "<On the one hand>, [the port is open]. [On the other hand, nobody sails]",
            "[On the one hand, the port is open]. <On the other hand>, [nobody sails].",
        ],
    );
    check_poles("[Some states signed], <and [others> refused].");
    check_poles("[The tax will be paid], <whether> [you agree or not].");
    check_poles("[It can be bought at the port], <however> [it must be ordered].");
}

#[test]
fn the_same_words_used_otherwise_are_no_cues() {
    for plain in [
        "They ate nothing but rice.",
        "Not only the price but also the date is open.",
        "The plant has yet to open, and yet another is planned.",
        "He met the envoy while visiting the port.",
        "She read while they slept.",
        "They are still there.",
        "However many ships come, the port holds them.",
        "He had no choice but to sign.",
        "However high the wind, the crew went out.",
        "She taught there while also serving at the port.",
        "The inn has a simple yet good kitchen.",
        "They looked not for the ships, but for the crews.",
        "The mix – a strong crew, but an old ship – is common.",
        "It is open to all, that is, whether a crew or a ship.",
        "The fort would have fallen but for the rain.",
    ] {
        check_tensions(plain, &[]);
    }
}

#[test]
fn words_of_strain_make_a_tension_when_they_are_enough() {
    check_tensions("The delivery was delayed by a month.", &[]);
    check_poles("Ostrel <accused> the Union of theft.");
    check_tensions("Critics warned of a delay.", &["<Critics> warned of a delay."]);
}
