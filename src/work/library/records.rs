//! Records one behind the other in a file: each a length, the CRC-32 of what follows, and that many bytes, which are a value in postcard's
//! form. What was damaged is not taken for what was remembered.
//!
//! A record borrows from the buffer it was read into, so that a hundred thousand are read with one.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

/// No record is longer: what says so is damaged, and is not to cost the memory it names.
const LONGEST: usize = 1 << 24;

/// The bytes before a record: its length and its checksum, the low byte of each first.
const BEFORE: usize = 8;

/// Reads records.
pub(super) struct Records<R> {
    from: R,
    buffer: Vec<u8>,
    /// Bytes of all records that were read.
    read: u64,
}

impl<R: Read> Records<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, buffer: Vec::new(), read: 0 }
    }

    /// The next record; none where there is no whole one.
    pub(super) fn next<'a, T: Deserialize<'a>>(&'a mut self) -> Option<T> {
        let length = usize::try_from(self.number()?).ok().filter(|length| *length <= LONGEST)?;
        let sum = self.number()?;
        self.buffer.resize(length, 0);
        self.from.read_exact(&mut self.buffer).ok()?;
        if crc32fast::hash(&self.buffer) != sum {
            return None;
        }
        self.read += (BEFORE + length) as u64;
        postcard::from_bytes(&self.buffer).ok()
    }

    fn number(&mut self) -> Option<u32> {
        let mut bytes = [0; 4];
        self.from.read_exact(&mut bytes).ok()?;
        Some(u32::from_le_bytes(bytes))
    }

    /// The bytes of the whole records that were read.
    pub(super) fn bytes(&self) -> u64 {
        self.read
    }

    /// Whether nothing stands behind the last record.
    pub(super) fn is_at_end(&mut self) -> bool {
        matches!(self.from.read(&mut [0]), Ok(0))
    }
}

/// Writes a record, by way of `buffer`.
pub(super) fn write(out: &mut impl Write, value: &impl Serialize, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    buffer.extend([0; BEFORE]);
    postcard::to_io(value, &mut *buffer).map_err(io::Error::other)?;
    let (before, record) = buffer.split_at_mut(BEFORE);
    let length = u32::try_from(record.len()).map_err(io::Error::other)?;
    let numbers = [length, crc32fast::hash(record)];
    before.iter_mut().zip(numbers.into_iter().flat_map(u32::to_le_bytes)).for_each(|(place, byte)| *place = byte);
    out.write_all(buffer)
}
