//! What is wrong with a user's file, where, and what to do about it.

use std::fmt;

use crate::text::wrap::{columns, prefix};
use crate::text::{Clean, Span};

/// The columns of a source line that are shown; of a longer line those around the caret.
const SHOWN_COLUMNS: usize = 76;

/// The characters shown before the caret where the beginning of the line has to go.
const LEAD_CHARS: usize = 40;

/// A user's file: what it is called in messages, and its characters.
#[derive(Debug)]
pub struct Source<'a> {
    /// The path or name shown.
    pub name: Clean,
    /// The whole text, as it was decoded; places in it count from its first byte.
    pub text: &'a str,
}

/// Whether a complaint keeps the file from doing what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something the file says is not taken.
    Error,
    /// All is taken that could be; the writer probably meant something else.
    Warning,
}

/// One complaint about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// How bad it is.
    pub severity: Severity,
    /// The file's name as shown.
    pub file: Clean,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong, one sentence.
    pub message: Clean,
    /// What was expected, what is nearest, what happens now: one sentence each.
    pub help: Vec<Clean>,
    shown: Clean,
    /// Columns before the caret and carets.
    caret: (usize, usize),
}

impl Complaint {
    /// An error at `span` of `source`.
    pub fn error(source: &Source<'_>, span: Span, message: impl Into<Clean>) -> Self {
        Self::new(Severity::Error, source, span, message.into())
    }

    /// A warning at `span` of `source`.
    pub fn warning(source: &Source<'_>, span: Span, message: impl Into<Clean>) -> Self {
        Self::new(Severity::Warning, source, span, message.into())
    }

    /// The same complaint with one more line of help.
    #[must_use]
    pub fn help(mut self, line: impl Into<Clean>) -> Self {
        self.help.push(line.into());
        self
    }

    fn new(severity: Severity, source: &Source<'_>, span: Span, message: Clean) -> Self {
        let before = source.text.get(..span.start()).unwrap_or(source.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = source.text.get(line_start..).unwrap_or_default();
        let line_text = rest.split(['\n', '\r']).next().unwrap_or_default();
        let lead = before.get(line_start..).unwrap_or_default();
        let marked = Span::new(span.start(), span.end().min(line_start + line_text.len())).of(source.text);
        let (shown, indent) = window(line_text, lead);
        let carets = columns(&Clean::from(marked)).clamp(1, columns(&shown).saturating_sub(indent).max(1));
        Self {
            severity,
            file: source.name.clone(),
            line: count(before.matches('\n').count()),
            column: count(lead.chars().count()),
            message,
            help: Vec::new(),
            shown,
            caret: (indent, carets),
        }
    }
}

/// What is shown of `line`, and the columns in it before the caret, which `lead` stands before.
fn window(line: &str, lead: &str) -> (Clean, usize) {
    let cut = lead.char_indices().rev().nth(LEAD_CHARS - 1).map_or(0, |(at, _)| at);
    let fits = columns(&Clean::from(lead)) + LEAD_CHARS <= SHOWN_COLUMNS;
    let (from, mark) = if fits || cut == 0 { (0, "") } else { (cut, "…") };
    let rest = Clean::from(line.get(from..).unwrap_or_default());
    let indent = columns(mark) + columns(&Clean::from(lead.get(from..).unwrap_or_default()));
    let kept = prefix(&rest, SHOWN_COLUMNS);
    let more = if kept.len() < rest.len() { "…" } else { "" };
    (Clean::from(format!("{mark}{kept}{more}")), indent)
}

/// A number from 1 of how many come before.
fn count(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX - 1) + 1
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let kind = if self.severity == Severity::Warning { "warning: " } else { "" };
        let (indent, carets) = self.caret;
        writeln!(f, "{}:{}:{}: {kind}{}", self.file, self.line, self.column, self.message)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{number} | {}", self.shown)?;
        write!(f, "{gutter} | {}{}", " ".repeat(indent), "^".repeat(carets))?;
        for line in &self.help {
            write!(f, "\n{gutter} = {line}")?;
        }
        Ok(())
    }
}
