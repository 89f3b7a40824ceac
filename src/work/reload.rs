//! The user's rule files read anew while attache runs.

use std::sync::Arc;

use super::Desk;
use super::settings::{Named, Settings};
use crate::app::event::Reloaded;
use crate::model::{Note, NoteKind};

/// Reads the rule files anew; `desk` goes on with them where they say something else and nothing in them is an error.
///
/// A file with an error is refused whole, though at start all of it is taken that can be: whoever is writing it should not lose what
/// was found before.
pub(super) fn reload(desk: &mut Arc<Desk>, named: &Named) -> Reloaded {
    let settings = match Settings::read(named) {
        Ok(settings) => settings,
        Err(reason) => return Reloaded::Refused(vec![Note::new(NoteKind::File, reason)]),
    };
    if let Some(reason) = settings.unread.first() {
        return Reloaded::Refused(vec![Note::new(NoteKind::File, reason.as_str())]);
    }
    let changed = desk.files().changed(&settings.rules);
    if changed.is_empty() {
        return Reloaded::Unchanged;
    }
    let next = desk.with(settings.rules);
    let errors = next.errors();
    if !errors.is_empty() {
        return Reloaded::Refused(errors);
    }
    let complaints = next.complaints();
    *desk = Arc::new(next);
    Reloaded::Taken { files: changed.join(", ").into(), complaints }
}
