//! The table of `and`, `or` and `not`.

use enquire_model::{Expression, ExpressionKind};

use super::{fixture, page, shown};
use crate::build::{and, answer, choice, equal, not, of, or};
use crate::{Evaluator, evaluate};

/// Something that is true, false or undefined.
fn truths() -> [Expression; 3] {
    let truth = |truth| of(ExpressionKind::Truth(truth));
    [truth(true), truth(false), equal(answer("fund"), choice("yes"))]
}

#[test]
fn and_or_and_not_are_what_the_page_says() {
    let instrument = fixture::instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&fixture::reply());
    let cell = |expression: &Expression| shown(&evaluate(expression, &evaluation));
    let page = page();
    let (_, table) = page.split_once("| `a` | `b` |").unwrap();
    let mut lines = table.lines().skip(2);
    for a in truths() {
        for b in truths() {
            let both = [and([a.clone(), b.clone()]), or([a.clone(), b.clone()]), not(a.clone())];
            let cells: Vec<String> = [&a, &b].into_iter().chain(&both).map(cell).collect();
            assert_eq!(lines.next().unwrap(), format!("| {} |", cells.join(" | ")));
        }
    }
}
