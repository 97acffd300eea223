//! Keys of mixes, streams, arrivals and service levels.

use super::forms::*;
use super::route::{CLOCKS, steps};
use super::table::{kinds, tables, told_apart};
use super::{AMOUNT, Form, NOTHING, ONE, SHARE, WEEKDAYS};
use crate::scenario::limit::Compose;
use crate::scenario::model::{Abandoned, Attribution, Clock, Count, Per};
use crate::scenario::value::{Units, Wanted};

/// More items in a unit of time than any department could look at.
const MOST_ITEMS: f64 = 1e9;
/// The ways in which work comes on dates.
pub(crate) const RECURRENCES: [&str; 5] =
    ["daily", "weekly", "month-day", "month-span", "quarterly"];

tables! {
    /// A rate, which may move with a driver.
    RATE = "rate", RateFile {
        rate: Must Uncertain(Wanted::number(0.0, MOST_ITEMS)),
            "Сколько за единицу времени", "Items in one unit of time";
        per: Must Choice<Per>(&[
            ("year", Per::Year),
            ("quarter", Per::Quarter),
            ("month", Per::Month),
            ("week", Per::Week),
            ("working-day", Per::WorkingDay),
            ("working-hour", Per::WorkingHour),
            ("calendar-day", Per::CalendarDay)
        ]), "Единица времени", "The unit of time";
        driver: May Name, "С чем растёт поток", "What the rate moves with";
        at: Or Uncertain(AMOUNT.above()) = ONE,
            "При каком значении драйвера", "The level the rate is stated at";
        elasticity: Or Uncertain(Wanted::number(-5.0, 5.0)) = ONE,
            "Поток ∝ (драйвер ÷ at)^elasticity", "Rate ∝ (driver ÷ at)^elasticity";
    }

    /// How arrivals are spread over the year, the week and the day.
    PROFILE = "profile", ProfileFile {
        regular: May Truth, "Равномерно, не случайно", "Evenly spaced";
        weekdays: May Raw(Form::Value),
            "Множители дней недели, с понедельника", "Factors of weekdays, Monday first";
        months: May Raw(Form::Value), "Множители месяцев", "Factors of months";
        hours: May Raw(Form::Value), "Веса часов дня", "Weights of the hours of the day";
        count: May Times, "Сколько сразу, каждый раз", "How many at once, each time";
        day_cv: May Known(Wanted::factor(5.0)),
            "Разброс дня: отклонение ÷ среднее", "Random factor of each day: deviation ÷ mean";
    }

    /// `[mixes.…]`.
    MIX = "mix", MixFile {
        title: May Title, "Название", "Title";
        rate: Shared Keys(&RATE), "", "";
        shares: Must Raw(named_of(Form::Share)), "Доли видов работ", "Shares of the streams";
        profile: Shared Keys(&PROFILE), "", "";
    }

    /// `[streams.…]`.
    STREAM = "stream", StreamFile {
        title: May Title, "Название", "Title";
        arrival: Must Raw(arrival()), "Как приходит", "How it arrives";
        bursts: May Raw(list_of(Form::Table(&BURST))),
            "Всплески: аварии, кампании", "Bursts: outages, campaigns";
        priority: Or Whole<u8>(0, 255) = 5, "Меньше — раньше", "Lower goes first";
        interrupts: Or Truth = false, "Прерывает менее срочное", "Interrupts less urgent work";
        resume_cost: May Time, "Цена возвращения к прерванному", "Effort added on resuming";
        finish: Or Truth = false,
            "Начатое доделывают после закрытия", "What was begun is finished after closing";
        backlog_at_start: Or Uncertain(Wanted::number(0.0, 1_000_000.0)) = NOTHING,
            "Открыто в начале отсчёта", "Open at the start of the first counted month";
        noticed_after: May Random, "Через сколько замечают", "Time before anybody notices";
        patience: May Random, "Сколько ждут начала работы, прежде чем уйти",
            "How long an item waits to be begun before it gives up";
        patience_clock: Or Choice<Clock>(CLOCKS) = Clock::Calendar,
            "Часы терпения; обычно calendar", "The clock of patience; default calendar";
        retrial: May Raw(Form::Table(&RETRIAL)),
            "Возвращаются ли те, кто не дождался", "Whether those who gave up come back";
        calendar: May Name, "Когда приходит; обычно общий",
            "Calendar of its arrivals; default the scenario's own";
        for_each: May Names, "Каждому из этих ролей", "An item for each person of these roles";
        meeting: Or Truth = false,
            "Встреча: отсутствующие пропускают", "A meeting: absent people miss it";
        open_measure: May KeyWord, "Ключ показателя открытых", "Key of the measure of open items";
        route: Must Raw(steps()), "Что с этим делают", "What it needs";
        sla: May Raw(named_of(Form::Table(&SLA))), "Обязательства по срокам", "Service levels";
        like: May Name, "Как другой вид работ во всём, что здесь не названо", "As another stream in all that is not stated here";
    }
}

fn arrival() -> Form {
    Form::Any(vec![
        words(&["spawned"]),
        Form::Table(&ARRIVAL_RATE),
        Form::Table(&ARRIVAL_MIX),
        Form::Table(&ARRIVAL_ON),
        Form::Table(&ARRIVAL_REPLAY),
    ])
}

told_apart! {
    /// The ways in which work arrives.
    ARRIVAL_KINDS: ArrivalKind {
        Mix = "mix", ARRIVAL_MIX;
        On = "on", ARRIVAL_ON;
        Replay = "replay", ARRIVAL_REPLAY;
        Rate = "rate", ARRIVAL_RATE;
    }
}

tables! {
    /// An arrival as a share of a mix.
    ARRIVAL_MIX = "arrival_mix", ArrivalMixFile {
        mix: Must Name, "Общий поток", "The mix";
        profile: Shared Keys(&PROFILE), "", "";
    }

    /// An arrival on dates.
    ARRIVAL_ON = "arrival_on", ArrivalOnFile {
        on: Must Raw(words(&RECURRENCES)),
            "По каким дням", "On which days";
        weekdays: May Raw(list_of(words(&WEEKDAYS))), "Дни недели", "Weekdays";
        every: Or Whole<u32>(1, 52) = 1, "Раз в столько недель", "Every so many weeks";
        day: May Whole<u8>(1, 31),
            "День месяца (31 — последний)", "Day of the month (31: the last)";
        from: May Whole<u8>(1, 31), "С какого числа", "From which day";
        to: May Whole<u8>(1, 31), "По какое число", "To which day";
        count: Or Times = Count::Fixed(ONE), "Сколько", "How many";
        driver: May Name, "С чем растёт число", "What the count moves with";
        at: May Raw(Form::Any(vec![Form::Clock, Form::Number])),
            "Время дня; с драйвером — его значение", "The time of day; with a driver, its level";
        at_time: May Raw(Form::Clock), "Время дня", "The time of day";
    }

    /// Items that come around a date.
    BURST = "burst", BurstFile {
        date: Must Day, "День, когда начинается", "The day on which it begins";
        at: May Raw(Form::Clock), "Время дня; обычно открытие", "The time of day; default the opening";
        items: Must Times, "Сколько приходит", "How many items it brings";
        over: May Random, "Через сколько после начала приходит каждый; обычно сразу",
            "How long after the beginning each comes; default at once";
        clock: Or Choice<Clock>(CLOCKS) = Clock::Working,
            "Часы; обычно working", "The clock; default working";
    }

    /// Those who gave up come back.
    RETRIAL = "retrial", RetrialFile {
        probability: Must Uncertain(SHARE), "Вероятность возврата", "The probability of coming back";
        after: May Random, "Через сколько", "After how long";
        clock: Or Choice<Clock>(CLOCKS) = Clock::Calendar,
            "Часы; обычно calendar", "The clock; default calendar";
    }

    /// An arrival as a log says.
    ARRIVAL_REPLAY = "arrival_replay", ArrivalReplayFile {
        replay: Must Name, "Журнал, который повторяется: файл CSV", "The log that is replayed: a CSV file";
        column: May KeyWord, "Столбец с моментом; обычно created",
            "The column of the moment; default created";
        rows: May Raw(named_of(Form::Text)), "Только строки с такими значениями",
            "Only rows with these values";
        from: May Day, "Какой день журнала приходится на начало", "The day of the log that falls on the start";
        to: May Day, "На какой день, если не на начало", "On which day, where it is not the start";
    }

    /// `[streams.….sla.…]`.
    SLA = "sla", SlaFile {
        title: May Title, "Название", "Title";
        from: May Name, "Откуда идёт срок", "Where the clock starts";
        to: Must Name, "До какого момента", "Where the clock stops";
        within: Must Raw(Form::Any(vec![Form::Duration, Form::Table(&WITHIN)])), "Срок", "The limit";
        target: Must Known(SHARE.above()), "Доля в срок", "The share that must be in time";
        pauses: May Names, "Ожидания, когда часы стоят", "Waits in which the clock stands";
        attribution: Or Choice<Attribution>(&[
            ("due", Attribution::Due),
            ("created", Attribution::Created),
            ("closed", Attribution::Closed)
        ]) = Attribution::Due,
            "К какому месяцу относится", "The month a result belongs to";
        abandoned: Or Choice<Abandoned>(&[
            ("missed", Abandoned::Missed),
            ("left-out", Abandoned::LeftOut),
            ("met-within", Abandoned::MetWithin)
        ]) = Abandoned::Missed,
            "Как считать тех, кто не дождался", "How it counts those who gave up";
        every: Or Truth = true, "Каждый раз, когда наступает from", "Each time from comes by";
        calendar: May Name, "Календарь срока; обычно тех, кто работает",
            "Calendar of its clock; default that of the people who work";
        penalty: Or Uncertain(AMOUNT) = NOTHING, "Цена нарушения", "Price of a breach";
    }

    /// `within` as a table.
    #[allow(dead_code)] // The source of any number is found by its name.
    WITHIN = "within", WithinFile {
        working: May Time, "Рабочего времени", "On the working clock";
        calendar: May Uncertain(Wanted::time(Units::CALENDAR).above()),
            "Календарного времени", "On the calendar clock";
        calendar_days: May Uncertain(Wanted::number(0.0, 3_660.0)),
            "До конца этого дня", "To the end of that day";
        business_days: May Uncertain(Wanted::number(0.0, 1_000.0)),
            "До закрытия этого рабочего дня", "To the close of that working day";
        compose: Or Choice<Compose>(&[("earlier", Compose::Earlier), ("later", Compose::Later)])
            = Compose::Earlier, "Что из них", "Which of them binds";
        source: May Name, "Откуда число", "Where it comes from";
    }
}

kinds! {
    /// An arrival at a rate of its own.
    ARRIVAL_RATE = "arrival_rate" {
        rate: Shared Keys(&RATE), "", "";
        profile: Shared Keys(&PROFILE), "", "";
    }
}
