//! A closed question that offers no way to say that it does not apply or that the answer is not known.

use enquire_diagnostics::codes::SCALE_WITHOUT_NONRESPONSE;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Choice, Question, Scale};

use super::{Context, concerning, span};

/// Codes of options that serve as a way out, besides those that begin with one of [`BEGINNINGS`].
const WAYS_OUT: [&str; 8] =
    ["other", "unknown", "do_not_know", "dont_know", "undecided", "unsure", "refused", "declined"];
const BEGINNINGS: [&str; 5] = ["not_", "none", "no_answer", "no_information", "no_data"];

/// Beginnings of English wordings of such options.
const WORDINGS: [&str; 8] = [
    "not applicable",
    "not known",
    "not available",
    "information not available",
    "unknown",
    "do not know",
    "don't know",
    "none of ",
];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for asked in context.questions {
        let question = asked.question;
        if question.nonresponses.is_empty() && !context.is_doubtful(question) && is_closed(context, question) {
            found.push(concerning(question, finding(context, question)));
        }
    }
}

/// Whether only the options of a scale can be answered, and none of them is a way out.
fn is_closed(context: &Context<'_>, question: &Question) -> bool {
    match &question.answer {
        Answer::YesNo => true,
        Answer::OneOf(selection) | Answer::ManyOf(selection) => {
            let scale = context.instrument.scales.get(selection.scale.as_str());
            !selection.other && selection.exclusive.is_empty() && scale.is_some_and(|it| !has_way_out(it))
        }
        Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Period { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => false,
    }
}

fn has_way_out(scale: &Scale) -> bool {
    scale.choices.iter().any(is_way_out)
}

fn is_way_out(choice: &Choice) -> bool {
    let code = choice.code.as_str();
    let wording = choice.label.source.to_lowercase().replace('’', "'");
    WAYS_OUT.contains(&code)
        || BEGINNINGS.iter().any(|it| code.starts_with(it))
        || WORDINGS.iter().any(|it| wording.starts_with(it))
}

fn finding(context: &Context<'_>, question: &Question) -> Diagnostic {
    let finding = Diagnostic::new(
        &SCALE_WITHOUT_NONRESPONSE,
        span(question.id.place()),
        format!("`{}` leaves no way to say that it does not apply or is not known", question.id),
    );
    if context.instrument.nonresponses.is_empty() {
        finding.with_help("declare in the instrument what may be said instead: `nonresponse not_applicable \"Not applicable\", not_known \"Information not available\"`")
    } else {
        finding.with_help("take out `nonresponse none`, or give it the codes that are allowed here")
    }
}
