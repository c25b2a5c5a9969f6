//! Conditions over the entries of a list or the rows that respondents add to a table.

use enquire_model::{Aggregate, Answer, Choice, Comparison, Decimal, Expression, Name};
use serde_json::{Map, Value, json};

use super::{Conditions, Goal, Scope};
use crate::context::Dialect;
use crate::inexpressible::Reason;
use crate::predicate::Predicate;

/// From how many to how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    least: u64,
    most: Option<u64>,
}

/// Where entries or rows stand, and what a condition on one of them can speak about.
struct Entries<'a> {
    path: Vec<&'a str>,
    scope: Scope<'a>,
    /// Whether an empty array of them is no answer.
    needs_one: bool,
    /// The codes of the rows, if they are known beforehand. Then they are an object.
    known: Option<Vec<String>>,
}

impl Length {
    /// The same, without 0; nothing if that leaves nothing.
    pub(super) fn of_some(mut self) -> Option<Predicate> {
        self.least = self.least.max(1);
        (self.most.is_none_or(|most| most > 0)).then(|| self.of_array())
    }

    /// Whether more has to be counted than none or one, which Draft 7 cannot.
    fn needs_number(&self) -> bool {
        self.least > 1 || self.most.is_some_and(|most| most > 0)
    }

    /// An array of so many items.
    fn of_array(self) -> Predicate {
        array([
            ("minItems", (self.least > 0).then(|| json!(self.least))),
            ("maxItems", self.most.map(|most| json!(most))),
        ])
    }

    /// An array of which so many items pass `least` and no more than so many pass `most`.
    fn of_those(self, least: &Predicate, most: &Predicate) -> Predicate {
        let enough = match self.least {
            0 => Predicate::Always,
            _ if *least == Predicate::Never => Predicate::Never,
            1 => array([("contains", Some(least.to_schema()))]),
            number => array([("contains", Some(least.to_schema())), ("minContains", Some(json!(number)))]),
        };
        let not_more = match self.most {
            None => Predicate::Always,
            Some(_) if *most == Predicate::Never => Predicate::Always,
            Some(0) => array([("not", Some(json!({ "contains": most.to_schema() })))]),
            Some(number) => array([
                ("contains", Some(most.to_schema())),
                ("minContains", Some(json!(0))),
                ("maxContains", Some(json!(number))),
            ]),
        };
        Predicate::all([enough, not_more])
    }
}

impl<'a> Conditions<'_, 'a> {
    /// `count(over where condition) how number`, `how` being turned round already if the comparison is to fail.
    pub(super) fn count(
        &mut self,
        over: &Name,
        condition: Option<&Expression>,
        how: Comparison,
        number: Decimal,
        goal: Goal,
    ) -> Predicate {
        let entries = match self.entries(over) {
            Ok(entries) if entries.known.is_none() => entries,
            Ok(_) => return self.gap(Reason::KnownRows, goal),
            Err(reason) => return self.gap(reason, goal),
        };
        let Some(lengths) = lengths(how, number) else {
            return self.gap(Reason::Figure, goal);
        };
        if condition.is_some() && self.context.dialect == Dialect::Form && lengths.iter().any(Length::needs_number) {
            return self.gap(Reason::Figure, goal);
        }
        let of_those = condition.map(|condition| {
            // More entries pass the wider test than the narrower: a least number asks the one, a most number the other.
            let least = self.of_entry(entries.scope, condition, Goal { holds: true, bound: goal.bound });
            let most = self.of_entry(entries.scope, condition, Goal { holds: true, bound: goal.bound.opposite() });
            Predicate::any(lengths.iter().map(|length| length.of_those(&least, &most)))
        });
        let of_all = Length { least: u64::from(entries.needs_one), most: None }.of_array();
        let test = of_those.unwrap_or_else(|| Predicate::any(lengths.into_iter().map(Length::of_array)));
        Predicate::at(&entries.path, Predicate::all([of_all, test]))
    }

    /// `any(over where condition)` and `all(over where condition)`: `or` and `and` over all entries.
    pub(super) fn any_or_all(
        &mut self,
        function: Aggregate,
        over: &Name,
        condition: Option<&Expression>,
        goal: Goal,
    ) -> Predicate {
        let one = match function {
            Aggregate::Any => goal.holds,
            Aggregate::All => !goal.holds,
            Aggregate::Count | Aggregate::Sum | Aggregate::Min | Aggregate::Max => {
                return self.gap(Reason::NotCondition, goal);
            }
        };
        let (entries, condition) = match (self.entries(over), condition) {
            (Ok(entries), Some(condition)) => (entries, condition),
            (Err(reason), _) => return self.gap(reason, goal),
            (Ok(_), None) => return self.gap(Reason::NotCondition, goal),
        };
        let entry = self.of_entry(entries.scope, condition, goal);
        match &entries.known {
            // Nothing is asked of the rows then, not even that they are there.
            Some(_) if entry == Predicate::Always => Predicate::Always,
            Some(rows) => {
                let rows = rows.iter().map(|row| Predicate::property(row, entry.clone()));
                let test = if one { Predicate::any(rows) } else { Predicate::all(rows) };
                Predicate::at(&entries.path, test)
            }
            None if one && entry == Predicate::Never => Predicate::Never,
            None => {
                let least = (one || entries.needs_one).then(|| json!(1));
                let test = (if one { "contains" } else { "items" }, Some(entry.to_schema()));
                Predicate::at(&entries.path, array([("minItems", least), test]))
            }
        }
    }

    fn of_entry(&mut self, scope: Scope<'a>, condition: &Expression, goal: Goal) -> Predicate {
        self.inside(scope, |inner| inner.write(condition, goal))
    }

    fn entries(&self, over: &Name) -> Result<Entries<'a>, Reason> {
        if !matches!(self.scope, Scope::Reply) {
            return Err(Reason::OutsideEntry);
        }
        let question = self.context.question(over.as_str()).ok_or(Reason::Computed)?.question;
        let mut path = vec!["answers", question.id.as_str()];
        if let Some(table) = question.answer.table() {
            path.push("rows");
            let codes = |rows: &[Choice]| rows.iter().map(|row| row.code.to_string()).collect();
            let known = self.context.rows(table).map(codes);
            return Ok(Entries { path, scope: Scope::Row(table), needs_one: true, known });
        }
        let Answer::List { record, .. } = &question.answer else {
            return Err(Reason::Parts);
        };
        let record = self.context.record(record.as_str()).ok_or(Reason::Parts)?;
        Ok(Entries { path, scope: Scope::Entry(record), needs_one: false, known: None })
    }
}

/// The numbers of items that compare so with `number`; nothing if that is not a whole number.
pub(super) fn lengths(how: Comparison, number: Decimal) -> Option<Vec<Length>> {
    let whole: i64 = number.normalize().to_string().parse().ok()?;
    let from = |least: i64| Length { least: least.try_into().unwrap_or(0), most: None };
    let to = |most: i64| u64::try_from(most).ok().map(|most| Length { least: 0, most: Some(most) });
    let lengths = match how {
        Comparison::Equal => {
            u64::try_from(whole).ok().map(|whole| Length { least: whole, most: Some(whole) }).into_iter().collect()
        }
        Comparison::NotEqual => to(whole - 1).into_iter().chain([from(whole + 1)]).collect(),
        Comparison::Less => to(whole - 1).into_iter().collect(),
        Comparison::AtMost => to(whole).into_iter().collect(),
        Comparison::Greater => vec![from(whole + 1)],
        Comparison::AtLeast => vec![from(whole)],
    };
    Some(lengths)
}

fn array<const N: usize>(keywords: [(&str, Option<Value>); N]) -> Predicate {
    let mut schema = Map::from_iter([("type".to_owned(), json!("array"))]);
    schema.extend(keywords.into_iter().filter_map(|(keyword, value)| Some((keyword.to_owned(), value?))));
    Predicate::Meets(schema.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_become_lengths() {
        let lengths = |how, number: i64| lengths(how, Decimal::from(number)).unwrap();
        assert_eq!(lengths(Comparison::AtLeast, 2), [Length { least: 2, most: None }]);
        assert_eq!(lengths(Comparison::Less, 2), [Length { least: 0, most: Some(1) }]);
        assert_eq!(lengths(Comparison::Less, 0), []);
        assert_eq!(lengths(Comparison::Greater, -3), [Length { least: 0, most: None }]);
        assert_eq!(
            lengths(Comparison::NotEqual, 1),
            [Length { least: 0, most: Some(0) }, Length { least: 2, most: None }]
        );
    }
}
