//! Events to a green tree.

use pest::iterators::Pair;
use rowan::{GreenNode, GreenNodeBuilder, Language as _};

use crate::grammar::{Piece, Rule, pieces};
use crate::kind::{Enquire, Shape, SyntaxKind, shape};

/// The tree of `text`.
pub(crate) fn tree(text: &str) -> GreenNode {
    let mut builder = Builder { text, written: 0, tree: GreenNodeBuilder::new() };
    let mut read = 0;
    builder.start(SyntaxKind::File);
    for piece in pieces(text) {
        builder.piece(&piece);
        read += piece.text.len();
    }
    builder.rest(text.get(read..).unwrap_or_default());
    builder.tree.finish_node();
    builder.tree.finish()
}

/// The tree of a text that is not parsed: a single token.
pub(crate) fn unread(text: &str) -> GreenNode {
    let mut tree = GreenNodeBuilder::new();
    tree.start_node(Enquire::kind_to_raw(SyntaxKind::File));
    if !text.is_empty() {
        tree.token(Enquire::kind_to_raw(SyntaxKind::Unread), text);
    }
    tree.finish_node();
    tree.finish()
}

struct Builder<'t> {
    /// The piece at hand.
    text: &'t str,
    /// How many bytes of it are in the tree.
    written: usize,
    tree: GreenNodeBuilder<'static>,
}

impl<'t> Builder<'t> {
    fn piece(&mut self, piece: &Piece<'t>) {
        self.text = piece.text;
        self.written = 0;
        piece.event.clone().into_inner().for_each(|event| self.event(event));
        self.catch_up(piece.text.len());
    }

    /// What no piece covers: nothing, unless pest gave up.
    fn rest(&mut self, text: &'t str) {
        self.text = text;
        self.written = 0;
        self.catch_up(text.len());
    }

    fn start(&mut self, kind: SyntaxKind) {
        self.tree.start_node(Enquire::kind_to_raw(kind));
    }

    fn event(&mut self, event: Pair<'_, Rule>) {
        let span = event.as_span();
        self.catch_up(span.start());
        match shape(event.as_rule()) {
            Shape::Node(kind) => self.node(kind, event),
            Shape::Level(kind) => {
                let mut inner = event.clone().into_inner();
                match (inner.next(), inner.next()) {
                    (Some(only), None) => self.event(only),
                    _ => self.node(kind, event),
                }
            }
            Shape::Token(kind) => {
                self.tree.token(Enquire::kind_to_raw(kind), event.as_str());
                self.written = span.end();
            }
            Shape::Missing(kind) => {
                self.start(kind);
                self.tree.finish_node();
            }
            Shape::Nothing => event.into_inner().for_each(|part| self.event(part)),
        }
    }

    fn node(&mut self, kind: SyntaxKind, event: Pair<'_, Rule>) {
        let end = event.as_span().end();
        self.start(kind);
        event.into_inner().for_each(|part| self.event(part));
        self.catch_up(end);
        self.tree.finish_node();
    }

    /// Puts text that no event covers into the tree. Every character has a rule, so there is none;
    /// if a change of the grammar forgets one, no text is lost.
    fn catch_up(&mut self, to: usize) {
        if let Some(rest) = self.text.get(self.written..to).filter(|rest| !rest.is_empty()) {
            self.tree.token(Enquire::kind_to_raw(SyntaxKind::Unread), rest);
            self.written = to;
        }
    }
}
