//! Mails as they are sent, answered and passed on, in words of our own.

pub const NEWSLETTER: &str = "\
Return-Path: <bounce@hill-courier.example>
Received: from mx.example (mx.example [192.0.2.1])
\tby mail.example with ESMTPS id 4XYZ; Fri, 28 Nov 2025 06:02:11 +0000
From: Hill Courier Morning <morning@hill-courier.example>
To: Desk <desk@example.org>
Subject: =?UTF-8?Q?Border_talks_end_with_a_hotline_=E2=80=93_and_no?=
 =?UTF-8?Q?_map?=
Date: Fri, 28 Nov 2025 07:02:00 +0100
Message-ID: <1@hill-courier.example>
List-Unsubscribe: <https://hill-courier.example/out>
Keywords: borders, diplomacy
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=\"b1\"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

View this email in your browser

SORREL PASS =E2=80=93 Karsan and Dolmir agreed on Thursday to install a=
 hotline, but left the question of where their frontier lies to another=
 year.

=E2=80=9CWe can call each other now,=E2=80=9D the minister said. =E2=80=9C=
We do not yet know what to say.=E2=80=9D

You are receiving this because you subscribed.
Unsubscribe: https://hill-courier.example/out
Hill Courier, 1 Pass Road
--b1
Content-Type: text/html; charset=utf-8

<p>SORREL PASS - the same in HTML.</p>
--b1--
";

pub const FORWARD: &str = "\
From: Bo Lind <bo@example.org>
To: Desk <desk@example.org>
Subject: Fwd: Grain corridor reopens
Date: Mon, 1 Dec 2025 10:15:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8; format=flowed

FYI - see the second paragraph.

--
Bo Lind
Desk

---------- Forwarded message ---------
From: Ana Ruiz <ana@wire.example>
Date: Sun, 30 Nov 2025 at 18:40
Subject: Grain corridor reopens
To: Bo Lind <bo@example.org>

The corridor for grain reopened on Sunday after eleven days, port 
officials said, with four ships waiting.

Insurers want to see a week of quiet before they lower their rates, a 
broker said.

> an older line that was quoted

Ana
";

pub const REPLY: &str = "\
From: \"Castellan, Ruven\" <ruven@example.org>
To: desk@example.org
Subject: Re: Hotline
In-Reply-To: <2@example.org>
Message-ID: <3@example.org>
Date: Tue, 2 Dec 2025 09:00:00 -0500

The hotline is to be tested every Monday, the ministry told me today, and
both sides have named two officers each who are to pick up the telephone.

Nobody would say what happens when they do not.

-- 
Ruven Castellan
+1 555 0100

On Mon, Dec 1, 2025 at 5:12 PM Desk
<desk@example.org> wrote:
> Who picks up the phone?
>
> > And who pays?
";
