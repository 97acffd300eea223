//! Arrivals: at a rate, as a share of a mix, on dates, or caused by other work.

use super::book::Book;
use super::mixes::{Mix, of_mix};
use super::profile::Profile;
use super::recurrence::recurrence;
use crate::ids::DriverId;
use crate::scenario::keys;
use crate::scenario::model::{Arrival, ArrivalRate, Per, Quantity};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of};
use crate::scenario::value::{Wanted, choice, quantity};

/// More items in a unit of time than any department could look at.
const MOST: f64 = 1e9;
/// Reads how a stream arrives.
pub(crate) fn arrival(
    own: usize,
    at: &At<'_>,
    mixes: &[Mix],
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Arrival> {
    if at.node.text().is_some() {
        return choice(at, &["spawned"], c).map(|_| Arrival::Spawned);
    }
    let kinds =
        [("mix", &keys::ARRIVAL_MIX), ("on", &keys::ARRIVAL_ON), ("rate", &keys::ARRIVAL_RATE)];
    if at.node.table().is_none() {
        let example = "{ rate = 5, per = \"month\" }";
        c.wrong_type(at, say!("как приходит работа", "how the work arrives"), example);
        return None;
    }
    let (kind, keys) = *kind_of(at, &kinds, c)?;
    let fields = Fields::open(at, keys, c)?;
    match kind {
        "rate" => rate(&fields, book, c).map(Arrival::Rate),
        "on" => recurrence(&fields, book, c).map(Arrival::Recurrence),
        _ => of_mix(own, &fields, mixes, book, c).map(Arrival::Rate),
    }
}

/// Reads the rate of a mix or of a stream.
pub(crate) fn rate(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<ArrivalRate> {
    let rate = fields.get("rate").and_then(|it| quantity(&it, Wanted::number(0.0, MOST), c));
    let per = fields.choice("per", c).map(|it| match it {
        "year" => Per::Year,
        "quarter" => Per::Quarter,
        "month" => Per::Month,
        "week" => Per::Week,
        "working-day" => Per::WorkingDay,
        "working-hour" => Per::WorkingHour,
        _ => Per::CalendarDay,
    });
    let driver = fields.get("driver").map(|it| book.drivers.find(&it, c));
    let factor = |key: &str, wanted: Wanted, c: &mut Check<'_>| match fields.get(key) {
        Some(it) => {
            if driver.is_none() {
                let what = say!(
                    "`{key}` без driver ничего не значит",
                    "`{key}` means nothing without a driver"
                );
                c.wrong(
                    &it,
                    what,
                    say!("добавьте driver или уберите `{key}`", "add a driver or remove `{key}`"),
                );
            }
            quantity(&it, wanted, c)
        }
        None => Some(Quantity::Known(1.0)),
    };
    let at = factor("at", Wanted::amount().above(), c);
    let elasticity = factor("elasticity", Wanted::number(-5.0, 5.0), c);
    let profile = Profile::read(fields, Profile::flat(), c);
    let driver = match driver {
        Some(found) => Some(DriverId::new(found?)),
        None => None,
    };
    Some(ArrivalRate {
        rate: rate?,
        share: None,
        per: per?,
        driver,
        at: at?,
        elasticity: elasticity?,
        regular: profile.regular,
        months: profile.months,
        weekdays: profile.weekdays,
        hours: profile.hours,
        day_cv: profile.day_cv,
    })
}
