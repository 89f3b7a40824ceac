//! Wire stories made of the stock of phrases: their own cast, 120 to 900 words, always the same ones for one seed.

use std::fmt::Write as _;

use attache::model::Article;
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;

use super::phrases::{
    AMOUNTS, BOILERPLATE, CITIES, DAYS, DEEDS, DID, HOW, KINDS, MATTERS, ORGANISATIONS, OWN, PEOPLE, QUALITIES, TAIL, THINGS,
    TIMES, WHAT, WHO,
};

/// A sequence of numbers that is the same for one seed (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((x ^ (x >> 31)) % count as u64).unwrap()
    }

    /// One of `all`.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// One word of `all`.
    fn word(&mut self, all: &'static str) -> &'static str {
        let words: Vec<&str> = all.split_whitespace().collect();
        self.of(&words)
    }
}

/// The people, places and things of one story.
#[derive(Clone, Debug)]
pub struct Cast {
    people: Vec<String>,
    organisations: Vec<String>,
    cities: Vec<&'static str>,
    things: Vec<&'static str>,
}

impl Cast {
    /// A cast that `dice` choose.
    pub fn new(dice: &mut Dice) -> Self {
        let name = |dice: &mut Dice, halves: [&[&str]; 2]| halves.map(|half| dice.of(half)).join(" ");
        Self {
            people: (0..4).map(|_| name(dice, PEOPLE)).collect(),
            organisations: (0..3).map(|_| name(dice, ORGANISATIONS)).collect(),
            cities: (0..3).map(|_| dice.of(CITIES)).collect(),
            things: (0..2).map(|_| dice.of(THINGS)).collect(),
        }
    }

    /// One of its people, by the whole name or the family name.
    fn person(&self, dice: &mut Dice) -> &str {
        let name = &self.people[dice.below(self.people.len())];
        if dice.below(2) == 0 { name } else { name.split(' ').next_back().unwrap() }
    }

    /// A sentence: `frame` chooses its clauses, `dice` who and how many.
    fn sentence(&self, frame: &mut Dice, dice: &mut Dice) -> String {
        let agency = [frame.of(WHO), " ", frame.of(DID), " ", frame.of(WHAT), frame.of(TAIL), "."].concat();
        let own = frame.of(OWN);
        let mut out = String::new();
        let mut rest = if frame.below(2) == 0 { own } else { agency.as_str() };
        while let Some((before, place)) = rest.split_once('{') {
            let (place, behind) = place.split_once('}').unwrap();
            out.push_str(before);
            match place {
                "p" => out.push_str(self.person(dice)),
                "o" => out.push_str(&self.organisations[dice.below(self.organisations.len())]),
                "c" => out.push_str(dice.of(&self.cities)),
                "t" => out.extend([dice.of(KINDS), dice.of(&self.things)]),
                "d" => out.extend([dice.of(TIMES[0]), dice.of(DAYS), dice.of(TIMES[1])]),
                "a" => out.push_str(dice.of(HOW)),
                "j" => out.push_str(dice.word(QUALITIES)),
                "s" => out.push_str(dice.word(MATTERS)),
                "v" => out.push_str(dice.word(DEEDS)),
                "said" => out.push_str(dice.of(&["said", "wrote", "recalled", "argued"])),
                _ => write!(out, "{}{}", dice.of(AMOUNTS), 2 + dice.below(90)).unwrap(),
            }
            rest = behind;
        }
        out + rest
    }
}

/// A story: paragraphs of sentences under a headline.
#[derive(Clone, Debug)]
pub struct Story {
    pub cast: Cast,
    pub headline: String,
    pub byline: &'static str,
    /// Where and by whom, before the first sentence.
    pub dateline: String,
    pub paragraphs: Vec<Vec<String>>,
}

impl Story {
    /// A story of about `words` words: `frame` chooses its clauses, `dice` the rest.
    pub fn new(cast: Cast, words: usize, frame: &mut Dice, dice: &mut Dice) -> Self {
        let mut paragraphs = Vec::new();
        while count(&paragraphs) < words {
            let sentences = 1 + frame.below(3);
            let mut paragraph: Vec<String> = (0..sentences).map(|_| cast.sentence(frame, dice)).collect();
            if frame.below(8) == 0 {
                paragraph.push(frame.of(BOILERPLATE).to_owned());
            }
            paragraphs.push(paragraph);
        }
        let headline = format!("{} weighs what comes after the {}", cast.organisations[0], cast.things[0]);
        let dateline = format!("{} (Agency) - ", cast.cities[0].to_uppercase());
        Self { cast, headline, byline: "By our own correspondent", dateline, paragraphs }
    }

    /// The number of words of its paragraphs.
    pub fn words(&self) -> usize {
        count(&self.paragraphs)
    }

    /// The same with each sentence changed.
    pub fn reworded(&self, mut change: impl FnMut(usize, &str) -> String) -> Self {
        let mut at = 0;
        let mut changed = |sentence: &String| {
            at += 1;
            change(at - 1, sentence)
        };
        let paragraphs = self.paragraphs.iter().map(|p| p.iter().map(&mut changed).collect()).collect();
        Self { paragraphs, ..self.clone() }
    }

    /// As a file has it.
    pub fn text(&self) -> String {
        let body: Vec<String> = self.paragraphs.iter().map(|paragraph| paragraph.join(" ")).collect();
        format!("{}\n\n{}\n\n{}{}\n", self.headline, self.byline, self.dateline, body.join("\n\n"))
    }

    /// The article that is read from its file.
    pub fn article(&self) -> Article {
        plain("story.txt".into(), &decode(self.text().as_bytes()), &CruftRules::none())
    }
}

fn count(paragraphs: &[Vec<String>]) -> usize {
    paragraphs.iter().flatten().map(|sentence| sentence.split_whitespace().count()).sum()
}
