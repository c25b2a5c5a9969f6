//! What stands in a reply beside the answers: who replies, for which day, in which language, comments, attachments.

use enquire_logic::{AnswerState, Evaluation};
use enquire_model::{
    Attachment, AttachmentPolicy, Contributor, Contributors, Date, Instrument, Name, Question, Reply, Respondent,
};
use indexmap::IndexMap;
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::{Map, Value as Json};

use crate::value::{Scene, Values, word};

/// How many days before the deadline replies speak for at most.
const SPREAD: u64 = 120;

/// The respondent who is named as a State is: the answer class of most instruments.
const STATES: &str = "member_states";

/// A reply without answers.
pub(crate) fn of(values: &Values, scene: &mut Scene) -> Reply {
    let instrument = values.instrument;
    let language = scene.dice.one(&instrument.languages).cloned().unwrap_or_else(|| "en".to_owned());
    Reply {
        instrument: instrument.release(),
        respondent: respondent(values, scene),
        as_at: day(instrument, scene),
        language,
        round: 1,
        contributors: contributors(values, scene),
        answers: IndexMap::new(),
        comments: IndexMap::new(),
        attachments: IndexMap::new(),
        links: IndexMap::new(),
    }
}

fn respondent(values: &Values, scene: &mut Scene) -> Respondent {
    let instrument = values.instrument;
    let class = scene.dice.one(&instrument.respondents).map_or_else(|| STATES.to_owned(), |it| it.id.to_string());
    let name = if class == STATES { word::user_code(&mut scene.dice) } else { word::phrase(&mut scene.dice) };
    let mut filled = |record: &Option<Name>| {
        let record = record.as_ref()?;
        values.record("", record.as_str(), scene).map(|given| given.value)
    };
    let contact = filled(&instrument.contact);
    let sign_off = filled(&instrument.sign_off);
    Respondent { class, name, contact, sign_off }
}

/// The day that matters, or one at random.
fn day(instrument: &Instrument, scene: &mut Scene) -> Date {
    let random = as_at(instrument, scene);
    scene.as_at.unwrap_or(random)
}

/// A day between the end of the reference period and the deadline.
fn as_at(instrument: &Instrument, scene: &mut Scene) -> Date {
    let period_end = instrument.period.map(|period| period.to);
    let last = instrument.deadline.or(period_end).unwrap_or(Date(date(2024, 12, 31)));
    let back = i64::try_from(scene.dice.below(SPREAD)).unwrap_or_default();
    let day = last.0.checked_sub(back.days()).map_or(last, Date);
    // Replies to an instrument without a deadline speak for the end of the period or a day after it.
    period_end.map_or(day, |end| day.max(end))
}

fn contributors(values: &Values, scene: &mut Scene) -> Vec<Contributor> {
    let mut all = Vec::new();
    for section in values.instrument.sections() {
        let person = match &section.contributors {
            Contributors::Off => continue,
            Contributors::On => Some(person(scene)),
            Contributors::Record(record) => values.record("", record.as_str(), scene).map(|given| given.value),
        };
        if let (true, Some(person)) = (scene.dice.chance(scene.complete), person) {
            all.push(Contributor { section: section.id.to_string(), person });
        }
    }
    all
}

/// Somebody, where the author gives no record of their own.
fn person(scene: &mut Scene) -> Json {
    let dice = &mut scene.dice;
    let number = dice.between(1, 9_999);
    let mut person = Map::from_iter([("name".to_owned(), Json::from(format!("Sample person {number}")))]);
    if dice.chance(80) {
        person.insert("body".to_owned(), format!("Sample body {number}").into());
    }
    if dice.chance(50) {
        person.insert("email".to_owned(), format!("sample{number}@example.org").into());
    }
    person.into()
}

/// Adds comments and attachments to the questions that are asked, those that have to be attached always.
pub(crate) fn add_remarks(evaluation: &Evaluation, scene: &mut Scene, reply: &mut Reply, instrument: &Instrument) {
    for (question, state) in evaluation.questions() {
        if !state.is_asked() {
            continue;
        }
        if question.comment && scene.dice.chance(4) {
            reply.comments.insert(question.id.to_string(), "Sample comment on the question.".to_owned());
        }
        if is_attached(question, state, scene) {
            reply.attachments.insert(question.id.to_string(), vec![attachment(scene)]);
        }
    }
    if instrument.comments && scene.dice.chance(20) {
        reply.comments.insert("instrument".to_owned(), "Sample comment on the questionnaire.".to_owned());
    }
}

fn is_attached(question: &Question, state: &AnswerState, scene: &mut Scene) -> bool {
    match question.attachments {
        AttachmentPolicy::Required => true,
        AttachmentPolicy::Allowed => *state == AnswerState::Answered && scene.dice.chance(3),
        AttachmentPolicy::LinkOnly | AttachmentPolicy::Forbidden => false,
    }
}

fn attachment(scene: &mut Scene) -> Attachment {
    let number = scene.dice.between(1, 9_999);
    Attachment {
        name: format!("sample-{number}.pdf"),
        media_type: "application/pdf".to_owned(),
        size: scene.dice.between(1_000, 5_000_000),
        sha256: word::digest(&mut scene.dice),
    }
}
