//! Typed views of the tree. They own nothing, give `None` for what is not there, and never fail.

mod expression;
mod text;
mod value;

pub use expression::{Argument, Expression, Form};
pub use text::TextView;
pub use value::{Choice, Choices, Range, Value};

use enquire_diagnostics::{FileId, Span};
use rowan::{NodeOrToken, TextRange};

use crate::{DeclarationKind, Element, Node, SyntaxKind, Token};

/// The place in `file` of a stretch of the tree.
pub fn span_of(file: FileId, range: TextRange) -> Span {
    Span::new(file, range.start().into(), range.end().into())
}

/// A whole file.
#[derive(Debug, Clone)]
pub struct File(Node);

/// The inside of a block in braces.
#[derive(Debug, Clone)]
pub struct Block(Node);

/// What stands in a file or block.
#[derive(Debug, Clone)]
pub enum Item {
    /// A declaration.
    Declaration(Declaration),
    /// A clause.
    Clause(Clause),
}

/// A declaration: a word of the language, an id, a wording, values and a block.
#[derive(Debug, Clone)]
pub struct Declaration {
    node: Node,
    kind: DeclarationKind,
}

/// A clause: any word, values and perhaps a block.
#[derive(Debug, Clone)]
pub struct Clause(Node);

/// A word, such as an id, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word(Token);

impl File {
    pub(crate) fn new(node: Node) -> Self {
        Self(node)
    }

    /// Declarations and clauses in order.
    pub fn items(&self) -> impl Iterator<Item = Item> + use<> {
        items(&self.0)
    }

    /// Whether there is nothing but blanks and comments.
    pub fn is_empty(&self) -> bool {
        self.0.children_with_tokens().all(|it| it.kind().is_trivia())
    }
}

impl Block {
    /// Declarations and clauses in order.
    pub fn items(&self) -> impl Iterator<Item = Item> + use<> {
        items(&self.0)
    }

    /// Whether `name` stands anywhere in it: as a word, or inserted in a text as `{name}`. Comments do not count.
    pub fn mentions(&self, name: &str) -> bool {
        let insertion = format!("{{{name}}}");
        self.0.descendants_with_tokens().filter_map(NodeOrToken::into_token).any(|token| {
            if TextView::is_text(token.kind()) {
                token.text().contains(&insertion)
            } else {
                !token.kind().is_trivia() && token.text() == name
            }
        })
    }
}

fn items(node: &Node) -> impl Iterator<Item = Item> + use<> {
    node.children().flat_map(|child| {
        if child.kind() == SyntaxKind::StrayBlock {
            child.children().flat_map(|block| block.children().collect::<Vec<_>>()).filter_map(item).collect::<Vec<_>>()
        } else {
            item(child).into_iter().collect()
        }
    })
}

fn item(node: Node) -> Option<Item> {
    if node.kind() == SyntaxKind::Clause {
        return Some(Item::Clause(Clause(node)));
    }
    let kind = node.kind().declaration()?;
    Some(Item::Declaration(Declaration { node, kind }))
}

impl Item {
    /// The whole of it.
    pub fn range(&self) -> TextRange {
        match self {
            Self::Declaration(it) => it.range(),
            Self::Clause(it) => it.range(),
        }
    }
}

impl Declaration {
    /// What is declared.
    pub fn kind(&self) -> DeclarationKind {
        self.kind
    }

    /// The whole of it.
    pub fn range(&self) -> TextRange {
        self.node.text_range()
    }

    /// The word it begins with.
    pub fn keyword(&self) -> TextRange {
        self.node.first_token().map_or(self.range(), |it| it.text_range())
    }

    /// Its id, or the number of a provision.
    pub fn id(&self) -> Option<Word> {
        word(self.meaningful().nth(1)?)
    }

    /// Its wording.
    pub fn wording(&self) -> Option<TextView> {
        let index = if self.has_id() { 2 } else { 1 };
        let element = self.meaningful().nth(index)?;
        TextView::of(element.into_token()?)
    }

    /// What stands between its id and wording, and its block.
    pub fn values(&self) -> Vec<Value> {
        let mut before = 1 + usize::from(self.has_id());
        if !matches!(self.kind, DeclarationKind::Instrument | DeclarationKind::Pattern) {
            before += usize::from(self.meaningful().nth(before).is_some_and(|it| is_wording(&it)));
        }
        // The options of a scale are its block.
        let block = |it: &Element| self.kind == DeclarationKind::Scale && it.kind() == SyntaxKind::Choices;
        self.meaningful().skip(before).filter(|it| !block(it)).filter_map(Value::of).collect()
    }

    /// Its block.
    pub fn block(&self) -> Option<Block> {
        self.node.children().find(|it| it.kind() == SyntaxKind::Block).map(Block)
    }

    /// The options in its block, if it is a scale.
    pub fn choices(&self) -> Option<Choices> {
        Choices::child_of(&self.node)
    }

    /// The condition of a `when`.
    pub fn condition(&self) -> Option<Expression> {
        self.node.children().find(|it| it.kind() == SyntaxKind::Expression).map(|it| Expression::of(&it))
    }

    fn has_id(&self) -> bool {
        !matches!(
            self.kind,
            DeclarationKind::Standard | DeclarationKind::Chapter | DeclarationKind::Heading | DeclarationKind::When
        )
    }

    fn meaningful(&self) -> impl Iterator<Item = Element> + use<> {
        meaningful(&self.node)
    }
}

impl Clause {
    /// The whole of it.
    pub fn range(&self) -> TextRange {
        self.0.text_range()
    }

    /// The word it begins with.
    pub fn word(&self) -> Option<Word> {
        word(meaningful(&self.0).next()?)
    }

    /// What follows the word.
    pub fn values(&self) -> Vec<Value> {
        meaningful(&self.0).skip(1).filter_map(Value::of).collect()
    }

    /// Its block.
    pub fn block(&self) -> Option<Block> {
        self.0.children().find(|it| it.kind() == SyntaxKind::Block).map(Block)
    }
}

impl Word {
    /// The word itself.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// Where it stands.
    pub fn range(&self) -> TextRange {
        self.0.text_range()
    }
}

/// The children of `node` that are not blanks or comments.
fn meaningful(node: &Node) -> impl Iterator<Item = Element> + use<> {
    node.children_with_tokens().filter(|it| !it.kind().is_trivia())
}

fn word(element: Element) -> Option<Word> {
    element
        .into_token()
        .filter(|it| matches!(it.kind(), SyntaxKind::Word | SyntaxKind::NameWord | SyntaxKind::Label))
        .map(Word)
}

fn is_wording(element: &Element) -> bool {
    match element {
        NodeOrToken::Token(token) => TextView::is_text(token.kind()),
        NodeOrToken::Node(node) => node.kind() == SyntaxKind::MissingWording,
    }
}
