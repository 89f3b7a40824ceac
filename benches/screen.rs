//! The first screen of a briefing, and one key, without a terminal.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to say")]

use std::sync::Arc;

use attache::app::App;
use attache::app::event::Event;
use attache::app::geometry::Size;
use attache::app::keymap::Keymap;
use attache::library::{Entries, EntryId};
use attache::model::Briefing;
use attache::work::{Desk, Origin};
use divan::Bencher;

fn main() {
    divan::main();
}

const SIZE: Size = Size { width: 120, height: 40 };

fn briefing() -> Arc<Briefing> {
    Arc::new(Desk::default().open(&Origin::Shipped("visit-new-delhi.txt")).expect("it opens").briefing)
}

fn app(briefing: Arc<Briefing>) -> App {
    let (mut app, _) = App::new(Keymap::shipped(), Entries::waiting(["bench".into()]), Vec::new());
    app.handle(Event::Opened { id: EntryId(0), briefing, whole: true });
    app
}

#[divan::bench]
fn the_key_table() -> Keymap {
    Keymap::shipped()
}

#[divan::bench]
fn first_screen(bencher: Bencher) {
    let briefing = briefing();
    bencher.bench_local(|| app(briefing.clone()).fit(SIZE));
}

#[divan::bench(args = ["down", "right", "J"])]
fn one_key(bencher: Bencher, key: &str) {
    let mut app = app(briefing());
    app.fit(SIZE);
    let key = key.parse().expect("a key");
    bencher.bench_local(|| {
        app.handle(Event::Key(key));
        app.fit(SIZE)
    });
}
