//! What the headers of a mail say of it.

use jiff::civil::Date;
use mail_parser::{Addr, HeaderName, HeaderValue, Message, MimeHeaders};

use super::forward::{Inner, bare_subject};
use crate::model::{Fields, Moment, Subject};
use crate::read::gathered::gathered;
use crate::read::moment::moment;
use crate::read::names::{divide, is_outlet};
use crate::text::Clean;
use crate::text::decode::decode;

/// The fields of `mail`.
pub(super) fn fields(mail: &Message<'_>) -> Fields {
    let mut fields = Fields {
        headline: subject(mail).as_deref().map(bare_subject).and_then(words),
        date: date(mail),
        language: mail.root_part().content_language().as_text().and_then(words),
        url: header(mail, "Archived-At").map(|url| url.trim_matches(['<', '>', ' '])).and_then(words),
        subjects: keywords(mail),
        ..Fields::default()
    };
    if let Some(from) = mail.from().and_then(|from| from.first()) {
        sender(from, is_newsletter(mail), &mut fields);
    }
    fields
}

/// The same, with what the headers of a mail that was passed on say in their place.
pub(super) fn passed_on(outer: Fields, inner: &Inner) -> Fields {
    let mut fields = Fields {
        headline: inner.subject.as_deref().map(bare_subject).and_then(words).or(outer.headline),
        date: inner.date.as_deref().and_then(written),
        ..Fields::default()
    };
    if let Some(from) = &inner.from {
        let (name, address) = from.split_once(['<', '[']).unwrap_or((from, ""));
        let name = name.trim().trim_matches(['"', '\'', '*']).trim();
        let address = address.trim_end_matches(['>', ']']).trim_start_matches("mailto:");
        let address = Addr::new(Some(name).filter(|name| !name.is_empty()), address);
        sender(&address, false, &mut fields);
    }
    fields
}

/// A date as mail programs write it into a text: often with words before it and a clock behind.
fn written(text: &str) -> Option<Moment> {
    let text = text.trim();
    let from = |at: usize| text.get(at..).and_then(crate::read::date::date).and_then(|found| found.day);
    let starts = text.char_indices().filter(|(at, c)| *at == 0 || c.is_alphanumeric()).map(|(at, _)| at);
    moment(text).or_else(|| starts.take(40).find_map(from).map(Moment::from))
}

/// A sender as byline or as outlet: a newsletter's sender is one unless the name has a person's before it.
fn sender(from: &Addr<'_>, newsletter: bool, fields: &mut Fields) {
    let Some(name) = from.name().or(from.address()).map(str::trim).filter(|name| !name.is_empty()) else { return };
    let (people, outlet) = divide(name);
    let outlet = outlet.map(|span| span.of(name));
    if outlet == Some(name) || newsletter && outlet.is_none() || is_outlet(name) {
        fields.outlet = words(name);
    } else {
        fields.byline = words(people.of(name));
        fields.authors = fields.byline.iter().filter(|_| is_turned_round(people.of(name))).cloned().collect();
        fields.outlet = outlet.and_then(words);
    }
}

/// Whether a name has the family's first, as offices write it: `Castellan, Ruven`.
fn is_turned_round(name: &str) -> bool {
    let one = |part: &str| part.split_whitespace().count() == 1;
    name.split_once(", ")
        .is_some_and(|(family, given)| one(family) && !given.contains(',') && given.split_whitespace().count() <= 2)
}

fn is_newsletter(mail: &Message<'_>) -> bool {
    let has = |name: &str| mail.headers().iter().any(|header| header.name.as_str().eq_ignore_ascii_case(name));
    has("List-Unsubscribe") && !has("List-Post")
}

/// When it was sent: as it is written, with its zone; else the day alone, where only a patient reader makes it out.
fn date(mail: &Message<'_>) -> Option<Moment> {
    let exact = raw(mail, &HeaderName::Date).and_then(|raw| moment(std::str::from_utf8(raw).ok()?));
    exact.or_else(|| {
        let at = mail.date()?;
        let (year, month, day) = (i16::try_from(at.year).ok()?, i8::try_from(at.month).ok()?, i8::try_from(at.day).ok()?);
        Date::new(year, month, day).ok().map(Moment::from)
    })
}

/// The subject; one in bytes that are no UTF-8, as careless programs send it, in the likeliest of the older encodings.
fn subject(mail: &Message<'_>) -> Option<String> {
    let said = mail.subject()?;
    let decoded = raw(mail, &HeaderName::Subject).filter(|_| said.contains('\u{FFFD}')).map(decode);
    let better = decoded.filter(|decoded| decoded.replaced == 0 && !decoded.text.contains("=?"));
    Some(better.map_or_else(|| said.to_owned(), |decoded| decoded.text.trim().to_owned()))
}

/// The bytes of a header as they stand in the mail.
fn raw<'a>(mail: &'a Message<'_>, name: &HeaderName<'_>) -> Option<&'a [u8]> {
    let header = mail.headers().iter().find(|header| header.name == *name)?;
    mail.raw_message.get(header.offset_start as usize..header.offset_end as usize)
}

fn keywords(mail: &Message<'_>) -> Vec<Subject> {
    let listed: Vec<&str> = match mail.keywords() {
        HeaderValue::Text(one) => one.split(',').collect(),
        HeaderValue::TextList(many) => many.iter().flat_map(|one| one.split(',')).collect(),
        _ => Vec::new(),
    };
    gathered(listed.into_iter().filter_map(words).map(|name| Subject { code: None, name: Some(name) }))
}

/// The value of a header that the parser knows nothing of.
pub(super) fn header<'a>(mail: &'a Message<'_>, name: &str) -> Option<&'a str> {
    mail.headers().iter().find(|header| header.name.as_str().eq_ignore_ascii_case(name))?.value.as_text()
}

fn words(text: &str) -> Option<Clean> {
    let text = text.trim();
    (!text.is_empty()).then(|| Clean::from(text).one_line())
}
