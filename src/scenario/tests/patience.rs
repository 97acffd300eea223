//! Messages about customers who give up, and about bursts.

use super::*;

#[test]
fn what_is_said_of_giving_up_needs_patience() {
    const ROUTE: &str = "route = [{ effort = \"1h\", role = \"agent\" }]\n";
    each_is_one_problem(&[
        (
            ROUTE,
            "route = [{ effort = \"1h\", role = \"agent\" }]\nretrial = { probability = \"50%\" }\n",
            "retrial",
            "nobody gives up",
            "patience = { exponential = \"5min\" }",
        ),
        (
            "within = \"4h\"\n",
            "within = \"4h\"\nabandoned = \"left-out\"\n",
            "abandoned",
            "nobody gives up",
            "remove this",
        ),
        (
            ROUTE,
            "route = [{ effort = \"1h\", role = \"agent\" }]\npatience_clock = \"working\"\n",
            "patience_clock",
            "a clock but no patience",
            "remove patience_clock",
        ),
        (
            ROUTE,
            "route = [{ effort = \"1h\", role = \"agent\" }]\npatience = { exponential = \"5min\" }\nretrial = { after = \"5min\" }\n",
            "retrial",
            "probability",
            "",
        ),
        (
            ROUTE,
            "route = [{ effort = \"1h\", role = \"agent\" }]\npatience = \"-5min\"\n",
            "patience",
            "",
            "",
        ),
    ]);
}

#[test]
fn several_mistakes_about_giving_up_are_told_at_once() {
    let text = with(
        "route = [{ effort = \"1h\", role = \"agent\" }]\n",
        "route = [{ effort = \"1h\", role = \"agent\", patience = \"long\" }]\npatience = \"short\"\nretrial = { probability = \"150%\", clock = \"sun\" }\n",
    );
    assert_eq!(problems(&text).len(), 4, "{}", problems(&text).render(Lang::En, false));
}

#[test]
fn every_mistake_of_a_burst_is_told() {
    const ROUTE: &str = "route = [{ effort = \"1h\", role = \"agent\" }]\n";
    let burst = |text: &str| {
        format!("route = [{{ effort = \"1h\", role = \"agent\" }}]\nbursts = [{text}]\n")
    };
    each_is_one_problem(&[
        (
            ROUTE,
            &burst("{ date = 2031-01-01, items = 5 }"),
            "bursts",
            "after the horizon",
            "a date from",
        ),
        (ROUTE, &burst("{ date = 2026-03-01 }"), "bursts", "items", ""),
        (ROUTE, &burst("{ date = 2026-03-01, items = -5 }"), "bursts", "", ""),
        (
            ROUTE,
            &burst("{ date = 2026-03-01, items = 5, peak = 3 }"),
            "bursts",
            "unknown key `peak`",
            "known are",
        ),
        (ROUTE, &burst("{ date = 2026-03-01, items = 5, at = \"25:00\" }"), "bursts", "", ""),
    ]);
    let all = with(ROUTE, &burst("{ date = 2031-01-01, items = -5, over = \"long\" }"));
    assert_eq!(problems(&all).len(), 3);
}
