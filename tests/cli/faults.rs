//! Faults: full disks, folders that nobody can write to, runs that are killed, work without end.
//!
//! What always holds: a clear message, an exit code, no panic, and what was there before is still there.

use crate::small::{Left, Place, SCENARIO};
use std::io::Read;
use std::process::{Command, Stdio};

/// Every file of the output folder, and the folder's empty folders too.
fn everything(place: &Place) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![place.path("")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            names.push(path.to_str().unwrap().to_owned());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    names.sort();
    names
}

/// Runs the program in a shell that has been told something first.
#[cfg(unix)]
fn in_shell(place: &Place, first: &str, rest: &str) -> Left {
    let program = env!("CARGO_BIN_EXE_staffcast");
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{first}; exec \"{program}\" {rest}"));
    let output = command.current_dir(place.path("")).output().unwrap();
    Left {
        code: output.status.code().expect("it ends by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

const QUICK: &str = "small.toml --replications 1 --set scenario.months=1 --policy as-is";

/// No file may be larger than a few blocks: the system refuses to write on, as on a full disk.
#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_leaves_the_results_of_the_run_before() {
    let place = Place::new();
    let quick: Vec<&str> = QUICK.split(' ').collect();
    let mut arguments = vec!["run", "--quiet", "--out", "out"];
    arguments.extend(&quick);
    place.succeeds(&arguments);
    let before = place.files("out");
    let full = "trap '' XFSZ; ulimit -f 60";
    for (lang, said) in
        [("ru", "не удалось записать файл `out/"), ("en", "cannot write file `out/")]
    {
        let left = in_shell(&place, full, &format!("run {QUICK} --out out --seed 8 --lang {lang}"));
        assert_eq!(left.code, 1, "{}", left.stderr);
        // What was found is not lost with its files.
        assert!(left.stdout.contains("95"), "{}", left.stdout);
        assert!(left.stderr.starts_with(said), "{}", left.stderr);
        assert_eq!(left.stderr.lines().count(), 1, "{}", left.stderr);
    }
    assert!(place.files("out") == before);
    // And where there was nothing, there is nothing.
    let names = everything(&place);
    let left = in_shell(&place, full, &format!("run {QUICK} --out new/folder"));
    assert_eq!(left.code, 1, "{}", left.stderr);
    assert_eq!(everything(&place), names);
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_nothing_is_told_and_the_files_are_there() {
    let place = Place::new();
    for (lang, said) in [
        ("ru", "не удалось вывести результат: на диске не осталось места\n"),
        ("en", "cannot print the result: the disk is full\n"),
    ] {
        let run = format!("run {QUICK} --out out --lang {lang} > /dev/full");
        let left = in_shell(&place, "true", &run);
        assert_eq!((left.code, &*left.stderr), (1, said));
        assert!(place.path("out/report.html").exists());
        let check =
            in_shell(&place, "true", &format!("check small.toml --lang {lang} > /dev/full"));
        assert_eq!((check.code, &*check.stderr), (1, said));
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_wants_one_line_is_no_fault() {
    let place = Place::new();
    for command in ["check small.toml", "schema", "--help", "verify --case calendar --out out"] {
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.retain(|it| !it.is_empty());
        let mut child = place.command(&arguments);
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let left = child.wait_with_output().unwrap();
        let complaints = String::from_utf8(left.stderr).unwrap();
        assert_eq!((left.status.code(), &*complaints), (Some(0), ""), "{command}");
    }
}

#[test]
fn every_command_says_that_its_folder_cannot_be_written_before_it_works() {
    let place = Place::with(&(SCENARIO.to_owned() + "\n[plan]\nhire = { agent = 1 }\n"));
    std::fs::write(place.path("taken"), "mine").unwrap();
    let names = everything(&place);
    for command in ["run", "plan", "sensitivity", "verify"] {
        let mut arguments = vec![command, "--out", "taken/here", "--lang", "en"];
        if command != "verify" {
            arguments.insert(1, "small.toml");
        }
        let left = place.staffcast(&arguments);
        let said =
            "cannot create folder `taken/here`: a part of the path is a file, not a folder\n";
        assert_eq!((left.code, &*left.stderr), (1, said), "{command}");
        let left = place.staffcast(&[&arguments[..arguments.len() - 3], &["taken"]].concat());
        assert_eq!(left.code, 1, "{command}: {}", left.stderr);
        assert!(left.stderr.contains("`taken`"), "{}", left.stderr);
    }
    let left = place.staffcast(&["init", "taken/new.toml", "--lang", "en"]);
    assert_eq!(left.code, 1, "{}", left.stderr);
    assert_eq!(everything(&place), names);
    assert_eq!(place.read("taken"), "mine");
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_of_the_system_refuses_in_words() {
    let place = Place::new();
    for (lang, said) in [("ru", "не удалось создать папку"), ("en", "cannot create folder")]
    {
        let left = place.staffcast(&["run", "small.toml", "--out", "/proc/1/x", "--lang", lang]);
        assert_eq!(left.code, 1, "{}", left.stderr);
        assert!(left.stderr.starts_with(said), "{}", left.stderr);
    }
}

/// A run that has begun to simulate and listens to signals.
#[cfg(target_os = "linux")]
fn begun(place: &Place, arguments: &[&str]) -> std::process::Child {
    let mut command = place.command(arguments);
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let listens = || {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let caught = text.lines().find_map(|it| it.strip_prefix("SigCgt:"));
        let caught = caught.and_then(|it| u64::from_str_radix(it.trim(), 16).ok());
        caught.is_some_and(|it| it & 0b10 != 0)
    };
    while !listens() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child
}

#[cfg(target_os = "linux")]
fn send(signal: &str, child: &std::process::Child) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([signal, &id]).status();
    assert!(sent.unwrap().success());
}

#[test]
#[cfg(target_os = "linux")]
fn being_stopped_leaves_not_even_a_folder() {
    let place = Place::new();
    let names = everything(&place);
    let endless = ["run", "small.toml", "--replications", "1000000"];
    for signal in ["-INT", "-TERM"] {
        let child = begun(&place, &endless);
        send(signal, &child);
        let left = child.wait_with_output().unwrap();
        assert_eq!(left.status.code(), Some(130));
        let said = String::from_utf8(left.stderr).unwrap();
        assert_eq!(said, "Остановлено: ничего не записано\n");
        assert_eq!(everything(&place), names);
    }
}

/// One replication of this takes longer than anybody's patience.
#[test]
#[cfg(target_os = "linux")]
fn being_stopped_twice_ends_a_long_replication_at_once() {
    let place = Place::new();
    let names = everything(&place);
    let rate = ["--set", "streams.ticket.arrival.rate=1e6"];
    let people = ["--set", "roles.agent.headcount=100000"];
    let run = ["run", "small.toml", "--policy", "as-is", "--yes"];
    let mut child = begun(&place, &[&run[..], &rate, &people].concat());
    send("-INT", &child);
    std::thread::sleep(std::time::Duration::from_millis(50));
    send("-INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(everything(&place), names);
}

#[test]
#[cfg(target_os = "linux")]
fn being_killed_leaves_the_results_of_the_run_before() {
    let place = Place::new();
    let quick: Vec<&str> = QUICK.split(' ').collect();
    let run = [&["run", "--quiet", "--out", "out"], &quick[..]].concat();
    place.succeeds(&run);
    let before = place.files("out");
    kill_one_that_has_begun(&place);
    assert!(place.files("out") == before);
    // What a run that is killed while it writes leaves is not in the way of the next one.
    std::fs::write(place.path("out/.staffcast-x1y2z3.tmp"), "half a repo").unwrap();
    place.succeeds(&run);
    let mut after = place.files("out");
    after.retain(|it| it.0 != ".staffcast-x1y2z3.tmp");
    assert!(after == before);
}

/// A run into `out` that begins, and is killed before it gets as far as writing.
#[cfg(target_os = "linux")]
fn kill_one_that_has_begun(place: &Place) {
    let endless = ["run", "small.toml", "--out", "out", "--replications", "1000000"];
    let mut child = begun(place, &endless);
    send("-KILL", &child);
    child.wait().unwrap();
}

/// What a run leaves that is killed when it has given two files their names and not the others.
fn half_replaced(place: &Place) {
    let (old, new) = ("out/.staffcast-before-", "out/");
    for name in ["summary.csv", "run.json"] {
        let path = place.path(&format!("{new}{name}"));
        std::fs::rename(&path, place.path(&format!("{old}{name}"))).unwrap();
        std::fs::write(path, "of another run").unwrap();
    }
    let page = place.path("out/report.html");
    std::fs::hard_link(page, place.path("out/.staffcast-before-report.html")).unwrap();
    std::fs::write(place.path("out/charts/new.svg"), "of another run").unwrap();
    let journal = "was summary.csv\nwas run.json\nnew charts/new.svg\nwas report.html\nbegun\n";
    std::fs::write(place.path("out/.staffcast-journal"), journal).unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn being_killed_between_two_files_leaves_the_next_run_to_put_them_back() {
    let place = Place::new();
    let quick: Vec<&str> = QUICK.split(' ').collect();
    place.succeeds(&[&["run", "--quiet", "--out", "out"], &quick[..]].concat());
    let before = place.files("out");
    half_replaced(&place);
    // One that begins and never gets as far as writing.
    kill_one_that_has_begun(&place);
    assert!(place.files("out") == before);
    // And one that writes.
    half_replaced(&place);
    let seed = ["run", "--quiet", "--out", "out", "--seed", "8"];
    place.succeeds(&[&seed[..], &quick].concat());
    let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|it| it.0.clone()).collect()
    };
    let after = place.files("out");
    assert_eq!(names(&after), names(&before));
    assert!(after != before);
}

#[test]
fn charts_of_the_run_before_go_away_and_nothing_else_does() {
    let place = Place::new();
    let run = ["run", "small.toml", "--replications", "2", "--quiet", "--out", "out"];
    place.succeeds(&run);
    assert!(place.path("out/charts/policies.png").exists());
    std::fs::write(place.path("out/charts/mine.png"), "").unwrap();
    std::fs::write(place.path("out/mine.csv"), "").unwrap();
    place.succeeds(&[&run[..], &["--policy", "as-is"]].concat());
    assert!(!place.path("out/charts/policies.png").exists());
    let listed: serde_json::Value = serde_json::from_str(&place.read("out/run.json")).unwrap();
    let listed = listed["files"].as_array().unwrap().iter();
    let mut listed: Vec<&str> = listed.map(|it| it.as_str().unwrap()).collect();
    listed.extend(["run.json", "charts/mine.png", "mine.csv"]);
    listed.sort_unstable();
    let found: Vec<String> = place.files("out").into_iter().map(|it| it.0).collect();
    assert_eq!(found, listed);
}

/// What is refused, with an estimate and advice, in both languages; nothing is written.
fn refused(place: &Place, arguments: &[&str], said: [&str; 2]) {
    let names = everything(place);
    for (lang, said) in ["ru", "en"].into_iter().zip(said) {
        let left = place.staffcast(&[arguments, &["--lang", lang]].concat());
        assert_eq!(left.code, 2, "{arguments:?}: {}", left.stderr);
        let stderr = left.stderr.replace('\u{202f}', " ");
        assert!(stderr.contains(said), "{arguments:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert_eq!(left.stdout, "");
    }
    assert_eq!(everything(place), names);
}

#[test]
fn ten_million_long_replications_are_refused_with_an_estimate() {
    let place = Place::new();
    let policies = ["--policy", "second", "--policy", "third"];
    let many = ["run", "small.toml", "--replications", "10000000"];
    let many = [&many[..], &policies].concat();
    let rate = ["--set", "streams.ticket.arrival.rate=900"];
    let people = ["--set", "roles.agent.headcount=100"];
    let all = [&many[..], &rate, &people].concat();
    refused(&place, &all, ["это займёт примерно", "this would take about"]);
    refused(&place, &all, ["30 000 000 прогонов", "30,000,000 replications"]);
    refused(&place, &all, ["только если добавить --yes", "only with --yes"]);
}

#[test]
#[cfg(target_os = "linux")]
fn ten_million_replications_are_begun_when_the_user_insists() {
    let place = Place::new();
    let arguments = ["run", "small.toml", "--replications", "10000000", "--yes"];
    let child = begun(&place, &arguments);
    send("-INT", &child);
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(130));
}

#[test]
fn a_queue_that_would_fill_the_memory_is_refused_with_an_estimate() {
    let place = Place::with(&(SCENARIO.to_owned() + "\n[plan]\nhire = { agent = 1 }\n"));
    let rate = ["--set", "streams.ticket.arrival.rate=6e6"];
    for command in ["run", "plan", "sensitivity"] {
        let arguments = [&[command, "small.toml"], &rate[..]].concat();
        refused(&place, &arguments, ["ГБ памяти", "GB of memory"]);
        refused(&place, &arguments, ["staffcast check", "staffcast check"]);
    }
}

#[test]
fn waits_that_would_fill_the_memory_are_refused_with_an_estimate() {
    let route = "route = [\n";
    let waits = SCENARIO.replace(route, "route = [\n  { wait = \"client\", time = \"400d\" },\n");
    let spawned = SCENARIO.replace(route, "route = [\n  { spawn = \"x\", count = 2 },\n")
        + "[streams.x]\narrival = \"spawned\"\nroute = [{ wait = \"client\", time = \"400d\" }]\n";
    let rate = "streams.ticket.arrival.rate=3e6";
    let people = "roles.agent.headcount=10000";
    let quick = "streams.ticket.route[1].effort=1s";
    for scenario in [waits, spawned] {
        let place = Place::with(&scenario);
        let arguments = ["run", "small.toml", "--set", rate, "--set", people, "--set", quick];
        refused(&place, &arguments, ["ГБ памяти", "GB of memory"]);
        refused(&place, &arguments, ["staffcast check", "staffcast check"]);
    }
}

#[test]
fn more_tickets_than_can_be_counted_are_refused_even_if_the_user_insists() {
    let place = Place::new();
    let rate = ["--set", "streams.ticket.arrival.rate=1e9"];
    let arguments = [&["run", "small.toml", "--yes"], &rate[..]].concat();
    refused(&place, &arguments, ["программа считает до", "the program counts up to"]);
}
