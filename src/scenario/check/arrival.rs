//! Arrivals: at a rate, as a share of a mix, on dates, or caused by other work.

use super::book::Book;
use super::mixes::{Mix, of_mix};
use super::profile::Profile;
use super::recurrence::recurrence;
use crate::ids::DriverId;
use crate::scenario::keys::{self, ArrivalMixFile, ArrivalOnFile, ProfileFile, RateFile, complete};
use crate::scenario::model::{Arrival, ArrivalRate};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of};
use crate::scenario::value::choice;

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
    Fields::open(at, keys, c)?;
    match kind {
        "rate" => rate(RateFile::of(at), &ProfileFile::of(at), book, c).map(Arrival::Rate),
        "on" => recurrence(at, ArrivalOnFile::of(at), book, c).map(Arrival::Recurrence),
        _ => of_mix(own, &ArrivalMixFile::of(at), mixes, book, c).map(Arrival::Rate),
    }
}

/// Reads the rate of a mix or of a stream.
pub(crate) fn rate(
    file: RateFile<'_>,
    profile: &ProfileFile<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<ArrivalRate> {
    let (rate, per) = (file.rate.read(c), file.per.read(c));
    let driver = file.driver.with(|it| book.drivers.find(it, c).map(DriverId::new));
    let factors = [("at", &file.at.at), ("elasticity", &file.elasticity.at)];
    for (key, at) in factors {
        if let (Some(at), None) = (at, &file.driver.at) {
            let what = say!(
                "`{key}` без driver ничего не значит",
                "`{key}` means nothing without a driver"
            );
            let instead =
                say!("добавьте driver или уберите `{key}`", "add a driver or remove `{key}`");
            c.wrong(at, what, instead);
        }
    }
    let (at, elasticity) = (file.at.read(c), file.elasticity.read(c));
    let profile = Profile::read(profile, Profile::flat(), c);
    complete!(ArrivalRate {
        rate,
        share: Some(None),
        per,
        driver,
        at,
        elasticity,
        regular: Some(profile.regular),
        months: Some(profile.months),
        weekdays: Some(profile.weekdays),
        hours: Some(profile.hours),
        day_cv: Some(profile.day_cv),
    })
}
