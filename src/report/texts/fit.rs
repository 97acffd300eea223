//! Texts about a help desk's export: what was measured, what was set aside, what cannot be used.

texts! {
    FitTitle: "Что показывает выгрузка", "What the export shows";
    FitSubtitle { product, tickets, from, to }: "{product}; обращений: {tickets}, с\u{a0}{from} по {to}", "{product}; {tickets} tickets, {from} to {to}";
    FitUnknownProduct: "система не узнана", "product not recognised";
    FitWeekly { value, low, high }: "В\u{a0}неделю приходит {value} обращений (95\u{202f}%: {low}–{high})", "{value} tickets a week (95%: {low}–{high})";
    FitGrows { value, low, high }: "Поток растёт на {value}\u{202f}% в\u{a0}месяц (95\u{202f}%: {low}…{high})", "Arrivals grow by {value}% a month (95%: {low} to {high})";
    FitFalls { value, low, high }: "Поток уменьшается: {value}\u{202f}% в\u{a0}месяц (95\u{202f}%: {low}…{high})", "Arrivals fall: {value}% a month (95%: {low} to {high})";
    FitNoTrend { low, high }: "Растёт ли поток, по этим данным не видно (95\u{202f}%: {low}…{high}\u{202f}% в\u{a0}месяц)", "These data do not show whether arrivals grow (95%: {low} to {high}% a month)";
    FitClients { start, end, value, low, high }: "Клиентов было {start}, стало {end}: {value}\u{202f}% в\u{a0}месяц (95\u{202f}%: {low}…{high})", "Clients went from {start} to {end}: {value}% a month (95%: {low} to {high})";
    FitClass { class, share, low, high }: "{class}: {share} обращений (95\u{202f}%: {low}–{high})", "{class}: {share} of the tickets (95%: {low}–{high})";
    FitClassEffort { class, share, low, high, mean, from, to }: "{class}: {share} обращений (95\u{202f}%: {low}–{high}), работы {mean} мин (95\u{202f}%: {from}–{to})", "{class}: {share} of the tickets (95%: {low}–{high}), {mean} min of work (95%: {from}–{to})";
    FitNoEffort: "Сколько минут работы в\u{a0}обращении, выгрузка не говорит: время до решения — это не работа", "The export does not say how many minutes of work a ticket takes: the time to solve it is not work";
    FitRepeat { value, low, high }: "Повторные: {value} (95\u{202f}%: {low}–{high})", "Repeats: {value} (95%: {low}–{high})";
    FitEscalation { value, low, high }: "Переданы другим: {value} (95\u{202f}%: {low}–{high})", "Passed on to others: {value} (95%: {low}–{high})";
    FitFirst { median, high }: "До первого ответа: у\u{a0}половины — не больше {median}, у\u{a0}девяти из десяти — не больше {high}", "To the first answer: at most {median} for half, at most {high} for nine in ten";
    FitDone { median, high }: "До решения: у\u{a0}половины — не больше {median}, у\u{a0}девяти из десяти — не больше {high}", "To the end: at most {median} for half, at most {high} for nine in ten";
    FitTimerDays { days, tickets }: "Закрыты таймером через {days} дн. после решения: {tickets}; это время не считается", "Closed by a timer {days} days after the end: {tickets}; that time does not count";
    FitAgents { value }: "Отвечают на обращения: {value} чел. в\u{a0}обычную неделю", "People who answer in a usual week: {value}";
    FitHours { hours }: "Работают {hours} (по часам выгрузки)", "They work {hours} (by the export's own clock)";
    FitHolidaysOff: "в\u{a0}праздники не работают", "closed on Russian public holidays";
    FitHolidaysOn: "в\u{a0}праздники работают", "open on Russian public holidays";
    FitWindow { before, after }: "Не считаются дни, в\u{a0}которые система только внедрялась или выгрузка уже обрывалась: {before} в\u{a0}начале, {after} в\u{a0}конце", "Days of adoption or of a cut-off tail are left out: {before} at the beginning, {after} at the end";
    FitInferred { value, low, high, people }: "Работы в\u{a0}обращении {value} мин (95\u{202f}%: {low}–{high}): при таком времени у\u{a0}{people} чел., если на другое у\u{a0}них уходит не больше десятой части дня, ждут столько, сколько в\u{a0}выгрузке", "{value} min of work a ticket (95%: {low}–{high}): with {people} people, at most a tenth of whose day goes on anything else, tickets then wait as long as in the export";
    FitInferredIdle { low, high }: "Ждут так мало, что подходит любая работа от {low} до {high} мин на обращение", "So little is waited for that between {low} and {high} minutes a ticket fit equally";
    FitInferredOther: "Ожидание в\u{a0}выгрузке не похоже на очередь к\u{a0}этим людям: сколько минут занимает обращение, по нему не узнать", "The waits of the export are not those of a queue before these people: they do not tell how many minutes a ticket takes";
    FitInferredAgrees { low, high, logged }: "Проверка: одно лишь ожидание дало бы {low}–{high} мин; учтено в\u{a0}среднем {logged}, это внутри", "Check: waits alone would give {low} to {high} min; {logged} were logged on average, which is inside";
    FitInferredDiffers { low, high, logged }: "Проверка: одно лишь ожидание дало бы {low}–{high} мин, а учтено в\u{a0}среднем {logged}: либо учтено не всё, либо ждут не только людей", "Check: waits alone would give {low} to {high} min, but {logged} were logged on average: not all work is logged, or tickets wait for more than people";
    FitUtc { zone, winter, summer }: "Время в\u{a0}выгрузке — UTC: рабочий день начинается зимой в\u{a0}{winter}, летом в\u{a0}{summer}; часы ниже — в\u{a0}поясе {zone} (другой пояс: --zone)", "The stamps are UTC: the day begins at {winter} in winter and at {summer} in summer; hours are those of {zone} (another zone: --zone)";
    FitForeign { winter, summer }: "Часы выгрузки переводят на летнее время, а часы отдела — нет: день начинается зимой в\u{a0}{winter}, летом в\u{a0}{summer}; часы ниже — зимние", "The export's clock has summer time and the desk has none: the day begins at {winter} in winter and at {summer} in summer; hours are those of winter";
    FitMinutes { value }: "{value} мин", "{value} min";
    FitHoursLong { value }: "{value} ч", "{value} h";

    // Tables.
    FitBacktest: "Проверка прогнозом: последняя треть", "Back-test: the last third";
    FitBacktestArrivals { split, inside, of, grade }: "По данным до {split} поток предсказан на остальное время: внутри 80-процентной полосы {inside} из {of} — {grade}", "From what was known before {split}, arrivals of the rest were predicted: {inside} of {of} inside the 80% band, {grade}";
    FitBacktestWaits { inside, of, grade }: "Ожидание, сроки и\u{a0}остаток: внутри 80-процентной полосы {inside} из {of} — {grade}", "Waits, times to solve and backlog: {inside} of {of} inside the 80% band, {grade}";
    FitBacktestChart { inside, of }: "Внутри полосы {inside} из {of}", "{inside} of {of} inside the band";
    FitBacktestSource { split }: "Прогноз по данным до {split}", "Predicted from what was known before {split}";
    FitGradeGood: "прогнозу можно верить", "the prediction can be relied on";
    FitGradeFair: "прогноз годится лишь для грубой оценки", "good for a rough idea only";
    FitGradePoor: "прогноз не оправдался", "the prediction failed";
    FitHappened: "Было", "What happened";
    FitPredicted: "Предсказано, 80\u{202f}%", "Predicted, 80%";
    FitPeriod: "С\u{a0}какого дня", "From";
    FitInside: "Внутри", "Inside";
    FitYes: "да", "yes";
    FitNo: "нет", "no";
    FitTestedArrivals: "Поступило обращений", "Tickets that came";
    FitTestedFirst: "До первого ответа, рабочих часов в\u{a0}среднем", "To the first answer, working hours on average";
    FitTestedKept: "Отвечено в\u{a0}срок, в\u{a0}который до того успевали девять из десяти", "Answered within what nine in ten took before";
    FitTestedSolved: "До решения, рабочих часов у\u{a0}половины", "To the end, working hours of half";
    FitTestedBacklog: "Остаток в\u{a0}конце", "Open at the end";
    FitColumns: "Как поняты столбцы", "How the columns were understood";
    FitField: "Что это", "Meaning";
    FitHeader: "Столбец", "Column";
    FitSamples: "Примеры", "Examples";
    FitFlag: "Если не так", "If that is wrong";
    FitDoubt { field }: "догадка; --map {field}=\"…\"", "a guess; --map {field}=\"…\"";
    FitMapFlag { field }: "--map {field}=\"…\"", "--map {field}=\"…\"";
    FitAside: "Что отложено и почему", "What was set aside and why";
    FitReason: "Причина", "Reason";
    FitCount: "Строк", "Rows";
    FitExamples: "Например", "Such as";
    FitEffect: "Обращение", "The ticket";
    FitStillCounts: "считается", "counts";
    FitLeftOut: "не считается", "is left out";
    FitNumbers: "Все числа", "All numbers";
    FitParameter: "Параметр", "Parameter";
    FitScope: "К\u{a0}чему относится", "Scope";
    FitUnit: "Единица", "Unit";
    FitInterval: "Значение и\u{a0}95\u{202f}%", "Value and 95%";
    FitMethod: "Метод", "Method";
    FitUnlearnt: "Чего по этой выгрузке не узнать", "What this export cannot tell";
    FitNothingAside: "ничего не отложено", "nothing was set aside";

    // Reasons.
    FitDuplicate: "та же строка ещё раз", "the same row again";
    FitUpdate: "ещё одна строка того же обращения", "another row of the same ticket";
    FitNotAsked: "не подходит под --only", "not asked for by --only";
    FitInternal: "внутренняя задача", "internal work";
    FitSpam: "спам", "spam";
    FitMerged: "объединено с\u{a0}другим", "merged into another";
    FitNoDate: "нет даты создания", "no date of creation";
    FitOutside: "вне периода, который считается", "outside the days that count";
    FitTimer: "закрыто таймером через столько-то дней: это время отложено", "closed by a timer some days later: that time is left out";
    FitNegative: "закончено раньше, чем создано: время отложено", "finished before it was created: the times are left out";
    FitZeroEffort: "учтено ноль минут: время отложено", "zero minutes logged: the time is left out";
    FitOpen: "ещё открыто: известно лишь, что длится не меньше", "still open: known to last at least so long";

    // What cannot be learnt.
    FitNoClasses: "виды обращений: нет столбца с\u{a0}двумя–восемью значениями (--map class=\"…\")", "classes: no column has two to eight values (--map class=\"…\")";
    FitNoEffortColumn: "работа: нет столбца с\u{a0}затраченным временем (--map effort=\"…\")", "work: no column of time spent (--map effort=\"…\")";
    FitNoFirst: "время до первого ответа (--map first=\"…\")", "time to the first answer (--map first=\"…\")";
    FitNoResolution: "время до решения (--map solved=\"…\" или closed=\"…\")", "time to the end (--map solved=\"…\" or closed=\"…\")";
    FitNoRepeats: "повторные обращения (--map repeat=\"…\")", "repeats (--map repeat=\"…\")";
    FitNoEscalations: "передача разработке (--map escalated=\"…\")", "escalations (--map escalated=\"…\")";
    FitNoAgents: "число сотрудников (--map agent=\"…\")", "the number of agents (--map agent=\"…\")";
    FitNoClients: "число клиентов: нет столбца, или период короче восьми месяцев (--map client=\"…\")", "the number of clients: no column, or less than eight months (--map client=\"…\")";
    FitNoGrowth: "рост: период короче полугода", "growth: less than half a year";
    FitNoMonths: "сезонность: нужен год и\u{a0}число клиентов, иначе её не отделить от роста", "seasons: a year and the number of clients are needed to tell them from growth";

    // What cannot be used.
    FitNoFile: "не названо ни одного файла", "no file was named";
    FitUnreadable { file, reason }: "{file}: не читается: {reason}", "{file}: cannot be read: {reason}";
    FitArchive { file }: "{file}: это архив; распакуйте его и назовите файл внутри", "{file}: this is an archive; unpack it and name the file inside";
    FitWorkbook { file, reason }: "{file}: книга не читается ({reason}); если она с\u{a0}паролем, сохраните её без пароля или как CSV", "{file}: the workbook cannot be read ({reason}); if it has a password, save it without one or as CSV";
    FitNotATable { file }: "{file}: это не таблица; нужен CSV, XLSX или таблица HTML с\u{a0}заголовком", "{file}: this is no table; a CSV, an XLSX or an HTML table with a header is needed";
    FitTwoProducts { first, second }: "{first} и\u{a0}{second}: разные столбцы; вместе читаются только файлы одной выгрузки", "{first} and {second}: different columns; only files of one export are read together";
    FitNoCreated { file, headers }: "{file}: не видно, когда обращения созданы; укажите столбец: --map created=\"…\"; есть столбцы: {headers}", "{file}: no column says when tickets were created; name it: --map created=\"…\"; the columns are {headers}";
    FitNoColumn { asked, headers }: "нет столбца `{asked}`; есть: {headers}", "there is no column `{asked}`; the columns are {headers}";
    FitNoField { asked, fields }: "неизвестное поле `{asked}`; известны: {fields}", "unknown field `{asked}`; known are {fields}";
    FitWrongColumn { asked, sample }: "--map {asked}: в\u{a0}этом столбце другое, например `{sample}`", "--map {asked}: the column holds something else, such as `{sample}`";
    FitTooFew { file, tickets }: "{file}: обращений {tickets}; измерять можно от 30", "{file}: {tickets} tickets; at least 30 are needed to measure anything";
    FitAllInFuture { file }: "{file}: все обращения из будущего; проверьте порядок дня и\u{a0}месяца", "{file}: every ticket is of the future; check the order of day and month";
    FitEmptyWindow: "между --since и\u{a0}--until нет ни одного обращения", "there is no ticket between --since and --until";
    FitNoMix { scenario }: "{scenario}: в\u{a0}сценарии нет смеси обращений (mixes), которую можно измерить; без --onto получится самостоятельный сценарий", "{scenario}: the scenario has no mix of tickets (mixes) to be measured; without --onto a scenario of its own is written";
    FitNoStream { class, streams }: "какой это поток — `{class}`? Укажите --class \"{class}=ПОТОК\"; потоки: {streams}", "which stream is `{class}`? Say --class \"{class}=STREAM\"; the streams are {streams}";
    FitPair: "нужно ИМЯ=ЗНАЧЕНИЕ", "NAME=VALUE is needed";

    // The scenario.
    FitFileHead { product }: "Измерено по выгрузке ({product}) командой staffcast fit. Интервалы — 95 %.", "Measured from an export ({product}) by staffcast fit. Intervals are 95 %.";
    FitFileRate { n }: "новых обращений в рабочий день, без повторных; n = {n}", "new tickets a working day, without repeats; n = {n}";
    FitFileRateAll { n }: "новых обращений в календарный день, без повторных; n = {n}", "new tickets a calendar day, without repeats; n = {n}";
    FitFileLine { n, method }: "n = {n}; {method}", "n = {n}; {method}";
    FitFileAssumed: "предположено: по выгрузке этого не узнать", "assumed: the export does not tell";
    FitFileAt: "клиентов в среднем за измеренный период", "clients, on average over the measured days";
    FitFileKept: "так держали до сих пор: девять из десяти, все обращения вместе", "as kept so far: nine in ten of all tickets together";
    FitFileLogged: "учтённые минуты — вся работа над обращением: до передачи и после неё; других шагов работы здесь нет", "the minutes logged are all the work of a ticket, before and after it is passed on: no other step of work is left here";
    FitFileGrowth { value, low, high }: "клиентов прибывало {value} % в месяц (95 %: {low}…{high}); здесь остаётся план сценария", "clients grew by {value} % a month (95 %: {low} to {high}); the scenario's own plan stays";
    FitFilePeople: "человек в обычную неделю", "people in a usual week";
    FitTicketTitle { class }: "Обращения: {class}", "Tickets: {class}";
    FitInputEffort { class }: "Минуты на обращение, измерено: {class}", "Minutes a ticket, measured: {class}";
    FitInputAway: "Отсутствий на человека в\u{a0}год, измерено", "Absences a person and year, measured";
    FitInputInferred: "Минуты на обращение, по ожиданию", "Minutes a ticket, told by waits";
    FitFileInferred { n }: "минуты, при которых в\u{a0}модели ждут столько же, сколько в\u{a0}выгрузке, вместе с\u{a0}тем, на что ещё уходит время; n = {n}", "minutes at which the simulated desk waits as long as the export shows, with whatever else takes people's time; n = {n}";
    FitFileVolume: "поток середины измеренного периода", "arrivals of the middle of the measured days";
    FitDriverClients: "Клиенты", "Clients";
    FitDriverVolume: "Поток обращений, середина измерений = 100", "Arrivals, the middle of what was measured = 100";
    FitInputShare { class }: "Доля, измерено: {class}", "Share, measured: {class}";
    FitInputRate: "Обращений в день, измерено", "Tickets a day, measured";
    FitInputRepeat: "Доля повторных, измерено", "Share of repeats, measured";
    FitInputEscalation: "Доля переданных другим, измерено", "Share passed on, measured";
    FitInputAfter: "Минуты после передачи, измерено", "Minutes after passing on, measured";
    FitInputDevelopment: "Ожидание других, измерено", "Wait for others, measured";
}
