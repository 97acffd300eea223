//! Texts that every report may need: units, headings, charts, pages, workbooks, files, the command line.

texts! {
    // Units. Spaces inside units are no-break spaces.
    PercentagePoints: "п.\u{a0}п.", "pp";
    Million: "млн", "M";
    Thousand: "тыс.", "k";
    SecondsShort: "с", "s";
    MinutesShort: "мин", "min";
    HoursShort: "ч", "h";
    DaysShort: "дн.", "days";
    WeeksShort: "нед.", "weeks";
    MonthsShort: "мес.", "months";
    WorkingDaysShort: "раб.\u{a0}дн.", "working days";
    PeopleShort: "чел.", "people";

    // Headings of tables.
    Policy: "Вариант", "Policy";
    Month: "Месяц", "Month";
    Role: "Роль", "Role";
    Target: "Цель", "Target";
    Verdict: "Вывод", "Verdict";
    Note: "Примечание", "Note";
    Source: "Источник", "Source";
    Input: "Допущение", "Input";
    Value: "Значение", "Value";

    // Measures.
    Utilisation: "Загрузка", "Utilisation";

    // Charts.
    TargetAt { value }: "цель {value}", "target {value}";
    Others { count }: "остальные ({count})", "others ({count})";
    UpTo { value }: "до\u{a0}{value}", "up to {value}";
    Over { value }: "выше\u{a0}{value}", "over {value}";
    LowInput: "нижний край диапазона", "low end of the range";
    HighInput: "верхний край диапазона", "high end of the range";
    ChartFile: "График", "Chart";

    // Beside results.
    StartPassed { date }: "! «Сейчас» в\u{a0}сценарии — {date}, и\u{a0}этот день уже прошёл: задайте scenario.start и\u{a0}тех, кто работает сегодня", "! “Now” in the scenario is {date}, and that day has passed: set scenario.start and the people who are there today";

    // Reports.
    Findings: "Главное", "Findings";
    Cautions: "С осторожностью", "Cautions";
    WhatToDo: "Что делать", "What to do";
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
    LowEnd { what }: "{what}: нижняя граница", "{what}: low end";
    HighEnd { what }: "{what}: верхняя граница", "{what}: high end";
    ToLowEnd: "До нижней границы", "To the low end";
    ToHighEnd: "До верхней границы", "To the high end";
    Event: "Событие", "Event";
    Efficient: "Дешевле и лучше нет", "Nothing is cheaper and better";
    Rest: "Остальные", "Others";
    InWorkbook { table, file }: "{table}: в\u{a0}{file}", "{table}: in {file}";
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
    CannotCreateFolder { path, reason }: "не удалось создать папку `{path}`: {reason}", "cannot create folder `{path}`: {reason}";
    CannotWrite { path, reason }: "не удалось записать файл `{path}`: {reason}", "cannot write file `{path}`: {reason}";
    NoPermission: "нет права на запись", "no permission to write there";
    CannotPrint { reason }: "не удалось вывести результат: {reason}", "cannot print the result: {reason}";
    FileTooLarge: "файл больше, чем разрешено", "the file is larger than is allowed";
    DiskFull: "на диске не осталось места", "the disk is full";
    ReadOnly: "диск доступен только для чтения", "the disk is read-only";
    NotAFolder: "на этом пути стоит файл, а не папка", "a part of the path is a file, not a folder";
    IsAFolder: "на этом месте уже есть папка", "a folder is in its place";
    Missing: "такой папки нет", "there is no such folder";

    // The command line.
    Stopped: "Остановлено: ничего не записано", "Stopped: nothing was written";
    SecondsLeft { s }: "осталось {s} с", "{s} s left";
    MinutesLeft { min, s }: "осталось {min} мин {s} с", "{min} min {s} s left";
    HoursLeft { h, min }: "осталось {h} ч {min} мин", "{h} h {min} min left";
    DaysLeft { d, h }: "осталось {d} дн. {h} ч", "{d} days {h} h left";
    TooLong { time, replications, items, limit }: "это займёт примерно {time}: {replications}, в прогоне {items} единиц работы. Дольше {limit} программа считает, только если добавить --yes. Короче: меньше прогонов (--replications), вариантов (--policy) или месяцев (--set scenario.months=12)", "this would take about {time}: {replications}, {items} items of work in each. Longer than {limit} is begun only with --yes. Shorter: fewer replications (--replications), policies (--policy) or months (--set scenario.months=12)";
    TooLarge { need, free, open }: "для этого нужно примерно {need} ГБ памяти, а есть {free}: открыты разом будут {open} единиц работы — людей намного меньше, чем работы, или она подолгу ждёт. Посмотрите staffcast check: верны ли потоки, ожидания и численность? Меньше памяти: --threads 1, меньше месяцев; начать всё равно: --yes", "this would take about {need} GB of memory, and there are {free}: {open} items of work would be open at once, as people are far fewer than the work or it waits for long. See staffcast check: are streams, waits and head-count right? Less memory: --threads 1, fewer months; begin all the same: --yes";
    TooMany { items, limit }: "в одном прогоне {items} единиц работы, а программа считает до {limit}. Посмотрите staffcast check: верны ли потоки? Уменьшите поток и число людей в одно и то же число раз", "one replication has {items} items of work, and the program counts up to {limit}. See staffcast check: are the streams right? Scale streams and people down alike";
    UnknownPolicy { name, known }: "нет варианта `{name}`; есть: {known}", "no policy is called `{name}`; there are: {known}";
    UnknownRole { name, known }: "нет роли `{name}`; есть: {known}", "no role is called `{name}`; there are: {known}";
    BadHire { piece }: "`{piece}` — не найм: нужно РОЛЬ=СКОЛЬКО@ДАТА через запятую, например tp_manager=6@2026-04-15, engineer=1", "`{piece}` is no hire: write ROLE=N@DATE, separated by commas, for instance tp_manager=6@2026-04-15, engineer=1";
    BadRule { rule }: "`{rule}` — не правило: нужно РОЛЬ: ЧТО >= УРОВЕНЬ, например \"tp_manager: clients >= 400\" (драйвер), \"engineer: engineer > 85%, months = 3\" (занятость роли), \"engineer: backlog visit > 20\" (открыто) или вид работ (поступило за месяц)", "`{rule}` is no rule: write ROLE: WHAT >= LEVEL, for instance \"tp_manager: clients >= 400\" (a driver), \"engineer: engineer > 85%, months = 3\" (how busy a role is), \"engineer: backlog visit > 20\" (what is open) or a stream (arrivals in the month)";
    RuleIsPolicy { rule }: "`{rule}` — вариант сценария, а не правило: --policy {rule}", "`{rule}` is a policy of the scenario, not a rule: --policy {rule}";
    RuleMeant { rule, meant }: "`{rule}` — не правило; напишите {meant}", "`{rule}` is no rule; write {meant}";
    UnknownInRule { name, known }: "правилу не за чем следить: `{name}` — не драйвер, не роль, не SLA и не вид работ; есть: {known}", "a rule cannot watch `{name}`: it is no driver, role, SLA or stream; there are: {known}";
    BadHireCount { piece, most }: "`{piece}`: сколько человек — целое число от 1 до {most}", "`{piece}`: how many people must be a whole number from 1 to {most}";
    HireMeant { piece, meant }: "`{piece}` — не найм; напишите {meant}", "`{piece}` is no hire; write {meant}";
    BadHireDate { piece, text, meant }: "`{piece}`: `{text}` — не дата; напишите первый рабочий день как {meant}", "`{piece}`: `{text}` is no date; write the first day of work like {meant}";
    HireOutside { piece, from, end }: "`{piece}`: первый рабочий день должен быть с\u{a0}{from} по {end}", "`{piece}`: the first day of work must be from {from} to {end}";
    BadBudget { text }: "не понятно, сколько денег в\u{a0}месяц: `{text}`; напишите число больше нуля без разделителей тысяч, например 1500000", "cannot tell how much money a month `{text}` is; write a number above zero without separators of thousands, for instance 1500000";
    DidYouMean { name }: "может быть, `{name}`?", "did you mean `{name}`?";
    WrongValue { option, wanted, value }: "{option}: здесь нужно {wanted}, а не `{value}`", "{option}: expected {wanted}, not `{value}`";
    NoSuchValue { option, value, known }: "{option}: нет значения `{value}`; есть: {known}", "{option}: there is no `{value}`; there are: {known}";
    ValueMissing { option }: "{option}: после этого ключа нужно значение", "{option}: a value must follow";
    AsIf { asked }: "; если {asked}", "; if {asked}";
    OptionElsewhere { option, commands }: "у\u{a0}этой команды нет ключа {option}; он есть у\u{a0}{commands}", "this command has no option {option}; it is one of {commands}";
    UnknownOption { option }: "нет такого ключа или лишнее слово: {option}", "no such option, or a word too many: {option}";
    UnknownCommand { name }: "нет команды `{name}`", "no command is called `{name}`";
    ArgumentMissing { what }: "не хватает: {what}", "missing: {what}";
    OptionTwice { option }: "{option}: этот ключ можно назвать только раз", "{option}: this option may be given only once";
    NotTogether { option, prior }: "{option} и {prior} вместе не бывают", "{option} and {prior} exclude each other";
    SeeHelp: "Что есть: staffcast --help, staffcast КОМАНДА --help", "What there is: staffcast --help, staffcast COMMAND --help";
    NumberBetween { least, most }: "число от {least} до {most}", "a number from {least} to {most}";
    NumberOrAuto { most }: "число от 1 до {most} или auto", "a number from 1 to {most}, or auto";
    PathAndValue: "ПУТЬ=ЗНАЧЕНИЕ, например roles.engineer.headcount=2", "PATH=VALUE, such as roles.engineer.headcount=2";
    PointsAboveZero: "число процентных пунктов больше 0, например 0.5", "percentage points above 0, such as 0.5";
    ExistsAlready { path }: "файл `{path}` уже есть: он оставлен как был", "`{path}` exists already and is left as it was";
    ScenarioWritten { path }: "Записан сценарий {path}. Дальше: staffcast check {path}, потом staffcast run {path}", "Wrote the scenario {path}. Next: staffcast check {path}, then staffcast run {path}";
    FilesWritten { folder, files }: "Записано в {folder}: {files}", "Written to {folder}: {files}";
    WhatIf { asked }: "Что если: {asked}", "What if: {asked}";

    // What has a name.
    Names: "Имена", "Names";
    ListOfNames: "Что можно назвать в командах и что за этим стоит сейчас", "What commands can name, and what stands behind it now";
    Key: "Имя", "Name";
    TitleOf: "Название", "Title";
    Changes: "Что меняет", "What it changes";
    PayAMonth: "Оклад в месяц", "Pay a month";
    OfWhat: "О чём", "Of what";
    PoliciesToName: "Варианты: --policy ИМЯ; первый — исходный", "Policies: --policy NAME; the first is the baseline";
    RolesToName: "Роли: --hire ИМЯ@ДАТА, --set roles.ИМЯ.headcount=2", "Roles: --hire NAME@DATE, --set roles.NAME.headcount=2";
    InputsToName: "Числа, которых никто точно не знает: --set ИМЯ=ЗНАЧЕНИЕ", "Numbers that nobody knows exactly: --set NAME=VALUE";
    SlasToName: "SLA: в claims и в CSV", "SLAs: in claims and in CSV files";
    MeasuresToName: "Показатели: в claims и в CSV", "Measures: in claims and in CSV files";
    OfStreams: "каждый вид работ", "each stream of work";
    OfSlas: "каждый SLA", "each SLA";
    OfSlasAndAll: "каждый SLA и все вместе", "each SLA, and all together";
    OfRolesEach: "каждая роль", "each role";
    OfPayers: "каждая статья затрат и все вместе", "each cost, and all together";
    OfAll: "весь отдел", "the whole department";
}
