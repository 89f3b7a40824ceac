#![no_main]
//! Mails and mailboxes; the first byte chooses the format.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| attache_fuzz::read_one_of(&["mail", "mbox", "mhtml"], bytes));
