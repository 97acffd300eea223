//! Collect: the parts of one study, each once; whatever is wrong with them, all at once.

use super::flaw::Flaw;
use super::identity::Identity;
use super::read::Part;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A file and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Defect {
    /// The file.
    pub(crate) path: PathBuf,
    /// What is wrong.
    pub(crate) flaw: Flaw,
}

/// What was found in some files.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    /// Parts of one study, in order.
    pub(crate) parts: Vec<Part>,
    /// Files that cannot be used.
    pub(crate) defects: Vec<Defect>,
    /// Numbers of shards that no good file holds.
    pub(crate) missing: Vec<u64>,
}

impl Collected {
    /// Whether the study is complete.
    pub(crate) fn is_whole(&self) -> bool {
        self.defects.is_empty() && self.missing.is_empty() && !self.parts.is_empty()
    }
}

/// Looks at files in any order. Which study they belong to is what the first good one says, unless it
/// is known.
pub(crate) fn collect(paths: &[PathBuf], wanted: Option<&Identity>) -> Collected {
    let looked: Vec<_> = paths.par_iter().map(|it| Part::open(it)).collect();
    let mut found = Collected::default();
    let first = looked.iter().flatten().next().cloned();
    let mut parts: BTreeMap<u64, Part> = BTreeMap::new();
    for (path, part) in paths.iter().zip(looked) {
        let flaw = part.and_then(|part| {
            let first = first.as_ref().unwrap_or(&part);
            agree(&part, wanted.unwrap_or(&first.identity), first.shard.of)?;
            match parts.get(&part.shard.number) {
                Some(other) => Err(Flaw::Doubled(other.path.clone())),
                None => {
                    parts.insert(part.shard.number, part);
                    Ok(())
                }
            }
        });
        if let Err(flaw) = flaw {
            found.defects.push(Defect { path: path.clone(), flaw });
        }
    }
    let of = first.map_or(0, |it| it.shard.of);
    found.missing = (1..=of).filter(|it| !parts.contains_key(it)).collect();
    found.parts = parts.into_values().collect();
    found
}

fn agree(part: &Part, wanted: &Identity, of: u64) -> Result<(), Flaw> {
    let own = &part.identity;
    if own.version != wanted.version {
        return Err(Flaw::OtherVersion(own.version.clone()));
    }
    if own.scenario != wanted.scenario {
        return Err(Flaw::OtherScenario);
    }
    if own.seed != wanted.seed {
        return Err(Flaw::OtherSeed(own.seed));
    }
    if own.command != wanted.command {
        return Err(Flaw::OtherCommand(own.command.clone()));
    }
    if own.total != wanted.total || part.shard.of != of {
        return Err(Flaw::OtherCut(part.shard.of));
    }
    Ok(())
}
