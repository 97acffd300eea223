//! The document's two readings: their plans, what lies between, and which claims survive.

use super::Planned;
use crate::plan::answer::Reading;
use crate::plan::claims::Verdict;
use crate::report::compose::phrase::{inline, quoted};
use crate::report::compose::values::{crossing, finding, hired, input_range};
use crate::report::{Finding, Tone, Word, texts};

/// The document's two readings, their plans, and what lies between.
pub(super) fn readings(planned: Planned<'_>) -> Option<Finding> {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let between = planned.answer.between.as_ref()?;
    let other = planned.answer.other.as_ref()?;
    let input = &scenario.inputs[between.input.index()];
    let name = inline(planned.name(input));
    let [ours, theirs] = between.ranges.map(|range| input_range(input, range, locale));
    let (ours, theirs) = (&ours, &theirs);
    let headline = planned.say(texts::Contradiction { input: &name, ours, theirs });
    let (our_plan, their_plan) =
        (in_short(planned, &planned.answer.main), in_short(planned, other));
    let plans = planned.say(texts::TwoPlans { our_plan, theirs, their_plan });
    let most = between.ranges[0].1.max(between.ranges[1].1);
    let role = quoted(&planned.role(between.role), locale.lang);
    let turns = planned.say(texts::BreakEven {
        role,
        input: name,
        now: crossing(input, between.now, most, locale),
        then: crossing(input, between.at_the_end, most, locale),
    });
    Some(finding(Tone::Caution, headline, format!("{plans} {turns}")))
}

/// A plan in a few words.
fn in_short(planned: Planned<'_>, reading: &Reading) -> String {
    let locale = planned.locale;
    let people = planned.people(&hired(&reading.hires));
    let share = locale.share(reading.with.share, 0);
    let cost = locale.money_short(reading.cost, 1);
    match (people.is_empty(), reading.keeps()) {
        (true, true) => planned.say(texts::NobodyPlan { share }),
        (true, false) => planned.say(texts::NobodyInPlan { share }),
        (false, _) => planned.say(texts::OnePlan { people, cost, share }),
    }
}

/// Which claims of the document survive.
pub(super) fn claims(planned: Planned<'_>) -> Option<Finding> {
    let main = &planned.answer.main;
    if main.claims.is_empty() {
        return None;
    }
    let holding = |it: &Reading| {
        it.claims.iter().filter(|it| it.verdict == Verdict::Holds).count().to_string()
    };
    let (all, ours) = (main.claims.len().to_string(), holding(main));
    let theirs = planned.answer.other.as_ref().map(holding).unwrap_or_default();
    let headline = match &planned.answer.other {
        Some(_) => planned.say(texts::SurvivingTwo { ours, all, theirs }),
        None => planned.say(texts::SurvivingOne { ours, all }),
    };
    let mut details = vec![verdicts_of(planned, main, 0)];
    details.extend(planned.answer.other.iter().map(|it| verdicts_of(planned, it, 1)));
    Some(finding(Tone::Neutral, headline, details.join(" ")))
}

fn verdicts_of(planned: Planned<'_>, reading: &Reading, position: usize) -> String {
    let said = [Verdict::Holds, Verdict::Fails, Verdict::Undecided].map(|verdict| {
        let claims = reading.claims.iter().filter(|it| it.verdict == verdict);
        let ids = claims.map(|it| &*it.claim.id).collect::<Vec<_>>().join(", ");
        (!ids.is_empty()).then(|| match verdict {
            Verdict::Holds => planned.say(texts::HoldAre { ids }),
            Verdict::Fails => planned.say(texts::FailAre { ids }),
            Verdict::Undecided => planned.say(texts::OpenAre { ids }),
        })
    });
    let verdicts: Vec<String> = said.into_iter().flatten().collect();
    let name = reading_name(planned, position);
    planned.say(texts::SurvivingDetail { reading: name, verdicts: verdicts.join("; ") })
}

/// What a reading is called: its range of the deciding input.
pub(crate) fn reading_name(planned: Planned<'_>, position: usize) -> String {
    let Some(between) = planned.answer.between.as_ref().filter(|_| planned.answer.other.is_some())
    else {
        return planned.say(Word::ThisReading);
    };
    let input = &planned.scenario.inputs[between.input.index()];
    let range = input_range(input, between.ranges[position], planned.locale);
    match position {
        0 => planned.say(texts::FirstReading { range }),
        _ => planned.say(texts::SecondReading { range }),
    }
}
