//! The language of a search: what lines mean, and what is said of those that mean nothing.

use attache::library::query::{Clause, Filter, HELP, Kind, Query, Test};
use attache::text::Clean;
use proptest::prelude::*;

use super::{parse, query};

/// The query in words: terms joined by `+`, `*` behind a beginning, `-` before what is excluded.
fn told(query: &Query) -> String {
    let words = query.words.clauses().iter().map(clause);
    words.chain(query.filters.iter().map(filter)).collect::<Vec<_>>().join(" ")
}

fn clause(clause: &Clause) -> String {
    let [not, prefix] = [(clause.not, "-"), (clause.prefix, "*")].map(|(is, mark)| if is { mark } else { "" });
    format!("{not}{}{prefix}", clause.terms.join("+"))
}

fn filter(filter: &Filter) -> String {
    let test = match &filter.test {
        Test::Topic(words) => format!("topic({})", clause(words)),
        Test::Outlet(words) => format!("outlet({})", clause(words)),
        Test::On([first, last]) => format!("on({first}..{last})"),
        Test::After(day) => format!("after({day})"),
        Test::Before(day) => format!("before({day})"),
        Test::Tension(wish) => format!("tension({wish})"),
        Test::Kind(Kind::Format(id)) => format!("format({id})"),
        Test::Kind(kind) => format!("kind({kind:?})"),
        Test::Read(wish) => format!("read({wish})"),
        Test::Marked(wish) => format!("marked({wish})"),
    };
    format!("{}{test}", if filter.not { "-" } else { "" })
}

#[track_caller]
fn means(line: &str, expected: &str) {
    let (query, faults) = parse(line);
    assert_eq!(told(&query), expected, "{line}");
    assert_eq!(faults, [], "{line}");
}

/// The meaning of the line, and under the line each fault with its carets.
#[track_caller]
fn complains(line: &str, meaning: &str, expected: &[&str]) {
    let (query, faults) = parse(line);
    assert_eq!(told(&query), meaning, "{line}");
    let before = |at: usize| line.get(..at).unwrap().chars().count();
    let carets = |at: usize, end: usize| format!("{}{}", " ".repeat(before(at)), "^".repeat(before(end) - before(at)));
    let mut shown = Vec::new();
    for fault in &faults {
        shown.extend([carets(fault.span.start(), fault.span.end()), fault.message.to_string(), fault.help.to_string()]);
    }
    assert_eq!(shown, expected, "{line}");
}

#[test]
fn words_and_phrases() {
    means("", "");
    means("visit delhi", "visit delhi*");
    means("Visit Élysée ", "visit elysee");
    means("visit.", "visit");
    means("\"air defence\"", "air+defence");
    means("\"air defence\" S-400's", "air+defence s+400+s*");
    means("“Air Defence” «Kreml»", "air+defence kreml");
    means("say\"air defence\"now", "say air+defence now*");
    means("王毅", "王+毅*");
    means("Russia – India & … 'quoted' 10:30 http://example.org/a", "russia india quoted 10+30 http+example+org+a*");
    means("Putin: visit", "putin visit*");
}

#[test]
fn an_unfinished_quotation_is_a_phrase_that_goes_on() {
    means("\"", "");
    means("visit \"air def", "visit air+def*");
    means("\"air ", "air");
    means("outlet:\"hill cou", "outlet(hill+cou*)");
}

#[test]
fn what_is_excluded_is_whole() {
    means("visit -china", "visit -china");
    means("-\"air defence\" -s-400 visit", "-air+defence -s+400 visit*");
    means("-topic:trade -read:yes", "-topic(trade*) -read(true)");
    means("anti-tank –china", "anti+tank china*");
}

#[test]
fn fields() {
    means("topic:trade outlet:\"Hill Courier\" visit", "visit* topic(trade*) outlet(hill+courier*)");
    means(
        "date:2025 date:2024-02 date:2025-11-28",
        "on(2025-01-01..2025-12-31) on(2024-02-01..2024-02-29) on(2025-11-28..2025-11-28)",
    );
    means("after:2025-11 before:2026", "after(2025-11-01) before(2026-01-01)");
    means("tension:yes Read:NO marked:no", "tension(true) read(false) marked(false)");
    means("type:briefing type:article type:DOCX", "kind(Briefing) kind(Article) format(docx)");
}

#[test]
fn what_means_nothing_is_told_and_left_out() {
    let day = "after: includes its first day, before: ends ahead of its own";
    complains(
        "visit tension:maybe",
        "visit",
        &["              ^^^^^", "tension is yes or no, not \"maybe\"", "such as tension:yes"],
    );
    complains(
        "type:htlm x",
        "x*",
        &["     ^^^^", "type is article, briefing or a format, not \"htlm\"", "did you mean type:html?"],
    );
    complains(
        "date:\"12 May\"",
        "",
        &["      ^^^^^^", "date is a year, a month or a day, not \"12 May\"", "such as 2025, 2025-11 or 2025-11-28"],
    );
    complains(
        "after:2025-02-29",
        "",
        &["      ^^^^^^^^^^", "after is a year, a month or a day, not \"2025-02-29\"", "such as 2025, 2025-11 or 2025-11-28"],
    );
    complains(
        "é topic: trade",
        "e trade*",
        &["  ^^^^^^", "nothing stands behind topic:", "words of a topic, with no blank between, such as topic:trade"],
    );
    complains(
        "a - b",
        "a b*",
        &[
            "  ^",
            "nothing is excluded here",
            "a word, a phrase or a field stands behind the hyphen with no blank between, such as -china",
        ],
    );
    complains(
        "after:2026 x before:2025",
        "x after(2026-01-01) before(2025-01-01)",
        &["             ^^^^^^^^^^^", "no day is 2026-01-01 or later and before 2025-01-01", day],
    );
    let fields = "fields are topic, outlet, date, after, before, tension, type, read, marked; it is searched as words";
    complains("-foo:bar a", "-foo+bar a*", &["^^^^^^^^", "no field is called foo", fields]);
    complains(
        "outlets:hill",
        "outlets+hill*",
        &["^^^^^^^^^^^^", "no field is called outlets", &format!("did you mean outlet:? {fields}")],
    );
}

#[test]
fn a_page_that_was_pasted_is_read_at_its_beginning() {
    let line = "word ".repeat(1000);
    let (query, faults) = parse(&line);
    assert!(query.words.clauses().len() > 90 && query.words.clauses().len() < 110);
    assert_eq!(faults.iter().map(|fault| fault.span.end()).collect::<Vec<_>>(), [line.len()]);
}

#[test]
fn the_help_is_understood() {
    for (line, meaning) in HELP {
        let (query, faults) = parse(line);
        assert!(!query.is_empty() && faults.is_empty() && !meaning.contains('|'), "{line}: {meaning}");
    }
}

proptest! {
    #[test]
    fn any_line_is_understood_somehow(line in "([a-z]{1,8}|[ \":“-]|topic:|date:|-|2025|\\PC|\\s){0,24}") {
        let line = Clean::from(line);
        let (_, faults) = Query::parse(&line);
        for fault in faults {
            prop_assert!(line.get(fault.span.range()).is_some_and(|at| !at.is_empty()) && !fault.message.is_empty() && !fault.help.is_empty());
        }
    }

    #[test]
    fn words_without_signs_are_sought_as_they_are(words in prop::collection::vec("[a-z]{1,9}", 0..9)) {
        let line = words.join(" ") + " ";
        prop_assert_eq!(told(&query(&line)), words.join(" "));
    }
}
