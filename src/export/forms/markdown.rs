//! Markdown: words of a source as quotations, each with a footnote that says where it stands; nothing in them is obeyed as markup.

use std::fmt::Write;

use crate::export::source::whole_line;
use crate::model::{Extract, Extracts, Opposed, Voice};

pub(in crate::export) fn write(extracts: &Extracts) -> String {
    let (mut out, mut notes) = (String::new(), String::new());
    if let Some(title) = &extracts.title {
        let _ = writeln!(out, "# {}\n", escape(title));
    }
    let mut number = 0;
    for part in &extracts.parts {
        if let Some(heading) = &part.heading {
            let _ = writeln!(out, "## {}\n", escape(heading));
        }
        if let Some(slot) = &part.slot {
            let _ = writeln!(out, "{}\n", escape(&format!("[to be written: {slot}]")));
        }
        for own in &part.extracts {
            number += 1;
            extract(&mut out, own, number);
            let line = extracts.source(own).map_or_else(String::new, |source| whole_line(source, Some(own.place)));
            let _ = writeln!(notes, "[^{number}]: {}", escape(&line));
        }
    }
    out + &notes
}

/// A source's words are a quotation; an analyst's are a paragraph.
fn extract(out: &mut String, extract: &Extract, number: usize) {
    let mark = if extract.voice == Voice::Source { "> " } else { "" };
    let paragraphs: Vec<String> = extract.words.split("\n\n").map(|paragraph| format!("{mark}{}", escape(paragraph))).collect();
    let _ = writeln!(out, "{}[^{number}]\n", paragraphs.join(&format!("\n{}\n", mark.trim_end())));
    if let Some(Opposed { kind, cue, poles }) = &extract.opposed {
        let cue = escape(cue.as_deref().unwrap_or(kind));
        let _ = match poles {
            Some([one, other]) => writeln!(out, "- {}\n- {}\n- *{cue}*\n", escape(one), escape(other)),
            None => writeln!(out, "- *{cue}*\n"),
        };
    }
    if let Some(remark) = &extract.remark {
        let _ = writeln!(out, "*Analyst:* {}\n", escape(remark));
    }
}

/// `words` with every character that Markdown or HTML in it would obey made literal, on one line.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let first = words.get(..at).is_none_or(|before| before.trim().is_empty());
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '#' | '&' | '$' | '!' => out.extend(['\\', c]),
            // Not every reader of Markdown knows that these can be escaped, and what they would open is no text.
            '<' => out.push_str("&lt;"),
            '(' if out.ends_with(']') => out.push_str("\\("),
            '-' | '+' | '=' if first => out.extend(['\\', c]),
            '.' | ')' if ends_list_number(words, at) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// Whether the mark at `at` would make the digits before it the number of a list item.
fn ends_list_number(words: &str, at: usize) -> bool {
    words.get(..at).is_some_and(|before| !before.is_empty() && before.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(escape("[x](javascript:1) <b> *a* `c`"), "\\[x\\]\\(javascript:1) &lt;b\\> \\*a\\* \\`c\\`");
        assert_eq!(escape("1. one"), "1\\. one");
        assert_eq!(escape("- one\n# two"), "\\- one \\# two");
    }
}
