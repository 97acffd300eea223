//! Keys of the steps of routes.

use super::{Form, Kind, TEXTS, may, must};

static CLOCKS: &[&str] = &["working", "calendar"];

/// A step of a route.
pub(crate) static STEP_OF_ROUTE: Form = Form::Any(&[
    Form::Table(&EFFORT),
    Form::Table(&WAIT),
    Form::Table(&CYCLE),
    Form::Table(&BRANCH),
    Form::Table(&MARK),
    Form::Table(&REOPEN),
    Form::Table(&SPAWN),
]);

/// The kinds of steps, each under the key that tells it from the others.
pub(crate) static STEP_KINDS: &[(&str, &Kind)] = &[
    ("effort", &EFFORT),
    ("wait", &WAIT),
    ("cycle", &CYCLE),
    ("branch", &BRANCH),
    ("mark", &MARK),
    ("reopen", &REOPEN),
    ("spawn", &SPAWN),
];

/// Somebody works.
pub(crate) static EFFORT: Kind = Kind {
    name: "effort",
    keys: &[
        must(
            "effort",
            Form::Any(&[Form::Random, Form::List(&Form::Random)]),
            "Время работы",
            "Working time",
        ),
        may("role", Form::Text, "Кто", "Who"),
        may("stand_in", TEXTS, "Кто, если никого нет", "Who else, when nobody is there"),
        may("together_with", Form::Text, "С кем вместе", "Who must be there too"),
        may("within_day", Form::Bool, "В один рабочий день", "Within one working day"),
        may("visit", Form::Bool, "Считается выездом", "Counts as a visit"),
        may(
            "priority",
            Form::Whole(0, 255),
            "Свой приоритет шага: чем меньше, тем раньше (по умолчанию — потока)",
            "The step's own priority; lower goes first (default: the stream's)",
        ),
        may("title", Form::Title, "Название", "Title"),
    ],
};

/// Nobody works.
pub(crate) static WAIT: Kind = Kind {
    name: "wait",
    keys: &[
        must("wait", Form::Text, "Чего ждут", "What is waited for"),
        must("time", Form::Random, "Как долго", "How long"),
        may("clock", Form::Choice(CLOCKS), "Часы; обычно working", "The clock; default working"),
    ],
};

/// Steps that are repeated.
pub(crate) static CYCLE: Kind = Kind {
    name: "cycle",
    keys: &[
        must("cycle", Form::Count, "Сколько раз", "How often"),
        must("steps", Form::List(&STEP_OF_ROUTE), "Что повторяется", "What is repeated"),
    ],
};

/// Steps with a probability.
pub(crate) static BRANCH: Kind = Kind {
    name: "branch",
    keys: &[
        must("branch", Form::Share, "Вероятность", "The probability"),
        must("steps", Form::List(&STEP_OF_ROUTE), "Что тогда", "What then"),
        may("otherwise", Form::List(&STEP_OF_ROUTE), "Что иначе", "What otherwise"),
    ],
};

/// A named moment.
pub(crate) static MARK: Kind = Kind {
    name: "mark",
    keys: &[must("mark", Form::Text, "Имя момента", "The name of the moment")],
};

/// The item comes back.
pub(crate) static REOPEN: Kind = Kind {
    name: "reopen",
    keys: &[
        must("reopen", Form::Share, "Вероятность возврата", "The probability of coming back"),
        may("after", Form::Random, "Через сколько", "After how long"),
        may("clock", Form::Choice(CLOCKS), "Часы; обычно working", "The clock; default working"),
    ],
};

/// An item of another stream begins.
pub(crate) static SPAWN: Kind = Kind {
    name: "spawn",
    keys: &[
        must("spawn", Form::Text, "Какой вид работы", "Which stream"),
        may("count", Form::Count, "Сколько", "How many"),
    ],
};
