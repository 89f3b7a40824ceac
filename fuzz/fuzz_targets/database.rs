#![no_main]
//! Exports of databases; the first byte chooses the format.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read_one_of(&["factiva", "nexis"], bytes));
