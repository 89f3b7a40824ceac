//! Exports of press databases in every form that is tried, in words of our own.

pub const CODED: &str = "\
Factiva

SE
World
HD
Border talks end with a hotline and no map
BY
By Ana Ruiz
WC
212 words
PD
28 November 2025
ET
09:30
SN
Hill Courier
SC
HILLC
PG
4
LA
English
CY
(c) 2025 Hill Courier. All rights reserved.
LP

SORREL PASS: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.

TD

The question of where their frontier lies was left to another year.

IN the capital nobody waved a flag, a shopkeeper said on Friday.

CO
hotln : Hotline Works plc
NS
gdip : International Relations | gpol : Domestic Politics
RE
karsn : Karsan
AN
Document HILLC00020251128elbs0001x

Page 1 of 2 © 2025 Factiva, Inc. All rights reserved.

HD
Second article
WC
12 words
PD
30 November 2025
SN
The Sample Wire
SC
SAMPW
LA
English
LP
The corridor for grain reopened on Sunday after eleven days, port officials said.
AN
Document SAMPW00020251130elbu00002

Search Summary
Text
border talks
";

pub const INLINE: &str = "\
HD   Grain corridor reopens after
     eleven days
BY   Ana Ruiz and Bo Lind
WC   88 words
PD   30 November 2025
SN   The Sample Wire
SC   SAMPW
LA   English
CY   (c) 2025 The Sample Wire
LP   The corridor for grain reopened on Sunday after eleven days, port
     officials said, with four ships waiting.
TD   Insurers want to see a week of quiet before they lower their
     rates, a broker said.
NS   gtrade\t: Trade
AN   Document SAMPW00020251130elbu00001
";

pub const DISPLAY: &str = "\
World News
Border talks end with a hotline and no map
By Ana Ruiz
212 words
28 November 2025
09:30
Hill Courier
HILLC
4
English
(c) 2025 Hill Courier. All rights reserved.

SORREL PASS: Karsan and Dolmir agreed on Thursday to install a hotline, officials said.

The question of where their frontier lies was left to another year.

Document HILLC00020251128elbs0001x

Grain corridor reopens
Bo Lind
88 words
30 November 2025
The Sample Wire
SAMPW
English
Copyright 2025 The Sample Wire

The corridor for grain reopened on Sunday after eleven days, port officials said.

Document SAMPW00020251130elbu00002

Search Summary
";

pub const NEXIS: &str = "\
                               1 of 2 DOCUMENTS


                                  Hill Courier

                           November 28, 2025 Friday
                                 Final Edition

Border talks end with a hotline and no map

BYLINE: Ana Ruiz

SECTION: WORLD; Pg. 4

LENGTH: 212 words

DATELINE: SORREL PASS

HIGHLIGHT: Two neighbours learn to telephone

  Karsan and Dolmir agreed on Thursday to install a hotline, officials said.

  The question of where their frontier lies was left to another year.

LOAD-DATE: November 28, 2025

LANGUAGE: ENGLISH

SUBJECT: DIPLOMACY (91%); TREATIES & AGREEMENTS (78%)

GRAPHIC: Photo, two men at a table

PUBLICATION-TYPE: Newspaper


                         Copyright 2025 Hill Courier
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                               The Sample Wire

                           November 30, 2025 Sunday

Grain corridor reopens

LENGTH: 88 words

BODY:
The corridor for grain reopened on Sunday after eleven days, port officials said.

LOAD-DATE: November 30, 2025
";

pub const UNI: &str = "\
User Name: = Desk
Date and Time: = Friday, November 28, 2025
Documents (1)
1. Border talks end with a hotline and no map
Client/Matter: -None-
Page 1 of 3
End of Document

Border talks end with a hotline and no map
Hill Courier
November 28, 2025 Friday

Copyright 2025 Hill Courier All Rights Reserved

Section: WORLD; Pg. 4
Length: 212 words
Byline: Ana Ruiz

Body


Karsan and Dolmir agreed on Thursday to install a hotline, officials said.

Page 2 of 3

Length: the minister measured it with his hands, and laughed.

Load-Date: November 28, 2025

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: DIPLOMACY (91%); TREATIES (78%)
Geographic: KARSAN (90%)

End of Document
";

pub const RTF: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}
{\info{\title Not shown}}{\*\generator Sample;}\viewkind4\uc1
\pard\b Talks resume\b0\par
\pard The two sides met again on Monday\~\endash  after a break of three weeks \endash  and the minister\'92s caf\'e9 was full.\par
\pard \u8220?It is a start,\u8221? he said.{\v hidden} {\pict\bin3 a}b}\par Nobody paid \{\u-10179?\u-8704?\}.\par
}";
