//! What people and skills of their own, customers who give up, chats and clients who leave cost the engine:
//! a department with all of it beside the same without, in one run.

use staffcast::{Prepared, Scenario, load_text};
use std::hint::black_box;
use std::time::{Duration, Instant};

const DESK: &str = r#"
[scenario]
start = 2026-01-01
months = 36
[calendar]
base = "us"
hours = ["07:00-21:00"]
[calendars]
early = { base = "us", hours = ["07:00-11:00", "11:30-15:00"], break_turns = 2 }
late = { base = "us", hours = ["13:00-17:00", "17:30-21:00"], break_turns = 2 }
turns = { rota = ["early", "late"] }
[drivers.clients]
constant = 1000
#with broken_promises = { churn = "30%", revenue = 10 }
[roles.agent]
headcount = 8
#with people = [{ count = 3, calendar = "turns" }, { calendar = "early", fte = "50%" }, { until = 2027-03-01, skills = [] }, { start = 2027-03-02, productivity = 0.9 }]
#with skills = ["chat"]
#with on_call = { start = "30min", pay = 10, call = 5 }
#with overload = { above = "95%", attrition = "10%" }
holiday = { blocks = ["2w", "1w"] }
sickness = { spells = 2, length = "3d" }
[roles.second]
headcount = 2
[streams.call]
arrival = { rate = 60, per = "working-day", driver = "clients", at = 1000 }
priority = 1
# In both: somebody on call takes only what interrupts.
interrupts = true
#with patience = { exponential = "10min" }
#with retrial = { probability = "30%", after = { exponential = "1h" } }
route = [{ effort = { mean = "8min" }, role = "agent" }]
sla.answer = { to = "contact", within = "2min", target = "80%" }
[streams.chat]
arrival = { rate = 80, per = "working-day" }
priority = 2
#with route = [{ effort = { mean = "10min" }, role = "agent", at_once = 3, slower = "40%", skill = "chat" }]
#without route = [{ effort = { mean = "10min" }, role = "agent" }]
sla.answer = { to = "contact", within = "5min", target = "80%" }
[streams.ticket]
arrival = { rate = 60, per = "working-day", driver = "clients", at = 1000 }
priority = 3
#with route = [{ effort = { mean = "12min" }, role = ["agent", { role = "second", effort = 1.2 }] }, { branch = "20%", steps = [{ effort = { mean = "30min" }, role = "second" }] }]
#without route = [{ effort = { mean = "12min" }, role = "agent" }, { branch = "20%", steps = [{ effort = { mean = "30min" }, role = "second" }] }]
sla.solved = { to = "closed", within = "24h", target = "90%" }
"#;

/// Rounds of both, one after the other, so that whatever else the machine does meets both.
const ROUNDS: u64 = 30;

/// The department with the lines of a kind.
fn scenario(kind: &str) -> Scenario {
    let mark = format!("#{kind} ");
    let line = |it: &str| it.strip_prefix(&mark).unwrap_or(it).to_owned();
    let text: Vec<String> = DESK.lines().map(line).collect();
    let study = load_text("desk.toml", &text.join("\n"), None, &[], None);
    let study = study.unwrap_or_else(|it| panic!("{}", it.render(staffcast::Lang::En, false)));
    study.baseline().scenario.clone()
}

fn main() {
    let scenarios = ["without", "with"].map(scenario);
    let prepared = scenarios.each_ref().map(Prepared::new);
    let mut simulators = prepared.each_ref().map(|it| it.simulator());
    let mut times = [const { Vec::new() }; 2];
    let mut items = [0.0; 2];
    for round in 0..ROUNDS {
        for (kind, simulator) in simulators.iter_mut().enumerate() {
            let begun = Instant::now();
            let readings = black_box(simulator.replicate(1, round));
            times[kind].push(begun.elapsed());
            let came = prepared[kind].columns().iter().zip(&readings.total);
            let came = came.filter(|it| it.0.measure.key() == "arrivals").map(|it| it.1);
            items[kind] += came.sum::<f64>() / ROUNDS as f64;
        }
    }
    let [without, with] = times.map(|mut it: Vec<Duration>| {
        it.sort_unstable();
        it[it.len() / 2]
    });
    let ratio = with.as_secs_f64() / without.as_secs_f64();
    println!("a replication without: {without:?}; with all of it: {with:?}; × {ratio:.2}");
    // What gives up comes back, and what clients who have left would have sent does not come.
    let each = |time: Duration, items: f64| time.as_secs_f64() * 1e9 / items;
    let [without, with] = [each(without, items[0]), each(with, items[1])];
    let [fewer, more] = items;
    println!("of {fewer:.0} and {more:.0} items: {without:.0} and {with:.0} ns each");
}
