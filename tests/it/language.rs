//! Texts in other languages: told, read, summed up, and spared what only English words could find.

use std::cell::RefCell;

use attache::derive::{Rules, brief};
use attache::form::Source;
use attache::model::{Briefing, NoteKind};
use attache::read::{CruftRules, plain};
use attache::text::decode::decode;

const FRENCH: &str = "\
Le gouvernement repousse le contrat des frégates

PARIS, 12 mars 2026 - Le ministère a annoncé jeudi que la signature du contrat des frégates serait repoussée à l'automne, le chantier \
ayant manqué une deuxième échéance.

Alors que le programme fait vivre trois mille personnes, il est devenu le symbole de ce qui ne va pas dans les achats de la marine. Les \
députés ont demandé un nouveau calendrier, mais le ministre a refusé de donner une date.

Le port de Brest attend les commandes, et le gaz reste un sujet de dispute. Les alliés regrettent que les S-400 livrés à Ankara ne \
soient pas rendus.";

const GERMAN: &str = "\
Regierung verschiebt den Fregattenvertrag

BERLIN, 12. März 2026 - Das Ministerium hat am Donnerstag mitgeteilt, dass der Vertrag über die Fregatten erst im Herbst unterschrieben \
wird, weil die Werft einen zweiten Termin verpasst hat.

Obwohl das Programm dreitausend Menschen Arbeit gibt, steht es inzwischen für alles, was bei der Beschaffung falsch läuft. Die \
Abgeordneten verlangten einen neuen Zeitplan, doch der Minister nannte kein Datum.";

const RUSSIAN: &str = "\
Правительство отложило контракт на фрегаты

МОСКВА, 12 марта 2026 года. Министерство обороны сообщило в четверг, что контракт на строительство фрегатов будет подписан только \
осенью, потому что верфь не выполнила второй этап работ.

Хотя программа даёт работу трём тысячам человек, она стала символом всего, что не так с закупками флота. Депутаты потребовали новый \
график, однако министр не назвал даты.";

const SPANISH: &str = "\
El gobierno aplaza el contrato de las fragatas

MADRID, 12 de marzo de 2026. El ministerio anunció el jueves que el contrato de las fragatas no se firmará hasta el otoño, porque el \
astillero incumplió un segundo plazo.

Aunque el programa da trabajo a tres mil personas, se ha convertido en el símbolo de lo que no funciona en las compras de la armada. Los \
diputados pidieron un calendario nuevo, pero el ministro no dio ninguna fecha.";

const ARABIC: &str = "\
الحكومة تؤجل توقيع عقد الفرقاطات

القاهرة، 12 مارس 2026. أعلنت وزارة الدفاع يوم الخميس أن عقد الفرقاطات لن يوقع قبل الخريف، لأن حوض بناء السفن تأخر عن الموعد الثاني.

ورغم أن البرنامج يوفر العمل لثلاثة آلاف شخص، فقد أصبح رمزا لكل ما هو خاطئ في مشتريات البحرية. وطالب النواب بجدول زمني جديد، لكن الوزير لم يحدد أي موعد.";

const CHINESE: &str = "\
政府推迟签署护卫舰合同

国防部星期四宣布，护卫舰合同要到秋天才会签署，因为造船厂第二次没有按时完成工作。

虽然这个项目给三千人提供了工作，但是它已经成为海军采购中一切问题的象征。议员们要求制定新的时间表，可是部长没有给出任何日期。

一位外交官说，关于天然气供应的谈判将于下周在北京继续进行。双方还将讨论粮食贸易和制裁问题。";

const HINDI: &str = "\
सरकार ने फ्रिगेट अनुबंध पर हस्ताक्षर टाले

रक्षा मंत्रालय ने गुरुवार को कहा कि फ्रिगेट अनुबंध पर पतझड़ से पहले हस्ताक्षर नहीं होंगे, क्योंकि शिपयार्ड दूसरी समय सीमा से चूक गया।

हालांकि यह कार्यक्रम तीन हजार लोगों को काम देता है, लेकिन यह नौसेना की खरीद में हर गलती का प्रतीक बन गया है।";

const HALF_ENGLISH: &str = "\
Ministry puts off the frigate contract

The ministry put off the signing until autumn after the yard missed a second milestone, officials said on Thursday.

« Le contrat sera signé quand le chantier aura tenu ses engagements, et pas avant », a déclaré le ministre devant les députés de la \
commission. « Nous ne donnerons aucune date avant l'été, quoi que l'on dise. »

While the programme keeps three thousand jobs, it has also come to stand for everything that is wrong with naval buying.";

/// A text of names and numbers: no English in it, and nothing else.
const SCORES: &str = "\
Results

Arsenal 2, Chelsea 1. Liverpool 3, Everton 0. Newcastle 1, Fulham 1. Brentford 0, Tottenham 2. Wolverhampton 1, Burnley 1. Brighton 4, \
Southampton 0. Manchester United 2, Manchester City 2. Leicester 0, Leeds 0. Watford 3, Norwich 1. Crystal Palace 1, West Ham 2. \
Sunderland 1, Middlesbrough 0. Nottingham Forest 2, Derby County 2.";

const FRENCH_TOPICS: &str = r#"
language = "fr"
[[topics]]
id = "frigates"
label = "Frégates"
terms = ["frégate*"]
"#;

const FRENCH_CUES: &str = r#"
language = "fr"
[[cues]]
words = ["mais"]
takes = "joins"
[[cues]]
words = ["alors que"]
takes = "opens"
"#;

fn found(text: &str, rules: &Rules) -> Briefing {
    let article = plain("a.txt".into(), &decode(text.as_bytes()), &CruftRules::none());
    brief(article.into(), rules)
}

/// The shipped rules with a user's taxonomy and cues over them, and what was wrong with those.
fn laid_over(topics: &str, cues: &str) -> (Rules, Vec<String>) {
    let complaints = RefCell::default();
    let topics = [Rules::shipped_topics(), Source { name: "my-topics.toml".into(), text: topics }];
    let cues = [Rules::shipped_cues(), Source { name: "my-cues.toml".into(), text: cues }];
    let rules = Rules::new(&topics, &cues, &complaints);
    (rules, complaints.into_inner().iter().map(ToString::to_string).collect())
}

fn remarks(briefing: &Briefing) -> Vec<String> {
    let notes = briefing.notes.iter().filter(|note| note.kind == NoteKind::Language);
    notes.map(|note| note.message.to_string()).collect()
}

#[test]
fn a_text_in_another_language_is_summed_up_and_says_what_is_missing() {
    let rules = Rules::shipped();
    for (code, name, text) in [
        ("fr", "French", FRENCH),
        ("de", "German", GERMAN),
        ("ru", "Russian", RUSSIAN),
        ("es", "Spanish", SPANISH),
        ("ar", "Arabic", ARABIC),
        ("zh", "Chinese", CHINESE),
        ("hi", "Hindi", HINDI),
    ] {
        let briefing = found(text, &rules);
        assert_eq!(briefing.language.map(|language| language.code), Some(code));
        assert!(!briefing.summary.is_empty(), "{name} has no summary");
        assert!(briefing.tensions.is_empty(), "{name}: {:?}", briefing.tensions);
        let remarks = remarks(&briefing);
        assert!(remarks.len() == 1 && remarks[0].contains(&format!("in {name} ")) && remarks[0].contains(code), "{remarks:?}");
    }
}

#[test]
fn names_are_topics_in_any_language_and_english_words_are_none() {
    let agenda = found(FRENCH, &Rules::shipped()).agenda;
    let ids: Vec<&str> = agenda.iter().map(|topic| &*topic.id).collect();
    assert_eq!(ids, ["s-400"], "`port` is French here");
}

#[test]
fn english_half_english_short_and_wordless_texts_are_read_as_english() {
    let rules = Rules::shipped();
    let half = found(HALF_ENGLISH, &rules);
    assert_eq!(half.language.map(|language| language.name), Some("English"));
    assert_eq!(half.tensions.len(), 1, "its English part has one");
    for text in ["Bonjour.\n\nUne phrase courte, mais en français.", SCORES, ""] {
        let briefing = found(text, &rules);
        assert_eq!((briefing.language, remarks(&briefing)), (None, Vec::new()), "{text}");
    }
}

#[test]
fn rule_files_say_which_language_they_are_for() {
    let (rules, complaints) = laid_over(FRENCH_TOPICS, FRENCH_CUES);
    assert_eq!(complaints, [""; 0]);
    let french = found(FRENCH, &rules);
    let labels: Vec<&str> = french.agenda.iter().map(|topic| &*topic.label).collect();
    assert!(labels.contains(&"Frégates") && labels.contains(&"S-400"), "{labels:?}");
    let cues: Vec<&str> = french.tensions.iter().filter_map(|t| t.cue).map(|cue| french.article.slice(cue)).collect();
    assert_eq!(cues, ["Alors que", "mais"]);
    assert_eq!(remarks(&french), [""; 0]);
    let shipped = Rules::shipped();
    let both = [&rules, &shipped].map(|rules| attache::export::json("a", &found(HALF_ENGLISH, rules), false));
    assert_eq!(both[0], both[1], "they leave English texts alone");
    assert!(remarks(&found(GERMAN, &rules))[0].contains("no tension is looked for, and topics"));
    let (topics_alone, _) = laid_over(FRENCH_TOPICS, "");
    let remarks = remarks(&found(FRENCH, &topics_alone));
    assert!(remarks[0].contains("no tension is looked for.") && !remarks[0].contains("topics are"), "{remarks:?}");
}

#[test]
fn what_is_wrong_with_a_file_for_another_language_is_told_once() {
    let (_, complaints) = laid_over("language = \"fr\"\n[[topics]]\nid = \"x\"\nterms = [\"a*b\"]\n", "language = \"xx\"\n");
    insta::assert_snapshot!(complaints.join("\n\n"), @r#"
    my-cues.toml:1:12: no language that attache knows has the code "xx"
      |
    1 | language = "xx"
      |            ^^^^
      = codes are those of ISO 639, such as fr

    my-topics.toml:4:10: a term is words, with `*` or `~` at the end alone, then `^` and a weight up to 9
      |
    4 | terms = ["a*b"]
      |          ^^^^^
      = the term is left out
    "#);
}

#[test]
fn json_names_the_language() {
    let json = |text| attache::export::json("a", &found(text, &Rules::shipped()), false);
    assert!(json(FRENCH).contains("\"language\":\"fr\"") && json(SCORES).contains("\"language\":null"));
}
