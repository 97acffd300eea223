//! `run`: files, contracts, the same bytes for any number of threads.

use crate::small::Place;
use std::io::Read;
use std::process::Stdio;

fn header(place: &Place, name: &str) -> String {
    let text = place.read(name);
    text.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_run_leaves_every_file_and_says_what_it_found() {
    let place = Place::new();
    let left = place.succeeds(&["run", "small.toml"]);
    let names: Vec<String> = place.files("output/small").into_iter().map(|it| it.0).collect();
    for name in [
        "charts/people.png",
        "charts/people.svg",
        "charts/sla-agent.png",
        "charts/utilisation.png",
        "charts/utilisation-map.png",
        "charts/load-map.png",
        "charts/backlog.svg",
        "charts/headcount.png",
        "charts/policies.png",
        "summary.csv",
        "monthly.csv",
        "comparison.csv",
        "run.json",
    ] {
        assert!(names.iter().any(|it| it == name), "{name} is not among {names:?}");
    }
    for said in ["Маленький отдел", "12 прогонов", "Второй специалист", "Клиенты: 105 → 154"]
    {
        assert!(left.stdout.contains(said), "{said} is not in {}", left.stdout);
    }
    assert_eq!(left.stderr, "");
}

#[test]
fn csv_headers_are_the_contract() {
    let place = Place::new();
    place.succeeds(&["run", "small.toml", "--quiet", "--out", "out"]);
    assert_eq!(
        header(&place, "out/summary.csv"),
        "policy,measure,scope,unit,mean,ci_low,ci_high,p10,p50,p90,replications"
    );
    assert_eq!(
        header(&place, "out/monthly.csv"),
        "policy,month,measure,scope,unit,mean,ci_low,ci_high,p10,p50,p90"
    );
    assert_eq!(
        header(&place, "out/comparison.csv"),
        "policy,baseline,measure,scope,unit,difference,ci_low,ci_high"
    );
    let summary = place.read("out/summary.csv");
    assert!(summary.contains("\nas-is,sla.met,ticket/solved,share,"));
    assert!(summary.contains("\nas-is,cost,all,RUB,"));
    assert!(summary.contains("\nas-is,clients,all,number,154.373717,154.373717,"));
    assert!(place.read("out/monthly.csv").contains("\nsecond,2027-04,utilisation,agent,share,"));
    assert!(
        place
            .read("out/comparison.csv")
            .contains("\nsecond,as-is,sla.breaches,ticket/solved,items,-")
    );
}

#[test]
fn the_same_seed_leaves_the_same_bytes_on_any_number_of_threads() {
    let place = Place::new();
    let run = |out: &str, threads: &str, seed: &str| {
        place.succeeds(&[
            "run",
            "small.toml",
            "--quiet",
            "--out",
            out,
            "--threads",
            threads,
            "--seed",
            seed,
        ]);
        place.files(out)
    };
    let one = run("one", "1", "7");
    let five = run("five", "5", "7");
    assert!(one.len() > 10);
    assert!(one == five);
    assert!(one != run("other", "2", "8"));
}

#[test]
fn quiet_prints_nothing() {
    let place = Place::new();
    let left = place.succeeds(&["run", "small.toml", "--quiet"]);
    assert_eq!((left.stdout.as_str(), left.stderr.as_str()), ("", ""));
}

#[test]
fn chosen_policies_run_beside_the_baseline() {
    let place = Place::new();
    place.succeeds(&["run", "small.toml", "--quiet", "--out", "out", "--policy", "third"]);
    let summary = place.read("out/summary.csv");
    let policies: Vec<&str> =
        summary.lines().skip(1).filter_map(|it| it.split(',').next()).collect();
    assert!(policies.contains(&"as-is") && policies.contains(&"third"));
    assert!(!policies.contains(&"second"));
    let alone = ["run", "small.toml", "--quiet", "--out", "alone", "--policy", "as-is"];
    place.succeeds(&alone);
    assert_eq!(place.read("alone/comparison.csv").lines().count(), 1);
}

#[test]
fn a_policy_alone_and_among_others_has_the_same_numbers() {
    let place = Place::new();
    place.succeeds(&["run", "small.toml", "--quiet", "--out", "all"]);
    place.succeeds(&["run", "small.toml", "--quiet", "--out", "some", "--policy", "third"]);
    let rows = |name: &str| -> Vec<String> {
        let text = place.read(name);
        text.lines().filter(|it| it.starts_with("third,")).map(String::from).collect()
    };
    assert!(!rows("all/summary.csv").is_empty());
    assert_eq!(rows("all/summary.csv"), rows("some/summary.csv"));
}

#[test]
fn a_value_may_be_set_on_the_command_line() {
    let place = Place::new();
    place.succeeds(&[
        "run",
        "small.toml",
        "--quiet",
        "--out",
        "out",
        "--set",
        "roles.agent.headcount=3",
        "--set",
        "scenario.months=3",
    ]);
    let summary = place.read("out/summary.csv");
    let line = summary.lines().find(|it| it.starts_with("what-if,headcount,agent"));
    assert_eq!(line, Some("what-if,headcount,agent,people,3,3,3,3,3,3,12"));
    let about: serde_json::Value = serde_json::from_str(&place.read("out/run.json")).unwrap();
    assert_eq!(about["scenario"]["overrides"][0]["path"], "roles.agent.headcount");
    assert_eq!(about["months"].as_array().map(Vec::len), Some(3));
}

#[test]
fn run_json_says_what_is_needed_to_run_again_and_nothing_of_the_machine() {
    let place = Place::new();
    let path = place.path("small.toml");
    place.succeeds(&["run", path.to_str().unwrap(), "--quiet", "--out", "out"]);
    let text = place.read("out/run.json");
    let about: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(about["program"], "staffcast");
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!((about["seed"].as_u64(), about["replications"].as_u64()), (Some(7), Some(12)));
    let file = &about["scenario"]["files"][0];
    assert_eq!(file["name"], "small.toml");
    assert_eq!(file["sha256"].as_str().map(str::len), Some(64));
    let keys: Vec<&str> =
        about["policies"].as_array().unwrap().iter().filter_map(|it| it["key"].as_str()).collect();
    assert_eq!(keys, ["as-is", "second", "third"]);
    let input = &about["inputs"][0];
    assert_eq!((input["min"].as_f64(), input["max"].as_f64()), (Some(40.0), Some(50.0)));
    assert_eq!(input["unit"], "min");
    let kinds: Vec<&str> =
        about["cautions"].as_array().unwrap().iter().filter_map(|it| it["kind"].as_str()).collect();
    assert!(kinds.contains(&"few-replications") && kinds.contains(&"assumed-inputs"), "{kinds:?}");
    let folder = path.parent().unwrap().to_str().unwrap();
    assert!(!text.contains(folder), "{text}");
    assert!(about["files"].as_array().unwrap().contains(&"charts/people.png".into()));
}

#[test]
fn a_russian_spreadsheet_gets_its_own_csv() {
    let place = Place::new();
    place.succeeds(&["run", "small.toml", "--quiet", "--out", "out", "--csv", "excel-ru"]);
    let text = place.read("out/summary.csv");
    assert!(text.starts_with("\u{feff}policy;measure;scope;unit;mean;"));
    assert!(text.lines().nth(1).is_some_and(|it| it.contains(',')));
}

#[test]
fn beside_the_contract_a_russian_excel_finds_its_own_files_with_titles() {
    let place = Place::new();
    place.succeeds(&["run", "small.toml", "--quiet", "--lang", "ru", "--out", "out"]);
    assert!(place.read("out/summary.csv").starts_with("policy,measure,scope,unit,mean,"));
    let text = place.read("out/excel/summary.csv");
    let wanted = "\u{feff}Вариант (policy);Показатель (measure);О чём (scope);Единица (unit);";
    assert!(text.starts_with(wanted), "{text}");
    assert!(text.lines().nth(1).is_some_and(|it| it.contains(',')));
    // No column of any table of a run or a plan is left without a title.
    place.succeeds(&[
        "plan",
        "small.toml",
        "--quiet",
        "--lang",
        "ru",
        "--replications",
        "60",
        "--out",
        "plan",
    ]);
    for folder in ["out", "plan"] {
        for file in std::fs::read_dir(place.path(folder).join("excel")).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            let header = text.lines().next().unwrap();
            assert!(header.split(';').all(|it| it.contains(" (")), "{}: {header}", file.display());
        }
    }
    // An English reader opens the contract itself, and finds nothing old beside it.
    place.succeeds(&["run", "small.toml", "--quiet", "--lang", "en", "--out", "out"]);
    assert!(!place.path("out/excel/summary.csv").exists());
}

#[test]
fn replications_follow_the_option_or_the_precision() {
    let place = Place::new();
    let replications = |options: &[&str]| {
        let mut arguments = vec!["run", "small.toml", "--quiet", "--out", "out"];
        arguments.extend(options);
        place.succeeds(&arguments);
        let about: serde_json::Value = serde_json::from_str(&place.read("out/run.json")).unwrap();
        about["replications"].as_u64().unwrap()
    };
    assert_eq!(replications(&["--replications", "3"]), 3);
    assert_eq!(replications(&["--replications", "40", "--precision", "0.001"]), 40);
    let enough = replications(&["--replications", "400", "--precision", "8"]);
    assert!(enough % 32 == 0 && enough < 400, "{enough}");
}

#[test]
fn a_precision_that_is_not_reached_is_told_with_how_to_reach_it() {
    let place = Place::new();
    let most = ["run", "small.toml", "--replications", "40", "--out", "out"];
    for (lang, said) in [
        ("ru", "хотели знать до ±0,001 п. п., а после 40 прогонов известны до ±"),
        ("en", "asked for to ±0.001 pp, and after 40 replications are known to ±"),
    ] {
        let precise = ["--precision", "0.001", "--lang", lang];
        let left = place.succeeds(&[&most[..], &precise].concat());
        let stdout = left.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(stdout.contains(said), "{stdout}");
        assert!(stdout.contains("--precision 0.001"), "{stdout}");
        assert!(place.read("out/run.json").contains("precision-not-reached"));
    }
    // Who asks for less, or for nothing, is not told.
    for precision in [&["--precision", "50"][..], &[]] {
        place.succeeds(&[&most[..], precision].concat());
        assert!(!place.read("out/run.json").contains("precision-not-reached"));
    }
}

#[test]
fn english_is_spoken_on_request() {
    let place = Place::new();
    let left = place.succeeds(&["run", "small.toml", "--lang", "en", "--replications", "3"]);
    assert!(
        left.stdout.contains("A small department") && left.stdout.contains("people are needed")
    );
    let cyrillic = |it: &char| ('а'..='я').contains(it) || ('А'..='Я').contains(it);
    assert_eq!(left.stdout.chars().find(cyrillic), None, "{}", left.stdout);
    let chart = place.read("output/small/charts/people.svg");
    assert!(chart.contains("people needed"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    let mut command = place.command(&["run", "small.toml", "--replications", "2"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{complaints}");
    assert_eq!(complaints, "");
}

#[test]
fn without_a_file_the_shipped_scenario_is_run() {
    let place = Place::new();
    place.succeeds(&[
        "run",
        "--replications",
        "1",
        "--policy",
        "as-is",
        "--set",
        "scenario.months=2",
        "--quiet",
    ]);
    let about: serde_json::Value =
        serde_json::from_str(&place.read("output/pass24/run.json")).unwrap();
    assert_eq!(about["scenario"]["files"][0]["name"], "pass24.toml");
}

#[test]
fn a_verification_leaves_its_page_its_workbook_and_every_number() {
    let place = Place::new();
    let left = place.succeeds(&["verify", "--case", "calendar", "--out", "out", "--lang", "en"]);
    assert!(left.stdout.contains("All 76 numbers agree."), "{}", left.stdout);
    assert!(left.stdout.contains("Written to out: report.html, report.xlsx, verify.csv"));
    let names: Vec<String> = place.files("out").into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["report.html", "report.xlsx", "verify.csv"]);
    assert_eq!(
        header(&place, "out/verify.csv"),
        "case,measure,exact,simulated,ci_low,ci_high,verdict"
    );
    assert_eq!(place.read("out/verify.csv").lines().count(), 77);
    assert!(place.read("out/report.html").contains("calendar-ru"));
    assert!(!left.stdout.contains("Not compared"), "{}", left.stdout);
}

#[test]
fn every_name_in_the_table_of_a_verification_can_be_asked_for() {
    let place = Place::new();
    for (name, numbers) in [("cal00", 1), ("ru00", 1), ("calendar", 76)] {
        place.succeeds(&["verify", "--case", name, "--out", "out", "--quiet"]);
        assert_eq!(place.read("out/verify.csv").lines().count(), numbers + 1, "{name}");
    }
}

#[test]
fn a_what_if_without_a_policy_is_compared_with_the_baseline_alone() {
    let place = Place::new();
    let asked = ["--set", "roles.agent.headcount=2", "--hire", "agent=2@2027-03-01"];
    let run = ["run", "small.toml", "--replications", "2", "--lang", "en"];
    let left = place.succeeds(&[&run[..], &asked].concat()).stdout;
    assert!(left.contains("2 policies, 2 replications of each"), "{left}");
    assert!(left.contains("What if: roles.agent.headcount=2, +agent=2@2027-03-01"), "{left}");
    let summary = place.read("output/small/summary.csv");
    assert!(summary.contains("what-if,") && !summary.contains("second,"), "{summary}");
    // With a policy it is that one, and the value holds under every policy.
    let left = place.succeeds(&[&run[..], &asked, &["--policy", "second"]].concat()).stdout;
    assert!(!left.contains("What if:"), "{left}");
    // What all policies share is no what-if.
    let left = place.succeeds(&[&run[..], &["--set", "scenario.months=3"]].concat()).stdout;
    assert!(left.contains("3 policies"), "{left}");
}

#[test]
fn a_what_if_of_a_file_without_policies_has_a_baseline() {
    let place = Place::new();
    let text = place.read("small.toml");
    let alone = text.split("[[policies]]").next().unwrap();
    std::fs::write(place.path("alone.toml"), alone).unwrap();
    let left = place.succeeds(&[
        "run",
        "alone.toml",
        "--replications",
        "2",
        "--set",
        "roles.agent.headcount=2",
    ]);
    assert!(left.stdout.contains("Что если: roles.agent.headcount=2"), "{}", left.stdout);
    assert!(left.stdout.contains("«Как есть»"), "{}", left.stdout);
}

#[test]
fn a_wrong_hire_or_value_is_told_as_it_was_typed() {
    let place = Place::new();
    let refused = |asked: [&str; 2], said: &[&str]| {
        let left = place.staffcast(&["run", "small.toml", "--lang", "en", asked[0], asked[1]]);
        assert_eq!(left.code, 2, "{asked:?}");
        said.iter().for_each(|it| assert!(left.stderr.contains(it), "{it}: {}", left.stderr));
    };
    refused(["--hire", "agnt@2027-03-01"], &["no role is called `agnt`", "did you mean `agent`?"]);
    refused(["--hire", "agent@soon"], &["`soon` is no date"]);
    refused(["--set", "roles.agent.headcount=two"], &["roles.agent.headcount=two"]);
}

#[test]
fn a_negative_number_is_answered_with_the_numbers_that_may_stand_there() {
    let place = Place::new();
    let left = place.staffcast(&["run", "small.toml", "--lang", "en", "--replications", "-5"]);
    assert_eq!(left.code, 2);
    assert!(
        left.stderr.contains("a number from 1 to") && left.stderr.contains("`-5`"),
        "{}",
        left.stderr
    );
}

#[test]
fn a_start_that_has_passed_is_said_beside_the_results_and_is_no_part_of_them() {
    let place = Place::new();
    // The small scenario starts in 2027.
    let on = |day: &str, arguments: &[&str]| {
        let mut command = place.command(arguments);
        let done = command.env("SOURCE_DATE_EPOCH", day).output().expect("the program runs");
        assert!(done.status.success(), "{arguments:?}");
        (done.stdout, String::from_utf8(done.stderr).expect("UTF-8").replace('\u{a0}', " "))
    };
    let (before, after) = ("1796083200", "1830297600");
    for arguments in [&["check", "small.toml"][..], &["run", "small.toml", "--replications", "2"]] {
        let ((early, silent), (late, said)) = (on(before, arguments), on(after, arguments));
        assert_eq!((early == late, &*silent), (true, ""), "{arguments:?}");
        assert!(
            said.starts_with("! «Сейчас» в сценарии — ") && said.lines().count() == 1,
            "{said}"
        );
    }
    let quiet = ["run", "small.toml", "--replications", "2", "--quiet"];
    assert_eq!(on(after, &quiet).1, "");
}
