//! Parts: the replications of a study as files, so that many machines can share one study.
//!
//! A replication is a pure function of scenario, seed and number. A part holds precisely what each of
//! its replications gives to the estimates, so that putting parts together is feeding the same
//! estimates in the same order: the report of 64 machines has the bytes of one.
//!
//! # The file
//!
//! Parquet, LZ4; one row a replication, policy and measure. Some replications are a block (in a sweep: of one
//! point), in the order of measures, scopes, policies and replications; a block is one row group or more.
//!
//! | column | type | holds |
//! |---|---|---|
//! | `replication` | int64 | its number, from 0 |
//! | `policy` | text | the key of the policy; in a sweep `point-1`, `point-2`, …; of claims `claims` |
//! | `measure`, `scope` | text | as in `summary.csv`; of claims the claim and the number of its test |
//! | `value` | double | over the whole horizon; NaN where it is not defined |
//! | `trials` | int32 | of how many things `value` is a share; 0 where it is none |
//! | `2026-02`, … | double | the same in each month; NaN where it is not defined |
//! | `2026-02 trials`, … | int32 | of how many things that is a share |
//!
//! The metadata of the file: `staffcast.version`, `staffcast.command` (a list of words in JSON),
//! `staffcast.scenario` (SHA-256 of the digests of every file that was read), `staffcast.seed`,
//! `staffcast.total` (replications of the whole study; points of a sweep), `staffcast.shard`
//! (such as `3/64`), `staffcast.range` (from which to before which), and `staffcast.checksum` (xxHash64 of the
//! file without these sixteen digits).
//!
//! What the numbers mean is not known here.

mod by_column;
mod checksum;
mod collect;
mod flaw;
mod identity;
mod layout;
mod read;
mod schema;
mod write;

pub(crate) use by_column::ByColumn;
pub(crate) use collect::{Collected, Defect, collect};
pub use flaw::Flaw;
pub use identity::{Identity, Shard};
pub use layout::{Layout, Slice};
pub use read::{Part, Replay};
pub use write::PartWriter;
