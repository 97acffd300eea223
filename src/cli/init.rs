//! `init`: a commented scenario to start from.

use super::failure::Failure;
use super::terminal;
use crate::report::{Batch, Sentence, texts};
use crate::scenario::{Lang, template};
use clap::Args;
use std::path::{Path, PathBuf};

/// What `init` is told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The file to write; one that exists is left as it is
    #[arg(value_name = "PATH", default_value = "scenario.toml")]
    path: PathBuf,
    /// Language of messages
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
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
    batch.add(name, template().as_bytes()).map_err(failed)?;
    batch.commit().map_err(failed)?;
    terminal::print(&(texts::ScenarioWritten { path: shown }.in_lang(lang) + "\n"), lang)
}
