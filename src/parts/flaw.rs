//! Flaw: why a file cannot be used as a part.

use std::path::PathBuf;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The system does not give it.
    Unreadable(String),
    /// Not a part at all.
    NoPart,
    /// The end is missing.
    Truncated,
    /// Not the bytes that were written.
    Corrupted,
    /// Of another scenario.
    OtherScenario,
    /// Of another seed.
    OtherSeed(u64),
    /// Of another version of the program.
    OtherVersion(String),
    /// Of another command.
    OtherCommand(Vec<String>),
    /// Of another number of shards or replications.
    OtherCut(u64),
    /// The same shard as this file.
    Doubled(PathBuf),
}
