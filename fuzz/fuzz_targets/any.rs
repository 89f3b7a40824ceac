#![no_main]
//! A file whose format its bytes tell, as attache opens it.

use attache::read::{File, recognise};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    attache_fuzz::read_packed(recognise(&File::new("a", bytes)), bytes);
});
