//! What goes to the terminal, whole: also where another program has left it so that a write does not wait.

use std::io;
use std::os::fd::BorrowedFd;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;

/// Writes all of `bytes` to standard output, past the line buffer that would cut a frame into pieces.
///
/// No descriptor of its own is needed: it works where there is none left.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn put(bytes: &[u8]) -> io::Result<()> {
    put_to(stdout(), bytes, true)
}

/// The same of as much as the terminal takes without being waited for, if it was told not to let anyone wait.
pub(super) fn put_what_fits(bytes: &[u8]) -> io::Result<()> {
    put_to(stdout(), bytes, false)
}

fn put_to(out: BorrowedFd<'_>, mut bytes: &[u8], waits: bool) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(out, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) if waits => match poll(&mut [PollFd::from_borrowed_fd(out, PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Read, pipe};
    use std::os::fd::AsFd;

    use rustix::fs::{OFlags, fcntl_setfl};

    use super::put_to;

    #[test]
    fn all_of_a_frame_goes_out_where_a_write_does_not_wait() {
        let (mut reader, writer) = pipe().unwrap();
        fcntl_setfl(&writer, OFlags::NONBLOCK).unwrap();
        let frame = vec![b'x'; 3_000_000];
        assert!(put_to(writer.as_fd(), &frame, false).is_err(), "more than a pipe holds");
        let read = std::thread::spawn(move || {
            let mut all = Vec::new();
            reader.read_to_end(&mut all).map(|_| all.len()).unwrap()
        });
        put_to(writer.as_fd(), &frame, true).unwrap();
        drop(writer);
        assert!(read.join().unwrap() >= frame.len());
    }
}
