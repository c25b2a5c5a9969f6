//! How long each stage takes on the questionnaire on victim issues: `cargo bench --package enquire-dev`.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot read its input has nothing to measure")]

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use enquire::diagnostics::FileId;
use enquire::{Files, Unread, build, check, format, syntax};

/// The folder of the example.
struct Example(PathBuf);

impl Example {
    fn new() -> Self {
        Self(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/victim_issues")))
    }

    fn scales(&self) -> String {
        fs::read_to_string(self.0.join("scales.enq")).unwrap()
    }
}

impl Files for Example {
    fn list(&self) -> Vec<String> {
        let paths = fs::read_dir(&self.0).unwrap().map(|it| it.unwrap().path());
        let files = paths.filter(|it| it.extension().is_some_and(|it| it == "enq"));
        let mut names: Vec<String> = files.map(|it| it.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Unread> {
        fs::read(self.0.join(path)).map_err(|cause| Unread::Unreadable(cause.to_string()))
    }
}

fn stages(criterion: &mut Criterion) {
    let example = Example::new();
    let text = example.scales();
    criterion.bench_function("parse scales.enq", |bencher| {
        bencher.iter(|| syntax::parse(FileId(0), black_box(&text)));
    });
    let parsed = syntax::parse(FileId(0), &text);
    criterion.bench_function("format scales.enq", |bencher| {
        bencher.iter(|| format::format(black_box(&parsed)).unwrap());
    });
    criterion.bench_function("check the instrument", |bencher| {
        bencher.iter(|| check(black_box(&example), None));
    });
    let checked = check(&example, None).checked.unwrap();
    criterion.bench_function("build its outputs", |bencher| {
        bencher.iter(|| build(black_box(&checked), &mut |_| {}));
    });
}

criterion_group!(all, stages);
criterion_main!(all);
