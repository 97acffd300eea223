//! Workbooks: the fullest sheet as rows of texts.

use crate::fit::refused::Refused;
use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use csv::StringRecord;
use std::io::Cursor;
use std::path::Path;

/// Every row of the sheet with the most cells.
pub(super) fn rows(path: &Path, file: &str) -> Result<Vec<StringRecord>, Refused> {
    let bytes = std::fs::read(path).map_err(|error| Refused::Unreadable {
        file: path.display().to_string(),
        reason: error.to_string(),
    })?;
    // A workbook of today is an archive with a folder `xl`; an old one may hold an encrypted new one.
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|it| it == name);
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let is_archive = bytes.starts_with(b"PK");
    if is_archive && !holds(b"xl/") && !holds(b"content.xml") {
        return Err(Refused::Archive { file: file.to_owned() });
    }
    let refused = |reason: String| Refused::Workbook { file: file.to_owned(), reason };
    if !is_archive && holds(&utf16("EncryptedPackage")) {
        return Err(refused("password".into()));
    }
    let mut book: Sheets<Cursor<Vec<u8>>> =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|it| refused(it.to_string()))?;
    let sheets = book.worksheets();
    let fullest = sheets.into_iter().max_by_key(|(_, it)| it.used_cells().count());
    let (_, sheet) = fullest.ok_or_else(|| Refused::NotATable { file: file.to_owned() })?;
    Ok(sheet.rows().map(|row| row.iter().map(text).collect()).collect())
}

/// A cell as an export of text would have it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(it) if it.is_duration() => {
            let seconds = (it.as_f64() * 86_400.0).round();
            let (hours, rest) = ((seconds / 3600.0).floor(), seconds % 3600.0);
            format!("{hours}:{:02}:{:02}", (rest / 60.0).floor(), rest % 60.0)
        }
        Data::DateTime(it) => {
            let (year, month, day, hour, minute, second, _) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}
