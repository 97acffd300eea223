//! Help in Russian: what each command and option says, beside the English that stands in the code.

use clap::Command;

/// What the parser writes itself.
const HEADINGS: &[[&str; 2]] = &[
    ["Usage:", "Вызов:"],
    ["Commands:", "Команды:"],
    ["Arguments:", "Аргументы:"],
    ["Options:", "Ключи:"],
    ["[OPTIONS]", "[КЛЮЧИ]"],
    ["<COMMAND>", "<КОМАНДА>"],
    ["[default: ", "[по умолчанию: "],
    ["Possible values:", "Возможные значения:"],
    // A line may end between these words.
    ["[possible", "[возможные"],
    ["values: ", "значения: "],
    ["Print help (see a summary with '-h')", "Эта справка (кратко — -h)"],
    ["Print help (see more with '--help')", "Эта справка (подробнее — --help)"],
    ["Print help", "Эта справка"],
    ["Print version", "Версия программы"],
    [
        "Print this message or the help of the given subcommand(s)",
        "Справка о программе или о команде",
    ],
];

/// What commands and options say: English, Russian.
const HELP: &[[&str; 2]] = &[
    [
        "Names of policies, roles, unknown numbers, SLAs and measures, with their present values",
        "Имена вариантов, ролей, неизвестных чисел, SLA и показателей и что за ними стоит сейчас",
    ],
    [
        "Print a script that completes commands and options in a shell",
        "Показать скрипт, который дополняет команды и ключи в оболочке",
    ],
    ["Print the manual pages", "Показать страницы руководства man"],
    [
        "Hire somebody, such as tp_manager@2026-04-15 or tp_manager=2@2026-04-15 (repeatable); without a date: asked for at once",
        "Нанять людей, например tp_manager@2026-04-15 или tp_manager=2@2026-04-15 (можно несколько); без даты — заявка сразу",
    ],
    [
        "The department to start from; the comments of pass24 are in Russian",
        "С какого отдела начать",
    ],
    [
        "Language, currency and holidays of the file, and language of messages",
        "Язык, валюта и праздники файла и язык сообщений",
    ],
    [
        "Hire by a rule, such as \"tp_manager: clients >= 400\" or \"engineer: engineer > 85%, months = 3\" (repeatable)",
        "Нанимать по правилу, например \"tp_manager: clients >= 400\" или \"engineer: engineer > 85%, months = 3\" (можно несколько)",
    ],
    ["The shell", "Оболочка"],
    [
        "Many what-ifs of one department: a grid, a Latin hypercube or a file of points",
        "Много «что если» одного отдела: сетка, латинский гиперкуб или файл с точками",
    ],
    [
        "Vary a value, such as --vary roles.engineer.headcount=1..6 or --vary PATH=5%..20%:4 for four values (repeatable)",
        "Менять значение, например --vary roles.engineer.headcount=1..6 или --vary ПУТЬ=5%..20%:4 — четыре значения (можно несколько)",
    ],
    [
        "So many points of a Latin hypercube instead of every combination",
        "Столько точек латинского гиперкуба вместо всех сочетаний",
    ],
    [
        "Points from a CSV file: a column for each path, a row for each point",
        "Точки из файла CSV: столбец — путь, строка — точка",
    ],
    ["Take this policy instead of the first", "Взять этот вариант вместо первого"],
    ["Replications of each point [default: 100]", "Прогонов в каждой точке [по умолчанию: 100]"],
    [
        "Put the parts of --shard together: the files that the whole run would have left",
        "Соединить части (--shard): те же файлы, что оставил бы весь расчёт",
    ],
    [
        "Do only this piece of the work and leave it as one part file, without a report; see merge",
        "Посчитать только эту часть и записать её в файл, без отчёта; см. merge",
    ],
    [
        "Leave the numbers of every replication, too: replications.parquet",
        "Записать и числа каждого прогона: replications.parquet",
    ],
    ["Parts, or folders with parts, in any order", "Части или папки с частями, в любом порядке"],
    [
        "Print the numbers of the shards to run again, such as 3,17, and do nothing else",
        "Только показать номера частей, которые нужно посчитать заново, например 3,17",
    ],
    [
        "Language of messages [default: that of the system]",
        "Язык сообщений [по умолчанию: язык системы]",
    ],
    [
        "A page to ask \"what if\" on: move a lever and see the answer change",
        "Страница «что если»: двигайте рычаги и смотрите, как меняется ответ",
    ],
    ["Port; 0: any free one", "Порт; 0 — любой свободный"],
    [
        "Serve on this address instead of the loopback; a token is then needed, and shown once",
        "Открыть страницу на этом адресе, а не только на своей машине; тогда нужен токен, он показывается один раз",
    ],
    ["Do not open the browser", "Не открывать браузер"],
    [
        "When must a support department hire its next person, how sure are we, and what if we wait",
        "Когда отделу поддержки пора нанять следующего человека, насколько это верно и что будет, если подождать",
    ],
    [
        "Without a command: `plan` of scenarios/pass24.toml.\nExit codes: 0 done; 1 something failed on the way; 2 the input is wrong; 130 stopped.",
        "Без команды: `plan` для scenarios/pass24.toml.\nКоды выхода: 0 — сделано; 1 — сбой в работе; 2 — ошибка во входных данных; 130 — остановлено.",
    ],
    [
        "Simulate every policy and compare them: CSV files, charts, the answer in words",
        "Смоделировать все варианты и сравнить их: CSV, графики, ответ словами",
    ],
    [
        "The hiring decision: who, by when, how sure, at what cost, and what waiting costs",
        "Решение о найме: кого, к какому сроку, с какой уверенностью, за какие деньги и чего стоит ждать",
    ],
    [
        "Put every claim of the document to the test: holds, fails or undecided, and when it would hold",
        "Проверить каждое утверждение документа: верно, неверно, не решено — и когда стало бы верно",
    ],
    [
        "Which unknown number moves the answer most, and which to measure first",
        "Какое неизвестное число сильнее всего меняет ответ и что измерить первым",
    ],
    [
        "Check a scenario without simulating: load against capacity, contradictions, assumptions",
        "Проверить сценарий без моделирования: нагрузка и возможности, противоречия, допущения",
    ],
    [
        "Turn a help desk's own export into a measured scenario",
        "Сделать из выгрузки хелпдеска измеренный сценарий",
    ],
    [
        "Write a commented scenario to start from",
        "Записать сценарий с пояснениями, с которого можно начать",
    ],
    [
        "Print the JSON Schema of scenario files, for editors",
        "Показать JSON Schema файлов сценариев, для редакторов",
    ],
    [
        "The engine against queueing theory and an independent program: exact, simulated, verdict",
        "Движок против теории очередей и независимой программы: точно, смоделировано, вывод",
    ],
    [
        "Scenario file [default: scenarios/pass24.toml]",
        "Файл сценария [по умолчанию: scenarios/pass24.toml]",
    ],
    [
        "Change a value of the scenario, such as --set roles.engineer.headcount=2 (repeatable)",
        "Изменить значение в сценарии, например --set roles.engineer.headcount=2 (можно несколько)",
    ],
    [
        "Take this reading of the document as known to be right, such as claimed-minutes (repeatable)",
        "Считать это прочтение документа верным, например claimed-minutes (можно несколько)",
    ],
    [
        "Language of results and messages [default: the scenario's]",
        "Язык результатов и сообщений [по умолчанию: язык сценария]",
    ],
    ["Language of results and messages", "Язык результатов и сообщений"],
    ["Russian", "русский"],
    ["English", "английский"],
    ["UTF-8, comma, decimal point", "UTF-8, запятая, десятичная точка"],
    ["Semicolon, decimal comma, byte order mark", "Точка с запятой, десятичная запятая, метка BOM"],
    [
        "Where all chance begins [default: the scenario's]",
        "Начальное число для всех случайностей [по умолчанию: из сценария]",
    ],
    [
        "Where all chance begins; with others than this a number of the three thousand may differ by chance",
        "Начальное число для всех случайностей; с другим какое-то из трёх тысяч чисел может разойтись случайно",
    ],
    ["Threads; 0: one for each processor", "Потоки; 0 — по числу процессоров"],
    [
        "Folder for the files [default: output/<scenario name>]",
        "Папка для файлов [по умолчанию: output/<имя сценария>]",
    ],
    [
        "Folder for the files [default: output/<name>]",
        "Папка для файлов [по умолчанию: output/<имя>]",
    ],
    ["Folder for the files", "Папка для файлов"],
    [
        "Format of CSV files; excel-ru: semicolon, decimal comma, byte order mark",
        "Формат CSV; excel-ru — точка с запятой, десятичная запятая, метка BOM",
    ],
    [
        "Begin even what is estimated to take more than 12 hours, or more memory than there is",
        "Начать, даже если нужно больше 12 часов или больше памяти, чем есть",
    ],
    ["Print nothing but errors", "Показывать только ошибки"],
    ["Print JSON for other programs", "Показать JSON для других программ"],
    [
        "The policy that is checked [default: the baseline]",
        "Какой вариант проверить [по умолчанию: исходный]",
    ],
    [
        "Only these policies, beside the baseline (repeatable)",
        "Только эти варианты, кроме исходного (можно несколько)",
    ],
    [
        "Replications of each policy, or auto [default: the scenario's]",
        "Прогонов на вариант, или auto [по умолчанию: из сценария]",
    ],
    [
        "Stop when the share in time of every SLA is known to so many percentage points",
        "Остановиться, когда доля в срок каждого SLA известна с точностью до стольких процентных пунктов",
    ],
    [
        "Probability with which every promise must be kept, such as 90% [default: the scenario's]",
        "С какой вероятностью держать все обещания, например 90% [по умолчанию: из сценария]",
    ],
    [
        "Fresh replications that the plan is held against [default: as many as the proof takes]",
        "Сколько новых прогонов проверяют план [по умолчанию: сколько нужно для доказательства]",
    ],
    [
        "Plan for the scenario as written, as if its readings of the document were right",
        "План по сценарию как он написан, будто его прочтения документа верны",
    ],
    [
        "The best plan with at most N people hired, of all roles",
        "Лучший план, в котором наняты не больше N человек всех ролей",
    ],
    [
        "The best plan for at most this much a month, on average up to the horizon, in the scenario's currency",
        "Лучший план не дороже стольких денег в месяц, в среднем за срок, в валюте сценария",
    ],
    [
        "Judge this list of hires beside the plan, such as \"tp_manager=6@2026-04-15, engineer=1\" (first days; without one: asked for now)",
        "Оценить рядом с планом этот список наймов, например \"tp_manager=6@2026-04-15, engineer=1\" (первые рабочие дни; без даты — заявка сейчас)",
    ],
    ["Also what is not needed for the decision", "Показать и то, что для решения не нужно"],
    [
        "Take this policy instead of the first as what is now",
        "Считать нынешним этот вариант, а не первый",
    ],
    [
        "Replications of each policy that a claim names [default: 100]",
        "Прогонов каждого варианта, который называет утверждение [по умолчанию: 100]",
    ],
    [
        "Do not look for the values at which claims would hold",
        "Не искать значения, при которых утверждения стали бы верны",
    ],
    [
        "Replications in which every unknown number is drawn [default: 400]",
        "Прогонов, в которых разыгрываются все неизвестные числа [по умолчанию: 400]",
    ],
    [
        "utilisation:ROLE, need:ROLE, need:ROLE:NUMBER or kept [default: need of the first role of the plan]",
        "utilisation:РОЛЬ, need:РОЛЬ, need:РОЛЬ:ЧИСЛО или kept [по умолчанию: need первой роли плана]",
    ],
    [
        "Exports of one desk: CSV, XLSX or HTML tables",
        "Выгрузки одного отдела: CSV, XLSX или таблицы HTML",
    ],
    [
        "Scenario that the result extends; without it the result stands alone",
        "Сценарий, который дополнит результат; без него результат самостоятелен",
    ],
    [
        "Which column is what, such as created=\"Opened at\" (repeatable)",
        "Что в каком столбце, например created=\"Opened at\" (можно несколько)",
    ],
    [
        "Which stream a class is, such as Incident=ticket.standard (repeatable)",
        "Какому потоку отвечает вид обращений, например Incident=ticket.standard (можно несколько)",
    ],
    [
        "Only rows with this value, such as Project=Support (repeatable)",
        "Только строки с этим значением, например Project=Support (можно несколько)",
    ],
    ["First day that counts", "Первый день, который учитывается"],
    ["Last day that counts", "Последний день, который учитывается"],
    [
        "The stamps are UTC; the desk works in this zone, such as Europe/Moscow",
        "Отметки времени в UTC, а отдел работает в этом поясе, например Europe/Moscow",
    ],
    [
        "Only measure: no effort inferred from waits, no back-test",
        "Только измерить: без вывода работы из ожидания и без проверки прогнозом",
    ],
    [
        "Name of the scenario [default: the name of the first file]",
        "Имя сценария [по умолчанию: имя первого файла]",
    ],
    [
        "The file to write; one that exists is left as it is",
        "Какой файл записать; если он есть, он останется как был",
    ],
    [
        "So many customers that every mean is known to half a per cent, queues near saturation included",
        "Столько клиентов, чтобы каждое среднее было известно до полупроцента, в том числе у очередей близ насыщения",
    ],
    [
        "Only what begins so in the first column of verify.csv, such as desk-s3 (repeatable)",
        "Только то, что так начинается в первом столбце verify.csv, например desk-s3 (можно несколько)",
    ],
    [
        "The department to start from; the comments of pass24 are in Russian",
        "С какого отдела начать; пояснения в pass24 — по-русски",
    ],
    [
        "Names of policies, roles, unknown numbers, SLAs and measures, with their present values",
        "Имена вариантов, ролей, неизвестных чисел, SLA и показателей с нынешними значениями",
    ],
    [
        "Print a script that completes commands and options in a shell",
        "Показать скрипт, который дополняет команды и ключи в оболочке",
    ],
    ["Print the manual pages", "Показать страницы руководства"],
    [
        "Hire somebody, such as tp_manager@2026-04-15 or tp_manager=2@2026-04-15 (repeatable); without a date: asked for at once",
        "Нанять, например tp_manager@2026-04-15 или tp_manager=2@2026-04-15 (можно несколько); без даты — заявка сразу",
    ],
    ["The shell", "Оболочка"],
];

/// A text in Russian; itself where there is none.
fn of(english: &str) -> &str {
    HELP.iter().find(|it| it[0] == english).map_or(english, |it| it[1])
}

/// A command whose help is Russian.
pub(crate) fn command(mut command: Command) -> Command {
    let said = |it: &clap::builder::StyledStr| of(&it.to_string()).to_owned();
    if let Some(about) = command.get_about().map(said) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(said) {
        command = command.after_help(after);
    }
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, self::command);
    }
    command.mut_args(|it| match it.get_help().map(said) {
        Some(help) => it.help(help),
        None => it,
    })
}

/// Help as the parser rendered it, with its own words in Russian too.
pub(crate) fn headings(rendered: &str) -> String {
    let both = HEADINGS.iter().chain(HELP.iter().filter(|it| is_of_value(it[0])));
    both.fold(rendered.to_owned(), |text, [english, russian]| text.replace(english, russian))
}

/// Whether a text says what a value of an option means; the parser keeps those to itself.
fn is_of_value(english: &str) -> bool {
    ["Russian", "English", "UTF-8, comma", "Semicolon, decimal"]
        .iter()
        .any(|it| english.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn unsaid(command: &Command, found: &mut Vec<String>) {
        let args = command.get_arguments().filter_map(|it| it.get_help());
        let values = command.get_arguments().flat_map(|it| it.get_possible_values());
        let values: Vec<String> =
            values.filter_map(|it| it.get_help().cloned()).map(|it| it.to_string()).collect();
        let all = command.get_about().into_iter().chain(command.get_after_help()).chain(args);
        let all = all.map(ToString::to_string).chain(values);
        found.extend(all.filter(|it| of(it) == it));
        command.get_subcommands().for_each(|it| unsaid(it, found));
    }

    #[test]
    fn every_command_and_option_has_its_russian_help() {
        let mut found = Vec::new();
        unsaid(&crate::cli::Arguments::command(), &mut found);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn no_row_is_left_of_an_option_that_is_gone() {
        let help = |command: Command| {
            let mut command = command;
            command.build();
            let all = command.get_subcommands().map(|it| it.clone().render_long_help().to_string());
            all.chain([command.clone().render_long_help().to_string()]).collect::<String>()
        };
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let english = flat(&help(crate::cli::Arguments::command()));
        for [row, _] in HELP {
            assert!(english.contains(&flat(row)), "{row}");
        }
    }
}
