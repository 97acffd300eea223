//! Names: which cases and which of their rows are wanted.
//!
//! A case has a key, its rows have names of their own where there are several (the months of a desk, the
//! questions to a calendar), and the report shows some of these as a group. Any of the three will do, or
//! its beginning.

use super::row::{Family, group};
use super::{Case, Depth, Row, calendar, cases, desk, transient};

/// Those of some names that nothing is called by.
pub(crate) fn unknown_names(names: &[String]) -> Vec<String> {
    let cases = cases(Depth::Full);
    let known = |name: &str| cases.iter().any(|case| wants(name, case));
    let unknown = names.iter().filter(|it| !known(it));
    unknown.cloned().collect()
}

/// Whether a name is that of a case or of one of its rows.
pub(crate) fn wants(name: &str, case: &Case) -> bool {
    let mut rows = rows_of(case).into_iter();
    rows.any(|row| is_called(name, case, &row, group(case.family, &row)))
}

/// Whether a name is that of a row, or of its case.
pub(crate) fn wants_row(name: &str, case: &Case, row: &Row) -> bool {
    is_called(name, case, &row.case, row.group())
}

fn is_called(name: &str, case: &Case, row: &str, group: &str) -> bool {
    let begins = |it: &str| it.starts_with(name);
    !name.is_empty() && (begins(&case.key) || begins(row) || begins(group))
}

/// What the rows of a case are called.
fn rows_of(case: &Case) -> Vec<String> {
    match case.family {
        Family::Desk => desk::names(&case.key),
        Family::Calendar => calendar::names(),
        _ if case.key == transient::GROWTH => {
            vec![case.key.clone(), transient::GROWTH_ARRIVALS.to_owned()]
        }
        _ => vec![case.key.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_table_is_one_to_ask_for() {
        let names = [
            "mm1_rho0.5",
            "nhpp_total_tickets_24m",
            "cal00",
            "ru00",
            "calendar",
            "calendar-ru",
            "desk-s4/2027-07",
            "desk-s",
        ];
        assert_eq!(unknown_names(&names.map(str::to_owned)), [""; 0]);
    }

    #[test]
    fn a_name_of_nothing_is_told_even_beside_a_good_one() {
        let names = ["mm1_rho0.5", "mm1-rho0.5", "desk-s4/1999-01", "", "ru999"];
        let unknown = ["mm1-rho0.5", "desk-s4/1999-01", "", "ru999"];
        assert_eq!(unknown_names(&names.map(str::to_owned)), unknown);
    }
}
