//! What the answer to a question can be, in a sentence for the author.

use enquire_model::{Answer, Count, Date, Instrument, Limits, Question, Scale, Selection};

use crate::suggest;

/// More options than these are not listed.
const MOST_OPTIONS: usize = 12;

/// What the answer to `question` can be; nothing where its kind sets no bounds.
pub(super) fn possible(question: &Question, instrument: &Instrument) -> Option<String> {
    let id = &question.id;
    match &question.answer {
        Answer::YesNo => Some(format!("the answer to `{id}` is one of `yes` and `no`")),
        Answer::OneOf(selection) => {
            options(selection, instrument).map(|it| format!("the answer to `{id}` is one of {it}"))
        }
        Answer::ManyOf(selection) | Answer::Ranking(selection) => options(selection, instrument)
            .map(|it| format!("the answer to `{id}` is some of {it}{}", counted(selection.count))),
        Answer::Integer(limits) => numbers(*limits).map(|it| format!("the answer to `{id}` is a whole number {it}")),
        Answer::Decimal(limits)
        | Answer::Percent(limits)
        | Answer::Amount { limits, .. }
        | Answer::Quantity { limits, .. } => {
            numbers(*limits).map(|it| format!("the answer to `{id}` is a number {it}"))
        }
        Answer::Year { from, to } => {
            let bounds = between(from.map(|it| it.to_string()), to.map(|it| it.to_string()));
            bounds.map(|it| format!("the answer to `{id}` is a year {it}"))
        }
        Answer::Date { from, to } => days(*from, *to).map(|it| format!("the answer to `{id}` is a day {it}")),
        Answer::Period { from, to } => days(*from, *to).map(|it| format!("the days of `{id}` lie {it}")),
        Answer::List { count, .. } if !count.is_open() => Some(format!("`{id}` has entries{}", counted(*count))),
        Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => None,
    }
}

/// The codes of a selection in a sentence.
fn options(selection: &Selection, instrument: &Instrument) -> Option<String> {
    let scale: &Scale = instrument.scales.get(selection.scale.as_str())?;
    let mut codes: Vec<&str> = scale.choices.iter().map(|it| it.code.as_str()).collect();
    if selection.other {
        codes.push("other");
    }
    (codes.len() <= MOST_OPTIONS).then(|| suggest::list(&codes, "and"))
}

fn counted(count: Count) -> String {
    match (count.least, count.most) {
        (None, None) => String::new(),
        (Some(least), None) => format!(", at least {least}"),
        (None, Some(most)) => format!(", at most {most}"),
        (Some(least), Some(most)) => format!(", at least {least} and at most {most}"),
    }
}

fn numbers(limits: Limits) -> Option<String> {
    between(limits.from.map(|it| it.normalize().to_string()), limits.to.map(|it| it.normalize().to_string()))
}

fn days(from: Option<Date>, to: Option<Date>) -> Option<String> {
    between(from.map(|it| it.to_string()), to.map(|it| it.to_string()))
}

fn between(from: Option<String>, to: Option<String>) -> Option<String> {
    match (from, to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("up to {to}")),
        (Some(from), Some(to)) => Some(format!("from {from} to {to}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{between, counted};
    use enquire_model::Count;

    #[test]
    fn bounds_are_told_as_far_as_there_are_any() {
        assert_eq!(between(None, None), None);
        assert_eq!(between(Some("1900".into()), None).as_deref(), Some("from 1900"));
        assert_eq!(between(None, Some("5".into())).as_deref(), Some("up to 5"));
        assert_eq!(counted(Count { least: Some(1), most: Some(3) }), ", at least 1 and at most 3");
    }
}
