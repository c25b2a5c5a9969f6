//! Instruments of questions at random, as long as one likes, and the same in every run.
//!
//! One question in twenty is one that others depend on; they form groups of ten, in which each but the first depends on one before
//! it. Three questions in ten are asked on a condition, which joins answers of one to four groups. Each condition can hold and fail.

use std::fmt::Write;

/// How many questions that others depend on form a group.
const GROUP: usize = 10;

/// How many questions stand in a section.
const SECTION: usize = 100;

const BODIES: [&str; 5] = ["courts", "police", "shelters", "offices", "hospitals"];

/// An instrument of `questions` questions, at least 800, with a condition on three in ten of them.
pub(crate) fn instrument(questions: usize) -> String {
    let mut dice = Dice(20_040_701);
    let known = questions / 20;
    let mut conditions = questions * 3 / 10;
    let mut text = header();
    for number in 0..questions {
        if number % SECTION == 0 {
            let _ = writeln!(text, "section part_{number} \"Part {}\" {{", number / SECTION + 1);
        }
        let condition = if number < known {
            (number % GROUP > 0).then(|| atom(&mut dice, number - 1))
        } else {
            // As many as are left, spread evenly over the questions that are left.
            (dice.below(questions - number) < conditions).then(|| joined(&mut dice, known))
        };
        conditions -= usize::from(condition.is_some());
        question(&mut text, number, condition.as_deref());
        if (number + 1) % SECTION == 0 || number + 1 == questions {
            text.push_str("}\n");
        }
    }
    text
}

fn header() -> String {
    let mut text = String::from(
        "instrument random version 1.0.0 {
  title       \"Questions at random\"
  period      2004 to 2007
  nonresponse not_known \"Information not available\"
}
scale body \"Body\" {
",
    );
    for body in BODIES {
        let _ = writeln!(text, "  {body} \"The {body}\"");
    }
    text.push_str("}\n");
    text
}

fn question(text: &mut String, number: usize, condition: Option<&str>) {
    let (wording, answer) = match number % 4 {
        0 => ("Is measure # in force?", "yes_no"),
        1 => ("Which body leads measure #?", "one of body"),
        2 => ("Which bodies take part in measure #?", "many of body"),
        _ => ("How many persons work for measure #?", "integer from 0 to 1000"),
    };
    let wording = wording.replace('#', &(number + 1).to_string());
    let _ = writeln!(text, "question measure_{number} \"{wording}\" {{\n  answer {answer}");
    if let Some(condition) = condition {
        let _ = writeln!(text, "  when   {condition}");
    }
    text.push_str("}\n");
}

/// A condition on the answers of one to four groups, so that no part of it can contradict another.
fn joined(dice: &mut Dice, known: usize) -> String {
    let groups = known / GROUP;
    let mut taken = Vec::new();
    let mut condition = String::new();
    for part in 0..=dice.below(4) {
        let mut group = dice.below(groups);
        while taken.contains(&group) {
            group = (group + 1) % groups;
        }
        taken.push(group);
        let number = group * GROUP + dice.below(GROUP);
        let one = atom(dice, number);
        condition = match (part, dice.below(4)) {
            (0, 0) => format!("not ({one})"),
            (0, _) => one,
            (_, 0) => format!("({condition}) and not ({one})"),
            (_, 1) => format!("({condition}) or {one}"),
            _ => format!("({condition}) and {one}"),
        };
    }
    condition
}

/// What can be asked of the answer of a question, and may hold or fail.
fn atom(dice: &mut Dice, number: usize) -> String {
    let id = format!("measure_{number}");
    let body = dice.below(BODIES.len());
    let body = BODIES.get(body).copied().unwrap_or_default();
    let persons = 10 + dice.below(900);
    match (number % 4, dice.below(3)) {
        (0, 0) => format!("{id} = no"),
        (0, _) => format!("{id} = yes"),
        (1, 0) => format!("{id} != {body}"),
        (1, _) => format!("{id} = {body}"),
        (2, 0) => format!("chosen({id}) >= 2"),
        (2, _) => format!("{id} contains {body}"),
        (_, 0) => format!("{id} <= {persons}"),
        _ => format!("{id} > {persons}"),
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`, or 0 if there is none.
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default().checked_rem(sides).unwrap_or_default()
    }
}
