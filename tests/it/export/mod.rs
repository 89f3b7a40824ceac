//! Briefings written in every form and read back with parsers that are not ours.

mod fields;
mod hostile;
mod keys;
mod read_back;

use std::path::Path;
use std::sync::Arc;

use attache::derive::{Rules, brief};
use attache::export::{Export, Form, Selection, Wanted};
use attache::model::{Article, Briefing};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;

/// The briefing of a sample.
fn sample(name: &str) -> Briefing {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings").join(name);
    of_bytes(name, &std::fs::read(path).unwrap())
}

/// The briefing of `text` under a name.
fn of_bytes(name: &str, text: &[u8]) -> Briefing {
    let article = plain(name.into(), &decode(text), &CruftRules::shipped());
    brief(Arc::new(Article { hash: Some("0123456789ab".into()), ..article }), &Rules::shipped())
}

/// The whole of `briefing` in `form`.
fn written(briefing: &Briefing, form: Form) -> String {
    Export::of(briefing, Selection::Whole(&Wanted::default()), form).text
}
