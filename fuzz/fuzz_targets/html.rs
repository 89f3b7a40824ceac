#![no_main]
//! A saved web page.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read(attache_fuzz::format("html"), bytes));
