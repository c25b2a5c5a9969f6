//! A text that has to have a certain form, which its respondent is not told.

use enquire_diagnostics::codes::UNEXPLAINED_PATTERN;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Cells, Name};

use super::{Context, concerning, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for asked in context.questions {
        let question = asked.question;
        let is_explained = question.guidance.is_some() || question.example.is_some();
        if has_pattern(&question.answer) && !is_explained {
            found.push(concerning(question, finding(&question.id, "`guidance` or `example`")));
        }
        for column in question.answer.table().into_iter().flat_map(|table| &table.columns) {
            if let Cells::Answered(answer) = &column.cells
                && has_pattern(answer)
                && column.guidance.is_none()
            {
                found.push(concerning(question, finding(&column.id, "`guidance`")));
            }
        }
    }
    for record in context.instrument.records.values() {
        let unexplained = record.fields.iter().filter(|it| has_pattern(&it.answer) && it.guidance.is_none());
        for field in unexplained {
            found.push(finding(&field.id, "`guidance`").with_element(record.id.as_str()));
        }
    }
}

fn has_pattern(answer: &Answer) -> bool {
    matches!(answer, Answer::Text { matching: Some(_), .. })
}

fn finding(id: &Name, clauses: &str) -> Diagnostic {
    Diagnostic::new(&UNEXPLAINED_PATTERN, span(id.place()), format!("nobody who is asked for `{id}` is told its form"))
        .with_help(format!("the pattern itself is not printed: say in {clauses} how the text is to be written"))
}
