//! Files opened as attache opens them, whatever they hold, and what is true of all of them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use attache::model::{Article, BlockKind};
use attache::read::{Articles, CruftRules, File, Format, recognise};
use attache::text::Clean;
use attache::text::clean::clean;

static RULES: LazyLock<CruftRules> = LazyLock::new(CruftRules::shipped);

/// The articles of a file, or why there are none.
pub fn articles(name: &str, bytes: &[u8]) -> Result<Vec<Article>, Clean> {
    let file = File::new(name, bytes);
    read_as(&file, recognise(&file))
}

/// The articles of a file that is read as this format, or why there are none.
pub fn read_as<'a>(file: &'a File<'a>, format: Format) -> Result<Vec<Article>, Clean> {
    let mut articles = Articles::new(file, format)?;
    Ok((0..articles.len()).filter_map(|at| articles.take(at, Clean::from(file.name), &RULES)).collect())
}

/// The format, and of each article its fields, blocks, removed lines and notes.
pub fn opened(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref();
    let format = recognise(&File::new(name, bytes));
    let mut out = format!("{}\n", format.id());
    match articles(name, bytes) {
        Err(reason) => writeln!(out, "refused: {reason}").unwrap(),
        Ok(all) => all.iter().for_each(|article| writeln!(out, "{}", show(article)).unwrap()),
    }
    out
}

fn show(article: &Article) -> String {
    let f = &article.fields;
    let mut out = String::new();
    let all = [
        ("headline", &f.headline),
        ("standfirst", &f.standfirst),
        ("byline", &f.byline),
        ("place", &f.place),
        ("outlet", &f.outlet),
        ("section", &f.section),
        ("url", &f.url),
        ("language", &f.language),
        ("genre", &f.genre),
        ("version", &f.version),
        ("rights", &f.rights),
    ];
    for (name, words) in all {
        if let Some(words) = words {
            writeln!(out, "{name} = {words}").unwrap();
        }
    }
    for (name, moment) in [("date", f.date), ("modified", f.modified)] {
        if let Some(moment) = moment {
            writeln!(out, "{name} = {moment}").unwrap();
        }
    }
    if f.authors.len() > 1 {
        writeln!(out, "authors = {:?}", f.authors).unwrap();
    }
    if let Some(urgency) = f.urgency {
        writeln!(out, "urgency = {urgency}").unwrap();
    }
    if !f.subjects.is_empty() {
        let name = |words: &Option<Clean>| words.as_deref().unwrap_or_default().to_owned();
        let all: Vec<String> = f.subjects.iter().map(|s| format!("{}:{}", name(&s.code), name(&s.name))).collect();
        writeln!(out, "subjects = {}", all.join(", ")).unwrap();
    }
    for restriction in &f.restrictions {
        writeln!(out, "restriction = {}", restriction.words()).unwrap();
    }
    for block in &article.blocks {
        let name = match (block.kind, block.number) {
            (BlockKind::Paragraph, Some(number)) => format!("¶{number}"),
            (kind, Some(number)) => format!("{kind:?} ¶{number}").to_lowercase(),
            (kind, None) => format!("{kind:?}").to_lowercase(),
        };
        writeln!(out, "{:>3} {name}: {}", block.line, article.slice(block.span)).unwrap();
    }
    for removed in &article.removed {
        writeln!(out, "{:>3} - {} [{}]", removed.line, removed.text, removed.rule).unwrap();
    }
    for note in &article.notes {
        let line = note.line.map_or(String::new(), |line| format!(" (line {line})"));
        writeln!(out, "note {}: {}{line}", note.kind.word(), note.message).unwrap();
    }
    out
}

/// What is true of whatever any bytes are read as: it opens or is refused, it is clean, and two runs agree.
pub fn holds(name: &str, bytes: &[u8], format: Format) {
    let file = File::new(name, bytes);
    let first = read_as(&file, format);
    if let Ok(all) = &first {
        assert!(all.len() <= 11_000);
        for article in all {
            assert_eq!(clean(&article.text), article.text);
            assert!(article.blocks.iter().all(|b| b.span.len() <= 64 * 1024 && !article.slice(b.span).is_empty()));
            assert!(article.blocks.iter().all(|b| b.line > 0));
        }
    }
    let told = |read: &Result<Vec<Article>, Clean>| match read {
        Ok(all) => all.iter().map(show).collect::<Vec<_>>().concat(),
        Err(reason) => reason.to_string(),
    };
    assert_eq!(told(&first), told(&read_as(&File::new(name, bytes), format)));
}

/// `sample` as accidents leave it: cut off, doubled, with bytes changed; `picks` say where.
pub fn damaged(sample: &[u8], picks: &[(usize, u8)]) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for (place, what) in picks {
        if bytes.is_empty() {
            break;
        }
        let at = place % bytes.len();
        match what % 5 {
            0 => bytes.truncate(at),
            1 => bytes[at] = *what,
            2 => bytes.extend_from_within(at..(at + 200).min(bytes.len())),
            3 => {
                bytes.drain(at..(at + usize::from(*what)).min(bytes.len()));
            }
            _ => bytes.insert(at, *what),
        }
        bytes.truncate(200_000);
    }
    bytes
}
