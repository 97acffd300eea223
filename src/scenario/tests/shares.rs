//! Shares as people write them: per cent and fractions taken for each other are told.

use super::*;

fn desk(attrition: &str, yearly: &str, target: &str) -> String {
    format!(
        "[scenario]\nname = \"x\"\nstart = 2027-01-01\nmonths = 3\ncurrency = \"EUR\"\n\
         [calendar]\nbase = \"none\"\n[drivers.d]\ncompound = {{ from = 100, yearly = {yearly} }}\n\
         [roles.a]\nheadcount = 1\ncontributions = 0\nattrition = {attrition}\n\
         [streams.s]\narrival = {{ rate = 1, per = \"week\", driver = \"d\", at = 100 }}\n\
         route = [{{ effort = {{ mean = \"1h\", cv = \"50%\" }}, role = \"a\" }}]\n\
         [streams.s.sla.x]\nto = \"closed\"\nwithin = \"8h\"\ntarget = {target}\n"
    )
}

fn said(text: &str) -> Result<Vec<String>, String> {
    let study = load_text("x.toml", text, None, &[], Some(Lang::En));
    let study = study.map_err(|it| it.render(Lang::En, false))?;
    Ok(study.baseline().scenario.notes.iter().map(|it| it.en.clone()).collect())
}

#[test]
fn a_year_may_have_more_than_a_hundred_per_cent_where_they_are_written_as_such() {
    let turnover = desk("{ min = \"90%\", max = \"180%\" }", "\"3000%\"", "\"90%\"");
    assert_eq!(said(&turnover), Ok(Vec::new()));
    for (attrition, yearly, told) in [
        ("12", "\"5%\"", "12 is 1200 % a year"),
        ("{ min = \"5%\", max = 12 }", "0.05", "write \"12%\", or \"1200%\" if that is meant"),
        ("0.12", "30", "write \"30%\", or \"3000%\" if that is meant"),
        ("0.12", "1.5", "write \"1.5%\", or \"150%\" if that is meant"),
    ] {
        let refused = said(&desk(attrition, yearly, "0.9")).unwrap_err();
        assert!(refused.contains(told) && refused.contains("1 problem"), "{refused}");
    }
}

#[test]
fn a_promise_of_less_than_one_in_a_hundred_is_doubted_and_others_are_not() {
    let of = |target: &str| said(&desk("0", "0", target)).unwrap();
    let doubt = "streams.s.sla.x.target = 0.9 %: that is less than one in a hundred; 90 % is written \"90%\"";
    assert_eq!(of("\"0.9%\""), [doubt]);
    assert_eq!(of("0.009"), [doubt]);
    for meant in ["\"90%\"", "0.9", "\"1%\"", "1"] {
        assert_eq!(of(meant), [""; 0], "{meant}");
    }
    let goal = "[plan]\ngoals = { \"s/x\" = \"0.5%\" }\n";
    let goals = said(&(desk("0", "0", "0.9") + goal)).unwrap();
    assert!(goals.len() == 1 && goals[0].contains("50 % is written"), "{goals:?}");
}

#[test]
fn a_decimal_comma_of_a_share_is_answered_with_the_share() {
    for (target, instead) in [
        ("\"99,5\"", "write \"99.5%\"\n"),
        ("\"0,95\"", "write 0.95\n"),
        ("\"99,5%\"", "write \"99.5%\"\n"),
        ("99,5%", "write \"99.5%\"\n"),
        ("99,5", "write 99.5 (%: \"99.5%\")\n"),
        ("0,95", "write 0.95\n"),
        ("0.95%", "write \"0.95%\"\n"),
    ] {
        let refused = said(&desk("12", "0", target)).unwrap_err();
        assert!(refused.contains(instead) && refused.contains("2 problems"), "{target} {refused}");
    }
}
