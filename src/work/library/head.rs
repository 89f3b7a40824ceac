//! The beginning of a list: enough for the first screen, without the rest.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Sources;
use super::catalogue::Held;
use super::changes::Changes;
use super::line::Line;
use super::list::{Header, names};
use super::records::Records;
use super::rows::order;
use crate::library::Entry;
use crate::work::Origin;
use crate::work::file::open_own;

/// So many bytes hold more entries than any screen has rows.
const HEAD_BYTES: u64 = 64 * 1024;

/// The beginning of a list.
#[derive(Debug, Default)]
pub struct Head {
    /// Its first entries.
    pub entries: Vec<(Entry, Origin)>,
    /// How many there are in all.
    pub total: usize,
}

impl Head {
    /// The beginning of the list that is kept in `folder` for `sources`; none where there is none.
    pub fn read(folder: &Path, sources: &Sources) -> Option<Self> {
        let mut bytes = Vec::new();
        let file = open_own(File::options().read(true), &folder.join("list")).ok()?;
        file.take(HEAD_BYTES).read_to_end(&mut bytes).ok()?;
        let mut records = Records::new(&*bytes);
        let (header, topics) = Header::read(&mut records, &names(sources))?;
        let changes = Changes::read(folder, header.generation, u64::MAX);
        let mut entries = Vec::new();
        let (mut read, mut last) = (0, None);
        while let Some(line) = records.next::<Line<'_>>() {
            let (file, held) = (line.file(), line.held(&topics));
            (read, last) = (read + 1, Some(order(&held.state, held.id)));
            if !changes.files.contains_key(&file) {
                let origin = line.at.map_or(file.clone(), |at| Origin::Within(Box::new(file), at));
                entries.push((held.entry(&origin), origin));
            }
        }
        let is_all = read == header.entries;
        let known = changes.files.iter().filter_map(|(file, known)| Some((file, known.as_ref()?)));
        let new = known.flat_map(|(file, known)| known.entries.iter().map(|held| (known.origin(file, held.at), held)));
        // What stands behind the last line that was read may have others before it that were not.
        let here = new.filter(|(_, held): &(Origin, &Held)| is_all || Some(order(&held.state, held.id)) < last);
        entries.extend(here.map(|(origin, held)| (held.entry(&origin), origin)));
        entries.sort_by_cached_key(|(entry, _)| order(&entry.state, entry.id));
        let total = if changes.files.is_empty() { header.entries } else { changes.entries };
        Some(Self { entries, total })
    }
}
