//! A head-count of seats is told from one of people.

use super::*;

fn notes(calendar: &str, role: &str) -> Vec<String> {
    let text = format!(
        "[scenario]\nstart = 2026-01-01\nmonths = 1\n[calendar]\nbase = \"none\"\n{calendar}\n\
         [roles.guard]\nheadcount = 1\npay = 4000\n{role}\n\
         [streams.alarm]\narrival = {{ rate = 1, per = \"month\" }}\n\
         route = [{{ effort = \"1h\", role = \"guard\" }}]\n"
    );
    let study = read(&text).unwrap_or_else(|it| panic!("{it}"));
    study.baseline().scenario.notes.iter().map(|it| it.en.clone()).collect()
}

const ALWAYS: &str = "hours = [\"00:00-24:00\"]\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]";

#[test]
fn a_seat_that_one_person_cannot_fill_is_named_with_the_people_it_takes() {
    let said = notes(ALWAYS, "");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("at work 168 hours a week") && said[0].contains("people_per_seat = 4.2:"),
        "{said:?}"
    );
    assert_eq!(notes(ALWAYS, "people_per_seat = 4.2"), [""; 0]);
    // Ten hours from Monday to Friday are more than a person may work, forty-eight are not.
    assert!(notes("hours = [\"08:00-18:00\"]", "")[0].contains("people_per_seat = 1.25:"));
    let six =
        "hours = [\"09:00-17:00\"]\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\"]";
    assert_eq!(notes(six, ""), [""; 0]);
}
