//! Keys of mixes, streams, arrivals and service levels.

use super::route::STEP_OF_ROUTE;
use super::{Form, Kind, TEXTS, WEEKDAY, may, must};

static PER: &[&str] =
    &["year", "quarter", "month", "week", "working-day", "working-hour", "calendar-day"];

const RATE: super::Key =
    must("rate", Form::Number, "Сколько за единицу времени", "Items in one unit of time");
const PER_KEY: super::Key = must("per", Form::Choice(PER), "Единица времени", "The unit of time");
const DRIVER_KEY: super::Key =
    may("driver", Form::Text, "С чем растёт поток", "What the rate moves with");
const AT: super::Key =
    may("at", Form::Number, "При каком значении драйвера", "The level the rate is stated at");
const ELASTICITY: super::Key = may(
    "elasticity",
    Form::Number,
    "Поток ∝ (драйвер ÷ at)^elasticity",
    "Rate ∝ (driver ÷ at)^elasticity",
);
const REGULAR: super::Key = may("regular", Form::Bool, "Равномерно, не случайно", "Evenly spaced");
const WEEKDAYS_KEY: super::Key = may(
    "weekdays",
    Form::Value,
    "Множители дней недели, с понедельника",
    "Factors of weekdays, Monday first",
);
const MONTHS_KEY: super::Key = may("months", Form::Value, "Множители месяцев", "Factors of months");
const HOURS_KEY: super::Key =
    may("hours", Form::Value, "Веса часов дня", "Weights of the hours of the day");
const DAY_CV: super::Key = may(
    "day_cv",
    Form::Number,
    "Разброс дня: отклонение ÷ среднее",
    "Random factor of each day: deviation ÷ mean",
);

/// `[mixes.…]`.
pub(crate) static MIX: Kind = Kind {
    name: "mix",
    keys: &[
        may("title", Form::Title, "Название", "Title"),
        RATE,
        PER_KEY,
        DRIVER_KEY,
        AT,
        ELASTICITY,
        must("shares", Form::Named(&Form::Share), "Доли видов работ", "Shares of the streams"),
        REGULAR,
        WEEKDAYS_KEY,
        MONTHS_KEY,
        HOURS_KEY,
        DAY_CV,
    ],
};

/// `[streams.…]`.
pub(crate) static STREAM: Kind = Kind {
    name: "stream",
    keys: &[
        may("title", Form::Title, "Название", "Title"),
        must("arrival", ARRIVAL, "Как приходит", "How it arrives"),
        may("priority", Form::Whole(0, 255), "Меньше — раньше", "Lower goes first"),
        may("interrupts", Form::Bool, "Прерывает менее срочное", "Interrupts less urgent work"),
        may(
            "resume_cost",
            Form::Duration,
            "Цена возвращения к прерванному",
            "Effort added on resuming",
        ),
        may("backlog_at_start", Form::Number, "Открыто в первый день", "Open on the first day"),
        may("noticed_after", Form::Random, "Через сколько замечают", "Time before anybody notices"),
        may(
            "calendar",
            Form::Text,
            "Календарь; обычно общий",
            "Calendar; default the scenario's own",
        ),
        may("for_each", TEXTS, "Каждому из этих ролей", "An item for each person of these roles"),
        may(
            "meeting",
            Form::Bool,
            "Встреча: отсутствующие пропускают",
            "A meeting: absent people miss it",
        ),
        may(
            "open_measure",
            Form::Text,
            "Ключ показателя открытых",
            "Key of the measure of open items",
        ),
        must("route", Form::List(&STEP_OF_ROUTE), "Что с этим делают", "What it needs"),
        may("sla", Form::Named(&Form::Table(&SLA)), "Обязательства по срокам", "Service levels"),
    ],
};

const ARRIVAL: Form = Form::Any(&[
    Form::Choice(&["spawned"]),
    Form::Table(&ARRIVAL_RATE),
    Form::Table(&ARRIVAL_MIX),
    Form::Table(&ARRIVAL_ON),
]);

/// An arrival at a rate of its own.
pub(crate) static ARRIVAL_RATE: Kind = Kind {
    name: "arrival_rate",
    keys: &[
        RATE,
        PER_KEY,
        DRIVER_KEY,
        AT,
        ELASTICITY,
        REGULAR,
        WEEKDAYS_KEY,
        MONTHS_KEY,
        HOURS_KEY,
        DAY_CV,
    ],
};

/// An arrival as a share of a mix.
pub(crate) static ARRIVAL_MIX: Kind = Kind {
    name: "arrival_mix",
    keys: &[
        must("mix", Form::Text, "Общий поток", "The mix"),
        REGULAR,
        WEEKDAYS_KEY,
        MONTHS_KEY,
        HOURS_KEY,
        DAY_CV,
    ],
};

/// An arrival on dates.
pub(crate) static ARRIVAL_ON: Kind = Kind {
    name: "arrival_on",
    keys: &[
        must(
            "on",
            Form::Choice(&["daily", "weekly", "month-day", "month-span", "quarterly"]),
            "По каким дням",
            "On which days",
        ),
        may("weekdays", Form::List(&WEEKDAY), "Дни недели", "Weekdays"),
        may("every", Form::Whole(1, 52), "Раз в столько недель", "Every so many weeks"),
        may(
            "day",
            Form::Whole(1, 31),
            "День месяца (31 — последний)",
            "Day of the month (31: the last)",
        ),
        may("from", Form::Whole(1, 31), "С какого числа", "From which day"),
        may("to", Form::Whole(1, 31), "По какое число", "To which day"),
        may("count", Form::Count, "Сколько", "How many"),
        may("driver", Form::Text, "С чем растёт число", "What the count moves with"),
        may(
            "at",
            Form::Any(&[Form::Clock, Form::Number]),
            "Время дня; с драйвером — его значение",
            "The time of day; with a driver, its level",
        ),
        may("at_time", Form::Clock, "Время дня", "The time of day"),
    ],
};

/// `[streams.….sla.…]`.
pub(crate) static SLA: Kind = Kind {
    name: "sla",
    keys: &[
        may("title", Form::Title, "Название", "Title"),
        may("from", Form::Text, "Откуда идёт срок", "Where the clock starts"),
        must("to", Form::Text, "До какого момента", "Where the clock stops"),
        must("within", Form::Any(&[Form::Duration, Form::Table(&WITHIN)]), "Срок", "The limit"),
        must("target", Form::Share, "Доля в срок", "The share that must be in time"),
        may("pauses", TEXTS, "Ожидания, когда часы стоят", "Waits in which the clock stands"),
        may(
            "attribution",
            Form::Choice(&["due", "created", "closed"]),
            "К какому месяцу относится",
            "The month a result belongs to",
        ),
        may("penalty", Form::Number, "Цена нарушения", "Price of a breach"),
    ],
};

/// `within` as a table.
pub(crate) static WITHIN: Kind = Kind {
    name: "within",
    keys: &[
        may("working", Form::Duration, "Рабочего времени", "On the working clock"),
        may("calendar", Form::Duration, "Календарного времени", "On the calendar clock"),
        may("calendar_days", Form::Number, "До конца этого дня", "To the end of that day"),
        may("compose", Form::Choice(&["earlier", "later"]), "Что из них", "Which of them binds"),
        may("source", Form::Text, "Откуда число", "Where it comes from"),
    ],
};
