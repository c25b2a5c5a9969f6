//! What replies are to show between them.

use std::fmt;

use enquire_logic::{AnswerState, Answers, Evaluation, Value, evaluate, holds};
use enquire_model::{Check, Instrument, Item, Question, Reply, Requirement, Weight};

use crate::maker::Maker;
use crate::value::{Given, Scene, Telling};

/// Something that a reply can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// What it is about: the id of a question, or where a check is written.
    pub subject: String,
    /// What is shown of it, in a few words: `not asked`, ``option `courts` ``.
    pub shows: String,
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.shows)
    }
}

/// A goal, and how to tell whether a reply meets it.
#[derive(Debug)]
pub(crate) struct Aim<'a> {
    pub(crate) goal: Goal,
    pub(crate) kind: Kind<'a>,
}

/// The kinds of goal.
#[derive(Debug, Clone)]
pub(crate) enum Kind<'a> {
    /// A question is asked, or not.
    Asked(&'a Question, bool),
    /// `required when` holds where the question is asked, or not.
    Required(&'a Question, bool),
    /// A question is given this content; it is the one of this number in the list of contents.
    Content(&'a Question, usize),
    /// A check speaks, or its condition is false.
    Speaks(&'a Check, bool),
    /// The reply is in this language.
    Language(&'a str),
    /// The respondent is of this class.
    Class(&'a str),
}

/// What can be given to a question, with the goals that it meets.
#[derive(Debug)]
pub(crate) struct Content {
    /// Nothing, or what is given.
    pub(crate) given: Option<Given>,
    /// The options of the parent under which it is offered.
    pub(crate) under: Vec<String>,
    /// The numbers of the goals.
    pub(crate) goals: Vec<usize>,
}

/// All goals of an instrument, and the contents that meet some of them, question by question as `maker` has them.
#[derive(Debug)]
pub(crate) struct Goals<'a> {
    pub(crate) aims: Vec<Aim<'a>>,
    pub(crate) contents: Vec<Vec<Content>>,
}

impl<'a> Goals<'a> {
    pub(crate) fn of(maker: &Maker<'a>, scene: &mut Scene) -> Self {
        let instrument = maker.values.instrument;
        let mut goals = Self { aims: Vec::new(), contents: Vec::new() };
        for asked in instrument.questions() {
            let question = asked.question;
            goals.add(question.id.as_str(), "asked", Kind::Asked(question, true));
            if !asked.conditions.is_empty() {
                goals.add(question.id.as_str(), "not asked", Kind::Asked(question, false));
            }
            if let Requirement::When(_) = question.required {
                goals.add(question.id.as_str(), "required", Kind::Required(question, true));
                goals.add(question.id.as_str(), "asked and not required", Kind::Required(question, false));
            }
            goals.add_contents(maker, question, scene);
        }
        for check in checks(instrument) {
            goals.add_check(check);
        }
        for language in &instrument.languages {
            goals.add("reply", &format!("language `{language}`"), Kind::Language(language));
        }
        for class in &instrument.respondents {
            let id = class.id.as_str();
            goals.add("reply", &format!("respondent of the class `{id}`"), Kind::Class(id));
        }
        goals
    }

    fn add(&mut self, subject: &str, shows: &str, kind: Kind<'a>) -> usize {
        let goal = Goal { subject: subject.to_owned(), shows: shows.to_owned() };
        self.aims.push(Aim { goal, kind });
        self.aims.len() - 1
    }

    fn add_contents(&mut self, maker: &Maker<'a>, question: &'a Question, scene: &mut Scene) {
        let id = question.id.as_str();
        let mut contents = Vec::new();
        let telling = maker.values.telling((id, None), &question.answer, scene);
        for Telling { shows, given, under } in telling {
            let at = contents.len();
            let given = maker.eased(id, given);
            let goals = shows.iter().map(|shows| self.add(id, shows, Kind::Content(question, at))).collect();
            contents.push(Content { given: Some(given), under, goals });
        }
        for code in &question.nonresponses {
            let goal = self.add(id, &format!("non-response `{code}`"), Kind::Content(question, contents.len()));
            contents.push(Content { given: Some(Given::of(code.as_str())), under: Vec::new(), goals: vec![goal] });
        }
        if question.required != Requirement::Always {
            let goal = self.add(id, "asked and not answered", Kind::Content(question, contents.len()));
            contents.push(Content { given: None, under: Vec::new(), goals: vec![goal] });
        }
        self.contents.push(contents);
    }

    /// A check that makes a reply mistaken speaks in no valid one.
    fn add_check(&mut self, check: &'a Check) {
        let place = format!("{}:{}", check.source.file, check.source.line);
        let word = match check.weight {
            Weight::Error => "check",
            Weight::Warning => {
                self.add(&place, "the warning speaks", Kind::Speaks(check, true));
                "warning"
            }
        };
        self.add(&place, &format!("the {word} is silent"), Kind::Speaks(check, false));
    }

    /// The numbers of the goals that a reply meets.
    pub(crate) fn met(&self, maker: &Maker<'a>, reply: &Reply, evaluation: &Evaluation<'a>) -> Vec<usize> {
        let spoken = evaluation.spoken();
        let speaks = |check: &Check| spoken.iter().any(|it| std::ptr::eq(it.check, check));
        let meets = |kind: &Kind<'a>| match kind {
            Kind::Asked(question, wanted) => evaluation.state(question.id.as_str()).is_asked() == *wanted,
            Kind::Required(question, wanted) => {
                let asked = evaluation.state(question.id.as_str()).is_asked();
                asked && evaluation.is_required(question) == *wanted
            }
            Kind::Content(question, at) => self.is_given(maker, reply, evaluation, question, *at),
            Kind::Speaks(check, true) => speaks(check),
            Kind::Speaks(check, false) => {
                evaluate(&check.condition, evaluation) == Some(Value::Truth(false))
                    && !holds(&check.condition, evaluation)
            }
            Kind::Language(language) => reply.language == *language,
            Kind::Class(class) => reply.respondent.class == *class,
        };
        self.aims.iter().enumerate().filter(|(_, aim)| meets(&aim.kind)).map(|(at, _)| at).collect()
    }

    fn is_given(
        &self,
        maker: &Maker<'a>,
        reply: &Reply,
        evaluation: &Evaluation<'a>,
        question: &'a Question,
        at: usize,
    ) -> bool {
        let id = question.id.as_str();
        let state = evaluation.state(id);
        let content = maker.place(id).and_then(|place| self.contents.get(place)).and_then(|all| all.get(at));
        match content.map(|content| &content.given) {
            Some(Some(given)) => state.is_asked() && reply.answers.get(id) == Some(&given.value),
            Some(None) => state == AnswerState::Unanswered,
            None => false,
        }
    }
}

/// Every check, those of questions included, in the order of print.
pub(crate) fn checks(instrument: &Instrument) -> Vec<&Check> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Item> = instrument.items.iter().rev().collect();
    while let Some(item) = waiting.pop() {
        match item {
            Item::Check(check) => found.push(check),
            Item::Question(question) => found.extend(&question.checks),
            Item::Section(_) | Item::Note(_) | Item::When(_) | Item::Computed(_) => {}
        }
        waiting.extend(item.inner().iter().rev());
    }
    found
}
