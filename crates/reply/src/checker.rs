//! One reply against one instrument.

use enquire_logic::{Evaluation, Evaluator};
use enquire_model::{Date, Instrument, Reply, Respondent};
use serde_json::{Map, Value};

use crate::beside::Given;
use crate::breach::{Breach, Found};
use crate::known::Known;
use crate::path::{Part, Path};
use crate::shape::Look;

/// An instrument made ready to hold many replies against it.
///
/// Making it takes time in proportion to the length of the instrument. It can be shared between threads.
#[derive(Debug)]
pub struct Checker<'a> {
    known: Known<'a>,
    evaluator: Evaluator<'a>,
}

impl<'a> Checker<'a> {
    /// Makes `instrument` ready. It has to be one without errors, else findings about replies may be missing.
    pub fn new(instrument: &'a Instrument) -> Self {
        Self { known: Known::of(instrument), evaluator: Evaluator::new(instrument) }
    }

    /// The instrument that replies are held against.
    pub fn instrument(&self) -> &'a Instrument {
        self.known.instrument
    }

    /// Every breach of a rule by `reply`, in the order of the rules.
    pub fn breaches(&self, reply: &Value) -> Vec<Breach> {
        let mut found = Found::explaining();
        self.judge(reply, &mut found);
        found.into_breaches()
    }

    /// Whether `reply` breaks no rule that makes it invalid. Warnings do not.
    pub fn is_valid(&self, reply: &Value) -> bool {
        let mut found = Found::counting();
        self.judge(reply, &mut found);
        found.errors() == 0
    }

    /// Whether there is nothing at all to say about `reply`, not even a warning. It says the same as
    /// [`breaches`](Self::breaches) being empty, sooner: no finding is put in words.
    pub fn is_silent(&self, reply: &Value) -> bool {
        let mut found = Found::counting();
        self.judge(reply, &mut found);
        found.is_silent()
    }

    fn judge(&self, reply: &Value, found: &mut Found) {
        let root = Path::root();
        let mut look = Look { known: &self.known, answers: None, found };
        let Some(members) = reply.as_object() else {
            return look.wrong_type(&root, "a reply, which is an object,", reply);
        };
        if !look.is_to_this(&root, members) {
            return;
        }
        look.members(&root, members);
        let as_at = around(&mut look, &root, members);
        let Some(given) = members.get("answers") else {
            return;
        };
        let path = root.part("answers", Part::Unnamed);
        match given.as_object() {
            Some(answers) => self.answers(found, &path, members, answers, as_at),
            None => look.wrong_type(&path, "an object of answers by the ids of questions", given),
        }
    }

    fn answers(
        &self,
        found: &mut Found,
        path: &Path<'_>,
        members: &Map<String, Value>,
        answers: &Map<String, Value>,
        as_at: Option<Date>,
    ) {
        let mut look = Look { known: &self.known, answers: Some(answers), found };
        let doubtful = look.each(path, answers);
        // Without its day, what depends on it is unknown; the finding about the day is enough for now.
        if let Some(as_at) = as_at {
            let evaluation = self.evaluate(answers, as_at);
            let some = |key: &str, id: &str| {
                members.get(key).and_then(|it| it.get(id)).and_then(Value::as_array).is_some_and(|it| !it.is_empty())
            };
            look.across(path, answers, &evaluation, &doubtful, &|id| some("attachments", id) || some("links", id));
        }
    }

    fn evaluate(&self, answers: &Map<String, Value>, as_at: Date) -> Evaluation<'a> {
        self.evaluator.evaluate(&Reply {
            instrument: String::new(),
            respondent: Respondent { class: String::new(), name: String::new(), contact: None, sign_off: None },
            as_at,
            language: String::new(),
            round: 1,
            contributors: Vec::new(),
            answers: answers.iter().map(|(id, given)| (id.clone(), given.clone())).collect(),
            comments: indexmap::IndexMap::new(),
            attachments: indexmap::IndexMap::new(),
            links: indexmap::IndexMap::new(),
        })
    }
}

/// What stands around and beside the answers. Hands out the day for which the reply speaks.
fn around(look: &mut Look<'_, '_>, root: &Path<'_>, members: &Map<String, Value>) -> Option<Date> {
    let mut as_at = None;
    for (key, given) in members {
        match key.as_str() {
            "respondent" => look.respondent(root, given),
            "as_at" => as_at = look.as_at(root, given),
            "language" => look.reply_language(root, given),
            "round" => look.round(root, given),
            "contributors" => look.contributors(root, given),
            "comments" => look.comments(root, given),
            "attachments" => look.given_with(Given::Files, root, given),
            "links" => look.given_with(Given::Links, root, given),
            _ => {}
        }
    }
    as_at
}
