//! Mails, mailboxes and web pages in the form of mail.

use attache::read::Format;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::mails::{FORWARD, NEWSLETTER, REPLY};
use super::opened::{damaged, holds, opened};

#[test]
fn a_newsletter_loses_what_is_around_it() {
    assert_snapshot!(opened("a.eml", NEWSLETTER), @r"
    mail
    headline = Border talks end with a hotline – and no map
    place = SORREL PASS
    outlet = Hill Courier Morning
    date = 2025-11-28T07:02:00+01:00
    subjects = :borders, :diplomacy
     21 headline: Border talks end with a hotline – and no map
     21 ¶1: SORREL PASS – Karsan and Dolmir agreed on Thursday to install a hotline, but left the question of where their frontier lies to another year.
     25 ¶2: “We can call each other now,” the minister said. “We do not yet know what to say.”
     19 - View this email in your browser [mail header]
     28 - You are receiving this because you subscribed. [mail footer]
     29 - Unsubscribe: https://hill-courier.example/out [mail footer]
     30 - Hill Courier, 1 Pass Road [mail footer]
    ");
}

#[test]
fn what_is_passed_on_is_the_article() {
    assert_snapshot!(opened("", FORWARD), @r"
    mail
    headline = Grain corridor reopens
    byline = Ana Ruiz
    date = 2025-11-30
     20 headline: Grain corridor reopens
     20 ¶1: The corridor for grain reopened on Sunday after eleven days, port officials said, with four ships waiting.
     23 ¶2: Insurers want to see a week of quiet before they lower their rates, a broker said.
     26 quotation ¶3: an older line that was quoted
     28 ¶4: Ana
      8 - FYI - see the second paragraph. [covering note]
     10 - -- [covering note]
     11 - Bo Lind [covering note]
     12 - Desk [covering note]
     14 - ---------- Forwarded message --------- [forwarded header]
     15 - From: Ana Ruiz <ana@wire.example> [forwarded header]
     16 - Date: Sun, 30 Nov 2025 at 18:40 [forwarded header]
     17 - Subject: Grain corridor reopens [forwarded header]
     18 - To: Bo Lind <bo@example.org> [forwarded header]
    ");
}

#[test]
fn an_answer_is_its_own_words() {
    assert_snapshot!(opened("", REPLY), @r"
    mail
    headline = Re: Hotline
    byline = Castellan, Ruven
    date = 2025-12-02T09:00:00-05:00
      8 headline: Re: Hotline
      8 ¶1: The hotline is to be tested every Monday, the ministry told me today, and both sides have named two officers each who are to pick up the telephone.
     11 ¶2: Nobody would say what happens when they do not.
     13 - -- [signature]
     14 - Ruven Castellan [signature]
     15 - +1 555 0100 [signature]
     17 - On Mon, Dec 1, 2025 at 5:12 PM Desk [quoted reply]
     18 - <desk@example.org> wrote: [quoted reply]
     19 - Who picks up the phone? [quoted reply]
     21 - And who pays? [quoted reply]
    ");
}

#[test]
fn marks_of_a_quotation_may_be_all_there_is() {
    let clause = "> The ships may pass when the harbour master has given his leave, and each\n> of them pays the same fee.\n>\n";
    let quoted = clause.repeat(3);
    let mail =
        format!("From: Bo <bo@example.org>\nTo: a@example.org\nSubject: the accord\nMessage-ID: <1@x>\n\nFor you:\n\n{quoted}");
    assert_snapshot!(opened("a.eml", mail), @r"
    mail
    headline = the accord
    byline = Bo
      8 headline: the accord
      8 ¶1: The ships may pass when the harbour master has given his leave, and each of them pays the same fee.
     11 ¶2: The ships may pass when the harbour master has given his leave, and each of them pays the same fee.
     14 ¶3: The ships may pass when the harbour master has given his leave, and each of them pays the same fee.
      6 - For you: [covering note]
    ");
}

#[test]
fn outlook_writes_headers_of_its_own() {
    let mail = "From: Bo <bo@example.org>\r\nTo: a@example.org\r\nSubject: WG: Das Abkommen\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
        <html><body><p>Zur Kenntnis.</p><div><p><b>Von:</b> Ute Ens &lt;ute@example.org&gt;<br><b>Gesendet:</b> Freitag, 28. November 2025 09:30<br>\
        <b>An:</b> Bo<br><b>Betreff:</b> Das Abkommen</p></div>\r\n\
        <p>Die Minister unterzeichneten das Abkommen am Freitag in Halmar, sagte ein Sprecher.</p></body></html>\r\n";
    assert_snapshot!(opened("", mail), @r"
    mail
    headline = Das Abkommen
    byline = Ute Ens
    date = 2025-11-28T09:30:00
      9 headline: Das Abkommen
      9 ¶1: Die Minister unterzeichneten das Abkommen am Freitag in Halmar, sagte ein Sprecher.
      8 - Zur Kenntnis. [covering note]
      8 - Von: Ute Ens <ute@example.org> [forwarded header]
      8 - Gesendet: Freitag, 28. November 2025 09:30 [forwarded header]
      8 - An: Bo [forwarded header]
      8 - Betreff: Das Abkommen [forwarded header]
    ");
}

#[test]
fn an_attached_mail_is_the_article_and_files_are_named() {
    let mail = "From: Bo <bo@example.org>\nTo: a@example.org\nSubject: see attached\nMIME-Version: 1.0\n\
Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHave a look.\n--b\nContent-Type: message/rfc822\n\n\
From: Ana Ruiz <ana@wire.example>\nSubject: Pier to be built\nDate: Sun, 30 Nov 2025 18:40:00 +0000\n\n\
The pier is to be built next year, the harbour board said on Sunday.\n--b\nContent-Type: application/pdf; name=\"map.pdf\"\n\
Content-Disposition: attachment; filename=\"map.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n";
    assert_snapshot!(opened("", mail), @r"
    mail
    headline = Pier to be built
    byline = Ana Ruiz
    date = 2025-11-30T18:40:00Z
     17 headline: Pier to be built
     17 ¶1: The pier is to be built next year, the harbour board said on Sunday.
      9 - Have a look. [covering note]
    note file: an attachment was not read: map.pdf
    ");
}

#[test]
fn a_mailbox_holds_many_mails() {
    let mbox = "From ana@example.org Sun Nov 30 18:40:00 2025\nFrom: Ana Ruiz <ana@example.org>\nSubject: One\n\n\
The first of the two ships left on Sunday.\n\n>From the pier nobody waved.\n\nFrom the beginning it was late.\n\n\
From bo@example.org Mon Dec  1 10:15:00 2025\nFrom: Bo <bo@example.org>\nSubject: Two\n\nThe second left on Monday.\n";
    assert_snapshot!(opened("archive", mbox), @r"
    mbox
    headline = One
    byline = Ana Ruiz
      5 headline: One
      5 ¶1: The first of the two ships left on Sunday.
      7 ¶2: From the pier nobody waved.
      9 ¶3: From the beginning it was late.

    headline = Two
    byline = Bo
     15 headline: Two
     15 ¶1: The second left on Monday.
    ");
}

#[test]
fn a_web_archive_is_the_page_in_it() {
    let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/talks\r\nSubject: Talks resume\r\n\
Date: Fri, 28 Nov 2025 09:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----M\"\r\n\r\n\r\n\
------M\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/talks\r\n\r\n\
<html><head><title>Talks resume</title></head><body><h1>Talks resume</h1>\r\n<p>The two sides met again on Monday =E2=80=93 after a break of=\r\n three weeks.</p></body></html>\r\n------M--\r\n";
    assert_snapshot!(opened("", page), @r"
    mhtml
    headline = Talks resume
    url = https://example.org/talks
      1 headline: Talks resume
      2 ¶1: The two sides met again on Monday – after a break of three weeks.
    ");
}

#[test]
fn wrong_and_broken_encodings_open_with_a_note() {
    let mail = |head: &str, body: &[u8]| {
        let mut bytes =
            format!("From: Ana <a@example.org>\nTo: b@example.org\nMIME-Version: 1.0\nSubject: Talks\n{head}\n\n").into_bytes();
        bytes.extend_from_slice(body);
        bytes
    };
    assert_snapshot!(opened("", mail("Content-Type: text/plain; charset=utf-8", b"The minister\x92s \x93plan\x94 costs five million, he said.")), @r"
    mail
    headline = Talks
    byline = Ana
      7 headline: Talks
      7 ¶1: The minister’s “plan” costs five million, he said.
    note encoding: not UTF-8: read as windows-1252, the likeliest of the older encodings
    ");
    assert_snapshot!(opened("", mail("Content-Type: text/plain; charset=iso-8859-1", b"The minister\x92s plan costs \x80 5 million, he said.")), @r"
    mail
    headline = Talks
    byline = Ana
      7 headline: Talks
      7 ¶1: The minister’s plan costs € 5 million, he said.
    ");
    assert_snapshot!(opened("", mail("Content-Transfer-Encoding: base64", b"VGhlIHRhbGtzIHJlc3VtZWQgb24gTW9uZGF5LCBvZmZpY2lhbHMgc2Fp!!ZC4")), @r"
    mail
    headline = Talks
    byline = Ana
      7 headline: Talks
      7 ¶1: The talks resumed on Monday, officials sai
    note encoding: the mail is damaged or ends too early: what could be decoded is shown
    ");
    assert_snapshot!(opened("", mail("Content-Type: multipart/mixed; boundary=zz", b"--zz\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIHRhbGtzIHJlc3VtZWQgb24gTW9uZGF5LCBvZmZpY2lhbHMgc2FpZCBpbiB0aG")), @r"
    mail
    headline = Talks
    byline = Ana
     11 headline: Talks
     11 ¶1: The talks resumed on Monday, officials said in t
    note encoding: the mail is damaged or ends too early: what could be decoded is shown
    ");
    assert_snapshot!(opened("", mail("Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: quoted-printable", b"Caf=E9 =ZZ talks=\nend")), @r"
    mail
    headline = Talks
    byline = Ana
      8 headline: Talks
      8 ¶1: Café =ZZ talksend
    note encoding: not UTF-8: read as windows-1252, the likeliest of the older encodings
    ");
}

#[test]
fn a_subject_in_raw_bytes_is_read_too() {
    let mail = b"From: Ana <a@example.org>\nTo: b@example.org\nMessage-ID: <1@x>\nSubject: Die Gespr\xE4che \x96 \xFCber alles\n\nSie begannen am Montag, sagte ein Sprecher.\n";
    assert!(opened("", mail).contains("headline = Die Gespräche – über alles\n"), "{}", opened("", mail));
}

#[test]
fn what_cannot_be_read_says_why() {
    let encrypted = "From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n";
    assert_snapshot!(opened("", encrypted), @r"
    mail
    refused: the mail is encrypted: open it in your mail program and save its text
    ");
    assert_snapshot!(opened("a.eml", "No headers here, only a sentence that somebody saved under the wrong name."), @r"
    mail
      1 ¶1: No headers here, only a sentence that somebody saved under the wrong name.
    note file: no mail headers found: read as plain text
    ");
    assert_snapshot!(opened("a.eml", "From: Ana <a@example.org>\nTo: b@example.org\nMessage-ID: <a@b>\nSubject: Cut off in the he"), @r"
    mail
    headline = Cut off in the he
    byline = Ana
      1 headline: Cut off in the he
    ");
    assert_snapshot!(opened("a.mbox", ""), @r"
    mbox
    refused: there is no mail in this mailbox: it is empty
    ");
}

#[test]
fn an_article_with_a_head_of_labels_is_no_mail() {
    for text in [
        "Title: Talks resume\nAuthor: Ana Ruiz\nDate: 2026-03-02\n\nThe talks resumed.",
        "From: the desk\nDate: today\n\nx",
        "From here on: nothing.\nx",
    ] {
        assert!(opened("", text).starts_with("text\n"), "{text}");
    }
}

#[test]
fn mails_without_end_and_bottom_are_bounded() {
    let nested = "Content-Type: message/rfc822\n\n".repeat(2_000);
    let deep = format!("From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n{nested}end");
    holds("a.eml", deep.as_bytes(), Format::Mail);
    let spaced = deep.replace("Content-Type:", " : C ontent-Type :");
    holds("a.eml", spaced.as_bytes(), Format::Mail);
    let head = "From: a@example.org\nSubject: Digest\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
    let mixed = format!("{head}{}", "--b\n\nFrom: x\n\ny\n".repeat(6_000));
    holds("a.eml", mixed.as_bytes(), Format::Mail);
    assert!(opened("a.eml", &mixed).ends_with("note limit: the mail has too many parts or headers: the last were left out\n\n"));
    let many = "From a 1:1\nA: b\n\nx\n\n".repeat(10_010);
    holds("a.mbox", many.as_bytes(), Format::Mailbox);
    let labels =
        format!("From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n\n{}", "From: x\nOn 1 x wrote:\n> y\n".repeat(4_000));
    holds("a.eml", labels.as_bytes(), Format::Mail);
}

#[test]
fn of_headers_without_end_the_mail_is_read_all_the_same() {
    for header in ["X-A: a\n", " folded\n"] {
        let mail =
            format!("From: Ana <a@example.org>\nSubject: Talks\n{}\nThe talks resumed on Monday.\n", header.repeat(60_000));
        let shown = opened("a.eml", &mail);
        assert!(shown.contains("The talks resumed on Monday.") && shown.contains("headline = Talks"), "{shown}");
        assert!(shown.contains("note limit: the mail has too many parts or headers"), "{shown}");
    }
}

const BITS: &[&str] = &[
    "From: Ana <a@example.org>\n",
    "Subject: Fwd: Talks\n",
    "Subject: =?utf-8?B?4oCT?=\n",
    "MIME-Version: 1.0\n",
    "\n",
    "> ",
    ">> ",
    "On 1 Dec 2025 Bo wrote:\n",
    "-----Original Message-----\n",
    "To: b\n",
    "Sent: 1 Dec 2025\n",
    "-- \n",
    "Unsubscribe here\n",
    "Content-Type: multipart/mixed; boundary=b\n",
    "--b\n",
    "--b--\n",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/html\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "VGhl\n",
    "=E2=80=93=\n",
    "<p>The talks</p>",
    "The talks resumed on Monday, officials said.\n",
    "From a Mon Dec  1 10:15:00 2025\n",
    "\r\n",
    "é",
    "Content-Type: multipart/digest; boundary=b\n",
    "Content-Type: text/plain; format=flowed; delsp=yes\n",
    "talks \n",
];

proptest! {
    #[test]
    fn any_mixture_is_a_mail_or_says_why_not(picks in prop::collection::vec(prop::sample::select(BITS), 0..50), noise in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut bytes = picks.concat().into_bytes();
        bytes.extend(noise);
        for format in [Format::Mail, Format::Mailbox, Format::Page] {
            holds("x", &bytes, format);
        }
    }

    #[test]
    fn damaged_mails_open(which in 0..3usize, picks in prop::collection::vec((any::<usize>(), any::<u8>()), 0..6)) {
        let bytes = damaged([NEWSLETTER, FORWARD, REPLY][which].as_bytes(), &picks);
        for format in [Format::Mail, Format::Mailbox, Format::Page] {
            holds("x", &bytes, format);
        }
    }
}
