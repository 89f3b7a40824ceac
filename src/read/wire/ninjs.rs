//! ninjs, IPTC's news in JSON: versions 1 to 3 and the dialects of Superdesk, AP and others, one item or many.
//!
//! Versions 2 and 3 have lists of `{role, value}` where version 1 has one value with the role in its key; both are read as one. An item
//! is told by its keys, wherever in the file it stands, so whatever is wrapped around items does no harm.

use super::super::draft::{Draft, Part, bounded};
use super::super::format::Refusal;
use super::super::gathered::{gathered, told};
use super::super::json::{Json, parse};
use super::super::said::{authored, byline, dated, line, marked_line, urgency};
use super::super::{File, carried, remarks, said};
use super::left_out;
use super::status::{embargo, noted, status, terms};
use super::subject::file_under;
use crate::model::{BlockKind, Fields, Note};
use crate::text::Clean;

/// Items stand within so many arrays and objects at the most.
const WRAPPED: usize = 6;

/// A file is told by so many bytes where an item begins within them; what breaks off there is read as far as it goes.
const HEAD_BYTES: usize = 64 * 1024;

/// So many pictures of one item are named.
const PICTURES: usize = 100;

/// Keys that an item has. It has to have one of the first list and one of the second.
const WORDS: [&str; 9] =
    ["headline", "headlines", "body_text", "body_html", "body_html5", "body_xhtml", "bodies", "description_text", "descriptions"];
const MARKS: [&str; 17] = [
    "body_text",
    "body_html",
    "body_html5",
    "body_xhtml",
    "bodies",
    "headlines",
    "versioncreated",
    "firstcreated",
    "contentcreated",
    "pubstatus",
    "copyrightholder",
    "usageterms",
    "slugline",
    "altids",
    "infosources",
    "description_text",
    "embargoed",
];

/// Whether `file` holds an item of ninjs.
pub(in crate::read) fn is_ninjs(file: &File<'_>) -> bool {
    let text = file.decoded().text.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    let may_be = text.starts_with(['{', '[']) && WORDS.iter().any(|key| text.contains(&format!("\"{key}\"")));
    let holds_one = |text: &str| !items(&parse(text).0).is_empty();
    let head = text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
    may_be && (holds_one(head) || head.len() < text.len() && holds_one(text))
}

/// The articles of a ninjs file.
pub(in crate::read) fn ninjs(file: &File<'_>) -> Result<Vec<Draft>, Refusal> {
    let decoded = file.decoded();
    let (values, broken) = parse(&decoded.text);
    let mut notes = [remarks::decoding(decoded), broken].concat();
    let (pictures, stories): (Vec<_>, Vec<_>) = items(&values).into_iter().partition(|item| is_picture(item));
    let kept = if stories.is_empty() {
        pictures
    } else {
        notes.extend(left_out(pictures.len()));
        stories
    };
    let drafts = bounded(kept.into_iter().map(|item| draft(item, &notes)).filter(|draft| !draft.is_empty()), decoded.text.len());
    if drafts.is_empty() {
        return Err("there is no item of ninjs with a headline or a text in it; as plain text it opens as it stands".into());
    }
    Ok(drafts)
}

/// The items in `values`, in order, whatever they are wrapped in.
fn items<'a>(values: &'a [Json<'a>]) -> Vec<&'a Json<'a>> {
    let mut found = Vec::new();
    for value in values {
        collect(value, WRAPPED, &mut found);
    }
    found
}

fn collect<'a>(value: &'a Json<'a>, depth: usize, found: &mut Vec<&'a Json<'a>>) {
    let has = |keys: &[&str]| value.pairs().iter().any(|(key, _)| keys.contains(&&**key));
    if has(&WORDS) && has(&MARKS) && says(value) {
        found.push(value);
    } else if depth > 0 {
        match value {
            Json::Array(values) => values.iter().for_each(|value| collect(value, depth - 1, found)),
            Json::Object(pairs) => pairs.iter().for_each(|(_, value)| collect(value, depth - 1, found)),
            _ => {}
        }
    }
}

/// Whether an item has any words where they are looked for.
fn says(item: &Json<'_>) -> bool {
    let body = item.pairs().iter().any(|(key, value)| key.starts_with("body_") && value.as_text().is_some());
    body || ["headline", "description"].iter().any(|key| valued(item, key).next().is_some())
        || ["description_text", "abstract"].iter().any(|key| item.text(key).is_some())
        || item.get("bodies").map(Json::items).unwrap_or_default().iter().any(|body| body.text("value").is_some())
}

/// Whether an item is a picture or a film without a text.
fn is_picture(item: &Json<'_>) -> bool {
    let is_other = item.text("type").is_some_and(|kind| matches!(kind, "picture" | "graphic" | "video" | "audio"));
    is_other && bodies(item).is_empty()
}

fn draft(item: &Json<'_>, notes: &[Note]) -> Draft {
    let mut draft = Draft { notes: notes.to_vec(), ..Draft::default() };
    let fields = &mut draft.fields;
    let is_sub = |role: &str| role.to_lowercase().contains("sub");
    fields.headline = valued(item, "headline").filter(|(role, _)| !is_sub(role)).find_map(|(_, words)| marked_line(words));
    let sub = valued(item, "headline").filter(|(role, _)| is_sub(role)).find_map(|(_, words)| marked_line(words));
    draft.parts.extend(bodies(item));
    carried::under(fields.headline.as_deref(), &mut draft.parts);
    let described = description(item);
    if is_picture(item) {
        draft.parts.extend(described.map(|words| Part::new(BlockKind::Caption, &*words, 1)));
    } else {
        fields.standfirst = sub.or(described.filter(|words| !carried::repeats(&draft.parts, words)));
    }
    let note = item.text("ednote").or(item.text("edNote")).and_then(marked_line);
    if let Some(note) = &note {
        let behind = draft.parts.iter().take_while(|part| part.kind == BlockKind::Headline).count();
        draft.parts.insert(behind, Part::new(BlockKind::Meta, &**note, 1));
    }
    let captions = captions(item, &mut draft.notes);
    draft.parts.extend(captions);
    people(item, fields);
    filed(item, fields);
    use_of(item, fields);
    if let Some(note) = note {
        noted(fields, &note);
    }
    let all = |keys: &'static [&'static str]| keys.iter().filter_map(|key| item.text(key));
    let published = all(&["firstpublished", "firstcreated", "contentcreated", "versioncreated"]);
    dated(fields, &mut draft.notes, published, all(&["versioncreated", "contentmodified", "_updated"]));
    for (number, part) in (1..).zip(&mut draft.parts) {
        part.line = number;
    }
    carried::settle(&mut draft);
    draft
}

/// What is said under `key`: one value, or under its plural a list of values with their roles.
fn valued<'a>(item: &'a Json<'a>, key: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let one = item.text(key).map(|words| ("", words));
    let many = item.get(&format!("{key}s")).map(Json::items).unwrap_or_default();
    let many = many.iter().filter_map(|one| Some((one.text("role").unwrap_or_default(), one.text("value").or(one.as_text())?)));
    one.into_iter().chain(many)
}

/// The text: of its forms the one that keeps most, HTML.
fn bodies(item: &Json<'_>) -> Vec<Part> {
    let marked = item.pairs().iter().filter(|(key, _)| key.starts_with("body_") && key.contains("html"));
    let footer = item.text("body_footer").map(|text| carried::parts(text, 1)).unwrap_or_default();
    let mut forms = marked.filter_map(|(_, body)| body.as_text());
    if let Some(body) = forms.find(|body| !body.trim().is_empty()) {
        return carried::parts(body, 1).into_iter().chain(footer).collect();
    }
    if let Some(body) = item.text("body_text") {
        return carried::plain(body, 1).into_iter().chain(footer).collect();
    }
    let many = item.get("bodies").map(Json::items).unwrap_or_default();
    let is_marked = |body: &&Json<'_>| body.text("contenttype").is_some_and(|form| form.contains("html"));
    let is_text = |body: &&Json<'_>| body.text("contenttype").is_none_or(|form| form.contains("text"));
    let body = many.iter().find(is_marked).or_else(|| many.iter().find(is_text)).and_then(|body| body.text("value"));
    body.map(|body| carried::parts(body, 1)).unwrap_or_default().into_iter().chain(footer).collect()
}

/// What the item says that it is about or shows.
fn description(item: &Json<'_>) -> Option<Clean> {
    let keyed = ["description_text", "description_html", "abstract", "description"].iter().filter_map(|key| item.text(key));
    let roled = valued(item, "description").map(|(_, words)| words);
    keyed.chain(roled).find_map(marked_line)
}

/// The words beneath the pictures that belong to the item.
fn captions(item: &Json<'_>, notes: &mut Vec<Note>) -> Vec<Part> {
    let all = item.get("associations");
    let named = all.map(Json::pairs).unwrap_or_default().iter().map(|(_, one)| one);
    let listed = all.filter(|all| matches!(all, Json::Array(_))).map(Json::items).unwrap_or_default();
    let pictures = named.chain(listed).filter(|one| one.text("type").is_none_or(|kind| kind != "text" && kind != "composite"));
    let words = pictures.filter_map(|one| description(one).or_else(|| one.text("caption").and_then(marked_line)));
    let mut parts: Vec<Part> = Vec::new();
    for caption in told(words, PICTURES, "captions", notes) {
        if parts.iter().all(|part| part.text != *caption) {
            parts.push(Part::new(BlockKind::Caption, &*caption, 1));
        }
    }
    parts
}

/// Who wrote it, where, for whom.
fn people(item: &Json<'_>, fields: &mut Fields) {
    let written = item.text("byline").or_else(|| valued(item, "byline").map(|(_, words)| words).next());
    let listed = item.get("bylines").map(Json::items).unwrap_or_default().iter().find_map(|one| one.text("by"));
    let outlet;
    (fields.byline, outlet) = written.or(listed).map(|by| byline(&marked_line(by).unwrap_or_default())).unwrap_or_default();
    let authors = ["authors", "contributors"].iter().filter_map(|key| item.get(key)).flat_map(Json::items);
    let is_editor = |one: &&Json<'_>| one.text("role").is_some_and(|role| role.to_lowercase().contains("editor"));
    let names = authors.filter(|one| !is_editor(one)).filter_map(|one| one.as_text().or(one.text("name")).and_then(line));
    fields.authors = gathered(names);
    authored(fields);
    let sources = item.get("infosources").map(Json::items).unwrap_or_default().iter();
    let said = sources.filter_map(|one| one.text("name").or(one.text("literal")));
    let keyed = ["source", "provider", "creditline", "original_source"].iter().filter_map(|key| item.text(key));
    fields.outlet = outlet.or_else(|| said.chain(keyed).find_map(line));
    let dateline = item.get("dateline");
    let city = dateline.and_then(|dateline| dateline.get("located")?.text("city"));
    let located = item.get("datelinelocation").and_then(|place| place.text("city"));
    let place = item.text("located").or(city).or(located).and_then(line);
    fields.place = place.or_else(|| said::place(item.text("dateline").or_else(|| dateline?.text("text"))?));
    let sections = ["service", "anpa_category"].iter().filter_map(|key| item.get(key)).flat_map(Json::items);
    fields.section = sections.filter_map(|one| one.text("name")).find_map(line);
}

/// What it is about, what sort of piece it is, which version, in which language, at what address.
fn filed(item: &Json<'_>, fields: &mut Fields) {
    let all = |keys: [&str; 2]| keys.into_iter().filter_map(|key| item.get(key)).flat_map(Json::items).collect::<Vec<_>>();
    for one in all(["subject", "subjects"]) {
        let code = one.text("code").or(one.text("qcode")).or(one.text("uri"));
        let name = one.as_text().or(one.text("name")).or(one.text("literal"));
        file_under(fields, code, one.text("scheme").or(one.text("uri")).map(list_of), name);
    }
    for one in all(["keywords", "keyword"]) {
        file_under(fields, None, None, one.as_text().or(one.text("name")));
    }
    fields.genre = all(["genre", "genres"]).iter().find_map(|one| line(one.as_text().or(one.text("name")).or(one.text("code"))?));
    let number = |key| item.get(key).and_then(written);
    fields.urgency = number("urgency").as_deref().and_then(urgency);
    fields.version = number("version").as_deref().and_then(line);
    fields.language = item.text("language").and_then(line);
    let addresses = ["canonicalurl", "url", "uri"].iter().filter_map(|key| item.text(key));
    fields.url = addresses.filter(|uri| uri.starts_with("http://") || uri.starts_with("https://")).find_map(line);
}

/// The list that a concept's address is in.
fn list_of(address: &str) -> &str {
    address.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// What may be done with it.
fn use_of(item: &Json<'_>, fields: &mut Fields) {
    let rights = [item.get("rightsinfo"), Some(item)];
    let said = |key: &str| rights.iter().flatten().find_map(|item| item.get(key));
    fields.rights = said("copyrightnotice").or_else(|| said("copyrightholder")).and_then(|words| line(words.as_text()?));
    let states = ["pubstatus", "state"].iter().filter_map(|key| item.text(key));
    states.for_each(|word| status(fields, word));
    let embargoed = ["embargoed", "embargo"].iter().find_map(|key| item.get(key));
    let reason = item.text("embargoedreason");
    match embargoed {
        Some(Json::Text(until)) if !until.trim().is_empty() => embargo(fields, Some(until), reason),
        Some(Json::Bool(true)) => embargo(fields, None, reason),
        _ if reason.is_some() => embargo(fields, None, reason),
        _ => {}
    }
    for words in said("usageterms").map(Json::items).unwrap_or_default() {
        terms(fields, words.as_text().or(words.text("value")).or(words.text("name")).unwrap_or_default());
    }
}

/// A number or words as they are written.
fn written(value: &Json<'_>) -> Option<String> {
    match value {
        Json::Number(number) => Some(number.to_string()),
        Json::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}
