//! Other answers to what a part beyond the solver reads, drawn from the constants it speaks of.
//!
//! The solver knows of a sum only that it may be anything. A few dozen replies with rows and numbers around the constants usually
//! show one that brings about what is wanted; the evaluator decides.

use enquire_model::{Answer, Expression, ExpressionKind, Question};
use serde_json::{Map, Value as Json, json};

use super::cells;
use super::draft::Draft;
use super::samples::Wish;
use super::slots::{bounds, is_number, places};
use super::world::World;
use crate::{reads, walk};

/// Larger products of constants are not tried.
const MOST_PRODUCT: i128 = 10_000_000;

/// Numbers that follow from a seed, the same in every run.
struct Dice(u64);

impl Dice {
    /// One of `choices`.
    fn one<'c, T>(&mut self, choices: &'c [T]) -> Option<&'c T> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(choices.len())?;
        choices.get(at)
    }
}

/// What can stand in for a number, date, code or text.
struct Pool {
    numbers: Vec<i128>,
    days: Vec<i128>,
    codes: Vec<String>,
    words: Vec<String>,
}

impl Pool {
    /// Leaves one number and one day.
    fn keep_one(&mut self, number: u32) {
        for values in [&mut self.numbers, &mut self.days] {
            let at = (number as usize).checked_rem(values.len()).unwrap_or(0);
            *values = values.get(at).copied().into_iter().collect();
        }
    }
}

impl<'a> World<'a> {
    /// `draft` with other answers to the questions that `beyond` reads.
    pub(super) fn varied(&self, draft: &Draft<'a>, beyond: &[&'a Expression], number: u32) -> Draft<'a> {
        let mut varied = draft.clone();
        let mut dice = Dice(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1));
        let mut pool = self.pool(&self.worked_out(beyond));
        // Every other time all numbers are the same: a sum is nought only if all of them are.
        if number.is_multiple_of(2) {
            pool.keep_one(number / 2);
        }
        let mut waiting: Vec<&'a Expression> = beyond.to_vec();
        let mut seen = rustc_hash::FxHashSet::default();
        while let Some(expression) = waiting.pop() {
            for read in reads(expression) {
                let Some(at) = self.reader.graph.find(read.name.as_str()).filter(|at| seen.insert(*at)) else {
                    continue;
                };
                match self.reader.graph.node(at) {
                    Some(crate::graph::Node::Computed(computed)) => waiting.push(&computed.value),
                    Some(crate::graph::Node::Question(question)) if !self.is_blank(at, draft) => {
                        let other = self.other(question, &pool, &mut dice);
                        // Sometimes the answer stays: only some of them have to change.
                        if let (Some(other), Some(true)) = (other, dice.one(&[true, true, true, false])) {
                            varied.instead.insert(at, other);
                        }
                    }
                    _ => {}
                }
            }
        }
        varied
    }

    /// `beyond`, and what the computed values in it are worked out from.
    fn worked_out(&self, beyond: &[&'a Expression]) -> Vec<&'a Expression> {
        let mut all = beyond.to_vec();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut next = 0;
        while let Some(expression) = all.get(next).copied() {
            for read in reads(expression) {
                let at = self.reader.graph.find(read.name.as_str()).filter(|at| seen.insert(*at));
                if let Some(crate::graph::Node::Computed(computed)) = at.and_then(|at| self.reader.graph.node(at)) {
                    all.push(&computed.value);
                }
            }
            next += 1;
        }
        all
    }

    /// Whether the assignment says that the question at `at` is given no answer.
    fn is_blank(&self, at: usize, draft: &Draft<'a>) -> bool {
        let known = self.slots.get(&super::slots::Slot::Whole(at));
        known.is_some_and(|known| draft.assignment.get(&known.variable).is_some_and(|value| *value < known.first))
    }

    fn pool(&self, beyond: &[&'a Expression]) -> Pool {
        let mut pool =
            Pool { numbers: vec![0, 1, 2, 10, 100, 1000], days: Vec::new(), codes: Vec::new(), words: Vec::new() };
        let today = cells::day_number(self.sampler().day);
        pool.days.extend([today, today - 365, today + 365, today - 3650]);
        for expression in beyond {
            walk(expression, &mut |it| {
                if let ExpressionKind::Number(number) = &it.kind {
                    let whole = i128::try_from(number.round()).unwrap_or(0);
                    pool.numbers.extend([whole - 1, whole, whole + 1, whole * 2]);
                } else if let ExpressionKind::Date(date) = &it.kind {
                    let day = cells::day_number(*date);
                    pool.days.extend([day - 1, day, day + 1, day + 400]);
                } else if let ExpressionKind::Choice(code) = &it.kind {
                    pool.codes.push(code.to_string());
                } else if let ExpressionKind::Words(words) = &it.kind {
                    pool.words.push(words.clone());
                }
            });
        }
        // What is worked out by a factor is as far from its constant as the factor says.
        let constants = pool.numbers.clone();
        let products = constants.iter().flat_map(|one| constants.iter().map(|two| one.saturating_mul(*two)));
        pool.numbers.extend(products.filter(|it| (2..MOST_PRODUCT).contains(it)));
        pool.numbers.sort_unstable();
        pool.numbers.dedup();
        // Whole years and months before and after a day, for what counts them.
        let spans: Vec<i128> = pool.numbers.iter().filter(|it| (1..=500).contains(*it)).copied().collect();
        pool.days.extend(spans.iter().flat_map(|span| [today - span * 366, today + span * 366, today - span * 31]));
        pool
    }

    fn other(&self, question: &'a Question, pool: &Pool, dice: &mut Dice) -> Option<Json> {
        if let Answer::List { record, key, count } = &question.answer {
            let most = count.most.unwrap_or(4).min(4);
            let least = count.least.unwrap_or(0);
            let sizes: Vec<u32> = (least..=most.max(least)).collect();
            let rows = *dice.one(&sizes)?;
            let mut entries: Vec<Json> = (0..rows).map(|_| self.other_record(record.as_str(), pool, dice)).collect();
            if let Some(key) = key {
                tell_apart(&mut entries, key.as_str());
            }
            return Some(Json::Array(entries));
        }
        if let Answer::Record { record } = &question.answer {
            return Some(self.other_record(record.as_str(), pool, dice));
        }
        match question.answer.table() {
            Some(table) => Some(self.other_table(table, pool, dice)),
            None => self.other_value(&question.answer, pool, dice),
        }
    }

    fn other_record(&self, record: &str, pool: &Pool, dice: &mut Dice) -> Json {
        let Some(record) = self.reader.instrument.records.get(record) else { return json!({}) };
        let mut made = Map::new();
        for field in &record.fields {
            let blank = !field.required && dice.one(&[true, false, false, false]) == Some(&true);
            if let Some(value) = self.other_value(&field.answer, pool, dice).filter(|_| !blank) {
                made.insert(field.id.to_string(), value);
            }
        }
        Json::Object(made)
    }

    fn other_table(&self, table: &enquire_model::Table, pool: &Pool, dice: &mut Dice) -> Json {
        let scale = |scale: &str| self.reader.instrument.scales.get(scale).map(|scale| scale.choices.as_slice());
        let cells_of = |dice: &mut Dice| {
            let mut made = Map::new();
            for column in &table.columns {
                if let enquire_model::Cells::Answered(answer) = &column.cells
                    && let Some(value) = self.other_value(answer, pool, dice)
                {
                    made.insert(column.id.to_string(), json!({ "value": value }));
                }
            }
            made
        };
        let rows = match &table.rows {
            enquire_model::RowSource::Added { count, .. } => {
                let rows = dice.one(&[1, 2, 3]).copied().unwrap_or(1).max(count.least.unwrap_or(1));
                let row = |number: u32| {
                    let mut row = cells_of(dice);
                    row.insert("row".to_owned(), json!(format!("row {}", number + 1)));
                    Json::Object(row)
                };
                Json::Array((0..rows).map(row).collect())
            }
            enquire_model::RowSource::Scale(name) => {
                let choices = scale(name.as_str()).unwrap_or_default();
                Json::Object(choices.iter().map(|row| (row.code.to_string(), Json::Object(cells_of(dice)))).collect())
            }
            enquire_model::RowSource::Fixed(rows) => {
                Json::Object(rows.iter().map(|row| (row.code.to_string(), Json::Object(cells_of(dice)))).collect())
            }
        };
        json!({ "rows": rows })
    }

    fn other_value(&self, answer: &Answer, pool: &Pool, dice: &mut Dice) -> Option<Json> {
        if let Answer::OneOf(selection) = answer {
            let scale = self.reader.instrument.scales.get(selection.scale.as_str())?;
            let own = pool.codes.iter().filter(|code| scale.choice(code).is_some()).cloned();
            let codes: Vec<String> = own.chain(scale.choices.iter().take(6).map(|it| it.code.to_string())).collect();
            return dice.one(&codes).map(|code| json!(code));
        }
        let wish = if let Answer::YesNo = answer {
            Wish::Code(dice.one(&["yes", "no"]).copied()?.to_owned())
        } else if let Answer::Date { .. } = answer {
            Wish::Units(bounds(answer).nearest(*dice.one(&pool.days)?))
        } else if is_number(answer) {
            let unit = 10_i128.checked_pow(places(answer)).unwrap_or(1);
            Wish::Units(bounds(answer).nearest(dice.one(&pool.numbers)?.saturating_mul(unit)))
        } else if let (Answer::Text { .. } | Answer::Prose { .. }, Some(words)) = (answer, dice.one(&pool.words)) {
            Wish::Words(words.clone())
        } else {
            Wish::Anything
        };
        Some(self.sampler().answer(answer, &wish))
    }
}

/// Makes the texts and whole numbers under `key` different in each entry.
fn tell_apart(entries: &mut [Json], key: &str) {
    for (at, entry) in entries.iter_mut().enumerate().skip(1) {
        let Some(value) = entry.get_mut(key) else { continue };
        if let Some(words) = value.as_str() {
            *value = json!(format!("{words} {}", at + 1));
        } else if let Some(number) = value.as_i64() {
            *value = json!(number.saturating_add(i64::try_from(at).unwrap_or(0)));
        }
    }
}
