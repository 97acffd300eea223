//! People: who is there, how fast they work, and how they come and go.
//!
//! Knows agents, their absences, hiring triggers and rules, and contractors. Does not know which item an agent
//! takes next: that is [`super::queue`]'s.

mod absence;
mod agent;
mod contractor;
mod dashboard;
mod hiring_rule;
mod idle_queue;
mod in_hand;
mod mentoring;
mod observed;
mod on_call;
mod outlook;
mod piece_counts;
mod reviews;
mod staffing;
mod team;
mod toll;
mod triggers;

pub(crate) use agent::{Activity, Agent, NO_POINT};
pub(crate) use dashboard::Observers;
pub(crate) use hiring_rule::{Asked, asked};
pub(crate) use idle_queue::CanTake;
pub(crate) use in_hand::Chat;
pub(crate) use observed::{Observed, Seen, Vacancy, WINDOW_MONTHS};
pub(crate) use outlook::Outlook;
pub(crate) use piece_counts::NO_ITEM;
pub(crate) use team::{NextHours, StartedWork, Team};
pub(crate) use toll::Toll;
pub(crate) use triggers::TriggerHistory;

#[cfg(test)]
mod hiring_rule_tests;
