//! CSV files for people: beside each file of the contract, one that Excel of the reader's language opens
//! by a double click, with titles beside the keys of columns.
//!
//! The files of the contract stay as they are, for other people's scripts.

use super::csv_dialect::first_day;
use crate::scenario::Lang;

/// The folder of these files.
pub(crate) const EXCEL: &str = "excel";

/// Columns of the contracts, and what a Russian reader calls them.
const RUSSIAN: &[(&str, &str)] = &[
    ("all_met_probability", "Вероятность всех обещаний"),
    ("answer", "Ответ"),
    ("answer_high", "Ответ при верхнем"),
    ("answer_low", "Ответ при нижнем"),
    ("asked", "Доля, в которой кого-то просят"),
    ("baseline", "С чем сравнивается"),
    ("breaks", "Что срывается без него"),
    ("case", "Случай"),
    ("certain", "Наверняка"),
    ("cheaper", "Что дешевле"),
    ("chosen", "Выбрано"),
    ("ci_high", "95 % интервал, до"),
    ("ci_low", "95 % интервал, от"),
    ("claim", "Утверждение"),
    ("cost", "Стоимость"),
    ("cost_high", "Стоимость, до"),
    ("cost_low", "Стоимость, от"),
    ("currency", "Валюта"),
    ("difference", "Разница"),
    ("exact", "Точное значение"),
    ("found", "Получилось"),
    ("from", "От"),
    ("high", "До"),
    ("hire", "Номер найма"),
    ("hires_now", "Нанять сейчас"),
    ("hires_p10", "Нанято всего, 10 % случаев"),
    ("hires_p50", "Нанято всего, середина"),
    ("hires_p90", "Нанято всего, 90 % случаев"),
    ("holds_in", "В каких прочтениях верно"),
    ("id", "Номер"),
    ("information_value", "Что даст знание"),
    ("input", "Число"),
    ("justification", "Почему"),
    ("kept", "Прогонов, где держатся все обещания"),
    ("kept_with", "Прогонов с этим человеком, где держатся все обещания"),
    ("kept_without", "Прогонов без него, где держатся все обещания"),
    ("knee", "Излом"),
    ("level", "Уровень"),
    ("low", "От"),
    ("mean", "Среднее"),
    ("measure", "Показатель"),
    ("month", "Месяц"),
    ("monthly_cost", "Стоимость в месяц со взносами"),
    ("needed_anyway", "Понадобится почти при любом исходе"),
    ("note", "Примечание"),
    ("observed", "Что наблюдается"),
    ("p10", "10 % случаев ниже"),
    ("p50", "Середина"),
    ("p90", "90 % случаев ниже"),
    ("people", "Людей"),
    ("people_if_asked", "Людей, если кого-то просят"),
    ("person", "Какой по счёту человек"),
    ("plan", "План действий"),
    ("point", "Точка"),
    ("policy", "Вариант"),
    ("probability", "Вероятность"),
    ("productive_from", "Полная отдача с"),
    ("relaxed_to", "Ослабить до"),
    ("replications", "Прогонов"),
    ("request_by", "Открыть вакансию до"),
    ("review", "Пересмотр"),
    ("role", "Роль"),
    ("roles_now", "Кого нанять сейчас"),
    ("saving", "Экономия"),
    ("saving_high", "Экономия, до"),
    ("saving_low", "Экономия, от"),
    ("scope", "О чём"),
    ("share", "Доля прогонов"),
    ("simulated", "По модели"),
    ("sla", "Обещание"),
    ("sobol", "Доля разброса"),
    ("sobol_high", "Доля разброса, до"),
    ("sobol_low", "Доля разброса, от"),
    ("spares", "Сберегает опозданий в месяц"),
    ("spares_high", "Сберегает опозданий, до"),
    ("spares_low", "Сберегает опозданий, от"),
    ("start_by", "Выход до"),
    ("start_note", "Нужен с: почему пусто"),
    ("start_p10", "Нужен с, 10 % случаев"),
    ("start_p50", "Нужен с, середина"),
    ("start_p90", "Нужен с, 90 % случаев"),
    ("stated", "Сказано в документе"),
    ("swing", "Размах"),
    ("swing_high", "Размах, до"),
    ("swing_low", "Размах, от"),
    ("temporary", "На время"),
    ("temporary_p10", "На время, 10 % случаев"),
    ("temporary_p50", "На время, середина"),
    ("temporary_p90", "На время, 90 % случаев"),
    ("title", "Название"),
    ("to", "До"),
    ("trigger_level", "Уровень условия"),
    ("trigger_measure", "Условие"),
    ("unit", "Единица"),
    ("vacancies", "Вакансий"),
    ("vacancies_if_asked", "Вакансий, если кого-то просят"),
    ("value", "Значение"),
    ("verdict", "Итог"),
    ("yearly_cost", "Стоимость в год со взносами"),
];

/// The same table for Excel of a language; nothing where that opens the contract's files well, or where
/// the bytes are no such file.
pub(crate) fn for_excel(contract: &[u8], lang: Lang) -> Option<Vec<u8>> {
    let columns = match lang {
        Lang::Ru => RUSSIAN,
        Lang::En => return None,
    };
    // What was asked for in another dialect begins with a byte order mark.
    if contract.starts_with(b"\xef\xbb\xbf") {
        return None;
    }
    let mut read = csv::Reader::from_reader(contract);
    let title = |key: &str| match columns.iter().find(|it| it.0 == key) {
        Some((_, title)) => format!("{title} ({key})"),
        None => key.to_owned(),
    };
    let start = "\u{feff}".as_bytes().to_vec();
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_writer(start);
    file.write_record(read.headers().ok()?.iter().map(title)).ok()?;
    for row in read.records() {
        file.write_record(row.ok()?.iter().map(as_excel_reads)).ok()?;
    }
    file.into_inner().ok()
}

/// A number with a decimal comma, a month as its first day; any other text as it is.
fn as_excel_reads(text: &str) -> String {
    let is_number = text.contains('.') && text.parse::<f64>().is_ok_and(f64::is_finite);
    if is_number { text.replace('.', ",") } else { first_day(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_russian_excel_gets_titles_beside_keys_semicolons_and_decimal_commas() {
        let contract = "role,title,start_by,cost,month\ntp,\"a; b\",2026-04-20,136500.5,2026-07\n";
        let text = String::from_utf8(for_excel(contract.as_bytes(), Lang::Ru).unwrap()).unwrap();
        let wanted = "\u{feff}Роль (role);Название (title);Выход до (start_by);Стоимость (cost);Месяц (month)\ntp;\"a; b\";2026-04-20;136500,5;2026-07-01\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn what_needs_no_other_file_gets_none() {
        assert_eq!(for_excel(b"role\ntp\n", Lang::En), None);
        assert_eq!(for_excel("\u{feff}role;cost\n".as_bytes(), Lang::Ru), None);
    }

    #[test]
    fn columns_are_named_once_and_in_order() {
        assert!(RUSSIAN.is_sorted_by(|one, other| one.0 < other.0));
    }
}
