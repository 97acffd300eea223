//! The one table of what is measured: each measure's key, scope, unit, direction and titles.
//!
//! Columns, claims and messages walk this table. How a measure is read from what happened stands
//! in `measure/readers.rs`, where a row without a reader does not compile: to add a measure, add a
//! row here and its reader there.

use std::fmt;

/// The unit of a number, as CSV files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share between 0 and 1, written as `share`.
    Share,
    /// A number of things: `items`.
    Items,
    /// People: `people`.
    People,
    /// Hours: `h`.
    Hours,
    /// Days: `days`.
    Days,
    /// Money in the scenario's currency: its code.
    Money,
    /// A pure number: the level of a driver.
    Number,
}

/// Which direction is better, for colours and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither.
    Neutral,
}

/// Whose numbers a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Each stream of work.
    Stream,
    Sla,
    /// Each SLA, and all of them together.
    SlaOrAll,
    Role,
    /// Everybody and everything that costs money, and all of it together.
    Payer,
    /// The department as a whole.
    All,
}

/// What is known of a measure without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its name in files; a contract.
    pub(crate) key: &'static str,
    /// Whose numbers it is.
    pub(crate) scope: Scope,
    pub(crate) unit: Unit,
    /// Its better direction.
    pub(crate) better: Better,
    /// What it is called in Russian.
    pub(crate) ru: &'static str,
    /// What it is called in English.
    pub(crate) en: &'static str,
}

macro_rules! measures {
    ($($name:ident: $key:literal, $scope:ident, $unit:ident, $better:ident, $ru:literal, $en:literal;)*) => {
        /// A measure of the program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Measure {
            $(#[doc = $en] $name,)*
        }

        impl Measure {
            /// Every measure, in the order of messages and, within a scope, of columns.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            /// What is known of it.
            pub(crate) const fn row(self) -> Row {
                let (scope, unit, better, key, ru, en) = match self {
                    $(Self::$name => (Scope::$scope, Unit::$unit, Better::$better, $key, $ru, $en),)*
                };
                Row { key, scope, unit, better, ru, en }
            }
        }
    };
}

measures! {
    Arrivals: "arrivals", Stream, Items, Neutral, "Поступило", "Arrivals";
    Completions: "completions", Stream, Items, More, "Выполнено", "Completions";
    Abandoned: "abandoned", Stream, Items, Less, "Не дождались", "Gave up waiting";
    AbandonedShare: "abandoned_share", Stream, Share, Less, "Не дождались, доля ушедших", "Gave up, share of those that left";
    Backlog: "backlog", Stream, Items, Less, "В работе и в очереди", "Backlog";
    Overdue: "overdue", Stream, Items, Less, "Просрочено и не закрыто", "Overdue and open";
    SlaMet: "sla.met", Sla, Share, More, "В срок", "In time";
    SlaBreaches: "sla.breaches", Sla, Items, Less, "Нарушений SLA", "SLA breaches";
    SlaMonthsMet: "sla.months_met", Sla, Share, More, "Месяцев с выполненным SLA", "Months with the SLA met";
    SlaAllMet: "sla.all_met", SlaOrAll, Share, More, "SLA выполнен в каждом месяце", "SLA met in every month";
    SlaQuartersMet: "sla.quarters_met", SlaOrAll, Share, More, "SLA выполнен в каждом скользящем квартале", "SLA met in every rolling quarter";
    SlaYearsMet: "sla.years_met", SlaOrAll, Share, More, "SLA выполнен в 11 месяцах из любых 12", "SLA met in 11 of any 12 months";
    Wait: "wait", Stream, Hours, Less, "Ожидание начала работы", "Wait until contact";
    WaitP50: "wait_p50", Stream, Hours, Less, "Ожидание, медиана", "Wait, median";
    WaitP90: "wait_p90", Stream, Hours, Less, "Ожидание, 90 %", "Wait, 90 %";
    WaitP95: "wait_p95", Stream, Hours, Less, "Ожидание, 95 %", "Wait, 95 %";
    Sojourn: "sojourn", Stream, Hours, Less, "Время до завершения", "Sojourn";
    SojournP50: "sojourn_p50", Stream, Hours, Less, "До завершения, медиана", "Sojourn, median";
    SojournP90: "sojourn_p90", Stream, Hours, Less, "До завершения, 90 %", "Sojourn, 90 %";
    SojournP95: "sojourn_p95", Stream, Hours, Less, "До завершения, 95 %", "Sojourn, 95 %";
    OfferedLoad: "offered_load", Role, People, Less, "Требуется человек", "Offered load";
    Occupancy: "occupancy", Role, Share, Neutral, "Занятость на рабочем месте", "Occupancy";
    Utilisation: "utilisation", Role, Share, Neutral, "Загрузка", "Utilisation";
    PaidHours: "paid_hours", Role, Hours, Neutral, "Оплачено часов", "Paid hours";
    BusyHours: "busy_hours", Role, Hours, Neutral, "Часов работы", "Busy hours";
    OvertimeNeeded: "overtime_needed", Role, Hours, Less, "Не хватает часов", "Hours short";
    UncoveredDays: "uncovered_days", Role, Days, Less, "Дней без сотрудника", "Uncovered days";
    Headcount: "headcount", Role, People, Neutral, "Сотрудников", "Head-count";
    Fte: "fte", Role, People, Neutral, "Ставок", "Full-time people";
    Cost: "cost", Payer, Money, Less, "Затраты", "Cost";
    RevenueLost: "revenue_lost", All, Money, Less, "Упущенная выручка", "Revenue lost";
    InHand: "in_hand", Role, Number, Neutral, "Чатов сразу у одного", "Chats in hand of a person";
    AtLimit: "at_limit", Role, Share, Less, "Времени, когда чат взять больше нельзя", "Time in which no further chat can be taken";
    Callouts: "callouts", Role, Items, Neutral, "Вызовов дежурного", "Calls of those on call";
    Visits: "visits", Role, Items, Neutral, "Выездов", "Visits";
}

impl Measure {
    /// The measure of a key.
    pub(crate) fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.key() == key)
    }

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        self.row().key
    }
}

/// Whether a scenario may not call a driver or open items so: a measure's key, or the scope of all.
pub(crate) fn is_taken(key: &str) -> bool {
    key == "all" || Measure::of(key).is_some()
}

/// What a column or a claim is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measured {
    /// A measure of the program.
    Known(Measure),
    /// A driver, or the open items of a stream under a name of the scenario's own.
    Own(String),
}

impl Measured {
    /// Its name in files; a contract.
    pub fn key(&self) -> &str {
        match self {
            Self::Known(measure) => measure.key(),
            Self::Own(key) => key,
        }
    }

    pub(crate) fn unit(&self) -> Unit {
        match self {
            Self::Known(measure) => measure.row().unit,
            Self::Own(_) => Unit::Number,
        }
    }

    /// Whose numbers it is.
    pub(crate) fn scope(&self) -> Scope {
        match self {
            Self::Known(measure) => measure.row().scope,
            Self::Own(_) => Scope::All,
        }
    }
}

impl PartialEq<Measure> for Measured {
    fn eq(&self, measure: &Measure) -> bool {
        *self == Self::Known(*measure)
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_names_one_measure() {
        for &measure in Measure::ALL {
            assert_eq!(Measure::of(measure.key()), Some(measure));
        }
    }
}
