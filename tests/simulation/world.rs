//! Small scenarios: a body of TOML under a calendar in which everything can be computed by hand.
//!
//! Unless a test says otherwise: June 2026 alone, which begins on a Monday, without public
//! holidays, Monday to Friday from 9 to 13 and from 14 to 18.

use crate::history::{History, Trace};
use staffcast::inside::{Department, Future, Layout, Unobserved, draw_inputs};
use staffcast::{Lang, Prepared, Readings, Scenario, Study, load_text};

const JUNE: &str = r#"
[scenario]
start = 2026-06-01
months = 1
lead_in = 0
run_out = 0

[calendar]
base = "none"
hours = ["09:00-13:00", "14:00-18:00"]
"#;

/// One person at a desk.
pub const DESK: &str = "[roles.desk]\nheadcount = 1\n";

/// A scenario in the making.
#[derive(Clone)]
pub struct World {
    text: String,
    overrides: Vec<(String, String)>,
    seed: u64,
}

impl World {
    /// June, and what the parts say.
    pub fn of(parts: &[&str]) -> Self {
        Self { text: format!("{JUNE}\n{}", parts.join("\n")), overrides: Vec::new(), seed: 1 }
    }

    /// The same with another value at a path.
    pub fn with(mut self, path: &str, value: &str) -> Self {
        self.overrides.push((path.into(), value.into()));
        self
    }

    /// The same with so many counted months.
    pub fn months(self, months: u32) -> Self {
        self.with("scenario.months", &months.to_string())
    }

    /// The same by other chance.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// What the loader says.
    pub fn load(&self) -> Result<Study, String> {
        let study = load_text("test.toml", &self.text, None, &self.overrides, Some(Lang::En));
        study.map_err(|problems| problems.render(Lang::En, false))
    }

    /// The scenario of a policy.
    pub fn policy(&self, key: &str) -> Scenario {
        let study = self.load().unwrap_or_else(|problems| panic!("{problems}"));
        let mut policies = study.policies.into_iter();
        let policy = policies.find(|it| it.key == key);
        policy.unwrap_or_else(|| panic!("no policy {key}")).scenario
    }

    /// The scenario of the first policy.
    pub fn scenario(&self) -> Scenario {
        let study = self.load().unwrap_or_else(|problems| panic!("{problems}"));
        study.baseline().scenario.clone()
    }

    /// What happens under the first policy.
    pub fn history(&self) -> History {
        history_of(self.scenario(), self.seed)
    }

    /// What happens under a policy.
    pub fn history_under(&self, policy: &str) -> History {
        history_of(self.policy(policy), self.seed)
    }

    /// What is read of the first policy.
    pub fn readings(&self) -> Read {
        Read::of(self.scenario(), self.seed, 0)
    }

    /// How many items are open at the end when nobody watches.
    pub fn open_unobserved(&self) -> usize {
        let scenario = self.scenario();
        let layout = Layout::of(&scenario);
        let mut department = Department::new(&scenario, &layout, Unobserved);
        let inputs = draw_inputs(&scenario, self.seed, 0);
        department.replicate(&mut Future::default(), self.seed, 0, &inputs);
        department.open_items()
    }
}

/// A stream with one item on a day of June.
pub fn once(key: &str, day: u32, time: &str, rest: &str) -> String {
    let arrival = format!("arrival = {{ on = \"month-day\", day = {day}, at = \"{time}\" }}");
    format!("[streams.{key}]\n{arrival}\n{rest}\n")
}

/// The same with one step of effort at the desk, and a priority.
pub fn task(key: &str, day: u32, time: &str, priority: u8, effort: &str) -> String {
    let rest =
        format!("priority = {priority}\nroute = [{{ effort = \"{effort}\", role = \"desk\" }}]");
    once(key, day, time, &rest)
}

/// The same for work that interrupts.
pub fn urgent(key: &str, day: u32, time: &str, priority: u8, effort: &str) -> String {
    task(key, day, time, priority, effort) + "interrupts = true\n"
}

/// What happens in a scenario.
pub fn history_of(scenario: Scenario, seed: u64) -> History {
    let layout = Layout::of(&scenario);
    let mut department = Department::new(&scenario, &layout, Trace::default());
    let inputs = draw_inputs(&scenario, seed, 0);
    department.replicate(&mut Future::default(), seed, 0, &inputs);
    let open = department.open_items();
    let told = std::mem::take(&mut department.observer_mut().told);
    drop(department);
    History { scenario, told, open }
}

/// One replication as it was read.
pub struct Read {
    scenario: Scenario,
    readings: Readings,
}

impl Read {
    /// A replication of a scenario.
    pub fn of(scenario: Scenario, seed: u64, replication: u64) -> Self {
        let readings = Prepared::new(&scenario).simulator().replicate(seed, replication);
        Self { scenario, readings }
    }

    fn column(&self, measure: &str, scope: &str) -> usize {
        let prepared = Prepared::new(&self.scenario);
        let found = prepared
            .columns()
            .iter()
            .position(|it| it.measure.key() == measure && it.scope == scope);
        found.unwrap_or_else(|| panic!("no {measure} of {scope}"))
    }

    /// A measure over the whole horizon.
    pub fn total(&self, measure: &str, scope: &str) -> f64 {
        self.readings.total[self.column(measure, scope)]
    }

    /// A measure month by month.
    pub fn monthly(&self, measure: &str, scope: &str) -> Vec<f64> {
        let months = self.scenario.timeline.months();
        let from = self.column(measure, scope) * months;
        let values = &self.readings.monthly[from..from + months];
        values.to_vec()
    }
}
