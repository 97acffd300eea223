//! staffcast answers one question: when must a support department hire its next person,
//! how sure are we, and what happens if we wait?

pub mod time;

pub mod ids;

pub mod engine;

pub mod calendar;

pub mod random;

pub mod scenario;

pub mod policy;

pub mod department;

pub mod measure;

pub mod experiment;

pub mod plan;

pub mod verify;

pub mod report;

pub mod cli;
