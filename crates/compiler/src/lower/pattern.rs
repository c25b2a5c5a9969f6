//! Patterns: groups of questions that are asked again about another subject.

use enquire_diagnostics::codes::{DUPLICATE_CLAUSE, NESTING_TOO_DEEP, PATTERN_CYCLE, UNKNOWN_PARAMETER};
use enquire_diagnostics::{Diagnostic, Span};
use enquire_model::Item;
use enquire_syntax::view::{Clause, Declaration, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use super::clauses::{Contents, PATTERN};
use super::cursor::{Cursor, Named, Placed};
use super::env::{Argument, Env};
use super::items::{head_of, ids_in};
use super::{Kind, Lower, is_own};
use crate::suggest;

/// How often patterns may be applied in one instrument, those inside others counted each time.
const MOST_APPLIED: usize = 2_000;

/// How long a text may be that is given to a pattern, with the texts that are put into it.
const MOST_BYTES_OF_TEXT: usize = 10_000;

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Text,
    Provisions,
    Scale,
    Record,
    Question,
    Choices,
    Number,
}

const TAKES: [(&str, Takes); 7] = [
    ("text", Takes::Text),
    ("provisions", Takes::Provisions),
    ("scale", Takes::Scale),
    ("record", Takes::Record),
    ("question", Takes::Question),
    ("choices", Takes::Choices),
    ("number", Takes::Number),
];

impl Lower<'_> {
    /// `apply PATTERN(name: value, ...) as PREFIX without a, b`.
    pub(super) fn apply(&mut self, clause: &Clause, contents: &Contents, items: &mut Vec<Item>) {
        let mut cursor = self.cursor(clause);
        let span = cursor.span();
        let Some(pattern) = self.declared_name(&mut cursor, Kind::Pattern) else { return };
        let before = self.found.len();
        let group = cursor.group().unwrap_or_default();
        let prefix = if cursor.accept("as") { cursor.word() } else { None };
        let without = if cursor.accept("without") {
            self.words(&mut cursor, "write the questions that are left out, with commas")
        } else {
            Vec::new()
        };
        self.finish(cursor, contents);
        if let Some(word) = &prefix {
            self.check_id(&word.text, word.span, "pattern's application");
        }
        if let Some(first) = self.env.open.iter().find(|(open, _)| open == pattern.as_str()) {
            let circle: Vec<&str> =
                self.env.open.iter().map(|(open, _)| open.as_str()).chain([pattern.as_str()]).collect();
            let finding = Diagnostic::new(&PATTERN_CYCLE, span, format!("the pattern `{pattern}` applies itself"))
                .with_note(format!("the circle: {}", circle.join(" → ")))
                .with_help("take out one of the applications")
                .with_label(first.1, "the circle begins here");
            self.found.push(finding);
            return;
        }
        self.applied += 1;
        if self.applied > MOST_APPLIED {
            if self.applied == MOST_APPLIED + 1 {
                self.found.push(
                    Diagnostic::new(
                        &NESTING_TOO_DEEP,
                        span,
                        format!("patterns are applied more than {MOST_APPLIED} times"),
                    )
                    .with_help(
                        "patterns that apply each other multiply: apply fewer of them, or write the questions out",
                    ),
                );
            }
            return;
        }
        let muted = self.muted;
        self.muted |= self.found.len() > before;
        self.expand(pattern.as_str(), span, &group, prefix, &without, items);
        self.muted = muted;
    }

    /// Reads the author's own patterns that nothing applies, so that mistakes in them are found all the same.
    pub(super) fn unapplied_patterns(&mut self) {
        let declared = self.declared;
        for (id, located) in declared.patterns.iter().filter(|(_, located)| is_own(located.origin)) {
            let span = head_of(located.file, &located.value);
            self.out.own.push((Kind::Pattern, id.clone(), span));
            if self.out.used.contains(Kind::Pattern, id) {
                continue;
            }
            let (inline, allowed) = (self.inline.len(), self.out.allowed.len());
            self.file = located.file;
            let parameters = self.parameters(id).into_iter().map(|(name, _)| (name, Argument::Unknown)).collect();
            // The prefix keeps its ids apart from those of the instrument.
            let prefix = Some(format!("unapplied_{id}"));
            self.env = Env { prefix, parameters, local: local_ids(&located.value), ..Env::default() };
            let block = located.value.block();
            self.clauses(block.as_ref(), &PATTERN, span);
            self.block_items(block.as_ref(), &PATTERN);
            self.env = Env::default();
            self.inline.truncate(inline);
            self.out.allowed.truncate(allowed);
        }
    }

    fn expand(
        &mut self,
        pattern: &str,
        span: Span,
        group: &[Placed],
        prefix: Option<Named>,
        without: &[Named],
        items: &mut Vec<Item>,
    ) {
        let declared = self.declared;
        let Some(located) = declared.patterns.get(pattern) else { return };
        let block = located.value.block();
        let local = local_ids(&located.value);
        let outer_file = self.file;
        self.file = located.file;
        let parameters = self.parameters(pattern);
        self.file = outer_file;
        let before = self.found.len();
        let given = self.arguments(pattern, span, &parameters, group);
        for word in without.iter().filter(|word| !local.contains(&word.text)) {
            let mut known: Vec<&str> = local.iter().map(String::as_str).collect();
            known.sort_unstable();
            self.unknown_value(word, known);
        }
        // What is wrong with an application shows again in everything it expands to.
        self.muted |= self.found.len() > before;
        let mut open = self.env.open.clone();
        open.push((pattern.to_owned(), span));
        let inner = Env {
            prefix: match prefix {
                Some(word) => Some(self.env.declared(&word.text)),
                None => self.env.prefix.clone(),
            },
            parameters: given,
            local,
            without: without.iter().map(|word| word.text.clone()).collect(),
            open,
        };
        let outer = std::mem::replace(&mut self.env, inner);
        self.file = located.file;
        self.clauses(block.as_ref(), &PATTERN, head_of(located.file, &located.value));
        items.extend(self.block_items(block.as_ref(), &PATTERN));
        self.file = outer_file;
        self.env = outer;
    }

    /// The parameters of `pattern` in order: `(topic, about: provisions)`.
    fn parameters(&mut self, pattern: &str) -> Vec<(String, Takes)> {
        let declared = self.declared;
        let Some(located) = declared.patterns.get(pattern) else { return Vec::new() };
        let values: Vec<Placed> =
            located.value.values().into_iter().map(|value| Placed::new(located.file, value)).collect();
        let mut cursor = Cursor::new(values, head_of(located.file, &located.value));
        let group = cursor.group().unwrap_or_default();
        self.finish(cursor, &PATTERN);
        let mut parameters = Vec::new();
        let mut cursor = Cursor::new(group, head_of(located.file, &located.value));
        while let Some(word) = cursor.word() {
            let takes =
                if cursor.colon() { self.one_of(&mut cursor, &TAKES).unwrap_or(Takes::Text) } else { Takes::Text };
            parameters.push((word.text, takes));
            if !cursor.comma() {
                break;
            }
        }
        self.finish(cursor, &PATTERN);
        parameters
    }

    /// What `group` gives to each of `parameters`. Missing and unknown ones are reported.
    fn arguments(
        &mut self,
        pattern: &str,
        span: Span,
        parameters: &[(String, Takes)],
        group: &[Placed],
    ) -> FxHashMap<String, Argument> {
        let mut given: FxHashMap<String, Argument> = FxHashMap::default();
        for (name, values) in divide(group) {
            let Some((_, takes)) = parameters.iter().find(|(known, _)| *known == name.text) else {
                let help =
                    suggest::help(&name.text, parameters.iter().map(|it| it.0.as_str()), "it takes no parameters");
                self.report(
                    Diagnostic::new(
                        &UNKNOWN_PARAMETER,
                        name.span,
                        format!("the pattern `{pattern}` has no parameter `{}`", name.text),
                    )
                    .with_help(help),
                );
                continue;
            };
            if given.contains_key(&name.text) {
                self.report(
                    Diagnostic::new(&DUPLICATE_CLAUSE, name.span, format!("`{}` is given a second time", name.text))
                        .with_help("give each parameter once"),
                );
            }
            let argument = self.argument(&name, *takes, values);
            given.insert(name.text, argument);
        }
        let missing: Vec<&str> =
            parameters.iter().map(|it| it.0.as_str()).filter(|name| !given.contains_key(*name)).collect();
        if !missing.is_empty() {
            self.report(
                Diagnostic::new(
                    &UNKNOWN_PARAMETER,
                    span,
                    format!("the pattern `{pattern}` also takes {}", suggest::list(&missing, "and")),
                )
                .with_help(format!("write in the parentheses `{}: ...`", missing.first().unwrap_or(&""))),
            );
            given.extend(missing.into_iter().map(|name| (name.to_owned(), Argument::Unknown)));
        }
        given
    }

    fn argument(&mut self, name: &Named, takes: Takes, values: Vec<Placed>) -> Argument {
        let fits = match (takes, values.as_slice()) {
            (Takes::Text, [Placed { value: Value::Text(text), .. }]) => {
                let filled = self.fill(&text.value());
                if filled.len() <= MOST_BYTES_OF_TEXT {
                    return Argument::Text(filled);
                }
                false
            }
            (Takes::Provisions, [first, ..]) => first.word().is_some(),
            (Takes::Choices, [first, ..]) => first.word().is_some() || matches!(first.value, Value::Group(..)),
            (Takes::Question, [only]) if only.word().is_some() => return Argument::Values(vec![self.meant(only)]),
            (Takes::Scale | Takes::Record, [only]) => only.word().is_some(),
            (Takes::Number, [only]) => matches!(only.value, Value::Figure(..) | Value::Date(..)),
            (
                Takes::Text
                | Takes::Provisions
                | Takes::Choices
                | Takes::Scale
                | Takes::Record
                | Takes::Question
                | Takes::Number,
                _,
            ) => false,
        };
        if fits {
            return Argument::Values(values);
        }
        let wanted = match takes {
            Takes::Text => "a text in quotation marks, of at most 10,000 characters",
            Takes::Provisions => "a standard and provisions, such as `declaration 4-7`",
            Takes::Scale => "the id of a scale",
            Takes::Record => "the id of a record",
            Takes::Question => "the id of a question",
            Takes::Choices => "options in parentheses, such as `(yes, in_part)`",
            Takes::Number => "a number",
        };
        self.report(
            Diagnostic::new(
                &UNKNOWN_PARAMETER,
                name.span,
                format!("`{}` is given something else than it takes", name.text),
            )
            .with_help(format!("give it {wanted}")),
        );
        Argument::Unknown
    }
}

impl Lower<'_> {
    /// The question that `placed` names where the pattern is applied, under its full id.
    fn meant(&self, placed: &Placed) -> Placed {
        let meant = placed.named().map(|it| self.env.referred(&it.text));
        Placed { meant, ..placed.clone() }
    }
}

/// The ids that a pattern declares.
fn local_ids(pattern: &Declaration) -> FxHashSet<String> {
    let mut ids = FxHashSet::default();
    if let Some(block) = pattern.block() {
        ids_in(&block, &mut ids);
    }
    ids
}

/// The arguments in a group: each begins with a name and a colon and goes on to the comma before the next.
fn divide(group: &[Placed]) -> Vec<(Named, Vec<Placed>)> {
    let mut divided: Vec<(Named, Vec<Placed>)> = Vec::new();
    let mut rest = group.iter().peekable();
    while let Some(placed) = rest.next() {
        let starts = rest.peek().is_some_and(|next| matches!(next.value, Value::Colon(_)));
        match placed.word().filter(|_| starts) {
            Some(word) => {
                rest.next();
                divided.push((Named { text: word.text().to_owned(), span: placed.span() }, Vec::new()));
            }
            None => {
                if let Some((_, values)) = divided.last_mut() {
                    values.push(placed.clone());
                }
            }
        }
    }
    for (_, values) in &mut divided {
        while values.last().is_some_and(|it| matches!(it.value, Value::Comma(_))) {
            values.pop();
        }
    }
    divided
}
