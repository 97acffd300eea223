//! Every fixed text of reports, in both languages: one row each.
//!
//! Sentences have places in braces, filled by [`fill`].

use crate::scenario::Lang;

macro_rules! words {
    ($($key:ident: $ru:literal, $en:literal;)*) => {
        /// A fixed text.
        #[allow(missing_docs)] // The texts say what they are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Word { $($key),* }

        impl Word {
            /// Every text.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$key),*];

            /// The text in a language.
            pub(crate) fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$key, Lang::Ru) => $ru, (Self::$key, Lang::En) => $en,)*
                }
            }
        }
    };
}

words! {
    // Units. Spaces inside units are no-break spaces.
    PercentagePoints: "п.\u{a0}п.", "pp";
    Million: "млн", "M";
    Thousand: "тыс.", "k";
    MinutesShort: "мин", "min";
    HoursShort: "ч", "h";
    DaysShort: "дн.", "days";
    WorkingDaysShort: "раб.\u{a0}дн.", "working days";
    PeopleShort: "чел.", "people";
    AMonth: "в месяц", "a month";
    PerMonthShort: "/мес.", "/month";

    // Headings of tables.
    Policy: "Вариант", "Policy";
    Baseline: "Сравнение с", "Compared with";
    Measure: "Показатель", "Measure";
    Scope: "Что", "Scope";
    Unit: "Единица", "Unit";
    Month: "Месяц", "Month";
    Role: "Роль", "Role";
    Stream: "Поток", "Stream";
    Mean: "Среднее", "Mean";
    Interval95: "95\u{202f}% интервал", "95% interval";
    Difference: "Разница", "Difference";
    Target: "Цель", "Target";
    Verdict: "Вывод", "Verdict";
    Claim: "Утверждение", "Claim";
    Stated: "Сказано", "Stated";
    Found: "Получилось", "Found";
    Note: "Примечание", "Note";
    Source: "Источник", "Source";
    Input: "Допущение", "Input";
    Value: "Значение", "Value";
    Cost: "Стоимость", "Cost";
    Probability: "Вероятность", "Probability";
    RequestBy: "Открыть вакансию до", "Open the vacancy by";
    StartBy: "Выход до", "Start by";

    // Measures.
    SlaMet: "Выполнение SLA", "SLA met";
    SlaBreaches: "Нарушения SLA", "SLA breaches";
    SlaMonthsMet: "Месяцев в норме", "Months on target";
    SlaAllMet: "Вероятность выдержать все месяцы", "Probability that every month is on target";
    Arrivals: "Поступило", "Arrivals";
    Completions: "Выполнено", "Completions";
    Backlog: "В работе и в очереди", "Backlog";
    Overdue: "Просрочено", "Overdue";
    Wait: "Ожидание начала", "Wait";
    Sojourn: "Время до завершения", "Time to completion";
    OfferedLoad: "Нагрузка, человек", "Offered load, people";
    Occupancy: "Занятость", "Occupancy";
    Utilisation: "Загрузка", "Utilisation";
    Headcount: "Численность", "Head-count";
    PaidHours: "Оплаченные часы", "Paid hours";
    BusyHours: "Занятые часы", "Busy hours";
    OvertimeNeeded: "Нужная переработка", "Overtime needed";
    UncoveredDays: "Дни без замены", "Uncovered days";
    Clients: "Клиенты", "Clients";
    ProjectsOpen: "Проекты в работе", "Projects under way";
    Visits: "Выезды", "Visits";

    // Charts.
    TargetAt: "цель {value}", "target {value}";
    Others: "остальные ({count})", "others ({count})";
    UpTo: "до\u{a0}{value}", "up to {value}";
    Over: "выше\u{a0}{value}", "over {value}";
    LowInput: "нижний край диапазона", "low end of the range";
    HighInput: "верхний край диапазона", "high end of the range";
    ChartFile: "График", "Chart";

    // Reports.
    Findings: "Главное", "Findings";
    Cautions: "С осторожностью", "Cautions";
    WhatToDo: "Что делать", "What to do";
    Assumed: "принято", "assumed";
    Holds: "верно", "holds";
    Fails: "неверно", "fails";
    Undecided: "не решено", "undecided";

    // Pages and workbooks.
    Contents: "Содержание", "Contents";
    ToContent: "К содержанию", "To the content";
    Attention: "внимание", "attention";
    GoodNews: "хорошо", "good";
    BadNews: "плохо", "bad";
    PointAtChart: "Наведите на график или коснитесь его, чтобы увидеть значения.", "Point at a chart or touch it to see its values.";
    Summary: "Сводка", "Summary";
    LowEnd: "{what}: нижняя граница", "{what}: low end";
    HighEnd: "{what}: верхняя граница", "{what}: high end";
    ToLowEnd: "До нижней границы", "To the low end";
    ToHighEnd: "До верхней границы", "To the high end";
    Event: "Событие", "Event";
    Efficient: "Дешевле и лучше нет", "Nothing is cheaper and better";
    Rest: "Остальные", "Others";
    InWorkbook: "{table}: лист в {file}", "{table}: a sheet of {file}";
    Searching: "поиск", "search";
    RampingUp: "ввод в\u{a0}должность", "ramp-up";
    NeededFrom: "когда нужен (10 – 50 – 90\u{202f}% прогонов)", "when needed (10 – 50 – 90% of replications)";
    VacancyOpens: "Вакансия", "Vacancy";
    WorkBegins: "Выход", "Start";
    FullSpeed: "Полная отдача", "Fully productive";
    SearchDays: "Дней поиска", "Days of search";
    RampDays: "Дней ввода", "Days of ramp-up";
    AtLow: "Ответ при нижнем крае", "Answer at the low end";
    AtHigh: "Ответ при верхнем крае", "Answer at the high end";
    ShiftAtLow: "Сдвиг ответа при нижнем крае", "Shift of the answer at the low end";
    ShiftAtHigh: "Сдвиг ответа при верхнем крае", "Shift of the answer at the high end";

    Charts: "Графики", "Charts";

    // Files.
    CannotCreateFolder: "не удалось создать папку `{path}`: {reason}", "cannot create folder `{path}`: {reason}";
    CannotWrite: "не удалось записать файл `{path}`: {reason}", "cannot write file `{path}`: {reason}";
    CannotDraw: "не удалось нарисовать `{path}`: {reason}", "cannot draw `{path}`: {reason}";
    NoPermission: "нет права на запись", "no permission to write there";
    CannotPrint: "не удалось вывести результат: {reason}", "cannot print the result: {reason}";
    FileTooLarge: "файл больше, чем разрешено", "the file is larger than is allowed";
    DiskFull: "на диске не осталось места", "the disk is full";
    ReadOnly: "диск доступен только для чтения", "the disk is read-only";
    NotAFolder: "на этом пути стоит файл, а не папка", "a part of the path is a file, not a folder";
    IsAFolder: "на этом месте уже есть папка", "a folder is in its place";
    Missing: "такой папки нет", "there is no such folder";

    // Sentences about a run.
    And: "и", "and";
    AndMore: "и ещё {count}", "and {count} more";
    RunSubtitle: "{from} – {to}; {policies}, {replications} каждого; в скобках 95\u{202f}% интервал", "{from} – {to}; {policies}, {replications} of each; 95% intervals in brackets";
    Throughout: "весь срок", "all the time";
    InNoMonth: "ни в одном месяце", "in no month";
    NothingToJudge: "нечего оценивать", "nothing to judge";
    UntilDate: "до {date}", "until {date}";
    SinceDate: "с {date}", "since {date}";
    InSomeMonths: "в {count} {word} из {all}", "in {count} {word} of {all}";
    DriverMoves: "{driver}: {from} → {to} за {months}", "{driver}: {from} → {to} in {months}";
    MoreWorkThanPeople: "Работы больше, чем успевают люди: {roles}", "More work than people can do: {roles}";
    PeopleNeeded: "нужно {now} человека сейчас и {then} в конце срока; в штате {people}, за вычетом отпусков, болезней и вакансий на месте {there}", "{now} people are needed now and {then} in the end; there are {people} places, and {there} are there when holidays, sickness and vacancies are taken off";
    EnoughPeople: "Людей хватает во всех ролях; самая загруженная — {role}: {share} оплаченного времени", "Every role has people enough; the busiest is the {role}: {share} of paid time";
    TargetsAll: "Все SLA ({all}) выполняются в каждом месяце", "Every SLA ({all}) is met in every month";
    TargetsNone: "Ни один SLA из {all} не выполняется ни в одном месяце", "None of {all} SLAs is met in any month";
    TargetsSome: "Из {all} SLA выполняются весь срок {always}, часть срока {partly}, ни в одном месяце {never}", "Of {all} SLAs {always} are met all the time, {partly} part of the time, {never} in no month";
    TargetsAlways: "Весь срок", "All the time";
    TargetsPartly: "Часть срока", "Part of the time";
    TargetsNever: "Дальше всего от цели", "Farthest from the target";
    ShareOfTarget: "{share} при цели {target}", "{share}, target {target}";
    FewestBreaches: "Меньше всего нарушений SLA даёт {policy}: {breaches} в месяц; {baseline} — {before}", "{policy} has the fewest SLA breaches: {breaches} a month; {baseline} has {before}";
    NothingHelps: "Ни один вариант не даёт меньше нарушений SLA, чем {baseline}", "No policy has fewer SLA breaches than {baseline}";
    TargetsMetInstead: "SLA выполнено {met} из {all} (было {before})", "{met} of {all} SLAs are met (was {before})";
    CostMore: "Затраты {cost} в месяц, на {difference} больше", "It costs {cost} a month, {difference} more";
    CostLess: "Затраты {cost} в месяц, на {difference} меньше", "It costs {cost} a month, {difference} less";
    CostSame: "Затраты те же: {cost} в месяц", "It costs the same: {cost} a month";
    NoDifference: "Не меняют SLA {count} из {all} вариантов: разница с {baseline} в пределах погрешности", "{count} of {all} policies leave the SLAs as they are: no certain difference from {baseline}";
    NoneOfThemHires: "Найм по этим правилам не наступает ни разу", "These rules never ask for anybody";
    NeverHires: "Найм по правилу не наступает ни разу: {policies}", "The rule never asks for anybody: {policies}";

    // Tables of a run.
    NeededNow: "Нужно сейчас", "Needed now";
    NeededThen: "Нужно в конце", "Needed in the end";
    Overloaded: "Работы больше, чем рук", "More work than hands";
    No: "нет", "no";
    NowAndThen: "Сейчас и в конце — {span}.", "Now and in the end: {span}.";
    RolesNote: "На месте — за вычетом отпусков, болезней и вакансий.", "There: holidays, sickness and vacancies are taken off.";
    MorePolicies: "Показаны те, где меньше всего нарушений; ещё {count} — в summary.csv.", "Shown are those with the fewest breaches; {count} more are in summary.csv.";
    PeopleThereShort: "На месте", "There";
    MeanInTime: "В срок в среднем", "Mean share in time";
    SpanOfOne: "первый и последний месяц", "the first and the last month";
    SpanOfThree: "три первых и три последних месяца", "the first and the last three months";
    MetNow: "Сейчас", "Now";
    MetThen: "В конце", "In the end";
    MetInAll: "Весь срок", "In all";
    IsMet: "Цель достигается", "Target is reached";
    MetOf: "SLA из {all}", "SLAs met of {all}";
    BreachesAMonth: "Нарушений в месяц", "Breaches a month";
    CostAMonth: "Затраты в месяц", "Cost a month";
    PoliciesNote: "SLA выполнен, если доля в срок за весь срок не ниже цели.", "An SLA is met when its share in time over the whole horizon reaches the target.";
    UtilisationNote: "Занятое время ÷ оплаченное: отпуск и болезни оплачены, поэтому и перегруженный человек не занят на 100\u{202f}%.", "Busy ÷ paid time: holidays and sickness are paid, so that even an overloaded person is not busy 100%.";
    LargestChange: "Наибольшее изменение", "Largest change";
    DifferenceFrom: "Разница с {baseline}", "Difference from {baseline}";
    NoCertainChange: "без изменений", "no change";
    ComparisonNote: "Парная разница: каждый прогон обоих вариантов с одними и теми же случайностями.", "Paired: in each replication both policies meet the same chance.";
    Path: "Где в сценарии", "Path in the scenario";
    AssumptionsTitle: "Числа, которых нет в источниках", "Numbers without a source";

    // Cautions of a run.
    UpToOfCapacity: "{what} — до {times}", "{what} up to {times}";
    MoreEachMonth: "{what} ({slope} в месяц)", "{what} ({slope} a month)";
    CautionLoad: "Нагрузка выше возможностей: {roles}", "Load above capacity: {roles}";
    AdviceLoad: "Смотрите, сколько людей нужно: длина очереди зависит от того, где кончается расчёт", "Look at how many people are needed: the length of the queue depends on where the horizon ends";
    CautionBacklog: "К концу срока очередь всё ещё растёт: {streams}", "The backlog still grows at the horizon: {streams}";
    AdviceBacklog: "Установившегося уровня нет: сравнивайте варианты между собой", "There is no steady level: compare policies with each other";
    CautionWide: "Интервал слишком широк, чтобы решать, у {count}; самый широкий — {sla}: ±{half} п.\u{a0}п.", "Intervals of {count} are too wide to decide on; the widest is {sla}: ±{half} pp";
    AdviceReplications: "Увеличьте число прогонов: --replications {n}", "Take more replications: --replications {n}";
    CautionCalendar: "С {year} года праздники рассчитаны по правилу: производственный календарь ещё не утверждён", "From {year} on holidays are extrapolated: the production calendar is not decreed yet";
    AdviceCalendar: "Когда его утвердят, впишите переносы в [calendar]", "When it is, write the moved days into [calendar]";
    CautionAssumed: "{count}: эти числа не взяты из источников, а приняты", "{count}: no source states these numbers";
    AdviceAssumed: "Список — staffcast check; замените их своими замерами", "List them with staffcast check; replace them by measurements";
    CautionFew: "Мало прогонов ({done}): интервалы ненадёжны", "Few replications ({done}): intervals mean little";

    // Sections and charts of a run.
    HowBusy: "Как загружены роли", "How busy each role is";
    WhichTargets: "Какие SLA выполняются", "Which SLAs are met";
    Policies: "Варианты", "Policies";
    Differences: "Чем варианты отличаются", "How policies differ";
    Assumptions: "Допущения", "Assumptions";
    SourceLine: "staffcast {version} · сценарий {scenario} · {replications} · зерно {seed}", "staffcast {version} · scenario {scenario} · {replications} · seed {seed}";
    NeededPeople: "нужно человек", "people needed";
    PeopleThere: "есть человек", "people there";
    PeopleThereWithout: "на месте без плана", "there without the plan";
    PeopleThereWith: "на месте с планом", "there with the plan";
    PeopleTitle: "{role}: работы на {now} человека сейчас и на {then} в конце срока, а есть {there}", "{role}: work for {now} people now and for {then} in the end, and there are {there}";
    PeopleSubtitlePlan: "Занято, если никто никого не ждёт (полоса — 80\u{202f}% прогонов), и на месте без отпусков и болезней; разница — запас, который держит сроки", "Busy if nobody ever waits (band: 80% of replications), and there, holidays and sickness taken off; the difference is the reserve that keeps the limits";
    PeopleSubtitle: "Сколько человек были бы заняты, если бы никто никого не ждал, и сколько есть; {baseline}; полоса — 80\u{202f}% прогонов", "How many people would be busy if nobody ever waited, and how many there are; {baseline}; band: 80% of replications";
    SlaTitle: "{role}: {baseline} — в\u{a0}срок {share}, SLA выполнено {met} из {all}", "{role}: {baseline} has {share} in time, {met} of {all} SLAs met";
    SlaTitleBest: "{role}: {baseline} — в\u{a0}срок {share}, SLA {met} из {all}; {best} — в\u{a0}срок {best_share}, SLA {best_met} из {all}", "{role}: {baseline} has {share} in time, {met} of {all} SLAs met; {best} {best_share}, {best_met} of {all}";
    SlaSubtitle: "Доля в срок по месяцам; полоса — 95\u{202f}% интервал", "Share in time by month; band: 95% interval";
    SlaSubtitleOthers: "Доля в срок по месяцам; полоса — 95\u{202f}% интервал; выделены исходный, лучший и худший варианты, остальные ({others}) — тонкие линии", "Share in time by month; band: 95% interval; baseline, best and worst stand out, the others ({others}) are thin";
    BreachesSubtitle: "Нарушений всех SLA в месяц, в среднем за срок, с 95\u{202f}% интервалом", "Breaches of all SLAs a month, mean over the horizon, with 95% intervals";
    UtilisationTitle: "{baseline}: загрузка {limit} и выше у {count} {word} из {all}; самая высокая — {role}, {share}", "{baseline}: {count} {word} of {all} busy {limit} or more; the busiest is the {role}, {share}";
    UtilisationTitleCalm: "{baseline}: ни одна роль не загружена на {limit}; выше всех {role} — {share}", "{baseline}: no role is {limit} busy; the busiest is the {role}, {share}";
    UtilisationSubtitle: "Занятое время ÷ оплаченное, по месяцам; отпуск и болезни оплачены, поэтому 100\u{202f}% недостижимы", "Busy ÷ paid time by month; holidays and sickness are paid, so that 100% is out of reach";
    HeatTitle: "{role}: загрузка не ниже {limit} в {count} {word} из {all}", "{role}: utilisation of {limit} or more in {count} {word} of {all}";
    HeatTitleCalm: "Ни одна роль ни в одном месяце не загружена на {limit}", "No role reaches a utilisation of {limit} in any month";
    HeatSubtitle: "Занятое время ÷ оплаченное, в процентах, по ролям и месяцам; {baseline}", "Busy ÷ paid time in per cent, by role and month; {baseline}";
    BacklogTitle: "{stream}: {baseline} оставляет открытыми к концу срока {count}, {policy} — {other}", "{stream}: {baseline} leaves {count} open in the end, {policy} {other}";
    BacklogTitleOne: "{stream}: к концу срока открыто {count} ({baseline})", "{stream}: {count} are open in the end ({baseline})";
    BacklogSubtitle: "Открыто на конец месяца, в работе и в очереди; полоса — 95\u{202f}% интервал", "Open at the end of the month, in work or waiting; band: 95% interval";
    HeadcountTitle: "Больше всего людей — {policy}: {people} к концу срока; {baseline} — {now}", "{policy} has the most people in the end: {people}; {baseline} has {now}";
    HeadcountTitleSame: "Численность во всех вариантах одна: {people}", "Every policy has the same head-count: {people}";
    HeadcountSubtitle: "Человек в штате по месяцам, с учётом увольнений и найма", "People employed by month, leavers and hires included";
    LoadTitle: "{baseline}: к концу срока работы больше, чем успевают люди, у {count} {word} из {all}; больше всех — {role}, {share}", "{baseline}: in the end {count} {word} of {all} have more work than people can do; most the {role}, {share}";
    LoadTitleCalm: "{baseline}: людей хватает во всех ролях; больше всех нагрузка — {role}, {share}", "{baseline}: every role has people enough; the most loaded is the {role}, {share}";
    LoadSubtitle: "Нужно людей ÷ на месте (без отпусков и болезней), в процентах, по ролям и месяцам; {baseline}", "People needed ÷ people there (holidays and sickness taken off), in per cent, by role and month; {baseline}";

    // The command line.
    Stopped: "Остановлено: ничего не записано", "Stopped: nothing was written";
    SecondsLeft: "осталось {s} с", "{s} s left";
    MinutesLeft: "осталось {min} мин {s} с", "{min} min {s} s left";
    HoursLeft: "осталось {h} ч {min} мин", "{h} h {min} min left";
    DaysLeft: "осталось {d} дн. {h} ч", "{d} days {h} h left";
    TooLong: "это займёт примерно {time}: {replications}, в прогоне {items} единиц работы. Дольше {limit} программа считает, только если добавить --yes. Короче: меньше прогонов (--replications), вариантов (--policy) или месяцев (--set scenario.months=12)", "this would take about {time}: {replications}, {items} items of work in each. Longer than {limit} is begun only with --yes. Shorter: fewer replications (--replications), policies (--policy) or months (--set scenario.months=12)";
    TooLarge: "для этого нужно примерно {need} ГБ памяти, а есть {free}: открыты разом будут {open} единиц работы — людей намного меньше, чем работы, или она подолгу ждёт. Посмотрите staffcast check: верны ли потоки, ожидания и численность? Меньше памяти: --threads 1, меньше месяцев; начать всё равно: --yes", "this would take about {need} GB of memory, and there are {free}: {open} items of work would be open at once, as people are far fewer than the work or it waits for long. See staffcast check: are streams, waits and head-count right? Less memory: --threads 1, fewer months; begin all the same: --yes";
    TooMany: "в одном прогоне {items} единиц работы, а программа считает до {limit}. Посмотрите staffcast check: верны ли потоки? Уменьшите поток и число людей в одно и то же число раз", "one replication has {items} items of work, and the program counts up to {limit}. See staffcast check: are the streams right? Scale streams and people down alike";
    UnknownPolicy: "нет варианта `{name}`; есть: {known}", "no policy is called `{name}`; there are: {known}";
    DidYouMean: "может быть, `{name}`?", "did you mean `{name}`?";
    ExistsAlready: "файл `{path}` уже есть: он оставлен как был", "`{path}` exists already and is left as it was";
    ScenarioWritten: "Записан сценарий {path}. Дальше: staffcast check {path}, потом staffcast run {path}", "Wrote the scenario {path}. Next: staffcast check {path}, then staffcast run {path}";
    FilesWritten: "Записано в {folder}: {files}", "Written to {folder}: {files}";

    // A check.
    CheckSubtitle: "Проверка без моделирования: сколько работы придёт и сколько могут сделать люди; {policy}", "Checked without simulating: how much work comes and how much people can do; {policy}";
    CheckOverloaded: "Работы больше, чем успевают люди, у {count} {word} из {all}: {roles}", "{count} {word} of {all} have more work than people can do: {roles}";
    CheckEnough: "Людей хватает во всех ролях; больше всех нагрузка — {role}: {share} возможного", "Every role has people enough; the most loaded is the {role}: {share} of capacity";
    CheckNeed: "{role}: нужно {now} человека сейчас и {then} в конце срока; в штате {people}, с отпусками и болезнями на месте {there}", "{role}: {now} people are needed now and {then} in the end; {people} are employed, {there} are there when holidays and sickness are taken off";
    CheckNeverBinds: "Сроки, которые никогда не действуют: другой срок того же SLA всегда наступает раньше", "Limits that never bind: another limit of the same SLA always ends earlier";
    CheckOverruled: "{sla}: {working} — всегда позже, чем {calendar}", "{sla}: {working} always end later than {calendar}";
    CheckImpossible: "Сроки короче самой работы: их не выдержит никакой штат", "Limits shorter than the work itself: no staff can keep them";
    CheckTooShort: "{sla}: срок {limit}, а путь даже без очередей занимает в среднем {route}", "{sla}: the limit is {limit}, and the route takes {route} in the mean without any queue";
    CheckLittle: "Утверждения, которые спорят с законом Литтла (открыто = поступает × длится)", "Claims that disagree with Little's law (open = arrivals × time)";
    CheckOpen: "{claim} ({stream}): сказано {stated}, а при {month} в месяц и пути в {days} без очередей открыто {open}", "{claim} ({stream}): {stated} is stated, but {month} a month and a route of {days} without queues make {open} open";
    OfWork: "{time} работы", "{time} of work";
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

/// A text with its places filled: `fill("цель {value}", &[("value", "95 %")])`.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else {
            break;
        };
        filled.push_str(&rest[..start]);
        let place = &rest[start + 1..start + length];
        match values.iter().find(|(key, _)| *key == place) {
            Some((_, value)) => filled.push_str(value),
            // An unfilled place stays visible: a missing word must not read as a sentence.
            None => filled.push_str(&rest[start..=start + length]),
        }
        rest = &rest[start + length + 1..];
    }
    filled.push_str(rest);
    filled
}

impl Word {
    /// The text in a language, with its places filled.
    pub(crate) fn filled(self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.text(lang), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        let parts = text.split('{').skip(1);
        let mut places: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn no_translation_is_missing() {
        for word in Word::ALL {
            for lang in [Lang::Ru, Lang::En] {
                assert!(!word.text(lang).trim().is_empty(), "{word:?} in {lang:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for word in Word::ALL {
            let (ru, en) = (word.text(Lang::Ru), word.text(Lang::En));
            assert_eq!(places(ru), places(en), "{word:?}");
        }
    }

    #[test]
    fn places_are_filled_by_name_and_once() {
        let values = [("value", "{path}"), ("path", "x")];
        assert_eq!(fill("{path}: {value} of {path}", &values), "x: {path} of x");
        assert_eq!(fill("{other} and {", &values), "{other} and {");
    }
}
