//! The variables of answers, and when a value is there.

use enquire_model::{Choice as Option_, Instrument};

use super::cells::{self, Range};
use super::diagram::{Edge, Exhausted};
use super::slots::{Kind, Options, Slot};
use super::world::{ANSWER, Cells, Meaning, SlotVariable, World};

impl<'a> World<'a> {
    /// The variable of `slot`, made when it is first asked for; nothing if the answer has no such part.
    pub(super) fn slot(&mut self, slot: Slot<'a>) -> Option<SlotVariable> {
        if let Some(known) = self.slots.get(&slot) {
            return Some(known.clone());
        }
        let cells = self.cells(slot)?;
        let nonresponses = if let Slot::Whole(at) = slot { self.nonresponses(at) } else { Vec::new() };
        let count = u32::try_from(cells.count()).unwrap_or(u32::MAX);
        let answered = if matches!(slot, Slot::Whole(_)) { ANSWER } else { 1 };
        let mut costs = if matches!(slot, Slot::AsAt | Slot::Currency(_)) { Vec::new() } else { vec![0] };
        costs.extend(nonresponses.iter().map(|_| ANSWER + 1));
        let first = u32::try_from(costs.len()).unwrap_or(0);
        costs.extend((0..count).map(|_| if first == 0 { 0 } else { answered }));
        let variable = self.variable(Meaning::Slot(slot), costs);
        let made = SlotVariable { variable, nonresponses, first, cells };
        self.slots.insert(slot, made.clone());
        Some(made)
    }

    fn nonresponses(&self, at: usize) -> Vec<Option<String>> {
        let Some(question) = self.question(at) else { return Vec::new() };
        let tested = self.uses.nonresponses.get(&at);
        let is_tested = |code: &str| tested.is_some_and(|tested| tested.contains(code));
        let offered = || question.nonresponses.iter().map(enquire_model::Name::as_str);
        let mut found: Vec<_> = offered().filter(|code| is_tested(code)).map(|code| Some(code.to_owned())).collect();
        if offered().any(|code| !is_tested(code)) {
            found.push(None);
        }
        found
    }

    fn cells(&self, slot: Slot<'a>) -> Option<Cells> {
        let none = std::collections::BTreeSet::new();
        Some(match self.reader.kind(slot)? {
            Kind::Figure(figure) => {
                let marks = self.uses.marks.get(&slot).unwrap_or(&none);
                Cells::Ranges(cells::cells(figure.range, marks))
            }
            Kind::One(options) => Cells::Codes(self.classes(slot, options)),
            Kind::Text { most, only } => {
                let fits = |words: &&String| {
                    !words.trim().is_empty()
                        && most.is_none_or(|most| words.chars().count() <= most as usize)
                        && only.is_none_or(|only| only.contains(words))
                };
                let written = self.uses.words.get(&slot).into_iter().flatten().filter(fits);
                let mut texts: Vec<_> = written.cloned().map(Some).collect();
                let others = only.is_none_or(|only| only.iter().any(|it| !texts.contains(&Some(it.clone()))));
                texts.extend(others.then_some(None));
                Cells::Texts(texts)
            }
            Kind::Several(_) | Kind::Other => Cells::Any,
        })
    }

    /// The options of an answer, those together that no condition tells apart.
    fn classes(&self, slot: Slot<'a>, options: Options<'a>) -> Vec<Vec<String>> {
        let codes: Vec<String> = match options {
            Options::YesNo => vec!["yes".to_owned(), "no".to_owned()],
            Options::Of(selection) => {
                let scale = self.reader.instrument.scales.get(selection.scale.as_str());
                let choices = scale.map_or(&[][..], |scale| &scale.choices);
                let own = choices.iter().map(|choice| choice.code.to_string());
                own.chain(selection.other.then(|| "other".to_owned())).collect()
            }
        };
        let cascades = matches!(options, Options::Of(selection) if selection.within.is_some());
        if cascades || self.uses.every_code.contains(&slot) {
            return codes.into_iter().map(|code| vec![code]).collect();
        }
        let named = self.uses.codes.get(&slot);
        let (told, rest): (Vec<_>, Vec<_>) =
            codes.into_iter().partition(|code| named.is_some_and(|named| named.contains(code)));
        let rest = (!rest.is_empty()).then_some(rest);
        told.into_iter().map(|code| vec![code]).chain(rest).collect()
    }

    /// When `slot` holds a value.
    pub(super) fn given(&mut self, slot: Slot<'a>) -> Result<Edge, Exhausted> {
        self.given_in(slot, &|_| true)
    }

    /// When `slot` holds a value of a cell of which `is` is true.
    pub(super) fn given_in(&mut self, slot: Slot<'a>, is: &dyn Fn(usize) -> bool) -> Result<Edge, Exhausted> {
        let Some(SlotVariable { variable, first, .. }) = self.slot(slot) else { return Ok(Edge::FALSE) };
        let own = self.diagrams.is(variable, |value| value >= first && is((value - first) as usize))?;
        let base = match slot {
            Slot::AsAt => Edge::TRUE,
            Slot::Whole(at) => self.standing(at)?,
            Slot::Field(at, _) | Slot::Cell(at, _, _) | Slot::Currency(at) => self.given(Slot::Whole(at))?,
        };
        self.diagrams.and(base, own)
    }

    /// When the question at `at` is asked and given a non-response of which `is` is true.
    pub(super) fn declined(&mut self, at: usize, is: &dyn Fn(Option<&str>) -> bool) -> Result<Edge, Exhausted> {
        let Some(SlotVariable { variable, nonresponses, .. }) = self.slot(Slot::Whole(at)) else {
            return Ok(Edge::FALSE);
        };
        let is = |value: u32| {
            let code = value.checked_sub(1).and_then(|value| nonresponses.get(value as usize));
            code.is_some_and(|code| is(code.as_deref()))
        };
        let own = self.diagrams.is(variable, is)?;
        let asked = self.asked(at)?;
        self.diagrams.and(asked, own)
    }

    /// When the question at `at` is asked and given nothing. A choice that is not allowed is taken for nothing.
    pub(super) fn blank(&mut self, at: usize) -> Result<Edge, Exhausted> {
        let asked = self.asked(at)?;
        let given = self.given(Slot::Whole(at))?;
        let declined = self.declined(at, &|_| true)?;
        self.diagrams.all([asked, !given, !declined])
    }

    /// When the question at `at` is asked, and what is chosen in it may be chosen.
    fn standing(&mut self, at: usize) -> Result<Edge, Exhausted> {
        let key = (at, self.is_local);
        if let Some(known) = self.standing.get(&key) {
            return Ok(*known);
        }
        let asked = self.asked(at)?;
        let allowed = self.allowed(at)?;
        let edge = self.diagrams.and(asked, allowed)?;
        self.standing.insert(key, edge);
        Ok(edge)
    }

    fn allowed(&mut self, at: usize) -> Result<Edge, Exhausted> {
        match self.reader.kind(Slot::Whole(at)) {
            Some(Kind::Several(selection)) => self.allowed_together(at, selection),
            Some(Kind::One(Options::Of(selection))) if selection.within.is_some() => {
                let Some(SlotVariable { variable, first, cells: Cells::Codes(classes), .. }) =
                    self.slot(Slot::Whole(at))
                else {
                    return Ok(Edge::TRUE);
                };
                let mut allowed = Edge::TRUE;
                for (value, code) in (first..).zip(classes.iter().flatten()) {
                    let chosen = self.diagrams.is(variable, |it| it == value)?;
                    let offered = self.offered(selection, code)?;
                    let fits = self.diagrams.or(!chosen, offered)?;
                    allowed = self.diagrams.and(allowed, fits)?;
                }
                Ok(allowed)
            }
            Some(Kind::One(_) | Kind::Figure(_) | Kind::Text { .. } | Kind::Other) | None => Ok(Edge::TRUE),
        }
    }

    /// That nobody chooses an option of a cascading scale without the answer it depends on: a reply may, but no form offers it.
    pub(super) fn filled_from_above(&mut self) -> Result<Edge, Exhausted> {
        let mut all = Edge::TRUE;
        for at in 0..self.reader.graph.nodes().len() {
            let selection = self.question(at).and_then(|question| question.answer.selection());
            let within = selection.and_then(|selection| selection.within.as_ref());
            let Some(above) = within.and_then(|within| self.find(within.as_str())) else { continue };
            if self.slots.contains_key(&Slot::Whole(at)) {
                let (own, above) = (self.given(Slot::Whole(at))?, self.given(Slot::Whole(above))?);
                let filled = self.diagrams.or(!own, above)?;
                all = self.diagrams.and(all, filled)?;
            }
        }
        Ok(all)
    }

    /// When an option of a cascading scale may be chosen: no other option of the scale above is.
    pub(super) fn offered(&mut self, selection: &'a enquire_model::Selection, code: &str) -> Result<Edge, Exhausted> {
        let instrument: &'a Instrument = self.reader.instrument;
        let within = selection.within.as_ref().and_then(|within| self.find(within.as_str()));
        let choice: Option<&Option_> =
            instrument.scales.get(selection.scale.as_str()).and_then(|scale| scale.choice(code));
        let (Some(above), Some(choice)) = (within, choice) else { return Ok(Edge::TRUE) };
        let slot = Slot::Whole(above);
        let Some(SlotVariable { cells: Cells::Codes(classes), .. }) = self.slot(slot) else { return Ok(Edge::TRUE) };
        let own = choice.parent.as_ref().map(enquire_model::Name::as_str);
        let excludes = |at: usize| {
            let code = classes.get(at).and_then(|class| class.first());
            code.is_some_and(|code| code != "other" && Some(code.as_str()) != own)
        };
        self.given_in(slot, &excludes).map(|excluded| !excluded)
    }
}

impl Cells {
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Codes(classes) => classes.len(),
            Self::Ranges(ranges) => ranges.len(),
            Self::Texts(texts) => texts.len(),
            Self::Any => 1,
        }
    }

    /// The range of the cell at `at`, of a number or date.
    pub(super) fn range(&self, at: usize) -> Option<Range> {
        if let Self::Ranges(ranges) = self { ranges.get(at).copied() } else { None }
    }
}
