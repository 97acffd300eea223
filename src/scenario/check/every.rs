//! `every`: whether the clock of an SLA runs anew each time its first mark comes by.

use super::order::comes_again;
use crate::ids::MarkId;
use crate::scenario::keys::forms::{Or, Truth};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::Check;
use crate::scenario::route::Step;

/// Reads it for the clock between two marks of a route.
pub(crate) fn every(
    file: Or<'_, Truth>,
    sla: &str,
    (from, to): (MarkId, MarkId),
    route: &[Step],
    marks: &Names,
    c: &mut Check<'_>,
) -> bool {
    let (start, stop) = (&marks.list()[from.index()], &marks.list()[to.index()]);
    let at = file.at.clone();
    let every = file.or_default(c);
    match &at {
        Some(at) if every && !comes_again(from) => {
            let what = say!("`{start}` бывает только один раз", "`{start}` comes only once");
            let instead = say!(
                "поставьте перед каждым {{ mark = \"asked\" }} и напишите from = \"asked\"",
                "put {{ mark = \"asked\" }} before each, and write from = \"asked\""
            );
            c.wrong(at, what, instead);
        }
        None if !comes_again(from) && comes_again(to) && most(route, to) > 1 => c.note(say!(
            "В {sla} считается только первое `{stop}`: срок идёт от `{start}`, а это бывает один раз. Чтобы считалось каждое, поставьте перед ним {{ mark = \"asked\" }} и напишите from = \"asked\"; если нужно только первое, напишите every = false",
            "Only the first `{stop}` counts for {sla}: its clock starts at `{start}`, which comes once. For each to count, put {{ mark = \"asked\" }} before it and write from = \"asked\"; if the first is all that is wanted, write every = false"
        )),
        _ => {}
    }
    every && comes_again(from)
}

/// How often an item may come by a mark; twice stands for any number of times.
fn most(steps: &[Step], mark: MarkId) -> u32 {
    let of = |step: &Step| {
        let parts = step.parts();
        let [first, second] = parts.children.map(|it| most(it, mark));
        let own = u32::from(parts.mark == Some(mark));
        own + first.max(second) * if parts.repeats { 2 } else { 1 }
    };
    steps.iter().map(of).sum::<u32>().min(2)
}
