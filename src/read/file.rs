//! A file as the formats see it: its name, its bytes, and its characters for those that ask for them.

use std::cell::OnceCell;

use crate::text::decode::{Decoded, decode};

/// So many bytes tell what a file is.
const HEAD_BYTES: usize = 4096;

/// A file's name and content.
#[derive(Debug)]
pub struct File<'a> {
    /// The name, as far as it is known; folders before it do not matter.
    pub name: &'a str,
    /// The content.
    pub bytes: &'a [u8],
    decoded: OnceCell<Decoded<'a>>,
}

impl<'a> File<'a> {
    /// The file called `name` that holds `bytes`.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, decoded: OnceCell::new() }
    }

    /// Its characters, and the encoding they were in.
    pub fn decoded(&self) -> &Decoded<'a> {
        self.decoded.get_or_init(|| decode(self.bytes))
    }

    /// The beginning of its characters, behind white space: a few thousand.
    pub(super) fn head(&self) -> &str {
        let text = self.decoded().text.trim_start();
        text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default()
    }

    /// The ending of its name in small letters, without the dot.
    pub(super) fn ending(&self) -> Option<String> {
        let file = self.name.rsplit(['/', '\\']).next()?;
        file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())
    }
}
