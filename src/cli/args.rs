//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::model::Section;

/// Reads an article or a briefing as summary, full text, agenda and tensions; every line leads to its sentence.
#[derive(Debug, Parser)]
#[command(name = "attache", version, about, args_conflicts_with_subcommands = true, subcommand_precedence_over_arg = true)]
pub(super) struct Args {
    /// Articles, briefing files (.toml) or folders of them; `-` is standard input; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// A taxonomy to use in place of the shipped one
    #[arg(long, value_name = "TAXONOMY.toml")]
    pub(super) topics: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print briefings: for pipes, and for reading without the panes
    Show(Show),
    /// Check briefing files: errors, and quotations that are not in their article
    Check(Check),
    /// Print a briefing file with what was found in an article, ready to edit
    Draft(Draft),
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// Articles, briefing files or folders; `-` is standard input; without any, the samples that attache ships
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Only this section; may be given more than once
    #[arg(long, value_enum, value_name = "SECTION")]
    pub(super) section: Vec<SectionName>,

    /// Only this topic of the agenda, by its id
    #[arg(long, value_name = "ID")]
    pub(super) topic: Option<String>,

    /// A taxonomy to use in place of the shipped one
    #[arg(long, value_name = "TAXONOMY.toml")]
    pub(super) topics: Option<PathBuf>,

    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: Form,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Briefing files or folders of them
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Draft {
    /// The article
    #[arg(value_name = "ARTICLE")]
    pub(super) article: PathBuf,

    /// A taxonomy to use in place of the shipped one
    #[arg(long, value_name = "TAXONOMY.toml")]
    pub(super) topics: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SectionName {
    Summary,
    Text,
    Agenda,
    Tensions,
    All,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Plain text
    #[default]
    Text,
    /// Markdown with quotations
    Markdown,
    /// A JSON object; an array of them for several documents
    Json,
    /// One JSON object a line, in the order of the arguments
    Jsonl,
}

impl SectionName {
    /// The section, or none for all of them.
    pub(super) fn section(self) -> Option<Section> {
        match self {
            Self::Summary => Some(Section::Summary),
            Self::Text => Some(Section::Text),
            Self::Agenda => Some(Section::Agenda),
            Self::Tensions => Some(Section::Tensions),
            Self::All => None,
        }
    }
}
