//! Natural mistakes of a newcomer: each is told once, at its place, in their words, with what to write.

use super::*;

/// A small desk as a newcomer has it, with titles.
fn desk() -> String {
    SMALL
        .replace(
            "[roles.head]",
            "[roles.head]\ntitle = { ru = \"Старший смены\", en = \"Team lead\" }",
        )
        .replace("[scenario]", "[calendar]\nhours = [\"09:00-17:00\"]\n[scenario]")
        .replace("constant = 100", "constant = 100\ntitle = \"Customers\"")
}

/// Each row: what stands in the desk, what is put there, and words of the one answer.
fn each_is_answered(rows: &[(&str, &str, &[&str])]) {
    for (old, new, words) in rows {
        let desk = desk();
        assert!(desk.contains(old), "{old}");
        let found = problems(&desk.replacen(old, new, 1));
        let shown = found.render(Lang::En, false);
        assert_eq!(found.len(), 1, "{new}:\n{shown}");
        let problem = &found.list[0];
        assert!(problem.line > 0 && problem.excerpt.is_some(), "{new}:\n{shown}");
        for word in *words {
            assert!(shown.contains(word), "{new}: no {word}\n{shown}");
        }
        let russian = found.render(Lang::Ru, false);
        assert!(russian.contains("как исправить"), "{new}:\n{russian}");
    }
}

#[test]
fn numbers_in_words() {
    let (heads, months) = ("headcount = 2", "months = 12");
    each_is_answered(&[
        (heads, "headcount = two", &["write 2"]),
        (heads, "headcount = \"two\"", &["write 2"]),
        (heads, "headcount = двое", &["write 2"]),
        (heads, "headcount = \"4 FTE\"", &["write 4"]),
        (heads, "headcount = \"3 человека\"", &["write 3"]),
        (months, "months = twelve", &["write 12"]),
        (months, "months = \"2 years\"", &["write 24"]),
        (months, "months = \"полтора\"", &["from 1 to 240"]),
        ("within = \"4h\"", "within = half an hour", &["write \"30min\""]),
        ("within = \"4h\"", "within = \"two hours\"", &["write \"2h\""]),
        ("within = \"4h\"", "within = \"4 business hours\"", &["write \"4h\""]),
        ("within = \"4h\"", "within = \"8 рабочих часов\"", &["write \"8h\""]),
        ("within = \"4h\"", "within = \"next business day\"", &["{ business_days = 1 }"]),
        ("within = \"4h\"", "within = \"5 calendar days\"", &["{ calendar_days = 5 }"]),
        ("pay = 100000", "pay = \"54000/year\"", &["write 4500"]),
        ("pay = 100000", "pay = \"90 000 ₽ в месяц\"", &["write 90000"]),
        ("rate = 10\nper = \"week\"", "rate = \"300/week\"", &["write 300, per = \"week\""]),
        ("rate = 10\nper = \"week\"", "per_week = 300", &["rate = 300, per = \"week\""]),
        ("per = \"week\"", "per = \"неделя\"", &["did you mean \"week\""]),
        (
            "arrival = { mix = \"all\" }",
            "arrival = \"300 per week\"",
            &["{ rate = 300, per = \"week\" }"],
        ),
        (
            "arrival = { mix = \"all\" }",
            "arrival = { mix = \"all\" }\npriority = \"high\"",
            &["1 goes before 2"],
        ),
    ]);
}

#[test]
fn time_zones_by_their_offsets_and_by_other_names() {
    let hours = "hours = [\"09:00-17:00\"]";
    for (zone, advised) in [
        ("\"UTC+3\"", &["\"Europe/Moscow\"", "\"Etc/GMT-3\""][..]),
        ("\"GMT-5\"", &["\"America/New_York\"", "\"Etc/GMT+5\""]),
        ("\"+05:30\"", &["\"Asia/Kolkata\""]),
        ("\"МСК+2\"", &["\"Asia/Yekaterinburg\"", "\"Etc/GMT-5\""]),
        ("\"МСК\"", &["\"Europe/Moscow\""]),
        ("\"Pacific\"", &["\"America/Los_Angeles\""]),
        ("3", &["\"Europe/Moscow\"", "\"Etc/GMT-3\""]),
        ("\"UTC+25\"", &["continent and city"]),
    ] {
        each_is_answered(&[(hours, &format!("{hours}\nzone = {zone}"), advised)]);
    }
    for zone in ["Etc/GMT-3", "Etc/GMT+5", "Asia/Kolkata", "Asia/Yekaterinburg"] {
        let text = desk().replacen(hours, &format!("{hours}\nzone = \"{zone}\""), 1);
        assert!(read(&text).is_ok(), "what is advised is a zone: {zone}");
    }
}

#[test]
fn things_by_their_titles_and_marks_by_other_words() {
    let (role, to) = ("role = \"head\"", "to = \"solved\"");
    each_is_answered(&[
        (role, "role = \"Team lead\"", &["no role is called `Team lead`", "did you mean `head`"]),
        (role, "role = \"старший смены\"", &["did you mean `head`"]),
        (role, "role = \"Team leads\"", &["did you mean `head`"]),
        (role, "role = \"HEAD\"", &["did you mean `head`"]),
        ("per = \"week\"", "per = \"week\"\ndriver = \"Customers\"", &["did you mean `clients`"]),
        (to, "to = \"resolved\"", &["no mark is called `resolved`", "write \"solved\""]),
        (to, "to = \"resolution\"", &["write \"solved\""]),
        (to, "to = \"решено\"", &["write \"solved\""]),
        (to, "to = \"first_response\"", &["write \"contact\""]),
        (to, "to = \"Первый ответ\"", &["write \"contact\""]),
        (to, "to = \"закрыто\"", &["write \"closed\""]),
        (to, "from = \"opened\"\nto = \"solved\"", &["write \"created\""]),
    ]);
}

#[test]
fn keys_by_other_words_are_not_missing_as_well() {
    let (heads, pay) = ("headcount = 2", "pay = 100000");
    let step = "{ effort = \"1h\", role = \"head\" }";
    each_is_answered(&[
        (heads, "count = 2", &["unknown key `count`", "did you mean `headcount`"]),
        (heads, "headcout = 2", &["did you mean `headcount`"]),
        ("target = \"95%\"", "goal = \"95%\"", &["did you mean `target`"]),
        ("months = 12", "years = 2", &["months = 24"]),
        ("months = 12", "end = 2026-12-31", &["months = 12"]),
        ("constant = 100", "value = 100", &["did you mean `constant`"]),
        ("constant = 100", "from = 100", &["linear = { from = 900"]),
        ("constant = 100", "growth = \"3% per month\"", &["yearly = \"42.6%\""]),
        (
            "constant = 100",
            "linear = { from = 100, growth = \"5%\" }",
            &["compound = { from = 100, yearly = \"5%\" }"],
        ),
        (
            "constant = 100",
            "compound = { from = 100, monthly = \"3%\" }",
            &["yearly = \"42.6%\" (twelve times 3 %)"],
        ),
        (pay, "pay = 1\nturnover = \"30%\"", &["did you mean `attrition`"]),
        (pay, "pay = 1\nramp_up = 3", &["did you mean `ramp`"]),
        (pay, "pay = 1\nutilization = \"85%\"", &["is a result"]),
        (pay, "pay = 1\nshrinkage = \"30%\"", &["sickness = {", "for_each"]),
        (
            step,
            "{ time = \"1h\", role = \"head\" }",
            &["unknown key `time`", "did you mean `effort`"],
        ),
        (
            step,
            "{ effort = \"1h\", who = \"head\" }",
            &["unknown key `who`", "did you mean `role`"],
        ),
        (
            &format!("route = [{step}]"),
            "effort = \"1h\"",
            &["unknown key `effort`", "route = [{ effort = \"30min\", role = \"agent\" }]"],
        ),
        ("arrival = \"spawned\"", "volume = 300", &["arrival = { rate = 300, per = \"week\" }"]),
        ("start = 2026-03-01 }", "when = 2026-03-01 }", &["did you mean `start`"]),
        (
            "changes = [{ hire = \"agent\", start = 2026-03-01 }]",
            "hire = { agent = 1 }",
            &["changes = [{ hire = \"agent\""],
        ),
        ("confidence = \"90%\"", "max_hires = 3", &["did you mean `max_people`"]),
    ]);
}

#[test]
fn tables_and_lists_that_are_written_otherwise() {
    let step = "{ effort = \"1h\", role = \"head\" }";
    let hours = "hours = [\"09:00-17:00\"]";
    each_is_answered(&[
        (
            &format!("route = [{step}]"),
            &format!("route = {step}"),
            &["expected a list", "[{ effort = \"1h\", role = \"head\" }]"],
        ),
        (&format!("route = [{step}]"), "route = \"head\"", &["[{ effort = \"30min\""]),
        ("headcount = 2", "headcount = 2\npeople = 4", &["[{ count = 4 }]"]),
        (
            "[plan]",
            "[streams.check.sla]\nto = \"solved\"\nwithin = \"4h\"\ntarget = \"95%\"\n[plan]",
            &["has no name", "[streams.check.sla.solved]"],
        ),
        ("[plan]", "[sla.urgent]\nto = \"solved\"\n[plan]", &["stands with its stream"]),
        (
            "[plan]",
            "[streams.chek.sla.x]\nto = \"solved\"\nwithin = \"4h\"\ntarget = \"95%\"\n[plan]",
            &["did you mean `check`"],
        ),
        ("\"40%\"", "40", &["40 per cent is written \"40%\""]),
        (hours, "hours = \"9 to 5\"", &["[\"09:00-17:00\"]"]),
        (hours, "hours = \"24/7\"", &["[\"00:00-24:00\"]"]),
        (
            hours,
            &format!("{hours}\ndays = \"weekdays\""),
            &["\"mon\", \"tue\", \"wed\", \"thu\", \"fri\""],
        ),
        (
            hours,
            &format!("{hours}\nlunch = \"13:00-14:00\""),
            &["a break is what the hours leave out"],
        ),
        (hours, "open = \"09:00\"", &["hours are written together"]),
        (hours, &format!("{hours}\nholidays = [\"2026-12-25\"]"), &["days_off = [2026-12-25]"]),
        (hours, &format!("{hours}\nbase = \"United States\""), &["write \"us\""]),
        ("months = 12", "months = 12\ncurrency = \"dollars\"", &["write \"USD\""]),
        ("months = 12", "months = 12\ncurrency = \"рубли\"", &["write \"RUB\""]),
        ("holiday = { blocks = [\"14d\"] }", "holiday = 28d", &["{ blocks = [\"14d\", \"14d\"] }"]),
    ]);
    let text = desk()
        .replace("[roles.head]", "[roles.team head]")
        .replace("role = \"head\"", "role = \"team head\"");
    let found = problems(&text);
    let shown = found.render(Lang::En, false);
    assert!(found.len() == 1 && shown.contains("write `[roles.\"team head\"]`"), "{shown}");
}
