#![no_main]
//! Documents of word processors and books; the first byte chooses the format. What follows is the archive, or, where it does not begin as
//! one does, its parts with a byte of 1E between them: an archive that is hit by chance is broken and says nothing of what its parts do.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The formats and the parts that are read of each.
const KINDS: [(&str, &[&str]); 3] = [
    ("docx", &["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/comments.xml", "docProps/core.xml"]),
    ("odt", &["content.xml", "meta.xml", "META-INF/manifest.xml"]),
    ("epub", &["META-INF/container.xml", "book.opf", "one.xhtml", "two.xhtml", "META-INF/encryption.xml"]),
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let (id, names) = KINDS[usize::from(*choice) % KINDS.len()];
    let archive = if bytes.starts_with(b"PK") { bytes.to_vec() } else { packed(names, bytes) };
    attache_fuzz::read_packed(attache_fuzz::format(id), &archive);
});

fn packed(names: &[&str], parts: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in names.iter().zip(parts.split(|byte| *byte == 0x1E)) {
        zip.start_file(*name, options).expect("a name of a part");
        zip.write_all(part).expect("bytes in memory");
    }
    zip.finish().expect("bytes in memory").into_inner()
}
