//! Texts about a staged plan: now, measure, then; its tables, charts and warnings.

texts! {
    // Now.
    OpenNow { date, vacancies }: "Сейчас, {date}, откройте {vacancies}", "Now, on {date}, open {vacancies}";
    OfOneRole { count, noun, role }: "{count}\u{a0}{noun} {role}", "{count}\u{a0}{role} {noun}";
    OfRoles { count, noun, list }: "{count}\u{a0}{noun}: {list}", "{count}\u{a0}{noun}: {list}";
    PeopleInRole { people, role }: "{people} в\u{a0}роли {role}", "{people} as {role}";
    OpenNoneNow { date }: "Сейчас вакансий не открывайте; следующее решение — {date}", "Open no vacancies now; the next decision is on {date}";
    UsuallyThen { roles }: "Чаще всего в\u{a0}этот день открывают: {roles}.", "What is mostly opened on that day: {roles}.";
    HiresNobody: "никого не нанимает", "hires nobody";
    HiresForATime: "никого не нанимает насовсем, только на время", "hires nobody for good, only for a time";
    EnoughAlone: "Нанимать никого не нужно: хватает мер без найма", "Nobody is to be hired: measures without hires suffice";
    EnoughForATime: "Насовсем нанимать никого не нужно: обещания держат люди, взятые на время", "Nobody is to be hired for good: people taken on for a time keep the promises";
    NobodyAndNotKept { hires, share, confidence }: "План {hires}, и\u{a0}все обещания держатся лишь с\u{a0}вероятностью {share}, а\u{a0}запрошено {confidence}", "The plan {hires}, and every promise is kept with probability {share} only; {confidence} was asked for";
    NobodyNotProved { hires, share, confidence }: "План {hires}: все обещания держатся с\u{a0}вероятностью {share}, но запрошенные {confidence} не доказаны", "The plan {hires}: every promise is kept with probability {share}, but the {confidence} asked for is not proved";
    NobodyAllowed { hires }: "Сценарий никого не разрешает нанимать (plan.hire): план {hires}", "The scenario allows no hires (plan.hire): the plan {hires}";
    NeededInEvery: "Судя по объёму работы, столько людей нужно в\u{a0}любом прочтении документа.", "Judged by the amount of work, as many are needed in every reading of the document.";
    NeededAnyway: "Судя по объёму работы, столько людей нужно почти при любых значениях неизвестных чисел.", "Judged by the amount of work, as many are needed whatever the unknown numbers turn out to be, with hardly an exception.";
    NotInEvery { roles }: "Судя только по объёму работы в\u{a0}тот день, когда они заработают в\u{a0}полную силу, в\u{a0}49 случаях из 50 понадобятся: {roles}; сверх этого план берёт людей на трудные случаи и\u{a0}на то, что будет позже.", "By the amount of work alone on the day when they are fully productive, 49 cases of 50 need: {roles}; beyond that the plan takes people on for the hard cases and for what comes later.";
    NeededOf { role, needed, count }: "{role} — {needed} из {count}", "{role} {needed} of {count}";
    NoneInEvery: "Судя только по объёму работы в\u{a0}тот день, когда они заработают в\u{a0}полную силу, нет никого, кто был бы нужен в\u{a0}49 случаях из 50: план берёт людей на трудные случаи и\u{a0}на то, что будет позже.", "By the amount of work alone on the day when they are fully productive, there is nobody whom 49 cases of 50 need: the plan takes people on for the hard cases and for what comes later.";
    EarliestDueNow { effect }: "С\u{a0}сегодняшнего дня первым берите то, у\u{a0}чего раньше срок: это бесплатно{effect}.", "From today take first what is due first: this is free{effect}.";
    AndSaves { money }: " и\u{a0}экономит {money}", " and saves {money}";
    ButMoreLate { count }: ", но добавит {count} в\u{a0}месяц", ", but costs {count} more a month";
    BeforeMoreLate { date, count }: "; до {date} это добавит {count}", "; before {date} it costs {count} more";
    BeforeFewerLate { date, count }: "; до {date} это убавит {count}", "; before {date} it spares {count}";
    MoveSaves { title, money }: "{title} (экономит {money})", "{title} (saves {money})";
    ByPriorityNow: "С\u{a0}сегодняшнего дня берите сначала то, что важнее, а\u{a0}не то, у\u{a0}чего раньше срок.", "From today take first what has priority, not what is due first.";
    OrderAsItIs { broken, kept, of }: "Порядок очереди оставьте как есть: если первым брать то, у\u{a0}чего раньше срок, даже все, кого можно нанять, нарушают обещания в\u{a0}{broken} из {of} прогонов поиска; при нынешнем порядке в\u{a0}{kept} из этих {broken} обещания держатся.", "Leave the order of the queue as it is: with the earliest due date first even everybody who may be hired breaks a promise in {broken} of {of} replications of the search; the order as it is keeps all of them in {kept} of those {broken}.";
    SearchEndsAtOnce { start }: "Девять поисков из десяти закончатся к\u{a0}{start}.", "Nine searches of ten end by {start}.";
    SearchEnds { start, productive }: "Девять поисков из десяти закончатся к\u{a0}{start}; в\u{a0}полную силу все заработают к\u{a0}{productive}.", "Nine searches of ten end by {start}; everybody is fully productive by {productive}.";

    // So far.
    SoFarNobody { of, share }: "Пока известно: если никого не нанимать, все обещания держатся с\u{a0}вероятностью {share}; прогонов пока {of}.", "So far: if nobody is hired, every promise is kept with probability {share}, in {of} replications.";
    SoFarNeeded { roles }: "Судя только по объёму работы, в\u{a0}49 случаях из 50 сейчас нужны: {roles}.", "By the amount of work alone, 49 cases of 50 need these now: {roles}.";
    SoFarNoneNeeded: "Судя только по объёму работы, нет никого, кто был бы нужен сейчас в\u{a0}49 случаях из 50.", "By the amount of work alone there is nobody whom 49 cases of 50 need now.";
    NobodyYet: "никого", "nobody";
    SoFarFound { roles }: "Самый дешёвый из опробованных планов открывает сейчас: {roles}. Проверка на новых прогонах впереди.", "The cheapest plan tried so far opens now: {roles}. Fresh replications are still to come.";
    SoFarHeld { of, share }: "Проверка на новых прогонах ({of}): все обещания держатся с\u{a0}вероятностью {share}. Осталось сравнить с\u{a0}другими планами.", "In {of} fresh replications every promise is kept with probability {share}. Other plans are still to be compared.";

    // A cap.
    MoneyAMonth { money }: "{money} в\u{a0}месяц", "{money} a month";
    WithinNotReached { limits, share, confidence }: "Предел — {limits}: лучший из найденных планов держит все обещания с\u{a0}вероятностью {share}, а\u{a0}запрошено {confidence}", "Within {limits}, the best plan found keeps every promise with probability {share}; {confidence} was asked for";
    WithinNotProved { limits, share, confidence }: "Предел — {limits}: лучший из найденных планов держит все обещания с\u{a0}вероятностью {share}, но запрошенные {confidence} не доказаны", "Within {limits}, the best plan found keeps every promise with probability {share}, but the {confidence} asked for is not proved";
    WithinProved { limits, share, confidence }: "Предел — {limits}: и\u{a0}в\u{a0}нём план держит все обещания с\u{a0}вероятностью {share}, запрошенные {confidence} доказаны", "Within {limits} the plan keeps every promise with probability {share}: the {confidence} asked for is proved";
    CapHeld { limits }: "Предел — {limits}: этому плану его хватает", "The cap of {limits} does not bind: this plan stays within it";
    SpendsAMonth { money }: "Он стоит в\u{a0}среднем {money} в\u{a0}месяц.", "It costs {money} a month on average.";
    WithoutCap { people, share, money, of }: "Без предела план, найденный первым, держит все обещания с\u{a0}вероятностью {share} и\u{a0}стоит в\u{a0}среднем {money} в\u{a0}месяц (по {of} прогонам); нанятых в\u{a0}8 случаях из 10 — {people}. Без предела поиск пошёл бы дальше и\u{a0}мог бы найти план дешевле.", "Without the cap, the plan found first keeps every promise with probability {share} and costs {money} a month on average (in {of} replications); hired in 8 cases of 10: {people}. Without the cap the search would go on and might find a cheaper plan.";
    NobodyWithin { hires }: "В\u{a0}этих пределах лучший из найденных планов {hires}", "Within these limits the best plan found {hires}";
    NotReached { share, confidence }: "Запрошенная вероятность не достигнута: {share} вместо {confidence}", "The probability asked for is not reached: {share} instead of {confidence}";
    FewestLate { kept, of }: "Из опробованных планов тот, что держит больше всего, держит все обещания в\u{a0}{kept} из {of} прогонов поиска; вместо него взят тот, с\u{a0}которым меньше опозданий.", "Of the plans tried, the one that keeps most keeps every promise in {kept} of {of} replications of the search; the one with fewer late items was taken instead.";
    WorstPromises { list }: "Хуже всего: {list}.", "The worst: {list}.";
    PromiseInTime { sla, share, planned }: "{sla} — в\u{a0}срок {share} при цели {planned}", "{sla}: {share} in time, planned {planned}";

    // Measure.
    MeasureBy { date, what }: "До {date} измерьте: {what}", "By {date}, measure: {what}";
    CountWork: "Записывайте минуты работы над каждым законченным делом, а\u{a0}не время от открытия до закрытия.", "Note the minutes of work on every finished item, not the time from opening to closing.";
    EnoughItems { items, precision }: "К\u{a0}этому дню будет закончено около {items} — это даёт точность ±{precision}.", "About {items} will be finished by that day: that gives ±{precision}.";
    KnowingSaves { role, money, range }: "Роль «{role}»: решать об остальных вакансиях после этого, а\u{a0}не сейчас, дешевле на {money}{range}.", "{role}: to decide on the other vacancies after that, and not now, saves {money}{range}.";
    MeasureDecides { role, share }: "Сколько людей просит план (роль «{role}»), зависит от этого числа больше, чем от любого другого неизвестного: оно объясняет {share} различий между прогонами.", "How many people the plan asks for ({role}) hangs on this number more than on any other that is not known: it explains {share} of the differences between replications.";
    WorthNotKept: "Сколько сбережёт это знание, сказать нельзя: план не держит обещания так часто, как запрошено.", "What knowing it saves cannot be told: the plan does not keep the promises as often as was asked for.";
    WorthNoPlan: "Сколько сбережёт это знание, сказать нельзя: среди планов, где все даты назначены сразу, не нашлось такого, который держал бы обещания так часто, как запрошено.", "What knowing it saves cannot be told: no plan that fixes every date at once was found that keeps the promises as often as was asked for.";
    ThenFindOut { what, role, money }: "Следующее по выгоде — {what} (роль «{role}», {money}).", "Worth most after that: {what} ({role}, {money}).";

    // Then.
    ThenReview { date, often, table }: "{date} и\u{a0}далее {often} смотрите в\u{a0}таблицу «{table}» и\u{a0}открывайте вакансии на тех, кого до её числа не хватает", "On {date} and {often} after that, look into the table “{table}” and open vacancies for those who are missing to its number";
    ThenReviewBacklog { date, often }: "{date} и\u{a0}далее {often} смотрите, сколько дел ждёт: накопившееся разбирают люди, взятые на время", "On {date} and {often} after that, look at how much waits: a backlog is worked off by people taken on for a time";
    ThenReviewLoad { date, often, roles }: "{date} и\u{a0}далее {often} открывайте вакансии, если работы больше, чем людям по силам: {roles}", "On {date} and {often} after that, open vacancies where there is more work than people should have: {roles}";
    EveryMonth1: "каждый месяц", "every month";
    Quarterly: "раз в\u{a0}квартал", "every quarter";
    EveryMonths { months }: "каждые {months}", "every {months}";
    UpToLoad { role, share }: "{role} — до {share} рабочего времени", "{role} up to {share} of working hours";
    LoadCounted: "Считаются и\u{a0}те, кого уже ищут.", "Those who are being searched for count too.";
    TotalsOf { roles }: "К\u{a0}концу срока всего нанятых, не реже чем в\u{a0}16 случаях из\u{a0}20: {roles}.", "Hired by the end, in at least 16 cases of 20: {roles}.";
    TotalsAlways { roles }: "К\u{a0}концу срока всего нанятых, в\u{a0}каждом из 20\u{a0}случаев: {roles}.", "Hired by the end, in each of the 20 cases: {roles}.";
    TotalOf { role, count }: "{role} — {count}", "{role} {count}";
    TakeOn { roles }: "Накопившееся разбирают люди, взятые на время: {roles}. Это входит в\u{a0}стоимость плана.", "People taken on for a time clear what piles up: {roles}. The plan's cost includes them.";
    TakenOn { role, mean, usual, months, money }: "{role} — в\u{a0}среднем {mean} за весь срок ({usual}), каждый примерно на {months}, все вместе {money}", "{role} {mean} on average by the end ({usual}), each for about {months}, {money} for all of them";
    TakenOnMostly { range }: "в\u{a0}8 случаях из\u{a0}10 — {range}", "{range} in 8 cases of 10";
    TakenOnRarely: "чаще всего никого", "mostly nobody";
    AllNowCosts { money, months, share }: "Лучший из найденных планов, где все и\u{a0}все даты назначены сразу, по всем ролям вместе на {money} дороже за {months}; с\u{a0}ним все обещания держатся с\u{a0}вероятностью {share}.", "The best plan found that fixes everybody of all roles and every date at once costs {money} more in {months}; with it every promise is kept with probability {share}.";
    AllNowCheaper { money, months }: "Назначить всех сразу, с\u{a0}датами и\u{a0}не менее надёжно, чем запрошено, здесь дешевле на {money} за {months}.", "To fix everybody and every date at once, no less surely than was asked for, is {money} cheaper here in {months}.";
    AllNowSeemsCheaper { money, months, share, of, kept, ours }: "Назначить всех сразу, с\u{a0}датами, здесь дешевле на {money} за {months}, но {share} этим не доказаны: из {of} новых прогонов все обещания держатся в\u{a0}{kept}, а\u{a0}с\u{a0}планом — в\u{a0}{ours}.", "To fix everybody and every date at once is {money} cheaper here in {months}, but {share} is not proved by that: of {of} fresh replications every promise is kept in {kept}, and with the plan in {ours}.";
    AllNowFewerLate { count }: "Зато тогда в\u{a0}месяц на {count} меньше.", "There would then be {count} fewer a month, though.";
    LastReview { date }: "Последний раз — {date}: тот, кого ищут позже, проработал бы в\u{a0}полную силу меньше полугода.", "The last time is {date}: whoever is asked for later would be fully productive for less than half a year.";

    // How sure.
    SurePlan { with }: "С\u{a0}этим планом все обещания держатся с\u{a0}вероятностью {with}", "With this plan every promise is kept with probability {with}";
    StoppedWhenKnown: "Прогоны кончаются, как только ответ ясен; интервал это учитывает, и\u{a0}оценка может стоять у\u{a0}его края.", "Replications end as soon as the answer is known; the interval allows for that, and the estimate may stand at its edge.";
    CostsInAll { cost, months, most }: "План стоит {cost} за {months}, в\u{a0}одном случае из десяти больше {most}.", "The plan costs {cost} in {months}, in one case of ten more than {most}.";
    CostsExactly { cost, months }: "План стоит {cost} за {months}.", "The plan costs {cost} in {months}.";
    FloorIs { less, range, of }: "Из этого {less} ({range}) — плата за неизвестность: столько, если не больше, сберёг бы, по {of} прогонам, тот, кто наперёд знал бы и\u{a0}все числа, и\u{a0}все случайности (каждую болезнь, каждое обращение).", "Of that, {less} ({range}) is the price of not knowing: so much, if not more, would be saved, in {of} replications, by somebody who knew every number and every turn of chance beforehand (each illness, each ticket).";
    FloorOfChance { less, range, of }: "Из этого {less} ({range}) — плата за случай: столько, если не больше, сберёг бы, по {of} прогонам, тот, кто наперёд знал бы все случайности (каждую болезнь, каждое обращение).", "Of that, {less} ({range}) is the price of chance: so much, if not more, would be saved, in {of} replications, by somebody who knew every turn of chance beforehand (each illness, each ticket).";

    // To wait.
    WithoutAnybody { count }: "Если никого не нанимать, будет на {count} в\u{a0}месяц больше, чем с\u{a0}планом", "If nobody is hired, there will be {count} a month more than with the plan";
    UntilReview { date, what }: "Если до {date} не открывать ни одной из этих вакансий, а\u{a0}дальше нанимать только на пересмотрах: {what}.", "If none of these vacancies is opened before {date}, and people are asked for at the reviews alone: {what}.";
    UntilReviewOf { date, roles, what }: "Если до {date} не открывать вакансий, о\u{a0}которых решают на пересмотрах ({roles}), а\u{a0}дальше нанимать на них только там: {what}.", "If no vacancy that reviews decide on ({roles}) is opened before {date}, and such people are asked for at the reviews alone: {what}.";
    WaitLate { count }: "на {count} в\u{a0}месяц больше, чем с\u{a0}планом", "{count} a month more than with the plan";
    WaitNotLateFrom { date }: "с\u{a0}{date} заметно больше опозданий в\u{a0}этих прогонах не становится", "from {date} on these replications do not show more late items for certain";
    WaitNotLate: "заметно больше опозданий в\u{a0}этих прогонах не становится", "these replications do not show more late items for certain";
    WaitKept { of, kept, ours }: "из {of} прогонов все обещания держатся в\u{a0}{kept}, а\u{a0}с\u{a0}планом — в\u{a0}{ours}", "of {of} replications every promise is kept in {kept}, and with the plan in {ours}";
    WaitLateBefore { date, count }: "до {date} всего на {count} больше", "{count} more in all before {date}";
    WaitKeptAsOften { of, ours }: "обещания держатся не реже, чем с\u{a0}планом ({ours} из {of}), но о\u{a0}небольшой разнице столько прогонов не говорят", "the promises are kept no less often than with the plan ({ours} of {of}), though so few replications do not tell a small difference";
    WaitCheaper { money }: "дешевле на {money}", "{money} less is paid";
    RevenueLostWithoutAnybody { sum, months }: "По допущению сценария клиенты уходят из-за просрочек: если никого не нанимать, за {months} теряется на {sum} выручки больше, чем с\u{a0}планом.", "As the scenario supposes, clients leave over late work: if nobody is hired, {sum} more revenue is lost in {months} than with the plan.";
    RevenueLostWaiting { sum, months, until, date }: "По допущению сценария клиенты уходят из-за просрочек: если никого не нанимать, за {months} теряется на {sum} выручки больше, чем с\u{a0}планом, а\u{a0}если ничего не открывать до {date} — на {until} больше.", "As the scenario supposes, clients leave over late work: if nobody is hired, {sum} more revenue is lost in {months} than with the plan, and {until} more if nothing is opened before {date}.";
    AsItIsLate { count }: "Если ничего не менять, будет на {count} в\u{a0}месяц больше, чем с\u{a0}планом", "If nothing is changed, there will be {count} a month more than with the plan";

    // My own list.
    OwnList { share, cost }: "Ваш список наймов держит все обещания с\u{a0}вероятностью {share} и\u{a0}стоит {cost}", "Your own list of hires keeps every promise with probability {share} and costs {cost}";
    OwnEnough { confidence }: "Запрошенные {confidence} доказаны.", "The {confidence} asked for is proved.";
    OwnNotProved { confidence }: "Запрошенные {confidence} не доказаны.", "The {confidence} asked for is not proved.";
    OwnDearer { money }: "Это на {money} дороже плана.", "That is {money} more than the plan.";
    OwnCheaper { money }: "Это на {money} дешевле плана.", "That is {money} less than the plan.";
    OwnLate { count }: "С\u{a0}ним будет на {count} в\u{a0}месяц больше, чем с\u{a0}планом.", "With it there will be {count} a month more than with the plan.";
    OwnBreaks { sla, broken, of }: "Чаще всего срывается {sla}: в\u{a0}{broken} из {of} прогонов.", "What breaks most often is {sla}: in {broken} of {of} replications.";
    OwnAlone: "Проверен один список: очередь и\u{a0}всё прочее — как сейчас.", "The list alone was tried: the order of the queue and everything else are as they are now.";

    // Warnings.
    IdleRole { role, share }: "{role}: с\u{a0}планом под конец срока заняты {share} времени, когда они на работе", "{role}: with the plan busy {share} of the time they are there towards the end";
    IdleCheaper { number, money, of, without, with }: "без найма №\u{a0}{number} план дешевле на {money}; из {of} прогонов все обещания держатся в\u{a0}{without}, а\u{a0}с\u{a0}ним — в\u{a0}{with}", "without hire no. {number} the plan is {money} cheaper; of {of} replications every promise is kept in {without}, and with it in {with}";
    IdleNeeded { number, of, without, with }: "если найм №\u{a0}{number} оставить пересмотрам, из {of} самых трудных прогонов поиска все обещания держатся в\u{a0}{without}, а\u{a0}если просить сейчас — в\u{a0}{with}", "with hire no. {number} left to the reviews every promise is kept in {without} of the {of} hardest replications of the search, and asked for now in {with}";
    IdleAdvice: "посмотрите в\u{a0}таблице «Что даёт каждый следующий человек», кого можно не нанимать", "see in the table “What each next person buys” whom not to hire";
    UnpaidRole { role }: "{role}: люди ничего не стоят (оклад 0), поэтому план на них не экономит", "{role}: people cost nothing (their pay is 0), so the plan does not spare them";
    UnpaidAdvice: "укажите оклад роли (pay): тогда план найдёт, скольких хватит", "state the role's pay: the plan then finds how few suffice";
    EarlyHire { role, number, missed, of, month }: "{role}: без найма №\u{a0}{number} и\u{a0}следующих обещания этой роли срываются в\u{a0}{missed} из {of} прогонов (медиана — {month}), а\u{a0}вакансию план открывает сейчас", "{role}: without hire no. {number} and those after, promises of the role break in {missed} of {of} replications (median: {month}), and the vacancy is opened now";
    EarlyForNothing { role, number, of }: "{role}: без найма №\u{a0}{number} и\u{a0}следующих ни в\u{a0}одном из {of} прогонов не срывается обещание этой роли, которое план держит, а\u{a0}вакансию план открывает сейчас", "{role}: without hire no. {number} and those after, no promise of the role breaks in any of {of} replications that the plan keeps, and the vacancy is opened now";
    EarlyAdvice { date, money, of, kept, with }: "если открыть её {date}, это дешевле на {money}; из {of} самых трудных прогонов поиска все обещания держатся в\u{a0}{kept}, а\u{a0}если сейчас — в\u{a0}{with}. В\u{a0}план этого не внесено: {date} откройте её, даже если таблица того не велит", "opened on {date} it saves {money}; of the {of} hardest replications of the search every promise is kept in {kept}, and opened now in {with}. The plan does not have it: open it on {date} even where the table does not say so";
    EarlyNeeded { date, of, kept, with }: "если открыть её {date}, из {of} самых трудных прогонов поиска все обещания держатся в\u{a0}{kept}, а\u{a0}если сейчас — в\u{a0}{with}", "opened on {date}, every promise is kept in {kept} of the {of} hardest replications of the search, and opened now in {with}";
    EarlyReviewed { of, kept, with }: "если оставить её пересмотрам, из {of} прогонов (самых трудных прогонов поиска и\u{a0}новых) все обещания держатся в\u{a0}{kept}, а\u{a0}если открыть сейчас — в\u{a0}{with}", "left to the reviews, every promise is kept in {kept} of {of} replications (the hardest of the search and fresh ones), and opened now in {with}";
    EarlyReviewedSaves { said, money, range, of }: "{said}; дешевле на {money} ({range}) по {of} новым прогонам", "{said}; in {of} fresh ones {money} ({range}) is saved";
    StillFailing { sla, share, target }: "{sla}: и\u{a0}с\u{a0}планом в\u{a0}срок {share} при цели {target}; план этого не обещает", "{sla}: {share} in time even with the plan, against a target of {target}; the plan does not promise it";
    CuredBy { role, share }: "ещё один человек (роль — {role}) поднимает долю до {share}", "one more person ({role}) raises the share to {share}";

    // Tables.
    RuleTableTitle: "Сколько людей держать", "How many people to have";
    RuleTableOf { title, role }: "{title}: {role}", "{title}: {role}";
    MinutesEach: "Минут работы на каждое", "Minutes of work on each";
    ItemsAMonth { count }: "{count} в\u{a0}месяц", "{count} a month";
    RuleCell { people, vacancies }: "{people} (+{vacancies})", "{people} (+{vacancies})";
    RuleTableNote { date }: "Строка — сколько минут работы уходит на одно законченное дело, столбец — сколько их приходит в\u{a0}месяц. В\u{a0}ячейке — сколько людей держать; в\u{a0}скобках — сколько вакансий открыть {date}, если ищут только тех, кого попросили сейчас. На следующих пересмотрах открывайте столько вакансий, скольких людей — вместе с\u{a0}теми, кого уже ищут, — не хватает до числа в\u{a0}ячейке.", "Row: minutes of work on one finished item; column: how many come in a month. Cell: how many people to have; in brackets: how many vacancies to open on {date} when only those asked for now are being searched for. At later reviews open as many vacancies as people, those being searched for included, are missing to the number of the cell.";
    RuleTablePlain { date }: "Строка — сколько минут работы уходит на одно законченное дело, столбец — сколько их приходит в\u{a0}месяц. В\u{a0}ячейке — сколько людей держать. На пересмотрах начиная с\u{a0}{date} открывайте столько вакансий, скольких людей — вместе с\u{a0}теми, кого уже ищут, — не хватает до числа в\u{a0}ячейке.", "Row: minutes of work on one finished item; column: how many come in a month. Cell: how many people to have. At the reviews from {date} on open as many vacancies as people, those being searched for included, are missing to the number of the cell.";
    RuleTableCounts { streams }: "Считаются дела этих потоков: {streams}.", "The items of these streams are counted: {streams}.";
    RuleTableNearest: "Между строками и\u{a0}столбцами берите ближайшие.", "Between rows and columns take the nearest.";
    RuleTableLater { count, date }: "От {count} в\u{a0}месяц скобок нет, потому что столько к\u{a0}{date} не приходит ни в\u{a0}одном прогоне; в\u{a0}остальных столбцах без скобок — не открывать никого.", "From {count} a month on there are no brackets, because no replication has so many by {date}; in the other columns no brackets mean to open none.";
    NoMoreThan { count }: "Больше, чем {count}, план здесь никогда не ищет, сколько бы ни стояло в\u{a0}ячейке.", "The plan never asks for more than {count} here, whatever the cell says.";
    NobodyForGood: "Насовсем план здесь никого не ищет, сколько бы ни стояло в\u{a0}ячейке.", "The plan asks for nobody for good here, whatever the cell says.";
    TemporaryTableTitle: "Сколько людей взять на время", "How many people to take on for a time";
    ItemsWaiting { count }: "ждут {count}", "{count} waiting";
    TemporaryCell { people, months }: "{people} ({months}\u{a0}мес.)", "{people} ({months}\u{a0}mo)";
    TemporaryTableNote { date, count }: "Строка — сколько минут работы уходит на одно законченное дело, столбец — сколько дел ждут или начаты {date}, когда приходит {count} в\u{a0}месяц. В\u{a0}ячейке — сколько людей взять на время; в\u{a0}скобках — через сколько месяцев после этого дня договор кончается. Тех, кто уже работает и кого уже ищут, столбцы учитывают. Учтены и\u{a0}вакансии, которые в\u{a0}тот\u{a0}же день открывает первая таблица: где она просит больше, на время нужно меньше.", "Row: minutes of work on one finished item; column: how many items wait or are begun on {date}, when {count} come in a month. Cell: how many people to take on for a time; in brackets: after how many months from that day the contract ends. Those who are there and those being searched for are taken into account. So are the vacancies that the first table opens on that day: where it asks for more, fewer are needed for a time.";
    SignpostsTitle: "Что может понадобиться: готовьтесь заранее", "What may be needed: be prepared";
    NoMinutesYet: "ещё не известно", "not known yet";
    OfSuchMinutes: "Вероятность таких минут", "Probability of such minutes";
    VacancyThen: "Из них кого-то просят", "Of them somebody is asked for";
    SignpostsNote: "Вероятность таких минут — доля всех случаев, следующий столбец — доля среди них. Вакансии и\u{a0}люди — медиана тех случаев, в\u{a0}которых кого-то просят.", "Probability of such minutes: share of all cases; the next column is a share of these. Vacancies and people: median of the cases in which somebody is asked for.";
    SignpostsRows: "Строки — где кого-то просят хотя бы в\u{a0}каждом пятом таком случае.", "Rows: where that is one such case of five at least.";
    SignpostsRowsForATime: "Взять на время — медиана всех таких случаев. Строки — где её больше нуля или кого-то просят хотя бы в\u{a0}каждом пятом таком случае.", "Take on for a time: median of all such cases. Rows: where that is more than none, or somebody is asked for in one such case of five at least.";
    ReviewOn: "Когда", "When";
    IfMinutes: "Если работы на одно, мин", "If minutes of work on each are";
    OpenNowColumn: "Открыть сейчас", "To open now";
    OpenNobodyNow: "никого", "nobody";
    OpenThen: "Открыть вакансий", "Vacancies to open";
    PeopleThen: "Людей всего", "People in all";
    AlternativesTitle: "План рядом с\u{a0}другими", "The plan beside others";
    AlternativesNote: "Все — на одних и\u{a0}тех же новых прогонах, сколько их у\u{a0}каждого хватает. Стоимость — сверх того, что платят и\u{a0}без плана. Где прогонов меньше, чем у\u{a0}плана, стоимость и\u{a0}опоздания приведены к\u{a0}его прогонам: отстоят от плана на разницу с\u{a0}ним.", "All on the same fresh replications, as many as each has. Cost: beyond what is paid without any plan. What has fewer replications than the plan is brought to those of the plan: cost and late items are as far from the plan's as they differ from it.";
    AsNobody { names, nobody }: "Ни разу никого не нанимают и\u{a0}дают то же, что {nobody}: {names}.", "Hire nobody in any replication and do the same as {nobody}: {names}.";
    SheetPlans: "План и\u{a0}варианты", "The plan and others";
    SheetInputs: "Числа и\u{a0}утверждения", "Numbers and claims";
    PlanColumn: "План действий", "Plan";
    DearerColumn: "Дороже плана на", "Dearer than the plan";
    HiresNowColumn: "Нанять сейчас", "Hired now";
    HiresAllColumn: "Всего (10–90\u{202f}% случаев)", "In all (10–90% of cases)";
    LateAMonth: "Опозданий в\u{a0}месяц", "Late a month";
    LateAMonthFrom { date }: "Опозданий в\u{a0}месяц с\u{a0}{date}", "Late a month from {date}";
    TemporaryAllColumn: "На время (10–90\u{202f}% случаев)", "For a time (10–90% of cases)";
    RevenueLostColumn: "Упущенная выручка", "Revenue lost";
    TakeOnThen: "Взять на время", "Take on for a time";
    PlanStaged: "Этот план: сейчас, замер, потом", "This plan: now, measure, then";
    PlanNobody: "Никого не нанимать", "Hire nobody";
    PlanWait: "Ждать первого пересмотра", "Wait for the first review";
    PlanFixedUncapped: "Все даты назначены сразу, сверх предела", "All dates fixed at once, beyond the cap";
    PlanUncapped: "Такой же план без предела", "A plan of this kind without the cap";
    PlanAsItIs: "Ничего не менять", "Change nothing";
    PlanFixed: "Все даты назначены сразу", "All dates fixed at once";
    PlanPerfect: "Если знать наперёд все числа и\u{a0}случайности", "If every number and all chance were known";
    PlanForeseen: "Если знать наперёд все случайности", "If all chance were known";
    PlanOwn: "Ваш список", "Your own list";
    LeversTitle: "Что испробовано до найма людей", "What was tried before people";
    LeversNote: "Экономит — насколько дешевле план, который держит обещания так же; опоздания — на сколько больше или меньше в\u{a0}месяц. Интервал, в\u{a0}котором есть ноль, ничего не доказывает. В\u{a0}план поиск взял то, с\u{a0}чем нашёл его дешевле.", "Saves: how much cheaper a plan is that keeps the promises as well; late: how many more or fewer a month. An interval with zero in it proves nothing. The plan makes use of what the search found it cheaper with.";
    LeversFree { moves }: "Не в\u{a0}плане, но ничего не стоит, а\u{a0}опозданий с\u{a0}этим меньше: {moves}.", "Not in the plan, but free, and fewer items are late with it: {moves}.";
    LeversNoFigure { moves }: "Без цифры: {moves} — не нашлось плана без этого, о\u{a0}котором известно, что он держит обещания так же.", "Without a figure: {moves}. No plan without it is known to keep the promises as well.";
    LeverLeftOut { title, with, without, of }: "Без цифры: {title} — из {of} самых трудных прогонов поиска с\u{a0}этим все обещания держатся в\u{a0}{with}, а\u{a0}без этого — в\u{a0}{without}, поэтому сколько это сберегает при той же надёжности, неизвестно.", "Without a figure: {title}. Of the {of} hardest replications of the search every promise is kept in {with} with it and in {without} without, so what it saves at the same confidence is not known.";
    LeverColumn: "Мера", "Measure";
    MadeColumn: "В\u{a0}плане", "In the plan";
    Yes: "да", "yes";
    SavesColumn: "Экономит", "Saves";
    LateChange: "Опозданий в\u{a0}месяц, больше или меньше", "Late a month, more or fewer";
    LateBefore { date }: "Опозданий до {date}, больше или меньше", "Late before {date}, more or fewer";
    MarginalTitle: "Что даёт каждый следующий человек", "What each next person buys";
    MarginalInstead: "Минус в\u{a0}стоимости: без этого человека накопившееся разбирают люди, взятые на время, и\u{a0}платить приходится больше.", "A negative cost: without this person people taken on for a time clear what piles up, and more is paid.";
    MarginalNote: "Каждая строка — план, в\u{a0}котором людей этой роли можно попросить на одного больше, чем строкой выше. № — по порядку найма. Опоздания и\u{a0}деньги — среднее по всем прогонам, и\u{a0}по тем, где этого человека не просят. Интервал, в\u{a0}котором есть ноль, ничего не доказывает.", "Each row: a plan that may ask for one person more of the role than the row above. No.: in order of hiring. Late items and money: means over all replications, those included in which this person is not asked for. An interval with zero in it proves nothing.";
    HireNumber: "№ найма", "Hire no.";
    WhenColumn: "Когда", "When";
    Later: "потом", "later";
    BreaksColumn: "Без него и\u{a0}следующих первым срывается", "First to break without this one and those after";
    BreaksIn: "С\u{a0}месяца", "From";
    BreaksCount { of }: "В\u{a0}скольких из {of} прогонов", "In how many of {of} replications";
    SparesColumn: "Избавляет от опозданий в\u{a0}месяц", "Spares late a month";
    KeptBeforeAfter { of }: "Все обещания без него и\u{a0}с\u{a0}ним, в\u{a0}скольких из {of} прогонов", "Every promise without and with, in how many of {of} replications";
    PersonCost: "Стоит до конца срока", "Costs up to the horizon";
    CostABreach: "За одно опоздание", "For one late";
    CheaperColumn: "Что дешевле", "What is cheaper";
    PricedTitle { required, all }: "Обещания: план обязан держать {required} из {all} SLA", "Promises: the plan is required to keep {required} of {all} SLAs";
    DocumentShare: "Цель SLA", "SLA target";
    PlannedFor: "В\u{a0}плане", "Planned";
    RelaxedTo: "Если ослабить до", "If relaxed to";
    RelaxedSaves: "Это экономит", "That saves";
    RelaxedLimit { factor }: "срок ×\u{a0}{factor}", "limit ×\u{a0}{factor}";
    RelaxedDays: "рабочие дни вместо календарных", "working days in place of calendar days";
    RelaxedPoints { points }: "доли на {points}\u{a0}п.\u{202f}п. ниже", "shares {points} points lower";
    RelaxedLimits { factor }: "сроки ×\u{a0}{factor}", "limits ×\u{a0}{factor}";
    SharesNote { of }: "Доли с\u{a0}планом и\u{a0}без него — по одним и\u{a0}тем же новым прогонам, их {of}.", "Shares with the plan and without it: in the same fresh replications, {of} of them.";
    RelaxedNote { of }: "Экономия — против плана, который тот же поиск находит, ничего не ослабляя, на {of} новых прогонах; ослабленный держит в\u{a0}прогонах поиска то, что тогда обещано, не реже. Из шагов (доля ниже, срок вдвое дольше, рабочие дни вместо календарных) показан тот, что экономит больше всего. Интервал, в\u{a0}котором есть ноль, ничего не доказывает.", "Saved: against the plan that the same search finds with nothing relaxed, in {of} fresh replications; in the replications of the search the relaxed one keeps what is then promised no less often. Of the steps (a lower share, twice the limit, working days in place of calendar days) the one that saves most is shown. An interval with zero in it proves nothing.";
    RelaxedNone: "Какое из обещаний ни ослабить по отдельности, плана, который наверняка дешевле и\u{a0}держит всё так, как запрошено, не находится.", "Whichever promise is relaxed alone, no plan is found that is cheaper for certain and keeps everything as was asked for.";
    RelaxedRole { role, step, money, range }: "Все обещания роли «{role}» вместе ({step}): план дешевле на {money} ({range}).", "All promises of {role} together ({step}): the plan is {money} cheaper ({range}).";
    RelaxedNoRole: "Не находится и\u{a0}тогда, когда ослаблены все обещания одной роли вместе.", "Nor is one found with all promises of one role relaxed together.";
    LadderTitle: "Во что обходится уверенность", "What confidence costs";
    LadderNote: "Отмеченная строка — излом: дальше каждый процент вероятности дороже, чем до неё.", "The marked row is the knee: beyond it every percent of probability costs more than before.";
    RungForColumn: "Искали для", "Looked for";
    LastPercentCosts { from, to, money, range, of }: "Последний процент: между ступенями {from} и\u{a0}{to} процентный пункт стоит {money} ({range}), по {of} общим прогонам.", "The last percent: between the rungs of {from} and {to} a percentage point costs {money} ({range}), in {of} replications of both.";
    LastPercentOpen: "Сколько стоит последний процент, эти прогоны не говорят: никакие две из верхних ступеней не различить наверняка и\u{a0}по стоимости, и\u{a0}по вероятности.", "What the last percent costs these replications do not tell: no two of the upper rungs are told apart for certain in both cost and probability.";
    LadderJump { level, above, below }: "Для {level} своей ступени нет: из опробованных правил дешевле ступени {above} ни одно до {level} не доходит, следующая ниже — {below}.", "There is no rung for {level}: of the rules that were tried none cheaper than the rung of {above} reaches {level}, and the next below is at {below}.";
    LadderLowest { level, above }: "Для {level} своей ступени нет: правила дешевле ступени {above} не нашлось.", "There is no rung for {level}: no rule cheaper than the rung of {above} was found.";
    LadderBeyond { level }: "Для {level} ступени нет: ни одно из опробованных правил до этого не доходит.", "There is no rung for {level}: none of the rules that were tried reaches it.";
    PeopleMean: "Людей, в\u{a0}среднем", "People, mean";
    ByReadingTitle: "Тот же план в\u{a0}каждом прочтении", "The same plan in each reading";
    Weight: "Вес", "Weight";

    // Headings.
    ThenHeading: "Что делать потом", "What to do then";
    ExplainedHeading: "За что платим: каждый человек и\u{a0}каждый процент", "What is paid for: each person and each percent";
    PromisesByMonth: "Обещания по месяцам", "Promises month by month";

    // For HR.
    BreaksWithout { sla, month, count, of }: "Без него и\u{a0}следующих в\u{a0}{count} из {of} прогонов первым срывается {sla} (медиана — {month})", "Without this person and those after, the first to break is {sla} in {count} of {of} replications (median: {month})";
    SparesAlone { count, of }: "Все обещания не держатся и\u{a0}с\u{a0}ним ни в\u{a0}одном из {of} прогонов, но с\u{a0}ним в\u{a0}месяц на {count} меньше", "Even with this person every promise is kept in none of {of} replications, but there are {count} a month fewer";
    KeepsNothing { of }: "Все обещания не держатся и\u{a0}с\u{a0}ним ни в\u{a0}одном из {of} прогонов", "Even with this person every promise is kept in none of {of} replications";
    BreaksNothing { of }: "Запас: ни в\u{a0}одном из {of} прогонов обещание этой роли, которое план держит, не срывается без него и\u{a0}следующих", "Reserve: in none of {of} replications a promise of the role that the plan keeps breaks without this person and those after";
    InEvery: "Из них нужны к\u{a0}полной отдаче в\u{a0}49 случаях из 50, судя по объёму работы", "Of them needed by full productivity in 49 cases of 50, by the amount of work";
    VacanciesNote: "Выход — день, к\u{a0}которому заканчиваются девять поисков из десяти. В\u{a0}месяц — оклад со взносами, на одного.", "Start: the day by which nine searches of ten end. A month: pay with contributions, each.";

    Requirements: "Требования (впишите)", "Requirements (to fill in)";
    BudgetTitle: "Бюджет по месяцам на тех, кого ищут сейчас", "Budget by month for those asked for now";
    QuartersTitle: "Тот же бюджет по кварталам", "The same budget by quarter";
    BudgetNote: "Оклад со взносами и\u{a0}расходы на поиск, со дня выхода из таблицы вакансий. Без тех, кто уже работает, и\u{a0}тех, кого попросят позже. В\u{a0}книге Excel это формулы: измените оклад в\u{a0}жёлтой ячейке, и\u{a0}бюджет пересчитается.", "Pay with contributions and the cost of the search, from the start in the table of vacancies. Without those who are there already and those who will be asked for later. In the workbook these are formulas: change the pay in a yellow cell, and the budget follows.";
    Quarter: "Квартал", "Quarter";
    QuarterOf { number, year }: "{number}-й\u{a0}кв. {year}", "Q{number}\u{a0}{year}";
    Total: "Всего", "Total";
    ReplacementsTitle: "Сколько людей уходит: на замену тоже нужны заявки", "How many people leave: replacing them takes requests too";
    PeopleWithNow: "Людей вместе с\u{a0}теми, кого ищут сейчас", "People, those asked for now included";
    AttritionAYear: "Текучесть в\u{a0}год", "Attrition a year";
    LeaveAYear: "Уходит в\u{a0}год", "Leave a year";
    Replaced: "План считает с\u{a0}заменой", "The plan counts on replacements";
    ReplacementsNote: "Людей × текучесть, в\u{a0}среднем; кто уходит раньше из-за перегрузки, не учтён.", "People × attrition, on average; those who leave sooner because of overload are not counted.";

    // Charts.
    ChartAlternatives { money }: "Решать поэтапно дешевле на {money}, чем назначить все даты сразу", "Deciding in stages saves {money} against fixing all dates at once";
    ChartAlternativesPlain { cost, share }: "План стоит {cost} и\u{a0}держит все обещания с\u{a0}вероятностью {share}", "The plan costs {cost} and keeps every promise with probability {share}";
    ChartAlternativesSubtitle { promise }: "Стоимость до конца срока и\u{a0}вероятность, что каждое обещание держится {promise}; 95\u{202f}% интервалы: вверх — вероятности, вбок — разницы с\u{a0}этим планом", "Cost up to the horizon and probability that every promise is kept {promise}; 95% intervals: upwards of the probability, across of the difference from this plan";
    ChartFan { role, now, later }: "{role}: сейчас нанять {now}, к\u{a0}концу срока всего {later} не реже чем в\u{a0}16 случаях из\u{a0}20", "{role}: hire {now} now, {later} in all by the end in at least 16 cases of 20";
    ChartFanLater { role, later }: "{role}: сейчас никого, к\u{a0}концу срока {later} не реже чем в\u{a0}16 случаях из\u{a0}20", "{role}: nobody now, {later} by the end in at least 16 cases of 20";
    ChartFanOne { role, count }: "{role}: к\u{a0}концу срока нанято {count} во всех 20 исходах", "{role}: {count} hired by the end in all 20 outcomes";
    ChartFanSubtitle: "Людей по месяцам: полоса — 80\u{202f}% случаев, линия — середина; отметки — пересмотры. Внизу: 20 равновероятных исходов, точка — сколько нанято всего", "People by month: band 80% of cases, line the middle; ticks: reviews. Below: 20 equally likely outcomes, a dot is how many were hired in all";
    HiredInAll: "Нанято всего", "Hired in all";
    PeopleAxis: "Людей", "People";
    ChartStaircase { first, last, role }: "{role}: опозданий в\u{a0}месяц меньше на {first} от первого из нанятых и\u{a0}на {last} от последнего", "{role}: the first hired spares {first} late items a month, the last {last}";
    ChartStaircaseOne { first, number, role }: "{role}: найм №\u{a0}{number} избавляет от {first} опозданий в\u{a0}месяц", "{role}: hire no. {number} spares {first} late items a month";
    ChartStaircasePlain: "От скольких опозданий избавляет каждый следующий человек", "How many late items each next person spares";
    ChartStaircaseNone: "Что даёт каждый следующий человек: по опозданиям этого не видно", "What each next person buys: late items do not tell";
    ChartStaircaseSubtitle { of }: "Опозданий в\u{a0}месяц меньше, чем без этого человека, с\u{a0}95\u{202f}% интервалом; без столбца — меньше 0,05 или неотличимо от нуля. У\u{a0}имени — в\u{a0}скольких из {of} прогонов держатся все обещания без него и\u{a0}с\u{a0}ним", "Late items a month fewer than without this person, with its 95% interval; no column: less than 0.05, or not to be told from zero. At the name: in how many of {of} replications every promise is kept without and with this person";
    ChartSchedule { vacancies, date }: "{vacancies} открыть сейчас: последний выход — {date}", "{vacancies} to be opened now: the last start is on {date}";
    ChartScheduleSubtitle: "От открытия вакансии до дня, к\u{a0}которому заканчиваются девять поисков из десяти, и\u{a0}до полной отдачи", "From opening the vacancy to the day by which nine searches of ten end, and to full productivity";
    PersonBar { role, number, when, before, after }: "{role} {number}, {when}: {before}\u{a0}→\u{a0}{after}", "{role} {number}, {when}: {before}\u{a0}→\u{a0}{after}";
    ChartMap { role, from, to }: "{role}: людей понадобится от {from} до {to}, смотря сколько занимает одно дело и\u{a0}сколько их", "{role}: {from} to {to} people, depending on minutes and number of items";
    ChartMapMore { role, from, to }: "{role}: людей понадобится от {from} до {to} и\u{a0}больше, смотря сколько занимает одно дело и\u{a0}сколько их", "{role}: {from} to {to} people and more, depending on minutes and number of items";
    ChartMapStill { table }: "Год здесь стоит на месте, а\u{a0}таблица «{table}» считает с\u{a0}ростом, пока новичок не заработает в\u{a0}полную силу, и\u{a0}с\u{a0}запасом правила: числа там другие.", "The year stands still here; the table “{table}” reckons with growth until a newcomer is fully productive, and with the room of the rule: its numbers differ.";
    ChartMapCells { confidence }: "Цвет и\u{a0}число — сколько людей держат обещания с\u{a0}вероятностью {confidence}", "Colour and number: how many people keep the promises with probability {confidence}";
    ChartMapSubtitle { confidence }: "Цвет и\u{a0}число — сколько людей держат обещания с\u{a0}вероятностью {confidence}; кружок — сколько минут и\u{a0}дел сейчас, стрелка — куда ведёт рост", "Colour and number: how many people keep the promises with probability {confidence}; dot: minutes and items now, arrow: where growth leads";
    MapAcross: "Дел в\u{a0}месяц", "Items a month";
    MapUp: "Минут работы на каждое", "Minutes of work on each";
    MapMore: "больше", "more";
    ChartLadder { share, knee, money }: "До {share} уверенность дешева: {knee}; дальше — ещё {money}", "Confidence is cheap up to {share}: {knee}; beyond it costs {money} more";
    ChartLadderPlain { low, high }: "От {low} до {high}: во что обходится уверенность", "From {low} to {high}: what confidence costs";
    ChartLadderSubtitle { of, few }: "Стоимость до конца срока и\u{a0}вероятность, что держатся все обещания; полосы — 95\u{202f}% интервалы. Этот план — по {of} прогонам, другие — хотя бы по {few}", "Cost up to the horizon and probability that every promise is kept; bands: 95% intervals. This plan in {of} replications, the others in {few} at least";
    RungOfPlan { share, money }: "этот план: {share}, {money}", "this plan: {share}, {money}";
    RungUncapped { share, money }: "без предела: {share}, {money}", "without the cap: {share}, {money}";
    RungFor { level, share, money }: "для {level}: {share}, {money}", "for {level}: {share}, {money}";
    LadderMore: "Самые дешёвые ступени для 50, 80, 90 и\u{a0}95\u{202f}% ищет --full: они могут быть дешевле этих.", "The cheapest rungs for 50, 80, 90 and 95% are looked for with --full: they may cost less than these.";
}
