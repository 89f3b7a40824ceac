//! The stock that wire stories are made of, in words of our own: the clauses of agency English with places for a story's own cast.
//!
//! `{p}` is a person, `{o}` an organisation, `{c}` a city, `{t}` a thing of the story's subject, `{n}` a number, `{d}` a day, `{a}` a word
//! for how; each place takes one of the story's own.

/// Who speaks or acts.
pub const WHO: &[&str] = &[
    "{p}",
    "{o}",
    "A spokesman for {o}",
    "Officials in {c}",
    "Two people close to {o}",
    "The mayor of {c}",
    "{p}, who heads {o},",
    "A judge in {c}",
    "Families from {c}",
    "The union of workers at {o}",
    "{p} of {o}",
    "Witnesses near the {t}",
    "A panel led by {p}",
    "Residents",
    "The opposition",
    "Lawyers acting for {p}",
    "The owner of the {t}",
    "A report by {o}",
    "Traders in {c}",
    "Police in {c}",
    "The regional council",
    "Engineers at {o}",
    "A group of {n} members",
    "Rescue teams from {c}",
    "Investors",
    "The finance ministry",
    "Neighbours of {p}",
    "Drivers and shopkeepers",
    "Analysts at {o}",
    "The deputy of {p}",
];

/// What they did about it.
pub const DID: &[&str] = &[
    "said",
    "told reporters",
    "confirmed",
    "denied",
    "wrote in a letter to {o}",
    "had warned on {d}",
    "conceded late on {d}",
    "said {a}",
    "repeated in {c}",
    "argued",
    "told a hearing in {c}",
    "announced on {d}",
    "let it be known",
    "insisted",
    "said in an interview with a local station",
    "told {o}",
    "estimated",
    "acknowledged before the council",
    "complained",
    "said by telephone",
    "maintained",
    "said after meeting {p}",
    "wrote",
    "disclosed on {d}",
];

/// What was said.
pub const WHAT: &[&str] = &[
    "that the {t} would stay shut until {d}",
    "that {n} people had been moved out of {c}",
    "that repairs to the {t} cost {n} million",
    "that nobody had asked {o} for permission",
    "that talks over the {t} were close to an end",
    "that {p} never signed the contract",
    "that at least {n} jobs in {c} hung on the {t}",
    "that the plan for the {t} was drawn up {a}",
    "that {o} owed the city {n} million",
    "that a second {t} might be needed by the end of the year",
    "that prices had risen {n} percent since {d}",
    "that the vote was put off because of the {t}",
    "that no one was hurt when the {t} gave way",
    "that {p} would travel to {c} to look at the {t}",
    "that the rules for every {t} had to be rewritten",
    "that {n} of the complaints came from {c} alone",
    "that the money had been spent {a}",
    "that {o} had known of the fault for {n} months",
    "that the {t} was insured for less than half its worth",
    "that more than {n} letters went unanswered",
    "that neither {p} nor {o} bore the blame",
    "that shipments through {c} had fallen by {n} percent",
    "that water reached the second floor of the {t}",
    "that the labour court would hear the case on {d}",
    "that {p} acted {a} and without advice",
    "that the defence of the harbour came before the {t}",
    "that {o} planned to sell its share of the {t}",
    "that the first trains would run again on {d}",
    "that the old {t} in {c} could not be saved",
    "that half of the members had voted against {p}",
    "that there was no link between the {t} and the death of {n} birds",
    "that the program would be cut by {n} percent",
    "that a neighbor of {p} saw smoke over the {t}",
    "that the ministry organized the sale {a}",
];

/// What only this story says: `{j}` is a quality, `{s}` a thing or matter, `{v}` what one does to another.
pub const OWN: &[&str] = &[
    "The {j} {s} {v} a {s} before {d}, {p} {said}.",
    "{p} {said} the {s} {v} both the {s} and the {j} {s}.",
    "No {j} {s} {v} the {s} of {c}.",
    "In {c} a {s} {v} {n} {s}s, and the {j} {s} was next.",
    "Once the {s} {v} the {j} {s}, {o} had to look for another {s}.",
    "What the {s} lacked, {p} {said}, was a {j} {s}; instead it {v} the {s}.",
    "A {j} {s} stood beside the {s} as {o} {v} the {s}.",
    "For {n} days the {s} {v} every {s} in {c}, {j} or not.",
    "Its {s} {v} a {j} {s} {a}.",
    "{o} and {c} {v} the same {j} {s}, a {s} and a {s}.",
];

/// Qualities.
pub const QUALITIES: &str = "narrow bitter public rusty early silent northern cheap broken lasting foreign modest hidden formal joint rival \
    temporary simple brittle generous remote yearly digital rural steep hollow loyal patient sudden vague";

/// Things and matters.
pub const MATTERS: &str = "ledger committee boiler garden licence uncle painting harvest curtain verdict ladder ransom orchestra vaccine mortgage \
    barrel camera treaty compass subsidy sermon kitchen rifle parade statue census furnace receipt violin anchor budget calendar deposit \
    envelope festival gallery hammer invoice jury kiosk lantern magnet notary orchard pension quota rumour saddle tariff umpire vault \
    warehouse yacht zone attic bakery canal diary easel fountain";

/// What one does to another.
pub const DEEDS: &str = "outlived blocked paid replaced followed joined hid carried divided praised doubled ended mended crossed measured \
    borrowed sank tested visited lifted guarded renamed copied weighed drained cleared burdened insulted rescued taxed";

/// How a sentence goes on.
pub const TAIL: &[&str] = &[
    "",
    "",
    "",
    ", a day after {o} closed its books",
    ", while {p} was still abroad",
    ", according to papers filed in {c}",
    " and asked {o} to answer by {d}",
    ", adding that it was too early to speak of {t} number two",
    ", to loud applause from the benches",
    ", though {o} has yet to publish the figures",
    ", as rain kept falling on {c}",
    ", one of the sharpest rebukes in {n} years",
    ", which {p} called a matter of honour",
    " before leaving through a side door",
    ", the second such promise since {d}",
    ", and shares in {o} fell {n} percent",
    ", with {n} more cases still to be heard",
    ", a figure that {p} disputes",
    ", despite pleas from the people of {c}",
    " without taking questions",
    ", in what both sides described as a calm exchange",
];

/// What stands under many stories, word for word.
pub const BOILERPLATE: &[&str] = &[
    "The figures could not be checked independently.",
    "This story was not edited by the staff of this site and comes from a syndicated feed.",
    "Calls to the office outside business hours were not returned.",
    "Reporting by our correspondents in the region and editing by the foreign desk.",
    "The agency does not name people who are suspected of a crime unless a court has charged them.",
    "Sign up for the morning letter to have the most important stories of the day sent to you.",
];

/// Given names, family names.
pub const PEOPLE: [&[&str]; 2] = [
    &[
        "Ilse", "Marek", "Doreen", "Tomas", "Amina", "Pavel", "Greta", "Joao", "Sunil", "Edith", "Kofi", "Lena", "Oskar",
        "Rania", "Bruno", "Yuki",
    ],
    &[
        "Halvorsen",
        "Okafor",
        "Lindqvist",
        "Marchetti",
        "Petrov",
        "Adeyemi",
        "Castellan",
        "Brandt",
        "Nakamura",
        "Silva",
        "Dupont",
        "Kowal",
        "Farouk",
        "Iyer",
        "McBride",
        "Vance",
        "Ortega",
        "Zeman",
    ],
];

/// Cities.
pub const CITIES: &[&str] = &[
    "Varnholm",
    "Port Elise",
    "Kestrel Bay",
    "Dunmore",
    "San Ciro",
    "Altburg",
    "Mirova",
    "Tarsk",
    "Quillon",
    "Ostrava",
    "Lagash",
    "Benthal",
    "Harrowgate",
    "Nieuwveld",
    "Corran",
    "Sildavik",
];

/// The two halves of an organisation's name.
pub const ORGANISATIONS: [&[&str]; 2] = [
    &["Northern", "United", "Baltic", "Meridian", "Coastal", "Central", "Harbour", "Civic", "Atlas", "Orion", "Summit", "Delta"],
    &[
        "Rail",
        "Steel",
        "Shipping",
        "Energy",
        "Holdings",
        "Relief",
        "Bank",
        "Dairy",
        "Motors",
        "Insurance",
        "Water Board",
        "Airways",
    ],
];

/// What is put before a thing; mostly nothing.
pub const KINDS: &[&str] = &[
    "",
    "",
    "",
    "",
    "old ",
    "new ",
    "main ",
    "ageing ",
    "listed ",
    "eastern ",
    "municipal ",
    "half-built ",
    "costly ",
    "flooded ",
    "wooden ",
    "private ",
];

/// What is put before and behind a number.
pub const AMOUNTS: &[&str] =
    &["", "", "", "about ", "nearly ", "some ", "at least ", "more than ", "an estimated ", "close to ", "barely "];

/// What is put before a day and behind it.
pub const TIMES: [&[&str]; 2] =
    [&["", "", "early ", "late ", "next ", "last "], &["", "", " night", " morning", " at noon", " evening"]];

/// What a story is about.
pub const THINGS: &[&str] = &[
    "bridge",
    "dam",
    "ferry",
    "refinery",
    "tunnel",
    "stadium",
    "hospital wing",
    "power line",
    "pipeline",
    "archive",
    "signal box",
    "grain store",
    "lighthouse",
    "runway",
    "tram depot",
    "reservoir",
    "cable car",
    "courthouse",
    "fish market",
    "turbine hall",
    "quarry",
    "chapel roof",
];

/// How something was done.
pub const HOW: &[&str] = &[
    "in haste",
    "with great care",
    "behind closed doors",
    "against advice",
    "in good faith",
    "under pressure",
    "at short notice",
    "in plain view",
];

/// Days.
pub const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// One house's spelling and another's.
pub const HOUSE_STYLE: &[(&str, &str)] = &[
    ("percent", "per cent"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("program", "programme"),
    ("neighbor", "neighbour"),
    ("organized", "organised"),
    ("told reporters", "told journalists"),
    ("said", "stated"),
    ("Two people", "2 people"),
    ("million", "mln"),
    ("second", "2nd"),
    ("spokesman", "spokesperson"),
    ("Monday", "Mon."),
    ("Friday", "Fri."),
    ("at least", "no fewer than"),
    ("more than", "over"),
    ("announced", "made known"),
    ("has yet to", "still has to"),
    ("trains", "train services"),
];

/// Words that a rewriter changes.
pub const OTHER_WORDS: &[(&str, &str)] = &[
    ("that", "how"),
    ("would", "was going to"),
    ("had been", "were"),
    ("people", "persons"),
    ("nobody", "no one"),
    ("shut", "closed"),
    ("close to", "near"),
    ("never", "at no time"),
    ("because of", "owing to"),
    ("was", "had been"),
    ("fallen", "dropped"),
    ("risen", "climbed"),
    ("told", "informed"),
    ("confirmed", "made clear"),
    ("denied", "rejected the claim"),
    ("argued", "took the view"),
    ("by the end of", "before the close of"),
    ("Officials", "Authorities"),
    ("Witnesses", "Onlookers"),
    ("which", "something"),
    ("adding", "noting"),
    ("despite", "in spite of"),
];
