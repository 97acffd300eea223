//! W1 and W2 in simu-des: a process for each customer, a resource for the agents.
//!
//! Working time: no shifts in the library, so its clock counts minutes of working time (see lib.rs).

use peers::{Chance, GAP, HORIZON, Load, SERVERS, Tally, Ticket};
use simu::{EnvHandle, PriorityResource, Resource, SimEnv};
use std::cell::RefCell;
use std::rc::Rc;

struct Queue {
    chance: Chance,
    waited: f64,
}

async fn customer(env: EnvHandle, servers: Resource, queue: Rc<RefCell<Queue>>) {
    let arrived = env.now();
    let _server = servers.request().await;
    let service = {
        let mut queue = queue.borrow_mut();
        queue.waited += env.now() - arrived;
        queue.chance.exponential()
    };
    env.timeout(service).await;
}

fn w1(chance: Chance, customers: u64) -> f64 {
    let mut env = SimEnv::with_seed(0);
    let servers = Resource::new(SERVERS as usize);
    let queue = Rc::new(RefCell::new(Queue {
        chance,
        waited: 0.0,
    }));
    let (handle, shared) = (env.handle(), Rc::clone(&queue));
    env.spawn(async move {
        for _ in 0..customers {
            let gap = shared.borrow_mut().chance.exponential() * GAP;
            handle.timeout(gap).await;
            handle.spawn(customer(
                handle.clone(),
                servers.clone(),
                Rc::clone(&shared),
            ));
        }
    });
    env.run();
    queue.borrow().waited
}

struct Desk {
    chance: Chance,
    load: Load,
    tally: Tally,
}

async fn ticket(env: EnvHandle, agent: PriorityResource, desk: Rc<RefCell<Desk>>, class: u8) {
    loop {
        let ticket = Ticket {
            class,
            created: env.now(),
        };
        desk.borrow_mut().tally.open(ticket);
        let turn = agent.request(u32::from(class)).await;
        let effort = desk.borrow_mut().chance.effort();
        env.timeout(effort).await;
        // The next ticket is picked here, before this one may come back.
        drop(turn);
        let desk = &mut *desk.borrow_mut();
        desk.tally.close(ticket, env.now());
        if !desk.chance.happens(desk.load.reopen) {
            return;
        }
    }
}

fn w2(chance: Chance, load: Load) -> Tally {
    let mut env = SimEnv::with_seed(0);
    let agent = PriorityResource::new(1);
    let desk = Rc::new(RefCell::new(Desk {
        chance,
        load,
        tally: Tally::default(),
    }));
    let (handle, shared) = (env.handle(), Rc::clone(&desk));
    env.spawn(async move {
        loop {
            let gap = shared.borrow_mut().chance.exponential() * peers::DAY / load.per_day;
            handle.timeout(gap).await;
            let class = shared.borrow_mut().chance.class();
            handle.spawn(ticket(
                handle.clone(),
                agent.clone(),
                Rc::clone(&shared),
                class,
            ));
        }
    });
    env.run_until(HORIZON - 1e-6);
    desk.borrow().tally.clone()
}

fn main() {
    peers::run("simu-des 0.1.0", w1, w2);
}
