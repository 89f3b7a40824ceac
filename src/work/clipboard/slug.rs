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

/// Whether [`slug`] can give this.
pub(super) fn is_slug(words: &str) -> bool {
    let is_of_slug = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    words.len() <= LONGEST && words.split('-').all(is_of_slug)
}

#[cfg(test)]
mod tests {
    use super::{is_slug, slug};

    #[test]
    fn a_name_says_what_it_is() {
        let cases = [
            ("section Full text, 10 paragraphs", "full-text"),
            ("topic S-400, 1 point", "s-400"),
            ("topic A/../../B: “C”, 2 points", "a-b-c"),
            ("1 point", "point"),
            ("3 sentences", "sentences"),
            ("briefing", "briefing"),
            ("topic 5 ways, 2 points", "5-ways"),
            ("topic Рыба, 2 points", "export"),
            ("", "export"),
        ];
        for (what, expected) in cases {
            assert_eq!(slug(what), expected, "{what}");
            assert!(is_slug(expected), "{expected}");
        }
        let long = slug(&"long ".repeat(30));
        assert!(long.len() == 39 && is_slug(&long));
        for own in ["", "My-Notes", "a--b", "a-", "-a", "a.b", "a_b", "é", &"a".repeat(41)] {
            assert!(!is_slug(own), "{own}");
        }
    }
}
