//! The templates that can be named on the command line: shipped ones, the user's own, and files.

use std::cell::RefCell;
use std::path::Path;

use super::print::{Failure, say};
use crate::export::Template;
use crate::form::Severity;
use crate::work::RuleFile;
use crate::work::settings::folder;

/// The template called `name`: a file of that path, else one of the user's own, else a shipped one.
///
/// # Errors
/// Where there is none, or its file says what can't be taken.
pub(super) fn template(name: &Path) -> Result<Template, Failure> {
    let own = folder().map(|folder| folder.join("templates").join(name).with_extension("toml"));
    let file = [Some(name.to_owned()), own].into_iter().flatten().find(|path| path.is_file());
    let Some(path) = file else {
        let shipped = Template::shipped();
        let names: Vec<String> = shipped.iter().map(|template| template.name.to_string()).collect();
        let found = shipped.into_iter().find(|template| Path::new(&*template.name) == name);
        return found.ok_or_else(|| {
            Failure::Said(format!("there is no template \"{}\"; there are {}", name.display(), names.join(", ")))
        });
    };
    let file = RuleFile::read(&path).map_err(|error| Failure::Said(format!("{}: {error}", path.display())))?;
    let complaints = RefCell::default();
    let template = Template::read(&file.source(), &complaints);
    let complaints = complaints.into_inner();
    for complaint in &complaints {
        say(&complaint.to_string());
    }
    if complaints.iter().any(|complaint| complaint.severity == Severity::Error) {
        return Err(Failure::Said(format!("{} can't be taken as a template", path.display())));
    }
    Ok(template)
}
