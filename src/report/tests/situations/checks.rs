//! What is said before anything is simulated.

use super::changes::*;
use super::{Situation, check};
use crate::report::tests::department::desk;

pub(super) fn situations() -> Vec<Situation> {
    vec![
        check("the same before a run", desk(&[], &goal("89.9%")), &["CautionLowered"], &[]),
        check("a promise above it", desk(&[], &goal("95%")), &[], &["CautionLowered"]),
        check(
            "a target of 0.9 with a per-cent sign",
            desk(&[("\"90%\"", "\"0.9%\"")], ""),
            &["CheckShares"],
            &["CheckTooMuch"],
        ),
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
    ]
}
