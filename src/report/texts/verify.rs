//! Texts about a verification.

texts! {
    // Verdicts.
    Agrees: "верно", "agrees";
    Differs: "неверно", "differs";
    NotInModel: "нет в модели", "not in the model";
    NotJudged: "не сравнить", "not judged";

    // Families of cases, and what they are.
    Waiting: "Очередь без приоритетов", "One class of customers";
    AboutWaiting: "M/M/c по формулам Эрланга, M/G/1 по формуле Поллачека — Хинчина. Загрузка и число визитов почти не колеблются: лишний процент работы или обращений виден по ним в каждом случае.", "M/M/c by Erlang's formulas, M/G/1 by that of Pollaczek and Khinchine. Utilisation and visits hardly vary: they show one per cent more work or arrivals in every case.";
    Priorities: "Приоритеты", "Priorities";
    AboutPriorities: "np — без прерываний (Кобэм; Келла и Йехиали), pr — с прерыванием и продолжением, mixed — прерывают только экстренные. Прерванное остаётся у своего сотрудника; формула pr_mm3 для нижних классов отдаёт его любому свободному, поэтому эти две строки показаны, но не судятся; правило модели проверяет own_mm2_2cls.", "np: without interruption (Cobham; Kella and Yechiali), pr: interrupted work resumes, mixed: only emergencies interrupt. Interrupted work stays with its agent; the formula of pr_mm3 gives that of the lower classes to any free agent, so these two rows are shown and not judged; the model's own rule is verified by own_mm2_2cls.";
    Repeats: "Повторные обращения", "Repeats";
    AboutRepeats: "Сеть Джексона с обратной связью: повтор сразу или через показательное время.", "Jackson networks with feedback: a repeat at once or after an exponential time.";
    Abandonment: "Уход из очереди", "Abandonment";
    AboutAbandonment: "M/M/c+M (Erlang A): клиенты ждут не дольше своего терпения и уходят. Доля ушедших, ожидание всех (по закону Литтла, из длины очереди), доля ждавших и загрузка.", "M/M/c+M (Erlang A): customers wait as long as their patience lasts, and leave. The share that leaves, the wait of all (by Little's law, from the length of the queue), the share that waits, and utilisation.";
    OverTime: "Что происходит со временем", "What happens over time";
    AboutOverTime: "Перегрузка с пустого начала, синусоидальный поток, рост клиентов с приёмом второго сотрудника: число заявок в моменты времени против прямых уравнений Колмогорова.", "Overload from an empty start, a rate that swings as a sine, growing clients with a second agent: tickets in the system at moments against Kolmogorov's forward equations.";
    OfficeHours: "Рабочие часы", "Office hours";
    AboutOfficeHours: "Заявки круглосуточно, а работа с понедельника по пятницу; и то и другое в рабочие часы.", "Arrivals round the clock, work from Monday to Friday; and both in working hours.";
    Calendars: "Календарь", "Calendar";
    AboutCalendars: "Сроки и рабочее время между моментами: обеды, ночи, праздники, короткие дни.", "Deadlines and working time between moments: lunches, nights, holidays, short days.";
    Desk: "Стол заявок независимой программы", "The ticket desk of an independent program";
    AboutDesk: "Шесть наборов по тысяче прогонов там и здесь: каждая ячейка «месяц × показатель», от доли в срок до остатка. Перегрузка (s4) — самая строгая проверка порядка очереди, отпуска и приём (s5, s6) — календаря и разгона.", "Six sets, a thousand replications there and here: every cell of month and measure, from the share in time to the backlog. Overload (s4) is the strictest test of queue order, holidays and the hire (s5, s6) of the calendar and the ramp-up.";

    // The report.
    VerifyTitle: "Проверка программы", "The program, verified";
    VerifySubtitle { seed }: "Модель против теории очередей, календаря и независимой программы; начальное число {seed}", "The engine against queueing theory, the calendar and an independent program; seed {seed}";
    VerifyFinding: "Вывод", "Finding";
    DoesNotAgree: "Что не сошлось", "What does not agree";
    AllAgree { good }: "Сошлись все числа: {good}.", "All {good} numbers agree.";
    SomeDiffer { bad, all }: "Не сошлись {bad} из {all} чисел.", "{bad} of {all} numbers do not agree.";
    NotCompared { left_out }: "Не сравнивались, и названы ниже: {left_out}.", "Not compared, and named below: {left_out}.";
    OthersInCsv: "Остальные — в verify.csv.", "The others are in verify.csv.";
    Case: "Случай", "Case";
    Numbers: "Чисел", "Numbers";
    FarthestFromExact: "Дальше всех от точного", "Farthest from exact";
    VerifiedMeasure: "Показатель", "Measure";
    Exact: "Точно", "Exact";
    Simulated: "Получилось", "Simulated";
    OfAllowed: "Допуска", "Of allowed";
    ShowsFrom: "Видно от", "Shows from";

    // Chance.
    QueueingTheory: "Теория очередей", "Queueing theory";
    IndependentProgram: "Независимая программа", "The independent program";
    ChanceAlways: "Верная программа тоже отличается от точных чисел: на ошибку случая.", "A right program is off the exact numbers too, by chance.";
    LimitOfTheory { seeds }: "Предел для чисел теории таков, что верная программа не прошла бы проверку с одним начальным числом из {seeds}, все числа вместе (Бонферрони, t-распределение).", "The limit for numbers of theory is such that a right program would fail with one seed in {seeds}, all numbers together (Bonferroni, Student's t).";
    LimitOfDesk { errors, chance, desk }: "Предел для чисел независимой программы задан ею самой: {errors} стандартные ошибки обеих программ; случай вывел бы за него {chance} числа из {desk}.", "The limit for numbers of the independent program is its own: {errors} standard errors of both programs; chance would take {chance} of {desk} numbers beyond it.";
    SeedIsGiven: "Начальное число задано, поэтому итог всегда один и тот же; с другим изредка может не сойтись число-другое.", "The seed is given, so the outcome is always the same; with another seed a number or two may fail now and then.";
    Resolution { fine, all }: "Насколько малую ошибку видно — в столбце «Видно от»: на столько процентов число должно отличаться, чтобы не пройти. Ровно такая ошибка обнаружится через раз, вдвое большая — почти всегда. Для {fine} из {all} чисел теории это не больше 1 %.", "How small an error shows is in the column “Shows from”: a number that is off by so many per cent does not agree. An error of just that size is found every other time, one twice as large nearly always. It is 1 % or less for {fine} of {all} numbers of theory.";
    CoarseResolution { most }: "Для остальных — больше, до {most} %: больше всего колеблются квантили, хвосты распределений, стандартные отклонения, первые месяцы роста и очереди у предела.", "It is more for the others, up to {most} %: quantiles, tails, standard deviations, the first months of growth and queues near saturation vary most.";
    ComparedWith: "С чем сравнивается", "Compared with";
    Farthest: "Дальше всех", "Farthest";
    StandardErrors: "На сколько стандартных ошибок отличаются числа", "How many standard errors numbers are off";
    ByChance: "Так было бы по воле случая", "By chance alone";
    ChanceNote: "Заметно больше, чем по воле случая, — программа ошибается; намного меньше — интервалы слишком широки. Числа одного случая связаны между собой, поэтому доли колеблются сильнее, чем у независимых.", "Clearly more than by chance: the program errs; far less: intervals are too wide. Numbers of one case depend on each other, so that the shares vary more than those of independent ones would.";

    // Charts.
    ForestTitle { most }: "Среднее по модели отличается от точного не больше чем на {most}", "The simulated mean is within {most} of the exact one";
    ForestSubtitle: "Отклонение первого среднего каждого случая от точного значения и 95 % интервал, %", "How far the first mean of each case is off its exact value, with its 95 % interval, %";
    VerifySource: "staffcast verify; все числа — в verify.csv", "staffcast verify; every number is in verify.csv";
    ForestAlternative { title }: "{title}; отклонение и интервал каждого случая — в таблице рядом", "{title}; how far each case is off, with its interval, is in the table beside it";
    DeskLimit { n }: "предел: ±{n} стандартные ошибки", "limit: ±{n} standard errors";
    DeskDifference: "staffcast − независимая программа", "staffcast − independent program";
    DeskTitle { most }: "Две программы расходятся не больше чем на {most} стандартной ошибки", "Two programs are at most {most} standard errors apart";
    DeskSubtitle: "Разность долей консультаций, решённых в срок, по месяцам создания, в стандартных ошибках обеих программ", "Difference of the shares of consultations solved in time, by month of creation, in standard errors of both programs";

    // The command line.
    VerificationFailed { count }: "проверка не пройдена: не сошлось чисел: {count}", "verification failed: {count} numbers do not agree";
    NoSuchCase { names }: "нет случаев с таким именем: {names}; все имена — в столбце case файла verify.csv", "no case has such a name: {names}; all names are in the column case of verify.csv";
}
