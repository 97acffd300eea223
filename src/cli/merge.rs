//! `merge`: parts become what the whole run would have written.
//!
//! The command that made the parts is done once more; only its replications are read instead of simulated.

use super::failure::Failure;
use super::{language, terminal};
use crate::parts::{Collected, Defect, Flaw, Part, collect};
use crate::report::{Sentence, Word, texts};
use crate::scenario::Lang;
use clap::Args;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What is put together.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Parts, or folders with parts, in any order
    #[arg(value_name = "PART", required = true)]
    parts: Vec<PathBuf>,
    /// Print the numbers of the shards to run again, such as 3,17, and do nothing else
    #[arg(long)]
    missing: bool,
    /// Folder for the files [default: output/<scenario name>]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = super::value::threads)]
    threads: usize,
    /// Language of messages [default: that of the system]
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

/// A command to be done with the replications of parts.
pub(crate) struct Whole {
    /// Its words.
    pub(crate) words: Vec<OsString>,
    /// The parts, in order.
    pub(crate) parts: Vec<Part>,
    /// The language of complaints.
    pub(crate) lang: Lang,
}

/// Finds the command whose parts these are; `None` where only what is missing was asked for.
pub(crate) fn whole(arguments: &Arguments) -> Result<Option<Whole>, Failure> {
    let lang = arguments.lang.unwrap_or_else(language::of_locale);
    let paths = files(&arguments.parts);
    let found = collect(&paths, None);
    let Some(first) = found.parts.first() else {
        let mut words: Vec<String> =
            found.defects.iter().map(|it| defect(it, &found, lang)).collect();
        words.push(Word::PartsNone.text(lang).into());
        return Err(Failure::Input(words.join("\n")));
    };
    let mut complaints: Vec<String> =
        found.defects.iter().map(|it| defect(it, &found, lang)).collect();
    let list = found.missing.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
    if arguments.missing {
        complaints.iter().for_each(|it| terminal::complain(it));
        terminal::print(&format!("{list}\n"), lang)?;
        return Ok(None);
    }
    if !found.missing.is_empty() {
        complaints.push(texts::PartsMissing { of: first.shard.of, list }.in_lang(lang));
    }
    if !found.is_whole() {
        return Err(Failure::Input(complaints.join("\n")));
    }
    let mut words: Vec<OsString> = vec!["staffcast".into()];
    words.extend(first.identity.command.iter().map(OsString::from));
    words.extend(["--threads".into(), arguments.threads.to_string().into()]);
    if let Some(folder) = &arguments.out {
        words.extend(["--out".into(), folder.into()]);
    }
    if arguments.quiet {
        words.push("--quiet".into());
    }
    Ok(Some(Whole { words, parts: found.parts, lang }))
}

/// Every part that was named, itself or by its folder.
fn files(named: &[PathBuf]) -> Vec<PathBuf> {
    let is_part = |it: &PathBuf| {
        let name = it.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("part-") && name.ends_with(".parquet")
    };
    let mut files = Vec::new();
    for path in named {
        match std::fs::read_dir(path) {
            Ok(entries) => {
                let mut own: Vec<PathBuf> =
                    entries.flatten().map(|it| it.path()).filter(is_part).collect();
                own.sort();
                files.extend(own);
            }
            Err(_) => files.push(path.clone()),
        }
    }
    files
}

/// What is wrong with a file.
fn defect(defect: &Defect, found: &Collected, lang: Lang) -> String {
    let reason = match (&defect.flaw, found.parts.first()) {
        (Flaw::Unreadable(error), _) => texts::PartUnreadable { error }.in_lang(lang),
        (Flaw::Truncated, _) => Word::PartTruncated.text(lang).into(),
        (Flaw::Corrupted, _) => Word::PartCorrupted.text(lang).into(),
        (Flaw::OtherScenario, _) => Word::PartOtherScenario.text(lang).into(),
        (Flaw::OtherSeed(seed), Some(first)) => {
            texts::PartOtherSeed { seed, wanted: first.identity.seed }.in_lang(lang)
        }
        (Flaw::OtherVersion(version), Some(first)) => {
            texts::PartOtherVersion { version, wanted: &first.identity.version }.in_lang(lang)
        }
        (Flaw::OtherCommand(command), Some(first)) => {
            let (command, wanted) = (command.join(" "), first.identity.command.join(" "));
            texts::PartOtherCommand { command, wanted }.in_lang(lang)
        }
        (Flaw::OtherCut(of), Some(first)) => {
            texts::PartOtherCut { of, wanted: first.shard.of }.in_lang(lang)
        }
        (Flaw::Doubled(other), _) => texts::PartDoubled { other: name(other) }.in_lang(lang),
        (Flaw::NoPart, _) | (_, None) => Word::PartNone.text(lang).into(),
    };
    texts::PartFlaw { path: name(&defect.path), reason }.in_lang(lang)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
