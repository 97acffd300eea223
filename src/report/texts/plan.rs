//! Texts about a hiring plan: its decision, its findings and tables, and the page around them.

texts! {
    // The plan: headings.
    Title: "План найма", "Hiring plan";
    Subtitle { title, from, to, promise, confidence, replications }: "{title}: {from} – {to}; обещания держатся {promise}, с\u{a0}вероятностью {confidence}; {replications}", "{title}: {from} – {to}; promises kept {promise}, with probability {confidence}; {replications}";
    Answer: "Ответ", "The answer";
    Hires: "Кого и когда нанимать", "Whom to hire, and when";
    Promises: "Обещания", "Promises";
    Claims: "Утверждения документа", "The document's claims";

    // The two readings.

    // Who.
    NoGoals: "В\u{a0}сценарии нет ни одного SLA, который план должен держать: нанимать незачем", "The scenario has no SLA that the plan must keep: there is nothing to hire for";
    HireNobody: "Нанимать никого не нужно: обещания держатся и так", "Nobody is to be hired: the promises are kept as it is";
    Now: "сейчас", "now";
    Moves { moves }: "Кроме найма сделайте: {moves}.", "Beside hiring, do: {moves}.";
    MovesAlone { moves }: "Сделайте: {moves}.", "Do this: {moves}.";

    // What a promise means.
    ElevenOfTwelve: "не меньше чем в\u{a0}11\u{a0}месяцах из любых 12", "in at least 11 of any 12 months";
    AllButOneMonth: "во всех месяцах, кроме одного", "in all months but one";
    EveryMonth: "в\u{a0}каждом месяце", "in every month";
    EveryQuarter: "в\u{a0}каждом скользящем квартале", "in every rolling quarter";

    // How sure.
    Sure { with, without }: "С планом все обещания держатся с\u{a0}вероятностью {with}, без него — {without}", "With the plan every promise is kept with probability {with}, without it {without}";
    Proved { count, confidence }: "Проверено на {count} новых прогонах, не участвовавших в\u{a0}выборе: {confidence} доказаны с\u{a0}надёжностью 95\u{202f}%.", "Checked on {count} fresh replications that had no part in choosing: {confidence} is proved, 95% sure.";
    FailedBefore { count }: "Найденные раньше правила такую проверку не прошли: {count}; надёжность это учитывает.", "Rules found before it failed such a check: {count}; the 95% allow for that.";
    ToProve { advice }: "Чтобы это доказать, {advice}.", "To have it proved, {advice}.";
    MoreReplications: "проверьте план на большем числе прогонов (--replications)", "hold the plan against more replications (--replications)";
    NotProvedAlone { count, confidence }: "На {count} новых прогонах {confidence} не доказаны.", "On {count} fresh replications {confidence} is not proved.";
    NotProved { count, confidence, least }: "На {count} новых прогонах {confidence} не доказаны: вероятность не меньше {least} с\u{a0}надёжностью 95\u{202f}%.", "On {count} fresh replications {confidence} is not proved: the probability is at least {least}, 95% sure.";
    Impossible { goal, asked, best }: "{goal}: {asked} не выполнит никакой штат, {best}", "{goal}: {asked} cannot be met by any head-count, {best}";
    BestIs { best }: "лучшее — {best}", "the best is {best}";
    BestTogether { best }: "хотя за все месяцы вместе вышло бы {best}", "although over all months together {best} would be";
    AskedSurely { asked, promise }: "{asked} {promise} достаточно надёжно", "{asked} {promise}, surely enough,";
    ImpossibleWhy { why, planned, promise }: "Так выходит, когда людей больше, чем нужно, и с\u{a0}первого дня: остальное — время самой работы{why}. План держит {planned} {promise}.", "That is with more people than are ever needed, from the first day; the rest is the time of the work itself{why}. The plan keeps {planned} {promise}.";
    NotAllowed { goal, asked, best }: "{goal}: {asked} не выполнить, нанимая только тех, кого разрешено (plan.hire); {best}", "{goal}: {asked} cannot be met by hiring only those who may be hired (plan.hire), {best}";
    NotAllowedWhy { planned, promise }: "План держит {planned} {promise}; разрешите нанимать всех, кто над этим работает, и\u{a0}будет видно, сколько можно обещать.", "The plan keeps {planned} {promise}; allow hires of everybody who works on it, and it will show how much can be promised.";
    WhyWaits: " и ожиданий", " and of waits";
    WhyNoInterruption: "; работу ради этого не прерывают", "; and nothing is interrupted for it";
    Unavoidable { date, months, late }: "До {date} всё не выправить и с\u{a0}планом: за {months} — около {late}", "Not everything can be put right before {date}, not even with the plan: about {late} in {months}";
    UnavoidableWhy { date, from }: "Первые из тех, кого ищут с\u{a0}сегодняшнего дня, работают в\u{a0}полную силу к\u{a0}{date}. Каждое обещание считается со своего месяца, все вместе — с\u{a0}{from}.", "The first of those who are searched for from today are fully productive by {date}. Every promise counts from a month of its own, all of them from {from}.";

    // What is required.
    Required { required, all }: "План обязан держать {required} из {all} SLA", "The plan must keep {required} of {all} SLAs";
    RequiredLowered { required, all, lowered }: "План обязан держать {required} из {all} SLA; с\u{a0}долей ниже цели самого SLA — {lowered}", "The plan must keep {required} of {all} SLAs; with a share below the SLA's own target: {lowered}";
    LoweredAre { each }: "Ниже цели: {each}.", "Below the target: {each}.";
    LoweredInFile { sla, asked, share }: "{sla} — {share} вместо {asked}, так в\u{a0}файле", "{sla} {share} instead of {asked}, as the file says";
    LoweredByPlan { sla, asked, share }: "{sla} — {share} вместо {asked}, больше не достичь никаким штатом", "{sla} {share} instead of {asked}, no head-count attains more";

    LoweredByAllowed { sla, asked, share }: "{sla} — {share} вместо {asked}, больше не достичь, нанимая только тех, кого разрешено", "{sla} {share} instead of {asked}, nobody who may be hired attains more";

    // Cost.

    // Tables.
    MonthCost: "В\u{a0}месяц", "A month";
    Promise: "Обещание", "Promise";
    Asked: "Задано", "Asked";
    CountsFrom: "Считается с", "Counts from";
    Kept: "Держится", "Kept";
    WithPlan: "В\u{a0}срок с планом", "In time with the plan";
    WithoutPlan: "Без плана", "Without";
    PromisesNote { promise }: "Держится — доля прогонов, в\u{a0}которых обещание выполнено {promise}, начиная с\u{a0}указанного месяца.", "Kept: share of replications in which the promise is kept {promise}, from the month named on.";
    CostColumn: "Стоимость", "Cost";

    // What is watched.

    // Dates.

    // Charts.
    CurveX: "Стоимость за срок", "Cost over the horizon";
    CurveY: "Вероятность", "Probability";
    PlanSourceLine { version, scenario, replications, seed }: "staffcast {version}, сценарий {scenario}, {replications}, начальное число {seed}", "staffcast {version}, scenario {scenario}, {replications}, seed {seed}";

    // Cautions.
    LeftOpen { stream, with, without }: "{stream}: к\u{a0}концу срока с\u{a0}планом открыто {with}, а\u{a0}без него {without}", "{stream}: {with} are open in the end with the plan, and {without} without it";
    LeftOpenWithoutSla: "если это важно, задайте этому потоку SLA и\u{a0}потребуйте его от плана (plan.goals)", "if that matters, give this stream an SLA and require it of the plan (plan.goals)";
    LeftOpenAdvice: "если это важно, потребуйте от плана SLA этого потока (plan.goals)", "if that matters, require an SLA of this stream of the plan (plan.goals)";
    TooLate { role }: "{role}: горизонт короче срока найма, в\u{a0}плане этой роли нет", "{role}: the horizon is shorter than the time to fill, the plan cannot hire this role";
    TooLateAdvice: "увеличьте months в\u{a0}сценарии", "raise months in the scenario";
    Overdraft: "Запрошенная вероятность не достигнута", "The probability asked for is not reached";
    OverdraftWithin: "поднимите предел (--max-people, --budget), снизьте confidence или ослабьте обещания (plan.goals)", "raise the cap (--max-people, --budget), lower confidence or relax promises (plan.goals)";
    OverdraftAdvice: "снизьте confidence, разрешите больше наймов (plan.hire) или ослабьте обещания (plan.goals)", "lower confidence, allow more hires (plan.hire) or relax promises (plan.goals)";

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
    MarkHires { count, date }: "+{count}: {date}", "+{count}: {date}";

    // The plan against others.
    Nothing: "Без плана", "Without the plan";
    ThePlan: "План", "The plan";
    BreachesTitle { with, without }: "Опозданий в\u{a0}месяц: {with} с\u{a0}планом, {without}, если никого не нанимать", "Late a month: {with} with the plan, {without} if nobody is hired";
    BreachesTitleAsItIs { with, without }: "Опозданий в\u{a0}месяц: {with} с\u{a0}планом, {without}, если ничего не менять", "Late a month: {with} with the plan, {without} if nothing is changed";
    PlanBreachesSubtitle: "Опозданий по обещаниям, которые план обязан держать, в\u{a0}среднем за месяцы, в\u{a0}которых считаются все; с\u{a0}95\u{202f}% интервалом", "Late items of the promises that the plan must keep, mean over the months in which all of them count, with 95% intervals";
    AskedFor { share }: "нужно {share}", "asked for: {share}";
    KeptAll: "Держит все обещания", "Keeps every promise";
    PromisesTitle { with, all, without }: "Сроков, которые к\u{a0}концу держат долю, заданную плану: с\u{a0}планом {with} из {all}, без него {without}", "In the end the share set for the plan is reached by {with} of {all} with the plan, by {without} without it";
    PromisesSubtitle: "Доля в\u{a0}срок по месяцам; полоса — 95\u{202f}% интервал среднего", "Share in time by month; band: 95% interval of the mean";
    Promised { share }: "обещано {share}", "promised {share}";
    PlannedShare { share }: "в\u{a0}плане {share}", "planned {share}";

    // Who comes when.

    // What is being done, beside the progress bar.
    PhaseSearch: "поиск плана", "searching";
    PhaseProof: "проверка на новых прогонах", "testing on fresh replications";
    PhaseBeside: "поиск плана с датами для сравнения", "a plan of dates to compare";
    PhaseExplained: "что даёт каждый человек", "what each person buys";
    PhaseMonths: "по месяцам", "month by month";

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
    WithoutIt { what }: "{what}: без плана", "{what}: without the plan";
    WithIt { what }: "{what}: с\u{a0}планом", "{what}: with the plan";
    NeededIn { role }: "{role}: нужно", "{role}: needed";
    EmployedIn { role }: "{role}: в\u{a0}штате", "{role}: employed";
    BusyIn { role }: "{role}: загрузка", "{role}: utilisation";
    MonthsNote { replications }: "Среднее {replications}. SLA — доля того, что должно было быть сделано в\u{a0}этом месяце; загрузка — занятое время ÷ оплаченное.", "Means of {replications}. SLA: share of what fell due in that month; utilisation: busy ÷ paid time.";

    // Inputs.
    AssumedTitle: "Допущения без источника", "Assumed without a source";
    SourcesTitle: "Все числа и их источники", "All numbers and their sources";
    What: "Что", "What";
    Assumed: "допущение", "assumed";

    // Verified.
    VerifiedHow { version }: "Проверка — отдельная команда, `staffcast verify`: каждый случай — обычный сценарий, и каждое число должно попасть в\u{a0}четыре стандартные ошибки от точного. При расчёте этого плана она не запускалась; движок тот же: staffcast {version}.", "Verification is a command of its own, `staffcast verify`: every case is an ordinary scenario, and every number must be within four standard errors of the exact one. It was not run for this plan; the engine is the same: staffcast {version}.";
    VerifiedQueues: "очереди в\u{a0}установившемся режиме — против формул: M/M/c (Эрланг), M/G/1 (Поллачек — Хинчин), приоритеты с\u{a0}прерыванием и без (Кобэм; Келла и Йехиали), повторные обращения (сети Джексона);", "queues in steady state against formulas: M/M/c (Erlang), M/G/1 (Pollaczek and Khinchine), priorities with and without interruption (Cobham; Kella and Yechiali), repeats (Jackson networks);";
    VerifiedTime: "то, что меняется со временем, — против уравнений Колмогорова: перегрузка, меняющийся поток, рост с\u{a0}приходом второго человека;", "what changes over time against Kolmogorov's equations: overload, a rate that swings, growth with a second person;";
    VerifiedCalendar: "сроки и рабочее время — против посчитанных вручную: обеды, ночи, праздники, короткие дни;", "deadlines and working time against those settled by hand: lunches, nights, holidays, short days;";
    VerifiedDesk: "служба обращений с\u{a0}отпусками и приёмом — против независимой программы, по месяцам и показателям;", "a ticket desk with holidays and a hire against an independent program, month by month;";
    VerifiedNotAll { inputs }: "не проверено так: сами числа сценария. Их источники — в\u{a0}разделе «{inputs}».", "not verified by this: the scenario's own numbers. Their sources are under “{inputs}”.";
    VerifiedNot { inputs, unknowns }: "не проверено так: сами числа сценария. Их источники — в\u{a0}разделе «{inputs}», а что из них важно узнать — в\u{a0}разделе «{unknowns}».", "not verified by this: the scenario's own numbers. Their sources are under “{inputs}”, and which of them matter is under “{unknowns}”.";

    // Again.
    AgainCommand { command }: "Команда: `{command}`", "Command: `{command}`";
    AgainVersion { version, seed, replications }: "Версия {version}, начальное число {seed}, {replications}", "Version {version}, seed {seed}, {replications}";
    AgainFile { name, digest }: "Сценарий `{name}`, SHA-256 `{digest}`", "Scenario `{name}`, SHA-256 `{digest}`";
    AgainSame: "Те же файлы, начальное число и версия дают те же числа на любой машине и с\u{a0}любым числом потоков.", "The same files, seed and version give the same numbers on every machine and with any number of threads.";
}
