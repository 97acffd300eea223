//! Exports of products without a profile, and columns that mislead.

use super::fit;
use std::collections::BTreeMap;

/// What is measured of a text, by parameter and scope, and what was said.
fn measured(text: &str) -> (BTreeMap<(String, String), f64>, String) {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("desk.csv");
    std::fs::write(&file, text).expect("there is room");
    let done = fit(folder.path(), &[file.to_str().unwrap(), "--measure-only"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut reader = csv::Reader::from_path(folder.path().join("fit.csv")).unwrap();
    let rows = reader.records().map(Result::unwrap);
    let number = |it: &csv::StringRecord| it[3].parse().unwrap_or(f64::NAN);
    let numbers = rows.map(|it| ((it[0].to_owned(), it[1].to_owned()), number(&it))).collect();
    (numbers, String::from_utf8_lossy(&done.stdout).into_owned())
}

fn at(numbers: &BTreeMap<(String, String), f64>, name: &str, scope: &str) -> f64 {
    numbers.get(&(name.to_owned(), scope.to_owned())).copied().unwrap_or(f64::NAN)
}

/// Day of March to June, hour and number of four hundred tickets, five a day.
fn tickets() -> impl Iterator<Item = (u32, u32, u32)> {
    (0..400).map(|it| (it / 5, 9 + it % 5, it))
}

fn date(day: u32) -> String {
    format!("2026-{:02}-{:02}", 3 + day / 20, day % 20 + 1)
}

#[test]
fn a_log_of_events_begins_with_the_first_row_of_a_ticket_and_ends_with_its_solution() {
    let mut rows = Vec::new();
    for (day, hour, it) in tickets() {
        let row = |minute: u32, what: &str, who: &str| {
            format!("{}T{hour:02}:{minute:02}:00|{it}|{what}|{who}\n", date(day))
        };
        rows.push(row(0, "New", "client"));
        rows.push(row(10, "In progress", "Anna"));
        rows.push(row(40, "Resolved", "Anna"));
        rows.push(row(50, "Closed", "robot"));
    }
    // In the order of an export that begins with the latest.
    rows.reverse();
    let (numbers, said) = measured(&format!("timestamp|case_id|state|resource\n{}", rows.concat()));
    assert_eq!(at(&numbers, "first_response", "p50"), 10.0, "{said}");
    assert_eq!(at(&numbers, "resolution", "p50"), 40.0, "{said}");
    assert_eq!(at(&numbers, "agents", "all"), 1.0, "{said}");
}

#[test]
fn moments_that_a_spreadsheet_saved_as_numbers_are_read() {
    let mut text = "Request ID,Created Date,Completed Time\n".to_owned();
    for (day, hour, it) in tickets() {
        // 46082 is 1 March 2026.
        let created = 46_082.0 + f64::from(day) + f64::from(hour) / 24.0 + 1e-6;
        text += &format!("{it},{created:.6},{:.6}\n", created + 0.5 / 24.0);
    }
    let (numbers, said) = measured(&text);
    assert_eq!(at(&numbers, "resolution", "p50"), 30.0, "{said}");
}

#[test]
fn a_day_without_a_time_is_not_taken_for_the_moment_of_an_answer() {
    let mut text = "#,Created,Start date,Closed,Tracker\n".to_owned();
    for (day, hour, it) in tickets() {
        let date = date(day);
        text += &format!("{it},{date} {hour}:00,{date},{date} {hour}:20,Bug\n");
    }
    let (numbers, said) = measured(&text);
    assert!(at(&numbers, "first_response", "p50").is_nan(), "{said}");
    assert!(!said.contains("before it was created"), "{said}");
}

#[test]
fn columns_of_a_product_that_nobody_described_are_guessed_by_their_parts_and_called_a_guess() {
    let mut text =
        "Номер;Дата и время создания заявки;Плановая дата решения;Дата фактического решения;\
                    Дата фактической реакции;Ответственный специалист;Трудозатраты инженера, ч\n"
            .to_owned();
    for (day, hour, it) in tickets() {
        let date = date(day);
        text += &format!(
            "{it};{date} {hour}:00;{date} 18:00;{date} {hour}:40;{date} {hour}:10;Инженер {};0,4{}\n",
            it % 2,
            it % 2
        );
    }
    let (numbers, said) = measured(&text);
    assert_eq!(at(&numbers, "first_response", "p50"), 10.0, "{said}");
    assert_eq!(at(&numbers, "resolution", "p50"), 40.0, "{said}");
    assert_eq!(at(&numbers, "agents", "all"), 2.0, "{said}");
    assert!((at(&numbers, "effort_mean", "all") - 24.3).abs() < 0.01, "{said}");
    assert!(said.contains("a guess; --map solved"), "{said}");
}

#[test]
fn tickets_are_not_called_open_where_no_column_tells_an_end() {
    let mut text = "Ticket ID,Created time,Status\n".to_owned();
    for (day, hour, it) in tickets() {
        text += &format!("{it},{} {hour}:00,Closed\n", date(day));
    }
    let (_, said) = measured(&text);
    assert!(!said.contains("still open"), "{said}");
    assert!(said.contains("time to the end"), "{said}");
}

#[test]
fn clients_who_are_all_seen_do_not_make_growth_certain() {
    let mut text = "Ticket ID,Created time,Company\n".to_owned();
    for day in 0..280 {
        let date = jiff::civil::Date::constant(2026, 1, 5)
            .checked_add(jiff::Span::new().days(day))
            .unwrap();
        let many = if date.weekday().to_monday_zero_offset() > 4 { 0 } else { 12 + day * 7 % 9 };
        for it in 0..many {
            text += &format!(
                "{day}-{it},{date} {:02}:{:02}:00,Client {}\n",
                9 + it % 9,
                it * 7 % 60,
                (day * 31 + it * 17) % 40
            );
        }
    }
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("desk.csv");
    std::fs::write(&file, text).expect("there is room");
    let done = fit(folder.path(), &[file.to_str().unwrap(), "--measure-only"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let rows = csv::Reader::from_path(folder.path().join("fit.csv")).unwrap().into_records();
    let growths: Vec<csv::StringRecord> =
        rows.map(Result::unwrap).filter(|it| &it[0] == "growth").collect();
    assert_eq!(growths.len(), 2, "{growths:?}");
    for it in growths {
        let width = it[5].parse::<f64>().unwrap() - it[4].parse::<f64>().unwrap();
        assert!(width > 0.2, "{it:?}");
    }
}

#[test]
fn nobody_is_named_in_anything_that_is_written() {
    let names = ["Ромашка", "Сидорова", "Kowalski", "vip-client-7"];
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("desk.csv");
    let mut text =
        "Ticket ID,Created time,Resolved time,Agent,Company,Requester name,Subject,Tags\n"
            .to_owned();
    for (day, hour, it) in tickets() {
        let date = date(day);
        text += &format!(
            "{it},{date} {hour}:00,{date} {hour}:30,Сидорова {},ООО Ромашка {},Kowalski {},Help Kowalski,vip-client-7\n",
            it % 3,
            it % 9,
            it % 9
        );
    }
    std::fs::write(&file, text).expect("there is room");
    let out = folder.path().join("out");
    let done = fit(&out, &[file.to_str().unwrap(), "--measure-only"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut all = vec![String::from_utf8_lossy(&done.stdout).into_owned()];
    for entry in std::fs::read_dir(&out).unwrap().map(Result::unwrap) {
        if entry.path().is_file() {
            all.push(String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned());
        }
    }
    assert!(all.len() > 3, "files are written");
    for name in names {
        assert!(all.iter().all(|it| !it.contains(name)), "{name} is written");
    }
}
