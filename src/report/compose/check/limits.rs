//! Limits of SLAs that never bind, and targets that no head-count can keep.

use super::{ALWAYS, Said, hours};
use crate::plan::load::out_of_reach::OutOfReach;
use crate::report::compose::phrase::{joined, quoted};
use crate::report::compose::values::supported;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};
use crate::scenario::{Compose, Inputs, Limit, LimitClock};

impl Said<'_> {
    /// Limits that another limit of the same SLA always overrules.
    pub(super) fn never_binding(&self) -> Option<Finding> {
        let always = self.it.two_limits.iter().filter(|it| it.working_later >= ALWAYS);
        let names: Vec<String> = always
            .map(|it| {
                let sla = quoted(self.sla(it.sla), self.locale.lang);
                let (working, calendar) = (self.limit(it.working), self.limit(it.calendar));
                match self.it.scenario.slas[it.sla.index()].compose {
                    Compose::Earlier => self.say(texts::CheckOverruled { sla, working, calendar }),
                    Compose::Later => {
                        self.say(texts::CheckOverruledLater { sla, working, calendar })
                    }
                }
            })
            .collect();
        (!names.is_empty())
            .then(|| supported(Tone::Caution, self.say(Word::CheckNeverBinds), &names))
    }

    /// Targets that no head-count can keep, with the best that can be had.
    pub(super) fn impossible(&self) -> Option<Finding> {
        let of = |it: &OutOfReach| {
            let sla = quoted(self.sla(it.sla), self.locale.lang);
            let (target, best) = (self.target(it), self.share_below(it.best, it.sla));
            let limit = self.say(texts::TheLimitIs { limit: self.limit(it.limit) });
            let route = self.route(it).map(|route| self.say(texts::TheRouteTakes { route }));
            let why = [Some(limit), route, self.hours_of_nobody(it), self.other_rule(it)];
            let why = why.into_iter().flatten().collect::<Vec<_>>().join("; ");
            self.say(texts::CheckOutOfReach { sla, target, best, why })
        };
        let names: Vec<String> = self.it.out_of_reach.iter().map(of).collect();
        (!names.is_empty()).then(|| supported(Tone::Bad, self.say(Word::CheckImpossible), &names))
    }

    /// The rule that a limit out of reach may have been meant for.
    fn other_rule(&self, it: &OutOfReach) -> Option<String> {
        let stream = self.it.scenario.slas[it.sla.index()].stream;
        let finished = self.it.scenario.streams[stream.index()].finish;
        let [working, calendar] = it.route.hours();
        let limit = it.limit.time.value(&Inputs::mean(self.it.scenario)) / 3_600.0;
        match it.limit.clock {
            LimitClock::Calendar if !finished && working > 0.0 && working + calendar <= limit => {
                Some(self.say(Word::FinishAdvice))
            }
            LimitClock::CalendarDays => Some(self.say(Word::BusinessDaysAdvice)),
            _ => None,
        }
    }

    /// When nobody works on what an SLA promises, although it comes or its clock runs.
    fn hours_of_nobody(&self, it: &OutOfReach) -> Option<String> {
        let stream = self.it.scenario.slas[it.sla.index()].stream;
        let mut gaps = self.it.doubts.uncovered.iter().filter(|it| it.weeks.is_none());
        let gap = gaps.find(|it| it.streams.contains(&stream))?;
        let hours = hours::in_words(&gap.hours, self.locale.lang);
        Some(self.say(texts::NobodyWorks { hours }))
    }

    pub(super) fn target(&self, it: &OutOfReach) -> String {
        self.locale.share_stated(self.it.scenario.slas[it.sla.index()].target)
    }

    /// A share that is below an SLA's target, and so in words too: 99.98 % are not "100 %".
    pub(super) fn share_below(&self, share: f64, sla: crate::ids::SlaId) -> String {
        let tenth = (share * 1_000.0).floor() / 1_000.0;
        let target = self.it.scenario.slas[sla.index()].target;
        let shown = if (share * 1_000.0).round() / 1_000.0 < target { share } else { tenth };
        self.locale.share(shown, 1)
    }

    /// What a route takes in the mean when nobody waits for anybody, each part on its own clock;
    /// `None` where that is no time at all.
    pub(super) fn route(&self, it: &OutOfReach) -> Option<String> {
        let [working, calendar] = it.route.hours();
        let day = self.it.scenario.slas[it.sla.index()].calendar;
        let day = self.it.scenario.calendars[day.index()].regular_day().hours();
        let working = (working > 0.0).then(|| match working < 2.0 * day {
            true => self.say(texts::OfWorkingTime { time: self.locale.hours(working) }),
            false => self.locale.working_time(working, day),
        });
        let calendar = (calendar > 0.0)
            .then(|| self.say(texts::OfCalendarTime { time: self.locale.calendar_time(calendar) }));
        let parts: Vec<String> = working.into_iter().chain(calendar).collect();
        (!parts.is_empty()).then(|| joined(&parts, self.locale.lang))
    }

    /// A limit as people say it.
    pub(super) fn limit(&self, limit: Limit) -> String {
        let hours = limit.time.value(&Inputs::mean(self.it.scenario)) / 3_600.0;
        match limit.clock {
            it if it.is_in_days() => counted(hours / 24.0, Noun::DAY, self.locale),
            it if it.is_of_working_time() => {
                self.say(texts::OfWork { time: self.locale.hours(hours) })
            }
            _ => self.locale.calendar_time(hours),
        }
    }
}
