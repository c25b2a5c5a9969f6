//! Boxes to tick, and boxes to number.

use enquire_model::{Answer, Choice, Count, Name, Question, Scale, Selection};

use super::answer::{Wanted, line_kind};
use super::{Builder, keys};
use crate::conditions::number;
use crate::document::{AnswerBox, Choices, Content, Input, Line, Offered, Place, Shape, Tick, Width};

impl<'a> Builder<'a> {
    pub(crate) fn yes_no(&mut self, key: String) -> AnswerBox {
        let built_in = Scale::yes_no();
        let options = match self.instrument.scales.get("yes_no") {
            Some(scale) => scale.choices.iter().map(|choice| self.tick(choice, &[])).collect(),
            None => built_in.choices.iter().map(|choice| bare_tick(choice, self.plain(&choice.label).into())).collect(),
        };
        AnswerBox::Choices(Choices { key, shape: Shape::One, groups: vec![Offered { under: None, options }] })
    }

    pub(crate) fn one_of(&mut self, selection: &'a Selection, key: String) -> AnswerBox {
        let groups = self.offered(selection, &key);
        AnswerBox::Choices(Choices { key, shape: Shape::One, groups })
    }

    pub(crate) fn many_of(&mut self, selection: &'a Selection, key: String) -> AnswerBox {
        let groups = self.offered(selection, &key);
        AnswerBox::Choices(Choices { key, shape: Shape::Many, groups })
    }

    pub(crate) fn ranking(&mut self, selection: &'a Selection, key: &str) -> AnswerBox {
        let choices = self.choices(selection);
        let count = u32::try_from(choices.len()).unwrap_or(u32::MAX).saturating_add(u32::from(selection.other));
        let most = selection.count.most.unwrap_or(count);
        let places = choices.iter().map(|choice| Place {
            key: keys::below(key, choice.code.as_str()),
            label: self.texts.line(&choice.label),
            name: self.words.rank_place(self.plain(&choice.label)),
            guidance: choice.guidance.as_ref().map(|text| self.texts.prose(text)),
            most,
            specify: None,
        });
        let mut places: Vec<Place> = places.collect();
        if selection.other {
            places.push(Place {
                key: keys::below(key, "other"),
                label: self.words.other_specify(),
                name: self.words.rank_place(self.words.other()),
                guidance: None,
                most,
                specify: Some(self.specify(key)),
            });
        }
        AnswerBox::Ranking(places)
    }

    /// Boxes for what may be given instead of the answer to `question`.
    pub(crate) fn instead(&mut self, question: &'a Question) -> Option<Choices> {
        let codes = &question.nonresponses;
        let mut groups = Vec::new();
        // An empty list is an answer, and on paper it looks like none unless it is said.
        if matches!(&question.answer, Answer::List { count, .. } if count.least.unwrap_or(0) == 0) {
            let none = Tick { alone: true, ..tick("[]", self.words.none_to_list()) };
            groups.push(Offered { under: None, options: vec![none] });
        }
        let choices = self.instrument.nonresponses.iter().filter(|choice| codes.contains(&choice.code));
        let options: Vec<Tick> = choices.map(|choice| self.tick(choice, codes)).collect();
        if !options.is_empty() {
            groups.push(Offered { under: Some(self.words.instead()), options });
        }
        // Where one box is ticked, these are among the boxes of which it is one.
        let among_one = matches!(question.answer, Answer::YesNo | Answer::OneOf(_));
        let shape = if among_one { Shape::One } else { Shape::Many };
        let key = keys::answer(question.id.as_str());
        (!groups.is_empty()).then_some(Choices { key, shape, groups })
    }

    /// How boxes are to be ticked or numbered, how many entries to list, how much to write.
    pub(crate) fn instruction(&self, answer: &Answer) -> Option<Line> {
        let words = self.words;
        match answer {
            Answer::OneOf(_) => Some(words.tick_one()),
            Answer::ManyOf(selection) => Some(self.how_many(selection.count)),
            Answer::Ranking(Selection { count: Count { most: Some(most), .. }, .. }) => {
                Some(words.rank_at_most(most.to_string()))
            }
            Answer::Ranking(_) => Some(words.rank_all()),
            Answer::List { count, .. } => self.entries_hint(*count),
            Answer::Prose { most_words } => most_words.map(|most| words.limit_words(number(most.into()))),
            Answer::YesNo
            | Answer::Text { .. }
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
            | Answer::Table(_) => None,
        }
    }

    fn how_many(&self, count: Count) -> Line {
        let words = self.words;
        match (count.least.filter(|least| *least > 0), count.most) {
            (Some(least), Some(most)) if least == most => words.tick_exactly(most.to_string()),
            (Some(least), Some(most)) => words.tick_between(least.to_string(), most.to_string()),
            (Some(1) | None, None) => words.tick_many(),
            (Some(least), None) => words.tick_at_least(least.to_string()),
            (None, Some(most)) => words.tick_at_most(most.to_string()),
        }
    }

    /// The options of a scale.
    pub(crate) fn choices(&self, selection: &Selection) -> &'a [Choice] {
        let scale = self.instrument.scales.get(selection.scale.as_str());
        scale.map(|scale| scale.choices.as_slice()).unwrap_or_default()
    }

    /// The boxes of a selection, those of a cascading scale by the answer under which they are offered.
    fn offered(&mut self, selection: &'a Selection, key: &str) -> Vec<Offered> {
        let choices = self.choices(selection);
        let mut groups: Vec<Offered> = choices
            .chunk_by(|left, right| left.parent == right.parent)
            .map(|chunk| Offered {
                under: chunk.first().and_then(|choice| self.under(choice.parent.as_ref(), selection)),
                options: chunk.iter().map(|choice| self.option(choice, &selection.exclusive)).collect(),
            })
            .collect();
        if selection.other {
            let other = Tick {
                code: "other".to_owned(),
                label: self.words.other_specify(),
                guidance: None,
                alone: false,
                specify: Some(self.specify(key)),
            };
            // In a cascading scale *other* is offered under every answer, so it stands by itself.
            match groups.as_mut_slice() {
                [only] if only.under.is_none() => only.options.push(other),
                _ => groups.push(Offered { under: None, options: vec![other] }),
            }
        }
        groups
    }

    fn under(&self, parent: Option<&Name>, selection: &Selection) -> Option<Line> {
        let (parent, within) = (parent?, selection.within.as_ref()?);
        let question = self.instrument.question(within.as_str())?;
        let choice = self.conditions.option_of(question, parent.as_str());
        Some(self.words.under_choice(choice, self.numbers.link(within.as_str())))
    }

    /// A box, with a note if no other may be ticked beside it.
    fn option(&mut self, choice: &'a Choice, exclusive: &[Name]) -> Tick {
        let mut tick = self.tick(choice, exclusive);
        if tick.alone {
            tick.guidance.get_or_insert_default().push(self.words.stands_alone().into());
        }
        tick
    }

    fn tick(&mut self, choice: &'a Choice, exclusive: &[Name]) -> Tick {
        let alone = exclusive.contains(&choice.code);
        let guidance = choice.guidance.as_ref().map(|text| self.texts.prose(text));
        Tick { guidance, alone, ..bare_tick(choice, self.texts.line(&choice.label)) }
    }

    fn specify(&self, key: &str) -> Input {
        let wanted = Wanted::new(keys::other(key), self.words.specify());
        wanted.input(line_kind(Content::Words, Width::Medium, None), None)
    }
}

fn bare_tick(choice: &Choice, label: Line) -> Tick {
    tick(choice.code.as_str(), label)
}

/// A box without anything beside its words.
pub(crate) fn tick(code: &str, label: Line) -> Tick {
    Tick { code: code.to_owned(), label, guidance: None, alone: false, specify: None }
}
