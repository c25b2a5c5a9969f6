//! Finds the nodes of an instrument.

use enquire_model::{Cells, Item, Question};
use rustc_hash::FxHashMap;

use super::{Graph, Node, PlacedCheck};

/// The graph of `items` without its edges.
///
/// It needs no stack of calls: patterns within patterns can nest items deeper than an author could write.
pub(super) fn collect(items: &[Item]) -> Graph<'_> {
    let mut graph = Graph {
        nodes: Vec::new(),
        above: Vec::new(),
        edges: Vec::new(),
        checks: Vec::new(),
        ids: FxHashMap::default(),
        repeated: Vec::new(),
        columns: FxHashMap::default(),
    };
    let mut waiting: Vec<(&Item, Option<usize>)> = items.iter().rev().map(|item| (item, None)).collect();
    while let Some((item, above)) = waiting.pop() {
        let inner_above = graph.add_item(item, above);
        waiting.extend(item.inner().iter().rev().map(|inner| (inner, inner_above)));
    }
    graph
}

impl<'a> Graph<'a> {
    /// Adds what `item` itself is; gives back what stands above the items inside it.
    fn add_item(&mut self, item: &'a Item, above: Option<usize>) -> Option<usize> {
        match item {
            Item::Section(_) | Item::Note(_) => above,
            Item::When(when) => Some(self.add(Node::When(when), above)),
            Item::Question(question) => Some(self.add_question(question, above)),
            Item::Computed(computed) => {
                let at = self.add(Node::Computed(computed), above);
                self.ids.entry(computed.id.as_str()).or_insert(at);
                None
            }
            Item::Check(check) => {
                self.checks.push(PlacedCheck { check, above, question: None });
                None
            }
        }
    }

    fn add_question(&mut self, question: &'a Question, above: Option<usize>) -> usize {
        let at = self.add(Node::Question(question), above);
        if *self.ids.entry(question.id.as_str()).or_insert(at) != at {
            self.repeated.push((question.id.as_str(), at));
        }
        let placed = |check| PlacedCheck { check, above: Some(at), question: Some(question) };
        self.checks.extend(question.checks.iter().map(placed));
        for column in question.answer.table().into_iter().flat_map(|table| &table.columns) {
            if let Cells::Computed(value) = &column.cells {
                let node = self.add(Node::Column { question, column, value }, Some(at));
                self.columns.entry((question.id.as_str(), column.id.as_str())).or_insert(node);
            }
        }
        at
    }

    fn add(&mut self, node: Node<'a>, above: Option<usize>) -> usize {
        self.nodes.push(node);
        self.above.push(above);
        self.nodes.len() - 1
    }
}
