//! One desk in every kind of file gives the same numbers.

use super::fit;
use rust_xlsxwriter::Workbook;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const HEADER: [&str; 3] = ["Номер заявки", "Дата создания", "Тип"];

/// Eighty days of five tickets.
fn rows() -> Vec<[String; 3]> {
    let row = |it: u32| {
        let (day, hour) = (it / 5, 9 + it % 5);
        let date = format!("{:02}.{:02}.2026 {hour:02}:30", day % 20 + 1, day / 20 + 1);
        let kind = if it.is_multiple_of(4) { "авария" } else { "вопрос" };
        [it.to_string(), date, kind.to_owned()]
    };
    (0..400).map(row).collect()
}

fn text(rows: &[[String; 3]]) -> String {
    let lines = std::iter::once(HEADER.join(";")).chain(rows.iter().map(|it| it.join(";")));
    lines.map(|it| it + "\n").collect()
}

/// What `fit` measures of some files, without the columns they came from.
fn numbers(files: &[PathBuf], more: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    let files: Vec<&str> = files.iter().map(|it| it.to_str().unwrap()).collect();
    let done =
        fit(folder.path(), &[&files[..], &["--measure-only", "--name", "desk"], more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(folder.path().join("fit.csv")).expect("it was written")
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("there is room");
    path
}

fn page(rows: &[[String; 3]]) -> String {
    let mut page = "<html><body><table>".to_owned();
    for row in std::iter::once(HEADER.map(str::to_owned)).chain(rows.iter().cloned()) {
        let _ = write!(page, "<tr><td>{}</td></tr>", row.join("</td><td>"));
    }
    page + "</table></body></html>"
}

fn workbook(rows: &[[String; 3]], path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in
        std::iter::once(HEADER.map(str::to_owned)).chain(rows.iter().cloned()).enumerate()
    {
        for (column, cell) in row.iter().enumerate() {
            sheet.write_string(at as u32, column as u16, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn the_same_tickets_give_the_same_numbers_from_every_kind_of_file() {
    let folder = tempfile::tempdir().expect("there is room");
    let rows = rows();
    let plain = text(&rows);
    let expected = numbers(&[written(folder.path(), "desk.csv", plain.as_bytes())], &[]);
    let (old, _, _) = encoding_rs::WINDOWS_1251.encode(&plain);
    let xlsx = folder.path().join("desk.xlsx");
    workbook(&rows, &xlsx);
    let kinds = [
        vec![written(folder.path(), "old.csv", &old)],
        vec![written(folder.path(), "marked.csv", format!("\u{feff}{plain}").as_bytes())],
        vec![written(folder.path(), "page.xls", page(&rows).as_bytes())],
        vec![xlsx],
        vec![
            written(folder.path(), "one.csv", text(&rows[..150]).as_bytes()),
            written(folder.path(), "two.csv", text(&rows[150..]).as_bytes()),
        ],
    ];
    for files in kinds {
        assert_eq!(numbers(&files, &[]), expected, "{files:?}");
    }
}

#[test]
fn hours_are_those_of_the_zone_that_the_user_names() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = written(folder.path(), "desk.csv", text(&rows()).as_bytes());
    let moved = numbers(&[file], &["--zone", "Europe/Moscow"]);
    assert!(moved.contains("\nprofile,mon-12,") && !moved.contains("\nprofile,mon-09,"), "{moved}");
}

#[test]
fn archives_and_workbooks_with_a_password_are_refused_in_words() {
    let folder = tempfile::tempdir().expect("there is room");
    let utf16: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let secret = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 600], utf16].concat();
    let two = format!(
        "{}{}",
        HEADER.join(";"),
        "\n1;01.02.2026 10:00;вопрос\n2;02.02.2026 10:00;вопрос\n"
    );
    let cases = [
        (vec![written(folder.path(), "secret.xlsx", &secret)], "password"),
        (vec![written(folder.path(), "desk.zip", b"PK\x03\x04 and a folder of texts")], "unpack"),
        (
            vec![
                written(folder.path(), "a.csv", two.as_bytes()),
                written(
                    folder.path(),
                    "b.csv",
                    b"id,opened\n1,2026-02-01 10:00\n2,2026-02-02 11:00\n",
                ),
            ],
            "different columns",
        ),
    ];
    for (files, words) in cases {
        let out = folder.path().join("out");
        let names: Vec<&str> = files.iter().map(|it| it.to_str().unwrap()).collect();
        let done = fit(&out, &names);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{files:?}: {said}");
        assert!(said.contains(words) && !out.exists(), "{files:?}: {said}");
    }
}
