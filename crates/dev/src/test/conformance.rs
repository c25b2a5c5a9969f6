//! What is built from the examples, before the tools of others: a browser with axe-core, and validators of JSON Schema.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::{at, built, entries, examples};
use crate::run::{cargo, program, run};
use crate::tools;

pub(super) fn run_checks() -> Result<(), Failure> {
    let browser = tools::chromium()?;
    tools::node_packages()?;
    let python = tools::Python::with("tests/conformance/requirements.txt")?;
    let outputs = outputs()?;
    let pages = ending(&outputs, ".html");
    let schemas = ending(&outputs, ".schema.json");
    check(program("node").arg("axe.mjs").args(pages).env("CHROMIUM", browser))?;
    check(program("node").arg("schema.mjs").args(&schemas))?;
    check(python.command().arg("schema.py").args(&schemas))?;
    let page = at("docs/reference/schemas.md");
    let replies = ending(&outputs, "reply.schema.json");
    check(program("node").arg("sentences.mjs").arg(&page).args(&replies))?;
    check(python.command().arg("sentences.py").arg(&page).args(&replies))
}

fn check(command: &mut std::process::Command) -> Result<(), Failure> {
    run(command.current_dir(at("tests/conformance")))
        .map_err(|it| it.advising("mend what the tool finds in the output, or what it says is missing"))
}

/// Every file that is built from the examples.
fn outputs() -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for example in examples()? {
        let folder = built("outputs").join(example.file_name().unwrap_or_default());
        let mut build = cargo();
        build.args(["run", "--quiet", "--package", "enquire-cli", "--", "build"]);
        build.arg(&example).arg("--out").arg(&folder);
        run(&mut build).map_err(|it| it.advising("mend what is found in the example"))?;
        add_files(&folder, &mut files)?;
    }
    Ok(files)
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for path in entries(folder)? {
        if path.is_dir() {
            add_files(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn ending<'f>(files: &'f [PathBuf], end: &str) -> Vec<&'f PathBuf> {
    files.iter().filter(|it| it.to_string_lossy().ends_with(end)).collect()
}
