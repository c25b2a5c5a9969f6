//! Conditions as a tree of plain tests: negations stand at the tests, and tests of one answer are one test.

use enquire_model::{Aggregate, Comparison, Expression, ExpressionKind, StateTest};

/// A condition without negations above its tests.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Clause<'a> {
    /// Every part holds.
    All(Vec<Clause<'a>>),
    /// At least one part holds.
    Any(Vec<Clause<'a>>),
    /// A test.
    Atom(Atom<'a>),
}

/// A test that is said in one piece.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Atom<'a> {
    /// The value is one of the options, or is given and none of them.
    OneOf { value: &'a Expression, options: Vec<&'a Expression>, among: bool },
    /// The options are among those chosen: all of them, or at least one.
    Chosen { value: &'a Expression, options: Vec<&'a Expression>, all: bool },
    /// Options are chosen, and this is not among them.
    NotChosen { value: &'a Expression, option: &'a Expression },
    /// A comparison that is not one of options.
    Compare { comparison: Comparison, left: &'a Expression, right: &'a Expression },
    /// A test of the state of an answer.
    State { question: &'a str, test: &'a StateTest, holds: bool },
    /// A test of the entries of a list.
    Entries { over: &'a str, condition: &'a Expression, every: bool, holds: bool },
    /// A value that is itself true or false.
    Value { value: &'a Expression, holds: bool },
}

impl<'a> Clause<'a> {
    /// The clause that `expression` says.
    pub(crate) fn of(expression: &'a Expression) -> Self {
        Self::read(expression, true)
    }

    /// Every one of `parts`, with nested ones taken apart and tests of one answer joined.
    pub(crate) fn all(parts: Vec<Self>) -> Self {
        let flat = parts.into_iter().flat_map(|part| if let Self::All(inner) = part { inner } else { vec![part] });
        let mut joined = fold(flat, join_all);
        if joined.len() == 1 { joined.remove(0) } else { Self::All(joined) }
    }

    fn any(parts: Vec<Self>) -> Self {
        let flat = parts.into_iter().flat_map(|part| if let Self::Any(inner) = part { inner } else { vec![part] });
        let mut joined = fold(flat, join_any);
        if joined.len() == 1 { joined.remove(0) } else { Self::Any(joined) }
    }

    fn read(expression: &'a Expression, holds: bool) -> Self {
        let parts = |inner: &'a [Expression]| inner.iter().map(|part| Self::read(part, holds)).collect();
        match &expression.kind {
            ExpressionKind::Not(inner) => Self::read(inner, !holds),
            ExpressionKind::And(inner) if holds => Self::all(parts(inner)),
            ExpressionKind::Or(inner) if !holds => Self::all(parts(inner)),
            ExpressionKind::And(inner) | ExpressionKind::Or(inner) => Self::any(parts(inner)),
            ExpressionKind::Answer(_)
            | ExpressionKind::Field(_)
            | ExpressionKind::Cell { .. }
            | ExpressionKind::Part { .. }
            | ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. }
            | ExpressionKind::Arithmetic { .. }
            | ExpressionKind::Aggregate { .. }
            | ExpressionKind::Call { .. } => Self::Atom(Atom::of(expression, holds)),
        }
    }
}

/// Adds each part to the first one before it with which it can be joined.
fn fold<'a>(parts: impl Iterator<Item = Clause<'a>>, join: fn(&mut Atom<'a>, &Atom<'a>) -> bool) -> Vec<Clause<'a>> {
    let mut folded: Vec<Clause<'a>> = Vec::new();
    for part in parts {
        let joined = folded.iter_mut().any(|earlier| match (earlier, &part) {
            (Clause::Atom(earlier), Clause::Atom(atom)) => *earlier == *atom || join(earlier, atom),
            (earlier, part) => *earlier == *part,
        });
        if !joined {
            folded.push(part);
        }
    }
    folded
}

fn join_any<'a>(earlier: &mut Atom<'a>, next: &Atom<'a>) -> bool {
    match (earlier, next) {
        (Atom::OneOf { value, options, among: true }, Atom::OneOf { value: same, options: more, among: true })
        | (Atom::Chosen { value, options, all: false }, Atom::Chosen { value: same, options: more, all: false })
            if value.kind == same.kind =>
        {
            options.extend(more);
            true
        }
        _ => false,
    }
}

fn join_all<'a>(earlier: &mut Atom<'a>, next: &Atom<'a>) -> bool {
    match (earlier, next) {
        (Atom::OneOf { value, options, among: false }, Atom::OneOf { value: same, options: more, among: false })
            if value.kind == same.kind =>
        {
            options.extend(more);
            true
        }
        (Atom::Chosen { value, options, all }, Atom::Chosen { value: same, options: more, all: _ })
            if value.kind == same.kind && (*all || options.len() == 1) && more.len() == 1 =>
        {
            options.extend(more);
            *all = true;
            true
        }
        _ => false,
    }
}

impl<'a> Atom<'a> {
    fn of(expression: &'a Expression, holds: bool) -> Self {
        match &expression.kind {
            ExpressionKind::Compare { comparison, left, right } => Self::compare(*comparison, left, right, holds),
            ExpressionKind::In { value, choices } => {
                Self::OneOf { value, options: choices.iter().collect(), among: holds }
            }
            ExpressionKind::Contains { value, choice } if holds => {
                Self::Chosen { value, options: vec![choice], all: false }
            }
            ExpressionKind::Contains { value, choice } => Self::NotChosen { value, option: choice },
            ExpressionKind::State { question, test } => Self::State { question: question.as_str(), test, holds },
            ExpressionKind::Aggregate {
                function: function @ (Aggregate::Any | Aggregate::All),
                over,
                condition: Some(condition),
                ..
            } => Self::Entries { over: over.as_str(), condition, every: *function == Aggregate::All, holds },
            ExpressionKind::Answer(_)
            | ExpressionKind::Field(_)
            | ExpressionKind::Cell { .. }
            | ExpressionKind::Part { .. }
            | ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Arithmetic { .. }
            | ExpressionKind::Aggregate { .. }
            | ExpressionKind::Call { .. } => Self::Value { value: expression, holds },
        }
    }

    /// A comparison with a constant has the constant on its right, and a negated one is turned round.
    fn compare(comparison: Comparison, left: &'a Expression, right: &'a Expression, holds: bool) -> Self {
        let comparison = if holds { comparison } else { opposite(comparison) };
        let (comparison, left, right) = if is_constant(left) && !is_constant(right) {
            (mirrored(comparison), right, left)
        } else {
            (comparison, left, right)
        };
        let of_option = matches!(right.kind, ExpressionKind::Choice(_));
        match comparison {
            Comparison::Equal if of_option => Self::OneOf { value: left, options: vec![right], among: true },
            Comparison::NotEqual if of_option => Self::OneOf { value: left, options: vec![right], among: false },
            Comparison::Equal
            | Comparison::NotEqual
            | Comparison::Less
            | Comparison::AtMost
            | Comparison::Greater
            | Comparison::AtLeast => Self::Compare { comparison, left, right },
        }
    }
}

/// Whether the expression is the same in every reply.
pub(crate) fn is_constant(expression: &Expression) -> bool {
    matches!(
        expression.kind,
        ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
    )
}

/// The comparison that holds when this one does not, both sides being given.
fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::Greater,
        Comparison::Greater => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

/// The comparison with its sides exchanged.
fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::Equal,
        Comparison::NotEqual => Comparison::NotEqual,
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}
