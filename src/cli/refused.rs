//! What is said of arguments that cannot be understood, in the language of the user.

use super::value::Wrong;
use crate::report::{Sentence, Word, texts};
use crate::scenario::Lang;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;

/// What to say of arguments that the parser refused; `None` where that is for the parser to say.
pub(crate) fn words(error: &clap::Error, lang: Lang) -> Option<String> {
    let said = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    };
    let (option, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::ValueValidation => {
            let wrong = error.source()?.downcast_ref::<Wrong>()?;
            texts::WrongValue { option: option?, wanted: wrong.words(lang), value: value? }
                .in_lang(lang)
        }
        ErrorKind::InvalidValue => match value.filter(|it| !it.is_empty()) {
            Some(value) => {
                let known = said(ContextKind::ValidValue)?;
                texts::NoSuchValue { option: option?, value, known }.in_lang(lang)
            }
            None => texts::ValueMissing { option: option? }.in_lang(lang),
        },
        ErrorKind::UnknownArgument => unknown(option?, lang),
        ErrorKind::InvalidSubcommand => {
            let name = said(ContextKind::InvalidSubcommand)?;
            texts::UnknownCommand { name }.in_lang(lang)
        }
        ErrorKind::MissingRequiredArgument => {
            texts::ArgumentMissing { what: option? }.in_lang(lang)
        }
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg)? {
            prior if Some(&prior) == option.as_ref() => {
                texts::OptionTwice { option: prior }.in_lang(lang)
            }
            prior => texts::NotTogether { option: option?, prior }.in_lang(lang),
        },
        _ => return None,
    };
    // The parser lists what is near, the nearest last.
    let nearest = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    };
    let kinds =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = kinds.into_iter().find_map(nearest);
    let near = near.map(|name| texts::DidYouMean { name }.in_lang(lang));
    let help =
        (error.kind() != ErrorKind::ValueValidation).then(|| Word::SeeHelp.text(lang).to_owned());
    let lines: Vec<String> = [Some(what), near, help].into_iter().flatten().collect();
    Some(lines.join("\n"))
}

/// Of an option that there is not; where other commands have it, which.
fn unknown(option: String, lang: Lang) -> String {
    let name = option.trim_start_matches('-').split('=').next().unwrap_or_default();
    let root = super::Arguments::command();
    let has = |it: &&clap::Command| it.get_arguments().any(|it| it.get_long() == Some(name));
    let commands: Vec<&str> = root.get_subcommands().filter(has).map(|it| it.get_name()).collect();
    match commands.is_empty() {
        true => texts::UnknownOption { option }.in_lang(lang),
        false => texts::OptionElsewhere { option, commands: commands.join(", ") }.in_lang(lang),
    }
}
