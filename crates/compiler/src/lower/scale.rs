//! Scales, records, aspects, and the look-up of declared names.

use enquire_diagnostics::codes::{DUPLICATE_NAME, MISSING_VALUE, UNDEFINED_NAME, UNKNOWN_VALUE};
use enquire_diagnostics::{Diagnostic, FileId, Span};
use enquire_model::{Aspect, Choice, Field, Name, Record, Scale};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{self, Block, Declaration, Item};

use super::clauses::{FIELD, OPTION, RECORD};
use super::cursor::{Cursor, Named};
use super::{Kind, Lower, is_own};
use crate::load::Located;
use crate::suggest;

impl Lower<'_> {
    /// Every declared scale. Those that nothing uses are left out at the end.
    pub(super) fn scales(&mut self) {
        let declared = self.declared;
        for (id, located) in &declared.scales {
            self.enter(located, Kind::Scale, id);
            let scale = self.scale(id, &located.value);
            self.instrument.scales.insert(id.clone(), scale);
        }
    }

    /// Goes to the file of a declaration; the author's own are to be used.
    fn enter<T>(&mut self, located: &Located<T>, kind: Kind, id: &str) {
        self.file = located.file;
        if is_own(located.origin) {
            let span = self.declared.span(space(kind), id).unwrap_or_default();
            self.out.own.push((kind, id.to_owned(), span));
        }
    }

    fn scale(&mut self, id: &str, declaration: &Declaration) -> Scale {
        let named = declaration.id().map(|word| Named { text: id.to_owned(), span: self.span(word.range()) });
        if let Some(named) = &named {
            self.check_id(id, named.span, "scale");
        }
        let mut cursor = Cursor::new(self.placed(declaration.values()), self.span(declaration.keyword()));
        let parent = if cursor.accept("under") { self.declared_name(&mut cursor, Kind::Scale) } else { None };
        self.finish(cursor, &OPTION);
        let choices = declaration.choices().map(|choices| self.choices(&choices, "option")).unwrap_or_default();
        if let Some(parent) = &parent {
            self.check_parents(parent, &choices, declaration);
        }
        let title = declaration.wording().map(|text| text.value());
        Scale { id: named.map_or_else(Name::default, Self::name), title, parent, choices }
    }

    /// Each option of a cascading scale stands under one of its parent's.
    fn check_parents(&mut self, parent: &Name, choices: &[Choice], declaration: &Declaration) {
        let Some(located) = self.declared.scales.get(parent.as_str()) else { return };
        let Some(above) = located.value.choices() else { return };
        let codes: Vec<String> =
            above.all().iter().filter_map(view::Choice::code).map(|it| it.text().to_owned()).collect();
        let mut seen: Vec<&str> = Vec::new();
        for choice in choices {
            match &choice.parent {
                Some(name) if seen.contains(&name.as_str()) => {}
                Some(name) if codes.iter().any(|code| code == name.as_str()) => seen.push(name.as_str()),
                Some(name) => {
                    let word = Named { text: name.as_str().to_owned(), span: Self::span_of_place(name.place()) };
                    seen.push(name.as_str());
                    self.unknown_value(&word, codes.iter().map(String::as_str));
                }
                None => {
                    let span = Self::span_of_place(choice.code.place());
                    self.report(
                        Diagnostic::new(
                            &UNKNOWN_VALUE,
                            span,
                            format!("this option stands under no option of `{parent}`"),
                        )
                        .with_label(self.span(declaration.keyword()), "the options of this scale depend on another's")
                        .with_help(format!(
                            "write it between the braces of `for OPTION {{ }}`, where OPTION is one of `{parent}`"
                        )),
                    );
                    return;
                }
            }
        }
    }

    /// Options between braces; `what` is what they are called in findings.
    pub(super) fn choices(&mut self, choices: &view::Choices, what: &str) -> Vec<Choice> {
        let mut all: Vec<Choice> = Vec::new();
        if choices.all().is_empty() && !self.program.broken.contains(&self.file) {
            let brace = Span { end: self.span(choices.range()).start + 1, ..self.span(choices.range()) };
            self.report(
                Diagnostic::new(&MISSING_VALUE, brace, format!("there is no {what} between these braces"))
                    .with_help(format!("write each {what} with its code and words: `yes \"Yes\"`")),
            );
        }
        for choice in choices.all() {
            let Some(code) = choice.code() else { continue };
            let code = Named { text: code.text().to_owned(), span: self.span(code.range()) };
            self.check_code(&code, what);
            if let Some(first) = all.iter().find(|it| it.code.as_str() == code.text) {
                let first = Self::span_of_place(first.code.place());
                self.duplicate_choice(&code, first, what);
                continue;
            }
            let label = choice.label().map(|text| self.words_of(&text)).unwrap_or_default();
            let guidance = self.guidance_block(choice.block().as_ref(), code.span);
            let parent = choice.parent.map(|word| Name::new(word.text(), Self::place(self.span(word.range()))));
            all.push(Choice { code: Self::name(code), label, guidance, parent });
        }
        all
    }

    /// Codes are ids that may begin with a digit: `2007`.
    fn check_code(&mut self, code: &Named, what: &str) {
        let spelled = code.text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_');
        if !spelled || code.text.starts_with('_') {
            self.check_id(&code.text, code.span, what);
        }
    }

    fn guidance_block(&mut self, block: Option<&Block>, head: Span) -> Option<enquire_model::Text> {
        let clauses = self.clauses(Some(block?), &OPTION, head);
        let (clause, _) = clauses.get("guidance")?;
        self.text_clause(clause, &OPTION)
    }

    /// Every declared record.
    pub(super) fn records(&mut self) {
        let declared = self.declared;
        for (id, located) in &declared.records {
            self.enter(located, Kind::Record, id);
            let record = self.record(id, &located.value);
            self.instrument.records.insert(id.clone(), record);
        }
    }

    fn record(&mut self, id: &str, declaration: &Declaration) -> Record {
        let head = self.span(declaration.keyword());
        let name = declaration.id().map(|word| Named { text: id.to_owned(), span: self.span(word.range()) });
        if let Some(name) = &name {
            self.check_id(id, name.span, "record");
        }
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &RECORD, head);
        self.allow_clauses(&clauses, Some(self.span(declaration.range())));
        let mut fields: Vec<Field> = Vec::new();
        for item in block.iter().flat_map(Block::items) {
            let Item::Declaration(inner) = item else { continue };
            if inner.kind() == DeclarationKind::Field {
                if let Some(field) = self.field(&inner, id, &fields) {
                    fields.push(field);
                }
            } else {
                self.misplaced(&inner, RECORD.owner);
            }
        }
        if fields.is_empty() && !self.program.broken.contains(&self.file) {
            self.report(
                Diagnostic::new(&MISSING_VALUE, head, "this record has no field")
                    .with_help("write each field with its words and answer: `field title \"Title\" text`"),
            );
        }
        let title = declaration.wording().map(|text| text.value());
        Record { id: name.map_or_else(Name::default, Self::name), title, fields }
    }

    /// `field title "Title" text, required`.
    fn field(&mut self, declaration: &Declaration, record: &str, before: &[Field]) -> Option<Field> {
        let word = declaration.id()?;
        let named = Named { text: word.text().to_owned(), span: self.span(word.range()) };
        self.check_id(&named.text, named.span, "field");
        if let Some(first) = before.iter().find(|it| it.id.as_str() == named.text) {
            let first = Self::span_of_place(first.id.place());
            self.duplicate_choice(&named, first, "field");
            return None;
        }
        let label = declaration.wording().map(|text| self.words_of(&text)).unwrap_or_default();
        let mut cursor = Cursor::new(self.placed(declaration.values()), named.span);
        let block = declaration.block();
        let read = self.answer(&mut cursor, block.as_ref(), &format!("{record}_{}", named.text))?;
        self.finish(cursor, &FIELD);
        if matches!(
            read.answer,
            enquire_model::Answer::Record { .. } | enquire_model::Answer::List { .. } | enquire_model::Answer::Table(_)
        ) {
            self.report(
                Diagnostic::new(&UNKNOWN_VALUE, named.span, "a field cannot hold a record, list or table")
                    .with_help("write its parts as fields of this record, or ask for them in a question of their own"),
            );
            return None;
        }
        let clauses = self.clauses(block.as_ref(), &FIELD, named.span);
        let guidance = clauses.get("guidance").and_then(|(clause, _)| self.text_clause(clause, &FIELD));
        Some(Field { id: Self::name(named), label, answer: read.answer, required: read.required.is_some(), guidance })
    }

    /// Every declared aspect.
    pub(super) fn aspects(&mut self) {
        let declared = self.declared;
        for (id, located) in &declared.aspects {
            self.enter(located, Kind::Aspect, id);
            let span = declared.span("aspect", id).unwrap_or_default();
            self.check_id(id, span, "aspect");
            let aspect = Aspect { id: Name::new(id.clone(), Self::place(span)), label: located.value.label.clone() };
            self.instrument.aspects.insert(id.clone(), aspect);
        }
    }

    /// The next word as the name of a declaration of the kind `kind`. One that nothing declares is reported.
    pub(super) fn declared_name(&mut self, cursor: &mut Cursor, kind: Kind) -> Option<Name> {
        let Some(word) = cursor.word() else {
            self.missing_value(cursor, &format!("write the id of a {}", kind.word()));
            return None;
        };
        if self.env.is_parameter(&word.text) {
            // A parameter without a usable value: its application has been reported.
            return None;
        }
        if self.is_declared(kind, &word.text) {
            self.out.used.mark(kind, &word.text);
            return Some(Self::name(word));
        }
        let declared = self.declared;
        let help = match kind {
            Kind::Scale => suggest::help(
                &word.text,
                declared.scales.keys().map(String::as_str),
                "declare it: `scale NAME { yes \"Yes\" }`",
            ),
            Kind::Record => {
                suggest::help(&word.text, declared.records.keys().map(String::as_str), "declare it: `record NAME { }`")
            }
            Kind::Pattern => suggest::help(
                &word.text,
                declared.patterns.keys().map(String::as_str),
                "declare it: `pattern NAME(topic) { }`",
            ),
            Kind::Term => suggest::help(
                &word.text,
                declared.terms.keys().map(String::as_str),
                "declare it: `term NAME \"words\" { }`",
            ),
            Kind::Aspect => suggest::help(
                &word.text,
                declared.aspects.keys().map(String::as_str),
                "declare it outside any block: `aspect NAME \"words\"`",
            ),
            Kind::Standard => suggest::help(
                &word.text,
                self.instrument.standards.keys().map(String::as_str),
                "use it: `use standard \"SYMBOL\" as NAME`",
            ),
        };
        self.report(
            Diagnostic::new(&UNDEFINED_NAME, word.span, format!("no {} is called `{}`", kind.word(), word.text))
                .with_help(help),
        );
        None
    }

    fn is_declared(&self, kind: Kind, name: &str) -> bool {
        match kind {
            Kind::Scale => self.declared.scales.contains_key(name),
            Kind::Record => self.declared.records.contains_key(name),
            Kind::Pattern => self.declared.patterns.contains_key(name),
            Kind::Term => self.declared.terms.contains_key(name),
            Kind::Aspect => self.declared.aspects.contains_key(name),
            Kind::Standard => self.instrument.standards.contains_key(name),
        }
    }

    /// A scale that is written in the place where it is used. It has the id of its question, or of its record and field.
    pub(super) fn inline_scale(&mut self, owner: &str, file: FileId, choices: &view::Choices) -> Name {
        let before = std::mem::replace(&mut self.file, file);
        let span = self.span(choices.range());
        let choices = self.choices(choices, "option");
        self.file = before;
        let declared = self.declared.span(space(Kind::Scale), owner);
        let inline = self.inline.iter().find(|it| it.id.as_str() == owner).map(|it| Self::span_of_place(it.id.place()));
        if let Some(first) = declared.or(inline) {
            let start = Span::new(span.file, span.start, span.start + 1);
            self.report(
                Diagnostic::new(
                    &DUPLICATE_NAME,
                    start,
                    format!("options written in place are known as `{owner}`, and that name is taken"),
                )
                .with_label(first, format!("this is `{owner}` already"))
                .with_help("declare the options as a scale with a name of its own, or give the question another id"),
            );
        }
        let id = Name::new(owner, Self::place(span));
        self.inline.push(Scale { id: id.clone(), title: None, parent: None, choices });
        self.out.used.mark(Kind::Scale, owner);
        id
    }
}

/// The space of names that a kind of declaration is in.
pub(crate) fn space(kind: Kind) -> &'static str {
    match kind {
        Kind::Scale | Kind::Record => "scale or record",
        Kind::Pattern => "pattern",
        Kind::Term => "term",
        Kind::Aspect => "aspect",
        Kind::Standard => "standard",
    }
}
