//! What claims and a sensitivity say, against their CSV files.

use super::numbers::{first, numbers};
use super::told::Told;

/// What the summary of claims says and `claims.csv` does not.
pub(super) fn wrong_claims(told: &Told) -> Vec<String> {
    let count = |verdict: &str| {
        told.files["claims.csv"].iter().filter(|it| it["verdict"] == verdict).count()
    };
    let counts =
        [told.files["claims.csv"].len(), count("holds"), count("fails"), count("undecided")];
    let said = told.said().into_iter().filter(|it| it.name == "ClaimsSummary");
    let wrong = said.filter(|it| {
        let said = ["all", "hold", "fail", "open"].map(|place| it.place(place).parse::<usize>());
        said != counts.map(Ok)
    });
    let wrong: Vec<String> = wrong.map(|it| format!("{}: {counts:?}", it.text)).collect();
    let sets = told.said().into_iter().filter(|it| it.name.starts_with("MoreHoldIn"));
    let claims = told.files["claims.csv"].iter();
    let claims: Vec<(&str, bool)> =
        claims.map(|it| (&*it["claim"], !it["holds_in"].is_empty())).collect();
    let strange = sets.filter(|set| {
        let said = set.place("claims");
        let named = |claim: &str| said.contains(claim);
        !claims.iter().any(|it| named(it.0)) || claims.iter().any(|it| named(it.0) && !it.1)
    });
    wrong.into_iter().chain(strange.map(|it| it.text.clone())).collect()
}

/// What a sensitivity says and `sensitivity.csv` does not.
pub(super) fn wrong_sensitivity(told: &Told) -> Vec<String> {
    let column = |name: &str| told.numbers("sensitivity.csv", &[], name);
    let shares = column("sobol").into_iter().filter(|it| it.is_finite()).fold(f64::NAN, f64::max);
    let certain = column("sobol_low").into_iter().any(|it| it > 0.0);
    let mut wrong = Vec::new();
    for it in told.said() {
        let holds = match it.name {
            "MeasureFirst" | "FindOutFirst" => {
                certain && first(it.place("share"), told.lang).is_some_and(|it| it.is(shares))
            }
            "MeasureValue" | "FindOutValue" => first(it.place("value"), told.lang)
                .is_some_and(|it| (0.0..=1.0).contains(&it.value)),
            "NothingUnknown" => told.files["sensitivity.csv"].is_empty(),
            "NothingMoves" | "NothingClear" => !it.place("value").contains('—'),
            "MeasureDetail" => ["low", "high"].iter().all(|end| {
                let said = numbers(it.place(end), told.lang);
                let ends = [column("answer_low"), column("answer_high")].concat();
                // Dates are not numbers of the file.
                it.place(end).contains(char::is_alphabetic)
                    || said.iter().all(|it| ends.iter().any(|end| it.is(*end)))
            }),
            _ => true,
        };
        if !holds {
            wrong.push(format!("{}: {}", it.name, it.text));
        }
    }
    wrong
}
