//! No allocation in the event loop once warm, and memory that does not grow with what has passed.
//!
//! Counts every allocation of the thread. Preparing a replication may allocate (the numbers drawn,
//! the days of the calendar, everybody's absences); from the first arrival on nothing may, but for a
//! person who joins, whose absences are a list.

#![expect(unsafe_code, reason = "a global allocator is unsafe to implement; this one only counts")]

use staffcast::inside::{Department, Future, Layout, Unobserved, draw_inputs};
use staffcast::{Effort, Observer, Prepared, Scenario, SimTime, StreamId, load, load_text};
use std::alloc::{GlobalAlloc, Layout as Memory, System};
use std::cell::Cell;
use std::path::Path;

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
    static LIVE: Cell<i64> = const { Cell::new(0) };
    static PEAK: Cell<i64> = const { Cell::new(0) };
}

fn count(bytes: i64) {
    // Not there while a thread ends.
    let _ = LIVE.try_with(|live| {
        live.set(live.get() + bytes);
        if bytes > 0 {
            ALLOCATIONS.set(ALLOCATIONS.get() + 1);
            PEAK.set(PEAK.get().max(live.get()));
        }
    });
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, memory: Memory) -> *mut u8 {
        count(memory.size() as i64);
        unsafe { System.alloc(memory) }
    }
    unsafe fn dealloc(&self, place: *mut u8, memory: Memory) {
        count(-(memory.size() as i64));
        unsafe { System.dealloc(place, memory) }
    }
    unsafe fn realloc(&self, place: *mut u8, memory: Memory, size: usize) -> *mut u8 {
        count(-(memory.size() as i64));
        count(size as i64);
        unsafe { System.realloc(place, memory, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations() -> u64 {
    ALLOCATIONS.get()
}

/// Bytes at the worst moment of some work, beyond what there was before it.
fn peak_of(work: impl FnOnce()) -> i64 {
    let before = LIVE.get();
    PEAK.set(before);
    work();
    PEAK.get() - before
}

/// Looks at the counter whenever an item comes or goes.
#[derive(Default)]
struct Watching {
    first: Option<u64>,
    last: u64,
    told: u64,
}

impl Watching {
    fn look(&mut self) {
        self.told += 1;
        self.last = allocations();
        self.first.get_or_insert(self.last);
    }

    fn allocations_in_between(&self) -> u64 {
        self.last - self.first.unwrap_or(self.last)
    }
}

impl Observer for Watching {
    fn arrived(&mut self, _: StreamId, _: SimTime) {
        self.look();
    }
    fn completed(&mut self, _: StreamId, _: SimTime, _: SimTime, _: Effort) {
        self.look();
    }
}

const BUSY: &str = r#"
[scenario]
start = 2026-06-01
months = 12
lead_in = 0

[calendar]
base = "ru"
hours = ["09:00-13:00", "14:00-18:00"]

[drivers.clients]
constant = 1000
broken_promises = { churn = "20%", revenue = 10 }

[roles.desk]
headcount = 4
people = [{ fte = "50%" }, { count = 2, skills = ["network"] }]
overload = { above = "60%", attrition = "50%" }
replaced = false
on_call = { start = "30min", pay = 1, call = 1 }
holiday = { blocks = ["14d", "14d"], season = ["jun", "sep"] }
sickness = { spells = 2, length = { mean = "6d" } }
stand_in = ["head"]
[roles.head]
headcount = 1

[streams.ticket]
arrival = { rate = 20, per = "working-day", driver = "clients", at = 1000, hours = { 9 = 2, 10 = 1.5 }, day_cv = 0.2 }
priority = 3
route = [
    { effort = { mean = "40min" }, role = "desk" },
    { branch = "12.5%", steps = [{ wait = "development", time = { mean = "24h" } }, { spawn = "letter" }],
      otherwise = [{ cycle = { geometric = 1.5 }, steps = [
          { wait = "client", time = { mean = "2h" }, clock = "calendar" },
          { effort = "5min", role = "desk" },
      ] }] },
    { mark = "solved" },
    { reopen = "7.5%", after = { exponential = "24h" } },
]
sla.solved = { to = "solved", within = "9h", pauses = ["development", "client"], target = "95%" }
sla.close = { from = "solved", to = "closed", within = "1h", target = "95%" }

[streams.letter]
arrival = "spawned"
priority = 5
route = [{ effort = "30min", role = "head" }]

[streams.urgent]
arrival = { rate = 2, per = "working-day" }
priority = 1
interrupts = true
route = [{ effort = { mean = "1h" }, role = "desk" }]

[streams.fault]
arrival = { rate = 3, per = "working-day" }
priority = 2
route = [{ effort = "20min", role = "desk", skill = "network" }, { effort = "5min", role = ["head", "desk"] }]

[streams.visit]
arrival = { rate = 3, per = "week" }
priority = 4
route = [
    { effort = "4h", role = "desk", within_day = true, visit = true },
    { effort = "1h", role = "desk", together_with = "head" },
]

[streams.call]
arrival = { rate = 2, per = "working-hour", count = { geometric = 2 } }
bursts = [{ date = 2026-06-03, items = 60, over = "1h" }]
priority = 2
patience = { exponential = "10min" }
retrial = { probability = "50%", after = { exponential = "30min" } }
route = [
    { effort = "6min", role = "desk" },
    { spawn = "letter", count = { poisson = 0.1 }, after = "2h" },
    { effort = "4min", role = "desk", patience = "2h" },
]

[streams.chat]
arrival = { rate = 3, per = "working-hour" }
priority = 2
route = [{ effort = { mean = "12min" }, role = "desk", at_once = 3, slower = "30%" }]

[streams.planning]
arrival = { on = "weekly", weekdays = ["mon"], at = "10:00" }
for_each = ["desk", "head"]
meeting = true
interrupts = true
priority = 0
route = [{ effort = "1h" }]

[streams.admin]
arrival = { rate = 0.25, per = "working-hour" }
for_each = ["desk"]
priority = 6
route = [{ effort = "10min" }]

[[policies]]
key = "as-is"
[[policies]]
key = "by-due"
changes = [{ discipline = "earliest-due" }]
[[policies]]
key = "hire"
changes = [
    { hire = "desk", start = 2026-09-01 },
    { contractor = "freelance", role = "desk", streams = ["visit"], capacity = 5, price = 1, lead = "2d" },
    { automation = "bot", streams = ["ticket"], from = 2026-10-01, arrivals = 0.9, effort = 0.9 },
]
[[policies]]
key = "rule"
changes = [{ hire_for_load = "desk", target = "80%", review = "1mo", most = 1 }]
"#;

fn busy(policy: &str, overrides: &[(&str, &str)]) -> Scenario {
    let overrides: Vec<_> = overrides.iter().map(|it| (it.0.into(), it.1.into())).collect();
    let study = load_text("busy.toml", BUSY, None, &overrides, None);
    let study = study.unwrap_or_else(|problems| panic!("{problems}"));
    let mut policies = study.policies.into_iter();
    policies.find(|it| it.key == policy).expect("the policy is there").scenario
}

/// How often the same replications are run first: people pass their memory on in another order each time.
const WARMING: u64 = 5;

/// Allocations from the first arrival to the last, once the same replications have been run before.
fn allocations_once_warm(scenario: &Scenario) -> (u64, u64) {
    let layout = Layout::of(scenario);
    let mut department = Department::new(scenario, &layout, Watching::default());
    let mut future = Future::default();
    let mut seen = (0, 0);
    for round in 0..=WARMING {
        for replication in 0..3 {
            *department.observer_mut() = Watching::default();
            let inputs = draw_inputs(scenario, 1, replication);
            department.replicate(&mut future, 1, replication, &inputs);
            if round == WARMING {
                let watching = department.observer();
                seen.0 += watching.allocations_in_between();
                seen.1 += watching.told;
            }
        }
    }
    seen
}

#[test]
fn a_warm_event_loop_does_not_allocate() {
    for policy in ["as-is", "by-due"] {
        let (allocations, events) = allocations_once_warm(&busy(policy, &[]));
        assert!(events > 30_000, "{events} items came and went");
        assert_eq!(allocations, 0, "under {policy}");
    }
}

#[test]
fn an_overloaded_event_loop_does_not_allocate_either() {
    let scenario = busy("as-is", &[("streams.ticket.arrival.rate", "60")]);
    assert_eq!(allocations_once_warm(&scenario).0, 0);
}

#[test]
fn only_a_person_who_joins_may_allocate() {
    for policy in ["hire", "rule"] {
        let (allocations, _) = allocations_once_warm(&busy(policy, &[]));
        // Three replications with one hire each: lists of absences.
        assert!(allocations <= 3 * 20, "{allocations} allocations under {policy}");
    }
    // Whoever leaves overload is replaced: of four people not more than eight a year are.
    let (allocations, _) =
        allocations_once_warm(&busy("as-is", &[("roles.desk.replaced", "true")]));
    assert!(allocations <= 3 * 8 * 20, "{allocations} allocations of those who come after leavers");
}

#[test]
fn a_scenario_that_ships_does_not_allocate_for_each_item() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pass24.toml");
    let study = load(&path, &[], None).unwrap_or_else(|problems| panic!("{problems}"));
    let (allocations, events) = allocations_once_warm(&study.baseline().scenario);
    assert!(events > 50_000, "{events} items came and went");
    // Attrition and its replacements join on the way.
    assert!(allocations < 300, "{allocations} allocations");
}

#[test]
fn preparing_a_replication_allocates_as_often_for_three_years_as_for_one() {
    let runs = |months: &str| {
        let healthy = [
            ("scenario.months", months),
            ("roles.desk.sickness.spells", "0"),
            ("roles.desk.holiday", "{ people = [] }"),
        ];
        let scenario = busy("as-is", &healthy);
        let prepared = Prepared::new(&scenario);
        let mut simulator = prepared.simulator();
        let inputs = draw_inputs(&scenario, 1, 0);
        (0..WARMING).for_each(|_| simulator.run(1, 0, &inputs));
        let before = allocations();
        simulator.run(1, 0, &inputs);
        allocations() - before
    };
    let (one, three) = (runs("12"), runs("36"));
    // The list of what is open at the end grows as it is made: by its own length, not the horizon's.
    assert!(one.abs_diff(three) <= 4, "{one} allocations in a year, {three} in three years");
    assert!(one < 100, "{one} allocations");
}

/// The worst moment of a department at work without an observer.
fn peak_of_department(scenario: &Scenario) -> i64 {
    let layout = Layout::of(scenario);
    peak_of(|| {
        let mut department = Department::new(scenario, &layout, Unobserved);
        let inputs = draw_inputs(scenario, 1, 0);
        department.replicate(&mut Future::default(), 1, 0, &inputs);
    })
}

/// A single stream at half the desk's capacity: so many items a day, of so many minutes.
fn half_busy(months: &str, items: u32, minutes: f64) -> Scenario {
    let text = format!(
        "[scenario]\nstart = 2026-06-01\nmonths = {months}\n[calendar]\nbase = \"none\"\nhours = [\"09:00-18:00\"]\n\
         [roles.desk]\nheadcount = 1\n\
         [streams.a]\narrival = {{ rate = {items}, per = \"working-day\" }}\n\
         route = [{{ effort = {{ mean = \"{minutes}min\" }}, role = \"desk\" }}, {{ reopen = \"5%\", after = \"1h\" }}]\n\
         sla.s = {{ to = \"solved\", within = \"9h\", target = \"95%\" }}\n"
    );
    let study = load_text("half.toml", &text, None, &[], None);
    study.unwrap_or_else(|problems| panic!("{problems}")).baseline().scenario.clone()
}

#[test]
fn ten_times_as_many_items_take_no_more_memory() {
    let few = peak_of_department(&half_busy("12", 10, 27.0));
    let many = peak_of_department(&half_busy("12", 100, 2.7));
    // The queue is as long on average; its worst moment is a little longer.
    assert!(many - few < 16_000, "{few} and {many} bytes");
}

#[test]
fn a_longer_horizon_takes_only_its_days() {
    let year = peak_of_department(&half_busy("12", 100, 2.7));
    let decade = peak_of_department(&half_busy("120", 100, 2.7));
    let days = 9.0 * 365.25;
    let per_day = (decade - year) as f64 / days;
    // Two numbers for each day; 234 000 items passed.
    assert!(per_day < 40.0, "{per_day} bytes a day");
}
