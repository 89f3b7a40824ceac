//! The known name that a mistyped one was probably meant to be.

/// How like a known name an unknown one must be (Jaro-Winkler, 0 to 1) to be offered in its place.
const LIKENESS: f64 = 0.75;

/// The one of `known` that is most like `name`, if one is like it at all.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .map(|k| (strsim::jaro_winkler(name, k), *k))
        .filter(|(like, _)| *like >= LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}
