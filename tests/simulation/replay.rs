//! A log that is replayed: exactly its rows come, each at its own moment.

use crate::history::Told;
use crate::world::history_of;
use staffcast::{Lang, load_text};

const SCENARIO: &str = r#"
[scenario]
start = 2026-06-01
months = 1
lead_in = 0
run_out = 0
[calendar]
base = "none"
[roles.desk]
headcount = 1
[streams.urgent]
arrival = { replay = "tickets.csv", rows = { class = "urgent" } }
priority = 0
route = [{ effort = "1h", role = "desk" }]
[streams.other]
arrival = { replay = "tickets.csv", rows = { class = "other" } }
route = [{ effort = { mean = "1h" }, role = "desk" }]
"#;

const LOG: &str = "\
id,class,created
1,other,2026-06-01 09:00
2,urgent,2026-06-03 23:59:59
3,other,2026-06-02 11:30:15
4,other,2026-06-02 11:30:15
5,urgent,2026-06-01 09:00
6,other,2026-06-06T12:00:00
7,other,2025-06-06 12:00
";

#[test]
fn a_log_is_what_comes_under_any_chance() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tickets.csv"), LOG).unwrap();
    let load = || load_text("desk.toml", SCENARIO, Some(folder.path()), &[], Some(Lang::En));
    for seed in [1, 2] {
        let study = load().unwrap_or_else(|it| panic!("{}", it.render(Lang::En, false)));
        let history = history_of(study.baseline().scenario.clone(), seed);
        let mut came: Vec<String> = history
            .told
            .iter()
            .filter_map(|it| match *it {
                Told::Arrived(stream, at) => {
                    Some(format!("{} {}", history.stream(stream), history.say(at)))
                }
                _ => None,
            })
            .collect();
        came.sort();
        let expected = [
            "other Mon 1 09:00",
            "other Sat 6 12:00",
            "other Tue 2 11:30:15",
            "other Tue 2 11:30:15",
            "urgent Mon 1 09:00",
            "urgent Wed 3 23:59:59",
        ];
        assert_eq!(came, expected);
        let done = history.told.iter().filter(|it| matches!(it, Told::Completed(..))).count();
        assert_eq!(done + history.open, expected.len());
    }
}
