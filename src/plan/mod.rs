//! Estimates, as decisions: whom to hire and when, which claims hold, and
//! what to find out first.
//!
//! From question to answer:
//!
//! ```text
//!  load ─► promises ─► ground ─► staged ─► dated, claims, evidence, sensitivity ─► Answer
//! ```
//!
//! | part | answers |
//! |---|---|
//! | [`load`] | is there more work than hands, how much is there to simulate, what contradicts itself |
//! | [`promises`] | what the plan must keep, from when on, and whether it was kept |
//! | [`search`] | which hires at which dates keep it at the least cost |
//! | [`ground`] | what every search stands on: what is promised, and what can be reached at all |
//! | [`dated`] | the cheapest plan in which every date is fixed at once, beside the staged one |
//! | [`staged`] | what to do now, what to measure, and the rule that does the rest |
//! | [`claims`] | which sentences of a document hold, and for which inputs they would |
//! | [`sensitivity`], [`evidence`] | which uncertain inputs matter; what happens month by month |
//! | [`sweep`] | which points a design of experiments has |
//! | [`answer`], [`report_data`] | all of it as plain data for reports |
//!
//! One word for one thing: an **SLA** is what the scenario agrees on, its *target* the share of items that must
//! meet it; a **promise** is what the plan must keep: the share of an SLA (its target, or what `[plan]` asks
//! for instead) in 11 of any 12 months that count, or in every rolling quarter. A **staffing plan** is a set of
//! hires and moves that the search tries; the **plan** is the one it decides for.

pub(crate) mod answer;
pub(crate) mod claims;
pub(crate) mod dated;
pub(crate) mod evidence;
pub(crate) mod ground;
pub(crate) mod load;
pub(crate) mod months;
pub(crate) mod promises;
pub(crate) mod report_data;
pub(crate) mod search;
pub(crate) mod sensitivity;
pub(crate) mod staged;
pub(crate) mod sweep;

#[cfg(test)]
mod tests;
