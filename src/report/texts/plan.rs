//! Texts about a hiring plan: its decision, its findings and tables, and the page around them.

texts! {
    // The plan: headings.
    Title: "План найма", "Hiring plan";
    Subtitle { title, from, to, promise, confidence, replications }: "{title}: {from} – {to}; обещания держатся {promise}, с\u{a0}вероятностью {confidence}; {replications}", "{title}: {from} – {to}; promises kept {promise}, with probability {confidence}; {replications}";
    Answer: "Ответ", "The answer";
    Hires: "Кого и когда нанимать", "Whom to hire, and when";
    Promises: "Обещания", "Promises";
    Levels: "При каком уровне открывать вакансию", "At which level to open the vacancy";
    Rules: "Правила документа против плана", "The document's rules against the plan";
    Claims: "Утверждения документа", "The document's claims";

    // The two readings.
    Contradiction { input, ours, theirs }: "Документ противоречит сам себе: {input} — {ours} или {theirs}, и от этого зависит весь план", "The document contradicts itself: {input} is {ours} or {theirs}, and the whole plan depends on it";
    TwoPlans { our_plan, theirs, their_plan }: "На все прочтения сразу: {our_plan}. Если известно, что верно {theirs}, а остальное как записано: {their_plan}.", "For all readings at once: {our_plan}. If {theirs} is known to be right and all else is as written: {their_plan}.";
    OnePlan { people, cost, share }: "{people}, {cost}, обещания держатся с\u{a0}вероятностью {share}", "{people}, {cost}, promises kept with probability {share}";
    NobodyPlan { share }: "нанимать никого не нужно, обещания держатся с\u{a0}вероятностью {share}", "nobody is to be hired, promises kept with probability {share}";
    NobodyInPlan { share }: "в\u{a0}плане никого, и обещания держатся лишь с\u{a0}вероятностью {share}", "the plan has nobody, and the promises are kept with probability {share} only";
    BreakEven { role, input, now, then }: "Перелом: нынешним людям роли {role} хватает рабочих часов, пока {input} не больше {now} сейчас и {then} к\u{a0}концу срока.", "Break-even: today's people of the role {role} have hours enough up to {now} now and {then} in the end ({input}).";
    NeverEnough: "ни при каком значении", "no value at all";
    AlwaysEnough { value }: "при любом значении до {value}", "any value up to {value}";
    SurvivingTwo { ours, all, theirs }: "Верных утверждений документа: {ours} из {all} в\u{a0}первом прочтении, {theirs} — во втором", "Claims of the document that hold: {ours} of {all} in the first reading, {theirs} in the second";
    SurvivingOne { ours, all }: "Верных утверждений документа: {ours} из {all}", "Claims of the document that hold: {ours} of {all}";
    SurvivingDetail { reading, verdicts }: "{reading}: {verdicts}.", "{reading}: {verdicts}.";
    HoldAre { ids }: "верно: {ids}", "true: {ids}";
    FailAre { ids }: "неверно: {ids}", "false: {ids}";
    OpenAre { ids }: "не решено: {ids}", "undecided: {ids}";
    FirstReading { range }: "Первое прочтение ({range})", "First reading ({range})";
    SecondReading { range }: "Второе ({range})", "Second ({range})";
    ThisReading: "Это прочтение", "This reading";

    // Who.
    Hire { people }: "Нанять: {people}", "Hire: {people}";
    NoGoals: "В\u{a0}сценарии нет ни одного SLA, который план должен держать: нанимать незачем", "The scenario has no SLA that the plan must keep: there is nothing to hire for";
    HireNobody: "Нанимать никого не нужно: обещания держатся и так", "Nobody is to be hired: the promises are kept as it is";
    NobodyHelps { confidence, attained }: "{confidence} не достичь ни одним из разрешённых наймов: даже все сразу держат обещания в\u{a0}{attained} прогонов, поэтому в\u{a0}плане никого нет", "No hire that is allowed reaches {confidence}: even all of them at once keep the promises in {attained} of the replications, so the plan has nobody";
    OpenBy { date }: "до {date}", "by {date}";
    Calendar { role, dates }: "{role}: {dates}", "{role}: {dates}";
    OneDate { count, request, start }: "{count} — вакансия {request}, выход {start}", "{count}: vacancy {request}, start {start}";
    Now: "сейчас", "now";
    MovesNotMade { moves }: "Рассмотрено и не удешевляет план: {moves}.", "Looked at, and makes the plan no cheaper: {moves}.";
    Moves { moves }: "Кроме найма: {moves}.", "Beside hiring: {moves}.";

    // What a promise means.
    ElevenOfTwelve: "не меньше чем в\u{a0}11\u{a0}месяцах из любых 12", "in at least 11 of any 12 months";
    AllButOneMonth: "во всех месяцах, кроме одного", "in all months but one";
    EveryMonth: "в\u{a0}каждом месяце", "in every month";
    EveryQuarter: "в\u{a0}каждом скользящем квартале", "in every rolling quarter";

    // How sure.
    Sure { with, without }: "С планом все обещания держатся с\u{a0}вероятностью {with}, без него — {without}", "With the plan every promise is kept with probability {with}, without it {without}";
    Proved { count, confidence }: "Проверено на {count} новых прогонах, не участвовавших в\u{a0}выборе: {confidence} доказаны с\u{a0}надёжностью 95\u{202f}%.", "Checked on {count} fresh replications that had no part in choosing: {confidence} is proved, 95% sure.";
    NotProved { count, confidence, least }: "На {count} новых прогонах {confidence} не доказаны: вероятность не меньше {least} с\u{a0}надёжностью 95\u{202f}%.", "On {count} fresh replications {confidence} is not proved: the probability is at least {least}, 95% sure.";
    NotProvable { confidence, attained, goal, kept, more }: "Запрошенные {confidence} недостижимы: даже все разрешённые наймы на самую раннюю дату держат обещания в\u{a0}{attained} прогонов. Чаще всего срывается {goal} (держится в\u{a0}{kept}){more}.", "The {confidence} asked for cannot be reached: even everybody who may be hired, at the earliest date, keeps the promises in {attained} of the replications. {goal} is missed most often (kept in {kept}){more}.";
    AllowMore { role, most }: "; разрешите нанять больше: {role}, сейчас не больше {most}", "; allow more hires of the role {role}, at most {most} now";
    Impossible { goal, asked, best }: "{goal}: {asked} не выполнит никакой штат, лучшее — {best}", "{goal}: {asked} cannot be met by any head-count, the best is {best}";
    ImpossibleWhy { why, planned, promise }: "Так выходит, когда людей больше, чем нужно, и с\u{a0}первого дня: остальное — время самой работы{why}. План держит {planned} {promise}.", "That is with more people than are ever needed, from the first day; the rest is the time of the work itself{why}. The plan keeps {planned} {promise}.";
    NotAllowed { goal, asked, best }: "{goal}: {asked} не выполнить, нанимая только тех, кого разрешено (plan.hire); лучшее — {best}", "{goal}: {asked} cannot be met by hiring only those who may be hired (plan.hire), the best is {best}";
    NotAllowedWhy { planned, promise }: "План держит {planned} {promise}; разрешите нанимать всех, кто над этим работает, и\u{a0}будет видно, сколько можно обещать.", "The plan keeps {planned} {promise}; allow hires of everybody who works on it, and it will show how much can be promised.";
    WhyWaits: " и ожиданий", " and of waits";
    WhyNoInterruption: "; работу ради этого не прерывают", "; and nothing is interrupted for it";
    Unavoidable { date, months, breaches }: "До {date} всё не выправить и с\u{a0}планом: нарушений за {months} — около {breaches}", "Not everything can be put right before {date}, not even with the plan: about {breaches} breaches in {months}";
    UnavoidableWhy { days, date }: "Кого попросят сегодня, тот выйдет через {days} и полностью войдёт в\u{a0}работу к\u{a0}{date}; столько же даётся на то, чтобы разобрать накопленное. Каждое обещание считается со своего месяца.", "Whoever is asked for today comes in {days} and is fully productive by {date}; as long again is given to work off what has piled up. Every promise counts from a month of its own.";

    // What is required.
    Required { required, all }: "План обязан держать {required} из {all} SLA", "The plan must keep {required} of {all} SLAs";
    RequiredLowered { required, all, lowered }: "План обязан держать {required} из {all} SLA; с\u{a0}долей ниже цели самого SLA — {lowered}", "The plan must keep {required} of {all} SLAs; with a share below the SLA's own target: {lowered}";
    LoweredAre { each }: "Ниже цели: {each}.", "Below the target: {each}.";
    LoweredInFile { sla, asked, share }: "{sla} — {share} вместо {asked}, так в\u{a0}файле", "{sla} {share} instead of {asked}, as the file says";
    LoweredByPlan { sla, asked, share }: "{sla} — {share} вместо {asked}, больше не достичь никаким штатом", "{sla} {share} instead of {asked}, no head-count attains more";

    LoweredByAllowed { sla, asked, share }: "{sla} — {share} вместо {asked}, больше не достичь, нанимая только тех, кого разрешено", "{sla} {share} instead of {asked}, nobody who may be hired attains more";

    // Cost.
    Cost { cost, months, more }: "План стоит {cost} за {months}; без него нарушений обещаний на {more} в\u{a0}месяц больше", "The plan costs {cost} in {months}; without it {more} more breaches of promises a month";
    MonthLater { late, share, in_time }: "Сдвиг всех наймов на месяц: ещё {late} за срок, вероятность {share} вместо {in_time} в\u{a0}тех же прогонах.", "All hires a month later: {late} more over the horizon, probability {share} instead of {in_time} in the same replications.";
    MonthLaterBreaches { late }: "Сдвиг всех наймов на месяц: ещё {late} за срок.", "All hires a month later: {late} more over the horizon.";
    LeftUndone { undone }: "Без плана к\u{a0}концу срока не сделано: {undone}.", "Without the plan, left undone in the end: {undone}.";
    UndoneHours { hours, role }: "{hours} работы у роли {role}", "{hours} of work of the role {role}";
    RuleLate { rule, months, more }: "Правило {rule} опаздывает на {months}: нарушений обещаний на {more} в\u{a0}месяц больше, чем с\u{a0}планом", "The rule {rule} is {months} late: {more} more breaches of promises a month than with the plan";
    RuleNever { rule, more }: "Правило {rule} не срабатывает до конца срока: нарушений обещаний на {more} в\u{a0}месяц больше, чем с\u{a0}планом", "The rule {rule} does not fire before the horizon: {more} more breaches of promises a month than with the plan";
    RuleInstead { measure, level, stated }: "Вместо него открывайте вакансию раньше — {measure}: {level}, а не {stated}.", "Open the vacancy earlier instead: {measure} at {level}, not {stated}.";
    Spread { role, dates }: "Когда нужен {role}: {dates}", "When {role} is needed: {dates}";
    OneNeed { number, middle, range }: "№\u{a0}{number} — {middle} ({range})", "no. {number} {middle} ({range})";
    SureNeed { number, middle }: "№\u{a0}{number} — {middle}", "no. {number} {middle}";
    InNineOfTen: "в\u{a0}9 прогонах из 10", "in 9 replications of 10";
    SpreadDetail { inputs, chance, days }: "Разброс последней даты: {inputs} — незнание чисел, {chance} — случай; какое число измерить первым, скажет staffcast sensitivity. Вакансию открывают на {days} раньше.", "The spread of the last date: {inputs} is not knowing the numbers, {chance} is chance; staffcast sensitivity tells which number to measure first. The vacancy is opened {days} earlier.";
    SpreadByChance { days }: "Разброс последней даты — случай: неизвестных чисел в\u{a0}сценарии нет. Вакансию открывают на {days} раньше.", "The spread of the last date is chance: the scenario has no unknown number. The vacancy is opened {days} earlier.";
    SpreadUndivided { days }: "Сколько в\u{a0}разбросе последней даты незнания чисел, а сколько случая, по этим прогонам не видно. Вакансию открывают на {days} раньше.", "These replications do not tell how much of the spread of the last date is not knowing the numbers and how much is chance. The vacancy is opened {days} earlier.";
    OtherNeed { role, dates }: "{role}: {dates}.", "{role}: {dates}.";

    // Tables.
    Number: "№ найма", "Hire no.";
    Vacancy: "Вакансия", "Vacancy by";
    Start: "Выход", "Start";
    Needed: "Нужен с (p10 – p50 – p90)", "Needed from (p10 – p50 – p90)";
    CheapestStart: "Дешевле всего", "Cheapest start";
    MonthCost: "В\u{a0}месяц", "A month";
    HiresNote { late, early }: "Вакансия — раньше выхода на срок найма, в\u{a0}который укладываются девять поисков из десяти; выход учитывает ввод в\u{a0}должность. Нужен с — когда без этого человека обещания срываются надолго (в\u{a0}10, 50 и 90\u{202f}% прогонов), за вычетом ввода в\u{a0}должность; «—» — не раньше конца срока: человек нужен для замещения. Дешевле всего — дата при ценах опоздания и спешки {late} : {early}.", "Vacancy: before the start by the time in which nine of ten searches end; the start allows for the ramp-up. Needed from: when promises begin to be missed for good without this person (in 10, 50 and 90% of replications), ramp-up taken off; “—”: not before the horizon, the person is there for cover. Cheapest start: the date when lateness and earliness cost {late} : {early}.";
    Promise: "Обещание", "Promise";
    Asked: "Задано", "Asked";
    PlannedShare: "План", "Planned";
    CountsFrom: "Считается с", "Counts from";
    Kept: "Держится", "Kept";
    WithPlan: "В\u{a0}срок с планом", "In time with the plan";
    WithoutPlan: "Без плана", "Without";
    PromisesNote { promise }: "Держится — доля прогонов, в\u{a0}которых обещание выполнено {promise}, начиная с\u{a0}указанного месяца.", "Kept: share of replications in which the promise is kept {promise}, from the month named on.";
    Watched: "Что видно", "What is seen";
    Today: "Сейчас", "Now";
    AskAt: "Открыть вакансию при", "Open the vacancy at";
    DocumentSays: "В\u{a0}документе", "In the document";
    LevelsNote: "Уровень в\u{a0}месяц, когда пора открыть вакансию по плану, в\u{a0}скобках — 10–90\u{202f}% прогонов. Где пора уже давно — уровень, при котором у людей, которые есть до этого найма, не остаётся свободного часа.", "The level in the month in which the plan opens the vacancy; in brackets 10–90% of replications. Where it is overdue: the level at which the people there before this hire have no hour left.";
    Rule: "Правило", "Rule";
    AsksIn: "Срабатывает", "Fires";
    Never: "никогда", "never";
    Late: "Опаздывает", "Late";
    MoreBreaches: "Нарушений в\u{a0}месяц больше", "Breaches a month more";
    RulesNote: "Против плана, в\u{a0}тех же прогонах. Нарушений — тех SLA, которые план обязан держать, в\u{a0}среднем за все месяцы. Опаздывает — первый выход по правилу позже первого выхода по плану.", "Against the plan, in the same replications. Breaches: of the SLAs that the plan must keep, mean over all months. Late: the rule's first start after the plan's first.";
    CostColumn: "Стоимость", "Cost";
    WhoColumn: "Кто", "Who";
    Nobody: "никого", "nobody";
    ChosenPlan: "план", "the plan";
    MoneyNote: "Только планы, дешевле которых нет ничего столь же надёжного; вероятность — на новых прогонах.", "Only plans than which nothing cheaper is as sure; probabilities on fresh replications.";

    // What is watched.
    WatchArrivals { streams }: "поступает в\u{a0}месяц: {streams}", "{streams} a month";
    WatchOccupancy { role }: "занятость: {role}", "occupancy of {role}";
    WatchSla { sla }: "в\u{a0}срок за квартал: {sla}", "in time in a quarter: {sla}";
    WatchBacklog { streams }: "открыто на конец месяца: {streams}", "{streams} open at the end of the month";

    // Dates.
    NotBefore: "не раньше конца срока", "not before the horizon";
    RangeOf { from, to }: "{from} – {to}", "{from} – {to}";

    // Charts.
    CurveTitle { share, cost }: "{share} вероятности стоят {cost}", "A probability of {share} costs {cost}";
    CurveSubtitle { promise }: "Стоимость плана за срок и вероятность, что каждое обещание держится {promise}; полоса — 95\u{202f}% интервал", "Cost of the plan and probability that every promise is kept {promise}; band: 95% interval";
    CurveX: "Стоимость за срок", "Cost over the horizon";
    CurveY: "Вероятность", "Probability";
    PlanSourceLine { version, scenario, replications, seed }: "staffcast {version}, сценарий {scenario}, {replications}, зерно {seed}", "staffcast {version}, scenario {scenario}, {replications}, seed {seed}";

    // Cautions.
    TooLate { role }: "{role}: горизонт короче срока найма, в\u{a0}плане этой роли нет", "{role}: the horizon is shorter than the time to fill, the plan cannot hire this role";
    TooLateAdvice: "увеличьте months в\u{a0}сценарии", "raise months in the scenario";
    Overdraft: "Запрошенная вероятность не достигнута", "The probability asked for is not reached";
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
    DecisionNow { now, share, without }: "Открыть сейчас {now}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {now} now: every promise will be kept with probability {share}, without the plan {without}";
    DecisionBoth { now, later, date, share, without }: "Открыть {now} сейчас и\u{a0}ещё {later} до {date}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {now} now and {later} more by {date}: every promise will be kept with probability {share}, without the plan {without}";
    DecisionFromTo { later, first, date, share, without }: "Открыть {later}: первую до {first}, последнюю до {date}; с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {later}: the first by {first}, the last by {date}; every promise will be kept with probability {share}, without the plan {without}";
    DecisionBy { later, date, share, without }: "Открыть {later} до {date}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Open {later} by {date}: every promise will be kept with probability {share}, without the plan {without}";
    DecisionLater { later, date, share, without }: "Сейчас никого не искать; открыть {later} до {date}: с\u{a0}вероятностью {share} все обещания будут держаться, без плана — {without}", "Look for nobody now; open {later} by {date}: every promise will be kept with probability {share}, without the plan {without}";
    PeopleNow { people }: "Сейчас: {people}.", "Now: {people}.";
    PeopleLater { people }: "Потом: {people}.", "Later: {people}.";
    FirstStart { date }: "Первые выйдут {date}.", "The first start on {date}.";
    NextNeeded { roles }: "Следующий нужен (в\u{a0}скобках 80\u{202f}% прогонов): {roles}.", "The next one is needed (80% of replications in brackets): {roles}.";
    RoleNeeded { role, when }: "{role} — {when}", "{role} {when}";
    IfReading { input, theirs, people, cost }: "Это — на все прочтения документа сразу. Если известно, что {input} — {theirs}, а остальное как записано: {people} за {cost}.", "This is for all readings of the document at once. If {input} is known to be {theirs} and all else is as written: {people} for {cost}.";
    OtherNobody: "никого", "nobody";
    Costs { cost, months }: "Это стоит {cost} за {months}.", "This costs {cost} in {months}.";
    LessThanAsked { confidence }: "Запрошено {confidence}.", "{confidence} was asked for.";
    MarkHires { count, date }: "+{count}: {date}", "+{count}: {date}";

    // The plan against others.
    Nothing: "Без плана", "Without the plan";
    ThePlan: "План", "The plan";
    BreachesTitle { with, without }: "Нарушений обещаний в\u{a0}месяц: {with} с\u{a0}планом, {without} без него", "Breaches of promises a month: {with} with the plan, {without} without it";
    PlanBreachesSubtitle: "Нарушений тех SLA, которые план обязан держать, в\u{a0}среднем за все месяцы, с\u{a0}95\u{202f}% интервалом; серые — правила документа", "Breaches of the SLAs that the plan must keep, mean over all months, with 95% intervals; grey: the document's rules";
    AskedFor { share }: "нужно {share}", "asked for: {share}";
    KeptAll: "Держит все обещания", "Keeps every promise";
    BreachesMonthly: "Нарушений в\u{a0}месяц", "Breaches a month";
    DearerMonthly: "Дороже в\u{a0}месяц", "Dearer a month";
    CompareNote: "Держит все обещания — доля прогонов. Нарушений — тех SLA, которые план обязан держать, в\u{a0}среднем за все месяцы, в\u{a0}одних и тех же прогонах. Дороже — чем без плана.", "Keeps every promise: share of replications. Breaches: of the SLAs that the plan must keep, mean over all months, in the same replications. Dearer: than without the plan.";
    PromisesTitle { with, all, without }: "К\u{a0}концу срока обещанную долю дают: с\u{a0}планом {with} из {all}, без него {without}", "In the end the promised share is reached by {with} of {all} with the plan, by {without} without it";
    PromisesSubtitle: "Доля в\u{a0}срок по месяцам; полоса — 95\u{202f}% интервал среднего", "Share in time by month; band: 95% interval of the mean";
    Promised { share }: "обещано {share}", "promised {share}";
    ClaimNumbers: "Числа утверждений", "Numbers of the claims";

    // Who comes when.
    ScheduleTitle { now, later, date }: "{now} открывать сейчас, {later} — позже: последний выход — {date}", "{now} to be opened now, {later} later: the last start is on {date}";
    ScheduleTitleNow { now, date }: "{now} открывать сейчас: последний выход — {date}", "{now} to be opened now: the last start is on {date}";
    ScheduleTitleLater { later, first, date }: "{later}, первую открыть до {first}: последний выход — {date}", "{later}, the first to be opened by {first}: the last start is on {date}";
    ScheduleTitleOne { later, first, date }: "{later}, открыть до {first}: выход — {date}", "{later}, to be opened by {first}: the start is on {date}";
    ScheduleSubtitle: "От открытия вакансии до выхода и до полной отдачи; чёрная линия — когда человек нужен в\u{a0}10, 50 и 90\u{202f}% прогонов", "From opening the vacancy to the start and to full productivity; black line: when the person is needed in 10, 50 and 90% of replications";
    HireOfRole { role, numbers }: "{role}, найм {numbers}", "{role}, hire {numbers}";
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
    VerifiedNot { inputs, unknowns }: "не проверено так: сами числа сценария. Их источники — в\u{a0}разделе «{inputs}», а что из них важно узнать — в\u{a0}разделе «{unknowns}».", "not verified by this: the scenario's own numbers. Their sources are under “{inputs}”, and which of them matter is under “{unknowns}”.";

    // Again.
    AgainCommand { command }: "Команда: `{command}`", "Command: `{command}`";
    AgainVersion { version, seed, replications }: "Версия {version}, зерно {seed}, {replications}", "Version {version}, seed {seed}, {replications}";
    AgainFile { name, digest }: "Сценарий `{name}`, SHA-256 `{digest}`", "Scenario `{name}`, SHA-256 `{digest}`";
    AgainSame: "Те же файлы, зерно и версия дают те же числа на любой машине и с\u{a0}любым числом потоков.", "The same files, seed and version give the same numbers on every machine and with any number of threads.";
}
