//! Chance: a stream of random numbers, named by a key.

use rand::TryRng;
use rand_distr::{Distribution, Exp1, StandardNormal};
use std::convert::Infallible;

/// The step of the generator: 2⁶⁴ divided by the golden ratio.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
/// Where keys begin: any number but zero would do.
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// A stream of random numbers: SplitMix64 (Steele, Lea and Flood 2014), 64 bits of state.
///
/// Streams are made from keys such as (seed, replication, stream, item) and cost next to nothing,
/// so that everything can have its own and nothing disturbs anything else. A copy draws the same
/// numbers again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a key.
    #[inline]
    pub fn keyed(parts: &[u64]) -> Self {
        let root = Self { state: ROOT };
        parts.iter().fold(root, |chance, &part| chance.and(part))
    }

    /// The stream of a key with one part more.
    #[inline]
    pub(crate) const fn and(self, part: u64) -> Self {
        Self { state: finalise((self.state ^ part).wrapping_add(GAMMA)) }
    }

    /// The stream that continues from a state.
    #[inline]
    pub(crate) const fn from_state(state: u64) -> Self {
        Self { state }
    }

    /// Where the stream stands.
    #[inline]
    pub(crate) const fn state(self) -> u64 {
        self.state
    }

    /// An independent stream for a purpose; this one does not move.
    #[inline]
    pub(crate) fn child(&self, purpose: u64) -> Self {
        Self::keyed(&[self.state, purpose])
    }

    /// 64 random bits.
    #[inline]
    pub(crate) fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GAMMA);
        finalise(self.state)
    }

    /// Uniform from 0 to 1, without 1: a multiple of 2⁻⁵³.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A whole number below `bound`, each as likely; 0 when the bound is 0.
    #[inline]
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next_u64()) * u128::from(bound)) >> 64) as u64
    }

    /// Exponential with mean 1.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        Exp1.sample(self)
    }

    /// Normal with mean 0 and standard deviation 1.
    #[inline]
    pub(crate) fn normal(&mut self) -> f64 {
        StandardNormal.sample(self)
    }
}

impl TryRng for Chance {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next_u64() >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next_u64())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            let word = self.next_u64().to_le_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
        Ok(())
    }
}

/// A name as a part of a key: the same number on every machine and in every version.
///
/// FNV-1a (Fowler, Noll and Vo) of the bytes, then mixed, because short names differ in few bits.
pub(crate) const fn name_key(name: &str) -> u64 {
    let (bytes, mut hash, mut at) = (name.as_bytes(), 0xCBF2_9CE4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        at += 1;
    }
    finalise(hash)
}

/// The output function of SplitMix64: every bit of the result depends on every bit of the input.
#[inline]
const fn finalise(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 200_000;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut chance = Chance::from_state(1_234_567);
        assert_eq!(chance.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next_u64(), 3_203_168_211_198_807_973);
        assert_eq!(chance.next_u64(), 9_817_491_932_198_370_423);
        assert_eq!(chance.next_u64(), 4_593_380_528_125_082_431);
        assert_eq!(chance.next_u64(), 16_408_922_859_458_223_821);
    }

    #[test]
    fn draws_keep_their_values_from_release_to_release() {
        let mut chance = Chance::keyed(&[1, 2, 3]);
        let drawn = [chance.unit(), chance.exponential(), chance.normal()];
        let bits = drawn.map(f64::to_bits);
        assert_eq!(bits, [4603296267015860185, 4602701227684439037, 13834899397881702230]);
        let keys = [chance.state(), chance.child(7).next_u64(), name_key("ticket.emergency")];
        assert_eq!(keys, [9717547646483721651, 14158706684269771063, 10085292263643681534]);
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        let mut chance = Chance::keyed(&[42]);
        let moments = |draw: &mut dyn FnMut() -> f64| {
            let values: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
            let mean = values.iter().sum::<f64>() / DRAWS as f64;
            let squares = values.iter().map(|value| (value - mean) * (value - mean));
            (mean, squares.sum::<f64>() / DRAWS as f64)
        };
        let near = |(mean, variance): (f64, f64), (exact_mean, exact_variance): (f64, f64)| {
            let tolerance = 4.0 * (exact_variance / DRAWS as f64).sqrt();
            assert!((mean - exact_mean).abs() < tolerance, "{mean}");
            // No kurtosis here is above 9.
            let tolerance = 4.0 * exact_variance * (8.0 / DRAWS as f64).sqrt();
            assert!((variance - exact_variance).abs() < tolerance, "{variance}");
        };
        near(moments(&mut || chance.unit()), (0.5, 1.0 / 12.0));
        near(moments(&mut || chance.exponential()), (1.0, 1.0));
        near(moments(&mut || chance.normal()), (0.0, 1.0));
        near(moments(&mut || chance.below(3) as f64), (1.0, 2.0 / 3.0));
    }

    #[test]
    fn neighbouring_streams_are_not_correlated() {
        let correlation = |pair: &dyn Fn(u64) -> (Chance, Chance)| {
            let sum: f64 = (0..DRAWS as u64)
                .map(|key| {
                    let (mut a, mut b) = pair(key);
                    (a.unit() - 0.5) * (b.unit() - 0.5) * 12.0
                })
                .sum();
            sum / DRAWS as f64
        };
        let limit = 4.0 / (DRAWS as f64).sqrt();
        let pairs: [&dyn Fn(u64) -> (Chance, Chance); 4] = [
            &|key| (Chance::keyed(&[1, key]), Chance::keyed(&[1, key + 1])),
            &|key| (Chance::keyed(&[key, 1]), Chance::keyed(&[key + 1, 1])),
            &|key| (Chance::keyed(&[key]), Chance::keyed(&[key]).child(0)),
            &|key| (Chance::keyed(&[key]).child(0), Chance::keyed(&[key]).child(1)),
        ];
        for pair in pairs {
            let found = correlation(pair);
            assert!(found.abs() < limit, "{found}");
        }
    }

    #[test]
    fn a_child_does_not_move_its_parent() {
        let chance = Chance::keyed(&[5]);
        let before = chance.state();
        assert_ne!(chance.child(1), chance.child(2));
        assert_eq!(chance.state(), before);
    }
}
