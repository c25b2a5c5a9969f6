//! All tests, under cargo-insta, which also looks for snapshots that no test reads.

use crate::failure::Failure;
use crate::run::run_heard;
use crate::tools;

/// How the tests ended, by all closing lines of cargo test.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
    ignored: usize,
}

pub(super) fn run() -> Result<(), Failure> {
    let mut insta = tools::cargo_insta()?;
    insta.args(["insta", "test", "--workspace", "--check", "--unreferenced", "reject"]);
    let mut tally = Tally::default();
    let ended = run_heard(&mut insta, |line| tally.add(line));
    let Tally { passed, failed, ignored } = tally;
    eprintln!("== in all {passed} tests passed, {failed} failed, {ignored} ignored");
    ended.map_err(|it| it.advising("read the failures above; if a snapshot is to change, see tests/README.md"))?;
    if passed == 0 || ignored > 0 {
        return Err(Failure::new("tests did not run", "run every test; one that is ignored says nothing"));
    }
    Ok(())
}

impl Tally {
    /// Adds a line such as `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; ...`.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        let words: Vec<&str> = counts.split([' ', ';', '.']).filter(|it| !it.is_empty()).collect();
        for pair in words.windows(2) {
            let [number, what] = pair else { continue };
            let Ok(number) = number.parse::<usize>() else { continue };
            match *what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_are_added_up() {
        let mut tally = Tally::default();
        tally.add("test result: ok. 5 passed; 0 failed; 1 ignored; 7 measured; 2 filtered out; finished in 19.16s");
        tally.add("test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s");
        tally.add("the result: 8 passed");
        assert_eq!(tally, Tally { passed: 7, failed: 3, ignored: 1 });
    }
}
