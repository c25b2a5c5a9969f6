//! What is built from the examples, before the tools of others: a browser with axe-core, validators of JSON Schema, and generators
//! of code.

mod cases;
mod generators;
mod verdicts;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::failure::Failure;
use crate::project::{at, built, entries, examples, target};
use crate::run::{cargo, program, run};
use crate::tools;

pub(super) fn run_checks() -> Result<(), Failure> {
    let browser = tools::chromium()?;
    tools::node_packages()?;
    let python = tools::Python::with("tests/conformance/requirements.txt")?;
    let enquire = enquire()?;
    let outputs = outputs(&enquire)?;
    let pages = ending(&outputs, ".html");
    let schemas = ending(&outputs, ".schema.json");
    timed("axe-core", || check(program("node").arg("axe.mjs").args(pages).env("CHROMIUM", browser)))?;
    timed("ajv takes the schemas", || check(program("node").arg("schema.mjs").args(&schemas)))?;
    timed("jsonschema takes the schemas", || check(python.command().arg("schema.py").args(&schemas)))?;
    timed("the page on schemas", || sentences(&outputs, &python))?;
    generators::run_checks(&enquire, &python)?;
    verdicts::run_checks(&enquire, &python)
}

/// Does something, and says how long it took.
fn timed(what: &str, step: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let begun = Instant::now();
    step()?;
    eprintln!("-- passed in {:.1} s: {what}\n", begun.elapsed().as_secs_f64());
    Ok(())
}

/// Runs the examples of the page on schemas in their two languages.
fn sentences(outputs: &[PathBuf], python: &tools::Python) -> Result<(), Failure> {
    let page = at("docs/reference/schemas.md");
    let replies = ending(outputs, "reply.schema.json");
    check(program("node").arg("sentences.mjs").arg(&page).args(&replies))?;
    check(python.command().arg("sentences.py").arg(&page).args(&replies))
}

/// Runs one of the programs in `tests/conformance`.
fn check(command: &mut Command) -> Result<(), Failure> {
    run(command.current_dir(at("tests/conformance")))
        .map_err(|it| it.advising("mend what the tool finds in the output, or what it says is missing"))
}

/// The program `enquire`, built as the tests build it.
fn enquire() -> Result<PathBuf, Failure> {
    run(cargo().args(["build", "--quiet", "--package", "enquire-cli"]))?;
    Ok(target("debug/enquire"))
}

/// Every file that is built from the examples.
fn outputs(enquire: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for example in examples()? {
        let folder = built("outputs").join(example.file_name().unwrap_or_default());
        let mut build = program(enquire);
        build.arg("build").arg(&example).arg("--out").arg(&folder);
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
