//! One-line slips: each is told with what to write, and hides no other problem.

use super::*;

/// Each row: what stands in the small scenario, what is put there, the words of what is wrong and
/// of what to write instead. Problems before and after it must be found as well, and no others.
fn each_hides_nothing(rows: &[(&str, &str, &str, &str)]) {
    for (old, new, what, instead) in rows {
        let text = with(old, new)
            .replacen("months = 12", "months = 0", 1)
            .replacen("role = \"head\"", "role = \"hed\"", 1)
            .replacen("at_least = \"95%\"", "at_least = 95", 1);
        let problems = problems(&text);
        let shown = problems.render(Lang::En, false);
        assert_eq!(problems.len(), 4, "{new}:\n{shown}");
        for other in ["0 is less than 1", "is called `hed`", "too much: 95"] {
            assert!(shown.contains(other), "{new}: no {other}\n{shown}");
        }
        assert!(shown.contains(what), "{new}: no {what}\n{shown}");
        assert!(shown.contains(instead), "{new}: no {instead}\n{shown}");
    }
}

#[test]
fn a_sign_that_is_missing_or_wrong_hides_nothing() {
    let pay = "pay = 100000";
    each_hides_nothing(&[
        (pay, "pay: 5", "`:` in place of `=`", "write `pay = 5`"),
        (pay, "pay := 5", "`:=` in place of `=`", "write `pay = 5`"),
        (pay, "pay 5", "`=` is missing", "write `pay = 5`"),
        (pay, "pay == 5", "`=` too many", "write `pay = 5`"),
        ("headcount = 2", "headcount: 2", "`:` in place of `=`", "write `headcount = 2`"),
        (pay, "pay = 5;", "a semicolon too many", "write 5"),
        (pay, "pay = 100,5", "a comma in a number", "write 100.5"),
        (pay, "pay = 99,5", "a comma in a number: 99,5", "write 99.5 (%: \"99.5%\")"),
        (pay, "pay = 99,5%", "a comma in a number: 99,5", "write \"99.5%\""),
        (pay, "pay = 12%", "a share without quotes: 12%", "write \"12%\""),
        (pay, "pay = 100 000", "a text without quotes: 100 000", "write \"100 000\""),
    ]);
}

#[test]
fn quotes_that_are_missing_or_wrong_hide_nothing() {
    let title = "headcount = 1";
    each_hides_nothing(&[
        (title, "headcount = 1\ntitle = \"5", "the text is not closed", "close it with"),
        (
            title,
            "headcount = 1\ntitle = \"C:\\Users\\x\"",
            "a backslash too many",
            "single quotes: 'C:\\x'",
        ),
        ("per = \"week\"", "per = “week”", "a text without quotes", "write \"week\""),
        ("per = \"week\"", "per = «week»", "a text without quotes", "write \"week\""),
    ]);
}

#[test]
fn keys_and_headers_in_other_letters_hide_nothing() {
    let pay = "pay = 100000";
    each_hides_nothing(&[
        (pay, "зарплата = 5", "unknown key `зарплата`", "known are `title`, `headcount`"),
        (
            "[roles.head]",
            "[roles.менеджер]\nheadcount = 1\n[roles.head]",
            "must be in quotes",
            "write \"менеджер\"",
        ),
        ("[roles.head]", "[roles.head", "the header is not closed", "write `[roles.head]`"),
        ("[roles.head]", "[roles.head]]", "more on the line", "remove it"),
        ("[[claims]]", "[[claims]", "the header is not closed", "write `[[claims]]`"),
        (pay, "\u{a0}pay = 5", "an invisible space here (U+00A0)", "remove it"),
        (pay, "// comment", "a comment does not begin with `//`", "write `#`"),
        (pay, "pay = 5 // comment", "a comment does not begin with `//`", "write `#`"),
    ]);
}

#[test]
fn a_date_in_spoken_order_hides_nothing_and_is_answered_with_one() {
    each_hides_nothing(&[("start = 2026-03-01", "start = 01.03.2026", "", "")]);
    let found = problems(&with("start = 2026-02-01", "start = 02.02.2026"));
    let shown = found.render(Lang::En, false);
    assert!(shown.contains("write 2026-02-02"), "{shown}");
}

#[test]
fn several_slips_are_all_told() {
    let text = SMALL
        .replace("pay = 100000", "pay: 5")
        .replace("headcount = 1", "headcount == 1")
        .replace("[plan]", "// the plan\n[plan")
        .replace("per = \"week\"", "per = \"weak\"");
    let found = problems(&text);
    assert_eq!(found.len(), 5, "{found}");
    let lines: Vec<usize> = found.list.iter().map(|it| it.line).collect();
    assert!(lines.is_sorted(), "in the order of the file: {lines:?}");
}

#[test]
fn what_the_format_does_not_have_is_answered_with_what_to_write() {
    let (months, pay, clients) = ("months = 12", "pay = 100000", "constant = 100");
    each_is_one_problem(&[
        (months, "months = 12\ncurrency = \"$\"", "currency", "not the code", "write \"USD\""),
        (months, "months = 12\ncurrency = \"usd\"", "currency", "not the code", "write \"USD\""),
        (
            months,
            "months = 12\ntimezone = \"UTC\"",
            "timezone",
            "unknown key",
            "written in a calendar: zone",
        ),
        (pay, "pay = 1\nsick_days = 5", "sick_days", "unknown key", "spells = 1, length"),
        (pay, "pay = 1\nsalary = 5", "salary", "unknown key", "pay = 5000"),
        (pay, "pay = 1\nfte = 0.5", "fte", "unknown key", "fte = \"50%\""),
        (pay, "pay = 1\npart_time = 1", "part_time", "unknown key", "people = [{ count = 1"),
        (pay, "pay = 1\npatience = \"5min\"", "patience", "unknown key", "in [streams.name]"),
        (pay, "pay = 1\nskill = \"a\"", "skill", "unknown key", "skills = [\"network\"]"),
        (pay, "pay = 1\nshifts = [\"a\"]", "shifts", "unknown key", "calendar = \"late\""),
        (pay, "pay = 1\nconcurrency = 3", "concurrency", "unknown key", "at_once = 3"),
        (pay, "pay = 1\ntemps = 3", "temps", "unknown key", "until = 2026-08-31"),
        (
            "headcount = 2",
            "headcount = 2.5",
            "headcount",
            "whole",
            "headcount = 3, people = [{ count = 1, fte = \"50%\" }]",
        ),
        (
            clients,
            "compound = { from = 100, yearly = \"5%\", monthly = \"3%\" }",
            "monthly",
            "unknown key `monthly`",
            "yearly = \"42.6%\"",
        ),
        (
            "start = 2026-02-01",
            "start = \"01/13/2026\"",
            "start",
            "no such date",
            "write 2026-01-13",
        ),
    ]);
    let found = problems(&with("start = 2026-02-01", "start = 01/01/2026"));
    let shown = found.render(Lang::En, false);
    assert!(shown.contains("write 2026-01-01"), "{shown}");
    let commented = "start = 01/13/2026          # the first day";
    let shown = problems(&with("start = 2026-02-01", commented)).render(Lang::En, false);
    assert!(shown.contains("write 2026-01-13"), "a comment is no part of a value: {shown}");
}
