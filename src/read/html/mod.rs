//! HTML: whole pages that somebody saved, and the pieces of it that other formats carry.

mod parts;

pub(super) use parts::parts;
