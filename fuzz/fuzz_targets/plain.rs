#![no_main]
//! Plain text in any encoding.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read(attache_fuzz::format("text"), bytes));
