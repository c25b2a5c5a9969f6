//! An instrument with every kind of answer and every kind of rule.

use enquire_model::*;
use indexmap::IndexMap;

use crate::build::*;

/// The instrument. Its questions have the lines that `instrument.enq` would give them.
pub(crate) fn rich() -> Instrument {
    let mut items = vec![
        section("access", "Access to justice", Contributors::On, access()),
        section("figures", "Figures", Contributors::Record(name("person")), figures()),
        section("plain", "Simple answers", Contributors::Off, plain()),
    ];
    items.push(Item::Check(check(
        Weight::Error,
        and(vec![equal("redress", "no"), compare(answer("cases"), Comparison::Greater, number("0"))]),
        90,
    )));
    let mut instrument = instrument(numbered(items, &mut 10));
    instrument.attachments = AttachmentPolicy::Allowed;
    instrument.contact = Some(name("person"));
    instrument.sign_off = Some(name("signature"));
    instrument.comments = true;
    instrument.scales = scales();
    instrument.records = records();
    instrument.terms = IndexMap::from([(
        "victim".to_owned(),
        Term {
            id: name("victim"),
            label: "victim".to_owned(),
            means: Text::words("A person who has suffered harm."),
            sources: vec![],
            excludes: None,
        },
    )]);
    instrument.aspects =
        IndexMap::from([("law".to_owned(), Aspect { id: name("law"), label: "What the law says".to_owned() })]);
    instrument
}

/// Gives every question and check a line of its own, so that comments in the schema tell them apart.
fn numbered(mut items: Vec<Item>, line: &mut u32) -> Vec<Item> {
    for item in &mut items {
        match item {
            Item::Section(section) => {
                section.items = numbered(std::mem::take(&mut section.items), line);
            }
            Item::When(when) => when.items = numbered(std::mem::take(&mut when.items), line),
            Item::Question(question) => {
                *line += 1;
                question.source.line = *line;
                question.items = numbered(std::mem::take(&mut question.items), line);
            }
            Item::Note(_) | Item::Computed(_) | Item::Check(_) => {}
        }
    }
    items
}

fn scales() -> IndexMap<String, Scale> {
    let extent = scale("extent", "Extent", choices(&[("yes", "Yes"), ("in_part", "Yes, in part"), ("no", "No")]));
    let body = choices(&[("courts", "Courts"), ("police", "Police"), ("none", "None of these")]);
    let mut unit = scale(
        "unit",
        "Unit",
        vec![
            child("registry", "Registry", "courts"),
            child("chambers", "Chambers", "courts"),
            child("station", "Station", "police"),
        ],
    );
    unit.parent = Some(name("body"));
    let kind = scale("kind", "Kind of text", choices(&[("act", "Act"), ("decree", "Decree")]));
    let all = [extent, scale("body", "Body", body), unit, kind, Scale::yes_no()];
    all.into_iter().map(|scale| (scale.id.to_string(), scale)).collect()
}

fn records() -> IndexMap<String, Record> {
    let kind = Answer::OneOf(Selection { other: true, ..selection("kind") });
    let bodies = Answer::ManyOf(Selection { other: true, exclusive: names(&["none"]), ..selection("body") });
    let law = record(
        "law",
        "Law",
        vec![
            field("title", "Title", line(), true),
            field("kind", "Kind of text", kind, false),
            field("adopted", "Date of adoption", Answer::Date { from: None, to: None }, false),
            field("articles", "Number of articles", Answer::Integer(limits(Some("1"), None, 0)), false),
        ],
    );
    let office = record(
        "office",
        "Office",
        vec![
            field("name", "Name", line(), false),
            field("bodies", "Bodies it works with", bodies, false),
            field("opened", "Opened", Answer::Period { from: None, to: None }, false),
        ],
    );
    let person = record(
        "person",
        "Person */ responsible",
        vec![field("name", "Name", line(), true), field("email", "E-mail", Answer::Email, false)],
    );
    let signature = record("signature", "Signature", vec![field("signed_by", "Signed by", line(), true)]);
    [law, office, person, signature].into_iter().map(|record| (record.id.to_string(), record)).collect()
}

/// Questions whose conditions and checks are of every kind.
fn access() -> Vec<Item> {
    let redress = Question {
        required: Requirement::Always,
        comment: true,
        attachments: AttachmentPolicy::Allowed,
        ..question("redress", "Can victims claim redress?", Answer::OneOf(selection("extent")))
    };
    let reviewed = Question {
        nonresponses: names(&["not_known"]),
        checks: vec![
            check(Weight::Error, compare(answer("reviewed"), Comparison::Less, answer("since")), 41),
            check(Weight::Error, compare(answer("reviewed"), Comparison::Less, number("1950")), 42),
            check(Weight::Warning, compare(answer("reviewed"), Comparison::Less, number("1990")), 43),
        ],
        ..question("reviewed", "When was it last reviewed?", Answer::Year { from: Some(1900), to: None })
    };
    let since = Question {
        required: Requirement::Always,
        nonresponses: names(&["not_applicable", "not_known"]),
        items: vec![asked(reviewed)],
        ..question("since", "Since which year?", Answer::Year { from: Some(1900), to: Some(2007) })
    };
    let laws = Question {
        required: Requirement::When(equal("redress", "yes")),
        ..question(
            "laws",
            "Which laws say so?",
            Answer::List {
                record: name("law"),
                key: Some(name("title")),
                count: Count { least: Some(1), most: Some(3) },
            },
        )
    };
    let old = Question {
        when: Some(and(vec![
            equal("redress", "yes"),
            compare(part("reported", "beginning"), Comparison::Less, day("1990-01-01")),
        ])),
        required: Requirement::Always,
        ..question("old", "Why are the figures so old?", Answer::Prose { most_words: Some(300) })
    };
    vec![
        asked(redress),
        when(one_of(answer("redress"), vec![code("yes"), code("in_part")]), vec![asked(since), asked(laws)]),
        asked(question("reported", "Which period do you report on?", Answer::Period { from: None, to: None })),
        asked(old),
    ]
}

fn bodies() -> Vec<Item> {
    let many = Selection {
        other: true,
        exclusive: names(&["none"]),
        count: Count { least: Some(1), most: Some(2) },
        ..selection("body")
    };
    let bodies = Question {
        nonresponses: names(&["not_known", "not_applicable"]),
        comment: true,
        ..question("bodies", "Which bodies help victims?", Answer::ManyOf(many))
    };
    let unit = Answer::OneOf(Selection { within: Some(name("main_body")), ..selection("unit") });
    let ranking = Answer::Ranking(Selection { count: Count { least: None, most: Some(2) }, ..selection("body") });
    let main = Answer::OneOf(Selection { other: true, ..selection("body") });
    vec![
        asked(bodies),
        asked(question("main_body", "Which of them helps most?", main)),
        asked(Question { nonresponses: names(&["not_known"]), ..question("main_unit", "Which unit?", unit) }),
        asked(question("order", "Which bodies matter most?", ranking)),
    ]
}

fn figures() -> Vec<Item> {
    let cases = Question {
        nonresponses: names(&["not_known"]),
        attachments: AttachmentPolicy::Required,
        ..question("cases", "How many cases?", Answer::Integer(limits(Some("0"), None, 0)))
    };
    let helped = Table {
        rows: RowSource::Scale(name("body")),
        columns: vec![
            column("women", "Women", Answer::Integer(limits(Some("0"), None, 0))),
            column("kind", "Kind", Answer::OneOf(Selection { other: true, ..selection("kind") })),
            Column {
                id: name("doubled"),
                label: Text::words("Doubled"),
                cells: Cells::Computed(minus(of_row("women"), of_row("women"))),
                guidance: None,
            },
        ],
        totals: names(&["women"]),
        marks: vec![Mark::Nil, Mark::NotAvailable, Mark::Estimate],
        comment: true,
    };
    let fixed = Table {
        rows: RowSource::Fixed(choices(&[("urban", "Urban areas"), ("rural", "Rural areas")])),
        columns: vec![column("share", "Share", Answer::Percent(limits(Some("0"), Some("100"), 1)))],
        totals: vec![],
        marks: vec![],
        comment: false,
    };
    let added = Table {
        rows: RowSource::Added { heading: Text::words("Kind of service"), count: Count { least: None, most: Some(2) } },
        columns: vec![column("places", "Places", Answer::Integer(limits(Some("0"), None, 0)))],
        totals: vec![],
        marks: vec![],
        comment: false,
    };
    let mut items = bodies();
    items.extend([
        asked(cases),
        asked(question("helped", "How many were helped?", Answer::Table(helped))),
        asked(Question {
            nonresponses: names(&["not_known"]),
            ..question("shares", "Where do they live?", Answer::Table(fixed))
        }),
        asked(question("services", "Which services are there?", Answer::Table(added))),
    ]);
    items
}

/// One question for each answer that is a single value.
fn plain() -> Vec<Item> {
    let amount = |currencies: &[&str], from: Option<&str>| Answer::Amount {
        currencies: currencies.iter().map(|&code| code.to_owned()).collect(),
        limits: limits(from, None, 2),
    };
    let from = Some(date("1985-11-29"));
    let answers = [
        ("fund", Answer::YesNo),
        ("symbol", Answer::Text { most_characters: Some(20), matching: Some("[A-Z]+/[0-9]+".to_owned()) }),
        ("remarks", Answer::Prose { most_words: Some(100) }),
        ("rate", Answer::Decimal(limits(Some("-0.5"), Some("99.5"), 2))),
        ("share", Answer::Percent(limits(Some("0"), Some("100"), 1))),
        ("cost", amount(&["usd", "eur"], Some("0"))),
        ("grant", amount(&["usd"], Some("100"))),
        ("loan", amount(&[], None)),
        ("waiting", Answer::Quantity { unit: "days".to_owned(), limits: limits(Some("0"), None, 1) }),
        ("adopted", Answer::Date { from, to: None }),
        ("in_force", Answer::Period { from, to: None }),
        ("country", Answer::Country),
        ("tongue", Answer::Language),
        ("mail", Answer::Email),
        ("hotline", Answer::Telephone),
        ("site", Answer::Link),
        ("act", Answer::File),
        ("office", Answer::Record { record: name("office") }),
    ];
    let may_be_unknown = ["fund", "symbol", "remarks", "rate", "adopted", "country", "mail", "site"];
    let questions = answers.into_iter().map(|(id, answer)| {
        let known = may_be_unknown.contains(&id);
        let nonresponses = if known { names(&["not_known"]) } else { vec![] };
        Question { nonresponses, ..question(id, &format!("What is the {id}?"), answer) }
    });
    questions.map(asked).collect()
}
