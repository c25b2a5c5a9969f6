//! What the Rust library jsonschema says of replies.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

use super::cases;
use crate::failure::Failure;
use crate::project::entries;

/// Writes the verdicts on the replies of all cases: `CASE.txt` with a line for each reply, empty if it is valid.
pub(super) fn judge(replies: &Path, out: &Path) -> Result<(), Failure> {
    for folder in entries(replies)? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = folder.join("reply.schema.json");
        let schema = fs::read(&path).map_err(|cause| Failure::of_path(&path, &cause))?;
        let refused = |cause: &dyn std::fmt::Display| Failure::new(format!("{name}: {cause}"), "mend the schema");
        let schema: Value = serde_json::from_slice(&schema).map_err(|cause| refused(&cause))?;
        let validator = jsonschema::options().should_validate_formats(true).build(&schema);
        let validator = validator.map_err(|cause| refused(&cause))?;
        let lines = cases::lines(&folder.join("replies.ndjson"))?;
        let verdicts: Vec<String> = lines.iter().map(|reply| verdict(&validator, reply)).collect();
        cases::write_lines(&out.join(format!("{name}.txt")), &verdicts)?;
    }
    Ok(())
}

fn verdict(validator: &Validator, reply: &str) -> String {
    match serde_json::from_str(reply) {
        Ok(reply) => validator.iter_errors(&reply).next().map_or_else(String::new, |error| {
            let said: String = error.to_string().chars().take(200).collect();
            format!("{} {said} ({})", error.instance_path(), error.schema_path()).replace('\n', " ")
        }),
        Err(cause) => format!("is not JSON: {cause}"),
    }
}
