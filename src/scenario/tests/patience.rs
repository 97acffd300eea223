//! Messages about customers who give up.

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
