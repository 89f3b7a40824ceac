//! The language of a text, as codes and as people say it.

/// One of the languages that can be told apart (`assets/languages.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language {
    /// The ISO 639-1 code, such as `fr`.
    pub code: &'static str,
    /// The English name, such as `French`.
    pub name: &'static str,
}

impl Language {
    /// The language of the rules that come with the program.
    pub const ENGLISH: Self = Self { code: "en", name: "English" };

    /// The language with this ISO 639 code, of two letters or of three.
    pub fn of_code(code: &str) -> Option<Self> {
        let mut rows = include_str!("../../assets/languages.txt").lines().filter(|line| !line.starts_with('#'));
        rows.find_map(|row| {
            let (two, rest) = row.split_once(' ')?;
            let (three, name) = rest.split_once(' ')?;
            (two == code || three == code).then_some(Self { code: two, name })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn both_codes_name_one_language() {
        assert_eq!(Language::of_code("eng"), Some(Language::ENGLISH));
        assert_eq!(Language::of_code("fr"), Language::of_code("fra"));
        assert_eq!(Language::of_code("fr").map(|l| l.name), Some("French"));
        assert_eq!(["", "#", "xx", "F"].map(Language::of_code), [None; 4]);
    }
}
