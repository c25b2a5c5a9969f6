//! Sections, questions, notes, conditions, checks.

use enquire_diagnostics::codes::{CLAUSES_ON_ONE_LINE, MISSING_CONDITION, UNDEFINED_NAME, UNKNOWN_CLAUSE};
use enquire_diagnostics::{Diagnostic, Span};
use enquire_model::{
    Check, Comparability, Comparable, Computed, Contributors, Expression, Item, Name, Note, PatternOrigin, Question,
    Requirement, Section, Weight, When,
};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{self, Block, Clause, Declaration, span_of};
use rustc_hash::FxHashSet;

use super::clauses::{Clauses, Contents, GROUP, GROUP_IN_QUESTION, QUESTION, SECTION};
use super::cursor::Cursor;
use super::header::ATTACHMENTS;
use super::{Kind, Lower};
use crate::suggest;

/// What can stand outside any block and is read elsewhere.
pub(super) const TOP: Contents = Contents {
    owner: "a file",
    once: &[],
    often: &["use", "aspect", "note", "apply", "check", "warn"],
    needs: &[],
    items: true,
};

impl Lower<'_> {
    /// The instrument's parts.
    pub(super) fn top_items(&mut self) -> Vec<Item> {
        let program = self.program;
        let mut items = Vec::new();
        for located in &program.items {
            self.file = located.file;
            if let view::Item::Clause(clause) = &located.value {
                self.check_top_clause(clause);
            }
            self.item(&located.value, &TOP, &mut items);
        }
        items
    }

    fn check_top_clause(&mut self, clause: &Clause) {
        let Some(word) = clause.word() else { return };
        if word.text() == "aspect" {
            let [view::Value::Word(_), view::Value::Text(_)] = clause.values().as_slice() else {
                let cursor = self.cursor(clause);
                self.missing_value(
                    &cursor,
                    "write an id and a wording: `aspect difficulties \"Difficulties encountered\"`",
                );
                return;
            };
        } else if !TOP.often.contains(&word.text()) {
            let declarations = [
                "section",
                "question",
                "scale",
                "record",
                "pattern",
                "term",
                "report",
                "computed",
                "standard",
                "when",
                "instrument",
            ];
            let help = suggest::help(
                word.text(),
                TOP.often.iter().copied().chain(declarations),
                "the reference of the language lists what can stand outside any block",
            );
            let span = self.span(word.range());
            self.report(
                Diagnostic::new(&UNKNOWN_CLAUSE, span, format!("`{}` cannot stand outside any block", word.text()))
                    .with_help(help),
            );
        }
    }

    /// The items in `block`, in order.
    pub(super) fn block_items(&mut self, block: Option<&Block>, contents: &Contents) -> Vec<Item> {
        let mut items = Vec::new();
        for item in block.into_iter().flat_map(Block::items) {
            self.item(&item, contents, &mut items);
        }
        items
    }

    fn item(&mut self, item: &view::Item, contents: &Contents, items: &mut Vec<Item>) {
        match item {
            view::Item::Declaration(declaration) => self.declaration(declaration, contents, items),
            view::Item::Clause(clause) => self.item_clause(clause, contents, items),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "no other declaration can stand among items")]
    fn declaration(&mut self, declaration: &Declaration, contents: &Contents, items: &mut Vec<Item>) {
        let is_top = contents.owner == TOP.owner;
        match declaration.kind() {
            DeclarationKind::Section if is_top || contents.owner == SECTION.owner || contents.owner == "a pattern" => {
                items.extend(self.section(declaration).map(Item::Section));
            }
            DeclarationKind::Section if contents.owner == GROUP.owner => {
                items.extend(self.section(declaration).map(Item::Section));
            }
            DeclarationKind::Question => items.extend(self.question(declaration).map(Box::new).map(Item::Question)),
            DeclarationKind::When => self.when(declaration, contents, items),
            DeclarationKind::Computed => items.extend(self.computed(declaration).map(Item::Computed)),
            DeclarationKind::Scale
            | DeclarationKind::Record
            | DeclarationKind::Pattern
            | DeclarationKind::Term
            | DeclarationKind::Report
                if is_top => {}
            _ => self.misplaced(declaration, contents.owner),
        }
    }

    fn item_clause(&mut self, clause: &Clause, contents: &Contents, items: &mut Vec<Item>) {
        let Some(word) = clause.word() else { return };
        match word.text() {
            "note" => items.extend(self.text_clause(clause, contents).map(|text| Item::Note(Note { text }))),
            "apply" => self.apply(clause, contents, items),
            // A question's own checks are kept with it.
            "check" | "warn" if contents.owner != QUESTION.owner => {
                items.extend(self.check(clause, contents).map(Item::Check));
            }
            _ => {}
        }
    }

    fn section(&mut self, declaration: &Declaration) -> Option<Section> {
        let head = self.span(declaration.keyword());
        let word = declaration.id();
        if self.is_left_out(word.as_ref()) {
            return None;
        }
        let id = self.declare(word, "section");
        self.footnotes.clear();
        let title = declaration.wording().map(|text| self.words_of(&text)).unwrap_or_default();
        let mut cursor = Cursor::new(self.placed(declaration.values()), head);
        let mut cites = if cursor.accept("cites") { self.citations(&mut cursor) } else { Vec::new() };
        self.finish(cursor, &SECTION);
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &SECTION, head);
        self.allow_clauses(&clauses, Some(self.span(declaration.range())));
        if let Some(mut cursor) = self.clause(&clauses, "cites") {
            cites.extend(self.citations(&mut cursor));
            self.finish(cursor, &SECTION);
        }
        let guidance = clauses.get("guidance").and_then(|(clause, _)| self.text_clause(clause, &SECTION));
        let footnotes = self.footnote_clauses(&clauses, &SECTION);
        self.check_marks(&[Some(&title), guidance.as_ref()], &footnotes);
        let contributors = self.contributors(&clauses);
        let items = self.block_items(block.as_ref(), &SECTION);
        Some(Section { id: id?, title, cites, guidance, contributors, footnotes, items, source: self.source(head) })
    }

    /// Whether the application of the pattern at hand leaves out what is called `word`.
    fn is_left_out(&self, word: Option<&view::Word>) -> bool {
        word.is_some_and(|word| self.env.without.contains(word.text()))
    }

    /// `contributors on`, or with a record of the author's.
    fn contributors(&mut self, clauses: &Clauses) -> Contributors {
        let Some(mut cursor) = self.clause(clauses, "contributors") else { return Contributors::Off };
        let contributors = if cursor.accept("on") {
            Contributors::On
        } else if cursor.accept("off") {
            Contributors::Off
        } else {
            self.declared_name(&mut cursor, Kind::Record).map_or(Contributors::Off, Contributors::Record)
        };
        self.finish(cursor, &SECTION);
        contributors
    }

    fn question(&mut self, declaration: &Declaration) -> Option<Question> {
        let written = declaration.id();
        if self.is_left_out(written.as_ref()) {
            return None;
        }
        let head = written.as_ref().map_or(self.span(declaration.keyword()), |word| self.span(word.range()));
        let id = self.declare(written, "question");
        let owner = id.as_ref().map_or("", Name::as_str).to_owned();
        self.footnotes.clear();
        let wording = declaration.wording().map(|text| self.words_of(&text)).unwrap_or_default();
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &QUESTION, head);
        self.allow_clauses(&clauses, Some(self.span(declaration.range())));
        let head_values = Cursor::new(self.placed(declaration.values()), head);
        let cites = self.question_cites(&clauses, head_values);
        let answer = self.question_answer(&clauses, &owner);
        let guidance = clauses.get("guidance").and_then(|(clause, _)| self.text_clause(clause, &QUESTION));
        let example = clauses.get("example").and_then(|(clause, _)| self.text_clause(clause, &QUESTION));
        let footnotes = self.footnote_clauses(&clauses, &QUESTION);
        self.check_marks(&[Some(&wording), guidance.as_ref(), example.as_ref()], &footnotes);
        let mut question = Question {
            id: id.clone().unwrap_or_default(),
            wording,
            cites,
            aspect: self.aspect(&clauses),
            answer: answer.clone().unwrap_or(enquire_model::Answer::YesNo),
            required: self.requirement(&clauses),
            when: self.question_condition(block.as_ref()),
            guidance,
            example,
            footnotes,
            nonresponses: self.question_nonresponses(&clauses),
            comment: self.switch(&clauses, "comment", &QUESTION).unwrap_or(self.instrument.comments),
            attachments: self
                .keyword(&clauses, "attachments", &ATTACHMENTS, &QUESTION)
                .unwrap_or(self.instrument.attachments),
            checks: self.checks(&clauses),
            confidential: clauses.has("confidential"),
            was: self.names(&clauses, "was"),
            replaces: self.names(&clauses, "replaces"),
            comparable: self.comparability(&clauses),
            origin: self.origin(),
            items: Vec::new(),
            source: self.source(head),
        };
        question.items = self.block_items(block.as_ref(), &QUESTION);
        if (answer.is_none() || self.muted)
            && let Some(id) = &id
        {
            self.out.faulty.insert(id.as_str().to_owned());
        }
        id.map(|_| question)
    }

    fn question_cites(&mut self, clauses: &Clauses, mut head: Cursor) -> Vec<enquire_model::Citation> {
        let mut cites = if head.accept("cites") { self.citations(&mut head) } else { Vec::new() };
        self.finish(head, &QUESTION);
        if let Some(mut cursor) = self.clause(clauses, "cites") {
            cites.extend(self.citations(&mut cursor));
            self.finish(cursor, &QUESTION);
        }
        cites
    }

    fn question_answer(&mut self, clauses: &Clauses, owner: &str) -> Option<enquire_model::Answer> {
        let (clause, _) = clauses.get("answer")?;
        let clause = clause.clone();
        let mut cursor = self.cursor(&clause);
        let block = clause.block();
        let read = self.answer(&mut cursor, block.as_ref(), owner);
        if read.is_some() {
            self.finish(cursor, &QUESTION);
        }
        let read = read?;
        if let Some(span) = read.required {
            self.report(
                Diagnostic::new(&CLAUSES_ON_ONE_LINE, span, "`required` is a clause of a question by itself")
                    .with_help("write it on a line of its own, without the comma"),
            );
        }
        Some(read.answer)
    }

    fn aspect(&mut self, clauses: &Clauses) -> Option<Name> {
        let mut cursor = self.clause(clauses, "aspect")?;
        let aspect = self.declared_name(&mut cursor, Kind::Aspect);
        self.finish(cursor, &QUESTION);
        aspect
    }

    /// `required`, or `required when CONDITION`.
    fn requirement(&mut self, clauses: &Clauses) -> Requirement {
        let Some(mut cursor) = self.clause(clauses, "required") else { return Requirement::Never };
        let requirement = match cursor.condition() {
            None => Requirement::Always,
            Some((file, _, condition)) => {
                condition.and_then(|it| self.expression(file, &it)).map_or(Requirement::Never, Requirement::When)
            }
        };
        self.finish(cursor, &QUESTION);
        requirement
    }

    /// A question's own `when` clauses: those without a block. Several of them all have to hold.
    fn question_condition(&mut self, block: Option<&Block>) -> Option<Expression> {
        let mut conditions: Vec<Expression> = Vec::new();
        for item in block.into_iter().flat_map(Block::items) {
            let view::Item::Declaration(when) = item else { continue };
            if when.kind() == DeclarationKind::When && when.block().is_none() {
                conditions.extend(self.condition_of(&when));
                let cursor = Cursor::new(self.placed(when.values()), self.span(when.keyword()));
                self.finish(cursor, &QUESTION);
            }
        }
        if conditions.len() > 1 {
            let place = conditions.first().map(|it| it.place).unwrap_or_default();
            return Some(Expression { kind: enquire_model::ExpressionKind::And(conditions), place });
        }
        conditions.pop()
    }

    fn condition_of(&mut self, when: &Declaration) -> Option<Expression> {
        let condition = when.condition().filter(|it| !it.is_incomplete())?;
        self.expression(self.file, &condition)
    }

    fn when(&mut self, declaration: &Declaration, contents: &Contents, items: &mut Vec<Item>) {
        if declaration.block().is_none() {
            if contents.owner != QUESTION.owner {
                let span = self.span(declaration.keyword());
                if !self.program.broken.contains(&self.file) {
                    self.report(
                        Diagnostic::new(&enquire_diagnostics::codes::MISSING_BLOCK, span, "this `when` has no block")
                            .with_help("write what is asked when the condition holds between `{` and `}`; inside a question `when` may stand without"),
                    );
                }
            }
            return;
        }
        let condition = self.condition_of(declaration);
        let cursor = Cursor::new(self.placed(declaration.values()), self.span(declaration.keyword()));
        if condition.is_some() {
            self.finish(cursor, &GROUP);
        }
        let in_question = contents.owner == QUESTION.owner || contents.owner == GROUP_IN_QUESTION.owner;
        let group = if in_question { &GROUP_IN_QUESTION } else { &GROUP };
        let block = declaration.block();
        self.clauses(block.as_ref(), group, self.span(declaration.keyword()));
        let inner = self.block_items(block.as_ref(), group);
        match condition {
            Some(condition) => items.push(Item::When(When { condition, items: inner })),
            // Without its condition a group is asked of everybody, so that its questions are known elsewhere.
            None => items.extend(inner),
        }
    }

    /// `computed ID "Name" = EXPRESSION`.
    fn computed(&mut self, declaration: &Declaration) -> Option<Computed> {
        let head = self.span(declaration.keyword());
        let word = declaration.id();
        if self.is_left_out(word.as_ref()) {
            return None;
        }
        let id = self.declare(word, "computed value");
        let label = declaration.wording().map(|text| self.words_of(&text)).unwrap_or_default();
        let mut cursor = Cursor::new(self.placed(declaration.values()), head);
        let Some((file, formula)) = cursor.formula() else {
            self.missing_value(&cursor, "write `=` and how it is worked out: `= reviewed - since`");
            self.out.faulty.extend(id.map(|it| it.as_str().to_owned()));
            return None;
        };
        self.finish(cursor, &GROUP);
        let value = formula.and_then(|it| self.expression(file, &it));
        if value.is_none() {
            self.out.faulty.extend(id.as_ref().map(|it| it.as_str().to_owned()));
        }
        Some(Computed { id: id?, label, value: value?, source: self.source(head) })
    }

    fn checks(&mut self, clauses: &Clauses) -> Vec<Check> {
        let written: Vec<Clause> =
            ["check", "warn"].iter().flat_map(|name| clauses.all(name)).map(|(clause, _)| clause.clone()).collect();
        written.iter().filter_map(|clause| self.check(clause, &QUESTION)).collect()
    }

    /// `check if CONDITION "message"`.
    fn check(&mut self, clause: &Clause, contents: &Contents) -> Option<Check> {
        let mut cursor = self.cursor(clause);
        let weight = if clause.word()?.text() == "warn" { Weight::Warning } else { Weight::Error };
        let Some((file, word, condition)) = cursor.condition() else {
            self.missing_value(&cursor, "write when it speaks and what it says: `check if total < women \"...\"`");
            return None;
        };
        if cursor.is_done() && condition.as_ref().is_some_and(|it| matches!(it.form, view::Form::Text(_))) {
            let at = span_of(file, word.range());
            self.report(
                Diagnostic::new(&MISSING_CONDITION, at, "a condition is missing after this")
                    .with_help("write before the message when it is said, such as `reviewed < since`"),
            );
            return None;
        }
        if word.text() != "if" {
            let named = super::cursor::Named { text: word.text().to_owned(), span: span_of(file, word.range()) };
            self.unknown_value(&named, ["if"]);
        }
        let condition = condition.and_then(|it| self.expression(file, &it));
        let message = self.text_value(&mut cursor);
        self.finish(cursor, contents);
        Some(Check { weight, condition: condition?, message: message?, source: self.source(self.span(clause.range())) })
    }

    /// The codes of non-responses that a question takes: all of the instrument's unless it says otherwise.
    fn question_nonresponses(&mut self, clauses: &Clauses) -> Vec<Name> {
        let all: Vec<Name> = self.instrument.nonresponses.iter().map(|it| it.code.clone()).collect();
        let Some(mut cursor) = self.clause(clauses, "nonresponse") else { return all };
        let words = self.words(&mut cursor, "write `none`, or codes of the instrument's non-responses with commas");
        self.finish(cursor, &QUESTION);
        if let [only] = words.as_slice()
            && only.text == "none"
        {
            return Vec::new();
        }
        let mut chosen = Vec::new();
        for word in words {
            if all.iter().any(|it| it.as_str() == word.text) {
                chosen.push(Self::name(word));
            } else {
                self.report(
                    Diagnostic::new(
                        &UNDEFINED_NAME,
                        word.span,
                        format!("the instrument declares no non-response `{}`", word.text),
                    )
                    .with_help(suggest::help(
                        &word.text,
                        all.iter().map(Name::as_str),
                        "add it to the clause `nonresponse` of the instrument",
                    )),
                );
            }
        }
        chosen
    }

    fn names(&mut self, clauses: &Clauses, name: &str) -> Vec<Name> {
        let Some(mut cursor) = self.clause(clauses, name) else { return Vec::new() };
        let words = self.words(&mut cursor, "write ids with commas");
        self.finish(cursor, &QUESTION);
        words.into_iter().map(Self::name).collect()
    }

    fn comparability(&mut self, clauses: &Clauses) -> Option<Comparability> {
        let mut cursor = self.clause(clauses, "comparable")?;
        let known = [("yes", Comparable::Yes), ("with_care", Comparable::WithCare), ("no", Comparable::No)];
        let comparable = self.one_of(&mut cursor, &known)?;
        let (reason, _) = self.quoted(&mut cursor)?;
        self.finish(cursor, &QUESTION);
        Some(Comparability { comparable, reason })
    }

    fn origin(&self) -> Option<PatternOrigin> {
        let (pattern, applied) = self.env.open.last()?;
        let at = |text: &str| Name::new(text, Self::place(*applied));
        Some(PatternOrigin { pattern: at(pattern), prefix: self.env.prefix.as_deref().map(at) })
    }
}

/// The ids that the items of a pattern declare.
pub(super) fn ids_in(block: &Block, ids: &mut FxHashSet<String>) {
    for item in block.items() {
        let view::Item::Declaration(declaration) = item else { continue };
        if let Some(id) = declaration.id() {
            ids.insert(id.text().to_owned());
        }
        if let Some(inner) = declaration.block() {
            ids_in(&inner, ids);
        }
    }
}

/// The head of a declaration, for findings.
pub(super) fn head_of(file: enquire_diagnostics::FileId, declaration: &Declaration) -> Span {
    declaration.id().map_or(span_of(file, declaration.keyword()), |word| span_of(file, word.range()))
}
