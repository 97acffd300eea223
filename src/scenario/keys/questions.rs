//! Keys of policies and their changes, the plan, and claims.

use super::{Form, Kind, TEXTS, may, must};

/// `[[policies]]`.
pub(crate) static POLICY: Kind = Kind {
    name: "policy",
    keys: &[
        must("key", Form::Text, "Имя", "Its name"),
        may("title", Form::Title, "Название", "Title"),
        may("changes", Form::List(&CHANGE), "Изменения", "Changes"),
    ],
};

static CHANGE: Form = Form::Any(&[
    Form::Table(&HIRE),
    Form::Table(&HIRE_WHEN),
    Form::Table(&CHANGE_STAND_IN),
    Form::Table(&CONTRACTOR),
    Form::Table(&AUTOMATION),
    Form::Table(&ASSIGNMENT),
    Form::Table(&CHANGE_DISCIPLINE),
    Form::Table(&CHANGE_INTERRUPTS),
    Form::Table(&SET),
]);

/// The kinds of changes, each under the key that tells it from the others; in this order.
pub(crate) static CHANGE_KINDS: &[(&str, &Kind)] = &[
    ("hire", &HIRE),
    ("hire_when", &HIRE_WHEN),
    ("contractor", &CONTRACTOR),
    ("automation", &AUTOMATION),
    ("assignment", &ASSIGNMENT),
    ("discipline", &CHANGE_DISCIPLINE),
    ("interrupts", &CHANGE_INTERRUPTS),
    ("set", &SET),
    ("stand_in", &CHANGE_STAND_IN),
];

/// Somebody joins on a date.
pub(crate) static HIRE: Kind = Kind {
    name: "hire",
    keys: &[
        must("hire", Form::Text, "Роль", "The role"),
        must("start", Form::Date, "Первый рабочий день", "The first day"),
        may("count", Form::Whole(1, 10_000), "Сколько человек", "How many"),
        may("ramp", Form::Bool, "Входит в должность постепенно", "Ramps up"),
    ],
};

/// Somebody is asked for when a measure passes a level.
pub(crate) static HIRE_WHEN: Kind = Kind {
    name: "hire_when",
    keys: &[
        must("hire_when", Form::Text, "Роль", "The role"),
        may("arrivals", TEXTS, "Поступило за месяц", "Arrived in the month"),
        may("driver", Form::Text, "Значение драйвера", "The level of a driver"),
        may("occupancy", Form::Text, "Занятость роли", "Occupancy of a role"),
        may("sla", Form::Text, "Доля в срок за три месяца", "Share of an SLA over three months"),
        may("backlog", TEXTS, "Открыто на конец месяца", "Open at the end of the month"),
        may("above", Form::Number, "Не ниже этого", "At or above this"),
        may("below", Form::Number, "Ниже этого", "Below this"),
        may("months", Form::Whole(1, 240), "Столько месяцев подряд", "So many months in a row"),
        may("most", Form::Whole(1, 10_000), "Не больше людей", "At most so many people"),
    ],
};

/// Others stand in for a role.
pub(crate) static CHANGE_STAND_IN: Kind = Kind {
    name: "change_stand_in",
    keys: &[
        must("stand_in", Form::Text, "Чью работу", "Whose work"),
        must("by", TEXTS, "Кто замещает", "Who stands in"),
    ],
};

/// Work is bought.
pub(crate) static CONTRACTOR: Kind = Kind {
    name: "contractor",
    keys: &[
        must("contractor", Form::Text, "Имя", "Its name"),
        may("title", Form::Title, "Название", "Title"),
        must("role", Form::Text, "Чью работу берёт", "Whose work it takes"),
        may("streams", TEXTS, "Каких видов; обычно всех", "Of which streams; default all"),
        must("capacity", Form::Number, "Не больше в месяц", "Items a month at most"),
        may("when_waiting", Form::Whole(1, 1_000_000), "Когда ждут столько", "When so many wait"),
        must("price", Form::Number, "Цена за единицу", "Price of an item"),
        may("lead", Form::Random, "От вызова до начала", "From the call to the beginning"),
        may("from", Form::Date, "С какой даты", "From when"),
    ],
};

/// Work shrinks.
pub(crate) static AUTOMATION: Kind = Kind {
    name: "automation",
    keys: &[
        must("automation", Form::Text, "Имя", "Its name"),
        may("title", Form::Title, "Название", "Title"),
        must("streams", TEXTS, "Каких видов", "Of which streams"),
        may("from", Form::Date, "С какой даты", "From when"),
        may("arrivals", Form::Number, "Множитель потока", "Factor on arrivals"),
        may("effort", Form::Number, "Множитель времени работы", "Factor on every effort"),
        may("monthly_price", Form::Number, "Цена в месяц", "Price a month"),
        may("price", Form::Number, "Цена разово", "Price once"),
    ],
};

/// Who picks new work.
pub(crate) static ASSIGNMENT: Kind = Kind {
    name: "assignment",
    keys: &[
        must("assignment", Form::Choice(&["manual", "automatic"]), "Назначение", "Assignment"),
        may("streams", TEXTS, "Каких видов; обычно всех", "Of which streams; default all"),
        may("noticed_after", Form::Random, "Через сколько замечают", "Time before anybody notices"),
    ],
};

/// Another order of the queue.
pub(crate) static CHANGE_DISCIPLINE: Kind = Kind {
    name: "change_discipline",
    keys: &[must(
        "discipline",
        Form::Choice(&["priority", "earliest-due"]),
        "Порядок очереди",
        "How waiting work is ordered",
    )],
};

/// Whether streams interrupt.
pub(crate) static CHANGE_INTERRUPTS: Kind = Kind {
    name: "change_interrupts",
    keys: &[
        must("interrupts", Form::Bool, "Прерывает ли", "Whether it interrupts"),
        may("streams", TEXTS, "Какие виды; обычно все", "Which streams; default all"),
    ],
};

/// Any value.
pub(crate) static SET: Kind = Kind {
    name: "set",
    keys: &[
        must("set", Form::Text, "Путь", "The path"),
        must("value", Form::Value, "Значение", "The value"),
    ],
};

/// `[plan]`.
pub(crate) static PLAN: Kind = Kind {
    name: "plan",
    keys: &[
        may("confidence", Form::Share, "С какой уверенностью", "With which probability"),
        may(
            "hire",
            Form::Named(&Form::Whole(0, 10_000)),
            "Кого и сколько нанимать",
            "Who, and how many at most",
        ),
        may(
            "goals",
            Form::Named(&Form::Share),
            "Цели плана вместо целей SLA",
            "Targets that replace the SLAs' own",
        ),
        may("required", TEXTS, "Какие SLA обязательны", "SLAs that must be met"),
        may("late_cost", Form::Number, "Цена месяца опоздания", "Cost of a month too late"),
        may("early_cost", Form::Number, "Цена лишнего месяца", "Cost of a month too early"),
        may(
            "other_reading",
            Form::Text,
            "Файл другого прочтения",
            "The other reading: a scenario file",
        ),
        may(
            "deciding_input",
            Form::Text,
            "Число, разделяющее прочтения",
            "The input that separates the readings",
        ),
        may(
            "rules",
            TEXTS,
            "Варианты — правила самого документа",
            "Policies that are the document's own rules",
        ),
    ],
};

/// `[[claims]]`.
pub(crate) static CLAIM: Kind = Kind {
    name: "claim",
    keys: &[
        must("id", Form::Text, "Номер", "Its number"),
        must("text", Form::Title, "Утверждение", "The sentence"),
        must("tests", Form::List(&TEST_FORM), "Проверки", "The tests"),
        may("note", Form::Title, "Что сказать рядом", "What to say beside the verdict"),
    ],
};

static TEST_FORM: Form = Form::Table(&TEST);

/// A test of a claim.
pub(crate) static TEST: Kind = Kind {
    name: "test",
    keys: &[
        may(
            "policy",
            Form::Text,
            "В каком варианте; обычно в первом",
            "Under which policy; default the first",
        ),
        must("measure", Form::Text, "Показатель", "The measure"),
        may(
            "scope",
            Form::Text,
            "Чего: роль, вид работ, SLA или all",
            "Of a role, stream, SLA, or all",
        ),
        may(
            "months",
            Form::List(&Form::Whole(1, 240)),
            "С какого по какой месяц",
            "From which month to which",
        ),
        may("factor", Form::Number, "Множитель перед сравнением", "A factor before comparing"),
        may("at_least", Form::Value, "Не меньше", "At least"),
        may("at_most", Form::Value, "Не больше", "At most"),
        may("unit", Form::Title, "Единица границ", "The unit of the bounds"),
        may(
            "breakeven",
            Form::Text,
            "Какое число сделало бы верным",
            "The input that would make it hold",
        ),
    ],
};
