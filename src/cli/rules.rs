//! `--rule`: a hiring rule by hand, such as `"tp_manager: ticket.standard >= 400"`.
//!
//! What is compared says by its name what it is: a driver's level, the share of its time that a role is
//! busy, the share of an SLA, the arrivals of streams, or with `backlog` before them what is open. It
//! becomes the change that a file would state, and the reader of files checks the rest.

use super::failure::Failure;
use super::terms;
use crate::report::{Locale, texts};
use crate::scenario::{Scenario, suggestion};
use clap::Args;

/// Rules of the command line.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Rules {
    /// Hire by a rule, such as "tp_manager: clients >= 400" or "engineer: engineer > 85%, months = 3" (repeatable)
    #[arg(long, value_name = "ROLE: NAME >= LEVEL")]
    pub(crate) rule: Vec<String>,
}

impl Rules {
    /// The rules as a list of changes in the format of files; every problem is told.
    pub(super) fn changes(&self, scenario: &Scenario, locale: Locale) -> Result<String, Failure> {
        let read: Vec<_> = self.rule.iter().map(|it| change(it, scenario, locale)).collect();
        let problems: Vec<&str> =
            read.iter().filter_map(|it| Some(it.as_ref().err()?.as_str())).collect();
        match problems.is_empty() {
            true => Ok(read.into_iter().flatten().collect::<Vec<_>>().join(", ")),
            false => Err(Failure::Input(problems.join("\n"))),
        }
    }

    /// What was asked, for the record.
    pub(super) fn asked(&self) -> impl Iterator<Item = (String, String)> {
        self.rule.iter().map(|it| ("--rule".to_owned(), it.clone()))
    }
}

fn change(rule: &str, scenario: &Scenario, locale: Locale) -> Result<String, String> {
    let bad = || locale.say(texts::BadRule { rule });
    let plain = rule.replace("=>", ">=").replace("=<", "<=").replace('≥', ">=").replace('≤', "<=");
    let (role, said) = plain.split_once(':').ok_or_else(bad)?;
    let mut parts = said.split(',').map(str::trim);
    let compared = parts.next().unwrap_or_default();
    let at = compared.find(['<', '>']).ok_or_else(bad)?;
    let (what, level) = compared.split_at(at);
    let side = if level.starts_with('<') { "below" } else { "above" };
    let level = level[1..].trim_start_matches('=').trim();
    let role = role.trim();
    if !scenario.roles.iter().any(|it| it.key == role) {
        return Err(terms::unknown_role(role, scenario, locale));
    }
    if level.is_empty() || what.trim().is_empty() {
        return Err(bad());
    }
    let what = measured(what.trim(), rule, scenario, locale)?;
    let meant = |meant: String| Err(locale.say(texts::RuleMeant { rule, meant }));
    let is_share = what.starts_with("occupancy") || what.starts_with("sla");
    // A share is a text, a number is one.
    let level =
        match (level.parse::<f64>(), level.strip_suffix('%').map(|it| it.trim().parse::<f64>())) {
            (Ok(number), _) if is_share && number > 1.0 => {
                return meant(rule.replacen(level, &format!("{level}%"), 1));
            }
            (Ok(_), _) => level.to_owned(),
            (_, Some(Ok(_))) => quoted(level),
            _ => match level.split(' ').next().filter(|it| it.parse::<f64>().is_ok()) {
                Some(number) => return meant(rule.replacen(level, number, 1)),
                None => return Err(bad()),
            },
        };
    let rest: Vec<&str> = parts.collect();
    let own = ["months", "count", "most"];
    let key = |it: &str| it.split('=').next().unwrap_or_default().trim().to_owned();
    if let Some(key) = rest.iter().map(|it| key(it)).find(|it| !own.contains(&&**it)) {
        return match suggestion(&key, own.into_iter()) {
            Some(near) => meant(rule.replacen(&key, near, 1)),
            None => Err(bad()),
        };
    }
    let rest: String = rest.iter().map(|it| format!(", {it}")).collect();
    Ok(format!("{{ hire_when = {}, {what}, {side} = {level}{rest} }}", quoted(role)))
}

/// The key of the format and the names under it.
fn measured(name: &str, rule: &str, scenario: &Scenario, locale: Locale) -> Result<String, String> {
    let drivers: Vec<&str> = scenario.drivers.iter().map(|it| &*it.key).collect();
    let roles: Vec<&str> = scenario.roles.iter().map(|it| &*it.key).collect();
    let slas: Vec<&str> = scenario.slas.iter().map(|it| &*it.key).collect();
    let kinds = [("driver", &drivers), ("occupancy", &roles), ("sla", &slas)];
    if let Some((key, _)) = kinds.iter().find(|it| it.1.contains(&name)) {
        return Ok(format!("{key} = {}", quoted(name)));
    }
    let (key, names) = match name.strip_prefix("backlog ") {
        Some(names) => ("backlog", names),
        None => ("arrivals", name),
    };
    let streams: Vec<&str> = scenario.streams.iter().map(|it| &*it.key).collect();
    let names: Vec<&str> = names.split('+').map(str::trim).collect();
    match names.iter().find(|it| !streams.contains(it)) {
        None => {
            let list = names.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", ");
            Ok(format!("{key} = [{list}]"))
        }
        Some(name) => {
            let known = [drivers, roles, slas, streams].concat();
            let near = suggestion(name, known.iter().copied());
            let known = known.join(", ");
            Err(match near {
                Some(near) => {
                    let meant = rule.replacen(*name, near, 1);
                    locale.say(texts::RuleMeant { rule, meant })
                }
                None => locale.say(texts::UnknownInRule { name, known }),
            })
        }
    }
}

/// A text in quotes: JSON writes it as TOML does.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Lang, Template, load_text, template};

    fn read(rule: &str) -> Result<String, String> {
        let text = template(Template::HelpDesk, Lang::En);
        let study = load_text("desk.toml", &text, None, &[], None).expect("a valid scenario");
        let scenario = &study.baseline().scenario;
        let rules = Rules { rule: vec![rule.to_owned()] };
        rules.changes(scenario, Locale::new(Lang::En, "RUB")).map_err(|it| it.words())
    }

    fn names() -> [String; 4] {
        let text = template(Template::HelpDesk, Lang::En);
        let study = load_text("desk.toml", &text, None, &[], None).expect("a valid scenario");
        let scenario = &study.baseline().scenario;
        let driver = scenario.drivers.first().expect("a driver").key.clone();
        let (role, sla) = (scenario.roles[0].key.clone(), scenario.slas[0].key.clone());
        [driver, role, sla, scenario.streams[0].key.clone()]
    }

    #[test]
    fn a_rule_becomes_the_change_that_a_file_would_state() {
        let [driver, role, sla, stream] = names();
        let begin = format!("{{ hire_when = \"{role}\", ");
        for (rule, wanted) in [
            (format!("{role}: {driver} >= 400"), format!("driver = \"{driver}\", above = 400 }}")),
            (
                format!("{role}: {role} > 85%, months = 3"),
                format!("occupancy = \"{role}\", above = \"85%\", months = 3 }}"),
            ),
            (format!("{role}: {sla} < 90%"), format!("sla = \"{sla}\", below = \"90%\" }}")),
            (
                format!("{role}: backlog {stream} > 50"),
                format!("backlog = [\"{stream}\"], above = 50 }}"),
            ),
            (format!("{role}:{stream}=>9"), format!("arrivals = [\"{stream}\"], above = 9 }}")),
        ] {
            assert_eq!(read(&rule), Ok(format!("{begin}{wanted}")), "{rule}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_rule_is_told_with_what_to_write() {
        let [_, role, _, stream] = names();
        for (rule, told) in [
            (role.to_string(), "tp_manager: clients >= 400"),
            (format!("{role}: {stream}"), "tp_manager: clients >= 400"),
            (format!("{role}: {stream} >="), "tp_manager: clients >= 400"),
            (format!("{role}: nothing at all > 4"), &*stream),
            (format!("{role}: {stream}s > 4"), &*format!("write {role}: {stream} > 4")),
            (format!("{role}: {role} > 85"), &*format!("write {role}: {role} > 85%")),
            (format!("{role}: {stream} > 4 pcs"), &*format!("write {role}: {stream} > 4")),
            (format!("{role}: {stream} > 4, month = 2"), "> 4, months = 2"),
            (format!("{role}x: {stream} > 4"), &*format!("did you mean `{role}`?")),
        ] {
            let said = read(&rule).expect_err(&rule);
            assert!(said.contains(told), "{rule}: {said}");
        }
    }
}
