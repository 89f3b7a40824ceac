//! What a page says of itself outside its running text, as it is written: meta elements, JSON-LD, microdata, its title and headings.
//!
//! It is only gathered here, a bounded much of it; what is to be believed is settled elsewhere.

use html5ever::tokenizer::Tag;

/// The most meta elements, scripts of data and marked words that are kept, and the most bytes of each.
const MOST: usize = 400;
const WORDS_BYTES: usize = 2000;
const DATA_BYTES: usize = 1 << 20;

/// What stands between the words of a name, one as good as the other.
const APART: [char; 3] = ['_', '-', '.'];

/// What words are marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `<title>`.
    Title,
    /// `<h1>`.
    Heading,
    /// Microdata: the headline.
    Headline,
    /// Microdata or a link: an author.
    Author,
    /// A class name says that it is the byline.
    Byline,
    /// `<time>`, or microdata: when it was published.
    Published,
    /// The same: when it was changed.
    Modified,
    /// A moment that is not said to be of anything.
    Time,
    /// JSON-LD.
    Data,
}

/// All that a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Names and contents of meta elements and links, names in small letters.
    pub(super) metas: Vec<(String, String)>,
    /// Marked words, with the line on which they begin.
    pub(super) marked: Vec<(Mark, String, u32)>,
    /// There were more of them than are kept, or more data.
    pub(super) cut: bool,
}

impl Said {
    /// The contents of the meta elements that have one of `names`, in the order of `names`; all marks between words count as `:`.
    pub(super) fn meta<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let of = |name: &'a &str| self.metas.iter().filter(move |(known, _)| known == name).map(|(_, content)| content.trim());
        names.iter().flat_map(of).filter(|content| !content.is_empty())
    }

    /// The words with this mark.
    pub(super) fn marked(&self, mark: Mark) -> impl Iterator<Item = &str> + Clone {
        self.marked
            .iter()
            .filter(move |(known, ..)| *known == mark)
            .map(|(_, words, _)| words.trim())
            .filter(|words| !words.is_empty())
    }

    /// Takes what a `<meta>` or `<link>` says.
    pub(super) fn element(&mut self, tag: &Tag) {
        let of = |name| attribute(tag, name).unwrap_or_default();
        let (content, names): (&str, Vec<&str>) = match &*tag.name {
            "meta" => (of("content"), vec![of("name"), of("property"), of("itemprop")]),
            "link" if !of("href").is_empty() => {
                (of("href"), of("rel").split_ascii_whitespace().filter(|rel| *rel == "canonical").collect())
            }
            "html" => (of("lang"), vec!["lang"]),
            _ => return,
        };
        if self.metas.len() >= MOST {
            self.cut = true;
            return;
        }
        let content = head(content, WORDS_BYTES);
        let names = names.iter().flat_map(|names| names.split_ascii_whitespace());
        self.metas.extend(names.map(|name| (name.replace(APART, ":").to_ascii_lowercase(), content.to_owned())));
    }

    /// Takes the address that a browser or `SingleFile` keeps in the comment it puts before a page.
    pub(super) fn comment(&mut self, words: &str) {
        let words = head(words, WORDS_BYTES);
        let line = words
            .lines()
            .map(str::trim)
            .find_map(|line| line.strip_prefix("url: ").or_else(|| line.strip_prefix("saved from url=")));
        let url = line.and_then(|line| line.find("http").and_then(|at| line.get(at..)));
        if let Some(url) = url.and_then(|url| url.split_whitespace().next()).filter(|_| self.metas.len() < MOST) {
            self.metas.push(("saved:from".to_owned(), url.to_owned()));
        }
    }

    /// A place for words that will be marked so; `None` where there are enough.
    pub(super) fn begin(&mut self, mark: Mark, line: u32) -> Option<usize> {
        self.cut |= self.marked.len() >= MOST;
        (self.marked.len() < MOST).then(|| {
            self.marked.push((mark, String::new(), line));
            self.marked.len() - 1
        })
    }

    /// Adds to the words at `place`.
    pub(super) fn add(&mut self, place: usize, words: &str) {
        if let Some((mark, text, _)) = self.marked.get_mut(place) {
            let most = if *mark == Mark::Data { DATA_BYTES } else { WORDS_BYTES };
            let fits = head(words, most.saturating_sub(text.len()));
            text.push_str(fits);
            self.cut |= *mark == Mark::Data && fits.len() < words.len();
        }
    }
}

/// The value of an attribute, if it has it.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

fn head(words: &str, most: usize) -> &str {
    words.get(..words.floor_char_boundary(most)).unwrap_or_default()
}
