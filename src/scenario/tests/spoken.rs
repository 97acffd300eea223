//! Values as people write them: one round is enough, for what is to be written is the value itself.

use super::*;

/// Each row: what stands in the small scenario, what is put there, and the value that the advice says;
/// with that value in place of the wrong one, nothing is wrong.
fn one_round_is_enough(rows: &[(&str, &str, &str)]) {
    for (old, new, advised) in rows {
        let found = problems(&with(old, new));
        let shown = found.render(Lang::En, false);
        assert_eq!(found.len(), 1, "{new}:\n{shown}");
        let hint = found.list[0].instead.as_ref().map_or("", |it| it.en.as_str());
        assert!(hint.contains(advised), "{new}: {hint}");
        let (key, _) = new.split_once('=').expect("a key");
        let mended = with(old, &format!("{key}= {advised}"));
        assert!(read(&mended).is_ok(), "{mended}");
    }
}

#[test]
fn money_and_counts() {
    let pay = "pay = 100000";
    one_round_is_enough(&[
        (pay, "pay = 100k", "100000"),
        (pay, "pay = \"100k\"", "100000"),
        (pay, "pay = \"100 тыс. ₽\"", "100000"),
        (pay, "pay = $5,000", "5000"),
        (pay, "pay = \"$5,000\"", "5000"),
        (pay, "pay = 80000-120000", "{ min = 80000, max = 120000 }"),
        (pay, "pay = \"80 000 – 120 000\"", "{ min = 80000, max = 120000 }"),
        ("headcount = 2", "headcount = \"2k\"", "2000"),
        ("constant = 100", "constant = 90-110", "{ min = 90, max = 110 }"),
    ]);
}

#[test]
fn durations_and_shares() {
    let (within, target) = ("within = \"4h\"", "target = \"95%\"");
    one_round_is_enough(&[
        (within, "within = \"8-16h\"", "{ min = \"8h\", max = \"16h\" }"),
        (within, "within = 8-16h", "{ min = \"8h\", max = \"16h\" }"),
        (within, "within = \"1 hour 30\"", "\"1h 30min\""),
        (within, "within = \"8 часов\"", "\"8h\""),
        (target, "target = \">= 90%\"", "\"90%\""),
    ]);
    for (new, advised) in [
        ("attrition = \"12%/year\"", "\"12%\""),
        ("attrition = \"5-10%\"", "{ min = \"5%\", max = \"10%\" }"),
        ("time_to_fill = 45", "\"45d\""),
        ("holiday = 28", "{ blocks = [\"14d\", \"14d\"] }"),
        ("sickness = \"5d\"", "{ spells = 1, length = \"5d\" }"),
        ("ramp = 3", "{ from = \"50%\", months = 3 }"),
    ] {
        let (key, _) = new.split_once(" =").expect("a key");
        let old = "[roles.head]\nheadcount = 1";
        let found = problems(&with(old, &format!("{old}\n{new}")));
        let hint = found.list[0].instead.as_ref().map_or("", |it| it.en.as_str());
        assert!(found.len() == 1 && hint.contains(advised), "{new}: {hint}");
        let mended = with(old, &format!("{old}\n{key} = {advised}"));
        assert!(read(&mended).is_ok(), "{mended}");
    }
}

#[test]
fn dates_hours_days_and_words() {
    let start = "start = 2026-02-01";
    one_round_is_enough(&[
        (start, "start = \"Feb 2026\"", "2026-02-01"),
        (start, "start = \"1 февраля 2026\"", "2026-02-01"),
        (start, "start = 2026-02", "2026-02-01"),
        (start, "start = 2026", "2026-01-01"),
        ("per = \"week\"", "per = \"day\"", "\"working-day\""),
    ]);
    let head = "[scenario]";
    for (new, advised) in [
        ("hours = [\"9-18\"]", "\"09:00-18:00\""),
        ("hours = [\"9am-6pm\"]", "\"09:00-18:00\""),
        ("hours = \"9-18\"", "[\"09:00-18:00\"]"),
        ("hours = 9-18", "[\"09:00-18:00\"]"),
        ("days = \"mon-fri\"", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"),
        ("days = [\"Monday\"]", "\"mon\""),
    ] {
        let found = problems(&with(head, &format!("[calendar]\n{new}\n{head}")));
        let hint = found.list[0].instead.as_ref().map_or("", |it| it.en.as_str());
        assert!(found.len() == 1 && hint.contains(advised), "{new}: {hint}");
    }
}

#[test]
fn keys_of_other_words_and_truth() {
    let shown = |old: &str, new: &str| problems(&with(old, new)).render(Lang::En, false);
    for (old, new, advised) in [
        ("pay = 100000", "cost = 100000", "did you mean `pay`?"),
        ("pay = 100000", "оклад = 100000", "did you mean `pay`?"),
        ("start = 2026-03-01 }", "date = 2026-03-01 }", "did you mean `start`?"),
        ("[scenario]", "[calendar]\ncountry = \"us\"\n[scenario]", "did you mean `base`?"),
        ("[roles.head]", "[roles.head]\nreplaced = yes", "write true"),
        ("[plan]", "[plan]\nhire = 3", "{ agent = 3 }"),
        ("hire = \"agent\"", "hire = \"haed\"", "did you mean `head`?"),
    ] {
        let shown = shown(old, new);
        assert!(shown.contains(advised), "{new}: {shown}");
    }
}

#[test]
fn a_value_of_many_places_is_wrong_once() {
    let effort = "effort = { mean = { min = \"1h\", max = \"2h\", id = \"handling\" } }";
    let text = SMALL.replace("effort = \"1h\"", effort);
    for (value, advised) in [("75", "\"75min\""), ("1-3h", "{ min = \"1h\", max = \"3h\" }")] {
        let found = read_set(&text, &[("handling", value)]).expect_err("no duration");
        let shown = found.render(Lang::En, false);
        assert!(found.len() == 1 && shown.contains(advised), "{shown}");
    }
}

#[test]
fn the_end_of_a_path_is_enough_where_no_other_ends_so() {
    let study = read_set(SMALL, &[("head.headcount", "3")]).unwrap();
    assert_eq!(study.baseline().scenario.roles[1].headcount, 3);
    let several = read_set(SMALL, &[("headcount", "3")]).expect_err("two roles have one");
    let shown = several.render(Lang::En, false);
    assert!(shown.contains("`roles.agent.headcount`, `roles.head.headcount`"), "{shown}");
    let role = read_set(SMALL, &[("agent", "3")]).expect_err("no number");
    let shown = role.render(Lang::En, false);
    assert!(shown.contains("roles.agent.headcount=2"), "{shown}");
}
