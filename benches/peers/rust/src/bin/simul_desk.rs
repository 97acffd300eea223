//! W1 and W2 in simul: one agent that sends customers, one that serves them.
//!
//! Working time: no shifts in the library, so its clock counts working time (see lib.rs), in whole
//! ticks: milliseconds in W2, millionths of a mean service in W1. Its queues have no priorities, so the
//! desk keeps three of its own; a message arrives one tick after it was sent at the earliest.

use peers::{Backlog, Chance, DAY, GAP, HORIZON, Load, SERVERS, Tally, Ticket};
use simul::agent::{Agent, AgentContext, AgentInitializer};
use simul::message::Message;
use simul::{Halt, Simulation};
use std::collections::VecDeque;

const SERVICE: f64 = 1e6;
const MINUTE: f64 = 60_000.0;

fn ticks(time: f64) -> u64 {
    (time.round() as u64).max(1)
}

#[derive(Clone, Copy, Debug)]
enum Word {
    Came { class: u8 },
    Done,
}

/// Sends customers without end.
#[derive(Clone, Debug)]
struct Source {
    chance: Chance,
    gap: f64,
    target: &'static str,
}

impl Agent<Word> for Source {
    fn on_tick(&mut self, ctx: &mut AgentContext<'_, Word>) {
        let class = self.chance.class();
        ctx.send(self.target, Word::Came { class });
        ctx.sleep_for(ticks(self.chance.exponential() * self.gap));
    }
}

/// The servers of W1.
#[derive(Clone, Debug)]
struct Counter {
    chance: Chance,
    free: u32,
    left: u64,
    waiting: VecDeque<u64>,
    waited: u64,
}

impl Counter {
    fn serve(&mut self, ctx: &mut AgentContext<'_, Word>, arrived: u64) {
        self.waited += ctx.time() - arrived;
        ctx.send_after(
            ticks(self.chance.exponential() * SERVICE),
            ctx.id(),
            Word::Done,
        );
        self.left -= 1;
        if self.left == 0 {
            ctx.send_halt_interrupt("all are served");
        }
    }
}

impl Agent<Word> for Counter {
    fn on_message(&mut self, ctx: &mut AgentContext<'_, Word>, message: &Message<Word>) {
        match message.payload {
            Word::Came { .. } if self.free > 0 => {
                self.free -= 1;
                self.serve(ctx, message.queued_time + 1);
            }
            Word::Came { .. } => self.waiting.push_back(message.queued_time + 1),
            Word::Done => match self.waiting.pop_front() {
                Some(arrived) => self.serve(ctx, arrived),
                None => self.free += 1,
            },
        }
    }
}

fn w1(chance: Chance, customers: u64) -> f64 {
    let (gaps, services) = chance.divide();
    let source = Source {
        chance: gaps,
        gap: GAP * SERVICE,
        target: "counter",
    };
    let waiting = VecDeque::new();
    let counter = Counter {
        chance: services,
        free: SERVERS,
        left: customers,
        waiting,
        waited: 0,
    };
    let mut simulation = Simulation::builder(Halt::Never)
        .agents([
            AgentInitializer::proactive("source", source),
            AgentInitializer::reactive("counter", counter),
        ])
        .build()
        .expect("two names");
    simulation.run();
    let counter = simulation
        .find_by_name("counter")
        .and_then(|it| it.downcast_ref::<Counter>());
    counter.expect("a counter").waited as f64 / SERVICE
}

/// The agent of W2 with the tickets that wait for it.
#[derive(Clone, Debug)]
struct Desk {
    chance: Chance,
    load: Load,
    backlog: Backlog<f64>,
    serving: Option<Ticket<f64>>,
    tally: Tally,
}

impl Desk {
    fn pick(&mut self, ctx: &mut AgentContext<'_, Word>) {
        if self.serving.is_none() {
            self.serving = self.backlog.pop();
            if self.serving.is_some() {
                ctx.send_after(ticks(self.chance.effort() * MINUTE), ctx.id(), Word::Done);
            }
        }
    }

    fn join(&mut self, class: u8, created: f64) {
        let ticket = Ticket { class, created };
        self.tally.open(ticket);
        self.backlog.push(ticket);
    }
}

impl Agent<Word> for Desk {
    fn on_message(&mut self, ctx: &mut AgentContext<'_, Word>, message: &Message<Word>) {
        let now = ctx.time() as f64 / MINUTE;
        match message.payload {
            Word::Came { class } => self.join(class, now),
            Word::Done => {
                let done = self.serving.take().expect("a ticket was served");
                self.tally.close(done, now);
                self.pick(ctx);
                if self.chance.happens(self.load.reopen) {
                    self.join(done.class, now);
                }
            }
        }
        self.pick(ctx);
    }
}

fn w2(chance: Chance, load: Load) -> Tally {
    let (mut gaps, chance) = chance.divide();
    let gap = DAY / load.per_day * MINUTE;
    let first = ticks(gaps.exponential() * gap);
    let source = Source {
        chance: gaps,
        gap,
        target: "desk",
    };
    let (backlog, tally) = (Backlog::default(), Tally::default());
    let desk = Desk {
        chance,
        load,
        backlog,
        serving: None,
        tally,
    };
    let mut simulation = Simulation::builder(Halt::AtTime((HORIZON * MINUTE) as u64))
        .agents([
            AgentInitializer::proactive("source", source).asleep_until(first),
            AgentInitializer::reactive("desk", desk),
        ])
        .build()
        .expect("two names");
    simulation.run();
    let desk = simulation
        .find_by_name("desk")
        .and_then(|it| it.downcast_ref::<Desk>());
    desk.expect("a desk").tally.clone()
}

fn main() {
    peers::run("simul 0.6.0", w1, w2);
}
