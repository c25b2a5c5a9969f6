//! Builds expressions and instruments for tests.

use enquire_model::{
    Aggregate, Answer, Arithmetic, AttachmentPolicy, Budget, Cells, Check, Choice, Column, Comparison, Computed, Count,
    Decimal, Expression, ExpressionKind, FORMAT_VERSION, Field, Function, Instrument, Item, Limits, Name, Numbering,
    Place, Question, Record, Requirement, RowSource, Scale, Selection, Source, StateTest, Status, Table, Text,
    TimeUnit, Weight, When,
};
use indexmap::IndexMap;

pub(crate) fn name(text: &str) -> Name {
    Name::new(text, Place::default())
}

// ---- expressions ----

pub(crate) fn of(kind: ExpressionKind) -> Expression {
    Expression { kind, place: Place::default() }
}

pub(crate) fn answer(id: &str) -> Expression {
    of(ExpressionKind::Answer(name(id)))
}

pub(crate) fn field(id: &str) -> Expression {
    of(ExpressionKind::Field(name(id)))
}

pub(crate) fn cell(table: &str, row: &str, column: &str) -> Expression {
    of(ExpressionKind::Cell { table: name(table), row: name(row), column: name(column) })
}

pub(crate) fn part(question: &str, field: &str) -> Expression {
    of(ExpressionKind::Part { question: name(question), field: name(field) })
}

pub(crate) fn choice(code: &str) -> Expression {
    of(ExpressionKind::Choice(name(code)))
}

pub(crate) fn number(value: impl Into<Decimal>) -> Expression {
    of(ExpressionKind::Number(value.into()))
}

pub(crate) fn decimal(text: &str) -> Expression {
    number(text.parse::<Decimal>().unwrap())
}

pub(crate) fn date(text: &str) -> Expression {
    of(ExpressionKind::Date(text.parse().unwrap()))
}

pub(crate) fn words(text: &str) -> Expression {
    of(ExpressionKind::Words(text.to_owned()))
}

pub(crate) fn duration(count: i64, unit: TimeUnit) -> Expression {
    of(ExpressionKind::Duration { count, unit })
}

pub(crate) fn not(inner: Expression) -> Expression {
    of(ExpressionKind::Not(Box::new(inner)))
}

pub(crate) fn and<const N: usize>(parts: [Expression; N]) -> Expression {
    of(ExpressionKind::And(parts.into()))
}

pub(crate) fn or<const N: usize>(parts: [Expression; N]) -> Expression {
    of(ExpressionKind::Or(parts.into()))
}

pub(crate) fn compare(comparison: Comparison, left: Expression, right: Expression) -> Expression {
    of(ExpressionKind::Compare { comparison, left: Box::new(left), right: Box::new(right) })
}

pub(crate) fn equal(left: Expression, right: Expression) -> Expression {
    compare(Comparison::Equal, left, right)
}

pub(crate) fn less(left: Expression, right: Expression) -> Expression {
    compare(Comparison::Less, left, right)
}

pub(crate) fn greater(left: Expression, right: Expression) -> Expression {
    compare(Comparison::Greater, left, right)
}

pub(crate) fn is_in<const N: usize>(value: Expression, choices: [Expression; N]) -> Expression {
    of(ExpressionKind::In { value: Box::new(value), choices: choices.into() })
}

pub(crate) fn contains(value: Expression, choice: Expression) -> Expression {
    of(ExpressionKind::Contains { value: Box::new(value), choice: Box::new(choice) })
}

pub(crate) fn state(question: &str, test: StateTest) -> Expression {
    of(ExpressionKind::State { question: name(question), test })
}

pub(crate) fn is_answered(question: &str) -> Expression {
    state(question, StateTest::Answered)
}

pub(crate) fn arithmetic(operator: Arithmetic, left: Expression, right: Expression) -> Expression {
    of(ExpressionKind::Arithmetic { operator, left: Box::new(left), right: Box::new(right) })
}

pub(crate) fn add(left: Expression, right: Expression) -> Expression {
    arithmetic(Arithmetic::Add, left, right)
}

pub(crate) fn subtract(left: Expression, right: Expression) -> Expression {
    arithmetic(Arithmetic::Subtract, left, right)
}

pub(crate) fn multiply(left: Expression, right: Expression) -> Expression {
    arithmetic(Arithmetic::Multiply, left, right)
}

pub(crate) fn divide(left: Expression, right: Expression) -> Expression {
    arithmetic(Arithmetic::Divide, left, right)
}

pub(crate) fn aggregate(
    function: Aggregate,
    over: &str,
    field: Option<&str>,
    condition: Option<Expression>,
) -> Expression {
    of(ExpressionKind::Aggregate {
        function,
        over: name(over),
        field: field.map(name),
        condition: condition.map(Box::new),
    })
}

pub(crate) fn call<const N: usize>(function: Function, arguments: [Expression; N]) -> Expression {
    of(ExpressionKind::Call { function, arguments: arguments.into() })
}

// ---- answers ----

pub(crate) fn one_of(scale: &str) -> Answer {
    Answer::OneOf(selection(scale, false))
}

pub(crate) fn selection(scale: &str, other: bool) -> Selection {
    Selection { scale: name(scale), other, exclusive: Vec::new(), count: Count::default(), within: None }
}

pub(crate) fn integer() -> Answer {
    Answer::Integer(Limits::default())
}

pub(crate) fn year() -> Answer {
    Answer::Year { from: None, to: None }
}

pub(crate) fn day() -> Answer {
    Answer::Date { from: None, to: None }
}

pub(crate) fn text() -> Answer {
    Answer::Text { most_characters: None, matching: None }
}

pub(crate) fn quantity(unit: &str) -> Answer {
    Answer::Quantity { unit: unit.to_owned(), limits: Limits::default() }
}

pub(crate) fn amount(currencies: &[&str]) -> Answer {
    Answer::Amount { currencies: currencies.iter().map(|&it| it.to_owned()).collect(), limits: Limits::default() }
}

pub(crate) fn list(record: &str) -> Answer {
    Answer::List { record: name(record), key: None, count: Count::default() }
}

/// A table by the options of `rows`, with columns of integers and computed columns.
pub(crate) fn table(rows: &str, columns: &[&str], computed: Vec<(&str, Expression)>) -> Answer {
    let column = |id: &str, cells| Column { id: name(id), label: Text::words(id), cells, guidance: None };
    let answered = columns.iter().map(|id| column(id, Cells::Answered(integer())));
    let computed = computed.into_iter().map(|(id, value)| column(id, Cells::Computed(value)));
    Answer::Table(Table {
        rows: RowSource::Scale(name(rows)),
        columns: answered.chain(computed).collect(),
        totals: Vec::new(),
        marks: Vec::new(),
        comment: false,
    })
}

// ---- instruments ----

pub(crate) fn bare(id: &str, answer: Answer) -> Question {
    Question {
        id: name(id),
        wording: Text::words(id),
        cites: Vec::new(),
        aspect: None,
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

pub(crate) fn question(id: &str, answer: Answer) -> Item {
    Item::Question(Box::new(bare(id, answer)))
}

pub(crate) fn asked_when(id: &str, answer: Answer, condition: Expression) -> Item {
    Item::Question(Box::new(Question { when: Some(condition), ..bare(id, answer) }))
}

pub(crate) fn with_items(id: &str, answer: Answer, items: Vec<Item>) -> Item {
    Item::Question(Box::new(Question { items, ..bare(id, answer) }))
}

pub(crate) fn offering(id: &str, answer: Answer, code: &str) -> Item {
    Item::Question(Box::new(Question { nonresponses: vec![name(code)], ..bare(id, answer) }))
}

pub(crate) fn when(condition: Expression, items: Vec<Item>) -> Item {
    Item::When(When { condition, items })
}

pub(crate) fn computed(id: &str, value: Expression) -> Item {
    Item::Computed(Computed { id: name(id), label: Text::words(id), value, source: Source::default() })
}

pub(crate) fn check(message: &str, condition: Expression) -> Check {
    Check { weight: Weight::Error, condition, message: Text::words(message), source: Source::default() }
}

pub(crate) fn scale(id: &str, codes: &[&str]) -> Scale {
    let choice = |code: &&str| Choice { code: name(code), label: Text::words(code), guidance: None, parent: None };
    Scale { id: name(id), title: None, parent: None, choices: codes.iter().map(choice).collect() }
}

pub(crate) fn record(id: &str, fields: Vec<(&str, Answer)>) -> Record {
    let field = |(id, answer)| Field { id: name(id), label: Text::words(id), answer, required: false, guidance: None };
    Record { id: name(id), title: None, fields: fields.into_iter().map(field).collect() }
}

/// An instrument of `items`, without scales, records or a reference period.
pub(crate) fn instrument(items: Vec<Item>) -> Instrument {
    Instrument {
        format_version: FORMAT_VERSION.to_owned(),
        id: name("survey"),
        version: "1.0.0".to_owned(),
        status: Status::Draft,
        title: Text::words("Survey"),
        category: None,
        mandates: Vec::new(),
        languages: vec!["en".to_owned()],
        respondents: Vec::new(),
        period: None,
        deadline: None,
        return_to: None,
        scope: None,
        guidance: None,
        nonresponses: Vec::new(),
        attachments: AttachmentPolicy::Allowed,
        numbering: Numbering::default(),
        budget: Budget::default(),
        contact: None,
        sign_off: None,
        comments: true,
        withdrawn: Vec::new(),
        standards: IndexMap::new(),
        aspects: IndexMap::new(),
        terms: IndexMap::new(),
        scales: IndexMap::new(),
        records: IndexMap::new(),
        footnotes: Vec::new(),
        items,
        reports: Vec::new(),
    }
}

/// Questions of which each is asked if the next one is answered with yes, so that nothing can be worked out in the order of print; and
/// a reply with yes to all of them.
pub(crate) fn yes_no_chain(length: usize) -> (Instrument, serde_json::Map<String, serde_json::Value>) {
    let id = |at: usize| format!("q{at}");
    let condition = |at: usize| equal(answer(&id(at + 1)), choice("yes"));
    let mut items: Vec<Item> = (0..length).map(|at| asked_when(&id(at), Answer::YesNo, condition(at))).collect();
    items.push(question(&id(length), Answer::YesNo));
    (instrument(items), (0..=length).map(|at| (id(at), "yes".into())).collect())
}

/// A reply with `answers`, which have to be a JSON object.
pub(crate) fn reply(answers: &serde_json::Value) -> enquire_model::Reply {
    serde_json::from_value(serde_json::json!({
        "instrument": "survey/1.0.0",
        "respondent": { "class": "member_states", "name": "XXX" },
        "as_at": "2007-06-30",
        "language": "en",
        "round": 1,
        "answers": answers
    }))
    .unwrap()
}
