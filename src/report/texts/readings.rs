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
    MoreHoldInReading { reading, ids }: "Если верно прочтение {reading}, верны ещё {ids}.", "If the reading {reading} is right, {ids} hold too.";
    MoreHoldInReadings { readings, ids }: "Если верны прочтения {readings}, верны ещё {ids}.", "If the readings {readings} are right, {ids} hold too.";
    ClaimsReadings: "Прочтения документа, который сам себе противоречит, разыгрываются вместе со всем остальным неизвестным.", "The readings of a document that contradicts itself are drawn with everything else that is not known.";
}
