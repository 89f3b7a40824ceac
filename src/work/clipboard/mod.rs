//! Words to the clipboard: a ladder of ways, chosen once, and never a claim that can't be known.

mod check;
mod command;
mod delivery;
mod desktop;
mod display;
mod keep;
mod ladder;
mod native;
mod osc52;
mod preference;
mod process;
mod slug;
mod surroundings;
mod tmux;
mod tty;
mod way;

pub use check::Rung;
pub use delivery::{Delivery, Receipt};
pub use keep::{keep, kept_in};
pub use ladder::Ladder;
pub use native::own;
pub use preference::Preference;
pub use surroundings::Surroundings;
pub use tty::to_controlling_terminal;
pub use way::Way;

use crate::export::Export;

/// The hidden first argument with which attache starts itself to speak to a desktop: as the owner of its clipboard, or to read it.
pub const OWNER_ARGUMENT: &str = "--own-clipboard";

/// Writes bytes to the terminal; says why it can't.
pub type ToTerminal<'a> = &'a dyn Fn(&[u8]) -> Result<(), String>;

/// Keeps `export` as a file and brings it to the clipboard by the first way of `ladder` that works.
pub fn copy(ladder: &Ladder, export: &Export, terminal: ToTerminal<'_>) -> Receipt {
    let mut failed = Vec::new();
    let delivery = ladder.ways.iter().find_map(|way| match ladder.attempt(*way, export, terminal) {
        Ok(delivery) => Some(delivery),
        Err(reason) => {
            failed.push((*way, reason));
            None
        }
    });
    Receipt { delivery: delivery.unwrap_or(Delivery::Failed), failed, kept: keep(export) }
}

impl Ladder {
    fn attempt(&self, way: Way, export: &Export, terminal: ToTerminal<'_>) -> Result<Delivery, String> {
        match way {
            Way::Native => native::hand_over(export, &self.surroundings).map(|()| Delivery::ReadBack(Way::Native)),
            Way::Tmux => tmux::load(&export.text).map(|()| Delivery::ReadBack(Way::Tmux)),
            Way::Command => command::give(&self.command, &export.text)
                .map(|()| Delivery::Given(command::program(&self.command)))
                .map_err(|reason| format!("{}: {reason}", command::program(&self.command))),
            Way::Osc52 => match self.surroundings.mute {
                Some(reason) => Err(reason.to_owned()),
                None => terminal(&osc52::sequence(&export.text, &self.surroundings)).map(|()| Delivery::Unconfirmed),
            },
            Way::File | Way::None => Ok(Delivery::FileAlone),
        }
    }
}
