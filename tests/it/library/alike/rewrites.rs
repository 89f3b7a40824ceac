//! What outlets do to a wire story, and what only looks like one: the two sides of the test set.

use super::phrases::{CITIES, HOUSE_STYLE, OTHER_WORDS};
use super::wire::{Cast, Dice, Story};

/// Two seeds by whose stories the numbers were set, and the one by which they are measured.
pub const SEEDS: [u64; 3] = [1, 2, 5];

/// Stories in a set.
const STORIES: usize = 60;

/// One story, its rewrites by what was done to it, and stories that are others.
pub struct Family {
    pub story: Story,
    pub rewrites: Vec<(&'static str, Story)>,
    pub others: Vec<(&'static str, Story)>,
}

/// The stories of one seed, each in another length from 120 to 900 words.
pub fn families(seed: u64) -> Vec<Family> {
    let mut dice = Dice(seed << 32);
    (0..STORIES).map(|at| family(120 + at * 780 / (STORIES - 1), &mut dice)).collect()
}

fn family(words: usize, dice: &mut Dice) -> Family {
    let frame = Dice(dice.0 ^ 0xF00D);
    let story = Story::new(Cast::new(dice), words, &mut frame.clone(), dice);
    let rewrites = vec![
        ("cut to a half", cut(&story, 2)),
        ("cut to a third", cut(&story, 3)),
        ("reordered", reordered(&story, dice)),
        ("house style", house_style(&story)),
        ("a third added", longer(&story, 3, dice)),
        ("new headline and dateline", headed(&story, dice)),
        ("every 4th sentence reworded", paraphrased(&story)),
        ("half, house style, headline", headed(&house_style(&cut(&story, 2)), dice)),
        ("third, house style, headline", headed(&house_style(&cut(&story, 3)), dice)),
        ("half, a third added", longer(&cut(&story, 2), 3, dice)),
        ("reordered, reworded", reordered(&paraphrased(&story), dice)),
        ("house style, reworded, a third added", longer(&paraphrased(&house_style(&story)), 3, dice)),
    ];
    let others = vec![
        ("follow-up, a fifth shared", follow_up(&story, 20, words, dice)),
        ("follow-up, three tenths shared", follow_up(&story, 30, words, dice)),
        ("short follow-up, three tenths shared", follow_up(&story, 30, words.div_ceil(2), dice)),
        ("the same clauses, another cast", Story::new(Cast::new(dice), words, &mut frame.clone(), dice)),
        ("the same cast, other clauses", Story::new(story.cast.clone(), words, &mut Dice(dice.0 ^ 0xBEEF), dice)),
    ];
    Family { story, rewrites, others }
}

/// The first paragraphs, until one part of `parts` is reached.
fn cut(story: &Story, parts: usize) -> Story {
    let mut short = Story { paragraphs: Vec::new(), ..story.clone() };
    for paragraph in &story.paragraphs {
        if short.words() * parts >= story.words() {
            break;
        }
        short.paragraphs.push(paragraph.clone());
    }
    short
}

/// All paragraphs behind the first in another order.
fn reordered(story: &Story, dice: &mut Dice) -> Story {
    let mut other = story.clone();
    for at in (2..other.paragraphs.len()).rev() {
        other.paragraphs.swap(at, 1 + dice.below(at));
    }
    other
}

fn house_style(story: &Story) -> Story {
    story.reworded(|_, sentence| replaced(sentence, HOUSE_STYLE))
}

/// The words of `pairs` replaced where they stand whole.
fn replaced(sentence: &str, pairs: &[(&str, &str)]) -> String {
    let padded = format!(" {sentence}");
    let changed = pairs.iter().fold(padded, |text, (from, to)| {
        [" ", ",", "."].iter().fold(text, |text, end| text.replace(&format!(" {from}{end}"), &format!(" {to}{end}")))
    });
    changed.trim_start().to_owned()
}

/// Every fourth sentence turned round and in other words.
fn paraphrased(story: &Story) -> Story {
    story.reworded(|at, sentence| if at % 4 == 3 { turned(&replaced(sentence, OTHER_WORDS)) } else { sentence.to_owned() })
}

/// The last part of a sentence put first.
fn turned(sentence: &str) -> String {
    let whole = sentence.trim_end_matches('.');
    match whole.rsplit_once(", ") {
        Some((head, tail)) => format!("In the telling of some, {tail}: {head}."),
        None => format!("By all accounts {whole}."),
    }
}

/// Paragraphs of the outlet's own behind the second: one word for `part` words of the story.
fn longer(story: &Story, part: usize, dice: &mut Dice) -> Story {
    let own = Story::new(story.cast.clone(), story.words() / part, &mut Dice(dice.0 ^ 0xADD), dice);
    let mut longer = story.clone();
    let at = longer.paragraphs.len().min(2);
    longer.paragraphs.splice(at..at, own.paragraphs);
    longer
}

fn headed(story: &Story, dice: &mut Dice) -> Story {
    let mut other = story.clone();
    other.headline = format!("What we know so far in {}", dice.of(CITIES));
    other.byline = "By agencies and staff";
    other.dateline = format!("{}, Nov 27 - ", dice.of(CITIES));
    other.paragraphs[0][0] = format!("Late in the day, {}", other.paragraphs[0][0]);
    other
}

/// A story of another day of about `words` words with the same cast, `percent` of it taken word for word from the end of `story`.
fn follow_up(story: &Story, percent: usize, words: usize, dice: &mut Dice) -> Story {
    let mut later = Story::new(story.cast.clone(), words * (100 - percent) / 100, &mut Dice(dice.0 ^ 0xDA7), dice);
    let wanted = words * percent / 100;
    let mut shared = 0;
    for sentence in story.paragraphs.iter().rev().flatten() {
        let more = sentence.split_whitespace().count();
        if shared + more / 2 > wanted {
            break;
        }
        shared += more;
        later.paragraphs.push(vec![sentence.clone()]);
    }
    later
}
