//! The check: a tree as written becomes a scenario, or a list of problems.
//!
//! One file for each table. Every reader goes on after a problem, so that all are found at once.

mod arrival;
mod book;
mod calendar;
mod changes;
mod claims;
mod drivers;
mod edits;
mod endless;
mod limits;
mod mixes;
mod order;
mod plan;
mod profile;
mod recurrence;
mod roles;
mod route;
mod sla;
mod sources;
mod span;
mod streams;
mod study;

pub(crate) use study::study;

use super::keys;
use super::model::Scenario;
use super::reader::{At, Check, Fields};
use super::tree::Node;
use book::Book;

/// The scenario of a tree, with the changes of a policy that are not edits of the tree.
fn scenario(root: &Node, changes: &[At<'_>], c: &mut Check<'_>) -> Option<Scenario> {
    let root = At::root(root);
    let fields = Fields::open(&root, &keys::ROOT, c)?;
    let span = span::read(&fields, c);
    let timeline = span.timeline.clone();
    let calendars = calendar::all(&fields, &timeline, c);
    let mut book = Book::of(&root, &calendars, timeline);

    let drivers = drivers::all(&fields, &book, c);
    let roles = roles::all(&fields, &mut book, c);
    let work = streams::all(&fields, &mut book, c);
    let changed = changes::all(changes, &book, c);
    let planning = plan::read(&fields, &root, &book, c);
    let claims = claims::all(&fields, &root, &work, &book, c);

    let (title, name) = (span.title.clone(), span.name.clone());
    let mut sources = sources::all(&root, c.files);
    for change in changes {
        sources.extend(sources::all(change, c.files));
    }
    Some(Scenario {
        name,
        title,
        timeline: book.timeline,
        replications: span.replications,
        seed: span.seed,
        lang: span.lang,
        currency: span.currency,
        calendars: calendars.times,
        inputs: c.inputs.list().to_vec(),
        drivers: drivers?,
        roles: roles?,
        streams: work.streams?,
        marks: work.moments.marks.list().to_vec(),
        waits: work.moments.waits.list().to_vec(),
        slas: work.slas?,
        discipline: span.discipline,
        hires: changed.hires,
        triggers: changed.triggers,
        contractors: changed.contractors,
        automations: changed.automations,
        claims: claims?,
        planning,
        sources,
        notes: c.notes.clone(),
    })
}

/// All values, or nothing when one of them could not be read.
fn all_of<T>(values: Vec<Option<T>>) -> Option<Vec<T>> {
    values.into_iter().collect()
}
