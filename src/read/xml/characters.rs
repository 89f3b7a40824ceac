//! The characters of an XML file, in the encoding that its declaration names.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::super::File;
use super::super::remarks::decoding;
use crate::model::Note;
use crate::text::decode::decode_declared;

/// A declaration stands within so many bytes.
const DECLARATION_BYTES: usize = 256;

/// The characters of `file`, and what had to be guessed or replaced to have them.
pub(in crate::read) fn characters<'a>(file: &'a File<'_>) -> (Cow<'a, str>, Vec<Note>) {
    let label = declared(file.bytes);
    let decoded = decode_declared(file.bytes, label.as_deref());
    let as_declared =
        label.and_then(|label| Encoding::for_label(label.as_bytes())).is_some_and(|it| it.name() == decoded.encoding);
    let notes = if as_declared && decoded.replaced == 0 { Vec::new() } else { decoding(&decoded) };
    (decoded.text, notes)
}

/// The encoding that the declaration of `bytes` names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(DECLARATION_BYTES))?.trim_ascii_start();
    let head: String = head.strip_prefix(b"<?xml")?.iter().map(|byte| char::from(*byte)).collect();
    let (declaration, _) = head.split_once("?>")?;
    let (_, behind) = declaration.split_once("encoding")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.split(quote).nth(1).map(str::to_owned)
}
