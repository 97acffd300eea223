//! Every fixed text of reports, in both languages: one row each.
//!
//! Sentences have places in braces, filled by [`fill`].

use crate::scenario::Lang;

macro_rules! words {
    ($($key:ident: $ru:literal, $en:literal;)*) => {
        /// A fixed text.
        #[allow(missing_docs)] // The texts say what they are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $($key),* }

        impl Word {
            /// Every text.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// The text in a language.
            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$key, Lang::Ru) => $ru, (Self::$key, Lang::En) => $en,)*
                }
            }
        }
    };
}

words! {
    // Units. Spaces inside units are no-break spaces.
    PercentagePoints: "п.\u{a0}п.", "pp";
    Million: "млн", "M";
    Thousand: "тыс.", "k";
    MinutesShort: "мин", "min";
    HoursShort: "ч", "h";
    DaysShort: "дн.", "days";
    WorkingDaysShort: "раб.\u{a0}дн.", "working days";
    PeopleShort: "чел.", "people";
    AMonth: "в месяц", "a month";
    PerMonthShort: "/мес.", "/month";

    // Headings of tables.
    Policy: "Вариант", "Policy";
    Baseline: "Сравнение с", "Compared with";
    Measure: "Показатель", "Measure";
    Scope: "Что", "Scope";
    Unit: "Единица", "Unit";
    Month: "Месяц", "Month";
    Role: "Роль", "Role";
    Stream: "Поток", "Stream";
    Mean: "Среднее", "Mean";
    Interval95: "95\u{202f}% интервал", "95% interval";
    Difference: "Разница", "Difference";
    Target: "Цель", "Target";
    Verdict: "Вывод", "Verdict";
    Claim: "Утверждение", "Claim";
    Stated: "Сказано", "Stated";
    Found: "Получилось", "Found";
    Note: "Примечание", "Note";
    Source: "Источник", "Source";
    Input: "Допущение", "Input";
    Value: "Значение", "Value";
    Cost: "Стоимость", "Cost";
    Probability: "Вероятность", "Probability";
    RequestBy: "Открыть вакансию до", "Open the vacancy by";
    StartBy: "Выход до", "Start by";

    // Measures.
    SlaMet: "Выполнение SLA", "SLA met";
    SlaBreaches: "Нарушения SLA", "SLA breaches";
    SlaMonthsMet: "Месяцев в норме", "Months on target";
    SlaAllMet: "Вероятность выдержать все месяцы", "Probability that every month is on target";
    Arrivals: "Поступило", "Arrivals";
    Completions: "Выполнено", "Completions";
    Backlog: "В работе и в очереди", "Backlog";
    Overdue: "Просрочено", "Overdue";
    Wait: "Ожидание начала", "Wait";
    Sojourn: "Время до завершения", "Time to completion";
    OfferedLoad: "Нагрузка, человек", "Offered load, people";
    Occupancy: "Занятость", "Occupancy";
    Utilisation: "Загрузка", "Utilisation";
    Headcount: "Численность", "Head-count";
    PaidHours: "Оплаченные часы", "Paid hours";
    BusyHours: "Занятые часы", "Busy hours";
    OvertimeNeeded: "Нужная переработка", "Overtime needed";
    UncoveredDays: "Дни без замены", "Uncovered days";
    Clients: "Клиенты", "Clients";
    ProjectsOpen: "Проекты в работе", "Projects under way";
    Visits: "Выезды", "Visits";

    // Charts.
    TargetAt: "цель {value}", "target {value}";
    Others: "остальные ({count})", "others ({count})";
    UpTo: "до\u{a0}{value}", "up to {value}";
    Over: "выше\u{a0}{value}", "over {value}";
    LowInput: "нижний край диапазона", "low end of the range";
    HighInput: "верхний край диапазона", "high end of the range";
    ChartFile: "График", "Chart";

    // Reports.
    Findings: "Главное", "Findings";
    Cautions: "С осторожностью", "Cautions";
    WhatToDo: "Что делать", "What to do";
    Assumed: "принято", "assumed";
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
    Charts: "Графики", "Charts";
    LowEnd: "{what}: нижняя граница", "{what}: low end";
    HighEnd: "{what}: верхняя граница", "{what}: high end";
    ToLowEnd: "До нижней границы", "To the low end";
    ToHighEnd: "До верхней границы", "To the high end";
    Event: "Событие", "Event";
    Efficient: "Дешевле и лучше нет", "Nothing is cheaper and better";
    Rest: "Остальные", "Others";
    AtLow: "Ответ при нижнем крае", "Answer at the low end";
    AtHigh: "Ответ при верхнем крае", "Answer at the high end";
    ShiftAtLow: "Сдвиг ответа при нижнем крае", "Shift of the answer at the low end";
    ShiftAtHigh: "Сдвиг ответа при верхнем крае", "Shift of the answer at the high end";

    // Files.
    CannotCreateFolder: "не удалось создать папку `{path}`: {reason}", "cannot create folder `{path}`: {reason}";
    CannotWrite: "не удалось записать файл `{path}`: {reason}", "cannot write file `{path}`: {reason}";
    CannotDraw: "не удалось нарисовать `{path}`: {reason}", "cannot draw `{path}`: {reason}";
    NoPermission: "нет права на запись", "no permission to write there";
    DiskFull: "на диске не осталось места", "the disk is full";
    ReadOnly: "диск доступен только для чтения", "the disk is read-only";
    NotAFolder: "на этом пути стоит файл, а не папка", "a part of the path is a file, not a folder";
    IsAFolder: "на этом месте уже есть папка", "a folder is in its place";
    Missing: "такой папки нет", "there is no such folder";
}

/// A text with its places filled: `fill("цель {value}", &[("value", "95 %")])`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else {
            break;
        };
        filled.push_str(&rest[..start]);
        let place = &rest[start + 1..start + length];
        match values.iter().find(|(key, _)| *key == place) {
            Some((_, value)) => filled.push_str(value),
            // An unfilled place stays visible: a missing word must not read as a sentence.
            None => filled.push_str(&rest[start..=start + length]),
        }
        rest = &rest[start + length + 1..];
    }
    filled.push_str(rest);
    filled
}

impl Word {
    /// The text in a language, with its places filled.
    pub fn filled(self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.text(lang), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        let parts = text.split('{').skip(1);
        let mut places: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn no_translation_is_missing() {
        for word in Word::ALL {
            for lang in [Lang::Ru, Lang::En] {
                assert!(!word.text(lang).trim().is_empty(), "{word:?} in {lang:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for word in Word::ALL {
            let (ru, en) = (word.text(Lang::Ru), word.text(Lang::En));
            assert_eq!(places(ru), places(en), "{word:?}");
        }
    }

    #[test]
    fn places_are_filled_by_name_and_once() {
        let values = [("value", "{path}"), ("path", "x")];
        assert_eq!(fill("{path}: {value} of {path}", &values), "x: {path} of x");
        assert_eq!(fill("{other} and {", &values), "{other} and {");
    }
}
