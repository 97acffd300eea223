//! Texts of parts, of what is wrong with them, and of sweeps.

texts! {
    ShardExpected: "номер части и сколько их всего, например 3/64", "the number of the shard and how many there are, such as 3/64";
    ShardOfPrecision: "часть (--shard) нельзя считать до заданной точности: до какого прогона считать, знает только весь расчёт. Задайте --replications числом", "a shard cannot be run until a precision is reached, because only the whole run knows when that is: give --replications as a number";
    PartFlaw { path, reason }: "{path}: {reason}", "{path}: {reason}";
    PartUnreadable { error }: "файл не читается: {error}", "the file cannot be read: {error}";
    PartNone: "это не часть расчёта staffcast", "this is no part of a run of staffcast";
    PartTruncated: "файл оборван, конца нет", "the file is truncated: its end is missing";
    PartCorrupted: "файл повреждён: контрольная сумма не сходится", "the file is corrupted: its checksum does not agree";
    PartOtherScenario: "часть другого сценария", "a part of another scenario";
    PartOtherSeed { seed, wanted }: "часть с\u{a0}другим началом случайности: --seed {seed}, а нужно {wanted}", "a part of another seed: {seed}, not {wanted}";
    PartOtherVersion { version, wanted }: "часть другой версии программы: {version}, а нужна {wanted}", "a part of another version of the program: {version}, not {wanted}";
    PartOtherCommand { command, wanted }: "часть другой команды: `{command}`, а нужна `{wanted}`", "a part of another command: `{command}`, not `{wanted}`";
    PartOtherCut { of, wanted }: "расчёт разрезан на другое число частей: {of}, а нужно {wanted}", "the run is cut into another number of shards: {of}, not {wanted}";
    PartDoubled { other }: "та же часть, что и {other}: оставьте одну", "the same shard as {other}: keep one of them";
    PartsMissing { of, list }: "из {of} частей не хватает: {list}", "of {of} shards these are missing: {list}";
    PartsNone: "среди названного нет ни одной годной части; часть пишут run, sensitivity, claims и sweep с\u{a0}ключом --shard", "there is no good part among them; parts are written by run, sensitivity, claims and sweep with --shard";
    PartsScenarioChanged { scenario }: "сценарий {scenario} изменился после того, как были посчитаны части: верните прежний или посчитайте части заново", "the scenario {scenario} has changed since the parts were made: put it back, or run the shards again";
    PartsVersion { version, own }: "части посчитаны версией {version}, а эта — {own}: соединяйте той же версией", "the parts were made by version {version}, and this is {own}: merge with the same version";
    LeverExpected: "ПУТЬ=ОТ..ДО или ПУТЬ=ОТ..ДО:СКОЛЬКО, например roles.engineer.headcount=1..6", "PATH=FROM..TO or PATH=FROM..TO:STEPS, such as roles.engineer.headcount=1..6";
    NothingVaried: "не сказано, что менять: --vary roles.engineer.headcount=1..6 или --points файл.csv", "nothing is varied: --vary roles.engineer.headcount=1..6, or --points file.csv";
    PointsUnreadable { path, error }: "{path}: точки не читаются: {error}", "{path}: the points cannot be read: {error}";
    PointsTooMany { most }: "точек должно быть от одной до {most}: меньше рычагов или значений, либо --latin", "there must be from one to {most} points: fewer levers or values, or --latin";
    SweepOfMonths: "точки должны охватывать одни и те же месяцы: период менять нельзя", "all points must have the same months: the horizon cannot be varied";
    SweepHeading: "Перебор", "Sweep";
    SweepDone { points, replications }: "Точек: {points}, в\u{a0}каждой {replications}. Случайность во всех точках одна и та же, поэтому разница между ними — от рычагов.", "Points: {points}, with {replications} in each. The chance is the same in all of them, so that they differ by the levers alone.";
    SweepBest { promise, settings, share }: "Чаще всего все SLA выполняются {promise} при {settings}: в\u{a0}{share} прогонов", "Every SLA is met {promise} most often with {settings}: in {share} of the replications";
    SweepPoint: "Точка", "Point";
    SweepPoints: "Все точки", "Every point";
    SweepKept { promise }: "Доля прогонов, в\u{a0}которых все SLA выполняются {promise}", "Share of replications in which every SLA is met {promise}";
    SweepKeptShort: "Все SLA", "All SLAs met";
    SweepCostShort: "Затраты", "Cost";
    SweepCost: "Затраты за весь период", "Cost over the whole horizon";
    SweepOver { levers }: "Что меняется: {levers}", "What is varied: {levers}";
    SweepRest { shown }: "Показаны первые {shown}; все точки — в sweep.csv", "The first {shown} are shown; every point is in sweep.csv";
    NotKnown: "неизвестно", "not known";
    PartsCommand { command }: "части посчитаны командой, которой эта версия не понимает: `{command}`", "the parts were made by a command that this version does not understand: `{command}`";
}
