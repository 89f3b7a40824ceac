//! The user's own files as every command takes them: the rules named on the command line, else those in the user's folder.

use super::args::{ClipboardArgs, RuleArgs};
use super::print::{Failure, say};
use crate::form::Complaint;
use crate::work::clipboard::{Ladder, Surroundings};
use crate::work::settings::{Named, Settings};

/// The settings of this run; a file of the user's that can't be read is told on standard error.
///
/// # Errors
/// Where a file that was named can't be read.
pub(super) fn read(args: &RuleArgs) -> Result<Settings, Failure> {
    let settings = Settings::read(&named(args)).map_err(Failure::Said)?;
    settings.unread.iter().for_each(|reason| say(&format!("attache: {reason}")));
    Ok(settings)
}

/// The rule files that were named.
pub(super) fn named(args: &RuleArgs) -> Named {
    Named { topics: args.topics.clone(), cues: args.cues.clone() }
}

/// The ways of copies in this run, and what is wrong with the file that speaks of them.
///
/// # Errors
/// Where a command was asked for and there is none.
pub(super) fn ladder(args: &ClipboardArgs, settings: &Settings) -> Result<(Ladder, Vec<Complaint>), Failure> {
    let (preference, complaints) = settings.clipboard();
    let ladder = Ladder::new(args.way.map(|way| way.0), preference, Surroundings::from_environment());
    Ok((ladder.map_err(|reason| Failure::Said(reason.to_owned()))?, complaints))
}
