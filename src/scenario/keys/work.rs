//! Keys of mixes, streams, arrivals and service levels.

use super::forms::*;
use super::route::steps;
use super::table::kinds;
use super::{AMOUNT, Form, SHARE, WEEKDAYS};

kinds! {
    /// A rate, which may move with a driver.
    RATE = "rate" {
        rate: Must Uncertain(AMOUNT), "Сколько за единицу времени", "Items in one unit of time";
        per: Must Raw(words(&[
            "year", "quarter", "month", "week", "working-day", "working-hour", "calendar-day",
        ])), "Единица времени", "The unit of time";
        driver: May Name, "С чем растёт поток", "What the rate moves with";
        at: May Uncertain(AMOUNT), "При каком значении драйвера", "The level the rate is stated at";
        elasticity: May Uncertain(AMOUNT),
            "Поток ∝ (драйвер ÷ at)^elasticity", "Rate ∝ (driver ÷ at)^elasticity";
    }

    /// How arrivals are spread over the year, the week and the day.
    PROFILE = "profile" {
        regular: May Truth, "Равномерно, не случайно", "Evenly spaced";
        weekdays: May Raw(Form::Value),
            "Множители дней недели, с понедельника", "Factors of weekdays, Monday first";
        months: May Raw(Form::Value), "Множители месяцев", "Factors of months";
        hours: May Raw(Form::Value), "Веса часов дня", "Weights of the hours of the day";
        day_cv: May Uncertain(AMOUNT),
            "Разброс дня: отклонение ÷ среднее", "Random factor of each day: deviation ÷ mean";
    }

    /// `[mixes.…]`.
    MIX = "mix" {
        title: May Title, "Название", "Title";
        rate: Shared Keys(&RATE), "", "";
        shares: Must Raw(named_of(Form::Share)), "Доли видов работ", "Shares of the streams";
        profile: Shared Keys(&PROFILE), "", "";
    }

    /// `[streams.…]`.
    STREAM = "stream" {
        title: May Title, "Название", "Title";
        arrival: Must Raw(arrival()), "Как приходит", "How it arrives";
        priority: May Whole<u32>(0, 255), "Меньше — раньше", "Lower goes first";
        interrupts: May Truth, "Прерывает менее срочное", "Interrupts less urgent work";
        resume_cost: May Time, "Цена возвращения к прерванному", "Effort added on resuming";
        backlog_at_start: May Uncertain(AMOUNT), "Открыто в первый день", "Open on the first day";
        noticed_after: May Random, "Через сколько замечают", "Time before anybody notices";
        calendar: May Name, "Календарь; обычно общий", "Calendar; default the scenario's own";
        for_each: May Names, "Каждому из этих ролей", "An item for each person of these roles";
        meeting: May Truth, "Встреча: отсутствующие пропускают", "A meeting: absent people miss it";
        open_measure: May Name, "Ключ показателя открытых", "Key of the measure of open items";
        route: Must Raw(steps()), "Что с этим делают", "What it needs";
        sla: May Raw(named_of(Form::Table(&SLA))), "Обязательства по срокам", "Service levels";
    }
}

fn arrival() -> Form {
    Form::Any(vec![
        words(&["spawned"]),
        Form::Table(&ARRIVAL_RATE),
        Form::Table(&ARRIVAL_MIX),
        Form::Table(&ARRIVAL_ON),
    ])
}

kinds! {
    /// An arrival at a rate of its own.
    ARRIVAL_RATE = "arrival_rate" {
        rate: Shared Keys(&RATE), "", "";
        profile: Shared Keys(&PROFILE), "", "";
    }

    /// An arrival as a share of a mix.
    ARRIVAL_MIX = "arrival_mix" {
        mix: Must Name, "Общий поток", "The mix";
        profile: Shared Keys(&PROFILE), "", "";
    }

    /// An arrival on dates.
    ARRIVAL_ON = "arrival_on" {
        on: Must Raw(words(&["daily", "weekly", "month-day", "month-span", "quarterly"])),
            "По каким дням", "On which days";
        weekdays: May Raw(list_of(words(&WEEKDAYS))), "Дни недели", "Weekdays";
        every: May Whole<u32>(1, 52), "Раз в столько недель", "Every so many weeks";
        day: May Whole<u32>(1, 31),
            "День месяца (31 — последний)", "Day of the month (31: the last)";
        from: May Whole<u32>(1, 31), "С какого числа", "From which day";
        to: May Whole<u32>(1, 31), "По какое число", "To which day";
        count: May Times, "Сколько", "How many";
        driver: May Name, "С чем растёт число", "What the count moves with";
        at: May Raw(Form::Any(vec![Form::Clock, Form::Number])),
            "Время дня; с драйвером — его значение", "The time of day; with a driver, its level";
        at_time: May Raw(Form::Clock), "Время дня", "The time of day";
    }

    /// `[streams.….sla.…]`.
    SLA = "sla" {
        title: May Title, "Название", "Title";
        from: May Name, "Откуда идёт срок", "Where the clock starts";
        to: Must Name, "До какого момента", "Where the clock stops";
        within: Must Raw(Form::Any(vec![Form::Duration, Form::Table(&WITHIN)])), "Срок", "The limit";
        target: Must Uncertain(SHARE), "Доля в срок", "The share that must be in time";
        pauses: May Names, "Ожидания, когда часы стоят", "Waits in which the clock stands";
        attribution: May Raw(words(&["due", "created", "closed"])),
            "К какому месяцу относится", "The month a result belongs to";
        penalty: May Uncertain(AMOUNT), "Цена нарушения", "Price of a breach";
    }

    /// `within` as a table.
    WITHIN = "within" {
        working: May Time, "Рабочего времени", "On the working clock";
        calendar: May Time, "Календарного времени", "On the calendar clock";
        calendar_days: May Uncertain(AMOUNT), "До конца этого дня", "To the end of that day";
        compose: May Raw(words(&["earlier", "later"])), "Что из них", "Which of them binds";
        source: May Name, "Откуда число", "Where it comes from";
    }
}
