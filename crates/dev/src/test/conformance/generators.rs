//! Generators of code: what they make of the schemas of replies compiles, reads replies and writes them back unchanged.
//!
//! Each gets two folders. The first holds a folder for each case, with `reply.schema.json` and `replies.ndjson`; into the second go
//! the code and, as `CASE.ndjson`, the replies as the code writes them.

mod content;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::cases::{self, Case};
use super::{check, timed};
use crate::failure::Failure;
use crate::project::{self, at, built, entries, target};
use crate::run::{cargo, program};
use crate::tools::{self, Python};

/// Runs all generators on the examples and the cases of `tests/suite/ok`.
pub(super) fn run_checks(enquire: &Path, python: &Python) -> Result<(), Failure> {
    let workshop = Workshop { cases: built("generators/cases"), out: built("generators") };
    timed("replies for the generators", || workshop.prepare(enquire))?;
    timed("json-schema-to-typescript and tsc", || workshop.json_schema_to_typescript())?;
    timed("datamodel-code-generator and pydantic", || workshop.pydantic(python))?;
    timed("typify and rustc", || workshop.typify())?;
    timed("quicktype", || workshop.quicktype())?;
    timed("quicktype: TypeScript", || workshop.quicktype_typescript())?;
    timed("quicktype: Python", || workshop.quicktype_python(python))?;
    timed("quicktype: Java", || workshop.quicktype_java(python))?;
    timed("quicktype: C#", || workshop.quicktype_csharp())
}

/// Where the generators work.
#[derive(Debug)]
struct Workshop {
    cases: PathBuf,
    out: PathBuf,
}

impl Workshop {
    fn prepare(&self, enquire: &Path) -> Result<(), Failure> {
        cases::emptied(&self.out)?;
        for case in cases::constructs()? {
            self.prepare_case(&case, enquire)?;
        }
        Ok(())
    }

    fn prepare_case(&self, case: &Case, enquire: &Path) -> Result<(), Failure> {
        let folder = self.cases.join(&case.name);
        case.build(enquire, &folder)?;
        project::write(&folder.join("replies.ndjson"), &case.sample(enquire, &[])?)
    }

    fn json_schema_to_typescript(&self) -> Result<(), Failure> {
        let out = self.out.join("json_schema_to_typescript");
        check(program("node").arg("json_schema_to_typescript.mjs").args([&self.cases, &out]))
    }

    fn pydantic(&self, python: &Python) -> Result<(), Failure> {
        let out = self.out.join("pydantic");
        check(python.command().arg("pydantic_models.py").args([&self.cases, &out]))?;
        self.compare(&out)
    }

    fn typify(&self) -> Result<(), Failure> {
        let out = self.out.join("typify");
        let mut build = cargo();
        build.args(["run", "--quiet", "--locked", "--manifest-path", "typify/Cargo.toml", "--"]);
        build.args([&self.cases, &out]).env("CASES", &self.cases).env("CARGO_TARGET_DIR", target(""));
        check(&mut build)?;
        self.compare(&out)
    }

    fn quicktype(&self) -> Result<(), Failure> {
        check(program("node").arg("quicktype.mjs").args([&self.cases, &self.quicktype_out()]))
    }

    fn quicktype_out(&self) -> PathBuf {
        self.out.join("quicktype")
    }

    fn quicktype_typescript(&self) -> Result<(), Failure> {
        let code = self.quicktype_out().join("typescript");
        let compiled = code.join("compiled");
        project::write(&compiled.join("package.json"), r#"{ "type": "module" }"#)?;
        let options = r#"{ "compilerOptions": { "strict": true, "types": [], "module": "esnext", "target": "es2022", "outDir": "compiled" } }"#;
        project::write(&code.join("tsconfig.json"), options)?;
        check(program("node").arg("node_modules/typescript/bin/tsc").arg("--project").arg(&code))?;
        let back = code.join("back");
        check(program("node").arg("quicktype/replies.mjs").args([&self.cases, &compiled, &back]))?;
        self.compare(&back)
    }

    fn quicktype_python(&self, python: &Python) -> Result<(), Failure> {
        let code = self.quicktype_out().join("python");
        let back = code.join("back");
        check(python.command().arg("quicktype/replies.py").args([&self.cases, &code, &back]))?;
        self.compare(&back)
    }

    fn quicktype_java(&self, python: &Python) -> Result<(), Failure> {
        let mut compile = tools::javac()?;
        let code = self.quicktype_out().join("java");
        let (classes, back) = (code.join("classes"), code.join("back"));
        let jackson = python.file("openapi_generator_cli/openapi-generator.jar");
        // Too many files for a command line.
        let mut sources = vec![at("tests/conformance/quicktype/Replies.java").display().to_string()];
        for package in entries(&code.join("cases"))? {
            sources.extend(entries(&package)?.iter().map(|it| it.display().to_string()));
        }
        let list = code.join("sources.txt");
        cases::write_lines(&list, &sources)?;
        let mut listed = OsString::from("@");
        listed.push(&list);
        compile.args(["-nowarn", "-proc:none", "-cp"]).arg(&jackson).arg("-d").arg(&classes).arg(listed);
        check(&mut compile)?;
        let mut path = jackson.into_os_string();
        path.push(":");
        path.push(&classes);
        check(program("java").arg("-cp").arg(path).arg("Replies").args([&self.cases, &back]))?;
        self.compare(&back)
    }

    fn quicktype_csharp(&self) -> Result<(), Failure> {
        let mut compile = tools::mcs()?;
        let code = self.quicktype_out().join("csharp");
        let (replies, back) = (code.join("replies.exe"), code.join("back"));
        let library = Path::new(tools::NEWTONSOFT_JSON).join("Newtonsoft.Json.dll");
        let sources = entries(&code)?;
        compile.arg("-nowarn:*").arg(format!("-r:{}", library.display())).arg(format!("-out:{}", replies.display()));
        check(compile.args(&sources).arg("quicktype/Replies.cs"))?;
        let mut run = program("mono");
        check(run.env("MONO_PATH", tools::NEWTONSOFT_JSON).arg(&replies).args([&self.cases, &back]))?;
        self.compare(&back)
    }

    /// The replies that were written back have the content of those that were read.
    fn compare(&self, back: &Path) -> Result<(), Failure> {
        let (mut replies, mut differences) = (0, Vec::new());
        for folder in entries(&self.cases)? {
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let read = cases::lines(&folder.join("replies.ndjson"))?;
            let written = cases::lines(&back.join(format!("{name}.ndjson")))?;
            replies += read.len();
            content::compare(&name, &read, &written, &mut differences);
        }
        eprintln!("{replies} replies were written back");
        for difference in &differences {
            eprintln!("{difference}");
        }
        if differences.is_empty() && replies > 0 {
            return Ok(());
        }
        Err(Failure::new(
            format!("of {replies} replies that were written back, {} are not as they were read", differences.len()),
            "change what the schema says of the answers above, so that the generator keeps them",
        ))
    }
}
