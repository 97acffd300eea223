//! `verify`: the engine against queueing theory and an independent program.

use super::failure::Failure;
use super::output::{Output, tell};
use super::progress;
use super::value::{seed, threads};
use crate::report::compose::brief;
use crate::report::compose::verify::{verification, verify_csv};
use crate::report::{Dialect, Locale, Sentence, texts};
use crate::scenario::Lang;
use crate::verify::{Depth, Options, Verdict, unknown_names, verify};
use clap::Args;
use std::path::PathBuf;

/// What `verify` is told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Folder for the files
    #[arg(long, value_name = "DIR", default_value = "output/verify")]
    out: PathBuf,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = threads)]
    threads: usize,
    /// Where all chance begins; with others than this a number of the three thousand may differ by chance
    #[arg(long, value_name = "N", default_value_t = 20_260_126, value_parser = seed)]
    seed: u64,
    /// So many customers that every mean is known to half a per cent, queues near saturation included
    #[arg(long)]
    full: bool,
    /// Only what begins so in the first column of verify.csv, such as desk-s3 (repeatable)
    #[arg(long, value_name = "NAME")]
    case: Vec<String>,
    /// Language of results and messages
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

/// Runs every case, leaves its files, and fails when a number does.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lang = arguments.lang.unwrap_or_default();
    let options = Options {
        seed: arguments.seed,
        threads: arguments.threads,
        depth: match arguments.full {
            true => Depth::Full,
            false => Depth::Usual,
        },
        only: arguments.case.clone(),
        fault: None,
    };
    let unknown = unknown_names(&arguments.case);
    if !unknown.is_empty() {
        return Err(Failure::Input(no_such(&unknown, lang)));
    }
    let output = Output { folder: arguments.out.clone(), threads: arguments.threads };
    output.probe(lang)?;
    let stop = progress::listen_to_stop(lang);
    let bar = progress::bar(1_000, lang, arguments.quiet);
    let hear = |done: f64| bar.set_position((1_000.0 * done) as u64);
    let rows = verify(&options, &hear, stop);
    bar.finish_and_clear();
    let rows = rows.ok_or(Failure::Stopped(lang))?;

    let document = verification(&rows, options.seed, Locale::new(lang, "RUB"));
    let tables = [("verify.csv", verify_csv(&rows, Dialect::Plain))];
    let written = output.write(&document, &tables, |_| None);
    tell(&brief(&document), written, arguments.quiet)?;
    match rows.iter().filter(|it| it.verdict == Verdict::Fail).count() {
        0 => Ok(()),
        count => Err(Failure::Work(texts::VerificationFailed { count }.in_lang(lang))),
    }
}

/// Every name that nothing is called by.
fn no_such(names: &[String], lang: Lang) -> String {
    let names: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
    texts::NoSuchCase { names: names.join(", ") }.in_lang(lang)
}
