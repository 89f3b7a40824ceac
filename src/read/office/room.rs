//! How much text a document may have. Packed text may unpack to hundreds of times its size, and what is read of it takes memory several
//! times more.

use crate::read::format::Refusal;

/// Some 700,000 words: longer than the longest novels.
const TEXT_BYTES: usize = 4 * 1024 * 1024;

/// A paragraph, a style or another thing that is kept takes room beside its letters.
const EACH: usize = 32;

/// The room that is left of [`TEXT_BYTES`] and the size of the archive: text that packs badly may be longer. None, as long as nobody says how
/// large the archive is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    all: usize,
    left: Option<usize>,
}

impl Room {
    /// The room for a document in an archive of so many bytes.
    pub(super) fn of_archive(packed: usize) -> Self {
        let all = TEXT_BYTES + packed;
        Self { all, left: Some(all) }
    }

    /// Takes room for so many bytes of text.
    pub(super) fn take(&mut self, bytes: usize) {
        self.left = self.left.and_then(|left| left.checked_sub(bytes));
    }

    /// Takes room for one more thing that is kept, with so many bytes of text.
    pub(super) fn take_one(&mut self, bytes: usize) {
        self.take(bytes + EACH);
    }

    /// Whether more was to be taken than there was.
    pub(super) fn is_over(self) -> bool {
        self.left.is_none()
    }

    /// That the text had room.
    pub(super) fn checked(self) -> Result<(), Refusal> {
        if self.is_over() {
            let most = self.all / 1_000_000;
            let said = format!("the document has more than {most} MB of text: save it as plain text, of which more is read");
            return Err(said.into());
        }
        Ok(())
    }
}
