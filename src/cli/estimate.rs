//! What a command would take, said before it is begun: hours and memory.

use super::failure::Failure;
use crate::plan::load::run_size::Volume;
use crate::report::{Locale, Noun, counted, texts};

/// Longer than this is not begun unless the user insists.
const LONGEST_HOURS: f64 = 12.0;
/// Items of one replication that can be told apart.
const MOST_ITEMS: f64 = 2e9;
/// Memory where the system does not say how much is free.
const USUAL_BYTES: f64 = 8e9;
/// Bytes of a gigabyte.
const GIGABYTE: f64 = 1e9;

/// What is to be simulated.
pub(crate) struct Work {
    /// Scenarios that are simulated side by side.
    pub(crate) volumes: Vec<Volume>,
    /// Replications of each.
    pub(crate) replications: u64,
    /// Threads; 0: one for each processor.
    pub(crate) threads: usize,
    /// The user knows how long it takes.
    pub(crate) yes: bool,
}

impl Work {
    /// Refuses what would take too long or too much, with an estimate and what to do instead.
    pub(crate) fn check(&self, locale: Locale) -> Result<(), Failure> {
        self.check_against(locale, memory_free())
    }

    fn check_against(&self, locale: Locale, free: f64) -> Result<(), Failure> {
        let items = self.volumes.iter().map(|it| it.items).fold(0.0, f64::max);
        let items = locale.number(items, 0);
        let countable = |it: &Volume| it.items <= MOST_ITEMS;
        if !self.volumes.iter().all(countable) {
            let limit = locale.number(MOST_ITEMS, 0);
            return Err(Failure::Input(locale.say(texts::TooMany { items, limit })));
        }
        if self.yes {
            return Ok(());
        }
        // Each thread keeps the work of every scenario for the next replication.
        let sum = |of: fn(Volume) -> f64| self.volumes.iter().map(|it| of(*it)).sum::<f64>();
        let threads = self.threads() as f64;
        let bytes = sum(Volume::bytes) * threads;
        if bytes > free {
            let gigabytes = |it: f64| locale.number(it / GIGABYTE, u8::from(it < 1e10).into());
            let open = self.volumes.iter().map(|it| it.open).fold(0.0, f64::max);
            let (need, free) = (gigabytes(bytes), gigabytes(free));
            let too_large = texts::TooLarge { need, free, open: locale.number(open, 0) };
            return Err(Failure::Input(locale.say(too_large)));
        }
        let hours = sum(Volume::seconds) * self.replications as f64 / threads / 3_600.0;
        if hours > LONGEST_HOURS {
            let replications = self.replications as f64 * self.volumes.len() as f64;
            let replications = counted(replications, Noun::REPLICATION, locale);
            let (time, limit) = (time(hours, locale), time(LONGEST_HOURS, locale));
            let too_long = texts::TooLong { time, replications, items, limit };
            return Err(Failure::Input(locale.say(too_long)));
        }
        Ok(())
    }

    fn threads(&self) -> usize {
        let threads = match self.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            wanted => wanted,
        };
        threads.min(self.replications.try_into().unwrap_or(usize::MAX))
    }
}

/// Hours, days or years.
fn time(hours: f64, locale: Locale) -> String {
    match hours {
        it if it < 72.0 => counted(it.round(), Noun::HOUR, locale),
        it if it < 24.0 * 730.0 => counted((it / 24.0).round(), Noun::DAY, locale),
        it => counted((it / 8_766.0).round(), Noun::YEAR, locale),
    }
}

/// Bytes that may be taken without harm, where the system says so.
fn memory_free() -> f64 {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = text.lines().find_map(|it| it.strip_prefix("MemAvailable:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or(USUAL_BYTES, |it| it * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    const DESK: Volume = Volume { items: 40_000.0, open: 100.0, people: 20.0, days: 1_200.0 };

    fn refused(volume: Volume, replications: u64, yes: bool, free: f64) -> Option<String> {
        let work = Work { volumes: vec![volume; 3], replications, threads: 2, yes };
        let found = work.check_against(Locale::new(Lang::En, "RUB"), free);
        found.err().map(|it| it.words())
    }

    #[test]
    fn what_takes_minutes_is_begun() {
        assert_eq!(refused(DESK, 10_000, false, 4e9), None);
    }

    #[test]
    fn every_shipped_scenario_is_begun() {
        for name in super::super::embedded::names() {
            let study = super::super::embedded::load(name, &[], None);
            let study = study.unwrap_or_else(|it| panic!("{name}: {}", it.words()));
            let study = study.unwrap_or_else(|it| panic!("{it}"));
            let volumes = study.policies.iter().map(|it| Volume::of(&it.scenario));
            let work = Work {
                volumes: volumes.collect(),
                replications: study.baseline().scenario.replications as u64,
                threads: 8,
                yes: false,
            };
            let refused = work.check_against(Locale::new(Lang::En, "RUB"), 4e9);
            let refused = refused.err().map(|it| it.words());
            assert_eq!(refused, None, "{name}");
        }
    }

    #[test]
    fn what_takes_days_is_refused_with_an_estimate_unless_the_user_insists() {
        // 3 × 10 million × (40 000 × 250 ns + 24 000 × 100 ns) ÷ 2 threads: 52 hours.
        let said = refused(DESK, 10_000_000, false, 4e9).unwrap_or_default();
        assert!(said.starts_with("this would take about 52"), "{said}");
        assert!(said.contains("--yes") && said.contains("30,000,000"), "{said}");
        assert_eq!(refused(DESK, 10_000_000, true, 4e9), None);
    }

    #[test]
    fn a_pile_that_does_not_fit_into_memory_is_refused() {
        let flood = Volume { items: 1e9, open: 9e8, ..DESK };
        let said = refused(flood, 1, false, 4e9).unwrap_or_default();
        assert!(said.contains("about 540 GB of memory, and there are 4.0"), "{said}");
        assert!(said.contains("900,000,000 items"), "{said}");
        assert_eq!(refused(flood, 1, true, 4e9), None);
    }

    #[test]
    fn more_than_can_be_counted_is_always_refused() {
        for items in [3e9, 1e308, f64::INFINITY, f64::NAN] {
            let flood = Volume { items, ..DESK };
            assert!(refused(flood, 1, true, 4e9).is_some(), "{items}");
        }
    }
}
