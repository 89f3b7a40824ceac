//! Where a document becomes a briefing: bytes in, everything that reading and deriving make of them out.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use super::bytes::{beside, read_stdin, shipped_bytes};
use super::divider::{Asker, Divided, Divider, Version};
use super::file::{FileError, read_file};
use super::{Origin, RuleFiles};
use crate::derive::{Rules, brief, outline, overlay};
use crate::form::{Complaint, Severity, Source};
use crate::model::{Article, ArticleSource, Briefing, ContentId, Note, NoteKind, Outline, Written};
use crate::read::{Articles, CruftRules, File, Format, plain, plain_owned, recognise, too_long, written};
use crate::text::Clean;
use crate::text::decode::{Decoded, decode_owned};

/// So many bytes tell of most files what they are.
const HEAD_BYTES: u64 = 4096;

/// So many digits of a hash are shown.
const HASH_DIGITS: usize = 12;

/// The rules, compiled when they are first needed, and what turns documents into briefings with them.
#[derive(Debug, Default)]
pub struct Desk {
    files: RuleFiles,
    rules: OnceLock<(Rules, Vec<Complaint>)>,
    cruft: OnceLock<(CruftRules, Vec<Complaint>)>,
    stdin: Arc<OnceLock<Result<Vec<u8>, String>>>,
    divider: Arc<Divider>,
    /// The format that everything is read as, whatever it looks like.
    read_as: Option<Format>,
}

/// A briefing and the complaints about the briefing file it came from, if it came from one.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The briefing.
    pub briefing: Briefing,
    /// What was wrong with the file, errors and warnings.
    pub complaints: Vec<Complaint>,
    /// Whether it is a briefing file and not a raw article.
    pub written: bool,
}

/// How much a file holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// How many articles are read of it.
    pub count: usize,
    /// What is said where it holds more.
    pub left_out: Option<Note>,
}

impl Held {
    const ONE: Self = Self { count: 1, left_out: None };
}

/// What stands at an origin, as it was read.
enum Found<'a> {
    Article(Box<Article>),
    /// A briefing file.
    Briefing(&'a Decoded<'a>),
}

/// What a library is told of an article.
#[derive(Debug)]
pub enum Sketch {
    /// An article, and how much the rules find in it.
    Article(Box<Article>, Outline),
    /// What a briefing file says, with what was found in its article.
    Briefing(Box<Briefing>),
}

impl Desk {
    /// A desk with the shipped rules and these files of the user's over them.
    pub fn new(files: RuleFiles) -> Self {
        Self { files, ..Self::default() }
    }

    /// The same desk, reading everything as this format.
    #[must_use]
    pub fn reading_as(self, format: Option<Format>) -> Self {
        Self { read_as: format, ..self }
    }

    /// The user's rule files.
    pub fn files(&self) -> &RuleFiles {
        &self.files
    }

    /// Everything that decides what is read and found, besides the documents: two desks with the same words give the same.
    #[cfg(feature = "terminal")]
    pub(super) fn rules_in_words(&self) -> Vec<&str> {
        let read_as = self.read_as.map_or("", Format::id);
        [env!("CARGO_PKG_VERSION"), read_as].into_iter().chain(self.files.texts()).collect()
    }

    /// A desk with these rule files in place of its own; what was read from standard input is known to both, and one thread divides for both.
    #[must_use]
    pub fn with(&self, files: RuleFiles) -> Self {
        let (stdin, divider) = (Arc::clone(&self.stdin), Arc::clone(&self.divider));
        Self { files, stdin, divider, read_as: self.read_as, ..Self::default() }
    }

    /// The errors in the user's rule files, without the warnings.
    pub fn errors(&self) -> Vec<Note> {
        let errors = self.faults().filter(|complaint| complaint.severity == Severity::Error);
        errors.map(|complaint| note_of(complaint, &[])).collect()
    }

    /// What was wrong with the user's rule files.
    pub fn complaints(&self) -> Vec<Note> {
        self.faults().map(|complaint| note_of(complaint, &[])).collect()
    }

    /// The briefing of what stands at `origin`; of a file that holds several articles, the first.
    ///
    /// # Errors
    /// Says in one sentence, headed by the name, why it could not be opened.
    pub fn open(&self, origin: &Origin) -> Result<Opened, Clean> {
        let mut first = None;
        self.each(origin, |_, _, opened| {
            first = Some(opened);
            false
        })?;
        first.ok_or_else(|| Clean::from(format!("{}: there is no article in it", origin.name())))
    }

    /// Gives `take` each briefing of what stands at `origin`, with where it comes from and how many there are, until it wants no more.
    ///
    /// # Errors
    /// Says in one sentence, headed by the name, why it could not be opened.
    pub fn each(&self, origin: &Origin, mut take: impl FnMut(Origin, &Held, Opened) -> bool) -> Result<(), Clean> {
        let derived =
            |article: Box<Article>| Opened { briefing: self.derive(article.into()), complaints: Vec::new(), written: false };
        self.each_found(origin, Asker::Reader, |origin, held, found| match found {
            Found::Article(article) => take(origin, held, derived(article)),
            Found::Briefing(decoded) => {
                let opened = self.briefing_file(&origin, decoded);
                take(origin, held, opened)
            }
        })
    }

    /// The same for a library: how much there is in each article, which costs less than to say what.
    ///
    /// # Errors
    /// Says in one sentence, headed by the name, why it could not be opened.
    pub fn each_outlined(&self, origin: &Origin, mut take: impl FnMut(Sketch) -> bool) -> Result<(), Clean> {
        self.each_found(origin, Asker::Library, |origin, _, found| match found {
            Found::Article(article) => {
                let outline = outline(&article, &self.rules().0);
                take(Sketch::Article(article, outline))
            }
            Found::Briefing(decoded) => take(Sketch::Briefing(Box::new(self.briefing_file(&origin, decoded).briefing))),
        })
    }

    fn each_found(
        &self,
        origin: &Origin,
        asker: Asker,
        mut take: impl FnMut(Origin, &Held, Found<'_>) -> bool,
    ) -> Result<(), Clean> {
        let version = Version::of(origin);
        if let Some(divided) = version.as_ref().and_then(|version| self.divider.kept(version)) {
            self.each_of(origin, divided, take);
            return Ok(());
        }
        let named = |reason: &dyn std::fmt::Display| Clean::from(format!("{}: {reason}", origin.name()));
        let bytes = self.bytes(origin.file(), None).map_err(|reason| named(&reason))?;
        let (name, content) = (origin.file().name(), ContentId::of(&bytes));
        let hash = short(content);
        let file = File::new(&name, &bytes);
        let format = self.format(&file);
        if format == Format::Briefing {
            refused(&file).map_err(|reason| named(&reason))?;
            take(origin.clone(), &Held::ONE, Found::Briefing(file.decoded()));
            return Ok(());
        }
        drop(file);
        if format == Format::Plain {
            let article = plain_owned(origin.name(), decode_owned(bytes), &self.cruft().0);
            let article = Article { hash: Some(hash), content, format: Some(format.id()), ..article };
            take(origin.clone(), &Held::ONE, Found::Article(article.into()));
            return Ok(());
        }
        let length = bytes.len();
        let articles = self.divider.apart(name, bytes, format, asker).map_err(|reason| named(&reason))?;
        let divided = Arc::new(Divided { articles, format, length, content, hash });
        self.divider.keep(version, &divided);
        self.each_of(origin, divided, take);
        Ok(())
    }

    /// Gives `take` the article at `origin` of a file that was taken apart; where that is the file, each of them.
    fn each_of(&self, origin: &Origin, mut divided: Arc<Divided>, mut take: impl FnMut(Origin, &Held, Found<'_>) -> bool) {
        let count = divided.articles.len();
        let all = if let Origin::Within(..) = origin { vec![origin.clone()] } else { origin.divided(count) };
        let held = Held { count: all.len(), left_out: divided.articles.left_out() };
        let rules = &self.cruft().0;
        for origin in all {
            let (at, name) = (origin.at(), origin.name());
            // What nobody else asks for is not copied.
            let article = match Arc::get_mut(&mut divided) {
                Some(own) => own.articles.take(at, name, rules),
                None => divided.articles.get(at, name, rules),
            };
            let Some(article) = article else { continue };
            // Of many articles each is marked and known by its own words.
            let content = if count > 1 { ContentId::of(article.text.as_bytes()) } else { divided.content };
            let (hash, format) = (Some(divided.hash.clone()), Some(divided.format.id()));
            if !take(origin, &held, Found::Article(Article { hash, content, format, ..article }.into())) {
                break;
            }
        }
    }

    /// The article at `origin` alone, with nothing found in it.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn article(&self, origin: &Origin) -> Result<Article, Clean> {
        let mut first = None;
        self.each_found(origin, Asker::Reader, |_, _, found| {
            first = Some(match found {
                Found::Article(article) => *article,
                Found::Briefing(decoded) => {
                    let (source, complaints) = (Source { name: origin.name(), text: &decoded.text }, RefCell::default());
                    self.article_of(origin, &written(&source, &complaints), &source, &complaints)
                }
            });
            false
        })?;
        first.ok_or_else(|| Clean::from(format!("{}: there is no such article in it", origin.name())))
    }

    /// The article alone, of the first `most` bytes of what stands at `origin`; `None` for what is no plain article.
    ///
    /// A short article is shown as it stands while the cruft rules are not compiled yet: compiling takes longer than reading it, and
    /// the whole briefing is there before a screen has shown its next picture.
    pub fn glance(&self, origin: &Origin, most: u64) -> Option<Arc<Article>> {
        let bytes = self.bytes(origin, Some(most)).ok()?;
        let is_short = u64::try_from(bytes.len()).is_ok_and(|read| read < most);
        let none = CruftRules::none();
        let rules = match self.cruft.get() {
            None if is_short => &none,
            _ => &self.cruft().0,
        };
        let name = origin.name();
        let file = File::new(&name, &bytes);
        (self.format(&file) == Format::Plain).then(|| Arc::new(plain(name.clone(), file.decoded(), rules)))
    }

    /// The article as a briefing with what the rules find in it.
    pub fn derive(&self, article: Arc<Article>) -> Briefing {
        brief(article, &self.rules().0)
    }

    /// Why what stands at `origin` can't be opened, as far as its first bytes tell; what may be a text after all is left to be read.
    pub fn refusal(&self, origin: &Origin) -> Option<Clean> {
        let named = |reason: &dyn std::fmt::Display| Clean::from(format!("{}: {reason}", origin.name()));
        let name = origin.name();
        let look = |most| match self.bytes(origin.file(), most) {
            Ok(bytes) => {
                let file = File::new(&name, &bytes);
                let format = self.format(&file);
                (format == Format::Binary).then(|| Articles::new(&file, format).err()).flatten().map(|reason| named(&reason))
            }
            Err(reason) => Some(named(&reason)),
        };
        // An office file shows what it is at its end.
        look(Some(HEAD_BYTES)).and_then(|_| look(None))
    }

    /// Whether reading `origin` would wait for somebody to write it.
    #[cfg(feature = "terminal")]
    pub(crate) fn waits_for(&self, origin: &Origin) -> bool {
        *origin.file() == Origin::Stdin && self.stdin.get().is_none()
    }

    /// Begins the thread that takes long files apart, before one of the library's does.
    #[cfg(feature = "terminal")]
    pub(super) fn begin_dividing(&self) {
        self.divider.begin();
    }

    /// The format that was asked for, else the one that `file` is in.
    fn format(&self, file: &File<'_>) -> Format {
        self.read_as.unwrap_or_else(|| recognise(file))
    }

    fn briefing_file(&self, origin: &Origin, decoded: &Decoded<'_>) -> Opened {
        let complaints = RefCell::default();
        let source = Source { name: origin.name(), text: &decoded.text };
        let written = written(&source, &complaints);
        let article = self.article_of(origin, &written, &source, &complaints);
        let found = self.derive(Arc::new(article));
        let mut briefing = overlay(found, &written, &source, &complaints);
        let complaints = complaints.into_inner();
        let unanchored: Vec<Note> = briefing.notes.iter().filter(|n| n.kind == NoteKind::Unanchored).cloned().collect();
        briefing.notes.retain(|note| note.kind != NoteKind::Unanchored);
        let told = complaints.iter().map(|c| note_of(c, &unanchored));
        briefing.notes.splice(0..0, told);
        Opened { briefing, complaints, written: true }
    }

    /// The article that a briefing file names or holds; one that cannot be read is a complaint and an empty article.
    fn article_of(
        &self,
        origin: &Origin,
        written: &Written,
        source: &Source<'_>,
        complaints: &RefCell<Vec<Complaint>>,
    ) -> Article {
        let none = || Article { origin: origin.name(), ..Article::default() };
        match &written.article {
            Some(ArticleSource::Text(text)) => {
                let decoded = Decoded { text: text.as_str().into(), encoding: "UTF-8", replaced: 0 };
                let content = ContentId::of(text.as_bytes());
                Article { hash: Some(short(content)), content, ..plain(origin.name(), &decoded, &self.cruft().0) }
            }
            Some(ArticleSource::Path(path, span)) => self.article_beside(origin, path).unwrap_or_else(|reason| {
                let complaint = Complaint::error(source, *span, format!("the article can't be opened: {reason}"));
                complaints.borrow_mut().push(complaint);
                none()
            }),
            None => none(),
        }
    }

    /// The article at `path` beside the briefing file at `origin`; where that file holds several, the first.
    fn article_beside(&self, origin: &Origin, path: &Clean) -> Result<Article, String> {
        let bytes = beside(origin, path)?;
        let file = File::new(path, &bytes);
        let format = recognise(&file);
        let mut articles = Articles::new(&file, format).map_err(|reason| format!("{path}: {reason}"))?;
        let article =
            articles.take(0, path.clone(), &self.cruft().0).ok_or_else(|| format!("{path}: there is no article in it"))?;
        let content = ContentId::of(&bytes);
        Ok(Article { hash: Some(short(content)), content, format: Some(format.id()), ..article })
    }

    fn bytes(&self, origin: &Origin, most: Option<u64>) -> Result<Vec<u8>, String> {
        match origin {
            Origin::Path(path) => read_file(path, most).map_err(|error| error.to_string()),
            Origin::Shipped(name) => shipped_bytes(name).map(<[u8]>::to_vec).ok_or_else(|| FileError::Missing.to_string()),
            Origin::Stdin => self.stdin.get_or_init(read_stdin).clone(),
            Origin::Within(file, _) => self.bytes(file, most),
        }
    }

    fn faults(&self) -> impl Iterator<Item = &Complaint> {
        self.cruft().1.iter().chain(&self.rules().1)
    }

    fn rules(&self) -> &(Rules, Vec<Complaint>) {
        self.rules.get_or_init(|| {
            let complaints = RefCell::default();
            let rules = self.files.rules(&complaints);
            (rules, complaints.into_inner())
        })
    }

    fn cruft(&self) -> &(CruftRules, Vec<Complaint>) {
        self.cruft.get_or_init(|| {
            let complaints = RefCell::default();
            let rules = self.files.cruft(&complaints);
            (rules, complaints.into_inner())
        })
    }
}

/// That a briefing file is too long to be read as one.
fn refused(file: &File<'_>) -> Result<(), Clean> {
    too_long(file.bytes).map_or(Ok(()), Err)
}

/// The first twelve digits of a SHA-256, as `sha256sum` prints it: enough to tell whether two people have one file.
fn short(content: ContentId) -> Clean {
    Clean::from(content.to_string().chars().take(HASH_DIGITS).collect::<String>())
}

/// A complaint as a note, with its lines and its caret.
fn note_of(complaint: &Complaint, unanchored: &[Note]) -> Note {
    let is_quote = unanchored.iter().any(|note| note.line == Some(complaint.line)) && complaint.severity == Severity::Error;
    let kind = if is_quote { NoteKind::Unanchored } else { NoteKind::File };
    Note { kind, message: complaint.to_string().into(), line: Some(complaint.line) }
}
