//! Articles in, briefings out.
