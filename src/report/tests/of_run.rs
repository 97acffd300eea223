//! What a run says, against its CSV files.

use super::numbers::first;
use super::run_numbers::{CLOSE, Run, unless};
use super::told::Told;
use crate::report::compose::run_tables::{self, BUSY};
use crate::report::texts::heard::Heard;

/// What a run says and its CSV files do not.
pub(super) fn wrong(told: &Told) -> Vec<String> {
    let run = Run::of(told);
    let said = told.said();
    let wrong = said.iter().filter_map(|it| {
        let why = run.why_not(it)?;
        Some(format!("{}: {}\n    {why}", it.name, it.text))
    });
    wrong.chain(run.wrong_spans(&said)).collect()
}

impl Run<'_> {
    /// Why a sentence does not follow from the files.
    fn why_not(&self, it: &Heard) -> Option<String> {
        let place = |name: &str| it.place(name);
        let others = || self.policies().into_iter().skip(1);
        match it.name {
            "MoreWorkThanPeople" => {
                let roles = self.roles().into_iter();
                let over = roles.filter(|it| self.overloaded(it).contains(&true));
                let over: Vec<&str> = over.collect();
                let named = self.roles().into_iter().filter(|it| place("roles").contains(it));
                let strange: Vec<&str> = named.filter(|it| !over.contains(it)).collect();
                unless(strange.is_empty() && !over.is_empty(), || format!("{strange:?} {over:?}"))
            }
            "EnoughPeople" => {
                let roles = self.roles().into_iter();
                let over: Vec<&str> =
                    roles.filter(|it| self.overloaded(it).contains(&true)).collect();
                let greatest = self.utilisations().iter().fold(0.0, |most, it| it.1.max(most));
                unless(over.is_empty(), || format!("{over:?} are overloaded"))
                    .or_else(|| self.is(place("share"), greatest))
            }
            "EnoughButFor" => {
                let roles = self.roles().into_iter();
                let count = |it: &str| self.overloaded(it).iter().filter(|it| **it).count();
                let most = roles.map(count).max().unwrap_or(0);
                unless(most > 0 && 10 * most < self.months.len(), || format!("in {most} months"))
            }
            "PeopleNeeded" => {
                let of = |role: &&str| {
                    let needed = self.ends(&self.monthly(self.baseline(), "offered_load", role));
                    self.is(place("now"), needed[0]).or_else(|| self.is(place("then"), needed[1]))
                };
                let all: Vec<Option<String>> = self.roles().iter().map(of).collect();
                unless(all.contains(&None), || format!("{all:?}"))
            }
            "DriverMoves" => {
                let months = self.monthly(self.baseline(), "clients", "all");
                self.is(place("from"), months[0])
                    .or_else(|| self.is(place("to"), *months.last()?))
                    .or_else(|| self.is(place("months"), self.months.len() as f64))
            }
            "TargetsAll" | "TargetsNone" | "TargetsSome" => {
                let mut counts = [0; 3];
                for (sla, target) in self.slas() {
                    let known: Vec<bool> =
                        self.reached(sla, target).into_iter().flatten().collect();
                    match (known.contains(&true), known.contains(&false)) {
                        (true, false) => counts[0] += 1,
                        (true, true) => counts[1] += 1,
                        (false, true) => counts[2] += 1,
                        (false, false) => {}
                    }
                }
                let all: i32 = counts.iter().sum();
                let said = match it.name {
                    "TargetsAll" => [all, 0, 0],
                    "TargetsNone" => [0, 0, all],
                    _ => {
                        ["always", "partly", "never"].map(|it| place(it).parse().expect("a count"))
                    }
                };
                unless(said == counts && all > 0, || format!("{counts:?}"))
                    .or_else(|| self.is(place("all"), all as f64))
            }
            "ShareOfTarget" => {
                let (share, target) = (
                    first(place("share"), self.told.lang)?,
                    first(place("target"), self.told.lang)?,
                );
                unless(share.value < target.value, || "which is not below it".into())
            }
            "FewestBreaches" | "FewerBreaches" => {
                let policy = self.policy(place("policy"));
                let least = others().map(|it| self.breaches(it)).fold(f64::INFINITY, f64::min);
                let is_least = self.breaches(policy) <= least + CLOSE;
                unless(self.breaches(policy) < self.breaches(self.baseline()), || {
                    "not fewer".into()
                })
                .or_else(|| {
                    unless(is_least == (it.name == "FewestBreaches"), || format!("least: {least}"))
                })
                .or_else(|| self.is(place("breaches"), self.breaches(policy)))
                .or_else(|| self.is(place("before"), self.breaches(self.baseline())))
            }
            "NothingHelps" => {
                let better: Vec<&str> = others().filter(|it| self.is_fewer(it)).collect();
                unless(better.is_empty() && !self.slas().is_empty(), || format!("{better:?}"))
            }
            "TargetsMetInstead" => {
                let mets: Vec<f64> = self.policies().iter().map(|it| self.met(it) as f64).collect();
                self.are_among(place("met"), &mets)
                    .or_else(|| self.is(place("before"), self.met(self.baseline()) as f64))
            }
            "CostMore" | "CostLess" | "CostSame" => {
                let costs: Vec<f64> = others().map(|it| self.cost_a_month(it)).collect();
                self.are_among(place("cost"), &costs)
            }
            "NoDifference" => {
                let same: Vec<&str> = others().filter(|it| !self.is_certain(it)).collect();
                unless(!self.slas().is_empty(), || "there is no SLA".into())
                    .or_else(|| self.is(place("count"), same.len() as f64))
                    .or_else(|| self.is(place("all"), others().count() as f64))
            }
            "NoneOfThemHires" | "NeverHires" => {
                let people = |policy: &str| -> Vec<f64> {
                    let roles = self.roles().into_iter();
                    roles.flat_map(|it| self.monthly(policy, "headcount", it)).collect()
                };
                let now = people(self.baseline());
                let named =
                    |policy: &&str| it.name == "NeverHires" && place("policies").contains(*policy);
                let strange: Vec<&str> =
                    others().filter(named).filter(|it| people(it) != now).collect();
                unless(strange.is_empty(), || format!("{strange:?} have other people"))
            }
            "CautionLoad" => {
                let worst = self.roles().into_iter().map(|role| {
                    let ratios = self.ratios(role).into_iter();
                    ratios.filter(|it| !it.is_nan()).fold(0.0, f64::max)
                });
                let worst: Vec<f64> = worst.filter(|it| *it > 1.0).collect();
                let without_names =
                    place("roles").replace("r0", "").replace("r1", "").replace("r2", "");
                self.are_among(&without_names, &worst).or_else(|| {
                    unless(
                        !place("roles").contains("— —") && !place("roles").ends_with('—'),
                        || "up to a dash".into(),
                    )
                })
            }
            "CautionFew" => {
                self.is(place("done"), self.told.study.baseline().scenario.replications as f64)
            }
            "PeopleTitle" => {
                let of = |role: &&str| {
                    let months = |measure| self.ends(&self.monthly(self.baseline(), measure, role));
                    let (needed, there) = (months("offered_load"), months("headcount"));
                    self.is(place("now"), needed[0])
                        .or_else(|| self.is(place("then"), needed[1]))
                        .or_else(|| self.is(place("there"), there[0]))
                };
                let all: Vec<Option<String>> = self.roles().iter().map(of).collect();
                unless(all.contains(&None), || format!("{all:?}"))
            }
            "LoadTitle" | "LoadTitleCalm" => {
                let last = |role: &&str| *self.ratios(role).last().expect("there are months");
                let above = self.roles().iter().filter(|it| last(it) > 1.0 + CLOSE).count();
                let said = if it.name == "LoadTitle" { place("count") } else { "0" };
                self.is(said, above as f64)
                    .or_else(|| unless(!place("share").contains('—'), || "a dash".into()))
            }
            "SlaTitle" | "SlaTitleBest" => {
                let mets: Vec<f64> = (0..=self.met(self.baseline())).map(|it| it as f64).collect();
                self.are_among(place("met"), &mets)
            }
            "UtilisationTitle" | "UtilisationTitleCalm" => {
                let busy = self.utilisations().iter().filter(|it| it.1 >= BUSY).count();
                let said = if it.name == "UtilisationTitle" { place("count") } else { "0" };
                let greatest = self.utilisations().iter().fold(0.0, |most, it| it.1.max(most));
                let share = first(place("share"), self.told.lang)?;
                self.is(said, busy as f64).or_else(|| self.is(place("share"), greatest)).or_else(
                    || {
                        unless((share.value >= BUSY) == (busy > 0), || {
                            "on the other side of the limit".into()
                        })
                    },
                )
            }
            "HeatTitle" | "HeatTitleCalm" => {
                let busy = |role: &&str| {
                    let months = self.monthly(self.baseline(), "utilisation", role);
                    months.into_iter().filter(|it| *it >= BUSY).count()
                };
                let most = self.roles().iter().map(busy).max().unwrap_or(0);
                let said = if it.name == "HeatTitle" { place("count") } else { "0" };
                self.is(said, most as f64)
            }
            "HeadcountTitle" => {
                let policy = self.policy(place("policy"));
                let most = self.policies().into_iter().map(|it| self.people_in_the_end(it));
                self.is(place("people"), self.people_in_the_end(policy))
                    .or_else(|| self.is(place("people"), most.fold(0.0, f64::max)))
                    .or_else(|| self.is(place("now"), self.people_in_the_end(self.baseline())))
            }
            "HeadcountTitleOne" => {
                let mine = self.people_in_the_end(self.baseline());
                let is_alone = others().next().is_none();
                self.is(place("people"), mine)
                    .or_else(|| unless(is_alone, || "there are other policies".into()))
            }
            "HeadcountTitleSame" | "HeadcountTitleNoMore" => {
                let people = |policy: &str| -> f64 {
                    self.roles().iter().flat_map(|it| self.monthly(policy, "headcount", it)).sum()
                };
                let now = people(self.baseline());
                let same =
                    others().all(|it| (people(it) - now).abs() <= 0.25 * self.months.len() as f64);
                let ends = others().map(|it| self.people_in_the_end(it)).fold(0.0, f64::max);
                let mine = self.people_in_the_end(self.baseline());
                self.is(place("people"), mine).or_else(|| match it.name {
                    "HeadcountTitleSame" => unless(same, || "they differ".into()),
                    _ => unless(ends <= mine + 0.25, || format!("{ends} are more")),
                })
            }
            "CautionWide" => {
                let half = |measure: &str, limit: f64| -> Vec<f64> {
                    let row = [("policy", self.baseline()), ("measure", measure)];
                    let of = |column| self.told.numbers("summary.csv", &row, column).into_iter();
                    let halves =
                        of("ci_high").zip(of("ci_low")).map(|(high, low)| (high - low) / 2.0);
                    halves.filter(|it| *it > limit - CLOSE).collect()
                };
                let probabilities =
                    ["sla.months_met", "sla.all_met", "sla.quarters_met", "sla.years_met"];
                let wide: Vec<f64> = half("sla.met", 0.02)
                    .into_iter()
                    .chain(probabilities.iter().flat_map(|it| half(it, 0.1)))
                    .collect();
                let most = wide.iter().copied().fold(0.0, f64::max);
                self.is(place("half"), most * 100.0)
            }
            "CautionAssumed" => {
                let assumed = run_tables::assumed(&self.told.study.baseline().scenario.sources);
                self.is(place("count"), assumed.count() as f64)
            }
            "BacklogTitle" | "BacklogTitleOne" => {
                let streams = self.told.study.baseline().scenario.streams.iter();
                let open = streams.map(|it| self.total(self.baseline(), "backlog", &it.key));
                let most = open.filter(|it| it.is_finite()).fold(0.0, f64::max);
                self.is(place("count"), most)
            }
            _ => None,
        }
    }

    /// Sentences such as `«SLA» — until 1 May` that the months do not bear out.
    fn wrong_spans(&self, said: &[&Heard]) -> Vec<String> {
        let scenario = &self.told.study.baseline().scenario;
        let dates = scenario.timeline.first_days();
        let locale = self.told.document.locale;
        let spans = said.iter().filter(|it| ["UntilDate", "SinceDate"].contains(&it.name));
        let text: Vec<&str> = self.told.answers_and_details();
        let mut wrong = Vec::new();
        for it in spans {
            let turn = dates.iter().position(|day| locale.date(*day) == it.place("date"));
            let Some(turn) = turn else {
                wrong.push(format!("{}: no month begins then", it.text));
                continue;
            };
            for (sla, target) in self.slas() {
                let start = format!("{}{}{} — {}", '“', sla, '”', it.text);
                let russian = format!("«{sla}» — {}", it.text);
                let Some(piece) = text.iter().find_map(|text| {
                    let at = text.find(&start).or_else(|| text.find(&russian))?;
                    Some(&text[at..])
                }) else {
                    continue;
                };
                let before = it.name == "UntilDate";
                let reached = self.reached(sla, target).into_iter().enumerate();
                let misses = reached.filter(|(month, held)| {
                    held.is_some_and(|held| held != (before == (*month < turn)))
                });
                let misses = misses.count();
                let next = piece.split(['.', ';']).next().unwrap_or_default();
                let excepted =
                    self.told.heard.iter().any(|it| it.name == "ButFor" && next.contains(&it.text));
                if misses > 0 && !excepted {
                    wrong.push(format!("{sla} — {}: {misses} months are otherwise", it.text));
                }
            }
        }
        wrong
    }
}
