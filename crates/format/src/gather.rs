//! The tree to entries: what stands on which line, with the comments and blank lines that the author gave it.

use enquire_syntax::{Node, SyntaxKind, Token};

use crate::entry::{Braces, Entry, EntryForm, Item, Layout, Role};
use crate::piece::{Comment, Form, Gap, Piece};
use crate::spell;
use crate::text_block::TextBlock;

/// What stands in the file whose root is `node`.
pub(crate) fn file(node: &Node) -> Vec<Entry> {
    let mut inside = Inside::default();
    inside.children_of(node);
    inside.entries
}

/// The inside of `node`, a block or options, and the comments `held` that stood before its opening brace.
fn braces(node: &Node, held: Vec<Comment>) -> Braces {
    let mut inside = Inside { has_brace: true, ..Inside::default() };
    for comment in held {
        inside.push_comment(comment);
    }
    inside.children_of(node);
    Braces { layout: inside.layout(node), comment: inside.comment, entries: inside.entries }
}

fn is_short_option(entry: &Entry) -> bool {
    entry.item().is_some_and(|item| item.role == Role::Option && item.comment.is_none() && item.is_single())
}

#[derive(Default)]
struct Inside {
    has_brace: bool,
    has_newline: bool,
    comment: Option<String>,
    entries: Vec<Entry>,
    /// How many lines have ended since the last entry or comment.
    newlines: usize,
}

impl Inside {
    fn children_of(&mut self, node: &Node) {
        for child in node.children_with_tokens() {
            if let Some(node) = child.as_node() {
                self.push(EntryForm::Item(item(node)));
            } else if let Some(token) = child.as_token() {
                self.token(token);
            }
        }
    }

    fn token(&mut self, token: &Token) {
        let kind = token.kind();
        if kind == SyntaxKind::Newline {
            self.newlines += 1;
            self.has_newline = true;
        } else if kind == SyntaxKind::Comment {
            self.push_comment(comment(token, self.newlines));
        } else if kind == SyntaxKind::Comma {
            self.comma();
        }
    }

    fn layout(&self, node: &Node) -> Layout {
        if node.kind() == SyntaxKind::Block {
            Layout::Block
        } else if self.has_newline || self.comment.is_some() || !self.entries.iter().all(is_short_option) {
            Layout::Options
        } else {
            Layout::OneLine
        }
    }

    fn push(&mut self, form: EntryForm) {
        self.entries.push(Entry { blank_before: self.newlines > 1 && !self.entries.is_empty(), form });
        self.newlines = 0;
    }

    /// A comment at the end of a line belongs to what ends there; any other is an entry.
    fn push_comment(&mut self, comment: Comment) {
        let end_of_line = match self.entries.last_mut() {
            _ if comment.own_line => None,
            Some(entry) => entry.item_mut().map(|item| &mut item.comment),
            None => self.has_brace.then_some(&mut self.comment),
        };
        if let Some(place) = end_of_line.filter(|place| place.is_none()) {
            *place = Some(comment.text);
            self.newlines = 0;
        } else {
            self.push(EntryForm::Comment(comment.text));
        }
    }

    /// A comma between options belongs to the option before it.
    fn comma(&mut self) {
        let before = self.entries.iter_mut().rev().find_map(Entry::item_mut);
        let comma = Piece::plain(Gap::None, ",");
        if let Some(option) = before {
            option.pieces.push(comma);
        } else {
            self.push(EntryForm::Item(Item { role: Role::Option, pieces: vec![comma], comment: None }));
        }
    }
}

fn comment(token: &Token, newlines: usize) -> Comment {
    Comment { text: token.text().trim_end().to_owned(), own_line: newlines > 0 }
}

fn item(node: &Node) -> Item {
    let mut line = Line { pieces: Vec::new(), held: Vec::new(), newlines: 0, depth: 0, previous: None };
    line.children_of(node, true);
    line.release(Gap::Spaces(1));
    Item { role: role(node), pieces: line.pieces, comment: None }
}

fn role(node: &Node) -> Role {
    if node.kind() == SyntaxKind::Choice {
        Role::Option
    } else if node.kind() == SyntaxKind::Clause {
        let second = node.children_with_tokens().filter(|it| !it.kind().is_trivia()).nth(1);
        if second.is_some_and(|it| it.kind() == SyntaxKind::Condition) { Role::Phrase } else { Role::Clause }
    } else if node.kind() == SyntaxKind::When && node.children().all(|child| child.kind() != SyntaxKind::Block) {
        Role::Clause
    } else {
        Role::Declaration
    }
}

/// The pieces of an item so far.
struct Line {
    pieces: Vec<Piece>,
    /// Comments since the last piece. They move behind an opening brace, so that the brace stays on the line of its declaration.
    held: Vec<Comment>,
    newlines: usize,
    depth: usize,
    previous: Option<Token>,
}

impl Line {
    /// The children of `node`, which is the item itself or a part of it.
    fn children_of(&mut self, node: &Node, is_item: bool) {
        for child in node.children_with_tokens() {
            if let Some(node) = child.as_node() {
                self.node(node);
            } else if let Some(token) = child.as_token() {
                self.token(token, is_item);
            }
        }
    }

    fn node(&mut self, node: &Node) {
        if matches!(node.kind(), SyntaxKind::Block | SyntaxKind::Choices) {
            let held = std::mem::take(&mut self.held);
            self.pieces.push(Piece { gap: Gap::Spaces(1), form: Form::Braces(braces(node, held)) });
            self.previous = node.last_token();
            self.newlines = 0;
        } else {
            let deeper = usize::from(matches!(
                node.kind(),
                SyntaxKind::Group | SyntaxKind::List | SyntaxKind::Call | SyntaxKind::Parenthesis
            ));
            self.depth += deeper;
            self.children_of(node, false);
            self.depth -= deeper;
        }
    }

    fn token(&mut self, token: &Token, of_item: bool) {
        let kind = token.kind();
        if kind == SyntaxKind::Newline {
            self.newlines += 1;
        } else if kind == SyntaxKind::Comment {
            self.held.push(comment(token, self.newlines));
            self.newlines = 0;
        } else if !kind.is_trivia() {
            let gap = self.previous.as_ref().map_or(Gap::None, |previous| spell::gap(previous, token, self.depth));
            self.release(gap);
            let form = if kind == SyntaxKind::TextBlock {
                Form::TextBlock(TextBlock::of(token))
            } else if kind == SyntaxKind::Text && of_item {
                Form::Wording(token.text().to_owned())
            } else {
                Form::Plain(spell::spelling(token).to_owned())
            };
            self.pieces.push(Piece { gap, form });
            self.previous = Some(token.clone());
            self.newlines = 0;
        }
    }

    /// Puts the comments that were held into the line, before a piece that stands after `gap`. A comment on a line of its own stands
    /// where that piece will.
    fn release(&mut self, gap: Gap) {
        let comments = self.held.drain(..).map(|comment| Piece {
            gap: if comment.own_line { gap } else { Gap::Spaces(1) },
            form: Form::Comment(comment),
        });
        self.pieces.extend(comments);
    }
}
