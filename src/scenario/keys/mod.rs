//! Every key of the format, in one table: the check of unknown keys, the search of a path and the
//! JSON Schema all read it, so that they cannot drift apart.

mod people;
mod questions;
mod route;
mod work;

pub(crate) use people::*;
pub(crate) use questions::*;
pub(crate) use route::*;
pub(crate) use work::*;

/// A kind of table: the keys it may have.
#[derive(Debug)]
pub(crate) struct Kind {
    /// A name for the schema.
    pub(crate) name: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    /// The key.
    pub(crate) name: &'static str,
    /// What stands there.
    pub(crate) form: Form,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What it is, in Russian.
    pub(crate) ru: &'static str,
    /// What it is, in English.
    pub(crate) en: &'static str,
}

/// What a value may be.
#[derive(Debug)]
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
    Choice(&'static [&'static str]),
    /// A table of a kind.
    Table(&'static Kind),
    /// A table with free names, each of this form.
    Named(&'static Form),
    /// A list of this form.
    List(&'static Form),
    /// One of these forms.
    Any(&'static [Form]),
    /// Any value.
    Value,
}

impl Kind {
    /// A key by name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|it| it.name == name)
    }
}

const fn may(name: &'static str, form: Form, ru: &'static str, en: &'static str) -> Key {
    Key { name, form, required: false, ru, en }
}

const fn must(name: &'static str, form: Form, ru: &'static str, en: &'static str) -> Key {
    Key { name, form, required: true, ru, en }
}

const TEXTS: Form = Form::List(&Form::Text);
static WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
static MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
static WEEKDAY: Form = Form::Choice(WEEKDAYS);

/// Names of weekdays, Monday first.
pub(crate) fn weekdays() -> &'static [&'static str] {
    WEEKDAYS
}

/// Names of months.
pub(crate) fn months() -> &'static [&'static str] {
    MONTHS
}

/// The whole file.
pub(crate) static ROOT: Kind = Kind {
    name: "file",
    keys: &[
        may("extend", Form::Text, "Файл, который читается первым", "A file that is read first"),
        must(
            "scenario",
            Form::Table(&SCENARIO),
            "Вопрос: период и прогоны",
            "The question: span and runs",
        ),
        may(
            "calendar",
            Form::Table(&CALENDAR),
            "Календарь сценария",
            "The scenario's own calendar",
        ),
        may(
            "calendars",
            Form::Named(&Form::Table(&CALENDAR)),
            "Другие календари",
            "Further calendars",
        ),
        may(
            "drivers",
            Form::Named(&Form::Table(&DRIVER)),
            "Величины, которые меняются со временем",
            "Quantities that change with time",
        ),
        must("roles", Form::Named(&Form::Table(&ROLE)), "Роли и люди", "Roles and people"),
        may(
            "mixes",
            Form::Named(&Form::Table(&MIX)),
            "Общий поток, разделённый на виды работ",
            "One volume divided into streams",
        ),
        must("streams", Form::Named(&Form::Table(&STREAM)), "Виды работ", "Streams of work"),
        may(
            "policies",
            Form::List(&Form::Table(&POLICY)),
            "Варианты решений; первый — исходный",
            "Policies; the first is the baseline",
        ),
        may(
            "plan",
            Form::Table(&PLAN),
            "Что может и чего должен достичь план",
            "What the plan may do",
        ),
        may(
            "claims",
            Form::List(&Form::Table(&CLAIM)),
            "Утверждения, которые проверяются",
            "Sentences to be put to the test",
        ),
    ],
};

/// `[scenario]`.
pub(crate) static SCENARIO: Kind = Kind {
    name: "scenario",
    keys: &[
        may("name", Form::Text, "Имя папки результатов", "Names the output folder"),
        may("title", Form::Title, "Название в отчётах", "The title in reports"),
        must("start", Form::Date, "Первый учитываемый день", "The first counted day"),
        must("months", Form::Whole(1, 240), "Горизонт, месяцев", "Horizon in calendar months"),
        may(
            "lead_in",
            Form::Whole(0, 60),
            "Месяцев разгона до начала, не учитываются",
            "Months simulated before the start and not counted",
        ),
        may(
            "run_out",
            Form::Whole(0, 60),
            "Месяцев после горизонта, пока идут сроки",
            "Months after the horizon in which clocks run on",
        ),
        may(
            "replications",
            Form::Whole(1, 10_000_000),
            "Число прогонов каждого варианта",
            "Replications of each policy",
        ),
        may("seed", Form::Whole(0, i64::MAX), "Начало всей случайности", "Where all chance begins"),
        may("language", Form::Choice(&["ru", "en"]), "Язык отчётов", "Language of reports"),
        may("currency", Form::Text, "Код валюты", "ISO code of the currency"),
        may(
            "discipline",
            Form::Choice(&["priority", "earliest-due"]),
            "Порядок очереди",
            "How waiting work is ordered",
        ),
    ],
};

/// `[calendar]` and `[calendars.…]`.
pub(crate) static CALENDAR: Kind = Kind {
    name: "calendar",
    keys: &[
        may(
            "base",
            Form::Choice(&["ru", "none"]),
            "Праздники: ru — производственный календарь России",
            "Holidays: ru for the Russian production calendars",
        ),
        may("hours", TEXTS, "Часы рабочего дня", "Hours of a working day"),
        may("days", Form::List(&WEEKDAY), "Рабочие дни недели", "Working days of the week"),
        may(
            "hours_of",
            Form::Table(&HOURS_OF),
            "Часы отдельных дней недели",
            "Hours of single weekdays",
        ),
        may(
            "short_by",
            Form::Duration,
            "На сколько короче короткий день",
            "How much a short day is shorter",
        ),
        may("days_off", Form::List(&DAYS_OFF_FORM), "Нерабочие даты", "Dated days off"),
        may(
            "working_days",
            Form::List(&WORKING_DAYS_FORM),
            "Рабочие дни-исключения",
            "Working days by exception",
        ),
        may("short_days", Form::List(&Form::Date), "Ещё короткие дни", "More short days"),
    ],
};

static DAYS_OFF_FORM: Form = Form::Any(&[Form::Date, Form::Table(&DAYS_OFF)]);
static WORKING_DAYS_FORM: Form = Form::Any(&[Form::Date, Form::Table(&WORKING_DAYS)]);

/// `hours_of`.
pub(crate) static HOURS_OF: Kind = Kind {
    name: "hours_of",
    keys: &[
        may("mon", TEXTS, "Понедельник", "Monday"),
        may("tue", TEXTS, "Вторник", "Tuesday"),
        may("wed", TEXTS, "Среда", "Wednesday"),
        may("thu", TEXTS, "Четверг", "Thursday"),
        may("fri", TEXTS, "Пятница", "Friday"),
        may("sat", TEXTS, "Суббота", "Saturday"),
        may("sun", TEXTS, "Воскресенье", "Sunday"),
    ],
};

/// An entry of `days_off`.
pub(crate) static DAYS_OFF: Kind = Kind {
    name: "days_off",
    keys: &[
        may("date", Form::Date, "Дата", "The date"),
        may("from", Form::Date, "Первый день", "The first day"),
        may("to", Form::Date, "Последний день", "The last day"),
    ],
};

/// An entry of `working_days`.
pub(crate) static WORKING_DAYS: Kind = Kind {
    name: "working_days",
    keys: &[
        may("date", Form::Date, "Дата", "The date"),
        may("from", Form::Date, "Первый день", "The first day"),
        may("to", Form::Date, "Последний день", "The last day"),
        may("hours", TEXTS, "Часы", "Hours"),
    ],
};
