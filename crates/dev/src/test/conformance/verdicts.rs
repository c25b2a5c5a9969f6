//! Verdicts: validators of JSON Schema say of every reply what `enquire reply check` says of it.
//!
//! They are asked about replies to every instrument of the project, right ones and wrong ones. What a schema cannot say is listed
//! by rule in `rules.json`; a reply that breaks only such rules is counted under them and not compared.

mod ours;
mod rust;
mod spoil;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::cases::{self, Case};
use super::{check, timed};
use crate::failure::Failure;
use crate::project::{self, built};
use crate::run::program;
use crate::tools::Python;
use ours::Verdict;
use serde_json::Value;
use spoil::Dice;

/// How many replies there have to be in all.
const LEAST: usize = 10_000;

/// How many disagreements are printed.
const SHOWN: usize = 30;

/// The validators, by the folders that their verdicts stand in.
const VALIDATORS: [&str; 3] = ["ajv", "jsonschema_of_python", "jsonschema_of_rust"];

/// Asks all validators about all replies.
pub(super) fn run_checks(enquire: &Path, python: &Python) -> Result<(), Failure> {
    let trial = Trial { cases: cases::all()?, replies: built("verdicts/cases"), out: built("verdicts") };
    let [ajv, of_python, of_rust] = VALIDATORS.map(|it| trial.out.join(it));
    timed("replies for the validators", || trial.prepare(enquire))?;
    timed("ajv", || check(program("node").arg("verdicts.mjs").args([&trial.replies, &ajv])))?;
    timed("jsonschema of Python", || check(python.command().arg("verdicts.py").args([&trial.replies, &of_python])))?;
    timed("jsonschema of Rust", || rust::judge(&trial.replies, &of_rust))?;
    timed("enquire reply check", || trial.compare(enquire))
}

/// The replies to all cases, and what is said of them.
#[derive(Debug)]
struct Trial {
    cases: Vec<Case>,
    /// A folder for each case, with `reply.schema.json`, `rules.json` and `replies.ndjson`.
    replies: PathBuf,
    /// A folder for each validator, with `CASE.txt`: a line for each reply, empty if it is valid, else with the first mistake.
    out: PathBuf,
}

/// How often the verdicts were alike, and where they were not.
#[derive(Debug, Default)]
struct Comparison {
    valid: usize,
    invalid: usize,
    /// Replies that were not compared, by the rules that alone they break.
    excluded: BTreeMap<String, usize>,
    disagreements: Vec<String>,
}

impl Trial {
    fn prepare(&self, enquire: &Path) -> Result<(), Failure> {
        cases::emptied(&self.out)?;
        for case in &self.cases {
            let folder = self.replies.join(&case.name);
            case.build(enquire, &folder)?;
            // More of what people really fill in than of what shows one construct.
            let count = if case.name.starts_with("example_") { "2000" } else { "50" };
            let right = case.sample(enquire, &["--count", count])? + &case.sample(enquire, &[])?;
            let wrong = spoiled(&right, &case.name)?;
            project::write(&folder.join("replies.ndjson"), &(right + &wrong))?;
        }
        Ok(())
    }

    fn compare(&self, enquire: &Path) -> Result<(), Failure> {
        let mut comparison = Comparison::default();
        for case in &self.cases {
            self.compare_case(case, enquire, &mut comparison)?;
        }
        comparison.tell();
        comparison.verdict()
    }

    fn compare_case(&self, case: &Case, enquire: &Path, comparison: &mut Comparison) -> Result<(), Failure> {
        let folder = self.replies.join(&case.name);
        let replies = cases::lines(&folder.join("replies.ndjson"))?;
        let ours = ours::verdicts(enquire, case, &folder, replies.len())?;
        let theirs = |it| cases::lines(&self.out.join(it).join(format!("{}.txt", case.name)));
        let theirs = VALIDATORS.map(theirs);
        let theirs = theirs.into_iter().collect::<Result<Vec<_>, _>>()?;
        for (number, (ours, reply)) in ours.iter().zip(&replies).enumerate() {
            let of_this = VALIDATORS.iter().zip(theirs.iter().map(|it| it.get(number).map(String::as_str)));
            comparison.add(ours, of_this, || format!("{}, reply {}: {reply}", case.name, number + 1));
        }
        Ok(())
    }
}

/// As many wrong replies as there are `right` ones, one a line.
fn spoiled(right: &str, name: &str) -> Result<String, Failure> {
    let replies: Vec<Value> = right
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .map_err(|cause| Failure::new(format!("{name}: {cause}"), "mend what `enquire sample` writes"))?;
    let mut dice = Dice::new(2_007);
    let mut wrong = String::new();
    for (reply, other) in replies.iter().zip(replies.iter().cycle().skip(1)) {
        wrong.push_str(&spoil::spoiled(reply, other, &mut dice).to_string());
        wrong.push('\n');
    }
    Ok(wrong)
}

impl Comparison {
    fn add<'a>(
        &mut self,
        ours: &Verdict,
        theirs: impl Iterator<Item = (&'a &'a str, Option<&'a str>)>,
        reply: impl Fn() -> String,
    ) {
        let (count, expected) = match ours {
            Verdict::Valid => (&mut self.valid, true),
            Verdict::Invalid(_) => (&mut self.invalid, false),
            Verdict::Excluded(rules) => return *self.excluded.entry(rules.join(", ")).or_default() += 1,
        };
        *count += 1;
        for (validator, said) in theirs {
            let Some(said) = said else {
                self.disagreements.push(format!("{validator} says nothing of {}", reply()));
                continue;
            };
            if said.is_empty() != expected {
                let said = if said.is_empty() { "takes it" } else { said };
                self.disagreements.push(format!("enquire: {ours}; {validator}: {said}; {}", reply()));
            }
        }
    }

    fn tell(&self) {
        for disagreement in self.disagreements.iter().take(SHOWN) {
            eprintln!("{}", disagreement.chars().take(2_000).collect::<String>());
        }
        eprintln!(
            "{} replies are valid and {} invalid in the eyes of all that were compared",
            self.valid, self.invalid
        );
        for (rules, count) in &self.excluded {
            eprintln!("{count} replies break only what the schema cannot say: {rules}");
        }
    }

    fn verdict(&self) -> Result<(), Failure> {
        let compared = self.valid + self.invalid;
        if !self.disagreements.is_empty() {
            let what = format!("{} verdicts on {compared} replies are not alike", self.disagreements.len());
            return Err(Failure::new(what, "mend the checker or the schema, or list the rule in rules.json"));
        }
        if compared < LEAST || self.valid == 0 || self.invalid == 0 {
            let what = format!("only {compared} replies were compared, and {LEAST} are asked for");
            return Err(Failure::new(what, "make more replies in crates/dev/src/test/conformance/verdicts.rs"));
        }
        Ok(())
    }
}
