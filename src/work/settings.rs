//! Where a user's own files are, and what they say.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::clipboard::Preference;
use super::file::FileError;
use super::{Layers, RuleFile, RuleFiles};
use crate::form::Complaint;

/// The user's files as they were found.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The key table.
    pub keys: Option<RuleFile>,
    /// What is no rule and no key: the clipboard.
    pub config: Option<RuleFile>,
    /// The rule files.
    pub rules: RuleFiles,
    /// Files that are there and can't be read, and why.
    pub unread: Vec<String>,
}

/// Rule files named on the command line: each takes the place of what attache ships and of the user's own of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// A taxonomy.
    pub topics: Option<PathBuf>,
    /// Cues.
    pub cues: Option<PathBuf>,
}

impl Settings {
    /// The files that were `named`, and for the rest what stands in the user's own folder.
    ///
    /// # Errors
    /// Where a file that was named can't be read.
    pub fn read(named: &Named) -> Result<Self, String> {
        let mut settings = Self::default();
        let folder = folder();
        let mut own = |name: &str| folder.as_ref().and_then(|folder| settings.file(&folder.join(name)));
        let (keys, config) = (own("keys.toml"), own("config.toml"));
        let cruft = Layers { ground: None, over: own("cruft.toml").into_iter().collect() };
        let mut layers = |named: Option<&Path>, name: &str| match named {
            Some(path) => {
                let file = RuleFile::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
                Ok::<_, String>(Layers { ground: Some(file), over: Vec::new() })
            }
            None => Ok(Layers { ground: None, over: own(name).into_iter().collect() }),
        };
        let topics = layers(named.topics.as_deref(), "topics.toml")?;
        let cues = layers(named.cues.as_deref(), "cues.toml")?;
        (settings.keys, settings.config) = (keys, config);
        settings.rules = RuleFiles { topics, cues, cruft };
        Ok(settings)
    }

    /// What the user wishes of the clipboard, and what is wrong with the file that says it.
    pub fn clipboard(&self) -> (Preference, Vec<Complaint>) {
        let complaints = RefCell::default();
        let preference = self.config.as_ref().map(|file| Preference::read(&file.source(), &complaints));
        (preference.unwrap_or_default(), complaints.into_inner())
    }

    /// Reads one file; an absent one is nothing, an unreadable one is told.
    fn file(&mut self, path: &Path) -> Option<RuleFile> {
        match RuleFile::read(path) {
            Ok(file) => Some(file),
            Err(FileError::Missing) => None,
            Err(error) => {
                self.unread.push(format!("{}: {error}", path.display()));
                None
            }
        }
    }
}

/// The variables that say where a user's folders are.
const VARIABLES: [&str; 4] = ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"];

/// The folder of the user's own files: `$XDG_CONFIG_HOME/attache/` or the place that the system has for it.
pub fn folder() -> Option<PathBuf> {
    own_folder(&etcetera::choose_base_strategy().ok()?.config_dir())
}

/// attache's own folder in `base`. One that is relative is none, as the XDG specification says of its variables, and below a relative home
/// folder likewise: what is kept would lie wherever attache was started.
fn own_folder(base: &Path) -> Option<PathBuf> {
    base.is_absolute().then(|| base.join("attache"))
}

/// The folder for what is kept between runs, `$XDG_STATE_HOME/attache/` or the place that the system has for it.
pub fn state_folder() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    own_folder(&base.state_dir().unwrap_or_else(|| base.data_dir()))
}

/// The folder for what can be had anew, `$XDG_CACHE_HOME/attache/` or the place that the system has for it.
pub fn cache_folder() -> Option<PathBuf> {
    own_folder(&etcetera::choose_base_strategy().ok()?.cache_dir())
}

/// The folder of the last exports.
pub fn exports_folder() -> Option<PathBuf> {
    Some(state_folder()?.join("exports"))
}

/// `path` as a stranger may see it: with the name of the variable that says where it is, or with `~`.
pub fn without_names(path: &Path) -> String {
    let below = |variable| {
        let folder = PathBuf::from(std::env::var_os(variable)?);
        Some((variable, path.strip_prefix(&folder).ok()?)).filter(|_| folder.is_absolute())
    };
    // The nearest of them, where one is inside another.
    let nearest = VARIABLES.into_iter().filter_map(below).min_by_key(|(_, rest)| rest.as_os_str().len());
    nearest.map_or_else(
        || with_tilde(&path.to_string_lossy()),
        |(variable, rest)| Path::new(&format!("${variable}")).join(rest).to_string_lossy().into_owned(),
    )
}

/// `text` with `~` where the path of the home folder stands in it: shorter, and nothing that a stranger should not see.
pub fn with_tilde(text: &str) -> String {
    let home = etcetera::home_dir()
        .ok()
        .filter(|home| home.is_absolute())
        .map(|home| home.to_string_lossy().trim_end_matches('/').to_owned());
    home.filter(|home| !home.is_empty()).map_or_else(|| text.to_owned(), |home| text.replace(&home, "~"))
}
