//! Types of expressions: what can be compared and worked out, in words.

use enquire_diagnostics::codes::{
    CONDITION_TYPE, FIELD_OUTSIDE_LIST, OPERAND_TYPE, UNDEFINED_NAME, UNIT_MISMATCH, UNKNOWN_VALUE, VALUE_NOT_IN_SCALE,
    WRONG_ARGUMENTS,
};
use enquire_diagnostics::{Diagnostic, Diagnostics, Fix};
use enquire_logic::{Operand, Scope, Type, TypeFault, TypeFaultKind, check_condition, reads, type_of, type_of_column};
use enquire_model::{Cells, Expression, Instrument, Item, Question, Requirement, Scale};

use super::{Context, span};
use crate::suggest;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let scope = Scope::of(context.instrument);
    let mut walk = Walk { context, scope: &scope, faults: Vec::new() };
    walk.items(&context.instrument.items);
    for fault in walk.faults {
        found.push(finding(&fault, context.instrument));
    }
}

/// A walk over every expression of an instrument.
struct Walk<'w, 'a> {
    context: &'w Context<'a>,
    scope: &'w Scope<'a>,
    faults: Vec<TypeFault>,
}

impl Walk<'_, '_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::When(when) => self.condition(&when.condition),
                Item::Computed(computed) if self.is_understood(&computed.value) => {
                    type_of(&computed.value, self.scope, &mut self.faults);
                }
                Item::Check(check) => self.condition(&check.condition),
                Item::Question(question) => self.question(question),
                Item::Computed(_) | Item::Section(_) | Item::Note(_) => {}
            }
            self.items(item.inner());
        }
    }

    fn question(&mut self, question: &Question) {
        let required = if let Requirement::When(condition) = &question.required { Some(condition) } else { None };
        let checks = question.checks.iter().map(|check| &check.condition);
        for condition in question.when.iter().chain(required).chain(checks) {
            self.condition(condition);
        }
        for column in question.answer.table().map(|table| table.columns.as_slice()).unwrap_or_default() {
            if let Cells::Computed(value) = &column.cells
                && self.is_understood(value)
            {
                type_of_column(value, question, self.scope, &mut self.faults);
            }
        }
    }

    fn condition(&mut self, condition: &Expression) {
        if self.is_understood(condition) {
            check_condition(condition, self.scope, &mut self.faults);
        }
    }

    /// Whether nothing that the expression reads has a finding of its own, so that its type is known.
    fn is_understood(&self, expression: &Expression) -> bool {
        reads(expression).iter().all(|read| !self.context.is_faulty(read.name.as_str()))
    }
}

fn finding(fault: &TypeFault, instrument: &Instrument) -> Diagnostic {
    let at = span(fault.place);
    match &fault.kind {
        TypeFaultKind::NotACondition { found } => Diagnostic::new(&CONDITION_TYPE, at, format!("a condition is needed here, and this is {found}"))
            .with_help(condition_help(found)),
        TypeFaultKind::Operands { operator, left, right } => operands(operator, left, right, fault),
        TypeFaultKind::Operand { of, expected, found } => {
            Diagnostic::new(&OPERAND_TYPE, at, format!("`{of}` needs {}, and this is {found}", expected.describe()))
                .with_help(format!("write {} here", expected.describe()))
        }
        TypeFaultKind::Units { operator, left, right } => {
            Diagnostic::new(&UNIT_MISMATCH, at, format!("`{operator}` stands between {} and {}", left.found, right.found))
                .with_label(span(left.place), left.found.describe())
                .with_help("compare and add only what has the same unit or currency")
        }
        TypeFaultKind::NotInScale { scale, code } => not_in_scale(scale, code, fault, instrument),
        TypeFaultKind::NotOffered { question, code } => not_offered(question, code, fault, instrument),
        TypeFaultKind::Arguments { function, expected, found } => Diagnostic::new(
            &WRONG_ARGUMENTS,
            at,
            format!("`{}` takes {expected} values, not {found}", enquire_logic::function_word(*function)),
        )
        .with_help("the page on expressions says what each function takes"),
        TypeFaultKind::NoSuchField { of, found, field, fields } => no_such_field(of, found, field, fields, fault, instrument),
        TypeFaultKind::NoSuchRow { table, row, rows } => {
            Diagnostic::new(&UNDEFINED_NAME, at, format!("the table `{table}` has no row `{row}`"))
                .with_help(suggest::help(row, rows.iter().map(String::as_str), "respondents add the rows of this table, so that none can be named here"))
        }
        TypeFaultKind::FieldOutsideRow { field } => {
            Diagnostic::new(&FIELD_OUTSIDE_LIST, at, format!("`{field}` is a field of a row, and no row is at hand here"))
                .with_help("fields stand after `where`: `count(laws where adopted < 2000-01-01)`")
        }
        TypeFaultKind::MissingField { .. } | TypeFaultKind::UnexpectedField { .. } | TypeFaultKind::MissingCondition { .. } => {
            Diagnostic::new(&WRONG_ARGUMENTS, at, "this function is not complete")
                .with_help("`sum`, `min` and `max` take a field, as `sum(helped.women)`; `count` takes a list; `any` and `all` take a list and `where`")
        }
        TypeFaultKind::NoReferencePeriod => {
            Diagnostic::new(&UNKNOWN_VALUE, at, "the instrument has no reference period")
                .with_help("add `period 2004-01-01 to 2007-12-31` to the instrument")
        }
    }
}

fn condition_help(found: &Type) -> &'static str {
    match found {
        Type::Choice { .. } | Type::Code(_) => {
            "compare it with an option: `redress = yes` or `redress in (yes, in_part)`"
        }
        Type::Choices { .. } => "say which option: `bodies contains courts`",
        Type::Number(_) | Type::Date | Type::Duration(_) => "compare it: `since < 1950`",
        Type::Text => "ask whether it was given, `office is answered`, or compare it: `office = \"Ombudsman\"`",
        Type::Truth | Type::Period | Type::Record(_) | Type::List(_) | Type::Table | Type::File | Type::Unknown => {
            "ask for its state, `laws is answered`, or count its entries, `count(laws) > 0`"
        }
    }
}

fn operands(operator: &str, left: &Operand, right: &Operand, fault: &TypeFault) -> Diagnostic {
    let finding = Diagnostic::new(
        &OPERAND_TYPE,
        span(fault.place),
        format!("`{operator}` cannot stand between {} and {}", left.found, right.found),
    )
    .with_label(span(left.place), left.found.describe())
    .with_label(span(right.place), right.found.describe());
    let help = match (&left.found, &right.found) {
        (Type::Choices { .. }, Type::Code(_)) => {
            "an answer of several options is asked with `contains`: `bodies contains courts`"
        }
        (Type::Choice { .. }, Type::Text) => "write the code of an option without quotation marks: `redress = yes`",
        (Type::Date, Type::Number(_)) => "compare the year: `year(adopted) < 2000`, or write a date: `2000-01-01`",
        (Type::Date, Type::Text) | (Type::Text, Type::Date) => "write a date without quotation marks: `2000-01-01`",
        (Type::List(_) | Type::Table, _) => {
            "count its entries, `count(laws)`, or take a figure of a field, `sum(helped.women)`"
        }
        (Type::Text, _) | (_, Type::Text) if matches!(operator, "+" | "-" | "*" | "/") => {
            "a text cannot be reckoned with: make the answer an `integer` or `decimal`"
        }
        _ => "both sides have to be of one kind",
    };
    finding.with_help(help)
}

fn not_in_scale(scale: &str, code: &str, fault: &TypeFault, instrument: &Instrument) -> Diagnostic {
    let at = span(fault.place);
    let built_in = Scale::yes_no();
    let declared = instrument.scales.get(scale).unwrap_or(&built_in);
    let codes: Vec<&str> = declared.choices.iter().map(|it| it.code.as_str()).collect();
    let near = suggest::nearest(code, codes.iter().copied());
    let mut finding = Diagnostic::new(&VALUE_NOT_IN_SCALE, at, format!("`{code}` is not an option of `{scale}`"))
        .with_help(format!("its options are {}", suggest::list(&codes, "and")));
    // What the language itself brings is declared nowhere.
    if declared.id.place() != enquire_model::Place::default() {
        finding = finding.with_label(span(declared.id.place()), "the scale is declared here");
    }
    if let Some(best) = near.first() {
        finding = finding.with_fix(Fix::unsafe_(format!("write `{best}`")).with_edit(at, *best));
    }
    finding
}

fn not_offered(question: &str, code: &str, fault: &TypeFault, instrument: &Instrument) -> Diagnostic {
    let offered: Vec<&str> = instrument
        .question(question)
        .map(|it| it.nonresponses.iter().map(enquire_model::Name::as_str).collect())
        .unwrap_or_default();
    let known = offered.iter().copied().chain(["answered", "unanswered", "asked"]);
    Diagnostic::new(&UNKNOWN_VALUE, span(fault.place), format!("`{question}` cannot be in the state `{code}`"))
        .with_help(suggest::help(
            code,
            known,
            "states are `answered`, `unanswered`, `asked` and the declared non-responses",
        ))
        .with_help("for an option of a scale write `=`")
}

fn no_such_field(
    of: &str,
    found: &Type,
    field: &str,
    fields: &[String],
    fault: &TypeFault,
    instrument: &Instrument,
) -> Diagnostic {
    let at = span(fault.place);
    if has_many(of, found, field, instrument) {
        return Diagnostic::new(
            &FIELD_OUTSIDE_LIST,
            at,
            format!("`{of}` has many entries, so that `{field}` names no single value"),
        )
        .with_help(format!(
            "take a figure over all of them: `count({of} where ...)`, `sum({of}.{field})`, `max({of}.{field})`"
        ));
    }
    let help = suggest::help(field, fields.iter().map(String::as_str), "it has no parts");
    Diagnostic::new(&UNDEFINED_NAME, at, format!("`{of}`, {found}, has no field `{field}`")).with_help(help)
}

/// Whether `of` has many entries or rows, each with a `field`.
fn has_many(of: &str, found: &Type, field: &str, instrument: &Instrument) -> bool {
    match found {
        Type::List(record) => instrument.records.get(record).is_some_and(|it| it.field(field).is_some()),
        Type::Table => {
            let table = instrument.question(of).and_then(|it| it.answer.table());
            table.is_some_and(|it| it.column(field).is_some())
        }
        Type::Truth
        | Type::Number(_)
        | Type::Text
        | Type::Date
        | Type::Duration(_)
        | Type::Choice { .. }
        | Type::Choices { .. }
        | Type::Code(_)
        | Type::Period
        | Type::Record(_)
        | Type::File
        | Type::Unknown => false,
    }
}
