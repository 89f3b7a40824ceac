//! Word lists that ship with the program: lines under section names in square brackets, comment lines between.

/// The lines of a word list in their order, each with the name of the section it stands in; comments are left out.
pub fn sections(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    text.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => {
                section = name;
                None
            }
            None => Some((section, line)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::sections;

    #[test]
    fn each_line_has_the_section_above_it() {
        let lines: Vec<_> = sections("# note\n[a]\none two\n\n# more\n[b]\nthree").collect();
        assert_eq!(lines, [("a", "one two"), ("a", ""), ("b", "three")]);
    }
}
