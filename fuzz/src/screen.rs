//! A reader that keys are typed into without a terminal.

use std::sync::Arc;

use attache::app::App;
use attache::app::event::{Effect, Event};
use attache::app::geometry::Size;
use attache::app::key::{Key, KeyCode};
use attache::app::keymap::{Context, Keymap};
use attache::app::page::Row;
use attache::app::screen::Screen;
use attache::library::{Card, Entries, Entry, EntryId, Hit, State, searched};
use attache::model::Briefing;
use attache::text::Clean;

use crate::inert;

/// Types what `bytes` say into an app over `briefings`: a byte is a bound key, a character, a paste, or another size of the screen.
pub fn type_in(briefings: &[Arc<Briefing>], bytes: &[u8]) {
    let keymap = Keymap::shipped();
    let keys: Vec<Key> = Context::ALL.iter().flat_map(|context| keymap.rows(*context).flat_map(|row| row.keys.clone())).collect();
    let names: Vec<Clean> = briefings.iter().map(|_| "a".into()).collect();
    let (app, effects) = App::new(keymap, Entries::waiting(names.clone()), Vec::new());
    let mut typist = Typist { app, briefings };
    typist.perform(effects);
    let entry = |((id, name), briefing)| Entry { state: State::Ready(Arc::new(Card::of(briefing))), ..Entry::waiting(id, name) };
    typist.app.handle(Event::Listed((0..).map(EntryId).zip(names).zip(briefings.iter().map(|b| &**b)).map(entry).collect()));
    let mut size = Size { width: 80, height: 24 };
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        let event = match byte {
            0xFF => {
                size = Size { width: u16::from(bytes.next().unwrap_or(80)), height: u16::from(bytes.next().unwrap_or(24)) };
                Event::Resized
            }
            0xFE => {
                Event::Pasted(Clean::from(String::from_utf8_lossy(&bytes.by_ref().take(40).collect::<Vec<_>>()).into_owned()))
            }
            byte if byte < 0x80 => Event::Key(Key::plain(KeyCode::Char(char::from(byte)))),
            byte => Event::Key(keys[usize::from(byte - 0x80) % keys.len()]),
        };
        let effects = typist.app.handle(event);
        typist.perform(effects);
        let screen = typist.app.fit(size);
        check(&screen);
        let wishes = typist.app.wishes();
        typist.perform(wishes);
    }
}

struct Typist<'a> {
    app: App,
    briefings: &'a [Arc<Briefing>],
}

impl Typist<'_> {
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let briefing = |id: EntryId| Arc::clone(&self.briefings[id.0 as usize]);
            let answer = match effect {
                Effect::Open(id) => Event::Opened { id, briefing: briefing(id), whole: true },
                Effect::Preview(id) => Event::Previewed { id, briefing: briefing(id) },
                Effect::Find { stamp, words } => {
                    let holds = |b: &Briefing| words.holds(&searched(b).collect::<Vec<_>>());
                    let found = (0..).map(EntryId).zip(self.briefings).filter(|(_, b)| holds(b)).map(|(id, _)| id).collect();
                    Event::Found { stamp, found }
                }
                Effect::Hits { stamp, entries, words } => {
                    let hits = entries.iter().map(|id| (*id, Hit::of(&briefing(*id).article, &words))).collect();
                    Event::Hits { stamp, hits }
                }
                Effect::Copy(export) => {
                    inert(&export.text.replace('\t', " "));
                    continue;
                }
                _ => continue,
            };
            let effects = self.app.handle(answer);
            self.perform(effects);
        }
    }
}

/// Every row is clean and on one line.
fn check(screen: &Screen) {
    let panes = screen.panes.panes.iter().flat_map(|pane| pane.rows.iter().chain([&pane.title]));
    let sheet = screen.sheet.iter().flat_map(|(_, title, rows)| rows.iter().chain([title]));
    let single =
        [Some(&screen.title), screen.banner.as_ref(), screen.query.as_ref(), Some(&screen.footer), screen.panes.tabs.as_ref()];
    let check = |row: &Row| {
        row.runs.iter().for_each(|run| {
            inert(&run.text);
            assert!(!run.text.contains('\n'), "a line end in {:?}", run.text);
        })
    };
    panes.chain(sheet).chain(single.into_iter().flatten()).for_each(check);
}
