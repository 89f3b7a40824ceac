//! `attache PATH...`: the panes on a terminal, the text anywhere else.

use std::cell::RefCell;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::{ClipboardArgs, RuleArgs};
use super::print::{ExitCode, Failure, say};
use super::{settings, show};
use crate::app::App;
use crate::app::event::Effect;
use crate::app::keymap::Keymap;
use crate::export::Wanted;
use crate::form::{Complaint, Source};
use crate::library::{Entries, Entry, EntryId};
use crate::model::{Note, NoteKind};
use crate::read::Format;
use crate::tui::{self, Ending, Inbox, Theme};
use crate::work::glance;
use crate::work::jobs::{Documents, Work};
use crate::work::library::{Head, Sources, place};
use crate::work::settings::{Named, Settings};
use crate::work::{Desk, Origin, Origins, RuleFile};

/// Reads what stands at `paths`.
pub(super) fn read(paths: &[PathBuf], rules: &RuleArgs, clipboard: &ClipboardArgs) -> Result<ExitCode, Failure> {
    let named = settings::named(rules);
    let settings = Settings::read(&named).map_err(Failure::Said)?;
    let panes_here = panes_here();
    if panes_here != PanesHere::Yes {
        if let PanesHere::No(reason) = panes_here {
            say(&format!("attache: {reason}; the text follows"));
        }
        return show::print(
            &Desk::new(settings.rules).reading_as(rules.read_as),
            paths,
            &Wanted::default(),
            show::PAGE_BYTES,
            super::forms::Shown::Page,
            None,
        );
    }
    panes(settings, named, rules.read_as, clipboard, Sources::new(paths))
}

/// Whether the panes can be shown where standard output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PanesHere {
    Yes,
    /// It is no terminal; nobody expects them.
    NoTerminal,
    /// It is a terminal, and this is why not.
    No(&'static str),
}

/// Whether the panes can be shown.
pub(super) fn panes_here() -> PanesHere {
    if !io::stdout().is_terminal() {
        return PanesHere::NoTerminal;
    }
    match std::env::var("TERM").as_deref() {
        Ok("dumb") => PanesHere::No("this terminal is dumb (TERM=dumb): it can't show the panes"),
        Ok("") | Err(_) if cfg!(unix) => PanesHere::No("TERM is not set: it is not known what this terminal can do"),
        _ => PanesHere::Yes,
    }
}

/// An app, what it wishes for, and what it is over.
type Started = (App, Vec<Effect>, Documents);

/// One document alone that can't be opened is an error, not a screen.
fn refuse_unreadable(desk: &Desk, origins: &[Origin]) -> Result<(), Failure> {
    match origins {
        [only @ Origin::Path(_)] => desk.refusal(only).map_or(Ok(()), |reason| Err(Failure::Said(reason.to_string()))),
        _ => Ok(()),
    }
}

fn panes(
    settings: Settings,
    named: Named,
    read_as: Option<Format>,
    clipboard: &ClipboardArgs,
    sources: Sources,
) -> Result<ExitCode, Failure> {
    let (keymap, of_keys) = keymap(&settings);
    let (ladder, of_config) = settings::ladder(clipboard, &settings)?;
    let mut complaints: Vec<Note> = of_keys.iter().chain(&of_config).map(note).collect();
    complaints.extend(settings.unread.iter().map(|reason| Note::new(NoteKind::File, reason.as_str())));
    let inbox = Inbox::new();
    let desk = Arc::new(Desk::new(settings.rules).reading_as(read_as));
    let (app, effects, documents) =
        if sources.are_many() { listed(keymap, sources, complaints) } else { alone(keymap, &desk, sources, complaints)? };
    let mut work = Work::new(desk, named, documents, ladder, inbox.sender());
    let ended = tui::run(app, effects, &mut work, Theme::from_environment(), &inbox);
    // No footer is left to say it.
    let unkept = work.finish_keeping();
    for words in &unkept {
        say(&format!("attache: {words}"));
    }
    match ended {
        Ok(Ending::Quit) if unkept.is_empty() => Ok(ExitCode::WELL),
        Ok(Ending::Quit | Ending::Gone) => Ok(ExitCode::FAILURE),
        Ok(Ending::Signal(signal)) => {
            let _ = signal_hook::low_level::emulate_default_handler(signal);
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(Failure::Said(format!("the terminal can't be used: {error}"))),
    }
}

/// The app over one document, whose beginning is read here and now, so that the first frame is the article's and not one that says to
/// wait.
fn alone(keymap: Keymap, desk: &Desk, sources: Sources, complaints: Vec<Note>) -> Result<Started, Failure> {
    let beginning = match &*sources.named {
        [origin @ Origin::Path(_)] => glance(desk, EntryId(0), origin),
        _ => None,
    };
    if beginning.is_none() {
        refuse_unreadable(desk, &sources.named)?;
    }
    let (mut app, mut effects) = App::new(keymap, Entries::waiting(sources.named.iter().map(Origin::name)), complaints);
    if let Some(beginning) = beginning {
        effects = app.handle(beginning);
    }
    let origins = Origins::new((0..).map(EntryId).zip(sources.named.iter().cloned()));
    Ok((app, effects, Documents { origins, sources, folder: None }))
}

/// The app over many documents. Of what was remembered of them the beginning is read here and now: enough for the first frame, however
/// many they are.
fn listed(keymap: Keymap, sources: Sources, complaints: Vec<Note>) -> Started {
    let folder = place(&sources);
    let head = folder.as_deref().and_then(|folder| Head::read(folder, &sources)).unwrap_or_default();
    let mut entries = Entries::waiting(sources.named.iter().filter(|_| !sources.is_kept()).map(Origin::name));
    let (known, origins): (Vec<Entry>, Vec<(EntryId, Origin)>) =
        head.entries.into_iter().map(|(entry, origin)| (entry.clone(), (entry.id, origin))).unzip();
    entries.learn(known);
    let named = (0..).map(EntryId).zip(sources.named.iter().filter(|_| !sources.is_kept()).cloned());
    let origins = Origins::new(origins.into_iter().chain(named));
    let app = App::of_library(keymap, sources.name(), entries, head.total, complaints);
    (app, Vec::new(), Documents { origins, sources, folder })
}

/// The key table with the user's over it, and what is wrong with that.
pub(super) fn keymap(settings: &Settings) -> (Keymap, Vec<Complaint>) {
    let complaints = RefCell::default();
    let (name, text) = Keymap::SHIPPED;
    let mut sources = vec![Source { name: name.into(), text }];
    sources.extend(settings.keys.as_ref().map(RuleFile::source));
    let keymap = Keymap::new(&sources, &complaints);
    (keymap, complaints.into_inner())
}

fn note(complaint: &Complaint) -> Note {
    Note { line: Some(complaint.line), ..Note::new(NoteKind::File, complaint.to_string()) }
}
