//! What a frame writes, gathered so that the terminal gets it in one piece.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// A buffer that the drawing library writes into and the terminal empties.
#[derive(Clone, Debug, Default)]
pub(super) struct Pen(Rc<RefCell<Vec<u8>>>);

impl Pen {
    /// What was written since the last time.
    pub(super) fn drain(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing leaves before the frame is whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
