//! What keys do on the page of tellings.

use crate::app::App;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::menu::Target;
use crate::export::{Export, Form, Selection, extracts};
use crate::model::Extracts;

impl App {
    /// Does what a key asks for.
    pub(in crate::app) fn act_on_tellings(&mut self, action: Action) -> Vec<Effect> {
        let stamp = self.stamps + 1;
        let Some(view) = self.pages.tellings_mut() else { return Vec::new() };
        let (count, page) = (view.lines.len(), isize::try_from((view.rows / 3).max(1)).unwrap_or(1));
        if view.list.moves(action, page, count) {
            return Vec::new();
        }
        match action {
            Action::Common => view.turn_common(),
            Action::NextTelling | Action::PreviousTelling => {
                let on = action == Action::NextTelling;
                if view.turn(on, stamp) {
                    self.stamps = stamp;
                } else {
                    self.tell(if on {
                        "this is the last telling"
                    } else {
                        "this is the second telling; the first stands beside it"
                    });
                }
            }
            Action::Open => return self.open_telling(),
            Action::Back | Action::Close | Action::Compare => return self.leave_page(),
            Action::Undo | Action::Redo => return self.turn(action),
            Action::CopyPoint => return self.copy_telling(),
            Action::Take => return self.take_telling(),
            _ => {}
        }
        Vec::new()
    }

    /// The sentence of the chosen line, of each telling that has it, with its source.
    fn telling_extracts(&mut self) -> Vec<Extracts> {
        let view = self.pages.tellings();
        let chosen = view.and_then(|view| Some((view.comparison.as_ref()?.as_ref().ok()?, view.chosen()?)));
        let sides = chosen.into_iter().flat_map(|(comparison, sentences)| comparison.sides.iter().zip(sentences));
        let all: Vec<Extracts> = sides
            .filter_map(|(briefing, sentence)| {
                let span = briefing.article.sentence(sentence?)?.span;
                Some(extracts(briefing, Selection::Stretch(span)).1)
            })
            .collect();
        if all.is_empty() {
            self.tell("there is no sentence here to take, or not yet");
        }
        all
    }

    fn copy_telling(&mut self) -> Vec<Effect> {
        let all = self.telling_extracts();
        if all.is_empty() {
            return Vec::new();
        }
        let what = crate::export::counted(all.len(), "sentence");
        let export = Export::new(what.into(), &Extracts::joined(all), Form::Plain);
        self.send(Ok(export), Target::Clipboard)
    }

    fn take_telling(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for Extracts { parts, sources, .. } in self.telling_extracts() {
            let extract = parts.into_iter().flat_map(|part| part.extracts).next();
            if let Some((extract, source)) = extract.zip(sources.into_iter().next()) {
                effects.extend(self.put_line(extract, source));
            }
        }
        effects
    }
}
