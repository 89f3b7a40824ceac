//! The program at the command line: in a pipe it prints, on a terminal it hands over to the panes.

mod args;
mod check;
mod copy;
mod doctor;
mod documents;
mod draft;
mod explain;
mod follow;
mod follow_json;
mod formats;
mod forms;
mod library;
mod print;
mod read;
mod search;
mod settings;
mod show;
mod templates;
mod topics;
mod tray;

use std::ffi::OsString;
use std::sync::Arc;

use args::{Args, Command, Topics};
use clap::Parser;
pub use print::ExitCode;
use signal_hook::consts::{SIGCHLD, SIGXFSZ};

/// Runs attache with these arguments, the program's name first. Never panics on what stands in them.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    catch_signals();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == crate::work::clipboard::OWNER_ARGUMENT) {
        return ExitCode::of(crate::work::clipboard::own(arguments.get(2).and_then(|task| task.to_str())));
    }
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => return print::usage(&error),
    };
    let done = match args.command {
        None => read::read(&args.paths, &args.rules, &args.clipboard),
        Some(Command::Show(show)) => show::show(&show),
        Some(Command::Copy(args)) => copy::copy(&args),
        Some(Command::Explain(args)) => explain::explain(&args),
        Some(Command::Topics { command: Topics::Check(args) }) => topics::check(&args.files),
        Some(Command::Topics { command: Topics::Try(args) }) => topics::try_out(&args),
        Some(Command::Tray { command }) => tray::tray(&command),
        Some(Command::Formats(args)) => formats::formats(args.format),
        Some(Command::Check(check)) => check::check(&check.paths),
        Some(Command::Doctor(args)) => doctor::doctor(&args),
        Some(Command::Search(args)) => search::search(&args),
        Some(Command::Follow(args)) => follow::follow(&args),
        Some(Command::Draft(draft)) => draft::draft(&draft),
    };
    done.unwrap_or_else(|error| print::failure(&error))
}

/// Catches two signals and does nothing. The end of a program that attache starts is told then, where the parent has ignored it; and a
/// file that may not grow is an error to be told, not the end, which would leave the terminal taken.
fn catch_signals() {
    for signal in [SIGCHLD, SIGXFSZ] {
        let _ = signal_hook::flag::register(signal, Arc::default());
    }
}
