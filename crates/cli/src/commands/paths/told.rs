//! Paths as people read them.

use clap::builder::styling::Style;
use enquire::{Excluding, Figure, Given, Length, Outcome, QuestionPath, Reachability, Shown, Titled};

use crate::compiled::counted;
use crate::page::wrap;

/// The most answers of a long path that are listed; the reply as a file has them all.
const MOST_ANSWERS: usize = 20;

/// The most answers that are listed in a line of the table.
const MOST_IN_TABLE: usize = 6;

/// Wider ids do not push the words behind them further to the right.
const WIDEST_ID: usize = 40;

/// The longest and the shortest path.
pub(super) fn lengths(found: &Reachability, width: usize) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", found.instrument.replace('/', " "), counted(found.questions, "question"))];
    for (name, length) in [("The longest path", &found.longest), ("The shortest path", &found.shortest)] {
        lines.push(String::new());
        lines.push(heading(&format!(
            "{name}: {}, {}, {} in prose",
            figure(&length.questions, "", "question"),
            figure(&length.minutes, "about ", "minute"),
            amount(&length.prose),
        )));
        let groups = by_reply(length, found);
        for (figures, reply) in &groups {
            lines.extend(answers_of(figures, groups.len(), reply, width));
        }
    }
    lines
}

/// The replies that show the figures of a path, each once, with the words of those figures. A figure that is the same on every path
/// needs no reply.
fn by_reply<'f>(length: &'f Length, found: &Reachability) -> Vec<(Vec<&'static str>, &'f Shown)> {
    let (longest, shortest) = (&found.longest, &found.shortest);
    let figures = [
        ("questions", &length.questions, longest.questions.most == shortest.questions.least),
        ("minutes", &length.minutes, longest.minutes.most == shortest.minutes.least),
        ("prose", &length.prose, longest.prose.most == shortest.prose.least),
    ];
    let mut groups: Vec<(Vec<&'static str>, &Shown)> = Vec::new();
    for (word, figure, is_fixed) in figures {
        let Some(reply) = figure.reply.as_ref().filter(|_| !is_fixed) else { continue };
        match groups.iter_mut().find(|(_, known)| *known == reply) {
            Some((words, _)) => words.push(word),
            None => groups.push((vec![word], reply)),
        }
    }
    groups
}

fn answers_of(figures: &[&str], groups: usize, reply: &Shown, width: usize) -> Vec<String> {
    let which = if groups == 1 {
        "It is the path of".to_owned()
    } else {
        format!("In {} it is the path of", figures.join(" and "))
    };
    if reply.answers.is_empty() {
        return vec![format!("  {which} whoever answers nothing that leads further")];
    }
    let mut lines = vec![format!("  {which} whoever answers")];
    let hidden = reply.answers.len().saturating_sub(MOST_ANSWERS);
    // One more line says no less than that there is one more.
    let shown = if hidden == 1 { reply.answers.len() } else { MOST_ANSWERS };
    lines.extend(answers(reply.answers.iter().take(shown), width));
    if hidden > 1 {
        lines.push(format!("    and {hidden} more; `--format json` tells them all"));
    }
    lines
}

/// What leads to each of the questions, or why nothing does.
pub(super) fn questions(found: &Reachability, width: usize, path: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, one) in found.paths.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        lines.extend(title(&one.question, width));
        lines.extend(outcome(one, width, path));
    }
    lines
}

fn title(question: &Titled, width: usize) -> Vec<String> {
    let number = question.number.as_ref().map_or_else(String::new, |it| format!("question {it}, "));
    let text = format!("{number}{}: “{}”", question.id, question.wording);
    wrap(&capitalized(&text), width).iter().map(|line| heading(line)).collect()
}

fn outcome(one: &QuestionPath, width: usize, path: &dyn Fn(&str) -> String) -> Vec<String> {
    match &one.outcome {
        Outcome::Asked { everybody: true, .. } => vec!["  Everybody is asked it.".to_owned()],
        Outcome::Asked { reply, .. } if reply.answers.is_empty() => {
            vec!["  It is asked even where nothing is answered.".to_owned()]
        }
        Outcome::Asked { reply, .. } => {
            let mut lines = vec!["  The fewest answers that lead to it:".to_owned()];
            lines.extend(answers(reply.answers.iter(), width));
            lines
        }
        Outcome::Never { conditions } => never(conditions, path),
        Outcome::Undecided { reason } => {
            let text = format!("It could not be decided whether anybody is asked it: {reason}.");
            wrap(&text, width.saturating_sub(2)).iter().map(|line| format!("  {line}")).collect()
        }
    }
}

fn never(conditions: &[Excluding], path: &dyn Fn(&str) -> String) -> Vec<String> {
    let words = match conditions.len() {
        0 => return vec!["  Nobody can ever be asked it.".to_owned()],
        1 => "Nobody can ever be asked it, because this can never hold:",
        _ => "Nobody can ever be asked it, because these cannot hold together:",
    };
    let mut lines = vec![format!("  {words}")];
    for condition in conditions {
        let of = condition.of.as_ref().map_or_else(|| "group".to_owned(), |it| format!("`{it}`"));
        lines.push(format!("    {}  ({}:{}, {of})", condition.written, path(&condition.file), condition.line));
        lines.push(format!("      {}", condition.words));
    }
    lines
}

/// A line for each question: number, id, and the answers that lead to it.
pub(super) fn table(found: &Reachability, width: usize) -> Vec<String> {
    let all: Vec<&Titled> = found.paths.iter().map(|it| &it.question).collect();
    let columns = Columns::of(&all);
    let one = |it: &QuestionPath| columns.line(&it.question, &summary(&it.outcome), "", width);
    found.paths.iter().flat_map(one).collect()
}

fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Asked { everybody: true, .. } => "everybody".to_owned(),
        Outcome::Asked { reply, .. } if reply.answers.is_empty() => "even where nothing is answered".to_owned(),
        Outcome::Asked { reply, .. } => {
            let answers =
                reply.answers.iter().take(MOST_IN_TABLE).map(|it| format!("{} = {}", it.question.id, it.words));
            let told = answers.collect::<Vec<_>>().join(", ");
            match reply.answers.len().saturating_sub(MOST_IN_TABLE) {
                0 => told,
                more => format!("{told} and {}", counted(more, "more answer")),
            }
        }
        Outcome::Never { .. } => "nobody, ever".to_owned(),
        Outcome::Undecided { .. } => "not decided".to_owned(),
    }
}

fn answers<'g>(given: impl Iterator<Item = &'g Given>, width: usize) -> Vec<String> {
    let given: Vec<&Given> = given.collect();
    let titles: Vec<&Titled> = given.iter().map(|it| &it.question).collect();
    let columns = Columns::of(&titles);
    given.iter().flat_map(|it| columns.line(&it.question, &it.words, "    ", width)).collect()
}

/// How wide the columns before the words are.
struct Columns {
    number: usize,
    id: usize,
}

impl Columns {
    fn of(questions: &[&Titled]) -> Self {
        let length = |text: &str| text.chars().count();
        let number = questions.iter().filter_map(|it| it.number.as_deref()).map(length).max().unwrap_or(0);
        let id = questions.iter().map(|it| length(&it.id)).max().unwrap_or(0);
        Self { number, id: id.min(WIDEST_ID) }
    }

    /// Number, id and words; words that do not fit go on below themselves.
    fn line(&self, question: &Titled, words: &str, margin: &str, width: usize) -> Vec<String> {
        let number = question.number.as_deref().unwrap_or("");
        let Self { number: wide, id } = *self;
        let front = if wide == 0 { String::new() } else { format!("{number:<wide$}  ") };
        let front = format!("{margin}{front}{:<id$}  ", question.id);
        let indentation = front.chars().count();
        let mut lines = wrap(words, width.saturating_sub(indentation).max(MOST_ANSWERS)).into_iter();
        let first = lines.next().unwrap_or_default();
        let rest = lines.map(|line| format!("{}{line}", " ".repeat(indentation)));
        std::iter::once(format!("{front}{first}").trim_end().to_owned()).chain(rest).collect()
    }
}

/// `110 questions`, `about 330 minutes`, `between 90 and 110 questions`.
fn figure(figure: &Figure, about: &str, word: &str) -> String {
    if figure.least == figure.most {
        format!("{about}{}", counted(figure.most as usize, word))
    } else {
        format!("between {about}{} and {}", figure.least, counted(figure.most as usize, word))
    }
}

/// `11`, `between 9 and 11`.
fn amount(figure: &Figure) -> String {
    if figure.least == figure.most {
        figure.most.to_string()
    } else {
        format!("between {} and {}", figure.least, figure.most)
    }
}

fn heading(line: &str) -> String {
    let bold = Style::new().bold();
    format!("{bold}{line}{bold:#}")
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
