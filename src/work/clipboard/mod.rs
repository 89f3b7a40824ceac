//! Words to the clipboard: a ladder of ways, chosen once from the environment, and never a claim that can't be known.

mod keep;
mod native;
mod route;
mod tmux;

pub use keep::keep;
pub use native::own;
pub use route::Route;

use crate::export::Export;
use crate::text::Clean;

/// How a copy ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is where it should be, as far as the words say.
    Done(Clean),
    /// The terminal has to be asked, for the reason given where another way was tried first.
    Terminal(Option<Clean>),
}

/// Past this many bytes many terminals cut an OSC 52 sequence (100,000 characters of base64).
const TERMINAL_BYTES: usize = 74_994;

/// The hidden first argument with which attache starts itself as the owner of the native clipboard.
pub const OWNER_ARGUMENT: &str = "--own-clipboard";

/// Brings `export` to the clipboard by `route`; the native way falls back to the terminal.
pub fn deliver(route: Route, export: &Export) -> Delivery {
    match route {
        Route::Tmux => match tmux::load(&export.text) {
            Ok(()) => Delivery::Done(told(export, "to the tmux buffer (and to the terminal, unconfirmed)")),
            Err(reason) => Delivery::Terminal(Some(format!("tmux: {reason}").into())),
        },
        Route::Native => match native::hand_over(&export.text) {
            Ok(()) => Delivery::Done(told(export, "to the clipboard, read back")),
            Err(reason) => Delivery::Terminal(Some(format!("no clipboard: {reason}").into())),
        },
        Route::Terminal => Delivery::Terminal(None),
    }
}

/// The status line for words that were sent to the terminal.
pub fn sent_to_terminal(export: &Export, before: Option<&Clean>) -> Clean {
    let large = if export.text.len() > TERMINAL_BYTES { "; it may be too large for this terminal" } else { "" };
    let before = before.map_or_else(String::new, |reason| format!("; {reason}"));
    told(export, &format!("sent to the terminal (OSC 52, unconfirmed{large}{before})"))
}

fn told(export: &Export, how: &str) -> Clean {
    format!("{}, {}, {how}", export.what, crate::export::counted(export.characters(), "character")).into()
}
