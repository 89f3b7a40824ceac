//! The attache program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    attache::cli::run(std::env::args_os()).into()
}
