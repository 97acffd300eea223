//! Turns: who may use the processors, one after the other, and which questions are still waited for.
//!
//! A question takes a turn for a few replications at a time, so that three browsers get a third
//! each. A page waits for its last question only: a newer one stops those before it.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Pages whose questions may be waiting or worked on.
const MOST: usize = 12;

/// The queue for the processors.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    state: Mutex<State>,
    next: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Tickets in order of coming; the first has the turn.
    waiting: VecDeque<u64>,
    issued: u64,
    /// The last question of each page.
    newest: HashMap<String, Arc<AtomicBool>>,
}

/// A question that somebody waits for.
#[derive(Debug)]
pub(crate) struct Asked {
    turns: Arc<Turns>,
    page: String,
    /// Set when nobody waits for it any more.
    pub(crate) stop: Arc<AtomicBool>,
}

impl Turns {
    /// A new question of a page, whose last one is stopped; `None` when there are too many.
    pub(crate) fn ask(self: &Arc<Self>, page: &str) -> Option<Asked> {
        let mut state = self.state();
        match state.newest.get(page) {
            // What nobody waits for any more takes no room from what follows it.
            Some(before) => before.store(true, Ordering::Relaxed),
            None if state.newest.len() >= MOST => return None,
            None => {}
        }
        let stop = Arc::new(AtomicBool::new(false));
        state.newest.insert(page.to_owned(), Arc::clone(&stop));
        Some(Asked { turns: Arc::clone(self), page: page.to_owned(), stop })
    }

    /// Stops every question.
    pub(crate) fn stop_all(&self) {
        self.state().newest.values().for_each(|it| it.store(true, Ordering::Relaxed));
        self.next.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Asked {
    /// Whether nobody waits for it any more.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Works when it is this question's turn; `None` when nobody waits for it any more.
    pub(crate) fn in_turn<R>(&self, work: impl FnOnce() -> R) -> Option<R> {
        let mut state = self.turns.state();
        let ticket = state.issued;
        state.issued += 1;
        state.waiting.push_back(ticket);
        while state.waiting.front() != Some(&ticket) {
            state = self.turns.next.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        let _turn = Turn(&self.turns);
        (!self.is_stopped()).then(work)
    }
}

/// Passes the turn on, also when the work panics.
struct Turn<'t>(&'t Turns);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.state().waiting.pop_front();
        self.0.next.notify_all();
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        let mut state = self.turns.state();
        if state.newest.get(&self.page).is_some_and(|it| Arc::ptr_eq(it, &self.stop)) {
            state.newest.remove(&self.page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_question_of_a_page_stops_the_one_before_it_and_no_other_page() {
        let turns = Arc::new(Turns::default());
        let (first, other) = (turns.ask("a").expect("room"), turns.ask("b").expect("room"));
        let second = turns.ask("a").expect("room");
        assert!(first.is_stopped() && !other.is_stopped() && !second.is_stopped());
        assert_eq!(first.in_turn(|| 1), None);
        assert_eq!(second.in_turn(|| 1), Some(1));
        drop(first);
        assert!(turns.ask("a").is_some() && second.is_stopped());
    }

    #[test]
    fn there_is_a_bound_on_what_waits_and_room_again_when_somebody_leaves() {
        let turns = Arc::new(Turns::default());
        let mut all: Vec<Asked> = (0..MOST).filter_map(|it| turns.ask(&it.to_string())).collect();
        assert_eq!(all.len(), MOST);
        assert!(turns.ask("one more").is_none());
        assert!(turns.ask("0").is_some(), "who asks again has a place");
        all.pop();
        assert!(turns.ask("one more").is_some());
    }

    #[test]
    fn questions_take_turns_in_order_of_coming() {
        let turns = Arc::new(Turns::default());
        let log = Mutex::new(Vec::new());
        let pages = ["a", "b", "c"];
        std::thread::scope(|scope| {
            for page in pages {
                let asked = turns.ask(page).expect("room");
                let log = &log;
                scope.spawn(move || {
                    for _ in 0..20 {
                        asked.in_turn(|| {
                            std::thread::sleep(std::time::Duration::from_millis(2));
                            log.lock().expect("no panic").push(page);
                        });
                    }
                });
            }
        });
        let log = log.into_inner().expect("no panic");
        assert_eq!(log.len(), 60);
        // From when all are there until the first has all its turns, nobody gets two in a row.
        let all_there = pages.iter().filter_map(|page| log.iter().position(|it| it == page)).max();
        let middle = &log[all_there.expect("each had a turn")..40];
        assert!(middle.windows(2).all(|it| it[0] != it[1]), "{log:?}");
    }
}
