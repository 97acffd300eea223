//! Every key of the format, in one table: the check of unknown keys, the search of a path and the
//! JSON Schema all read it, so that they cannot drift apart.

pub(crate) mod forms;
mod people;
mod questions;
mod route;
mod table;
mod work;

pub(crate) use people::*;
pub(crate) use questions::*;
pub(crate) use route::*;
pub(crate) use table::{Key, Kind, Rows, complete, kinds, tables};
pub(crate) use work::*;

use super::model::{Discipline, Duration, Lang, Quantity};
use super::value::{Units, Wanted};
use crate::calendar::{BASES, Base};
use crate::random::Shape;
use forms::*;

/// What a value may be.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A text.
    Text,
    /// A text for both languages, or one for each.
    Title,
    /// `true` or `false`.
    Bool,
    /// A whole number between two bounds.
    Whole(i64, i64),
    /// A number, possibly a range.
    Number,
    /// A ratio that is not negative and cannot be a range.
    Ratio,
    /// A share, possibly a range.
    Share,
    /// A duration, possibly a range.
    Duration,
    /// A random duration.
    Random,
    /// A random count.
    Count,
    /// A date.
    Date,
    /// A time of day.
    Clock,
    /// One of these words.
    Choice(Vec<&'static str>),
    /// A table of a kind.
    Table(&'static Rows),
    /// A table with free names, each of this form.
    Named(Box<Form>),
    /// A list of this form.
    List(Box<Form>),
    /// One of these forms.
    Any(Vec<Form>),
    /// The keys of another kind, in the same table.
    Shared(&'static Rows),
    /// Any value.
    Value,
}

/// Names of weekdays, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Names of months.
pub(crate) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Money, or anything else that is not negative.
const AMOUNT: Wanted = Wanted::amount();
const SHARE: Wanted = Wanted::share();
const DISCIPLINES: &[(&str, Discipline)] =
    &[("priority", Discipline::Priority), ("earliest-due", Discipline::EarliestDue)];
pub(crate) const NOTHING: Quantity = Quantity::Known(0.0);
/// No time at all.
pub(crate) const NO_TIME: Duration = Duration { mean: NOTHING, shape: Shape::Fixed };
pub(crate) const ONE: Quantity = Quantity::Known(1.0);

kinds! {
    /// The whole file.
    ROOT = "file" {
        extend: May Name, "Файл, который читается первым", "A file that is read first";
        scenario: Must Raw(Form::Table(&SCENARIO)),
            "Вопрос: период и прогоны", "The question: span and runs";
        calendar: May Raw(Form::Table(&CALENDAR)),
            "Календарь сценария", "The scenario's own calendar";
        calendars: May Raw(named_of(Form::Table(&CALENDAR))),
            "Другие календари", "Further calendars";
        drivers: May Raw(named_of(Form::Table(&DRIVER))),
            "Величины, которые меняются со временем", "Quantities that change with time";
        roles: Must Raw(named_of(Form::Table(&ROLE))), "Роли и люди", "Roles and people";
        mixes: May Raw(named_of(Form::Table(&MIX))),
            "Общий поток, разделённый на виды работ", "One volume divided into streams";
        streams: Must Raw(named_of(Form::Table(&STREAM))), "Виды работ", "Streams of work";
        policies: May Raw(list_of(Form::Table(&POLICY))),
            "Варианты решений; первый — исходный", "Policies; the first is the baseline";
        plan: May Raw(Form::Table(&PLAN)),
            "Что может и чего должен достичь план", "What the plan may do";
        claims: May Raw(list_of(Form::Table(&CLAIM))),
            "Утверждения, которые проверяются", "Sentences to be put to the test";
    }
}

tables! {
    /// `[scenario]`.
    SCENARIO = "scenario", ScenarioFile {
        name: May Name, "Имя папки результатов", "Names the output folder";
        title: May Title, "Название в отчётах", "The title in reports";
        start: Must Day, "Первый учитываемый день", "The first counted day";
        months: Must Whole<u32>(1, 240), "Горизонт, месяцев", "Horizon in calendar months";
        lead_in: Or Whole<u32>(0, 60) = 1,
            "Месяцев разгона до начала, не учитываются",
            "Months simulated before the start and not counted";
        run_out: Or Whole<u32>(0, 60) = 1,
            "Месяцев после горизонта, пока идут сроки",
            "Months after the horizon in which clocks run on";
        replications: Or Whole<usize>(1, 10_000_000) = 200,
            "Число прогонов каждого варианта", "Replications of each policy";
        seed: Or Whole<u64>(0, i64::MAX as u64) = 1,
            "Начало всей случайности", "Where all chance begins";
        language: Or Choice<Lang>(Lang::ALL) = Lang::Ru,
            "Язык отчётов", "Language of reports";
        currency: May Name, "Код валюты", "ISO code of the currency";
        discipline: Or Choice<Discipline>(DISCIPLINES) = Discipline::Priority,
            "Порядок очереди", "How waiting work is ordered";
        not_measured: May Title, "Чего модель загрузки не измеряет; стоит рядом с результатами",
            "What a model of the workload does not measure; stands beside the results";
    }

    /// `[calendar]` and `[calendars.…]`.
    CALENDAR = "calendar", CalendarFile {
        base: Or Choice<Base>(&BASES) = Base::Russia,
            "Праздники: ru — производственный календарь России, us, gb, de … — страны, none — без праздников",
            "Holidays: ru for the Russian production calendars, us, gb, de … for countries, none for none";
        zone: May Name, "Часовой пояс, по которому написаны часы: Europe/Moscow",
            "The time zone of the hours, such as America/New_York";
        holidays: May Name, "Нерабочие дни из файла .ics", "Days off from an .ics file";
        rota: May Names, "Недели по очереди: имена календарей",
            "Calendars whose weeks people work in turn";
        hours: May Names, "Часы рабочего дня", "Hours of a working day";
        break_turns: Or Whole<u32>(1, 20) = 1,
            "Во сколько очередей уходят на перерыв", "In how many turns people take their breaks";
        days: May Raw(list_of(words(&WEEKDAYS))), "Рабочие дни недели", "Working days of the week";
        hours_of: May Raw(Form::Table(&HOURS_OF)),
            "Часы отдельных дней недели", "Hours of single weekdays";
        short_by: May Known(Wanted::time(Units::CALENDAR)),
            "На сколько короче короткий день", "How much a short day is shorter";
        days_off: May Raw(list_of(Form::Any(vec![Form::Date, Form::Table(&DAYS_OFF)]))), "Нерабочие даты", "Dated days off";
        working_days: May Raw(list_of(Form::Any(vec![Form::Date, Form::Table(&WORKING_DAYS)]))),
            "Рабочие дни-исключения", "Working days by exception";
        short_days: May Raw(list_of(Form::Date)), "Ещё короткие дни", "More short days";
    }
}

tables! {
    /// `hours_of`.
    HOURS_OF = "hours_of", HoursOfFile {
        mon: May Names, "Понедельник", "Monday";
        tue: May Names, "Вторник", "Tuesday";
        wed: May Names, "Среда", "Wednesday";
        thu: May Names, "Четверг", "Thursday";
        fri: May Names, "Пятница", "Friday";
        sat: May Names, "Суббота", "Saturday";
        sun: May Names, "Воскресенье", "Sunday";
    }

    /// An entry of `days_off`.
    DAYS_OFF = "days_off", DaysOffFile {
        date: May Day, "Дата", "The date";
        from: May Day, "Первый день", "The first day";
        to: May Day, "Последний день", "The last day";
    }

    /// An entry of `working_days`.
    WORKING_DAYS = "working_days", WorkingDaysFile {
        dates: Shared Keys(&DAYS_OFF), "", "";
        hours: May Names, "Часы", "Hours";
    }
}
