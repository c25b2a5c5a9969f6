//! What `enquire reply check` says of replies.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::cases::Case;
use crate::failure::Failure;
use crate::run::{printed_with_findings, program};

/// What is said of one reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    Valid,
    /// It breaks these rules, of which the schema can say one at least.
    Invalid(Vec<String>),
    /// It breaks only rules that the schema cannot say.
    Excluded(Vec<String>),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Valid => f.write_str("valid"),
            Self::Invalid(rules) => f.write_str(&rules.join(", ")),
            Self::Excluded(rules) => write!(f, "only {}", rules.join(", ")),
        }
    }
}

/// The verdicts on the replies in a folder, one for each line.
pub(super) fn verdicts(enquire: &Path, case: &Case, folder: &Path, lines: usize) -> Result<Vec<Verdict>, Failure> {
    let unsaid = unsaid(&folder.join("rules.json"))?;
    let mut check = program(enquire);
    check.args(["reply", "check", "--format", "json", "--instrument"]).arg(&case.path);
    let said = printed_with_findings(check.arg(folder.join("replies.ndjson")))?;
    let mut broken = vec![BTreeSet::new(); lines];
    let report: Value = serde_json::from_str(&said)
        .map_err(|cause| Failure::new(format!("{}: {cause}", case.name), "mend `--format json`"))?;
    for record in report.get("diagnostics").and_then(Value::as_array).into_iter().flatten() {
        if record.get("severity").is_some_and(|it| it == "error") {
            add(record, &mut broken)
                .ok_or_else(|| Failure::new(format!("{}: no place in {record}", case.name), "give the finding one"))?;
        }
    }
    Ok(broken.into_iter().map(|rules| verdict(rules, &unsaid)).collect())
}

/// Adds the rule of a finding to the line that it is about.
fn add(record: &Value, broken: &mut [BTreeSet<String>]) -> Option<()> {
    let line = usize::try_from(record.pointer("/primary/start/line")?.as_u64()?).ok()?;
    broken.get_mut(line.checked_sub(1)?)?.insert(record.get("code")?.as_str()?.to_owned());
    Some(())
}

fn verdict(rules: BTreeSet<String>, unsaid: &BTreeSet<String>) -> Verdict {
    match (rules.is_empty(), rules.is_subset(unsaid)) {
        (true, _) => Verdict::Valid,
        (false, true) => Verdict::Excluded(rules.into_iter().collect()),
        (false, false) => Verdict::Invalid(rules.into_iter().collect()),
    }
}

/// The rules that `rules.json` lists as those that the schema cannot say.
fn unsaid(path: &Path) -> Result<BTreeSet<String>, Failure> {
    let text = fs::read(path).map_err(|cause| Failure::of_path(path, &cause))?;
    let rules: Value = serde_json::from_slice(&text)
        .map_err(|cause| Failure::new(format!("{}: {cause}", path.display()), "mend what writes it"))?;
    let listed = rules.get("left_out").and_then(Value::as_array).into_iter().flatten();
    let of_replies = listed.filter(|it| {
        let schemas = it.get("schemas").and_then(Value::as_array);
        schemas.is_some_and(|all| all.iter().any(|it| it == "reply"))
    });
    Ok(of_replies.filter_map(|it| it.get("rule")?.as_str().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Verdict, verdict};

    fn rules(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn a_reply_is_left_out_only_if_all_that_it_breaks_cannot_be_said() {
        let unsaid = rules(&["too-many-decimals", "not-a-date"]);
        assert_eq!(verdict(rules(&[]), &unsaid), Verdict::Valid);
        let excluded = Verdict::Excluded(vec!["too-many-decimals".to_owned()]);
        assert_eq!(verdict(rules(&["too-many-decimals"]), &unsaid), excluded);
        let both = ["not-asked", "too-many-decimals"];
        let invalid = Verdict::Invalid(both.map(str::to_owned).to_vec());
        assert_eq!(verdict(rules(&both), &unsaid), invalid);
    }
}
