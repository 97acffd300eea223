//! Identity: which study a part belongs to, and which piece of it it is.

use sha2::{Digest, Sha256};
use std::fmt;
use std::ops::Range;

/// Of the program and, since a part is read long after it was written, of the layout of its columns:
/// that one counts on with every change of `schema` or `layout`.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "/parts-2");

/// What all parts of a study have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Of the program and of its parts.
    pub version: String,
    /// What was asked, as typed, without what does not change the answer.
    pub command: Vec<String>,
    /// SHA-256 of the digests of every file of the scenario.
    pub scenario: String,
    /// Where all chance begins.
    pub seed: u64,
    /// Replications, or points of a sweep.
    pub total: u64,
}

impl Identity {
    /// Of a study whose files have these digests.
    pub(crate) fn new(
        command: &[String],
        files: &[(String, String)],
        seed: u64,
        total: u64,
    ) -> Self {
        let mut all = Sha256::new();
        files.iter().for_each(|(_, digest)| all.update(digest));
        Self {
            version: VERSION.into(),
            command: command.to_vec(),
            scenario: all.finalize().iter().map(|it| format!("{it:02x}")).collect(),
            seed,
            total,
        }
    }
}

/// A piece of a study: the `number`th of `of`, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which.
    pub number: u64,
    /// Of how many.
    pub of: u64,
}

impl Shard {
    /// The whole study in one piece.
    pub(crate) const WHOLE: Self = Self { number: 1, of: 1 };

    /// Reads `3/64`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let (number, of) = (number.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Its share of so many: pieces differ by one at most, and together they are all.
    pub fn range(self, total: u64) -> Range<u64> {
        let before = |pieces: u64| {
            (u128::from(total) * u128::from(pieces) / u128::from(self.of.max(1))) as u64
        };
        before(self.number - 1)..before(self.number)
    }

    /// The name of its file.
    pub fn file_name(self) -> String {
        format!("part-{}-of-{}.parquet", self.number, self.of)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_a_number_from_one_of_how_many() {
        assert_eq!(Shard::read("3/64"), Some(Shard { number: 3, of: 64 }));
        for wrong in ["0/4", "5/4", "3", "a/b", "1/0", "-1/4", "1/4/2", "/"] {
            assert_eq!(Shard::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn shards_follow_each_other_and_are_the_whole() {
        for (total, of) in [(10_000, 64), (3, 7), (0, 2), (u64::MAX, 3), (12, 1)] {
            let ranges = (1..=of).map(|number| Shard { number, of }.range(total));
            let mut end = 0;
            for range in ranges {
                assert_eq!(range.start, end);
                assert!(range.end - range.start <= total.div_ceil(of));
                end = range.end;
            }
            assert_eq!(end, total);
        }
    }
}
