//! Keys of policies and their changes, the plan, and claims.

use super::forms::*;
use super::people::OWN_HOURS;
use super::table::{tables, told_apart};
use super::{AMOUNT, DISCIPLINES, Form, NO_TIME, NOTHING, ONE, SHARE, WEEKDAYS};
use crate::scenario::model::{Discipline, Promise};
use crate::scenario::value::{MONTH, Units, Wanted};

/// Time between reviews: a day at least.
const PERIOD: Wanted = Wanted::time_of(Units::CALENDAR, 86_400.0);

/// What automation leaves of something; more than ten times more is a slip.
const LEFT: Wanted = Wanted::factor(10.0);

/// How the other reading of a document was named before there were `[[plan.readings]]`.
pub(crate) const READINGS_WERE: [&str; 2] = ["other_reading", "deciding_input"];

tables! {
    /// `[[policies]]`.
    POLICY = "policy", PolicyFile {
        key: Must Name, "Имя", "Its name";
        title: May Title, "Название", "Title";
        with: May Names, "Варианты выше, с изменений которых этот начинает",
            "Policies above whose changes this one begins with";
        changes: May Raw(list_of(change())), "Изменения", "Changes";
    }
}

fn change() -> Form {
    Form::Any(vec![
        Form::Table(&HIRE),
        Form::Table(&HIRE_WHEN),
        Form::Table(&HIRE_FOR_LOAD),
        Form::Table(&OVERTIME),
        Form::Table(&OTHER_HOURS),
        Form::Table(&CHANGE_STAND_IN),
        Form::Table(&CONTRACTOR),
        Form::Table(&AUTOMATION),
        Form::Table(&ASSIGNMENT),
        Form::Table(&CHANGE_DISCIPLINE),
        Form::Table(&CHANGE_INTERRUPTS),
        Form::Table(&SET),
    ])
}

told_apart! {
    /// The kinds of changes.
    CHANGE_KINDS: ChangeKind {
        Hire = "hire", HIRE;
        HireWhen = "hire_when", HIRE_WHEN;
        HireForLoad = "hire_for_load", HIRE_FOR_LOAD;
        Contractor = "contractor", CONTRACTOR;
        Automation = "automation", AUTOMATION;
        Overtime = "overtime", OVERTIME;
        OtherHours = "other_hours", OTHER_HOURS;
        Assignment = "assignment", ASSIGNMENT;
        Discipline = "discipline", CHANGE_DISCIPLINE;
        Interrupts = "interrupts", CHANGE_INTERRUPTS;
        Set = "set", SET;
        StandIn = "stand_in", CHANGE_STAND_IN;
    }
}

tables! {
    /// Somebody joins on a date.
    HIRE = "hire", HireFile {
        hire: Must Name, "Роль", "The role";
        start: Must Day, "Первый рабочий день", "The first day";
        count: Or Whole<u32>(1, 10_000) = 1, "Сколько человек", "How many";
        ramp: Or Truth = true, "Входит в должность постепенно", "Ramps up";
        until: May Day, "Последний рабочий день, если на время", "The last day, where it is for a time";
        pay: May Uncertain(AMOUNT), "Оклад, если не как в роли", "Gross pay a month, where it is not the role's";
        skills: May Names, "Что умеет, если не как в роли", "What they can do, where it is not the role's";
        hours: Shared Keys(&OWN_HOURS), "", "";
    }

    /// Somebody is asked for when a measure passes a level.
    HIRE_WHEN = "hire_when", HireWhenFile {
        hire_when: Must Name, "Роль", "The role";
        arrivals: May Names, "Поступило за месяц", "Arrived in the month";
        driver: May Name, "Значение драйвера", "The level of a driver";
        occupancy: May Name, "Занятость роли", "Occupancy of a role";
        sla: May Name, "Доля в срок за три месяца", "Share of an SLA over three months";
        backlog: May Names, "Открыто на конец месяца", "Open at the end of the month";
        above: May Known(AMOUNT), "Не ниже этого", "At or above this";
        below: May Known(AMOUNT), "Ниже этого", "Below this";
        months: Or Whole<u32>(1, 240) = 1, "Столько месяцев подряд", "So many months in a row";
        count: Or Whole<u32>(1, 10_000) = 1, "Сколько человек сразу", "How many at once";
        most: May Whole<u32>(1, 10_000), "Не больше людей", "At most so many people";
    }

    /// Others stand in for a role.
    CHANGE_STAND_IN = "change_stand_in", ChangeStandInFile {
        stand_in: Must Name, "Чью работу", "Whose work";
        by: Must Names, "Кто замещает", "Who stands in";
    }

    /// Work is bought.
    CONTRACTOR = "contractor", ContractorFile {
        contractor: Must KeyWord, "Имя", "Its name";
        title: May Title, "Название", "Title";
        role: Must Name, "Чью работу берёт", "Whose work it takes";
        streams: May Names, "Каких видов; обычно всех", "Of which streams; default all";
        capacity: Must Uncertain(AMOUNT), "Не больше в месяц", "Items a month at most";
        when_waiting: Or Whole<u32>(1, 1_000_000) = 1, "Когда ждут столько", "When so many wait";
        price: Must Uncertain(AMOUNT), "Цена за единицу", "Price of an item";
        lead: Or Elapsed = NO_TIME, "От вызова до начала", "From the call to the beginning";
        from: May Day, "С какой даты", "From when";
    }

    /// Work shrinks.
    AUTOMATION = "automation", AutomationFile {
        automation: Must KeyWord, "Имя", "Its name";
        title: May Title, "Название", "Title";
        streams: Must Names, "Каких видов", "Of which streams";
        from: May Day, "С какой даты", "From when";
        arrivals: Or Uncertain(LEFT) = ONE, "Множитель потока", "Factor on arrivals";
        effort: Or Uncertain(LEFT) = ONE, "Множитель времени работы", "Factor on every effort";
        monthly_price: Or Uncertain(AMOUNT) = NOTHING, "Цена в месяц", "Price a month";
        price: Or Uncertain(AMOUNT) = NOTHING, "Цена разово", "Price once";
    }

    /// Who picks new work.
    ASSIGNMENT = "assignment", AssignmentFile {
        assignment: Must Choice<bool>(&[("manual", true), ("automatic", false)]), "Назначение", "Assignment";
        streams: May Names, "Каких видов; обычно всех", "Of which streams; default all";
        noticed_after: May Random, "Через сколько замечают", "Time before anybody notices";
    }

    /// Whether streams interrupt.
    CHANGE_INTERRUPTS = "change_interrupts", ChangeInterruptsFile {
        interrupts: Must Truth, "Прерывает ли", "Whether it interrupts";
        streams: May Names, "Какие виды; обычно все", "Which streams; default all";
    }

    /// Any value.
    SET = "set", SetFile {
        set: Must Name, "Путь", "The path";
        value: Must Raw(Form::Value), "Значение", "The value";
    }
}

tables! {
    /// People of a role work at other hours from a date on.
    OTHER_HOURS = "other_hours", OtherHoursFile {
        other_hours: Must Name, "Роль", "The role";
        calendar: Must Name, "Календарь", "The calendar";
        from: Must Day, "С какого дня", "The first day";
        people: May Whole<u32>(1, 100_000),
            "Сколько человек из тех, кто есть в начале; обычно все с часами роли",
            "How many of those of the start; default all with the role's hours";
    }

    /// Days of a role are longer for a time.
    OVERTIME = "overtime", OvertimeFile {
        overtime: Must Name, "Роль", "The role";
        from: Must Day, "Первый день", "The first day";
        to: Must Day, "Последний день", "The last day";
        hours_a_day: Must Known(Wanted::time(Units::CALENDAR).above()),
            "На сколько дольше день", "By how much a day is longer";
        weekdays: May Raw(list_of(words(&WEEKDAYS))),
            "В какие дни недели; обычно во все рабочие", "On which weekdays; default all working days";
    }

    /// People are asked for at reviews, by the counted load.
    HIRE_FOR_LOAD = "hire_for_load", HireForLoadFile {
        hire_for_load: Must Name, "Роль", "The role";
        now: Or Whole<u32>(0, 10_000) = 0,
            "Сколько вакансий открыть в начале", "Vacancies to open at the start";
        target: Must Known(SHARE.above()),
            "До какой загрузки нанимать", "Load over people to hire up to";
        first: Or Known(PERIOD) = MONTH, "Первый пересмотр", "The first review";
        review: Or Known(PERIOD) = 3.0 * MONTH,
            "Через сколько пересматривать", "Time between reviews";
        last: May Known(Wanted::time(Units::CALENDAR)),
            "После этого не нанимать; обычно за полгода до того, как новый человек уже не успеет",
            "No review after this; default half a year before a newcomer comes too late";
        most: Must Whole<u32>(1, 10_000), "Не больше людей", "At most so many people";
        cover: Or Whole<u32>(0, 10_000) = 0,
            "Не меньше людей в роли", "Never fewer people in the role";
        temporary: May Raw(Form::Table(&TEMPORARY)),
            "Временные люди на завал; обычно никто",
            "Temporary people for a backlog; default nobody";
    }

    /// `temporary`.
    TEMPORARY = "temporary", TemporaryFile {
        pay: May Uncertain(AMOUNT), "Оклад, если не как в роли", "Gross pay a month, where it is not the role's";
        time_to_fill: May Elapsed, "От заявки до первого дня, если не как в роли",
            "From request to first day, where it is not the role's";
        ramp: Or Truth = true, "Входят в должность постепенно", "Ramp up";
    }

    /// Another order of the queue.
    CHANGE_DISCIPLINE = "change_discipline", ChangeDisciplineFile {
        discipline: Must Choice<Discipline>(DISCIPLINES),
            "Порядок очереди", "How waiting work is ordered";
    }

    /// `[plan]`.
    PLAN = "plan", PlanFile {
        confidence: Or Known(SHARE.above()) = 0.9,
            "С какой уверенностью", "With which probability";
        hire: May Raw(named_of(Form::Whole(0, 10_000))),
            "Кого и сколько нанимать", "Who, and how many at most";
        goals: May Raw(named_of(Form::Share)),
            "Цели плана вместо целей SLA", "Targets that replace the SLAs' own";
        required: May Names, "Какие SLA обязательны", "SLAs that must be met";
        promise: Or Choice<Promise>(&[
            ("11-of-12-months", Promise::ElevenOfTwelve),
            ("every-quarter", Promise::EveryQuarter)
        ]) = Promise::ElevenOfTwelve,
            "Когда обещание выполнено", "When a promise is kept";
        // A month without people costs more than a month with too many.
        late_cost: Or Known(AMOUNT) = 3.0, "Цена месяца опоздания", "Cost of a month too late";
        early_cost: Or Known(AMOUNT) = 1.0, "Цена лишнего месяца", "Cost of a month too early";
        temporary: Or Truth = true, "Можно ли брать людей на время, пока не разобрано накопившееся",
            "Whether people may be taken on for a time, until a backlog is cleared";
        max_people: May Whole<u32>(0, 10_000), "Не больше людей в найм, всех должностей",
            "At most so many people hired, of all roles";
        budget: May Known(AMOUNT.above()), "Не больше денег в месяц, в среднем до горизонта",
            "At most so much money a month, on average up to the horizon";
        readings: May Raw(list_of(Form::Table(&READING))),
            "Прочтения документа, который сам себе противоречит",
            "Readings of a document that contradicts itself";
        known_readings: May Names,
            "Прочтения, о которых уже известно, что верны они", "Readings known to be right";
        rules: May Names,
            "Варианты — правила самого документа", "Policies that are the document's own rules";
    }

    /// `[[plan.readings]]`.
    READING = "reading", ReadingFile {
        unknown: Must KeyWord, "Что неизвестно: ключ, общий у прочтений, из которых верно одно",
            "What is not known: a key shared by the readings of which one is right";
        question: May Title, "Вопрос; один на всё неизвестное", "The question; once for an unknown";
        key: Must KeyWord, "Имя прочтения", "The reading's name";
        title: May Title, "Название", "Title";
        weight: Or Known(AMOUNT.above()) = 1.0,
            "Насколько оно вероятно рядом с другими", "How likely it is beside the others";
        changes: May Raw(list_of(change())), "Что в нём иначе", "What differs in it";
        file: May KeyWord, "Сценарий, в котором записано, что иначе",
            "A scenario file that states what differs";
    }

    /// `[[claims]]`.
    CLAIM = "claim", ClaimFile {
        id: Must KeyWord, "Номер", "Its number";
        text: Must Title, "Утверждение", "The sentence";
        tests: Must Raw(list_of(Form::Table(&TEST))), "Проверки", "The tests";
        note: May Title, "Что сказать рядом", "What to say beside the verdict";
    }
}

tables! {
    /// A test of a claim.
    TEST = "test", TestFile {
        policy: May Name,
            "В каком варианте; обычно в первом", "Under which policy; default the first";
        measure: Must Name, "Показатель", "The measure";
        scope: May Name, "Чего: роль, вид работ, SLA или all", "Of a role, stream, SLA, or all";
        months: May Raw(list_of(Form::Whole(1, 240))),
            "С какого по какой месяц", "From which month to which";
        factor: Or Known(AMOUNT.above()) = 1.0,
            "Множитель перед сравнением", "A factor before comparing";
        at_least: May Raw(Form::Value), "Не меньше", "At least";
        at_most: May Raw(Form::Value), "Не больше", "At most";
        unit: May Title, "Единица границ", "The unit of the bounds";
        breakeven: May Name, "Какое число сделало бы верным", "The input that would make it hold";
    }
}
