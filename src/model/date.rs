//! A publication date: a day, without a time or a zone.

/// A day of the civil calendar; shown as `2025-11-28`.
pub type Date = jiff::civil::Date;
