//! Any changes and undoings, beside a plain list that remembers every state it was in.

use attache::library::History;
use attache::library::tray::{Change, Line, MOST_LINES, Spot, Tray};
use attache::model::{Extract, Place, Reference, Source, Voice};
use proptest::prelude::*;

/// The line of this number; every third one is of another article.
pub fn line(number: usize) -> Line {
    let extract = Extract {
        words: format!("Line {number}.").into(),
        voice: Voice::Source,
        place: Place::Sentence(Reference::Paragraph(1, 1)),
        topic: None,
        opposed: None,
        remark: None,
        source: 7,
    };
    Line::new(extract, Source { file: format!("{}.txt", number % 3).into(), ..Source::default() })
}

/// The plain list: numbers with remarks, a title.
#[derive(Clone, Debug, Default, PartialEq)]
struct Plain {
    title: Option<String>,
    lines: Vec<(usize, Option<String>)>,
}

impl Plain {
    fn of(tray: &Tray) -> Self {
        let number = |line: &Line| (0..100).find(|number| self::line(*number).id() == line.id()).unwrap();
        let own = |line: &Line| (number(line), line.extract().remark.as_deref().map(ToOwned::to_owned));
        Self { title: tray.title().map(ToString::to_string), lines: tray.lines().iter().map(own).collect() }
    }

    fn place(&self, number: usize) -> Option<usize> {
        self.lines.iter().position(|(own, _)| *own == number)
    }

    fn make(&mut self, step: &Step) {
        match step {
            Step::Add(number) if self.place(*number).is_none() => self.lines.push((*number, None)),
            Step::Drop(numbers) => self.lines.retain(|(own, _)| !numbers.contains(own)),
            Step::First(number) => {
                if let Some(at) = self.place(*number) {
                    self.lines[..=at].rotate_right(1);
                }
            }
            Step::Behind(number, other) if number != other => {
                if let (Some(at), Some(_)) = (self.place(*number), self.place(*other)) {
                    let line = self.lines.remove(at);
                    self.lines.insert(self.place(*other).unwrap() + 1, line);
                }
            }
            Step::Remark(number, words) => {
                if let Some(at) = self.place(*number) {
                    self.lines[at].1 = (!words.is_empty()).then(|| words.clone());
                }
            }
            Step::Title(words) => self.title = (!words.is_empty()).then(|| words.clone()),
            _ => {}
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Add(usize),
    Drop(Vec<usize>),
    First(usize),
    Behind(usize, usize),
    Remark(usize, String),
    Title(String),
    Undo,
    Redo,
}

fn change(step: &Step) -> Change {
    let id = |number: &usize| line(*number).id();
    let words = |words: &String| Some(words.as_str().into());
    match step {
        Step::Add(number) => Change::Put(vec![(line(*number), Spot::Last)]),
        Step::Drop(numbers) => Change::Drop(numbers.iter().map(id).collect()),
        Step::First(number) => Change::Move(id(number), Spot::First),
        Step::Behind(number, other) => Change::Move(id(number), Spot::Behind(id(other))),
        Step::Remark(number, remark) => Change::Remark(id(number), words(remark)),
        Step::Title(title) => Change::Title(words(title)),
        Step::Undo | Step::Redo => unreachable!(),
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let number = || 0usize..6;
    let step = prop_oneof![
        4 => number().prop_map(Step::Add),
        1 => prop::collection::vec(number(), 0..4).prop_map(Step::Drop),
        1 => number().prop_map(Step::First),
        2 => (number(), number()).prop_map(|(number, other)| Step::Behind(number, other)),
        2 => (number(), "[ab]{0,2}").prop_map(|(number, words)| Step::Remark(number, words)),
        1 => "[ab]{0,2}".prop_map(Step::Title),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_undone_is_as_it_was(steps in steps()) {
        let (mut tray, mut history) = (Tray::default(), History::default());
        let (mut plain, mut before, mut behind) = (Plain::default(), Vec::new(), Vec::new());
        for step in &steps {
            match step {
                Step::Undo => {
                    let there: Option<Plain> = before.pop();
                    prop_assert_eq!(history.undo(&mut tray, 0).is_some(), there.is_some());
                    behind.extend(there.map(|there| std::mem::replace(&mut plain, there)));
                }
                Step::Redo => {
                    let there: Option<Plain> = behind.pop();
                    prop_assert_eq!(history.redo(&mut tray, 0).is_some(), there.is_some());
                    before.extend(there.map(|there| std::mem::replace(&mut plain, there)));
                }
                step => {
                    history.make(&mut tray, &[change(step)], 0);
                    let was = plain.clone();
                    plain.make(step);
                    if was != plain {
                        before.push(was);
                        behind.clear();
                    }
                }
            }
            prop_assert_eq!(&Plain::of(&tray), &plain, "after {:?}", step);
        }
    }

    #[test]
    fn a_step_of_several_changes_is_undone_as_one(first in steps(), second in steps()) {
        let changes = |steps: &[Step]| {
            steps.iter().filter(|step| !matches!(step, Step::Undo | Step::Redo)).map(change).collect::<Vec<_>>()
        };
        let (mut tray, mut history) = (Tray::default(), History::default());
        history.make(&mut tray, &changes(&first), 0);
        let was = tray.clone();
        history.make(&mut tray, &changes(&second), 0);
        if tray != was {
            prop_assert!(history.undo(&mut tray, 0).is_some());
        }
        prop_assert_eq!(tray, was);
    }
}

#[test]
fn a_line_is_known_by_words_place_and_file() {
    let one = line(1);
    let same = Extract { topic: Some("Trade".into()), remark: Some("mine".into()), ..one.extract().clone() };
    assert_eq!(Line::new(same, one.source().clone()).id(), one.id(), "what is said of it makes it no other line");
    let elsewhere = Extract { place: Place::Sentence(Reference::Paragraph(1, 2)), ..one.extract().clone() };
    assert_ne!(Line::new(elsewhere, one.source().clone()).id(), one.id());
    let copy = Source { file: "copy.txt".into(), ..one.source().clone() };
    assert_ne!(Line::new(one.extract().clone(), copy).id(), one.id());
    let hashed = |file: &str| Source { file: file.into(), hash: Some("0123".into()), ..Source::default() };
    let [here, there] = ["a.txt", "b.txt"].map(|file| Line::new(one.extract().clone(), hashed(file)).id());
    assert_eq!(here, there, "one file under two names");
}

#[test]
fn sources_are_numbered_as_they_are_met() {
    let mut tray = Tray::default();
    for number in [4, 1, 5] {
        tray.apply(&Change::Put(vec![(line(number), Spot::Last)]));
    }
    let extracts = tray.extracts();
    assert_eq!(extracts.all().map(|extract| extract.source).collect::<Vec<_>>(), [0, 0, 1]);
    assert_eq!(extracts.sources.iter().map(|source| &*source.file).collect::<Vec<_>>(), ["1.txt", "2.txt"]);
}

#[test]
fn a_full_tray_says_how_many_it_refused() {
    let mut tray = Tray::default();
    let lines = (0..MOST_LINES + 3).map(|number| (line(number), Spot::Last)).collect();
    let applied = tray.apply(&Change::Put(lines));
    assert_eq!((tray.lines().len(), applied.refused, tray.is_full()), (MOST_LINES, 3, true));
}
