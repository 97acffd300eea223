//! Keys of drivers and roles.

use super::forms::*;
use super::table::tables;
use super::{AMOUNT, Form, MONTHS, NO_TIME, NOTHING, ONE, SHARE};
use crate::scenario::model::OvertimeLaw;
use crate::scenario::value::{Units, Wanted};

/// An hour in seconds.
const HOUR: f64 = 3_600.0;

/// The base of the general and the IT regime of contributions in 2026, a year and person.
pub(crate) const CONTRIBUTION_BASE: f64 = 2_979_000.0;

tables! {
    /// `[drivers.…]`.
    DRIVER = "driver", DriverFile {
        title: May Title, "Название", "Title";
        constant: May Uncertain(AMOUNT), "Всегда столько", "Always the same";
        linear: May Raw(Form::Table(&LINEAR)), "Прямая линия", "A straight line";
        compound: May Raw(Form::Table(&COMPOUND)), "Рост на долю в год", "Growth by a share a year";
        table: May Raw(list_of(Form::Table(&POINT))),
            "Значения по датам, между ними прямые", "Dated values";
        stock: May Raw(Form::Table(&STOCK)), "Запас: приток и отток", "A stock: inflow and churn";
        steps: May Raw(list_of(Form::Table(&STEP))), "Множители с даты", "Factors from a date on";
        cap: May Uncertain(AMOUNT), "Больше не растёт", "It stops there";
        broken_promises: May Raw(Form::Table(&BROKEN_PROMISES)),
            "Что с ней делают нарушенные SLA", "What broken promises do to it";
    }
}

tables! {
    /// `broken_promises`.
    BROKEN_PROMISES = "broken_promises", BrokenPromisesFile {
        churn: Must Uncertain(Wanted::share_between(0.0, 0.99)),
            "Доля ухода в год сверх обычной, если нарушено всё",
            "The share that leaves in a year beyond the usual, were everything late";
        revenue: Or Uncertain(AMOUNT) = NOTHING,
            "Выручка с одного в месяц", "What one of them pays in a month";
    }

    /// `linear`.
    LINEAR = "linear", LinearFile {
        from: Must Uncertain(AMOUNT), "В начале", "At the start";
        to: Must Uncertain(AMOUNT), "В конце", "At the end";
        months: Must Known(Wanted::number(0.0, 1_200.0).above()),
            "За сколько месяцев", "Over how many months";
    }

    /// `compound`.
    COMPOUND = "compound", CompoundFile {
        from: Must Uncertain(AMOUNT), "В начале", "At the start";
        yearly: Must Uncertain(Wanted::share_between(-0.99, 100.0)), "Рост в год", "Growth a year";
    }

    /// An entry of `table`.
    #[allow(dead_code)] // The source of any number is found by its name.
    POINT = "point", PointFile {
        date: Must Day, "Дата", "The date";
        value: Must Uncertain(AMOUNT), "Значение", "The value";
        source: May Name, "Откуда число", "Where it comes from";
    }

    /// `stock`.
    STOCK = "stock", StockFile {
        from: Must Uncertain(AMOUNT), "В начале", "At the start";
        inflow: May Name, "Драйвер притока, в месяц", "The driver of the inflow a month";
        churn: Or Uncertain(Wanted::share_between(0.0, 0.99)) = NOTHING, "Доля ухода в год", "The share that leaves in a year";
    }

    /// An entry of `steps` of a driver.
    STEP = "driver_step", DriverStepFile {
        from: Must Day, "С какой даты", "From when";
        factor: Must Uncertain(Wanted::factor(1_000.0)), "Множитель", "The factor";
    }

    /// `[roles.…]`.
    ROLE = "role", RoleFile {
        title: May Title, "Название", "Title";
        headcount: Must Whole<u32>(0, 100_000), "Людей в начале", "People at the start";
        people: May Raw(list_of(Form::Table(&PERSON))),
            "Кто из людей отличается", "Those of the people who are not like the others";
        skills: May Names, "Что умеют её люди, о ком не сказано иного",
            "What its people can do of whom nothing else is said";
        calendar: May Name, "Календарь; обычно общий", "Calendar; default the scenario's own";
        pay: Or Uncertain(AMOUNT) = NOTHING,
            "Оклад до вычета налога, в месяц на человека", "Gross pay a month and person";
        contributions: May Raw(Form::Any(vec![words(&["general", "it"]), Form::Share, Form::Table(&CONTRIBUTIONS)])),
            "Взносы работодателя", "What the employer pays on top";
        hiring_cost: Or Uncertain(AMOUNT) = NOTHING,
            "Разовая цена найма", "What a hire costs once";
        holiday: May Raw(Form::Table(&HOLIDAY)), "Отпуск", "Holidays";
        sickness: May Raw(Form::Table(&SICKNESS)), "Болезни", "Sickness";
        people_per_seat: Or Uncertain(Wanted::number(1.0, 100.0)) = ONE,
            "Людей на одно место", "People who take turns in one seat";
        attrition: Or Uncertain(Wanted::share_between(0.0, 5.0)) = NOTHING,
            "Доля уходящих в год", "The share that leaves in a year";
        overload: May Raw(Form::Table(&OVERLOAD)),
            "Уходят ли чаще от перегрузки", "Whether people leave sooner when overloaded";
        replaced: Or Truth = true, "Ушедших заменяют", "Leavers are replaced";
        time_to_fill: Or Elapsed = NO_TIME, "От заявки до первого дня", "From request to first day";
        ramp: May Raw(Form::Table(&RAMP)),
            "Вхождение в должность", "How newcomers become productive";
        stand_in: May Names, "Кто замещает", "Who stands in";
        on_call: May Raw(Form::Table(&ON_CALL)),
            "Дежурство вне рабочих часов", "Being on call outside working hours";
        overtime: May Raw(Form::Table(&OVERTIME_LAW)),
            "Пределы и оплата переработки; обычно статьи 99 и 152 ТК",
            "Limits and pay of overtime; default the Russian Labour Code";
        like: May Name, "Как другая роль во всём, что здесь не названо", "As another role in all that is not stated here";
    }

    /// `overload`.
    OVERLOAD = "overload", OverloadFile {
        above: Must Known(Wanted::share_between(0.0, 0.99)),
            "С какой занятости за квартал", "From which occupancy of the last quarter on";
        attrition: Must Uncertain(Wanted::share_between(0.0, 0.99)),
            "Доля уходящих в год сверх обычной при занятости 100 %",
            "The share that leaves in a year beyond the usual at an occupancy of 100 %";
    }

    /// An entry of `people`.
    PERSON = "person", PersonFile {
        count: Or Whole<u32>(1, 100_000) = 1, "Сколько таких", "How many are so";
        hours: Shared Keys(&OWN_HOURS), "", "";
        productivity: Or Known(Wanted::factor(10.0).above()) = 1.0,
            "Сколько работы за час", "Effort done in an hour";
        skills: May Names, "Что умеет, если не как в роли", "What they can do, where it is not the role's";
        start: May Day, "Первый рабочий день, если после начала", "The first day of work, where it is after the start";
        until: May Day, "Последний рабочий день", "The last day of work";
        pay: May Uncertain(AMOUNT), "Оклад, если не как в роли", "Gross pay a month, where it is not the role's";
        away: May Raw(list_of(Form::Table(&ABSENCE))), "Отпуска с датами", "Dated holidays";
    }

    /// Hours of a person's own.
    OWN_HOURS = "own_hours", OwnHoursFile {
        calendar: May Name, "Календарь, если не как в роли", "Calendar, where it is not the role's";
        fte: Or Known(SHARE.above()) = 1.0,
            "Доля полной ставки", "The share of full time";
    }

    /// `on_call` of a role.
    ON_CALL = "on_call", OnCallFile {
        start: Or Known(Wanted::time(Units::CALENDAR)) = 0.0,
            "От вызова до начала работы", "From the call to the beginning of work";
        pay: Or Uncertain(AMOUNT) = NOTHING, "Плата за дежурство, в месяц", "Pay a month for being on call";
        call: Or Uncertain(AMOUNT) = NOTHING, "Плата за вызов", "Pay for each call";
    }

    /// `overtime` of a role.
    OVERTIME_LAW = "overtime_law", OvertimeLawFile {
        in_two_days: Or Known(Wanted::time(Units::CALENDAR)) = OvertimeLaw::RUSSIA.in_two_days * HOUR,
            "Не больше за два дня подряд", "At most on two days in a row";
        in_a_year: Or Known(Wanted::time(Units::CALENDAR)) = OvertimeLaw::RUSSIA.in_a_year * HOUR,
            "Не больше за год", "At most in a calendar year";
        first_hours: Or Known(Wanted::time(Units::CALENDAR)) = OvertimeLaw::RUSSIA.first_hours * HOUR,
            "Сколько первых часов дня", "The first hours of a day";
        first: Or Known(Wanted::number(1.0, 10.0)) = OvertimeLaw::RUSSIA.first,
            "Во сколько раз дороже первые часы", "How many times the pay these cost";
        then: Or Known(Wanted::number(1.0, 10.0)) = OvertimeLaw::RUSSIA.then,
            "Во сколько раз дороже остальные", "How many times the pay the others cost";
    }

    /// `contributions`.
    CONTRIBUTIONS = "contributions", ContributionsFile {
        below: Must Known(SHARE), "Доля до базы", "Share up to the base";
        above: Must Known(SHARE), "Доля сверх базы", "Share above the base";
        base: Or Known(AMOUNT) = CONTRIBUTION_BASE, "База в год на человека", "The base a year and person";
    }

    /// `holiday`.
    HOLIDAY = "holiday", HolidayFile {
        blocks: May Raw(list_of(Form::Duration)), "Части отпуска в год", "Blocks a year";
        season: May Raw(list_of(words(&MONTHS))), "Первый и последний месяц", "First and last month";
        apart: Or Truth = true, "Не двое сразу, если можно", "Not two at once where possible";
        people: May Raw(list_of(list_of(Form::Table(&ABSENCE)))),
            "Отпуска по людям, с датами", "Dated, person by person";
    }
}

tables! {
    /// A dated holiday of a person.
    ABSENCE = "absence", AbsenceFile {
        from: Must Day, "Первый день", "The first day";
        days: Must Whole<u32>(1, 366), "Календарных дней", "Calendar days";
    }

    /// `sickness`.
    SICKNESS = "sickness", SicknessFile {
        spells: Must Uncertain(Wanted::number(0.0, 52.0)), "Случаев в год на человека", "Spells a year and person";
        length: Must Elapsed, "Длительность случая", "Length of a spell";
    }

    /// `ramp`.
    RAMP = "ramp", RampFile {
        from: Must Uncertain(SHARE.above()),
            "Производительность в первый день", "Productivity on the first day";
        months: Must Uncertain(Wanted::number(0.0, 120.0)),
            "Месяцев до полной", "Months until full productivity";
        mentoring: May Time, "Время наставника в неделю", "The mentor's time a week";
        mentor: May Name,
            "Роль наставника; обычно коллега", "The mentor's role; default a colleague";
    }
}
