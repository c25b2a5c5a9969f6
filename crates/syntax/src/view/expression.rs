//! Expressions, with the levels of the grammar resolved.

use rowan::{NodeOrToken, TextRange};

use super::{TextView, Word, meaningful};
use crate::{Element, MOST_OPERATORS, Node, SyntaxKind, Token};

/// An expression and where it stands.
#[derive(Debug, Clone)]
pub struct Expression {
    /// What it is.
    pub form: Form,
    /// Where it stands.
    pub range: TextRange,
}

/// The forms of an expression. [`Form::Missing`] stands for what was not written; it has been reported.
#[derive(Debug, Clone)]
pub enum Form {
    /// `or`, over two or more.
    Or(Vec<Expression>),
    /// `and`, over two or more.
    And(Vec<Expression>),
    /// `not`.
    Not(Box<Expression>),
    /// A comparison: the operator as written, left, right.
    Compare(Word, Box<Expression>, Box<Expression>),
    /// `in` or `not in` a list.
    In {
        /// The value.
        value: Box<Expression>,
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The list.
        list: Vec<Expression>,
    },
    /// `contains`.
    Contains(Box<Expression>, Box<Expression>),
    /// `is` or `is not` a state.
    State {
        /// The value.
        value: Box<Expression>,
        /// Whether `not` stands after `is`.
        negated: bool,
        /// The state.
        state: Word,
    },
    /// `+`, `-`, `*` or `/`: the operator as written, left, right.
    Arithmetic(Word, Box<Expression>, Box<Expression>),
    /// A minus sign.
    Negative(Box<Expression>),
    /// A date.
    Date(String),
    /// A length of time: a number and a unit.
    Duration(String, String),
    /// A number.
    Number(String),
    /// A text.
    Text(String),
    /// A function and its arguments.
    Call(Word, Vec<Argument>),
    /// A name, or names joined by dots.
    Path(Vec<Word>),
    /// Nothing.
    Missing,
}

/// An argument of a function, with what follows `where`.
#[derive(Debug, Clone)]
pub struct Argument {
    /// The argument.
    pub value: Expression,
    /// The condition after `where`.
    pub filter: Option<Expression>,
}

impl Expression {
    /// The expression in `node`, which is an `Expression` node or one of its levels.
    #[expect(clippy::wildcard_enum_match_arm, reason = "anything else is a mistake that has been reported")]
    pub(crate) fn of(node: &Node) -> Self {
        let form = match node.kind() {
            SyntaxKind::Expression | SyntaxKind::Parenthesis => return first_operand(node),
            SyntaxKind::Disjunction => Form::Or(operands(node)),
            SyntaxKind::Conjunction => Form::And(operands(node)),
            SyntaxKind::Negation => negation(node),
            SyntaxKind::Comparison => comparison(node),
            SyntaxKind::Sum | SyntaxKind::Product => return arithmetic(node),
            SyntaxKind::Factor => Form::Negative(Box::new(first_operand(node))),
            SyntaxKind::Duration => duration(node),
            SyntaxKind::Call => call(node),
            SyntaxKind::Path => Form::Path(names(node)),
            _ => Form::Missing,
        };
        Self { form, range: node.text_range() }
    }

    fn missing(range: TextRange) -> Self {
        Self { form: Form::Missing, range }
    }

    /// Whether something in it was not written.
    pub fn is_incomplete(&self) -> bool {
        match &self.form {
            Form::Missing => true,
            Form::Or(all) | Form::And(all) => all.iter().any(Self::is_incomplete),
            Form::Not(inner) | Form::Negative(inner) | Form::State { value: inner, .. } => inner.is_incomplete(),
            Form::Compare(_, left, right) | Form::Contains(left, right) | Form::Arithmetic(_, left, right) => {
                left.is_incomplete() || right.is_incomplete()
            }
            Form::In { value, list, .. } => value.is_incomplete() || list.iter().any(Self::is_incomplete),
            Form::Call(_, arguments) => arguments
                .iter()
                .any(|it| it.value.is_incomplete() || it.filter.as_ref().is_some_and(Self::is_incomplete)),
            Form::Date(_) | Form::Duration(..) | Form::Number(_) | Form::Text(_) | Form::Path(_) => false,
        }
    }
}

/// The expressions directly under `node`.
fn operands(node: &Node) -> Vec<Expression> {
    meaningful(node).filter_map(operand).collect()
}

fn first_operand(node: &Node) -> Expression {
    meaningful(node).find_map(operand).unwrap_or_else(|| Expression::missing(node.text_range()))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "operators and mistakes are no operands")]
fn operand(element: Element) -> Option<Expression> {
    let range = element.text_range();
    match element {
        NodeOrToken::Node(node) => match node.kind() {
            SyntaxKind::UnclosedParen | SyntaxKind::List | SyntaxKind::Filter => None,
            _ => Some(Expression::of(&node)),
        },
        NodeOrToken::Token(token) => {
            let form = match token.kind() {
                SyntaxKind::Date => Form::Date(token.text().to_owned()),
                SyntaxKind::Number => Form::Number(token.text().to_owned()),
                SyntaxKind::Text | SyntaxKind::UnclosedText | SyntaxKind::CurlyText => {
                    Form::Text(TextView::of(token)?.value())
                }
                _ => return None,
            };
            Some(Expression { form, range })
        }
    }
}

fn tokens(node: &Node) -> impl Iterator<Item = Token> + use<> {
    meaningful(node).filter_map(NodeOrToken::into_token)
}

fn negation(node: &Node) -> Form {
    let count = tokens(node).filter(|it| it.kind() == SyntaxKind::NotWord).count();
    let mut inner = first_operand(node);
    // Two denials cancel each other, whatever is denied.
    if count % 2 == 0 {
        inner = Expression { form: Form::Not(Box::new(inner)), range: node.text_range() };
    }
    Form::Not(Box::new(inner))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only operators decide what kind of comparison it is")]
fn comparison(node: &Node) -> Form {
    let mut all = operands(node).into_iter();
    let missing = || Expression::missing(node.text_range());
    let left = Box::new(all.next().unwrap_or_else(missing));
    let negated = tokens(node).any(|it| it.kind() == SyntaxKind::NotWord);
    for operator in tokens(node) {
        match operator.kind() {
            SyntaxKind::Comparator => {
                return Form::Compare(Word(operator), left, Box::new(all.next().unwrap_or_else(missing)));
            }
            SyntaxKind::ContainsWord => {
                return Form::Contains(left, Box::new(all.next().unwrap_or_else(missing)));
            }
            SyntaxKind::InWord => {
                let list = node.children().find(|it| it.kind() == SyntaxKind::List);
                let list = list.map_or_else(|| vec![missing()], |it| operands(&it));
                return Form::In { value: left, negated, list };
            }
            SyntaxKind::IsWord => {
                return match tokens(node).find(|it| it.kind() == SyntaxKind::NameWord) {
                    Some(state) => Form::State { value: left, negated, state: Word(state) },
                    None => Form::Missing,
                };
            }
            _ => {}
        }
    }
    left.form
}

/// Sums and products associate to the left.
fn arithmetic(node: &Node) -> Expression {
    let mut all = operands(node).into_iter();
    let operators = tokens(node)
        .filter(|it| matches!(it.kind(), SyntaxKind::Plus | SyntaxKind::Minus | SyntaxKind::Star | SyntaxKind::Slash));
    let mut left = all.next().unwrap_or_else(|| Expression::missing(node.text_range()));
    // A longer chain has been reported as too deep.
    for operator in operators.take(MOST_OPERATORS) {
        let right = all.next().unwrap_or_else(|| Expression::missing(operator.text_range()));
        let range = left.range.cover(right.range);
        left = Expression { form: Form::Arithmetic(Word(operator), Box::new(left), Box::new(right)), range };
    }
    left
}

fn duration(node: &Node) -> Form {
    let mut parts = tokens(node).map(|it| it.text().to_owned());
    Form::Duration(parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

fn call(node: &Node) -> Form {
    let Some(name) = tokens(node).find(|it| it.kind() == SyntaxKind::NameWord) else {
        return Form::Missing;
    };
    let arguments = node.children().filter(|it| it.kind() == SyntaxKind::Argument).map(|it| argument(&it)).collect();
    Form::Call(Word(name), arguments)
}

fn argument(node: &Node) -> Argument {
    let filter = node.children().find(|it| it.kind() == SyntaxKind::Filter);
    Argument { value: first_operand(node), filter: filter.map(|it| first_operand(&it)) }
}

fn names(node: &Node) -> Vec<Word> {
    tokens(node).filter(|it| it.kind() == SyntaxKind::NameWord).map(Word).collect()
}
