//! The instrument's own clauses.

use enquire_diagnostics::codes::{BAD_NUMBER, DUPLICATE_CHOICE, DUPLICATE_NAME, UNKNOWN_LANGUAGE, UNKNOWN_VALUE};
use enquire_diagnostics::{Diagnostic, Span};
use enquire_model::{
    AttachmentPolicy, Budget, Category, Choice, FORMAT_VERSION, Mandate, Name, Numbering, Place, RespondentClass,
    Scheme, Status,
};
use enquire_syntax::view::{Clause, Declaration};

use super::clauses::{Clauses, Contents, INSTRUMENT};
use super::cursor::{Cursor, Named};
use super::{Kind, Lower};
use crate::suggest;

/// The categories of resolution 2003/30, the third divided into its two components.
const CATEGORIES: [(&str, &str); 5] = [
    ("custody_and_alternatives", "Persons in custody, non-custodial sanctions, juvenile and restorative justice"),
    ("international_cooperation", "Legal, institutional and practical arrangements for international cooperation"),
    ("crime_prevention", "Crime prevention"),
    ("victim_issues", "Victim issues"),
    (
        "judicial_integrity",
        "Good governance, the independence of the judiciary and the integrity of criminal justice personnel",
    ),
];

const RESPONDENTS: [(&str, &str); 6] = [
    ("member_states", "Member States of the United Nations"),
    ("observer_states", "Observer States"),
    ("united_nations_entities", "United Nations entities"),
    ("intergovernmental_organizations", "Intergovernmental organizations"),
    ("non_governmental_organizations", "Non-governmental organizations"),
    (
        "programme_network_institutes",
        "Institutes of the United Nations Crime Prevention and Criminal Justice Programme network",
    ),
];

pub(super) const ATTACHMENTS: [(&str, AttachmentPolicy); 4] = [
    ("required", AttachmentPolicy::Required),
    ("allowed", AttachmentPolicy::Allowed),
    ("link_only", AttachmentPolicy::LinkOnly),
    ("forbidden", AttachmentPolicy::Forbidden),
];

const SCHEMES: [(&str, Scheme); 6] = [
    ("roman", Scheme::Roman),
    ("upper", Scheme::Upper),
    ("arabic", Scheme::Arabic),
    ("lower", Scheme::Lower),
    ("lower_roman", Scheme::LowerRoman),
    ("none", Scheme::None),
];

impl Lower<'_> {
    /// Reads the instrument's declaration.
    pub(super) fn header(&mut self, declaration: &Declaration) {
        let head = self.span(declaration.keyword());
        FORMAT_VERSION.clone_into(&mut self.instrument.format_version);
        if let Some(id) = self.declare_instrument(declaration) {
            self.instrument.id = id;
        }
        self.instrument.version = self.version(declaration).unwrap_or_default();
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &INSTRUMENT, head);
        self.allow_clauses(&clauses, None);
        self.footnotes.clear();
        self.identity(&clauses);
        self.collection(&clauses);
        self.presentation(&clauses);
        self.instrument.footnotes = self.footnote_clauses(&clauses, &INSTRUMENT);
        let (scope, guidance) = (self.instrument.scope.clone(), self.instrument.guidance.clone());
        let footnotes = self.instrument.footnotes.clone();
        self.check_marks(&[scope.as_ref(), guidance.as_ref()], &footnotes);
    }

    fn declare_instrument(&mut self, declaration: &Declaration) -> Option<Name> {
        let word = declaration.id()?;
        let span = self.span(word.range());
        self.check_id(word.text(), span, "instrument");
        Some(Name::new(word.text(), Self::place(span)))
    }

    /// `version 1.0.0` behind the id.
    fn version(&mut self, declaration: &Declaration) -> Option<String> {
        let mut cursor = Cursor::new(self.placed(declaration.values()), self.span(declaration.keyword()));
        if !cursor.accept("version") {
            let help = "write it behind the id: `instrument my_instrument version 1.0.0 {`";
            self.missing_value(&cursor, help);
            return None;
        }
        let Some(figure) = cursor.figure() else {
            self.missing_value(&cursor, "write three numbers with points: `1.0.0`");
            return None;
        };
        let parts: Vec<&str> = figure.text.split('.').collect();
        if parts.len() != 3 || parts.iter().any(|part| part.parse::<u32>().is_err()) {
            self.report(
                Diagnostic::new(&BAD_NUMBER, figure.span, format!("`{}` is not a version", figure.text))
                    .with_help("write three numbers with points: `1.0.0`"),
            );
        }
        self.finish(cursor, &INSTRUMENT);
        Some(figure.text)
    }

    /// What it is: title, status, category, mandate, languages, notes.
    fn identity(&mut self, clauses: &Clauses) {
        if let Some((clause, _)) = clauses.get("title") {
            self.instrument.title = self.text_clause(clause, &INSTRUMENT).unwrap_or_default();
        }
        let statuses = [("draft", Status::Draft), ("approved", Status::Approved), ("superseded", Status::Superseded)];
        self.instrument.status = self.keyword(clauses, "status", &statuses, &INSTRUMENT).unwrap_or_default();
        if let Some((clause, _)) = clauses.get("category") {
            self.instrument.category = self.category(clause, &INSTRUMENT);
        }
        self.instrument.mandates = self.mandates(clauses, "mandate", &INSTRUMENT);
        self.instrument.languages = self.languages(clauses);
        if let Some((clause, _)) = clauses.get("scope") {
            self.instrument.scope = self.text_clause(clause, &INSTRUMENT);
        }
        if let Some((clause, _)) = clauses.get("guidance") {
            self.instrument.guidance = self.text_clause(clause, &INSTRUMENT);
        }
    }

    /// How replies are collected: from whom, for when, until when, with what.
    fn collection(&mut self, clauses: &Clauses) {
        self.instrument.respondents = self.respondents(clauses);
        if let Some(mut cursor) = self.clause(clauses, "period") {
            self.instrument.period = self.period(&mut cursor);
            self.finish(cursor, &INSTRUMENT);
        }
        if let Some(mut cursor) = self.clause(clauses, "deadline") {
            self.instrument.deadline = self.date(&mut cursor);
            self.finish(cursor, &INSTRUMENT);
        }
        if let Some((clause, _)) = clauses.get("return_to") {
            self.instrument.return_to = self.text_clause(clause, &INSTRUMENT);
        }
        if let Some(mut cursor) = self.clause(clauses, "nonresponse") {
            self.instrument.nonresponses = self.nonresponse_list(&mut cursor);
            self.finish(cursor, &INSTRUMENT);
        }
        self.instrument.attachments =
            self.keyword(clauses, "attachments", &ATTACHMENTS, &INSTRUMENT).unwrap_or_default();
        self.instrument.contact = self.record_clause(clauses, "contact");
        self.instrument.sign_off = self.record_clause(clauses, "sign_off");
        self.instrument.comments = self.switch(clauses, "comments", &INSTRUMENT).unwrap_or(true);
    }

    /// How it is laid out and kept: numbering, budget, ids that are gone.
    fn presentation(&mut self, clauses: &Clauses) {
        if let Some(cursor) = self.clause(clauses, "numbering") {
            self.instrument.numbering = self.numbering(cursor);
        }
        if let Some(cursor) = self.clause(clauses, "budget") {
            self.instrument.budget = self.budget(cursor);
        }
        if let Some(mut cursor) = self.clause(clauses, "withdrawn") {
            let words = self.words(&mut cursor, "write the ids that are gone, with commas");
            self.instrument.withdrawn = words.into_iter().map(Self::name).collect();
            self.finish(cursor, &INSTRUMENT);
        }
    }

    pub(super) fn name(word: Named) -> Name {
        Name::new(word.text, Self::place(word.span))
    }

    /// `category victim_issues`, or one's own with a wording.
    pub(super) fn category(&mut self, clause: &Clause, contents: &Contents) -> Option<Category> {
        let mut cursor = self.cursor(clause);
        let Some(word) = cursor.word() else {
            self.missing_value(&cursor, "write the id of a category");
            return None;
        };
        let label = if cursor.is_done() {
            let known = CATEGORIES.iter().find(|(id, _)| *id == word.text).map(|(_, label)| (*label).to_owned());
            if known.is_none() {
                self.report(
                    Diagnostic::new(
                        &UNKNOWN_VALUE,
                        word.span,
                        format!("`{}` is not a category of resolution 2003/30", word.text),
                    )
                    .with_help(suggest::help(&word.text, CATEGORIES.iter().map(|it| it.0), ""))
                    .with_help("a category of your own needs a wording: `category prisons \"Prison health\"`"),
                );
            }
            known
        } else {
            self.quoted(&mut cursor).map(|(text, _)| text)
        };
        self.finish(cursor, contents);
        Some(Category { id: word.text, label: label? })
    }

    /// Every clause `name`: a symbol, and perhaps its paragraphs.
    pub(super) fn mandates(&mut self, clauses: &Clauses, name: &str, contents: &Contents) -> Vec<Mandate> {
        let cursors: Vec<Cursor> = clauses.all(name).map(|(clause, _)| self.cursor(clause)).collect();
        cursors.into_iter().filter_map(|cursor| self.mandate(cursor, contents)).collect()
    }

    fn mandate(&mut self, mut cursor: Cursor, contents: &Contents) -> Option<Mandate> {
        let (symbol, _) = self.quoted(&mut cursor)?;
        let mut paragraphs = Vec::new();
        if cursor.accept("paragraph") || cursor.accept("paragraphs") {
            loop {
                if let Some((range, _)) = cursor.range() {
                    paragraphs.push(format!("{}-{}", range.first, range.last));
                } else if let Some(figure) = cursor.figure() {
                    paragraphs.push(figure.text);
                } else {
                    self.missing_value(&cursor, "write the numbers of paragraphs: `paragraphs 4-7, 9`");
                    break;
                }
                if !cursor.comma() {
                    break;
                }
            }
        }
        self.finish(cursor, contents);
        Some(Mandate { symbol, paragraphs })
    }

    fn languages(&mut self, clauses: &Clauses) -> Vec<String> {
        let Some(mut cursor) = self.clause(clauses, "languages") else { return vec!["en".to_owned()] };
        let words = self.words(&mut cursor, "write codes of languages with commas: `en, ar, zh, fr, ru, es`");
        self.finish(cursor, &INSTRUMENT);
        let mut languages: Vec<String> = Vec::new();
        for word in words {
            if !is_language(&word.text) {
                self.report(
                    Diagnostic::new(&UNKNOWN_LANGUAGE, word.span, format!("no language has the code `{}`", word.text))
                        .with_help(suggest::help(
                            &word.text,
                            ["ar", "en", "es", "fr", "ru", "zh"],
                            "codes are those of ISO 639-1, such as `en`, `ar`, `zh`, `fr`, `ru`, `es`",
                        )),
                );
            } else if languages.contains(&word.text) {
                self.twice(&word);
            } else {
                languages.push(word.text);
            }
        }
        languages
    }

    fn twice(&mut self, word: &Named) {
        self.report(
            Diagnostic::new(&DUPLICATE_NAME, word.span, format!("`{}` stands here a second time", word.text))
                .with_help("name each once"),
        );
    }

    /// `asks member_states, courts "Supreme courts"`.
    fn respondents(&mut self, clauses: &Clauses) -> Vec<RespondentClass> {
        let Some(mut cursor) = self.clause(clauses, "asks") else { return member_states() };
        let mut known: Vec<RespondentClass> = Vec::new();
        loop {
            let Some(word) = cursor.word() else {
                self.missing_value(&cursor, "write the classes of respondents with commas");
                break;
            };
            let label = cursor
                .text()
                .map(|(_, text)| text.value())
                .or_else(|| RESPONDENTS.iter().find(|(id, _)| *id == word.text).map(|(_, label)| (*label).to_owned()));
            match label {
                _ if known.iter().any(|it| it.id.as_str() == word.text) => self.twice(&word),
                Some(label) => known.push(RespondentClass { id: Self::name(word), label }),
                None => self.report(
                    Diagnostic::new(
                        &UNKNOWN_VALUE,
                        word.span,
                        format!("`{}` is not a known class of respondents", word.text),
                    )
                    .with_help(suggest::help(&word.text, RESPONDENTS.iter().map(|it| it.0), ""))
                    .with_help("a class of your own needs a wording: `asks courts \"Supreme courts\"`"),
                ),
            }
            if !cursor.comma() {
                break;
            }
        }
        self.finish(cursor, &INSTRUMENT);
        known
    }

    /// `not_applicable "Not applicable", not_known "Information not available"`.
    fn nonresponse_list(&mut self, cursor: &mut Cursor) -> Vec<Choice> {
        let mut all: Vec<Choice> = Vec::new();
        loop {
            let Some(code) = cursor.word() else {
                self.missing_value(
                    cursor,
                    "write codes and their wordings with commas: `not_known \"Information not available\"`",
                );
                break;
            };
            let Some(label) = self.text_value(cursor) else { break };
            self.check_id(&code.text, code.span, "non-response");
            match all.iter().find(|it| it.code.as_str() == code.text) {
                Some(first) => {
                    let first = Self::span_of_place(first.code.place());
                    self.duplicate_choice(&code, first, "non-response");
                }
                None => all.push(Choice { code: Self::name(code), label, guidance: None, parent: None }),
            }
            if !cursor.comma() {
                break;
            }
        }
        all
    }

    pub(super) fn span_of_place(place: enquire_model::Place) -> Span {
        Span::new(enquire_diagnostics::FileId(place.file), place.start, place.end)
    }

    /// Reports a second option, field, row or column of one id.
    pub(super) fn duplicate_choice(&mut self, code: &Named, first: Span, what: &str) {
        self.report(
            Diagnostic::new(
                &DUPLICATE_CHOICE,
                code.span,
                format!("the {what} `{}` stands here a second time", code.text),
            )
            .with_label(first, "the first is here")
            .with_help("give one of them another id, or delete it"),
        );
    }

    fn numbering(&mut self, mut cursor: Cursor) -> Numbering {
        let mut numbering = Numbering::default();
        loop {
            let levels = [("sections", 0), ("subsections", 1), ("questions", 2), ("subquestions", 3), ("items", 4)];
            let Some(level) = self.one_of(&mut cursor, &levels) else { break };
            let Some(scheme) = self.one_of(&mut cursor, &SCHEMES) else { break };
            match level {
                0 => numbering.sections = scheme,
                1 => numbering.subsections = scheme,
                2 => numbering.questions = scheme,
                3 => numbering.subquestions = scheme,
                _ => numbering.items = scheme,
            }
            if !cursor.comma() {
                break;
            }
        }
        self.finish(cursor, &INSTRUMENT);
        numbering
    }

    /// `60 questions, 120 minutes, 10 prose`.
    fn budget(&mut self, mut cursor: Cursor) -> Budget {
        let mut budget = Budget::default();
        while let Some(count) = self.count(&mut cursor) {
            match self.one_of(&mut cursor, &[("questions", 0), ("minutes", 1), ("prose", 2)]) {
                Some(0) => budget.questions = Some(count),
                Some(1) => budget.minutes = Some(count),
                Some(_) => budget.prose = Some(count),
                None => break,
            }
            if !cursor.comma() {
                break;
            }
        }
        self.finish(cursor, &INSTRUMENT);
        budget
    }

    /// A clause that names a record.
    fn record_clause(&mut self, clauses: &Clauses, name: &str) -> Option<Name> {
        let mut cursor = self.clause(clauses, name)?;
        let record = self.declared_name(&mut cursor, Kind::Record);
        self.finish(cursor, &INSTRUMENT);
        record
    }
}

/// Whom an instrument asks that does not say.
fn member_states() -> Vec<RespondentClass> {
    let named = RESPONDENTS.iter().take(1);
    named
        .map(|(id, label)| RespondentClass { id: Name::new(*id, Place::default()), label: (*label).to_owned() })
        .collect()
}

/// Whether `code` is a language of ISO 639-1, perhaps with a script or region behind it.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    LANGUAGES.contains(&language)
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|it| it.is_ascii_alphanumeric()))
}

/// The codes of ISO 639-1.
const LANGUAGES: [&str; 183] = [
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi", "bm", "bn", "bo",
    "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en", "eo",
    "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi",
    "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka",
    "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln",
    "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng",
    "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn",
    "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su",
    "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur",
    "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
];
