//! Which block is not closed.
//!
//! The parser can only say that at the end of the text some block is still open, and that is the outermost. The one whose brace
//! was forgotten shows in the margins: its block is closed by a brace that stands further left than the line it was opened on.

use rowan::NodeOrToken;

use crate::{Node, SyntaxKind, Token};

/// The opening braces whose blocks are not closed.
pub(crate) fn culprits(root: &Node) -> Vec<Token> {
    let open = root.descendants().filter(|node| node.kind() == SyntaxKind::UnclosedBlock).filter_map(|it| it.parent());
    let (at_end, before): (Vec<Node>, Vec<Node>) =
        open.partition(|it| it.text_range().end() == root.text_range().end());
    // A block that ends before the text does is known to be the one: something stands there that cannot be in it.
    let mut culprits: Vec<Token> = before.iter().filter_map(opening_brace).collect();
    // A brace too many, which is reported as such, leaves a block open as well.
    let doubled = root.descendants().filter(|node| node.kind() == SyntaxKind::StrayBlock).count();
    let missing = at_end.len().saturating_sub(doubled);
    if missing > 0 {
        let suspects: Vec<Token> = root.descendants().filter_map(|node| closed_too_far_left(&node)).collect();
        // Without a suspect it is the innermost blocks that are still open.
        let innermost = at_end.iter().rev().filter_map(opening_brace);
        culprits.extend(suspects.into_iter().chain(innermost).take(missing));
    }
    culprits
}

/// The opening brace of `block` if the brace that closes it begins a line further left than the line it was opened on.
fn closed_too_far_left(block: &Node) -> Option<Token> {
    let open = opening_brace(block)?;
    let close = block
        .children_with_tokens()
        .filter_map(NodeOrToken::into_token)
        .find(|it| it.kind() == SyntaxKind::CloseBrace)?;
    let (close_margin, close_first) = margin(&close);
    let (open_margin, _) = margin(&open);
    (close_first && close_margin < open_margin).then_some(open)
}

fn opening_brace(block: &Node) -> Option<Token> {
    block.first_token().filter(|it| it.kind() == SyntaxKind::OpenBrace)
}

/// How many characters of blank the line of `token` begins with, and whether `token` is the first on it.
fn margin(token: &Token) -> (usize, bool) {
    let mut first = token.clone();
    while let Some(before) =
        first.prev_token().filter(|it| it.kind() != SyntaxKind::Newline && !it.text().contains('\n'))
    {
        first = before;
    }
    if first.kind() == SyntaxKind::Blank {
        let begins = first.next_token().is_some_and(|next| next == *token);
        (first.text().chars().count(), begins)
    } else {
        (0, first == *token)
    }
}
