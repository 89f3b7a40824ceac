//! Web pages that browsers save in one file with their pictures (MHTML, RFC 2557): mail by its form, a page by its content.

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::bounds::bounded;
use super::fields::{fields, header};
use super::headers::names;
use crate::model::Note;
use crate::read::draft::Draft;
use crate::read::format::Refusal;
use crate::read::html;
use crate::text::Clean;

/// Whether `head` is that of a page: a browser wrote it, or it has related parts and nobody to whom it was sent.
pub(super) fn begins_as_page(head: &str) -> bool {
    let names = names(head);
    let has = |name: &str| names.iter().any(|known| known == name);
    let lower = head.to_ascii_lowercase();
    let by_browser = has("snapshot-content-location") || lower.contains("from: <saved by ");
    has("mime-version") && (by_browser || !has("to") && !has("received") && lower.contains("multipart/related"))
}

/// The page in `bytes`.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, Refusal> {
    let none = "there is no page in this web archive: save it anew as HTML only";
    let within = bounded(bytes);
    let mail = MessageParser::default().parse(&*within).ok_or(none)?;
    let page = mail.parts.iter().find(|part| part.is_content_type("text", "html")).ok_or(none)?;
    let mut notes: Vec<Note> = Vec::new();
    let html = super::body::text(&mail, page, &mut notes);
    let mut draft = html::article_in(&html, notes);
    let said = &mut draft.fields;
    // What the browser wrote over the page is its title, the outlet's name and all.
    said.headline = said.headline.take().or_else(|| fields(&mail).headline);
    said.url = said.url.take().or_else(|| address(&mail)).or_else(|| page.content_location().map(Clean::from));
    if draft.parts.is_empty() {
        return Err(none.into());
    }
    draft.headline_once();
    Ok(draft)
}

/// Where the page was saved from.
fn address(mail: &Message<'_>) -> Option<Clean> {
    let said = header(mail, "Snapshot-Content-Location").or(mail.root_part().content_location())?;
    (!said.trim().is_empty()).then(|| Clean::from(said.trim()))
}
