//! W1 and W2 in nexosim: a model that sends customers, one that serves them, joined by ports.
//!
//! Working time: no shifts in the library, so its clock counts working time (see lib.rs): a second of
//! it is a minute of W2 or a mean service of W1. Its mailboxes have no priorities, so the desk keeps
//! three queues of its own. One thread: the workloads leave nothing to do at the same time.

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::{Output, QuerySource};
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use peers::{Backlog, Chance, DAY, GAP, HORIZON, Load, SERVERS, Tally, Ticket};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::time::Duration;

/// A delay the scheduler accepts: it must lie in the future.
fn delay(time: f64) -> Duration {
    Duration::from_secs_f64(time).max(Duration::from_nanos(1))
}

fn now<M: Model>(cx: &Context<M>) -> f64 {
    cx.time().duration_since(MonotonicTime::EPOCH).as_secs_f64()
}

/// Sends customers until there are enough.
#[derive(Serialize, Deserialize)]
struct Source {
    customers: Output<u8>,
    chance: Chance,
    gap: f64,
    left: u64,
}

#[Model]
impl Source {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        self.plan(cx);
    }

    #[nexosim(schedulable)]
    async fn send(&mut self, _: (), cx: &Context<Self>) {
        let class = self.chance.class();
        self.customers.send(class).await;
        self.plan(cx);
    }

    fn plan(&mut self, cx: &Context<Self>) {
        if self.left > 0 {
            self.left -= 1;
            let gap = delay(self.chance.exponential() * self.gap);
            cx.schedule_event(gap, schedulable!(Self::send), ())
                .expect("a future time");
        }
    }
}

/// The servers of W1.
#[derive(Serialize, Deserialize)]
struct Counter {
    chance: Chance,
    free: u32,
    waiting: VecDeque<f64>,
    waited: f64,
}

#[Model]
impl Counter {
    async fn customer(&mut self, _: u8, cx: &Context<Self>) {
        if self.free > 0 {
            self.free -= 1;
            self.serve(now(cx), cx);
        } else {
            self.waiting.push_back(now(cx));
        }
    }

    #[nexosim(schedulable)]
    async fn done(&mut self, _: (), cx: &Context<Self>) {
        match self.waiting.pop_front() {
            Some(arrived) => self.serve(arrived, cx),
            None => self.free += 1,
        }
    }

    fn serve(&mut self, arrived: f64, cx: &Context<Self>) {
        self.waited += now(cx) - arrived;
        let service = delay(self.chance.exponential());
        cx.schedule_event(service, schedulable!(Self::done), ())
            .expect("a future time");
    }

    async fn waited(&mut self) -> f64 {
        self.waited
    }
}

fn w1(chance: Chance, customers: u64) -> f64 {
    let (gaps, services) = chance.divide();
    let mut source = Source {
        customers: Output::default(),
        chance: gaps,
        gap: GAP,
        left: customers,
    };
    let counter = Counter {
        chance: services,
        free: SERVERS,
        waiting: VecDeque::new(),
        waited: 0.0,
    };
    let (source_mailbox, counter_mailbox) = (Mailbox::new(), Mailbox::new());
    source
        .customers
        .connect(Counter::customer, &counter_mailbox);
    let mut bench = SimInit::with_num_threads(1);
    let waited = QuerySource::new()
        .connect(Counter::waited, &counter_mailbox)
        .register(&mut bench);
    let mut simulation = bench
        .add_model(source, source_mailbox, "source")
        .add_model(counter, counter_mailbox, "counter")
        .init(MonotonicTime::EPOCH)
        .expect("a bench");
    simulation.run().expect("a run");
    simulation.process_query(&waited, ()).expect("an answer")
}

/// The agent of W2 with the tickets that wait for it.
#[derive(Serialize, Deserialize)]
struct Desk {
    chance: Chance,
    load: Load,
    backlog: Backlog<f64>,
    serving: Option<Ticket<f64>>,
    tally: Tally,
}

#[Model]
impl Desk {
    async fn ticket(&mut self, class: u8, cx: &Context<Self>) {
        self.join(class, now(cx));
        self.pick(cx);
    }

    #[nexosim(schedulable)]
    async fn done(&mut self, _: (), cx: &Context<Self>) {
        let done = self.serving.take().expect("a ticket was served");
        self.tally.close(done, now(cx));
        self.pick(cx);
        if self.chance.happens(self.load.reopen) {
            self.join(done.class, now(cx));
            self.pick(cx);
        }
    }

    fn join(&mut self, class: u8, created: f64) {
        let ticket = Ticket { class, created };
        self.tally.open(ticket);
        self.backlog.push(ticket);
    }

    fn pick(&mut self, cx: &Context<Self>) {
        if self.serving.is_none() {
            self.serving = self.backlog.pop();
            if self.serving.is_some() {
                let effort = delay(self.chance.effort());
                cx.schedule_event(effort, schedulable!(Self::done), ())
                    .expect("a future time");
            }
        }
    }

    async fn tally(&mut self) -> Tally {
        self.tally.clone()
    }
}

fn w2(chance: Chance, load: Load) -> Tally {
    let (gaps, own) = chance.divide();
    let gap = DAY / load.per_day;
    let mut source = Source {
        customers: Output::default(),
        chance: gaps,
        gap,
        left: u64::MAX,
    };
    let desk = Desk {
        chance: own,
        load,
        backlog: Backlog::default(),
        serving: None,
        tally: Tally::default(),
    };
    let (source_mailbox, desk_mailbox) = (Mailbox::new(), Mailbox::new());
    source.customers.connect(Desk::ticket, &desk_mailbox);
    let mut bench = SimInit::with_num_threads(1);
    let tally = QuerySource::new()
        .connect(Desk::tally, &desk_mailbox)
        .register(&mut bench);
    let mut simulation = bench
        .add_model(source, source_mailbox, "source")
        .add_model(desk, desk_mailbox, "desk")
        .init(MonotonicTime::EPOCH)
        .expect("a bench");
    let end = MonotonicTime::EPOCH + delay(HORIZON - 1e-6);
    simulation.step_until(end).expect("a run");
    simulation.process_query(&tally, ()).expect("an answer")
}

fn main() {
    peers::run("nexosim 1.0.0", w1, w2);
}
