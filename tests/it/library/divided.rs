//! Long files of many articles, which are taken apart on one thread for all who read them.

use attache::read::{Articles, CruftRules, File, recognise};
use attache::text::Clean;
use attache::work::{Desk, Origin, Sketch};

/// The texts of a file's articles, taken apart right here.
fn plainly(name: &str, content: &str) -> Vec<Clean> {
    let (file, rules) = (File::new(name, content.as_bytes()), CruftRules::shipped());
    let mut articles = Articles::new(&file, recognise(&file)).unwrap();
    (0..articles.len()).map(|at| articles.take(at, name.into(), &rules).unwrap().text).collect()
}

#[test]
fn who_opens_who_lists_and_who_searches_read_the_same() {
    let words = "spoke of tariffs and of the ferry that is to run from spring on, they said. ".repeat(3);
    let all = |head: &str, part: &dyn Fn(usize) -> String, between: &str, tail: &str| {
        let parts: Vec<String> = (0..2_400).map(part).collect();
        [head, &parts.join(between), tail].concat()
    };
    let item = |n| format!("<item><title>Talks in town {n}</title><description>{n} {words}</description></item>");
    let feed = all("<rss><channel><title>Wire</title>", &item, "\n", "</channel></rss>");
    let item = |n| format!(r#"{{"uri": {n}, "headline": "Talks in town {n}", "body_text": "{n} {words}"}}"#);
    let news = all("[", &item, ",\n", "]");
    let mail = |n| {
        format!(
            "From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nTo: c@d.example\nSubject: Talks {n}\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n\n{n} {words}\n"
        )
    };
    let mails = all("", &mail, "\n", "");
    for (name, content) in [("feed.xml", feed), ("news.json", news), ("talks.mbox", mails)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, &content).unwrap();
        let (plain, desk, file) = (plainly(name, &content), Desk::default(), Origin::Path(path));
        assert!(plain.len() > 2_000, "{name}: {}", plain.len());
        let numbers = [0, 7, 1_234, plain.len() - 1];
        let of = |number: usize| Origin::Within(Box::new(file.clone()), number.try_into().unwrap());
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut listed = Vec::new();
                desk.each_outlined(&file, |sketch| {
                    let Sketch::Article(article, _) = sketch else { panic!("{name}") };
                    listed.push(article.text);
                    true
                })
                .unwrap();
                assert_eq!(listed, plain, "{name}");
            });
            scope.spawn(|| numbers.map(|number| assert_eq!(desk.article(&of(number)).unwrap().text, plain[number], "{name}")));
            scope.spawn(|| {
                numbers.map(|number| assert_eq!(desk.open(&of(number)).unwrap().briefing.article.text, plain[number], "{name}"))
            });
        });
        let none = desk.article(&of(plain.len())).unwrap_err();
        assert!(none.ends_with("there is no such article in it"), "{none}");
    }
}

#[test]
fn an_article_of_many_is_known_by_its_own_words_and_as_the_file_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feed.xml");
    let feed = |words: &str| {
        let items =
            [1, 2].map(|n| format!("<item><title>Talks in town {n}</title><description>{words} {n}.</description></item>"));
        std::fs::write(&path, format!("<rss><channel><title>Wire</title>{}</channel></rss>", items.concat())).unwrap();
    };
    let (desk, file) = (Desk::default(), Origin::Path(path.clone()));
    let listed = || {
        let mut all = Vec::new();
        desk.each_outlined(&file, |sketch| {
            let Sketch::Article(article, _) = sketch else { panic!("a feed") };
            all.push(*article);
            true
        })
        .unwrap();
        all
    };
    let opened = |number| desk.open(&Origin::Within(Box::new(file.clone()), number)).unwrap().briefing.article;
    for words in ["They spoke of tariffs in", "Now they spoke of the ferry, at length, in"] {
        feed(words);
        let all = listed();
        assert_eq!(all.len(), 2);
        assert_ne!(all[0].content, all[1].content);
        for (number, article) in (0..).zip(&all) {
            assert!(article.text.contains(words), "{}", article.text);
            // What is marked in a briefing is marked in the list: both by the same content.
            assert_eq!((&opened(number).text, opened(number).content), (&article.text, article.content));
        }
    }
}
