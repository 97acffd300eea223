//! Keys of the steps of routes.

use super::forms::*;
use super::table::{tables, told_apart};
use super::{Form, ONE, SHARE};
use crate::scenario::model::{Clock, Count};
use crate::scenario::reader::At;
use crate::scenario::value::Wanted;

pub(super) const CLOCKS: &[(&str, Clock)] =
    &[("working", Clock::Working), ("calendar", Clock::Calendar)];

/// Steps of a route.
pub(super) fn steps() -> Form {
    list_of(Form::Any(STEP_KINDS.iter().map(|it| Form::Table(it.2)).collect()))
}

told_apart! {
    /// The kinds of steps.
    STEP_KINDS: StepKind {
        Effort = "effort", EFFORT;
        Wait = "wait", WAIT;
        Cycle = "cycle", CYCLE;
        Branch = "branch", BRANCH;
        Mark = "mark", MARK;
        Reopen = "reopen", REOPEN;
        Spawn = "spawn", SPAWN;
    }
}

/// The keys under which steps stand inside a step.
pub(crate) const STEPS_INSIDE: [&str; 2] = ["steps", "otherwise"];

/// Every step of a route as written, each before those inside it.
pub(crate) fn steps_written<'a>(steps: &At<'a>) -> Vec<At<'a>> {
    let mut all = Vec::new();
    for step in steps.items() {
        let inside = STEPS_INSIDE.map(|it| step.child(it));
        all.push(step);
        inside.iter().flatten().for_each(|it| all.extend(steps_written(it)));
    }
    all
}

/// A role, or several in order of preference; of an inner list whoever has been idle longest.
fn pool() -> Form {
    let one = || vec![Form::Text, Form::Table(&POOLED)];
    let equals = list_of(Form::Any(one()));
    let entry = Form::Any(one().into_iter().chain([equals]).collect());
    Form::Any(vec![Form::Text, list_of(entry)])
}

tables! {
    /// Somebody works.
    EFFORT = "effort", EffortFile {
        effort: Must Raw(Form::Any(vec![Form::Random, list_of(Form::Random)])),
            "Время работы", "Working time";
        role: May Raw(pool()), "Кто; из списка — кто свободен, по порядку",
            "Who; of a list whoever is free, in its order";
        skill: May Name, "Что нужно уметь (skills роли или человека)",
            "What they must be able to do (skills of a role or a person)";
        stand_in: May Names, "Кто, если никого нет", "Who else, when nobody is there";
        together_with: May Name, "С кем вместе", "Who must be there too";
        within_day: May Truth, "В один рабочий день", "Within one working day";
        visit: Or Truth = false, "Считается выездом", "Counts as a visit";
        priority: May Whole<u8>(0, 255),
            "Свой приоритет шага: чем меньше, тем раньше (по умолчанию — потока)",
            "The step's own priority; lower goes first (default: the stream's)";
        patience: May Random, "Сколько ждут этого шага, прежде чем уйти",
            "How long an item waits for this step before it gives up";
        patience_clock: Or Choice<Clock>(CLOCKS) = Clock::Calendar,
            "Часы терпения; обычно calendar", "The clock of patience; default calendar";
        at_once: May Whole<u32>(2, 100), "Сколько таких один сотрудник ведёт сразу",
            "How many of these one person serves at a time";
        slower: May Known(SHARE), "На сколько каждый дольше с каждым следующим",
            "By how much each takes longer for each other one in hand";
        title: May Title, "Название", "Title";
    }

    /// One of several roles.
    POOLED = "pooled", PooledFile {
        role: Must Name, "Роль", "The role";
        effort: Or Known(Wanted::factor(100.0).above()) = 1.0,
            "Во сколько раз дольше работают её люди", "How many times the effort it takes its people";
    }

    /// Nobody works.
    WAIT = "wait", WaitFile {
        wait: Must KeyWord, "Чего ждут", "What is waited for";
        time: Must Random, "Как долго", "How long";
        clock: Or Choice<Clock>(CLOCKS) = Clock::Working,
            "Часы; обычно working", "The clock; default working";
    }

    /// Steps that are repeated.
    CYCLE = "cycle", CycleFile {
        cycle: Must Times, "Сколько раз", "How often";
        steps: Must Raw(steps()), "Что повторяется", "What is repeated";
    }

    /// Steps with a probability.
    BRANCH = "branch", BranchFile {
        branch: Must Uncertain(SHARE), "Вероятность", "The probability";
        steps: Must Raw(steps()), "Что тогда", "What then";
        otherwise: May Raw(steps()), "Что иначе", "What otherwise";
    }

    /// A named moment.
    MARK = "mark", MarkFile {
        mark: Must KeyWord, "Имя момента", "The name of the moment";
    }

    /// The item comes back.
    REOPEN = "reopen", ReopenFile {
        reopen: Must Uncertain(SHARE), "Вероятность возврата", "The probability of coming back";
        after: May Random, "Через сколько", "After how long";
        clock: Or Choice<Clock>(CLOCKS) = Clock::Working,
            "Часы; обычно working", "The clock; default working";
    }

    /// An item of another stream begins.
    SPAWN = "spawn", SpawnFile {
        spawn: Must Name, "Какой вид работы", "Which stream";
        count: Or Times = Count::Fixed(ONE), "Сколько", "How many";
        after: May Random, "Через сколько, каждый", "After how long, each of them";
        clock: Or Choice<Clock>(CLOCKS) = Clock::Working,
            "Часы; обычно working", "The clock; default working";
    }
}
