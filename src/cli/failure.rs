//! Why a command did not do what it was asked to.

use super::language;
use crate::report::{FileError, ReportError, Word};
use crate::scenario::{Lang, Problems};
use std::process::ExitCode;

/// Exit code: something failed on the way.
pub(crate) const WORK: u8 = 1;
/// Exit code: the input is wrong.
pub(crate) const INPUT: u8 = 2;
/// Exit code: stopped by the user (128 + SIGINT).
pub(crate) const STOPPED: u8 = 130;

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The scenario is wrong: every problem, ready to be read.
    Scenario(String),
    /// Another input is wrong.
    Input(String),
    /// A file could not be written.
    File(FileError, Lang),
    /// Something else failed on the way.
    Work(String),
    /// The user stopped it.
    Stopped(Lang),
}

impl Failure {
    /// Of a wrong scenario, in the given language, or its own, or that of the locale.
    pub(crate) fn of_problems(problems: &Problems, lang: Option<Lang>, colour: bool) -> Self {
        let lang = lang.or(problems.lang).unwrap_or_else(language::of_locale);
        Self::Scenario(problems.render(lang, colour).trim_end().to_owned())
    }

    /// Of a report that could not be made.
    pub(crate) fn of_report(error: ReportError, lang: Lang) -> Self {
        match error {
            ReportError::File(error) => Self::File(error, lang),
            ReportError::Workbook(_) => Self::Work(error.to_string()),
        }
    }

    /// What to tell the user.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Scenario(words) | Self::Input(words) | Self::Work(words) => words.clone(),
            Self::File(error, lang) => error.words(*lang),
            Self::Stopped(lang) => Word::Stopped.text(*lang).to_owned(),
        }
    }

    /// What to tell the shell.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Scenario(_) | Self::Input(_) => INPUT,
            Self::File(..) | Self::Work(_) => WORK,
            Self::Stopped(_) => STOPPED,
        })
    }
}
