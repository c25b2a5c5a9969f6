//! Sections and what stands in them: questions, notes, groups under one condition.

use enquire_model::{Computed, Contributors, Expression, Item, Section, Weight, When};

use super::answer::Wanted;
use super::{Builder, keys};
use crate::document::{Block, Condition, Group, Heading, InputKind, Line, Note, Outcome, Passage};

/// Where items stand.
#[derive(Clone, Copy)]
struct At {
    /// How many sections stand above.
    sections: u8,
    /// How many questions stand above.
    questions: u8,
}

impl<'a> Builder<'a> {
    /// The sections and questions of an instrument.
    pub(crate) fn parts(&mut self, items: &'a [Item]) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.items(items, At { sections: 0, questions: 0 }, &mut Vec::new(), &mut blocks);
        blocks
    }

    /// What stands inside a question.
    pub(crate) fn inner(&mut self, items: &'a [Item], depth: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.items(items, At { sections: 0, questions: depth }, &mut Vec::new(), &mut blocks);
        blocks
    }

    /// `pending` are the conditions of blocks that hold a single question, and are printed at that question.
    fn items(&mut self, items: &'a [Item], at: At, pending: &mut Vec<&'a Expression>, blocks: &mut Vec<Block>) {
        for item in items {
            match item {
                Item::Section(section) => self.section(section, at, blocks),
                Item::Question(question) => {
                    let question = self.question(question, pending, at.questions);
                    blocks.push(Block::Question(Box::new(question)));
                }
                Item::When(when) => self.when(when, at, pending, blocks),
                Item::Note(note) => {
                    let text = self.texts.prose(&note.text);
                    blocks.push(Block::Note(Note { label: Some(self.words.note()), text }));
                }
                Item::Computed(computed) => blocks.push(Block::Outcome(self.outcome(computed))),
                Item::Check(check) => {
                    let message = self.texts.line(&check.message);
                    let text = match check.weight {
                        Weight::Error => message,
                        Weight::Warning => self.words.warning_remark(self.conditions.clause(&check.condition), message),
                    };
                    blocks.push(Block::Note(Note { label: Some(self.words.check()), text: vec![text.into()] }));
                }
            }
        }
    }

    fn section(&mut self, section: &'a Section, at: At, blocks: &mut Vec<Block>) {
        let id = section.id.as_str();
        self.texts.enter(id, &section.footnotes);
        // A part that another body fills in is handed over by itself, so it begins on its own page.
        if at.sections == 0 && section.contributors != Contributors::Off {
            blocks.push(Block::PageStart);
        }
        blocks.push(Block::Heading(Heading {
            level: at.sections + 1,
            number: self.numbers.own(id).map(str::to_owned),
            text: self.texts.line(&section.title),
            anchor: id.to_owned(),
            cites: self.cites(&section.cites),
        }));
        if let Some(guidance) = &section.guidance {
            blocks.push(Block::Text(self.texts.prose(guidance)));
        }
        blocks.extend(self.contributors(section).map(Block::Panel));
        self.items(&section.items, At { sections: at.sections + 1, ..at }, &mut Vec::new(), blocks);
        self.texts.leave();
    }

    fn when(&mut self, when: &'a When, at: At, pending: &mut Vec<&'a Expression>, blocks: &mut Vec<Block>) {
        pending.push(&when.condition);
        if let [Item::Question(_) | Item::When(_)] = when.items.as_slice() {
            self.items(&when.items, at, pending, blocks);
        } else {
            let condition = self.group_condition(when, pending);
            let mut inner = Vec::new();
            self.items(&when.items, at, &mut Vec::new(), &mut inner);
            blocks.push(Block::Group(Group { condition, blocks: inner }));
        }
        pending.pop();
    }

    fn group_condition(&self, when: &'a When, conditions: &[&'a Expression]) -> Condition {
        let mut covers = Vec::new();
        covered(&when.items, &mut covers);
        let clause = self.conditions.clauses(conditions);
        let words = match covers.as_slice() {
            [] => self.words.group_note(clause),
            [first, .., last] => match self.range(first, last, covers.len()) {
                Some(range) => self.words.group_condition(range, clause),
                None => self.words.group_unnumbered(clause),
            },
            [only] => self.words.group_condition(self.numbers.name(only), clause),
        };
        Condition { words, covers: covers.into_iter().map(str::to_owned).collect() }
    }

    fn range(&self, first: &str, last: &str, count: usize) -> Option<Line> {
        let (first, last) = (self.numbers.number_link(first)?, self.numbers.number_link(last)?);
        Some(if count == 2 { self.words.questions_two(first, last) } else { self.words.questions_range(first, last) })
    }

    fn outcome(&mut self, computed: &'a Computed) -> Outcome {
        let id = computed.id.as_str();
        let label = self.texts.line(&computed.label);
        let kind = InputKind::Number { from: None, to: None, places: 0, unit: None };
        Outcome {
            id: id.to_owned(),
            anchor: id.to_owned(),
            rule: self.conditions.rule(&computed.value),
            input: Wanted::new(keys::computed(id), label.clone()).input(kind, None),
            label,
        }
    }
}

/// The questions that stand directly under a condition, those inside other questions left out.
fn covered<'a>(items: &'a [Item], found: &mut Vec<&'a str>) {
    for item in items {
        match item {
            Item::Question(question) => found.push(question.id.as_str()),
            Item::Section(_) | Item::When(_) => covered(item.inner(), found),
            Item::Note(_) | Item::Computed(_) | Item::Check(_) => {}
        }
    }
}

/// A paragraph of the tool's own words.
pub(crate) fn paragraph(words: impl Into<Line>) -> Block {
    Block::Text(vec![Passage::Paragraph(words.into())])
}
