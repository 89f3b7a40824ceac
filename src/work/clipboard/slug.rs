//! What an export is, as a part of a file's name.

/// So many characters a name takes.
const LONGEST: usize = 40;

/// `what` of an export ("section Tensions, 5 points") as lower-case letters and digits with hyphens between: `tensions`.
///
/// Only ASCII: the name has to be typed, sent and stored anywhere.
pub(super) fn slug(what: &str) -> String {
    let named = what.split(',').next().unwrap_or_default();
    let parts: Vec<String> =
        named.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_ascii_lowercase).collect();
    let words = match parts.as_slice() {
        // What it is goes without saying, and so does how many.
        [kind, rest @ ..] if ["section", "sections", "topic"].contains(&kind.as_str()) => rest,
        [count, rest @ ..] if count.bytes().all(|byte| byte.is_ascii_digit()) && !rest.is_empty() => rest,
        all => all,
    };
    let mut slug: String = words.join("-").chars().take(LONGEST).collect();
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "export".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_name_says_what_it_is() {
        let cases = [
            ("section Full text, 10 paragraphs", "full-text"),
            ("topic S-400, 1 point", "s-400"),
            ("topic A/../../B: “C”, 2 points", "a-b-c"),
            ("1 point", "point"),
            ("3 sentences", "sentences"),
            ("briefing", "briefing"),
            ("topic Рыба, 2 points", "export"),
            ("", "export"),
        ];
        for (what, expected) in cases {
            assert_eq!(slug(what), expected, "{what}");
        }
        assert_eq!(slug(&"long ".repeat(30)).len(), 39);
    }
}
