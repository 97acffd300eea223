//! Keys of drivers and roles.

use super::{Form, Key, Kind, MONTHS, TEXTS, may, must};

/// `[drivers.…]`.
pub(crate) static DRIVER: Kind = Kind {
    name: "driver",
    keys: &[
        may("title", Form::Title, "Название", "Title"),
        may("constant", Form::Number, "Всегда столько", "Always the same"),
        may("linear", Form::Table(&LINEAR), "Прямая линия", "A straight line"),
        may("compound", Form::Table(&COMPOUND), "Рост на долю в год", "Growth by a share a year"),
        may(
            "table",
            Form::List(&POINT_FORM),
            "Значения по датам, между ними прямые",
            "Dated values",
        ),
        may("stock", Form::Table(&STOCK), "Запас: приток и отток", "A stock: inflow and churn"),
        may("steps", Form::List(&STEP_FORM), "Множители с даты", "Factors from a date on"),
        may("cap", Form::Number, "Больше не растёт", "It stops there"),
    ],
};

static POINT_FORM: Form = Form::Table(&POINT);
static STEP_FORM: Form = Form::Table(&STEP);

/// `linear`.
pub(crate) static LINEAR: Kind = Kind {
    name: "linear",
    keys: &[
        must("from", Form::Number, "В начале", "At the start"),
        must("to", Form::Number, "В конце", "At the end"),
        must("months", Form::Number, "За сколько месяцев", "Over how many months"),
    ],
};

/// `compound`.
pub(crate) static COMPOUND: Kind = Kind {
    name: "compound",
    keys: &[
        must("from", Form::Number, "В начале", "At the start"),
        must("yearly", Form::Share, "Рост в год", "Growth a year"),
    ],
};

/// An entry of `table`.
pub(crate) static POINT: Kind = Kind {
    name: "point",
    keys: &[
        must("date", Form::Date, "Дата", "The date"),
        must("value", Form::Number, "Значение", "The value"),
        may("source", Form::Text, "Откуда число", "Where it comes from"),
    ],
};

/// `stock`.
pub(crate) static STOCK: Kind = Kind {
    name: "stock",
    keys: &[
        must("from", Form::Number, "В начале", "At the start"),
        may("inflow", Form::Text, "Драйвер притока, в месяц", "The driver of the inflow a month"),
        may("churn", Form::Share, "Доля ухода в год", "The share that leaves in a year"),
    ],
};

/// An entry of `steps` of a driver.
pub(crate) static STEP: Kind = Kind {
    name: "driver_step",
    keys: &[
        must("from", Form::Date, "С какой даты", "From when"),
        must("factor", Form::Number, "Множитель", "The factor"),
    ],
};

/// `[roles.…]`.
pub(crate) static ROLE: Kind = Kind {
    name: "role",
    keys: &[
        may("title", Form::Title, "Название", "Title"),
        must("headcount", Form::Whole(0, 100_000), "Людей в начале", "People at the start"),
        may(
            "calendar",
            Form::Text,
            "Календарь; обычно общий",
            "Calendar; default the scenario's own",
        ),
        may(
            "pay",
            Form::Number,
            "Оклад до вычета налога, в месяц на человека",
            "Gross pay a month and person",
        ),
        may(
            "contributions",
            Form::Any(&[
                Form::Choice(&["general", "it"]),
                Form::Share,
                Form::Table(&CONTRIBUTIONS),
            ]),
            "Взносы работодателя",
            "What the employer pays on top",
        ),
        may("hiring_cost", Form::Number, "Разовая цена найма", "What a hire costs once"),
        may("holiday", Form::Table(&HOLIDAY), "Отпуск", "Holidays"),
        may("sickness", Form::Table(&SICKNESS), "Болезни", "Sickness"),
        may("attrition", Form::Share, "Доля уходящих в год", "The share that leaves in a year"),
        may("replaced", Form::Bool, "Ушедших заменяют", "Leavers are replaced"),
        may("time_to_fill", Form::Random, "От заявки до первого дня", "From request to first day"),
        may("ramp", Form::Table(&RAMP), "Вхождение в должность", "How newcomers become productive"),
        may("stand_in", TEXTS, "Кто замещает", "Who stands in"),
    ],
};

/// `contributions`.
pub(crate) static CONTRIBUTIONS: Kind = Kind {
    name: "contributions",
    keys: &[
        must("below", Form::Share, "Доля до базы", "Share up to the base"),
        must("above", Form::Share, "Доля сверх базы", "Share above the base"),
        may("base", Form::Number, "База в год на человека", "The base a year and person"),
    ],
};

/// `holiday`.
pub(crate) static HOLIDAY: Kind = Kind {
    name: "holiday",
    keys: &[
        may("blocks", Form::List(&Form::Duration), "Части отпуска в год", "Blocks a year"),
        may("season", Form::List(&MONTH), "Первый и последний месяц", "First and last month"),
        may("apart", Form::Bool, "Не двое сразу, если можно", "Not two at once where possible"),
        may("people", Form::List(&PERSON), "Отпуска по людям, с датами", "Dated, person by person"),
    ],
};

static MONTH: Form = Form::Choice(MONTHS);
static PERSON: Form = Form::List(&ABSENCE_FORM);
static ABSENCE_FORM: Form = Form::Table(&ABSENCE);

/// A dated holiday of a person.
pub(crate) static ABSENCE: Kind = Kind {
    name: "absence",
    keys: &[
        must("from", Form::Date, "Первый день", "The first day"),
        must("days", Form::Whole(1, 366), "Календарных дней", "Calendar days"),
    ],
};

/// `sickness`.
pub(crate) static SICKNESS: Kind = Kind {
    name: "sickness",
    keys: &[
        must("spells", Form::Number, "Случаев в год на человека", "Spells a year and person"),
        must("length", Form::Random, "Длительность случая", "Length of a spell"),
    ],
};

/// `ramp`.
pub(crate) static RAMP: Kind = Kind {
    name: "ramp",
    keys: &[
        must(
            "from",
            Form::Share,
            "Производительность в первый день",
            "Productivity on the first day",
        ),
        must("months", Form::Number, "Месяцев до полной", "Months until full productivity"),
        may("mentoring", Form::Duration, "Время наставника в неделю", "The mentor's time a week"),
        may(
            "mentor",
            Form::Text,
            "Роль наставника; обычно коллега",
            "The mentor's role; default a colleague",
        ),
    ],
};

/// Keys of every value that carries its source.
pub(crate) static VALUE: Kind = Kind { name: "value", keys: &VALUE_KEYS };

static VALUE_KEYS: [Key; 3] = [
    must("value", Form::Value, "Значение", "The value"),
    may("source", Form::Text, "Откуда число", "Where it comes from"),
    may("title", Form::Title, "Название в отчётах", "Title in reports"),
];

/// Keys of a range.
pub(crate) static RANGE: Kind = Kind {
    name: "range",
    keys: &[
        must("min", Form::Value, "Не меньше", "Least"),
        may("mode", Form::Value, "Вероятнее всего", "Most likely"),
        must("max", Form::Value, "Не больше", "Greatest"),
        may("source", Form::Text, "Откуда число", "Where it comes from"),
        may("title", Form::Title, "Название в отчётах", "Title in reports"),
        may(
            "id",
            Form::Text,
            "Диапазоны с одним id — одно неизвестное число",
            "Ranges of the same id are one unknown number",
        ),
    ],
};
