//! Coverage: every number that is to be verified has been, or the verification says which case lacks it.

use super::row::{Family, Found, Row, Wanted};
use super::theory;

/// `list,case,numbers`: the list that a verification has to go through, kept apart from the exact
/// values and from the code that reads them, so that losing either is noticed.
const CASES: &str = include_str!("data/cases.csv");

/// A case of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Listed {
    list: &'static str,
    case: &'static str,
    numbers: usize,
}

/// A failing row for each case that has fewer numbers than the list; for the rows of all cases.
pub(crate) fn lacking(rows: &[Row]) -> Vec<Row> {
    let lacking = listed().filter_map(|it| {
        let found = it.found(rows);
        let row = Found::certain(found as f64).row(
            it.family(),
            it.case,
            "numbers_verified",
            Wanted::exact(it.numbers as f64),
        );
        (found < it.numbers).then_some(row)
    });
    lacking.collect()
}

fn listed() -> impl Iterator<Item = Listed> {
    CASES.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some(Listed {
            list: cells.next()?,
            case: cells.next()?,
            numbers: cells.next()?.parse().ok()?,
        })
    })
}

impl Listed {
    fn family(self) -> Family {
        match self.list {
            "desk" => Family::Desk,
            "calendar" => Family::Calendar,
            _ => Family::Waiting,
        }
    }

    /// Its numbers among the rows, each name once.
    fn found(self, rows: &[Row]) -> usize {
        match self.list {
            "calendar" => rows.iter().filter(|it| it.family == Family::Calendar).count(),
            "desk" => rows.iter().filter(|it| it.case.split('/').next() == Some(self.case)).count(),
            _ => {
                let has =
                    |name: &str| rows.iter().any(|it| it.case == self.case && it.measure == name);
                theory::of(self.case).iter().filter(|(name, _)| has(name)).count()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Depth, cases};
    use super::*;

    fn queues() -> Vec<Listed> {
        listed().filter(|it| it.list == "queues").collect()
    }

    /// Rows as a verification would leave them, from the exact values alone.
    fn complete() -> Vec<Row> {
        let mut rows = Vec::new();
        for it in listed() {
            let row = |measure: &str, case: String| {
                Found::certain(1.0).row(it.family(), &case, measure, Wanted::exact(1.0))
            };
            match it.list {
                "queues" => rows.extend(
                    theory::of(it.case).into_iter().map(|(name, _)| row(name, it.case.to_owned())),
                ),
                _ => rows.extend(
                    (0..it.numbers).map(|number| row("any", format!("{}/{number}", it.case))),
                ),
            }
        }
        rows
    }

    #[test]
    fn the_list_has_45_queues_with_236_numbers_six_desks_and_the_calendar() {
        assert_eq!(CASES.lines().count() - 1, listed().count());
        assert_eq!(queues().len(), 45);
        assert_eq!(queues().iter().map(|it| it.numbers).sum::<usize>(), 236);
        let of = |list: &str| -> Vec<usize> {
            let of = listed().filter(|it| it.list == list);
            of.map(|it| it.numbers).collect()
        };
        assert_eq!(of("desk"), [336, 336, 336, 658, 672, 672]);
        assert_eq!(of("calendar"), [76]);
    }

    #[test]
    fn every_case_of_the_list_is_run_and_has_its_exact_values() {
        let keys: Vec<String> = cases(Depth::Usual).into_iter().map(|it| it.key).collect();
        for it in listed() {
            // What comes in the growing department is seen where its growth is.
            let key = match it.case {
                "nhpp_total_tickets_24m" => "department_growth_hire_month12",
                case => case,
            };
            assert!(keys.iter().any(|other| other == key), "{key} is not run");
        }
        for it in queues() {
            assert_eq!(theory::of(it.case).len(), it.numbers, "{}", it.case);
        }
    }

    #[test]
    fn nothing_is_lacking_from_complete_rows() {
        assert_eq!(lacking(&complete()), []);
    }

    #[test]
    fn a_number_that_is_lost_fails_its_case() {
        let rows = complete();
        for lost in [0, 100, 230, rows.len() - 1] {
            let mut rest = rows.clone();
            let row = rest.remove(lost);
            let found = lacking(&rest);
            assert_eq!(found.len(), 1, "{row:?}");
            assert_eq!(found[0].verdict, crate::verify::Verdict::Fail);
            assert!(row.case.starts_with(&found[0].case), "{row:?}: {found:?}");
        }
    }
}
