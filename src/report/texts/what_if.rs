//! Texts of the what-if page.

texts! {
    // The answer.
    WhatIfKept { policy, promise, share, baseline, before }: "{policy}: все SLA выполняются {promise} в\u{a0}{share} прогонов; {baseline} — в\u{a0}{before}", "{policy}: every SLA is met {promise} in {share} of the replications; {baseline}: in {before}";
    WhatIfKeptNow { baseline, promise, share }: "{baseline}: все SLA выполняются {promise} в\u{a0}{share} прогонов", "{baseline}: every SLA is met {promise} in {share} of the replications";
    WhatIfNoPromises { policy }: "{policy}: в сценарии нет ни одного SLA, поэтому сравниваются нагрузка и затраты", "{policy}: the scenario has no SLA, so load and cost are compared";
    WhatIfBreaches { now, before }: "Нарушений SLA в месяц: {now}, а было {before}", "SLA breaches a month: {now}, and {before} before";
    WhatIfRefining { done, all }: "Пока {done} прогонов из {all}: числа ещё уточняются", "{done} of {all} replications so far: the numbers are still being refined";
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
    PageReady: "Готово", "Done";
    PageStopped: "Связь с программой потеряна. Запустите staffcast serve снова.", "The program has gone. Start staffcast serve again.";
    PageBusy: "Слишком много вопросов сразу: повторите через несколько секунд", "Too many questions at once: try again in a few seconds";
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
    PageNotFile { why }: "Это не сохранённый сценарий: {why}", "This is no saved scenario: {why}";

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
    WhenTooLarge: "План для такого сценария — не минуты, а часы. Сохраните сценарий и запустите staffcast plan.", "A plan for a scenario of this size takes hours, not minutes. Save the scenario and run staffcast plan.";
}
