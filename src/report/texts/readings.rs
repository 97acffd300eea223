//! Texts about a document that can be read in several ways.

texts! {
    // Which reading a run takes.
    CautionReadings { readings }: "Документ противоречит сам себе, а посчитано одно прочтение. {readings}", "The document contradicts itself, and one reading was taken. {readings}";
    OneReading { question, reading, others }: "{question}: здесь {reading}; можно прочитать и {others}.", "{question}: here {reading}; it may also be read as {others}.";
    AdviceReadings { key }: "Другое прочтение: --reading {key}; claims и sensitivity учитывают все сразу", "Another reading: --reading {key}; claims and sensitivity take all of them";
    OrReading: "или", "or";

    // Claims.
    HoldsInReading { reading }: "верно, если верно прочтение {reading}", "holds if the reading {reading} is right";
    HoldsInReadings { readings }: "верно, если верны прочтения {readings}", "holds if the readings {readings} are right";
    TrueInShare { reading, share }: "в прочтении {reading} верно в {share} прогонов", "in the reading {reading} true in {share} of the replications";
    MoreHoldInReading { reading, claims }: "В прочтении {reading} верно ещё: {claims}.", "In the reading {reading} also true: {claims}.";
    MoreHoldInReadings { readings, claims }: "В прочтениях {readings} вместе верно ещё: {claims}.", "In the readings {readings} together also true: {claims}.";
    ClaimsReadings: "Прочтения документа, который сам себе противоречит, разыгрываются вместе со всем остальным неизвестным.", "The readings of a document that contradicts itself are drawn with everything else that is not known.";

    // A check.
    Readings: "Прочтения документа", "Readings of the document";
    CheckReadings { questions }: "Документ можно прочитать по-разному: {questions}", "The document can be read in several ways: {questions}";
    ReadingNeeds { reading, roles }: "В прочтении {reading} нужно: {roles}", "In the reading {reading}: {roles}";
    ReadingRole { role, now, then, now_here, then_here }: "{role} — {now} человека сейчас и {then} в конце срока вместо {now_here} и {then_here}", "{role}: {now} people now and {then} in the end, not {now_here} and {then_here}";
    ReadingSameLoad { reading }: "В прочтении {reading} нагрузка ролей та же", "In the reading {reading} every role is loaded as here";
    ReadingFrees { reading, what }: "В прочтении {reading} нет противоречия {what}", "The reading {reading} does not have the contradiction of {what}";
    ReadingAdds { reading, what }: "Только в прочтении {reading} есть противоречие {what}", "Only the reading {reading} has the contradiction of {what}";
    ReadingNeverBinds { sla, limit }: "{sla} (срок «{limit}» никогда не действует)", "{sla} (the limit of {limit} never binds)";
    ReadingOutOfReach { sla }: "{sla} (обещанной доли не даст никакой штат)", "{sla} (no head-count keeps its target)";
    ReadingNotLittle { claim }: "{claim} (спорит с законом Литтла)", "{claim} (disagrees with Little's law)";
    QuestionColumn: "Вопрос", "Question";
    ReadingColumn: "Прочтение", "Reading";
    HowLikely: "Вероятность", "Probability";
    RoleNow { role }: "{role}: нужно сейчас", "{role}: needed now";
    RoleThen { role }: "{role}: в конце", "{role}: in the end";
    ReadingsNote: "Первое прочтение каждого вопроса — сам сценарий; остальные — по одному, всё прочее как в сценарии. Показаны роли, нагрузку которых прочтения меняют. Узнали, какое верно, — --reading ИМЯ или known_readings в [plan].", "The first reading of each question is the scenario as written; the others are taken one at a time, all else as written. Roles are shown whose load a reading changes. Once it is known which is right: --reading NAME, or known_readings in [plan].";

    // A sensitivity.
    FindOutFirst { question, share }: "Сначала выясните: {question} — {share} разброса ответа", "Find out first: {question} is {share} of the spread of the answer";
    FindOutDetail { low, low_input, high, high_input }: "Ответ: {low} в прочтении {low_input}, {high} в прочтении {high_input}.", "The answer: {low} in the reading {low_input}, {high} in the reading {high_input}.";
    FindOutValue { value }: "Знать это до решения о найме снимает {value} цены незнания.", "Knowing this before deciding saves {value} of what not knowing costs.";
    SensitivityReadings: "У вопроса, на который документ отвечает по-разному, вместо краёв — два прочтения, между которыми ответ меняется сильнее всего. Два значения через «или» — края диапазона в разных прочтениях.", "Where the document answers a question in several ways, the ends are the two readings between which the answer moves most. Two values with “or” are the ends of the range in different readings.";
}
