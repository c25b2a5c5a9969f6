//! Short ways to write parts of an instrument.

use enquire_model::*;

pub(crate) fn name(id: &str) -> Name {
    Name::new(id, Place::default())
}

pub(crate) fn names(ids: &[&str]) -> Vec<Name> {
    ids.iter().map(|id| name(id)).collect()
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn source(line: u32) -> Source {
    Source { file: "instrument.enq".to_owned(), line }
}

pub(crate) fn choice(code: &str, label: &str) -> Choice {
    Choice { code: name(code), label: Text::words(label), guidance: None, parent: None }
}

pub(crate) fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs.iter().map(|(code, label)| choice(code, label)).collect()
}

pub(crate) fn child(code: &str, label: &str, parent: &str) -> Choice {
    Choice { parent: Some(name(parent)), ..choice(code, label) }
}

pub(crate) fn scale(id: &str, title: &str, choices: Vec<Choice>) -> Scale {
    Scale { id: name(id), title: Some(title.to_owned()), parent: None, choices }
}

pub(crate) fn field(id: &str, label: &str, answer: Answer, required: bool) -> Field {
    Field { id: name(id), label: Text::words(label), answer, required, guidance: None }
}

pub(crate) fn record(id: &str, title: &str, fields: Vec<Field>) -> Record {
    Record { id: name(id), title: Some(title.to_owned()), fields }
}

pub(crate) fn column(id: &str, label: &str, answer: Answer) -> Column {
    Column { id: name(id), label: Text::words(label), cells: Cells::Answered(answer), guidance: None }
}

pub(crate) fn selection(scale: &str) -> Selection {
    Selection { scale: name(scale), other: false, exclusive: vec![], count: Count::default(), within: None }
}

pub(crate) fn limits(from: Option<&str>, to: Option<&str>, places: u32) -> Limits {
    Limits { from: from.map(decimal), to: to.map(decimal), places }
}

pub(crate) fn line() -> Answer {
    Answer::Text { most_characters: None, matching: None }
}

pub(crate) fn list(record: &str) -> Answer {
    Answer::List { record: name(record), key: None, count: Count::default() }
}

/// A question without conditions, which may be left open. Its line in the file is its place in the fixture's lists.
pub(crate) fn question(id: &str, wording: &str, answer: Answer) -> Question {
    Question {
        id: name(id),
        wording: Text::words(wording),
        cites: vec![],
        aspect: None,
        answer,
        required: Requirement::Never,
        when: None,
        guidance: None,
        example: None,
        footnotes: vec![],
        nonresponses: vec![],
        comment: false,
        attachments: AttachmentPolicy::Forbidden,
        checks: vec![],
        confidential: false,
        was: vec![],
        replaces: vec![],
        comparable: None,
        origin: None,
        items: vec![],
        source: source(1),
    }
}

pub(crate) fn asked(question: Question) -> Item {
    Item::Question(Box::new(question))
}

pub(crate) fn when(condition: Expression, items: Vec<Item>) -> Item {
    Item::When(When { condition, items })
}

pub(crate) fn section(id: &str, title: &str, contributors: Contributors, items: Vec<Item>) -> Item {
    Item::Section(Section {
        id: name(id),
        title: Text::words(title),
        cites: vec![],
        guidance: None,
        contributors,
        footnotes: vec![],
        items,
        source: source(1),
    })
}

pub(crate) fn check(weight: Weight, condition: Expression, line: u32) -> Check {
    Check { weight, condition, message: Text::words("Please look again."), source: source(line) }
}

/// An instrument with nothing in it but `items`.
pub(crate) fn instrument(items: Vec<Item>) -> Instrument {
    Instrument {
        format_version: FORMAT_VERSION.to_owned(),
        id: name("victim_survey"),
        version: "1.2.0".to_owned(),
        title: Text::words("Questionnaire on assistance to victims"),
        languages: vec!["en".to_owned(), "fr".to_owned()],
        respondents: vec![RespondentClass { id: name("member_states"), label: "Member States".to_owned() }],
        nonresponses: choices(&[("not_applicable", "Not applicable"), ("not_known", "Information not available")]),
        attachments: AttachmentPolicy::Forbidden,
        items,
        ..Instrument::default()
    }
}

pub(crate) fn expression(kind: ExpressionKind) -> Expression {
    Expression { kind, place: Place::default() }
}

pub(crate) fn answer(id: &str) -> Expression {
    expression(ExpressionKind::Answer(name(id)))
}

pub(crate) fn of_row(id: &str) -> Expression {
    expression(ExpressionKind::Field(name(id)))
}

pub(crate) fn cell(table: &str, row: &str, column: &str) -> Expression {
    expression(ExpressionKind::Cell { table: name(table), row: name(row), column: name(column) })
}

pub(crate) fn part(question: &str, field: &str) -> Expression {
    expression(ExpressionKind::Part { question: name(question), field: name(field) })
}

pub(crate) fn code(code: &str) -> Expression {
    expression(ExpressionKind::Choice(name(code)))
}

pub(crate) fn number(text: &str) -> Expression {
    expression(ExpressionKind::Number(decimal(text)))
}

pub(crate) fn words(words: &str) -> Expression {
    expression(ExpressionKind::Words(words.to_owned()))
}

pub(crate) fn day(text: &str) -> Expression {
    expression(ExpressionKind::Date(date(text)))
}

pub(crate) fn not(inner: Expression) -> Expression {
    expression(ExpressionKind::Not(Box::new(inner)))
}

pub(crate) fn and(parts: Vec<Expression>) -> Expression {
    expression(ExpressionKind::And(parts))
}

pub(crate) fn or(parts: Vec<Expression>) -> Expression {
    expression(ExpressionKind::Or(parts))
}

pub(crate) fn compare(left: Expression, comparison: Comparison, right: Expression) -> Expression {
    expression(ExpressionKind::Compare { comparison, left: Box::new(left), right: Box::new(right) })
}

pub(crate) fn equal(question: &str, choice: &str) -> Expression {
    compare(answer(question), Comparison::Equal, code(choice))
}

pub(crate) fn one_of(value: Expression, choices: Vec<Expression>) -> Expression {
    expression(ExpressionKind::In { value: Box::new(value), choices })
}

pub(crate) fn contains(question: &str, choice: &str) -> Expression {
    expression(ExpressionKind::Contains { value: Box::new(answer(question)), choice: Box::new(code(choice)) })
}

pub(crate) fn is(question: &str, test: StateTest) -> Expression {
    expression(ExpressionKind::State { question: name(question), test })
}

pub(crate) fn aggregate(
    function: Aggregate,
    over: &str,
    field: Option<&str>,
    condition: Option<Expression>,
) -> Expression {
    expression(ExpressionKind::Aggregate {
        function,
        over: name(over),
        field: field.map(name),
        condition: condition.map(Box::new),
    })
}

pub(crate) fn chosen(question: &str) -> Expression {
    expression(ExpressionKind::Call { function: Function::Chosen, arguments: vec![answer(question)] })
}

pub(crate) fn minus(left: Expression, right: Expression) -> Expression {
    expression(ExpressionKind::Arithmetic {
        operator: Arithmetic::Subtract,
        left: Box::new(left),
        right: Box::new(right),
    })
}
