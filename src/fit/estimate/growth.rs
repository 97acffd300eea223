//! Growth of arrivals: from their own months, and from the number of clients where it says the same.

use super::clients::Clients;
use crate::statistics::Interval;

/// Growth in per cent a month and how it was found.
///
/// Months are few and have seasons; clients are counted much better. Where the two do not differ,
/// each client writes as often as before as far as anybody can see, and both say how arrivals grow:
/// their mean, weighted with their precision.
pub(super) fn of_arrivals(
    own: Option<Interval>,
    clients: Option<&Clients>,
) -> (Option<Interval>, &'static str) {
    let regression = "quasi-Poisson regression of months on time";
    let (Some(own), Some(clients)) = (own, clients.map(|it| it.growth)) else {
        return (own, regression);
    };
    let half = |it: Interval| (it.high - it.low) / 2.0;
    let (mine, theirs) = (half(own), half(clients));
    if (own.value - clients.value).abs() > mine.hypot(theirs) {
        return (Some(own), regression);
    }
    let (a, b) = (1.0 / (mine * mine), 1.0 / (theirs * theirs));
    let value = (a * own.value + b * clients.value) / (a + b);
    let method = "quasi-Poisson regression of months, weighted with the growth of clients";
    (Some(Interval::around(value, (1.0 / (a + b)).sqrt())), method)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clients(growth: f64) -> Clients {
        let one = Interval::around(1.0, 0.1);
        Clients { start: one, end: one, growth: Interval::around(growth, 0.3), seen: 100 }
    }

    #[test]
    fn clients_who_say_the_same_make_growth_more_certain() {
        let own = Interval::around(3.4, 1.4);
        let (found, _) = of_arrivals(Some(own), Some(&clients(2.3)));
        let found = found.unwrap();
        assert!((found.value - 2.35).abs() < 0.01 && found.high - found.value < 0.3);
    }

    #[test]
    fn clients_who_write_more_often_than_before_say_nothing() {
        let own = Interval::around(5.0, 1.0);
        assert_eq!(of_arrivals(Some(own), Some(&clients(2.3))).0, Some(own));
        assert_eq!(of_arrivals(None, Some(&clients(2.3))).0, None);
    }
}
