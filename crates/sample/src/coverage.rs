//! Few replies that together take every path.
//!
//! First replies are made of telling answers, each question being given what no reply has shown yet, until nothing new turns up. For
//! what is left the solver is asked for a reply that reaches it, which is then filled up like the others; or it proves that there is
//! none. In the end replies that show nothing of their own are left out.

use enquire_logic::{Evaluation, Paths, Witness};
use enquire_model::{Instrument, Question, Reply};
use serde_json::Value as Json;

use crate::dice::Dice;
use crate::goal::{Content, Goal, Goals, Kind};
use crate::maker::Maker;
use crate::reach::{self, NOT_FOUND};
use crate::value::{Given, Scene, other_key};

/// After how many replies that showed nothing new no more are made.
const PATIENCE: u32 = 60;

/// How often a reply is made of what the solver gives.
const TRIES: u32 = 6;

/// Where the streams of chance for these replies begin.
const STREAM: u64 = 1 << 40;

/// Replies that together show all there is to show.
#[derive(Debug)]
pub struct Coverage {
    /// The replies.
    pub replies: Vec<Covering>,
    /// What none of them shows, and why.
    pub missed: Vec<Missed>,
    /// How many goals there are in all.
    pub goals: usize,
}

/// A reply, and what it shows that none before it shows.
#[derive(Debug)]
pub struct Covering {
    /// The reply, which is valid.
    pub reply: Reply,
    /// What it is the first to show.
    pub shows: Vec<Goal>,
}

/// A goal that was not reached.
#[derive(Debug)]
pub struct Missed {
    /// The goal.
    pub goal: Goal,
    /// Why, in a few words without a full stop.
    pub why: String,
}

/// A few valid replies to `instrument` that together ask and do not ask every question, choose every option, give every non-response,
/// touch every bound, and let every check be silent and every warning speak, as far as that is possible.
pub fn cover(instrument: &Instrument, seed: u64) -> Coverage {
    let maker = Maker::new(instrument);
    let goals = Goals::of(&maker, &mut Scene::new(Dice::new(seed, STREAM)));
    let mut work = Work {
        maker,
        covered: vec![0; goals.aims.len()],
        goals,
        made: Vec::new(),
        seed,
        stream: STREAM,
        reasons: Vec::new(),
    };
    work.go_round();
    work.ask_solver(instrument);
    work.prune();
    work.finish()
}

struct Work<'a> {
    maker: Maker<'a>,
    goals: Goals<'a>,
    /// By goal: how many replies show it.
    covered: Vec<u32>,
    /// The replies with the goals that they meet.
    made: Vec<(Reply, Vec<usize>)>,
    seed: u64,
    stream: u64,
    /// Why goals are out of reach, by their numbers.
    reasons: Vec<(usize, String)>,
}

impl<'a> Work<'a> {
    /// Makes replies until nothing new turns up.
    fn go_round(&mut self) {
        let mut idle = 0;
        while idle < PATIENCE && self.covered.contains(&0) {
            idle = if self.try_one() { 0 } else { idle + 1 };
        }
    }

    /// Makes a reply of what has not been shown yet. Whether it shows something new.
    fn try_one(&mut self) -> bool {
        self.stream += 1;
        let mut scene = Scene::new(Dice::new(self.seed, self.stream));
        let mut choose = |question: &'a Question, scene: &mut Scene| self.choose(question, scene);
        match self.maker.make(&mut scene, &mut choose, &|_| false) {
            Ok((reply, evaluation)) => self.keep(reply, &evaluation),
            Err(_) => false,
        }
    }

    /// Asks the solver for what is left.
    fn ask_solver(&mut self, instrument: &'a Instrument) {
        if !self.covered.contains(&0) {
            return;
        }
        let paths = Paths::of(instrument);
        for at in 0..self.covered.len() {
            if self.covered.get(at) == Some(&0)
                && let Err(reason) = self.reach(&paths, at)
            {
                self.reasons.push((at, reason));
            }
        }
    }

    /// Makes a reply that meets the goal `at` of the answers that the solver gives: filled up at first, then with little more.
    fn reach(&mut self, paths: &Paths<'a>, at: usize) -> Result<(), String> {
        let Some(aim) = self.goals.aims.get(at) else { return Ok(()) };
        let target = if let Kind::Content(question, content) = &aim.kind { Some((*question, *content)) } else { None };
        let content = target.and_then(|(question, content)| self.contents(question).get(content));
        let witness = reach::answers(paths, &aim.kind, content)?;
        let target = target.map(|(question, _)| (question.id.as_str(), content.and_then(|it| it.given.clone())));
        let mut why = NOT_FOUND.to_owned();
        for attempt in 0..TRIES {
            self.stream += 1;
            let mut scene = Scene::new(Dice::new(self.seed, self.stream));
            scene.as_at = Some(witness.as_at);
            let is_fixed = |id: &str| witness.answers.contains_key(id) || target.as_ref().is_some_and(|it| it.0 == id);
            let mut choose = |question: &'a Question, scene: &mut Scene| match &target {
                Some((id, given)) if *id == question.id.as_str() => given.clone(),
                _none if is_fixed(question.id.as_str()) => pinned(&witness, question.id.as_str()),
                _none if attempt < TRIES / 2 => self.choose(question, scene),
                _none => None,
            };
            match self.maker.make(&mut scene, &mut choose, &is_fixed) {
                Ok((reply, evaluation)) => {
                    self.keep(reply, &evaluation);
                    if self.covered.get(at) != Some(&0) {
                        return Ok(());
                    }
                }
                Err(unmade) => why = unmade.to_string(),
            }
        }
        Err(why)
    }

    /// What can be given to `question`.
    fn contents(&self, question: &Question) -> &[Content] {
        self.maker.place(question.id.as_str()).and_then(|at| self.goals.contents.get(at)).map_or(&[], Vec::as_slice)
    }

    /// Keeps `reply` if it shows something new.
    fn keep(&mut self, reply: Reply, evaluation: &Evaluation<'a>) -> bool {
        let met = self.goals.met(&self.maker, &reply, evaluation);
        let is_new = met.iter().any(|goal| self.covered.get(*goal) == Some(&0));
        if is_new {
            self.count(&met, 1);
            self.made.push((reply, met));
        }
        is_new
    }

    fn count(&mut self, met: &[usize], by: i32) {
        for goal in met {
            if let Some(count) = self.covered.get_mut(*goal) {
                *count = count.saturating_add_signed(by);
            }
        }
    }

    /// A content that shows something new; else any, or what a respondent would give. The first new one is not always taken: it may be
    /// one that no valid reply can have.
    fn choose(&self, question: &Question, scene: &mut Scene) -> Option<Given> {
        let all = self.contents(question);
        let parent = question.answer.selection().and_then(|selection| selection.within.as_ref());
        let parent = parent.and_then(|parent| scene.answers.get(parent.as_str()));
        let fits =
            |content: &&Content| content.under.is_empty() || content.under.iter().all(|it| is_chosen(parent, it));
        let is_new = |content: &&Content| content.goals.iter().any(|goal| self.covered.get(*goal) == Some(&0));
        let fitting: Vec<&Content> = all.iter().filter(fits).collect();
        let new: Vec<&Content> = fitting.iter().copied().filter(is_new).collect();
        let first = if scene.dice.chance(50) { new.first() } else { scene.dice.one(&new) };
        let any = if scene.dice.chance(70) { scene.dice.one(&fitting) } else { None };
        if let Some(content) = first.or(any) {
            return content.given.clone();
        }
        self.maker.usual(question, scene)
    }

    /// Leaves out replies all of whose goals others meet as well, the earliest first: later ones were made for what was hard to reach.
    fn prune(&mut self) {
        let made = std::mem::take(&mut self.made);
        for (reply, met) in made {
            if met.iter().all(|goal| self.covered.get(*goal).is_some_and(|count| *count > 1)) {
                self.count(&met, -1);
            } else {
                self.made.push((reply, met));
            }
        }
    }

    fn finish(self) -> Coverage {
        let mut seen = vec![false; self.goals.aims.len()];
        let mut replies = Vec::new();
        for (reply, met) in self.made {
            let mut shows = Vec::new();
            for at in met {
                if let (Some(seen), Some(aim)) = (seen.get_mut(at), self.goals.aims.get(at))
                    && !std::mem::replace(seen, true)
                {
                    shows.push(aim.goal.clone());
                }
            }
            replies.push(Covering { reply, shows });
        }
        let reason = |at: usize| self.reasons.iter().find(|(it, _)| *it == at).map(|(_, reason)| reason.clone());
        let missed = self.goals.aims.iter().zip(&seen).enumerate().filter(|(_, (_, seen))| !**seen);
        let missed = missed.map(|(at, (aim, _))| Missed {
            goal: aim.goal.clone(),
            why: reason(at).unwrap_or_else(|| NOT_FOUND.to_owned()),
        });
        Coverage { missed: missed.collect(), replies, goals: self.goals.aims.len() }
    }
}

/// What the solver gives to the question `id`, with the words for *other*.
fn pinned(witness: &Witness, id: &str) -> Option<Given> {
    let value = witness.answers.get(id)?.clone();
    let words = witness.answers.get(&other_key(id)).and_then(Json::as_str).map(str::to_owned);
    Some(Given { value, words })
}

/// Whether the answer `given` is the option `code`, or has it among others.
fn is_chosen(given: Option<&Json>, code: &str) -> bool {
    match given {
        Some(Json::String(chosen)) => chosen == code,
        Some(Json::Array(chosen)) => chosen.iter().any(|it| it == code),
        Some(Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_)) | None => false,
    }
}
