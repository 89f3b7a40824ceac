//! A message to a draft: headers to fields, its words sorted, its attachments named.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::body::{Unit, body, is_attached};
use super::bounds::bounded;
use super::fields::{fields, passed_on};
use super::forward::is_passed_on;
use super::sort::{Fate, sort};
use crate::model::{BlockKind, Note, NoteKind, Removed};
use crate::read::draft::{Draft, Part, most};
use crate::read::prose::prose;
use crate::text::Clean;

/// What is said of a mail whose words nobody but its receiver can read.
pub(super) const ENCRYPTED: &str = "the mail is encrypted: its words are not here";

/// A mail with other mails attached and fewer words than this passes them on.
const NOTE_WORDS: usize = 60;

/// So many names of attachments are told.
const NAMES: usize = 6;

/// A mail that ends in its headers is small.
const HEAD_BYTES: usize = 1 << 20;

/// The message in `bytes`, which begin behind `above` lines of their file, and the messages attached to it.
pub(super) fn drafts(bytes: &[u8], above: u32) -> Vec<Draft> {
    let within = bounded(bytes);
    let parser = MessageParser::default();
    let mut drafts = Vec::new();
    let is_head_alone = within.len() < HEAD_BYTES
        && !within.windows(2).any(|two| two == b"\n\n")
        && !within.windows(3).any(|three| three == b"\n\r\n");
    if is_head_alone {
        // The parser wants the blank line behind the headers.
        let ended = [&*within, b"\n\n"].concat();
        if let Some(mail) = parser.parse(&ended) {
            of(&mail, above, most(bytes.len()), &mut drafts);
        }
    } else if let Some(mail) = parser.parse(&*within) {
        of(&mail, above, most(bytes.len()), &mut drafts);
    }
    if let Some(draft) = drafts.last_mut().filter(|_| within.len() < bytes.len()) {
        draft.notes.push(Note::new(NoteKind::Limit, "the mail has too many parts or headers: the last were left out"));
    }
    drafts
}

fn of(mail: &Message<'_>, above: u32, most: usize, drafts: &mut Vec<Draft>) {
    if drafts.len() > most || mail.parts.is_empty() {
        return;
    }
    let mut draft = own(mail, above);
    let first = drafts.len();
    for part in &mail.parts {
        if let PartType::Message(inner) = &part.body {
            of(inner, above, most, drafts);
        }
    }
    let count: usize = draft.parts.iter().map(|part| part.text.split_whitespace().count()).sum();
    match drafts.get_mut(first).filter(|_| count < NOTE_WORDS) {
        Some(passed_on) => {
            let note =
                |part: Part| Removed { line: part.line, text: Clean::from(part.text).one_line(), rule: "covering note".into() };
            draft.removed.extend(draft.parts.drain(..).map(note));
            passed_on.removed.splice(0..0, draft.removed);
            passed_on.notes.extend(draft.notes);
        }
        None => drafts.insert(first, draft),
    }
}

/// What the mail itself says.
fn own(mail: &Message<'_>, above: u32) -> Draft {
    let mut draft = Draft { fields: fields(mail), ..Draft::default() };
    let mut units = body(mail, above, &mut draft.notes);
    let subject = mail.subject().unwrap_or_default();
    let answers = is_answer(subject) || mail.in_reply_to().as_text().is_some();
    let (fates, inner) = sort(&mut units, is_passed_on(subject), answers);
    if let Some(inner) = inner {
        draft.fields = passed_on(draft.fields, &inner);
    }
    shared_out(&units, &fates, &mut draft);
    if draft.fields.headline.is_some() {
        // The largest heading of a newsletter is mostly its name.
        for part in draft.parts.iter_mut().filter(|part| part.kind == BlockKind::Headline) {
            part.kind = BlockKind::Subhead;
        }
        draft.headline_once();
    }
    draft.notes.extend(encrypted(mail, &units));
    draft.notes.extend(attachments(mail));
    draft
}

/// Whether a subject says that the mail answers another, in the languages that this is met in most.
fn is_answer(subject: &str) -> bool {
    let subject = subject.trim_start();
    let begins = |prefix: &str| subject.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    ["re:", "aw:", "sv:", "antw:", "odp:", "réf:", "ref:", "re["].into_iter().any(begins)
}

/// Gives each unit to the article or to what was removed from it.
fn shared_out(units: &[Unit], fates: &[Fate], draft: &mut Draft) {
    let all: Vec<(&Unit, Fate)> = units.iter().zip(fates.iter().copied()).collect();
    let class = |(unit, fate): &(&Unit, Fate)| (*fate, unit.kind.is_some());
    for run in all.chunk_by(|a, b| class(a) == class(b)) {
        let Some((first, fate)) = run.first() else { continue };
        match fate {
            Fate::Out(rule) => {
                let said = run.iter().filter(|(unit, _)| !unit.is_blank());
                let removed = |unit: &Unit| Removed {
                    line: unit.line,
                    text: Clean::from(unit.text.trim()).one_line(),
                    rule: Clean::from(*rule),
                };
                draft.removed.extend(said.map(|(unit, _)| removed(unit)));
            }
            Fate::Body | Fate::Quoted if first.kind.is_some() => {
                let kind = |unit: &Unit| {
                    if *fate == Fate::Quoted { BlockKind::Quotation } else { unit.kind.unwrap_or(BlockKind::Paragraph) }
                };
                draft.parts.extend(run.iter().map(|(unit, _)| Part::new(kind(unit), &*unit.text, unit.line)));
            }
            Fate::Body | Fate::Quoted => {
                let kind = if *fate == Fate::Quoted { BlockKind::Quotation } else { BlockKind::Paragraph };
                let lines: Vec<&str> = run.iter().map(|(unit, _)| &*unit.text).collect();
                let line =
                    |number: u32| run.get((number as usize).saturating_sub(1)).or(run.last()).map_or(1, |(unit, _)| unit.line);
                draft.parts.extend(prose(&lines.join("\n"), kind, line));
            }
        }
    }
}

fn encrypted(mail: &Message<'_>, units: &[Unit]) -> Option<Note> {
    let by_type = mail.parts.iter().any(|part| {
        part.is_content_type("multipart", "encrypted")
            || part.is_content_type("application", "pkcs7-mime")
            || part.is_content_type("application", "x-pkcs7-mime")
    });
    let by_words = units.iter().any(|unit| unit.text.trim() == "-----BEGIN PGP MESSAGE-----");
    (by_type || by_words).then(|| Note::new(NoteKind::File, ENCRYPTED))
}

/// The files that came with the mail, by name, as far as a reader can use them.
fn attachments(mail: &Message<'_>) -> Option<Note> {
    let is_file = |part: &&MessagePart<'_>| match &part.body {
        PartType::Binary(_) => part.attachment_name().is_some() || is_attached(part),
        _ => is_attached(part) && !part.is_message() && !part.is_multipart(),
    };
    let files: Vec<&MessagePart<'_>> = mail.parts.iter().filter(is_file).collect();
    let names: Vec<&str> = files.iter().take(NAMES).map(|part| part.attachment_name().unwrap_or("one without a name")).collect();
    let (count, more) = (files.len(), files.len().saturating_sub(NAMES));
    let what = if count == 1 { "an attachment was".to_owned() } else { format!("{count} attachments were") };
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (count > 0).then(|| Note::new(NoteKind::File, format!("{what} not read: {}{more}", names.join(", "))))
}
