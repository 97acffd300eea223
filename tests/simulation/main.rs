//! The simulated department from outside: what must be true of it, its rules by hand-computed
//! histories, invariants over random scenarios, and extremes.

mod world;

mod history;

mod effort;

mod truths;

mod threads;

mod queues;

mod interruptions;

mod idle;

mod appointments;

mod routes;

mod replay;

mod toll;

mod recurrences;

mod chats;
mod clocks;
mod closing;

mod people;
mod pools;
mod skills;

mod shifts;
mod zones;

mod nights;

mod rotas;

mod on_call;

mod hiring;

mod hiring_rule;

mod temporary;

mod overtime;

mod contractors;

mod batches;

mod giving_up;

mod invariants;

mod extremes;

mod anything;

mod always;
