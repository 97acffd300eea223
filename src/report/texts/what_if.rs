//! Texts of the what-if page.

texts! {
    // The answer.
    WhatIfKept { change, share, before }: "{change} все обещания держатся в\u{a0}{share} прогонов, {before}", "{change} every promise is kept in {share} of the replications; {before}";
    WhatIfKeptNow { share }: "Сейчас все обещания держатся в\u{a0}{share} прогонов", "As things stand every promise is kept in {share} of the replications";
    WhatIfToday { share }: "сейчас — в\u{a0}{share}", "today in {share}";
    WhatIfWithout { share }: "без этого — в\u{a0}{share}", "without this in {share}";
    WhatIfWith { change }: "{change}:", "With {change}";
    WhatIfMore { people, date }: "ещё {people} с\u{a0}{date}", "{people} joining on {date}";
    WhatIfInstead { people, before }: "{people} вместо {before}", "{people} instead of {before}";
    WhatIfTitle { title }: "{title}:", "{title}:";
    WhatIfOpenBy { date }: "Искать нужно начать до {date}: тогда в\u{a0}9 случаях из\u{a0}10 успевают к\u{a0}сроку", "The search must begin by {date}: nine of ten then end in time";
    WhatIfTooLate { date }: "Искать нужно было начать {date}, до начала сценария, чтобы в\u{a0}9 случаях из\u{a0}10 успеть к\u{a0}сроку", "The search had to begin by {date}, before the scenario does, for nine of ten to end in time";
    WhatIfPromised { count, all, promise, from }: "Обещания — {count} SLA из {all}, как в\u{a0}плане найма: каждое держится {promise}, считая {from}", "The promises are {count} of {all} SLAs, as the hiring plan has them: each is kept {promise}, counted {from}";
    WhatIfFrom { first }: "с\u{a0}{first}", "from {first}";
    WhatIfFromTo { first, last }: "с\u{a0}{first}, а\u{a0}последнее — с\u{a0}{last}", "from {first}, the last from {last}";
    WhatIfLowered { count }: "; по {count} из них доля снижена до той, которую вообще можно обеспечить людьми", "; the share of {count} of them is lowered to what people can attain at all";
    WhatIfAsWritten { readings }: "Здесь взято одно прочтение документа, план учитывает все (их {readings})", "One reading of the document is taken here; the plan reckons with all {readings} of them";
    WhatIfNoPromises { policy }: "{policy}: в сценарии нет ни одного SLA, поэтому сравниваются нагрузка и затраты", "{policy}: the scenario has no SLA, so load and cost are compared";
    WhatIfBreaches { now, before }: "Нарушений SLA в месяц: {now}, а было {before}", "SLA breaches a month: {now}, and {before} before";
    WhatIfBreachesNow { now }: "Нарушений SLA в месяц: {now}", "SLA breaches a month: {now}";
    WhatIfWorst { list }: "Реже всего держатся: {list} прогонов", "Kept least often: {list} of the replications";
    WhatIfWorstOne { sla, share }: "{sla} — в\u{a0}{share}", "{sla} in {share}";
    WhatIfRefining { done, all }: "Пока {done} прогонов из {all}: числа ещё уточняются", "{done} of {all} replications so far: the numbers are still being refined";
    WhatIfClearlyKept { confidence }: "Вывод уже ясен: обещания держатся не реже, чем нужно ({confidence}), уточняются только числа", "The verdict is clear already: the promises are kept as often as asked for ({confidence}); only the numbers are still being refined";
    WhatIfClearlyBroken { confidence }: "Вывод уже ясен: обещания держатся реже, чем нужно ({confidence}), уточняются только числа", "The verdict is clear already: the promises are kept less often than asked for ({confidence}); only the numbers are still being refined";
    WhatIfNeeded { policy }: "нужно: {policy}", "needed: {policy}";
    WhatIfThere { policy }: "на месте: {policy}", "there: {policy}";
    WhatIfPeople { role, needed, there }: "{role}: в\u{a0}конце срока работы на {needed} человека, а\u{a0}на месте {there}", "{role}: in the end there is work for {needed} people, and {there} are there";
    WhatIfPeopleSubtitle: "Сколько человек занято, если никто никого не ждёт (полоса — 80\u{202f}% прогонов), и\u{a0}сколько на месте без отпусков и болезней", "People busy if nobody ever waits (band: 80% of replications), and people there, holidays and sickness taken off";
    WhatIfAnswer: "Что изменится", "What changes";
    WhatIfTables: "В числах", "In numbers";

    // Levers.
    PageTitle: "Что, если…", "What if…";
    LeversFind: "Найти рычаг", "Find a lever";
    LeversReadings: "Прочтения документа", "Readings of the document";
    LeversUnknown: "Неизвестное", "What is not known";
    LeversPeople: "Люди", "People";
    LeversHires: "Кто выходит и когда", "Who joins and when";
    LeversPromises: "Обещания", "Promises";
    LeversGrowth: "Рост", "Growth";
    LeversPolicies: "Варианты сценария", "Policies of the scenario";
    LeverStated { source }: "из документа, {source}", "stated, {source}";
    LeverMeasured: "измерено", "measured";
    LeverAssumed: "принято", "assumed";
    LeverMeasure: "Что сэкономит замер, посчитает план: верните диапазон и нажмите «Когда нанимать?»", "What measuring saves is found by the plan: set the range again and press “When to hire?”";
    LeverLow: "не меньше", "at least";
    LeverHigh: "не больше", "at most";
    LeverAnyReading: "как написано", "as written";
    LeverMore: "ещё один человек", "one more person";
    LeverLess: "на одного меньше", "one fewer";
    LeverNobody: "никто", "nobody";
    LeverIfMeasured: "если измерить", "if we measured this";
    LeverSaves { saves }: "Измерить это стоит. {saves}", "This is worth measuring. {saves}";
    LeversCap: "Предел для плана", "A cap on the plan";
    CapPeople: "Нанять не больше людей", "Hire at most so many people";
    CapMoney: "Потратить не больше в\u{a0}месяц", "Spend at most so much a month";
    CapNone: "нет", "none";
    LeverShare: "доля в срок", "share in time";
    LeverLimit: "срок", "limit";

    // The command.
    ServeAt { url }: "Страница «Что, если» открыта: {url}\nОстановить: Ctrl+C", "The what-if page is at {url}\nTo stop it: Ctrl+C";
    PortInUse { port, other }: "порт {port} занят: --port {other} возьмёт другой, --port 0 — любой свободный", "port {port} is in use: --port {other} takes another, --port 0 any free one";

    // The page.
    PageWorking: "Считаю…", "Working…";
    PageSame { version, digest, seed }: "staffcast {version}, сценарий {digest}, начальное число {seed}: с ними у всех те же числа", "staffcast {version}, scenario {digest}, seed {seed}: with these everybody gets the same numbers";
    PageMoved: "Изменено:", "Changed:";
    PageClear: "Вывод ясен, уточняю числа", "The verdict is clear; the numbers are being refined";
    PageReady: "Готово", "Done";
    PageStopped: "Связь с программой потеряна. Запустите staffcast serve снова.", "The program has gone. Start staffcast serve again.";
    PageBusy: "Слишком много вопросов сразу: повторите через несколько секунд", "Too many questions at once: try again in a few seconds";
    PageLevers: "К\u{a0}рычагам", "To the levers";
    PageAnswer: "К\u{a0}ответу", "To the answer";
    PageUndo: "Отменить", "Undo";
    PageRedo: "Вернуть", "Redo";
    PageReset: "Сбросить", "Reset";
    PageKeep: "Оставить для сравнения", "Keep to compare";
    PageName: "Название варианта", "The variant's name";
    PageKeptList: "Варианты для сравнения", "Variants to compare";
    FileSummary: "Сравнение: итоги, CSV", "Comparison: totals, CSV";
    FileMonthly: "Сравнение: по месяцам, CSV", "Comparison: by month, CSV";
    FileComparison: "Сравнение: разности, CSV", "Comparison: differences, CSV";
    FileWorkbook: "Всё вместе, Excel", "All of it, Excel";
    PageKept { letter }: "Вариант {letter}", "Variant {letter}";
    PageDrop: "убрать", "drop";
    PageSave: "Сохранить сценарий", "Save the scenario";
    PageOpen: "Открыть", "Open";
    PageLink: "Скопировать ссылку", "Copy the link";
    PageCopied: "Ссылка скопирована", "The link is copied";
    PageDownload: "Скачать", "Download";
    PageIgnored: "Не распознано и не учтено:", "Not understood and left out:";
    PageIf: "Что, если", "What if";
    PageSavedBy: "Что, если: сохранено со страницы staffcast serve. Положите рядом с файлом сценария.", "What if: saved from the page of staffcast serve. Keep it beside the scenario file.";
    PageRefused: "Так нельзя:", "This cannot be:";
    PageUnreadable: "Вопрос не прочитан", "The question cannot be read";
    PageTooLarge: "Слишком много рычагов сразу", "Too many levers at once";
    PageForeign: "Страница открыта не отсюда", "The page was not opened from here";
    PageNotFile { line, why }: "файл не читается, строка {line}: {why}", "the file cannot be read, line {line}: {why}";

    // "When?".
    WhenAsk: "Когда нанимать?", "When to hire?";
    WhenTitle: "План найма", "The hiring plan";
    WhenWorking: "Ищу план. Это минуты, а не секунды: рычаги можно двигать и дальше.", "Looking for a plan. This takes minutes, not seconds; the levers can be moved meanwhile.";
    WhenReady: "План для рычагов, как они стоят", "The plan for the levers as they stand";
    WhenMoved: "Рычаги с тех пор сдвинуты: план — для прежних", "The levers have moved since: the plan is for where they were";
    WhenStopped: "Поиск плана остановлен", "The search for a plan was stopped";
    WhenStop: "Остановить", "Stop";
    WhenClose: "Закрыть", "Close";
    WhenCommand { command }: "То же в\u{a0}командной строке, из сохранённого сценария: {command}", "The same on the command line, from the saved scenario: {command}";
    WhenOtherwise { here, above }: "План судит по обещаниям для рычагов, как они стоят: каждое считается {here}. Фраза над графиками судит и\u{a0}рычаги, и\u{a0}отдел без них по обещаниям отдела как есть: {above}.", "The plan judges by the promises of the levers as they stand, each counted {here}. The sentence above the charts judges the levers and the department without them alike, by the promises of the department as it is: {above}.";
    WhenBought: "Что даёт каждый следующий человек в\u{a0}заданных пределах", "What each next person buys within the cap";
    WhenTooLarge: "План для такого сценария — не минуты, а часы. Сохраните сценарий и запустите staffcast plan.", "A plan for a scenario of this size takes hours, not minutes. Save the scenario and run staffcast plan.";
}
