//! People: who is there, how fast they work, and how they come and go.
//!
//! Knows agents, their absences, hiring triggers and contractors. Does not know which item an agent
//! takes next: that is [`super::queue`]'s.

mod absence;
mod agent;
mod contractor;
mod dashboard;
mod staffing;
mod triggers;

pub(crate) use agent::{Activity, Agent, StartedWork, Team};
pub(crate) use dashboard::Observers;
pub(crate) use triggers::TriggerHistory;
