//! The inflected forms of a word, so that one term written `tax~` meets taxes, taxed and taxing, but not taxonomy.
//!
//! The spelling rules of English inflection alone (Quirk et al. 1985, 3.5-3.10 and 5.79-5.81): no irregular words, no derivation. Where
//! a rule depends on the stress, which spelling does not show, both forms are given: the wrong one is no word and is met nowhere.

/// `term` and the forms of its last word.
pub(super) fn forms(term: &str) -> Vec<String> {
    let mut all = vec![term.to_owned()];
    all.extend(plural(term));
    match after_consonant(term, 'y') {
        Some(stem) => all.extend([format!("{stem}ied"), format!("{term}ing")]),
        None => all.extend(stems(term).iter().flat_map(|stem| ["ed", "ing"].map(|ending| format!("{stem}{ending}")))),
    }
    all
}

/// The form in -s, of nouns and verbs alike.
fn plural(term: &str) -> Option<String> {
    if let Some(stem) = after_consonant(term, 'y') {
        return Some(format!("{stem}ies"));
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| term.ends_with(end));
    term.ends_with(char::is_alphanumeric).then(|| format!("{term}{}", if hisses { "es" } else { "s" }))
}

/// What -ed and -ing are put to.
fn stems(term: &str) -> Vec<String> {
    if let Some(stem) = term.strip_suffix('e') {
        return vec![stem.to_owned()];
    }
    let mut stems = vec![term.to_owned()];
    let mut letters = term.chars().rev();
    if let [Some(last), Some(vowel), Some(before)] = [letters.next(), letters.next(), letters.next()]
        && is_consonant(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && is_vowel(vowel)
        && is_consonant(before)
    {
        stems.push(format!("{term}{last}"));
    }
    stems
}

/// What stands before `last` where a consonant does.
fn after_consonant(term: &str, last: char) -> Option<&str> {
    term.strip_suffix(last).filter(|stem| stem.ends_with(is_consonant))
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
}

fn is_consonant(c: char) -> bool {
    c.is_ascii_alphabetic() && !is_vowel(c)
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[track_caller]
    fn check(term: &str, expected: &str) {
        assert_eq!(forms(term).join(" "), expected);
    }

    #[test]
    fn the_spelling_follows_the_ending_of_the_word() {
        check("import", "import imports imported importing");
        check("tax", "tax taxes taxed taxing");
        check("levy", "levy levies levied levying");
        check("trade", "trade trades traded trading");
        check("permit", "permit permits permited permiting permitted permitting");
    }

    #[test]
    fn of_several_words_the_last_is_inflected() {
        assert!(forms("school lunch").contains(&"school lunches".to_owned()));
    }
}
