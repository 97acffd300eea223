//! Shares that are hardly meant: a per-cent sign too many, or one that is missing.

use crate::scenario::{DriverPath, Inputs, Scenario, route};

/// Nobody promises less than this share in time; 0.9 with a per-cent sign is below.
const LEAST_TARGET: f64 = 0.01;
/// Growth a year, people who leave a year: four times as many are hardly meant, four per cent are.
const MOST_A_YEAR: f64 = 3.0;
/// Durations that scatter more than this around their mean are hardly measured so.
const MOST_CV: f64 = 5.0;

/// A share that is a hundred times what people mean by such a key, or a hundredth of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OddShare {
    /// Where it stands, as a path of the file.
    pub(crate) path: String,
    /// What it amounts to; 1 is 100 %.
    pub(crate) value: f64,
    /// What may have been meant.
    pub(crate) meant: f64,
}

/// Targets, yearly rates and coefficients of variation that are off by a per-cent sign.
pub(crate) fn odd_shares(scenario: &Scenario) -> Vec<OddShare> {
    let inputs = Inputs::mean(scenario);
    let too_high = |path: String, value: f64, most: f64| {
        (value > most).then(|| OddShare { path, value, meant: value / 100.0 })
    };
    let targets = scenario.slas.iter().filter(|it| it.target <= LEAST_TARGET).map(|it| {
        let (stream, name) = it.key.split_once('/').unwrap_or((&it.key, ""));
        let path = format!("streams.{stream}.sla.{name}.target");
        OddShare { path, value: it.target, meant: it.target * 100.0 }
    });
    let goals = scenario.planning.goals.iter().filter(|it| it.1 <= LEAST_TARGET).map(|it| {
        let path = format!("plan.goals.\"{}\"", scenario.slas[it.0.index()].key);
        OddShare { path, value: it.1, meant: it.1 * 100.0 }
    });
    let growth = scenario.drivers.iter().filter_map(|it| match &it.path {
        DriverPath::Compound { yearly, .. } => {
            let path = format!("drivers.{}.compound.yearly", it.key);
            too_high(path, yearly.value(&inputs), MOST_A_YEAR)
        }
        _ => None,
    });
    let attrition = scenario.roles.iter().filter_map(|it| {
        too_high(format!("roles.{}.attrition", it.key), it.attrition.value(&inputs), MOST_A_YEAR)
    });
    let scatter = scenario.streams.iter().flat_map(|stream| {
        let path = format!("streams.{}.route: cv", stream.key);
        let steps = route::all(&stream.route);
        let shapes = steps.flat_map(|it| {
            let wait = it.wait.map(|it| &it.time);
            it.effort
                .iter()
                .flat_map(|it| &it.time)
                .chain(wait)
                .map(|it| it.shape.cv())
                .collect::<Vec<_>>()
        });
        shapes.filter_map(move |cv| too_high(path.clone(), cv, MOST_CV))
    });
    targets.chain(goals).chain(growth).chain(attrition).chain(scatter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    fn odd(target: &str, yearly: &str, attrition: &str, cv: &str) -> Vec<(String, f64)> {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 12\n\
             [drivers.d]\ncompound = {{ from = 100, yearly = {yearly} }}\n\
             [roles.agent]\nheadcount = 5\nattrition = {attrition}\n\
             [streams.s]\narrival = {{ rate = 1, per = \"week\", driver = \"d\", at = 100 }}\n\
             route = [{{ effort = {{ mean = \"1h\", cv = {cv} }}, role = \"agent\" }}]\n\
             sla.done = {{ to = \"closed\", within = \"8h\", target = {target} }}\n",
        );
        let study = load_text("x.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|it| panic!("{it}"));
        let found = odd_shares(&study.policies[0].scenario);
        found.into_iter().map(|it| (it.path, (it.meant * 1e4).round() / 1e4)).collect()
    }

    #[test]
    fn a_per_cent_sign_too_many_or_too_few_is_asked_about() {
        assert_eq!(
            odd("\"0.9%\"", "\"20%\"", "0", "1"),
            [("streams.s.sla.done.target".into(), 0.9)]
        );
        assert_eq!(odd("0.9", "30", "0", "1"), [("drivers.d.compound.yearly".into(), 0.3)]);
        assert_eq!(odd("0.9", "\"20%\"", "4", "1"), [("roles.agent.attrition".into(), 0.04)]);
        assert_eq!(odd("0.9", "\"20%\"", "0", "15"), [("streams.s.route: cv".into(), 0.15)]);
    }

    #[test]
    fn large_values_that_people_do_mean_are_not() {
        // Clients that double, a call centre whose people stay eight months, a heavy tail, half in time.
        assert_eq!(odd("\"50%\"", "1.0", "\"150%\"", "\"250%\""), []);
    }
}
