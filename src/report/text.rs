//! Numbers as people of a language write them.
//!
//! Russian: `2 979 000 ₽` with narrow no-break spaces, decimal comma, `15,1 %`.
//! English: `2,979,000 ₽`, decimal point, `15.1%`. Undefined numbers are a dash.

use crate::scenario::Lang;
use jiff::civil::Date;

use super::language;
pub(crate) use super::language::THIN;
use super::texts::{Sentence, Word};

/// The no-break space: between a number and a word.
pub(crate) const NBSP: char = '\u{a0}';
const UNDEFINED: &str = "—";

/// How a number is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Format {
    /// A share between 0 and 1, in per cent.
    Share,
    /// A difference of shares, in percentage points.
    Points,
    /// A pure number with so many decimals.
    Number(u8),
    /// A number of things.
    Count,
    /// Money in the document's currency.
    Money,
    Hours,
    Days,
    /// A month, counted from the one given here.
    Month(Date),
    /// The hour of a day that a moment of it lies in.
    Clock,
    /// A day of a week that is read downwards: between 6 and 7 is its first, Monday.
    Weekday,
}

/// A currency by its ISO code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Currency([u8; 3]);

/// Language and currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Language.
    pub(crate) lang: Lang,
    pub(crate) currency: Currency,
}

impl Currency {
    /// The sign, or the code where there is none in common use.
    pub(crate) fn sign(&self) -> &str {
        match &self.0 {
            b"RUB" => "₽",
            b"EUR" => "€",
            b"USD" => "$",
            code => std::str::from_utf8(code).unwrap_or("¤"),
        }
    }
}

impl Locale {
    /// A language and the ISO code of a currency.
    pub fn new(lang: Lang, currency: &str) -> Self {
        let mut code = [b' '; 3];
        for (place, letter) in code.iter_mut().zip(currency.bytes()) {
            *place = letter;
        }
        Self { lang, currency: Currency(code) }
    }

    /// A text in the language.
    pub(crate) fn say(self, sentence: impl Sentence) -> String {
        sentence.in_lang(self.lang)
    }

    /// A text without places.
    pub(crate) fn word(self, word: Word) -> &'static str {
        word.text(self.lang)
    }

    /// A number with so many decimals.
    pub(crate) fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return UNDEFINED.into();
        }
        let digits = format!("{:.decimals$}", value.abs());
        let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
        let language = language::of(self.lang);
        let negative = value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        let mut text = String::with_capacity(digits.len() + 8);
        if negative {
            text.push('−');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(language.group);
            }
            text.push(digit);
        }
        if !rest.is_empty() {
            text.push(language.point);
            text.push_str(rest);
        }
        text
    }

    /// A number with its sign, also a plus: a difference.
    pub(crate) fn signed(self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        if value > 0.0 && text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
            format!("+{text}")
        } else {
            text
        }
    }

    /// A share in per cent. Neither rounds up to 100 nor down to 0 what is not.
    pub(crate) fn share(self, value: f64, decimals: usize) -> String {
        let text = self.percent_number(value, decimals);
        if value.is_finite() { text + self.percent() } else { text }
    }

    /// A share in per cent, as short as it can be said: `95 %`, but `99,6 %`.
    pub(crate) fn share_short(self, value: f64) -> String {
        let close = (0.99..1.0).contains(&value) || (value > 0.0 && value < 0.01);
        self.share(value, usize::from(close))
    }

    /// A share with as many decimals as it takes to stand on its own side of a limit: 84.6 % is not
    /// "85 %" beside a limit of 85 %.
    pub(crate) fn share_beside(self, value: f64, limit: f64, decimals: usize) -> String {
        let rounded = |decimals: usize| {
            let unit = 10.0_f64.powi(decimals as i32 + 2);
            (value * unit).round() / unit
        };
        let is_clear = |decimals: &usize| (rounded(*decimals) >= limit) == (value >= limit);
        self.share(value, (decimals..4).find(is_clear).unwrap_or(4))
    }

    /// A share that somebody has stated, with the decimals that he gave it (at most three).
    pub(crate) fn share_stated(self, value: f64) -> String {
        let is_exact = |decimals: &usize| {
            let shown = value * 100.0 * 10.0_f64.powi(*decimals as i32);
            (shown - shown.round()).abs() < 1e-6
        };
        self.share(value, (0..3).find(is_exact).unwrap_or(3))
    }

    /// Money in whole units.
    pub(crate) fn money(self, value: f64) -> String {
        self.with_sign(self.number(value, 0), value)
    }

    /// Whether the language writes the sign of the currency before the number: `$5,167`, `5 167 ₽`.
    fn sign_is_before(self) -> bool {
        self.lang == Lang::En && ["$", "€"].contains(&self.currency.sign())
    }

    /// A number with the sign of the currency, on the side where it belongs.
    fn with_sign(self, number: String, value: f64) -> String {
        let sign = self.currency.sign();
        match number.strip_prefix('−') {
            _ if !self.sign_is_before() || !value.is_finite() => {
                self.with_unit(number, value, sign)
            }
            Some(amount) => format!("−{sign}{amount}"),
            None => format!("{sign}{number}"),
        }
    }

    /// Money in thousands or millions, whichever reads better, with so many decimals.
    pub(crate) fn money_short(self, value: f64, decimals: usize) -> String {
        match value.abs() {
            size if size >= 999_500.0 => self.money_in(value, 1e6, decimals),
            size if size >= 10_000.0 => self.money_in(value, 1e3, 0),
            _ => self.money(value),
        }
    }

    /// Money in thousands or millions with so many decimals: `$56k`, `56 тыс. ₽`.
    pub(crate) fn money_in(self, value: f64, unit: f64, decimals: usize) -> String {
        let word = if unit >= 1e6 { Word::Million } else { Word::Thousand };
        let (number, word) = (self.number(value / unit, decimals), word.text(self.lang));
        match self.sign_is_before() {
            true => self.with_sign(number, value) + word,
            false => format!("{number}{NBSP}{word}{NBSP}{}", self.currency.sign()),
        }
    }

    /// The unit of a format, if it has one that follows the number after a space.
    pub(crate) fn unit(&self, format: Format) -> &str {
        match format {
            Format::Points => Word::PercentagePoints.text(self.lang),
            Format::Money => self.currency.sign(),
            Format::Hours => Word::HoursShort.text(self.lang),
            Format::Days => Word::DaysShort.text(self.lang),
            Format::Share
            | Format::Number(_)
            | Format::Count
            | Format::Month(_)
            | Format::Clock
            | Format::Weekday => "",
        }
    }

    /// A number with its unit.
    pub(crate) fn amount(self, value: f64, format: Format) -> String {
        match format {
            Format::Share => self.share(value, 1),
            Format::Money => self.money(value),
            _ => self.with_unit(self.bare(value, format), value, self.unit(format)),
        }
    }

    /// A number without its unit.
    pub(crate) fn bare(self, value: f64, format: Format) -> String {
        match format {
            Format::Share => self.percent_number(value, 1),
            Format::Points => self.signed(value * 100.0, 1),
            Format::Number(decimals) => self.number(value, usize::from(decimals)),
            Format::Count | Format::Money => self.number(value, 0),
            Format::Hours | Format::Days => self.number(value, 1),
            Format::Month(origin) if value.is_finite() => {
                self.month_short(crate::calendar::months_later(origin, value.round() as i32))
            }
            Format::Clock if value.is_finite() => format!("{}:00", value.floor()),
            Format::Weekday if (0.0..7.0).contains(&value) => {
                language::of(self.lang).weekdays[6 - value as usize].to_owned()
            }
            Format::Month(_) | Format::Clock | Format::Weekday => UNDEFINED.into(),
        }
    }

    /// A number on or in a chart: with its unit, as short as it can be said.
    pub(crate) fn label(self, value: f64, format: Format) -> String {
        match format {
            Format::Share => self.share_short(value),
            Format::Money => self.money_short(value, 1),
            Format::Hours | Format::Days if value.abs() >= 100.0 => {
                self.with_unit(self.number(value, 0), value, self.unit(format))
            }
            _ => self.amount(value, format),
        }
    }

    fn percent(self) -> &'static str {
        language::of(self.lang).percent
    }

    fn percent_number(self, value: f64, decimals: usize) -> String {
        let percent = value * 100.0;
        let step = 0.1_f64.powi(decimals as i32);
        if value < 1.0 && 100.0 - percent < step / 2.0 {
            // A promise of 100 % is broken by one case in a thousand.
            self.number(100.0 - step, decimals)
        } else if value > 0.0 && percent < step / 2.0 {
            format!("<{}", self.number(step, decimals))
        } else {
            self.number(percent, decimals)
        }
    }

    fn with_unit(self, number: String, value: f64, unit: &str) -> String {
        let alone = unit.is_empty() || !value.is_finite();
        if alone { number } else { format!("{number}{NBSP}{unit}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ru() -> Locale {
        Locale::new(Lang::Ru, "RUB")
    }
    fn en() -> Locale {
        Locale::new(Lang::En, "RUB")
    }

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        assert_eq!(ru().money(2_979_000.0), "2\u{202f}979\u{202f}000\u{a0}₽");
        assert_eq!(en().money(2_979_000.0), "2,979,000\u{a0}₽");
        assert_eq!(ru().share(0.151, 1), "15,1\u{202f}%");
        assert_eq!(en().share(0.151, 1), "15.1%");
        assert_eq!(ru().number(-1234.5, 1), "−1\u{202f}234,5");
        assert_eq!(en().signed(12.0, 0), "+12");
    }

    #[test]
    fn english_writes_the_sign_of_its_money_before_the_number() {
        let dollars = Locale::new(Lang::En, "USD");
        assert_eq!(dollars.money(5_167.0), "$5,167");
        assert_eq!(dollars.money(-5_167.0), "−$5,167");
        assert_eq!(dollars.money_short(56_400.0, 1), "$56k");
        assert_eq!(dollars.money_short(1_230_000.0, 1), "$1.2M");
        assert_eq!(dollars.amount(12.0, Format::Money), "$12");
        assert_eq!(Locale::new(Lang::Ru, "USD").money(5_167.0), "5\u{202f}167\u{a0}$");
        assert_eq!(en().money_short(56_400.0, 1), "56\u{a0}k\u{a0}₽");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(en().number(-0.04, 1), "0.0");
        assert_eq!(en().signed(-0.0, 1), "0.0");
        assert_eq!(en().signed(0.04, 1), "0.0");
    }

    #[test]
    fn almost_all_is_not_called_all() {
        assert_eq!(en().share(0.9997, 1), "99.9%");
        assert_eq!(en().share(1.0, 1), "100.0%");
        assert_eq!(en().share(0.0002, 1), "<0.1%");
        assert_eq!(en().share_short(0.998), "99.8%");
        assert_eq!(en().share_short(0.95), "95%");
    }

    #[test]
    fn what_is_undefined_is_a_dash() {
        assert_eq!(ru().share(f64::NAN, 1), "—");
        assert_eq!(ru().amount(f64::INFINITY, Format::Hours), "—");
    }

    #[test]
    fn large_sums_are_said_in_millions() {
        assert_eq!(ru().money_short(2_979_000.0, 1), "3,0\u{a0}млн\u{a0}₽");
        assert_eq!(en().money_short(45_000.0, 0), "45\u{a0}k\u{a0}₽");
        assert_eq!(Locale::new(Lang::En, "CHF").money(5.0), "5\u{a0}CHF");
    }
}
