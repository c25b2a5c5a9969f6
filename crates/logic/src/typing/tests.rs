//! Tests of types: each mistake is found once, where it is.

use enquire_model::{
    Aggregate, Answer, Choice, Column, Comparison, Count, Expression, ExpressionKind, Function, Instrument, Limits,
    Place, RowSource, StateTest, Table, Text, TimeUnit,
};

use crate::build::{
    add, aggregate, amount, and, answer, call, cell, choice, compare, computed, contains, date, day, divide, duration,
    equal, field, greater, instrument, integer, is_in, less, list, multiply, name, not, number, of, offering, one_of,
    part, quantity, question, record, scale, selection, state, subtract, table, text, words, year,
};
use crate::{Expected, Operand, Scope, Type, TypeFault, TypeFaultKind, Unit, check_condition, type_of, type_of_column};

fn survey() -> Instrument {
    let share = divide(field("women"), aggregate(Aggregate::Sum, "helped", Some("all"), None));
    let columns = vec![("all", add(field("women"), field("men"))), ("share", share)];
    let mut survey = instrument(vec![
        question("redress", one_of("extent")),
        question("kinds", Answer::ManyOf(selection("body", true))),
        question("since", year()),
        question("reviewed", day()),
        question("share", Answer::Percent(Limits::default())),
        question("hours", quantity("hours")),
        question("days", quantity("days")),
        question("usd", amount(&["usd"])),
        question("eur", amount(&["eur"])),
        question("any_money", amount(&[])),
        question("title", text()),
        question("span", Answer::Period { from: None, to: None }),
        question("contact", Answer::Record { record: name("law") }),
        question("laws", list("law")),
        question("helped", table("body", &["women", "men"], columns)),
        question("added", Answer::Table(added_rows())),
        offering("cases", integer(), "not_known"),
        computed("age", subtract(number(2007), answer("since"))),
        computed("old", greater(answer("age"), number(10))),
        computed("mistaken", add(answer("title"), number(1))),
        computed("one", add(answer("other"), number(1))),
        computed("other", subtract(answer("one"), number(1))),
    ]);
    for scale in [scale("extent", &["yes", "in_part", "no"]), scale("body", &["courts", "police"])] {
        survey.scales.insert(scale.id.to_string(), scale);
    }
    let law = record("law", vec![("title", text()), ("adopted", day()), ("fee", amount(&["usd", "eur"]))]);
    survey.records.insert("law".to_owned(), law);
    survey
}

fn added_rows() -> Table {
    Table {
        rows: RowSource::Added { heading: Text::words("Kind"), count: Count::default() },
        columns: vec![Column {
            id: name("women"),
            label: Text::words("Women"),
            cells: enquire_model::Cells::Answered(integer()),
            guidance: None,
        }],
        totals: Vec::new(),
        marks: Vec::new(),
        comment: false,
    }
}

/// The same expression, written at `start`.
fn at(start: u32, mut expression: Expression) -> Expression {
    expression.place = Place { file: 0, start, end: start + 1 };
    expression
}

fn typed(expression: &Expression) -> (Type, Vec<TypeFault>) {
    let survey = survey();
    let mut faults = Vec::new();
    let of = type_of(expression, &Scope::of(&survey), &mut faults);
    (of, faults)
}

fn type_without_fault(expression: &Expression) -> Type {
    let (of, faults) = typed(expression);
    assert_eq!(faults, [], "{expression:?}");
    of
}

fn only_fault(expression: &Expression) -> TypeFault {
    let (of, mut faults) = typed(expression);
    assert_eq!(of, Type::Unknown);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

fn unit(words: &str) -> Type {
    Type::Number(Unit::Of(words.to_owned()))
}

#[test]
fn what_is_right_has_a_type() {
    let as_at = || of(ExpressionKind::AsAt);
    let days = subtract(as_at(), answer("reviewed"));
    let rate = divide(answer("cases"), answer("cases"));
    assert_eq!(type_without_fault(&days), unit("days"));
    assert_eq!(type_without_fault(&equal(days.clone(), answer("days"))), Type::Truth);
    assert_eq!(type_without_fault(&greater(days, duration(30, TimeUnit::Days))), Type::Truth);
    assert_eq!(type_without_fault(&greater(answer("share"), multiply(rate, number(100)))), Type::Truth);
    assert_eq!(type_without_fault(&greater(answer("hours"), number(1))), Type::Truth);
    assert_eq!(type_without_fault(&greater(answer("any_money"), number(0))), Type::Truth);
    assert_eq!(type_without_fault(&part("any_money", "amount")), Type::Number(Unit::None));
    assert_eq!(type_without_fault(&part("span", "ending")), Type::Date);
    assert_eq!(type_without_fault(&part("contact", "title")), Type::Text);
    assert_eq!(type_without_fault(&contains(answer("kinds"), choice("other"))), Type::Truth);
    assert_eq!(type_without_fault(&equal(choice("no"), answer("redress"))), Type::Truth);
    assert_eq!(type_without_fault(&add(answer("reviewed"), duration(1, TimeUnit::Years))), Type::Date);
    assert_eq!(type_without_fault(&call(Function::Round, [answer("usd")])), typed(&answer("usd")).0);
    assert_eq!(type_without_fault(&aggregate(Aggregate::Max, "laws", Some("adopted"), None)), Type::Date);
}

#[test]
fn computed_values_and_columns_have_types() {
    assert_eq!(type_without_fault(&answer("age")), Type::Number(Unit::None));
    assert_eq!(type_without_fault(&answer("old")), Type::Truth);
    assert_eq!(type_without_fault(&cell("helped", "courts", "all")), Type::Number(Unit::None));
    assert_eq!(type_without_fault(&cell("helped", "courts", "share")), Type::NUMBER);
    let survey = survey();
    let scope = Scope::of(&survey);
    let mut faults = Vec::new();
    let helped = survey.question("helped").unwrap();
    assert_eq!(type_of_column(&add(field("women"), number(1)), helped, &scope, &mut faults), Type::Number(Unit::None));
    assert_eq!(type_of_column(&field("children"), helped, &scope, &mut faults), Type::Unknown);
    assert!(matches!(faults.as_slice(), [TypeFault { kind: TypeFaultKind::NoSuchField { .. }, .. }]));
}

#[test]
fn unknown_names_and_mistaken_or_circular_values_are_silent() {
    for id in ["undeclared", "mistaken", "one"] {
        assert_eq!(type_without_fault(&less(answer(id), date("2007-01-01"))), Type::Unknown);
        assert_eq!(type_without_fault(&aggregate(Aggregate::Sum, id, Some("x"), None)), Type::Unknown);
        assert_eq!(type_without_fault(&cell(id, "x", "y")), Type::Unknown);
    }
    assert_eq!(type_without_fault(&part("undeclared", "x")), Type::Unknown);
    let scope = Scope::default();
    let mut faults = Vec::new();
    check_condition(&equal(answer("redress"), choice("yes")), &scope, &mut faults);
    assert_eq!(faults, []);
}

#[test]
fn every_independent_mistake_is_found_once_and_in_order() {
    let expression = and([
        at(1, equal(answer("redress"), at(2, choice("maybe")))),
        at(3, answer("redress")),
        at(4, not(at(5, less(add(answer("title"), number(1)), number(2))))),
        at(6, equal(answer("undeclared"), number(1))),
        at(7, greater(answer("hours"), at(8, answer("days")))),
    ]);
    let (of, faults) = typed(&expression);
    assert_eq!(of, Type::Unknown);
    let places: Vec<u32> = faults.iter().map(|fault| fault.place.start).collect();
    assert_eq!(places, [0, 2, 3, 8]);
    let kinds: Vec<&TypeFaultKind> = faults.iter().map(|fault| &fault.kind).collect();
    assert!(matches!(kinds[0], TypeFaultKind::Operands { operator: "+", .. }));
    assert_eq!(kinds[1], &TypeFaultKind::NotInScale { scale: "extent".to_owned(), code: "maybe".to_owned() });
    assert!(matches!(kinds[2], TypeFaultKind::NotACondition { found: Type::Choice { .. } }));
    assert!(matches!(kinds[3], TypeFaultKind::Units { operator: ">", .. }));
}

#[test]
fn the_operand_that_does_not_fit_is_the_one_that_is_named() {
    let fault = only_fault(&less(at(1, answer("reviewed")), at(2, answer("since"))));
    let left = Operand { found: Type::Date, place: Place { file: 0, start: 1, end: 2 } };
    let right = Operand { found: Type::Number(Unit::None), place: Place { file: 0, start: 2, end: 3 } };
    assert_eq!(fault.kind, TypeFaultKind::Operands { operator: "<", left, right });
    assert_eq!(fault.place.start, 2);
    assert_eq!(only_fault(&less(at(1, answer("title")), at(2, number(1)))).place.start, 1);
    assert_eq!(only_fault(&equal(at(1, answer("kinds")), at(2, choice("police")))).place.start, 1);
    assert_eq!(only_fault(&add(at(1, answer("title")), at(2, number(1)))).place.start, 1);
    assert_eq!(only_fault(&add(at(1, number(1)), at(2, answer("title")))).place.start, 2);
    assert_eq!(only_fault(&add(at(1, answer("reviewed")), at(2, number(1)))).place.start, 2);
    assert_eq!(only_fault(&multiply(at(1, answer("reviewed")), at(2, number(1)))).place.start, 1);
}

#[test]
fn a_long_sum_with_one_mistake_has_one_fault() {
    let mut sum = answer("title");
    for _ in 0..5000 {
        sum = add(sum, number(1));
    }
    let fault = only_fault(&sum);
    assert!(matches!(fault.kind, TypeFaultKind::Operands { operator: "+", .. }));
}

#[test]
fn units_that_differ_are_found() {
    let unlike = [("hours", "days"), ("share", "cases"), ("usd", "eur"), ("any_money", "any_money"), ("days", "since")];
    for (one, two) in unlike {
        for expression in [less(answer(one), answer(two)), add(answer(one), answer(two))] {
            assert!(matches!(only_fault(&expression).kind, TypeFaultKind::Units { .. }), "{one} {two}");
        }
    }
    assert!(matches!(only_fault(&multiply(answer("hours"), answer("usd"))).kind, TypeFaultKind::Units { .. }));
    let months = call(Function::Months, [answer("reviewed"), date("2007-01-01")]);
    let fault = only_fault(&greater(months, duration(2, TimeUnit::Years)));
    assert!(matches!(fault.kind, TypeFaultKind::Units { .. }));
}

#[test]
fn sets_and_options_are_kept_apart() {
    let fault = only_fault(&contains(answer("redress"), choice("yes")));
    assert!(matches!(fault.kind, TypeFaultKind::Operand { of: "contains", expected: Expected::Choices, .. }));
    let fault = only_fault(&contains(answer("kinds"), choice("army")));
    assert_eq!(fault.kind, TypeFaultKind::NotInScale { scale: "body".to_owned(), code: "army".to_owned() });
    let (_, faults) = typed(&is_in(answer("redress"), [choice("yes"), choice("maybe"), choice("never")]));
    assert_eq!(faults.len(), 2);
    let fault = only_fault(&equal(answer("redress"), words("yes")));
    assert!(matches!(fault.kind, TypeFaultKind::Operands { right: Operand { found: Type::Text, .. }, .. }));
    let fault = only_fault(&compare(Comparison::Less, answer("redress"), choice("yes")));
    assert!(matches!(fault.kind, TypeFaultKind::Operands { operator: "<", .. }));
}

#[test]
fn functions_are_given_what_they_take() {
    let fault = only_fault(&call(Function::Years, [answer("reviewed")]));
    assert_eq!(fault.kind, TypeFaultKind::Arguments { function: Function::Years, expected: 2, found: 1 });
    let (_, faults) = typed(&call(Function::Days, [answer("since"), answer("title")]));
    assert_eq!(faults.len(), 2);
    let fault = only_fault(&call(Function::Chosen, [answer("redress")]));
    assert!(matches!(fault.kind, TypeFaultKind::Operand { of: "chosen", expected: Expected::Choices, .. }));
}

#[test]
fn figures_are_taken_of_lists_and_tables() {
    let fault = |function, over, field, condition| only_fault(&aggregate(function, over, field, condition)).kind;
    let rows = TypeFaultKind::Operand { of: "count", expected: Expected::Rows, found: Type::Number(Unit::None) };
    assert_eq!(fault(Aggregate::Count, "since", None, None), rows);
    assert_eq!(fault(Aggregate::Sum, "laws", None, None), TypeFaultKind::MissingField { function: Aggregate::Sum });
    let unexpected = TypeFaultKind::UnexpectedField { function: Aggregate::Count };
    assert_eq!(fault(Aggregate::Count, "laws", Some("title"), None), unexpected);
    let missing = TypeFaultKind::MissingCondition { function: Aggregate::Any };
    assert_eq!(fault(Aggregate::Any, "laws", None, None), missing);
    let text = TypeFaultKind::Operand { of: "max", expected: Expected::NumberOrDate, found: Type::Text };
    assert_eq!(fault(Aggregate::Max, "laws", Some("title"), None), text);
    assert!(matches!(fault(Aggregate::Sum, "laws", Some("fee"), None), TypeFaultKind::Units { operator: "sum", .. }));
    let condition = less(field("adopted"), number(3));
    let inside = fault(Aggregate::Count, "laws", None, Some(condition));
    assert!(matches!(inside, TypeFaultKind::Operands { operator: "<", .. }));
    let condition = equal(field("number"), number(3));
    let TypeFaultKind::NoSuchField { of, fields, .. } = fault(Aggregate::Count, "laws", None, Some(condition)) else {
        panic!("a field that is not there");
    };
    assert_eq!((of.as_str(), fields.len()), ("laws", 3));
    let outside = only_fault(&field("adopted")).kind;
    assert_eq!(outside, TypeFaultKind::FieldOutsideRow { field: "adopted".to_owned() });
}

#[test]
fn cells_and_parts_have_to_be_there() {
    let row = |table: &str, row: &str| only_fault(&cell(table, row, "women")).kind;
    assert!(matches!(row("helped", "army"), TypeFaultKind::NoSuchRow { .. }));
    assert!(matches!(row("added", "courts"), TypeFaultKind::NoSuchRow { .. }));
    assert!(matches!(row("since", "courts"), TypeFaultKind::NoSuchField { .. }));
    let part = |question: &str, field: &str| only_fault(&part(question, field)).kind;
    assert!(
        matches!(part("span", "amount"), TypeFaultKind::NoSuchField { fields, .. } if fields == ["beginning", "ending"])
    );
    assert!(matches!(part("contact", "name"), TypeFaultKind::NoSuchField { fields, .. } if fields.len() == 3));
    assert!(matches!(part("laws", "adopted"), TypeFaultKind::NoSuchField { found: Type::List(_), .. }));
    assert!(matches!(part("age", "amount"), TypeFaultKind::NoSuchField { found: Type::Number(_), .. }));
}

#[test]
fn rows_that_are_written_out_can_be_named() {
    let mut table = added_rows();
    let choice = Choice { code: name("courts"), label: Text::words("Courts"), guidance: None, parent: None };
    table.rows = RowSource::Fixed(vec![choice]);
    let survey = instrument(vec![question("fixed", Answer::Table(table))]);
    let mut faults = Vec::new();
    let of = type_of(&cell("fixed", "courts", "women"), &Scope::of(&survey), &mut faults);
    assert_eq!((of, faults.len()), (Type::Number(Unit::None), 0));
}

#[test]
fn only_nonresponses_that_are_offered_can_be_tested() {
    let not_known = |id| state(id, StateTest::NonResponse(name("not_known")));
    assert_eq!(type_without_fault(&not_known("cases")), Type::Truth);
    for id in ["since", "age"] {
        let expected = TypeFaultKind::NotOffered { question: id.to_owned(), code: "not_known".to_owned() };
        assert_eq!(only_fault(&not_known(id)).kind, expected);
    }
}

#[test]
fn a_reference_period_is_needed_to_name_its_days() {
    assert_eq!(only_fault(&of(ExpressionKind::PeriodStart)).kind, TypeFaultKind::NoReferencePeriod);
}

#[test]
fn names_on_the_right_of_a_comparison_can_be_looked_up() {
    let survey = survey();
    let scope = Scope::of(&survey);
    assert!(scope.has_choice(&scope.type_of_name("redress"), "in_part"));
    assert!(!scope.has_choice(&scope.type_of_name("redress"), "other"));
    assert!(scope.has_choice(&scope.type_of_name("kinds"), "other"));
    assert!(!scope.has_choice(&scope.type_of_name("since"), "yes"));
}
