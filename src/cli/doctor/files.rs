//! The user's own files: where they are, and what is wrong with them. Of their words nothing is said, only lines.

use std::cell::RefCell;
use std::path::Path;

use rustix::fs::{Access, access};
use serde::Serialize;

use super::{place, shown};
use crate::cli::read::keymap;
use crate::export::counted;
use crate::form::{Complaint, Severity};
use crate::work::clipboard::kept_in;
use crate::work::settings::{Settings, exports_folder, folder, state_folder};

/// A file or a folder.
#[derive(Serialize)]
pub(super) struct Place {
    path: String,
    state: String,
}

impl Place {
    /// The place as a row of a page.
    pub(super) fn row(&self) -> (String, String) {
        (self.path.clone(), self.state.clone())
    }
}

/// The places of the user's own files.
pub(super) fn all(settings: &Settings) -> Vec<Place> {
    let complaints = complaints(settings);
    let mut places = Vec::new();
    if let Some(config) = folder() {
        places.push(of_folder(&config));
        for name in ["config.toml", "keys.toml", "topics.toml", "cues.toml", "cruft.toml"] {
            let path = config.join(name);
            places.push(Place { path: place(&path), state: of_file(&path, settings, &complaints) });
        }
    }
    places.extend(state_folder().as_deref().map(of_folder));
    if let Some(exports) = exports_folder() {
        let state = format!("{} kept", counted(kept_in(&exports), "export"));
        places.push(Place { path: place(&exports), state });
    }
    places
}

fn of_folder(path: &Path) -> Place {
    let state = match () {
        () if !path.is_dir() => "not there",
        () if access(path, Access::WRITE_OK).is_err() => "a folder that can't be written",
        () => "a folder",
    };
    Place { path: place(path), state: state.to_owned() }
}

fn of_file(path: &Path, settings: &Settings, complaints: &[Complaint]) -> String {
    let name = path.display().to_string();
    if let Some(reason) = settings.unread.iter().find_map(|unread| unread.strip_prefix(&name)?.strip_prefix(": ")) {
        return shown(reason);
    }
    if !path.exists() {
        return "not there".to_owned();
    }
    let name = crate::text::Clean::from(name);
    let own: Vec<&Complaint> = complaints.iter().filter(|complaint| complaint.file == name).collect();
    let Some(first) = own.first() else { return "well".to_owned() };
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")].map(|(severity, word)| {
        let count = own.iter().filter(|complaint| complaint.severity == severity).count();
        (count > 0).then(|| counted(count, word))
    });
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    format!("{}, the first in line {}", counts.join(", "), first.line)
}

/// What is wrong with any of the user's files.
fn complaints(settings: &Settings) -> Vec<Complaint> {
    let of_rules = RefCell::default();
    settings.rules.rules(&of_rules);
    settings.rules.cruft(&of_rules);
    let mut all = of_rules.into_inner();
    all.extend(keymap(settings).1);
    all.extend(settings.clipboard().1);
    all
}
