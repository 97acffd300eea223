//! The check: a tree as written becomes a scenario, or a list of problems.
//!
//! One file for each table. Every reader goes on after a problem, so that all are found at once.

mod arrival;
mod book;
mod bursts;
mod calendar;
mod changes;
mod claims;
mod clock;
mod drivers;
mod edits;
mod endless;
mod every;
mod hiring;
mod holidays;
mod limits;
mod mixes;
mod moments;
mod order;
mod overtime;
mod patience;
mod people;
mod plan;
mod pool;
mod profile;
mod rate;
mod readings;
mod recurrence;
mod replay;
mod roles;
mod rota;
mod route;
mod seats;
mod side_by_side;
mod skills;
mod sla;
mod sources;
mod span;
mod streams;
mod study;
mod worlds;
mod zone;

pub(crate) use edits::shared_by_policies;
pub(crate) use worlds::{Asked, study};

use super::keys;
use super::model::Scenario;
use super::reader::{At, Check, open};
use super::tree::Node;
use crate::calendar::Base;
use book::Book;

/// A tree that was checked.
struct Checked {
    /// The scenario before any policy; `None` when something is wrong.
    scenario: Option<Scenario>,
    /// The names that changes of policies may use.
    book: Book,
}

/// Checks a tree, but not its policies.
fn scenario(root: &Node, c: &mut Check<'_>) -> Option<Checked> {
    let root = At::root(root);
    open(&root, &keys::ROOT, c)?;
    let span = span::read(&root, c);
    let timeline = span.timeline.clone();
    let home = if span.currency == "RUB" { Base::Russia } else { Base::None };
    let calendars = calendar::all(&root, &timeline, home, c);
    let mut book = Book::of(&root, &calendars, timeline, home);

    let drivers = drivers::all(&root, &book, c);
    let roles = roles::all(&root, &mut book, c);
    pool::unite_hours(&root, &calendars, &mut book);
    let work = streams::all(&root, &mut book, c);
    let planning = plan::read(&root, &book, c);
    let claims = claims::all(&root, &work, &book, c);

    let scenario = || {
        let mut scenario = Scenario {
            name: span.name,
            title: span.title,
            timeline: book.timeline.clone(),
            replications: span.replications,
            seed: span.seed,
            lang: span.lang,
            currency: span.currency,
            calendars: book.times.clone(),
            rotas: book.rotas.iter().map(|it| it.1.clone()).collect(),
            inputs: c.inputs.list().to_vec(),
            drivers: drivers?,
            skills: book.skills.list().to_vec(),
            roles: roles?,
            streams: work.streams?,
            marks: work.moments.marks.list().to_vec(),
            slas: work.slas?,
            discipline: span.discipline,
            hires: book.coming.clone(),
            triggers: Vec::new(),
            hiring_rules: Vec::new(),
            contractors: Vec::new(),
            automations: Vec::new(),
            claims: claims?,
            planning,
            sources: sources::all(&root, c.files),
            not_measured: span.not_measured,
            notes: c.notes.clone(),
        };
        scenario.shorten_part_time();
        Some(scenario)
    };
    Some(Checked { scenario: scenario(), book })
}

/// All values, or nothing when one of them could not be read.
fn all_of<T>(values: Vec<Option<T>>) -> Option<Vec<T>> {
    values.into_iter().collect()
}
