//! Text to a lossless syntax tree and back, with typed views.
//!
//! ```text
//! text --scan--> depth is bounded --pest--> events, piece by piece --build--> green tree --views--> declarations, clauses, expressions
//! ```
//!
//! The grammar (`grammar/enquire.pest`) accepts every text, so [`parse`] always gives a tree, and the tree gives the text back byte
//! for byte. Mistakes are nodes of the tree; [`Parse::findings`] tells them in words. This is the only crate that knows pest and rowan.

mod build;
mod decode;
mod grammar;
mod kind;
mod mistakes;
mod scan;
mod unclosed;
pub mod view;

pub use decode::decode;
pub use kind::{DeclarationKind, SyntaxKind};
pub use rowan::TextRange;

use enquire_diagnostics::{Diagnostic, FileId};

/// A node of the tree.
pub type Node = rowan::SyntaxNode<kind::Enquire>;
/// A token of the tree.
pub type Token = rowan::SyntaxToken<kind::Enquire>;
/// A node or a token.
pub type Element = rowan::SyntaxElement<kind::Enquire>;

/// How deep blocks and parentheses may be nested in each other.
pub const MOST_NESTED: usize = 64;

/// How many operators of arithmetic may stand in a row: each makes the expression one level deeper.
pub const MOST_OPERATORS: usize = 256;

/// A parsed file.
#[derive(Debug, Clone)]
pub struct Parse {
    file: FileId,
    green: rowan::GreenNode,
    findings: Vec<Diagnostic>,
}

impl Parse {
    /// The file that was parsed.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The view of the whole file.
    pub fn root(&self) -> view::File {
        view::File::new(Node::new_root(self.green.clone()))
    }

    /// The root node of the tree.
    pub fn node(&self) -> Node {
        Node::new_root(self.green.clone())
    }

    /// The mistakes of form, in the order of the text, each once.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }
}

/// Parses `text`, the contents of `file`. Every text has a tree; one that is nested deeper than [`MOST_NESTED`] has a tree of a single token.
pub fn parse(file: FileId, text: &str) -> Parse {
    if let Err(place) = scan::check_nesting(text) {
        let green = build::unread(text);
        let finding = mistakes::too_deep(file, place);
        return Parse { file, green, findings: vec![finding] };
    }
    let green = build::tree(text);
    let findings = mistakes::find(file, &Node::new_root(green.clone()));
    Parse { file, green, findings }
}

#[cfg(test)]
mod tests;
