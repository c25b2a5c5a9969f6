//! Values that lie in given ranges and at given distances from each other.
//!
//! Each range and distance is a bound on a difference; the bounds agree exactly if no circle of them adds up to less than nought
//! (Bellman and Ford). Everything is a whole number, in units of the last decimal place or in days.

use super::cells::Range;

/// Ranges of values and of differences between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Distances {
    /// By value: its range, and the value that would be nicest.
    pub(super) ranges: Vec<(Range, i128)>,
    /// The first value less the second is in the range.
    pub(super) gaps: Vec<(usize, usize, Range)>,
}

/// `to` is at most `by` more than `from`; 0 stands for nought, 1 for the first value.
struct Bound {
    from: usize,
    to: usize,
    by: i128,
}

impl Distances {
    /// Values that fit, each as near to the nicest as the others allow; nothing if there are none.
    pub(super) fn solve(&self) -> Option<Vec<i128>> {
        let mut fixed = self.clone();
        fixed.reach(0)?;
        let mut values = Vec::new();
        for at in 0..self.ranges.len() {
            let most = fixed.reach(0)?.get(at + 1).copied().flatten();
            let least = fixed.reach(at + 1)?.first().copied().flatten().map(|it| -it);
            let all = Range { low: least.unwrap_or(Range::ALL.low), high: most.unwrap_or(Range::ALL.high) };
            let (range, nicest) = fixed.ranges.get_mut(at)?;
            let value = all.nearest(*nicest);
            *range = Range { low: value, high: value };
            values.push(value);
        }
        Some(values)
    }

    /// How far everything can be from `start` at most; nothing if the bounds contradict each other.
    fn reach(&self, start: usize) -> Option<Vec<Option<i128>>> {
        let count = self.ranges.len() + 1;
        let bounds = self.bounds();
        let mut from_start = vec![None; count];
        *from_start.get_mut(start)? = Some(0);
        // A circle that adds up to less than nought is found from everywhere, so that it is looked for apart.
        let mut from_all = vec![Some(0); count];
        for _ in 0..count {
            relax(&bounds, &mut from_start);
            relax(&bounds, &mut from_all);
        }
        (!relax(&bounds, &mut from_all)).then_some(from_start)
    }

    fn bounds(&self) -> Vec<Bound> {
        let mut bounds = Vec::new();
        let mut add = |upper: usize, lower: usize, range: Range| {
            if range.high < Range::ALL.high {
                bounds.push(Bound { from: lower, to: upper, by: range.high });
            }
            if range.low > Range::ALL.low {
                bounds.push(Bound { from: upper, to: lower, by: -range.low });
            }
        };
        for (at, (range, _)) in self.ranges.iter().enumerate() {
            add(at + 1, 0, *range);
        }
        for (left, right, range) in &self.gaps {
            add(left + 1, right + 1, *range);
        }
        bounds
    }
}

/// Brings everything as near as one bound allows; whether something changed.
fn relax(bounds: &[Bound], distances: &mut [Option<i128>]) -> bool {
    let mut changed = false;
    for bound in bounds {
        let Some(from) = distances.get(bound.from).copied().flatten() else { continue };
        let new = from.saturating_add(bound.by);
        if let Some(to) = distances.get_mut(bound.to)
            && to.is_none_or(|old| new < old)
        {
            *to = Some(new);
            changed = true;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: i128, high: i128) -> Range {
        Range { low, high }
    }

    #[test]
    fn values_fit_their_ranges_and_distances() {
        let distances = Distances {
            ranges: vec![(range(0, 10), 3), (range(5, 100), 7), (Range::ALL, 0)],
            gaps: vec![(1, 0, range(4, Range::ALL.high)), (2, 1, range(1, 2))],
        };
        assert_eq!(distances.solve(), Some(vec![3, 7, 8]));
    }

    #[test]
    fn a_circle_of_distances_cannot_be_closed() {
        let more = range(1, Range::ALL.high);
        let circle =
            Distances { ranges: vec![(Range::ALL, 0); 3], gaps: vec![(0, 1, more), (1, 2, more), (2, 0, more)] };
        assert_eq!(circle.solve(), None);
        let apart = Distances { ranges: vec![(range(0, 5), 0), (range(0, 5), 0)], gaps: vec![(0, 1, range(6, 9))] };
        assert_eq!(apart.solve(), None);
    }
}
