//! What keys do on the page of a followed topic.

use crate::app::App;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::menu::Target;
use crate::export::{Export, Form};
use crate::model::{Extract, Extracts, Source};

impl App {
    /// Does what a key asks for.
    pub(in crate::app) fn act_on_follow(&mut self, action: Action) -> Vec<Effect> {
        let Some(view) = self.pages.follow_mut() else { return Vec::new() };
        let (count, page) = (view.len(), isize::try_from((view.rows / 3).max(1)).unwrap_or(1));
        if view.list.moves(action, page, count) {
            return Vec::new();
        }
        match action {
            Action::NextGroup | Action::PreviousGroup => {
                let on = action == Action::NextGroup;
                if !view.step_month(on) {
                    self.tell(if on { "there is no month below" } else { "there is no month above" });
                }
            }
            Action::TurnOrder => {
                view.turn();
                let words = if view.oldest_first { "the oldest line first" } else { "the newest line first" };
                self.tell(words);
            }
            Action::Tensions => return self.show_tensions(None),
            Action::Agenda => return self.show_tensions(Some(false)),
            Action::Open => return self.open_followed(),
            Action::Back | Action::Close => return self.leave_page(),
            Action::Follow => return self.follow_any(),
            Action::Undo | Action::Redo => return self.turn(action),
            Action::CopyPoint => return self.copy_followed(),
            Action::Take => {
                if let Some((extract, source)) = self.followed_line() {
                    return self.put_line(extract, source);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Shows tensions or lines, or what is not shown now.
    fn show_tensions(&mut self, wish: Option<bool>) -> Vec<Effect> {
        let Some(view) = self.pages.follow_mut() else { return Vec::new() };
        view.show_tensions(wish.unwrap_or(!view.tensions));
        if view.is_empty() {
            view.show_tensions(false);
            self.tell("no article with this topic has a tension");
        }
        Vec::new()
    }

    fn copy_followed(&mut self) -> Vec<Effect> {
        let Some((extract, source)) = self.followed_line() else { return Vec::new() };
        let what = if extract.opposed.is_some() { "1 tension" } else { "1 point" };
        let export = Export::new(what.into(), &Extracts::of(source, vec![extract]), Form::Plain);
        self.send(Ok(export), Target::Clipboard)
    }

    /// The chosen line with its source; where its words have not come yet, that is said.
    fn followed_line(&mut self) -> Option<(Extract, Source)> {
        let view = self.pages.follow()?;
        let (stop, line) = view.chosen()?;
        let source = view.read.get(&stop.entry.id).and_then(Option::as_ref).map(|read| read.source.clone());
        let line = view.line(stop.entry.id, line).map(|line| line.extract.clone()).zip(source);
        if line.is_none() {
            self.tell("there is no line here to take, or not yet");
        }
        line
    }
}
