//! The order in which an item reaches its marks, as far as the route alone decides it.
//!
//! Which branch is taken and how often a cycle goes round is not known here: a mark may then be
//! set at several places, and only what no item could ever do is held against a service level.

use super::book::Book;
use super::clock::{Worker, workers_at};
use super::moments::Moments;
use crate::ids::{MarkId, RoleId};
use crate::scenario::keys::STEPS_INSIDE;
use crate::scenario::model::{CLOSED, CONTACT, CREATED, SOLVED};
use crate::scenario::reader::At;

/// The end of a route, and what comes after it.
const END: usize = usize::MAX - 1;

/// A place where a mark is set.
#[derive(Clone, Copy, Debug)]
struct Reached {
    mark: MarkId,
    /// The steps between which that is: one and the same, but for those of a cycle.
    first: usize,
    last: usize,
    /// Every item has reached the mark before: it counts only where the clock starts again.
    again: bool,
}

/// Where on its route an item may reach each mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    /// Where marks are set.
    reached: Vec<Reached>,
    /// Who works, and the steps between which they do.
    worked: Vec<(Worker, usize, usize)>,
    steps: usize,
    /// Marks that every item has reached by now.
    certain: Vec<MarkId>,
}

impl Order {
    /// Of a route as written, whose work may be for each person of some roles.
    pub(crate) fn of(route: &At<'_>, moments: &Moments, for_each: &[RoleId], book: &Book) -> Self {
        let mut order = Self::default();
        order.reached.push(Reached::at(CREATED, 0));
        order.walk(route, true, &|step| {
            let mark = step.child("mark").and_then(|it| it.node.text());
            let mark = mark.and_then(|it| moments.marks.position(it));
            (mark.map(MarkId::new), workers_at(step, for_each, book))
        });
        if !order.certain.contains(&SOLVED) {
            order.reached.push(Reached::at(SOLVED, END));
        }
        order.reached.push(Reached::at(CLOSED, END + 1));
        order
    }

    /// Whether an item may reach one mark after another; of a mark that is nowhere, anything may be.
    pub(crate) fn allows(&self, from: MarkId, to: MarkId) -> bool {
        self.first(from).zip(self.last(from, to)).is_none_or(|(first, last)| first < last)
    }

    /// Where a mark is first set.
    fn first(&self, mark: MarkId) -> Option<usize> {
        self.reached.iter().filter(|it| it.mark == mark).map(|it| it.first).min()
    }

    /// Where a mark may last stop a clock that starts at another.
    fn last(&self, from: MarkId, to: MarkId) -> Option<usize> {
        let starts_again = comes_again(from) && comes_again(to);
        let stops = self.reached.iter().filter(|it| it.mark == to && (starts_again || !it.again));
        stops.map(|it| it.last).max()
    }

    /// Whoever may work between two marks, in the order of the route.
    pub(crate) fn workers_between(&self, from: MarkId, to: MarkId) -> impl Iterator<Item = Worker> {
        let first = self.first(from).unwrap_or(0);
        let last = self.last(from, to).unwrap_or(END);
        let between = self.worked.iter().filter(move |it| first <= it.2 && it.1 <= last);
        between.map(|it| it.0)
    }

    /// Walks the steps of which `read` tells the mark and who works.
    fn walk(
        &mut self,
        steps: &At<'_>,
        always: bool,
        read: &impl Fn(&At<'_>) -> (Option<MarkId>, Vec<Worker>),
    ) {
        for step in steps.items() {
            self.steps += 1;
            let (mark, workers) = read(&step);
            let contact = step.child("effort").map(|_| CONTACT);
            let worked = self.worked.len();
            self.worked.extend(workers.into_iter().map(|it| (it, self.steps, self.steps)));
            for mark in mark.into_iter().chain(contact) {
                let again = self.certain.contains(&mark);
                self.reached.push(Reached { again, ..Reached::at(mark, self.steps) });
                if always {
                    self.certain.push(mark);
                }
            }
            let (known, began) = (self.reached.len(), self.steps);
            for part in STEPS_INSIDE {
                if let Some(part) = step.child(part) {
                    self.walk(&part, false, read);
                }
            }
            if step.child("cycle").is_some() {
                let ended = self.steps + 1;
                self.reached[known..]
                    .iter_mut()
                    .for_each(|it| (it.first, it.last) = (began, ended));
                self.worked[worked..].iter_mut().for_each(|it| (it.1, it.2) = (began, ended));
            }
        }
    }
}

impl Reached {
    fn at(mark: MarkId, step: usize) -> Self {
        Self { mark, first: step, last: step, again: false }
    }
}

/// Whether an item may come by a mark more than once: it is created and contacted once.
pub(crate) fn comes_again(mark: MarkId) -> bool {
    mark != CREATED && mark != CONTACT
}
