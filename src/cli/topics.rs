//! `attache topics`: a taxonomy or cue file of one's own checked, and tried on articles.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::args::{Counts, Try};
use super::documents::Documents;
use super::print::{ExitCode, Failure, out, say};
use super::settings;
use crate::export::counted;
use crate::form::{Complaint, Severity};
use crate::library::{Changes, Count, Tally, TopicChange};
use crate::work::{Desk, Origin, RuleFile, RuleFiles, RuleKind};

/// Checks the rule files at `paths`, each over what attache ships.
pub(super) fn check(paths: &[PathBuf]) -> Result<ExitCode, Failure> {
    let mut worst = ExitCode::WELL;
    for path in paths {
        match rule_file(path) {
            Ok((file, kind)) => {
                let complaints = complaints(&file, kind);
                complaints.iter().try_for_each(|complaint| out(&format!("{complaint}\n\n").into()))?;
                let count = |severity| complaints.iter().filter(|c| c.severity == severity).count();
                let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
                let counts = format!("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
                out(&format!("{}: {}, {counts}\n", file.name, kind.word()).into())?;
                if errors > 0 && worst == ExitCode::WELL {
                    worst = ExitCode::NOTHING;
                }
            }
            Err(reason) => {
                say(&format!("attache: {reason}"));
                worst = ExitCode::FAILURE;
            }
        }
    }
    Ok(worst)
}

/// Prints what the rule file of `args` changes in what is found.
pub(super) fn try_out(args: &Try) -> Result<ExitCode, Failure> {
    let (file, kind) = rule_file(&args.file).map_err(Failure::Said)?;
    let complaints = complaints(&file, kind);
    for complaint in &complaints {
        say(&complaint.to_string());
    }
    let files = settings::read(&args.rules)?.rules;
    let tried = Desk::new(files.with(file.clone(), kind));
    let desk = Desk::new(files.without(&file.name)).reading_as(args.rules.read_as);
    let (mut before, mut after, mut articles) = (Tally::default(), Tally::default(), 0);
    let documents = Documents::open(&desk, &args.paths, |_, opened, _| {
        let article = &opened.briefing.article;
        before.add(&desk.derive(Arc::clone(article)));
        after.add(&tried.derive(Arc::clone(article)));
        articles += 1;
        Ok(())
    })?;
    let trial = Trial { file: &file.name, kind, articles, changes: before.changes(&after) };
    let words = match args.format {
        Counts::Text => trial.page(args.all),
        Counts::Json => trial.json(args.all),
    };
    out(&words.into())?;
    let sound = complaints.iter().all(|complaint| complaint.severity != Severity::Error);
    Ok(documents.code(sound && trial.changes.any()))
}

/// The rule file at `path` and what it holds.
fn rule_file(path: &Path) -> Result<(RuleFile, RuleKind), String> {
    let file = RuleFile::read(path).map_err(|error| format!("{}: {error}", Origin::Path(path.to_owned()).name()))?;
    let none = "it is no rule file: a taxonomy has [[topics]] or [actors], a cue file [[cues]] or [strain]";
    let kind = RuleKind::of(&file).ok_or_else(|| format!("{}: {none}", file.name))?;
    Ok((file, kind))
}

/// What is wrong with `file`, laid over what attache ships: its topics may rest on names that stand there.
fn complaints(file: &RuleFile, kind: RuleKind) -> Vec<Complaint> {
    let complaints = RefCell::default();
    RuleFiles::default().with(file.clone(), kind).rules(&complaints);
    complaints.into_inner()
}

/// What came of trying a rule file.
struct Trial<'a> {
    file: &'a str,
    kind: RuleKind,
    articles: usize,
    changes: Changes,
}

impl Trial<'_> {
    fn page(&self, all: bool) -> String {
        let mut lines = vec![format!("{} ({}), tried on {}", self.file, self.kind.word(), counted(self.articles, "article"))];
        if all || self.changes.any() {
            lines.push(String::new());
            lines.extend(self.changes.table(all, true).iter().map(ToString::to_string));
        }
        let (changed, known) = (self.changes.changed().count(), self.changes.topics.len());
        lines.push(String::new());
        lines.push(format!("{changed} of {} changed", counted(known, "topic")));
        lines.join("\n") + "\n"
    }

    fn json(&self, all: bool) -> String {
        let topics = self.changes.topics.iter().filter(|topic| all || topic.is_change()).map(TopicRow::of).collect();
        let tensions = Both::of(self.changes.tensions);
        let table = Table { file: self.file, kind: self.kind.word(), articles: self.articles, topics, tensions };
        serde_json::to_string_pretty(&table).unwrap_or_default() + "\n"
    }
}

#[derive(Serialize)]
struct Table<'a> {
    file: &'a str,
    kind: &'a str,
    articles: usize,
    topics: Vec<TopicRow<'a>>,
    tensions: Both,
}

#[derive(Serialize)]
struct TopicRow<'a> {
    id: &'a str,
    label: &'a str,
    #[serde(flatten)]
    counts: Both,
}

#[derive(Serialize)]
struct Both {
    before: Counted,
    after: Counted,
}

#[derive(Serialize)]
struct Counted {
    points: usize,
    articles: usize,
}

impl<'a> TopicRow<'a> {
    fn of(topic: &'a TopicChange) -> Self {
        Self { id: &topic.id, label: &topic.label, counts: Both::of(topic.counts) }
    }
}

impl Both {
    fn of(counts: [Count; 2]) -> Self {
        let [before, after] = counts.map(|count| Counted { points: count.points, articles: count.articles });
        Self { before, after }
    }
}
