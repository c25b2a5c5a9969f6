//! Where in a reply something stands, and what part of the instrument it answers.

use enquire_model::{Choice, Column, Field, Question};

/// A place in a reply while it is being looked at: the way from the root, one step a value. It lives on the stack, so that
/// a reply without mistakes costs nothing for places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'p> {
    above: Option<&'p Self>,
    step: Option<Step<'p>>,
    part: Part<'p>,
}

/// One step into an object or list.
#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Member(&'p str),
    Item(usize),
}

/// What stands at a place, seen from the instrument.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'p> {
    /// Nothing that people would name.
    Unnamed,
    /// The answer to a question, or what belongs to it.
    Question(&'p Question),
    /// A field of a record.
    Field(&'p Field),
    /// A row that is printed.
    Row(&'p Choice),
    /// A column of a table.
    Column(&'p Column),
    /// An entry of a list, counted from 0.
    Entry(usize),
    /// A row that the respondent added, counted from 0.
    AddedRow(usize),
    /// Something else, in words.
    Words(&'p str),
}

impl<'p> Path<'p> {
    /// The whole reply.
    pub(crate) fn root() -> Self {
        Self { above: None, step: None, part: Part::Unnamed }
    }

    /// The member `key` of the object here.
    pub(crate) fn member(&'p self, key: &'p str) -> Self {
        self.part(key, Part::Unnamed)
    }

    /// The member `key` of the object here, which is `part`.
    pub(crate) fn part(&'p self, key: &'p str, part: Part<'p>) -> Self {
        Self { above: Some(self), step: Some(Step::Member(key)), part }
    }

    /// The item `index` of the list here, which is `part`.
    pub(crate) fn item(&'p self, index: usize, part: Part<'p>) -> Self {
        Self { above: Some(self), step: Some(Step::Item(index)), part }
    }

    /// The value here.
    pub(crate) fn value(&self) -> Location {
        Location { steps: self.steps(), end: End::Value }
    }

    /// The name of the member here.
    pub(crate) fn name(&self) -> Location {
        Location { steps: self.steps(), end: End::Name }
    }

    /// What is here, from the outermost to the innermost, leaving out what has no name.
    pub(crate) fn parts(&self) -> Vec<Part<'p>> {
        let mut parts = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            if !matches!(path.part, Part::Unnamed) {
                parts.push(path.part);
            }
            at = path.above;
        }
        parts.reverse();
        parts
    }

    /// The question whose answer this is or belongs to.
    pub(crate) fn question(&self) -> Option<&'p Question> {
        self.parts()
            .into_iter()
            .find_map(|part| if let Part::Question(question) = part { Some(question) } else { None })
    }

    fn steps(&self) -> Vec<Stepped> {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            steps.extend(path.step.map(|step| match step {
                Step::Member(key) => Stepped::Member(key.to_owned()),
                Step::Item(index) => Stepped::Item(index),
            }));
            at = path.above;
        }
        steps.reverse();
        steps
    }
}

/// A place in a reply that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    pub(crate) steps: Vec<Stepped>,
    pub(crate) end: End,
}

/// One step into an object or list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stepped {
    /// Into the member of this name.
    Member(String),
    /// Into the item with this index.
    Item(usize),
}

/// What of a member is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Its name.
    Name,
    /// Its value.
    Value,
}

impl Location {
    /// The JSON pointer (RFC 6901): empty for the whole reply, else such as `/answers/laws/0/title`.
    pub fn pointer(&self) -> String {
        let step = |step: &Stepped| match step {
            Stepped::Member(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Stepped::Item(index) => format!("/{index}"),
        };
        self.steps.iter().map(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        let root = Path::root();
        let (answers, odd) = (root.member("answers"), "a/b~c");
        let list = answers.member(odd);
        assert_eq!(list.item(2, Part::Entry(2)).value().pointer(), "/answers/a~1b~0c/2");
        assert_eq!(root.value().pointer(), "");
    }
}
