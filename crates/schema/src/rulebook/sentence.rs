//! What the rule book tells people of a rule. The sentences are English; they stand here and nowhere else.

use enquire_model::Requirement;
use serde_json::Value;

use super::ReplyRule;
use super::book::Book;
use super::paths::Keyword;
use crate::inexpressible::Inexpressible;
use crate::labels::checks;
use crate::rule::{Kind, Rule, code};

/// How many codes of a list are told.
const MOST_TOLD: usize = 12;

impl Book<'_> {
    /// The words of what a rule is about: of a question, field or column; its id if it has none.
    pub(super) fn wording<'w>(&'w self, subject: &'w str) -> &'w str {
        let labels = self.labels;
        let part = subject.split_once('.').and_then(|(owner, part)| {
            let field = labels.records.get(owner).and_then(|fields| fields.get(part));
            field.or_else(|| labels.tables.get(owner).and_then(|table| table.columns.get(part)))
        });
        part.or_else(|| labels.questions.get(subject)).map_or(subject, String::as_str)
    }

    /// `, which is so if you answered “Yes” to question 4`, or nothing if there are no conditions.
    fn asked_only(&self, subject: &str) -> Option<String> {
        let asked = self.context.question(subject)?;
        (self.in_words)(&asked.conditions).map(|words| lower(&words))
    }
}

/// What to tell of a rule across answers that is broken, where its condition holds or where it does not.
pub(super) fn of_rule(book: &Book, rule: &Rule, is_else: bool) -> String {
    let wording = book.wording(&rule.subject);
    match (rule.kind, is_else) {
        (Kind::Asked, true) => match book.asked_only(&rule.subject) {
            Some(words) => format!("“{wording}” is to be left out: it is asked only {words}."),
            None => format!("“{wording}” is to be left out: it is not asked."),
        },
        (Kind::Asked | Kind::Required, _) => required(book, &rule.subject),
        (Kind::OtherWords, false) => format!("“{wording}”: say in words what “other” is."),
        (Kind::OtherWords, true) => format!("“{wording}”: words for “other” belong there only when “other” is chosen."),
        (Kind::Exclusive, _) => {
            format!("“{wording}”: an option that stands alone cannot be chosen with others ({}).", rule.says)
        }
        (Kind::Count | Kind::Mark, _) => format!("“{wording}”: {}.", rule.says),
        (Kind::Offered, _) => {
            let parent = rule.says.rsplit(' ').next().unwrap_or_default();
            format!("“{wording}”: choose an option that belongs to the answer to “{}”.", book.wording(parent))
        }
        (Kind::Check, _) => of_check(book, rule.source.as_ref(), &rule.says),
    }
}

/// What to tell of a rule that a schema does not say.
pub(super) fn of_left_out(book: &Book, rule: &Inexpressible) -> String {
    let wording = book.wording(&rule.subject);
    match rule.code {
        code::CHECK_FAILED => of_check(book, rule.source.as_ref(), &rule.rule),
        code::NOT_ASKED => match book.asked_only(&rule.subject) {
            Some(words) => format!("“{wording}” is asked only {words}."),
            None => format!("“{wording}”: {}.", rule.rule),
        },
        code::REQUIRED_UNANSWERED => required(book, &rule.subject),
        _ => format!("“{wording}”: {}.", rule.rule),
    }
}

fn required(book: &Book, subject: &str) -> String {
    let wording = book.wording(subject);
    let asked = book.context.question(subject);
    let under = asked.map(|asked| asked.conditions.clone()).unwrap_or_default();
    let own = asked.and_then(|asked| match &asked.question.required {
        Requirement::When(condition) => Some(condition),
        Requirement::Always | Requirement::Never => None,
    });
    let conditions: Vec<_> = under.into_iter().chain(own).collect();
    match (book.in_words)(&conditions) {
        Some(words) => format!("“{wording}” has to be answered {}.", lower(&words)),
        None => format!("“{wording}” has to be answered."),
    }
}

/// What a check says. One that came from a pattern stands at the same place as often as it was applied.
fn of_check(book: &Book, source: Option<&enquire_model::Source>, says: &str) -> String {
    let written = |check: &&enquire_model::Check| {
        Some(&check.source) == source && says.ends_with(&crate::phrase::expression(&check.condition))
    };
    let checks = checks(book.context.instrument);
    let message = checks.iter().position(written).and_then(|at| book.labels.checks.get(at));
    message.cloned().unwrap_or_else(|| format!("{says}."))
}

/// The rule behind a keyword of a shape at `path`.
pub(super) fn of_keyword(book: &Book, path: &str, keyword: &Keyword) -> Option<ReplyRule> {
    let place = Place::of(path);
    let subject = place.subject();
    let words = told(&keyword.value);
    let (code, says) = match keyword.name.as_str() {
        "type" => (code::WRONG_TYPE, kind(&words)),
        "enum" => (of_list(&place), format!("one of these codes is expected: {words}")),
        "minimum" if words == "-9007199254740991" => (code::NUMBER_TOO_LARGE, format!("the least is {words}")),
        "maximum" if words == "9007199254740991" => (code::NUMBER_TOO_LARGE, format!("the most is {words}")),
        "minimum" => (code::OUT_OF_BOUNDS, format!("the least is {words}")),
        "maximum" => (code::OUT_OF_BOUNDS, format!("the most is {words}")),
        "minLength" if subject.ends_with("_other") => (code::OTHER_WITHOUT_WORDS, "the text is empty".to_owned()),
        "minLength" => (code::MISSING_MEMBER, "the text is empty".to_owned()),
        "maxLength" => (code::TEXT_TOO_LONG, format!("at most {words} characters are allowed")),
        "pattern" if words.starts_with("^(?:") => (code::PATTERN_NOT_MATCHED, format!("the text has to match {words}")),
        "pattern" => (code::MALFORMED_TEXT, format!("the text is not written as it has to be: {words}")),
        "format" => (code::NOT_A_DATE, "a day is expected, such as 2008-06-30".to_owned()),
        "required" => (place.missing(), format!("each of these has to be there: {words}")),
        "additionalProperties" => (place.unknown(), "there is something here that does not belong here".to_owned()),
        "uniqueItems" => (code::REPEATED_OPTION, "nothing is chosen twice".to_owned()),
        "minProperties" => (code::MISSING_MEMBER, "at least one part has to be there".to_owned()),
        "anyOf" | "oneOf" => (code::WRONG_TYPE, "neither an answer nor a non-response that is offered".to_owned()),
        "not" => (code::WRONG_TYPE, "a non-response is told by its code alone".to_owned()),
        _ => return None,
    };
    let wording = keyword.description.clone().or_else(|| place.question.as_ref().map(|id| book.wording(id).to_owned()));
    let text = wording.map_or_else(|| sentence(&says), |wording| ended(&format!("“{wording}”: {says}")));
    Some(book.rule(code, &subject, &says, text, None))
}

/// The code for a value that is not in a list of codes.
fn of_list(place: &Place) -> &'static str {
    let name = place.definition.as_str();
    match name {
        "ReplyLanguage" => code::WRONG_LANGUAGE,
        "RespondentClass" => code::UNKNOWN_RESPONDENT_CLASS,
        _ if name.is_empty() => code::WRONG_INSTRUMENT,
        _ if name.ends_with("NonResponse") => code::NONRESPONSE_NOT_OFFERED,
        _ if name.ends_with("ContributorSection") => code::UNKNOWN_SECTION,
        _ if name.ends_with("TableMark") || name.ends_with("Mark") => code::MARK_NOT_OFFERED,
        _ => code::NOT_AN_OPTION,
    }
}

/// Where in a reply schema a keyword stands.
struct Place {
    /// The definition, empty at the root.
    definition: String,
    /// The property, empty if it is the definition itself.
    property: String,
    /// The question whose answer it is, if it stands among the answers.
    question: Option<String>,
}

impl Place {
    fn of(path: &str) -> Self {
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        let definition = if first == "$defs" { parts.next().unwrap_or_default() } else { "" };
        let in_properties =
            if definition.is_empty() { first == "properties" } else { parts.next() == Some("properties") };
        let property = if in_properties { parts.next().unwrap_or_default() } else { "" };
        let question = (definition == "Answers" && !property.is_empty()).then(|| property.to_owned());
        Self { definition: definition.to_owned(), property: property.to_owned(), question }
    }

    fn subject(&self) -> String {
        if let Some(question) = &self.question {
            return question.clone();
        }
        let parts: Vec<&str> =
            [self.definition.as_str(), self.property.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { "reply".to_owned() } else { parts.join(".") }
    }

    /// The code for what is missing here.
    fn missing(&self) -> &'static str {
        match self.definition.as_str() {
            "Answers" => code::REQUIRED_UNANSWERED,
            name if name.ends_with("Record") => code::MISSING_FIELD,
            _ => code::MISSING_MEMBER,
        }
    }

    /// The code for what does not belong here.
    fn unknown(&self) -> &'static str {
        match self.definition.as_str() {
            "Answers" => code::UNKNOWN_QUESTION,
            "Comments" => code::COMMENT_NOT_ASKED,
            "Attachments" | "Links" => code::ATTACHMENT_NOT_ALLOWED,
            name if name.ends_with("Record") => code::UNKNOWN_FIELD,
            name if name.ends_with("Rows") => code::UNKNOWN_ROW,
            name if name.ends_with("Row") => code::UNKNOWN_COLUMN,
            _ => code::UNKNOWN_MEMBER,
        }
    }
}

/// The value of a keyword, a list as words with commas.
fn told(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            let mut words: Vec<String> = parts.iter().take(MOST_TOLD).map(told).collect();
            if parts.len() > MOST_TOLD {
                words.push("…".to_owned());
            }
            words.join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

fn kind(name: &str) -> String {
    let kind = match name {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        _ => "an object with parts",
    };
    format!("{kind} is expected")
}

fn sentence(says: &str) -> String {
    let mut letters = says.chars();
    letters.next().map(|first| ended(&first.to_uppercase().chain(letters).collect::<String>())).unwrap_or_default()
}

/// `words` with a full stop, unless they break off.
fn ended(words: &str) -> String {
    if words.ends_with('…') { words.to_owned() } else { format!("{words}.") }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
