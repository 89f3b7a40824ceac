//! Markdown: words of a source as quotations, each with a footnote that says where it stands; nothing in them is obeyed as markup.

use std::io::{self, Write};

use crate::export::cited::Cited;
use crate::export::source::whole_line;
use crate::model::{Extract, Extracts, Opposed, Voice};

pub(in crate::export) fn write(extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
    if let Some(title) = &extracts.title {
        writeln!(out, "# {}\n", escape(title))?;
    }
    let mut number = 0;
    for part in &extracts.parts {
        if let Some(heading) = &part.heading {
            writeln!(out, "## {}\n", escape(heading))?;
        }
        if let Some(slot) = &part.slot {
            writeln!(out, "{}\n", escape(&format!("[to be written: {slot}]")))?;
        }
        for own in &part.extracts {
            number += 1;
            extract(out, own, number)?;
        }
    }
    let mut cited = Cited::of(extracts);
    for (number, own) in (1..).zip(extracts.all()) {
        let line = cited.whole_once(own).map_or_else(String::new, |source| whole_line(source, Some(own.place)));
        writeln!(out, "[^{number}]: {}", escape(&line))?;
    }
    Ok(())
}

/// A source's words are a quotation; an analyst's are a paragraph.
fn extract(out: &mut dyn Write, extract: &Extract, number: usize) -> io::Result<()> {
    let mark = if extract.voice == Voice::Source { "> " } else { "" };
    let paragraphs: Vec<String> = extract.words.split("\n\n").map(|paragraph| format!("{mark}{}", escape(paragraph))).collect();
    writeln!(out, "{}[^{number}]\n", paragraphs.join(&format!("\n{}\n", mark.trim_end())))?;
    if let Some(Opposed { kind, cue, poles }) = &extract.opposed {
        let cue = escape(cue.as_deref().unwrap_or(kind));
        match poles {
            Some([one, other]) => writeln!(out, "- {}\n- {}\n- *{cue}*\n", escape(one), escape(other)),
            None => writeln!(out, "- *{cue}*\n"),
        }?;
    }
    if let Some(remark) = &extract.remark {
        writeln!(out, "*Analyst:* {}\n", escape(remark))?;
    }
    Ok(())
}

/// `words` with every character that Markdown or HTML in it would obey made literal, on one line.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    // Whether nothing but spaces, and nothing but digits, stands before a character.
    let (mut is_first, mut is_number) = (true, true);
    for (at, c) in words.char_indices() {
        let (first, number) = (is_first, is_number && at > 0);
        is_first &= c.is_whitespace();
        is_number &= c.is_ascii_digit();
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '#' | '&' | '$' | '!' => out.extend(['\\', c]),
            // Not every reader of Markdown knows that these can be escaped, and what they would open is no text.
            '<' => out.push_str("&lt;"),
            '(' if out.ends_with(']') => out.push_str("\\("),
            '-' | '+' | '=' if first => out.extend(['\\', c]),
            // It would make the digits before it the number of a list item.
            '.' | ')' if number => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(escape("[x](javascript:1) <b> *a* `c`"), "\\[x\\]\\(javascript:1) &lt;b\\> \\*a\\* \\`c\\`");
        assert_eq!(escape("1. one 2. 3)"), "1\\. one 2. 3)");
        assert_eq!(escape(".1 10) 1."), ".1 10) 1.");
        assert_eq!(escape("  + - a"), "  \\+ - a");
        assert_eq!(escape("- one\n# two"), "\\- one \\# two");
    }
}
