//! What stands beside the answers: contributors, comments, files and links.

use enquire_diagnostics::codes::{ATTACHMENT_NOT_ALLOWED, COMMENT_NOT_ASKED, UNKNOWN_SECTION};
use enquire_model::{AttachmentPolicy, Contributors, Section};
use serde_json::{Map, Value};

use crate::breach::Breach;
use crate::given;
use crate::path::{Part, Path};
use crate::shape::{Look, address};
use crate::suggest;

/// The key of comments on the instrument itself.
const INSTRUMENT: &str = "instrument";

/// What is given with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    /// Files.
    Files,
    /// Addresses on the web.
    Links,
}

impl Given {
    /// Its member of a reply.
    fn key(self) -> &'static str {
        match self {
            Self::Files => "attachments",
            Self::Links => "links",
        }
    }

    fn is_allowed(self, policy: AttachmentPolicy) -> bool {
        match policy {
            AttachmentPolicy::Required | AttachmentPolicy::Allowed => true,
            AttachmentPolicy::LinkOnly => self == Self::Links,
            AttachmentPolicy::Forbidden => false,
        }
    }
}

impl Look<'_, '_> {
    /// Who filled in which section.
    pub(crate) fn contributors(&mut self, root: &Path<'_>, given: &Value) {
        let path = root.part("contributors", Part::Words("contributors"));
        let known = self.known;
        let asking = || known.sections.values().filter(|section| section.contributors != Contributors::Off);
        if asking().next().is_none() {
            return self.found.add(&UNKNOWN_SECTION, || {
                let what = "the instrument does not ask who filled in a section";
                Breach::of_name(&UNKNOWN_SECTION, &path, known.says(&path, what)).help("leave `contributors` out")
            });
        }
        for (index, item) in self.items(&path, given, "a list").into_iter().flatten().enumerate() {
            self.contributor(&path.item(index, Part::Entry(index)), item);
        }
    }

    fn contributor(&mut self, path: &Path<'_>, given: &Value) {
        const PARTS: &[&str] = &["section", "person"];
        let Some(contributor) = self.object(path, given, "an object with `section` and `person`", PARTS, PARTS) else {
            return;
        };
        let Some(section) = contributor.get("section") else {
            return;
        };
        let person = path.part("person", Part::Words("person"));
        let here = path.part("section", Part::Words("section"));
        let Some(id) = self.string(&here, section, "the id of a section") else {
            return;
        };
        let asked = self.known.sections.get(id).map(|section| &section.contributors);
        match (asked, contributor.get("person")) {
            (None | Some(Contributors::Off), _) => self.unknown_section(&here, id),
            (Some(Contributors::On), Some(given)) => self.person(&person, given),
            (Some(Contributors::Record(record)), Some(given)) => self.record(record, &person, given),
            (Some(Contributors::On | Contributors::Record(_)), None) => {}
        }
    }

    fn unknown_section(&mut self, path: &Path<'_>, id: &str) {
        let known = self.known;
        self.found.add(&UNKNOWN_SECTION, || {
            let asks = |section: &&&Section| section.contributors != Contributors::Off;
            let ids: Vec<&str> = known.sections.values().filter(asks).map(|section| section.id.as_str()).collect();
            let what = if known.sections.contains_key(id) {
                format!("the section `{id}` does not ask who filled it in")
            } else {
                format!("there is no section {}", given::code(id))
            };
            Breach::of_value(&UNKNOWN_SECTION, path, known.says(path, &what)).maybe_help(suggest::help(id, &ids))
        });
    }

    /// A person, where the author gives no record of their own.
    fn person(&mut self, path: &Path<'_>, given: &Value) {
        const PARTS: &[&str] = &["name", "body", "telephone", "email"];
        let Some(person) = self.object(path, given, "an object with `name` and `body`", PARTS, &[]) else {
            return;
        };
        if person.is_empty() {
            self.missing_member(path, "name");
        }
        for (key, words) in [("name", "name"), ("body", "body")] {
            if let Some(given) = person.get(key) {
                self.some_words(&path.part(key, Part::Words(words)), given);
            }
        }
        if let Some(given) = person.get("telephone") {
            self.telephone(&path.part("telephone", Part::Words("telephone")), given);
        }
        if let Some(given) = person.get("email") {
            self.email(&path.part("email", Part::Words("e-mail")), given);
        }
    }

    /// Comments on questions and on the instrument.
    pub(crate) fn comments(&mut self, root: &Path<'_>, given: &Value) {
        let path = root.part("comments", Part::Words("comments"));
        let known = self.known;
        let none = !known.instrument.comments && !known.questions.values().any(|asked| asked.question.comment);
        if none && given.as_object().is_none_or(Map::is_empty) {
            return self.found.add(&COMMENT_NOT_ASKED, || {
                let what = "the instrument has no space for comments";
                Breach::of_name(&COMMENT_NOT_ASKED, &path, known.says(&path, what)).help("leave `comments` out")
            });
        }
        let Some(comments) = given.as_object() else {
            return self.wrong_type(&path, "an object of texts by the ids of questions", given);
        };
        for (key, comment) in comments {
            let question = known.question(key);
            let asked =
                if key == INSTRUMENT { known.instrument.comments } else { question.is_some_and(|it| it.comment) };
            let here = path.part(key, question.map_or(Part::Unnamed, Part::Question));
            if asked {
                self.string(&here, comment, "a text");
            } else {
                self.comment_not_asked(&here, key);
            }
        }
    }

    fn comment_not_asked(&mut self, path: &Path<'_>, key: &str) {
        let known = self.known;
        self.found.add(&COMMENT_NOT_ASKED, || {
            let commented = known.questions.values().filter(|asked| asked.question.comment);
            let ids: Vec<&str> = commented.map(|asked| asked.question.id.as_str()).collect();
            let (what, help) = if key == INSTRUMENT {
                ("the instrument does not ask for comments on itself".to_owned(), None)
            } else if known.question(key).is_some() {
                ("there is no space for a comment".to_owned(), Some(format!("leave the comment on `{key}` out")))
            } else {
                (format!("there is no question {}", given::code(key)), suggest::help(key, &ids))
            };
            Breach::of_name(&COMMENT_NOT_ASKED, path, known.says(path, &what)).maybe_help(help)
        });
    }

    /// Files or links, by the questions that they are given with.
    pub(crate) fn given_with(&mut self, what: Given, root: &Path<'_>, given: &Value) {
        let path = root.part(what.key(), Part::Words(what.key()));
        let known = self.known;
        let none = !known.questions.values().any(|asked| what.is_allowed(asked.question.attachments));
        if none && given.as_object().is_none_or(Map::is_empty) {
            return self.found.add(&ATTACHMENT_NOT_ALLOWED, || {
                let says = format!("no question of the instrument allows {}", words(what));
                Breach::of_name(&ATTACHMENT_NOT_ALLOWED, &path, known.says(&path, &says))
                    .help(format!("leave `{}` out", what.key()))
            });
        }
        let Some(object) = given.as_object() else {
            return self.wrong_type(&path, "an object of lists by the ids of questions", given);
        };
        for (key, list) in object {
            let question = known.question(key);
            let here = path.part(key, question.map_or(Part::Unnamed, Part::Question));
            if question.is_some_and(|it| what.is_allowed(it.attachments)) {
                self.all_given(what, &here, list);
            } else {
                self.not_allowed(what, &here, key);
            }
        }
    }

    fn all_given(&mut self, what: Given, path: &Path<'_>, given: &Value) {
        let expected = format!("a list of {}", words(what));
        for (index, item) in self.items(path, given, &expected).into_iter().flatten().enumerate() {
            let here = path.item(index, Part::Unnamed);
            match what {
                Given::Files => self.file(&here, item),
                Given::Links => self.written(&here, item, &address()),
            }
        }
    }

    fn not_allowed(&mut self, what: Given, path: &Path<'_>, key: &str) {
        let known = self.known;
        self.found.add(&ATTACHMENT_NOT_ALLOWED, || {
            let question = known.question(key);
            let (says, help) = match question.map(|it| it.attachments) {
                None => {
                    let all = known.questions.keys().copied();
                    let near = suggest::nearest(key, all).map(|near| format!("did you mean `{near}`?"));
                    (format!("there is no question {}", given::code(key)), near)
                }
                Some(AttachmentPolicy::LinkOnly) => (
                    "only links can be given here".to_owned(),
                    Some(format!("publish the file and give its address in `links`, under `{key}`")),
                ),
                Some(AttachmentPolicy::Required | AttachmentPolicy::Allowed | AttachmentPolicy::Forbidden) => {
                    ("nothing can be attached here".to_owned(), Some(format!("leave the {} out", words(what))))
                }
            };
            Breach::of_name(&ATTACHMENT_NOT_ALLOWED, path, known.says(path, &says)).maybe_help(help)
        });
    }
}

fn words(what: Given) -> &'static str {
    match what {
        Given::Files => "files",
        Given::Links => "links",
    }
}
