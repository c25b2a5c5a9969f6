//! Putting the book together: the rules with their sentences, then the paths that lead to them.

use enquire_model::{Cells, Instrument, Source};
use indexmap::IndexMap;

use super::paths::Found;
use super::{InWords, LeftOut, RULES_VERSION, ReplyRule, RuleBook, SchemaKind, general, paths, sentence};
use crate::Labels;
use crate::context::{Context, Dialect};
use crate::form::form_profile;
use crate::inexpressible::{Inexpressible, left_out};
use crate::reply::reply_schema;
use crate::rule::{self, Rule};

/// A rule book that is being written.
pub(super) struct Book<'b> {
    pub(super) context: Context<'b>,
    pub(super) labels: &'b Labels,
    pub(super) in_words: &'b InWords<'b>,
    rules: Vec<ReplyRule>,
    /// The position of each rule, by what distinguishes it.
    known: IndexMap<String, usize>,
}

impl<'b> Book<'b> {
    pub(super) fn new(instrument: &'b Instrument, labels: &'b Labels, in_words: &'b InWords<'b>) -> Self {
        Self { context: Context::new(instrument), labels, in_words, rules: Vec::new(), known: IndexMap::new() }
    }

    pub(super) fn finish(mut self) -> RuleBook {
        let instrument = self.context.instrument;
        let known = known_rules(&self.context);
        let reply = self.places(&paths::of_reply(&reply_schema(instrument)), &known);
        let profile = form_profile(instrument, self.labels);
        let form = self.places(&paths::of_form(&profile.schema), &known);
        RuleBook {
            format_version: RULES_VERSION.to_owned(),
            instrument: instrument.release(),
            left_out: self.left_out(),
            rules: self.rules,
            reply,
            form,
        }
    }

    /// The rule behind each of `found`. Rules that were not met before are added.
    fn places(&mut self, found: &[Found], known: &IndexMap<String, Rule>) -> IndexMap<String, usize> {
        let mut places = IndexMap::new();
        for Found { path, comment, keyword } in found {
            let rule = match comment.as_ref().and_then(|comment| known.get(comment)) {
                Some(rule) => self.written(rule, keyword.is_else),
                None => match sentence::of_keyword(self, path, keyword) {
                    Some(rule) => rule,
                    None => continue,
                },
            };
            places.insert(path.clone(), self.position(rule));
        }
        places
    }

    /// Where `rule` stands among the rules; it is added if it is new.
    fn position(&mut self, rule: ReplyRule) -> usize {
        let text = rule.text.values().next().map_or("", String::as_str);
        let key = [rule.rule.as_str(), &rule.subject, &rule.says, text].join("\n");
        *self.known.entry(key).or_insert_with(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }

    /// A rule across answers, where its condition holds or where it does not.
    fn written(&self, rule: &Rule, is_else: bool) -> ReplyRule {
        let code = if is_else { rule.kind.else_code() } else { rule.kind.then_code() };
        self.rule(code, &rule.subject, &rule.says, sentence::of_rule(self, rule, is_else), rule.source.clone())
    }

    /// A rule with its sentence in the language of the labels.
    pub(super) fn rule(
        &self,
        code: &str,
        subject: &str,
        says: &str,
        text: String,
        source: Option<Source>,
    ) -> ReplyRule {
        ReplyRule {
            rule: code.to_owned(),
            subject: subject.to_owned(),
            says: says.to_owned(),
            text: IndexMap::from([(self.labels.language.clone(), text)]),
            source,
        }
    }

    /// What the schemas cannot say: of this instrument, then of every instrument.
    fn left_out(&self) -> Vec<LeftOut> {
        let of_reply = left_out(&self.context);
        let of_form = left_out(&Context::of(self.context.instrument, Dialect::Form));
        let both = vec![SchemaKind::Reply, SchemaKind::Form];
        let only_form = of_form.iter().filter(|rule| !of_reply.contains(rule));
        let mut all: Vec<LeftOut> = of_reply
            .iter()
            .map(|rule| self.omitted(rule, if of_form.contains(rule) { &both } else { &[SchemaKind::Reply] }))
            .collect();
        all.extend(only_form.map(|rule| self.omitted(rule, &[SchemaKind::Form])));
        all.extend(general::left_out(self).into_iter().map(|(rule, reason)| LeftOut {
            rule,
            reasons: vec![reason.to_owned()],
            schemas: both.clone(),
        }));
        all
    }

    fn omitted(&self, rule: &Inexpressible, schemas: &[SchemaKind]) -> LeftOut {
        let text = sentence::of_left_out(self, rule);
        LeftOut {
            rule: self.rule(rule.code, &rule.subject, &rule.rule, text, rule.source.clone()),
            reasons: rule.reasons.iter().map(ToString::to_string).collect(),
            schemas: schemas.to_vec(),
        }
    }
}

/// Every rule across answers, fields, cells and marks, by the comment that stands with it in a schema.
fn known_rules(context: &Context) -> IndexMap<String, Rule> {
    let mut rules = rule::of_reply(context).rules;
    // What the two dialects cannot say differs, and with it which rules there are.
    rules.extend(rule::of_reply(&Context::of(context.instrument, Dialect::Form)).rules);
    for record in context.records() {
        rules.extend(rule::of_record(context, record));
    }
    for asked in context.questions() {
        let id = asked.question.id.as_str();
        let Some(table) = asked.question.answer.table() else { continue };
        rules.extend(rule::of_row(context, id, table));
        for column in &table.columns {
            if let Cells::Answered(_) = &column.cells {
                rules.extend(rule::of_marks(&format!("{id}.{}", column.id), &table.marks));
            }
        }
        rules.extend(rule::of_marks(id, &table.marks));
    }
    rules.into_iter().map(|rule| (rule.comment(), rule)).collect()
}
