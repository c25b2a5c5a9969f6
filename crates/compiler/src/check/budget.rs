//! What an instrument asks at most, against its budget. Two codes have this in common.

use enquire_diagnostics::codes::{PATH_BUDGET, PROSE_BUDGET};
use enquire_diagnostics::{Diagnostic, Diagnostics, Rule, Span};
use enquire_model::Budget;
use enquire_syntax::view::{Clause, Item, Value, span_of};

use super::{Context, span};

/// One figure of a budget: its rule, what was asked, what is allowed, and what it counts.
struct Figure {
    rule: &'static Rule,
    asked: u32,
    most: Option<u32>,
    /// As the author writes it in the budget.
    word: &'static str,
    /// What a respondent may have to do.
    work: String,
}

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let budget = context.instrument.budget;
    if budget == Budget::default() {
        return;
    }
    let burden = context.burden();
    let figures = [
        Figure {
            rule: &PATH_BUDGET,
            asked: burden.questions,
            most: budget.questions,
            word: "questions",
            work: format!("be asked {} questions", burden.questions),
        },
        Figure {
            rule: &PATH_BUDGET,
            asked: burden.minutes,
            most: budget.minutes,
            word: "minutes",
            work: format!("need {} minutes", burden.minutes),
        },
        Figure {
            rule: &PROSE_BUDGET,
            asked: burden.prose,
            most: budget.prose,
            word: "prose",
            work: format!("be asked {} questions to be answered in prose", burden.prose),
        },
    ];
    for figure in figures {
        if let Some(most) = figure.most.filter(|most| figure.asked > *most) {
            found.push(finding(context, &figure, most));
        }
    }
}

fn finding(context: &Context<'_>, figure: &Figure, most: u32) -> Diagnostic {
    let place = clause_place(context, figure.word).unwrap_or_else(|| span(context.instrument.id.place()));
    Diagnostic::new(
        figure.rule,
        place,
        format!("a respondent may {} at most, and the budget allows {most}", figure.work),
    )
    .with_note("this is counted on the longest way through the questionnaire; perhaps nobody is asked as much")
    .with_help("leave something out, ask it only of those whom it concerns, or raise the budget")
    .with_element(context.instrument.id.as_str())
}

/// Where the budget says so: the figure with its word.
fn clause_place(context: &Context<'_>, word: &str) -> Option<Span> {
    let header = context.program.instrument.as_ref()?;
    let clause = header.value.block()?.items().find_map(|item| match item {
        Item::Clause(clause) if clause.word().is_some_and(|it| it.text() == "budget") => Some(clause),
        Item::Clause(_) | Item::Declaration(_) => None,
    })?;
    figure_place(&clause, word).map(|range| span_of(header.file, range))
}

fn figure_place(clause: &Clause, word: &str) -> Option<enquire_syntax::TextRange> {
    let values = clause.values();
    values.windows(2).find_map(|pair| match pair {
        [Value::Figure(figure, _), Value::Word(of)] if of.text() == word => Some(figure.cover(of.range())),
        _ => None,
    })
}
