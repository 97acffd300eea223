//! What is said of claims, and of what moves an answer.

use super::changes::*;
use super::{Command, Situation, it};
use crate::report::tests::department::desk;

pub(super) fn situations() -> Vec<Situation> {
    vec![
        it(
            "the same beside claims",
            desk(&[], &(goal("80%") + CLAIM)),
            Command::Claims,
            &["CautionLowered"],
            &[],
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
            desk(&[], &(READINGS.to_owned() + CLAIM)),
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
