//! A file as it opens: what format it is told to be, and all that each of its articles says.

use std::fmt::Write as _;

use attache::read::{Articles, CruftRules, File, recognise};
use attache::text::Clean;

use super::show;

/// What the file called `name` opens as, without a note where there is none.
pub fn opened(name: &str, bytes: &[u8]) -> String {
    let file = File::new(name, bytes);
    let format = recognise(&file);
    let mut out = format!("{}\n", format.id());
    let mut articles = match Articles::new(&file, format) {
        Ok(articles) => articles,
        Err(why) => return out + "refused: " + &why + "\n",
    };
    for at in 0..articles.len() {
        let article = articles.take(at, Clean::from(name), &CruftRules::shipped()).unwrap();
        writeln!(out, "--- {}", at + 1).unwrap();
        out.push_str(&beside(&article.fields));
        out.push_str(&show(&article));
    }
    out
}

/// The fields that only formats say.
fn beside(fields: &attache::model::Fields) -> String {
    let mut out = String::new();
    let mut say = |name: &str, value: String| {
        if !value.is_empty() {
            writeln!(out, "{name} = {value}").unwrap();
        }
    };
    let joined = |words: &[Clean]| words.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    let one = |words: &Option<Clean>| words.as_deref().unwrap_or_default().to_owned();
    say("authors", joined(&fields.authors));
    say("modified", fields.modified.map(|moment| moment.to_string()).unwrap_or_default());
    say("section", one(&fields.section));
    say("language", one(&fields.language));
    let subjects = fields.subjects.iter().map(|subject| format!("{} {}", one(&subject.code), one(&subject.name)));
    say("subjects", subjects.map(|words| words.trim().to_owned()).collect::<Vec<_>>().join(" | "));
    say("genre", one(&fields.genre));
    say("urgency", fields.urgency.map(|urgency| urgency.to_string()).unwrap_or_default());
    say("version", one(&fields.version));
    say("rights", one(&fields.rights));
    for restriction in &fields.restrictions {
        say("restriction", restriction.words().to_string());
    }
    out
}
