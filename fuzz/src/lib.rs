//! What holds of whatever comes in by any door of attache.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, OnceLock};

use attache::derive::{Rules, brief};
use attache::export::{Wanted, json, page};
use attache::model::{Article, Briefing};
use attache::read::{Articles, CruftRules, File, Format};
use attache::work::Desk;

#[path = "../../tests/it/support/inert.rs"]
mod inert;
pub mod screen;

/// So many bytes of text may come of a byte of a file: the longest replacement has three bytes, a name of a character is longer than it,
/// and headings of a table stand in each of its rows.
const GROWTH: usize = 16;

/// So much may be said of a file that says nothing.
const SPARE: usize = 4096;

/// So many articles of a file are looked at.
const ARTICLES: usize = 8;

/// One input in so many is read a second time, and has to say the same: twice the work for all of them would find less.
const AGAIN: u64 = 4;

/// Nothing in `text` acts or hides.
pub fn inert(text: &str) {
    if let Some(trick) = inert::first_trick(text) {
        panic!("{trick:?} in {text:?}");
    }
}

/// The shipped rules, compiled once.
pub fn rules() -> &'static (Rules, CruftRules) {
    static RULES: OnceLock<(Rules, CruftRules)> = OnceLock::new();
    RULES.get_or_init(|| (Rules::shipped(), CruftRules::shipped()))
}

/// Whether `bytes` are among the inputs that are tried a second time. The same bytes always are, or never.
pub fn tried_again(bytes: &[u8]) -> bool {
    let mut hash = DefaultHasher::new();
    bytes.hash(&mut hash);
    hash.finish().is_multiple_of(AGAIN)
}

/// A briefing of `article` whose places lie in its text, and which says the same where it is made `again`.
pub fn briefing(article: Article, again: bool) -> Briefing {
    let article = Arc::new(article);
    let found = brief(Arc::clone(&article), &rules().0);
    let mut end = 0;
    for block in &article.blocks {
        let (start, stop) = (block.span.start(), block.span.end());
        assert!(article.text.get(start..stop).is_some() && start >= end, "block {start}..{stop} behind {end}");
        end = stop;
    }
    let mut end = 0;
    for sentence in &article.sentences {
        let (start, stop) = (sentence.span.start(), sentence.span.end());
        assert!(article.text.get(start..stop).is_some() && start >= end, "sentence {start}..{stop} behind {end}");
        assert!(article.blocks[sentence.block as usize].span.contains(sentence.span), "a sentence in two blocks");
        end = stop;
    }
    let topics = found.agenda.iter().flat_map(|topic| &topic.points);
    for point in found.summary.iter().chain(topics).chain(found.tensions.iter().map(|tension| &tension.point)) {
        let places = point.anchor().into_iter().map(|anchor| anchor.focus).chain(point.reason().hits.iter().copied());
        for span in places {
            assert!(article.text.get(span.start()..span.end()).is_some(), "{span:?} is no place");
        }
        inert(&point.reason().because);
    }
    let told = json("a", &found, false);
    inert(&told);
    // A backslash of the text is two here.
    assert!(!told.replace(r"\\", "").contains(r"\u00"), "an escaped control in {told}");
    if again {
        assert_eq!(told, json("a", &brief(article, &rules().0), false), "two runs differ");
    }
    inert(&page(&found, &Wanted::default()));
    found
}

/// Reads `bytes` as `format`, and derives what is in it.
pub fn read(format: Format, bytes: &[u8]) {
    let bytes_out = read_packed(format, bytes);
    assert!(bytes_out <= GROWTH * bytes.len() + SPARE, "{bytes_out} bytes out of {}", bytes.len());
}

/// The same where the bytes may be packed; how many bytes came out.
pub fn read_packed(format: Format, bytes: &[u8]) -> usize {
    let again = tried_again(bytes);
    let once = articles(format, bytes);
    if again {
        let said = |articles: &Result<Vec<Article>, String>| format!("{articles:?}");
        assert_eq!(said(&once), said(&articles(format, bytes)), "two runs differ");
    }
    let articles = match once {
        Ok(articles) => articles,
        Err(reason) => {
            inert(&reason);
            return 0;
        }
    };
    let mut bytes_out = 0;
    for article in articles {
        bytes_out += article.text.len() + article.removed.iter().map(|removed| removed.text.len()).sum::<usize>();
        inert(&article.text);
        article.notes.iter().for_each(|note| inert(&note.message));
        article.removed.iter().for_each(|removed| inert(&removed.text));
        let fields = &article.fields;
        [&fields.headline, &fields.byline, &fields.place, &fields.outlet, &fields.url]
            .into_iter()
            .flatten()
            .for_each(|f| inert(f));
        briefing(article, again);
    }
    bytes_out
}

fn articles(format: Format, bytes: &[u8]) -> Result<Vec<Article>, String> {
    let file = File::new("a", bytes);
    let mut all = Articles::new(&file, format).map_err(|reason| reason.to_string())?;
    let count = all.len().min(ARTICLES);
    Ok((0..count).filter_map(|at| all.take(at, "a".into(), &rules().1)).collect())
}

/// Reads what is behind the first byte as the format of `ids` that the first byte chooses.
pub fn read_one_of(ids: &[&str], bytes: &[u8]) {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    read(format(ids[usize::from(*choice) % ids.len()]), bytes);
}

/// The format with this id.
pub fn format(id: &str) -> Format {
    Format::of_id(id).unwrap_or_else(|| panic!("no format {id}"))
}

/// A desk with the shipped rules.
pub fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(Desk::default)
}
