//! The encoding that a page says it is in: a meta element or an XML declaration among its first bytes.

/// So far browsers look for it, and a little farther, for the comments that programs put before a page.
const HEAD_BYTES: usize = 4096;

/// The label after `charset=` or `encoding=`.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let head: Vec<u8> = bytes.iter().take(HEAD_BYTES).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head);
    let (_, behind) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = behind.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'));
    label.get(..end.unwrap_or(label.len())).filter(|label| !label.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn both_ways_of_saying_it_are_known() {
        let said = |html: &str| declared(html.as_bytes()).unwrap_or_default();
        assert_eq!(said("<html><meta charset=\"Shift_JIS\">"), "shift_jis");
        assert_eq!(said("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>"), "windows-1251");
        assert_eq!(said("<?xml version='1.0' encoding='ISO-8859-1'?><html>"), "iso-8859-1");
        assert_eq!(said("<html><p>No word of it."), "");
    }
}
