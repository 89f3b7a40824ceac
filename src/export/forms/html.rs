//! An HTML fragment for rich text: quotations with their source, no style, no script.

use std::io::{self, Write};

use crate::export::cited::Cited;
use crate::export::source::whole_line;
use crate::model::{Extract, Extracts, Opposed, Voice};

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    let mut cited = Cited::of(extracts);
    if let Some(title) = &extracts.title {
        writeln!(out, "<h1>{}</h1>", escape(title))?;
    }
    for part in &extracts.parts {
        if let Some(heading) = &part.heading {
            writeln!(out, "<h2>{}</h2>", escape(heading))?;
        }
        if let Some(slot) = &part.slot {
            writeln!(out, "<p>[to be written: {}]</p>", escape(slot))?;
        }
        for own in &part.extracts {
            let line = cited.whole_once(own).map_or_else(String::new, |source| whole_line(source, Some(own.place)));
            extract(out, own, &line)?;
        }
    }
    Ok(())
}

fn extract(out: &mut dyn Write, extract: &Extract, line: &str) -> io::Result<()> {
    let tag = if extract.voice == Voice::Source { "blockquote" } else { "div" };
    let paragraphs: Vec<String> = extract.words.split("\n\n").map(|paragraph| format!("<p>{}</p>", escape(paragraph))).collect();
    let paragraphs = paragraphs.concat();
    writeln!(out, "<{tag}>{paragraphs}</{tag}>")?;
    if let Some(Opposed { kind, cue, poles: Some([one, other]) }) = &extract.opposed {
        let cue = escape(cue.as_deref().unwrap_or(kind));
        writeln!(out, "<ul><li>{}</li><li>{}</li><li><em>{cue}</em></li></ul>", escape(one), escape(other))?;
    }
    if let Some(remark) = &extract.remark {
        writeln!(out, "<p><em>Analyst:</em> {}</p>", escape(remark))?;
    }
    writeln!(out, "<p><small>{}</small></p>", escape(line))
}

/// `words` with every character that HTML would obey, in text or in an attribute, written as a reference.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
