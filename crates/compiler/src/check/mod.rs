//! The checks of an instrument: one file a rule, each a function that adds to the list of findings.
//!
//! They run on an instrument whose names are resolved as far as possible. What has a finding already is left alone.

mod bracketed_text;
mod budget;
mod cascade_without_parent;
mod causal_attribution;
mod coverage;
mod cycles;
mod double_question;
mod duplicate_wording;
mod keywords;
mod later_question;
mod law_without_date;
mod long_question;
mod misplaced_insertion;
mod missing_reference_period;
mod negative_wording;
mod no_question;
mod paths;
mod provision_asked_twice;
mod provision_not_asked;
mod question_without_aspect;
mod question_without_provision;
mod scale_without_nonresponse;
mod section_provision_not_asked;
mod shadowed_name;
mod stray_direction_mark;
mod texts;
mod types;
mod unexplained_pattern;
mod unexplained_term;
mod unsuitable_id;
mod unused_declaration;
mod withdrawn_id;
mod wording;

use std::cell::OnceCell;

use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Severity, Sources, Span};
use enquire_logic::{Burden, Cycle, Paths};
use enquire_model::{Asked, Instrument, Place, Question};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::load::Program;
use crate::lower::{Kind, Lowered};

/// What a check can look at.
pub(crate) struct Context<'a> {
    /// The instrument.
    pub(crate) instrument: &'a Instrument,
    /// Its questions in the order of print.
    pub(crate) questions: &'a [Asked<'a>],
    /// What lowering noted beside it.
    pub(crate) lowered: &'a Lowered,
    /// What was read.
    pub(crate) program: &'a Program,
    /// The texts.
    pub(crate) sources: &'a Sources,
    /// The errors that were found before, each with its code.
    faults: Vec<(&'static str, Span)>,
    /// What depends on itself.
    cycles: Vec<Cycle<'a>>,
    /// What can be asked.
    paths: Paths<'a>,
    /// The longest path, once somebody wanted to know it.
    burden: OnceCell<Burden>,
}

/// Errors after which not every citation is known.
const FAULTS_OF_CITATIONS: &[&str] = &["inverted-provisions", "unknown-provision", "unknown-standard"];

impl Context<'_> {
    /// Whether `id` has a finding of its own already.
    pub(crate) fn is_faulty(&self, id: &str) -> bool {
        self.lowered.faulty.contains(id)
    }

    /// Whether there was an error between the id of `question` and the next one, or where its pattern was applied: what it lacks
    /// may have been written and not understood.
    fn is_doubtful(&self, question: &Question) -> bool {
        if question.origin.is_some() && self.has_fault(&["unknown-parameter"]) {
            return true;
        }
        if self.faults.is_empty() {
            return self.is_faulty(question.id.as_str());
        }
        let at = span(question.id.place());
        let starts = self.questions.iter().map(|it| span(it.question.id.place()));
        let next = starts.filter(|it| it.file == at.file && it.start > at.start).map(|it| it.start).min();
        self.is_faulty(question.id.as_str())
            || self.faults.iter().any(|(_, fault)| {
                fault.file == at.file && fault.start >= at.start && next.is_none_or(|next| fault.start < next)
            })
    }

    /// Whether any error was found before.
    fn has_any_fault(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Whether an error with one of `codes` was found before.
    fn has_fault(&self, codes: &[&str]) -> bool {
        self.faults.iter().any(|(code, _)| codes.contains(code))
    }

    /// What is asked of one respondent at most.
    fn burden(&self) -> Burden {
        *self.burden.get_or_init(|| self.paths.longest().at_most())
    }

    /// The questions by id.
    pub(crate) fn by_id(&self) -> FxHashMap<&str, &Asked<'_>> {
        self.questions.iter().map(|asked| (asked.question.id.as_str(), asked)).collect()
    }
}

/// Every check, in the order in which they run. The order of findings does not depend on it.
const RULES: &[fn(&Context<'_>, &mut Diagnostics)] = &[
    types::check,
    cycles::check,
    later_question::check,
    misplaced_insertion::check,
    cascade_without_parent::check,
    paths::check,
    unused_declaration::check,
    duplicate_wording::check,
    shadowed_name::check,
    withdrawn_id::check,
    unsuitable_id::check,
    section_provision_not_asked::check,
    provision_not_asked::check,
    provision_asked_twice::check,
    question_without_provision::check,
    stray_direction_mark::check,
    bracketed_text::check,
    negative_wording::check,
    double_question::check,
    missing_reference_period::check,
    law_without_date::check,
    scale_without_nonresponse::check,
    unexplained_pattern::check,
    unexplained_term::check,
    long_question::check,
    causal_attribution::check,
    budget::check,
    question_without_aspect::check,
    no_question::check,
];

/// Runs every check. Gives what the instrument asks of one respondent at most, if it is without errors.
pub(crate) fn check(
    instrument: &Instrument,
    program: &Program,
    lowered: &Lowered,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Option<Burden> {
    let questions = instrument.questions();
    let faults = found.iter().filter(|it| it.severity() == Severity::Error).map(|it| (it.code(), it.span())).collect();
    let cycles = enquire_logic::cycles(instrument);
    let paths = Paths::of(instrument);
    let context = Context {
        instrument,
        questions: &questions,
        lowered,
        program,
        sources,
        faults,
        cycles,
        paths,
        burden: OnceCell::new(),
    };
    let mut all = Diagnostics::new();
    for rule in RULES {
        rule(&context, &mut all);
    }
    // A pattern is one text and many questions: what is said of the text is said once.
    let mut said: FxHashSet<(&str, Span, &str)> = FxHashSet::default();
    for finding in &all {
        if said.insert((finding.code(), finding.span(), finding.message())) {
            found.push(finding.clone());
        }
    }
    (!found.has_errors()).then(|| context.burden())
}

/// `finding` as one about `question`, with the place at which its pattern was applied if it is of one.
fn concerning(question: &Question, finding: Diagnostic) -> Diagnostic {
    let finding = finding.with_element(question.id.as_str());
    match question.origin.as_ref().and_then(|it| it.prefix.as_ref()) {
        Some(prefix) if prefix.place() != Place::default() => {
            finding.with_label(span(prefix.place()), "the pattern is applied here")
        }
        Some(_) | None => finding,
    }
}

/// The span of a place in the model.
pub(crate) fn span(place: Place) -> Span {
    Span::new(FileId(place.file), place.start, place.end)
}

/// Takes out of `instrument` what nothing in it uses: libraries bring more than an instrument needs.
pub(crate) fn leave_out_unused(instrument: &mut Instrument, lowered: &Lowered) {
    let mut scales = lowered.used.names(Kind::Scale);
    let parents: Vec<String> = instrument
        .scales
        .values()
        .filter(|scale| scales.contains(scale.id.as_str()))
        .filter_map(|scale| scale.parent.as_ref())
        .map(|parent| parent.as_str().to_owned())
        .collect();
    scales.extend(parents);
    instrument.scales.retain(|id, _| scales.contains(id));
    let records = lowered.used.names(Kind::Record);
    instrument.records.retain(|id, _| records.contains(id));
    let terms = lowered.used.names(Kind::Term);
    instrument.terms.retain(|id, _| terms.contains(id));
    let aspects = lowered.used.names(Kind::Aspect);
    instrument.aspects.retain(|id, _| aspects.contains(id));
}
