//! The user's rule files read anew while an article is open: what is asked for, and how the counts have changed.

use super::event::{Effect, Reloaded};
use super::sheet::Sheet;
use super::{App, Context};
use crate::app::action::Action;
use crate::library::{Changes, EntryId, Tally};
use crate::model::{Briefing, Note};
use crate::text::Clean;

/// Where reading the rules anew stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Reload {
    /// Whether a key asked for it, and waits for an answer.
    asked: bool,
    /// The files that were taken, while the open article is derived with them.
    taken: Option<(EntryId, Clean)>,
    /// The last change, and the files it came of.
    last: Option<(Clean, Changes)>,
}

impl App {
    /// Wishes for the rule files to be read, and waits for the answer.
    pub(super) fn ask_to_reload(&mut self) -> Vec<Effect> {
        self.reload.asked = true;
        self.tell("reading the rule files ...");
        vec![Effect::Reload]
    }

    /// Takes in what came of it: the open article is derived anew where the rules are others now.
    pub(super) fn reloaded(&mut self, reloaded: Reloaded) -> Vec<Effect> {
        match reloaded {
            Reloaded::Unchanged if self.is_deriving() => {}
            Reloaded::Unchanged => self.say_unchanged(),
            Reloaded::Refused(reasons) => self.refuse(reasons),
            Reloaded::Taken { files, complaints } => return self.take(files, complaints),
        }
        Vec::new()
    }

    /// Says how the counts have changed against `before`, where the entry was opened anew for the sake of other rules.
    pub(super) fn tell_changes(&mut self, id: EntryId, before: &Briefing) {
        let Some((_, files)) = self.reload.taken.take_if(|(waiting, _)| *waiting == id) else { return };
        let Some(after) = self.reader().map(|reader| Tally::of(reader.briefing())) else { return };
        let changes = Tally::of(before).changes(&after);
        self.tell(format!("{files} reloaded: {}", changes.in_words()));
        self.reload.last = Some((files, changes));
        self.show_last_change();
    }

    /// Whether the open article is on its way with rules that were taken before: its counts are the answer.
    fn is_deriving(&self) -> bool {
        let waiting = self.reload.taken.as_ref().map(|(id, _)| *id);
        waiting.is_some() && waiting == self.open.as_ref().map(|open| open.id)
    }

    fn refuse(&mut self, reasons: Vec<Note>) {
        self.reload.asked = false;
        let first = reasons.first().and_then(|note| note.message.lines().next()).map(without_folder).unwrap_or_default();
        let key = self.keymap.key(Context::Reader, Action::Notes).map(|key| key.to_string()).unwrap_or_default();
        self.alarm(format!("{first}; the rules stay as they were ({key} shows)"));
        self.rule_complaints = reasons;
    }

    fn take(&mut self, files: Clean, complaints: Vec<Note>) -> Vec<Effect> {
        self.rule_complaints = complaints;
        if let Some(open) = self.open.as_ref().filter(|open| open.whole) {
            self.reload.taken = Some((open.id, files));
            return vec![Effect::Finish(open.id)];
        }
        self.reload.asked = false;
        self.tell(format!("{files} reloaded"));
        Vec::new()
    }

    /// Answers the key that asked, if one did.
    fn say_unchanged(&mut self) {
        if self.reload.asked {
            self.tell("the rule files say what they said before");
        }
        self.show_last_change();
    }

    /// Shows the last change, where a key waits for it.
    fn show_last_change(&mut self) {
        if !std::mem::take(&mut self.reload.asked) {
            return;
        }
        let lines = match &self.reload.last {
            Some((files, changes)) if changes.any() => {
                let counts = changes.table(false, false);
                [vec![format!("{files}, before and after in this article:").into(), Clean::default()], counts].concat()
            }
            Some((files, _)) => vec![format!("{files} changed nothing in this article.").into()],
            None => vec!["No rule file of your own has changed since it was read.".into()],
        };
        self.sheet = Some(Sheet::new("Rules read anew", lines));
    }
}

/// A complaint's first line without the folders of its file, which would not leave room for the rest.
fn without_folder(line: &str) -> String {
    let (file, rest) = line.split_once(':').unwrap_or((line, ""));
    let name = file.rsplit('/').next().unwrap_or(file);
    format!("{name}:{rest}")
}
