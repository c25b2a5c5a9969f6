//! Values: what follows the word of a clause, and the options of a scale.

use rowan::{NodeOrToken, TextRange};

use super::{Block, Expression, TextView, Word, meaningful, word};
use crate::{Element, Node, SyntaxKind, Token};

/// One part of what follows the word of a clause.
#[derive(Debug, Clone)]
pub enum Value {
    /// A word, such as an id.
    Word(Word),
    /// A text.
    Text(TextView),
    /// A number, version or provision.
    Figure(TextRange, String),
    /// A date.
    Date(TextRange, String),
    /// A range such as `4-7`.
    Range(Range),
    /// Values in parentheses.
    Group(TextRange, Vec<Value>),
    /// `,`
    Comma(TextRange),
    /// `:`
    Colon(TextRange),
    /// `when`, `if` or `where` and a condition, which may be missing.
    Condition(Word, Option<Expression>),
    /// `=` and an expression, which may be missing.
    Formula(TextRange, Option<Expression>),
    /// `of` and options written in place.
    Choices(Choices),
}

/// A range such as `4-7` or `6(a)-(d)`, as written.
#[derive(Debug, Clone)]
pub struct Range {
    /// The whole of it.
    pub range: TextRange,
    /// Its beginning.
    pub first: String,
    /// Its end.
    pub last: String,
}

/// Options between braces.
#[derive(Debug, Clone)]
pub struct Choices(Node);

/// An option.
#[derive(Debug, Clone)]
pub struct Choice {
    node: Node,
    /// The option of the parent scale under which it stands, in a cascading scale.
    pub parent: Option<Word>,
}

impl Value {
    pub(crate) fn of(element: Element) -> Option<Self> {
        match element {
            NodeOrToken::Node(node) => Self::of_node(&node),
            NodeOrToken::Token(token) => Self::of_token(token),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "blocks and mistakes are no values")]
    fn of_node(node: &Node) -> Option<Self> {
        Some(match node.kind() {
            SyntaxKind::Range => Self::Range(Range::of(node)),
            SyntaxKind::Group => Self::Group(node.text_range(), meaningful(node).filter_map(Self::of).collect()),
            SyntaxKind::Condition => Self::Condition(Word(node.first_token()?), expression(node)),
            SyntaxKind::Formula => Self::Formula(node.text_range(), expression(node)),
            SyntaxKind::Choices => Self::Choices(Choices(node.clone())),
            _ => return None,
        })
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "braces and mistakes are no values")]
    fn of_token(token: Token) -> Option<Self> {
        let range = token.text_range();
        Some(match token.kind() {
            SyntaxKind::Word | SyntaxKind::OfWord | SyntaxKind::Label => Self::Word(Word(token)),
            SyntaxKind::Figure => Self::Figure(range, token.text().to_owned()),
            SyntaxKind::Date => Self::Date(range, token.text().to_owned()),
            SyntaxKind::Comma => Self::Comma(range),
            SyntaxKind::Colon => Self::Colon(range),
            kind if TextView::is_text(kind) => Self::Text(TextView::of(token)?),
            _ => return None,
        })
    }

    /// Where it stands.
    pub fn range(&self) -> TextRange {
        match self {
            Self::Word(word) => word.range(),
            Self::Text(text) => text.range(),
            Self::Range(range) => range.range,
            Self::Figure(range, _)
            | Self::Date(range, _)
            | Self::Group(range, _)
            | Self::Comma(range)
            | Self::Colon(range)
            | Self::Formula(range, _) => *range,
            Self::Condition(word, condition) => {
                condition.as_ref().map_or(word.range(), |it| word.range().cover(it.range))
            }
            Self::Choices(choices) => choices.range(),
        }
    }
}

fn expression(node: &Node) -> Option<Expression> {
    node.children().find(|it| it.kind() == SyntaxKind::Expression).map(|it| Expression::of(&it))
}

impl Range {
    fn of(node: &Node) -> Self {
        let mut ends = node
            .children_with_tokens()
            .filter_map(NodeOrToken::into_token)
            .filter(|it| matches!(it.kind(), SyntaxKind::Figure | SyntaxKind::Label))
            .map(|it| it.text().to_owned());
        let first = ends.next().unwrap_or_default();
        let last = ends.next().unwrap_or_default();
        Self { range: node.text_range(), first, last }
    }
}

impl Choices {
    pub(crate) fn child_of(node: &Node) -> Option<Self> {
        node.children().find(|it| it.kind() == SyntaxKind::Choices).map(Self)
    }

    /// The whole of it, braces included.
    pub fn range(&self) -> TextRange {
        self.0.text_range()
    }

    /// The options in order, those under an option of a parent scale included.
    pub fn all(&self) -> Vec<Choice> {
        let mut found = Vec::new();
        for child in self.0.children() {
            if child.kind() == SyntaxKind::Choice {
                found.push(Choice { node: child, parent: None });
            } else if child.kind() == SyntaxKind::ChoiceGroup {
                let parent = meaningful(&child).nth(1).and_then(word);
                let inner = child.children().filter(|it| it.kind() == SyntaxKind::Choices);
                let options =
                    inner.flat_map(|it| it.children().collect::<Vec<_>>()).filter(|it| it.kind() == SyntaxKind::Choice);
                found.extend(options.map(|node| Choice { node, parent: parent.clone() }));
            }
        }
        found
    }
}

impl Choice {
    /// The whole of it.
    pub fn range(&self) -> TextRange {
        self.node.text_range()
    }

    /// Its code.
    pub fn code(&self) -> Option<Word> {
        meaningful(&self.node).next().and_then(word)
    }

    /// Its words.
    pub fn label(&self) -> Option<TextView> {
        meaningful(&self.node).nth(1).and_then(NodeOrToken::into_token).and_then(TextView::of)
    }

    /// What is said about it between braces.
    pub fn block(&self) -> Option<Block> {
        self.node.children().find(|it| it.kind() == SyntaxKind::Block).map(Block)
    }
}
