//! The rate of arrivals of a mix or of a stream.

use super::book::Book;
use crate::ids::DriverId;
use crate::scenario::keys::{ProfileFile, RateFile, complete};
use crate::scenario::model::{ArrivalRate, Profile};
use crate::scenario::problem::say;
use crate::scenario::reader::Check;

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
    let profile = Some(Profile::read(profile, Profile::flat(), c));
    complete!(ArrivalRate { rate, share: Some(None), per, driver, at, elasticity, profile })
}
