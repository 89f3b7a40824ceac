//! The pages that lie over the list, each over what was open where it was begun: topics that are followed, tellings side by side.

use super::event::Effect;
use super::follow::FollowView;
use super::keymap::Context;
use super::tellings::TellingsView;
use super::{App, Open};
use crate::library::EntryId;

/// The most pages that lie over each other, each opened out of an article of the one below; the lowest is forgotten first.
const MOST: usize = 16;

/// A page.
#[derive(Debug)]
pub(super) enum Page {
    /// A topic that is followed.
    Follow(Box<FollowView>),
    /// Two tellings of one story.
    Tellings(Box<TellingsView>),
}

/// The pages; the last is seen where no briefing is open.
#[derive(Debug, Default)]
pub(super) struct Pages(Vec<(Page, Option<Open>)>);

impl Pages {
    /// The page on top.
    pub(super) fn top(&self) -> Option<&Page> {
        self.0.last().map(|(page, _)| page)
    }

    /// The topic that is followed on top.
    pub(super) fn follow(&self) -> Option<&FollowView> {
        if let Page::Follow(view) = self.top()? { Some(view) } else { None }
    }

    /// The same, to be changed.
    pub(super) fn follow_mut(&mut self) -> Option<&mut FollowView> {
        if let (Page::Follow(view), _) = self.0.last_mut()? { Some(view) } else { None }
    }

    /// The tellings on top.
    pub(super) fn tellings(&self) -> Option<&TellingsView> {
        if let Page::Tellings(view) = self.top()? { Some(view) } else { None }
    }

    /// The same, to be changed.
    pub(super) fn tellings_mut(&mut self) -> Option<&mut TellingsView> {
        if let (Page::Tellings(view), _) = self.0.last_mut()? { Some(view) } else { None }
    }

    /// Takes in that the library knows other things of these entries than before.
    pub(super) fn forget(&mut self, entries: &[EntryId]) {
        for (page, _) in &mut self.0 {
            match page {
                Page::Follow(view) => view.forget(entries),
                Page::Tellings(view) => view.forget(entries),
            }
        }
    }
}

impl App {
    /// Shows a page over what is open.
    pub(super) fn show_page(&mut self, page: Page) {
        if self.pages.0.len() >= MOST {
            self.pages.0.remove(0);
        }
        self.pages.0.push((page, self.open.take()));
    }

    /// From a page back to where it was begun.
    pub(super) fn leave_page(&mut self) -> Vec<Effect> {
        self.open = self.pages.0.pop().and_then(|(_, before)| before);
        // What the page below asked for last may have given way to what this one did.
        match self.pages.0.last_mut() {
            Some((Page::Follow(below), _)) => below.ask_again(),
            Some((Page::Tellings(below), _)) => below.ask_again(),
            None => {}
        }
        // The rest of an article that was left before all of it had come was not waited for.
        let unfinished = self.open.as_ref().filter(|open| !open.whole);
        unfinished
            .map(|open| if open.reader.is_some() { Effect::Finish(open.id) } else { Effect::Open(open.id) })
            .into_iter()
            .collect()
    }

    /// Where keys are pressed on a page.
    pub(super) fn context_of_pages(&self) -> Context {
        match self.pages.top() {
            Some(Page::Follow(_)) => Context::Follow,
            Some(Page::Tellings(_)) => Context::Tellings,
            None => Context::List,
        }
    }
}
