//! The samples built into the program, so that an installed attache has something to open.

macro_rules! samples {
    ($($name:literal)+) => {
        &[$(($name, include_bytes!(concat!("../../briefings/", $name)).as_slice()),)+]
    };
}

const SAMPLES: &[(&str, &[u8])] = samples![
    "visit-new-delhi.toml"
    "visit-new-delhi.txt"
    "border-round.toml"
    "border-round.txt"
    "chip-export-rule.txt"
    "election-observers.txt"
    "energy-deal.toml"
    "energy-deal.txt"
    "frigate-contract.toml"
    "grain-corridor.txt"
    "peace-talks-readout.txt"
    "sanctions-package.txt"
];

/// The shipped samples: name and bytes.
pub fn shipped() -> &'static [(&'static str, &'static [u8])] {
    SAMPLES
}
