//! What the clipboard's library is asked for: words put there, read back, held.

use arboard::{Clipboard, Error, Set};
use serde::{Deserialize, Serialize};

use super::display::{is_confined, is_named};
#[cfg(all(unix, not(target_os = "macos")))]
use crate::work::jobs::begin;

/// What goes to the clipboard.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Parcel {
    /// The words, or their HTML.
    pub(super) text: String,
    /// The plain words beside HTML.
    pub(super) plain: Option<String>,
}

/// Puts `parcel` on the clipboard; it stays there as long as what is returned, on some systems longer.
///
/// # Errors
/// Why it could not be put there, on one line.
pub(super) fn put(parcel: &Parcel) -> Result<Clipboard, String> {
    let mut clipboard = open()?;
    set(clipboard.set(), parcel).map_err(one_line)?;
    Ok(clipboard)
}

/// Whether the clipboard gives back `parcel`. HTML is compared where it comes back as it went: elsewhere the system wraps it, and the
/// plain words have to speak for both.
///
/// # Errors
/// Why it can't be read.
pub(super) fn holds(parcel: &Parcel) -> Result<bool, String> {
    let mut clipboard = open()?;
    let plain = parcel.plain.as_ref().unwrap_or(&parcel.text);
    let as_it_went = parcel.plain.is_none() || !cfg!(all(unix, not(target_os = "macos")));
    let html_holds = as_it_went || clipboard.get().html().map_err(one_line)? == parcel.text;
    Ok(html_holds && clipboard.get_text().map_err(one_line)? == *plain)
}

/// Holds `parcel` on the clipboard until another program copies something.
///
/// # Errors
/// Why it could not be held, on one line.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn stay(clipboard: &mut Clipboard, parcel: &Parcel) -> Result<(), String> {
    use arboard::SetExtLinux;
    let own = parcel.clone();
    // The library goes on waiting when the X server has gone. A Wayland clipboard does not end with the X server beside it.
    begin("display", move || {
        if wait_for_the_end_of_x11() && !holds(&own).unwrap_or(false) {
            std::process::exit(0);
        }
    });
    set(clipboard.set().wait(), parcel).map_err(one_line)
}

/// Sleeps until the X server has gone; false where there was none. One that is named and does not answer went since the words were put there.
#[cfg(all(unix, not(target_os = "macos")))]
fn wait_for_the_end_of_x11() -> bool {
    use x11rb::connection::Connection;
    let Ok((connection, _)) = x11rb::connect(None) else { return is_named() };
    while connection.wait_for_event().is_ok() {}
    true
}

/// Elsewhere the system keeps the words.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn stay(_clipboard: &mut Clipboard, _parcel: &Parcel) -> Result<(), String> {
    Ok(())
}

/// The desktop's clipboard.
///
/// # Errors
/// Why it can't be had, on one line.
pub(super) fn open() -> Result<Clipboard, String> {
    if !is_confined() {
        return Err("DISPLAY may not be on the network".to_owned());
    }
    Clipboard::new().map_err(one_line)
}

fn set(set: Set<'_>, parcel: &Parcel) -> Result<(), Error> {
    match &parcel.plain {
        Some(plain) => set.html(&parcel.text, Some(plain)),
        None => set.text(&parcel.text),
    }
}

fn one_line(error: Error) -> String {
    match error {
        Error::Unknown { description } => description.replace('\n', " "),
        other => other.to_string().replace('\n', " "),
    }
}
