//! A briefing file: what it says, and what is wrong with it.

use std::cell::RefCell;

use crate::form::{Complaint, Source, document};
use crate::model::Written;

/// What the briefing file `source` says; what is wrong in it is added to `complaints`.
pub fn written(source: &Source<'_>, complaints: &RefCell<Vec<Complaint>>) -> Written {
    document(source, complaints, |_root| Written::default())
}
