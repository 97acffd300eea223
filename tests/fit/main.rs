//! `fit` from outside: exports in the shape of four products, every eighth ticket of each, with the dirt
//! that exports have; and what is no export.
//!
//! The tickets were simulated by an independent program with the parameters below.

mod coverage;
mod others;
mod reading;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Share and mean minutes of the three classes that the exports were made with.
const CLASSES: [(&str, f64, f64); 3] =
    [("emergency", 0.075, 35.0), ("standard", 0.65, 20.0), ("consultation", 0.275, 11.0)];
const ESCALATED: f64 = 0.125;
const REPEATED: f64 = 0.075;

/// Scope and unit of a number, and the number with its interval.
type Numbers = BTreeMap<(String, String), (f64, f64, f64)>;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fit/data").join(name)
}

fn fit(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_staffcast"));
    command.arg("fit").args(arguments).arg("--out").arg(folder).args(["--lang", "en"]);
    command.output().expect("the program starts")
}

fn measured(name: &str) -> (Numbers, String) {
    let folder = tempfile::tempdir().expect("there is room");
    let done = fit(folder.path(), &[data(name).to_str().unwrap(), "--measure-only"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut reader = csv::Reader::from_path(folder.path().join("fit.csv")).expect("it was written");
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header.join(","), "parameter,scope,unit,value,ci_low,ci_high,n,method,source");
    let number = |it: &csv::StringRecord, at: usize| it[at].parse::<f64>().unwrap_or(f64::NAN);
    let row = |it: csv::StringRecord| {
        ((it[0].to_owned(), it[1].to_owned()), (number(&it, 3), number(&it, 4), number(&it, 5)))
    };
    (
        reader.records().map(|it| row(it.unwrap())).collect(),
        String::from_utf8_lossy(&done.stdout).into_owned(),
    )
}

fn covers(numbers: &Numbers, parameter: &str, scope: &str, truth: f64) {
    let (value, low, high) = numbers[&(parameter.to_owned(), scope.to_owned())];
    assert!(
        low <= truth && truth <= high,
        "{parameter} {scope}: {value} ({low} to {high}), {truth} is true"
    );
}

fn shares_cover(numbers: &Numbers) {
    CLASSES.iter().for_each(|(class, share, _)| covers(numbers, "share", class, *share));
    covers(numbers, "escalation", "all", ESCALATED);
    covers(numbers, "agents", "all", 2.0);
}

fn effort_covers(numbers: &Numbers) {
    CLASSES.iter().for_each(|(class, _, mean)| covers(numbers, "effort_mean", class, *mean));
}

#[test]
fn tasks_of_bitrix24_in_an_old_encoding_and_random_order() {
    let (numbers, said) = measured("bitrix24_tasks_cp1251.csv");
    assert!(said.contains("Bitrix24"), "{said}");
    assert!(said.contains("internal work"), "{said}");
    shares_cover(&numbers);
    effort_covers(&numbers);
    covers(&numbers, "repeat", "all", REPEATED);
}

#[test]
fn issues_of_jira_with_two_columns_of_one_name_and_seconds_of_work() {
    let (numbers, said) = measured("jira_sm_en.csv");
    assert!(said.contains("Jira"), "{said}");
    shares_cover(&numbers);
    effort_covers(&numbers);
    covers(&numbers, "repeat", "all", REPEATED);
}

#[test]
fn issues_of_redmine_with_hours_rounded_to_quarters() {
    let (numbers, said) = measured("redmine_ru.csv");
    assert!(said.contains("Closed by a timer 3 days after the end"), "{said}");
    assert!(said.contains("Redmine") && said.contains("time to the first answer"), "{said}");
    shares_cover(&numbers);
    covers(&numbers, "repeat", "all", REPEATED);
    // The rounding alone would give 24 minutes.
    covers(&numbers, "effort_mean", "standard", 20.0);
}

#[test]
fn tickets_of_otrs_keep_their_repeats_in_the_row_of_the_first_visit() {
    let (numbers, said) = measured("otrs_en.csv");
    assert!(said.contains("OTRS"), "{said}");
    shares_cover(&numbers);
    // The minutes of a row are those of all its visits: 8 % more.
    effort_covers(&numbers);
    covers(&numbers, "repeat", "all", REPEATED);
}

#[test]
fn a_measured_scenario_passes_the_check_alone_and_onto_another() {
    let folder = tempfile::tempdir().expect("there is room");
    let export = data("bitrix24_tasks_cp1251.csv");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pass24.toml");
    let export = export.to_str().unwrap();
    for onto in [vec!["--measure-only"], vec!["--measure-only", "--onto", base.to_str().unwrap()]] {
        let done = fit(folder.path(), &[vec![export, "--name", "desk"], onto].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let written = folder.path().join("desk.toml");
        let checked =
            Command::new(env!("CARGO_BIN_EXE_staffcast")).arg("check").arg(&written).output();
        let checked = checked.expect("the program starts");
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        for file in ["desk.toml", "fit.csv", "report.html"] {
            let text = std::fs::read_to_string(folder.path().join(file)).unwrap();
            assert!(
                !text.contains("Специалист 1") && !text.contains("Клиент 39"),
                "{file} names somebody"
            );
        }
    }
}

#[test]
fn waits_are_held_against_the_work_that_was_logged_and_the_last_third_against_its_prediction() {
    let folder = tempfile::tempdir().expect("there is room");
    let done = fit(folder.path(), &[data("jira_sm_en.csv").to_str().unwrap()]);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(said.contains("From what was known before"), "{said}");
    let rows = std::fs::read_to_string(folder.path().join("backtest.csv")).unwrap();
    assert!(
        rows.starts_with("measure,period,unit,happened,p10,p50,p90,inside\narrivals,"),
        "{rows}"
    );
    let numbers = std::fs::read_to_string(folder.path().join("fit.csv")).unwrap();
    assert!(numbers.contains("\neffort_inferred,all,min,"), "{numbers}");
}

#[test]
fn what_is_no_export_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("there is room");
    let stamps = |year: u16| -> String {
        (0..40).map(|it| format!("{it};{:02}.02.{year} 10:00\n", it % 28 + 1)).collect()
    };
    let day: String = (3..40).map(|it| format!("{it};02.02.2026 10:{it}\n")).collect();
    let cases = [
        ("words.csv", "only words\nand more\n".to_owned(), "no table"),
        ("dateless.csv", "a;b\n1;2\n3;4\n".to_owned(), "--map created"),
        ("one.csv", "ID;Дата создания\n1;01.02.2026 10:00\n".to_owned(), "at least 30"),
        ("future.csv", format!("ID;Дата создания\n{}", stamps(2099)), "future"),
        ("archive.csv", "PK\u{3}\u{4} and so on".to_owned(), "archive"),
        ("header.csv", "ID;Дата создания\n".to_owned(), "0 tickets"),
        (
            "day.csv",
            format!(
                "ID;Дата создания\n{}",
                "1;01.02.2026 10:00\n2;02.02.2026 10:00\n".repeat(2) + &day
            ),
            "two weeks",
        ),
        (
            "both.csv",
            format!(
                "ID;Дата создания\n{}Ticket ID;Created time\n7;2026-02-01 10:00\n",
                stamps(2026)
            ),
            "two tables",
        ),
        ("wide.csv", "a;".repeat(20_000) + "b\n" + &"1;".repeat(20_000) + "2\n", "more than 16384"),
        ("many.csv", format!("{}b\n{}2\n", "a;".repeat(90), "1;".repeat(90)), "and 51 more"),
        ("list.json", "[{\"id\":1,\"created\":\"2026-02-01\"}]\n".repeat(40), "no table"),
        ("page.html", "<html><body>no table</body></html>".to_owned(), "no table"),
    ];
    for (name, text, words) in cases {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let out = folder.path().join("out");
        let done = fit(&out, &[file.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{name}: {said}");
        assert!(said.contains(words) && !out.exists(), "{name}: {said}");
    }
}
