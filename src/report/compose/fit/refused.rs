//! Why an export cannot be used, in words.

use crate::fit::Refused;
use crate::report::{Sentence, Word, texts};
use crate::scenario::Lang;

/// More columns than this are not named.
const MOST: usize = 40;

/// One line for the user.
pub(crate) fn words(refused: &Refused, lang: Lang) -> String {
    let list = |it: &[String]| {
        let more = it.len().saturating_sub(MOST);
        let named = it[..it.len() - more].join(", ");
        match more {
            0 => named,
            more => texts::FitMoreColumns { named, more }.in_lang(lang),
        }
    };
    match refused {
        Refused::NoFile => Word::FitNoFile.in_lang(lang),
        Refused::Unreadable { file, reason } => texts::FitUnreadable { file, reason }.in_lang(lang),
        Refused::OpenQuote { file, line, begins } => {
            texts::FitOpenQuote { file, line, begins }.in_lang(lang)
        }
        Refused::Archive { file } => texts::FitArchive { file }.in_lang(lang),
        Refused::Workbook { file, reason } => texts::FitWorkbook { file, reason }.in_lang(lang),
        Refused::NotATable { file } => texts::FitNotATable { file }.in_lang(lang),
        Refused::TooWide { file, most } => texts::FitTooWide { file, most }.in_lang(lang),
        Refused::TwoProducts { first, second } => {
            texts::FitTwoProducts { first, second }.in_lang(lang)
        }
        Refused::NoCreated { file, headers } => {
            texts::FitNoCreated { file, headers: list(headers) }.in_lang(lang)
        }
        Refused::NoColumn { asked, headers } => {
            texts::FitNoColumn { asked, headers: list(headers) }.in_lang(lang)
        }
        Refused::NoField { asked, fields } => {
            texts::FitNoField { asked, fields: list(fields) }.in_lang(lang)
        }
        Refused::WrongColumn { asked, sample } => {
            texts::FitWrongColumn { asked, sample }.in_lang(lang)
        }
        Refused::TooFew { file, tickets } => texts::FitTooFew { file, tickets }.in_lang(lang),
        Refused::TooShort { file, from, to } => texts::FitTooShort { file, from, to }.in_lang(lang),
        Refused::TwoTables { file } => texts::FitTwoTables { file }.in_lang(lang),
        Refused::AllInFuture { file } => texts::FitAllInFuture { file }.in_lang(lang),
        Refused::EmptyWindow => Word::FitEmptyWindow.in_lang(lang),
    }
}
