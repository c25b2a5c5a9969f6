//! Options: of a scale, offered after an earlier answer, standing alone, how many.

use enquire_diagnostics::codes::{
    EXCLUSIVE_OPTION, NOT_AN_OPTION, OPTION_NOT_OFFERED, OTHER_WITHOUT_WORDS, REPEATED_OPTION, WORDS_WITHOUT_OTHER,
    WRONG_COUNT,
};
use enquire_model::{Answer, Choice, Count, Name, Selection};
use serde_json::{Map, Value};

use super::Look;
use crate::breach::Breach;
use crate::given;
use crate::known::{OTHER, label, other_key};
use crate::path::{Part, Path};
use crate::suggest;

/// Options are listed up to this number.
const MOST_LISTED: usize = 8;

impl Look<'_, '_> {
    pub(super) fn yes_no(&mut self, answer: &Answer, path: &Path<'_>, given: &Value) {
        if let Some(code) = self.string(path, given, "`yes` or `no`")
            && !matches!(code, "yes" | "no")
        {
            self.not_an_option(answer, path, code);
        }
    }

    pub(super) fn one_of(&mut self, answer: &Answer, selection: &Selection, path: &Path<'_>, given: &Value) {
        let Some(code) = self.string(path, given, "the code of one option") else {
            return;
        };
        if self.known.is_option(selection, code) {
            self.offered(answer, selection, path, code);
        } else {
            self.not_an_option(answer, path, code);
        }
    }

    pub(super) fn many_of(&mut self, answer: &Answer, selection: &Selection, path: &Path<'_>, given: &Value) {
        let Some(items) = self.items(path, given, "a list of the codes of options") else {
            return;
        };
        for (index, item) in items.iter().enumerate() {
            let path = path.item(index, Part::Unnamed);
            let Some(code) = self.string(&path, item, "the code of an option") else {
                continue;
            };
            if !self.known.is_option(selection, code) {
                self.not_an_option(answer, &path, code);
            } else if items.iter().take(index).any(|before| before == item) {
                self.repeated(&path, code);
            } else {
                self.offered(answer, selection, &path, code);
            }
        }
        self.exclusive(answer, selection, path, items);
        if !items.is_empty() {
            self.count(path, items.len(), selection.count, "option");
        }
    }

    fn repeated(&mut self, path: &Path<'_>, code: &str) {
        let known = self.known;
        self.found.add(&REPEATED_OPTION, || {
            let what = format!("the option `{code}` is given twice");
            Breach::of_value(&REPEATED_OPTION, path, known.says(path, &what)).help("give each option once")
        });
    }

    fn not_an_option(&mut self, answer: &Answer, path: &Path<'_>, code: &str) {
        let known = self.known;
        self.found.add(&NOT_AN_OPTION, || {
            let choices = known.choices(answer);
            let other = answer.selection().is_some_and(|selection| selection.other);
            let what = format!("{} is none of the options", given::code(code));
            Breach::of_value(&NOT_AN_OPTION, path, known.says(path, &what))
                .maybe_help(options_help(code, choices, other))
        });
    }

    /// Whether the option `code` is offered after the answer to the question that the scale depends on.
    fn offered(&mut self, answer: &Answer, selection: &Selection, path: &Path<'_>, code: &str) {
        let (Some(parent), Some(answers)) = (&selection.within, self.answers) else {
            return;
        };
        let Some(given) = answers.get(parent.as_str()) else {
            return;
        };
        let Some(asked) = self.known.question(parent.as_str()) else {
            return;
        };
        let is_option = |code: &str| self.known.choices(&asked.answer).iter().any(|it| it.code.as_str() == code);
        let chosen: Vec<&str> = match given {
            Value::String(code) if is_option(code) => vec![code],
            Value::Array(codes) => codes.iter().filter_map(Value::as_str).filter(|code| is_option(code)).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => return,
        };
        if code == OTHER && selection.other || chosen.is_empty() {
            return;
        }
        let of = |choice: &Choice| choice.parent.as_ref().is_some_and(|it| chosen.contains(&it.as_str()));
        let known = self.known;
        let choices = known.choices(answer);
        if choices.iter().any(|choice| choice.code.as_str() == code && of(choice)) {
            return;
        }
        self.found.add(&OPTION_NOT_OFFERED, || {
            let reference = known.short_name(parent.as_str());
            let answered = suggest::listed(&chosen);
            let what = format!("`{code}` is not offered where {reference} is answered {answered}");
            let offered: Vec<&str> = choices.iter().filter(|it| of(it)).map(|it| it.code.as_str()).collect();
            let help = match offered.as_slice() {
                [] => format!("correct {reference}, or leave this out"),
                some => format!("choose {}, or correct {reference}", either(some)),
            };
            let root = Path::root();
            let answers = root.member("answers");
            Breach::of_value(&OPTION_NOT_OFFERED, path, known.says(path, &what))
                .help(help)
                .related(answers.member(parent.as_str()).value(), format!("the answer to {reference}"))
        });
    }

    /// An option that stands alone is the only one.
    fn exclusive(&mut self, answer: &Answer, selection: &Selection, path: &Path<'_>, items: &[Value]) {
        if items.len() < 2 || selection.exclusive.is_empty() {
            return;
        }
        let alone = |item: &Value| selection.exclusive.iter().any(|it| item.as_str() == Some(it.as_str()));
        let Some((index, code)) = items.iter().enumerate().find(|(_, item)| alone(item)) else {
            return;
        };
        let known = self.known;
        self.found.add(&EXCLUSIVE_OPTION, || {
            let code = code.as_str().unwrap_or_default();
            let words = known.choices(answer).iter().find(|it| it.code.as_str() == code);
            let words = words.map(|it| format!(", “{}”,", label(&it.label))).unwrap_or_default();
            let what = format!("`{code}`{words} stands alone, and other options are chosen with it");
            Breach::of_value(&EXCLUSIVE_OPTION, &path.item(index, Part::Unnamed), known.says(path, &what))
                .help(format!("leave out `{code}` or the others"))
        });
    }

    /// There are as many `of` something as `count` allows.
    pub(super) fn count(&mut self, path: &Path<'_>, number: usize, count: Count, of: &str) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let (few, many) = (count.least.filter(|least| number < *least), count.most.filter(|most| number > *most));
        if few.is_none() && many.is_none() {
            return;
        }
        let known = self.known;
        self.found.add(&WRONG_COUNT, || {
            let bound = match (few, many) {
                (Some(least), _) => format!("at least {least}"),
                (None, most) => format!("at most {}", most.unwrap_or_default()),
            };
            let given = if of == "entry" { entries(number) } else { counted(number, of) };
            let is = if number == 1 { "is" } else { "are" };
            let what = format!("there {is} {given}, and {bound} can be given");
            let (what, help) = if few.is_some() {
                (what.replace("can be given", "are asked for"), "add what is missing")
            } else {
                (what, "keep the most important ones")
            };
            Breach::of_value(&WRONG_COUNT, path, known.says(path, &what)).help(help)
        });
    }

    /// The words for *other* stand in `object` beside the answer `id` exactly when that option is chosen; `given` is the
    /// value of the answer.
    pub(crate) fn words_of_other(
        &mut self,
        (id, answer): (&Name, &Answer),
        object: &Map<String, Value>,
        given: Option<&Value>,
        (path, part): (&Path<'_>, Part<'_>),
    ) {
        if !answer.selection().is_some_and(|selection| selection.other) {
            return;
        }
        let key = other_key(id.as_str());
        let chosen = match given {
            Some(Value::String(code)) => code == OTHER && matches!(answer, Answer::OneOf(_)),
            Some(Value::Array(codes)) => codes.iter().any(|code| code == OTHER) && !matches!(answer, Answer::OneOf(_)),
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => false,
        };
        let known = self.known;
        let here = path.part(id.as_str(), part);
        let beside = path.part(&key, part);
        match object.get(&key) {
            None if chosen => self.found.add(&OTHER_WITHOUT_WORDS, || {
                let what = format!("`other` is chosen, and the words that say what are missing in `{key}`");
                Breach::of_value(&OTHER_WITHOUT_WORDS, &here, known.says(&here, &what))
                    .help(format!("add `\"{key}\": \"...\"` beside the answer"))
            }),
            Some(words) if !chosen => {
                self.some_words(&beside, words);
                self.found.add(&WORDS_WITHOUT_OTHER, || {
                    let what = format!("there are words for `other` in `{key}`, and that option is not chosen");
                    Breach::of_name(&WORDS_WITHOUT_OTHER, &beside, known.says(&here, &what))
                        .help(format!("choose `other` in `{id}`, or leave out `{key}`"))
                });
            }
            Some(words) => self.some_words(&beside, words),
            None => {}
        }
    }
}

/// `1 option`, `3 options`.
fn counted(number: u32, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

fn entries(number: u32) -> String {
    if number == 1 { "1 entry".to_owned() } else { format!("{number} entries") }
}

/// `` `a`, `b` or `c` ``.
fn either(codes: &[&str]) -> String {
    suggest::joined(&codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>(), "or")
}

/// The option that was meant, by its code or its words, or all of them.
fn options_help(code: &str, choices: &[Choice], other: bool) -> Option<String> {
    let shown = |choice: &Choice| format!("`{}` (“{}”)", choice.code, label(&choice.label));
    let by_words = choices.iter().find(|it| label(&it.label).eq_ignore_ascii_case(code.trim()));
    let codes = choices.iter().map(|it| it.code.as_str());
    let near =
        || suggest::nearest(code, codes.clone()).and_then(|near| choices.iter().find(|it| it.code.as_str() == near));
    if let Some(meant) = by_words.or_else(near) {
        return Some(format!("did you mean {}?", shown(meant)));
    }
    if choices.len() > MOST_LISTED {
        return Some(format!(
            "choose one of the {} codes of this question, which `instrument.json` and the schema list",
            choices.len()
        ));
    }
    let all = choices.iter().map(shown).chain(other.then(|| "`other`".to_owned())).collect::<Vec<_>>();
    (!all.is_empty()).then(|| format!("the options are {}", suggest::joined(&all, "and")))
}
