//! Where a user's own files are, and what they say.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::RuleFiles;
use super::file::{FileError, read_file};
use crate::text::decode::decode;

/// The user's files as they were found.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The key table, as name and text.
    pub keys: Option<(String, String)>,
    /// The rule files.
    pub rules: RuleFiles,
    /// Files that are there and can't be read, and why.
    pub unread: Vec<String>,
}

impl Settings {
    /// What stands in `$XDG_CONFIG_HOME/attache/` (or the place that the system has for it).
    pub fn read() -> Self {
        let mut settings = Self::default();
        let Ok(base) = etcetera::choose_base_strategy() else { return settings };
        let folder = base.config_dir().join("attache");
        let mut file = |name: &str| settings.file(&folder.join(name));
        let (keys, topics, cues, cruft) = (file("keys.toml"), file("topics.toml"), file("cues.toml"), file("cruft.toml"));
        settings.keys = keys;
        settings.rules = RuleFiles { topics, taxonomy: None, cues, cruft };
        settings
    }

    /// Reads one file; an absent one is nothing, an unreadable one is told.
    fn file(&mut self, path: &Path) -> Option<(String, String)> {
        let name = path.display().to_string();
        match read_file(path, None) {
            Ok(bytes) => Some((name, decode(&bytes).text.into_owned())),
            Err(FileError::Missing) => None,
            Err(error) => {
                self.unread.push(format!("{name}: {error}"));
                None
            }
        }
    }
}

/// The folder for what is kept between runs, `$XDG_STATE_HOME/attache/` or the place that the system has for it.
pub fn state_folder() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join("attache"))
}
