//! One slip of the pen gives one finding: instruments that are right, with one token left out, written twice or changed with the next.
//!
//! No such text may stop the compiler, and its tree gives it back. How many errors are told for one slip is measured: one is the aim.

use std::fmt;
use std::panic::catch_unwind;
use std::rc::Rc;
use std::thread;

use enquire::diagnostics::{FileId, Severity};
use enquire::syntax::{Element, Token, parse};

use crate::case::cases;
use crate::examples::examples;
use crate::outcome::none_failed;
use crate::texts::Texts;

/// How many slips are tried in the examples, and how many in the cases of the suite.
const IN_EXAMPLES: usize = 600;
const IN_SUITE: usize = 1_800;

/// What a slip does to a token.
#[derive(Debug, Clone, Copy)]
enum Slip {
    Deleted,
    Doubled,
    Swapped,
}

/// A text with a slip, and the files it is one of.
struct Mutant<'t> {
    texts: &'t Texts,
    place: String,
    path: &'t str,
    text: String,
}

#[test]
fn one_slip_gives_about_one_error() {
    let examples = right(examples());
    let suite = right(cases().into_iter().map(|it| (it.name, it.texts)).collect());
    let mut mutants = spread(&examples, IN_EXAMPLES);
    mutants.extend(spread(&suite, IN_SUITE));
    assert!(mutants.len() >= 2_000, "only {} slips", mutants.len());
    let outcomes = outcomes(&mutants);
    let failures: Vec<String> = outcomes.iter().filter_map(|it| it.as_ref().err().cloned()).collect();
    none_failed(&failures);
    let measure = Measure::of(outcomes.into_iter().flatten().collect());
    println!("{measure}");
    assert!(measure.mean() < MOST_ERRORS, "{measure}");
}

/// Cases that have mistakes already: whatever more is done to them, nothing stops.
#[test]
fn slips_in_texts_with_mistakes_stop_nothing() {
    let broken: Vec<(String, Texts)> =
        cases().into_iter().filter(|it| it.code.is_some()).map(|it| (it.name, it.texts)).collect();
    let mutants = spread(&broken, IN_SUITE);
    let failures: Vec<String> = outcomes(&mutants).into_iter().filter_map(Result::err).collect();
    none_failed(&failures);
}

/// Loose: what is measured stands in `docs/benchmarks.md`.
const MOST_ERRORS: f64 = 1.6;

fn right(mut all: Vec<(String, Texts)>) -> Vec<(String, Texts)> {
    all.retain(|(_, it)| it.compile().checked.is_some());
    all
}

/// `count` slips, evenly spread over all that can be made in the texts.
fn spread(all: &[(String, Texts)], count: usize) -> Vec<Mutant<'_>> {
    let mut slips = Vec::new();
    for (name, texts) in all {
        for (path, text) in texts.readable() {
            let file = Rc::new(File::new(name, texts, path, text));
            for at in 0..file.words.len() {
                let kinds = [Slip::Deleted, Slip::Doubled, Slip::Swapped];
                slips.extend(kinds.map(|kind| (Rc::clone(&file), at, kind)));
            }
        }
    }
    // A stride that is no multiple of three, so that the three kinds come up alike.
    let stride = (slips.len() / count).max(1);
    let stride = stride + usize::from(stride.is_multiple_of(3));
    let chosen = slips.iter().step_by(stride);
    chosen.map(|(file, at, kind)| file.mutant(*at, *kind)).collect()
}

/// A file that slips are made in.
struct File<'t> {
    name: &'t str,
    texts: &'t Texts,
    path: &'t str,
    tokens: Vec<String>,
    /// Which of the tokens are not blanks or comments.
    words: Vec<usize>,
}

impl<'t> File<'t> {
    fn new(name: &'t str, texts: &'t Texts, path: &'t str, text: &str) -> Self {
        let elements = parse(FileId(0), text).node().descendants_with_tokens();
        let tokens: Vec<Token> = elements.filter_map(Element::into_token).collect();
        let is_word = |it: &Token| !it.kind().is_trivia() && !it.text().is_empty();
        let words = (0..tokens.len()).filter(|at| is_word(&tokens[*at])).collect();
        let tokens = tokens.iter().map(|it| it.text().to_owned()).collect();
        Self { name, texts, path, tokens, words }
    }

    fn mutant(&self, at: usize, slip: Slip) -> Mutant<'t> {
        let Self { name, texts, path, .. } = self;
        let mut tokens = self.tokens.clone();
        let index = self.words[at];
        match slip {
            Slip::Deleted => tokens[index].clear(),
            Slip::Doubled => tokens[index] = format!("{0} {0}", self.tokens[index]),
            Slip::Swapped => tokens.swap(index, *self.words.get(at + 1).unwrap_or(&index)),
        }
        let line = self.tokens[..index].concat().lines().count().max(1);
        let place = format!("{name}: {path}: near line {line}: `{}` {slip:?}", self.tokens[index]);
        Mutant { texts, place, path, text: tokens.concat() }
    }
}

/// How many errors each mutant gives, or what went wrong. The work is divided among the processors.
fn outcomes(mutants: &[Mutant<'_>]) -> Vec<Result<(usize, String), String>> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = mutants.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let running: Vec<_> =
            mutants.chunks(share).map(|part| scope.spawn(|| part.iter().map(outcome).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|it| it.join().unwrap()).collect()
    })
}

fn outcome(mutant: &Mutant<'_>) -> Result<(usize, String), String> {
    let Mutant { texts, place, path, text } = mutant;
    if parse(FileId(0), text).node().text() != text.as_str() {
        return Err(format!("{place}: the tree does not give the text back\n{text}"));
    }
    let compiled = catch_unwind(|| {
        let mut texts = (*texts).clone();
        texts.insert(path, Ok(text.clone().into_bytes()));
        texts.compile()
    });
    let compilation = compiled.map_err(|_| format!("{place}: the compiler stops\n{text}"))?;
    let errors = compilation.diagnostics.count(Severity::Error);
    let mut codes = crate::outcome::codes(&compilation);
    codes.dedup();
    Ok((errors, format!("{place}: {}", codes.join(" "))))
}

/// What was found in all.
struct Measure {
    /// The numbers of errors of the slips that have any, largest first.
    errors: Vec<(usize, String)>,
    harmless: usize,
}

impl Measure {
    fn of(outcomes: Vec<(usize, String)>) -> Self {
        let (mut errors, harmless): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(|(count, _)| *count > 0);
        errors.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Self { errors, harmless: harmless.len() }
    }

    fn total(&self) -> usize {
        self.errors.iter().map(|(count, _)| count).sum()
    }

    /// Errors for each slip that has any.
    fn mean(&self) -> f64 {
        ratio(self.total(), self.errors.len())
    }

    fn share(&self, is_counted: impl Fn(usize) -> bool) -> f64 {
        100.0 * ratio(self.errors.iter().filter(|(count, _)| is_counted(*count)).count(), self.errors.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are thousands, not millions of millions")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} slips, {} of them without an error", self.errors.len() + self.harmless, self.harmless)?;
        writeln!(f, "{:.2} errors for a slip that has any", self.mean())?;
        writeln!(f, "{:.1} % have one, {:.1} % more than three", self.share(|it| it == 1), self.share(|it| it > 3))?;
        writeln!(f, "those with most:")?;
        for (count, what) in self.errors.iter().take(20) {
            writeln!(f, "{count:4} {what}")?;
        }
        Ok(())
    }
}
