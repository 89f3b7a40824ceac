//! A briefing as Markdown: words of the article as quotations, each with its source; nothing in them is obeyed as markup.

use std::fmt::Write;

use super::plain::poles;
use super::{Wanted, source};
use crate::model::{BlockKind, Briefing, Point, Section};
use crate::text::Clean;

/// The wanted sections of `briefing`.
pub fn markdown(briefing: &Briefing, wanted: &Wanted) -> Clean {
    let mut out = String::new();
    let headline = briefing.head.headline.as_deref().unwrap_or("[no headline]");
    let _ = writeln!(out, "# {}\n", escape(headline));
    for section in Section::ALL.into_iter().filter(|s| wanted.has(*s)) {
        let _ = writeln!(out, "## {}\n", section.heading());
        match section {
            Section::Summary => briefing.summary.iter().for_each(|p| point(&mut out, briefing, p)),
            Section::Text => text(&mut out, briefing),
            Section::Agenda => {
                for topic in briefing.agenda.iter().filter(|t| wanted.has_topic(t)) {
                    let _ = writeln!(out, "### {}\n", escape(&topic.label));
                    topic.points.iter().for_each(|p| point(&mut out, briefing, p));
                }
            }
            Section::Tensions => tensions(&mut out, briefing),
        }
    }
    out.into()
}

/// A found line is a quotation; a written one is the analyst's own paragraph.
fn point(out: &mut String, briefing: &Briefing, point: &Point) {
    let mark = if point.is_found() { "> " } else { "" };
    let line = source::line(briefing, &source::place(briefing, point));
    let _ = writeln!(out, "{mark}{}\n{mark}\n{mark}{}\n", escape(briefing.words(point)), escape(&format!("-- {line}")));
}

fn tensions(out: &mut String, briefing: &Briefing) {
    for tension in &briefing.tensions {
        point(out, briefing, &tension.point);
        if let Some([one, other]) = poles(briefing, tension) {
            let cue = tension.cue.map(|span| briefing.article.slice(span)).or(tension.written_cue.as_deref());
            let _ =
                writeln!(out, "- {}\n- {}\n- *{}*\n", escape(&one), escape(&other), escape(cue.unwrap_or(tension.kind.word())));
        }
        if let Some(target) = tension.target {
            let _ = writeln!(out, "*against {}*\n", escape(briefing.article.slice(target)));
        }
    }
}

fn text(out: &mut String, briefing: &Briefing) {
    let article = &briefing.article;
    for block in article.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Meta | BlockKind::Headline)) {
        let mark = if block.kind == BlockKind::Subhead { "### " } else { "" };
        let _ = writeln!(out, "{mark}{}\n", escape(article.slice(block.span)));
    }
    let _ = writeln!(out, "{}\n", escape(&format!("-- {}", source::line(briefing, "full text"))));
}

/// `words` with every character that Markdown or HTML in it would obey made literal, on one line.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let first = words.get(..at).is_none_or(|before| before.trim().is_empty());
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' | '!' => out.extend(['\\', c]),
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
        assert_eq!(escape("[x](javascript:1) <b> *a* `c`"), "\\[x\\](javascript:1) \\<b\\> \\*a\\* \\`c\\`");
        assert_eq!(escape("1. one"), "1\\. one");
        assert_eq!(escape("- one\n# two"), "\\- one \\# two");
    }
}
