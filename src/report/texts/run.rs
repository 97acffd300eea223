//! Texts about a run and about a check.

texts! {
    // Sentences about a run.
    And: "и", "and";
    AndMore { count }: "и ещё {count}", "and {count} more";
    RunSubtitle { from, to, policies, replications }: "{from} – {to}; {policies}, {replications} каждого; в скобках 95\u{202f}% интервал", "{from} – {to}; {policies}, {replications} of each; 95% intervals in brackets";
    Throughout: "весь срок", "all the time";
    InNoMonth: "ни в одном месяце", "in no month";
    NothingToJudge: "нечего оценивать", "nothing to judge";
    UntilDate { date }: "до {date}", "until {date}";
    SinceDate { date }: "с {date}", "since {date}";
    InSomeMonths { count, word, all }: "в {count} {word} из {all}", "in {count} {word} of {all}";
    DriverMoves { driver, from, to, months }: "{driver}: {from} → {to} за {months}", "{driver}: {from} → {to} in {months}";
    MoreWorkThanPeople { roles }: "Работы больше, чем успевают люди: {roles}", "More work than people can do: {roles}";
    PeopleNeeded { now, then, people, there }: "нужно {now} человека сейчас и {then} в конце срока; в штате {people}, за вычетом отпусков, болезней и вакансий на месте {there}", "{now} people are needed now and {then} in the end; there are {people} places, and {there} are there when holidays, sickness and vacancies are taken off";
    EnoughPeople { role, share }: "Людей хватает во всех ролях; самая загруженная — {role}: {share} оплаченного времени", "Every role has people enough; the busiest is the {role}: {share} of paid time";
    TargetsAll { all }: "Все SLA ({all}) выполняются в каждом месяце", "Every SLA ({all}) is met in every month";
    TargetsNone { all }: "Ни один SLA из {all} не выполняется ни в одном месяце", "None of {all} SLAs is met in any month";
    TargetsSome { all, always, partly, never }: "Из {all} SLA выполняются весь срок {always}, часть срока {partly}, ни в одном месяце {never}", "Of {all} SLAs {always} are met all the time, {partly} part of the time, {never} in no month";
    TargetsAlways: "Весь срок", "All the time";
    TargetsPartly: "Часть срока", "Part of the time";
    TargetsNever: "Дальше всего от цели", "Farthest from the target";
    ShareOfTarget { share, target }: "{share} при цели {target}", "{share}, target {target}";
    FewestBreaches { policy, breaches, baseline, before }: "Меньше всего нарушений SLA даёт {policy}: {breaches} в месяц; {baseline} — {before}", "{policy} has the fewest SLA breaches: {breaches} a month; {baseline} has {before}";
    NothingHelps { baseline }: "Ни один вариант не даёт меньше нарушений SLA, чем {baseline}", "No policy has fewer SLA breaches than {baseline}";
    TargetsMetInstead { met, all, before }: "SLA выполнено {met} из {all} (было {before})", "{met} of {all} SLAs are met (was {before})";
    CostMore { cost, difference }: "Затраты {cost} в месяц, на {difference} больше", "It costs {cost} a month, {difference} more";
    CostLess { cost, difference }: "Затраты {cost} в месяц, на {difference} меньше", "It costs {cost} a month, {difference} less";
    CostSame { cost }: "Затраты те же: {cost} в месяц", "It costs the same: {cost} a month";
    NoDifference { count, all, baseline }: "Не меняют SLA {count} из {all} вариантов: разница с {baseline} в пределах погрешности", "{count} of {all} policies leave the SLAs as they are: no certain difference from {baseline}";
    NoneOfThemHires: "Найм по этим правилам не наступает ни разу", "These rules never ask for anybody";
    NeverHires { policies }: "Найм по правилу не наступает ни разу: {policies}", "The rule never asks for anybody: {policies}";

    // Tables of a run.
    NeededNow: "Нужно сейчас", "Needed now";
    NeededThen: "Нужно в конце", "Needed in the end";
    Overloaded: "Работы больше, чем рук", "More work than hands";
    No: "нет", "no";
    NowAndThen { span }: "Сейчас и в конце — {span}.", "Now and in the end: {span}.";
    RolesNote: "На месте — за вычетом отпусков, болезней и вакансий.", "There: holidays, sickness and vacancies are taken off.";
    MorePolicies { count }: "Показаны те, где меньше всего нарушений; ещё {count} — в summary.csv.", "Shown are those with the fewest breaches; {count} more are in summary.csv.";
    PeopleThereShort: "На месте", "There";
    MeanInTime: "В срок в среднем", "Mean share in time";
    SpanOfOne: "первый и последний месяц", "the first and the last month";
    SpanOfThree: "три первых и три последних месяца", "the first and the last three months";
    MetNow: "Сейчас", "Now";
    MetThen: "В конце", "In the end";
    MetInAll: "Весь срок", "In all";
    IsMet: "Цель достигается", "Target is reached";
    MetOf { all }: "SLA из {all}", "SLAs met of {all}";
    BreachesAMonth: "Нарушений в месяц", "Breaches a month";
    CostAMonth: "Затраты в месяц", "Cost a month";
    PoliciesNote: "SLA выполнен, если доля в срок за весь срок не ниже цели.", "An SLA is met when its share in time over the whole horizon reaches the target.";
    UtilisationNote: "Занятое время ÷ оплаченное: отпуск и болезни оплачены, поэтому и перегруженный человек не занят на 100\u{202f}%.", "Busy ÷ paid time: holidays and sickness are paid, so that even an overloaded person is not busy 100%.";
    LargestChange: "Наибольшее изменение", "Largest change";
    DifferenceFrom { baseline }: "Разница с {baseline}", "Difference from {baseline}";
    NoCertainChange: "без изменений", "no change";
    ComparisonNote: "Парная разница: каждый прогон обоих вариантов с одними и теми же случайностями.", "Paired: in each replication both policies meet the same chance.";
    Path: "Где в сценарии", "Path in the scenario";
    AssumptionsTitle: "Числа, которых нет в источниках", "Numbers without a source";

    // Cautions of a run.
    UpToOfCapacity { what, times }: "{what} — до {times}", "{what} up to {times}";
    MoreEachMonth { what, slope }: "{what} ({slope} в месяц)", "{what} ({slope} a month)";
    CautionLoad { roles }: "Нагрузка выше возможностей: {roles}", "Load above capacity: {roles}";
    AdviceLoad: "Смотрите, сколько людей нужно: длина очереди зависит от того, где кончается расчёт", "Look at how many people are needed: the length of the queue depends on where the horizon ends";
    CautionBacklog { streams }: "К концу срока очередь всё ещё растёт: {streams}", "The backlog still grows at the horizon: {streams}";
    AdviceBacklog: "Установившегося уровня нет: сравнивайте варианты между собой", "There is no steady level: compare policies with each other";
    CautionWide { count, sla, half }: "Интервал слишком широк, чтобы решать, у {count}; самый широкий — {sla}: ±{half} п.\u{a0}п.", "Intervals of {count} are too wide to decide on; the widest is {sla}: ±{half} pp";
    AdviceReplications { n }: "Увеличьте число прогонов: --replications {n}", "Take more replications: --replications {n}";
    CautionCalendar { year }: "С {year} года праздники рассчитаны по правилу: производственный календарь ещё не утверждён", "From {year} on holidays are extrapolated: the production calendar is not decreed yet";
    AdviceCalendar: "Когда его утвердят, впишите переносы в [calendar]", "When it is, write the moved days into [calendar]";
    CautionAssumed { count }: "{count}: эти числа не взяты из источников, а приняты", "{count}: no source states these numbers";
    AdviceAssumed: "Список — staffcast check; замените их своими замерами", "List them with staffcast check; replace them by measurements";
    CautionFew { done }: "Мало прогонов ({done}): интервалы ненадёжны", "Few replications ({done}): intervals mean little";

    // Sections and charts of a run.
    HowBusy: "Как загружены роли", "How busy each role is";
    WhichTargets: "Какие SLA выполняются", "Which SLAs are met";
    Policies: "Варианты", "Policies";
    Differences: "Чем варианты отличаются", "How policies differ";
    Assumptions: "Допущения", "Assumptions";
    SourceLine { version, scenario, replications, seed }: "staffcast {version} · сценарий {scenario} · {replications} · зерно {seed}", "staffcast {version} · scenario {scenario} · {replications} · seed {seed}";
    NeededPeople: "нужно человек", "people needed";
    PeopleThere: "есть человек", "people there";
    PeopleThereWithout: "на месте без плана", "there without the plan";
    PeopleThereWith: "на месте с планом", "there with the plan";
    PeopleTitle { role, now, then, there }: "{role}: работы на {now} человека сейчас и на {then} в конце срока, а есть {there}", "{role}: work for {now} people now and for {then} in the end, and there are {there}";
    PeopleSubtitlePlan: "Занято, если никто никого не ждёт (полоса — 80\u{202f}% прогонов), и на месте без отпусков и болезней; разница — запас, который держит сроки", "Busy if nobody ever waits (band: 80% of replications), and there, holidays and sickness taken off; the difference is the reserve that keeps the limits";
    PeopleSubtitle { baseline }: "Сколько человек были бы заняты, если бы никто никого не ждал, и сколько есть; {baseline}; полоса — 80\u{202f}% прогонов", "How many people would be busy if nobody ever waited, and how many there are; {baseline}; band: 80% of replications";
    SlaTitle { role, baseline, share, met, all }: "{role}: {baseline} — в\u{a0}срок {share}, SLA выполнено {met} из {all}", "{role}: {baseline} has {share} in time, {met} of {all} SLAs met";
    SlaTitleBest { role, baseline, share, met, all, best, best_share, best_met }: "{role}: {baseline} — в\u{a0}срок {share}, SLA {met} из {all}; {best} — в\u{a0}срок {best_share}, SLA {best_met} из {all}", "{role}: {baseline} has {share} in time, {met} of {all} SLAs met; {best} {best_share}, {best_met} of {all}";
    SlaSubtitle: "Доля в срок по месяцам; полоса — 95\u{202f}% интервал", "Share in time by month; band: 95% interval";
    SlaSubtitleOthers { others }: "Доля в срок по месяцам; полоса — 95\u{202f}% интервал; выделены исходный, лучший и худший варианты, остальные ({others}) — тонкие линии", "Share in time by month; band: 95% interval; baseline, best and worst stand out, the others ({others}) are thin";
    BreachesSubtitle: "Нарушений всех SLA в месяц, в среднем за срок, с 95\u{202f}% интервалом", "Breaches of all SLAs a month, mean over the horizon, with 95% intervals";
    UtilisationTitle { baseline, limit, count, word, all, role, share }: "{baseline}: загрузка {limit} и выше у {count} {word} из {all}; самая высокая — {role}, {share}", "{baseline}: {count} {word} of {all} busy {limit} or more; the busiest is the {role}, {share}";
    UtilisationTitleCalm { baseline, limit, role, share }: "{baseline}: ни одна роль не загружена на {limit}; выше всех {role} — {share}", "{baseline}: no role is {limit} busy; the busiest is the {role}, {share}";
    UtilisationSubtitle: "Занятое время ÷ оплаченное, по месяцам; отпуск и болезни оплачены, поэтому 100\u{202f}% недостижимы", "Busy ÷ paid time by month; holidays and sickness are paid, so that 100% is out of reach";
    HeatTitle { role, limit, count, word, all }: "{role}: загрузка не ниже {limit} в {count} {word} из {all}", "{role}: utilisation of {limit} or more in {count} {word} of {all}";
    HeatTitleCalm { limit }: "Ни одна роль ни в одном месяце не загружена на {limit}", "No role reaches a utilisation of {limit} in any month";
    HeatSubtitle { baseline }: "Занятое время ÷ оплаченное, в процентах, по ролям и месяцам; {baseline}", "Busy ÷ paid time in per cent, by role and month; {baseline}";
    BacklogTitle { stream, baseline, count, policy, other }: "{stream}: {baseline} оставляет открытыми к концу срока {count}, {policy} — {other}", "{stream}: {baseline} leaves {count} open in the end, {policy} {other}";
    BacklogTitleOne { stream, count, baseline }: "{stream}: к концу срока открыто {count} ({baseline})", "{stream}: {count} are open in the end ({baseline})";
    BacklogSubtitle: "Открыто на конец месяца, в работе и в очереди; полоса — 95\u{202f}% интервал", "Open at the end of the month, in work or waiting; band: 95% interval";
    HeadcountTitle { policy, people, baseline, now }: "Больше всего людей — {policy}: {people} к концу срока; {baseline} — {now}", "{policy} has the most people in the end: {people}; {baseline} has {now}";
    HeadcountTitleSame { people }: "Численность во всех вариантах одна: {people}", "Every policy has the same head-count: {people}";
    HeadcountSubtitle: "Человек в штате по месяцам, с учётом увольнений и найма", "People employed by month, leavers and hires included";
    LoadTitle { baseline, count, word, all, role, share }: "{baseline}: к концу срока работы больше, чем успевают люди, у {count} {word} из {all}; больше всех — {role}, {share}", "{baseline}: in the end {count} {word} of {all} have more work than people can do; most the {role}, {share}";
    LoadTitleCalm { baseline, role, share }: "{baseline}: людей хватает во всех ролях; больше всех нагрузка — {role}, {share}", "{baseline}: every role has people enough; the most loaded is the {role}, {share}";
    LoadSubtitle { baseline }: "Нужно людей ÷ на месте (без отпусков и болезней), в процентах, по ролям и месяцам; {baseline}", "People needed ÷ people there (holidays and sickness taken off), in per cent, by role and month; {baseline}";

    // A check.
    CheckSubtitle { policy }: "Проверка без моделирования: сколько работы придёт и сколько могут сделать люди; {policy}", "Checked without simulating: how much work comes and how much people can do; {policy}";
    CheckOverloaded { count, word, all, roles }: "Работы больше, чем успевают люди, у {count} {word} из {all}: {roles}", "{count} {word} of {all} have more work than people can do: {roles}";
    CheckEnough { role, share }: "Людей хватает во всех ролях; больше всех нагрузка — {role}: {share} возможного", "Every role has people enough; the most loaded is the {role}: {share} of capacity";
    CheckNeed { role, now, then, people, there }: "{role}: нужно {now} человека сейчас и {then} в конце срока; в штате {people}, с отпусками и болезнями на месте {there}", "{role}: {now} people are needed now and {then} in the end; {people} are employed, {there} are there when holidays and sickness are taken off";
    CheckNeverBinds: "Сроки, которые никогда не действуют: другой срок того же SLA всегда наступает раньше", "Limits that never bind: another limit of the same SLA always ends earlier";
    CheckOverruled { sla, working, calendar }: "{sla}: {working} — всегда позже, чем {calendar}", "{sla}: {working} always end later than {calendar}";
    CheckImpossible: "Сроки короче самой работы: их не выдержит никакой штат", "Limits shorter than the work itself: no staff can keep them";
    CheckTooShort { sla, limit, route }: "{sla}: срок {limit}, а путь даже без очередей занимает в среднем {route}", "{sla}: the limit is {limit}, and the route takes {route} in the mean without any queue";
    CheckLittle: "Утверждения, которые спорят с законом Литтла (открыто = поступает × длится)", "Claims that disagree with Little's law (open = arrivals × time)";
    CheckOpen { claim, stream, stated, month, days, open }: "{claim} ({stream}): сказано {stated}, а при {month} в месяц и пути в {days} без очередей открыто {open}", "{claim} ({stream}): {stated} is stated, but {month} a month and a route of {days} without queues make {open} open";
    OfWork { time }: "{time} работы", "{time} of work";
    HoursAMonth: "Часов в месяц на человека", "Hours a month and person";
    LoadNow: "Нагрузка сейчас", "Load now";
    LoadThen: "Нагрузка в конце", "Load in the end";
    CheckRolesNote: "В скобках — если все диапазоны стоят на самом лёгком и на самом тяжёлом крае. Нагрузка — нужно ÷ на месте; на месте — за вычетом отпусков и болезней. Прерывания, замещения, найм по условию и подрядчики не учтены.", "In brackets: every range at its easiest and at its hardest end. Load: needed ÷ there; there: holidays and sickness are taken off. Interruptions, stand-ins, hires on a condition and contractors are left out.";
    DriversAlone: "Нужно человек, если растёт только одно", "People needed when one thing alone grows";
    Limits: "Сроки", "Limits";
    TwoLimits: "Два срока в одном SLA", "Two limits in one SLA";
    WorkingLimit: "Рабочий срок", "Working limit";
    CalendarLimit: "Календарный срок", "Calendar limit";
    WorkingLater: "Рабочий кончается позже", "Working ends later";
    TwoLimitsNote: "Доля рабочих моментов года, от которых рабочий срок кончается позже календарного.", "Share of the working moments of a year from which the working limit ends later than the calendar one.";
    TheLimit: "Срок", "Limit";
    TheRoute: "Путь без очередей, в среднем", "Route without queues, mean";
    TooShortTitle: "Сроки короче самой работы", "Limits shorter than the work itself";
}
