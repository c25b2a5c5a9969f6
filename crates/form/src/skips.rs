//! Where a respondent goes on after an answer that makes the next questions fall away.
//!
//! An instruction is printed only if it is exactly right: every question passed over has, among the conditions that all have to
//! hold, one that reads nothing but the answer at hand and does not hold for it.

use enquire_model::{Answer, Asked, Comparison, Expression, ExpressionKind, Instrument, Name, Question, Selection};
use indexmap::IndexMap;

use crate::conditions::Conditions;
use crate::document::Line;
use crate::numbering::Numbers;
use crate::words::Words;

/// How many questions have to fall away before an instruction helps more than it burdens.
const WORTH_SAYING: usize = 2;

/// The instructions of an instrument, by the id of the question that is answered.
#[derive(Debug)]
pub(crate) struct Skips<'a> {
    lines: IndexMap<&'a str, Vec<Line>>,
}

impl<'a> Skips<'a> {
    pub(crate) fn of(instrument: &'a Instrument, numbers: &'a Numbers) -> Self {
        let asked = instrument.questions();
        let conditions = Conditions::of(instrument, numbers);
        let mut lines = IndexMap::new();
        for (index, trigger) in asked.iter().enumerate() {
            let following = asked.get(index + 1..).unwrap_or_default();
            let Some(trigger) = Trigger::of(instrument, trigger.question) else {
                continue;
            };
            let found = targets(&trigger, following);
            let said =
                found.into_iter().map(|(target, codes)| say(&conditions, numbers, trigger.question, target, &codes));
            lines.insert(trigger.question.id.as_str(), said.collect());
        }
        Self { lines }
    }

    /// What is printed at the question `id`.
    pub(crate) fn at(&self, id: &str) -> Vec<Line> {
        self.lines.get(id).cloned().unwrap_or_default()
    }
}

fn say<'a>(
    conditions: &Conditions<'a>,
    numbers: &Numbers,
    trigger: &'a Question,
    target: &str,
    codes: &[&str],
) -> Line {
    let words = Words::english();
    let options = codes.iter().map(|code| conditions.option_of(trigger, code)).collect();
    words.go_on(words.any_of(options), numbers.link(target))
}

/// A question with every answer that can be given to it.
struct Trigger<'a> {
    question: &'a Question,
    options: Vec<&'a str>,
}

/// For each question to go on to, the answers that lead there.
fn targets<'a>(trigger: &Trigger<'a>, following: &[Asked<'a>]) -> IndexMap<&'a str, Vec<&'a str>> {
    let mut targets: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for code in trigger.codes() {
        let passed = following.iter().take_while(|asked| trigger.passes_over(asked, code)).count();
        if let Some(target) = following.get(passed).filter(|_| passed >= WORTH_SAYING) {
            targets.entry(target.question.id.as_str()).or_default().push(code);
        }
    }
    targets
}

impl<'a> Trigger<'a> {
    /// Nothing if the answer can be anything else than a listed option.
    fn of(instrument: &'a Instrument, question: &'a Question) -> Option<Self> {
        if question.answer == Answer::YesNo {
            return Some(Self { question, options: vec!["yes", "no"] });
        }
        let Answer::OneOf(Selection { scale, within: None, .. }) = &question.answer else {
            return None;
        };
        let choices = &instrument.scales.get(scale.as_str())?.choices;
        Some(Self { question, options: choices.iter().map(|choice| choice.code.as_str()).collect() })
    }

    /// The options and the declared non-responses. *Other* is not among them: it leads nowhere in particular.
    fn codes(&self) -> impl Iterator<Item = &'a str> {
        let nonresponses = self.question.nonresponses.iter().map(Name::as_str);
        self.options.clone().into_iter().chain(nonresponses)
    }

    /// Whether one of the conditions of `asked` cannot hold once the answer is `code`.
    fn passes_over(&self, asked: &Asked<'_>, code: &str) -> bool {
        asked.conditions.iter().any(|condition| self.excludes(condition, code))
    }

    /// Whether the condition, read as parts that all have to hold, has a part that `code` makes fail.
    fn excludes(&self, condition: &Expression, code: &str) -> bool {
        if let ExpressionKind::And(parts) = &condition.kind {
            return parts.iter().any(|part| self.excludes(part, code));
        }
        self.required(condition).is_some_and(|codes| !codes.contains(&code))
    }

    /// The answers for which a test of the answer holds; nothing for other conditions. No test of an answer holds for a
    /// declared non-response.
    fn required<'b>(&self, condition: &'b Expression) -> Option<Vec<&'b str>>
    where
        'a: 'b,
    {
        if let ExpressionKind::In { value, choices } = &condition.kind {
            return self.is_answer(value).then(|| choices.iter().map(option).collect())?;
        }
        let ExpressionKind::Compare { comparison, left, right } = &condition.kind else {
            return None;
        };
        let code = option(right).filter(|_| self.is_answer(left))?;
        match comparison {
            Comparison::Equal => Some(vec![code]),
            Comparison::NotEqual => Some(self.options.iter().copied().filter(|other| *other != code).collect()),
            Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => None,
        }
    }

    fn is_answer(&self, value: &Expression) -> bool {
        matches!(&value.kind, ExpressionKind::Answer(id) if *id == self.question.id)
    }
}

fn option(expression: &Expression) -> Option<&str> {
    if let ExpressionKind::Choice(code) = &expression.kind { Some(code.as_str()) } else { None }
}
