//! The list: each kind of sentence with a verdict, and the numbers that it follows from.
//!
//! A headline, a title of a chart or a reason of caution that no row of this list says fails the tests,
//! and so does a row that no test says.

/// The sentence's row in `report/texts`, and what it follows from.
pub(super) const SENTENCES: &[(&str, &str)] = &[
    // A run: findings.
    (
        "MoreWorkThanPeople",
        "monthly: offered load above the people who are there, in a month of each role named",
    ),
    (
        "EnoughPeople",
        "monthly: no role has a month with more load than people; summary: the greatest utilisation",
    ),
    ("EnoughButFor", "monthly: roles with more load than people in fewer than one month of ten"),
    ("PeopleNeeded", "monthly: offered load and head-count of the first and last months"),
    ("DriverMoves", "monthly: the driver in the first and the last month"),
    ("TargetsAll", "monthly: every known month of every SLA's share reaches its target"),
    ("TargetsNone", "monthly: no month of any SLA's share reaches its target"),
    ("TargetsSome", "monthly: how many SLAs reach their target in all months, in some, in none"),
    ("UntilDate", "monthly: all known months before the date, none from it on"),
    ("SinceDate", "monthly: none of the months before the date, all known ones from it on"),
    ("ButFor", "monthly: the months that do not fit what is said of a span"),
    ("InSomeMonths", "monthly: the months in which it holds"),
    ("ShareOfTarget", "summary: the share over the whole horizon, below its target"),
    (
        "FewestBreaches",
        "summary: breaches of all SLAs a month, least of all policies; comparison: certainly fewer",
    ),
    ("FewerBreaches", "the same, where another policy has still fewer, though not for certain"),
    ("NothingHelps", "comparison: no policy has certainly fewer breaches; there are SLAs"),
    ("TargetsMetInstead", "summary: SLAs whose share reaches its target"),
    ("CostMore", "summary and comparison: the cost a month"),
    ("CostLess", "summary and comparison: the cost a month"),
    ("CostSame", "comparison: no difference in cost"),
    ("NoDifference", "comparison: policies without a certain difference in breaches of any SLA"),
    (
        "NoneOfThemHires",
        "monthly: head-count as in the baseline in all policies with a rule that change nothing",
    ),
    ("NeverHires", "the same, of those named"),
    // A run: cautions.
    ("CautionLoad", "monthly: the greatest load above capacity"),
    ("CautionBacklog", "monthly: open items of the last months"),
    ("CautionWide", "summary: intervals of shares"),
    ("CautionFew", "summary: replications"),
    ("CautionCalendar", "the calendar's years"),
    ("CautionAssumed", "the scenario's sources"),
    ("CautionReadings", "the scenario's readings"),
    // A run: titles of charts.
    ("PeopleTitle", "monthly: offered load and head-count"),
    ("LoadTitle", "monthly: roles with more load than people in the last month"),
    ("LoadTitleCalm", "monthly: no role has more load than people in the last month"),
    ("SlaTitle", "summary: shares and targets of the SLAs of a role"),
    (
        "SlaTitleBest",
        "the same, of the baseline and of a policy with a certainly higher mean share",
    ),
    ("UtilisationTitle", "summary: utilisations of 85 % and more"),
    ("UtilisationTitleCalm", "summary: no utilisation of 85 % or more"),
    ("HeatTitle", "monthly: utilisations of 85 % and more"),
    ("HeatTitleCalm", "monthly: no utilisation of 85 % or more"),
    ("GaveUpTitle", "summary: the share that gives up"),
    ("GaveUpTitleOne", "summary: the share that gives up"),
    ("BacklogTitle", "summary: open items in the end"),
    ("BacklogTitleOne", "summary: open items in the end"),
    ("HeadcountTitle", "monthly: people of the last months, most of all policies"),
    ("HeadcountTitleSame", "monthly: the same people in all policies and months"),
    (
        "HeadcountTitleNoMore",
        "monthly: no policy has more people than the baseline in the end, and some have fewer",
    ),
    // A check.
    ("CheckOverloaded", "offered load above the people who are there, at the start or in the end"),
    ("CheckEnough", "no role has more load than people, in any month"),
    ("CheckNeed", "offered load, head-count and availability"),
    (
        "CheckPeak",
        "offered load and head-count of the month with the greatest load, above capacity",
    ),
    ("CheckGiveUp", "the scenario's streams with patience and retrials"),
    ("CheckGiveUpForGood", "the scenario's streams with patience and no retrials"),
    ("CheckNeverBinds", "the two limits of an SLA, over a year"),
    ("CheckImpossible", "the distribution of a route without waits, and a target"),
    ("CheckLittle", "a claim against arrivals × time"),
    // Claims.
    ("ClaimsSummary", "claims: verdicts"),
    ("MoreHoldInReading", "claims: holds_in"),
    ("MoreHoldInReadings", "claims: holds_in"),
    // A sensitivity.
    ("MeasureFirst", "sensitivity: the greatest share of the spread, certainly above none"),
    ("MeasureDetail", "sensitivity: the answer at both ends"),
    ("MeasureValue", "sensitivity: the worth of knowing"),
    ("FindOutFirst", "the same, of a question"),
    ("FindOutDetail", "the same, of a question"),
    ("FindOutValue", "the same, of a question"),
    ("NothingDefined", "the answer is undefined in every replication"),
    ("NothingMoves", "the answer is the same in every replication"),
    ("NothingUnknown", "the scenario has neither a range nor a reading"),
    ("NothingClear", "sensitivity: no share that is certainly above none"),
];
