//! The values of a clause, read from left to right.

use enquire_diagnostics::{FileId, Span};
use enquire_syntax::view::{Choices, Expression, Range, TextView, Value, Word, span_of};

/// A value and the file it stands in: a parameter's value may come from another file than the clause.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) file: FileId,
    pub(crate) value: Value,
    /// The id that a word means, where it is not the word itself.
    pub(crate) meant: Option<String>,
}

impl Placed {
    pub(crate) fn new(file: FileId, value: Value) -> Self {
        Self { file, value, meant: None }
    }

    /// The word and its place, as the id that it means.
    pub(crate) fn named(&self) -> Option<Named> {
        let word = self.word()?;
        let text = self.meant.clone().unwrap_or_else(|| word.text().to_owned());
        Some(Named { text, span: self.span() })
    }

    pub(crate) fn span(&self) -> Span {
        span_of(self.file, self.value.range())
    }

    pub(crate) fn word(&self) -> Option<&Word> {
        if let Value::Word(word) = &self.value { Some(word) } else { None }
    }
}

/// A word and its place.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// Where the reading of values is.
#[derive(Debug, Clone)]
pub(crate) struct Cursor {
    values: Vec<Placed>,
    at: usize,
    /// The word of the clause, for findings about what is missing.
    pub(crate) owner: Span,
}

impl Cursor {
    pub(crate) fn new(values: Vec<Placed>, owner: Span) -> Self {
        Self { values, at: 0, owner }
    }

    pub(crate) fn peek(&self) -> Option<&Placed> {
        self.values.get(self.at)
    }

    pub(crate) fn peek_second(&self) -> Option<&Placed> {
        self.values.get(self.at + 1)
    }

    pub(crate) fn next(&mut self) -> Option<Placed> {
        let value = self.values.get(self.at).cloned();
        self.at += usize::from(value.is_some());
        value
    }

    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.values.len()
    }

    /// Where the next value stands, or the clause's word if there is none.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.owner, Placed::span)
    }

    /// From the clause's word to its last value.
    pub(crate) fn whole(&self) -> Span {
        self.values.last().map_or(self.owner, |last| self.owner.to(last.span()))
    }

    /// The value that was read last, or the clause's word.
    pub(crate) fn before(&self) -> Span {
        self.at.checked_sub(1).and_then(|at| self.values.get(at)).map_or(self.owner, Placed::span)
    }

    /// Whether the value before the last one, or the one before a comma before it, is a number.
    pub(crate) fn is_after_figure(&self) -> bool {
        match self.back(2) {
            Some(Value::Comma(_)) => matches!(self.back(3), Some(Value::Figure(..))),
            other => matches!(other, Some(Value::Figure(..))),
        }
    }

    /// Whether the value before the last one is a number.
    pub(crate) fn is_behind_figure(&self) -> bool {
        matches!(self.back(2), Some(Value::Figure(..)))
    }

    /// Whether the last value stands behind a condition, which is a value of a clause or what a `when` block begins with.
    pub(crate) fn is_behind_condition(&self) -> bool {
        matches!(self.back(2), None | Some(Value::Condition(..)))
    }

    fn back(&self, values: usize) -> Option<&Value> {
        self.at.checked_sub(values).and_then(|at| self.values.get(at)).map(|it| &it.value)
    }

    fn take<T>(&mut self, pick: impl FnOnce(&Placed) -> Option<T>) -> Option<T> {
        let taken = pick(self.peek()?)?;
        self.at += 1;
        Some(taken)
    }

    pub(crate) fn word(&mut self) -> Option<Named> {
        self.take(Placed::named)
    }

    /// Reads `word` if it is next.
    pub(crate) fn accept(&mut self, word: &str) -> bool {
        self.take(|it| it.word().filter(|next| next.text() == word).map(|_| ())).is_some()
    }

    pub(crate) fn is_next(&self, word: &str) -> bool {
        self.peek().and_then(Placed::word).is_some_and(|next| next.text() == word)
    }

    pub(crate) fn comma(&mut self) -> bool {
        self.take(|it| matches!(it.value, Value::Comma(_)).then_some(())).is_some()
    }

    pub(crate) fn colon(&mut self) -> bool {
        self.take(|it| matches!(it.value, Value::Colon(_)).then_some(())).is_some()
    }

    pub(crate) fn text(&mut self) -> Option<(FileId, TextView)> {
        self.take(|it| if let Value::Text(text) = &it.value { Some((it.file, text.clone())) } else { None })
    }

    pub(crate) fn figure(&mut self) -> Option<Named> {
        self.take(|it| {
            if let Value::Figure(_, text) = &it.value {
                Some(Named { text: text.clone(), span: it.span() })
            } else {
                None
            }
        })
    }

    pub(crate) fn date(&mut self) -> Option<Named> {
        self.take(|it| {
            if let Value::Date(_, text) = &it.value {
                Some(Named { text: text.clone(), span: it.span() })
            } else {
                None
            }
        })
    }

    pub(crate) fn range(&mut self) -> Option<(Range, Span)> {
        self.take(|it| if let Value::Range(range) = &it.value { Some((range.clone(), it.span())) } else { None })
    }

    pub(crate) fn group(&mut self) -> Option<Vec<Placed>> {
        self.take(|it| {
            let Value::Group(_, inner) = &it.value else { return None };
            Some(inner.iter().map(|value| Placed::new(it.file, value.clone())).collect())
        })
    }

    pub(crate) fn choices(&mut self) -> Option<(FileId, Choices)> {
        self.take(|it| if let Value::Choices(choices) = &it.value { Some((it.file, choices.clone())) } else { None })
    }

    /// `when`, `if` or `where` and its condition, which is absent if it is incomplete.
    pub(crate) fn condition(&mut self) -> Option<(FileId, Word, Option<Expression>)> {
        self.take(|it| {
            let Value::Condition(word, condition) = &it.value else { return None };
            Some((it.file, word.clone(), condition.clone().filter(|it| !it.is_incomplete())))
        })
    }

    /// `=` and its expression, which is absent if it is incomplete.
    pub(crate) fn formula(&mut self) -> Option<(FileId, Option<Expression>)> {
        self.take(|it| {
            let Value::Formula(_, formula) = &it.value else { return None };
            Some((it.file, formula.clone().filter(|it| !it.is_incomplete())))
        })
    }

    /// The rest, which leaves the cursor at the end.
    pub(crate) fn rest(&mut self) -> Vec<Placed> {
        let rest = self.values.get(self.at..).unwrap_or_default().to_vec();
        self.at = self.values.len();
        rest
    }
}
