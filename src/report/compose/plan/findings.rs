//! The answer in sentences: the two readings, who is hired and when, how sure, what it costs to wait.

use super::Planned;
use super::parts::{
    self, capital, crossing, day_or_now, hired, input_range, joined, maybe_month, probability,
    quoted,
};
use super::words::Say;
use crate::plan::answer::Reading;
use crate::plan::claims::Verdict;
use crate::plan::report_data::{GoalFacts, MadeMove, PlannedHire};
use crate::report::{Finding, Noun, Tone, counted};
use crate::scenario::{Sla, Step, WaitStep};

/// Every answer, the most important first.
pub(crate) fn all(planned: Planned<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(readings(planned));
    findings.extend(claims(planned));
    if planned.answer.main.goals.is_empty() {
        let nothing = planned.say(Say::NoGoals, &[]);
        findings.push(finding(Tone::Caution, nothing, String::new()));
        return findings;
    }
    findings.push(who(planned));
    findings.push(how_sure(planned));
    findings.extend(impossible(planned));
    findings.extend(unavoidable(planned));
    findings.extend(spread(planned));
    findings.extend(cost(planned));
    findings.extend(rules(planned));
    findings
}

fn finding(tone: Tone, headline: String, detail: String) -> Finding {
    Finding { tone, headline: capital(&headline), detail: capital(&detail) }
}

/// The document's two readings, their plans, and what lies between.
fn readings(planned: Planned<'_>) -> Option<Finding> {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let between = planned.answer.between.as_ref()?;
    let other = planned.answer.other.as_ref()?;
    let input = &scenario.inputs[between.input.index()];
    let name = parts::inline(parts::title(&input.title, &input.path, locale));
    let [ours, theirs] = between.ranges.map(|range| input_range(input, range, locale));
    let values = [("input", &*name), ("ours", &*ours), ("theirs", &*theirs)];
    let headline = planned.say(Say::Contradiction, &values);
    let (our_plan, their_plan) =
        (in_short(planned, &planned.answer.main), in_short(planned, other));
    let values = [
        ("ours", &*ours),
        ("theirs", &*theirs),
        ("our_plan", &*our_plan),
        ("their_plan", &*their_plan),
    ];
    let plans = planned.say(Say::TwoPlans, &values);
    let most = between.ranges[0].1.max(between.ranges[1].1);
    let role = quoted(&parts::role(scenario, between.role, locale), locale.lang);
    let values = [
        ("role", &*role),
        ("input", &*name),
        ("now", &*crossing(input, between.now, most, locale)),
        ("then", &*crossing(input, between.at_the_end, most, locale)),
    ];
    let turns = planned.say(Say::BreakEven, &values);
    Some(finding(Tone::Caution, headline, format!("{plans} {turns}")))
}

/// A plan in a few words.
fn in_short(planned: Planned<'_>, reading: &Reading) -> String {
    let locale = planned.locale;
    let people = parts::people(&reading.scenario, &hired(&reading.hires), locale);
    let share = locale.share(reading.with.share, 0);
    let cost = locale.money_short(reading.cost, 1);
    let values = [("people", &*people), ("cost", &*cost), ("share", &*share)];
    match people.is_empty() {
        true => planned.say(Say::NobodyPlan, &values[2..]),
        false => planned.say(Say::OnePlan, &values),
    }
}

/// Which claims of the document survive.
fn claims(planned: Planned<'_>) -> Option<Finding> {
    let main = &planned.answer.main;
    if main.claims.is_empty() {
        return None;
    }
    let holding = |it: &Reading| {
        it.claims.iter().filter(|it| it.verdict == Verdict::Holds).count().to_string()
    };
    let (all, ours) = (main.claims.len().to_string(), holding(main));
    let theirs = planned.answer.other.as_ref().map(holding).unwrap_or_default();
    let values = [("all", &*all), ("ours", &*ours), ("theirs", &*theirs)];
    let headline = match &planned.answer.other {
        Some(_) => planned.say(Say::SurvivingTwo, &values),
        None => planned.say(Say::SurvivingOne, &values[..2]),
    };
    let mut details = vec![verdicts_of(planned, main, 0)];
    details.extend(planned.answer.other.iter().map(|it| verdicts_of(planned, it, 1)));
    Some(finding(Tone::Neutral, headline, details.join(" ")))
}

fn verdicts_of(planned: Planned<'_>, reading: &Reading, position: usize) -> String {
    let said = |verdict: Verdict, say: Say| {
        let ids = reading.claims.iter().filter(|it| it.verdict == verdict);
        let ids: Vec<&str> = ids.map(|it| &*it.claim.id).collect();
        (!ids.is_empty()).then(|| planned.say(say, &[("ids", &ids.join(", "))]))
    };
    let verdicts = [
        said(Verdict::Holds, Say::HoldAre),
        said(Verdict::Fails, Say::FailAre),
        said(Verdict::Undecided, Say::OpenAre),
    ];
    let verdicts: Vec<String> = verdicts.into_iter().flatten().collect();
    let name = reading_name(planned, position);
    let values = [("reading", &*name), ("verdicts", &*verdicts.join("; "))];
    planned.say(Say::SurvivingDetail, &values)
}

/// What a reading is called: its range of the deciding input.
pub(crate) fn reading_name(planned: Planned<'_>, position: usize) -> String {
    let Some(between) = planned.answer.between.as_ref().filter(|_| planned.answer.other.is_some())
    else {
        return planned.say(Say::ThisReading, &[]);
    };
    let input = &planned.scenario.inputs[between.input.index()];
    let range = input_range(input, between.ranges[position], planned.locale);
    let say = [Say::FirstReading, Say::SecondReading][position];
    planned.say(say, &[("range", &range)])
}

/// Whom to hire, and by when to open the vacancies.
fn who(planned: Planned<'_>) -> Finding {
    let (scenario, locale, main) = (planned.scenario, planned.locale, &planned.answer.main);
    let people = parts::people(scenario, &hired(&main.hires), locale);
    if people.is_empty() && main.moves.is_empty() {
        return finding(Tone::Good, planned.say(Say::HireNobody, &[]), String::new());
    }
    let mut details: Vec<String> = Vec::new();
    for (role, _) in hired(&main.hires) {
        let own = main.hires.iter().filter(|it| it.role == role);
        let dates = dates_of(planned, &own.collect::<Vec<_>>());
        let role = capital(&parts::role(scenario, role, locale));
        details.push(planned.say(Say::Calendar, &[("role", &role), ("dates", &dates)]));
    }
    let names = |moves: &[MadeMove]| {
        let names =
            moves.iter().map(|it| quoted(parts::title(&it.title, &it.key, locale), locale.lang));
        joined(&names.collect::<Vec<_>>(), locale.lang)
    };
    let mut detail = if details.is_empty() { String::new() } else { details.join(". ") + "." };
    for (say, moves) in [(Say::Moves, &main.moves), (Say::MovesNotMade, &main.moves_not_made)] {
        if !moves.is_empty() {
            detail += " ";
            detail += &planned.say(say, &[("moves", &names(moves))]);
        }
    }
    finding(Tone::Neutral, planned.say(Say::Hire, &[("people", &people)]), detail)
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
        let values = [
            ("count", &*count.to_string()),
            ("request", &*day_or_now(planned.scenario, hire.request, planned.locale)),
            ("start", &*planned.locale.date(hire.start)),
        ];
        planned.say(Say::OneDate, &values)
    });
    said.collect::<Vec<_>>().join("; ")
}

/// With which probability the promises are kept.
fn how_sure(planned: Planned<'_>) -> Finding {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let (with, without) = (probability(&main.with, locale), locale.share(main.without.share, 0));
    let headline = planned.say(Say::Sure, &[("with", &with), ("without", &without)]);
    let count = main.with.of.to_string();
    let confidence = locale.share_short(main.confidence);
    let least = locale.share(main.with.at_least, 0);
    let values = [("count", &*count), ("confidence", &*confidence), ("least", &*least)];
    if main.proved {
        return finding(Tone::Good, headline, planned.say(Say::Proved, &values[..2]));
    }
    let mut detail = planned.say(Say::NotProved, &values);
    let weakest = main.goals.iter().min_by(|a, b| a.kept.share.total_cmp(&b.kept.share));
    if let Some(weakest) = weakest.filter(|_| !main.provable) {
        let values = [
            ("confidence", &*confidence),
            ("attained", &*locale.share(main.attained, 0)),
            ("goal", &*parts::sla(planned.scenario, weakest.goal.sla, locale)),
            ("kept", &*locale.share(weakest.kept.share, 0)),
            ("more", &*allow_more(planned, weakest)),
        ];
        detail = planned.say(Say::NotProvable, &values);
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
        let role =
            quoted(&parts::role(planned.scenario, *role, planned.locale), planned.locale.lang);
        planned.say(Say::AllowMore, &[("role", &role), ("most", &most.to_string())])
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
            let name = parts::sla(planned.scenario, it.goal.sla, locale);
            let values = [
                ("goal", &*name),
                ("asked", &*locale.share_short(it.goal.asked)),
                ("best", &*locale.share(it.share_with_plenty, 1)),
            ];
            let headline = planned.say(Say::Impossible, &values);
            let planned_share = locale.share(it.goal.share, 1);
            let why = why(planned, &planned.scenario.slas[it.goal.sla.index()]);
            let values = [("why", &*why), ("planned", &*planned_share)];
            finding(Tone::Bad, headline, planned.say(Say::ImpossibleWhy, &values))
        })
        .collect()
}

/// What else takes time on the way of a promise.
fn why(planned: Planned<'_>, sla: &Sla) -> String {
    let stream = &planned.scenario.streams[sla.stream.index()];
    let waits = |step: &Step| matches!(step, Step::Wait(WaitStep { wait, .. }) if !sla.pauses.contains(wait));
    let mut why = String::new();
    if stream.route.iter().any(waits) && sla.to != crate::scenario::CONTACT {
        why += Say::WhyWaits.text(planned.locale.lang);
    }
    if !stream.interrupts {
        why += Say::WhyNoInterruption.text(planned.locale.lang);
    }
    why
}

/// What cannot be saved any more.
fn unavoidable(planned: Planned<'_>) -> Option<Finding> {
    let (locale, waiting) = (planned.locale, &planned.answer.waiting);
    let months = waiting.unavoidable_months;
    let first = planned
        .answer
        .main
        .hires
        .iter()
        .max_by_key(|it| it.request <= planned.scenario.timeline.start())?;
    if months == 0 || waiting.unavoidable.value < 0.5 {
        return None;
    }
    let values = [
        ("date", &*locale.date(super::super::phrase::month(planned.scenario, months))),
        ("months", &*counted(months as f64, Noun::MONTH, locale)),
        ("breaches", &*locale.number(waiting.unavoidable.value, 0)),
    ];
    let headline = planned.say(Say::Unavoidable, &values);
    let days = f64::from(first.start.since(first.request).map_or(0, |it| it.get_days()));
    let values =
        [("days", &*counted(days, Noun::DAY, locale)), ("date", &*locale.date(first.productive))];
    Some(finding(Tone::Caution, headline, planned.say(Say::UnavoidableWhy, &values)))
}

/// When the next person of each role is needed, and how far the first date that is not obvious may be off.
fn spread(planned: Planned<'_>) -> Option<Finding> {
    let (scenario, locale) = (planned.scenario, planned.locale);
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
    let role = parts::role(scenario, hire.role, locale);
    let dates = of_role(hire);
    let headline = planned.say(Say::Spread, &[("role", &role), ("dates", &dates)]);
    let mut details: Vec<String> = Vec::new();
    if is_open(&hire) {
        let days = f64::from(hire.start.since(hire.request).map_or(0, |it| it.get_days()));
        let values = [
            ("inputs", &*locale.share(hire.spread.inputs.value, 0)),
            ("chance", &*locale.share(hire.spread.chance.value, 0)),
            ("days", &*counted(days, Noun::DAY, locale)),
        ];
        details.push(planned.say(Say::SpreadDetail, &values));
    }
    for (role, _) in hired(hires).into_iter().filter(|it| it.0 != hire.role) {
        let own = |it: &&PlannedHire| it.role == role;
        let open = hires.iter().filter(own).find(is_open);
        let Some(other) = open.or(hires.iter().find(own)) else {
            continue;
        };
        let name = capital(&parts::role(scenario, role, locale));
        let values = [("role", &*name), ("dates", &*of_role(other))];
        details.push(planned.say(Say::OtherNeed, &values));
    }
    Some(finding(Tone::Neutral, headline, details.join(" ")))
}

/// When one person is needed: median and range.
fn need(planned: Planned<'_>, hire: &PlannedHire) -> String {
    let scenario = planned.scenario;
    let [from, middle, to] = hire.start_range.map(|it| match it {
        None => planned.say(Say::NotBefore, &[]),
        it => maybe_month(scenario, it, planned.locale),
    });
    let number = parts::place(scenario, hire.role, hire.number).to_string();
    if from == to && hire.start_range[0].is_none() {
        return planned.say(Say::SureNeed, &[("number", &number), ("middle", &middle)]);
    }
    let range = match from == to {
        true => planned.say(Say::InNineOfTen, &[]),
        false => planned.say(Say::RangeOf, &[("from", &from), ("to", &to)]),
    };
    let values = [("number", &*number), ("middle", &*middle), ("range", &*range)];
    planned.say(Say::OneNeed, &values)
}

/// What the plan costs, and what it costs to wait.
fn cost(planned: Planned<'_>) -> Option<Finding> {
    let (locale, answer) = (planned.locale, planned.answer);
    if answer.main.hires.is_empty() && answer.main.moves.is_empty() {
        return None;
    }
    let values = [
        ("cost", &*locale.money_short(answer.main.cost, 1)),
        ("months", &*planned.months()),
        ("more", &*counted(answer.waiting.more.value, Noun::BREACH, locale)),
    ];
    let headline = planned.say(Say::Cost, &values);
    let undone = answer.waiting.undone.iter().filter(|it| it.1 >= 50.0).take(2);
    let undone = undone.map(|(role, hours)| {
        let role = quoted(&parts::role(planned.scenario, *role, locale), locale.lang);
        let hours = format!(
            "{}\u{a0}{}",
            locale.number(*hours, 0),
            Noun::HOUR.after(*hours, 0, locale.lang)
        );
        planned.say(Say::UndoneHours, &[("hours", &hours), ("role", &role)])
    });
    let undone: Vec<String> = undone.collect();
    let nothing = locale.number(0.0, 0);
    let values = [
        ("late", &*counted(answer.waiting.a_month_later.value, Noun::BREACH, locale)),
        ("share", &*locale.share(answer.waiting.kept_a_month_later.share, 0)),
        ("undone", if undone.is_empty() { &nothing } else { &*joined(&undone, locale.lang) }),
    ];
    Some(finding(Tone::Neutral, headline, planned.say(Say::CostOfWaiting, &values)))
}

/// The first rule of the document that the plan beats.
fn rules(planned: Planned<'_>) -> Option<Finding> {
    let locale = planned.locale;
    let rules = planned.answer.rules.iter();
    let mut beaten = rules.filter_map(|rule| {
        let trigger = rule.triggers.iter().find(|it| it.late.is_some_and(|late| late >= 0.5))?;
        Some((rule, trigger))
    });
    let (rule, trigger) = beaten.next()?;
    let name = quoted(parts::title(&rule.title, &rule.key, locale), locale.lang);
    let more = counted(rule.more_breaches.value, Noun::BREACH, locale);
    let headline = match trigger.late.filter(|it| it.is_finite()) {
        Some(late) => {
            let months = counted(late.round(), Noun::MONTH, locale);
            planned.say(Say::RuleLate, &[("rule", &name), ("months", &months), ("more", &more)])
        }
        None => planned.say(Say::RuleNever, &[("rule", &name), ("more", &more)]),
    };
    let levels = planned.answer.levels.iter();
    let mut same = levels.filter(|it| it.role == trigger.role && it.watch == trigger.watch);
    let detail = same.next().map(|it| {
        let values = [
            ("measure", &*parts::watched(planned.scenario, &it.watch, locale)),
            ("level", &*parts::level(&it.watch, it.to_act_on(), locale)),
            ("stated", &*parts::level(&it.watch, trigger.level, locale)),
        ];
        planned.say(Say::RuleInstead, &values)
    });
    Some(finding(Tone::Bad, headline, detail.unwrap_or_default()))
}
