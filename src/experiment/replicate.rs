//! Replicate: many replications on several threads, results in order.

use rayon::ThreadPoolBuilder;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// Runs the replications of `range` and returns their results in order of replication.
///
/// Each of the `threads` (0: one for each processor) makes one worker, which keeps its memory
/// from replication to replication, and takes the next replication whenever it is free, so that
/// threads stay busy to the end. `progress` hears how many are done. `None` when `stop` was set
/// before all were done.
///
/// ```
/// use staffcast::replicate;
/// use std::sync::atomic::AtomicBool;
///
/// let squares = replicate(0..4, 2, || (), |(), i| i * i, &|_| (), &AtomicBool::new(false));
/// assert_eq!(squares, Some(vec![0, 1, 4, 9]));
/// ```
pub fn replicate<W, R: Send>(
    range: Range<u64>,
    threads: usize,
    make_worker: impl Fn() -> W + Sync,
    run: impl Fn(&mut W, u64) -> R + Sync,
    progress: &(dyn Fn(usize) + Sync),
    stop: &AtomicBool,
) -> Option<Vec<R>> {
    let mut results = Vec::with_capacity(range.end.saturating_sub(range.start) as usize);
    let consume = |_, result| results.push(result);
    replicate_in_order(range, threads, make_worker, run, consume, progress, stop).then_some(results)
}

/// The same, but each result is handed to `consume` as soon as all before it have been:
/// ten million replications need not be held in memory.
///
/// `false` when `stop` was set before all were done.
pub(crate) fn replicate_in_order<W, R: Send>(
    range: Range<u64>,
    threads: usize,
    make_worker: impl Fn() -> W + Sync,
    run: impl Fn(&mut W, u64) -> R + Sync,
    consume: impl FnMut(u64, R) + Send,
    progress: &(dyn Fn(usize) + Sync),
    stop: &AtomicBool,
) -> bool {
    let next = AtomicU64::new(range.start);
    let panicked = AtomicBool::new(false);
    let queue = Mutex::new(InOrder { next: range.start, early: BTreeMap::new(), consume, done: 0 });
    let work = || {
        let _flag = OnPanic(&panicked);
        let mut worker = make_worker();
        while !stop.load(Ordering::Relaxed) && !panicked.load(Ordering::Relaxed) {
            let replication = next.fetch_add(1, Ordering::Relaxed);
            if replication >= range.end {
                break;
            }
            let result = run(&mut worker, replication);
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.accept(replication, result);
            progress(queue.done);
        }
    };
    let length = range.end.saturating_sub(range.start);
    match pool(threads, length) {
        Some(pool) => drop(pool.broadcast(|_| work())),
        None if length > 0 => work(),
        None => (),
    }
    let queue = queue.into_inner().unwrap_or_else(PoisonError::into_inner);
    queue.next >= range.end
}

/// Threads for the work; `None` when it is done on the caller's own.
fn pool(threads: usize, length: u64) -> Option<rayon::ThreadPool> {
    let threads = match threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        wanted => wanted,
    };
    let threads = threads.min(length.try_into().unwrap_or(usize::MAX));
    if threads < 2 {
        return None;
    }
    ThreadPoolBuilder::new().num_threads(threads).build().ok()
}

/// Results that may come early and leave in order.
struct InOrder<R, C> {
    next: u64,
    early: BTreeMap<u64, R>,
    consume: C,
    done: usize,
}

impl<R, C: FnMut(u64, R)> InOrder<R, C> {
    fn accept(&mut self, replication: u64, result: R) {
        self.done += 1;
        self.early.insert(replication, result);
        while let Some(result) = self.early.remove(&self.next) {
            (self.consume)(self.next, result);
            self.next += 1;
        }
    }
}

/// Tells the other threads when one panics, so that the panic is seen at once.
struct OnPanic<'a>(&'a AtomicBool);

impl Drop for OnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    fn run_on(threads: usize) -> Vec<u64> {
        let uneven = |_: &mut (), i: u64| {
            let rounds = if i.is_multiple_of(7) { 20_000 } else { 10 };
            (0..rounds).fold(i, |x, _| x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1))
        };
        let stop = AtomicBool::new(false);
        replicate(5..205, threads, || (), uneven, &|_| (), &stop).expect("nobody stops it")
    }

    #[test]
    fn results_do_not_depend_on_the_number_of_threads() {
        let alone = run_on(1);
        assert_eq!(alone.len(), 200);
        assert_eq!(alone, run_on(2));
        assert_eq!(alone, run_on(8));
    }

    #[test]
    fn each_thread_makes_one_worker_and_keeps_it() {
        let workers = AtomicUsize::new(0);
        let make = || {
            workers.fetch_add(1, Ordering::Relaxed);
            Vec::new()
        };
        let run = |seen: &mut Vec<u64>, i| {
            seen.push(i);
            seen.len()
        };
        let stop = AtomicBool::new(false);
        let counts = replicate(0..50, 1, make, run, &|_| (), &stop).expect("nobody stops it");
        assert_eq!(counts, (1..=50).collect::<Vec<_>>());
        assert_eq!(workers.load(Ordering::Relaxed), 1);
        replicate(0..50, 2, make, run, &|_| (), &stop).expect("nobody stops it");
        assert_eq!(workers.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn progress_counts_up_to_the_end() {
        let last = AtomicUsize::new(0);
        let hear = |done: usize| {
            assert_eq!(last.swap(done, Ordering::Relaxed) + 1, done);
        };
        replicate(0..40, 2, || (), |(), i| i, &hear, &AtomicBool::new(false));
        assert_eq!(last.load(Ordering::Relaxed), 40);
    }

    #[test]
    fn a_stopped_run_has_no_result() {
        let stop = AtomicBool::new(false);
        let run = |_: &mut (), i: u64| stop.store(i == 10, Ordering::Relaxed);
        assert_eq!(replicate(0..1000, 1, || (), run, &|_| (), &stop), None);
    }

    #[test]
    fn no_replications_are_no_results() {
        let stop = AtomicBool::new(false);
        assert_eq!(replicate(3..3, 4, || (), |(), i| i, &|_| (), &stop), Some(Vec::new()));
    }
}
