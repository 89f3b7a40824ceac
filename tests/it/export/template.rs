//! Templates filled with briefings.

use std::cell::RefCell;

use attache::export::{Form, Template};
use attache::form::Source;

use super::{of_bytes, sample};

fn shipped(name: &str) -> Template {
    Template::shipped().into_iter().find(|template| template.name == name.into()).unwrap()
}

fn read(text: &str) -> (Template, String) {
    let complaints = RefCell::default();
    let template = Template::read(&Source { name: "mine.toml".into(), text }, &complaints);
    let said: Vec<String> = complaints.into_inner().iter().map(ToString::to_string).collect();
    (template, said.join("\n"))
}

#[test]
fn the_shipped_templates_are_whole() {
    for (name, file) in [("press-digest", "press-digest"), ("note", "note"), ("points-to-make", "points-to-make")] {
        let path = format!("{}/assets/templates/{file}.toml", env!("CARGO_MANIFEST_DIR"));
        let (template, said) = read(&std::fs::read_to_string(path).unwrap());
        assert_eq!((template, said.as_str()), (shipped(name), ""));
    }
}

#[test]
fn a_digest_has_each_article_under_its_headline() {
    let briefings = [sample("visit-new-delhi.txt"), sample("border-round.txt")];
    let page = shipped("press-digest").fill(&briefings.iter().collect::<Vec<_>>()).page;
    let headings: Vec<&str> = page.parts.iter().map(|part| part.heading.as_deref().unwrap()).collect();
    assert_eq!(
        headings,
        [
            "Putin Heads to New Delhi as Old Ties Meet New Doubts (The Sample Wire, 2025-11-28)",
            "Border Talks End With a Hotline and No Map (Hill Courier (sample), 2025-11-09)"
        ]
    );
    let text = Form::Plain.write(&page);
    assert!(text.starts_with("Press digest\n\nPutin Heads"), "{text}");
    assert!(
        text.contains(" [2]\n") && text.contains("\nSources\n[1] The Sample Wire") && text.contains("\n[2] Hill Courier"),
        "{text}"
    );
}

#[test]
fn what_needs_judgement_stays_empty_and_named() {
    let briefing = sample("visit-new-delhi.txt");
    for name in ["note", "points-to-make"] {
        let page = shipped(name).fill(&[&briefing]).page;
        let slots = page.parts.iter().filter_map(|part| part.slot.as_ref()).count();
        assert_eq!(slots, 2);
        for form in [Form::Plain, Form::Markdown, Form::Html] {
            assert_eq!(form.write(&page).matches("to be written: ").count(), slots, "{}", form.word());
        }
        let own: Vec<&str> = briefing.article.sentences.iter().map(|sentence| briefing.article.slice(sentence.span)).collect();
        assert!(page.all().all(|extract| own.contains(&&*extract.words)));
    }
}

#[test]
fn the_strongest_come_first_where_a_template_asks() {
    let briefing = sample("visit-new-delhi.txt");
    let (template, said) = read("[[parts]]\ntake = \"tensions\"\norder = \"strength\"\nmost = 2\n");
    assert_eq!(said, "");
    let most = briefing.tensions.iter().map(|tension| tension.strength).max().unwrap();
    let strongest = briefing.tensions.iter().find(|tension| tension.strength == most).unwrap();
    let page = template.fill(&[&briefing]).page;
    assert_eq!(page.all().count(), 2);
    assert_eq!(&*page.all().next().unwrap().words, briefing.words(&strongest.point));
}

#[test]
fn a_faulty_template_is_told_with_line_and_remedy() {
    let (template, said) =
        read("title = \"Mine\"\nform = \"docx\"\n\n[[parts]]\ntake = \"sumary\"\n\n[[parts]]\nheading = \"x\"\n");
    assert!(
        said.contains("mine.toml:2:8") && said.contains("unknown word \"docx\"") && said.contains("known here: plain, markdown"),
        "{said}"
    );
    assert!(said.contains("mine.toml:5:8") && said.contains("known here: summary, text, agenda, tensions"), "{said}");
    assert!(said.contains("takes no section and has no slot"), "{said}");
    assert_eq!(template.fill(&[&of_bytes("x.txt", b"One line.")]).page.parts.len(), 0);
}

#[test]
fn what_is_filled_in_is_no_template() {
    let mut briefing = of_bytes("x.txt", b"Talks\n\nMinisters met on Friday in Geneva, but doubts remain.\n");
    briefing.head.headline = Some("{outlet}{date}{topic}{".into());
    briefing.head.outlet = Some("{date} Wire".into());
    let (template, said) = read("[[parts]]\nheading = \"{a} {headline} ({outlet}) {topic}{\"\ntake = \"summary\"\n");
    let page = template.fill(&[&briefing]).page;
    assert_eq!((said.as_str(), page.parts[0].heading.as_deref()), ("", Some("{a} {outlet}{date}{topic}{ ({date} Wire) {")));
}

#[test]
fn headings_and_templates_without_end_are_bounded_and_told() {
    let mut briefing = of_bytes("x.txt", b"Talks\n\nMinisters met on Friday in Geneva, but doubts remain.\n");
    briefing.head.headline = Some("{outlet}".repeat(500).into());
    briefing.head.outlet = Some("{headline}".repeat(400).into());
    let headings = ["{headline}".repeat(20_000), "é".repeat(100_000), "{topic}".repeat(20_000), "Short".to_owned()];
    let parts = headings.map(|heading| format!("[[parts]]\nheading = \"{heading}\"\ntake = \"summary\"\n"));
    let filled = read(&parts.concat()).0.fill(&[&briefing, &briefing]);
    let lengths: Vec<usize> = filled.page.parts.iter().map(|part| part.heading.as_ref().map_or(0, |words| words.len())).collect();
    assert_eq!(lengths, [1027, 1027, 1027, 0, 5]);
    assert_eq!(filled.note.as_deref(), Some("3 headings longer than 1024 bytes: only the beginning is shown"));
    let (template, said) = read(&"[[parts]]\ntake = \"text\"\n".repeat(60));
    assert_eq!(template.fill(&[&briefing]).page.parts.len(), 50);
    assert!(said.contains("mine.toml:101:1: more than 50 parts") && said.contains("make two templates"), "{said}");
}
