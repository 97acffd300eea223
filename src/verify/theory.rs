//! What theory says: the exact values of every case.
//!
//! Formulas (Erlang, Pollaczek and Khinchine, Cobham, Kella and Yechiali, Jackson) or the forward
//! equations of the process, computed once by another program and kept as data.

/// `case,measure,exact`
const VALUES: &str = include_str!("data/theory.csv");

/// The measures of a case, with their exact values.
///
/// # Panics
/// When the data have no such case: they are part of the program.
pub(crate) fn of(case: &str) -> Vec<(&'static str, f64)> {
    let rows = VALUES.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let measure = (cells.next()? == case).then(|| cells.next())??;
        Some((measure, cells.next()?.parse().ok()?))
    });
    let rows: Vec<_> = rows.collect();
    assert!(!rows.is_empty(), "no exact values of {case}");
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_case_a_measure_and_a_number() {
        for line in VALUES.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(cells[2].parse::<f64>().is_ok_and(f64::is_finite), "{line}");
        }
        assert_eq!(of("mm1")[0], ("mean_wait[customer]", 4.0));
    }
}
