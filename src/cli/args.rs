//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use super::forms::{Copied, Shown, Way};
use crate::export::Wanted;
use crate::model::{Date, Section};
use crate::read::Format;

/// Reads an article or a briefing as summary, full text, agenda and tensions; every line leads to its sentence.
#[derive(Debug, Parser)]
#[command(name = "attache", version, about, args_conflicts_with_subcommands = true, subcommand_precedence_over_arg = true)]
pub(super) struct Args {
    /// Articles, briefing files (.toml) or folders of them; `-` is standard input; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    #[command(flatten)]
    pub(super) clipboard: ClipboardArgs,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print briefings: for pipes, and for reading without the panes
    Show(Show),
    /// Copy lines of briefings to the clipboard, with their sources
    Copy(CopyArgs),
    /// Print why each line is here: rule, term or cue, and where the rule is written
    Explain(Explain),
    /// Check briefing files: errors, and quotations that are not in their article
    Check(Check),
    /// Print a briefing file with what was found in an article, ready to edit
    Draft(Draft),
    /// Search articles: those that a query finds, newest first, each with the sentence that shows it
    Search(SearchArgs),
    /// Follow a topic through articles: its months and silences, and its lines by date, newest first
    Follow(FollowArgs),
    /// Print the formats that attache reads, and what tells each
    Formats(Formats),
    /// Print what attache finds around it: terminal, ways to the clipboard, your own files
    Doctor(Doctor),
    /// Check your own taxonomy and cue files, and try them on articles
    #[command(visible_alias = "cues")]
    Topics {
        #[command(subcommand)]
        command: Topics,
    },
    /// Print the tray, the lines taken in the panes, or empty it
    Tray {
        #[command(subcommand)]
        command: Tray,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Tray {
    /// Print it as a page to read
    Show,
    /// Print its lines with their sources in a form
    Export(ExportTray),
    /// Take all lines out; they are kept in a file beside it
    Clear,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExportTray {
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Copied,
}

#[derive(Debug, Subcommand)]
pub(super) enum Topics {
    /// Check taxonomy and cue files: what is wrong in them, where, and what helps
    Check(CheckRules),
    /// Print what a taxonomy or cue file changes: how many points each topic has with it and without it
    Try(Try),
}

/// How documents are read: rule files in the place of the shipped ones and of the user's own, and a format in the place of the one
/// that attache would tell.
#[derive(Debug, clap::Args)]
pub(super) struct RuleArgs {
    /// A taxonomy to use in place of the shipped one
    #[arg(long, value_name = "TAXONOMY.toml")]
    pub(super) topics: Option<PathBuf>,

    /// Cues to use in place of the shipped ones
    #[arg(long, value_name = "CUES.toml")]
    pub(super) cues: Option<PathBuf>,

    /// Read every file as this format, whatever it looks like; `attache formats` lists them
    #[arg(long = "as", value_name = "FORMAT", value_parser = formats(), hide_possible_values = true)]
    pub(super) read_as: Option<Format>,
}

/// Takes the id of a format.
fn formats() -> impl TypedValueParser<Value = Format> {
    let ids = Format::all().map(Format::id).filter(|id| ![Format::Briefing.id(), Format::Binary.id()].contains(id));
    PossibleValuesParser::new(ids).map(|id| Format::of_id(&id).unwrap_or(Format::Plain))
}

/// The way that copies take.
#[derive(Debug, clap::Args)]
pub(super) struct ClipboardArgs {
    /// The way of copies, tried first; without it what config.toml says, else what the environment speaks for
    #[arg(long = "clipboard", value_enum, value_name = "WAY")]
    pub(super) way: Option<Way>,
}

/// The parts of a briefing that are printed.
#[derive(Debug, clap::Args)]
pub(super) struct WantedArgs {
    /// Only this section; may be given more than once
    #[arg(long, value_enum, value_name = "SECTION")]
    section: Vec<SectionName>,

    /// Only this topic of the agenda, by its id
    #[arg(long, value_name = "ID")]
    topic: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// Articles, briefing files or folders; `-` is standard input; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) wanted: WantedArgs,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form; of a template its own unless one is named
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) format: Option<Shown>,

    /// Say of every source that it was read on this day, such as 2026-11-22
    #[arg(long, value_name = "DATE")]
    pub(super) read_on: Option<Date>,

    /// Fill a template: press-digest, note, points-to-make, one of your own by name, or a file
    #[arg(long, value_name = "NAME|FILE", conflicts_with_all = ["section", "topic"])]
    pub(super) template: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CopyArgs {
    /// Articles, briefing files or folders; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) wanted: WantedArgs,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Copied,

    /// Say of every source that it was read on this day, such as 2026-11-22
    #[arg(long, value_name = "DATE")]
    pub(super) read_on: Option<Date>,

    /// Copy what is embargoed, withheld, cancelled or under terms of use, too
    #[arg(long)]
    pub(super) restricted: bool,

    #[command(flatten)]
    pub(super) clipboard: ClipboardArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// Articles, briefing files or folders; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) wanted: WantedArgs,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Lines,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Briefing files or folders of them
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckRules {
    /// Taxonomy and cue files
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Try {
    /// A taxonomy or cue file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,

    /// Articles, briefing files or folders; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,

    /// List the topics that do not change, too
    #[arg(long)]
    pub(super) all: bool,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Counts,
}

#[derive(Debug, clap::Args)]
pub(super) struct SearchArgs {
    /// What to look for: words, "a phrase", -word, topic: outlet: date: after: before: tension: type: read: marked:
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub(super) query: String,

    /// Articles, briefing files or folders; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Lines,
}

#[derive(Debug, clap::Args)]
pub(super) struct FollowArgs {
    /// The topic, by its id or its label
    #[arg(value_name = "TOPIC")]
    pub(super) topic: String,

    /// Articles, briefing files or folders; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// The oldest line first
    #[arg(long)]
    pub(super) oldest: bool,

    /// In place of its lines the tensions whose sentence is one of its lines
    #[arg(long)]
    pub(super) tensions: bool,

    #[command(flatten)]
    pub(super) rules: RuleArgs,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Lines,
}

#[derive(Debug, clap::Args)]
pub(super) struct Formats {
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Counts,
}

#[derive(Debug, clap::Args)]
pub(super) struct Doctor {
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Counts,
}

#[derive(Debug, clap::Args)]
pub(super) struct Draft {
    /// The article
    #[arg(value_name = "ARTICLE")]
    pub(super) article: PathBuf,

    #[command(flatten)]
    pub(super) rules: RuleArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SectionName {
    Summary,
    Text,
    Agenda,
    Tensions,
    All,
}

/// The forms of explained lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Lines {
    /// Plain text
    #[default]
    Text,
    /// A JSON object; an array of them for several documents
    Json,
    /// One JSON object a line, in the order of the arguments
    Jsonl,
}

/// The forms of what is one thing over all: counts, findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Counts {
    /// Plain text
    #[default]
    Text,
    /// One JSON object
    Json,
}

impl WantedArgs {
    /// Whether it is said what is wanted, be it everything.
    pub(super) fn is_said(&self) -> bool {
        !self.section.is_empty() || self.topic.is_some()
    }

    /// The sections and the topic, empty for all.
    pub(super) fn wanted(&self) -> Wanted {
        let all = self.section.contains(&SectionName::All);
        let sections = self.section.iter().filter(|_| !all).filter_map(|name| name.section()).collect();
        Wanted { sections, topic: self.topic.as_deref().map(Into::into) }
    }
}

impl SectionName {
    /// The section, or none for all of them.
    fn section(self) -> Option<Section> {
        match self {
            Self::Summary => Some(Section::Summary),
            Self::Text => Some(Section::Text),
            Self::Agenda => Some(Section::Agenda),
            Self::Tensions => Some(Section::Tensions),
            Self::All => None,
        }
    }
}
