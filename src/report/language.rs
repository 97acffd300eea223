//! What belongs to a language beside its texts: numbers, quotes, plurals, months, date formats.

use crate::scenario::{Lang, english_form, russian_form};

/// The narrow no-break space: between groups of digits, and before units.
pub(crate) const THIN: char = '\u{202f}';

/// How a language writes what is no text.
pub(crate) struct Language {
    /// Between groups of three digits.
    pub(crate) group: char,
    /// Before decimals.
    pub(crate) point: char,
    /// The sign of per cent, with the space before it.
    pub(crate) percent: &'static str,
    /// Before and after a name.
    pub(crate) quotes: [char; 2],
    /// Which form of a noun follows a number that is printed with so many decimals.
    pub(crate) form_after: fn(printed: &str, decimals: usize) -> usize,
    /// The months of the year: alone, in a date, in three letters.
    pub(crate) months: [[&'static str; 3]; 12],
    /// The days of the week in short, Monday first.
    pub(crate) weekdays: [&'static str; 7],
    /// Formats of a workbook: a day, a month in the document's language, a month under a chart.
    pub(crate) workbook_dates: [&'static str; 3],
}

/// The ways of a language.
pub(crate) fn of(lang: Lang) -> &'static Language {
    match lang {
        Lang::Ru => &RUSSIAN,
        Lang::En => &ENGLISH,
    }
}

static RUSSIAN: Language = Language {
    group: THIN,
    point: ',',
    percent: "\u{202f}%",
    quotes: ['«', '»'],
    form_after: russian_form,
    months: [
        ["январь", "января", "янв"],
        ["февраль", "февраля", "фев"],
        ["март", "марта", "мар"],
        ["апрель", "апреля", "апр"],
        ["май", "мая", "май"],
        ["июнь", "июня", "июн"],
        ["июль", "июля", "июл"],
        ["август", "августа", "авг"],
        ["сентябрь", "сентября", "сен"],
        ["октябрь", "октября", "окт"],
        ["ноябрь", "ноября", "ноя"],
        ["декабрь", "декабря", "дек"],
    ],
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    workbook_dates: ["dd\\.mm\\.yyyy", "[$-419]mmmm\\ yyyy", "[$-419]mmm\\ yy"],
};

static ENGLISH: Language = Language {
    group: ',',
    point: '.',
    percent: "%",
    quotes: ['“', '”'],
    form_after: english_form,
    months: [
        ["January", "January", "Jan"],
        ["February", "February", "Feb"],
        ["March", "March", "Mar"],
        ["April", "April", "Apr"],
        ["May", "May", "May"],
        ["June", "June", "Jun"],
        ["July", "July", "Jul"],
        ["August", "August", "Aug"],
        ["September", "September", "Sep"],
        ["October", "October", "Oct"],
        ["November", "November", "Nov"],
        ["December", "December", "Dec"],
    ],
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    workbook_dates: ["d\\ mmm\\ yyyy", "[$-409]mmmm\\ yyyy", "[$-409]mmm\\ yy"],
};
