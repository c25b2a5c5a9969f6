//! An instrument and its header.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Asked, Choice, Citation, Computed, Contributors, Date, Expression, Item, Name, Question, Record, Report, Scale,
    Section, Standard, Text,
};

/// An instrument: header, declarations, and its parts in the order of print. Patterns are expanded and names resolved.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Instrument {
    /// The version of this format, [`FORMAT_VERSION`](crate::FORMAT_VERSION).
    pub format_version: String,
    /// Its id.
    pub id: Name,
    /// Its version, three numbers with dots.
    pub version: String,
    /// How far it has come.
    pub status: Status,
    /// Its title.
    pub title: Text,
    /// The category of standards it is about.
    pub category: Option<Category>,
    /// Who asked for it.
    pub mandates: Vec<Mandate>,
    /// Its languages as BCP 47 tags; the first is the language of the source.
    pub languages: Vec<String>,
    /// Whom it asks.
    pub respondents: Vec<RespondentClass>,
    /// The period its figures are for.
    pub period: Option<Period>,
    /// Until when replies are expected.
    pub deadline: Option<Date>,
    /// Where replies go.
    pub return_to: Option<Text>,
    /// What the answers are for, and what they are not.
    pub scope: Option<Text>,
    /// General instructions.
    pub guidance: Option<Text>,
    /// What may be given instead of an answer.
    pub nonresponses: Vec<Choice>,
    /// What may be attached, unless a question says otherwise.
    pub attachments: AttachmentPolicy,
    /// How each level is numbered.
    pub numbering: Numbering,
    /// Its budget.
    pub budget: Budget,
    /// The record that says who is responsible for the reply.
    pub contact: Option<Name>,
    /// The record of who signs the reply.
    pub sign_off: Option<Name>,
    /// Whether comments on the instrument are asked for.
    pub comments: bool,
    /// Ids of earlier versions that may never be used again.
    pub withdrawn: Vec<Name>,
    /// The standards it uses, by the short names it gives them.
    pub standards: IndexMap<String, Standard>,
    /// Its aspects, by id.
    pub aspects: IndexMap<String, Aspect>,
    /// Its terms, by id.
    pub terms: IndexMap<String, Term>,
    /// Its scales, by id. `yes_no` is there if a question uses it.
    pub scales: IndexMap<String, Scale>,
    /// Its records, by id.
    pub records: IndexMap<String, Record>,
    /// Footnotes that its own texts (scope, guidance) mark.
    pub footnotes: Vec<crate::Footnote>,
    /// Its parts.
    pub items: Vec<Item>,
    /// Its reports.
    pub reports: Vec<Report>,
}

/// How far an instrument has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Under negotiation.
    #[default]
    Draft,
    /// Approved by those who mandated it.
    Approved,
    /// Replaced by a later version.
    Superseded,
}

/// A category of standards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Category {
    /// Its id: one of those of resolution 2003/30, or the author's own.
    pub id: String,
    /// Its name in words.
    pub label: String,
}

/// A document that asked for something, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mandate {
    /// The symbol of the document.
    pub symbol: String,
    /// The paragraphs, such as `4-7` or `9`, as written.
    pub paragraphs: Vec<String>,
}

/// A class of respondents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RespondentClass {
    /// Its id.
    pub id: Name,
    /// Its name in words, in the plural.
    pub label: String,
}

/// From a first day to a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// What may be attached to a reply or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentPolicy {
    /// A file or a link must be given.
    Required,
    /// Files and links may be given.
    #[default]
    Allowed,
    /// Only links may be given.
    LinkOnly,
    /// Nothing may be attached.
    Forbidden,
}

/// How each level is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Numbering {
    /// Sections.
    pub sections: Scheme,
    /// Sections within sections.
    pub subsections: Scheme,
    /// Questions, numbered through the whole instrument.
    pub questions: Scheme,
    /// Sub-questions.
    pub subquestions: Scheme,
    /// Sub-questions of sub-questions.
    pub items: Scheme,
}

impl Default for Numbering {
    fn default() -> Self {
        Self {
            sections: Scheme::Roman,
            subsections: Scheme::Upper,
            questions: Scheme::Arabic,
            subquestions: Scheme::Lower,
            items: Scheme::LowerRoman,
        }
    }
}

/// A way to write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// I, II, III
    Roman,
    /// A, B, C
    Upper,
    /// 1, 2, 3
    Arabic,
    /// (a), (b), (c)
    Lower,
    /// (i), (ii), (iii)
    LowerRoman,
    /// No number.
    None,
}

/// The most that one respondent may be asked, on the longest path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Budget {
    /// Questions.
    pub questions: Option<u32>,
    /// Estimated minutes.
    pub minutes: Option<u32>,
    /// Questions answered in prose.
    pub prose: Option<u32>,
}

/// An aspect: what a question is asked for, and the chapter of the report that draws on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aspect {
    /// Its id.
    pub id: Name,
    /// Its name in words.
    pub label: String,
}

/// A term with its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// Its id.
    pub id: Name,
    /// The term itself.
    pub label: String,
    /// What it means in this instrument.
    pub means: Text,
    /// Where the meaning comes from.
    pub sources: Vec<Mandate>,
    /// What it does not cover.
    pub excludes: Option<Text>,
}

impl Instrument {
    /// Id and version, as a reply names them: `victim_issues/1.0.0`.
    pub fn release(&self) -> String {
        format!("{}/{}", self.id, self.version)
    }

    /// Every question in the order of print, with what stands above it.
    pub fn questions(&self) -> Vec<Asked<'_>> {
        let mut found = Vec::new();
        Walk::default().items(&self.items, &mut found);
        found
    }

    /// The question `id`. For many look-ups build a map from [`questions`](Self::questions) once.
    pub fn question(&self, id: &str) -> Option<&Question> {
        find_question(&self.items, id)
    }

    /// Every section in the order of print, outer before inner.
    pub fn sections(&self) -> Vec<&Section> {
        let mut found = Vec::new();
        visit(&self.items, &mut |item| {
            if let Item::Section(section) = item {
                found.push(section);
            }
        });
        found
    }

    /// Every computed value in the order of print.
    pub fn computed(&self) -> Vec<&Computed> {
        let mut found = Vec::new();
        visit(&self.items, &mut |item| {
            if let Item::Computed(computed) = item {
                found.push(computed);
            }
        });
        found
    }

    /// Whether any section asks who filled it in.
    pub fn asks_contributors(&self) -> bool {
        self.sections().iter().any(|section| section.contributors != Contributors::Off)
    }
}

/// Calls `see` for every item, outer before inner.
fn visit<'a>(items: &'a [Item], see: &mut dyn FnMut(&'a Item)) {
    for item in items {
        see(item);
        visit(item.inner(), see);
    }
}

impl Item {
    /// The items inside it.
    pub fn inner(&self) -> &[Item] {
        match self {
            Self::Section(section) => &section.items,
            Self::Question(question) => &question.items,
            Self::When(when) => &when.items,
            Self::Note(_) | Self::Computed(_) | Self::Check(_) => &[],
        }
    }
}

fn find_question<'a>(items: &'a [Item], id: &str) -> Option<&'a Question> {
    items.iter().find_map(|item| match item {
        Item::Question(question) if question.id.as_str() == id => Some(&**question),
        Item::Section(_) | Item::When(_) | Item::Question(_) => find_question(item.inner(), id),
        Item::Note(_) | Item::Computed(_) | Item::Check(_) => None,
    })
}

/// Where a walk through an instrument is.
#[derive(Default)]
struct Walk<'a> {
    sections: Vec<&'a Section>,
    conditions: Vec<&'a Expression>,
    parents: Vec<&'a Question>,
}

impl<'a> Walk<'a> {
    fn items(&mut self, items: &'a [Item], found: &mut Vec<Asked<'a>>) {
        for item in items {
            match item {
                Item::Section(section) => {
                    self.sections.push(section);
                    self.items(&section.items, found);
                    self.sections.pop();
                }
                Item::When(when) => {
                    self.conditions.push(&when.condition);
                    self.items(&when.items, found);
                    self.conditions.pop();
                }
                Item::Question(question) => self.question(question, found),
                Item::Note(_) | Item::Computed(_) | Item::Check(_) => {}
            }
        }
    }

    /// The provisions that `question` is about.
    fn cites(&self, question: &'a Question) -> &'a [Citation] {
        let questions = self.parents.iter().rev().map(|above| above.cites.as_slice());
        let sections = self.sections.iter().rev().map(|section| section.cites.as_slice());
        let all = std::iter::once(question.cites.as_slice()).chain(questions).chain(sections);
        all.into_iter().find(|cites| !cites.is_empty()).unwrap_or_default()
    }

    fn question(&mut self, question: &'a Question, found: &mut Vec<Asked<'a>>) {
        let outer = self.conditions.len();
        self.conditions.extend(&question.when);
        found.push(Asked {
            question,
            sections: self.sections.clone(),
            conditions: self.conditions.clone(),
            parent: self.parents.last().copied(),
            cites: self.cites(question),
        });
        self.parents.push(question);
        self.items(&question.items, found);
        self.parents.pop();
        self.conditions.truncate(outer);
    }
}
