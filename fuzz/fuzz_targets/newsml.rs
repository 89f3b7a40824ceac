#![no_main]
//! News in XML; the first byte chooses the format.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read_one_of(&["newsml", "nitf"], bytes));
