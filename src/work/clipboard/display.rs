//! Which X display may be spoken to: a socket of this machine, never one that is reached by the network.
//!
//! The library that speaks to X goes to `host:0` by TCP, and where nothing listens at the socket of `:0`, to port 6000 of this machine.
//! So each process that speaks to a desktop is started with a display that names a socket and nothing else.

use std::env;
use std::process::Command;

/// The variable that names the display.
const DISPLAY: &str = "DISPLAY";

/// `display` written so that only a socket of this machine is tried for it (as X(7) names displays); `None` where it has no socket.
fn socket(display: &str) -> Option<String> {
    // What launchd sets: the socket's own path.
    if display.starts_with('/') || display.starts_with("unix:/") {
        return Some(display.to_owned());
    }
    let (protocol, rest) = display.rsplit_once('/').map_or((None, display), |(protocol, rest)| (Some(protocol), rest));
    let (host, number) = rest.rsplit_once(':')?;
    matches!((protocol, host), (Some("unix"), _) | (None, "" | "unix")).then(|| format!("unix/:{number}"))
}

/// Lets `command` know a display by its socket alone, or no display.
///
/// # Errors
/// Where the display is reached by the network and there is no other desktop.
pub(super) fn confine(command: &mut Command) -> Result<(), String> {
    let Some(display) = env::var_os(DISPLAY).filter(|display| !display.is_empty()) else { return Ok(()) };
    match display.to_str().and_then(socket) {
        Some(socket) => _ = command.env(DISPLAY, socket),
        None if env::var_os("WAYLAND_DISPLAY").is_some() => _ = command.env_remove(DISPLAY),
        // Its name may be that of somebody's machine, and this is read by others.
        None => return Err("no connection is opened, and DISPLAY is on no socket of this machine".to_owned()),
    }
    Ok(())
}

/// Whether there is a display by name, be it there or not.
pub(super) fn is_named() -> bool {
    env::var_os(DISPLAY).is_some_and(|display| !display.is_empty())
}

/// Whether this process knows no display but by its socket: what [`confine`] sees to.
pub(super) fn is_confined() -> bool {
    env::var_os(DISPLAY)
        .is_none_or(|display| display.is_empty() || display.to_str().is_some_and(|d| socket(d).as_deref() == Some(d)))
}

#[cfg(test)]
mod tests {
    use super::socket;

    #[test]
    fn a_display_is_its_socket_or_nothing() {
        for (display, expected) in [
            (":0", "unix/:0"),
            (":1.2", "unix/:1.2"),
            ("unix:0", "unix/:0"),
            ("unix/:3", "unix/:3"),
            ("unix/elsewhere:3", "unix/:3"),
            ("/private/launch/org.xquartz:0", "/private/launch/org.xquartz:0"),
            ("unix:/run/x", "unix:/run/x"),
        ] {
            assert_eq!(socket(display).as_deref(), Some(expected), "{display}");
            assert_eq!(socket(expected).as_deref(), Some(expected), "{expected} stays");
        }
        for display in
            ["localhost:10.0", "192.0.2.7:0", "::1:0", "tcp/:0", "tcp/unix:0", "unix/x/:0", "elsewhere:0", "nonsense", ""]
        {
            assert_eq!(socket(display), None, "{display}");
        }
    }
}
