//! Logs that are replayed: what is read of them, and what is said of wrong ones.

use super::*;

const ARRIVAL: &str = "[streams.\"ticket.normal\"]\narrival = { mix = \"all\" }";
const SHARES: &str = "shares = { \"ticket.urgent\" = \"40%\", \"ticket.normal\" = \"60%\" }";

/// The small scenario whose normal tickets come as a log says.
fn replayed(log: &str, rest: &str) -> Result<Study, Problems> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("log.csv"), log).unwrap();
    let arrival =
        format!("[streams.\"ticket.normal\"]\narrival = {{ replay = \"log.csv\"{rest} }}");
    let text = with(ARRIVAL, &arrival).replace(SHARES, "shares = { \"ticket.urgent\" = \"100%\" }");
    load_text("test.toml", &text, Some(folder.path()), &[], Some(Lang::En))
}

fn moments(log: &str, rest: &str) -> Vec<String> {
    let study = replayed(log, rest).unwrap_or_else(|it| panic!("{}", it.render(Lang::En, false)));
    let scenario = &study.baseline().scenario;
    let Arrival::Replay(moments) = &scenario.streams[1].arrival else { panic!() };
    let said = moments.iter().map(|it| {
        let minutes = it.since_midnight().seconds() / 60.0;
        format!("{} {minutes}", scenario.timeline.date_of(it.day()))
    });
    said.collect()
}

#[test]
fn rows_come_at_their_moments_in_order() {
    let log = "id;created;class\n1;2026-03-03 10:30;a\n2;2026-03-02T09:00:00;b\n3;2019-01-01;a\n";
    assert_eq!(moments(log, ""), ["2026-03-02 540", "2026-03-03 630"]);
    assert_eq!(moments(log, ", rows = { class = \"a\" }"), ["2026-03-03 630"]);
    // The first of March 2019 falls on the start, the first of February 2026.
    let old = "when,class\n2019-03-02 08:00,a\n";
    assert_eq!(moments(old, ", column = \"when\", from = 2019-03-01"), ["2026-02-02 480"]);
}

#[test]
fn what_is_wrong_with_a_log_is_told_with_its_line_and_column() {
    let told = |log: &str, rest: &str| {
        let problems = replayed(log, rest).map(|_| ()).unwrap_err();
        let told = problems.list.iter();
        told.map(|it| (it.file.clone(), it.line, it.column, it.what.en.clone())).collect::<Vec<_>>()
    };
    let wrong = told("id,created\n1,yesterday\n2,2026-03-02\n3,\n", "");
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    assert_eq!((wrong[0].0.as_str(), wrong[0].1, wrong[0].2), ("log.csv", 2, 3), "{wrong:?}");
    assert!(wrong[0].3.contains("`yesterday` is no moment"));
    assert_eq!(wrong[1].1, 4);
    let many = "nonsense\n".repeat(12);
    let all = told(&format!("created\n{many}"), "");
    assert_eq!(all.len(), 11, "{all:?}");
    assert!(all.iter().any(|it| it.3.contains("2 more rows like these")), "{all:?}");
    let none = told("id,opened\n1,2026-03-02\n", "");
    assert!(none[0].3.contains("no column `created`"), "{none:?}");
    let far = told("created\n2019-03-02\n", "");
    assert!(far[0].3.contains("no row from"), "{far:?}");
}
