//! `attache tray`: the lines taken in the panes, printed or taken out.

use super::args::Tray as Wished;
use super::print::{ExitCode, Failure, out, out_form, say};
use crate::export::{counted, tray_page};
use crate::library::tray::Tray;
use crate::model::Extracts;
use crate::text::clean::clean;
use crate::work::tray::{Store, StoreError};

/// Does what `wished` asks for.
pub(super) fn tray(wished: &Wished) -> Result<ExitCode, Failure> {
    let store = Store::own()?;
    match wished {
        Wished::Show => print(&store.look()?, |extracts| out(&tray_page(extracts).into())),
        Wished::Export(args) => print(&store.look()?, |extracts| out_form(args.format.0, extracts)),
        Wished::Clear => clear(&store),
    }
}

fn print(tray: &Tray, out: impl FnOnce(&Extracts) -> Result<(), Failure>) -> Result<ExitCode, Failure> {
    if tray.lines().is_empty() {
        return Ok(nothing());
    }
    out(&tray.extracts())?;
    Ok(ExitCode::WELL)
}

fn clear(store: &Store) -> Result<ExitCode, Failure> {
    let (beside, dropped) = store.clear()?;
    if dropped == 0 {
        return Ok(nothing());
    }
    let dropped = counted(dropped, "line");
    out(&clean(&format!(
        "{dropped} dropped; the tray as it was is {}: put it back under the name tray.json\n",
        beside.display()
    )))?;
    Ok(ExitCode::WELL)
}

fn nothing() -> ExitCode {
    say("attache: the tray is empty");
    ExitCode::NOTHING
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Said(error.to_string())
    }
}
