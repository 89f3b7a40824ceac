//! A library: its list, its language, what it folds.

mod entries;
