//! From an assignment to the reply that it stands for.

use enquire_model::{Answer, Date, Name, Question, RowSource, Selection};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value as Json, json};

use super::cells::{self, Range};
use super::diagram::{Choice, Variable};
use super::samples::{Sampler, Wish};
use super::slots::Slot;
use super::world::{Cells, World};

/// Values of variables. Those that are left out do not matter.
pub(super) type Assignment = FxHashMap<Variable, Choice>;

/// An assignment with what makes a reply of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft<'a> {
    pub(super) assignment: Assignment,
    /// Numbers and dates that were worked out together.
    pub(super) values: FxHashMap<Slot<'a>, i128>,
    /// An option or non-response that is meant, of several that mean the same to all conditions: the node and the code.
    pub(super) meant: Option<(usize, String)>,
    /// Answers that stand in place of those of the assignment, by node.
    pub(super) instead: FxHashMap<usize, Json>,
}

impl<'a> World<'a> {
    /// The day of the reply, and its answers in the order of print.
    pub(super) fn reply(&self, draft: &Draft<'a>) -> (Date, IndexMap<String, Json>) {
        let sampler = self.sampler();
        let mut answers = IndexMap::new();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at) else { continue };
            let Some(answer) = draft.instead.get(&at).cloned().or_else(|| self.answer(at, question, draft)) else {
                continue;
            };
            let words = format!("{}_other", question.id);
            let other = match &answer {
                Json::String(code) => code == "other",
                Json::Array(codes) => codes.iter().any(|code| code == "other"),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => false,
            };
            answers.insert(question.id.to_string(), answer);
            if other && question.answer.selection().is_some_and(|selection| selection.other) {
                answers.insert(words, json!("text"));
            }
        }
        let range = self.range_of(Slot::AsAt, draft).unwrap_or(Range::ALL);
        let day = draft.values.get(&Slot::AsAt).copied().unwrap_or(range.nearest(cells::day_number(sampler.day)));
        (cells::day(day).unwrap_or(sampler.day), answers)
    }

    pub(super) fn sampler(&self) -> Sampler<'a> {
        let instrument = self.reader.instrument;
        let usual = Date(jiff::civil::Date::constant(2000, 1, 1));
        let day = instrument.period.map(|period| period.to).or(instrument.deadline).unwrap_or(usual);
        Sampler { instrument, day }
    }

    /// The cell that a number or date is in; nothing if the assignment leaves it out or blank.
    fn range_of(&self, slot: Slot<'a>, draft: &Draft<'a>) -> Option<Range> {
        let known = self.slots.get(&slot)?;
        let value = draft.assignment.get(&known.variable)?;
        let cell = value.checked_sub(known.first)?;
        known.cells.range(cell as usize)
    }

    /// What is wanted of `slot`; nothing if the assignment leaves it out or blank.
    fn wish(&self, slot: Slot<'a>, answer: &Answer, draft: &Draft<'a>) -> Option<Wish> {
        let known = self.slots.get(&slot)?;
        let cell = draft.assignment.get(&known.variable)?.checked_sub(known.first)? as usize;
        Some(match &known.cells {
            Cells::Codes(classes) => {
                let class = classes.get(cell)?;
                let meant = draft.meant.as_ref().filter(|(at, code)| slot == Slot::Whole(*at) && class.contains(code));
                Wish::Code(meant.map(|(_, code)| code).or(class.first())?.clone())
            }
            Cells::Ranges(ranges) => {
                let nicest = self.sampler().nicest(answer);
                Wish::Units(draft.values.get(&slot).copied().unwrap_or(ranges.get(cell)?.nearest(nicest)))
            }
            Cells::Texts(texts) => match texts.get(cell)? {
                Some(words) => Wish::Words(words.clone()),
                None => self.other_text(slot, answer, texts).map_or(Wish::Anything, Wish::Words),
            },
            Cells::Any => Wish::Anything,
        })
    }

    /// A text that is none of those that conditions speak of.
    fn other_text(&self, slot: Slot<'a>, answer: &Answer, texts: &[Option<String>]) -> Option<String> {
        if let (Slot::Currency(_), Answer::Amount { currencies, .. }) = (slot, answer) {
            let usual = ["usd", "eur", "chf", "xdr"].map(str::to_owned);
            let possible = if currencies.is_empty() { usual.to_vec() } else { currencies.clone() };
            return possible.into_iter().find(|code| !texts.contains(&Some(code.clone())));
        }
        let most = if let Answer::Text { most_characters, .. } = answer { *most_characters } else { None };
        let usual = self.sampler().answer(answer, &Wish::Anything).as_str()?.to_owned();
        let numbered = (0..).map(|number: u32| if number == 0 { usual.clone() } else { format!("{usual} {number}") });
        let short = ('a'..='z').map(String::from);
        let fits = |words: &String| {
            most.is_none_or(|most| words.len() <= most as usize) && !texts.contains(&Some(words.clone()))
        };
        numbered.take(texts.len() + 1).chain(short).find(fits)
    }

    fn answer(&self, at: usize, question: &'a Question, draft: &Draft<'a>) -> Option<Json> {
        let slot = Slot::Whole(at);
        let known = self.slots.get(&slot)?;
        let value = *draft.assignment.get(&known.variable)?;
        if value < known.first {
            let code = known.nonresponses.get(value.checked_sub(1)? as usize)?;
            return self.declined_with(question, code.as_deref(), draft);
        }
        // What may not be chosen together counts as nothing.
        let standing = question.answer.selection().and_then(|_| self.standing.get(&(at, false)).copied());
        if standing.is_some_and(|standing| !self.diagrams.under(standing, &draft.assignment)) {
            return None;
        }
        let sampler = self.sampler();
        match &question.answer {
            Answer::ManyOf(selection) | Answer::Ranking(selection) => {
                Some(sampler.answer(&question.answer, &Wish::Codes(self.chosen_codes(at, selection, draft)?)))
            }
            Answer::Record { record } => Some(self.record(at, record, draft)),
            Answer::Period { .. } => Some(self.period(at, &question.answer, draft)),
            Answer::Table(table) if !matches!(table.rows, RowSource::Added { .. }) => {
                Some(self.table(at, &question.answer, draft))
            }
            Answer::Amount { .. } => {
                let mut made = self.part(slot, &question.answer, draft)?;
                if let (Some(Wish::Words(code)), Some(amount)) =
                    (self.wish(Slot::Currency(at), &question.answer, draft), made.as_object_mut())
                {
                    amount.insert("currency".to_owned(), json!(code));
                }
                Some(made)
            }
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::List { .. }
            | Answer::Table(_) => self.part(slot, &question.answer, draft),
        }
    }

    /// The non-response that is tested; or one that is not, of which the meant one comes first.
    fn declined_with(&self, question: &Question, code: Option<&str>, draft: &Draft<'a>) -> Option<Json> {
        if let Some(code) = code {
            return Some(json!(code));
        }
        let known = self.slots.get(&Slot::Whole(self.find(question.id.as_str())?))?;
        let free = |code: &&str| !known.nonresponses.iter().flatten().any(|tested| tested == code);
        let offered = || question.nonresponses.iter().map(Name::as_str);
        let meant = draft.meant.as_ref().map(|(_, code)| code.as_str());
        let wanted = meant.filter(|meant| offered().any(|code| code == *meant)).filter(free);
        wanted.or_else(|| offered().find(free)).map(|code| json!(code))
    }

    fn chosen_codes(&self, at: usize, selection: &Selection, draft: &Draft<'a>) -> Option<Vec<String>> {
        let Some(several) = self.several.get(&at) else {
            let choices = &self.reader.instrument.scales.get(selection.scale.as_str())?.choices;
            let least = selection.count.least.unwrap_or(1).max(1) as usize;
            return Some(choices.iter().take(least).map(|choice| choice.code.to_string()).collect());
        };
        let is_chosen = |variable: &Variable| draft.assignment.get(variable).copied().unwrap_or(0) == 1;
        let members = several.members.iter().filter(|(_, (variable, _))| is_chosen(variable));
        let mut codes: Vec<String> = members.map(|(code, _)| code.clone()).collect();
        let rest = draft.assignment.get(&several.rest).copied().unwrap_or(0);
        let meant = draft.meant.as_ref().filter(|(node, _)| *node == at).map(|(_, code)| code);
        let mut add = |others: &[String], count: usize| {
            let first = others.iter().filter(|code| Some(*code) == meant);
            let others = others.iter().filter(|code| Some(*code) != meant);
            codes.extend(first.chain(others).take(count).cloned());
        };
        if several.alone == Some(rest) {
            add(&several.others_alone, 1);
        } else {
            add(&several.others, rest as usize);
        }
        Some(codes)
    }

    /// What a part is given: nothing if it is to be blank, or if nothing is said of it.
    fn part(&self, slot: Slot<'a>, answer: &Answer, draft: &Draft<'a>) -> Option<Json> {
        self.wish(slot, answer, draft).map(|wish| self.sampler().answer(answer, &wish))
    }

    /// Whether the assignment says that a part is blank.
    fn is_left_blank(&self, slot: Slot<'a>, draft: &Draft<'a>) -> bool {
        let variable = self.slots.get(&slot).map(|known| known.variable);
        variable.is_some_and(|variable| draft.assignment.get(&variable) == Some(&0))
    }

    fn record(&self, at: usize, record: &Name, draft: &Draft<'a>) -> Json {
        let Some(record) = self.reader.instrument.records.get(record.as_str()) else { return json!({}) };
        let sampler = self.sampler();
        let mut made = Map::new();
        for field in &record.fields {
            let slot = Slot::Field(at, field.id.as_str());
            let value = self.part(slot, &field.answer, draft);
            let plain = || {
                (field.required && !self.is_left_blank(slot, draft))
                    .then(|| sampler.answer(&field.answer, &Wish::Anything))
            };
            if let Some(value) = value.or_else(plain) {
                made.insert(field.id.to_string(), value);
            }
        }
        if made.is_empty() {
            let is_free = |field: &str| {
                let fields = record.fields.iter().map(|it| it.id.as_str());
                let field = fields.into_iter().find(|it| *it == field);
                field.is_some_and(|field| !self.is_left_blank(Slot::Field(at, field), draft))
            };
            made.extend(sampler.any_field(record, is_free));
        }
        Json::Object(made)
    }

    fn period(&self, at: usize, answer: &Answer, draft: &Draft<'a>) -> Json {
        let end = |field: &'static str| {
            let slot = Slot::Field(at, field);
            let range = self.range_of(slot, draft);
            let nicest = self.sampler().nicest(answer);
            let value = draft.values.get(&slot).copied().or(range.map(|range| range.nearest(nicest)));
            value.and_then(cells::day)
        };
        let (mut beginning, mut ending) = (end("beginning"), end("ending"));
        // A period does not end before it begins, if its cells leave a choice.
        let nearer = |field: &'static str, to: Option<Date>| {
            let slot = Slot::Field(at, field);
            let range = self.range_of(slot, draft).filter(|_| !draft.values.contains_key(&slot));
            range.zip(to).and_then(|(range, day)| cells::day(range.nearest(cells::day_number(day))))
        };
        if beginning.is_some() && ending.is_some() && beginning > ending {
            beginning = nearer("beginning", ending).or(beginning);
        }
        if beginning.is_some() && ending.is_some() && beginning > ending {
            ending = nearer("ending", beginning).or(ending);
        }
        let plain = cells::day(super::slots::bounds_of_period(answer).nearest(self.sampler().nicest(answer)));
        let mut made = Map::new();
        for (field, own, other) in [("beginning", beginning, ending), ("ending", ending, beginning)] {
            if !self.is_left_blank(Slot::Field(at, field), draft)
                && let Some(day) = own.or(other).or(plain)
            {
                made.insert(field.to_owned(), json!(day));
            }
        }
        Json::Object(made)
    }

    fn table(&self, at: usize, answer: &Answer, draft: &Draft<'a>) -> Json {
        let mut made = self.sampler().answer(answer, &Wish::Anything);
        let Some(table) = answer.table() else { return made };
        for slot in self.slots.keys().copied().collect::<std::collections::BTreeSet<_>>() {
            let Slot::Cell(node, row, column) = slot else { continue };
            let Some(enquire_model::Cells::Answered(cell)) = table.column(column).map(|column| &column.cells) else {
                continue;
            };
            if node != at {
                continue;
            }
            let Some(rows) = made.get_mut("rows").and_then(Json::as_object_mut) else { continue };
            let cells = rows.entry(row).or_insert_with(|| json!({}));
            let Some(cells) = cells.as_object_mut() else { continue };
            if let Some(value) = self.part(slot, cell, draft) {
                cells.insert(column.to_owned(), json!({ "value": value }));
            } else if self.is_left_blank(slot, draft) {
                cells.remove(column);
            }
        }
        made
    }
}
