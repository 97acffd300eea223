//! When each sentence of the list is said, and when it must not be.

use super::department::desk;
use super::list::SENTENCES;
use super::told::{Command, tell};
use crate::ids::RoleId;
use crate::plan::sensitivity::Asked;
use crate::scenario::Lang;
use std::collections::BTreeSet;

/// A department, a question, and the sentences that are said and that are not.
struct Situation {
    name: &'static str,
    text: String,
    command: Command,
    says: &'static [&'static str],
    not: &'static [&'static str],
}

const BUSY: Command = Command::Sensitivity(Asked::Utilisation(RoleId(0)));

const FIRST: Command = Command::Sensitivity(Asked::Need(RoleId(0), None));

const PATIENCE: (&str, &str) = ("arrival =", "patience = { mean = \"1h\" }\narrival =");
const COMING_AGAIN: (&str, &str) = (
    "arrival =",
    "patience = \"1h\"\nretrial = { probability = \"50%\", after = \"1h\" }\narrival =",
);
const FOURTEEN_AT_TEN: (&str, &str) =
    ("{ rate = 4, per = \"working-day\" }", "{ on = \"daily\", at = \"10:00\", count = 14 }");
const DRIVEN: (&str, &str) =
    ("per = \"working-day\"", "per = \"working-day\", driver = \"clients\", at = 100");
const GROWTH: &str = "[drivers.clients]\nlinear = { from = 100, to = 500, months = 22 }\n";
const TWO_QUESTIONS: &str = "[[plan.readings]]\nunknown = \"rate\"\nkey = \"many\"\n[[plan.readings]]\nunknown = \"rate\"\nkey = \"few\"\nchanges = [{ set = \"streams.ticket.arrival.rate\", value = 2 }]\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"hour\"\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"short\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = \"30min\" }]\n[[claims]]\nid = \"C-1\"\ntext = \"idle\"\ntests = [{ measure = \"utilisation\", scope = \"clerk\", at_most = \"9%\" }]\n";
const OVERLOADED: (&str, &str) = ("rate = 4", "rate = 22");
const MANY: (&str, &str) = ("rate = 4", "rate = 12");
const NO_SLA: (&str, &str) = (
    "[streams.ticket.sla.done]\ntitle = \"Done in a day\"\nto = \"closed\"\nwithin = \"8h\"\ntarget = \"90%\"\n",
    "",
);
/// Ten hours of work at once for two people: eight of ten are done within four hours.
const TEN_AT_TEN: [(&str, &str); 3] = [
    ("{ rate = 4, per = \"working-day\" }", "{ on = \"daily\", at = \"10:00\", count = 10 }"),
    ("within = \"8h\"", "within = \"4h\""),
    ("target = \"90%\"", "target = \"80%\""),
];
const HIRE: &str = "[[policies]]\nkey = \"two-more\"\nchanges = [{ hire = \"clerk\", start = 2027-02-01, count = 2, ramp = false }]\n";
const NOTHING: &str = "[[policies]]\nkey = \"nothing\"\nchanges = []\n";
const FEWER: &str =
    "[[policies]]\nkey = \"one\"\nchanges = [{ set = \"roles.clerk.headcount\", value = 1 }]\n";
const SILENT: &str = "[[policies]]\nkey = \"rule\"\nchanges = [{ hire_when = \"clerk\", arrivals = [\"ticket\"], above = 100000 }]\n";
const LATE: &str = "[[policies]]\nkey = \"late\"\nchanges = [{ hire_when = \"clerk\", arrivals = [\"ticket\"], above = 1 }]\n";
const READINGS: &str = "[[plan.readings]]\nunknown = \"effort\"\nkey = \"short\"\n[[plan.readings]]\nunknown = \"effort\"\nkey = \"long\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = \"3h\" }]\n";
const RANGE: (&str, &str) = (
    "effort = \"1h\"",
    "effort = { mean = { min = \"30min\", max = \"3h\", title = \"Minutes\" } }",
);

const CLAIM: &str = "[[claims]]\nid = \"C-1\"\ntext = \"busy\"\ntests = [{ measure = \"utilisation\", scope = \"clerk\", at_most = \"50%\" }]\n";

const STANDS_IN: (&str, &str) =
    ("role = \"clerk\" }", "role = \"clerk\", stand_in = [\"helper\"] }");
const HELPER: &str = "[roles.helper]\nheadcount = 1\n[streams.other]\narrival = { rate = 1, per = \"week\" }\nroute = [{ effort = \"1h\", role = \"helper\" }]\n";
const ASKS: (&str, &str) = ("role = \"clerk\" }", "role = \"clerk\", skill = \"network\" }");
const SKILLED: (&str, &str) = ("pay = 1000", "pay = 1000\nskills = [\"network\"]");
const ONE_SKILLED: (&str, &str) =
    ("pay = 1000", "pay = 1000\npeople = [{ skills = [\"network\"] }, { skills = [] }]");
const EARLY: &str = "[calendars.early]\nbase = \"none\"\nhours = [\"09:00-13:00\"]\n[calendars.long]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n";

/// What is said of nobody and of nothing.
const OF_OVERLOAD: &[&str] = &[
    "MoreWorkThanPeople",
    "EnoughButFor",
    "PeopleNeeded",
    "CautionLoad",
    "CautionBacklog",
    "LoadTitle",
    "HeatTitle",
    "UtilisationTitle",
];
const OF_POLICIES: &[&str] = &[
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

fn situations() -> Vec<Situation> {
    let it = |name, text, command, says, not| Situation { name, text, command, says, not };
    let run = |name, text, says, not| it(name, text, Command::Run, says, not);
    let check = |name, text, says, not| it(name, text, Command::Check, says, not);
    let exactly = |target: &'static str| {
        desk(&[TEN_AT_TEN[0], TEN_AT_TEN[1], ("target = \"90%\"", target)], "")
    };
    let goal = |share: &str| format!("[plan]\ngoals = {{ \"ticket/done\" = \"{share}\" }}\n");
    let year = |changes: &[(&str, &str)], more: &str| {
        let changes: Vec<(&str, &str)> =
            changes.iter().copied().chain([("months = 4", "months = 22")]).collect();
        desk(&changes, more)
    };
    vec![
        run(
            "people enough, one policy",
            desk(&[], ""),
            &[
                "EnoughPeople",
                "TargetsAll",
                "LoadTitleCalm",
                "UtilisationTitleCalm",
                "HeatTitleCalm",
                "HeadcountTitleOne",
                "SlaTitle",
                "PeopleTitle",
            ],
            OF_OVERLOAD,
        ),
        run("a promise below its target", desk(&[], &goal("80%")), &["CautionLowered"], &[]),
        check("the same before a run", desk(&[], &goal("89.9%")), &["CautionLowered"], &[]),
        it(
            "the same beside claims",
            desk(&[], &(goal("80%") + CLAIM)),
            Command::Claims,
            &["CautionLowered"],
            &[],
        ),
        run("a promise of the target", desk(&[], &goal("90%")), &[], &["CautionLowered"]),
        check("a promise above it", desk(&[], &goal("95%")), &[], &["CautionLowered"]),
        run("one policy is compared with none", desk(&[], ""), &[], OF_POLICIES),
        run(
            "nothing to be cautious about",
            desk(&[], ""),
            &[],
            &[
                "CautionFew",
                "CautionWide",
                "CautionAssumed",
                "CautionReadings",
                "CautionCalendar",
                "DriverMoves",
                "TargetsNone",
                "TargetsSome",
                "ShareOfTarget",
                "UntilDate",
                "SinceDate",
                "InSomeMonths",
                "ButFor",
            ],
        ),
        run(
            "more work than people",
            desk(&[OVERLOADED], ""),
            &[
                "MoreWorkThanPeople",
                "PeopleNeeded",
                "CautionLoad",
                "CautionBacklog",
                "LoadTitle",
                "HeatTitle",
                "UtilisationTitle",
                "ShareOfTarget",
                "BacklogTitleOne",
            ],
            &[
                "EnoughPeople",
                "EnoughButFor",
                "TargetsAll",
                "LoadTitleCalm",
                "HeatTitleCalm",
                "UtilisationTitleCalm",
            ],
        ),
        run(
            "nobody is there",
            desk(&[("headcount = 2", "headcount = 0")], ""),
            &["MoreWorkThanPeople", "CautionLoad", "TargetsNone"],
            &["EnoughPeople", "TargetsAll", "TargetsSome", "CheckEnough"],
        ),
        run(
            "exactly on target",
            exactly("target = \"80%\""),
            &["TargetsAll"],
            &["TargetsNone", "TargetsSome", "ShareOfTarget"],
        ),
        run(
            "a thousandth below the target",
            exactly("target = \"80.1%\""),
            &["TargetsNone", "ShareOfTarget"],
            &["TargetsAll", "TargetsSome"],
        ),
        run(
            "no SLA",
            desk(&[NO_SLA], &format!("{HIRE}{NOTHING}")),
            &["EnoughPeople"],
            &[
                "TargetsAll",
                "TargetsNone",
                "TargetsSome",
                "NothingHelps",
                "FewestBreaches",
                "FewerBreaches",
                "NoDifference",
                "SlaTitle",
                "SlaTitleBest",
                "CautionWide",
            ],
        ),
        run(
            "two people more",
            desk(&[OVERLOADED], HIRE),
            &[
                "FewestBreaches",
                "TargetsMetInstead",
                "CostMore",
                "HeadcountTitle",
                "SlaTitleBest",
                "BacklogTitle",
            ],
            &[
                "NothingHelps",
                "FewerBreaches",
                "NoDifference",
                "HeadcountTitleSame",
                "HeadcountTitleNoMore",
                "CostLess",
                "CostSame",
                "BacklogTitleOne",
                "SlaTitle",
            ],
        ),
        run(
            "a policy that changes nothing",
            desk(&[OVERLOADED], NOTHING),
            &["NothingHelps", "NoDifference", "HeadcountTitleSame"],
            &[
                "FewestBreaches",
                "FewerBreaches",
                "NoneOfThemHires",
                "NeverHires",
                "HeadcountTitle",
                "HeadcountTitleOne",
                "HeadcountTitleNoMore",
            ],
        ),
        run(
            "a policy with one person fewer",
            desk(&[], FEWER),
            &["HeadcountTitleNoMore", "NothingHelps"],
            &["HeadcountTitleSame", "HeadcountTitle"],
        ),
        run(
            "a rule that stays silent",
            desk(&[], SILENT),
            &["NoneOfThemHires", "NoDifference"],
            &["NeverHires"],
        ),
        run(
            "a rule that stays silent, and a policy that is no rule",
            desk(&[], &format!("{SILENT}{NOTHING}")),
            &["NeverHires"],
            &["NoneOfThemHires"],
        ),
        run(
            "a rule that asks, whose people come",
            desk(&[OVERLOADED], LATE),
            &["HeadcountTitle"],
            &["NoneOfThemHires", "NeverHires"],
        ),
        run(
            "cheaper and better",
            desk(
                &[OVERLOADED],
                "[[policies]]\nkey = \"cheaper\"\nchanges = [{ set = \"roles.clerk.headcount\", value = 4 }, { set = \"roles.clerk.pay\", value = 100 }]\n",
            ),
            &["CostLess"],
            &["CostMore", "CostSame"],
        ),
        run(
            "as dear and better",
            desk(
                &[OVERLOADED],
                "[[policies]]\nkey = \"quick\"\nchanges = [{ automation = \"auto\", streams = [\"ticket\"], from = 2027-02-01, effort = 0.3 }]\n",
            ),
            &["CostSame"],
            &["CostMore", "CostLess"],
        ),
        run(
            "a month now and then",
            year(&[("per = \"working-day\"", "per = \"working-day\", months = { jul = 5 }")], ""),
            &["EnoughButFor", "InSomeMonths"],
            &["EnoughPeople", "MoreWorkThanPeople", "CautionReadings"],
        ),
        run(
            "growth beyond what people can do",
            year(
                &[(
                    "per = \"working-day\"",
                    "per = \"working-day\", driver = \"clients\", at = 100",
                )],
                "[drivers.clients]\nlinear = { from = 100, to = 800, months = 22 }\n",
            ),
            &["TargetsSome", "UntilDate", "DriverMoves", "MoreWorkThanPeople", "SinceDate"],
            &["TargetsAll", "TargetsNone", "EnoughPeople", "ButFor"],
        ),
        run(
            "a bad month before the end of a span",
            year(
                &[(
                    "per = \"working-day\"",
                    "per = \"working-day\", months = { jul = 5 }, driver = \"clients\"",
                )],
                "[drivers.clients]\nconstant = 1\nsteps = [{ from = 2028-02-01, factor = 6 }]\n",
            ),
            &["ButFor", "UntilDate"],
            &["TargetsAll", "TargetsNone"],
        ),
        run(
            "two replications",
            desk(&[("replications = 40", "replications = 2")], HIRE),
            &["CautionFew"],
            &["FewestBreaches"],
        ),
        run(
            "a share that is hardly known",
            desk(
                &[
                    MANY,
                    ("replications = 40", "replications = 5"),
                    ("within = \"8h\"", "within = \"2h\""),
                ],
                "",
            ),
            &["CautionWide"],
            &["EnoughButFor"],
        ),
        run(
            "a number without a source",
            desk(&[("pay = 1000", "pay = { value = 1000, source = \"assumed\" }")], ""),
            &["CautionAssumed"],
            &["CautionCalendar"],
        ),
        check(
            "a target of 0.9 with a per-cent sign",
            desk(&[("\"90%\"", "\"0.9%\"")], ""),
            &["CheckShares"],
            &["CheckTooMuch"],
        ),
        run(
            "a scenario that names what it leaves out",
            desk(&[("months = 4", "months = 4\nnot_measured = \"how content people are\"")], ""),
            &["CautionNotMeasured"],
            &[],
        ),
        run(
            "a scenario that names nothing of the kind",
            desk(&[], ""),
            &[],
            &["CautionNotMeasured"],
        ),
        run(
            "years without a decree",
            desk(&[("base = \"none\"", "base = \"ru\""), ("2027-02-01", "2029-02-01")], ""),
            &["CautionCalendar"],
            &["CautionAssumed"],
        ),
        run(
            "a document with two readings",
            desk(&[], READINGS),
            &["CautionReadings"],
            &["CautionAssumed"],
        ),
        run(
            "a role that no work reaches",
            desk(&[], "[roles.idle]\nheadcount = 1\n"),
            &["EnoughPeople", "TargetsAll"],
            OF_OVERLOAD,
        ),
        run(
            "customers who give up",
            desk(&[OVERLOADED, PATIENCE], ""),
            &["GaveUpTitleOne"],
            &["GaveUpTitle"],
        ),
        run(
            "customers who give up, two policies",
            desk(&[OVERLOADED, PATIENCE], HIRE),
            &["GaveUpTitle"],
            &["GaveUpTitleOne"],
        ),
        run("everybody waits", desk(&[OVERLOADED], HIRE), &[], &["GaveUpTitle", "GaveUpTitleOne"]),
        check(
            "customers who give up, checked",
            desk(&[PATIENCE], ""),
            &["CheckGiveUpForGood"],
            &["CheckGiveUp"],
        ),
        check(
            "customers who come again, checked",
            desk(&[COMING_AGAIN], ""),
            &["CheckGiveUp"],
            &["CheckGiveUpForGood"],
        ),
        run(
            "fewest by chance alone",
            desk(
                &[
                    FOURTEEN_AT_TEN,
                    ("within = \"8h\"", "within = \"4h\""),
                    ("replications = 40", "replications = 2"),
                ],
                "[[policies]]\nkey = \"shorter\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = \"48min\" }]\n[[policies]]\nkey = \"quick\"\nchanges = [{ set = \"streams.ticket.route[0].effort\", value = { mean = { min = \"1min\", max = \"80min\" } } }]\n",
            ),
            &["FewerBreaches"],
            &["FewestBreaches", "NothingHelps"],
        ),
        check(
            "three times the work",
            desk(&[("rate = 4", "rate = 60")], ""),
            &["CheckTooMuch"],
            &["CheckIdle", "CheckEnough", "CheckShares"],
        ),
        check(
            "somebody without work",
            desk(&[], "[roles.idle]\nheadcount = 1\n"),
            &["CheckIdle", "CheckEnough"],
            &["CheckTooMuch", "CheckOverloaded"],
        ),
        check(
            "a skill that one of two people has",
            desk(&[ASKS, ONE_SKILLED], ""),
            &["CheckSkills"],
            &["CheckIdle"],
        ),
        check(
            "a skill that both have",
            desk(&[ASKS, SKILLED], ""),
            &[],
            &["CheckSkills", "CheckIdle"],
        ),
        check(
            "somebody beside those who are always there",
            desk(&[STANDS_IN], HELPER),
            &["CheckNeverAway"],
            &["CheckIdle"],
        ),
        check(
            "somebody beside those who are on holiday",
            desk(
                &[STANDS_IN, ("pay = 1000", "pay = 1000\nholiday = { blocks = [\"14d\"] }")],
                HELPER,
            ),
            &[],
            &["CheckNeverAway", "CheckIdle"],
        ),
        run(
            "a run of what is doubted",
            desk(&[], "[roles.idle]\nheadcount = 1\n"),
            &["CautionDoubts"],
            &[],
        ),
        run("a run of what is not", desk(&[], ""), &[], &["CautionDoubts"]),
        check(
            "a rate of the level of its driver",
            desk(
                &[(
                    "{ rate = 4, per = \"working-day\" }",
                    "{ rate = 100, per = \"week\", driver = \"clients\" }",
                )],
                GROWTH,
            ),
            &["CheckEachOrAll"],
            &["CheckFactors"],
        ),
        check(
            "the same rate at that level",
            desk(
                &[(
                    "{ rate = 4, per = \"working-day\" }",
                    "{ rate = 100, per = \"week\", driver = \"clients\", at = 100 }",
                )],
                GROWTH,
            ),
            &[],
            &["CheckEachOrAll"],
        ),
        check(
            "shares in the place of factors",
            desk(
                &[(
                    "per = \"working-day\"",
                    "per = \"working-day\", weekdays = [0.2, 0.2, 0.2, 0.2, 0.2, 0, 0]",
                )],
                "",
            ),
            &["CheckFactors"],
            &["CheckEachOrAll", "CheckUncovered", "CheckUnclocked"],
        ),
        check(
            "hours that nobody works",
            desk(&[("title = \"Clerk\"", "calendar = \"early\"")], EARLY),
            &["CheckUncovered"],
            &["CheckUnclocked", "CheckFactors"],
        ),
        check(
            "hours of a limit that nobody works",
            desk(
                &[
                    ("title = \"Clerk\"", "calendar = \"early\""),
                    ("{ rate = 4, per = \"working-day\" }", "{ on = \"daily\", at = \"10:00\" }"),
                    ("title = \"Done in a day\"", "calendar = \"long\""),
                ],
                EARLY,
            ),
            &["CheckUnclocked"],
            &["CheckUncovered"],
        ),
        check(
            "people enough, but for one season",
            desk(
                &[
                    ("months = 4", "months = 12"),
                    (
                        "per = \"working-day\"",
                        "per = \"working-day\", months = { jul = 5, aug = 5 }",
                    ),
                ],
                "",
            ),
            &["CheckOverloaded", "CheckPeak"],
            &["CheckEnough", "CheckNeed", "EnoughButFor"],
        ),
        check(
            "people enough, but for a month",
            year(&[("per = \"working-day\"", "per = \"working-day\", months = { jul = 5 }")], ""),
            &["EnoughButFor"],
            &["CheckEnough", "CheckOverloaded", "CheckPeak"],
        ),
        check(
            "people enough",
            desk(&[], ""),
            &["CheckEnough"],
            &[
                "PeopleTitle",
                "ClaimsSummary",
                "CheckPeak",
                "CheckGiveUp",
                "CheckGiveUpForGood",
                "CheckOverloaded",
                "CheckNeed",
                "CheckNeverBinds",
                "CheckImpossible",
                "CheckLittle",
            ],
        ),
        check(
            "more work than people, checked",
            desk(&[OVERLOADED], ""),
            &["CheckOverloaded", "CheckNeed"],
            &["CheckEnough"],
        ),
        check(
            "a limit shorter than the work",
            desk(&[("within = \"8h\"", "within = \"30min\"")], ""),
            &["CheckImpossible"],
            &["CheckNeverBinds"],
        ),
        check(
            "a limit of just the work",
            desk(
                &[
                    ("within = \"8h\"", "within = \"1h\""),
                    ("target = \"90%\"", "target = \"100%\""),
                ],
                "",
            ),
            &["CheckEnough"],
            &["CheckImpossible"],
        ),
        check(
            "a limit that another always overrules",
            desk(
                &[(
                    "within = \"8h\"",
                    "within = { working = \"80h\", calendar_days = 1, compose = \"earlier\" }",
                )],
                "",
            ),
            &["CheckNeverBinds"],
            &["CheckLittle"],
        ),
        check(
            "a claim against Little's law",
            desk(
                &[("arrival =", "open_measure = \"open\"\narrival =")],
                "[[claims]]\nid = \"C-1\"\ntext = \"many are open\"\ntests = [{ measure = \"open\", scope = \"all\", at_least = 30 }]\n",
            ),
            &["CheckLittle"],
            &["CheckImpossible"],
        ),
        it(
            "claims",
            desk(&[], CLAIM),
            Command::Claims,
            &["ClaimsSummary"],
            &["MoreHoldInReading", "MoreHoldInReadings"],
        ),
        it(
            "claims in readings",
            desk(
                &[],
                &format!(
                    "{READINGS}[[claims]]\nid = \"C-1\"\ntext = \"busy\"\ntests = [{{ measure = \"utilisation\", scope = \"clerk\", at_most = \"50%\" }}]\n"
                ),
            ),
            Command::Claims,
            &["ClaimsSummary", "MoreHoldInReading"],
            &["MoreHoldInReadings"],
        ),
        it(
            "claims in two readings at once",
            desk(&[("replications = 40", "replications = 120")], TWO_QUESTIONS),
            Command::Claims,
            &["MoreHoldInReadings"],
            &["MoreHoldInReading"],
        ),
        it(
            "a number worth knowing before a date",
            year(&[RANGE, DRIVEN], GROWTH),
            FIRST,
            &["MeasureFirst", "MeasureValue"],
            &["FindOutValue", "NothingClear"],
        ),
        it(
            "a question worth an answer before a date",
            year(&[DRIVEN], &format!("{GROWTH}{READINGS}")),
            FIRST,
            &["FindOutFirst", "FindOutValue"],
            &["MeasureValue", "NothingClear"],
        ),
        it(
            "one number moves the answer",
            desk(&[RANGE], ""),
            BUSY,
            &["MeasureFirst", "MeasureDetail"],
            &[
                "NothingMoves",
                "NothingUnknown",
                "NothingClear",
                "MeasureValue",
                "FindOutFirst",
                "FindOutDetail",
                "FindOutValue",
            ],
        ),
        it(
            "a question moves the answer",
            desk(&[], READINGS),
            BUSY,
            &["FindOutFirst", "FindOutDetail"],
            &[
                "NothingMoves",
                "NothingUnknown",
                "NothingClear",
                "MeasureFirst",
                "MeasureDetail",
                "MeasureValue",
                "FindOutValue",
            ],
        ),
        it(
            "nothing is unknown",
            desk(&[], ""),
            BUSY,
            &["NothingUnknown"],
            &["NothingMoves", "NothingClear", "NothingDefined", "MeasureFirst"],
        ),
        it(
            "a number of a role that nobody has",
            desk(&[("headcount = 2", "headcount = 0"), RANGE], ""),
            BUSY,
            &["NothingDefined"],
            &["NothingMoves", "NothingUnknown", "NothingClear", "MeasureFirst"],
        ),
        it(
            "a range that moves nothing",
            desk(&[("pay = 1000", "pay = 1000\nhiring_cost = { min = 1, max = 2 }")], ""),
            BUSY,
            &["NothingClear"],
            &["NothingMoves", "NothingUnknown", "MeasureFirst", "NothingDefined"],
        ),
        it(
            "an answer that is always the same",
            desk(
                &[("pay = 1000", "pay = 1000\nhiring_cost = { min = 1, max = 2 }"), TEN_AT_TEN[0]],
                "",
            ),
            BUSY,
            &["NothingMoves"],
            &["NothingUnknown", "NothingClear", "MeasureFirst", "NothingDefined"],
        ),
    ]
}

#[test]
fn a_sentence_is_said_where_it_holds_and_nowhere_else() {
    let mut wrong = Vec::new();
    for Situation { name, text, command, says, not } in situations() {
        for lang in [Lang::En, Lang::Ru] {
            let told = tell(&text, command, lang);
            let said: BTreeSet<&str> = told.said().iter().map(|it| it.name).collect();
            let missing = says.iter().filter(|it| !said.contains(*it));
            wrong.extend(missing.map(|it| format!("{name}: does not say {it}; says {said:?}")));
            let false_ones = told.said().into_iter().filter(|it| not.contains(&it.name));
            wrong.extend(false_ones.map(|it| format!("{name}: says {}: {}", it.name, it.text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_of_the_list_is_said_in_a_situation_and_must_not_be_said_in_another() {
    let situations = situations();
    let tried = |of: fn(&Situation) -> &'static [&'static str]| -> BTreeSet<&str> {
        situations.iter().flat_map(of).copied().collect()
    };
    let (says, not) = (tried(|it| it.says), tried(|it| it.not));
    let listed = || SENTENCES.iter().map(|it| it.0);
    let never: Vec<&str> = listed().filter(|it| !not.contains(it)).collect();
    assert!(never.is_empty(), "no situation in which they must not be said: {never:?}");
    let silent: Vec<&str> = listed().filter(|it| !says.contains(it)).collect();
    assert!(silent.is_empty(), "no situation in which they are said: {silent:?}");
    let unknown: Vec<&&str> =
        says.union(&not).filter(|it| !listed().any(|name| name == **it)).collect();
    assert!(unknown.is_empty(), "not in the list: {unknown:?}");
}
