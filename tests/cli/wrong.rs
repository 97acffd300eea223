//! Wrong input: every problem is said, the exit code is 2, and nothing is written.

use crate::small::{Place, SCENARIO};

/// Runs with a wrong input and expects that nothing happens.
fn refused(place: &Place, arguments: &[&str]) -> String {
    let left = place.staffcast(arguments);
    assert_eq!(left.code, 2, "{arguments:?}: {}", left.stderr);
    assert_eq!(left.stdout, "");
    assert!(!place.path("output").exists() && !place.path("out").exists());
    left.stderr
}

#[test]
fn every_problem_is_said_with_its_place() {
    let wrong = SCENARIO
        .replace("headcount = 1", "headcount = -1")
        .replace("role = \"agent\"", "role = \"agnet\"");
    let place = Place::with(&wrong);
    for command in ["run", "check"] {
        let said = refused(&place, &[command, "small.toml"]);
        assert!(said.contains("small.toml"), "{said}");
        assert!(said.contains("roles.agent.headcount") && said.contains("agnet"), "{said}");
        assert!(said.contains("ошиб"), "{said}");
    }
    let said = refused(&place, &["run", "small.toml", "--lang", "en"]);
    assert!(said.contains("did you mean `agent`"), "{said}");
}

#[test]
fn files_that_are_no_scenarios_are_refused() {
    let place = Place::new();
    std::fs::write(place.path("empty.toml"), "").unwrap();
    std::fs::write(place.path("bytes.toml"), b"\xff\xfe\x00").unwrap();
    for name in ["missing.toml", "empty.toml", "bytes.toml", "."] {
        let said = refused(&place, &["run", name]);
        assert!(!said.is_empty() && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_wrong_override_is_refused() {
    let place = Place::new();
    for set in ["roles.agnet.headcount=2", "roles.agent.headcount=x", "nonsense"] {
        refused(&place, &["run", "small.toml", "--set", set]);
    }
}

#[test]
fn an_unknown_policy_is_refused_with_a_suggestion() {
    let place = Place::new();
    let said = refused(&place, &["run", "small.toml", "--policy", "secnd"]);
    assert!(said.contains("нет варианта `secnd`; есть: as-is, second, third"), "{said}");
    assert!(said.contains("может быть, `second`?"), "{said}");
    let said = refused(&place, &["check", "small.toml", "--policy", "x", "--lang", "en"]);
    assert!(said.contains("no policy is called `x`"), "{said}");
}

#[test]
fn wrong_options_are_refused() {
    let place = Place::new();
    for arguments in [
        &["run", "small.toml", "--replications", "0"][..],
        &["run", "small.toml", "--replications", "-3"],
        &["run", "small.toml", "--precision", "NaN"],
        &["run", "small.toml", "--replications", "10000001"],
        &["run", "small.toml", "--threads", "100000"],
        &["run", "small.toml", "--threads", "-1"],
        &["run", "small.toml", "--out", ""],
        &["run", ""],
        &["verify", "--threads", "1025"],
        &["verify", "--case", "no-such-case"],
        &["run", "small.toml", "--seed", "x"],
        &["run", "small.toml", "--lang", "fr"],
        &["run", "small.toml", "--csv", "xls"],
        &["run", "small.toml", "small.toml"],
        &["rnu"],
        &["--frobnicate"],
    ] {
        refused(&place, arguments);
    }
}

#[test]
fn a_number_that_an_option_does_not_take_is_told_in_the_language_that_is_spoken() {
    let place = Place::new();
    let million = ["--replications <N>", "10 до 1000000", "10 to 1000000"];
    let auto = ["--replications <N|auto>", "1 до 10000000 или auto", "1 to 10000000, or auto"];
    let threads = ["--threads <N>", "0 до 1024", "0 to 1024"];
    for (arguments, [option, ru, en]) in [
        (["plan", "--replications", "20000000"], million),
        (["claims", "--replications", "20000000"], million),
        (["run", "--replications", "20000000"], auto),
        (["verify", "--threads", "20000000"], threads),
    ] {
        let said = refused(&place, &arguments);
        let words = format!("{option}: здесь нужно число от {ru}, а не `20000000`\n");
        assert_eq!(said, words);
        let said = refused(&place, &[&arguments[..], &["--lang", "en"]].concat());
        let words = format!("{option}: expected a number from {en}, not `20000000`\n");
        assert_eq!(said, words);
    }
}

#[test]
fn a_verification_of_something_unknown_is_refused_before_it_begins() {
    let place = Place::new();
    let known = ["verify", "--case", "calendar", "--case"];
    for (lang, said) in [("ru", "нет случаев с таким именем"), ("en", "no case has such a name")]
    {
        let more = ["calender", "--case", "mm1-rho", "--lang", lang];
        let left = refused(&place, &[&known[..], &more].concat());
        // Every one, and not those that are there.
        assert!(left.contains(&format!("{said}: `calender`, `mm1-rho`;")), "{left}");
    }
}

#[test]
fn a_confidence_that_no_simulation_can_give_is_refused() {
    let place = Place::with(&(SCENARIO.to_owned() + "\n[plan]\nhire = { agent = 1 }\n"));
    for confidence in ["100%", "0", "abc", "NaN", "-5%", "1e308", ""] {
        let option = format!("--confidence={confidence}");
        let said = refused(&place, &["plan", "small.toml", &option]);
        assert!(said.contains("вероятность должна быть"), "{said}");
    }
}

#[test]
fn scenarios_that_name_each_other_in_a_circle_are_told_so() {
    let extending = |name: &str| format!("extend = \"{name}\"\n{SCENARIO}");
    let place = Place::with(&extending("other.toml"));
    std::fs::write(place.path("other.toml"), extending("small.toml")).unwrap();
    let said = refused(&place, &["run", "small.toml", "--lang", "en"]);
    assert!(said.contains("small.toml → other.toml → small.toml"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written_to_is_a_failure_on_the_way() {
    let place = Place::new();
    // A file in the place of the folder: that refuses even somebody who may write everywhere.
    std::fs::write(place.path("taken"), "").unwrap();
    let left = place.staffcast(&["run", "small.toml", "--out", "taken/here"]);
    assert_eq!(left.code, 1, "{}", left.stderr);
    assert!(left.stderr.contains("taken"), "{}", left.stderr);
    let left = place.staffcast(&["run", "small.toml", "--out", "/proc/here", "--lang", "en"]);
    assert_eq!(left.code, 1, "{}", left.stderr);
    assert!(left.stderr.starts_with("cannot create folder"), "{}", left.stderr);
}

/// What the program says to somebody with this locale.
fn said_in(place: &Place, locale: [&str; 3], arguments: &[&str]) -> String {
    let mut command = place.command(arguments);
    for (name, value) in ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().zip(locale) {
        command.env(name, value);
    }
    let left = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{a0}', " ");
    text(&left.stdout) + &text(&left.stderr)
}

#[test]
fn everything_is_said_in_the_language_of_the_user_from_the_first_byte() {
    let place = Place::new();
    let broken = |text: &str| std::fs::write(place.path("broken.toml"), text).expect("a file");
    let (russian, english) = (["ru_RU.UTF-8", "", "en_US.UTF-8"], ["", "", "en_US.UTF-8"]);
    broken("[scenario\nstart = 5");
    for (arguments, [ru, en]) in [
        (&["check", "missing.toml"][..], ["нет такого файла", "there is no such file"]),
        (&["check", "broken.toml"], ["заголовок не закрыт", "the header is not closed"]),
        (&["run", "--replications", "x"], ["здесь нужно", "expected"]),
        (&["run", "--replication", "3"], ["нет такого ключа", "no such option"]),
        (
            &["chekc"],
            [
                "нет команды `chekc`\nможет быть, `check`?",
                "no command is called `chekc`\ndid you mean `check`?",
            ],
        ),
        (
            &["run", "--csv", "excel"],
            [
                "нет значения `excel`; есть: plain, excel-ru",
                "there is no `excel`; there are: plain, excel-ru",
            ],
        ),
        (&["run", "--out"], ["нужно значение", "a value must follow"]),
        (&["run", "--out", "a", "--out", "b"], ["только раз", "only once"]),
        (&["fit"], ["не хватает: <EXPORT>...", "missing: <EXPORT>..."]),
        (&["--help"], ["Команды:", "Commands:"]),
        (&["run", "--help"], ["Папка для файлов", "Folder for the files"]),
    ] {
        let said = said_in(&place, russian, arguments);
        assert!(said.contains(ru), "{arguments:?}: {said}");
        let said = said_in(&place, english, arguments);
        assert!(said.contains(en), "{arguments:?}: {said}");
        // `--lang` is heard before the locale, also where nothing else is understood.
        if arguments != ["run", "--out"] && arguments != ["--help"] && arguments != ["chekc"] {
            let said = said_in(&place, russian, &[arguments, &["--lang", "en"]].concat());
            assert!(said.contains(en), "{arguments:?}: {said}");
        }
    }
    // What the scenario says is heard before the locale, however broken the rest is.
    broken("[scenario]\nlanguage = \"en\"\nstart = [");
    assert!(said_in(&place, russian, &["check", "broken.toml"]).contains("1 problem"));
    broken("[scenario]\nlanguage = \"ru\"\nstart = [");
    assert!(said_in(&place, english, &["check", "broken.toml"]).contains("1 ошибка"));
}
