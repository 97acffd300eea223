//! Shares as people write them: per cent and fractions commas are told.

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
