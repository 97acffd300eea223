//! Names that nothing has, and routes that say too little.

use super::*;

#[test]
fn a_name_that_is_a_key_is_shown_at_the_key() {
    for (plan, path) in
        [("hire = { agnet = 2 }", "agnet"), ("goals = { \"x\" = \"95%\" }", "\"x\"")]
    {
        let text = with("confidence = \"90%\"", plan);
        let problem = &problems(&text).list[0];
        let excerpt = problem.excerpt.as_ref().expect("a line");
        assert_eq!(&excerpt.line[excerpt.span.clone()], path);
    }
}

#[test]
fn unknown_names_are_answered_with_known_ones() {
    each_is_one_problem(&[
        (
            "role = \"head\"",
            "role = \"haed\"",
            "haed",
            "no role is called `haed`",
            "did you mean `head`",
        ),
        (
            "role = \"head\"",
            "role = \"cook\"",
            "cook",
            "no role is called `cook`",
            "known are `agent`, `head`",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = [\"agent\", { role = \"haed\" }]",
            "haed",
            "no role is called `haed`",
            "did you mean `head`",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = [\"head\", [\"agent\", \"head\"]]",
            "head",
            "`head` is listed twice",
            "keep one",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = \"head\", skill = \"network\"",
            "skill",
            "no skill is called `network`",
            "there are none yet",
        ),
        (
            "[drivers.clients]",
            "[roles.cook]\nheadcount = 2\nskills = [\"fish\", \"fish\"]\n[drivers.clients]",
            "fish",
            "`fish` is listed twice",
            "keep one",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = []",
            "role = []",
            "there is no role",
            "role = [",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = [[]]",
            "role = [[]]",
            "there is no role",
            "role = [",
        ),
        (
            "effort = \"1h\", role = \"head\"",
            "effort = \"1h\", role = [\"head\", \"agent\"], together_with = \"agent\"",
            "together_with",
            "a role together with itself",
            "name another role",
        ),
        (
            "hire = \"agent\"",
            "hire = \"agnet\"",
            "agnet",
            "no role is called `agnet`",
            "did you mean `agent`",
        ),
        (
            "mix = \"all\" }\nroute = [{",
            "mix = \"al\" }\nroute = [{",
            "\"al\"",
            "no mix is called `al`",
            "did you mean `all`",
        ),
        (
            "per = \"week\"",
            "per = \"week\"\ndriver = \"client\"",
            "client",
            "no driver is called `client`",
            "did you mean `clients`",
        ),
        (
            "headcount = 1",
            "headcount = 1\ncalendar = \"night\"",
            "night",
            "no calendar is called `night`",
            "",
        ),
        (
            "headcount = 1",
            "headcount = 1\nstand_in = [\"agents\"]",
            "agents",
            "no role is called `agents`",
            "did you mean `agent`",
        ),
        (
            "arrival = \"spawned\"",
            "arrival = \"spawn\"",
            "spawn",
            "unknown word \"spawn\"",
            "did you mean \"spawned\"",
        ),
        (
            "{ mark = \"answered\" }",
            "{ spawn = \"chek\" }",
            "chek",
            "no stream is called `chek`",
            "did you mean `check`",
        ),
        (
            "to = \"solved\"",
            "to = \"solvd\"",
            "solvd",
            "no mark is called `solvd`",
            "did you mean `solved`",
        ),
        (
            "to = \"solved\"",
            "to = \"solved\"\npauses = [\"clients\"]",
            "clients",
            "no wait of this route is called `clients`",
            "did you mean `client`",
        ),
        (
            "scope = \"ticket.urgent/solved\"",
            "scope = \"ticket.urgent/solve\"",
            "solve",
            "no SLA is called",
            "did you mean `ticket.urgent/solved`",
        ),
        (
            "measure = \"sla.met\"",
            "measure = \"sla.meet\"",
            "sla.meet",
            "no measure is called `sla.meet`",
            "did you mean `sla.met`",
        ),
        (
            "tests = [{ ",
            "tests = [{ policy = \"mor\", ",
            "mor",
            "no policy is called `mor`",
            "did you mean `more`",
        ),
        (
            "confidence = \"90%\"",
            "rules = [\"moer\"]",
            "moer",
            "no policy is called `moer`",
            "did you mean `more`",
        ),
        (
            "confidence = \"90%\"",
            "goals = { \"ticket.urgent/contact\" = \"90%\" }",
            "goals",
            "no SLA is called `ticket.urgent/contact`",
            "known are",
        ),
        (
            "confidence = \"90%\"",
            "required = [\"ticket.urgnt/solved\"]",
            "urgnt",
            "no SLA is called",
            "did you mean `ticket.urgent/solved`",
        ),
        (
            "confidence = \"90%\"",
            "hire = { agents = 2 }",
            "agents",
            "no role is called `agents`",
            "did you mean `agent`",
        ),
    ]);
}

#[test]
fn marks_and_waits_must_occur_in_the_route() {
    each_is_one_problem(&[
        (
            "route = [{ effort = \"1h\", role = \"agent\" }]",
            "route = [{ effort = \"1h\", role = \"agent\" }]\nsla.x = { to = \"answered\", within = \"1h\", target = \"9%\" }",
            "answered",
            "no step of the route sets `answered`",
            "add a step { mark = \"answered\" }",
        ),
        (
            "route = [{ effort = \"1h\", role = \"agent\" }]",
            "route = [{ effort = \"1h\", role = \"agent\" }]\nsla.x = { to = \"closed\", within = \"1h\", target = \"9%\", pauses = [\"client\"] }",
            "pauses",
            "no wait of this route is called `client`",
            "none yet",
        ),
        (
            "to = \"solved\"",
            "from = \"solved\"\nto = \"solved\"",
            "to = \"solved\"",
            "starts and stops at the same mark",
            "another mark",
        ),
        (
            "within = \"4h\"",
            "within = { compose = \"later\" }",
            "compose",
            "there is no limit",
            "working = ",
        ),
    ]);
}

#[test]
fn routes_must_say_what_is_done_and_by_whom() {
    each_is_one_problem(&[
        (
            "route = [{ effort = \"1h\", role = \"agent\" }]",
            "route = []",
            "route = []",
            "an empty route",
            "effort",
        ),
        (
            "{ effort = \"1h\", role = \"head\" }",
            "{ effort = \"1h\" }",
            "effort",
            "it is not said who works",
            "for_each",
        ),
        (
            "{ effort = \"1h\", role = \"head\" }",
            "{ }",
            "{ }",
            "it is not clear what this is",
            "`effort`, `wait`",
        ),
        (
            "{ mark = \"answered\" }",
            "{ branch = \"10%\", steps = [] }",
            "branch",
            "there is no step",
            "add a step",
        ),
        (
            "{ mark = \"answered\" }",
            "{ branch = \"10%\" }",
            "branch",
            "`steps` is missing",
            "steps = ",
        ),
        ("{ mark = \"answered\" }", "{ mark = \"created\" }", "created", "set by itself", "remove"),
        (
            "{ effort = \"1h\", role = \"head\" }",
            "{ effort = \"1h\", role = \"head\", together_with = \"head\" }",
            "together_with",
            "together with itself",
            "another role",
        ),
        (
            "{ effort = \"1h\", role = \"head\" }",
            "{ effort = [], role = \"head\" }",
            "effort",
            "an empty list",
            "30min",
        ),
    ]);
}
