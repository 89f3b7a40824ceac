//! What a page says of its article in JSON-LD (schema.org), whoever wrote it and however.
//!
//! The data are often nested, listed, referred to by id or slightly broken; all that is read as far as it goes. Nothing is judged
//! here but which of several things is the article.

use crate::read::gathered::gathered;
use crate::read::html::parts;
use crate::read::json::{Json, Room};

/// How deep things are looked for in each other; the parser itself takes no more than 128.
const DEEPEST: usize = 12;

/// The most things that are kept.
const MOST: usize = 2000;

/// An article as JSON-LD says it.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) headline: Option<String>,
    pub(super) description: Option<String>,
    pub(super) body: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) section: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    pub(super) rights: Option<String>,
    /// It is said that not everybody may read it.
    pub(super) paid: bool,
}

/// The article in these scripts, if one speaks of one, and whether there was more in them than is looked at.
pub(super) fn story<'a>(scripts: impl Iterator<Item = &'a str> + Clone) -> (Option<Story>, bool) {
    let room = Room::for_bytes(scripts.clone().map(str::len).sum());
    let values: Vec<Json<'_>> = scripts.filter_map(|script| parsed(script, &room)).collect();
    let mut things = Vec::new();
    for value in &values {
        gather(value, DEEPEST, &mut things);
    }
    let article = things.iter().copied().max_by_key(|thing| {
        let has = |key| usize::from(thing.get(key).is_some());
        let has_all = has("headline") + has("articleBody") + has("author") + has("datePublished");
        (rank(thing), has_all)
    });
    let story = article.filter(|article| rank(article) > 0).map(|article| read(article, &things));
    (story, room.is_full() || things.len() >= MOST)
}

/// The value of a script, with the faults repaired that are met most.
fn parsed<'a>(script: &'a str, room: &Room) -> Option<Json<'a>> {
    let script = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script = script.trim_end_matches("//]]>").trim_end_matches("]]>").trim_end_matches("-->").trim().trim_end_matches(';');
    room.first(script).or_else(|| room.first(&repaired(script)).map(Json::into_owned))
}

/// Line ends inside strings become spaces; commas before a closing bracket go, and so does what stands behind the value.
fn repaired(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let (mut inside, mut escaped, mut depth) = (false, false, 0usize);
    for c in script.chars() {
        if inside {
            match c {
                '"' if !escaped => inside = false,
                _ => {}
            }
            escaped = c == '\\' && !escaped;
            out.push(if c.is_control() { ' ' } else { c });
            continue;
        }
        match c {
            '"' => inside = true,
            '{' | '[' => depth += 1,
            '}' | ']' => {
                let kept = out.trim_end().trim_end_matches(',').len();
                out.truncate(kept);
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        out.push(c);
        if depth == 0 && matches!(c, '}' | ']') {
            break;
        }
    }
    out
}

/// All things in `value`.
fn gather<'a>(value: &'a Json<'a>, deep: usize, things: &mut Vec<&'a Json<'a>>) {
    if deep == 0 || things.len() >= MOST {
        return;
    }
    match value {
        Json::Array(values) => values.iter().for_each(|value| gather(value, deep - 1, things)),
        Json::Object(pairs) => {
            things.push(value);
            for (_, value) in pairs {
                gather(value, deep - 1, things);
            }
        }
        _ => {}
    }
}

/// How surely a thing is the article: by its type.
fn rank(thing: &Json<'_>) -> usize {
    let of = |kind: &str| match kind.rsplit('/').next().unwrap_or(kind) {
        kind if kind.ends_with("NewsArticle") => 5,
        kind if kind.ends_with("Article") || kind == "Report" => 4,
        kind if kind.ends_with("BlogPosting") || kind == "LiveBlogPosting" => 3,
        "Review" | "CreativeWork" | "Recipe" | "SocialMediaPosting" => 2,
        "WebPage" => 1,
        _ => 0,
    };
    match thing.get("@type") {
        Some(kinds) => kinds.items().iter().filter_map(Json::as_text).map(of).max().unwrap_or(0),
        None => 0,
    }
}

fn read(article: &Json<'_>, things: &[&Json<'_>]) -> Story {
    let text = |keys: &[&str]| keys.iter().find_map(|key| words(article.get(key)?));
    let names = |key: &str| article.get(key).map(|value| names(value, things)).unwrap_or_default();
    let body = article.get("articleBody").or_else(|| article.get("text"));
    let mut authors = names("author");
    if authors.is_empty() {
        authors = names("creator");
    }
    Story {
        headline: text(&["headline", "name"]),
        description: text(&["description", "alternativeHeadline"]),
        body: body.map(strings).map(|all| all.join("\n\n")).filter(|body| !body.is_empty()),
        authors,
        published: text(&["datePublished", "dateCreated", "uploadDate"]),
        modified: text(&["dateModified"]),
        outlet: names("publisher").into_iter().next(),
        section: text(&["articleSection"]),
        language: text(&["inLanguage"]),
        url: text(&["url", "mainEntityOfPage", "@id"]).filter(|url| url.starts_with("http")),
        rights: names("copyrightHolder").into_iter().next().or_else(|| text(&["copyrightNotice", "license"])),
        paid: article.get("isAccessibleForFree").is_some_and(is_no),
    }
}

fn is_no(value: &Json<'_>) -> bool {
    matches!(value, Json::Bool(false)) || value.as_text().is_some_and(|word| word.trim().eq_ignore_ascii_case("false"))
}

/// The strings of a value or of a list of them.
fn strings<'a>(value: &'a Json<'_>) -> Vec<&'a str> {
    value.items().iter().filter_map(Json::as_text).collect()
}

/// The words that a value is or is called, in one line.
fn words(value: &Json<'_>) -> Option<String> {
    match value {
        Json::Text(text) => Some(plain(text)).filter(|text| !text.is_empty()),
        Json::Array(values) => values.iter().find_map(words),
        Json::Object(_) => value.text("name").or_else(|| value.text("@id")).map(plain),
        _ => None,
    }
}

/// The names of those that a value speaks of, also where it says no more than their id.
fn names(value: &Json<'_>, things: &[&Json<'_>]) -> Vec<String> {
    let all = value.items().iter().flat_map(|one| {
        let by_id = || {
            let id = one.text("@id")?;
            things.iter().find(|other| other.text("@id") == Some(id) && other.get("name").is_some())
        };
        let name = one.get("name").or_else(|| by_id()?.get("name")).unwrap_or(one);
        strings(name).into_iter().map(plain).filter(|name| !name.is_empty())
    });
    gathered(all)
}

/// `text` in one line, without tags and entities.
pub(super) fn plain(text: &str) -> String {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.contains(['<', '&']) {
        squeezed(&parts(text).iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" "))
    } else {
        squeezed(text)
    }
}
