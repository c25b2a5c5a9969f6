//! Options of scales.

use enquire_model::{Choice, Selection};
use serde_json::Value as Json;

use super::{Given, OTHER, Scene, Telling, Values, word};
use crate::constants::Subject;

impl Values<'_> {
    pub(super) fn one_of_yes_no(&self, subject: Subject, scene: &mut Scene) -> Option<Given> {
        let codes: Vec<&str> = self.yes_no.choices.iter().map(|choice| choice.code.as_str()).collect();
        let weights = weights(subject, &codes, scene.advanced);
        codes.get(scene.dice.weighted(&weights)).map(|code| Given::of(*code))
    }

    /// One option.
    pub(super) fn option(&self, subject: Subject, selection: &Selection, scene: &mut Scene) -> Option<Given> {
        let codes = self.offered(selection, scene);
        let weights = weights(subject, &codes, scene.advanced);
        let code = codes.get(scene.dice.weighted(&weights))?;
        Some(given((*code).into(), selection.other && *code == OTHER, scene))
    }

    /// Several options, or one that stands alone.
    pub(super) fn options(&self, subject: Subject, selection: &Selection, scene: &mut Scene) -> Option<Given> {
        let offered = self.offered(selection, scene);
        let (alone, together): (Vec<&str>, Vec<&str>) = offered.iter().partition(|code| is_exclusive(selection, code));
        let least = wanted(selection.count.least);
        let stands_alone = least <= 1 && (together.is_empty() || scene.dice.chance(8));
        if let (true, Some(code)) = (stands_alone, scene.dice.one(&alone)) {
            return Some(given(Json::from(vec![*code]), selection.other && *code == OTHER, scene));
        }
        let weights = weights(subject, &together, scene.advanced);
        let most = selection.count.most.map_or(together.len(), wanted_most).min(together.len());
        let mut chosen: Vec<&str> = Vec::new();
        for (code, weight) in together.iter().zip(weights) {
            if scene.dice.below(1_000) < weight {
                chosen.push(code);
            }
        }
        while chosen.len() > most {
            chosen.remove(scene.dice.place(chosen.len()));
        }
        let wanted = self.count_wanted(subject, least.max(1), most, chosen.len(), scene);
        fill(&mut chosen, &together, wanted);
        (!chosen.is_empty() && chosen.len() >= least).then(|| several(selection, chosen, scene))
    }

    /// Some of the options, the weightiest first.
    pub(super) fn ranking(&self, subject: Subject, selection: &Selection, scene: &mut Scene) -> Option<Given> {
        let given = self.options(subject, selection, scene)?;
        let mut ranked = given.value.as_array().cloned().unwrap_or_default();
        scene.dice.shuffle(&mut ranked);
        Some(Given { value: ranked.into(), ..given })
    }

    /// How many options to choose: what came up, but often a number at which a condition changes.
    fn count_wanted(&self, subject: Subject, least: usize, most: usize, drawn: usize, scene: &mut Scene) -> usize {
        let constants = self.constants.counts(subject.0);
        let near: Vec<usize> = constants.iter().flat_map(|count| [*count, count + 1]).map(|it| it as usize).collect();
        let wanted = if scene.dice.chance(40) { scene.dice.one(&near).copied() } else { None };
        wanted.unwrap_or(drawn).clamp(least, most.max(least))
    }

    /// The codes that can be chosen given the answers so far, `other` included.
    fn offered<'s>(&'s self, selection: &Selection, scene: &Scene) -> Vec<&'s str> {
        let choices = self.scale(selection.scale.as_str()).map_or(&[][..], |scale| scale.choices.as_slice());
        let parent = selection.within.as_ref().map(|within| scene.answers.get(within.as_str()));
        let is_offered = |choice: &&Choice| match (parent, &choice.parent) {
            (Some(Some(Json::String(code))), Some(own)) => code == own.as_str(),
            (Some(Some(Json::Array(codes))), Some(own)) => codes.iter().any(|code| code == own.as_str()),
            (Some(_), _) => false,
            (None, _) => true,
        };
        let offered = choices.iter().filter(is_offered).map(|choice| choice.code.as_str());
        // Beneath a parent without an answer there is nothing to choose, `other` neither.
        let other = (selection.other && parent != Some(None)).then_some(OTHER);
        offered.chain(other).collect()
    }

    /// Each option by itself.
    pub(super) fn each_option(&self, selection: &Selection, scene: &mut Scene) -> Vec<Telling> {
        let choices = self.scale(selection.scale.as_str()).map_or(&[][..], |scale| scale.choices.as_slice());
        let cascades = selection.within.is_some();
        let mut all: Vec<Telling> = choices
            .iter()
            .map(|choice| Telling {
                under: under(choice, cascades),
                ..Telling::new(show(choice.code.as_str()), Given::of(choice.code.as_str()))
            })
            .collect();
        if selection.other {
            all.push(Telling::new(show(OTHER), given(OTHER.into(), true, scene)));
        }
        all
    }

    /// Each option, with as few others as there have to be; and as many as there may be.
    pub(super) fn each_choice(&self, subject: Subject, selection: &Selection, scene: &mut Scene) -> Vec<Telling> {
        let cascades = selection.within.is_some();
        let least = wanted(selection.count.least).max(1);
        let singles = self.each_option(selection, scene);
        let code = |telling: &Telling| telling.given.value.as_str().unwrap_or_default().to_owned();
        let together: Vec<&Telling> = singles.iter().filter(|it| !is_exclusive(selection, &code(it))).collect();
        let mut all = Vec::new();
        for single in &singles {
            let own = code(single);
            let mates: Vec<String> = together.iter().filter(|it| it.under == single.under).map(|it| code(it)).collect();
            let mates: Vec<&str> = mates.iter().map(String::as_str).collect();
            let mut chosen = vec![own.as_str()];
            if !is_exclusive(selection, &own) {
                fill(&mut chosen, &mates, least);
            }
            if chosen.len() >= least {
                let given = several(selection, chosen, scene);
                all.push(Telling { shows: single.shows.clone(), given, under: single.under.clone() });
            }
        }
        if !cascades {
            let codes: Vec<String> = together.iter().map(|it| code(it)).collect();
            all.extend(self.by_count(subject, selection, &codes, scene));
        }
        all
    }

    /// The least and most options, and the counts at which conditions change.
    fn by_count(&self, subject: Subject, selection: &Selection, codes: &[String], scene: &mut Scene) -> Vec<Telling> {
        let most = selection.count.most.map_or(codes.len(), wanted_most).min(codes.len());
        let least = wanted(selection.count.least).max(1);
        let constants = self.constants.counts(subject.0).iter().map(|it| *it as usize);
        let mut counts: Vec<usize> = constants.flat_map(|it| [it.saturating_sub(1), it, it + 1]).collect();
        counts.extend([least, most]);
        counts.retain(|count| (least..=most).contains(count));
        counts.sort_unstable();
        counts.dedup();
        let of = |count: usize, scene: &mut Scene| {
            let chosen: Vec<&str> = codes.iter().map(String::as_str).take(count).collect();
            Telling::new(options_in_words(count), several(selection, chosen, scene))
        };
        counts.into_iter().map(|count| of(count, scene)).collect()
    }
}

fn options_in_words(count: usize) -> String {
    if count == 1 { "1 option".to_owned() } else { format!("{count} options") }
}

fn show(code: &str) -> String {
    format!("option `{code}`")
}

fn under(choice: &Choice, cascades: bool) -> Vec<String> {
    choice.parent.iter().filter(|_| cascades).map(ToString::to_string).collect()
}

pub(super) fn wanted(count: Option<u32>) -> usize {
    count.map_or(0, |it| it as usize)
}

fn wanted_most(count: u32) -> usize {
    count as usize
}

fn is_exclusive(selection: &Selection, code: &str) -> bool {
    selection.exclusive.iter().any(|it| it.as_str() == code)
}

/// Adds some of `from` to `chosen` until there are `wanted`.
fn fill<'s>(chosen: &mut Vec<&'s str>, from: &[&'s str], wanted: usize) {
    for code in from {
        if chosen.len() < wanted && !chosen.contains(code) {
            chosen.push(code);
        }
    }
}

fn several(selection: &Selection, chosen: Vec<&str>, scene: &mut Scene) -> Given {
    let other = selection.other && chosen.contains(&OTHER);
    given(chosen.into(), other, scene)
}

fn given(value: Json, other: bool, scene: &mut Scene) -> Given {
    Given { value, words: other.then(|| word::phrase(&mut scene.dice)) }
}

/// How likely each of `codes` is. Every option of every question has a popularity of its own, which is the same for all
/// respondents; where much is in place, those that stand first are likelier.
fn weights(subject: Subject, codes: &[&str], advanced: u64) -> Vec<u64> {
    let last = codes.len().saturating_sub(1).max(1) as u64;
    let weight = |(at, code): (usize, &&str)| {
        let from_last = last - (at as u64).min(last);
        let tendency = (from_last * advanced + (at as u64) * (100 - advanced)) / last;
        (60 + popularity(subject, code)) * (10 + tendency) / 30
    };
    codes.iter().enumerate().map(weight).collect()
}

/// A number below 100 that belongs to an option of a question: its name, well stirred (FNV-1a).
fn popularity(subject: Subject, code: &str) -> u64 {
    let bytes = subject.0.bytes().chain(subject.1.unwrap_or_default().bytes()).chain(code.bytes());
    let stirred =
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (stirred >> 24) % 100
}
