//! Records and lists of them.

use enquire_model::{Count, Field, Name};
use serde_json::{Map, Value as Json};

use super::choice::wanted;
use super::{Given, Scene, Telling, Values};

/// How many entries a list without bounds has at most.
const USUAL: usize = 3;

/// How often a key that no other entry has is sought.
const TRIES: usize = 20;

/// How many entries one telling list has at most.
const LONGEST: usize = 8;

impl Values<'_> {
    fn fields(&self, record: &str) -> &[Field] {
        self.instrument.records.get(record).map_or(&[], |record| &record.fields)
    }

    /// A record in which some fields that need not be filled are blank. `question` is where it is read.
    pub(crate) fn record(&self, question: &str, record: &str, scene: &mut Scene) -> Option<Given> {
        let entry = self.entry(question, record, scene)?;
        (!entry.is_empty()).then(|| Given::of(Json::Object(entry)))
    }

    /// The fields of a record; nothing if a required one has no answer.
    fn entry(&self, question: &str, record: &str, scene: &mut Scene) -> Option<Map<String, Json>> {
        let fields = self.fields(record);
        let sure = scene.dice.place(fields.len());
        let mut entry = Map::new();
        for (at, field) in fields.iter().enumerate() {
            if !field.required && at != sure && !scene.dice.chance(75) {
                continue;
            }
            let subject = (question, Some(field.id.as_str()));
            match self.random(subject, &field.answer, scene) {
                Some(given) => put(&mut entry, field.id.as_str(), given),
                None if field.required => return None,
                None => {}
            }
        }
        Some(entry)
    }

    pub(super) fn list(
        &self,
        question: &str,
        record: &str,
        key: Option<&Name>,
        count: Count,
        scene: &mut Scene,
    ) -> Option<Given> {
        let least = wanted(count.least);
        let most = count.most.map_or(least.max(USUAL), |it| it as usize).min(least.max(USUAL));
        let near: Vec<usize> = self.counts(question, count);
        let chosen = if scene.dice.chance(30) { scene.dice.one(&near).copied() } else { None };
        let wanted = chosen.unwrap_or_else(|| {
            usize::try_from(scene.dice.between(least.max(1).min(most) as u64, most as u64)).unwrap_or(least)
        });
        self.entries(question, record, key, wanted, scene).filter(|entries| entries.len() >= least).map(Given::of)
    }

    /// So many entries, or fewer if no more keys are to be found.
    fn entries(
        &self,
        question: &str,
        record: &str,
        key: Option<&Name>,
        wanted: usize,
        scene: &mut Scene,
    ) -> Option<Vec<Json>> {
        let mut entries: Vec<Map<String, Json>> = Vec::new();
        for _ in 0..wanted {
            let mut entry = self.entry(question, record, scene)?;
            if !self.distinguish(question, record, key, &mut entry, &entries, scene) {
                break;
            }
            entries.push(entry);
        }
        // An entry has something in it.
        entries.retain(|entry| !entry.is_empty());
        Some(entries.into_iter().map(Json::Object).collect())
    }

    /// Gives `entry` a key that none of `others` has. Whether there is one.
    fn distinguish(
        &self,
        question: &str,
        record: &str,
        key: Option<&Name>,
        entry: &mut Map<String, Json>,
        others: &[Map<String, Json>],
        scene: &mut Scene,
    ) -> bool {
        let Some(key) = key.map(Name::as_str) else { return true };
        let Some(field) = self.fields(record).iter().find(|field| field.id.as_str() == key) else { return true };
        let is_new = |entry: &Map<String, Json>| {
            entry.get(key).is_none_or(|own| others.iter().all(|it| it.get(key) != Some(own)))
        };
        for _ in 0..TRIES {
            if is_new(entry) {
                return true;
            }
            let Some(given) = self.random((question, Some(key)), &field.answer, scene) else { return false };
            entry.retain(|name, _| *name != super::other_key(key));
            put(entry, key, given);
        }
        is_new(entry)
    }

    /// The counts at which conditions change.
    fn counts(&self, question: &str, count: Count) -> Vec<usize> {
        let constants = self.constants.counts(question).iter();
        let near = constants.flat_map(|it| [it.saturating_sub(1), *it, it.saturating_add(1)]);
        let within = near.filter(|it| count.least.is_none_or(|least| least <= *it));
        let within = within.filter(|it| count.most.is_none_or(|most| *it <= most));
        within.map(|it| it as usize).filter(|it| *it <= 1_000).collect()
    }

    /// Records that together have every telling answer of every field.
    pub(super) fn telling_records(&self, question: &str, record: &str, scene: &mut Scene) -> Vec<Telling> {
        let fields = self.fields(record);
        let telling: Vec<(&Field, Vec<Telling>)> = fields
            .iter()
            .map(|field| (field, self.telling((question, Some(field.id.as_str())), &field.answer, scene)))
            .map(|(field, all)| (field, all.into_iter().filter(|it| it.under.is_empty()).collect()))
            .collect();
        let longest = telling.iter().map(|(_, all)| all.len()).max().unwrap_or_default();
        let mut all: Vec<Telling> = (0..longest).map(|at| nth_record(&telling, at)).collect();
        let required: Vec<_> = telling.into_iter().filter(|(field, _)| field.required).collect();
        if !required.is_empty() && required.len() < fields.len() {
            all.push(Telling { shows: vec!["only the required fields".to_owned()], ..nth_record(&required, 0) });
        }
        all.retain(|it| it.given.value.as_object().is_some_and(|entry| !entry.is_empty()));
        all
    }

    /// Lists that together have every telling answer of every field, and as few and as many entries as there may be.
    pub(super) fn telling_lists(
        &self,
        question: &str,
        record: &str,
        key: Option<&Name>,
        count: Count,
        scene: &mut Scene,
    ) -> Vec<Telling> {
        let least = wanted(count.least);
        let most = count.most.map(|it| it as usize);
        let mut counts = self.counts(question, count);
        counts.extend([least].into_iter().chain(most.filter(|most| *most <= 1_000)));
        counts.sort_unstable();
        counts.dedup();
        let records = self.telling_records(question, record, scene);
        let size = LONGEST.min(most.unwrap_or(LONGEST)).max(1);
        let mut all: Vec<Telling> = records
            .chunks(size)
            .filter_map(|chunk| self.together(question, record, key, least, chunk, scene))
            .collect();
        for wanted in counts {
            let entries = self.entries(question, record, key, wanted, scene).filter(|it| it.len() == wanted);
            all.extend(entries.map(|it| Telling::new(entries_in_words(wanted), Given::of(it))));
        }
        all
    }

    /// One list of several records, with keys that differ.
    fn together(
        &self,
        question: &str,
        record: &str,
        key: Option<&Name>,
        least: usize,
        records: &[Telling],
        scene: &mut Scene,
    ) -> Option<Telling> {
        let mut entries: Vec<Map<String, Json>> = Vec::new();
        for telling in records {
            let mut entry = telling.given.value.as_object().cloned().unwrap_or_default();
            if self.distinguish(question, record, key, &mut entry, &entries, scene) {
                entries.push(entry);
            }
        }
        while entries.len() < least {
            let mut entry = self.entry(question, record, scene)?;
            if !self.distinguish(question, record, key, &mut entry, &entries, scene) {
                return None;
            }
            entries.push(entry);
        }
        let shows = records.iter().flat_map(|it| it.shows.clone()).collect();
        let value: Vec<Json> = entries.into_iter().map(Json::Object).collect();
        Some(Telling { shows, given: Given::of(value), under: Vec::new() })
    }
}

/// The record of the `at`th telling answer of each field.
fn nth_record(fields: &[(&Field, Vec<Telling>)], at: usize) -> Telling {
    let mut entry = Map::new();
    let mut shows = Vec::new();
    for (field, telling) in fields {
        if let Some(chosen) = telling.iter().cycle().nth(at) {
            if at < telling.len() {
                shows.extend(chosen.shows.iter().map(|it| format!("{}: {it}", field.id)));
            }
            put(&mut entry, field.id.as_str(), chosen.given.clone());
        }
    }
    Telling { shows, given: Given::of(Json::Object(entry)), under: Vec::new() }
}

fn put(entry: &mut Map<String, Json>, key: &str, given: Given) {
    given.put(key, |key, value| {
        entry.insert(key, value);
    });
}

fn entries_in_words(count: usize) -> String {
    match count {
        0 => "no entry".to_owned(),
        1 => "1 entry".to_owned(),
        _ => format!("{count} entries"),
    }
}
