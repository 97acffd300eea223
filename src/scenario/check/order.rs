//! The order in which an item reaches its marks, as far as the route alone decides it.
//!
//! Which branch is taken and how often a cycle goes round is not known here: a mark may then be
//! set at several places, and only what no item could ever do is held against a service level.

use super::book::Book;
use super::clock::{Worker, workers_at};
use super::moments::Moments;
use crate::ids::{MarkId, RoleId};
use crate::scenario::model::{CLOSED, CONTACT, CREATED, SOLVED};
use crate::scenario::reader::At;

/// The end of a route, and what comes after it.
const END: usize = usize::MAX - 1;

/// Where on its route an item may reach each mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    /// A mark, and the steps between which it is set: one and the same, but for those of a cycle.
    reached: Vec<(MarkId, usize, usize)>,
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
        order.reached.push((CREATED, 0, 0));
        order.walk(route, true, &|step| {
            let mark = step.child("mark").and_then(|it| it.node.text());
            let mark = mark.and_then(|it| moments.marks.position(it));
            (mark.map(MarkId::new), workers_at(step, for_each, book))
        });
        if !order.certain.contains(&SOLVED) {
            order.reached.push((SOLVED, END, END));
        }
        order.reached.push((CLOSED, END + 1, END + 1));
        order
    }

    /// Whether an item may reach one mark after another; of a mark that is nowhere, anything may be.
    pub(crate) fn allows(&self, from: MarkId, to: MarkId) -> bool {
        let of = |mark: MarkId| self.reached.iter().filter(move |it| it.0 == mark);
        let first = of(from).map(|it| it.1).min();
        let last = of(to).map(|it| it.2).max();
        first.zip(last).is_none_or(|(first, last)| first < last)
    }

    /// Whoever may work between two marks, in the order of the route.
    pub(crate) fn workers_between(&self, from: MarkId, to: MarkId) -> impl Iterator<Item = Worker> {
        let of = |mark: MarkId| self.reached.iter().filter(move |it| it.0 == mark);
        let first = of(from).map(|it| it.1).min().unwrap_or(0);
        let last = of(to).map(|it| it.2).max().unwrap_or(END);
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
                // The first moment counts: once it is certain, no later one does.
                if !self.certain.contains(&mark) {
                    self.reached.push((mark, self.steps, self.steps));
                }
                if always {
                    self.certain.push(mark);
                }
            }
            let (known, began) = (self.reached.len(), self.steps);
            for part in ["steps", "otherwise"] {
                if let Some(part) = step.child(part) {
                    self.walk(&part, false, read);
                }
            }
            if step.child("cycle").is_some() {
                let ended = self.steps + 1;
                self.reached[known..].iter_mut().for_each(|it| (it.1, it.2) = (began, ended));
                self.worked[worked..].iter_mut().for_each(|it| (it.1, it.2) = (began, ended));
            }
        }
    }
}
