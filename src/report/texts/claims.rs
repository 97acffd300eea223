//! Texts about claims and about the sensitivity of an answer.

texts! {
    // Claims.
    ClaimsTitle: "Утверждения документа и что о них известно", "The document's claims and what is known of them";
    ClaimsSubtitle { title, replications }: "{title}; {replications} каждого варианта", "{title}; {replications} of each policy";
    ClaimsSummary { all, hold, fail, open }: "Утверждений: {all}; верных — {hold}, неверных — {fail}, не решённых — {open}", "Claims: {all}; true: {hold}, false: {fail}, undecided: {open}";
    ClaimsNote: "Верно — в\u{a0}95\u{202f}% прогонов и больше, неверно — в\u{a0}5\u{202f}% и меньше, между ними — не решено. В\u{a0}скобках — где лежат 95\u{202f}% прогонов.", "Holds: in 95% of the replications or more; fails: in 5% or fewer; undecided between. In brackets: where 95% of the replications lie.";
    ClaimColumn: "Утверждение", "Claim";
    StatedColumn: "Сказано", "Stated";
    FoundColumn: "Получилось", "Found";
    WouldHold: "Было бы верно", "Would hold";
    TrueBelow { input, value }: "верно, только если {input} — не больше {value}", "true only if {input} is at most {value}";
    TrueAbove { input, value }: "верно, только если {input} — не меньше {value}", "true only if {input} is at least {value}";
    TrueBetween { input, low, value }: "верно, только если {input} — от {low} до {value}", "true only if {input} is between {low} and {value}";
    TrueNowhere { input }: "не станет верным ни при каком значении: {input}", "false for every value of {input}";
    TrueEverywhere { input }: "в\u{a0}среднем верно при любом значении: {input}", "true on average for every value of {input}";
    AtLeast { value }: "≥\u{a0}{value}", "≥\u{a0}{value}";
    AtMost { value }: "≤\u{a0}{value}", "≤\u{a0}{value}";

    // Sensitivity.
    SensitivityTitle: "Что сильнее всего двигает ответ", "What moves the answer most";
    SensitivitySubtitle { title, answer, replications }: "{title}; {answer}; {replications}", "{title}; {answer}; {replications}";
    AnswerUtilisation { role }: "загрузка: {role}", "utilisation of {role}";
    AnswerKept: "вероятность, что все обещания держатся", "probability that every promise is kept";
    AnswerNeed { role, number, place }: "когда нужен найм №\u{a0}{number} ({role}, в\u{a0}роли {place}-й)", "when hire no. {number} is needed ({role}, no. {place} in the role)";
    MeasureFirst { input, share }: "Сначала измерьте: {input} — {share} разброса ответа", "Measure first: {input} is {share} of the spread of the answer";
    MeasureDetail { low, low_input, high, high_input }: "Ответ: {low} при {low_input}, {high} при {high_input}.", "The answer: {low} at {low_input}, {high} at {high_input}.";
    MeasureValue { value }: "Знание этого числа до решения о найме снимает {value} цены незнания.", "Knowing this number before deciding saves {value} of what not knowing costs.";
    NothingDefined { answer }: "Ответа нет ни в одном прогоне: {answer}", "There is no answer in any replication: {answer}";
    NothingMoves { answer, value }: "{answer} — {value} во всех прогонах; ни одно неизвестное число на это не влияет", "{answer}: {value} in every replication; no unknown number moves it";
    NothingUnknown { answer, value }: "Неизвестных чисел в\u{a0}сценарии нет, разброс — случай: {answer} — в\u{a0}среднем {value}", "The scenario has no unknown number, the spread is chance: {answer}, {value} on average";
    NothingClear { answer, value }: "{answer} — в\u{a0}среднем {value}; ни одно неизвестное число не влияет на это заметнее случая", "{answer}: {value} on average; no unknown number moves it by more than chance";
    NothingMovesDetail: "Спросите о другом найме (--answer need:роль:номер) или о загрузке (--answer utilisation:роль).", "Ask about another hire (--answer need:role:number) or about utilisation (--answer utilisation:role).";
    MeasuringIsForMoney: "Это о\u{a0}вероятности. Что измерить ради денег, сказано в\u{a0}начале.", "This is about the probability. What to measure for the sake of money is said at the beginning.";
    InputColumn: "Неизвестное число", "Unknown number";
    LowColumn: "При нижнем", "At the low end";
    HighColumn: "При верхнем", "At the high end";
    ShareColumn: "Доля разброса", "Share of the spread";
    ValueColumn: "Что даст знание", "Worth of knowing";
    SensitivityNote: "Нижний и верхний — 10-й и 90-й процентили числа, остальные разыгрываются. Доля разброса — индекс Соболя первого порядка. Что даст знание — какая часть цены незнания даты исчезает, если число узнать заранее.", "Low and high: the number's 10th and 90th percentiles, the others being drawn. Share of the spread: first-order Sobol index. Worth of knowing: the part of what not knowing the date costs that vanishes when the number is known beforehand.";
    TornadoSubtitle { answer }: "{answer}: с\u{a0}каждым числом на 10-м и 90-м процентиле его диапазона", "{answer}, each number at the 10th and 90th percentile of its range";
    Centre: "в\u{a0}среднем", "mean";
    UnknownAnswer { asked, roles }: "не понятно, о чём вопрос: `{asked}`; можно utilisation:РОЛЬ, need:РОЛЬ, need:РОЛЬ:НОМЕР (который по счёту человек роли, больше чем есть сейчас), kept. Роли: {roles}", "cannot tell what `{asked}` asks; it may be utilisation:ROLE, need:ROLE, need:ROLE:NUMBER (which person of the role, beyond those of today) or kept. Roles: {roles}";
    TooFewReplications { confidence, count, least }: "{confidence} нельзя доказать на {count} прогонах: нужно не меньше {least} (--replications)", "{confidence} cannot be proved with {count} replications: at least {least} are needed (--replications)";
    NoInputs: "в\u{a0}сценарии нет ни одного диапазона: двигать нечего", "the scenario has no range: there is nothing to move";
    NoClaims: "в\u{a0}сценарии нет утверждений (claims)", "the scenario has no claims";
    BadConfidence: "вероятность должна быть больше 0 и меньше 100\u{202f}%: 100\u{202f}% моделированием не доказать", "the probability must be above 0 and below 100%: no simulation can show 100%";
}
