//! `init`: a commented scenario to start from.

use super::failure::Failure;
use super::{embedded, language, terminal};
use crate::report::{Batch, Sentence, texts};
use crate::scenario::{Lang, Template, template};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// What `init` is told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The file to write; one that exists is left as it is
    #[arg(value_name = "PATH", default_value = "scenario.toml")]
    path: PathBuf,
    /// The department to start from; the comments of pass24 are in Russian
    #[arg(long, value_name = "NAME", default_value = "help-desk")]
    template: Wanted,
    /// Language, currency and holidays of the file, and language of messages
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
}

/// A department to start from.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Wanted {
    HelpDesk,
    CallCentre,
    FieldService,
    ThreeLines,
    TwoShifts,
    Pass24,
}

impl Wanted {
    /// The text of the file.
    fn text(self, lang: Lang) -> String {
        match self {
            Self::HelpDesk => template(Template::HelpDesk, lang),
            Self::CallCentre => template(Template::CallCentre, lang),
            Self::FieldService => template(Template::FieldService, lang),
            Self::ThreeLines => template(Template::ThreeLines, lang),
            Self::TwoShifts => template(Template::TwoShifts, lang),
            Self::Pass24 => {
                let language = |it| format!("\nlanguage = \"{it}\"");
                let text = embedded::text("scenarios/pass24.toml");
                text.replace(&language("ru"), &language(lang.code()))
            }
        }
    }
}

/// Writes the file, and says what to do with it.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lang = arguments.lang.unwrap_or_else(language::of_locale);
    let path = &arguments.path;
    let shown = path.display().to_string();
    if path.exists() {
        return Err(Failure::Work(texts::ExistsAlready { path: shown }.in_lang(lang)));
    }
    let failed = |error| Failure::File(error, lang);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut batch = Batch::new(folder);
    let name = path.file_name().map_or(path.as_path(), Path::new);
    batch.add(name, arguments.template.text(lang).as_bytes()).map_err(failed)?;
    batch.commit().map_err(failed)?;
    terminal::print(&(texts::ScenarioWritten { path: shown }.in_lang(lang) + "\n"), lang)
}
