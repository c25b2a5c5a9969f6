//! Numbers that look random and are the same for the same seed, on every machine and in every version.
//!
//! Only the raw stream of the generator is used, which is fixed for ever. What libraries build on such a stream, such as drawing
//! from a range, may change between their versions, and is therefore done here.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A stream of numbers.
#[derive(Debug, Clone)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream number `stream` of `seed`. Streams do not depend on each other, so that the hundredth reply can be made without
    /// those before it.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        for (to, from) in key.iter_mut().zip(seed.to_le_bytes()) {
            *to = from;
        }
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(stream);
        Self(generator)
    }

    /// A number from 0 to `sides - 1`; 0 if there are no sides.
    pub(crate) fn below(&mut self, sides: u64) -> u64 {
        // The upper half of the product: every number comes up alike but for one part in 2^64 / sides.
        let product = u128::from(self.0.next_u64()) * u128::from(sides);
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// The place of one of `count` things.
    pub(crate) fn place(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap_or_default()
    }

    /// Whether something happens that happens in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `all`, if there are any.
    pub(crate) fn one<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        all.get(self.place(all.len()))
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most.saturating_sub(least).saturating_add(1))
    }

    /// The place of one of `weights`, the likelier the larger its weight.
    pub(crate) fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (at, weight) in weights.iter().enumerate() {
            if left < *weight {
                return at;
            }
            left -= weight;
        }
        0
    }

    /// Puts `all` into another order.
    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.place(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_never_changes() {
        let mut dice = Dice::new(7, 3);
        let drawn: Vec<u64> = (0..8).map(|_| dice.below(1_000)).collect();
        assert_eq!(drawn, [662, 504, 736, 43, 1, 636, 405, 43]);
    }

    #[test]
    fn weights_decide_how_often_something_comes_up() {
        let mut dice = Dice::new(1, 0);
        let mut counts = [0; 3];
        for _ in 0..1_000 {
            counts[dice.weighted(&[0, 1, 3])] += 1;
        }
        assert_eq!(counts[0], 0);
        assert!((200..300).contains(&counts[1]), "{counts:?}");
    }
}
