//! The answer in sentences: who is hired and when, how sure, what it costs to wait.

use super::Planned;
use super::readings::{claims, readings};
use super::required::required;
use crate::plan::report_data::{GoalFacts, MadeMove, PlannedHire};
use crate::report::compose::findings::breaches_format;
use crate::report::compose::phrase::{capital, joined, quoted};
use crate::report::compose::values;
use crate::report::compose::values::{finding, hired, probability};
use crate::report::{Finding, Noun, Tone, Word, counted, texts};
use crate::scenario::{Sla, Step};

/// What no plan changes: promises beyond every head-count, and claims of the document.
pub(crate) fn beside(planned: Planned<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = required(planned).into_iter().collect();
    findings.extend(impossible(planned));
    if planned.answer.main.goals.is_empty() {
        let nothing = planned.say(Word::NoGoals);
        findings.push(finding(Tone::Caution, nothing, String::new()));
    }
    findings.extend(claims(planned));
    findings
}

/// The best plan of dates, the most important first.
pub(crate) fn of_dates(planned: Planned<'_>) -> Vec<Finding> {
    let mut findings = vec![who(planned), how_sure(planned)];
    findings.extend(readings(planned));
    findings.extend(unavoidable(planned));
    findings.extend(spread(planned));
    findings.extend(cost(planned));
    findings.extend(rules(planned));
    findings
}

/// Whom to hire, and by when to open the vacancies.
fn who(planned: Planned<'_>) -> Finding {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let people = planned.people(&hired(&main.hires));
    if people.is_empty() && main.moves.is_empty() {
        return nobody(planned);
    }
    let mut details: Vec<String> = Vec::new();
    for (role, _) in hired(&main.hires) {
        let own = main.hires.iter().filter(|it| it.role == role);
        let dates = dates_of(planned, &own.collect::<Vec<_>>());
        let role = capital(&planned.role(role));
        details.push(planned.say(texts::Calendar { role, dates }));
    }
    let names = |moves: &[MadeMove]| {
        let names = moves.iter().map(|it| planned.quoted(it));
        joined(&names.collect::<Vec<_>>(), locale.lang)
    };
    let mut detail = if details.is_empty() { String::new() } else { details.join(". ") + "." };
    if !main.moves.is_empty() {
        detail += " ";
        detail += &planned.say(texts::Moves { moves: names(&main.moves) });
    }
    if !main.moves_not_made.is_empty() {
        detail += " ";
        detail += &planned.say(texts::MovesNotMade { moves: names(&main.moves_not_made) });
    }
    finding(Tone::Neutral, planned.say(texts::Hire { people }), detail)
}

/// Nobody is in the plan: because nobody is needed, or because nobody who may be hired helps.
fn nobody(planned: Planned<'_>) -> Finding {
    let (locale, main) = (planned.locale, &planned.answer.main);
    if main.keeps() {
        return finding(Tone::Good, planned.say(Word::HireNobody), String::new());
    }
    let headline = planned.say(texts::NobodyHelps {
        confidence: locale.share_short(main.confidence),
        attained: locale.share(main.attained, 0),
    });
    finding(Tone::Bad, headline, String::new())
}

/// The dates of one role's people, the same dates said once.
fn dates_of(planned: Planned<'_>, hires: &[&PlannedHire]) -> String {
    let mut groups: Vec<(usize, &PlannedHire)> = Vec::new();
    for hire in hires {
        match groups.last_mut() {
            Some((count, first)) if first.start == hire.start => *count += 1,
            _ => groups.push((1, hire)),
        }
    }
    let said = groups.iter().map(|(count, hire)| {
        planned.say(texts::OneDate {
            count,
            request: planned.day_or_now(hire.request),
            start: planned.locale.date(hire.start),
        })
    });
    said.collect::<Vec<_>>().join("; ")
}

/// With which probability the promises are kept.
fn how_sure(planned: Planned<'_>) -> Finding {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let (with, without) = (probability(&main.with, locale), locale.share(main.without.share, 0));
    let headline = planned.say(texts::Sure { with, without });
    let count = main.with.of;
    let confidence = &locale.share_short(main.confidence);
    let least = locale.share(main.with.at_least, 0);
    if main.proved {
        return finding(Tone::Good, headline, planned.say(texts::Proved { count, confidence }));
    }
    let mut detail = planned.say(texts::NotProved { count, confidence, least });
    let weakest = main.goals.iter().min_by(|a, b| a.kept.share.total_cmp(&b.kept.share));
    // What everybody who may be hired reaches, only more replications could prove.
    let reached = main.attained >= main.confidence;
    if let Some(weakest) = weakest.filter(|_| !main.provable && !reached) {
        detail = planned.say(texts::NotProvable {
            confidence,
            attained: locale.share(main.attained, 0),
            goal: planned.sla(weakest.goal.sla),
            kept: locale.share(weakest.kept.share, 0),
            more: allow_more(planned, weakest),
        });
    }
    finding(Tone::Bad, headline, detail)
}

/// Where the scenario itself forbids the hire that is missing.
fn allow_more(planned: Planned<'_>, goal: &GoalFacts) -> String {
    let allowed = planned.scenario.planning.roles.iter();
    let hired = hired(&planned.answer.main.hires);
    let full = allowed.filter(|(role, most)| {
        goal.goal.roles.contains(role)
            && hired.iter().any(|it| it.0 == *role && it.1 >= *most as usize)
    });
    let said = full.map(|(role, most)| {
        let role = quoted(&planned.role(*role), planned.locale.lang);
        planned.say(texts::AllowMore { role, most })
    });
    said.collect()
}

/// Goals that no head-count can reach.
fn impossible(planned: Planned<'_>) -> Vec<Finding> {
    let goals = planned.answer.main.goals.iter();
    let beyond = goals.filter(|it| it.goal.share < it.goal.asked);
    let locale = planned.locale;
    beyond
        .map(|it| {
            let name = planned.sla(it.goal.sla);
            let headline = planned.say(texts::Impossible {
                goal: name,
                asked: locale.share_short(it.goal.asked),
                best: locale.share(it.share_with_plenty, 1),
            });
            let planned_share = locale.share(it.goal.share, 1);
            let why = why(planned, &planned.scenario.slas[it.goal.sla.index()]);
            finding(
                Tone::Bad,
                headline,
                planned.say(texts::ImpossibleWhy {
                    why,
                    planned: planned_share,
                    promise: planned.promise(),
                }),
            )
        })
        .collect()
}

/// What else takes time on the way of a promise.
fn why(planned: Planned<'_>, sla: &Sla) -> String {
    let stream = &planned.scenario.streams[sla.stream.index()];
    let waits = |step: &Step| step.parts().wait.is_some_and(|it| !sla.pauses.contains(&it.wait));
    let mut why = String::new();
    if stream.route.iter().any(waits) && sla.to != crate::scenario::CONTACT {
        why += Word::WhyWaits.text(planned.locale.lang);
    }
    if !stream.interrupts {
        why += Word::WhyNoInterruption.text(planned.locale.lang);
    }
    why
}

/// What cannot be saved any more.
fn unavoidable(planned: Planned<'_>) -> Option<Finding> {
    let (locale, waiting) = (planned.locale, &planned.answer.waiting);
    let months = waiting.unavoidable_months;
    if months == 0 || waiting.unavoidable.value < 0.5 {
        return None;
    }
    let headline = planned.say(texts::Unavoidable {
        date: locale.date(planned.scenario.timeline.first_day(months)),
        months: counted(months as f64, Noun::MONTH, locale),
        breaches: locale.number(waiting.unavoidable.value, 0),
    });
    // Only who is asked for today tells when somebody who is asked for today comes.
    let today = planned.scenario.timeline.start();
    let hires = planned.answer.main.hires.iter().filter(|it| it.request <= today);
    let detail = hires.min_by_key(|it| it.productive).map(|first| {
        planned.say(texts::UnavoidableWhy {
            days: counted(days_to_fill(first), Noun::DAY, locale),
            date: locale.date(first.productive),
        })
    });
    Some(finding(Tone::Caution, headline, detail.unwrap_or_default()))
}

/// When the next person of each role is needed, and how far the first date that is not obvious may be off.
fn spread(planned: Planned<'_>) -> Option<Finding> {
    let hires = &planned.answer.main.hires;
    let is_open = |it: &&PlannedHire| {
        it.spread.inputs.value.is_finite() && it.start_range[1] > it.start_range[0]
    };
    let hire = hires.iter().find(is_open).or(hires.first())?;
    let of_role = |hire: &PlannedHire| {
        let first = hires.iter().find(|it| it.role == hire.role);
        let both = first.into_iter().filter(|it| it.number < hire.number);
        let dates = both.chain([hire]).map(|it| need(planned, it));
        dates.collect::<Vec<_>>().join("; ")
    };
    let role = planned.role(hire.role);
    let dates = of_role(hire);
    let headline = planned.say(texts::Spread { role, dates });
    let mut details: Vec<String> = Vec::new();
    if is_open(&hire) {
        details.push(why_open(planned, hire));
    }
    for (role, _) in hired(hires).into_iter().filter(|it| it.0 != hire.role) {
        let own = |it: &&PlannedHire| it.role == role;
        let open = hires.iter().filter(own).find(is_open);
        let Some(other) = open.or(hires.iter().find(own)) else {
            continue;
        };
        let name = capital(&planned.role(role));
        details.push(planned.say(texts::OtherNeed { role: name, dates: of_role(other) }));
    }
    Some(finding(Tone::Neutral, headline, details.join(" ")))
}

/// What the spread of a date comes from, as far as the replications tell.
fn why_open(planned: Planned<'_>, hire: &PlannedHire) -> String {
    let locale = planned.locale;
    let days = counted(days_to_fill(hire), Noun::DAY, locale);
    if planned.scenario.inputs.is_empty() {
        return planned.say(texts::SpreadByChance { days });
    }
    if hire.spread.inputs.low > 0.0 {
        return planned.say(texts::SpreadDetail {
            inputs: locale.share(hire.spread.inputs.value, 0),
            chance: locale.share(hire.spread.chance.value, 0),
            days,
        });
    }
    planned.say(texts::SpreadUndivided { days })
}

/// Days from the request to the first day.
fn days_to_fill(hire: &PlannedHire) -> f64 {
    f64::from(hire.start.since(hire.request).map_or(0, |it| it.get_days()))
}

/// When one person is needed: median and range.
fn need(planned: Planned<'_>, hire: &PlannedHire) -> String {
    let [from, middle, to] = hire.start_range.map(|it| planned.month_needed(it));
    let number = hire.number.to_string();
    if from == to && hire.start_range[0].is_none() {
        return planned.say(texts::SureNeed { number, middle });
    }
    let range = match from == to {
        true => planned.say(Word::InNineOfTen),
        false => planned.say(texts::RangeOf { from, to }),
    };
    planned.say(texts::OneNeed { number, middle, range })
}

/// What the plan costs, and what it costs to wait.
fn cost(planned: Planned<'_>) -> Option<Finding> {
    let (locale, answer) = (planned.locale, planned.answer);
    if answer.main.hires.is_empty() && answer.main.moves.is_empty() {
        return None;
    }
    let headline = planned.say(texts::Cost {
        cost: locale.money_short(answer.main.cost, 1),
        months: planned.horizon(),
        more: locale
            .amount(answer.waiting.more.value, breaches_format(answer.waiting.without.value)),
    });
    let undone = answer.waiting.undone.iter().filter(|it| it.1 >= 50.0).take(2);
    let undone = undone.map(|(role, hours)| {
        let role = quoted(&planned.role(*role), locale.lang);
        let hours = format!(
            "{}\u{a0}{}",
            locale.number(*hours, 0),
            Noun::HOUR.after(*hours, 0, locale.lang)
        );
        planned.say(texts::UndoneHours { hours, role })
    });
    let undone: Vec<String> = undone.collect();
    // Little that is left undone is not none.
    let undone = match undone.is_empty() {
        true => String::new(),
        false => planned.say(texts::LeftUndone { undone: joined(&undone, locale.lang) }),
    };
    let detail = a_month_later(planned) + &undone;
    Some(finding(Tone::Neutral, headline, detail.trim_end().to_owned()))
}

/// What a month of delay does, as far as the replications tell; with a space after it.
fn a_month_later(planned: Planned<'_>) -> String {
    let (locale, waiting) = (planned.locale, &planned.answer.waiting);
    if waiting.a_month_later.low <= 0.0 {
        return String::new();
    }
    let late = counted(waiting.a_month_later.value, Noun::BREACH, locale);
    let [later, in_time] = [waiting.kept_a_month_later, waiting.kept_in_time].map(|it| it.share);
    // A delay keeps no promise; where it seems to, so few replications cannot tell.
    let said = match later < in_time {
        true => planned.say(texts::MonthLater {
            late,
            share: locale.share(later, 0),
            in_time: locale.share(in_time, 0),
        }),
        false => planned.say(texts::MonthLaterBreaches { late }),
    };
    said + " "
}

/// The first rule of the document that the plan beats.
fn rules(planned: Planned<'_>) -> Option<Finding> {
    let locale = planned.locale;
    let rules = planned.answer.rules.iter();
    let mut beaten = rules.filter_map(|rule| {
        let trigger = rule.triggers.iter().find(|it| it.late.is_some_and(|late| late >= 0.5))?;
        (rule.more_breaches.low > 0.0).then_some(())?;
        Some((rule, trigger))
    });
    let (rule, trigger) = beaten.next()?;
    let name = planned.quoted(rule);
    let format = breaches_format(planned.answer.waiting.without.value);
    let more = locale.amount(rule.more_breaches.value, format);
    let headline = match trigger.late.filter(|it| it.is_finite()) {
        Some(late) => {
            let months = counted(late.round(), Noun::MONTH, locale);
            planned.say(texts::RuleLate { rule: name, months, more })
        }
        None => planned.say(texts::RuleNever { rule: name, more }),
    };
    let levels = planned.answer.levels.iter();
    let mut same = levels.filter(|it| it.role == trigger.role && it.watch == trigger.watch);
    let detail = same.next().map(|it| {
        planned.say(texts::RuleInstead {
            measure: planned.watched(&it.watch),
            level: values::level(&it.watch, it.to_act_on(), locale),
            stated: values::level(&it.watch, trigger.level, locale),
        })
    });
    Some(finding(Tone::Bad, headline, detail.unwrap_or_default()))
}
