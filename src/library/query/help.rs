//! The language in a table, for README and for the screen.

/// What is typed, and what it finds.
pub const HELP: &[(&str, &str)] = &[
    ("visit delhi", "both words, in any order, in headline or text; capitals and accents do not count"),
    (
        "deliv",
        "the last word, while the line ends with it, is a beginning: delivery, delivered; a blank behind it makes it whole",
    ),
    ("\"air defence\"", "these words, one behind the other; S-400 and India's are such phrases without quotation marks"),
    ("-china", "leaves out what has this word, which is whole; -\"air defence\" and -topic:trade likewise"),
    ("topic:trade", "a topic whose id or label has these words, the last one a beginning"),
    ("outlet:\"Hill Courier\"", "an outlet likewise; several words stand in quotation marks"),
    ("date:2025-11", "published in this month; 2025: in this year; 2025-11-28: on this day"),
    ("after:2026-01", "published on its first day or later"),
    ("before:2026-01", "published before its first day; what has no date meets none of the three"),
    ("tension:yes", "with tensions; no: without"),
    ("type:html", "read as this format; article or briefing: what it is"),
    ("read:no", "not read yet; yes: read"),
    ("marked:yes", "marked; no: not marked"),
];
