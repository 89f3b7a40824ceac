//! The forms that extracts are written in.

use std::io::{self, Write};

use super::forms::{bibtex, citation, csl, html, json, markdown, plain, ris, table};
use crate::model::Extracts;

/// A form of exported words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Plain text, each line with its source line.
    #[default]
    Plain,
    /// Markdown: quotations with footnotes.
    Markdown,
    /// An HTML fragment, for rich text.
    Html,
    /// Citation lines alone, in a style.
    Citation(Style),
    /// BibTeX, one entry per source.
    Bibtex,
    /// CSL-JSON, one item per source.
    Csl,
    /// RIS, one record per source.
    Ris,
    /// CSV, one row per extract.
    Csv,
    /// The same parted by tabs.
    Tsv,
    /// JSON.
    Json,
}

/// How a citation line is set. Styles that turn names around are not among them: a byline may be an agency, and no program can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// attache's own: all fields, unknown ones in brackets.
    #[default]
    Full,
    /// Notes of the Chicago Manual of Style (17th edition, 14.191).
    Chicago,
    /// The Bluebook (21st edition, rule 16.6).
    Bluebook,
    /// OSCOLA (4th edition, 3.4.9).
    Oscola,
}

impl Form {
    /// All forms, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Plain,
        Self::Markdown,
        Self::Html,
        Self::Citation(Style::Full),
        Self::Citation(Style::Chicago),
        Self::Citation(Style::Bluebook),
        Self::Citation(Style::Oscola),
        Self::Bibtex,
        Self::Csl,
        Self::Ris,
        Self::Csv,
        Self::Tsv,
        Self::Json,
    ];

    /// The word for it in files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Citation(Style::Full) => "citation",
            Self::Citation(Style::Chicago) => "chicago",
            Self::Citation(Style::Bluebook) => "bluebook",
            Self::Citation(Style::Oscola) => "oscola",
            Self::Bibtex => "bibtex",
            Self::Csl => "csl-json",
            Self::Ris => "ris",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
        }
    }

    /// The form that `word` names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// What it is, in a few words.
    pub fn help(self) -> &'static str {
        match self {
            Self::Plain => "plain text, each line with its source line",
            Self::Markdown => "Markdown: quotations with footnotes",
            Self::Html => "an HTML fragment, for rich text",
            Self::Citation(Style::Full) => "citation lines with every field",
            Self::Citation(Style::Chicago) => "citation lines as Chicago's notes",
            Self::Citation(Style::Bluebook) => "citation lines as the Bluebook sets them",
            Self::Citation(Style::Oscola) => "citation lines as OSCOLA sets them",
            Self::Bibtex => "BibTeX, one entry per source",
            Self::Csl => "CSL-JSON, one item per source",
            Self::Ris => "RIS, one record per source",
            Self::Csv => "CSV, one row per line",
            Self::Tsv => "the same parted by tabs",
            Self::Json => "JSON",
        }
    }

    /// The usual ending of a file in this form, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Plain | Self::Citation(_) => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Bibtex => "bib",
            Self::Csl | Self::Json => "json",
            Self::Ris => "ris",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// Whether it has its place for single lines, and none for a whole text.
    pub fn is_of_lines(self) -> bool {
        !matches!(self, Self::Plain | Self::Markdown | Self::Html | Self::Json)
    }

    /// `extracts` in this form, without a line end behind the last line. The same extracts give the same bytes; of controls it
    /// holds line ends alone, and tabs in TSV.
    pub fn write(self, extracts: &Extracts) -> String {
        let mut bytes = Vec::new();
        // Writing to memory does not fail, and every form writes words.
        let _ = self.print(extracts, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The same, written to `out` as it comes: of many lines it is many times the bytes of their articles.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn print(self, extracts: &Extracts, out: &mut dyn Write) -> io::Result<()> {
        let out = &mut Trimmed { out, ends: 0 };
        match self {
            Self::Plain => plain::write(extracts, out),
            Self::Markdown => markdown::write(extracts, out),
            Self::Html => html::write(extracts, out),
            Self::Citation(style) => citation::write(extracts, style, out),
            Self::Bibtex => bibtex::write(extracts, out),
            Self::Csl => csl::write(extracts, out),
            Self::Ris => ris::write(extracts, out),
            Self::Csv => table::write(extracts, b',', out),
            Self::Tsv => table::write(extracts, b'\t', out),
            Self::Json => json::write(extracts, out),
        }
    }
}

/// Holds line ends back until something stands behind them.
struct Trimmed<'a> {
    out: &'a mut dyn Write,
    /// How many there are.
    ends: usize,
}

impl Write for Trimmed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = bytes.iter().rposition(|byte| *byte != b'\n').map_or(0, |at| at + 1);
        let words = bytes.get(..end).unwrap_or_default();
        if !words.is_empty() {
            (0..std::mem::take(&mut self.ends)).try_for_each(|_| self.out.write_all(b"\n"))?;
            self.out.write_all(words)?;
        }
        self.ends += bytes.len() - words.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Form, Trimmed};

    #[test]
    fn no_line_end_stands_behind_the_last_line() {
        let mut bytes = Vec::new();
        let mut out = Trimmed { out: &mut bytes, ends: 0 };
        for words in ["\n", "a\n", "\n\n", "b", "\nc\n\n", "", "\n"] {
            out.write_all(words.as_bytes()).unwrap();
        }
        assert_eq!(bytes, b"\na\n\n\nb\nc");
    }

    #[test]
    fn every_word_names_its_form() {
        assert!(Form::ALL.iter().all(|form| Form::of_word(form.word()) == Some(*form)));
        assert_eq!(Form::of_word("word"), None);
    }
}
