//! `init`: a commented scenario to start from.

use super::failure::Failure;
use super::{embedded, terminal};
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
    /// The department to start from
    #[arg(long, value_name = "NAME", default_value = "help-desk")]
    template: Wanted,
    /// Language, currency and holidays of the file, and language of messages
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
}

/// A department to start from.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Wanted {
    /// Tickets of two urgencies, answers of the client, a team meeting
    HelpDesk,
    /// Calls of people who hang up and call again, e-mails between them
    CallCentre,
    /// Visits by appointment, parts, emergencies, planned maintenance
    FieldService,
    /// Tickets that go from line to line until they are solved
    ThreeLines,
    /// The PASS24 department with every key in use; its comments are in Russian
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
            Self::Pass24 => {
                let language = |it| format!("\nlanguage = \"{it}\"");
                let own = lang.pick(["ru", "en"]);
                embedded::text("scenarios/pass24.toml").replace(&language("ru"), &language(own))
            }
        }
    }
}

/// Writes the file, and says what to do with it.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lang = arguments.lang.unwrap_or_default();
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
