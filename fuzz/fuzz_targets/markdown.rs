#![no_main]
//! Markdown.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read(attache_fuzz::format("markdown"), bytes));
