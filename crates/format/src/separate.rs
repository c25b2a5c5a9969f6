//! The blank line between two declarations with blocks.

use crate::entry::{Entry, Item};

/// Puts a blank line between declarations whose blocks take several lines, where the author left none.
pub(crate) fn separate(entries: &mut [Entry]) {
    // The first entry after the last declaration with a block, if only comments have followed it.
    let mut after: Option<usize> = None;
    let mut has_blank = false;
    for index in 0..entries.len() {
        let Some(entry) = entries.get(index) else {
            return;
        };
        has_blank |= entry.blank_before;
        let Some(item) = entry.item() else {
            continue;
        };
        let is_block = Item::is_block_declaration(item);
        if let Some(first) = after
            && is_block
            && !has_blank
            && let Some(entry) = entries.get_mut(first)
        {
            entry.blank_before = true;
        }
        after = is_block.then_some(index + 1);
        has_blank = false;
    }
}
