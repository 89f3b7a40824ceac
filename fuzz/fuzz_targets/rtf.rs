#![no_main]
//! RTF.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read(attache_fuzz::format("rtf"), bytes));
