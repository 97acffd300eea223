//! The desk of these situations, changed: what is replaced in its text, what is added to it, and what
//! is then never said.

use crate::ids::RoleId;
use crate::plan::sensitivity::Asked;
use crate::report::tests::department::desk;
use crate::report::tests::told::Command;

pub(super) const BUSY: Command = Command::Sensitivity(Asked::Utilisation(RoleId(0)));

pub(super) const FIRST: Command = Command::Sensitivity(Asked::Need(RoleId(0), None));

pub(super) const PATIENCE: (&str, &str) = ("arrival =", "patience = { mean = \"1h\" }\narrival =");
pub(super) const COMING_AGAIN: (&str, &str) = (
    "arrival =",
    "patience = \"1h\"\nretrial = { probability = \"50%\", after = \"1h\" }\narrival =",
);
pub(super) const FOURTEEN_AT_TEN: (&str, &str) =
    ("{ rate = 4, per = \"working-day\" }", "{ on = \"daily\", at = \"10:00\", count = 14 }");
pub(super) const DRIVEN: (&str, &str) =
    ("per = \"working-day\"", "per = \"working-day\", driver = \"clients\", at = 100");
pub(super) const GROWTH: &str =
    "[drivers.clients]\nlinear = { from = 100, to = 500, months = 22 }\n";
pub(super) const TWO_QUESTIONS: &str = "[[plan.readings]]\nunknown = \"rate\"\nkey = \"many\"\n[[plan.readings]]\nunknown = \"rate\"\nkey = \"few\"\nchanges = [{ set = \"streams.ticket.arrival.rate\", value = 2 }]\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"hour\"\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"short\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = \"30min\" }]\n[[claims]]\nid = \"C-1\"\ntext = \"idle\"\ntests = [{ measure = \"utilisation\", scope = \"clerk\", at_most = \"9%\" }]\n";
pub(super) const OVERLOADED: (&str, &str) = ("rate = 4", "rate = 22");
pub(super) const MANY: (&str, &str) = ("rate = 4", "rate = 12");
pub(super) const NO_SLA: (&str, &str) = (
    "[streams.ticket.sla.done]\ntitle = \"Done in a day\"\nto = \"closed\"\nwithin = \"8h\"\ntarget = \"90%\"\n",
    "",
);
/// Ten hours of work at once for two people: eight of ten are done within four hours.
pub(super) const TEN_AT_TEN: [(&str, &str); 3] = [
    ("{ rate = 4, per = \"working-day\" }", "{ on = \"daily\", at = \"10:00\", count = 10 }"),
    ("within = \"8h\"", "within = \"4h\""),
    ("target = \"90%\"", "target = \"80%\""),
];
pub(super) const HIRE: &str = "[[policies]]\nkey = \"two-more\"\nchanges = [{ hire = \"clerk\", start = 2027-02-01, count = 2, ramp = false }]\n";
pub(super) const NOTHING: &str = "[[policies]]\nkey = \"nothing\"\nchanges = []\n";
pub(super) const FEWER: &str =
    "[[policies]]\nkey = \"one\"\nchanges = [{ set = \"roles.clerk.headcount\", value = 1 }]\n";
pub(super) const SILENT: &str = "[[policies]]\nkey = \"rule\"\nchanges = [{ hire_when = \"clerk\", arrivals = [\"ticket\"], above = 100000 }]\n";
pub(super) const LATE: &str = "[[policies]]\nkey = \"late\"\nchanges = [{ hire_when = \"clerk\", arrivals = [\"ticket\"], above = 1 }]\n";
pub(super) const READINGS: &str = "[[plan.readings]]\nunknown = \"effort\"\nkey = \"short\"\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"long\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = \"3h\" }]\n";
pub(super) const RANGE: (&str, &str) = (
    "effort = \"1h\"",
    "effort = { mean = { min = \"30min\", max = \"3h\", title = \"Minutes\" } }",
);

pub(super) const CLAIM: &str = "[[claims]]\nid = \"C-1\"\ntext = \"busy\"\ntests = [{ measure = \"utilisation\", scope = \"clerk\", at_most = \"50%\" }]\n";

pub(super) const STANDS_IN: (&str, &str) =
    ("role = \"clerk\" }", "role = \"clerk\", stand_in = [\"helper\"] }");
pub(super) const HELPER: &str = "[roles.helper]\nheadcount = 1\n[streams.other]\narrival = { rate = 1, per = \"week\" }\nroute = [{ effort = \"1h\", role = \"helper\" }]\n";
pub(super) const ASKS: (&str, &str) =
    ("role = \"clerk\" }", "role = \"clerk\", skill = \"network\" }");
pub(super) const SKILLED: (&str, &str) = ("pay = 1000", "pay = 1000\nskills = [\"network\"]");
pub(super) const ONE_SKILLED: (&str, &str) =
    ("pay = 1000", "pay = 1000\npeople = [{ skills = [\"network\"] }, { skills = [] }]");
pub(super) const EARLY: &str = "[calendars.early]\nbase = \"none\"\nhours = [\"09:00-13:00\"]\n[calendars.long]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n";

/// What is said of nobody and of nothing.
pub(super) const OF_OVERLOAD: &[&str] = &[
    "MoreWorkThanPeople",
    "EnoughButFor",
    "PeopleNeeded",
    "CautionLoad",
    "CautionBacklog",
    "LoadTitle",
    "HeatTitle",
    "UtilisationTitle",
];
pub(super) const OF_POLICIES: &[&str] = &[
    "FewestBreaches",
    "FewerBreaches",
    "NothingHelps",
    "TargetsMetInstead",
    "CostMore",
    "CostLess",
    "CostSame",
    "NoDifference",
    "NoneOfThemHires",
    "NeverHires",
    "SlaTitleBest",
    "HeadcountTitle",
    "HeadcountTitleNoMore",
    "BacklogTitle",
];

/// The desk on which eight of ten items are in time, with another target.
pub(super) fn on_target(target: &'static str) -> String {
    desk(&[TEN_AT_TEN[0], TEN_AT_TEN[1], ("target = \"90%\"", target)], "")
}

/// Another share than its target that the plan must keep.
pub(super) fn goal(share: &str) -> String {
    format!("[plan]\ngoals = {{ \"ticket/done\" = \"{share}\" }}\n")
}

/// The desk over 22 months.
pub(super) fn year(changes: &[(&str, &str)], more: &str) -> String {
    desk(&[changes, &[("months = 4", "months = 22")]].concat(), more)
}
