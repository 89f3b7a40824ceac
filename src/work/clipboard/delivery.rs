//! What became of a copy, and the words for it: what is certain first, so that a narrow footer cuts something else.

use std::path::PathBuf;

use super::Way;
use super::osc52::TERMINAL_BYTES;
use crate::export::{Export, Form, counted};
use crate::text::Clean;
use crate::work::settings::with_tilde;

/// How a copy ended, as far as it can be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was read back from there, and is what was copied.
    ReadBack(Way),
    /// A program of this name took it and ended with exit code 0.
    Given(String),
    /// The terminal was asked; it does not answer.
    Unconfirmed,
    /// Nothing but the kept file was wanted.
    FileAlone,
    /// No way worked.
    Failed,
}

/// A copy's end, with what went before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// How it ended.
    pub delivery: Delivery,
    /// The ways that were tried before, and why each did not work.
    pub failed: Vec<(Way, String)>,
    /// Where it was kept as a file, or why not.
    pub kept: Result<PathBuf, String>,
}

impl Receipt {
    /// Whether the words went where they should, confirmed or not.
    pub fn is_delivered(&self) -> bool {
        match self.delivery {
            Delivery::ReadBack(_) | Delivery::Given(_) | Delivery::Unconfirmed => true,
            Delivery::FileAlone => self.kept.is_ok(),
            Delivery::Failed => false,
        }
    }

    /// What became of `export`, on one line.
    pub fn words(&self, export: &Export) -> Clean {
        let reasons: Vec<String> = self.failed.iter().map(|(way, reason)| format!("{reason} ({})", way.word())).collect();
        let before = if reasons.is_empty() { String::new() } else { format!("; failed: {}", reasons.join("; ")) };
        let unkept = self.kept.as_ref().err().map_or_else(String::new, |reason| format!("; not kept as a file: {reason}"));
        let kept = match &self.kept {
            Ok(path) => format!("kept in {}", with_tilde(&path.to_string_lossy())),
            Err(reason) => format!("not kept as a file: {reason}"),
        };
        let what = in_short(export);
        let words = match &self.delivery {
            Delivery::ReadBack(Way::Tmux) => {
                format!("copied and read back (tmux buffer; the terminal around it unconfirmed): {what}{before}{unkept}")
            }
            Delivery::ReadBack(_) => format!("copied and read back (clipboard): {what}{before}{unkept}"),
            Delivery::Given(program) => format!("given to {program}, which ended well: {what}{before}{unkept}"),
            Delivery::Unconfirmed => {
                format!("sent, unconfirmed (terminal, OSC 52): {what}{}{before}{unkept}", too_large(&export.text))
            }
            Delivery::FileAlone => format!("{kept}: {what}"),
            Delivery::Failed => format!("failed: {}; {kept}: {what}", reasons.join("; ")),
        };
        Clean::from(words).one_line()
    }
}

/// What `export` is, its form where that is not the plain one, and its size.
fn in_short(export: &Export) -> String {
    let form = if export.form == Form::Plain { String::new() } else { format!(" as {}", export.form.word()) };
    format!("{}{form}, {}", export.what, counted(export.characters(), "character"))
}

fn too_large(text: &str) -> String {
    if text.len() <= TERMINAL_BYTES {
        return String::new();
    }
    format!("; many terminals cut past {TERMINAL_BYTES} bytes, these are {}", text.len())
}

#[cfg(test)]
mod tests {
    use super::{Delivery, Export, Form, Receipt, Way};

    fn export(text: &str, form: Form) -> Export {
        Export { what: "section Tensions, 5 points".into(), form, text: text.to_owned(), plain: None, restrictions: Vec::new() }
    }

    fn told(delivery: Delivery, failed: &[(Way, &str)], export: &Export) -> String {
        let failed = failed.iter().map(|(way, reason)| (*way, (*reason).to_owned())).collect();
        Receipt { delivery, failed, kept: Ok("/state/attache/exports/000007-tensions.md".into()) }.words(export).to_string()
    }

    #[test]
    fn what_is_certain_is_said_first() {
        let (plain, markdown) = (export("words", Form::Plain), export("words", Form::Markdown));
        let large = export(&"word ".repeat(20_000), Form::Plain);
        let said = [
            told(Delivery::ReadBack(Way::Native), &[], &plain),
            told(Delivery::ReadBack(Way::Tmux), &[], &markdown),
            told(Delivery::Given("wl-copy".to_owned()), &[(Way::Native, "no display")], &plain),
            told(Delivery::Unconfirmed, &[], &large),
            told(Delivery::FileAlone, &[], &markdown),
            told(Delivery::Failed, &[(Way::Native, "no display"), (Way::Osc52, "no \x1bterminal")], &plain),
        ];
        insta::assert_snapshot!(said.join("\n"), @r"
        copied and read back (clipboard): section Tensions, 5 points, 5 characters
        copied and read back (tmux buffer; the terminal around it unconfirmed): section Tensions, 5 points as markdown, 5 characters
        given to wl-copy, which ended well: section Tensions, 5 points, 5 characters; failed: no display (native)
        sent, unconfirmed (terminal, OSC 52): section Tensions, 5 points, 100000 characters; many terminals cut past 74994 bytes, these are 100000
        kept in /state/attache/exports/000007-tensions.md: section Tensions, 5 points as markdown, 5 characters
        failed: no display (native); no ␛terminal (osc52); kept in /state/attache/exports/000007-tensions.md: section Tensions, 5 points, 5 characters
        ");
    }

    #[test]
    fn a_copy_that_is_not_kept_says_so() {
        let receipt = Receipt { delivery: Delivery::FileAlone, failed: Vec::new(), kept: Err("the disk is full".to_owned()) };
        assert!(!receipt.is_delivered());
        assert!(receipt.words(&export("a", Form::Plain)).starts_with("not kept as a file: the disk is full"));
    }
}
