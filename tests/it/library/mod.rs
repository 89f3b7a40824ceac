//! Many articles: what is remembered of them and how they hang together.

mod alike;
