//! `fit`: a help desk's export becomes a measured scenario.

use super::failure::Failure;
use super::output::{Output, tell};
use super::today::today;
use super::{embedded, terminal};
use crate::fit::{self, Desk, Fitted, Period, Request};
use crate::plan::answer::expected_replications;
use crate::plan::load::run_size::Volume;
use crate::report::compose::fit::{
    Unfit, alone, backtest_csv, fit_csv, fitted, in_full, onto, words,
};
use crate::report::compose::plan::about;
use crate::report::{Block, Dialect, Locale, Sentence, Word, texts};
use crate::scenario::{Lang, Problems, Study, load_text};
use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Component, Path, PathBuf};
use toml::{Table, Value};

/// What `fit` is told.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Exports of one desk: CSV, XLSX or HTML tables
    #[arg(value_name = "EXPORT", required = true)]
    files: Vec<PathBuf>,
    /// Scenario that the result extends; without it the result stands alone
    #[arg(long, value_name = "SCENARIO")]
    onto: Option<PathBuf>,
    /// Which column is what, such as created="Opened at" (repeatable)
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
    map: Vec<(String, String)>,
    /// Which stream a class is, such as Incident=ticket.standard (repeatable)
    #[arg(long, value_name = "VALUE=STREAM", value_parser = pair)]
    class: Vec<(String, String)>,
    /// Only rows with this value, such as Project=Support (repeatable)
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = pair)]
    only: Vec<(String, String)>,
    /// First day that counts
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Last day that counts
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// The stamps are UTC; the desk works in this zone, such as Europe/Moscow
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<TimeZone>,
    /// Only measure: no effort inferred from waits, no back-test
    #[arg(long)]
    measure_only: bool,
    /// Name of the scenario [default: the name of the first file]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Language of results and messages
    #[arg(long, value_name = "LANG")]
    lang: Option<Lang>,
    /// Folder for the files [default: output/<name>]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Format of CSV files; excel-ru: semicolon, decimal comma, byte order mark
    #[arg(long, value_name = "FORMAT", default_value = "plain")]
    csv: Dialect,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

/// Measures the export and writes the scenario, the numbers and the report: all or nothing.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lang = arguments.lang.unwrap_or_default();
    let request = Request {
        files: arguments.files.clone(),
        map: arguments.map.clone(),
        classes: arguments.class.clone(),
        only: arguments.only.clone(),
        since: arguments.since,
        until: arguments.until,
        zone: arguments.zone.clone(),
        today: Some(today()),
    };
    let desk = |fitted: &Fitted, period| {
        let text = alone(fitted, "desk", period, Locale::new(lang, "RUB"));
        let study = load_text("desk.toml", &text, None, &[], None).ok()?;
        study.policies.into_iter().next().map(|it| it.scenario)
    };
    let desk = (!arguments.measure_only).then_some(&desk as &Desk<'_>);
    let measured = fit::fit(&request, desk).map_err(|it| Failure::Input(words(&it, lang)))?;
    let locale = Locale::new(lang, "RUB");
    let stem = arguments.files[0]
        .file_stem()
        .map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let name = arguments.name.clone().unwrap_or(stem);
    let folder = arguments.out.clone().unwrap_or_else(|| Path::new("output").join(&name));
    let ((text, others), study) = scenario(arguments, &measured, &name, &folder, locale)?;
    let file = format!("{name}.toml");
    let mut tables =
        vec![(file.as_str(), text.into_bytes()), ("fit.csv", fit_csv(&measured, arguments.csv))];
    tables.extend(
        measured.backtest.iter().map(|it| ("backtest.csv", backtest_csv(it, arguments.csv))),
    );
    tables.extend(others.iter().map(|it| (it.0.as_str(), it.1.clone().into_bytes())));
    let output = Output { folder, threads: 0 };
    let written = output.write(&in_full(&measured, locale), &tables, |_| None);
    let mut told = fitted(&measured, locale);
    told.sections[0].blocks.extend(of_plan(&study, locale).map(Block::Paragraph));
    tell(&told, written, arguments.quiet)
}

/// What a plan of the scenario takes, where that is no matter of seconds.
fn of_plan(study: &Study, locale: Locale) -> Option<String> {
    let (volume, asked) =
        (Volume::of(&study.baseline().scenario), expected_replications(study, false));
    let minutes = (volume.seconds() * asked as f64 / 60.0).round();
    let [replications, items] = [asked as f64, volume.items].map(|it| locale.number(about(it), 0));
    (minutes >= 1.0).then(|| locale.say(texts::FitPlanTakes { replications, items, minutes }))
}

/// The text of a scenario, and shipped files that it needs beside it.
type Text = (String, Vec<(String, String)>);

/// The scenario, checked as any other.
fn scenario(
    arguments: &Arguments,
    measured: &Fitted,
    name: &str,
    folder: &Path,
    locale: Locale,
) -> Result<(Text, Study), Failure> {
    let refused =
        |it: Problems| Failure::of_problems(&it, arguments.lang, terminal::is_colourful());
    let file = format!("{name}.toml");
    let Some(base) = &arguments.onto else {
        let text = alone(measured, name, Period::after(&measured.window), locale);
        let study = load_text(&file, &text, None, &[], None).map_err(refused)?;
        return Ok(((text, Vec::new()), study));
    };
    // A shipped scenario that is not there as a file is put beside the result.
    let shipped =
        embedded::find(base).filter(|_| !base.exists()).map(embedded::texts_of).unwrap_or_default();
    let temporary = tempfile::tempdir().map_err(|it| Failure::Work(it.to_string()))?;
    for (name, text) in &shipped {
        std::fs::write(temporary.path().join(name), text)
            .map_err(|it| Failure::Work(it.to_string()))?;
    }
    let place = match shipped.first() {
        Some((name, _)) => temporary.path().join(name),
        None => std::path::absolute(base).map_err(|it| Failure::Work(it.to_string()))?,
    };
    let lang = locale.lang;
    crate::scenario::load(&place, &[], arguments.lang).map_err(refused)?;
    let tables = written(&place).ok_or_else(|| {
        Failure::Input(texts::FitNoMix { scenario: base.display() }.in_lang(lang))
    })?;
    let text = |path: &str| {
        onto(measured, &tables, path, name, locale).map_err(|it| {
            Failure::Input(match it {
                Unfit::NoMix => texts::FitNoMix { scenario: base.display() }.in_lang(lang),
                Unfit::NoStream { class, streams } => {
                    texts::FitNoStream { class, streams: streams.join(", ") }.in_lang(lang)
                }
            })
        })
    };
    let written = text(&place.to_string_lossy())?;
    let study = load_text(&file, &written, Some(temporary.path()), &[], None).map_err(refused)?;
    let path = match shipped.first() {
        Some((name, _)) => name.clone(),
        None => relative(&place, &std::path::absolute(folder).unwrap_or_default()),
    };
    Ok(((text(&path)?, shipped), study))
}

/// The tables of a scenario as written, over those of the file that it extends.
fn written(path: &Path) -> Option<Table> {
    let own: Table = toml::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    let Some(base) = own.get("extend").and_then(Value::as_str) else { return Some(own) };
    let mut all = written(&path.parent()?.join(base))?;
    merge(&mut all, own);
    Some(all)
}

fn merge(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => merge(old, new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

/// The way from a folder to a file, so that both may be moved together.
fn relative(file: &Path, folder: &Path) -> String {
    let (file, folder): (Vec<Component<'_>>, Vec<_>) =
        (file.components().collect(), folder.components().collect());
    let common = file.iter().zip(&folder).take_while(|it| it.0 == it.1).count();
    let up = std::iter::repeat_n("..".to_owned(), folder.len() - common);
    let down = file[common..].iter().map(|it| it.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err(Word::FitPair.in_lang(Lang::En)),
    }
}

fn zone(text: &str) -> Result<TimeZone, String> {
    TimeZone::get(text).map_err(|it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_named_from_the_folder_of_the_result() {
        assert_eq!(
            relative(Path::new("/a/scenarios/x.toml"), Path::new("/a/output/y")),
            "../../scenarios/x.toml"
        );
        assert_eq!(relative(Path::new("/a/x.toml"), Path::new("/a")), "x.toml");
    }
}
