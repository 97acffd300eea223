//! What the page of a plan says beside its findings: headings, the decision, evidence, inputs.

use crate::report::texts::texts;

texts! {
    /// A text of a plan's page.
    Page {
        // Headings.
        Effect: "План против бездействия и правил документа", "The plan against doing nothing and the document's rules";
        Load: "Загрузка", "Workload";
        Backlog: "Что копится", "What piles up";
        Unknowns: "Что узнать сначала", "What to find out first";
        Inputs: "Числа и источники", "Numbers and sources";
        Months: "Помесячно", "Month by month";
        Verified: "Как проверен движок", "How the engine was verified";
        Again: "Как повторить", "How to reproduce";

        // The decision.
        DecisionNow: "Открыть сейчас {now}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {now} now: every promise will be kept with probability {share}, without the plan {without}";
        DecisionBoth: "Открыть {now} сейчас и\u{a0}ещё {later} до {date}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {now} now and {later} more by {date}: every promise will be kept with probability {share}, without the plan {without}";
        DecisionLater: "Сейчас никого не искать; открыть {later} до {date}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Look for nobody now; open {later} by {date}: every promise will be kept with probability {share}, without the plan {without}";
        PeopleNow: "Сейчас: {people}.", "Now: {people}.";
        PeopleLater: "Потом: {people}.", "Later: {people}.";
        FirstStart: "Первые выйдут {date}.", "The first start on {date}.";
        NextNeeded: "Следующий нужен (в\u{a0}скобках 80\u{202f}% прогонов): {roles}.", "The next one is needed (80% of replications in brackets): {roles}.";
        RoleNeeded: "{role} — {when}", "{role} {when}";
        Costs: "Это стоит {cost} за {months}.", "This costs {cost} in {months}.";
        LessThanAsked: "Запрошено {confidence}.", "{confidence} was asked for.";
        MarkHires: "+{count}: {date}", "+{count}: {date}";

        // The plan against others.
        Nothing: "Без плана", "Without the plan";
        ThePlan: "План", "The plan";
        BreachesTitle: "Нарушений SLA в\u{a0}месяц: {with} с\u{a0}планом, {without} без него", "SLA breaches a month: {with} with the plan, {without} without it";
        BreachesSubtitle: "Нарушений всех SLA в\u{a0}месяц, в\u{a0}среднем за срок, с\u{a0}95\u{202f}% интервалом; серые — правила документа", "Breaches of all SLAs a month, mean over the horizon, with 95% intervals; grey: the document's rules";
        AskedFor: "нужно {share}", "asked for: {share}";

        KeptAll: "Держит все обещания", "Keeps every promise";
        BreachesMonthly: "Нарушений в\u{a0}месяц", "Breaches a month";
        DearerMonthly: "Дороже в\u{a0}месяц", "Dearer a month";
        CompareNote: "Держит все обещания — доля прогонов. Нарушений — всех SLA, в\u{a0}среднем за срок; у\u{a0}правил — разница с\u{a0}«Без плана» в\u{a0}тех же прогонах. Дороже — чем без плана.", "Keeps every promise: share of replications. Breaches: of all SLAs, mean over the horizon; of rules by the difference from “Without the plan” in the same replications. Dearer: than without the plan.";
        PromisesTitle: "К\u{a0}концу срока обещанную долю дают: с\u{a0}планом {with} из {all}, без него {without}", "In the end the promised share is reached by {with} of {all} with the plan, by {without} without it";
        PromisesSubtitle: "Доля в\u{a0}срок по месяцам; полоса — 95\u{202f}% интервал среднего", "Share in time by month; band: 95% interval of the mean";
        Promised: "обещано {share}", "promised {share}";
        ClaimNumbers: "Числа утверждений", "Numbers of the claims";

        // Who comes when.
        ScheduleTitle: "{now} открывать сейчас, {later} — позже: последний выход — {date}", "{now} to be opened now, {later} later: the last start is on {date}";
        ScheduleTitleNow: "{now} открывать сейчас: последний выход — {date}", "{now} to be opened now: the last start is on {date}";
        ScheduleTitleLater: "Сейчас никого; {later} — позже: последний выход — {date}", "Nobody now; {later} later: the last start is on {date}";
        ScheduleSubtitle: "От открытия вакансии до выхода и до полной отдачи; чёрная линия — когда человек нужен в\u{a0}10, 50 и 90\u{202f}% прогонов", "From opening the vacancy to the start and to full productivity; black line: when the person is needed in 10, 50 and 90% of replications";
        ForCover: "для замещения", "for cover";

        // HR's table.
        HiringTitle: "Заявки на найм (для HR)", "Hiring requests (HR)";
        Request: "Заявка", "Request";
        Starts: "Выход", "Start";
        Productive: "Полная отдача", "Fully productive";
        Gross: "Оклад в\u{a0}месяц, до вычета налога", "Gross pay a month";
        Contributions: "Взносы в\u{a0}месяц, в\u{a0}среднем за год", "Contributions a month, mean of a year";
        YearlyCost: "Стоимость в\u{a0}год", "Cost a year";
        UntilHorizon: "До конца срока", "Up to the horizon";
        Reason: "Почему", "Why";

        // Month by month.
        MonthsOfSlas: "SLA по месяцам", "SLAs by month";
        MonthsOfRoles: "Люди по месяцам", "People by month";
        MonthsOfBacklog: "Открыто по месяцам", "Open by month";
        WithoutIt: "{what}: без плана", "{what}: without the plan";
        WithIt: "{what}: с\u{a0}планом", "{what}: with the plan";
        NeededIn: "{role}: нужно", "{role}: needed";
        EmployedIn: "{role}: в\u{a0}штате", "{role}: employed";
        BusyIn: "{role}: загрузка", "{role}: utilisation";
        MonthsNote: "Среднее {replications}. SLA — доля того, что должно было быть сделано в\u{a0}этом месяце; загрузка — занятое время ÷ оплаченное.", "Means of {replications}. SLA: share of what fell due in that month; utilisation: busy ÷ paid time.";

        // Inputs.
        AssumedTitle: "Допущения без источника", "Assumed without a source";
        SourcesTitle: "Все числа и их источники", "All numbers and their sources";
        What: "Что", "What";
        Assumed: "допущение", "assumed";


        // Verified.
        VerifiedHow: "Проверка — отдельная команда, `staffcast verify`: каждый случай — обычный сценарий, и каждое число должно попасть в\u{a0}четыре стандартные ошибки от точного. При расчёте этого плана она не запускалась; движок тот же: staffcast {version}.", "Verification is a command of its own, `staffcast verify`: every case is an ordinary scenario, and every number must be within four standard errors of the exact one. It was not run for this plan; the engine is the same: staffcast {version}.";
        VerifiedQueues: "очереди в\u{a0}установившемся режиме — против формул: M/M/c (Эрланг), M/G/1 (Поллачек — Хинчин), приоритеты с\u{a0}прерыванием и без (Кобэм; Келла и Йехиали), повторные обращения (сети Джексона);", "queues in steady state against formulas: M/M/c (Erlang), M/G/1 (Pollaczek and Khinchine), priorities with and without interruption (Cobham; Kella and Yechiali), repeats (Jackson networks);";
        VerifiedTime: "то, что меняется со временем, — против уравнений Колмогорова: перегрузка, меняющийся поток, рост с\u{a0}приходом второго человека;", "what changes over time against Kolmogorov's equations: overload, a rate that swings, growth with a second person;";
        VerifiedCalendar: "сроки и рабочее время — против посчитанных вручную: обеды, ночи, праздники, короткие дни;", "deadlines and working time against those settled by hand: lunches, nights, holidays, short days;";
        VerifiedDesk: "служба обращений с\u{a0}отпусками и приёмом — против независимой программы, по месяцам и показателям;", "a ticket desk with holidays and a hire against an independent program, month by month;";
        VerifiedNot: "не проверено так: сами числа сценария. Их источники — в\u{a0}разделе «{inputs}», а что из них важно узнать — в\u{a0}разделе «{unknowns}».", "not verified by this: the scenario's own numbers. Their sources are under “{inputs}”, and which of them matter is under “{unknowns}”.";

        // Again.
        AgainCommand: "Команда: `{command}`", "Command: `{command}`";
        AgainVersion: "Версия {version}, зерно {seed}, {replications}", "Version {version}, seed {seed}, {replications}";
        AgainFile: "Сценарий `{name}`, SHA-256 `{digest}`", "Scenario `{name}`, SHA-256 `{digest}`";
        AgainSame: "Те же файлы, зерно и версия дают те же числа на любой машине и с\u{a0}любым числом потоков.", "The same files, seed and version give the same numbers on every machine and with any number of threads.";
    }
}
