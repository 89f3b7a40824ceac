//! The formats: what each is called, how it is told, and what reads it.
//!
//! One row of [`FORMATS`] is all that the rest of attache knows of a format. Its content tells it, its name only where the content
//! could be several things.

use super::draft::Draft;
use super::file::File;
use super::{database, feed, html, mail, markdown, office, refused, rtf, wire, written};
use crate::text::Clean;

/// What some bytes turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A Word document (.docx).
    Word,
    /// An `OpenDocument` text (.odt).
    Writer,
    /// An EPUB book.
    Book,
    /// No text, and nothing that is read here.
    Binary,
    /// A briefing file.
    Briefing,
    /// News in JSON, as IPTC has it.
    Ninjs,
    /// News in XML with all that is said around it.
    NewsMl,
    /// A news story in XML.
    Nitf,
    /// A feed.
    Rss,
    /// A feed of the other kind.
    Atom,
    /// A feed in JSON.
    JsonFeed,
    /// A saved web page.
    Html,
    /// A web page that a browser saved in the form of a mail.
    Page,
    /// A mailbox: many mails.
    Mailbox,
    /// A mail.
    Mail,
    /// Markdown, with or without front matter.
    Markdown,
    /// An export of Factiva: many articles.
    Factiva,
    /// An export of Nexis: many articles.
    Nexis,
    /// A text in RTF, or an export of a database in it.
    Rtf,
    /// An article in plain text.
    Plain,
}

/// Why a file can't be read, and what to do about it, in one sentence.
pub(super) type Refusal = Clean;

/// What reads the articles of a file, in their order there.
pub(super) type Reader = fn(&File<'_>) -> Result<Vec<Draft>, Refusal>;

/// A format as the others see it.
struct Row {
    format: Format,
    id: &'static str,
    name: &'static str,
    endings: &'static [&'static str],
    /// Whether a file may hold many articles.
    holds_many: bool,
    told_by: &'static str,
    /// Whether a file's content says that it is of this format, whatever its name.
    is: fn(&File<'_>) -> bool,
    /// What reads it; `None` where attache reads it in a way of its own.
    reader: Option<Reader>,
}

/// All formats; the first whose content fits is taken.
const FORMATS: &[Row] = &[
    Row {
        format: Format::Word,
        id: "docx",
        name: "Word document",
        endings: &["docx", "docm", "dotx"],
        holds_many: false,
        told_by: "a zip archive with word/document.xml in it",
        is: office::is_word,
        reader: Some(office::read_word),
    },
    Row {
        format: Format::Writer,
        id: "odt",
        name: "OpenDocument text",
        endings: &["odt", "ott"],
        holds_many: false,
        told_by: "a zip archive that says so in its first part",
        is: office::is_writer,
        reader: Some(office::read_writer),
    },
    Row {
        format: Format::Book,
        id: "epub",
        name: "EPUB book",
        endings: &["epub"],
        holds_many: false,
        told_by: "a zip archive that says so in its first part, or has META-INF/container.xml",
        is: office::is_book,
        reader: Some(office::read_book),
    },
    Row {
        format: Format::Binary,
        id: "binary",
        name: "no text",
        endings: &[],
        holds_many: false,
        told_by: "the first bytes of PDF, old Office files, pictures, archives, programs and more: refused, with what to do instead",
        is: refused::is_refused,
        reader: Some(refused::refuse),
    },
    Row {
        format: Format::Briefing,
        id: "briefing",
        name: "briefing file",
        endings: &["toml"],
        holds_many: false,
        told_by: "its ending; from standard input, a key or table of briefing files on its first line",
        is: written::is_briefing,
        reader: None,
    },
    Row {
        format: Format::Ninjs,
        id: "ninjs",
        name: "news in JSON (ninjs)",
        endings: &["ninjs"],
        holds_many: true,
        told_by: "an object, alone or within others, with keys of ninjs such as headline and versioncreated",
        is: wire::is_ninjs,
        reader: Some(wire::ninjs),
    },
    Row {
        format: Format::NewsMl,
        id: "newsml",
        name: "news message (NewsML-G2, NewsML 1)",
        endings: &["newsml"],
        holds_many: true,
        told_by: "its outermost element: newsItem, packageItem, newsMessage or NewsML",
        is: wire::is_newsml,
        reader: Some(wire::newsml),
    },
    Row {
        format: Format::Nitf,
        id: "nitf",
        name: "news story in XML (NITF)",
        endings: &["nitf"],
        holds_many: false,
        told_by: "its outermost element: nitf",
        is: wire::is_nitf,
        reader: Some(wire::nitf),
    },
    Row {
        format: Format::Rss,
        id: "rss",
        name: "RSS feed",
        endings: &["rss", "rdf"],
        holds_many: true,
        told_by: "its outermost element: rss, or RDF with the namespace of RSS 1",
        is: feed::is_rss,
        reader: Some(feed::rss),
    },
    Row {
        format: Format::Atom,
        id: "atom",
        name: "Atom feed",
        endings: &["atom"],
        holds_many: true,
        told_by: "its outermost element: feed or entry, in the namespace of Atom or, for a feed, in none",
        is: feed::is_atom,
        reader: Some(feed::atom),
    },
    Row {
        format: Format::JsonFeed,
        id: "jsonfeed",
        name: "JSON Feed",
        endings: &[],
        holds_many: true,
        told_by: "an object whose version is an address at jsonfeed.org",
        is: feed::is_json_feed,
        reader: Some(feed::json_feed),
    },
    Row {
        format: Format::Html,
        id: "html",
        name: "saved web page",
        endings: &["html", "htm", "xhtml"],
        holds_many: false,
        told_by: "a doctype, `<html>` or another tag of pages at its beginning",
        is: html::is_page,
        reader: Some(html::article),
    },
    Row {
        format: Format::Page,
        id: "mhtml",
        name: "web archive (MHTML)",
        endings: &["mhtml", "mht"],
        holds_many: false,
        told_by: "the headers of a mail with related parts that was sent to nobody",
        is: mail::is_page,
        reader: Some(mail::read_page),
    },
    Row {
        format: Format::Mailbox,
        id: "mbox",
        name: "mailbox",
        endings: &["mbox", "mbx"],
        holds_many: true,
        told_by: "a line that begins with `From `, and a header below it",
        is: mail::is_mbox,
        reader: Some(mail::read_mbox),
    },
    Row {
        format: Format::Mail,
        id: "mail",
        name: "mail",
        endings: &["eml", "mail"],
        holds_many: false,
        told_by: "headers that mail has, and no other line above the first blank one",
        is: mail::is_mail,
        reader: Some(mail::read_mail),
    },
    Row {
        format: Format::Markdown,
        id: "markdown",
        name: "Markdown",
        endings: &["md", "markdown", "mdown", "mkd"],
        holds_many: false,
        told_by: "front matter that speaks of an article, or headings and links as Markdown writes them",
        is: markdown::is_markdown,
        reader: Some(markdown::read),
    },
    Row {
        format: Format::Factiva,
        id: "factiva",
        name: "Factiva export",
        endings: &[],
        holds_many: true,
        told_by: "field codes (HD, PD, SN, ...) on lines of their own, or a word count above a date and the number of a document",
        is: database::is_factiva,
        reader: Some(database::read),
    },
    Row {
        format: Format::Nexis,
        id: "nexis",
        name: "Nexis export",
        endings: &[],
        holds_many: true,
        told_by: "documents that are counted or ended, with labels such as LENGTH and LOAD-DATE",
        is: database::is_nexis,
        reader: Some(database::read),
    },
    Row {
        format: Format::Rtf,
        id: "rtf",
        name: "RTF",
        endings: &["rtf"],
        holds_many: true,
        told_by: "its first bytes, {\\rtf",
        is: rtf::is_rtf,
        reader: Some(rtf::read),
    },
    Row {
        format: Format::Plain,
        id: "text",
        name: "plain text",
        endings: &["txt", "text", "asc"],
        holds_many: false,
        told_by: "nothing: it is what is left",
        is: |_| true,
        reader: None,
    },
];

impl Format {
    /// All formats, the one that is told first first.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|row| row.format)
    }

    /// The word for it on the command line and in JSON, such as `html`.
    pub fn id(self) -> &'static str {
        self.row().map_or("", |row| row.id)
    }

    /// What people call it, such as `saved web page`.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The endings of names that are usual for it, without the dot.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().map_or(&[], |row| row.endings)
    }

    /// What in a file tells it.
    pub fn told_by(self) -> &'static str {
        self.row().map_or("", |row| row.told_by)
    }

    /// Whether a file of it may hold many articles.
    pub fn holds_many(self) -> bool {
        self.row().is_some_and(|row| row.holds_many)
    }

    /// The format with this id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::all().find(|format| format.id() == id)
    }

    pub(super) fn reader(self) -> Option<Reader> {
        self.row()?.reader
    }

    fn row(self) -> Option<&'static Row> {
        FORMATS.iter().find(|row| row.format == self)
    }
}

/// What the content of `file` says its format is; else its name's ending; else plain text.
pub fn recognise(file: &File<'_>) -> Format {
    let told = FORMATS.iter().find(|row| (row.is)(file)).map_or(Format::Plain, |row| row.format);
    if told != Format::Plain {
        return told;
    }
    let ending = file.ending();
    let called = FORMATS.iter().find(|row| ending.as_deref().is_some_and(|ending| row.endings.contains(&ending)));
    called.map_or(told, |row| row.format)
}
