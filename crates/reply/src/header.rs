//! What stands around the answers: which instrument, who replies, for which day, in which language, in which round.

use enquire_diagnostics::codes::{
    RESPONDENT_CODE, UNKNOWN_MEMBER, UNKNOWN_RESPONDENT_CLASS, WRONG_INSTRUMENT, WRONG_LANGUAGE, WRONG_VERSION,
};
use enquire_model::{Date, Decimal, RespondentClass};
use serde_json::{Map, Value};

use crate::breach::Breach;
use crate::given;
use crate::path::{Part, Path};
use crate::shape::Look;
use crate::suggest;

/// The members of every reply.
const ALWAYS: &[&str] = &["instrument", "respondent", "as_at", "language", "round", "answers"];

/// Those of some replies.
const SOMETIMES: &[&str] = &["contributors", "comments", "attachments", "links"];

/// The class of Member States, who are named by a code.
const MEMBER_STATES: &str = "member_states";

impl Look<'_, '_> {
    /// The members of the reply themselves.
    pub(crate) fn members(&mut self, root: &Path<'_>, reply: &Map<String, Value>) {
        let is_member = |key: &str| ALWAYS.contains(&key) || SOMETIMES.contains(&key);
        let known = self.known;
        for key in reply.keys().filter(|key| !is_member(key)) {
            self.found.add(&UNKNOWN_MEMBER, || {
                let all: Vec<&str> = ALWAYS.iter().chain(SOMETIMES).copied().collect();
                let help = if known.question(key).is_some() {
                    Some(format!("`{key}` is a question: put its answer into `answers`"))
                } else {
                    suggest::help(key, &all)
                };
                let what = format!("a reply has no member {}", given::code(key));
                Breach::of_name(&UNKNOWN_MEMBER, &root.member(key), what).maybe_help(help)
            });
        }
        for key in ALWAYS.iter().filter(|key| !reply.contains_key(**key)) {
            self.missing_member(root, key);
        }
    }

    /// Whether the reply is to this instrument, in any version.
    pub(crate) fn is_to_this(&mut self, root: &Path<'_>, reply: &Map<String, Value>) -> bool {
        let path = root.part("instrument", Part::Words("instrument"));
        let Some(given) = reply.get("instrument") else {
            return true;
        };
        let Some(release) = self.string(&path, given, "id and version") else {
            return true;
        };
        let instrument = self.known.instrument;
        let (id, version) = release.split_once('/').unwrap_or((release, ""));
        let expected = instrument.release();
        if id != instrument.id.as_str() {
            self.found.add(&WRONG_INSTRUMENT, || {
                let what = format!("the reply is to {}, and is held against `{expected}`", given::code(release));
                Breach::of_value(&WRONG_INSTRUMENT, &path, what)
                    .help("name the instrument that it is a reply to with `--instrument`")
            });
            return false;
        }
        if version != instrument.version {
            self.found.add(&WRONG_VERSION, || {
                let what = format!("the reply is to {}, and the instrument is `{expected}`", given::code(release));
                Breach::of_value(&WRONG_VERSION, &path, what)
                    .help("hold it against the version that it was written for, or bring its answers up to this one")
            });
        }
        true
    }

    /// Who replies.
    pub(crate) fn respondent(&mut self, root: &Path<'_>, given: &Value) {
        let instrument = self.known.instrument;
        let records = [("contact", &instrument.contact), ("sign_off", &instrument.sign_off)];
        let asked = records.iter().filter(|(_, record)| record.is_some()).map(|(key, _)| *key);
        let members: Vec<&str> = ["class", "name"].into_iter().chain(asked).collect();
        let path = root.part("respondent", Part::Words("respondent"));
        let Some(respondent) =
            self.object(&path, given, "an object with `class` and `name`", &members, &["class", "name"])
        else {
            return;
        };
        if let Some(class) = respondent.get("class") {
            self.class(&path.part("class", Part::Words("class")), class);
        }
        if let Some(name) = respondent.get("name") {
            self.name(&path.part("name", Part::Words("name")), name, respondent.get("class"));
        }
        for (key, record) in records {
            if let (Some(record), Some(given)) = (record, respondent.get(key)) {
                let words = if key == "contact" { "contact" } else { "sign-off" };
                self.record(record, &path.part(key, Part::Words(words)), given);
            }
        }
    }

    fn class(&mut self, path: &Path<'_>, given: &Value) {
        let Some(class) = self.string(path, given, "a class of respondents") else {
            return;
        };
        let classes = &self.known.instrument.respondents;
        if classes.iter().any(|it| it.id.as_str() == class) {
            return;
        }
        let known = self.known;
        self.found.add(&UNKNOWN_RESPONDENT_CLASS, || {
            let ids: Vec<&str> = classes.iter().map(|it: &RespondentClass| it.id.as_str()).collect();
            let what = format!("{} is no class that the instrument asks", given::code(class));
            Breach::of_value(&UNKNOWN_RESPONDENT_CLASS, path, known.says(path, &what))
                .maybe_help(suggest::help(class, &ids))
        });
    }

    fn name(&mut self, path: &Path<'_>, given: &Value, class: Option<&Value>) {
        self.some_words(path, given);
        let is_state = class.is_some_and(|class| class == MEMBER_STATES);
        let Some(name) = given.as_str().filter(|name| is_state && !name.is_empty()) else {
            return;
        };
        if crate::shape::is_country(name) {
            return;
        }
        let known = self.known;
        self.found.add(&RESPONDENT_CODE, || {
            let what = format!("{} is not a code of three capital letters", given::code(name));
            Breach::of_value(&RESPONDENT_CODE, path, known.says(path, &what))
                .help("name a Member State by its ISO 3166-1 alpha-3 code, such as `KEN`")
        });
    }

    /// The day for which the reply speaks.
    pub(crate) fn as_at(&mut self, root: &Path<'_>, given: &Value) -> Option<Date> {
        self.day(None, None, &root.part("as_at", Part::Words("day of the reply")), given)
    }

    pub(crate) fn reply_language(&mut self, root: &Path<'_>, given: &Value) {
        let path = root.part("language", Part::Words("language"));
        let Some(language) = self.string(&path, given, "the code of a language") else {
            return;
        };
        let languages = &self.known.instrument.languages;
        if languages.iter().any(|it| it == language) {
            return;
        }
        self.found.add(&WRONG_LANGUAGE, || {
            let all: Vec<&str> = languages.iter().map(String::as_str).collect();
            let what = format!("the instrument has no language {}", given::code(language));
            Breach::of_value(&WRONG_LANGUAGE, &path, what).maybe_help(suggest::help(language, &all))
        });
    }

    pub(crate) fn round(&mut self, root: &Path<'_>, given: &Value) {
        let path = root.part("round", Part::Words("round"));
        let Some(round) = self.whole(&path, given) else {
            return;
        };
        if round < Decimal::ONE || round > Decimal::from(u32::MAX) {
            self.out_of_bounds(&path, &round, (Some(&1), Some(&u32::MAX)), "rounds are counted from 1");
        }
    }
}
