//! What many threads have ready for one, which takes all of it at a time.
//!
//! To be woken costs more than to take an article, so the one who takes waits a moment for more before it does; what is ready waits no
//! longer than that, whatever the others are at. Bytes in all are bounded: who gives too much waits until it was taken.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// So long what is ready waits for more, and no longer than until there is so much of it.
const MOMENT: Duration = Duration::from_millis(10);
const MANY: usize = 256;

/// The bytes that may be ready; more than one thing only within them.
const MOST_BYTES: usize = 4_000_000;

/// Things that are ready to be taken.
#[derive(Debug)]
pub(super) struct Gathered<T> {
    ready: Mutex<Ready<T>>,
    /// There is something, there is much of it, or nothing will come any more.
    news: Condvar,
    /// All was taken, or nothing will be any more.
    room: Condvar,
}

#[derive(Debug)]
struct Ready<T> {
    things: Vec<T>,
    bytes: usize,
    givers: usize,
    /// Whether nobody takes any more.
    closed: bool,
}

/// One who gives. When the last has gone, nothing comes any more.
#[derive(Debug)]
pub(super) struct Giver<'a, T>(&'a Gathered<T>);

/// The one who takes. When it has gone, givers are told.
#[derive(Debug)]
pub(super) struct Taker<'a, T>(&'a Gathered<T>);

impl<T> Gathered<T> {
    /// Nothing yet, of so many who will give.
    pub(super) fn of(givers: usize) -> Self {
        let ready = Ready { things: Vec::new(), bytes: 0, givers, closed: false };
        Self { ready: Mutex::new(ready), news: Condvar::new(), room: Condvar::new() }
    }

    /// One of those who give.
    pub(super) fn giver(&self) -> Giver<'_, T> {
        Giver(self)
    }

    /// The one who takes.
    pub(super) fn taker(&self) -> Taker<'_, T> {
        Taker(self)
    }
}

impl<T> Giver<'_, T> {
    /// Gives a thing of so many bytes, when there is room for it; whether anybody takes it.
    pub(super) fn give(&self, thing: T, bytes: usize) -> bool {
        let is_full = |ready: &mut Ready<T>| !ready.closed && !ready.things.is_empty() && ready.bytes + bytes > MOST_BYTES;
        let Ok(ready) = self.0.ready.lock() else { return false };
        let Ok(mut ready) = self.0.room.wait_while(ready, is_full) else { return false };
        if ready.closed {
            return false;
        }
        let was_much = ready.is_much();
        ready.things.push(thing);
        ready.bytes += bytes;
        let is_news = ready.things.len() == 1 || ready.is_much() && !was_much;
        drop(ready);
        if is_news {
            self.0.news.notify_one();
        }
        true
    }
}

impl<T> Taker<'_, T> {
    /// All that is ready, as soon as there is something; nothing where nothing will come any more.
    pub(super) fn take(&self) -> Vec<T> {
        let Ok(ready) = self.0.ready.lock() else { return Vec::new() };
        let nothing = |ready: &mut Ready<T>| ready.things.is_empty() && ready.givers > 0;
        let Ok(ready) = self.0.news.wait_while(ready, nothing) else { return Vec::new() };
        let little = |ready: &mut Ready<T>| !ready.is_much() && ready.givers > 0;
        let Ok((mut ready, _)) = self.0.news.wait_timeout_while(ready, MOMENT, little) else { return Vec::new() };
        ready.bytes = 0;
        let things = std::mem::take(&mut ready.things);
        drop(ready);
        self.0.room.notify_all();
        things
    }
}

impl<T> Ready<T> {
    fn is_much(&self) -> bool {
        self.things.len() >= MANY || self.bytes >= MOST_BYTES / 2
    }
}

impl<T> Drop for Giver<'_, T> {
    fn drop(&mut self) {
        if let Ok(mut ready) = self.0.ready.lock() {
            ready.givers = ready.givers.saturating_sub(1);
        }
        self.0.news.notify_one();
    }
}

impl<T> Drop for Taker<'_, T> {
    fn drop(&mut self) {
        if let Ok(mut ready) = self.0.ready.lock() {
            ready.closed = true;
        }
        self.0.room.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::{Gathered, MOST_BYTES};

    #[test]
    fn all_that_is_given_is_taken_in_the_order_of_each_giver() {
        let gathered = Gathered::of(3);
        let mut by_giver: Vec<Vec<usize>> = vec![Vec::new(); 3];
        thread::scope(|scope| {
            for giver in 0..3 {
                let own = gathered.giver();
                scope.spawn(move || (0..2000).for_each(|thing| assert!(own.give((giver, thing), MOST_BYTES / 100))));
            }
            let taker = gathered.taker();
            loop {
                let things = taker.take();
                if things.is_empty() {
                    break;
                }
                assert!(things.len() <= 100);
                for (giver, thing) in things {
                    by_giver[giver].push(thing);
                }
            }
        });
        assert!(by_giver.iter().all(|own| own.iter().copied().eq(0..2000)));
    }

    #[test]
    fn who_gives_learns_that_nobody_takes() {
        let gathered = Gathered::of(1);
        thread::scope(|scope| {
            let giver = gathered.giver();
            let times = scope.spawn(move || (0..9).take_while(|_| giver.give((), MOST_BYTES)).count());
            let taker = gathered.taker();
            assert_eq!(taker.take().len(), 1);
            drop(taker);
            assert!(times.join().unwrap() <= 2);
        });
    }

    #[test]
    fn one_thing_is_given_whatever_its_size_and_soon_taken() {
        let gathered = Gathered::of(2);
        let (waits, gives) = (gathered.giver(), gathered.giver());
        assert!(gives.give("huge", MOST_BYTES * 2));
        assert_eq!(gathered.taker().take(), ["huge"]);
        drop(waits);
    }
}
