//! A small instrument that uses every kind of answer and every construct that is printed. It is an example, not anybody's text.

use enquire_model::*;
use indexmap::IndexMap;

pub(crate) fn name(id: &str) -> Name {
    Name::new(id, Place::default())
}

/// A text of one paragraph, in which `{question x}`, `{section x}`, `{term x: form}`, `{answer x}`, `{provision s 4}`,
/// `[^name]`, `*emphasis*` and `[[a | b]]` have their meaning.
pub(crate) fn text(source: &str) -> Text {
    Text { source: source.to_owned(), blocks: vec![Block::Paragraph(inlines(source))], place: Place::default() }
}

/// A text of paragraphs and one list at its end.
pub(crate) fn texts(paragraphs: &[&str], list: &[&str]) -> Text {
    let mut blocks: Vec<Block> = paragraphs.iter().map(|paragraph| Block::Paragraph(inlines(paragraph))).collect();
    if !list.is_empty() {
        let items = list.iter().map(|item| vec![Block::Paragraph(inlines(item))]).collect();
        blocks.push(Block::List { ordered: false, items });
    }
    Text { source: paragraphs.join("\n\n"), blocks, place: Place::default() }
}

fn inlines(source: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['{', '[', '*', '<']) {
        if at > 0 {
            found.push(Inline::Words(rest[..at].to_owned()));
        }
        rest = &rest[at..];
        let (inline, after) = if let Some(inner) = rest.strip_prefix("[[") {
            let (inner, after) = inner.split_once("]]").unwrap();
            (Inline::Alternatives(inner.split('|').map(|part| inlines(part.trim())).collect()), after)
        } else if let Some(inner) = rest.strip_prefix("[^") {
            let (inner, after) = inner.split_once(']').unwrap();
            (Inline::Footnote(name(inner)), after)
        } else if let Some(inner) = rest.strip_prefix('{') {
            let (inner, after) = inner.split_once('}').unwrap();
            (reference(inner), after)
        } else if let Some(inner) = rest.strip_prefix('*') {
            let (inner, after) = inner.split_once('*').unwrap();
            (Inline::Emphasis(inlines(inner)), after)
        } else {
            let (inner, after) = rest[1..].split_once('>').unwrap();
            (Inline::Link(inner.to_owned()), after)
        };
        found.push(inline);
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Inline::Words(rest.to_owned()));
    }
    found
}

fn reference(inner: &str) -> Inline {
    let (kind, what) = inner.split_once(' ').unwrap();
    match kind {
        "question" => Inline::Reference(Reference::Question(name(what))),
        "section" => Inline::Reference(Reference::Section(name(what))),
        "answer" => Inline::Answer(name(what)),
        "blank" => Inline::Blank(what.to_owned()),
        "provision" => {
            let (standard, provision) = what.split_once(' ').unwrap();
            let provision = ProvisionRef(provision.to_owned());
            Inline::Reference(Reference::Provision { standard: name(standard), provision })
        }
        _ => {
            let (term, form) = what.split_once(": ").map_or((what, None), |(term, form)| (term, Some(form.to_owned())));
            Inline::Reference(Reference::Term { term: name(term), form })
        }
    }
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn choices(all: &[(&str, &str)]) -> Vec<Choice> {
    let choice =
        |(code, label): &(&str, &str)| Choice { code: name(code), label: text(label), guidance: None, parent: None };
    all.iter().map(choice).collect()
}

fn scale(id: &str, title: Option<&str>, all: &[(&str, &str)]) -> (String, Scale) {
    let scale = Scale { id: name(id), title: title.map(str::to_owned), parent: None, choices: choices(all) };
    (id.to_owned(), scale)
}

fn record(id: &str, title: Option<&str>, fields: Vec<Field>) -> (String, Record) {
    (id.to_owned(), Record { id: name(id), title: title.map(str::to_owned), fields })
}

fn field(id: &str, label: &str, answer: Answer, required: bool) -> Field {
    Field { id: name(id), label: text(label), answer, required, guidance: None }
}

pub(crate) fn one_line() -> Answer {
    Answer::Text { most_characters: None, matching: None }
}

pub(crate) fn prose(most_words: u32) -> Answer {
    Answer::Prose { most_words: Some(most_words) }
}

pub(crate) fn selection(scale: &str) -> Selection {
    Selection { scale: name(scale), other: false, exclusive: Vec::new(), count: Count::default(), within: None }
}

pub(crate) fn limits(from: Option<i64>, to: Option<i64>, places: u32) -> Limits {
    Limits { from: from.map(Decimal::from), to: to.map(Decimal::from), places }
}

fn cites(standard: &str, first: &str, last: &str) -> Citation {
    let of = |number: &str| ProvisionRef(number.to_owned());
    Citation {
        standard: name(standard),
        first: of(first),
        last: of(last),
        provisions: Vec::new(),
        place: Place::default(),
    }
}

pub(crate) fn question(id: &str, wording: &str, answer: Answer) -> Question {
    Question {
        id: name(id),
        wording: text(wording),
        cites: Vec::new(),
        aspect: Some(name("status")),
        answer,
        required: Requirement::Never,
        when: None,
        guidance: None,
        example: None,
        footnotes: Vec::new(),
        nonresponses: Vec::new(),
        comment: false,
        attachments: AttachmentPolicy::Allowed,
        checks: Vec::new(),
        confidential: false,
        was: Vec::new(),
        replaces: Vec::new(),
        comparable: None,
        origin: None,
        items: Vec::new(),
        source: Source::default(),
    }
}

pub(crate) fn item(question: Question) -> Item {
    Item::Question(Box::new(question))
}

pub(crate) fn section(id: &str, title: &str, items: Vec<Item>) -> Section {
    Section {
        id: name(id),
        title: text(title),
        cites: Vec::new(),
        guidance: None,
        contributors: Contributors::Off,
        footnotes: Vec::new(),
        items,
        source: Source::default(),
    }
}

pub(crate) fn when(condition: Expression, items: Vec<Item>) -> Item {
    Item::When(When { condition, items })
}

/// Expressions, as short as an author writes them.
pub(crate) mod is {
    use super::*;

    pub(crate) fn of(kind: ExpressionKind) -> Expression {
        Expression { kind, place: Place::default() }
    }
    pub(crate) fn answer(id: &str) -> Expression {
        of(ExpressionKind::Answer(name(id)))
    }
    pub(crate) fn field(id: &str) -> Expression {
        of(ExpressionKind::Field(name(id)))
    }
    pub(crate) fn part(question: &str, field: &str) -> Expression {
        of(ExpressionKind::Part { question: name(question), field: name(field) })
    }
    pub(crate) fn cell(table: &str, row: &str, column: &str) -> Expression {
        of(ExpressionKind::Cell { table: name(table), row: name(row), column: name(column) })
    }
    pub(crate) fn choice(code: &str) -> Expression {
        of(ExpressionKind::Choice(name(code)))
    }
    pub(crate) fn number(value: i64) -> Expression {
        of(ExpressionKind::Number(Decimal::from(value)))
    }
    pub(crate) fn day(text: &str) -> Expression {
        of(ExpressionKind::Date(date(text)))
    }
    pub(crate) fn words(text: &str) -> Expression {
        of(ExpressionKind::Words(text.to_owned()))
    }
    pub(crate) fn not(inner: Expression) -> Expression {
        of(ExpressionKind::Not(Box::new(inner)))
    }
    pub(crate) fn and(parts: Vec<Expression>) -> Expression {
        of(ExpressionKind::And(parts))
    }
    pub(crate) fn or(parts: Vec<Expression>) -> Expression {
        of(ExpressionKind::Or(parts))
    }
    pub(crate) fn compare(left: Expression, comparison: Comparison, right: Expression) -> Expression {
        of(ExpressionKind::Compare { comparison, left: Box::new(left), right: Box::new(right) })
    }
    pub(crate) fn equal(question: &str, code: &str) -> Expression {
        compare(answer(question), Comparison::Equal, choice(code))
    }
    pub(crate) fn among(question: &str, codes: &[&str]) -> Expression {
        let choices = codes.iter().map(|code| choice(code)).collect();
        of(ExpressionKind::In { value: Box::new(answer(question)), choices })
    }
    pub(crate) fn contains(question: &str, code: &str) -> Expression {
        of(ExpressionKind::Contains { value: Box::new(answer(question)), choice: Box::new(choice(code)) })
    }
    pub(crate) fn state(question: &str, test: StateTest) -> Expression {
        of(ExpressionKind::State { question: name(question), test })
    }
    pub(crate) fn sum(left: Expression, operator: Arithmetic, right: Expression) -> Expression {
        of(ExpressionKind::Arithmetic { operator, left: Box::new(left), right: Box::new(right) })
    }
    pub(crate) fn aggregate(
        function: Aggregate,
        over: &str,
        field: Option<&str>,
        condition: Option<Expression>,
    ) -> Expression {
        let condition = condition.map(Box::new);
        of(ExpressionKind::Aggregate { function, over: name(over), field: field.map(name), condition })
    }
    pub(crate) fn call(function: Function, arguments: Vec<Expression>) -> Expression {
        of(ExpressionKind::Call { function, arguments })
    }
}

pub(crate) fn instrument() -> Instrument {
    Instrument {
        format_version: FORMAT_VERSION.to_owned(),
        id: name("help_for_victims"),
        version: "0.3.0".to_owned(),
        status: Status::Draft,
        title: text("Questionnaire on help for victims of crime"),
        category: Some(Category { id: "victim_issues".to_owned(), label: "Victim issues".to_owned() }),
        mandates: vec![Mandate { symbol: "E/RES/2007/21".to_owned(), paragraphs: vec!["4-7".to_owned()] }],
        languages: ["en", "ar", "zh", "fr", "ru", "es"].map(str::to_owned).to_vec(),
        respondents: vec![
            RespondentClass { id: name("member_states"), label: "Member States".to_owned() },
            RespondentClass { id: name("observer_states"), label: "observer States".to_owned() },
        ],
        period: Some(Period { from: date("2004-01-01"), to: date("2007-12-31") }),
        deadline: Some(date("2008-06-30")),
        return_to: Some(text("Secretariat of the expert group")),
        scope: Some(text(
            "The answers are examples of how single States apply the standards. They are not a yardstick for all States.[^purpose]",
        )),
        guidance: Some(texts(
            &[
                "Answer for the whole of your State. Where practice differs between regions, say so in the comments.",
                "Please give:",
            ],
            &["laws by their title and date of adoption;", "figures for the *reference period* only."],
        )),
        nonresponses: choices(&[("not_applicable", "Not applicable"), ("not_known", "Information not available")]),
        attachments: AttachmentPolicy::Allowed,
        numbering: Numbering::default(),
        budget: Budget::default(),
        contact: Some(name("person")),
        sign_off: Some(name("signatory")),
        comments: true,
        withdrawn: Vec::new(),
        standards: standards(),
        aspects: aspects(),
        terms: terms(),
        scales: scales(),
        records: records(),
        footnotes: vec![Footnote { name: name("purpose"), text: text("Resolution 2007/21, paragraph 4.") }],
        items: vec![
            Item::Section(access()),
            Item::Section(services()),
            Item::Section(figures()),
            Item::Section(outlook()),
        ],
        reports: vec![report()],
    }
}

fn standards() -> IndexMap<String, Standard> {
    let declaration = Standard {
        symbol: "A/RES/40/34".to_owned(),
        title: "Declaration of Basic Principles of Justice for Victims of Crime and Abuse of Power".to_owned(),
        short: "Victims Declaration".to_owned(),
        adopted: Some(date("1985-11-29")),
        category: None,
        provisions: Vec::new(),
    };
    let convention = Standard {
        symbol: "A/RES/55/25".to_owned(),
        title: "United Nations Convention against Transnational Organized Crime".to_owned(),
        short: "Organized Crime Convention".to_owned(),
        adopted: Some(date("2000-11-15")),
        category: None,
        provisions: Vec::new(),
    };
    [("declaration".to_owned(), declaration), ("convention".to_owned(), convention)].into_iter().collect()
}

fn aspects() -> IndexMap<String, Aspect> {
    let aspect = |id: &str, label: &str| (id.to_owned(), Aspect { id: name(id), label: label.to_owned() });
    [
        aspect("status", "What is in place"),
        aspect("difficulties", "Difficulties encountered"),
        aspect("assistance", "Technical assistance"),
        aspect("practices", "Useful practices"),
        aspect("suggestions", "Suggestions on the standards"),
    ]
    .into_iter()
    .collect()
}

fn terms() -> IndexMap<String, Term> {
    let victim = Term {
        id: name("victim"),
        label: "victim".to_owned(),
        means: text(
            "A person who has suffered harm through a breach of criminal law, whether or not the offender is found.",
        ),
        sources: vec![Mandate { symbol: "A/RES/40/34".to_owned(), paragraphs: vec!["1-2".to_owned()] }],
        excludes: Some(text("Companies and other bodies that are not persons.")),
    };
    let redress = Term {
        id: name("redress"),
        label: "redress".to_owned(),
        means: text("Any way of making good what a {term victim} has suffered."),
        sources: Vec::new(),
        excludes: None,
    };
    [("victim".to_owned(), victim), ("redress".to_owned(), redress)].into_iter().collect()
}

fn scales() -> IndexMap<String, Scale> {
    let mut unit = scale(
        "unit",
        None,
        &[
            ("registry", "Registry"),
            ("chambers", "Chambers"),
            ("station", "Station"),
            ("hotline_desk", "Telephone desk"),
        ],
    );
    for (choice, parent) in unit.1.choices.iter_mut().zip(["courts", "courts", "police", "police"]) {
        choice.parent = Some(name(parent));
    }
    let mut kinds = scale(
        "assistance_kinds",
        None,
        &[
            ("model_laws", "Model legislation"),
            ("advice", "Legal advice"),
            ("visit", "Visit of an expert"),
            ("training", "Training of officials"),
            ("none", "None is needed"),
        ],
    );
    kinds.1.choices[2].guidance = Some(text("A stay of some weeks in the State."));
    [
        scale("extent", None, &[("yes", "Yes"), ("in_part", "Yes, in part"), ("no", "No")]),
        scale(
            "body",
            Some("Body"),
            &[("courts", "Courts"), ("police", "Police"), ("shelters", "Shelters"), ("none", "None of these")],
        ),
        scale("helper", Some("Body"), &[("courts", "Courts"), ("police", "Police"), ("shelters", "Shelters")]),
        unit,
        kinds,
        ("yes_no".to_owned(), Scale::yes_no()),
    ]
    .into_iter()
    .collect()
}

fn records() -> IndexMap<String, Record> {
    [
        record(
            "person",
            Some("Contact"),
            vec![
                field("name", "Name", one_line(), true),
                field("title", "Title or function", one_line(), false),
                field("body", "Ministry or other body", one_line(), true),
                field("telephone", "Telephone", Answer::Telephone, false),
                field("email", "E-mail", Answer::Email, true),
            ],
        ),
        record(
            "signatory",
            None,
            vec![
                field("name", "Name", one_line(), true),
                field("function", "Function", one_line(), false),
                field("date", "Date", Answer::Date { from: None, to: None }, true),
                field("consent", "May the reply be published?", Answer::YesNo, true),
            ],
        ),
        record(
            "law",
            Some("Law"),
            vec![
                field("title", "Title", one_line(), true),
                field("adopted", "Date of adoption", Answer::Date { from: None, to: None }, false),
                field("extent", "Applies to all", Answer::OneOf(selection("extent")), false),
                field("link", "Where it is published", Answer::Link, false),
            ],
        ),
        record(
            "practice",
            Some("Practice"),
            vec![
                field("title", "What it is called", one_line(), true),
                field("description", "What is done", prose(80), true),
                field("since", "Since", Answer::Year { from: Some(1950), to: None }, false),
                field(
                    "cost",
                    "Yearly cost",
                    Answer::Amount { currencies: vec!["usd".to_owned(), "eur".to_owned()], limits: Limits::default() },
                    false,
                ),
                field("for_whom", "For whom", Answer::ManyOf(selection("helper")), false),
            ],
        ),
        record(
            "office",
            None,
            vec![
                field("name", "Name of the office", one_line(), true),
                field("open", "Open day and night", Answer::YesNo, false),
                field("reported", "Period of operation", Answer::Period { from: None, to: None }, false),
            ],
        ),
    ]
    .into_iter()
    .collect()
}

fn access() -> Section {
    let mut redress = question(
        "redress",
        "Can {term victim: victims} obtain {term redress} through judicial or administrative procedures?",
        Answer::OneOf(selection("extent")),
    );
    redress.cites = vec![cites("declaration", "5", "5"), cites("declaration", "6(a)", "6(d)")];
    redress.required = Requirement::Always;
    redress.guidance =
        Some(text("Count formal and informal procedures, including those at the local level.[^informal]"));
    redress.example = Some(text("A court that can order compensation in the criminal case itself."));
    redress.footnotes =
        vec![Footnote { name: name("informal"), text: text("See {provision declaration 7} on informal mechanisms.") }];
    redress.nonresponses = vec![name("not_applicable"), name("not_known")];
    redress.comment = true;

    let mut laws = question(
        "laws",
        "Please list the laws that establish these procedures.",
        Answer::List { record: name("law"), key: Some(name("title")), count: Count { least: Some(1), most: Some(10) } },
    );
    laws.attachments = AttachmentPolicy::Required;
    laws.cites = vec![cites("declaration", "4", "7"), cites("convention", "25", "25")];

    let mut since = question(
        "since",
        "In which year was the first of them established?",
        Answer::Year { from: Some(1900), to: None },
    );
    since.required = Requirement::When(is::equal("redress", "yes"));
    since.nonresponses = vec![name("not_known")];
    since.checks = vec![Check {
        weight: Weight::Warning,
        condition: is::compare(is::answer("since"), Comparison::Less, is::number(1950)),
        message: text("please confirm a year before 1950."),
        source: Source::default(),
    }];

    let mut reviewed = question(
        "reviewed",
        "When was the law of {answer since} last [[reviewed | amended]]?",
        Answer::Date { from: Some(date("1985-11-29")), to: Some(date("2007-12-31")) },
    );
    reviewed.checks = vec![Check {
        weight: Weight::Error,
        condition: is::compare(
            is::call(Function::Year, vec![is::answer("reviewed")]),
            Comparison::Less,
            is::answer("since"),
        ),
        message: text("The review cannot be earlier than the law."),
        source: Source::default(),
    }];

    let mut fee = question("fee", "Is a fee due?", Answer::YesNo);
    let mut amount = question(
        "fee_amount",
        "How much is it?",
        Answer::Amount { currencies: vec!["usd".to_owned(), "eur".to_owned()], limits: limits(Some(0), None, 2) },
    );
    amount.when = Some(is::equal("fee", "yes"));
    let mut waived = question("fee_waived", "For whom can it be waived?", one_line());
    waived.when = Some(is::equal("fee", "yes"));
    let mut waived_by =
        question("fee_waived_by", "Who decides?", Answer::Text { most_characters: Some(40), matching: None });
    waived_by.nonresponses = vec![name("not_known")];
    waived.items = vec![item(waived_by)];
    fee.items = vec![item(amount), item(waived)];

    let age = Computed {
        id: name("age"),
        label: text("Years between the first law and its review"),
        value: is::sum(
            is::call(Function::Year, vec![is::answer("reviewed")]),
            Arithmetic::Subtract,
            is::answer("since"),
        ),
        source: Source::default(),
    };

    let hotline = question("hotline", "Is there a telephone line that victims can call at any hour?", Answer::YesNo);
    let mut hotline_number = question("hotline_number", "What is its number?", Answer::Telephone);
    hotline_number.nonresponses = vec![name("not_known")];
    let hotline_email = question("hotline_email", "Can victims write to it as well?", Answer::Email);

    Section {
        cites: vec![cites("declaration", "4", "7")],
        guidance: Some(text("Ministries of justice usually answer this part.")),
        contributors: Contributors::On,
        ..section(
            "access",
            "Access to justice and fair treatment",
            vec![
                Item::Note(Note { text: text("Procedures may be formal or informal. See also {section services}.") }),
                item(redress),
                when(
                    is::among("redress", &["yes", "in_part"]),
                    vec![item(laws), item(since), item(reviewed), Item::Computed(age), item(fee)],
                ),
                item(hotline),
                when(is::equal("hotline", "yes"), vec![item(hotline_number), item(hotline_email)]),
                item({
                    let mut hard = question(
                        "hard",
                        "What makes it difficult for {term victim: victims} to obtain redress?",
                        prose(300),
                    );
                    hard.aspect = Some(name("difficulties"));
                    hard.nonresponses = vec![name("not_known")];
                    hard
                }),
            ],
        )
    }
}

fn services() -> Section {
    let mut bodies = question(
        "bodies",
        "Which bodies help {term victim: victims}?",
        Answer::ManyOf(Selection {
            other: true,
            exclusive: vec![name("none")],
            count: Count { least: None, most: Some(3) },
            ..selection("body")
        }),
    );
    bodies.nonresponses = vec![name("not_known")];
    let main_body = question(
        "main_body",
        "Which of them helps most?",
        Answer::OneOf(Selection { other: true, ..selection("helper") }),
    );
    let main_unit = question(
        "main_unit",
        "Which unit of it?",
        Answer::OneOf(Selection { within: Some(name("main_body")), ..selection("unit") }),
    );
    let weight = question(
        "order",
        "Which bodies need support most?",
        Answer::Ranking(Selection { count: Count { least: None, most: Some(2) }, other: true, ..selection("helper") }),
    );

    let mut practices = question(
        "practices",
        "Please describe practices in helping victims that would be useful to others.",
        Answer::List { record: name("practice"), key: None, count: Count { least: None, most: Some(2) } },
    );
    practices.aspect = Some(name("practices"));
    practices.attachments = AttachmentPolicy::LinkOnly;
    let office = question("office", "Which office coordinates the help?", Answer::Record { record: name("office") });
    let mut assistance = question(
        "assistance",
        "Which kinds of technical assistance would help to overcome the difficulties described in {question hard}?",
        Answer::ManyOf(Selection { other: true, exclusive: vec![name("none")], ..selection("assistance_kinds") }),
    );
    assistance.aspect = Some(name("assistance"));
    assistance.comment = true;

    section(
        "services",
        "Services for victims",
        vec![
            Item::Section(section(
                "who_helps",
                "Who helps",
                vec![
                    item(bodies),
                    item(main_body),
                    item(main_unit),
                    item(weight),
                    when(
                        is::contains("bodies", "shelters"),
                        vec![item({
                            let mut places = question(
                                "places",
                                "How many places do shelters have?",
                                Answer::Integer(limits(Some(0), None, 0)),
                            );
                            places.when = Some(is::state("bodies", StateTest::Answered));
                            places
                        })],
                    ),
                ],
            )),
            Item::Section(section("how", "How help is given", vec![item(practices), item(office), item(assistance)])),
        ],
    )
}

fn figures() -> Section {
    let helped = question(
        "helped",
        "How many victims were helped in 2007?",
        Answer::Table(Table {
            rows: RowSource::Scale(name("helper")),
            columns: vec![
                Column {
                    id: name("women"),
                    label: text("Women"),
                    cells: Cells::Answered(Answer::Integer(limits(Some(0), None, 0))),
                    guidance: None,
                },
                Column {
                    id: name("men"),
                    label: text("Men"),
                    cells: Cells::Answered(Answer::Integer(limits(Some(0), None, 0))),
                    guidance: None,
                },
                Column {
                    id: name("all"),
                    label: text("All"),
                    cells: Cells::Computed(is::sum(is::field("women"), Arithmetic::Add, is::field("men"))),
                    guidance: None,
                },
                Column {
                    id: name("rating"),
                    label: text("Enough?"),
                    cells: Cells::Answered(Answer::OneOf(selection("extent"))),
                    guidance: None,
                },
            ],
            totals: vec![name("women"), name("men"), name("all")],
            marks: vec![Mark::Nil, Mark::NotAvailable, Mark::Estimate, Mark::Provisional],
            comment: true,
        }),
    );
    let kinds = question(
        "kinds",
        "Which services were there, and what did they cost?",
        Answer::Table(Table {
            rows: RowSource::Added { heading: text("Kind of service"), count: Count { least: None, most: Some(4) } },
            columns: vec![
                Column {
                    id: name("hours"),
                    label: text("Staff time"),
                    cells: Cells::Answered(Answer::Quantity {
                        unit: "hours".to_owned(),
                        limits: limits(Some(0), None, 1),
                    }),
                    guidance: Some(text("In a usual week.")),
                },
                Column {
                    id: name("share"),
                    label: text("Share of all costs"),
                    cells: Cells::Answered(Answer::Percent(limits(Some(0), Some(100), 1))),
                    guidance: None,
                },
                Column {
                    id: name("from"),
                    label: text("First day"),
                    cells: Cells::Answered(Answer::Date { from: None, to: None }),
                    guidance: None,
                },
            ],
            totals: Vec::new(),
            marks: Vec::new(),
            comment: false,
        }),
    );
    let mut confidential = question(
        "cost",
        "What did all services cost in 2007?",
        Answer::Amount { currencies: Vec::new(), limits: limits(Some(0), None, 2) },
    );
    confidential.confidential = true;
    section(
        "figures",
        "Figures",
        vec![
            item(helped),
            item(kinds),
            item(question(
                "share",
                "Which share of victims of violent crime was helped?",
                Answer::Percent(limits(Some(0), Some(100), 1)),
            )),
            item(question(
                "waiting",
                "How long did victims wait for help?",
                Answer::Quantity { unit: "days".to_owned(), limits: limits(Some(0), None, 1) },
            )),
            item(question(
                "rate",
                "How many victims of crime were there for every 1,000 persons?",
                Answer::Decimal(limits(None, None, 2)),
            )),
            item(confidential),
            Item::Check(Check {
                weight: Weight::Warning,
                condition: is::compare(is::answer("share"), Comparison::Greater, is::number(90)),
                message: text("please explain such a high share in the comments."),
                source: Source::default(),
            }),
        ],
    )
}

fn outlook() -> Section {
    let mut plans = question(
        "plans",
        "For which period is there a plan of action?",
        Answer::Period { from: Some(date("2000-01-01")), to: None },
    );
    plans.when = Some(is::and(vec![
        is::or(vec![
            is::equal("redress", "yes"),
            is::compare(is::answer("places"), Comparison::Greater, is::number(50)),
        ]),
        is::not(is::state("hard", StateTest::Answered)),
    ]));
    let mut suggestions = question(
        "suggestions",
        "Do you have suggestions on how the standards could be improved?",
        Answer::Prose { most_words: None },
    );
    suggestions.aspect = Some(name("suggestions"));
    section(
        "outlook",
        "Outlook",
        vec![
            item(plans),
            item(question("file", "Please send the plan of action.", Answer::File)),
            item(question("partner", "With which State do you cooperate most closely?", Answer::Country)),
            item(question("language", "In which language is the plan written?", Answer::Language)),
            item(question("site", "Where is it published?", Answer::Link)),
            item(suggestions),
        ],
    )
}

fn report() -> Report {
    Report {
        id: name("commission_18"),
        title: text("Use and application of standards on help for victims"),
        mandates: vec![Mandate { symbol: "E/RES/2007/21".to_owned(), paragraphs: vec!["9".to_owned()] }],
        symbol: Some("E/CN.15/2009/00".to_owned()),
        denominator: Denominator::Answered,
        grouping: Some(Grouping { by: GroupingTable::RegionalGroups, at: Some(date("2008-06-30")) }),
        guard: Some(10),
        quotation: Quotation::WithConsent,
        chapters: vec![
            Chapter {
                title: text("Introduction"),
                aspect: None,
                by_section: false,
                items: vec![ReportItem::Paragraph(text(
                    "The present report draws on {blank number of replies} replies received by {blank cut-off date}.",
                ))],
            },
            Chapter {
                title: text("What is in place"),
                aspect: Some(name("status")),
                by_section: true,
                items: vec![
                    ReportItem::Statement {
                        question: name("redress"),
                        choices: vec![name("yes"), name("in_part")],
                        words: text("reported that victims could obtain redress, at least in part"),
                    },
                    ReportItem::Table { question: name("redress") },
                    ReportItem::Chart { question: name("bodies") },
                ],
            },
            Chapter {
                title: text("Difficulties encountered"),
                aspect: Some(name("difficulties")),
                by_section: true,
                items: Vec::new(),
            },
            Chapter {
                title: text("Technical assistance"),
                aspect: Some(name("assistance")),
                by_section: true,
                items: Vec::new(),
            },
            Chapter {
                title: text("Useful practices"),
                aspect: Some(name("practices")),
                by_section: true,
                items: Vec::new(),
            },
            Chapter {
                title: text("Suggestions on the standards"),
                aspect: Some(name("suggestions")),
                by_section: false,
                items: Vec::new(),
            },
        ],
        source: Source::default(),
    }
}
