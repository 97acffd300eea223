//! Events per second of the engine alone: a timer and an event for each customer of an M/M/1 queue.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use staffcast::inside::{Chance, FutureEvents, Model, Ranked, run};
use staffcast::{Elapsed, SimTime};

#[derive(Clone, Copy)]
struct Departure;

impl Ranked for Departure {
    fn rank(&self) -> u8 {
        0
    }
}

/// Arrivals by a timer, departures by events.
struct Queue {
    chance: Chance,
    customers: u64,
    left: u64,
}

impl Queue {
    fn after(&mut self, mean: f64, now: SimTime) -> SimTime {
        now + Elapsed::from_seconds(mean * self.chance.exponential())
    }
}

impl Model for Queue {
    type Event = Departure;

    fn timer(&mut self, timer: usize, future: &mut FutureEvents<Departure>) {
        if self.left == 0 {
            return future.set_timer(timer, SimTime::NEVER);
        }
        self.left -= 1;
        let next = self.after(1.25, future.now());
        future.set_timer(timer, next);
        self.customers += 1;
        if self.customers == 1 {
            let done = self.after(1.0, future.now());
            future.schedule(done, Departure);
        }
    }

    fn event(&mut self, _: Departure, future: &mut FutureEvents<Departure>) {
        self.customers -= 1;
        if self.customers > 0 {
            let done = self.after(1.0, future.now());
            future.schedule(done, Departure);
        }
    }
}

fn engine(criterion: &mut Criterion) {
    const CUSTOMERS: u64 = 100_000;
    let mut group = criterion.benchmark_group("engine");
    group.throughput(Throughput::Elements(2 * CUSTOMERS));
    group.bench_function("events of an M/M/1 queue", |bencher| {
        let mut future = FutureEvents::new();
        bencher.iter(|| {
            future.reset(1, 0);
            let chance = Chance::keyed(&[1]);
            let (customers, left) = (0, CUSTOMERS);
            let mut queue = Queue { chance, customers, left };
            run(&mut queue, &mut future, SimTime::NEVER);
            queue.customers
        });
    });
    group.finish();
}

criterion_group!(benches, engine);
criterion_main!(benches);
