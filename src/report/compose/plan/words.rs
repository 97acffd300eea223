//! Every sentence about a plan, a claim or a sensitivity, in both languages: one row each.

use crate::report::fill;
use crate::scenario::Lang;

macro_rules! sentences {
    ($($key:ident: $ru:literal, $en:literal;)*) => {
        /// A sentence.
        #[allow(missing_docs)] // The texts say what they are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Say { $($key),* }

        impl Say {
            /// Every sentence.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$key),*];

            /// The sentence in a language.
            pub(crate) fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$key, Lang::Ru) => $ru, (Self::$key, Lang::En) => $en,)*
                }
            }
        }
    };
}

sentences! {
    // The plan: headings.
    Title: "План найма", "Hiring plan";
    Subtitle: "{title}: {from} – {to}; обещания — в каждом скользящем квартале, с\u{a0}вероятностью {confidence}; {replications}", "{title}: {from} – {to}; promises in every rolling quarter with probability {confidence}; {replications}";
    Answer: "Ответ", "The answer";
    Hires: "Кого и когда нанимать", "Whom to hire, and when";
    Promises: "Обещания", "Promises";
    Levels: "При каком уровне открывать вакансию", "At which level to open the vacancy";
    Rules: "Правила документа против плана", "The document's rules against the plan";
    Claims: "Утверждения документа", "The document's claims";
    Money: "Деньги и вероятность", "Money and probability";
    Cautions: "С осторожностью", "Cautions";
    Charts: "Графики", "Charts";

    // The two readings.
    Contradiction: "Документ противоречит сам себе: {input} — {ours} или {theirs}, и от этого зависит весь план", "The document contradicts itself: {input} is {ours} or {theirs}, and the whole plan depends on it";
    TwoPlans: "При {ours}: {our_plan}. При {theirs}: {their_plan}.", "At {ours}: {our_plan}. At {theirs}: {their_plan}.";
    OnePlan: "{people}, {cost}, обещания держатся с\u{a0}вероятностью {share}", "{people}, {cost}, promises kept with probability {share}";
    NobodyPlan: "нанимать никого не нужно, обещания держатся с\u{a0}вероятностью {share}", "nobody is to be hired, promises kept with probability {share}";
    BreakEven: "Перелом: нынешним людям роли {role} хватает рабочих часов, пока {input} не больше {now} сейчас и {then} к\u{a0}концу срока.", "Break-even: today's people of the role {role} have hours enough up to {now} now and {then} in the end ({input}).";
    NeverEnough: "ни при каком значении", "no value at all";
    AlwaysEnough: "при любом значении до {value}", "any value up to {value}";
    SurvivingTwo: "Верных утверждений документа: {ours} из {all} в\u{a0}первом прочтении, {theirs} — во втором", "Claims of the document that hold: {ours} of {all} in the first reading, {theirs} in the second";
    SurvivingOne: "Верных утверждений документа: {ours} из {all}", "Claims of the document that hold: {ours} of {all}";
    SurvivingDetail: "{reading}: {verdicts}.", "{reading}: {verdicts}.";
    HoldAre: "верно: {ids}", "true: {ids}";
    FailAre: "неверно: {ids}", "false: {ids}";
    OpenAre: "не решено: {ids}", "undecided: {ids}";
    FirstReading: "Первое прочтение ({range})", "First reading ({range})";
    SecondReading: "Второе ({range})", "Second ({range})";
    ThisReading: "Это прочтение", "This reading";

    // Who.
    Hire: "Нанять: {people}", "Hire: {people}";
    NoGoals: "В\u{a0}сценарии нет ни одного SLA, который план должен держать: нанимать незачем", "The scenario has no SLA that the plan must keep: there is nothing to hire for";
    HireNobody: "Нанимать никого не нужно: обещания держатся и так", "Nobody is to be hired: the promises are kept as it is";
    OpenBy: "до {date}", "by {date}";
    Calendar: "{role}: {dates}", "{role}: {dates}";
    OneDate: "{count} — вакансия {request}, выход {start}", "{count}: vacancy {request}, start {start}";
    Now: "сейчас", "now";
    MovesNotMade: "Рассмотрено и не удешевляет план: {moves}.", "Looked at, and makes the plan no cheaper: {moves}.";
    Moves: "Кроме найма: {moves}.", "Beside hiring: {moves}.";

    // How sure.
    Sure: "С планом все обещания держатся с\u{a0}вероятностью {with}, без него — {without}", "With the plan every promise is kept with probability {with}, without it {without}";
    Proved: "Проверено на {count} новых прогонах, не участвовавших в\u{a0}выборе: {confidence} доказаны с\u{a0}надёжностью 95\u{202f}%.", "Checked on {count} fresh replications that had no part in choosing: {confidence} is proved, 95% sure.";
    NotProved: "На {count} новых прогонах {confidence} не доказаны: вероятность не меньше {least} с\u{a0}надёжностью 95\u{202f}%.", "On {count} fresh replications {confidence} is not proved: the probability is at least {least}, 95% sure.";
    NotProvable: "Запрошенные {confidence} недостижимы или недоказуемы: даже все разрешённые наймы на самую раннюю дату держат обещания в\u{a0}{attained} прогонов. Чаще всего срывается {goal} (держится в\u{a0}{kept}){more}.", "The {confidence} asked for cannot be reached or proved: even everybody who may be hired, at the earliest date, keeps the promises in {attained} of the replications. {goal} is missed most often (kept in {kept}){more}.";
    AllowMore: "; разрешите нанять больше: {role}, сейчас не больше {most}", "; allow more hires of the role {role}, at most {most} now";
    Impossible: "{goal}: {asked} не выполнит никакой штат, лучшее — {best}", "{goal}: {asked} cannot be met by any head-count, the best is {best}";
    ImpossibleWhy: "Так выходит, когда людей больше, чем нужно, и с\u{a0}первого дня: остальное — время самой работы{why}. План держит {planned} в\u{a0}каждом квартале.", "That is with more people than are ever needed, from the first day; the rest is the time of the work itself{why}. The plan keeps {planned} in every quarter.";
    WhyWaits: " и ожиданий", " and of waits";
    WhyNoInterruption: "; работу ради этого не прерывают", "; and nothing is interrupted for it";
    Unavoidable: "До {date} всё не выправить и с\u{a0}планом: нарушений за {months} — около {breaches}", "Not everything can be put right before {date}, not even with the plan: about {breaches} breaches in {months}";
    UnavoidableWhy: "Кого попросят сегодня, тот выйдет через {days} и полностью войдёт в\u{a0}работу к\u{a0}{date}; столько же даётся на то, чтобы разобрать накопленное. Каждое обещание считается со своего месяца.", "Whoever is asked for today comes in {days} and is fully productive by {date}; as long again is given to work off what has piled up. Every promise counts from a month of its own.";

    // Cost.
    Cost: "План стоит {cost} за {months}; без него — {more} SLA в\u{a0}месяц сверх того, что с\u{a0}планом", "The plan costs {cost} in {months}; without it {more} of SLAs a month more than with it";
    CostOfWaiting: "Сдвиг всех наймов на месяц: ещё {late}, вероятность {share}. Без плана к\u{a0}концу срока не сделано: {undone}.", "All hires a month later: {late} more, probability {share}. Without the plan, left undone in the end: {undone}.";
    UndoneHours: "{hours} работы у роли {role}", "{hours} of work of the role {role}";
    RuleLate: "Правило {rule} опаздывает на {months}: на {more} больше, чем с\u{a0}планом", "The rule {rule} is {months} late: {more} more than with the plan";
    RuleNever: "Правило {rule} не срабатывает до конца срока: на {more} больше, чем с\u{a0}планом", "The rule {rule} does not fire before the horizon: {more} more than with the plan";
    RuleInstead: "Вместо него открывайте вакансию раньше — {measure}: {level}, а не {stated}.", "Open the vacancy earlier instead: {measure} at {level}, not {stated}.";
    Spread: "Когда нужен {role}: {dates}", "When {role} is needed: {dates}";
    OneNeed: "№\u{a0}{number} — {middle} ({range})", "no. {number} {middle} ({range})";
    SureNeed: "№\u{a0}{number} — {middle}", "no. {number} {middle}";
    InNineOfTen: "в\u{a0}9 прогонах из 10", "in 9 replications of 10";
    SpreadDetail: "Разброс последней даты: {inputs} — незнание чисел, {chance} — случай; какое число измерить первым, скажет staffcast sensitivity. Вакансию открывают на {days} раньше.", "The spread of the last date: {inputs} is not knowing the numbers, {chance} is chance; staffcast sensitivity tells which number to measure first. The vacancy is opened {days} earlier.";
    OtherNeed: "{role}: {dates}.", "{role}: {dates}.";

    // Tables.
    Number: "№ в\u{a0}роли", "No. in role";
    Vacancy: "Вакансия", "Vacancy by";
    Start: "Выход", "Start";
    Needed: "Нужен с (p10 – p50 – p90)", "Needed from (p10 – p50 – p90)";
    CheapestStart: "Дешевле всего", "Cheapest start";
    MonthCost: "В\u{a0}месяц", "A month";
    HiresNote: "Вакансия — раньше выхода на срок найма, в\u{a0}который укладываются девять поисков из десяти; выход учитывает ввод в\u{a0}должность. Нужен с — когда без этого человека обещания срываются надолго (в\u{a0}10, 50 и 90\u{202f}% прогонов), за вычетом ввода в\u{a0}должность; «—» — не раньше конца срока: человек нужен для замещения. Дешевле всего — дата при ценах опоздания и спешки {late} : {early}.", "Vacancy: before the start by the time in which nine of ten searches end; the start allows for the ramp-up. Needed from: when promises begin to be missed for good without this person (in 10, 50 and 90% of replications), ramp-up taken off; “—”: not before the horizon, the person is there for cover. Cheapest start: the date when lateness and earliness cost {late} : {early}.";
    Promise: "Обещание", "Promise";
    Asked: "Задано", "Asked";
    PlannedShare: "План", "Planned";
    CountsFrom: "Считается с", "Counts from";
    Kept: "Держится", "Kept";
    WithPlan: "В\u{a0}срок с планом", "In time with the plan";
    WithoutPlan: "Без плана", "Without";
    PromisesNote: "Держится — доля прогонов, в\u{a0}которых обещание выполнено в\u{a0}каждом скользящем квартале, начиная с указанного месяца.", "Kept: share of replications in which the promise is kept in every rolling quarter from that month on.";
    Watched: "Что видно", "What is seen";
    Today: "Сейчас", "Now";
    AskAt: "Открыть вакансию при", "Open the vacancy at";
    DocumentSays: "В\u{a0}документе", "In the document";
    LevelsNote: "Уровень в\u{a0}месяц, когда пора открыть вакансию по плану, в\u{a0}скобках — 10–90\u{202f}% прогонов. Где пора уже давно — уровень, при котором у людей, которые есть до этого найма, не остаётся свободного часа.", "The level in the month in which the plan opens the vacancy; in brackets 10–90% of replications. Where it is overdue: the level at which the people there before this hire have no hour left.";
    Rule: "Правило", "Rule";
    AsksIn: "Срабатывает", "Fires";
    Never: "никогда", "never";
    Late: "Опаздывает", "Late";
    MoreBreaches: "Нарушений больше", "Breaches more";
    RulesNote: "Против плана, за весь срок. Опаздывает — первый выход по правилу позже первого выхода по плану.", "Against the plan, over the horizon. Late: the rule's first start after the plan's first.";
    CostColumn: "Стоимость", "Cost";
    WhoColumn: "Кто", "Who";
    Nobody: "никого", "nobody";
    ChosenPlan: "план", "the plan";
    MoneyNote: "Только планы, дешевле которых нет ничего столь же надёжного; вероятность — на новых прогонах.", "Only plans than which nothing cheaper is as sure; probabilities on fresh replications.";

    // What is watched.
    WatchArrivals: "поступает в\u{a0}месяц: {streams}", "{streams} a month";
    WatchOccupancy: "занятость: {role}", "occupancy of {role}";
    WatchSla: "в\u{a0}срок за квартал: {sla}", "in time in a quarter: {sla}";
    WatchBacklog: "открыто на конец месяца: {streams}", "{streams} open at the end of the month";

    // Justifications for HR.
    JustifyOverdue: "Нужен уже сейчас: без него обещания срываются, а раньше {start} никто не выйдет", "Needed already: promises are missed without this person, and nobody can start before {start}";
    JustifyNeeded: "Без него обещания срываются надолго: в\u{a0}половине прогонов — {date}, в\u{a0}10 и 90\u{202f}% — {range}", "Promises are missed for good without this person: in half of the replications {date}, in 10 and 90% {range}";
    JustifyCover: "Для замещения: без него отдельные кварталы срываются из-за отпусков, болезней и пиков", "For cover: without this person single quarters are missed by holidays, sickness and peaks";
    NotBefore: "не раньше конца срока", "not before the horizon";
    RangeOf: "{from} – {to}", "{from} – {to}";

    // Charts.
    CurveTitle: "{share} вероятности стоят {cost}", "A probability of {share} costs {cost}";
    CurveSubtitle: "Стоимость плана за срок и вероятность, что каждое обещание держится в\u{a0}каждом квартале; полоса — 95\u{202f}% интервал", "Cost of the plan and probability that every promise is kept in every quarter; band: 95% interval";
    CurveX: "Стоимость за срок", "Cost over the horizon";
    CurveY: "Вероятность", "Probability";
    SourceLine: "staffcast {version}, сценарий {scenario}, {replications}, зерно {seed}", "staffcast {version}, scenario {scenario}, {replications}, seed {seed}";

    // Cautions.
    TooLate: "{role}: горизонт короче срока найма, в\u{a0}плане этой роли нет", "{role}: the horizon is shorter than the time to fill, the plan cannot hire this role";
    TooLateAdvice: "увеличьте months в\u{a0}сценарии", "raise months in the scenario";
    Overdraft: "Запрошенная вероятность не достигнута", "The probability asked for is not reached";
    OverdraftAdvice: "снизьте confidence, разрешите больше наймов (plan.hire) или ослабьте обещания (plan.goals)", "lower confidence, allow more hires (plan.hire) or relax promises (plan.goals)";

    // Claims.
    ClaimsTitle: "Утверждения документа и что о них известно", "The document's claims and what is known of them";
    ClaimsSubtitle: "{title}; {replications} каждого варианта", "{title}; {replications} of each policy";
    ClaimsSummary: "Утверждений: {all}; верных — {hold}, неверных — {fail}, не решённых — {open}", "Claims: {all}; {hold} hold, {fail} fail, {open} undecided";
    ClaimsNote: "Верно — в\u{a0}95\u{202f}% прогонов и больше, неверно — в\u{a0}5\u{202f}% и меньше, между ними — не решено. В\u{a0}скобках — где лежат 95\u{202f}% прогонов.", "Holds: in 95% of the replications or more; fails: in 5% or fewer; undecided between. In brackets: where 95% of the replications lie.";
    ClaimColumn: "Утверждение", "Claim";
    StatedColumn: "Сказано", "Stated";
    FoundColumn: "Получилось", "Found";
    WouldHold: "Было бы верно", "Would hold";
    TrueBelow: "верно, только если {input} — не больше {value}", "true only if {input} is at most {value}";
    TrueAbove: "верно, только если {input} — не меньше {value}", "true only if {input} is at least {value}";
    TrueBetween: "верно, только если {input} — от {low} до {value}", "true only if {input} is between {low} and {value}";
    TrueNowhere: "не станет верным ни при каком значении: {input}", "false for every value of {input}";
    TrueEverywhere: "в\u{a0}среднем верно при любом значении: {input}", "true on average for every value of {input}";
    AtLeast: "≥\u{a0}{value}", "≥\u{a0}{value}";
    AtMost: "≤\u{a0}{value}", "≤\u{a0}{value}";
    BothBounds: "{least} – {most}", "{least} – {most}";

    // Sensitivity.
    SensitivityTitle: "Что сильнее всего двигает ответ", "What moves the answer most";
    SensitivitySubtitle: "{title}; {answer}; {replications}", "{title}; {answer}; {replications}";
    AnswerUtilisation: "загрузка: {role}", "utilisation of {role}";
    AnswerKept: "вероятность, что все обещания держатся", "probability that every promise is kept";
    AnswerNeed: "когда нужен {role} №\u{a0}{number}", "when {role} no. {number} is needed";
    MeasureFirst: "Сначала измерьте: {input} — {share} разброса ответа", "Measure first: {input} is {share} of the spread of the answer";
    MeasureDetail: "Ответ: {low} при {low_input}, {high} при {high_input}.", "The answer: {low} at {low_input}, {high} at {high_input}.";
    MeasureValue: "Знать это число до решения о найме снимает {value} цены незнания.", "Knowing this number before deciding saves {value} of what not knowing costs.";
    NothingMoves: "Ни одно неизвестное число не двигает этот ответ: {answer} — {value} во всех прогонах", "No unknown number moves this answer: {answer} is {value} in every replication";
    NothingMovesDetail: "Спросите о другом найме (--answer need:роль:номер) или о загрузке (--answer utilisation:роль).", "Ask about another hire (--answer need:role:number) or about utilisation (--answer utilisation:role).";
    InputColumn: "Неизвестное число", "Unknown number";
    LowColumn: "При нижнем", "At the low end";
    HighColumn: "При верхнем", "At the high end";
    ShareColumn: "Доля разброса", "Share of the spread";
    ValueColumn: "Что даст знание", "Worth of knowing";
    SensitivityNote: "Нижний и верхний — 10-й и 90-й процентили числа, остальные разыгрываются. Доля разброса — индекс Соболя первого порядка. Что даст знание — какая часть цены незнания даты исчезает, если число узнать заранее.", "Low and high: the number's 10th and 90th percentiles, the others being drawn. Share of the spread: first-order Sobol index. Worth of knowing: the part of what not knowing the date costs that vanishes when the number is known beforehand.";
    TornadoSubtitle: "{answer}: с\u{a0}каждым числом на 10-м и 90-м процентиле его диапазона", "{answer}, each number at the 10th and 90th percentile of its range";
    Centre: "в\u{a0}среднем", "mean";
    UnknownAnswer: "не понятно, о чём вопрос: `{asked}`; можно utilisation:РОЛЬ, need:РОЛЬ, need:РОЛЬ:НОМЕР (который по счёту человек роли, больше чем есть сейчас), kept. Роли: {roles}", "cannot tell what `{asked}` asks; it may be utilisation:ROLE, need:ROLE, need:ROLE:NUMBER (which person of the role, beyond those of today) or kept. Roles: {roles}";
    TooFewReplications: "{confidence} нельзя доказать на {count} прогонах: нужно не меньше {least} (--replications)", "{confidence} cannot be proved with {count} replications: at least {least} are needed (--replications)";
    NoInputs: "в\u{a0}сценарии нет ни одного диапазона: двигать нечего", "the scenario has no range: there is nothing to move";
    NoClaims: "в\u{a0}сценарии нет утверждений (claims)", "the scenario has no claims";
    BadConfidence: "вероятность должна быть больше 0 и меньше 100\u{202f}%: 100\u{202f}% моделированием не доказать", "the probability must be above 0 and below 100%: no simulation can show 100%";
}

impl Say {
    /// The sentence in a language, with its places filled.
    pub(crate) fn filled(self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.text(lang), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places() {
        let places = |text: &'static str| {
            let parts = text.split('{').skip(1);
            let mut places: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
            places.sort_unstable();
            places
        };
        for say in Say::ALL {
            let (ru, en) = (say.text(Lang::Ru), say.text(Lang::En));
            assert_eq!(places(ru), places(en), "{say:?}");
            assert!(!ru.is_empty() && !en.is_empty());
        }
    }
}
