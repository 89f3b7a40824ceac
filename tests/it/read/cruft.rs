//! What is taken out of a text, what is not, and what a user's rules can change.

use std::cell::RefCell;

use attache::form::Source;
use attache::read::{CruftRules, plain};
use attache::text::Clean;
use attache::text::decode::decode;
use insta::assert_snapshot;

use super::{read, said, story};

#[test]
fn sentences_are_no_cruft() {
    let body = "\
Advertisement spending fell by a third, the ministry said.
Follow us on the road to peace, he said.
Photo evidence shows the yard empty.
Read more than one report before you judge, she said.
Subscribe to the theory or not, the numbers hold.
Comments by the minister were brief.
Related charges were dropped in May.
Share prices of the yard fell by 3 percent.
Sign up for the draft, Lusenia tells its students
Also read by ministers was a letter from the yard.
Copyright law divides the Union, and the vote showed it.
Cookies will be taxed from May, the cookie policy of the Union says.
Image matters in Ostrel.
Home is where the votes are";
    let article = read(format!("A headline over it all\n\n{}", body.replace('\n', "\n\n")));
    assert_eq!(article.removed, []);
}

#[test]
fn cruft_is_taken_and_listed() {
    let lines = "\
Skip to main content
Home > World > Asia
World | Politics | Business | Sport
3 min read
Listen to this article
Facebook Twitter WhatsApp Email Print
READ ALSO: Who pays for the pier?
ADVERTISEMENT - continue reading below
Sponsored
Accept all cookies
We use cookies to improve your experience. By continuing you accept our cookie policy.
Sign up for our daily newsletter
Follow us on LinkedIn
Photo: The Sample Wire / File
The pier in winter. (AP Photo/Ana Ruiz)
© 2026 The Sample Wire. All rights reserved.
(Reporting by Ana Ruiz; Editing by Bo Lind)
Log in to continue
* * *
Download our app
Back to top";
    let article = read(format!(
        "A headline over it all\n\nThe yard is busy again, the owner said.\n\n{}\n\nIt will stay so, he said later.",
        lines.replace('\n', "\n\n")
    ));
    assert_eq!(article.removed.len(), lines.lines().count());
    let rules: Vec<&str> = article.removed.iter().map(|r| &*r.rule).collect();
    assert_snapshot!(rules.join(", "), @"page furniture, navigation, navigation, reading time, listen, share icons, read more, advertisement, advertisement, cookie buttons, cookies, newsletter, follow us, credits, credits, copyright, desk credits, account, ornament, app, page furniture");
}

#[test]
fn what_follows_the_article_goes_with_its_heading() {
    let end = "Comments (14)\n\nWhy the pier was never built\n\nSilos fill in the east";
    assert_snapshot!(story(&format!("Talks resume\n\nThe talks resumed on Monday, officials said.\n\n{end}")), @r"
    headline = Talks resume
      1 headline: Talks resume
      3 ¶1: The talks resumed on Monday, officials said.
      5 - Comments (14) [comments]
      7 - Why the pier was never built [comments]
      9 - Silos fill in the east [comments]
    ");
    let kept =
        read(format!("Talks resume\n\nThe talks resumed.\n\n{end}\n\nThey went on for most of the night, officials said."));
    assert_eq!(kept.removed, []);
}

fn rules(user: &str) -> (CruftRules, String) {
    let complaints = RefCell::new(Vec::new());
    let source = Source { name: Clean::from("my-cruft.toml"), text: user };
    let rules = CruftRules::new(&[CruftRules::shipped_source(), source], &complaints);
    (rules, said(&complaints))
}

#[test]
fn the_shipped_rules_are_sound() {
    assert_eq!(rules("").1, "");
}

#[test]
fn a_users_rules_add_replace_and_drop() {
    let (rules, complaints) = rules(
        "\
[[rules]]
id = \"archive box\"
starts = \"from the archive\"
[[rules]]
id = \"advertisement\"
whole = [\"anzeige\"]
[[rules]]
id = \"listen\"
drop = true
",
    );
    assert_eq!(complaints, "");
    let text = "Talks resume\n\nFrom the archive: the first round\n\nAnzeige\n\nAdvertisement\n\nListen\n\nThe talks resumed on Monday, officials said.";
    let article = plain(Clean::default(), &decode(text.as_bytes()), &rules);
    let removed: Vec<_> = article.removed.iter().map(|r| (r.line, &*r.rule)).collect();
    assert_eq!(removed, [(3, "archive box"), (5, "advertisement")]);
}

#[test]
fn mistakes_in_a_users_rules_have_their_place() {
    assert_snapshot!(rules("\
[[rules]]
id = \"é “box”\"
start = [\"from\"]

[[rules]]
whole = [\"x\"]

[[rules]]
id = \"marks\"
whole = [\"---\", 3]

[[rules]]
id = \"cokies\"
drop = true

[[rules]]
id = \"both\"
whole = \"a\"
head = true
tail = true
").1, @r#"
    my-cruft.toml:1:1: the rule "é “box”" takes nothing
      |
    1 | [[rules]]
      | ^^^^^^^^^
      = it needs one of whole, starts, ends, contains, tokens, row, part, or marks = true
    my-cruft.toml:3:1: warning: unknown key "start"
      |
    3 | start = ["from"]
      | ^^^^^
      = did you mean "starts"?
    my-cruft.toml:5:1: a rule without an id
      |
    5 | [[rules]]
      | ^^^^^^^^^
      = every rule has an id: it is shown with the lines the rule takes
    my-cruft.toml:8:1: the rule "marks" takes nothing
      |
    8 | [[rules]]
      | ^^^^^^^^^
      = it needs one of whole, starts, ends, contains, tokens, row, part, or marks = true
    my-cruft.toml:10:10: no word to look for
       |
    10 | whole = ["---", 3]
       |          ^^^^^
       = a phrase needs at least one word; marks alone match nothing
    my-cruft.toml:10:17: expected a text in quotation marks, found a whole number
       |
    10 | whole = ["---", 3]
       |                 ^
    my-cruft.toml:13:6: warning: no rule is called "cokies"
       |
    13 | id = "cokies"
       |      ^^^^^^^^
       = there is nothing to drop
    my-cruft.toml:16:1: both head and tail
       |
    16 | [[rules]]
       | ^^^^^^^^^
       = a rule that is for the whole text says neither
    "#);
}
