//! The files of a scenario: read with care, kept for messages, named by their digest.

use super::model::Text;
use super::problem::{Excerpt, Problem, say};
use super::tree::Place;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Path, PathBuf};

/// A scenario is written by people; nobody writes four megabytes.
pub(crate) const MAX_BYTES: u64 = 4 << 20;
/// A longer line is kept in part only: a line of megabytes is no help.
const LONG_LINE: usize = 2_000;

/// A file that was read.
#[derive(Debug)]
pub(crate) struct File {
    /// As the user named it.
    pub(crate) name: String,
    /// Its text, without a byte order mark.
    pub(crate) text: String,
    /// The folder that `extend` starts from.
    pub(crate) folder: Option<PathBuf>,
    /// SHA-256 of its bytes; `None` for what is not a file.
    pub(crate) digest: Option<String>,
}

/// All files of a scenario, in the order of reading.
#[derive(Debug, Default)]
pub(crate) struct Files {
    list: Vec<File>,
}

impl Files {
    /// Adds a text, and says under which number it is known.
    pub(crate) fn add(&mut self, file: File) -> u32 {
        self.list.push(file);
        (self.list.len() - 1) as u32
    }

    /// The file of a number.
    pub(crate) fn get(&self, file: u32) -> &File {
        &self.list[file as usize]
    }

    /// The number of a file that was named so in a folder.
    pub(crate) fn find(&self, name: &str, folder: Option<&Path>) -> Option<u32> {
        let same = |it: &File| it.name == name && it.folder.as_deref() == folder;
        self.list.iter().position(same).map(|it| it as u32)
    }

    /// Puts another text in place of one that was read.
    pub(crate) fn replace(&mut self, file: u32, by: File) {
        self.list[file as usize] = by;
    }

    /// What stands at a place.
    pub(crate) fn text(&self, place: Place) -> &str {
        let text = self.list.get(place.file as usize).map_or("", |it| it.text.as_str());
        text.get(place.start as usize..place.end as usize).unwrap_or("")
    }

    /// Name and digest of every file.
    pub(crate) fn digests(&self) -> Vec<(String, String)> {
        let named = |it: &File| it.digest.clone().map(|digest| (it.name.clone(), digest));
        self.list.iter().filter_map(named).collect()
    }

    /// Line and column of a place, from 1.
    pub(crate) fn position(&self, place: Place) -> (usize, usize) {
        let text = &self.list[place.file as usize].text;
        let before = &text.as_bytes()[..(place.start as usize).min(text.len())];
        let line_start = before.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        let line = 1 + before.iter().filter(|it| **it == b'\n').count();
        let column = 1 + String::from_utf8_lossy(&before[line_start..]).chars().count();
        (line, column)
    }

    pub(crate) fn problem(
        &self,
        place: Place,
        path: &str,
        what: Text,
        instead: Option<Text>,
    ) -> Problem {
        let file = &self.list[place.file as usize];
        let (line, column) = self.position(place);
        Problem {
            file: file.name.clone(),
            line,
            column,
            path: path.to_owned(),
            what,
            instead,
            excerpt: Some(excerpt(&file.text, place)),
            alone: false,
        }
    }
}

/// The line of a place; only the part around it when the line is very long.
fn excerpt(text: &str, place: Place) -> Excerpt {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(place.start as usize);
    let mut from = text[..start].rfind('\n').map_or(0, |it| it + 1);
    let mut to = text[start..].find('\n').map_or(text.len(), |it| start + it);
    let cut = to - from > LONG_LINE;
    if cut {
        from = from.max(floor(start.saturating_sub(LONG_LINE / 4)));
        to = to.min(floor(from + LONG_LINE));
    }
    let end = floor(place.end as usize).clamp(start, to.max(start));
    let line = text[from..to].trim_end_matches('\r').to_owned();
    // A tab or a control character would move the mark: shown as a space of the same length.
    let line: String =
        line.chars().map(|it| if it.is_ascii_control() { ' ' } else { it }).collect();
    let span = (start - from).min(line.len())..(end - from).min(line.len());
    Excerpt { line, span, cut }
}

/// A problem of a file as a whole.
pub(crate) fn file_problem(name: &str, what: Text, instead: Option<Text>) -> Problem {
    Problem {
        file: name.to_owned(),
        line: 0,
        column: 0,
        path: String::new(),
        what,
        instead,
        excerpt: None,
        alone: false,
    }
}

/// Reads the bytes of a file, unless there are too many.
pub(crate) fn read(path: &Path, name: &str) -> Result<Vec<u8>, Box<Problem>> {
    let failed = |error: std::io::Error| {
        let hint = "staffcast init";
        let (what, instead) = match error.kind() {
            std::io::ErrorKind::NotFound => (
                say!("нет такого файла", "there is no such file"),
                say!(
                    "проверьте путь; `{hint}` создаст новый сценарий",
                    "check the path; `{hint}` creates a scenario to start from"
                ),
            ),
            std::io::ErrorKind::PermissionDenied => (
                say!("нет права читать файл", "the file may not be read"),
                say!("проверьте права доступа", "check its permissions"),
            ),
            _ => (
                say!("файл не читается: {error}", "the file cannot be read: {error}"),
                say!("укажите файл сценария .toml", "name a scenario file, .toml"),
            ),
        };
        Box::new(file_problem(name, what, Some(instead)))
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if meta.is_dir() {
        let what = say!("это папка, а не файл", "this is a folder, not a file");
        let instead = say!("укажите файл сценария .toml", "name a scenario file, .toml");
        return Err(Box::new(file_problem(name, what, Some(instead))));
    }
    if meta.len() > MAX_BYTES {
        return Err(Box::new(too_large(name)));
    }
    // The length of a pipe is not known beforehand: one byte too many tells.
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES { Err(Box::new(too_large(name))) } else { Ok(bytes) }
}

fn too_large(name: &str) -> Problem {
    let what = say!("файл больше 4 МБ", "the file is larger than 4 MB");
    let instead = say!(
        "это точно сценарий? вынесите общее в другой файл: extend = \"другой.toml\"",
        "is it really a scenario? move what is shared to another file: extend = \"other.toml\""
    );
    file_problem(name, what, Some(instead))
}

/// The text of a file, without a byte order mark, and its digest.
pub(crate) fn decode(bytes: Vec<u8>, name: &str) -> Result<(String, String), Box<Problem>> {
    let digest: String = Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Box::new(too_large(name)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().unwrap_or("").chars().count();
        let byte = error.as_bytes()[valid];
        let what = say!("байт {byte:#04x} — не UTF-8", "byte {byte:#04x} is not UTF-8");
        let instead = say!("сохраните файл в кодировке UTF-8", "save the file as UTF-8");
        Box::new(Problem { line, column, ..file_problem(name, what, Some(instead)) })
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok((text, digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_is_not_utf8_is_found_by_line_and_column() {
        let problem = decode(b"a = 1\n\xd1\x8fb\xff".to_vec(), "x.toml").unwrap_err();
        assert_eq!((problem.line, problem.column), (2, 3));
        assert!(problem.what.en.contains("0xff"));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(decode(b"\xef\xbb\xbfa".to_vec(), "x").unwrap().0, "a");
    }

    #[test]
    fn a_large_file_is_refused_without_reading_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.toml");
        std::fs::File::create(&path).unwrap().set_len(100 << 20).unwrap();
        assert!(read(&path, "large.toml").unwrap_err().what.en.contains("4 MB"));
    }

    #[test]
    fn a_long_line_is_shown_in_part() {
        let text = format!("{}x = 1{}", " ".repeat(5_000), " ".repeat(5_000));
        let shown = excerpt(&text, Place { file: 0, start: 5_000, end: 5_001 });
        assert!(shown.cut && shown.line.len() <= LONG_LINE);
        assert_eq!(&shown.line[shown.span], "x");
    }
}
