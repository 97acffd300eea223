//! What can be wrong with a scenario, where it is, and what to write instead.

use super::model::{Lang, Text};
use std::fmt;
use std::ops::Range;

/// One thing that is wrong with a scenario file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The file as the user named it; `--set` for a value given on the command line.
    pub(crate) file: String,
    /// Line, from 1; 0 when the problem is the file itself.
    pub(crate) line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
    /// The path of the value, such as `roles.engineer.headcount`; may be empty.
    pub(crate) path: String,
    /// What is wrong.
    pub(crate) what: Text,
    /// What to write instead.
    pub(crate) instead: Option<Text>,
    /// The line of the file and the bytes of it that are meant.
    pub(crate) excerpt: Option<Excerpt>,
    /// Whether it is wrong whatever else the file says.
    pub(super) alone: bool,
}

/// A line of a file, and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The line, or a part of it when it is very long.
    pub(crate) line: String,
    /// Bytes of `line`.
    pub(crate) span: Range<usize>,
    /// Whether `line` is only a part.
    pub(crate) cut: bool,
}

/// Everything that is wrong with a scenario, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Problems {
    /// The name of the scenario file.
    pub(crate) file: String,
    /// The language the scenario asks for, where it says.
    pub(crate) lang: Option<Lang>,
    /// At least one.
    pub(crate) list: Vec<Problem>,
}

impl Problems {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(self.lang.unwrap_or_default(), false))
    }
}

impl std::error::Error for Problems {}

/// A text in both languages: `say!("плохо: {x}", "bad: {x}")`.
macro_rules! say {
    ($ru:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::scenario::Text {
            ru: format!($ru $(, $name = $value)*),
            en: format!($en $(, $name = $value)*),
        }
    };
}
pub(super) use say;
