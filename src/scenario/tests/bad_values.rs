//! Single values that are wrong: each is one problem, at its place, with what to write instead.

use super::*;

#[test]
fn unknown_keys_are_answered_with_known_ones() {
    each_is_one_problem(&[
        (
            "headcount = 2",
            "headcount = 2\nheadcout = 3",
            "headcout = 3",
            "unknown key `headcout`",
            "did you mean `headcount`",
        ),
        (
            "headcount = 2",
            "headcount = 2\ncolour = 3",
            "colour = 3",
            "unknown key `colour`",
            "known are `title`, `headcount`",
        ),
        (
            "months = 12",
            "months = 12\nmonth = 1",
            "month = 1",
            "unknown key `month`",
            "did you mean `months`",
        ),
        (
            "[plan]",
            "[plann]\nx = 1\n[plan]",
            "[plann]",
            "unknown key `plann`",
            "did you mean `plan`",
        ),
        (
            "{ blocks = [\"14d\"] }",
            "{ block = [\"14d\"], blocks = [\"14d\"] }",
            "block =",
            "unknown key `block`",
            "`blocks`",
        ),
        (
            "wait = \"client\"",
            "wiat = \"client\"",
            "wiat",
            "unknown key `wiat`",
            "did you mean `wait`",
        ),
        (
            "hire = \"agent\"",
            "hier = \"agent\"",
            "hier",
            "unknown key `hier`",
            "did you mean `hire`",
        ),
    ]);
}

#[test]
fn wrong_types_are_named() {
    each_is_one_problem(
        &[
            (
                "headcount = 2",
                "headcount = [2]",
                "headcount = [2]",
                "expected a whole number, found a list",
                "for instance 1",
            ),
            ("pay = 100000", "pay = true", "pay = true", "expected a number, found true", "100"),
            (
                "within = \"4h\"",
                "within = [4]",
                "within = [4]",
                "expected a duration, found a list",
                "75min",
            ),
            (
                "target = \"95%\"",
                "target = false",
                "target = false",
                "expected a share, found false",
                "7.5%",
            ),
            (
                "constant = 100",
                "constant = \"many\"",
                "many",
                "\"many\" is not a number",
                "120 000",
            ),
            (
                "headcount = 2",
                "headcount = 2\nreplaced = \"yes\"",
                "yes",
                "expected true or false",
                "true",
            ),
            ("key = \"more\"", "key = 5", "key = 5", "expected a text in quotes, found 5", "\"…\""),
            (
                "start = 2026-02-01",
                "start = 5",
                "start = 5",
                "expected a date, found 5",
                "2026-02-01",
            ),
            (
                "per = \"week\"",
                "per = \"weak\"",
                "weak",
                "unknown word \"weak\"",
                "did you mean \"week\"",
            ),
            ("role = \"head\"", "role = 3", "role = 3", "expected a text in quotes", "…"),
            ("[plan]\nconfidence = \"90%\"", "", "", "", ""),
        ][..10],
    );
}

#[test]
fn wrong_units_are_named() {
    each_is_one_problem(&[
        (
            "within = \"4h\"",
            "within = \"5 parsecs\"",
            "5 parsecs",
            "unknown unit `parsecs`",
            "units are s, min, h",
        ),
        ("within = \"4h\"", "within = \"5ч\"", "5ч", "unknown unit `ч`", "write \"5h\""),
        ("within = \"4h\"", "within = 4", "within = 4", "4 has no unit", "\"4min\", \"4h\""),
        ("within = \"4h\"", "within = \"95%\"", "95%", "not a share: 95", "75min"),
        ("within = \"4h\"", "within = \"2mo\"", "2mo", "a working clock has no months", "20d"),
        (
            "target = \"95%\"",
            "target = \"4h\"",
            "4h",
            "a share is needed, not a duration: 4h",
            "7.5%",
        ),
        (
            "pay = 100000",
            "pay = \"5%\"",
            "5%",
            "a number is needed, not a share: 5%",
            "without the % sign",
        ),
        (
            "pay = 100000",
            "pay = \"2h\"",
            "2h",
            "a number is needed, not a duration: 2h",
            "without a unit",
        ),
        ("pay = 100000", "pay = \"100,5\"", "100,5", "a comma in a number", "write 100.5"),
        ("time = \"2h\"", "time = 5h", "time = 5h", "a text without quotes: 5h", "write \"5h\""),
        ("blocks = [\"14d\"]", "blocks = [\"36h\"]", "36h", "a holiday is whole days", "14d"),
    ]);
}

#[test]
fn dates_must_exist_and_lie_in_the_span() {
    each_is_one_problem(&[
        (
            "start = 2026-03-01",
            "start = \"2026-02-30\"",
            "2026-02-30",
            "there is no such date: 2026-02-30",
            "2026-02-28",
        ),
        (
            "start = 2026-03-01",
            "start = 2026-02-30",
            "2026-02-30",
            "there is no such date: 2026-02-30",
            "2026-02-28",
        ),
        (
            "start = 2026-03-01",
            "start = 2026-13-01",
            "2026-13-01",
            "there is no such date",
            "2026-02-28",
        ),
        (
            "start = 2026-03-01",
            "start = 2026-03-01T10:00:00",
            "2026-03-01T",
            "a date without a time",
            "2026-02-28",
        ),
        (
            "start = 2026-03-01",
            "start = \"01.03.2026\"",
            "01.03.2026",
            "there is no such date",
            "write 2026-03-01",
        ),
        (
            "start = 2026-03-01",
            "start = 2026-01-31",
            "2026-01-31",
            "before the start",
            "from 2026-02-01 to 2027-01-31",
        ),
        (
            "start = 2026-03-01",
            "start = 2027-02-01",
            "2027-02-01",
            "after the horizon",
            "from 2026-02-01 to 2027-01-31",
        ),
        (
            "constant = 100",
            "constant = 100\nsteps = [{ from = 2028-01-01, factor = 2 }]",
            "2028-01-01",
            "after the horizon",
            "from 2026-01-01",
        ),
        ("start = 2026-02-01", "start = 1066-10-14", "1066-10-14", "too far away", "1990"),
    ]);
}

#[test]
fn advice_is_what_could_be_written() {
    each_is_one_problem(&[
        ("per = \"week\"\n", "", "[mixes.all]", "`per` is missing", "`per = \"year\"`"),
        (
            "arrival = \"spawned\"\n",
            "",
            "[streams.check]",
            "`arrival` is missing",
            "`arrival = { rate = 100, per = \"year\" }`",
        ),
        (
            "months = 12",
            "months = \"half a year\"",
            "half a year",
            "is not a number",
            "a whole number from 1 to 240",
        ),
        ("months = 12", "months = 12\nseed = \"abc\"", "abc", "is not a number", "a whole number"),
        ("\"2h\"", "\"1:30\"", "1:30", "is not a duration", "write \"1h 30min\""),
        (
            "headcount = 1",
            "headcount = 1\ncalendar = \"nowhere\"",
            "nowhere",
            "no calendar is called `nowhere`",
            "[calendars.nowhere]",
        ),
    ]);
}

#[test]
fn every_wrong_interval_of_a_day_is_named() {
    let hours = r#"hours = ["9-13", "25:00-26:00", "14:00-15:00", "18:00-18:00"]"#;
    let found = problems(&with("[drivers", &format!("[calendar]\n{hours}\n[drivers")));
    let paths: Vec<&str> = found.list.iter().map(|it| it.path.as_str()).collect();
    let wrong = ["calendar.hours[0]", "calendar.hours[1]", "calendar.hours[3]"];
    assert_eq!(paths, wrong, "{found}");
}

#[test]
fn people_who_take_turns_have_weeks_to_take() {
    let base = "[drivers.clients]\nconstant = 1\n[calendars.a]\nhours = [\"09:00-17:00\"]\n\
                [calendars.b]\nhours = [\"09:00-12:00\", \"13:00-17:00\"]\n";
    for (calendar, what) in [
        ("rota = [\"a\"]", "the rota has 1 week"),
        ("rota = [\"a\", \"c\"]", "no calendar is called `c`"),
        ("rota = [\"a\", \"x\"]", "`x` is a rota itself"),
        ("rota = [\"a\", \"b\"]\nhours = [\"09:00-17:00\"]", "no hours and holidays of its own"),
        ("hours = [\"09:00-17:00\"]\nbreak_turns = 2", "no break in these hours"),
        (
            "hours = [\"09:00-13:00\", \"14:00-16:00\"]\nbreak_turns = 3",
            "no room for so many turns",
        ),
    ] {
        let text = with(
            "[drivers.clients]\nconstant = 100\n",
            &format!("{base}[calendars.x]\n{calendar}\n"),
        );
        let problems = problems(&text);
        assert_eq!(problems.len(), 1, "{calendar}: {problems}");
        assert!(problems.list[0].what.en.contains(what), "{calendar}: {problems}");
    }
}

#[test]
fn hours_change_only_where_they_can() {
    let of = |changes: &str| {
        let rota =
            "[calendars.a]\nhours = [\"09:00-17:00\"]\n[calendars.r]\nrota = [\"a\", \"a\"]\n";
        let text = with("[drivers.clients]", &format!("{rota}[drivers.clients]"));
        let policy = format!("key = \"more\"\nchanges = [{changes}]\n[[policies]]\nkey = \"x\"");
        problems(&text.replace("key = \"more\"", &policy))
    };
    let overtime =
        "{ overtime = \"agent\", from = 2026-03-02, to = 2026-03-31, hours_a_day = \"1h\" }";
    let other = "{ other_hours = \"agent\", calendar = \"a\", from = 2026-04-01 }";
    for (changes, what) in [
        (format!("{overtime}, {other}"), "works overtime under this policy"),
        (other.replace("2026-04-01", "2036-04-01"), "after the horizon"),
        (other.replace("\"a\"", "\"nowhere\""), "no calendar is called"),
    ] {
        let found = of(&changes);
        assert!(found.list.iter().any(|it| it.what.en.contains(what)), "{changes}: {found}");
    }
}

#[test]
fn calendars_must_be_possible() {
    let with_calendar =
        |keys: &str| format!("[drivers.clients]\nconstant = 1\n[calendar]\n{keys}\n");
    for (keys, what) in [
        ("hours = [\"09:00-09:00\"]", "ends when it begins"),
        ("hours = [\"09:00-05:00\"]", "20 hours over midnight"),
        ("hours = [\"22:00-06:00\", \"05:00-07:00\", \"23:00-24:00\"]", "overlap"),
        ("hours = [\"09:00-13:00\", \"12:00-18:00\"]", "overlap"),
        ("hours = [\"9-18\"]", "not hours of work"),
        ("hours = []", "nobody ever works"),
        ("days = [\"monday\"]", "unknown word \"monday\""),
        ("days_off = [{ from = 2026-05-05, to = 2026-05-01 }]", "cannot be"),
        ("days_off = [{ }]", "a date or a period"),
        ("short_by = \"2d\"", "more than a day"),
        ("base = \"uk\"", "holidays of \"uk\" are not known"),
        ("hours_of = { fri = [\"x\"] }", "not hours of work"),
    ] {
        let text = with("[drivers.clients]\nconstant = 100\n", &with_calendar(keys));
        let problems = problems(&text);
        assert_eq!(problems.len(), 1, "{keys}: {problems}");
        assert!(problems.list[0].what.en.contains(what), "{keys}: {}", problems.list[0].what.en);
        assert!(problems.list[0].path.starts_with("calendar"));
    }
}
