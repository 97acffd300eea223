//! Shards on the command line: which piece of a study to run, and what a part says it belongs to.

use super::failure::Failure;
use super::options::Scenario;
use super::value::Wrong;
use crate::parts::{Identity, Part, Shard};
use crate::report::{Locale, Word, texts};
use crate::scenario::Study;
use clap::Args;
use std::ffi::OsString;
use std::path::PathBuf;

/// Options that do not change a number, with their values and without: no part of what was asked.
const OF_THE_MACHINE: (&[&str], &[&str]) =
    (&["--out", "--threads", "--shard"], &["--quiet", "--yes", "--keep-replications"]);

/// Which piece of the work.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Cut {
    /// Do only this piece of the work and leave it as one part file, without a report; see merge
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(crate) shard: Option<Shard>,
}

fn shard(text: &str) -> Result<Shard, Wrong> {
    Shard::read(text).ok_or_else(|| Wrong::expected(&Word::ShardExpected))
}

/// How a command was called.
#[derive(Default)]
pub(crate) struct Call {
    /// The words that change the answer.
    words: Vec<String>,
    /// Where its replications are, when they have been simulated.
    parts: Option<Vec<Part>>,
}

impl Call {
    /// By these words, of which the first is the program.
    pub(crate) fn of(words: &[OsString]) -> Self {
        let mut own = Vec::new();
        let mut words = words.iter().skip(1).map(|it| it.to_string_lossy().into_owned());
        while let Some(word) = words.next() {
            let (name, value) =
                word.split_once('=').map_or((&*word, None), |it| (it.0, Some(it.1)));
            if OF_THE_MACHINE.0.contains(&name) {
                if value.is_none() {
                    words.next();
                }
            } else if !OF_THE_MACHINE.1.contains(&name) {
                own.push(word);
            }
        }
        Self { words: own, parts: None }
    }

    /// The words that change the answer.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// The same call, for a study whose replications are in these parts.
    pub(crate) fn with_parts(self, parts: Vec<Part>) -> Self {
        Self { parts: Some(parts), ..self }
    }

    /// What the parts of this call have in common.
    pub(crate) fn identity(&self, study: &Study, seed: u64, total: u64) -> Identity {
        Identity::new(&self.words, &study.files, seed, total)
    }

    /// The files of the replications that were simulated elsewhere, if they were: of this very study.
    pub(crate) fn replay(
        &self,
        identity: &Identity,
        scenario: &Scenario,
        locale: Locale,
    ) -> Result<Option<Vec<PathBuf>>, Failure> {
        let Some(parts) = &self.parts else {
            return Ok(None);
        };
        let theirs = parts.iter().map(|it| &it.identity).find(|it| *it != identity);
        let Some(theirs) = theirs else {
            return Ok(Some(parts.iter().map(|it| it.path.clone()).collect()));
        };
        Err(Failure::Input(match theirs.version == identity.version {
            true => locale.say(texts::PartsScenarioChanged { scenario: scenario.path().display() }),
            false => {
                locale.say(texts::PartsVersion { version: &theirs.version, own: &identity.version })
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_machine_is_no_part_of_the_question() {
        let words =
            "staffcast run a.toml --shard 3/4 --seed 7 --out=x --quiet --threads 2 --set a=--out";
        let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        assert_eq!(Call::of(&words).words, ["run", "a.toml", "--seed", "7", "--set", "a=--out"]);
    }
}
